/**
 * Classes that a hyperplane tells apart without error, or but for rows on it: then logistic regression without a penalty has no minimum (Albert and Anderson, "On the
 * existence of maximum likelihood estimates in logistic regression models", 1984).
 */
import { NDArray } from '../tensor/ndarray.ts';
import type { Label, Labels } from './labels.ts';
import { type ClassifierFit, classifierCoef, type Outcome } from './linear-classifier.ts';

/** How the weights of an unpenalized fit diverge. */
export interface Separation {
  /** The classes that are told from all others without error; none where the hyperplane leaves rows of several classes on it (quasi-separation). */
  readonly classes: readonly Label[];
  /** Rows (of weight above 0) that are told from other classes with ever more certainty as weights grow. */
  readonly rows: number;
  /** Along it, of length 1, the weights grow without bound. */
  readonly direction: NDArray;
  /** Norm of coef where the solver ended; in quasi-separation, at a thousandth of tol. */
  readonly norm: number;
  /** And after half of its iterations; in quasi-separation, at tol. */
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
  return { classes: separated.map((c) => labels.classes[c]), rows: weights.filter((s) => s > 0).length, direction, norm, normBefore };
}

/** Of what a solver is asked for to see whether weights go on growing: tol times this. */
export const closer = 1e-3;
/** What the closer solution moves the score of a separated row by, at least: its loss has to fall by `closer`, the logarithm of which is 7. */
const leastRise = 1;
/** How far rows may fall, as a share of that: those on the hyperplane only move as they get closer to their own best scores. */
const slack = 0.01;

/**
 * Quasi-separation: from a solution to a `closer` one, no row's score falls against those of other classes, and some rise by far more than a solution that there is
 * would still move. `moves` are the scores of the training rows by the closer one minus those by the first. Undefined where there is none.
 */
export function quasiSeparationOf(
  fit: ClassifierFit,
  further: ClassifierFit,
  moves: Float64Array,
  { codes }: Labels,
  weights: Float64Array,
  { norm }: Outcome,
  { norm: normAfter }: Outcome,
): Separation | undefined {
  const { outputs } = fit;
  // The most that a row rises by against another class; `least` over all rows and classes.
  const rises = new Float64Array(codes.length);
  let least = Infinity;
  codes.forEach((own, row) => {
    if (!(weights[row] > 0)) return;
    if (outputs === 1) {
      rises[row] = own === 1 ? moves[row] : -moves[row];
      least = Math.min(least, rises[row]);
      return;
    }
    for (let c = 0; c < outputs; c++) {
      if (c === own) continue;
      const rise = moves[row * outputs + own] - moves[row * outputs + c];
      rises[row] = Math.max(rises[row], rise);
      least = Math.min(least, rise);
    }
  });
  const most = rises.reduce((high, rise) => Math.max(high, rise), -Infinity);
  const step = further.coef.map((w, i) => w - fit.coef[i]);
  const length = Math.hypot(...step);
  if (!(most >= leastRise) || least < -slack * most || !(length > 0)) return undefined;
  return {
    classes: [],
    rows: rises.filter((rise) => rise > slack * most).length,
    direction: new NDArray(
      step.map((w) => w / length),
      classifierCoef(fit).shape,
    ),
    norm: normAfter,
    normBefore: norm,
  };
}

/** The warning. */
export function describeSeparation(separation: Separation, outcome: Outcome, classes: readonly Label[]): string {
  const { norm, normBefore, rows } = separation;
  const growth = `and there is no penalty, so no weights are best: they diverge along \`separation.direction\``;
  const cure = 'A penalty (alpha, or C) makes the solution finite';
  if (separation.classes.length === 0)
    return `a hyperplane separates the classes but for rows that lie on it (${rows} ${rows === 1 ? 'row does' : 'rows do'} not) ${growth}, the norm of coef is ${normBefore.toPrecision(4)} at tol and ${norm.toPrecision(4)} at a thousandth of it. ${cure}`;
  const all = separation.classes.length === classes.length;
  const what = all
    ? 'a hyperplane separates the classes'
    : `a hyperplane separates ${separation.classes.map((c) => `class ${c}`).join(', ')} from the others`;
  const accuracy = outcome.leastMargin > 0 ? '; training accuracy is 1' : '';
  return (
    `${what} ${growth}${accuracy}, the norm of coef is ` +
    `${norm.toPrecision(4)} after ${outcome.iterations} iterations and was ${normBefore.toPrecision(4)} half way. ${cure}`
  );
}
