/** Movements as views: how a tensor can be read from memory that already holds its values in another order. */
import { movementView } from '../ops/movement.ts';
import { opOf } from '../ops/define.ts';
import { type Shape, stridesOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** A tensor as a strided read of `base`, in elements; strides are per axis of the tensor. */
export interface View {
  readonly base: Tensor;
  readonly strides: readonly number[];
  readonly offset: number;
}

/** Row-major, ignoring axes of size 1. */
export function isContiguous(shape: Shape, strides: readonly number[]): boolean {
  const own = stridesOf(shape);
  return shape.every((d, i) => d === 1 || strides[i] === own[i]);
}

/** Views of tensors, given which movements are materialized (written out in their own order). */
export class Views {
  readonly #materialized = new Set<Tensor>();
  readonly #known = new Map<Tensor, View>();

  /** Is this tensor written to memory by an instruction of its own, although it only moves values? */
  isMaterialized(t: Tensor): boolean {
    return this.#materialized.has(t);
  }

  of(t: Tensor): View {
    let view = this.#known.get(t);
    if (!view) {
      view = this.#materialized.has(t) ? undefined : this.#resolve(t);
      view ??= { base: t, strides: stridesOf(t.shape), offset: 0 };
      this.#known.set(t, view);
    }
    return view;
  }

  /** How t's own node reads its operand, whether or not t is materialized. */
  source(t: Tensor): View {
    return this.#resolve(t) ?? { base: t, strides: stridesOf(t.shape), offset: 0 };
  }

  #resolve(t: Tensor): View | undefined {
    const { node } = t;
    const kind = opOf(node).lower.kind;
    if (kind !== 'movement' && kind !== 'reshape') return undefined;
    const [input] = node.inputs;
    const inner = this.of(input);
    if (kind === 'reshape') {
      if (isContiguous(input.shape, inner.strides)) return { base: inner.base, strides: stridesOf(t.shape), offset: inner.offset };
      const kept = inner.strides.filter((_, i) => input.shape[i] !== 1);
      const onlyOnes = sameBesideOnes(input.shape, t.shape);
      if (!onlyOnes) return undefined;
      let next = 0;
      return { base: inner.base, strides: t.shape.map((d) => (d === 1 ? 0 : kept[next++])), offset: inner.offset };
    }
    // The movement's strides are over a row-major input: translate each to the input's own strides.
    if (node.op === 'transpose') {
      const perm = node.attrs.perm as readonly number[];
      return { base: inner.base, strides: perm.map((p) => inner.strides[p]), offset: inner.offset };
    }
    if (node.op === 'slice') {
      const begin = node.attrs.begin as readonly number[];
      return { base: inner.base, strides: inner.strides, offset: begin.reduce((at, b, i) => at + b * inner.strides[i], inner.offset) };
    }
    const lead = t.rank - input.rank;
    const moved = movementView(node, input.shape, t.shape).strides;
    return { base: inner.base, strides: t.shape.map((_, i) => (moved[i] === 0 ? 0 : inner.strides[i - lead])), offset: inner.offset };
  }

  /** Makes sure that t can be read row-major, by materializing the movement in the way; see {@link contiguous}. */
  require(t: Tensor): void {
    const view = this.of(t);
    if (isContiguous(t.shape, view.strides)) return;
    // A reshape of something strided is written out as the movement below it, which then has its rows in order.
    const target = opOf(t.node).lower.kind === 'reshape' ? t.node.inputs[0] : t;
    this.#materialized.add(target);
    this.#known.clear();
    if (target !== t) this.require(t);
  }
}

const sameBesideOnes = (a: Shape, b: Shape): boolean => {
  const [x, y] = [a.filter((d) => d !== 1), b.filter((d) => d !== 1)];
  return x.length === y.length && x.every((d, i) => d === y[i]);
};
