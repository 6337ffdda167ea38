import { describe, expect, test } from 'vitest';
import { judge, ratioOf, verdictOf } from '../../bench/core/targets.mjs';

const common = {
  workload: 'w',
  case: 'c',
  threads: 1,
  unit: 'ms',
  higher: false,
  subject: 'ridgeline',
  subjectMedian: 10,
  subjectRounds: [10],
};
const row = (peer: string, peerMedian: number) => ({ ...common, peer, peerMedian, peerRounds: [peerMedian], ratio: peerMedian / 10 });

describe('targets of the benchmark', () => {
  test('a ratio above 1 is better, whichever way the unit goes', () => {
    expect(ratioOf(true, 200, 100)).toBe(2);
    expect(ratioOf(false, 50, 100)).toBe(2);
  });

  test('parity is forgiving, other targets are not', () => {
    expect(verdictOf(0.98, 1)).toBe('met');
    expect(verdictOf(0.96, 1)).toBe('at 0.9');
    expect(verdictOf(0.94, 0.95)).toBe('at 0.9');
    expect(verdictOf(15, 15)).toBe('met');
    expect(verdictOf(13.4, 15)).toBe('below');
  });

  test('the best of several peers carries the target', () => {
    const judged = judge([row('a', 30), row('b', 15), row('c', 5)], [{ against: ['a', 'b'], ratio: 2 }], common);
    expect(judged.map((r: { verdict?: string }) => r.verdict)).toEqual([undefined, 'below', undefined]);
    expect(judged[1].target).toBe(2);
  });

  test('peers that did not run leave no verdict, and rows are not changed in place', () => {
    const rows = [row('a', 30)];
    expect(judge(rows, [{ against: ['z'], ratio: 2 }], common)).toEqual(rows);
    judge(rows, [{ against: ['a'], ratio: 2 }], common);
    expect(rows[0]).not.toHaveProperty('verdict');
  });

  test('a bound is a row of its own, also without peers', () => {
    const [bound] = judge([], [{ bound: 5 }], common);
    expect(bound).toMatchObject({ peer: 'target', peerMedian: 5, ratio: 0.5, verdict: 'below', subjectMedian: 10 });
    expect(judge([], [{ bound: 20 }], common)[0].verdict).toBe('met');
  });

  test('an excess counts units on top of the peer', () => {
    expect(judge([row('kernel', 9.5)], [{ against: ['kernel'], excess: 1 }], common)[0]).toMatchObject({ excess: 0.5, verdict: 'met' });
    expect(judge([row('kernel', 8)], [{ against: ['kernel'], excess: 1 }], common)[0]).toMatchObject({ excess: 2, verdict: 'below' });
    expect(judge([row('kernel', 11)], [{ against: ['kernel'], excess: 1 }], common)[0].verdict).toBe('met');
  });
});
