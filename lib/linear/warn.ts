/** The one way in which an estimator warns: on the process, as Node does, and in its own list. */

/** Kinds of warnings, as their `name` says them. */
export type WarningKind = 'ConvergenceWarning' | 'UnderdeterminedWarning';

const codes: Record<WarningKind, string> = {
  ConvergenceWarning: 'RIDGELINE_CONVERGENCE',
  UnderdeterminedWarning: 'RIDGELINE_UNDERDETERMINED',
};

/** Emits a process warning and adds it to `warnings`. The message begins with the estimator's name and says what to do. */
export function warn(warnings: string[], kind: WarningKind, message: string): void {
  warnings.push(message);
  process.emitWarning(message, { type: kind, code: codes[kind] });
}
