/** Training by model.fit. */
import { RidgelineError } from '../../../dist/index.js';
import { Missing } from '../serve.mjs';
import { arrays, keptNetwork, network } from './network.mjs';

/** A precision that this version refuses is a row that is left out by name. */
function orMissing(kase, make) {
  try {
    return make(kase);
  } catch (error) {
    if (kase.precision === 'bfloat16' && error instanceof RidgelineError && error.code === 'ERR_OPTION')
      throw new Missing(`compile refuses precision 'bfloat16': ${error.message}`);
    throw error;
  }
}

/** Losses of the first two steps on one batch: the second one sees the first one's update. */
export async function check(kase) {
  const model = orMissing(kase, network);
  const [x, y] = arrays(kase, kase.batch);
  const history = await model.fit(x, y, { epochs: 2, batchSize: kase.batch, shuffle: false, verbose: false, threads: kase.threads });
  return history.epochs.map((e) => e.loss);
}

/** The interpreter takes seconds for a step. */
const stepsOf = (kase) => (process.env.RIDGELINE_BACKEND === 'reference' ? (kase.shape === 'S' ? 4 : 1) : kase.steps);

/** Seconds that a call takes about, as those of PyTorch and JAX do. */
const seconds = 0.5;

const kept = new Map();
/** Model, data and number of epochs, the same for every round of a case: data that are made anew are garbage, collected while the next round runs. */
async function trainer(kase) {
  const key = JSON.stringify([kase.shape, kase.precision, kase.regularize]);
  if (!kept.has(key)) {
    const model = orMissing(kase, keptNetwork);
    const [x, y] = arrays(kase, kase.batch * stepsOf(kase));
    const fit = (epochs) => model.fit(x, y, { batchSize: kase.batch, epochs, verbose: false, threads: kase.threads });
    const history = await fit(1);
    kept.set(key, { fit, epochs: Math.max(1, Math.round(seconds / history.epochs[0].seconds)) });
  }
  return kept.get(key);
}

/** Samples per second of all epochs together. */
export async function time(kase) {
  const { fit, epochs } = await trainer(kase);
  const history = await fit(epochs);
  const taken = history.epochs.reduce((sum, epoch) => sum + epoch.seconds, 0);
  return (epochs * kase.batch * stepsOf(kase)) / taken;
}
