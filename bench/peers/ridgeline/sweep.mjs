/** Training models that differ in their learning rate: by sweep, or one fit after another. */
import { sweep } from '../../../dist/index.js';
import { learningRate } from '../../workloads/shapes.mjs';
import { secondsPerCall } from '../serve.mjs';
import { arrays, network } from './network.mjs';

const rates = ({ models }) => Array.from({ length: models }, (_, i) => learningRate * (1 + i / models));

const kept = new Map();
/** Rows are made once: to make them takes longer than some sweeps. */
function rowsOf(kase, rows) {
  if (!kept.has(rows)) kept.set(rows, arrays(kase, rows));
  return kept.get(rows);
}

/** Validation losses. */
async function run(kase, options) {
  const [x, y] = rowsOf(kase, kase.rows);
  const validation = rowsOf(kase, kase.validationRows);
  const { batch: batchSize, threads } = kase;
  const grid = { learningRate: rates(kase) };
  const model = (own) => network({ ...kase, ...own });
  const fit = { ...options, batchSize, threads };
  if (!kase.alone) {
    const { entries } = await sweep({ model, grid, data: [x, y], validation, refit: false, parallel: kase.models, ...fit });
    return entries.map((entry) => entry.validation.loss.mean);
  }
  const losses = [];
  for (const rate of grid.learningRate) {
    const one = model({ learningRate: rate });
    await one.fit(x, y, { ...fit, verbose: false });
    await one.evaluate(x, y, { threads });
    losses.push((await one.evaluate(...validation, { threads })).loss);
  }
  return losses;
}

export const check = (kase) => run({ ...kase, rows: 4 * kase.batch }, { epochs: 2, shuffle: false });

/** Samples of a second: the mean of as many sweeps as fit into half a second, since the garbage collector comes once in several. */
export async function time(kase) {
  const seconds = await secondsPerCall(() => run(kase, { epochs: kase.epochs }), 0.5);
  return (kase.models * kase.epochs * kase.rows) / seconds;
}
