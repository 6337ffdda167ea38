/** Loops as data: one body, run along the first axis of its inputs. */
import { RidgelineError, showShape } from '../errors.ts';
import { evaluateGraph } from './evaluate.ts';
import { isFloat } from '../tensor/dtype.ts';
import { sameShape, sizeOf } from '../tensor/shape.ts';
import { currentGraph, Graph, Tensor, type TensorSpec, tracing } from '../tensor/tensor.ts';
import { add } from './binary.ts';
import { apply, defineOp, type ReferenceValue, type TensorLike, toTensor } from './define.ts';
import { broadcastTo } from './movement.ts';
import { backward, inline } from './walk.ts';

/** What a scan's body returns: the next carry, and values stacked over the iterations. */
export interface ScanStep {
  readonly carry: readonly Tensor[];
  readonly ys?: readonly Tensor[];
}
/** Options of {@link scan}. */
export interface ScanOptions {
  /** Run from the last element to the first; default false. ys keep the positions of xs. */
  readonly reverse?: boolean;
  /** Number of iterations; needed only when there are no xs. */
  readonly length?: number;
}

/** Attributes of a scan node. */
export interface ScanAttributes {
  readonly body: Graph;
  readonly carries: number;
  readonly xs: number;
  readonly length: number;
  readonly reverse: boolean;
}

const stacked = (length: number, t: TensorSpec): TensorSpec => ({ shape: [length, ...t.shape], dtype: t.dtype });

/**
 * Inputs: carries, xs [length, ...], captured values. Outputs: final carries, ys [length, ...], and the carries at the start of each
 * iteration [length, ...], which the gradient reads; an output that nobody reads costs nothing.
 */
const scanOp = defineOp({
  name: 'scan',
  shape: (_inputs, attrs) => {
    const { body, carries, length } = attrs as unknown as ScanAttributes;
    const starts = body.inputs.slice(0, carries);
    const results = body.outputs;
    return [
      ...results.slice(0, carries),
      ...results.slice(carries).map((t) => stacked(length, t)),
      ...starts.map((t) => stacked(length, t)),
    ];
  },
  gradient: (node, ...upstream) => {
    const { body, carries, xs, length, reverse } = node.attrs as unknown as ScanAttributes;
    const ys = body.outputs.length - carries;
    const captured = node.inputs.slice(carries + xs);
    const stacks = node.outputs.slice(carries + ys);
    const floats = (list: readonly Tensor[]) => list.map((t, i) => (isFloat(t.dtype) ? i : -1)).filter((i) => i >= 0);
    const carryIndex = floats(node.inputs.slice(0, carries));
    const capturedIndex = floats(captured);
    const xsIndex = floats(node.inputs.slice(carries, carries + xs));
    const zeros = (t: TensorSpec) => broadcastTo(toTensor('scan', 0, t.dtype), t.shape);
    // Iterations run the other way: each recomputes its forward body from the saved carry and pulls the gradient through it.
    const ups = node.outputs.map((t, i) => upstream[i] ?? (isFloat(t.dtype) ? zeros(t) : undefined));
    const ysUp = ups.slice(carries, carries + ys);
    const stackUp = ups.slice(carries + ys);
    const given = <T>(list: readonly (T | undefined)[]) => list.filter((t): t is T => t !== undefined);
    const result = scan(
      (gradient, parts) => {
        const dCarry = gradient.slice(0, carryIndex.length);
        const dCaptured = gradient.slice(carryIndex.length);
        let at = 0;
        const take = (n: number) => {
          at += n;
          return parts.slice(at - n, at);
        };
        const [x, c, gy, gs] = [take(xs), take(carries), take(given(ysUp).length), take(given(stackUp).length)];
        const graph = currentGraph('scan');
        const inner = captured.map((t) => graph.adopt('scan', t));
        const outputs = inline(body, graph, [...c, ...x, ...inner]);
        let nextY = 0;
        const pulls = outputs.map((t, i) => (!isFloat(t.dtype) ? undefined : i < carries ? dCarry[carryIndex.indexOf(i)] : gy[nextY++]));
        const wrt = [...carryIndex.map((i) => c[i]), ...xsIndex.map((i) => x[i]), ...capturedIndex.map((i) => inner[i])];
        const grads = backward(outputs, pulls, wrt).map((g, i) => g ?? zeros(wrt[i]));
        const nextCarry = carryIndex.map((_, i) => add(grads[i], gs[i]));
        const nextCaptured = capturedIndex.map((_, i) => add(dCaptured[i], grads[carryIndex.length + xsIndex.length + i]));
        return { carry: [...nextCarry, ...nextCaptured], ys: xsIndex.map((_, i) => grads[carryIndex.length + i]) };
      },
      [...carryIndex.map((i) => ups[i] as Tensor), ...capturedIndex.map((i) => zeros(captured[i]))],
      [...node.inputs.slice(carries, carries + xs), ...stacks, ...given(ysUp), ...given(stackUp)],
      { reverse: !reverse, length },
    );
    const grads: (Tensor | undefined)[] = node.inputs.map(() => undefined);
    carryIndex.forEach((i, j) => (grads[i] = result.carry[j]));
    xsIndex.forEach((i, j) => (grads[carries + i] = result.ys[j]));
    capturedIndex.forEach((i, j) => (grads[carries + xs + i] = result.carry[carryIndex.length + j]));
    return grads;
  },
  reference: (inputs, attrs, outputs, random) => {
    const { body, carries, xs, length, reverse } = attrs as unknown as ScanAttributes;
    const ys = body.outputs.length - carries;
    let carry: readonly ReferenceValue[] = inputs.slice(0, carries);
    const captured = inputs.slice(carries + xs);
    const stacks = outputs.slice(carries).map((t) => new Float64Array(sizeOf(t.shape)));
    for (let i = 0; i < length; i++) {
      const t = reverse ? length - 1 - i : i;
      const x = inputs.slice(carries, carries + xs).map((v) => {
        const width = sizeOf(v.shape.slice(1));
        return { shape: v.shape.slice(1), data: v.data.subarray(t * width, (t + 1) * width) };
      });
      carry.forEach((v, k) => stacks[ys + k].set(v.data, t * v.data.length));
      const results = evaluateGraph(body, [...carry, ...x, ...captured], { random });
      results.slice(carries).forEach((v, k) => stacks[k].set(v.data, t * v.data.length));
      carry = results.slice(0, carries);
    }
    return [...carry.map((v) => v.data), ...stacks];
  },
  lower: { kind: 'scan' },
  samples: [],
});

/**
 * Runs body(carry, x) for each x along the first axis of xs and returns the last carry and the stacked ys. The plan holds the body once,
 * whatever the length. The body may read outer Tensors; random ops do not belong in it (draw outside and pass them as xs).
 *
 * @throws ERR_SHAPE when xs differ in length or the body returns a carry of another shape or dtype.
 */
export function scan(
  body: (carry: readonly Tensor[], x: readonly Tensor[]) => ScanStep,
  carry: readonly TensorLike[],
  xs: readonly TensorLike[] = [],
  options: ScanOptions = {},
): { carry: readonly Tensor[]; ys: readonly Tensor[] } {
  const graph = currentGraph('scan');
  const start = carry.map((t) => graph.adopt('scan', toTensor('scan', t)));
  const inputs = xs.map((t) => graph.adopt('scan', toTensor('scan', t)));
  const length = options.length ?? inputs[0]?.shape[0];
  if (!Number.isSafeInteger(length) || length < 1)
    throw new RidgelineError('ERR_SHAPE', `scan: expected a length of 1 or more, got ${length}`);
  for (const t of inputs) {
    if (t.rank === 0 || t.shape[0] !== length)
      throw new RidgelineError('ERR_SHAPE', `scan: expected every xs to have ${length} as its first size, got shape ${showShape(t.shape)}`);
  }
  const inner = new Graph(graph);
  tracing(inner, () => {
    const c = start.map((t, i) => inner.input(`carry${i}`, t));
    const x = inputs.map((t, i) => inner.input(`x${i}`, { shape: t.shape.slice(1), dtype: t.dtype }));
    const step = body(c, x);
    if (step.carry.length !== c.length)
      throw new RidgelineError('ERR_SHAPE', `scan: the body returned ${step.carry.length} carries, expected ${c.length}`);
    step.carry.forEach((t, i) => {
      if (!(t instanceof Tensor) || !sameShape(t.shape, c[i].shape) || t.dtype !== c[i].dtype)
        throw new RidgelineError('ERR_SHAPE', `scan: carry ${i} goes in as ${c[i]} and comes back as ${String(t)}`);
    });
    inner.outputs = [...step.carry, ...(step.ys ?? [])].map((t) => inner.adopt('scan', t));
  });
  if (inner.nodes.some((n) => n.op.startsWith('random')))
    throw new RidgelineError('ERR_GRAPH', 'scan: random ops do not belong in the body; draw them outside and pass them as xs');
  const captured = [...new Set(inner.captured.values())].map(
    (t) => [...inner.captured].find(([outer, i]) => i === t && outer.node.graph === graph)?.[0] as Tensor,
  );
  const attrs = { body: inner, carries: start.length, xs: inputs.length, length, reverse: options.reverse ?? false };
  const outputs = apply(scanOp, [...start, ...inputs, ...captured], attrs);
  return { carry: outputs.slice(0, start.length), ys: outputs.slice(start.length, inner.outputs.length) };
}
