/** Eigenvalues of a symmetric tridiagonal matrix, ascending, each with the last entry of its unit eigenvector. */
export interface TridiagonalEigen {
  readonly values: readonly number[];
  readonly last: readonly number[];
}

const mostSweeps = 60;

/**
 * By implicit QL steps with Wilkinson's shift (EISPACK tql2, of whose eigenvectors only the last row is kept).
 * @param diagonal n numbers. @param off n - 1 numbers beside the diagonal.
 */
export function tridiagonalEigen(diagonal: readonly number[], off: readonly number[]): TridiagonalEigen {
  const n = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = Float64Array.from({ length: n }, (_, i) => off[i] ?? 0);
  const z = new Float64Array(n);
  if (n > 0) z[n - 1] = 1;
  for (let l = 0; l < n; l++) {
    for (let sweep = 0; sweep < mostSweeps; sweep++) {
      let m = l;
      while (m < n - 1 && Math.abs(e[m]) > Number.EPSILON * (Math.abs(d[m]) + Math.abs(d[m + 1]))) m++;
      if (m === l) break;
      step(d, e, z, l, m);
    }
  }
  const order = [...d.keys()].sort((a, b) => d[a] - d[b]);
  return { values: order.map((i) => d[i]), last: order.map((i) => z[i]) };
}

/** One step over rows l to m, where the matrix falls apart. */
function step(d: Float64Array, e: Float64Array, z: Float64Array, l: number, m: number): void {
  let g = (d[l + 1] - d[l]) / (2 * e[l]);
  g = d[m] - d[l] + e[l] / (g + (g < 0 ? -1 : 1) * Math.hypot(g, 1));
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const f = s * e[i];
    const b = c * e[i];
    const r = Math.hypot(f, g);
    e[i + 1] = r;
    if (r === 0) {
      d[i + 1] -= p;
      e[m] = 0;
      return;
    }
    s = f / r;
    c = g / r;
    g = d[i + 1] - p;
    const t = (d[i] - g) * s + 2 * c * b;
    p = s * t;
    d[i + 1] = g + p;
    g = c * t - b;
    const high = z[i + 1];
    z[i + 1] = s * z[i] + c * high;
    z[i] = c * z[i] - s * high;
  }
  d[l] -= p;
  e[l] = g;
  e[m] = 0;
}
