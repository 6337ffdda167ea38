import { describe, expect, test } from 'vitest';
import { escapeHtml, formatPage, position } from '../../bench/core/page.mjs';
import { countVerdicts, formatTable, number } from '../../bench/core/table.mjs';

const row = {
  workload: 'train',
  case: 'M',
  threads: 2,
  unit: 'samples/s',
  higher: true,
  subject: 'ridgeline',
  subjectMedian: 36417,
  peer: 'tfjs',
  peerVersion: 'tfjs <4>',
  peerMedian: 201,
  peerRounds: [201, 200],
  ratio: 181,
  target: 150,
  verdict: 'met',
};
const { target: _, verdict: __, ...plain } = { ...row, peer: 'reference', peerRounds: new Array(7).fill(40), ratio: 0.5 };

describe('reports of the benchmark', () => {
  test('numbers have three digits', () => {
    expect([36417.4, 1.23456, 0.00123456, 99.96, 1e-7, Infinity].map(number)).toEqual([
      '36,417',
      '1.23',
      '0.00123',
      '100',
      '1e-7',
      'Infinity',
    ]);
  });

  test('the table has a line per row, aligned, with target and verdict and few rounds marked', () => {
    const lines = formatTable([row, plain]);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^train +M +2 +samples\/s +36,417 +tfjs \(2x\) +201 +181 +>= 150 +met$/);
    expect(lines[2]).toMatch(/reference +201 +0\.5$/);
    expect(lines[0].indexOf('ratio') + 5).toBe(lines[1].indexOf('181') + 3);
    expect(countVerdicts([row, plain])).toEqual({ met: 1, 'at 0.9': 0, below: 0 });
  });

  test('bars lie on a logarithmic axis and stay on it', () => {
    expect([0.01, 0.1, 10, 1000, 1e6].map(position)).toEqual([0, 0, 50, 100, 100]);
    expect(position(1)).toBeCloseTo(25, 10);
  });

  test('the page is one file with everything in it, and text is escaped', () => {
    const limits = [{ threads: 1, float32: 117, float64: 58, bfloat16: 0, copy: 40, sevenStreams: 56 }];
    const machine = {
      date: 'd',
      commit: 'c',
      cpu: 'a & b',
      cores: 2,
      memoryBytes: 2 ** 34,
      cpuFlags: ['fma'],
      system: 's',
      node: 'v20',
      loadBefore: 0,
      limits,
    };
    const page: string = formatPage({
      machine,
      versions: { tfjs: '<4>' },
      rows: [row, plain],
      skipped: ['x <y>'],
      failures: [],
      titles: { train: 't' },
    });
    expect(page).not.toMatch(/<script|https?:|@import|url\(/);
    expect(page.match(/<tr><td/g)).toHaveLength(2);
    expect(page).toContain('a &amp; b');
    expect(page).toContain('<li>x &lt;y&gt;</li>');
    expect(page).toContain('none in bf16');
    expect(page).toContain('prefers-color-scheme: dark');
    expect(escapeHtml('<a href="&">')).toBe('&lt;a href=&quot;&amp;&quot;&gt;');
  });
});
