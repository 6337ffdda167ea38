import { expect, test } from 'vitest';
import { withThreadRows } from '../../bench/core/threads.mjs';

const row = (threads: number, peer: string, subjectMedian: number, name = 'M') => ({
  workload: 'train',
  case: name,
  threads,
  unit: 'ms',
  higher: false,
  subject: 'ridgeline',
  subjectVersion: '1',
  subjectMedian,
  subjectRounds: [subjectMedian],
  peer,
  peerMedian: 20,
  peerRounds: [20],
  ratio: 20 / subjectMedian,
});

test('a case with one and with two threads gets one row that compares them, behind its own', () => {
  const rows = withThreadRows([row(1, 'a', 10), row(1, 'b', 10), row(2, 'a', 8), row(2, 'b', 8), row(2, 'a', 5, 'L')]);
  expect(rows.map((r) => [r.case, r.threads, r.peer])).toEqual([
    ['M', 1, 'a'],
    ['M', 1, 'b'],
    ['M', 2, 'a'],
    ['M', 2, 'b'],
    ['M', 2, 'itself, 1 thread'],
    ['L', 2, 'a'],
  ]);
  expect(rows[4]).toMatchObject({ subjectMedian: 8, peerMedian: 10, ratio: 1.25, target: 1, verdict: 'met' });
});

test('two threads that are slower than one are below the target', () => {
  expect(withThreadRows([row(1, 'a', 10), row(2, 'a', 12)]).at(-1)).toMatchObject({ verdict: 'below' });
  expect(withThreadRows([row(1, 'a', 10), row(2, 'a', 10.2)]).at(-1)).toMatchObject({ verdict: 'met' });
});
