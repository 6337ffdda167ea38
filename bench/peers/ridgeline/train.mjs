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

export async function time(kase) {
  const model = orMissing(kase, keptNetwork);
  const [x, y] = arrays(kase, kase.batch * stepsOf(kase));
  const history = await model.fit(x, y, { batchSize: kase.batch, verbose: false, threads: kase.threads });
  return history.epochs[0].samplesPerSecond;
}
