/** Loss and metrics of predictions that no single model made. */
import { RidgelineError, showShape } from '../errors.ts';
import type { Loss } from '../losses/define.ts';
import { resultOf, sumOverRows } from '../metrics/define.ts';
import { pair, targetRows } from '../models/feed.ts';
import type { Model } from '../models/model.ts';
import { maximum, minimum } from '../ops/binary.ts';
import { constant } from '../ops/core.ts';
import { mean } from '../ops/reduce.ts';
import { compile } from '../runtime/function.ts';
import type { Dataset } from '../data/dataset.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import type { Tensor } from '../tensor/tensor.ts';
import type { Judge } from './member.ts';

/** A mean of probabilities can round to 0 or 1, which a softmax's own logarithm never does. */
const [least, most] = [1e-37, 1 - 2 ** -24];

const within = (loss: Loss, p: Tensor): Tensor => (loss.outputs === 'probabilities' ? minimum(maximum(p, least), most) : p);

/** { loss, ...metrics } of predictions for the targets, over all rows at once; of the data alone, without penalties. */
export async function scored(where: string, judge: Judge, targets: ReturnType<typeof targetRows>, predictions: NDArray) {
  const { loss, metrics } = judge;
  const [rows] = predictions.shape;
  const y = { shape: [rows, ...targets.shape], dtype: targets.dtype };
  const run = compile(
    (yTrue: Tensor, given: Tensor) => {
      const value = loss.perRow(yTrue, within(loss, given), (_, number) => constant(number, 'float32'));
      const sums = metrics.map((m) =>
        Object.fromEntries(Object.entries(m.sums(yTrue, given)).map(([name, v]) => [name, sumOverRows(v, rows)])),
      );
      return { loss: value.rank === 0 ? value : mean(value), sums };
    },
    [y, { shape: predictions.shape }],
  );
  const given = predictions.dtype === 'float32' ? predictions : new NDArray(Float32Array.from(predictions.data), predictions.shape);
  const result = await run.run(new NDArray(targets.data, y.shape), given);
  const logs: Record<string, number> = { loss: result.loss.data[0] };
  metrics.forEach((m, i) => {
    const sums = Object.fromEntries(Object.entries<NDArray>(result.sums[i]).map(([name, v]) => [name, v.data]));
    logs[m.name] = resultOf(m, sums, rows);
  });
  if (!Number.isFinite(logs.loss))
    throw new RidgelineError('ERR_NON_FINITE', `${where}: the loss of outputs ${showShape(predictions.shape)} is ${logs.loss}`);
  return logs;
}

/** The rows to predict, and the targets to judge them by, as `model` was compiled for them. */
export function judged(where: string, model: Model, x: Dataset | ArrayInput, y: ArrayInput | undefined) {
  const [judge] = model.engine.requireCompiled(where).outputs;
  const data = pair(where, x, y);
  return { judge, x: data.x, y: data.y as NDArray, targets: targetRows(where, data.y, data.x.shape[0], judge) };
}
