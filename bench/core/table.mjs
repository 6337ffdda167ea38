/** Rows as text. */

/**
 * Three digits, thousands apart.
 * @param {number} v
 */
export const number = (v) => {
  if (!Number.isFinite(v)) return String(v);
  return Math.abs(v) >= 100 ? Math.round(v).toLocaleString('en-US') : Number(v.toPrecision(3)).toString();
};

/**
 * Target and verdict of a row, or nothing.
 * @param {any} row
 */
export function targetText(row) {
  if (row.verdict === undefined) return ['', ''];
  const wanted = row.targetKind === 'excess' ? `+${number(row.target)} ${row.unit}` : `>= ${number(row.target)}`;
  return [wanted, row.targetKind === 'excess' ? `${row.verdict} (+${number(row.excess)})` : row.verdict];
}

/**
 * The table of ratios, one line per case and peer.
 * @param {readonly any[]} rows
 */
export function formatTable(rows) {
  const head = ['workload', 'case', 'thr', 'unit', 'ridgeline', 'peer', 'its figure', 'ratio', 'target', 'verdict'];
  const body = rows.map((r) => [
    r.workload,
    r.case,
    String(r.threads),
    r.unit,
    number(r.subjectMedian),
    r.peerRounds.length > 0 && r.peerRounds.length < 7 ? `${r.peer} (${r.peerRounds.length}x)` : r.peer,
    number(r.peerMedian),
    number(r.ratio),
    ...targetText(r),
  ]);
  const left = new Set([0, 1, 3, 5, 9]);
  const widths = head.map((_, c) => Math.max(...[head, ...body].map((r) => r[c].length)));
  return [head, ...body].map((r) =>
    r
      .map((cell, c) => (left.has(c) ? cell.padEnd(widths[c]) : cell.padStart(widths[c])))
      .join('  ')
      .trimEnd(),
  );
}

/**
 * How many targets are met, at 0.9 of what is wanted, and below.
 * @param {readonly any[]} rows
 */
export function countVerdicts(rows) {
  const counts = { met: 0, 'at 0.9': 0, below: 0 };
  for (const { verdict } of rows) if (verdict !== undefined) counts[verdict]++;
  return counts;
}
