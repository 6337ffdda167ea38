/** Classes that a hyperplane tells apart without error: then logistic regression without a penalty has no minimum. */
import { NDArray } from '../tensor/ndarray.ts';
import type { Label, Labels } from './labels.ts';
import { type ClassifierFit, classifierCoef, type Outcome } from './linear-classifier.ts';

/** How the weights of an unpenalized fit diverge. */
export interface Separation {
  /** The classes that are told from all others without error. */
  readonly classes: readonly Label[];
  /** coef divided by its norm: the weights grow along it without bound. */
  readonly direction: NDArray;
  /** Norm of coef where the solver ended. */
  readonly norm: number;
  /** And after half of its iterations. */
  readonly normBefore: number;
}

/**
 * Classes whose rows all lie above those of the others in their own score minus the mean of the other scores. Adding a multiple of that to the
 * class's score lowers the loss of every row, whatever the multiple: so there is no minimum. Rows of weight 0 do not count. Without an
 * intercept the two sides must lie above and below 0.
 */
function separatedClasses(
  scores: Float64Array,
  { codes, classes }: Labels,
  outputs: number,
  weights: Float64Array,
  fitIntercept: boolean,
): number[] {
  const contrast = (row: number, c: number) => {
    if (outputs === 1) return c === 1 ? scores[row] : -scores[row];
    let others = 0;
    for (let k = 0; k < outputs; k++) if (k !== c) others += scores[row * outputs + k];
    return scores[row * outputs + c] - others / (outputs - 1);
  };
  return classes.flatMap((_, c) => {
    let own = Infinity;
    let rest = -Infinity;
    codes.forEach((code, row) => {
      if (!(weights[row] > 0)) return;
      if (code === c) own = Math.min(own, contrast(row, c));
      else rest = Math.max(rest, contrast(row, c));
    });
    return own > rest && (fitIntercept || (own > 0 && rest < 0)) ? [c] : [];
  });
}

/** What separates the classes at the end of an unpenalized fit; undefined where nothing does. `scores` are those of the training rows. */
export function separationOf(
  fit: ClassifierFit,
  scores: Float64Array,
  labels: Labels,
  weights: Float64Array,
  fitIntercept: boolean,
  { norm, normBefore }: Outcome,
): Separation | undefined {
  const separated = separatedClasses(scores, labels, fit.outputs, weights, fitIntercept);
  if (separated.length === 0 || norm === 0) return undefined;
  const direction = new NDArray(
    fit.coef.map((w) => w / norm),
    classifierCoef(fit).shape,
  );
  return { classes: separated.map((c) => labels.classes[c]), direction, norm, normBefore };
}

/** The warning. */
export function describeSeparation(separation: Separation, outcome: Outcome, classes: readonly Label[]): string {
  const all = separation.classes.length === classes.length;
  const what = all
    ? 'a hyperplane separates the classes'
    : `a hyperplane separates ${separation.classes.map((c) => `class ${c}`).join(', ')} from the others`;
  const accuracy = outcome.leastMargin > 0 ? '; training accuracy is 1' : '';
  const { norm, normBefore } = separation;
  return (
    `${what} and there is no penalty, so no weights are best: they diverge along \`separation.direction\`${accuracy}, the norm of coef is ` +
    `${norm.toPrecision(4)} after ${outcome.iterations} iterations and was ${normBefore.toPrecision(4)} half way. A penalty (alpha, or C) makes the solution finite`
  );
}
