/**
 * Sums over the rows move beside other instructions that read the same arrays. The executor then takes them through a block of rows together
 * (docs/plan.md, "Row by row"), and each array comes from memory once: the sums of g, (x - mean)² and g·(x - mean) of a batch normalization.
 */
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Instruction, readsOf, writesOf } from './instructions.ts';

/** A sum over the rows that leaves nothing else in memory; wherever it runs, its result takes next to nothing. */
const isSumOverRows = (i: Instruction): i is Extract<Instruction, { kind: 'reduce' }> =>
  i.kind === 'reduce' && i.sizes[0] === 1 && i.sizes[1] > 1 && i.sizes[2] > 1 && i.program.outputs.length === 0;

/** Arrays as large as the iteration space that an instruction reads; nothing where it cannot go row by row. */
function arraysOf(i: Instruction): Tensor[] {
  if (i.kind !== 'elementwise' && i.kind !== 'reduce') return [];
  const size = sizeOf(i.program.dims);
  return readsOf(i).filter((t) => sizeOf(t.shape) === size);
}

/** May these instructions, one after another, go over the same rows? */
function joined(list: readonly Instruction[], rows: number): boolean {
  const sums = new Set<Tensor>();
  for (const i of list) {
    if ((i.kind !== 'elementwise' && i.kind !== 'reduce') || sizeOf(i.program.dims) % rows !== 0) return false;
    if (readsOf(i).some((t) => sums.has(t))) return false;
    if (i.kind === 'elementwise' || i.sizes[0] % rows === 0) continue;
    if (i.sizes[0] !== 1 || i.sizes[1] % rows !== 0 || i.sizes[2] === 1) return false;
    sums.add(i.out);
  }
  return true;
}

/** `after`: the instructions that must come before each one. Gives an order in which they still do, with no array alive for longer. */
export function gather(instructions: readonly Instruction[], after: readonly ReadonlySet<number>[], order: readonly number[]): number[] {
  const result = [...order];
  const made = new Set(instructions.flatMap(writesOf));
  for (const k of order) {
    const sum = instructions[k];
    if (!isSumOverRows(sum)) continue;
    const arrays = arraysOf(sum);
    const fits = (i: Instruction) => arraysOf(i).some((t) => arrays.includes(t)) && joined([i], sum.sizes[1]);
    const at = result.indexOf(k);
    let [low, high] = [at, at];
    while (low > 0 && !after[k].has(result[low - 1])) low--;
    while (high + 1 < result.length && !after[result[high + 1]].has(k)) high++;
    const beside = [];
    for (let q = low; q <= high; q++) if (q !== at && fits(instructions[result[q]])) beside.push(q);
    const between = (q: number) => result.slice(Math.min(at, q), Math.max(at, q) + 1).map((j) => instructions[j]);
    if (beside.some((q) => joined(between(q), sum.sizes[1]))) continue;
    // Further on, what it reads must be in memory anyway.
    const lives = (t: Tensor, q: number) => !made.has(t) || result.slice(q).some((j) => readsOf(instructions[j]).includes(t));
    const target = beside.reverse().find((q) => q < at || arrays.every((t) => lives(t, q)));
    if (target === undefined) continue;
    result.splice(at, 1);
    result.splice(target < at ? target + 1 : target, 0, k);
  }
  return result;
}
