import { describe, expect, test } from 'vitest';
import { describe as description } from '../../lib/describe.ts';
import { resultOf } from '../../lib/metrics/define.ts';
import { type Metric, metricFrom, metrics, resolveMetric } from '../../lib/metrics/index.ts';
import { sub } from '../../lib/ops/binary.ts';
import { sum } from '../../lib/ops/reduce.ts';
import { abs } from '../../lib/ops/unary.ts';
import { ndarray } from '../../lib/tensor/ndarray.ts';
import { type Input, traced } from '../support/reference-values.ts';

/** The metric over all rows, as a pass over data computes it. */
function measured(metric: Metric, y: Input, p: Input, weights?: readonly number[]): number {
  const perRow = traced([y, p], (yTrue, yPred) => metric.sums(yTrue, yPred)) as Record<string, (number | number[])[]>;
  const count = Object.values(perRow)[0].length;
  const w = weights ?? new Array<number>(count).fill(1);
  const total = (rows: readonly (number | number[])[]) => {
    const lists = rows.map((v) => (typeof v === 'number' ? [v] : v));
    return lists[0].map((_, j) => lists.reduce((a, values, i) => a + values[j] * w[i], 0));
  };
  return resultOf(
    metric,
    Object.fromEntries(Object.entries(perRow).map(([name, values]) => [name, total(values)])),
    w.reduce((a, b) => a + b, 0),
  );
}
const labels = (...data: number[]): Input => ({ data, dtype: 'int32' });

describe('accuracy', () => {
  const p = [
    [0.1, 0.7, 0.2],
    [0.5, 0.3, 0.2],
    [0.2, 0.2, 0.6],
    [0.6, 0.3, 0.1],
  ];
  test('labels', () => expect(measured(metrics.accuracy(), labels(1, 0, 2, 2), p)).toBe(0.75));
  test('one-hot', () => {
    const y = [
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 1],
      [1, 0, 0],
    ];
    expect(measured(metrics.accuracy(), y, p)).toBe(0.75);
  });
  test('one output against one half', () =>
    expect(measured(metrics.accuracy(), [[1], [0], [1], [0]], [[0.9], [0.4], [0.3], [0.6]])).toBe(0.5));
  test('one output and integer labels', () => expect(measured(metrics.accuracy(), labels(1, 0), [[0.9], [0.6]])).toBe(0.5));
  test('logits of one output', () => expect(measured(metrics.accuracy({ threshold: 0 }), [[1], [0]], [[0.1], [-0.1]])).toBe(1));
  test('sample weights', () => expect(measured(metrics.accuracy(), labels(1, 0, 2, 2), p, [1, 1, 1, 7])).toBeCloseTo(0.3, 12));
});

describe('regression', () => {
  const y = [[1], [2], [4]];
  const p = [[1.5], [2], [3]];
  test('meanSquaredError', () => expect(measured(metrics.meanSquaredError(), y, p)).toBeCloseTo(1.25 / 3, 12));
  test('meanAbsoluteError', () => expect(measured(metrics.meanAbsoluteError(), y, p)).toBeCloseTo(0.5, 12));
  test('r2: 1 - residual over total variation', () => expect(measured(metrics.r2(), y, p)).toBeCloseTo(1 - 1.25 / (42 / 9), 12));
  test('r2 of the mean is 0, of the target 1', () => {
    expect(measured(metrics.r2(), y, [[7 / 3], [7 / 3], [7 / 3]])).toBeCloseTo(0, 12);
    expect(measured(metrics.r2(), y, y)).toBe(1);
  });
  test('r2 where the target does not vary', () => expect(measured(metrics.r2(), [[2], [2]], [[1], [3]])).toBeNaN());
  test.each(['meanSquaredError', 'meanAbsoluteError', 'r2'] as const)('%s refuses labels, also where they would broadcast', (kind) => {
    const p = ndarray([0.2, 0.8, 0.7, 0.3], [2, 2]).toArray();
    const of = () => measured(metrics[kind](), labels(1, 0), p);
    expect(of).toThrow(
      expect.objectContaining({
        code: 'ERR_SHAPE',
        message: `metrics.${kind}: expected targets of the outputs' shape [2, 2], got [2]`,
      }),
    );
  });
  test('weights count rows', () => {
    const twice = measured(metrics.r2(), [...y, y[0]], [...p, p[0]]);
    expect(measured(metrics.r2(), y, p, [2, 1, 1])).toBeCloseTo(twice, 12);
  });
});

describe('classes', () => {
  const p = [
    [0.1, 0.7, 0.2],
    [0.5, 0.3, 0.2],
    [0.4, 0.4, 0.2],
    [0.6, 0.3, 0.1],
  ];
  test('top k counts equal outputs as smaller', () => {
    expect(measured(metrics.topKAccuracy({ k: 1 }), labels(1, 1, 1, 2), p)).toBe(0.5);
    expect(measured(metrics.topKAccuracy({ k: 2 }), labels(1, 1, 1, 2), p)).toBe(0.75);
  });
  test('one-hot targets', () => {
    const y = [1, 1, 1, 2].map((c) => [0, 1, 2].map((j) => (j === c ? 1 : 0)));
    for (const metric of [metrics.topKAccuracy({ k: 2 }), metrics.recall(), metrics.f1({ average: 'weighted' })])
      expect(measured(metric, y, p)).toBe(measured(metric, labels(1, 1, 1, 2), p));
  });
  test('what is never predicted, and what never occurs', () => {
    expect(measured(metrics.precision(), [[1], [1]], [[0.1], [0.2]])).toBe(0);
    expect(measured(metrics.recall(), [[0], [0]], [[0.9], [0.2]])).toBe(0);
    // Class 0 is predicted once of three rows, class 2 not at all and never occurs.
    expect(measured(metrics.recall(), labels(1, 1, 1), p.slice(0, 3))).toBeCloseTo(1 / 3 / 2, 12);
  });
  test('auc: ties count half, order is all, one class has none', () => {
    expect(measured(metrics.auc(), [[0], [1], [1]], [[0.5], [0.5], [0.9]])).toBe(0.75);
    expect(measured(metrics.auc({ logits: true }), [[0], [1], [1]], [[-3], [2], [-4]])).toBe(0.5);
    expect(measured(metrics.auc(), [[1], [1]], [[0.5], [0.6]])).toBeNaN();
    expect(measured(metrics.auc(), [[0], [1]], [[1 - 1e-6], [1]])).toBe(1);
  });
  test('what they are not for', () => {
    expect(() => measured(metrics.topKAccuracy(), [[1]], { data: [0.5], dtype: 'float32' })).toThrow(
      'metrics.topKAccuracy: expected outputs of shape [rows, classes], got [1]',
    );
    expect(() => measured(metrics.auc(), labels(1, 0, 1, 1), p)).toThrow('metrics.auc: expected a single output, got shape [4, 3]');
    expect(() => metrics.auc({ thresholds: 1 })).toThrow('metrics.auc: expected an integer of 2 or more for thresholds, got 1 (number)');
    expect(() => metrics.f1({ average: 'binary' as never })).toThrow("expected one of 'macro', 'weighted', 'micro' for average");
  });
});

describe('resolve', () => {
  test('by name and item', () => {
    expect(resolveMetric('compile', 'r2').name).toBe('r2');
    const item = metrics.accuracy();
    expect(resolveMetric('compile', item)).toBe(item);
  });
  test('functions report under their name', () => {
    const largest = resolveMetric('compile', function totalError(yTrue, yPred) {
      return sum(abs(sub(yTrue, yPred)), 1);
    });
    expect(largest.name).toBe('totalError');
    expect(measured(largest, [[1, 2]], [[2, 4]])).toBe(3);
    const column = resolveMetric('compile', (yTrue, yPred) => abs(sub(yTrue, yPred)));
    expect(column.name).toBe('metric');
    expect(measured(column, [[1], [5]], [[2], [2]])).toBe(2);
  });
  test('functions that do not give a value per row', () => {
    const whole = resolveMetric('compile', (yTrue, yPred) => sum(sub(yTrue, yPred)));
    expect(() => measured(whole, [[1], [2]], [[1], [2]])).toThrow(
      /^compile: metric metric: expected a Tensor with a value per row, shape \[2\], got shape \[\]/,
    );
    const none = resolveMetric('compile', () => 1 as never);
    expect(() => measured(none, [[1]], [[1]])).toThrow(/got 1 \(number\)/);
  });
  test('unknown ones', () => {
    expect(() => resolveMetric('compile', 'accurcy')).toThrow(
      /^compile: no metric is called 'accurcy'\. Did you mean 'accuracy'\? Known: accuracy, /,
    );
    expect(() => resolveMetric('compile', {} as never)).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
  });
  test('options', () => {
    expect(() => metrics.accuracy({ threshold: Number.NaN })).toThrow(
      'metrics.accuracy: expected a finite number for threshold, got NaN (number)',
    );
    expect(() => metrics.r2({ adjusted: true } as never)).toThrow("metrics.r2: unknown option 'adjusted'. Known options: none");
  });
  test.each(Object.entries(metrics))('%s comes back from its description', (_, make) => {
    const item = (make as (o?: object) => Metric)(make === (metrics.accuracy as unknown) ? { threshold: 0.2 } : {});
    const again = metricFrom(JSON.parse(JSON.stringify(description(item))));
    expect(description(again)).toEqual(description(item));
    expect(again.name).toBe(item.name);
    expect(measured(again, [[1], [0]], [[0.4], [0.3]])).toBe(measured(item, [[1], [0]], [[0.4], [0.3]]));
  });
  test('a description of nothing', () =>
    expect(() => metricFrom({ kind: 'x', options: {} })).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' })));
});
