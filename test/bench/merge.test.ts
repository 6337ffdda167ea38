import { expect, test } from 'vitest';
import { mergeResults } from '../../bench/core/merge.mjs';
import { withThreadRows } from '../../bench/core/threads.mjs';

const row = (name: string, threads: number, subjectMedian: number, peer = 'other') => ({
  workload: 'w',
  case: name,
  threads,
  subject: 'own',
  subjectMedian,
  peer,
  higher: true,
});
const results = (commit: string, rows: ReturnType<typeof row>[], again: string[] = [], failures: string[] = []) => ({
  machine: { date: `the day of ${commit}`, commit },
  versions: { own: commit },
  rows: withThreadRows(rows),
  failures,
  again,
});
const of = ({ rows }: { rows: ReturnType<typeof row>[] }) => rows.map((r) => [r.case, r.threads, r.peer, r.subjectMedian]);
const older = results('old', [row('a', 1, 1), row('b', 1, 2), row('b', 1, 2, 'gone'), row('b', 2, 3), row('c', 2, 4)], ['w b', 'w c']);

test('a case that is measured later replaces all rows of the older one, where they were', () => {
  const merged = mergeResults(older, results('new', [row('b', 1, 20), row('b', 2, 10), row('d', 1, 5)]));
  expect(of(merged)).toEqual([
    ['a', 1, 'other', 1],
    ['b', 1, 'other', 20],
    ['b', 2, 'other', 10],
    ['b', 2, 'itself, 1 thread', 10],
    ['c', 2, 'other', 4],
    ['d', 1, 'other', 5],
  ]);
  // Worse or not: two threads are slower than one now.
  expect(merged.rows[3].ratio).toBe(0.5);
  expect(merged.machine.commit).toBe('old');
  expect(merged.again).toEqual(['w c']);
  expect(merged.later).toEqual([{ date: 'the day of new', commit: 'new', cases: ['w b', 'w d'] }]);
});

test('a failure ends with the measurement that had it', () => {
  const failed = results('old', [row('a', 1, 1), row('ab', 1, 1)], [], ['w a, 1 thr: own: out of memory', 'w ab: DIFFERENT RESULTS']);
  expect(mergeResults(failed, results('new', [row('a', 1, 2)])).failures).toEqual(['w ab: DIFFERENT RESULTS']);
  expect(mergeResults(failed, results('new', [], [], ['w a, 1 thr: own: crashed'])).failures).toHaveLength(3);
});

test('what is replaced a second time is named once', () => {
  const once = mergeResults(older, results('new', [row('a', 1, 7), row('b', 1, 20)]));
  const twice = mergeResults(once, results('newest', [row('b', 1, 30)], ['w b']));
  expect(twice.later.map(({ commit, cases }: { commit: string; cases: string[] }) => [commit, cases])).toEqual([
    ['new', ['w a']],
    ['newest', ['w b']],
  ]);
  expect(twice.again).toEqual(['w c', 'w b']);
  expect(mergeResults(older, results('empty', [])).later).toEqual([]);
});
