/** Derivatives against finite differences, in float64 on the reference interpreter. */
import { RidgelineError } from '../errors.ts';
import { evaluate } from '../ops/evaluate.ts';
import { mul } from '../ops/binary.ts';
import { sum } from '../ops/reduce.ts';
import { isFloat } from '../tensor/dtype.ts';
import { type ArrayInput, toNDArray } from '../tensor/ndarray.ts';
import { sizeOf } from '../tensor/shape.ts';
import { Graph, type Tensor, tracing } from '../tensor/tensor.ts';
import type { TensorFunction } from './transform.ts';
import { grad } from './transform.ts';

/** How strictly, and to which order, {@link checkGradients} compares. */
export interface CheckGradientsOptions {
  /** Largest accepted |analytic - numeric| / max(1, |analytic|, |numeric|); default 1e-6 for order 1, 1e-5 for order 2. */
  readonly tolerance?: number;
  /** 1: the gradient; 2: also the gradient of a projection of the gradient; default 1. */
  readonly order?: 1 | 2;
  /** Step of the central difference; default 1e-5. */
  readonly step?: number;
}
/** What {@link checkGradients} found. */
export interface GradientCheck {
  readonly ok: boolean;
  /** Largest relative error found. */
  readonly worst: number;
  /** Where it was found: order, argument, element, and both values. */
  readonly at:
    | { readonly order: 1 | 2; readonly argument: number; readonly element: number; readonly analytic: number; readonly numeric: number }
    | undefined;
}

/** A fixed direction without structure: distinct weights in (-1, 1) for the elements of a result. */
const weight = (i: number): number => ((i * 0.6180339887498949 + 0.17) % 1) * 2 - 1;

/**
 * Compares the derivatives of fn at `inputs` with central differences, in float64, whatever the dtype of the inputs; int32 inputs are held fixed.
 * fn may return a Tensor of any shape: a fixed combination of its elements is differentiated. Throws nothing on a mismatch: read `ok`.
 */
export function checkGradients(fn: TensorFunction, inputs: readonly ArrayInput[], options: CheckGradientsOptions = {}): GradientCheck {
  const { order = 1, step = 1e-5 } = options;
  if (order !== 1 && order !== 2) throw new RidgelineError('ERR_OPTION', `checkGradients: expected 1 or 2 for order, got ${String(order)}`);
  const arrays = inputs.map((v, i) => toNDArray('checkGradients', `inputs[${i}]`, v));
  const values = arrays.map((a) => ({ shape: a.shape, data: Float64Array.from(a.data) }));
  const floats = arrays.flatMap((a, i) => (isFloat(a.dtype) ? [i] : []));
  const project = (t: Tensor, graph: Graph): Tensor => {
    const data = Float64Array.from({ length: sizeOf(t.shape) }, (_, i) => weight(i));
    const weights = graph.add('constant', [], { data: toNDArray('checkGradients', 'weights', data).reshape([...t.shape]) }, [t]).outputs[0];
    return sum(mul(t, weights));
  };
  const scalar: TensorFunction = (...args) => project(fn(...args), args[0].node.graph);
  const second: TensorFunction = (...args) =>
    grad(scalar, { wrt: floats })(...args)
      .map((g) => project(g, args[0].node.graph))
      .reduce((a, b) => a.node.graph.add('add', [a, b], {}, [a]).outputs[0]);

  let worst = 0;
  let at: GradientCheck['at'];
  for (const o of order === 2 ? ([1, 2] as const) : ([1] as const)) {
    const target = o === 1 ? scalar : second;
    const graph = new Graph();
    const tensors = arrays.map((a, i) => graph.input(`x${i}`, { shape: a.shape, dtype: isFloat(a.dtype) ? 'float64' : a.dtype }));
    const [value, grads] = tracing(graph, () => [target(...tensors), grad(target, { wrt: floats })(...tensors)] as const);
    const feeds = () => new Map(tensors.map((t, i) => [t, values[i]]));
    const analytic = evaluate(grads, feeds());
    for (const [k, i] of floats.entries()) {
      for (let e = 0; e < values[i].data.length; e++) {
        const keep = values[i].data[e];
        const sample = (x: number) => {
          values[i].data[e] = x;
          return evaluate([value], feeds())[0].data[0];
        };
        const numeric = (sample(keep + step) - sample(keep - step)) / (2 * step);
        values[i].data[e] = keep;
        const exact = analytic[k].data[e];
        const error = Math.abs(exact - numeric) / Math.max(1, Math.abs(exact), Math.abs(numeric));
        if (!(error <= worst)) {
          worst = error;
          at = { order: o, argument: i, element: e, analytic: exact, numeric };
        }
      }
    }
  }
  return { ok: worst <= (options.tolerance ?? (order === 1 ? 1e-6 : 1e-5)), worst, at };
}
