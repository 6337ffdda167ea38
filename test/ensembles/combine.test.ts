/** From several answers to one, and the weights that make it best. */
import { describe, expect, test } from 'vitest';
import { combine, winnerOf } from '../../lib/ensembles/combine.ts';
import { leastSquaresWeights, mixtureWeights } from '../../lib/ensembles/stacking.ts';
import { ndarray } from '../../lib/index.ts';

const f64 = (rows: number[][]) => ndarray(rows, undefined, { dtype: 'float64' });
const a = f64([
  [0.7, 0.2, 0.1],
  [0.1, 0.1, 0.8],
]);
const b = f64([
  [0.1, 0.6, 0.3],
  [0.3, 0.4, 0.3],
]);
const c = f64([
  [0.4, 0.5, 0.1],
  [0.2, 0.5, 0.3],
]);
const values = (answer: { data: ArrayLike<number> }) => Array.from(answer.data);
const closeTo = (wanted: readonly number[]) => wanted.map((v) => expect.closeTo(v, 12));

describe('combine', () => {
  test('mean, with weights or without', () => {
    expect(values(combine([a, b], { rule: 'mean' }))).toEqual(closeTo([0.4, 0.4, 0.2, 0.2, 0.25, 0.55]));
    expect(values(combine([a, b], { rule: 'mean', weights: [3, 1] }))).toEqual(closeTo([0.55, 0.3, 0.15, 0.15, 0.175, 0.675]));
  });
  test('the geometric mean is a distribution again', () => {
    const out = values(combine([a, b], { rule: 'geometricMean' }));
    const raw = [Math.sqrt(0.07), Math.sqrt(0.12), Math.sqrt(0.03)];
    const total = raw.reduce((p, q) => p + q, 0);
    expect(out.slice(0, 3)).toEqual(closeTo(raw.map((v) => v / total)));
    const weighted = values(combine([a, b], { rule: 'geometricMean', weights: [1, 0] }));
    expect(weighted).toEqual(closeTo(values(a)));
  });
  test('votes are shares, and equals go to the first class', () => {
    expect(values(combine([a, b, c], { rule: 'vote' }))).toEqual(closeTo([1 / 3, 2 / 3, 0, 0, 2 / 3, 1 / 3]));
    expect(values(combine([a, b], { rule: 'vote', weights: [3, 1] }))).toEqual(closeTo([0.75, 0.25, 0, 0, 0.25, 0.75]));
    expect(winnerOf([0.5, 0.5], 0, 2)).toBe(0);
    expect(values(combine([f64([[0.9], [0.4]]), f64([[0.6], [0.5]])], { rule: 'vote' }))).toEqual([1, 0]);
  });
  test('the weighted median is where half of the weight lies below', () => {
    const members = [f64([[1]]), f64([[5]]), f64([[2]])];
    expect(values(combine(members, { rule: 'median' }))).toEqual([2]);
    expect(values(combine(members, { rule: 'median', weights: [1, 5, 1] }))).toEqual([5]);
    expect(values(combine(members, { rule: 'median', weights: [2, 1, 1] }))).toEqual([1]);
  });
  test('a sum starts somewhere and ends in its link', () => {
    const sum = { rule: 'sum', weights: [2, 1], start: [1, 0, -1] } as const;
    const scores = [1 + 1.4 + 0.1, 0.4 + 0.6, -1 + 0.2 + 0.3];
    expect(values(combine([a, b], sum)).slice(0, 3)).toEqual(closeTo(scores));
    const powers = scores.map(Math.exp);
    const total = powers.reduce((p, q) => p + q, 0);
    expect(values(combine([a, b], { ...sum, link: 'softmax' })).slice(0, 3)).toEqual(closeTo(powers.map((p) => p / total)));
    expect(values(combine([f64([[0.5]])], { rule: 'sum', weights: [2], start: [1], link: 'sigmoid' }))).toEqual(
      closeTo([1 / (1 + Math.exp(-2))]),
    );
  });
  test('answers keep their dtype', () => {
    expect(combine([a, b], { rule: 'mean' }).dtype).toBe('float64');
    expect(combine([ndarray([[1, 2]])], { rule: 'mean' }).dtype).toBe('float32');
  });
});

describe('stacking', () => {
  const wave = (i: number) => Math.sin(3.1 * i + 0.7 * i * i);
  test('finds the weights that made the targets', async () => {
    const members = [0, 1, 2].map((m) => f64(Array.from({ length: 50 }, (_, i) => [wave(i + 100 * m)])));
    const truth = [0.2, 0.7, 0.1];
    const targets = Float64Array.from({ length: 50 }, (_, i) => truth.reduce((sum, w, m) => sum + w * members[m].data[i], 0));
    (await leastSquaresWeights(members, targets)).forEach((w, m) => expect(w).toBeCloseTo(truth[m], 6));
  });
  test('leaves a useless member out, and weighs equal ones to the same error', async () => {
    const good = f64(Array.from({ length: 40 }, (_, i) => [wave(i) + 0.1 * wave(i + 900)]));
    const bad = f64(Array.from({ length: 40 }, (_, i) => [-wave(i)]));
    const targets = Float64Array.from({ length: 40 }, (_, i) => wave(i));
    const [w, none] = await leastSquaresWeights([good, bad], targets);
    expect(w).toBeGreaterThan(0.97);
    expect(none).toBeLessThan(0.03);
    expect((await leastSquaresWeights([good, good], targets)).reduce((p, q) => p + q, 0)).toBeCloseTo(1, 10);
  });
  test('the mixture of classifiers is at the maximum of its likelihood', async () => {
    const labels = Int32Array.from({ length: 60 }, (_, i) => i % 3);
    const answer = (skill: number, shift: number) =>
      f64(
        Array.from(labels, (label, i) =>
          [0, 1, 2].map((j) => (j === label ? 1 : 0) * skill * Math.abs(wave(i + shift)) + (1 - skill * Math.abs(wave(i + shift))) / 3),
        ),
      );
    const members = [answer(0.9, 0), answer(0.6, 50), answer(0.1, 90)];
    const weights = await mixtureWeights(members, labels);
    const likelihood = (w: readonly number[]) =>
      Array.from(labels, (label, i) => Math.log(members.reduce((sum, m, j) => sum + w[j] * m.data[3 * i + label], 0))).reduce(
        (p, q) => p + q,
        0,
      );
    expect(weights.reduce((p, q) => p + q, 0)).toBeCloseTo(1, 10);
    for (const [from, to] of [
      [0, 1],
      [1, 0],
      [0, 2],
    ]) {
      const moved = [...weights];
      const step = Math.min(0.01, moved[from]);
      moved[from] -= step;
      moved[to] += step;
      expect(likelihood(moved)).toBeLessThanOrEqual(likelihood(weights) + 1e-6);
    }
  });
});
