/** The networks of workloads/shapes.mjs as pure functions. A function owns its arguments; `.ref` keeps one. */
import { nn, numpy as np } from '@jax-js/jax';
import { kernel } from '../../workloads/shapes.mjs';

export const parameters = ({ sizes }) =>
  sizes.slice(1).map((units, k) => ({ w: np.array(kernel(k, sizes[k], units)).reshape([sizes[k], units]), b: np.zeros([units]) }));

/** Logits, or values. Consumes params and x. */
export function forward({ activation }, params, x) {
  const act = { tanh: np.tanh, relu: nn.relu }[activation];
  return params.reduce((value, { w, b }, k) => {
    const z = np.matmul(value, w).add(b);
    return k < params.length - 1 ? act(z) : z;
  }, x);
}
