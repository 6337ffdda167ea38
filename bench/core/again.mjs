/** Cases that fall short while something else disturbed them are measured again; which measurement counts is decided by how far rounds lie apart, not by the ratio. */
import { median, quantile } from './statistics.mjs';
import { byThreads, withThreadRows } from './threads.mjs';

/** Half of the rounds of a quiet machine lie closer together than this, as a share of their median. */
export const quiet = 0.1;

const spread = (/** @type {readonly number[]} */ rounds) =>
  rounds.length < 3 ? 0 : (quantile(rounds, 0.75) - quantile(rounds, 0.25)) / median(rounds);

/**
 * How far the middle half of the rounds of a case lies apart, for the one of whom it lies farthest: of the subject, and of the peers that a target names.
 * @param {readonly any[]} rows rows of one case
 */
export const disturbance = (rows) =>
  Math.max(0, ...rows.flatMap((r) => [spread(r.subjectRounds), r.verdict === undefined ? 0 : spread(r.peerRounds)]));

/**
 * The cases that were disturbed and have a row below its target, that of all threads against one among them.
 * @template {{ result: { rows: any[] } }} Case
 * @param {readonly Case[]} cases
 */
export function disturbedAndShort(cases) {
  const short = withThreadRows(cases.flatMap(({ result }) => result.rows)).filter((r) => r.verdict === 'below');
  const isShort = (/** @type {any} */ row) =>
    short.some(
      (s) => s.workload === row.workload && s.case === row.case && s.subject === row.subject && (s.threads === row.threads || byThreads(s)),
    );
  return cases.filter(({ result }) => result.rows.some(isShort) && disturbance(result.rows) > quiet);
}

/**
 * Measures such cases again, at most `times` times each; of all its measurements a case keeps the quietest, whole.
 * @template {{ rows: any[] }} Result
 * @param {{ result: Result }[]} cases whose results are replaced
 * @param {(one: any) => Promise<Result>} measure
 * @param {number} times
 * @returns {Promise<{ result: Result }[]>} those that were measured again
 */
export async function measureAgain(cases, measure, times) {
  const again = new Set();
  for (let time = 0; time < times; time++) {
    for (const one of disturbedAndShort(cases)) {
      again.add(one);
      const result = await measure(one);
      if (result.rows.length > 0 && disturbance(result.rows) < disturbance(one.result.rows)) one.result = result;
    }
  }
  return [...again];
}
