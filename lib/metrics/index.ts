import { nearest, show } from '../check.ts';
import type { Description } from '../describe.ts';
import { RidgelineError, showShape } from '../errors.ts';
import type { Named } from '../named.ts';
import { reshape } from '../ops/movement.ts';
import { sizeOf } from '../tensor/shape.ts';
import { Tensor } from '../tensor/tensor.ts';
import { accuracy } from './accuracy.ts';
import { auc } from './auc.ts';
import { f1, precision, recall, topKAccuracy } from './classes.ts';
import type { Metric } from './define.ts';
import { meanAbsoluteError, meanSquaredError, r2 } from './regression.ts';

export type { AccuracyOptions } from './accuracy.ts';
export type { AucOptions } from './auc.ts';
export type { ClassOptions, TopKOptions } from './classes.ts';
export type { Metric } from './define.ts';

/** The metrics. */
export const metrics = { accuracy, topKAccuracy, precision, recall, f1, auc, meanSquaredError, meanAbsoluteError, r2 };

/** Names of metrics. */
export type MetricName = Named<keyof typeof metrics>;
/** A metric, the name of one with its defaults, or a function of (yTrue, yPred) giving a value per row. */
export type MetricLike = Metric | MetricName | ((yTrue: Tensor, yPred: Tensor) => Tensor);

const byName = metrics as Readonly<Record<string, (options?: object) => Metric>>;

/**
 * The metric that a user means, in argument `where`. The mean of a function's values is reported under the function's name.
 * @throws ERR_OPTION for an unknown name, with the known ones; and, when traced, for a function that does not give a value per row.
 */
export function resolveMetric(where: string, value: MetricLike): Metric {
  if (typeof value === 'string') {
    if (Object.hasOwn(metrics, value)) return byName[value]();
    const known = Object.keys(metrics);
    const near = nearest(value, known);
    const hint = near ? ` Did you mean '${near}'?` : '';
    throw new RidgelineError('ERR_OPTION', `${where}: no metric is called '${value}'.${hint} Known: ${known.join(', ')}`);
  }
  if (typeof value === 'function') {
    const name = value.name || 'metric';
    return {
      kind: 'custom',
      name,
      options: { metric: value },
      sums: (yTrue, yPred) => ({ total: perRow(`${where}: metric ${name}`, yPred.shape[0], value(yTrue, yPred)) }),
      result: ({ total }, weight) => total / weight,
    };
  }
  if (typeof value?.sums === 'function') return value;
  throw new RidgelineError(
    'ERR_OPTION',
    `${where}: expected a metric, the name of one, or a function of (yTrue, yPred), got ${show(value)}`,
  );
}

function perRow(where: string, rows: number, result: unknown): Tensor {
  if (result instanceof Tensor && result.shape[0] === rows && sizeOf(result.shape) === rows) return reshape(result, [rows]);
  const got = result instanceof Tensor ? `shape ${showShape(result.shape)}` : show(result);
  throw new RidgelineError('ERR_OPTION', `${where}: expected a Tensor with a value per row, shape [${rows}], got ${got}`);
}

/** The metric that a description names. */
export function metricFrom({ kind, options }: Description): Metric {
  if (!Object.hasOwn(metrics, kind)) throw new RidgelineError('ERR_FORMAT', `no metric is called '${kind}'`);
  return byName[kind](options);
}
