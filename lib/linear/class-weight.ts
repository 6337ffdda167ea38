/** Weights of classes, and of rows by them. */
import type { Rule } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { Labels } from './labels.ts';

/**
 * 'balanced': every class counts the same, by the sum of the weights of its rows. Or a weight for each label, 0 or more; labels that are left out
 * count 1.
 */
export type ClassWeight = 'balanced' | Readonly<Record<string | number, number>>;

export const classWeightRule: Rule<ClassWeight> = {
  expected: "'balanced' or an object with a weight of 0 or more for each label",
  invalid: 'even',
  test: (v): v is ClassWeight =>
    v === 'balanced' ||
    (typeof v === 'object' && v !== null && !Array.isArray(v) && Object.values(v).every((w) => Number.isFinite(w) && w >= 0)),
};

/**
 * What each row counts: its own weight times that of its class. Throws ERR_OPTION for a label that y does not have, ERR_VALUE where all rows of
 * a class would count nothing.
 */
export function rowWeights(
  where: string,
  { codes, classes }: Labels,
  sampleWeight: Float64Array | undefined,
  classWeight: ClassWeight | undefined,
): Float64Array {
  const weights = sampleWeight ? Float64Array.from(sampleWeight) : new Float64Array(codes.length).fill(1);
  const byClass = new Float64Array(classes.length);
  codes.forEach((code, i) => {
    byClass[code] += weights[i];
  });
  const total = byClass.reduce((a, b) => a + b, 0);
  const factors = new Float64Array(classes.length).fill(1);
  if (classWeight === 'balanced') {
    factors.forEach((_, c) => {
      factors[c] = total / (classes.length * byClass[c]);
    });
  } else if (classWeight) {
    for (const [label, weight] of Object.entries(classWeight)) {
      const code = classes.findIndex((c) => String(c) === label);
      if (code < 0)
        throw new RidgelineError(
          'ERR_OPTION',
          `${where}: expected labels of y (${classes.slice(0, 10).join(', ')}${classes.length > 10 ? ', ...' : ''}) in classWeight, got ${label}`,
        );
      factors[code] = weight;
    }
  }
  const empty = classes.findIndex((_, c) => byClass[c] * factors[c] === 0 || byClass[c] === 0);
  if (empty >= 0)
    throw new RidgelineError('ERR_VALUE', `${where}: every row of class ${classes[empty]} has weight 0 by sampleWeight or classWeight`);
  return weights.map((w, i) => w * factors[codes[i]]);
}
