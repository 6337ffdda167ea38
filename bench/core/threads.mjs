/** All threads against one: rows made of figures that the run has already taken. */
import { ratioOf, verdictOf } from './targets.mjs';

const peer = 'itself, 1 thread';

/** Whether a row is one of those made here. */
export const byThreads = (/** @type {{ peer: string }} */ row) => row.peer === peer;

/**
 * The rows with, behind those of each case that was measured with one thread and with more, one that compares the two; all threads are to be
 * at least as fast. The two figures are medians of the same run but did not take turns.
 * @param {readonly any[]} rows
 */
export function withThreadRows(rows) {
  const key = (row) => `${row.workload}\n${row.case}\n${row.subject}`;
  const single = new Map(rows.filter((r) => r.threads === 1).map((r) => [key(r), r]));
  return rows.flatMap((row, i) => {
    const one = single.get(key(row));
    const next = rows[i + 1];
    const last = next === undefined || key(next) !== key(row) || next.threads !== row.threads;
    if (one === undefined || row.threads === 1 || !last) return [row];
    const ratio = ratioOf(row.higher, row.subjectMedian, one.subjectMedian);
    const { workload, case: name, threads, metric, unit, higher, subject, subjectVersion, subjectMedian, subjectRounds } = row;
    const own = { workload, case: name, threads, metric, unit, higher, subject, subjectVersion, subjectMedian, subjectRounds };
    return [
      row,
      {
        ...own,
        peer,
        peerVersion: one.subjectVersion,
        peerMedian: one.subjectMedian,
        peerRounds: one.subjectRounds,
        deviation: null,
        ratio,
        target: 1,
        verdict: verdictOf(ratio, 1),
      },
    ];
  });
}
