/** From prepared instructions to the plan's numbers; docs/plan.md is the format. */
import { RidgelineError, showShape } from '../errors.ts';
import { type DType, dtypeBytes, dtypeCode, newTypedArray } from '../tensor/dtype.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { StateBinding } from './computation.ts';
import type { Program, ProgramOperand } from './elementwise.ts';
import type { Instruction, Run } from './instructions.ts';
import { align } from './memory.ts';
import type { Prepared } from './prepare.ts';
import { bytesOf } from './schedule.ts';

/** First number of every plan. */
export const magic = 0x52444731;
const version = 1;
const space = { state: 0, scratch: 1, constant: 2, scalar: 3, port: 4 } as const;
const maxRank = 8;
const maxLoops = 4;

interface Loop {
  readonly level: number;
  readonly stride: number;
}
/** Where a tensor starts. */
interface Location {
  readonly space: number;
  readonly offset: number;
  readonly loops: readonly Loop[];
}

/** A plan as numbers and bytes. */
export interface Encoded {
  readonly code: Float64Array;
  readonly constants: Uint8Array;
  /** Number of leading entries that describe capacity and are never patched. */
  readonly headerLength: number;
}

/** Collects refs, constants and instructions of one plan. */
class Encoder {
  readonly refs: number[][] = [];
  readonly instructions: number[][] = [];
  readonly #constants = new Map<Tensor, number>();
  readonly #chunks: { offset: number; bytes: Uint8Array }[] = [];
  constantBytes = 0;

  ref(dtype: DType, at: Location, byteOffset: number, bytes: number): number {
    const loops = at.loops.flatMap((l) => [l.level, l.stride]);
    return this.refs.push([at.space, dtypeCode[dtype], at.offset + byteOffset, bytes, at.loops.length, ...loops]) - 1;
  }

  constant(t: Tensor): Location {
    let offset = this.#constants.get(t);
    if (offset === undefined) {
      offset = this.constantBytes;
      const data = newTypedArray(t.dtype, sizeOf(t.shape));
      const given = t.node.attrs.data as NDArray | undefined;
      if (given) data.set(given.data);
      else data.fill(t.node.attrs.value as number);
      this.#chunks.push({ offset, bytes: new Uint8Array(data.buffer, data.byteOffset, data.byteLength) });
      this.#constants.set(t, offset);
      this.constantBytes = align(offset + data.byteLength);
    }
    return { space: space.constant, offset, loops: [] };
  }

  constants(): Uint8Array {
    const all = new Uint8Array(this.constantBytes);
    for (const { offset, bytes } of this.#chunks) all.set(bytes, offset);
    return all;
  }

  add(opcode: number, args: number[]): void {
    this.instructions.push([opcode, args.length, ...args]);
  }
}

/** Encodes a prepared computation. */
export function encode(p: Prepared): Encoded {
  const { computation: c } = p;
  const encoder = new Encoder();
  const inputs = new Map<Tensor, Location>();
  c.ports.forEach(({ tensor }, i) => inputs.set(tensor, { space: space.port + i, offset: 0, loops: [] }));
  c.scalars.forEach((t, i) => inputs.set(t, { space: space.scalar, offset: 8 * i, loops: [] }));
  for (const s of c.state) if (s.input) inputs.set(s.input, { space: space.state, offset: s.offset, loops: [] });
  const stateLocation = (s: StateBinding): Location => ({ space: space.state, offset: s.offset, loops: [] });
  const locate = encodeBlock(encoder, p, inputs, stateLocation, 0, 0);

  const outputs = c.outputs.flatMap(({ tensor, perRow }) => {
    const view = p.fusion.views.of(tensor);
    return [encoder.ref(tensor.dtype, locate(view.base), view.offset * dtypeBytes[tensor.dtype], bytesOf(tensor)), perRow ? 1 : 0];
  });
  const header = [
    magic,
    version,
    c.rows,
    c.stateBytes,
    p.memory.bytes,
    encoder.constantBytes,
    c.scalars.length,
    c.ports.length,
    ...c.ports.flatMap(({ tensor, perRow }) => [dtypeCode[tensor.dtype], bytesOf(tensor), perRow ? 1 : 0]),
  ];
  const code = [
    ...header,
    c.outputs.length,
    ...outputs,
    encoder.refs.length,
    ...encoder.refs.flat(),
    encoder.instructions.length,
    ...encoder.instructions.flat(),
  ];
  return { code: Float64Array.from(code), constants: encoder.constants(), headerLength: header.length };
}

/** Encodes the instructions of one block and returns where its tensors live. */
function encodeBlock(
  encoder: Encoder,
  p: Prepared,
  inputs: ReadonlyMap<Tensor, Location>,
  stateLocation: (s: StateBinding) => Location,
  arena: number,
  level: number,
): (t: Tensor) => Location {
  const { memory, schedule } = p;
  const locate = (t: Tensor): Location => {
    const known = inputs.get(t);
    if (known) return known;
    const state = schedule.inPlace.get(t);
    if (state) return stateLocation(state);
    if (t.node.op === 'constant') return encoder.constant(t);
    const offset = memory.offsets.get(t);
    if (offset === undefined) throw new RidgelineError('ERR_INTERNAL', `encode: no memory for ${t}`);
    return { space: space.scratch, offset: arena + offset, loops: [] };
  };
  const whole = (t: Tensor): number => encoder.ref(t.dtype, locate(t), 0, bytesOf(t));
  const runRef = (r: Run): number => encoder.ref(r.base.dtype, locate(r.base), r.offset * dtypeBytes[r.base.dtype], r.bytes);

  for (const k of schedule.order) {
    const i = p.instructions[k];
    if (i.kind === 'scan') encodeScan(encoder, i, p.bodies.get(k) as Prepared, locate, arena + (memory.arenas.get(k) as number), level);
    else encodeOne(encoder, i, locate, whole, runRef);
  }
  for (const { from, state } of schedule.commits) {
    const target = encoder.ref(from.base.dtype, stateLocation(state), 0, from.bytes);
    encoder.add(12, [target, runRef(from), from.bytes]);
  }
  return locate;
}

function encodeOne(
  encoder: Encoder,
  i: Exclude<Instruction, { kind: 'scan' }>,
  locate: (t: Tensor) => Location,
  whole: (t: Tensor) => number,
  runRef: (r: Run) => number,
): void {
  const program = (p: Program) => programCode(encoder, p, locate);
  switch (i.kind) {
    case 'elementwise':
      return encoder.add(1, program(i.program));
    case 'place':
      for (const p of i.programs) encoder.add(1, program(p));
      return;
    case 'reduce':
      return encoder.add(2, [...program(i.program), i.op, i.reg, ...i.sizes, whole(i.out)]);
    case 'gemm': {
      const { m, n, k, batch } = i.sizes;
      const flags = [i.transposeA ? 1 : 0, i.transposeB ? 1 : 0];
      const tail = i.program ? [1, ...program(i.program)] : [0];
      return encoder.add(3, [i.compute, m, n, k, ...flags, 1, batch, runRef(i.a), i.aStride, runRef(i.b), i.bStride, whole(i.c), ...tail]);
    }
    case 'kernel':
      return encoder.add(
        i.opcode,
        i.args.map((a) => (typeof a === 'number' ? a : 'read' in a ? runRef(a.read) : whole(a.write))),
      );
    case 'guard':
      return encoder.add(10, [i.compute, runRef(i.value), i.value.bytes / (i.compute ? 8 : 4), i.id]);
  }
}

function programCode(encoder: Encoder, p: Program, locate: (t: Tensor) => Location): number[] {
  if (p.dims.length > maxRank)
    throw new RidgelineError(
      'ERR_SHAPE',
      `compile: expected tensors of at most ${maxRank} axes in elementwise work, got shape ${showShape(p.dims)}`,
    );
  const operand = ({ view, reg, value, strides }: ProgramOperand, isInput: boolean): number[] => {
    const head = isInput ? [reg, value] : [reg];
    if (!view) return [-1, ...head, ...strides];
    const { dtype } = view.base;
    const span = p.dims.reduce((n, d, a) => n + (d - 1) * strides[a], 1);
    const ref = encoder.ref(dtype, locate(view.base), view.offset * dtypeBytes[dtype], span * dtypeBytes[dtype]);
    return [ref, ...head, ...strides];
  };
  return [
    p.compute === 'float64' ? 1 : 0,
    p.dims.length,
    ...p.dims,
    p.registers,
    p.inputs.length,
    ...p.inputs.flatMap((o) => operand(o, true)),
    p.outputs.length,
    ...p.outputs.flatMap((o) => operand(o, false)),
    p.steps.length,
    ...p.steps.flatMap((s) => [s.op, s.dst, s.a, s.b, s.c, s.stream]),
  ];
}

/** Copies the first carries into place, then repeats the body with strided views of xs and ys. */
function encodeScan(
  encoder: Encoder,
  i: Extract<Instruction, { kind: 'scan' }>,
  body: Prepared,
  locate: (t: Tensor) => Location,
  arena: number,
  level: number,
): void {
  if (level >= maxLoops) throw new RidgelineError('ERR_SHAPE', `scan: expected at most ${maxLoops} scans inside each other`);
  const { carries, length, reverse } = i.attrs;
  const source = i.attrs.body;
  const ys = source.outputs.length - carries;
  const runLocation = (r: Run): Location => {
    const at = locate(r.base);
    return { ...at, offset: at.offset + r.offset * dtypeBytes[r.base.dtype] };
  };
  const strided = (at: Location, bytes: number): Location => ({
    ...at,
    offset: at.offset + (reverse ? (length - 1) * bytes : 0),
    loops: [...at.loops, { level, stride: reverse ? -bytes : bytes }],
  });

  const inputs = new Map<Tensor, Location>();
  for (const s of body.computation.state) {
    if (!s.input) continue;
    const out = i.node.outputs[s.offset];
    inputs.set(s.input, locate(out));
    const bytes = bytesOf(out);
    encoder.add(12, [
      encoder.ref(out.dtype, locate(out), 0, bytes),
      encoder.ref(out.dtype, runLocation(i.inputs[s.offset]), 0, bytes),
      bytes,
    ]);
  }
  body.computation.ports.forEach(({ tensor }, k) => {
    const at = runLocation(i.inputs[carries + k]);
    inputs.set(tensor, k < i.attrs.xs ? strided(at, bytesOf(tensor)) : at);
  });
  const stateLocation = (s: StateBinding): Location => {
    const out = i.node.outputs[s.offset];
    return s.offset < carries ? locate(out) : strided(locate(out), bytesOf(out) / length);
  };
  if (ys < 0) throw new RidgelineError('ERR_INTERNAL', 'scan: the body has fewer outputs than carries');
  const at = encoder.instructions.length;
  encoder.add(11, [level, length, 0]);
  encodeBlock(encoder, body, inputs, stateLocation, arena, level + 1);
  encoder.instructions[at][4] = encoder.instructions.length - at - 1;
}
