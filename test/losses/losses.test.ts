import { describe, expect, test } from 'vitest';
import { checkGradients } from '../../lib/autodiff/check-gradients.ts';
import { describe as description } from '../../lib/describe.ts';
import { type Loss, losses, lossFrom, resolveLoss } from '../../lib/losses/index.ts';
import { sub } from '../../lib/ops/binary.ts';
import { constant } from '../../lib/ops/core.ts';
import { softmax } from '../../lib/ops/softmax.ts';
import { sigmoid, square } from '../../lib/ops/unary.ts';
import { ndarray } from '../../lib/tensor/ndarray.ts';
import { type Input, slope, withScalars } from '../support/reference-values.ts';

const rows = (loss: Loss, y: Input, p: Input) => withScalars([y, p], (scalar, yTrue, yPred) => loss.perRow(yTrue, yPred, scalar));
const fixed = (_: string, v: number) => constant(v, 'float64');
const close = (found: unknown, wanted: readonly number[], digits = 12) => {
  expect((found as number[]).length).toBe(wanted.length);
  (found as number[]).forEach((v, i) => expect(v).toBeCloseTo(wanted[i], digits));
};
const labels = (...data: number[]): Input => ({ data, dtype: 'int32' });
const { log } = Math;

describe('losses of values', () => {
  const y = [
    [1, 2],
    [-3, 0.5],
  ];
  const p = [
    [0.5, 4],
    [-3.25, 0.25],
  ];
  test('meanSquaredError: 1/n', () => close(rows(losses.meanSquaredError(), y, p).result, [2.125, 0.0625]));
  test('meanAbsoluteError', () => close(rows(losses.meanAbsoluteError(), y, p).result, [1.25, 0.25]));
  test('huber, both branches, and its delta as a scalar', () => {
    const { result, scalars } = rows(losses.huber({ delta: 1 }), y, p);
    close(result, [(0.125 + 1.5) / 2, 0.03125]);
    expect(scalars).toEqual({ delta: 1 });
  });
  test('huber joins smoothly at delta', () => {
    const of = (e: number) =>
      (slope([[[e]]], (x) => losses.huber({ delta: 2 }).perRow(constant(0, 'float64'), x, fixed)) as number[][])[0][0];
    expect(of(2 - 1e-9)).toBeCloseTo(2, 8);
    expect(of(2 + 1e-9)).toBeCloseTo(2, 8);
    expect(of(-7)).toBe(-2);
    expect(of(0.5)).toBe(0.5);
  });
  test('poisson', () => close(rows(losses.poisson(), [[3, 0]], [[2, 0.5]]).result, [(2 - 3 * log(2) + 0.5) / 2]));
  test('hinge', () => close(rows(losses.hinge(), [[1], [-1], [1]], [[0.3], [-2], [-1]]).result, [0.7, 0, 2]));
  test('all axes but the first are averaged over', () => {
    close(
      rows(
        losses.meanSquaredError(),
        [
          [
            [1, 2],
            [3, 4],
          ],
        ],
        [
          [
            [0, 0],
            [0, 0],
          ],
        ],
      ).result,
      [7.5],
    );
    close(rows(losses.meanSquaredError(), [1, 2], [0, 0]).result, [1, 4]);
  });
});

describe('kullbackLeibler', () => {
  test('Σ y log(y/p), with 0 log 0 = 0', () =>
    close(rows(losses.kullbackLeibler(), [[0.25, 0.75, 0]], [[0.5, 0.25, 0.25]]).result, [0.25 * log(0.5) + 0.75 * log(3)]));
  test('nothing between equals', () => close(rows(losses.kullbackLeibler(), [[0.2, 0.8]], [[0.2, 0.8]]).result, [0]));
});

describe('categorical crossentropies', () => {
  const p = [
    [0.7, 0.2, 0.1],
    [0.1, 0.1, 0.8],
  ];
  const oneHot = [
    [1, 0, 0],
    [0, 1, 0],
  ];
  const e = 0.1;
  test('one-hot and labels agree', () => {
    const wanted = [-log(0.7), -log(0.1)];
    close(rows(losses.categoricalCrossentropy(), oneHot, p).result, wanted);
    close(rows(losses.sparseCategoricalCrossentropy(), labels(0, 1), p).result, wanted);
  });
  test('probabilities as targets', () =>
    close(rows(losses.categoricalCrossentropy(), [[0.5, 0.5, 0]], [p[0]]).result, [-(log(0.7) + log(0.2)) / 2]));
  const cost = (row: number[], target: number, on: number, off: number) =>
    -row.reduce((a, q, k) => a + (k === target ? on : off) * log(q), 0);
  test('classic smoothing: 1 - ε and ε/(k-1)', () => {
    const wanted = [cost(p[0], 0, 1 - e, e / 2), cost(p[1], 1, 1 - e, e / 2)];
    close(rows(losses.categoricalCrossentropy({ labelSmoothing: e }), oneHot, p).result, wanted);
    const sparse = rows(losses.sparseCategoricalCrossentropy({ labelSmoothing: e }), labels(0, 1), p);
    close(sparse.result, wanted);
    expect(sparse.scalars).toEqual({ labelSmoothing: e });
  });
  test('uniform smoothing: (1-ε) one-hot + ε/k', () => {
    const wanted = [cost(p[0], 0, 1 - e + e / 3, e / 3), cost(p[1], 1, 1 - e + e / 3, e / 3)];
    close(rows(losses.categoricalCrossentropy({ labelSmoothing: e, smoothing: 'uniform' }), oneHot, p).result, wanted);
    close(rows(losses.sparseCategoricalCrossentropy({ labelSmoothing: e, smoothing: 'uniform' }), labels(0, 1), p).result, wanted);
  });
  test('fromLogits is the loss of the softmax, and finite where softmax gives 0', () => {
    const logits = [[1000, -1000, 3]];
    close(rows(losses.sparseCategoricalCrossentropy({ fromLogits: true }), labels(1), logits).result, [2000]);
    close(rows(losses.categoricalCrossentropy({ fromLogits: true }), [[0, 1, 0]], logits).result, [2000]);
    close(
      withScalars([labels(1), logits], (scalar, y, z) => losses.sparseCategoricalCrossentropy().perRow(y, softmax(z), scalar)).result,
      [2000],
    );
  });
  test('the gradient by logits is p - y', () => {
    const z = [[0.3, -1, 2]];
    const exps = z[0].map(Math.exp);
    const wanted = exps.map((v, k) => v / exps.reduce((a, b) => a + b) - (k === 2 ? 1 : 0));
    close((slope([z, labels(2)], (t, y) => losses.sparseCategoricalCrossentropy().perRow(y, softmax(t), fixed)) as number[][])[0], wanted);
  });
  test('rows of sequences are averaged over their positions', () =>
    close(rows(losses.categoricalCrossentropy(), [oneHot], [p]).result, [-(log(0.7) + log(0.1)) / 2]));
  test('labels need outputs of two axes', () =>
    expect(() => rows(losses.sparseCategoricalCrossentropy(), labels(0), [0.5])).toThrow(
      'sparseCategoricalCrossentropy: expected outputs of shape [rows, classes], got [1]',
    ));
});

describe('binaryCrossentropy', () => {
  const y = [[1, 0, 0.25]];
  const p = [[0.9, 0.2, 0.5]];
  const cost = (t: number, q: number) => -(t * log(q) + (1 - t) * log(1 - q));
  test('mean over outputs', () =>
    close(rows(losses.binaryCrossentropy(), y, p).result, [(cost(1, 0.9) + cost(0, 0.2) + cost(0.25, 0.5)) / 3]));
  test('smoothing', () => {
    const mean = (s: (t: number) => number) => [(cost(s(1), 0.9) + cost(s(0), 0.2) + cost(s(0.25), 0.5)) / 3];
    close(
      rows(losses.binaryCrossentropy({ labelSmoothing: 0.2 }), y, p).result,
      mean((t) => t * 0.6 + 0.2),
    );
    close(
      rows(losses.binaryCrossentropy({ labelSmoothing: 0.2, smoothing: 'uniform' }), y, p).result,
      mean((t) => t * 0.8 + 0.1),
    );
  });
  test('smoothing is that of two classes of the categorical one', () => {
    for (const smoothing of ['classic', 'uniform'] as const) {
      const options = { labelSmoothing: 0.3, smoothing };
      const [binary, categorical] = [
        rows(losses.binaryCrossentropy(options), [[1], [0]], [[0.9], [0.2]]).result,
        rows(losses.sparseCategoricalCrossentropy(options), labels(1, 0), [
          [0.1, 0.9],
          [0.8, 0.2],
        ]).result,
      ];
      close(binary, categorical as number[]);
    }
  });
  test('logits far out, given as such or through a sigmoid', () => {
    const z = [[-500], [500], [-500]];
    const targets = [[1], [1], [0]];
    close(rows(losses.binaryCrossentropy({ fromLogits: true }), targets, z).result, [500, 0, 0]);
    close(withScalars([targets, z], (scalar, t, x) => losses.binaryCrossentropy().perRow(t, sigmoid(x), scalar)).result, [500, 0, 0]);
    const slopes = slope([z, targets], (x, t) => losses.binaryCrossentropy().perRow(t, sigmoid(x), fixed)) as number[][];
    close(slopes.flat(), [-1, 0, 0]);
  });
});

describe('derivatives', () => {
  const y = ndarray(Float64Array.of(0.2, 0.8, 0.6, 0.4), [2, 2]);
  const p = ndarray(Float64Array.of(0.3, 0.6, 0.15, 0.9), [2, 2]);
  const dense = Object.entries(losses).filter(([name]) => name !== 'sparseCategoricalCrossentropy');
  test.each(dense)('%s to the second order', (_, make) => {
    const loss = (make as () => Loss)();
    const check = checkGradients((x) => loss.perRow(constant(y), x, fixed), [p], { order: 2 });
    expect(check.ok, JSON.stringify(check)).toBe(true);
  });
});

describe('options', () => {
  test.each([
    [() => losses.huber({ delta: 0 }), 'losses.huber: expected a number in (0, inf) for delta, got 0 (number)'],
    [
      () => losses.binaryCrossentropy({ labelSmoothing: 1 }),
      'losses.binaryCrossentropy: expected a number in [0, 1) for labelSmoothing, got 1 (number)',
    ],
    [
      () => losses.categoricalCrossentropy({ smoothing: 'keras' } as never),
      "losses.categoricalCrossentropy: expected one of 'classic', 'uniform' for smoothing, got 'keras' (string)",
    ],
    [
      () => losses.sparseCategoricalCrossentropy({ fromLogits: 1 } as never),
      'losses.sparseCategoricalCrossentropy: expected true or false for fromLogits, got 1 (number)',
    ],
    [() => losses.meanSquaredError({ delta: 1 } as never), "losses.meanSquaredError: unknown option 'delta'. Known options: none"],
  ])('%s', (make, message) => expect(make).toThrow(expect.objectContaining({ code: 'ERR_OPTION', message })));
});

describe('resolve', () => {
  test('by name, item and function', () => {
    expect(resolveLoss('compile', 'hinge').kind).toBe('hinge');
    const item = losses.huber();
    expect(resolveLoss('compile', item)).toBe(item);
    close(
      rows(
        resolveLoss('compile', (y, p) => square(sub(y, p))),
        [1],
        [3],
      ).result,
      [4],
    );
    expect(() =>
      rows(
        resolveLoss('compile', () => 1 as never),
        [1],
        [3],
      ),
    ).toThrow(/^compile: expected the loss function to return a Tensor, got 1/);
  });
  test('unknown ones', () => {
    expect(() => resolveLoss('compile', 'mse')).toThrow(/^compile: no loss is called 'mse'\. .*Known: meanSquaredError, /);
    expect(() => resolveLoss('compile', 'meanSquareError')).toThrow(/Did you mean 'meanSquaredError'\?/);
    expect(() => resolveLoss('compile', undefined as never)).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
  });
  test.each(Object.entries(losses))('%s comes back from its description', (name, make) => {
    const item = (make as (o?: object) => Loss)(
      name === 'huber' ? { delta: 2 } : name.endsWith('entropy') ? { labelSmoothing: 0.1 } : undefined,
    );
    const again = lossFrom(JSON.parse(JSON.stringify(description(item))));
    expect(description(again)).toEqual(description(item));
    expect(again.target).toBe(item.target);
  });
  test('a description of nothing', () =>
    expect(() => lossFrom({ kind: 'x', options: {} })).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' })));
});
