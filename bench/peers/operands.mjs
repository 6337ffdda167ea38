/** Operands of matrix products, the same for every implementation. */

/** The numbers of bench/native/gemm_peer.cc. */
function fill(count, seed) {
  let x = Math.imul(seed, 2654435761) >>> 0;
  return Float32Array.from({ length: count }, () => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return ((x >>> 25) - 64) / 64;
  });
}
export const operands = ({ m, n, k }) => ({ a: fill(m * k, 1), b: fill(k * n, 2), c: new Float32Array(m * n), m, n, k });
/** Some elements of the result, divided by the root of k. */
export const digest = (c, k) => Array.from({ length: 16 }, (_, i) => c[(i * 7919 + (c.length - 1) * (i % 2)) % c.length] / Math.sqrt(k));
