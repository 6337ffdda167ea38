/** Order of instructions: least live memory, guards before writes, and new state written in place of the old where nobody still needs it. */
import { dtypeBytes } from '../tensor/dtype.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Computation, StateBinding } from './computation.ts';
import type { Program } from './elementwise.ts';
import type { Fusion } from './fuse.ts';
import { type Instruction, readsOf, type Run, writesOf } from './instructions.ts';
import { sideBySide } from './side-by-side.ts';
import { isContiguous } from './views.ts';

/** An order of instructions and where new state goes. */
export interface Schedule {
  /** Indices of the instructions in the order in which they run. */
  readonly order: readonly number[];
  /** Tensors that are made directly in the slab, with the state entry they become. */
  readonly inPlace: ReadonlyMap<Tensor, StateBinding>;
  /** New values that are copied into the slab at the end of the step. */
  readonly commits: readonly { readonly from: Run; readonly state: StateBinding }[];
}

/** Bytes of a tensor, row-major. */
export const bytesOf = (t: Tensor): number => sizeOf(t.shape) * dtypeBytes[t.dtype];

/** Is every access of the program to `t` element by element, in the order of its iteration space? */
export function readsInOrder(program: Program | undefined, t: Tensor): boolean {
  if (!program) return true;
  return program.inputs.every(
    (o) => o.view?.base !== t || (o.view.offset === 0 && isContiguous(program.dims, o.strides) && sizeOf(program.dims) === sizeOf(t.shape)),
  );
}

/** May this instruction write over `old`, which it reads, while making `next`? */
function overwrites(i: Instruction, old: Tensor, next: Tensor): boolean {
  if (!readsOf(i).includes(old)) return true;
  if (old.dtype !== next.dtype) return false;
  if (i.kind === 'elementwise') return readsInOrder(i.program, old);
  if (i.kind === 'gemm') return i.c !== next && i.a.base !== old && i.b.base !== old && readsInOrder(i.program, old);
  return false;
}

/** `hint` repeats the order found for another row count of the same structure. */
export function schedule(c: Computation, instructions: readonly Instruction[], { views }: Fusion, hint?: readonly number[]): Schedule {
  const producer = new Map<Tensor, number>();
  instructions.forEach((i, k) => {
    for (const t of writesOf(i)) producer.set(t, k);
  });
  const readers = new Map<Tensor, number[]>();
  const after: Set<number>[] = instructions.map(() => new Set());
  instructions.forEach((i, k) => {
    for (const t of readsOf(i)) {
      readers.set(t, [...(readers.get(t) ?? []), k]);
      const p = producer.get(t);
      if (p !== undefined) after[k].add(p);
    }
  });
  const reaches = (from: number, to: number): boolean => {
    const seen = new Set<number>([to]);
    const pending = [to];
    for (let k = pending.pop(); k !== undefined; k = pending.pop()) {
      if (k === from) return true;
      for (const p of after[k]) {
        if (!seen.has(p)) {
          seen.add(p);
          pending.push(p);
        }
      }
    }
    return false;
  };

  const checks = instructions.flatMap((i, k) => (i.kind === 'guard' || (i.kind === 'kernel' && i.checksIndices) ? [k] : []));
  const inPlace = new Map<Tensor, StateBinding>();
  const commits: { from: Run; state: StateBinding }[] = [];
  for (const state of c.state) {
    const { next, input } = state;
    if (!next || next === input) continue;
    const view = views.of(next);
    const p = producer.get(view.base);
    const wholly = view.offset === 0 && bytesOf(view.base) === bytesOf(next);
    let direct =
      p !== undefined && wholly && !inPlace.has(view.base) && instructions[p].kind !== 'scan' && instructions[p].kind !== 'place';
    if (direct && p !== undefined) {
      const before = [...checks, ...(input ? (readers.get(input) ?? []) : [])].filter((k) => k !== p);
      direct = (!input || overwrites(instructions[p], input, view.base)) && before.every((k) => !reaches(p, k));
      if (direct) for (const k of before) after[p].add(k);
    }
    if (direct) inPlace.set(view.base, state);
    else commits.push({ from: { base: view.base, offset: view.offset, bytes: bytesOf(next) }, state });
  }

  const order = hint ?? sideBySide(leastMemory(instructions, after, inPlace), instructions, after);
  return { order, inPlace, commits };
}

/** Greedy list scheduling: of what is ready, that which frees most and takes least; ties by program order. */
function leastMemory(
  instructions: readonly Instruction[],
  after: readonly ReadonlySet<number>[],
  inPlace: ReadonlyMap<Tensor, unknown>,
): number[] {
  const left = new Map<Tensor, number>();
  const reads = instructions.map(readsOf);
  for (const list of reads) for (const t of list) left.set(t, (left.get(t) ?? 0) + 1);
  const made = new Set(instructions.flatMap(writesOf));
  const grows = instructions.map((i) => writesOf(i).reduce((n, t) => n + (inPlace.has(t) ? 0 : bytesOf(t)), 0));
  const waiting = after.map((set) => set.size);
  const followers: number[][] = instructions.map(() => []);
  after.forEach((set, k) => {
    for (const p of set) followers[p].push(k);
  });
  const ready = instructions.map((_, k) => k).filter((k) => waiting[k] === 0);
  const order: number[] = [];
  while (ready.length > 0) {
    let best = 0;
    let bestDelta = Infinity;
    ready.forEach((k, at) => {
      let delta = grows[k];
      for (const t of reads[k]) if (made.has(t) && !inPlace.has(t) && left.get(t) === 1) delta -= bytesOf(t);
      if (delta < bestDelta || (delta === bestDelta && k < ready[best])) [best, bestDelta] = [at, delta];
    });
    const [k] = ready.splice(best, 1);
    order.push(k);
    for (const t of reads[k]) left.set(t, (left.get(t) as number) - 1);
    for (const f of followers[k]) if (--waiting[f] === 0) ready.push(f);
  }
  return order;
}
