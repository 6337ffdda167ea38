/** Metrics of classes and scores as scikit-learn has them, as a model's evaluate works them out. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layers, metrics, ndarray, optimizers, sequential } from '../../lib/index.ts';
import type { Metric } from '../../lib/metrics/index.ts';

type Averages = Record<'macro' | 'weighted' | 'micro', number>;
interface Golden {
  readonly weights: number[];
  readonly labels: number[];
  readonly scores: number[][];
  readonly several: { weighted: boolean; topK: Record<string, number>; precision: Averages; recall: Averages; f1: Averages }[];
  readonly truth: number[];
  readonly probabilities: number[];
  readonly threshold: number;
  readonly two: { weighted: boolean; precision: number; recall: number; f1: number; auc: number }[];
  readonly values: number[];
  readonly guesses: number[];
  readonly r2: [number, number];
}
const golden = JSON.parse(readFileSync(new URL('../golden/metrics.json', import.meta.url), 'utf8')) as Golden;

/** What a model whose outputs are its inputs reports after one pass with weights, in batches of 64. */
async function reported(loss: string, metric: Metric, p: number[][], y: number[], weights?: number[]): Promise<number> {
  const columns = p[0].length;
  const model = sequential([layers.input([columns]), layers.dense(columns, { useBias: false, kernelInitializer: 'identity' })]);
  model.compile({ optimizer: optimizers.sgd({ learningRate: 0 }), loss, metrics: [metric] });
  const targets = loss.startsWith('sparse') ? ndarray(Int32Array.from(y)) : ndarray(y.map((v) => [v]));
  const sampleWeight = weights === undefined ? {} : { sampleWeight: weights };
  const { epochs } = await model.fit(ndarray(p), targets, { batchSize: 64, ...sampleWeight });
  if (weights === undefined) expect((await model.evaluate(ndarray(p), targets))[metric.name]).toBeCloseTo(epochs[0][metric.name], 12);
  return epochs[0][metric.name];
}
const columns = (values: number[]) => values.map((v) => [v]);

describe.each(golden.several)('several classes, weighted: $weighted', ({ weighted, topK, ...shares }) => {
  const { labels, scores } = golden;
  const weights = weighted ? golden.weights : undefined;
  const of = (metric: Metric) => reported('sparseCategoricalCrossentropy', metric, scores, labels, weights);
  test('topKAccuracy', async () => {
    for (const [k, expected] of Object.entries(topK)) expect(await of(metrics.topKAccuracy({ k: Number(k) }))).toBeCloseTo(expected, 6);
  });
  test.each(['precision', 'recall', 'f1'] as const)('%s', async (kind) => {
    for (const [average, expected] of Object.entries(shares[kind]))
      expect(await of(metrics[kind]({ average: average as keyof Averages })), average).toBeCloseTo(expected, 6);
  });
});

describe.each(golden.two)('two classes, weighted: $weighted', ({ weighted, auc, ...shares }) => {
  const { truth, probabilities, threshold } = golden;
  const weights = weighted ? golden.weights : undefined;
  const of = (metric: Metric, p = probabilities) => reported('binaryCrossentropy', metric, columns(p), truth, weights);
  test.each(['precision', 'recall', 'f1'] as const)('%s', async (kind) =>
    expect(await of(metrics[kind]({ threshold }))).toBeCloseTo(shares[kind], 6),
  );
  test('auc, near to that of the sorted scores', async () => {
    const errors: number[] = [];
    for (const thresholds of [512, 2048]) errors.push(Math.abs((await of(metrics.auc({ thresholds }))) - auc));
    expect(errors[0]).toBeLessThan(1e-3);
    expect(errors[1]).toBeLessThan(5e-4);
  });
});

test.each([0, 1])('r2, weighted: %i', async (weighted) => {
  const { values, guesses, weights, r2 } = golden;
  const found = await reported('meanSquaredError', metrics.r2(), columns(guesses), values, weighted ? weights : undefined);
  expect(found).toBeCloseTo(r2[weighted], 6);
});
