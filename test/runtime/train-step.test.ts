import { expect, test } from 'vitest';
import { grad, ops, type Tensor, trainStep } from '../../lib/index.ts';

const linear = () =>
  trainStep({
    state: { w: [[0], [0]], count: Float64Array.of(0) },
    inputs: { x: [4, 2], y: [4, 1] },
    update: ({ w, count }, { x, y }) => {
      const loss = (v: Tensor) => ops.mean(ops.square(ops.sub(ops.matmul(x, v), y)));
      return { state: { w: ops.sub(w, ops.mul(0.1, grad(loss)(w))), count: ops.add(count, 1) }, outputs: { loss: loss(w) } };
    },
  });
const batch = {
  x: [
    [1, 0],
    [0, 1],
    [1, 1],
    [1, -1],
  ],
  y: [[2], [-1], [1], [3]],
};

test('a hand-written step converges and keeps its state natively', async () => {
  const step = linear();
  let last = Infinity;
  for (let i = 0; i < 100; i++) {
    const { loss } = i % 2 ? step.runSync(batch) : await step.run(batch);
    expect(loss.data[0]).toBeLessThanOrEqual(last + 1e-6);
    last = loss.data[0];
  }
  const { w, count } = step.getState();
  expect(w.data[0]).toBeCloseTo(2, 4);
  expect(w.data[1]).toBeCloseTo(-1, 4);
  expect(count.data[0]).toBe(100);
  expect(step.step).toBe(100);
});

test('state is copied out and in', () => {
  const step = linear();
  step.setState({ w: [[2], [-1]] });
  expect(step.runSync(batch).loss.data[0]).toBeCloseTo(0, 6);
  step.getState().w.data[0] = 99;
  expect(step.getState().w.data[0]).toBeCloseTo(2, 5);
});

test('random draws move on with the step, and follow the seed', () => {
  const make = (seed: number) =>
    trainStep({
      state: { s: [0] },
      inputs: {},
      update: ({ s }) => ({ state: { s }, outputs: { u: ops.randomUniform([4], { stream: 3 }) } }),
      seed,
    });
  const [a, b, c] = [make(1), make(1), make(2)];
  const first = [...a.runSync({}).u.data];
  expect([...b.runSync({}).u.data]).toEqual(first);
  expect([...a.runSync({}).u.data]).not.toEqual(first);
  expect([...c.runSync({}).u.data]).not.toEqual(first);
});

test('mistakes are named', async () => {
  const step = linear();
  expect(() => step.runSync({ ...batch, z: [1] } as never)).toThrow(/unknown input 'z'; inputs: x, y/);
  expect(() => step.setState({ v: [1] } as never)).toThrow(/unknown state 'v'; states: w, count/);
  expect(() => trainStep({ state: { w: [1, 2] }, inputs: {}, update: ({ w }) => ({ state: { w: ops.sum(w) }, outputs: {} }) })).toThrow(
    /state 'w' is float32 \[2\] and comes back as/,
  );
  const running = step.run(batch);
  expect(() => step.runSync(batch)).toThrow(/a step is running/);
  expect(() => step.getState()).toThrow(expect.objectContaining({ code: 'ERR_BUSY' }));
  await running;
});

test('products of a step follow its precision, and its state does not', () => {
  const w = 1 + 3 * 2 ** -8; // lies between two bfloat16 and goes to the even one, 1 + 4 * 2^-8
  const make = (precision?: 'float32' | 'bfloat16') =>
    trainStep({
      state: { w: [[w, 0]] },
      inputs: {},
      update: (state) => ({ state, outputs: { y: ops.matmul(state.w, state.w, { transposeB: true }) } }),
      precision,
    });
  for (const [precision, factor] of [
    [undefined, w],
    ['float32', w],
    ['bfloat16', 1 + 4 * 2 ** -8],
  ] as const) {
    const step = make(precision);
    expect(step.runSync({}).y.data[0]).toBe(factor ** 2);
    expect(step.getState().w.data[0]).toBe(w);
  }
  expect(() => make('float16' as never)).toThrow(/precision/);
});
