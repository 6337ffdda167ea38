/** Ratios and what they are meant to be. A ratio above 1 means that the subject is better than the peer. */

/** Equal to the best within what a machine repeats: counts for targets of parity. */
const parity = 0.97;

/**
 * subject against peer, of figures where more is better (`higher`) or less is.
 * @param {boolean} higher
 * @param {number} subject
 * @param {number} peer
 */
export const ratioOf = (higher, subject, peer) => (higher ? subject / peer : peer / subject);

/**
 * @param {number} ratio what was reached
 * @param {number} wanted
 * @returns {'met' | 'at 0.9' | 'below'}
 */
export function verdictOf(ratio, wanted) {
  const share = ratio / wanted;
  if (share >= (wanted === 1 ? parity : 1)) return 'met';
  return share >= 0.9 ? 'at 0.9' : 'below';
}

/**
 * Writes target and verdict into the rows of a case. A target is
 * - { against: [names], ratio }: the subject reaches `ratio` times the best of those peers that ran;
 * - { against: [name], excess }: the subject takes at most `excess` units more than that peer;
 * - { bound }: the figure itself, as a row of its own against the peer 'target'.
 * @param {any[]} rows rows of one case, which share subject and unit
 * @param {any[]} targets
 * @param {any} common what the rows share: for a bound, which needs no peer
 */
export function judge(rows, targets, common) {
  const judged = rows.map((r) => ({ ...r }));
  for (const target of targets) {
    if (target.bound !== undefined) {
      const ratio = ratioOf(common.higher, common.subjectMedian, target.bound);
      judged.push({
        ...common,
        peer: 'target',
        peerVersion: '',
        peerMedian: target.bound,
        peerRounds: [],
        deviation: null,
        ratio,
        target: 1,
        verdict: verdictOf(ratio, 1),
      });
      continue;
    }
    const candidates = judged.filter((r) => target.against.includes(r.peer));
    if (candidates.length === 0) continue;
    const row = candidates.reduce((a, b) => (b.ratio < a.ratio ? b : a));
    if (target.excess !== undefined) {
      const excess = row.subjectMedian - row.peerMedian;
      row.target = target.excess;
      row.targetKind = 'excess';
      row.excess = excess;
      row.verdict = excess <= target.excess ? 'met' : target.excess / excess >= 0.9 ? 'at 0.9' : 'below';
    } else {
      row.target = target.ratio;
      row.verdict = verdictOf(row.ratio, target.ratio);
    }
  }
  return judged;
}
