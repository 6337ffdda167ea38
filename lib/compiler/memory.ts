/** Offsets in the scratch slab: large values whose lives do not overlap share memory, and a result may take the place of an operand that dies. */
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Instruction, readsOf, writesOf } from './instructions.ts';
import { bytesOf, readsInOrder, type Schedule } from './schedule.ts';

const alignment = 64;
/** The next multiple of 64 bytes. */
export const align = (bytes: number): number => Math.ceil(bytes / alignment) * alignment;

const large = 256 * 1024;
const gap = 9 * alignment;
/**
 * Bytes from an array to the next. Large ones are set apart: arrays whose addresses are alike in their last twelve bits, as those of whole
 * pages one after another are, wait for one another when they are read and written side by side.
 */
export const spaceOf = (bytes: number): number => align(bytes) + (bytes < large ? 0 : gap);

/** Where values lie in scratch. */
export interface MemoryPlan {
  /** Offset in bytes of each tensor that lives in scratch. */
  readonly offsets: ReadonlyMap<Tensor, number>;
  /** Offset of the arena of each scan's body, by instruction index. */
  readonly arenas: ReadonlyMap<number, number>;
  readonly bytes: number;
  /** Offsets in the order in which buffers were made: the hint for another row count. */
  readonly layout: readonly number[];
}

interface Buffer {
  bytes: number;
  first: number;
  last: number;
  offset: number;
}

/**
 * `kept` live to the end of the step. `arenaBytes` gives the scratch that each scan's body needs. `hint` reuses the layout found for another
 * row count.
 */
export function planMemory(
  instructions: readonly Instruction[],
  { order, inPlace, commits }: Schedule,
  kept: ReadonlySet<Tensor>,
  arenaBytes: ReadonlyMap<number, number>,
  hint?: readonly number[],
): MemoryPlan {
  const end = order.length;
  const last = new Map<Tensor, number>();
  order.forEach((k, at) => {
    for (const t of [...readsOf(instructions[k]), ...writesOf(instructions[k])]) last.set(t, at);
  });
  for (const t of kept) last.set(t, end);
  for (const { from } of commits) last.set(from.base, end);

  const bufferOf = new Map<Tensor, Buffer>();
  const buffers: Buffer[] = [];
  const arenas = new Map<number, Buffer>();
  order.forEach((k, at) => {
    const instruction = instructions[k];
    const make = (t: Tensor): void => {
      if (inPlace.has(t) || bufferOf.has(t)) return;
      const shared = takeover(instruction, t, at, last, bufferOf);
      if (shared) {
        shared.last = Math.max(shared.last, last.get(t) as number);
        bufferOf.set(t, shared);
        return;
      }
      const buffer = { bytes: spaceOf(bytesOf(t)), first: at, last: last.get(t) as number, offset: 0 };
      buffers.push(buffer);
      bufferOf.set(t, buffer);
    };
    if (instruction.kind === 'gemm' && instruction.program) {
      // The product's own buffer, unless it is read later: that of a result of the epilogue, which is run in place.
      const others = writesOf(instruction).filter((t) => t !== instruction.c);
      const host = others.find(
        (t) => !inPlace.has(t) && t.dtype === instruction.c.dtype && sizeOf(t.shape) === sizeOf(instruction.c.shape),
      );
      others.forEach(make);
      if (host && last.get(instruction.c) === at && !inPlace.has(instruction.c)) bufferOf.set(instruction.c, bufferOf.get(host) as Buffer);
      else make(instruction.c);
    } else {
      writesOf(instruction).forEach(make);
    }
    const arena = arenaBytes.get(k);
    if (arena !== undefined) {
      const buffer = { bytes: align(arena), first: at, last: at, offset: 0 };
      buffers.push(buffer);
      arenas.set(k, buffer);
    }
  });

  let bytes = 0;
  if (hint) {
    buffers.forEach((b, i) => {
      b.offset = hint[i];
    });
  } else {
    bytes = spread(buffers) ?? place(buffers);
  }
  return {
    offsets: new Map([...bufferOf].map(([t, b]) => [t, b.offset])),
    arenas: new Map([...arenas].map(([k, b]) => [k, b.offset])),
    bytes,
    layout: buffers.map((b) => b.offset),
  };
}

/** The buffer of an operand that dies here and is read in order, for a result of the same size. */
function takeover(
  i: Instruction,
  t: Tensor,
  at: number,
  last: ReadonlyMap<Tensor, number>,
  bufferOf: ReadonlyMap<Tensor, Buffer>,
): Buffer | undefined {
  if (i.kind !== 'elementwise') return undefined;
  const taken = new Set(writesOf(i).map((w) => bufferOf.get(w)));
  for (const o of i.program.inputs) {
    const from = o.view?.base;
    if (!from || from.dtype !== t.dtype || last.get(from) !== at || sizeOf(from.shape) !== sizeOf(t.shape)) continue;
    const buffer = bufferOf.get(from);
    // Every tensor in the buffer must die here, and be read in order by every operand.
    if (!buffer || taken.has(buffer) || buffer.last !== at) continue;
    const sharers = i.program.inputs.flatMap((p) => (p.view && bufferOf.get(p.view.base) === buffer ? [p.view.base] : []));
    if (sharers.every((s) => readsInOrder(i.program, s) && s.dtype === t.dtype)) return buffer;
  }
  return undefined;
}

const roomy = 256 * 1024;
/**
 * Where all values together are small, each has a place of its own: what does not depend on one another can then run side by side
 * (native/runtime/stages). Undefined where they are not.
 */
function spread(buffers: readonly Buffer[]): number | undefined {
  if (buffers.reduce((sum, b) => sum + b.bytes, 0) > roomy) return undefined;
  let total = 0;
  for (const b of buffers) {
    b.offset = total;
    total += b.bytes;
  }
  return total;
}

/** Largest first, each at the lowest offset that is free during its life. */
function place(buffers: readonly Buffer[]): number {
  const placed: Buffer[] = [];
  let total = 0;
  for (const b of [...buffers].sort((x, y) => y.bytes - x.bytes)) {
    const near = placed.filter((p) => p.first <= b.last && b.first <= p.last).sort((x, y) => x.offset - y.offset);
    let offset = 0;
    for (const p of near) {
      if (p.offset >= offset + b.bytes) break;
      offset = Math.max(offset, p.offset + p.bytes);
    }
    b.offset = offset;
    placed.push(b);
    total = Math.max(total, offset + b.bytes);
  }
  return total;
}
