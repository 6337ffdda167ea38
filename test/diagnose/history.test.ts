import { describe, expect, test } from 'vitest';
import { datasets, diagnose, type FitOptions, layers, optimizers, regularizers, sequential } from '../../lib/index.ts';

const course = (training: readonly number[], validation: readonly number[], extra: Record<string, number> = {}) => ({
  epochs: training.map((loss, i) => ({ epoch: i + 1, loss, valLoss: validation[i], ...extra })),
});
const falling = (n: number, from: number, to: number, rate: number) =>
  Array.from({ length: n }, (_, i) => to + (from - to) * Math.exp(-rate * i));

describe('curves', () => {
  test('good: both settle low, side by side', () => {
    const found = diagnose(course(falling(20, 2, 0.1, 0.5), falling(20, 2, 0.2, 0.5)));
    expect(found.verdict).toBe('good');
    expect(found.suggestions).toEqual([]);
    expect(found.evidence.every((f) => f.speaksFor === undefined)).toBe(true);
    expect(found.evidence.map((f) => f.measure)).toEqual(['gap', 'rise', 'trend', 'fall']);
    expect(found.evidence[0].value).toBeCloseTo(0.05, 3);
  });
  test('overfit: a gap', () => {
    const found = diagnose(course(falling(20, 2, 0, 0.5), falling(20, 2, 1, 0.5)));
    expect(found.verdict).toBe('overfit');
    expect(found.evidence.filter((f) => f.speaksFor).map((f) => f.measure)).toEqual(['gap']);
    expect(found.suggestions[0]).toContain('regularize');
  });
  test('overfit: a validation loss that rises again; early stopping comes first', () => {
    const validation = [2, 1, 0.5, 0.55, 0.6, 0.65];
    const found = diagnose(course([2, 1, 0.6, 0.55, 0.52, 0.5], validation));
    expect(found.evidence.filter((f) => f.speaksFor).map((f) => f.measure)).toEqual(['rise']);
    expect(found.evidence.find((f) => f.measure === 'rise')?.text).toBe('the validation loss was lowest, 0.5, in epoch 3 of 6');
    expect(found.suggestions[0]).toContain('would have kept epoch 3');
  });
  test('overfit: accuracies apart', () => {
    const found = diagnose(course(falling(20, 2, 0.1, 0.5), falling(20, 2, 0.2, 0.5), { accuracy: 1, valAccuracy: 0.9 }));
    expect(found.verdict).toBe('overfit');
    expect(found.evidence.find((f) => f.measure === 'accuracyGap')).toMatchObject({ speaksFor: 'overfit', limit: 0.05 });
  });
  test('underfit: still falling', () => {
    const line = Array.from({ length: 20 }, (_, i) => 2 - 0.08 * i);
    const found = diagnose(course(line, line));
    expect(found.verdict).toBe('underfit');
    expect(found.suggestions[0]).toBe('train for more epochs');
  });
  test('underfit: stuck high', () => {
    const found = diagnose(course(falling(20, 2, 1.8, 1), falling(20, 2, 1.8, 1)));
    expect(found.verdict).toBe('underfit');
    expect(found.evidence.filter((f) => f.speaksFor).map((f) => f.measure)).toEqual(['fall']);
    expect(found.suggestions).not.toContain('train for more epochs');
  });
  test('one epoch tells little: more of them come first', () => {
    expect(diagnose(course([2], [2]))).toMatchObject({ verdict: 'underfit', suggestions: { 0: 'train for more epochs' } });
  });
  test('a target decides what is low enough', () => {
    const stuck = course(falling(20, 2, 1.8, 1), falling(20, 2, 1.8, 1));
    expect(diagnose(stuck, { target: 1.9 }).verdict).toBe('good');
    expect(diagnose(course(falling(20, 2, 0.1, 0.5), falling(20, 2, 0.2, 0.5)), { target: 0.01 }).verdict).toBe('underfit');
  });
  test('penalties are left out', () => {
    const epochs = falling(20, 2, 0.1, 0.5).map((v) => ({ loss: v + 5, penalty: 5, valLoss: v + 5, valPenalty: 5 }));
    expect(diagnose({ epochs }).verdict).toBe('good');
  });
});

describe('runs', () => {
  const data = datasets.digits().shuffle(1).standardize().dataset;
  const fitted = async (units: number, rows: number, epochs: number, l2 = 0, learningRate = 0.01) => {
    const { train, test: held } = data.split(0.7, { seed: 2 });
    const kernelRegularizer = l2 > 0 ? regularizers.l2(l2) : undefined;
    const model = sequential(
      [
        layers.input([64]),
        layers.dense(units, { activation: 'relu', kernelRegularizer }),
        layers.dense(10, { activation: 'softmax', kernelRegularizer }),
      ],
      { seed: 4 },
    );
    model.compile({ optimizer: optimizers.adam({ learningRate }), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
    return diagnose(await model.fit(train.take(rows), { epochs, validationData: held, batchSize: 32 }));
  };
  test('one unit for ten digits underfits', async () => expect((await fitted(1, 1200, 10)).verdict).toBe('underfit'));
  test('many units for 100 digits overfit', async () => expect((await fitted(256, 100, 60)).verdict).toBe('overfit'));
  test('what fits the task is good', async () => expect((await fitted(64, 1200, 12)).verdict).toBe('good'));
  test('too strong a penalty is named', async () => {
    const found = await fitted(64, 1200, 15, 0.3);
    expect(found.verdict).toBe('underfit');
    expect(found.suggestions.join()).toContain('weaker regularizers');
  });
});

describe('clear errors', () => {
  test.each([
    [{ epochs: [] }, 'ERR_VALUE', 'diagnose: the history has no epochs'],
    [
      { epochs: [{ loss: 1 }] },
      'ERR_VALUE',
      'diagnose: expected a history with validation losses, without which overfitting cannot be seen; fit with validationData or validationSplit',
    ],
    [course([1, Number.NaN], [1, 1]), 'ERR_VALUE', 'diagnose: epoch 2 has loss NaN and validation loss 1, expected finite numbers'],
    [undefined, 'ERR_OPTION', 'diagnose: expected the history that fit() returns, got undefined'],
  ])('%j', (history, code, message) => expect(() => diagnose(history as never)).toThrow(expect.objectContaining({ code, message })));
  test('options', () => {
    expect(() => diagnose(course([1], [1]), { target: -1 })).toThrow(
      'diagnose: expected a number of 0 or more for target, got -1 (number)',
    );
  });
});

describe('weights of rows', () => {
  const digits = datasets.digits().standardize().dataset;
  const [train, validation] = [digits.take(300), digits.shuffle(3).take(200)];
  const fitted = async (options: FitOptions) => {
    const model = sequential([layers.input([64]), layers.dense(10, { activation: 'softmax' })], { seed: 1 });
    // Adam does not see the scale of a loss.
    model.compile({ optimizer: optimizers.adam({ learningRate: 0.01, epsilon: 1e-30 }), loss: 'sparseCategoricalCrossentropy' });
    return model.fit(train, { epochs: 10, validationData: validation, ...options });
  };
  test('a scale of the training loss is none of the verdict', async () => {
    const [plain, scaled] = [await fitted({}), await fitted({ sampleWeight: new Float32Array(300).fill(0.125) })];
    expect(plain.meanWeight).toBeUndefined();
    expect(scaled.meanWeight).toBe(0.125);
    const [a, b] = [diagnose(plain), diagnose(scaled)];
    expect(b.verdict).toBe(a.verdict);
    a.evidence.forEach((finding, i) => expect(b.evidence[i].value).toBeCloseTo(finding.value, 4));
  });
  test('of classes', async () => {
    const history = await fitted({ classWeight: { 0: 4, 1: 0.5 } });
    const labels = Array.from(train.y?.data ?? []);
    const mean = labels.reduce((a, c) => a + (c === 0 ? 4 : c === 1 ? 0.5 : 1), 0) / labels.length;
    expect(history.meanWeight).toBeCloseTo(mean, 6);
  });
});
