import { describe, expect, test } from 'vitest';
import { kolmogorovSmirnov, kolmogorovTail } from '../../lib/diagnose/kolmogorov-smirnov.ts';
import { datasets, diagnose, ndarray } from '../../lib/index.ts';
import { randomStream } from '../../lib/random.ts';

const table = (rows: number, width: number, seed: number, change: (row: number[]) => number[] = (row) => row) => {
  const random = randomStream(seed, 'drift');
  return Array.from({ length: rows }, () => change(Array.from({ length: width }, () => random.normal())));
};

describe('Kolmogorov and Smirnov', () => {
  test('the tail, as scipy.special.kolmogorov (SciPy 1.17.1)', () => {
    const known = [
      [0.3, 0.9999906941986655],
      [0.5, 0.9639452436648751],
      [0.8, 0.5441424115741981],
      [0.999, 0.27107316411506394],
      [1, 0.26999967167735456],
      [1.2, 0.11224966667072497],
      [1.63, 0.009846364888486529],
      [3, 3.045995948942526e-8],
    ];
    for (const [lambda, p] of known) expect(kolmogorovTail(lambda) / p).toBeCloseTo(1, 10);
    expect(kolmogorovTail(0)).toBe(1);
  });
  test('statistic and probability, as scipy.stats.ks_2samp with its exact method', () => {
    const sample = (n: number, f: (i: number) => number) => Float64Array.from({ length: n }, (_, i) => f(i)).sort();
    const a = sample(60, (i) => Math.sin(i * 1.7) * 2);
    const b = sample(45, (i) => Math.sin(i * 2.3) * 2 + 0.5);
    const found = kolmogorovSmirnov(a, b);
    expect(found.statistic).toBeCloseTo(0.2, 14);
    // An approximation, where SciPy counts: 0.2281.
    expect(Math.abs(found.pValue - 0.22813327387030358)).toBeLessThan(0.01);
    const rounded = kolmogorovSmirnov(
      a.map((v) => Math.floor(v * 2) / 2),
      b.map((v) => Math.floor(v * 2) / 2),
    );
    expect(rounded.statistic).toBeCloseTo(0.2, 14);
    expect(kolmogorovSmirnov(a, a)).toEqual({ statistic: 0, pValue: 1 });
    expect(
      kolmogorovSmirnov(
        a,
        a.map((v) => v + 10),
      ).statistic,
    ).toBe(1);
  });
});

test('sets of one distribution: false alarms are as rare as was asked for', async () => {
  let alarms = 0;
  for (let k = 0; k < 200; k++) {
    const found = await diagnose.drift(table(100, 8, 2 * k), table(80, 8, 2 * k + 1), { classifier: false });
    if (found.drifted) alarms++;
  }
  // 200 tests at 5%: 10 ± 3.1.
  expect(alarms).toBeLessThan(10 + 4 * 3.1);
  expect(alarms).toBeGreaterThan(0);
});

test('an unshifted set is left alone, by the classifier too', async () => {
  const found = await diagnose.drift(table(600, 6, 1), table(500, 6, 2));
  expect(found.drifted).toBe(false);
  expect(found.classifier?.accuracy).toBeGreaterThan(0.42);
  expect(found.classifier?.accuracy).toBeLessThan(0.56);
});

test('a shifted feature is found and comes first', async () => {
  const live = table(400, 6, 2, (row) => row.map((v, i) => (i === 3 ? v + 1 : v)));
  const found = await diagnose.drift(table(500, 6, 1), live);
  expect(found.drifted).toBe(true);
  const [first, ...rest] = found.features;
  expect(first).toMatchObject({ feature: 3, drifted: true });
  expect(first.shift).toBeCloseTo(1, 0);
  expect(first.adjusted).toBeCloseTo(6 * first.pValue, 12);
  expect(rest.some((f) => f.drifted)).toBe(false);
  expect(found.classifier).toMatchObject({ drifted: true });
});

test('another width of a feature, with the same mean', async () => {
  const live = table(400, 3, 2, (row) => row.map((v, i) => (i === 1 ? 2 * v : v)));
  const found = await diagnose.drift(table(500, 3, 1), live, { classifier: false });
  expect(found.features[0]).toMatchObject({ feature: 1, drifted: true });
  expect(found.classifier).toBeUndefined();
});

test('what no single feature shows, the classifier does', async () => {
  const live = table(1000, 2, 2, ([a, b]) => [a, 0.9 * a + Math.sqrt(1 - 0.81) * b]);
  const found = await diagnose.drift(table(1000, 2, 1), live);
  expect(found.features.some((f) => f.drifted)).toBe(false);
  expect(found.classifier?.accuracy).toBeGreaterThan(0.6);
  expect(found.drifted).toBe(true);
});

test('images: a brighter set, and another half of the same', async () => {
  const data = datasets.digits().shuffle(3);
  const [train, live] = [data.take(900), data.split(0.5, { seed: 1 }).test];
  expect((await diagnose.drift(train, live)).drifted).toBe(false);
  const brighter = ndarray(
    Float32Array.from(live.x.data, (v) => Math.min(16, v + 2)),
    live.x.shape,
  );
  expect((await diagnose.drift(train, brighter)).drifted).toBe(true);
});

test('rows are drawn where there are too many', async () => {
  const found = await diagnose.drift(table(2000, 2, 1), table(2000, 2, 2), { rows: 10, classifier: false });
  // Steps of the distribution functions of 10 rows.
  for (const f of found.features) expect((f.statistic * 10) % 1).toBeCloseTo(0, 10);
});

describe('clear errors', () => {
  test.each([
    [[[1, 2]], [[1, 2, 3]], {}, 'ERR_SHAPE', 'diagnose.drift: expected rows of one size, got 2 values in train and 3 in live'],
    [
      table(30, 2, 1),
      table(5, 2, 1),
      {},
      'ERR_VALUE',
      'diagnose.drift: the classifier needs 20 rows of each set, got 30 and 5; leave it out with { classifier: false }',
    ],
    [[[1]], [[Number.NaN]], { classifier: false }, 'ERR_VALUE', 'diagnose.drift: live has NaN in row 0'],
    [[[1]], [[1]], { alpha: 1 }, 'ERR_OPTION', 'diagnose.drift: expected a number in (0, 1) for alpha, got 1 (number)'],
  ] as const)('%#', async (train, live, options, code, message) => {
    await expect(diagnose.drift(train as never, live as never, options)).rejects.toMatchObject({ code, message });
  });
});
