/**
 * npm run bench [-- --json] [-- --quick] [-- --only train]: Ridgeline against its peers on this machine, in one run, as ratios. Each implementation
 * runs in a process of its own, in turn (A B A B ...); results are compared before anything is timed; a ratio above 1 means that Ridgeline is
 * faster. A peer that is not installed is skipped by name.
 */
import { execFileSync, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import gemm from './workloads/gemm.mjs';
import mlp from './workloads/mlp.mjs';
import predict from './workloads/predict.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: flags } = parseArgs({ options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } } });
const say = (text) => (flags.json ? process.stderr : process.stdout).write(`${text}\n`);

const peers = {
  ridgeline: { file: 'ridgeline.mjs', env: { RIDGELINE_BACKEND: 'native' } },
  reference: { file: 'ridgeline.mjs', env: { RIDGELINE_BACKEND: 'reference' } },
  tfjs: { file: 'tfjs.mjs', env: {}, needs: '@tensorflow/tfjs-core', install: 'npm ci --prefix bench --ignore-scripts' },
  javascript: { file: 'javascript.mjs', env: {} },
};

const running = new Map();
async function peer(name) {
  if (!running.has(name)) {
    const { file, env } = peers[name];
    const child = fork(join(here, 'peers', file), { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    running.set(name, child);
    await answer(child);
  }
  return running.get(name);
}
const answer = (child) =>
  new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`a peer ended with code ${code}`));
    child.once('exit', ended);
    child.once('message', (m) => {
      child.off('exit', ended);
      if (m.error) reject(new Error(m.error));
      else resolve(m.answer);
    });
  });
async function ask(name, question, workload, of) {
  const child = await peer(name);
  child.send({ question, workload, name: of });
  return answer(child);
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
/** Float32 results of sums of up to 2048 terms, two steps of Adam apart. */
const tolerance = 2048 * 2 ** -23;
const agree = (a, b) =>
  a.length === b.length && a.every((v, i) => Math.abs(v - b[i]) <= tolerance * Math.max(1, Math.abs(v), Math.abs(b[i])));

const installed = (name) => !peers[name].needs || existsSync(join(here, 'node_modules', peers[name].needs));
const rows = [];
let failed = false;
const commit = (() => {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: here,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
})();
say(`${cpus()[0].model}, ${cpus().length} cores; Node ${process.version}; commit ${commit}; ${await ask('ridgeline', 'version')}`);

for (const workload of [mlp, predict, gemm]) {
  if (flags.only && flags.only !== workload.name) continue;
  for (const name of flags.quick ? workload.quick : workload.cases) {
    for (const other of workload.peers) {
      if (!installed(other)) {
        say(`skipped: ${workload.name} ${name} against ${other}, which is not installed; ${peers[other].install}`);
        continue;
      }
      const [mine, theirs] = [await ask('ridgeline', 'check', workload.name, name), await ask(other, 'check', workload.name, name)];
      if (!agree(mine, theirs)) {
        failed = true;
        say(`DIFFERENT RESULTS: ${workload.name} ${name}: ridgeline ${mine.join(' ')}; ${other} ${theirs.join(' ')}`);
        continue;
      }
      const rounds = workload.rounds(name);
      await ask('ridgeline', 'time', workload.name, name);
      if (rounds > 1) await ask(other, 'time', workload.name, name);
      const [a, b] = [[], []];
      for (let i = 0; i < rounds; i++) {
        a.push(await ask('ridgeline', 'time', workload.name, name));
        b.push(await ask(other, 'time', workload.name, name));
      }
      const [subjectMedian, peerMedian] = [median(a), median(b)];
      const row = {
        workload: workload.name,
        case: name,
        subject: await ask('ridgeline', 'version'),
        peer: await ask(other, 'version'),
        metric: workload.metric,
        unit: workload.unit,
        subjectMedian,
        peerMedian,
        ratio: workload.higher ? subjectMedian / peerMedian : peerMedian / subjectMedian,
      };
      rows.push(row);
      if (flags.json) process.stdout.write(`${JSON.stringify(row)}\n`);
      else say(`${workload.name} ${name} against ${other}: ${row.ratio.toFixed(2)} (${rounds} rounds)`);
    }
  }
}
for (const child of running.values()) child.kill();

if (!flags.json && rows.length > 0) {
  const number = (v) => (v >= 100 ? Math.round(v).toLocaleString('en-US') : v.toPrecision(3));
  const table = [
    ['workload', 'case', 'peer', 'unit', 'ridgeline', 'peer', 'ratio'],
    ...rows.map((r) => [r.workload, r.case, r.peer, r.unit, number(r.subjectMedian), number(r.peerMedian), number(r.ratio)]),
  ];
  const widths = table[0].map((_, c) => Math.max(...table.map((r) => r[c].length)));
  say('');
  for (const r of table) say(r.map((cell, c) => (c < 4 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  '));
}
process.exitCode = failed ? 1 : 0;
