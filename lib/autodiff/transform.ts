/** Derivatives as transformations of functions on Tensors: they compose to any order. */
import { RidgelineError, showShape } from '../errors.ts';
import { cast, constant } from '../ops/core.ts';
import type { TensorLike } from '../ops/define.ts';
import { toTensor } from '../ops/define.ts';
import { add, mul } from '../ops/binary.ts';
import { broadcastTo } from '../ops/movement.ts';
import { sum } from '../ops/reduce.ts';
import { backward } from '../ops/walk.ts';
import { isFloat } from '../tensor/dtype.ts';
import { sameShape } from '../tensor/shape.ts';
import { currentGraph, Tensor } from '../tensor/tensor.ts';

/** A function on Tensors with one result. */
export type TensorFunction = (...args: Tensor[]) => Tensor;

const zerosLike = (t: Tensor): Tensor => broadcastTo(constant(0, t.dtype), t.shape);

/** Gradients of a rank-0 (or size-1) output; zeros where it does not depend on an argument. */
export function gradients(where: string, output: Tensor, wrt: readonly Tensor[]): Tensor[] {
  if (!(output instanceof Tensor) || output.shape.some((d) => d !== 1))
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected a function whose result has one element, got ${output instanceof Tensor ? `shape ${showShape(output.shape)}` : String(output)}`,
    );
  for (const t of wrt) {
    if (!isFloat(t.dtype)) throw new RidgelineError('ERR_DTYPE', `${where}: expected float arguments to differentiate by, got ${t.dtype}`);
  }
  const one = broadcastTo(constant(1, output.dtype), output.shape);
  return backward([output], [one], wrt).map((g, i) => g ?? zerosLike(wrt[i]));
}

/** The arguments as Tensors of the graph. A Tensor given twice becomes two: each stands for its own argument alone. */
function distinct(where: string, args: readonly TensorLike[]): Tensor[] {
  const graph = currentGraph(where);
  const tensors = args.map((a) => graph.adopt(where, toTensor(where, a)));
  return tensors.map((t) => (isFloat(t.dtype) && tensors.indexOf(t) !== tensors.lastIndexOf(t) ? mul(t, 1) : t));
}

function positions(where: string, wrt: number | readonly number[] | undefined, count: number): number[] {
  const list = wrt === undefined ? [0] : typeof wrt === 'number' ? [wrt] : [...wrt];
  for (const i of list) {
    if (!Number.isInteger(i) || i < 0 || i >= count)
      throw new RidgelineError('ERR_OPTION', `${where}: expected positions of arguments in [0, ${count}) for wrt, got ${i}`);
  }
  return list;
}

/** What grad returns: one Tensor, or one per position when `wrt` is a list. */
export type Gradient<W> = W extends readonly number[] ? Tensor[] : Tensor;

/**
 * (...args) => gradient of fn by args[wrt]. The gradient has the shape of the argument and can be differentiated again.
 * @throws ERR_SHAPE when fn's result has more than one element.
 */
export function grad<W extends number | readonly number[] = 0>(
  fn: TensorFunction,
  options: { wrt?: W } = {},
): (...args: TensorLike[]) => Gradient<W> {
  const both = valueAndGrad(fn, options);
  return (...args) => both(...args)[1];
}

/** (...args) => [value, gradient], sharing the forward computation. */
export function valueAndGrad<W extends number | readonly number[] = 0>(
  fn: TensorFunction,
  options: { wrt?: W } = {},
): (...args: TensorLike[]) => [Tensor, Gradient<W>] {
  return (...args) => {
    const tensors = distinct('grad', args);
    const wrt = positions('grad', options.wrt, tensors.length);
    const value = fn(...tensors);
    const grads = gradients(
      'grad',
      value,
      wrt.map((i) => tensors[i]),
    );
    return [value, (Array.isArray(options.wrt) ? grads : grads[0]) as Gradient<W>];
  };
}

/**
 * Vector-Jacobian product at `primals`: the value of fn and a function that pulls a cotangent of the value's shape back to the primals.
 */
export function vjp(fn: TensorFunction, primals: readonly TensorLike[]): { value: Tensor; pullback: (cotangent: TensorLike) => Tensor[] } {
  const tensors = distinct('vjp', primals);
  const value = fn(...tensors);
  return {
    value,
    pullback: (cotangent) => {
      const c = currentGraph('vjp').adopt('vjp', toTensor('vjp', cotangent, value.dtype));
      if (!sameShape(c.shape, value.shape))
        throw new RidgelineError('ERR_SHAPE', `vjp: expected a cotangent of shape ${showShape(value.shape)}, got ${showShape(c.shape)}`);
      return backward([value], [c], tensors).map((g, i) => g ?? zerosLike(tensors[i]));
    },
  };
}

/**
 * Jacobian-vector product: [value, derivative of fn at `primals` along `tangents`]. Built from two reverse walks: the pullback is linear in its
 * cotangent, and the gradient of that linear map is the pushforward.
 */
export function jvp(fn: TensorFunction, primals: readonly TensorLike[], tangents: readonly TensorLike[]): [Tensor, Tensor] {
  if (primals.length !== tangents.length)
    throw new RidgelineError('ERR_SHAPE', `jvp: expected one tangent for each of ${primals.length} primals, got ${tangents.length}`);
  const graph = currentGraph('jvp');
  const { value, pullback } = vjp(fn, primals);
  // A stand-in cotangent whose value never matters: only the derivative by it is used.
  const u = mul(zerosLike(value), 1);
  const pulled = pullback(u);
  const directional = pulled
    .map((p, i) => {
      const t = graph.adopt('jvp', cast(toTensor('jvp', tangents[i], p.dtype), p.dtype));
      if (!sameShape(t.shape, p.shape))
        throw new RidgelineError('ERR_SHAPE', `jvp: expected tangent ${i} of shape ${showShape(p.shape)}, got ${showShape(t.shape)}`);
      return sum(mul(p, t));
    })
    .reduce((a, b) => add(a, b));
  return [value, gradients('jvp', directional, [u])[0]];
}
