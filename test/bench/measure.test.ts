import { afterEach, describe, expect, test } from 'vitest';
import { measureCase } from '../../bench/core/measure.mjs';
import { Missing, startPeer } from '../../bench/core/process.mjs';

/** A process that answers as a peer does: figures from a list, a fixed result. */
const script = (check: string, figures: number[]) => `
  const { createInterface } = require('node:readline');
  const { writeSync } = require('node:fs');
  const figures = ${JSON.stringify(figures)};
  console.log('noise on standard output is not an answer');
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { question } = JSON.parse(line);
    const replies = { ready: { answer: true }, version: { answer: 'v1' }, check: ${check}, time: { answer: figures[0] } };
    if (question === 'time' && figures.length > 1) figures.shift();
    writeSync(3, JSON.stringify(replies[question]) + '\\n');
  });`;
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((p) => p.stop()));
});
function processes(scripts: Record<string, string>) {
  const started = new Map<string, ReturnType<typeof startPeer>>();
  return {
    async start(peer: string) {
      if (!started.has(peer)) {
        if (!(peer in scripts)) throw new Missing(`${peer} is not installed; npm ci`, true);
        const child = startPeer(peer, { command: process.execPath, args: ['-e', scripts[peer]] }, 1);
        started.set(peer, child);
        running.push(child);
        await child.ask({ question: 'ready' });
      }
      return started.get(peer);
    },
  };
}
const workload = {
  name: 'w',
  metric: 'rate',
  unit: 'per s',
  higher: true,
  subject: 'own',
  peers: ['slow', 'absent', 'refuses', 'broken'],
  rounds: 3,
  tolerance: () => 1e-6,
  targets: () => [{ against: ['slow'], ratio: 2 }],
};
const own = script('{ answer: [1, 2] }', [999, 10, 30, 20]);

describe('a case of the benchmark', () => {
  test('everyone is warmed up, then timed in turn; who cannot take part is named', async () => {
    const scripts = {
      own,
      slow: script('{ answer: [1, 2 + 1e-9] }', [1, 5, 4, 6]),
      refuses: script("{ missing: 'no such op' }", [1]),
      broken: 'process.exit(3)',
    };
    const { rows, skipped, failures } = await measureCase(processes(scripts), workload, { name: 'c' }, { wanted: () => true });
    expect(failures).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      subjectRounds: [10, 30, 20],
      peerRounds: [5, 4, 6],
      subjectMedian: 20,
      peerMedian: 5,
      ratio: 4,
      verdict: 'met',
    });
    expect(skipped).toHaveLength(3);
    expect(skipped[0]).toBe('absent, all of it: absent is not installed; npm ci');
    expect(skipped[1]).toContain('refuses: no such op');
    expect(skipped[2]).toContain('broken ended with code 3');
  });

  test('different results are a failure, and such a peer is not timed', async () => {
    const scripts = { own, slow: script('{ answer: [1, 3] }', [1]) };
    const only = { ...workload, peers: ['slow'] };
    const { rows, failures } = await measureCase(processes(scripts), only, { name: 'c' }, { wanted: () => true });
    expect(rows).toEqual([]);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toContain('DIFFERENT RESULTS');
  });

  test('a subject that fails is a failure, one that lacks a feature is not', async () => {
    const failing = await measureCase(
      processes({ own: script("{ error: 'boom' }", [1]) }),
      workload,
      { name: 'c' },
      { wanted: () => true },
    );
    expect(failing.failures[0]).toContain('boom');
    const lacking = await measureCase(
      processes({ own: script("{ missing: 'not yet' }", [1]) }),
      workload,
      { name: 'c' },
      { wanted: () => true },
    );
    expect(lacking).toMatchObject({ rows: [], failures: [], skipped: [expect.stringContaining('not yet')] });
  });

  test('peers that are not asked for stay out', async () => {
    const asked: string[] = [];
    const wanted = (peer: string) => {
      asked.push(peer);
      return false;
    };
    expect((await measureCase(processes({ own }), workload, { name: 'c' }, { wanted })).rows).toEqual([]);
    expect(asked).toEqual(workload.peers);
  });
});
