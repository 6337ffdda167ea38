import { expect, test } from 'vitest';
import { readsOf, writesOf } from '../../lib/compiler/instructions.ts';
import { prepare } from '../../lib/compiler/prepare.ts';
import { bytesOf, readsInOrder } from '../../lib/compiler/schedule.ts';
import type { Tensor } from '../../lib/tensor/tensor.ts';
import { randomFunction } from '../support/random-graph.ts';
import { trace } from '../support/trace.ts';

/** Values that are alive at the same time must not share bytes, but for a result that takes the place of an operand it reads in order. */
test('live values never overlap, over random graphs', () => {
  let checked = 0;
  for (let seed = 1; seed <= 60; seed++) {
    const f = randomFunction(seed, 30);
    const p = prepare(trace(f.fn, f.shapes));
    const { order } = p.schedule;
    const kept = new Set(p.computation.outputs.map((o) => p.fusion.views.of(o.tensor).base));
    const life = new Map<Tensor, [number, number]>();
    order.forEach((k, at) => {
      for (const t of writesOf(p.instructions[k])) life.set(t, [at, kept.has(t) ? order.length : at]);
      for (const t of readsOf(p.instructions[k])) {
        const known = life.get(t);
        if (known) known[1] = Math.max(known[1], at);
      }
    });
    const values = [...life].filter(([t]) => p.memory.offsets.has(t));
    for (const [a, [firstA, lastA]] of values) {
      for (const [b, [firstB, lastB]] of values) {
        if (a === b || firstA > firstB || lastA < firstB || firstA > lastB) continue;
        const [x, y] = [p.memory.offsets.get(a) as number, p.memory.offsets.get(b) as number];
        if (x + bytesOf(a) <= y || y + bytesOf(b) <= x) continue;
        checked++;
        const i = p.instructions[order[firstB]];
        const takesOver = lastA === firstB && x === y && i.kind === 'elementwise' && readsInOrder(i.program, a);
        const product = i.kind === 'gemm' && i.c === a && firstA === firstB;
        const produced = i.kind === 'gemm' && i.c === b && firstA === firstB;
        expect(takesOver || product || produced, `seed ${seed}: ${a} and ${b}`).toBe(true);
      }
    }
  }
  expect(checked).toBeGreaterThan(0);
});
