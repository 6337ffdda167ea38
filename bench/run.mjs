/**
 * npm run bench [-- --quick] [-- --only train,gemm] [-- --json]: Ridgeline against its peers and against this machine's limits, in one run, as
 * ratios. Each implementation runs in a process of its own, in turn (A B C A B C ...); results are compared before anything is timed; a
 * ratio above 1 means that Ridgeline is better. A peer that is not installed is skipped by name. `--into FILE` puts the cases that `--only` names
 * in the place of those of an older run.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureAgain } from './core/again.mjs';
import { describeMachine } from './core/machine.mjs';
import { measureCase } from './core/measure.mjs';
import { mergeResults } from './core/merge.mjs';
import { formatPage } from './core/page.mjs';
import { peers, quickPeers } from './core/peers.mjs';
import { Missing, startPeer } from './core/process.mjs';
import { countVerdicts, formatTable, number } from './core/table.mjs';
import { withThreadRows } from './core/threads.mjs';
import { workloads } from './workloads/index.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    peers: { type: 'string' },
    out: { type: 'string' },
    into: { type: 'string' },
  },
});
const say = (text) => (flags.json ? process.stderr : process.stdout).write(`${text}\n`);
const names = (list) => list?.split(',').map((n) => n.trim());
const chosen = names(flags.only);
const unknown = (chosen ?? []).filter((n) => !workloads.some((w) => w.name === n.split(':')[0]));
if (unknown.length > 0) {
  say(`no workload is called ${unknown.join(', ')}; there are ${workloads.map((w) => w.name).join(', ')}`);
  process.exit(2);
}
if (
  flags.into !== undefined &&
  (flags.quick || flags.peers !== undefined || flags.out !== undefined || !/\.json$/.test(flags.into) || !existsSync(flags.into))
) {
  say('--into takes a .json file of results; what is measured into it has all its peers: none of --quick, --peers and --out goes with it');
  process.exit(2);
}
const older = flags.into === undefined ? undefined : JSON.parse(readFileSync(flags.into, 'utf8'));
const asked = names(flags.peers) ?? (flags.quick ? quickPeers : undefined);
const wanted = (peer) => asked === undefined || asked.includes(peer);

const machine = describeMachine();
const threads = machine.cores;
say(`${machine.cpu}, ${availableParallelism()} cores; Node ${machine.node}; commit ${machine.commit}; load ${number(machine.loadBefore)}`);

const running = new Map();
const processes = {
  /** The process of a participant with a number of threads; started when first asked for. */
  async start(peer, label, count) {
    const key = `${peer} ${label} ${count}`;
    if (!running.has(key)) {
      const child = startPeer(label, peers[peer](), count);
      running.set(key, child);
      await child.ask({ question: 'ready' });
    }
    return running.get(key);
  },
};
async function stopAll() {
  await Promise.all([...running.values()].map((p) => p.stop()));
  running.clear();
}

const skipped = [];
/** What the machine can do at most, once with one thread and once with all; cases measure their own limit again. */
machine.limits = [];
for (const count of new Set([1, threads])) {
  try {
    const limits = await processes.start('limits', 'limits', count);
    const [float32, float64, bfloat16, copy, sevenStreams] = await limits.ask({ question: 'time', workload: 'machine', case: {} });
    machine.limits.push({ threads: count, float32, float64, bfloat16, copy, sevenStreams });
    say(
      `limits, ${count} thread${count === 1 ? '' : 's'}: ${number(float32)} GFLOP/s in float32, ${number(float64)} in float64, ` +
        `${bfloat16 > 0 ? number(bfloat16) : 'none'} in bf16; copy ${number(copy)} GB/s, seven streams ${number(sevenStreams)} GB/s`,
    );
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    skipped.push(`limits, all of it: ${error.message}`);
    say(`skipped: ${skipped.at(-1)}`);
  }
}
await stopAll();
const begin = performance.now();
let last;
const measure = async ({ workload, kase }) => {
  // Data of one workload is not to lie in memory while another runs.
  if (last !== workload) await stopAll();
  last = workload;
  const result = await measureCase(processes, workload, kase, { wanted, budget: flags.quick ? 4 : undefined });
  for (const row of result.rows) {
    if (flags.json) process.stdout.write(`${JSON.stringify(row)}\n`);
    say(
      `${row.workload} ${row.case}, ${row.threads} thread${row.threads === 1 ? '' : 's'}, against ${row.peer}: ${number(row.ratio)}${row.verdict ? ` (${row.verdict})` : ''}`,
    );
  }
  if (workload.fresh) await stopAll();
  return result;
};
const done = [];
const partial = flags.quick || chosen !== undefined || asked !== undefined;
const folder = flags.out ?? join(here, 'results');
const file = flags.into?.slice(0, -'.json'.length) ?? join(folder, partial ? 'partial' : machine.date.slice(0, 10));
if (!older) mkdirSync(folder, { recursive: true });
/** Both files, of what has been measured so far: a run that is ended early has not been for nothing. */
function write(again) {
  const measured = done.flatMap(({ result }) => result.rows);
  const own = {
    machine,
    seconds: (performance.now() - begin) / 1000,
    versions: Object.fromEntries(
      measured.flatMap((r) => [[r.subject, r.subjectVersion], ...(r.peerVersion ? [[r.peer, r.peerVersion]] : [])]),
    ),
    rows: withThreadRows(measured),
    skipped,
    failures: done.flatMap(({ result }) => result.failures),
    titles: Object.fromEntries(workloads.map((w) => [w.name, w.title])),
    again: again.map(({ workload, kase }) => `${workload.name} ${kase.name}`),
  };
  const results = older ? mergeResults(older, own) : own;
  writeFileSync(`${file}.json`, `${JSON.stringify(results, null, 1)}\n`);
  writeFileSync(`${file}.html`, formatPage(results));
  return results;
}
for (const workload of workloads) {
  const own = chosen?.filter((n) => n.split(':')[0] === workload.name);
  if (own && own.length === 0) continue;
  const cases = (await workload.cases({ threads }))
    .filter((c) => !flags.quick || c.quick)
    .filter((c) => !own || own.some((n) => !n.includes(':') || c.name.includes(n.slice(n.indexOf(':') + 1))));
  for (const kase of cases) {
    const result = await measure({ workload, kase });
    for (const line of result.skipped.filter((line) => !skipped.includes(line))) {
      say(`skipped: ${line}`);
      skipped.push(line);
    }
    for (const line of result.failures) say(`FAILED: ${line}`);
    done.push({ workload, kase, result });
  }
  write([]);
}
if (!flags.quick) say('\nagain, where a row falls short and its rounds lie apart:');
const again = await measureAgain(done, measure, flags.quick ? 0 : 2);
await stopAll();

const { rows, failures, seconds } = write(again);
if (rows.length > 0) say(`\n${formatTable(rows).join('\n')}`);
const counts = countVerdicts(rows);
say(`\ntargets: ${counts.met} met, ${counts['at 0.9']} at 0.9 or more, ${counts.below} below; ${number(seconds)} seconds`);
if (skipped.length > 0) say(`not run: ${skipped.length}\n${skipped.map((s) => `  ${s}`).join('\n')}`);
if (failures.length > 0) say(`FAILED:\n${failures.map((s) => `  ${s}`).join('\n')}`);
say(`${file}.json\n${file}.html`);
process.exitCode = failures.length > 0 ? 1 : 0;
