/** Sums over the same axis that read the same array, next to each other: the executor makes one loop of such neighbours where it has one. */
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Instruction, readsOf, writesOf } from './instructions.ts';

type Reduction = Extract<Instruction, { kind: 'reduce' }>;

const isSum = (i: Instruction): i is Reduction => i.kind === 'reduce' && i.op === 0;

/** Arrays that a program reads element by element. */
const wholeReads = ({ program: { dims, inputs } }: Reduction): Tensor[] =>
  inputs.flatMap((o) => (o.view && dims.every((d, a) => d === 1 || o.strides[a] !== 0) ? [o.view.base] : []));

function alike(a: Reduction, b: Reduction): boolean {
  const shared = wholeReads(b);
  return (
    a.program.compute === b.program.compute &&
    a.sizes.every((n, k) => n === b.sizes[k]) &&
    sizeOf(a.program.dims) === sizeOf(b.program.dims) &&
    wholeReads(a).some((t) => shared.includes(t))
  );
}

/**
 * The order with alike sums moved together where what they need is there, and nothing large lives longer: a later one that stores nothing else comes
 * up to the first, or the first, of which the later one reads every array, goes down to it. `after[k]` must run before k.
 */
export function sideBySide(
  order: readonly number[],
  instructions: readonly Instruction[],
  after: readonly ReadonlySet<number>[],
): number[] {
  const list = [...order];
  const made = new Set(instructions.flatMap(writesOf));
  /** The end of the group that begins at a place, or that place if what was there has gone down. */
  const gather = (at: number): number => {
    const first = instructions[list[at]];
    if (!isSum(first)) return at + 1;
    let end = at + 1;
    for (let from = end; from < list.length; from++) {
      const k = list[from];
      const later = instructions[k];
      const group = list.slice(at, end);
      if (!isSum(later) || !group.some((g) => alike(instructions[g] as Reduction, later)) || group.some((g) => after[k].has(g))) continue;
      const before = new Set(list.slice(0, end));
      if ([...after[k]].every((p) => before.has(p)) && (from === end || later.program.outputs.length === 0)) {
        list.splice(end++, 0, ...list.splice(from, 1));
        continue;
      }
      const reads = new Set(readsOf(later));
      const waits = list.slice(end, from).some((b) => after[b].has(list[at]));
      if (end > at + 1 || waits || !readsOf(first).every((t) => reads.has(t) || !made.has(t))) continue;
      list.splice(from - 1, 0, ...list.splice(at, 1));
      return at;
    }
    return end;
  };
  for (let at = 0; at < list.length; at = gather(at));
  return list;
}
