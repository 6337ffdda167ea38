/** A small network on a small part of the digits, for tests of training. */
import { type Dataset, datasets, layers, type Model, optimizers, regularizers, schedules, sequential } from '../../lib/index.ts';

export const digits = (rows: number, seed = 1): Dataset => datasets.digits().shuffle(seed).take(rows);

export interface SmallOptions {
  readonly seed?: number;
  readonly rate?: number;
  readonly lambda?: number;
  readonly learningRate?: number;
  readonly hidden?: number;
}

/** Dropout, a penalty, Adam with a schedule: everything that could make two runs differ. */
export function small({ seed = 7, rate = 0.3, lambda = 1e-3, learningRate = 1e-2, hidden = 32 }: SmallOptions = {}): Model {
  const model = sequential(
    [
      layers.input([64]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(hidden, { activation: 'relu', kernelRegularizer: regularizers.l2(lambda) }),
      layers.dropout(rate),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed },
  );
  model.compile({
    optimizer: optimizers.adam({ learningRate: schedules.inverseTimeDecay({ initial: learningRate, rate: 1, steps: 100 }) }),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  return model;
}

export const weightsOf = (model: Model): Record<string, number[]> =>
  Object.fromEntries(Object.entries(model.getWeights()).map(([k, v]) => [k, [...v.data]]));
