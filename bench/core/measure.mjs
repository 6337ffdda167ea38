/** One case: results are compared, then everybody is timed in turn. */
import { Missing } from './process.mjs';
import { deviation, median, roundsWithin } from './statistics.mjs';
import { judge, ratioOf } from './targets.mjs';

/** Threads of a library go on spinning for up to 26 ms after a call (OpenBLAS): the next to be timed must not share cores with them. */
const rest = (threads) => new Promise((resolve) => setTimeout(resolve, threads > 1 ? 30 : 0));

/** Seconds that one participant may take for a case, beyond its first round. */
const budgetSeconds = 15;

/** 'pytorch' or { peer: 'ridgeline', label: 'plain', with: {...} }: changes to the case for one participant. */
const participant = (given) => (typeof given === 'string' ? { peer: given, label: given } : { label: given.peer, ...given });

/**
 * @param {{ start(peer: string, label: string, threads: number): Promise<any> }} processes starts or finds the process of a participant
 * @param {any} workload
 * @param {any} kase
 * @param {{ wanted: (peer: string) => boolean, budget?: number }} options
 * @returns {Promise<{ rows: any[], skipped: string[], failures: string[] }>}
 */
export async function measureCase(processes, workload, kase, options) {
  const { name: _, peers: ownPeers, checks, ...parameters } = kase;
  const threads = kase.threads ?? 1;
  const title = `${workload.name} ${kase.name}`;
  const skipped = [];
  const failures = [];
  const ask = async (who, question) => {
    const process = await processes.start(who.peer, who.label, threads);
    return process.ask({ question, workload: workload.name, case: { ...parameters, threads, ...who.with } });
  };
  const attempt = async (who, what) => {
    try {
      return await what();
    } catch (error) {
      // What a peer cannot do is its own affair; what Ridgeline cannot do is not.
      const list = error instanceof Missing || who !== subject ? skipped : failures;
      const line = error.absent ? `${who.peer}, all of it: ${error.message}` : `${title}, ${threads} thr: ${who.label}: ${error.message}`;
      list.push(line);
      return undefined;
    }
  };

  const subject = participant(workload.subject);
  const first = await attempt(subject, async () => ({ check: await ask(subject, 'check'), version: await ask(subject, 'version') }));
  if (!first) return { rows: [], skipped, failures };
  const running = [{ who: subject, version: first.version, largest: 0, samples: [] }];
  for (const given of [...(ownPeers ?? workload.peers), ...(checks ?? []).map((p) => ({ ...participant(p), checkOnly: true }))]) {
    const who = participant(given);
    if (!options.wanted(who.peer)) continue;
    // A variant of the subject (with `compare: false`) and a bound (whose answer is null) have no result to compare.
    const theirs = await attempt(who, async () => ({
      check: who.compare === false ? null : await ask(who, 'check'),
      version: await ask(who, 'version'),
    }));
    if (!theirs) continue;
    const largest = theirs.check === null || first.check === null ? null : deviation(first.check, theirs.check);
    if (largest !== null && largest > (who.tolerance ?? workload.tolerance(kase))) {
      failures.push(
        `${title}: DIFFERENT RESULTS: ${subject.label} ${first.check.slice(0, 4).join(' ')}; ${who.label} ${theirs.check.slice(0, 4).join(' ')}`,
      );
    } else if (!who.checkOnly) {
      running.push({ who, version: theirs.version, largest, samples: [] });
    }
  }

  const budget = options.budget ?? budgetSeconds;
  for (const p of running) {
    await rest(threads);
    const start = performance.now();
    const figure = await attempt(p.who, () => ask(p.who, 'time'));
    const seconds = (performance.now() - start) / 1000;
    p.rounds = figure === undefined ? 0 : roundsWithin(workload.rounds ?? 7, seconds, budget);
    // Whoever has no time for a second round has only its warm-up to show.
    if (p.rounds === 1) p.samples.push(figure);
  }
  if (running[0].rounds === 0) return { rows: [], skipped, failures };
  for (let round = 0; round < (workload.rounds ?? 7); round++) {
    for (const p of running) {
      if (p.samples.length >= p.rounds) continue;
      await rest(threads);
      const figure = await attempt(p.who, () => ask(p.who, 'time'));
      if (figure === undefined) p.rounds = 0;
      else p.samples.push(figure);
    }
  }

  const [own, ...others] = running;
  const subjectMedian = median(own.samples);
  const common = {
    workload: workload.name,
    case: kase.name,
    threads,
    metric: workload.metric,
    unit: workload.unit,
    higher: workload.higher,
    subject: own.who.label,
    subjectVersion: own.version,
    subjectMedian,
    subjectRounds: own.samples,
  };
  const rows = others
    .filter((p) => p.rounds > 0)
    .map((p) => {
      const peerMedian = median(p.samples);
      return {
        ...common,
        peer: p.who.label,
        peerVersion: p.version,
        peerMedian,
        peerRounds: p.samples,
        deviation: p.largest,
        ratio: ratioOf(workload.higher, subjectMedian, peerMedian),
      };
    });
  return { rows: judge(rows, workload.targets?.(kase) ?? [], common), skipped, failures };
}
