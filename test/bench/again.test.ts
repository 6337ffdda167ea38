import { expect, test } from 'vitest';
import { disturbance, disturbedAndShort, measureAgain } from '../../bench/core/again.mjs';

const common = { workload: 'w', subject: 'own', subjectVersion: '', higher: false, peer: 'other' };
const row = (name: string, subjectRounds: number[], peerRounds: number[], verdict?: string, threads = 1) => ({
  ...common,
  case: name,
  threads,
  subjectRounds,
  peerRounds,
  subjectMedian: subjectRounds[1],
  verdict,
});
const calm = [10, 10, 10, 10];
const rough = [10, 10, 15, 20];

test('what lies apart counts where a target is judged by it', () => {
  expect(disturbance([row('a', calm, rough)])).toBe(0);
  expect(disturbance([row('a', calm, rough, 'met')])).toBe(0.4);
  expect(disturbance([row('a', rough, calm)])).toBe(0.4);
  // Two rounds tell nothing.
  expect(disturbance([row('a', [1, 9], [1, 9], 'below')])).toBe(0);
  expect(disturbance([])).toBe(0);
});

test('all threads against one are judged as well, and either may have been disturbed', () => {
  const cases = [
    { result: { rows: [row('a', calm, calm, 'met', 1)] } },
    { result: { rows: [row('a', [20, 20, 40, 40], calm, 'met', 2)] } },
    { result: { rows: [row('b', rough, calm, 'met', 1)] } },
    { result: { rows: [row('b', rough, calm, 'met', 2)] } },
  ];
  expect(disturbedAndShort(cases)).toEqual([cases[1]]);
});

test('a case that falls short and was disturbed is measured again, keeps its quietest measurement, and no other is touched', async () => {
  const named = (name: string, rounds: number[], verdict: string) => ({ name, result: { rows: [row(name, rounds, calm, verdict)] } });
  const cases = [named('calm', calm, 'below'), named('met', rough, 'met'), named('rough', rough, 'below'), named('worse', rough, 'below')];
  const before = cases.map((c) => c.result);
  const asked: string[] = [];
  const better = { rows: [row('rough', [10, 10, 11.5, 12], calm, 'below')] };
  const answers: Record<string, { rows: ReturnType<typeof row>[] }[]> = {
    rough: [better, { rows: [row('rough', rough, calm, 'met')] }],
    worse: [{ rows: [] }, { rows: [row('worse', [10, 10, 30, 40], calm, 'met')] }],
  };
  const measure = async ({ name }: { name: string }) => {
    asked.push(name);
    return answers[name].shift() as { rows: ReturnType<typeof row>[] };
  };
  expect(await measureAgain(cases, measure, 2)).toEqual([cases[2], cases[3]]);
  expect(asked).toEqual(['rough', 'worse', 'rough', 'worse']);
  expect(cases.map((c) => c.result)).toEqual([before[0], before[1], better, before[3]]);
  expect(cases[2].result).toBe(better);
});
