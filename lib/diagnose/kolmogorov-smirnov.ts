/**
 * The two-sample statistic of Kolmogorov and Smirnov: the largest distance between the two empirical distribution functions, in [0, 1], and the
 * probability of such a distance or more between two samples of one continuous distribution (smaller still where values repeat). The
 * probability is Kolmogorov's limit, at the argument that Stephens 1970 corrects for finite samples.
 * @param a ascending. @param b ascending.
 */
export function kolmogorovSmirnov(a: Float64Array, b: Float64Array): { readonly statistic: number; readonly pValue: number } {
  let statistic = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    // Equal values are passed together.
    const value = Math.min(a[i], b[j]);
    while (i < a.length && a[i] === value) i++;
    while (j < b.length && b[j] === value) j++;
    statistic = Math.max(statistic, Math.abs(i / a.length - j / b.length));
  }
  const root = Math.sqrt((a.length * b.length) / (a.length + b.length));
  return { statistic, pValue: kolmogorovTail((root + 0.12 + 0.11 / root) * statistic) };
}

/** P(K > λ) = 2·Σ (-1)^(k-1)·exp(-2k²λ²); for small λ by the series that converges there. */
export function kolmogorovTail(lambda: number): number {
  if (lambda <= 0) return 1;
  if (lambda < 1) {
    const scale = -(Math.PI ** 2) / (8 * lambda * lambda);
    let sum = 0;
    for (let k = 1; k <= 9; k += 2) sum += Math.exp(scale * k * k);
    return Math.min(1, Math.max(0, 1 - (Math.sqrt(2 * Math.PI) / lambda) * sum));
  }
  let sum = 0;
  for (let k = 1; k <= 10; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, Math.max(0, sum));
}
