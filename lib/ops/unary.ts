/** Elementwise functions of one tensor. */
import { Tensor } from '../tensor/tensor.ts';
import { add, div, mul, sub } from './binary.ts';
import { greater } from './compare.ts';
import { apply, defineOp, floatDType, type SampleInput, type TensorLike } from './define.ts';
import { ew } from './opcodes.ts';
import { logSoftmax } from './softmax.ts';
import { erf as erfScalar } from './special.ts';

interface UnaryRule {
  readonly opcode: number;
  readonly value: (x: number) => number;
  /** Derivative times upstream g, in ops; y is the result. */
  readonly gradient: (g: Tensor, x: Tensor, y: Tensor) => Tensor | undefined;
  readonly sample: Omit<SampleInput, 'shape'>;
}

function unary(name: string, rule: UnaryRule): (x: TensorLike) => Tensor {
  const op = defineOp({
    name,
    shape: ([x]) => [{ shape: x.shape, dtype: floatDType(name, [x]) }],
    gradient: (node, g) => [g && rule.gradient(g, node.inputs[0], node.outputs[0])],
    reference: ([x]) => [x.data.map(rule.value)],
    lower: { kind: 'elementwise', opcode: rule.opcode },
    samples: [{ inputs: [{ shape: [3, 7], ...rule.sample }] }, { inputs: [{ shape: [], ...rule.sample }] }],
    invalid: [{ inputs: [{ shape: [2], dtype: 'int32' }] }],
  });
  return (x) => apply(op, [x])[0];
}

/** -x */
export const neg = unary('neg', { opcode: ew.neg, value: (x) => -x, gradient: (g) => neg(g), sample: { range: [-2, 2] } });
/** |x|; the derivative at 0 is 0. */
export const abs = unary('abs', {
  opcode: ew.abs,
  value: Math.abs,
  gradient: (g, x) => mul(g, sign(x)),
  sample: { range: [-2, 2], kinks: [0] },
});
/** -1, 0 or 1; the derivative is 0. */
export const sign = unary('sign', { opcode: ew.sign, value: Math.sign, gradient: () => undefined, sample: { range: [-2, 2], kinks: [0] } });
/** e^x */
export const exp = unary('exp', { opcode: ew.exp, value: Math.exp, gradient: (g, _x, y) => mul(g, y), sample: { range: [-2, 2] } });
/** e^x - 1, exact near 0 */
export const expm1 = unary('expm1', {
  opcode: ew.expm1,
  value: Math.expm1,
  gradient: (g, _x, y) => mul(g, add(y, 1)),
  sample: { range: [-2, 2] },
});
const plainLog = unary('log', { opcode: ew.log, value: Math.log, gradient: (g, x) => div(g, x), sample: { range: [0.3, 4] } });
/**
 * Natural logarithm. The logarithm of a softmax, of a sigmoid and of 1 - sigmoid are taken in their stable forms (logSoftmax,
 * -softplus(-x), -softplus(x)), here and not in a later pass, so that derivatives are stable as well.
 */
export function log(x: TensorLike): Tensor {
  if (x instanceof Tensor) {
    const { op, inputs } = x.node;
    if (op === 'softmax') return logSoftmax(inputs[0]);
    if (op === 'sigmoid') return neg(softplus(neg(inputs[0])));
    if (op === 'sub' && inputs[0].node.attrs.value === 1 && inputs[1].node.op === 'sigmoid') return neg(softplus(inputs[1].node.inputs[0]));
  }
  return plainLog(x);
}
/** log(1 + x), exact near 0 */
export const log1p = unary('log1p', {
  opcode: ew.log1p,
  value: Math.log1p,
  gradient: (g, x) => div(g, add(x, 1)),
  sample: { range: [-0.5, 3] },
});
/** Square root */
export const sqrt = unary('sqrt', {
  opcode: ew.sqrt,
  value: Math.sqrt,
  gradient: (g, _x, y) => div(mul(g, 0.5), y),
  sample: { range: [0.3, 4] },
});
/** Sine of radians */
export const sin = unary('sin', { opcode: ew.sin, value: Math.sin, gradient: (g, x) => mul(g, cos(x)), sample: { range: [-4, 4] } });
/** Cosine of radians */
export const cos = unary('cos', { opcode: ew.cos, value: Math.cos, gradient: (g, x) => neg(mul(g, sin(x))), sample: { range: [-4, 4] } });
/** Hyperbolic tangent */
export const tanh = unary('tanh', {
  opcode: ew.tanh,
  value: Math.tanh,
  gradient: (g, _x, y) => mul(g, sub(1, square(y))),
  sample: { range: [-2, 2] },
});
/** Error function 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x */
export const erf = unary('erf', {
  opcode: ew.erf,
  value: erfScalar,
  gradient: (g, x) => mul(g, mul(exp(neg(square(x))), 2 / Math.sqrt(Math.PI))),
  sample: { range: [-2, 2] },
});
/** x·Φ(x), Φ the distribution function of the standard normal distribution. Hendrycks and Gimpel 2016. */
export const gelu = unary('gelu', {
  opcode: ew.gelu,
  value: (x) => x * (0.5 + 0.5 * erfScalar(x * Math.SQRT1_2)),
  gradient: (g, x) => {
    const density = mul(exp(mul(square(x), -0.5)), 1 / Math.sqrt(2 * Math.PI));
    return mul(g, add(mul(add(erf(mul(x, Math.SQRT1_2)), 1), 0.5), mul(x, density)));
  },
  sample: { range: [-3, 3] },
});
/** 1 / (1 + e^-x) */
export const sigmoid = unary('sigmoid', {
  opcode: ew.sigmoid,
  value: (x) => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x))),
  gradient: (g, _x, y) => mul(g, mul(y, sub(1, y))),
  sample: { range: [-4, 4] },
});
/** log(1 + e^x), without overflow */
export const softplus = unary('softplus', {
  opcode: ew.softplus,
  value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  gradient: (g, x) => mul(g, sigmoid(x)),
  sample: { range: [-4, 4] },
});
/** Largest integer not above x; the derivative is 0. */
export const floor = unary('floor', {
  opcode: ew.floor,
  value: Math.floor,
  gradient: () => undefined,
  sample: { range: [-3, 3], kinks: [-2, -1, 0, 1, 2] },
});
/** max(x, 0); the derivative at 0 is 0. NaN stays NaN. */
export const relu = unary('relu', {
  opcode: ew.relu,
  value: (x) => (x > 0 ? x : x === x ? 0 : x),
  gradient: (g, _x, y) => mul(g, greater(y, 0)),
  sample: { range: [-2, 2], kinks: [0] },
});
/** x * x */
export const square = unary('square', {
  opcode: ew.square,
  value: (x) => x * x,
  gradient: (g, x) => mul(g, mul(x, 2)),
  sample: { range: [-2, 2] },
});
