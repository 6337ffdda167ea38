/** The results as one HTML file that needs no network. */
import { countVerdicts, number, targetText } from './table.mjs';

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** @param {unknown} text */
export const escapeHtml = (text) => String(text).replace(/[&<>"]/g, (c) => escapes[c]);

/** The axis: ratios from 1/decade to decade^3, on a logarithmic scale. */
const [lowest, highest] = [0.1, 1000];
/**
 * Position of a ratio on the axis, in percent.
 * @param {number} ratio
 */
export function position(ratio) {
  const clamped = Math.min(highest, Math.max(lowest, ratio));
  return (100 * Math.log(clamped / lowest)) / Math.log(highest / lowest);
}

const style = `
:root { color-scheme: light dark; --ink: #1c2024; --soft: #60646c; --line: #d9dce1; --page: #fcfcfd; --good: #2b8a5a; --bad: #c4622d; --card: #f2f3f5; }
@media (prefers-color-scheme: dark) { :root { --ink: #edeef0; --soft: #a0a5ae; --line: #363a3f; --page: #111214; --good: #4cc38a; --bad: #e58a56; --card: #1a1c1f; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--page); max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .3rem; } p { color: var(--soft); margin: .3rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; background: var(--card); padding: .8rem 1rem; border-radius: .5rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; min-width: 56rem; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .2rem .5rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { color: var(--soft); font-weight: 500; } th.l, td.l { text-align: left; } td.bar { width: 36%; min-width: 14rem; }
svg { display: block; width: 100%; height: 1.1rem; } .axis { stroke: var(--soft); } .good { fill: var(--good); } .bad { fill: var(--bad); }
.mark { stroke: var(--ink); stroke-width: 2; } .met { color: var(--good); } .below { color: var(--bad); } li { overflow-wrap: anywhere; }
`;

function bar(row) {
  const [one, here] = [position(1), position(row.ratio)];
  const from = Math.min(one, here);
  const mark = row.verdict !== undefined && row.targetKind !== 'excess' ? position(row.target) : undefined;
  return (
    `<svg preserveAspectRatio="none" viewBox="0 0 100 10" role="img" aria-label="ratio ${number(row.ratio)}">` +
    `<rect class="${row.ratio >= 1 ? 'good' : 'bad'}" x="${from.toFixed(2)}" y="2" width="${Math.max(0.3, Math.abs(here - one)).toFixed(2)}" height="6"/>` +
    `<line class="axis" x1="${one.toFixed(2)}" x2="${one.toFixed(2)}" y1="0" y2="10" vector-effect="non-scaling-stroke"/>` +
    (mark === undefined
      ? ''
      : `<line class="mark" x1="${mark.toFixed(2)}" x2="${mark.toFixed(2)}" y1="0" y2="10" vector-effect="non-scaling-stroke"/>`) +
    '</svg>'
  );
}

function tableRow(row) {
  const [wanted, verdict] = targetText(row);
  const shown = row.verdict === 'met' ? 'met' : row.verdict === 'below' ? 'below' : '';
  return (
    `<tr><td class="l">${escapeHtml(row.case)}</td><td>${row.threads}</td><td>${number(row.subjectMedian)}</td>` +
    `<td class="l" title="${escapeHtml(row.peerVersion)}">${escapeHtml(row.peer)}</td><td>${number(row.peerMedian)}</td>` +
    `<td class="bar">${bar(row)}</td><td>${number(row.ratio)}</td><td>${escapeHtml(wanted)}</td><td class="l ${shown}">${escapeHtml(verdict)}</td></tr>`
  );
}

/**
 * @param {{ machine: any, versions: Readonly<Record<string, string>>, rows: readonly any[], skipped: readonly string[], failures: readonly string[], titles: Readonly<Record<string, string>>, later?: readonly { date: string, commit: string, cases: readonly string[] }[] }} results
 */
export function formatPage({ machine, versions, rows, skipped, failures, titles, later }) {
  const counts = countVerdicts(rows);
  const about = {
    date: machine.date,
    commit: machine.commit,
    machine: `${machine.cpu}, ${machine.cores} cores, ${number(machine.memoryBytes / 2 ** 30)} GiB`,
    'instruction sets': machine.cpuFlags.join(' '),
    system: `${machine.system}, Node ${machine.node}, load before the run ${number(machine.loadBefore)}`,
    ...Object.fromEntries(
      machine.limits.map((l) => [
        `limits, ${l.threads} thread${l.threads === 1 ? '' : 's'}`,
        `${number(l.float32)} GFLOP/s in float32, ${number(l.float64)} in float64, ${l.bfloat16 > 0 ? number(l.bfloat16) : 'none'} in bf16; ` +
          `copy ${number(l.copy)} GB/s, seven streams ${number(l.sevenStreams)} GB/s`,
      ]),
    ),
    ...Object.fromEntries((later ?? []).map((one) => [`later, ${one.date}`, `at ${one.commit}: ${one.cases.join(', ')}`])),
    targets: `${counts.met} met, ${counts['at 0.9']} at 0.9 or more, ${counts.below} below`,
    ...versions,
  };
  const sections = [...new Set(rows.map((r) => r.workload))].map((name) => {
    const own = rows.filter((r) => r.workload === name);
    const head = ['case', 'threads', `ridgeline, ${own[0].unit}`, 'peer', 'its figure', 'ratio', '', 'target', ''];
    return (
      `<h2>${escapeHtml(name)}</h2><p>${escapeHtml(titles[name] ?? '')}</p><div class="scroll"><table><tr>` +
      head.map((h, i) => `<th${[0, 3, 8].includes(i) ? ' class="l"' : ''}>${escapeHtml(h)}</th>`).join('') +
      `</tr>\n${own.map(tableRow).join('\n')}\n</table></div>`
    );
  });
  const list = (title, items) =>
    items.length === 0 ? '' : `<h2>${title}</h2><ul>${items.map((i) => `<li>${escapeHtml(i)}</li>`).join('')}</ul>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ridgeline against its peers</title><style>${style}</style></head><body>
<h1>Ridgeline against its peers</h1>
<p>Bars show the ratio on a logarithmic scale from ${lowest} to ${number(highest)}; the thin line is 1, and right of it Ridgeline is better; the thick mark is the target.</p>
<dl>${Object.entries(about)
    .map(([k, v]) => `<dt>${escapeHtml(k)}</dt><dd>${escapeHtml(v)}</dd>`)
    .join('')}</dl>
${sections.join('\n')}
${list('Failed', failures)}${list('Not run', skipped)}
</body></html>
`;
}
