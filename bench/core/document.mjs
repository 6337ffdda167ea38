/** The tables of docs/performance.md from a run's results: each lies between two comments that name it, so that no figure is copied by hand. */
import { disturbance, quiet } from './again.mjs';
import { countVerdicts, number } from './table.mjs';
import { byThreads } from './threads.mjs';

/** @typedef {{ rows: any[], machine: any, seconds: number, again: string[], later?: { date: string, commit: string, cases: string[] }[] }} Results */

const thousands = (/** @type {number} */ v) => Math.round(v).toLocaleString('en-US');
const percent = (/** @type {number | undefined} */ v) => (v === undefined ? '' : `${Math.round(100 * v)}%`);

/**
 * @param {string[]} head
 * @param {string[][]} lines
 */
const table = (head, lines) => [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/**
 * Rows under a name of theirs, in the order in which names come first.
 * @param {readonly any[]} rows
 * @param {(row: any) => string} nameOf
 * @returns {Map<string, any[]>}
 */
function groupBy(rows, nameOf) {
  const groups = new Map();
  for (const row of rows) groups.set(nameOf(row), [...(groups.get(nameOf(row)) ?? []), row]);
  return groups;
}

/** @param {readonly any[]} rows those of one workload */
const casesOf = (rows) => [...new Set(rows.map((r) => r.case))];

/**
 * Ratios to the peers whose names begin so, the least of each number of threads.
 * @param {readonly any[]} rows
 * @param {string} name case
 * @param {string} peer
 */
function ratios(rows, name, peer) {
  const found = rows.filter((r) => r.case === name && r.peer.startsWith(peer));
  return [1, 2].map((threads) => {
    const some = found.filter((r) => r.threads === threads).map((r) => r.ratio);
    return some.length > 0 ? Math.min(...some) : undefined;
  });
}
const times = (/** @type {number | undefined} */ ratio) => (ratio === undefined ? '' : ratio.toFixed(ratio < 10 ? 2 : 1));
const pair = (/** @type {(number | undefined)[]} */ list) =>
  list
    .filter((v) => v !== undefined)
    .map(times)
    .join('; ');

/** @type {Record<string, (results: Results) => string>} */
export const blocks = {
  summary({ rows, machine, seconds, again, later }) {
    const cases = groupBy(
      rows.filter((r) => !byThreads(r)),
      (r) => JSON.stringify([r.workload, r.case, r.threads]),
    );
    const apart = [...cases.values()].map(disturbance);
    const counts = countVerdicts(rows);
    const date = machine.date.slice(0, 10);
    return (
      `\`npm run bench\` on ${date} (\`bench/results/${date}.html\`, the same as JSON beside it), ${Math.round(seconds / 60)} minutes. Of the rows with a target ${counts.met} meet it, ` +
      `${counts['at 0.9']} reach 0.9 of it and ${counts.below} fall short.\nIn ${apart.filter((v) => v > quiet).length} of ${apart.length} cases half of the rounds lie more than ${percent(quiet)} of their median apart, ` +
      `in ${apart.filter((v) => v > 2 * quiet).length} more than ${percent(2 * quiet)}; ${again.length} cases that were disturbed and short were measured again (bench/README.md).${
        later?.length
          ? ` Measured later, in the place of what that run had: ${later.map(({ commit, cases }) => `at ${commit} ${cases.join(', ')}`).join('; ')}.`
          : ''
      }`
    );
  },
  short({ rows }) {
    const lines = rows
      .filter((r) => r.verdict === 'below')
      .map((r) => [
        `${r.workload}: ${r.case}`,
        String(r.threads),
        r.peer,
        r.targetKind === 'excess' ? `+${number(r.excess)} ${r.unit}` : times(r.ratio),
        r.targetKind === 'excess' ? `+${number(r.target)}` : times(r.target),
      ]);
    return lines.length > 0 ? table(['row', 'threads', 'against', 'reached', 'target'], lines) : 'None.';
  },
  train({ rows }) {
    const own = rows.filter((r) => r.workload === 'train');
    const names = new Map([
      ['S', 'S: 64-64-64-1, batch 32'],
      ['M', 'M: 784-512-512-10, batch 128'],
      ['L', 'L: 784-2048-2048-10, batch 512'],
      ['L bf16', 'L in bfloat16'],
    ]);
    const lines = [...names].flatMap(([name, title]) =>
      [1, 2].flatMap((threads) => {
        const some = own.filter((r) => r.case === name && r.threads === threads);
        if (some.length === 0) return [];
        const cell = (/** @type {RegExp} */ peer) => {
          const least = some.filter((r) => peer.test(r.peer)).sort((a, b) => a.ratio - b.ratio)[0];
          return least ? `${thousands(least.peerMedian)} (${times(least.ratio)}x)` : '';
        };
        const limit = some.find((r) => r.peer === 'limits');
        return [
          [
            title,
            String(threads),
            thousands(some[0].subjectMedian),
            cell(/^pytorch/),
            cell(/^jax$/),
            cell(/^jax-js$/),
            times(limit?.ratio),
          ],
        ];
      }),
    );
    return table(['step', 'threads', 'Ridgeline', 'PyTorch, best', 'JAX', 'jax-js', 'of the limit'], lines);
  },
  regularize({ rows }) {
    const own = rows.filter((r) => r.workload === 'regularize');
    return table(
      ['addition', '1 thread', '2 threads', 'target'],
      casesOf(own).map((name) => [
        name.slice(name.indexOf(',') + 2),
        ...ratios(own, name, 'plain step').map(times),
        times(own.find((r) => r.case === name && r.verdict)?.target),
      ]),
    );
  },
  elementwise({ rows }) {
    const own = rows.filter((r) => r.workload === 'elementwise');
    return table(
      ['program', 'share of the copy, 1 thread', '2 threads', "PyTorch's time over ours"],
      casesOf(own).map((name) => [name, ...ratios(own, name, 'limits').map(percent), pair(ratios(own, name, 'pytorch'))]),
    );
  },
  optimizers({ rows }) {
    const own = rows.filter((r) => r.workload === 'optimizers');
    const unit = (/** @type {string} */ name) =>
      name === 'muon' ? ' of the FMA peak' : name.endsWith('bfloat16') ? ' of the bf16 peak' : '';
    return table(
      ['rule', '1 thread, of the loop', '2 threads', "PyTorch's time over ours, 1 and 2 threads"],
      casesOf(own).map((name) => {
        const [one, two] = ratios(own, name, 'limits').map(percent);
        return [name, one && one + unit(name), two, pair(ratios(own, name, 'pytorch'))];
      }),
    );
  },
  normalization({ rows }) {
    const own = rows.filter((r) => r.workload === 'normalization');
    const lines = casesOf(own).flatMap((name) =>
      [1, 2].map((threads) => {
        const limit = own.find((r) => r.case === name && r.threads === threads && r.peer === 'limits');
        const least = ratios(own, name, 'pytorch')[threads - 1];
        return [name, String(threads), number(limit.subjectMedian), times(least), number(limit.peerMedian), percent(limit.ratio)];
      }),
    );
    return table(['layer', 'threads', 'ms', 'PyTorch, its best, takes, times ours', 'least passes by hand, ms', 'share of ours'], lines);
  },
  linear({ rows }) {
    const own = rows.filter((r) => r.workload === 'linear' && r.peer.startsWith('scikit'));
    const lines = casesOf(own).flatMap((name) =>
      [...new Set(own.filter((r) => r.case === name).map((r) => r.peer))].map((peer) => {
        const some = own.filter((r) => r.case === name && r.peer === peer);
        const both = (/** @type {(row: any) => string} */ figure) => some.map(figure).join('; ');
        return [
          peer === 'scikit-learn' ? name : `the same, ${peer.slice(peer.indexOf(',') + 2)} form`,
          both((r) => String(r.threads)),
          both((r) => r.subjectMedian.toFixed(1)),
          both((r) => r.peerMedian.toFixed(1)),
          both((r) => times(r.ratio)),
          String(some[0].target ?? ''),
        ];
      }),
    );
    return table(['fit', 'threads', 'Ridgeline, ms', 'scikit-learn, ms', 'ratio', 'target'], lines);
  },
  populations({ rows }) {
    const own = rows.filter((r) => ['sweep', 'ensembles'].includes(r.workload) && !byThreads(r));
    const what = (/** @type {any} */ r) => `${r.workload === 'sweep' ? 'sweep of' : 'bag of'} ${r.case}`;
    const groups = groupBy(own, (r) => `${what(r)}, against ${r.peer}`);
    return table(
      ['what', 'threads', 'ratio', 'target'],
      [...groups].map(([name, some]) => [
        name,
        some.map((r) => r.threads).join('; '),
        some.map((r) => times(r.ratio)).join('; '),
        String(some.find((r) => r.target)?.target ?? ''),
      ]),
    );
  },
  gemm({ rows }) {
    const own = rows.filter((r) => r.workload === 'gemm');
    const lines = casesOf(own).map((name) => [
      name,
      ...[1, 2].flatMap((threads) => {
        const some = own.filter((r) => r.case === name && r.threads === threads);
        const best = some.filter((r) => ['onednn', 'openblas', 'blis'].includes(r.peer)).sort((a, b) => a.ratio - b.ratio)[0];
        const limit = some.find((r) => r.peer === 'limits');
        return [some[0] ? number(some[0].subjectMedian) : '', percent(limit?.ratio), best ? `${times(best.ratio)} (${best.peer})` : ''];
      }),
    ]);
    return table(['product', 'GFLOP/s, 1 thread', 'of the peak', 'of the best', 'GFLOP/s, 2 threads', 'of the peak', 'of the best'], lines);
  },
  others({ rows }) {
    const own = rows.filter((r) =>
      ['predict', 'call', 'start', 'memory', 'curvature', 'learn', 'event-loop', 'package-size'].includes(r.workload),
    );
    const cases = groupBy(
      own.filter((r) => r.verdict && !byThreads(r)),
      (r) => JSON.stringify([r.workload, r.case, r.threads]),
    );
    return table(
      ['what', 'threads', 'figure', 'against', 'command'],
      [...cases.values()].map((some) => [
        `${some[0].workload}: ${some[0].case}`,
        String(some[0].threads),
        `${number(some[0].subjectMedian)} ${some[0].unit}`,
        some
          .map((r) =>
            r.targetKind === 'excess'
              ? `${number(r.excess)} ${r.unit} more than ${r.peer} (target ${number(r.target)})`
              : r.peer === 'target'
                ? `at most ${number(r.peerMedian)} wanted`
                : `${r.peer}: ${times(r.ratio)}x (target ${times(r.target)})`,
          )
          .join(', '),
        `\`--only ${some[0].workload}\``,
      ]),
    );
  },
};

/**
 * The text with each of its blocks as these results have it.
 * @param {string} text
 * @param {Results} results
 */
export const fill = (text, results) =>
  text.replace(/(<!-- bench: (\S+) -->\n)[\s\S]*?(<!-- end -->)/g, (_, begin, name, end) => {
    if (!blocks[name]) throw new Error(`no block is called ${name}; there are ${Object.keys(blocks).join(', ')}`);
    return `${begin}\n${blocks[name](results)}\n\n${end}`;
  });
