/** A plan as a table for people. */
import { sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { type Instruction, readsOf, writesOf } from './instructions.ts';
import type { Prepared } from './prepare.ts';
import { bytesOf } from './schedule.ts';

interface Row {
  readonly instruction: string;
  readonly result: string;
  readonly bytes: number;
  readonly flops: number;
  readonly fused: string;
  readonly scope: string;
  readonly depth: number;
}

/** One line per instruction: what it makes, bytes touched, floating-point operations, the ops fused into it, the layer it came from. */
export function explain(p: Prepared): string {
  const rows = rowsOf(p, 0);
  const table = [
    ['#', 'instruction', 'result', 'bytes', 'flops', 'ops', 'scope'],
    ...rows.map((r, i) => [String(i), '  '.repeat(r.depth) + r.instruction, r.result, String(r.bytes), String(r.flops), r.fused, r.scope]),
  ];
  const widths = table[0].map((_, c) => Math.max(...table.map((r) => r[c].length)));
  const lines = table.map((r) =>
    r
      .map((cell, c) => (c === 3 || c === 4 ? cell.padStart(widths[c]) : cell.padEnd(widths[c])))
      .join('  ')
      .trimEnd(),
  );
  const flops = rows.reduce((n, r) => n + r.flops, 0);
  return [
    ...lines,
    `${rows.length} instructions, scratch ${p.memory.bytes} bytes, state ${p.computation.stateBytes} bytes, ${flops} flops`,
  ].join('\n');
}

function rowsOf(p: Prepared, depth: number): Row[] {
  const rows: Row[] = [];
  const show = (t: Tensor) =>
    `${t.dtype === 'float32' ? '' : `${t.dtype} `}[${t.shape.join(', ')}]${p.schedule.inPlace.has(t) ? ' in place' : ''}`;
  for (const k of p.schedule.order) {
    const i = p.instructions[k];
    const touched = [...readsOf(i), ...writesOf(i)];
    rows.push({
      instruction: i.kind === 'kernel' ? i.label : i.kind === 'scan' ? `repeat ${i.attrs.length}x` : i.kind,
      result: writesOf(i).map(show).join(' '),
      bytes: touched.reduce((n, t) => n + bytesOf(t), 0),
      flops: flopsOf(i),
      fused: i.label,
      scope: i.scope,
      depth,
    });
    const body = p.bodies.get(k);
    if (body) rows.push(...rowsOf(body, depth + 1));
  }
  for (const { from } of p.schedule.commits)
    rows.push({ instruction: 'copy to state', result: show(from.base), bytes: 2 * from.bytes, flops: 0, fused: '', scope: '', depth });
  return rows;
}

function flopsOf(i: Instruction): number {
  const program = (q: { dims: readonly number[]; steps: readonly unknown[] } | undefined) => (q ? sizeOf(q.dims) * q.steps.length : 0);
  switch (i.kind) {
    case 'gemm':
      return 2 * i.sizes.m * i.sizes.n * i.sizes.k * i.sizes.batch + program(i.program);
    case 'elementwise':
      return program(i.program);
    case 'reduce':
      return program(i.program) + sizeOf(i.program.dims);
    default:
      return 0;
  }
}
