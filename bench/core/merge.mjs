/** Cases that were measured later take the place of what an older run has of them: after a change that concerns only them, or when that run was disturbed. */
import { byThreads, withThreadRows } from './threads.mjs';

const sameCase = (a, b) => a.workload === b.workload && a.case === b.case;

/**
 * The older results with every case of the newer ones, whole: all its rows and numbers of threads. `later` names what was measured when, and at which
 * commit; the machine is that of the older run, and so is what was not run.
 * @param {any} older
 * @param {any} newer
 */
export function mergeResults(older, newer) {
  const added = newer.rows.filter((row) => !byThreads(row));
  const kept = older.rows.filter((row) => !byThreads(row));
  const rows = kept.flatMap((row, i) => {
    if (!added.some((one) => sameCase(one, row))) return [row];
    return kept.findIndex((one) => sameCase(one, row)) === i ? added.filter((one) => sameCase(one, row)) : [];
  });
  rows.push(...added.filter((row) => !kept.some((one) => sameCase(one, row))));
  const cases = [...new Set(added.map((row) => `${row.workload} ${row.case}`))];
  return {
    ...older,
    versions: { ...older.versions, ...newer.versions },
    rows: withThreadRows(rows),
    failures: [
      ...older.failures.filter((line) => !cases.some((name) => line.startsWith(`${name}:`) || line.startsWith(`${name},`))),
      ...newer.failures,
    ],
    again: [...older.again.filter((name) => !cases.includes(name)), ...newer.again],
    later: [
      ...(older.later ?? []).map((one) => ({ ...one, cases: one.cases.filter((name) => !cases.includes(name)) })),
      { date: newer.machine.date, commit: newer.machine.commit, cases },
    ].filter((one) => one.cases.length > 0),
  };
}
