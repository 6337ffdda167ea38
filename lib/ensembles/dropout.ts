/** One network trained with dropout, as the ensemble of the networks that its masks make. */
import { checkOptions, oneOf, optional, type Rule } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { Model } from '../models/model.ts';
import { threadRules } from '../models/options.ts';
import { seedRule } from '../models/sequential.ts';
import type { ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { combine } from './combine.ts';
import { decompose, type ErrorDecomposition } from './decomposition.ts';
import type { Spread, ThreadOptions } from './ensemble.ts';
import { type MeanName, runningMean } from './means.ts';
import { judged, scored } from './score.ts';
import { valuesFor } from './targets.ts';

/** Options of {@link dropoutEnsemble}. */
export interface DropoutEnsembleOptions {
  /** A model with layers of dropout or noise, or kernels with dropConnect or weightNoise. */
  readonly model: Model;
  /** Masks that are drawn, in [1, 65536]; default 50. 10 to 20 often come close to weight scaling. */
  readonly samples?: number;
  /** 'arithmetic' (default): the mean of the outputs; 'geometric': that of probabilities, divided by its sum over the classes. */
  readonly mean?: MeanName;
  /** Seed of the masks, as of a model; default the model's. The same seed gives the same predictions. */
  readonly seed?: number;
}

/** What {@link dropoutEnsemble} returns. */
export interface DropoutEnsemble {
  readonly model: Model;
  /** Trains the model: see Model.fit. */
  readonly fit: Model['fit'];
  /** The mean over the masks, [rows, ...outputShape]. */
  predict(x: ArrayInput | Dataset, options?: ThreadOptions): Promise<NDArray>;
  /** The same with the standard deviation over the masks: where it is large, the networks disagree (Gal and Ghahramani 2016). */
  predictWithSpread(x: ArrayInput | Dataset, options?: ThreadOptions): Promise<Spread>;
  /** Loss and metrics of those predictions, as the model was compiled; the loss is that of the data, without penalties. */
  evaluate(x: Dataset | ArrayInput, y?: ArrayInput, options?: ThreadOptions): Promise<Record<string, number>>;
  /** See {@link ErrorDecomposition}: the masks are the members. It holds all their predictions at once. */
  errorDecomposition(x: Dataset | ArrayInput, y?: ArrayInput, options?: ThreadOptions): Promise<ErrorDecomposition>;
  /** Writes the model, which {@link loadModel} reads: see Model.save. */
  readonly save: Model['save'];
}
const modelRule: Rule<Model> = { expected: 'a model', invalid: 1, test: (v): v is Model => v instanceof Model };
/** As many as the random numbers of a step can tell apart. */
const samplesRule: Rule<number> = {
  expected: 'an integer in [1, 65536]',
  invalid: 0,
  test: (v): v is number => Number.isInteger(v) && (v as number) >= 1 && (v as number) <= 65536,
};
const defaultSamples = 50;

/**
 * Predicts by sampling masks, as in training, from one trained model: the Monte Carlo mean. The third way beside it, weight scaling, is model.predict():
 * for a softmax regression it equals the geometric mean over all masks, weighted by their probability; for deeper networks it is an approximation
 * that costs one pass instead of `samples`. Normalization layers stay in inference.
 * Source: Goodfellow, Bengio, Courville 2016, 7.12; Srivastava 2014; Warde-Farley 2014 (geometric); Gal and Ghahramani 2016 (spread).
 * @throws ERR_OPTION for a model in which nothing is random; ERR_VALUE, by predict, for a geometric mean of what are no probabilities.
 */
export function dropoutEnsemble(options: DropoutEnsembleOptions): DropoutEnsemble {
  const where = 'ensembles.dropoutEnsemble';
  checkOptions<DropoutEnsembleOptions>(where, options, {
    model: modelRule,
    samples: optional(samplesRule),
    mean: optional(oneOf('arithmetic', 'geometric')),
    seed: optional(seedRule),
  });
  const { model, samples = defaultSamples, mean: kind = 'arithmetic', seed = model.seed } = options;
  if (!model.engine.actsAtRandom)
    throw new RidgelineError('ERR_OPTION', `${where}: expected a model with dropout or noise, got one whose samples would all be the same`);
  const checkedThreads = (method: string, given: ThreadOptions): ThreadOptions => {
    checkOptions<ThreadOptions>(method, given, threadRules);
    return given;
  };
  const sampled = async (x: ArrayInput | Dataset, given: ThreadOptions) => {
    const { threads } = checkedThreads('predict', given);
    const result = runningMean(kind);
    for (let pass = 0; pass < samples; pass++) result.add(await model.sampled(x, pass, seed, threads ?? 0));
    return result;
  };
  return {
    model,
    fit: model.fit.bind(model) as Model['fit'],
    save: model.save.bind(model),
    predict: async (x, given = {}) => (await sampled(x, given)).mean(),
    predictWithSpread: async (x, given = {}) => {
      const result = await sampled(x, given);
      return { mean: result.mean(), standardDeviation: result.standardDeviation() };
    },
    errorDecomposition: async (x, y, given = {}) => {
      const { threads } = checkedThreads('errorDecomposition', given);
      const data = judged('errorDecomposition', model, x, y);
      const answers: NDArray[] = [];
      for (let pass = 0; pass < samples; pass++) answers.push(await model.sampled(data.x, pass, seed, threads ?? 0));
      const combined = combine(answers, { rule: kind === 'arithmetic' ? 'mean' : 'geometricMean' });
      const { loss } = data.judge;
      return decompose(answers, combined, valuesFor('errorDecomposition', data.y, combined, { loss, metrics: [] }));
    },
    evaluate: async (x, y, given = {}) => {
      const data = judged('evaluate', model, x, y);
      return scored('evaluate', data.judge, data.targets, (await sampled(data.x, given)).mean());
    },
  };
}
