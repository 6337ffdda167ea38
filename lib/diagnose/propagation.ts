import { boolean, checkOptions, optional } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import type { Model } from '../models/model.ts';
import { sub } from '../ops/binary.ts';
import { equal } from '../ops/compare.ts';
import { cast } from '../ops/core.ts';
import { max, mean } from '../ops/reduce.ts';
import { abs, sqrt, square } from '../ops/unary.ts';
import { trainStep } from '../runtime/train-step.ts';
import type { ArrayInput } from '../tensor/ndarray.ts';
import { activationsOf, engineOf, inputOf, type Values, valuesOf } from './objective.ts';

/** Options of {@link propagation}. */
export interface PropagationOptions {
  /** As in a training step: normalization by the batch's own statistics, dropout and noise drawn once; default true. False: as in predict. */
  readonly training?: boolean;
}

/** The values after one layer, over all rows and units. */
export interface LayerSignal {
  /** The layer's name; 'input' for x itself, which comes first. */
  readonly name: string;
  readonly mean: number;
  /** Standard deviation. */
  readonly std: number;
  /**
   * Deviation over the rows, root mean square over the units: what is left of the differences between inputs. Far below std where units differ
   * and rows hardly do, as behind many sigmoids.
   */
  readonly rowStd: number;
  /** Largest absolute value. */
  readonly largest: number;
  /** Share of values that are exactly 0, in [0, 1]: units that a relu has shut off. */
  readonly zeros: number;
}

/** What {@link propagation} finds. */
export interface Propagation {
  /** In the order of the layers, x first. */
  readonly layers: readonly LayerSignal[];
  /**
   * 'exploding': an std that is not finite, or above 1000 times that of x; 'vanishing': an std or rowStd below a thousandth of that of x; else
   * 'good'. The last layer is left out: what an output is like is up to its task.
   */
  readonly verdict: 'good' | 'vanishing' | 'exploding';
}

const factor = 1000;

/**
 * How signals fare on their way through a model: mean and deviation of the values after every layer, in the model's own float32, summed up in
 * float64. Initial weights are right where deviations neither grow nor fade with depth (Glorot and Bengio 2010; He et al. 2015). All rows pass
 * as one batch: a few hundred tell enough. The model need not be compiled;
 * during a fit the weights are those of the last boundary.
 * @param x [rows, ...inputShape].
 * @throws ERR_SHAPE, ERR_VALUE for rows that do not fit.
 */
export async function propagation(model: Model, x: ArrayInput | Dataset, options: PropagationOptions = {}): Promise<Propagation> {
  const where = 'diagnose.propagation';
  const engine = engineOf(where, model);
  checkOptions<PropagationOptions>(where, options, { training: optional(boolean) });
  const { training = true } = options;
  const rows = inputOf(where, engine, x, 'float32');
  const names: string[] = [];
  const step = trainStep({
    state: valuesOf(engine, 'float32'),
    inputs: { x: { shape: rows.shape, dtype: rows.dtype } },
    update: (values, batch) => {
      const signals = [{ name: 'input', tensor: batch.x }, ...activationsOf(engine, values as Values, batch.x, training, 'float32')];
      names.push(...signals.map((s) => s.name));
      const outputs = signals.flatMap(({ tensor }, i) => {
        const wide = cast(tensor, 'float64');
        const average = mean(wide);
        return [
          [`${i}/mean`, average],
          [`${i}/std`, sqrt(mean(square(sub(wide, average))))],
          [`${i}/rowStd`, sqrt(mean(square(sub(wide, mean(wide, 0, { keepDims: true })))))],
          [`${i}/largest`, max(abs(wide))],
          [`${i}/zeros`, mean(equal(wide, 0))],
        ];
      });
      return { state: {}, outputs: Object.fromEntries(outputs) };
    },
    seed: engine.seed,
  });
  const found = await step.run({ x: rows });
  const at = (i: number, name: string) => found[`${i}/${name}`].data[0];
  const layers = names.map((name, i) => ({
    name,
    mean: at(i, 'mean'),
    std: at(i, 'std'),
    rowStd: at(i, 'rowStd'),
    largest: at(i, 'largest'),
    zeros: at(i, 'zeros'),
  }));
  return { layers, verdict: verdictOf(layers) };
}

function verdictOf(layers: readonly LayerSignal[]): Propagation['verdict'] {
  const [first] = layers;
  const hidden = layers.slice(1, -1);
  if (hidden.some((l) => !(l.std <= factor * first.std))) return 'exploding';
  return hidden.some((l) => l.std < first.std / factor || l.rowStd < first.rowStd / factor) ? 'vanishing' : 'good';
}
