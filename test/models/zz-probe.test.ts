import { test } from 'vitest';
import { writeSafetensors, readSafetensors } from '../../lib/formats/safetensors.ts';
import { loadModel, RidgelineError } from '../../lib/index.ts';
import { digits, small } from '../support/model.ts';
// structure-aware fuzz of the architecture JSON: replace every leaf and node by junk
test('hostile json', async () => {
  const m = small(); m.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'] });
  const data = digits(40); await m.fit(data);
  await m.save('/tmp/probe/base.st', { training: true });
  const { tensors, metadata } = await readSafetensors('/tmp/probe/base.st');
  const junk = [null, 5, -1, 1.5, 1e308, 2**53-1, 2**31, 'x', 'constructor', '__proto__', {}, [], [null], true, [2**30, 2**30]];
  const paths: (string|number)[][] = [];
  const walk = (v: any, p: (string|number)[]) => { paths.push(p); if (v && typeof v === 'object') for (const k of Object.keys(v)) walk(v[k], [...p, k]); };
  walk(JSON.parse(metadata.ridgeline), []);
  let n = 0; const acc = new Map<string, number>(); const bad: string[] = [];
  for (const p of paths) for (const j of [...junk, undefined]) {
    if (p.length === 0) continue;
    const o = JSON.parse(metadata.ridgeline); let at = o; for (const k of p.slice(0, -1)) at = at[k];
    if (j === undefined) delete at[p.at(-1)!]; else at[p.at(-1)!] = j;
    await writeSafetensors('/tmp/probe/h.st', { ...tensors }, { ridgeline: JSON.stringify(o) }); n++;
    let l; try { l = await loadModel('/tmp/probe/h.st'); } catch (e: any) { if (!(e instanceof RidgelineError) || e.code !== 'ERR_FORMAT') bad.push(`load ${p.join('.')}=${JSON.stringify(j)}: ${e.code} ${e.message}`); continue; }
    acc.set(p.join('.'), (acc.get(p.join('.')) ?? 0) + 1);
    for (const [what, f] of [['summary', () => l.summary()], ['predict', () => l.predict(data)], ['evaluate', () => l.evaluate(data)], ['fit', () => l.fit(data)], ['hp', () => l.getHyperparameters()]] as const)
      try { await f(); } catch (e: any) { if (!(e instanceof RidgelineError) || e.code === 'ERR_INTERNAL') bad.push(`${what} ${p.join('.')}=${JSON.stringify(j)}: ${e.code} ${e.message.slice(0, 150)}`); }
  }
  console.log(n, paths.length, [...acc].map(([k, v]) => `${k}:${v}`).join(' ')); console.log(bad.slice(0, 60).join('\n'), bad.length);
}, 120000);
