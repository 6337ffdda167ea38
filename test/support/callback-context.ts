/** What callbacks are given, without a training. */
import type { CallbackContext } from '../../lib/callbacks/index.ts';

/** A model that knows its learning rate and what was saved. */
export function standInModel(learningRate = 0.1): CallbackContext['model'] & { readonly saved: string[] } {
  let rate = learningRate;
  const saved: string[] = [];
  return {
    saved,
    getWeights: () => ({}),
    setWeights: () => undefined,
    getHyperparameters: () => ({ learningRate: rate }),
    setHyperparameter: (_name, value) => {
      rate = value;
    },
    save: async (path, options) => {
      saved.push(options?.training ? `${path} with training` : path);
    },
  };
}

/** A context around such a model, with the reasons given for stopping. */
export function standInContext(learningRate?: number): CallbackContext & {
  readonly model: ReturnType<typeof standInModel>;
  readonly reasons: string[];
} {
  const reasons: string[] = [];
  return {
    model: standInModel(learningRate),
    reasons,
    epochs: 10,
    stop: (reason) => reasons.push(reason),
    keepBest: () => undefined,
    restoreBest: () => undefined,
  };
}
