import { nearest, show } from '../check.ts';
import type { Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { accuracy } from './accuracy.ts';
import type { Metric } from './define.ts';
import { meanAbsoluteError, meanSquaredError, r2 } from './regression.ts';

export type { Metric } from './define.ts';

/** The metrics. */
export const metrics = { accuracy, meanSquaredError, meanAbsoluteError, r2 };

const byName: Readonly<Record<string, () => Metric>> = metrics;

/** A metric from a metric, the name of one, or a function giving a value per row, whose mean is reported under the function's name. */
export function resolveMetric(where: string, value: Metric | string | ((yTrue: Tensor, yPred: Tensor) => Tensor)): Metric {
  if (typeof value === 'string') {
    if (Object.hasOwn(byName, value)) return byName[value]();
    const near = nearest(value, Object.keys(byName));
    throw new RidgelineError('ERR_OPTION', `${where}: no metric is called '${value}'.${near ? ` Did you mean '${near}'?` : ''} Known: ${Object.keys(byName).join(', ')}`);
  }
  if (typeof value === 'function') {
    return { kind: 'custom', name: value.name || 'metric', options: { metric: value }, sums: (y, p) => ({ value: value(y, p) }), result: (s, weight) => s.value / weight };
  }
  if (typeof value?.sums === 'function') return value;
  throw new RidgelineError('ERR_OPTION', `${where}: expected a metric, the name of one, or a function of (yTrue, yPred), got ${show(value)}`);
}

/** The metric that a description names. */
export function metricFrom({ kind }: Description): Metric {
  if (!Object.hasOwn(byName, kind)) throw new RidgelineError('ERR_FORMAT', `no metric is called '${kind}'`);
  return byName[kind]();
}
