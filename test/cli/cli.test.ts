/** The command as users run it: a process with arguments, output and an exit code. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { loadModel } from '../../lib/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const iris = join(root, 'test/data/fixtures/iris.csv');
const folder = mkdtempSync(join(tmpdir(), 'ridgeline-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(args: readonly string[]): { child: ChildProcess; done: Promise<{ code: number | null; out: string; err: string }> } {
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (d) => (out += d));
  child.stderr?.on('data', (d) => (err += d));
  return { child, done: new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err }))) };
}
const run = (...args: string[]) => start(args).done;
const events = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Two classes of 6 x 6 images: bright above, or bright below. */
function writeIdx(compressed: boolean): string {
  const at = mkdtempSync(join(folder, 'idx-'));
  const put = (name: string, bytes: Uint8Array) =>
    writeFileSync(join(at, name + (compressed ? '.gz' : '')), compressed ? gzipSync(bytes) : bytes);
  for (const [part, n] of [
    ['train', 120],
    ['t10k', 40],
  ] as const) {
    const images = new Uint8Array(16 + n * 36);
    const labels = new Uint8Array(8 + n);
    new DataView(images.buffer).setUint32(0, 0x803);
    [n, 6, 6].forEach((d, i) => new DataView(images.buffer).setUint32(4 + 4 * i, d));
    new DataView(labels.buffer).setUint32(0, 0x801);
    new DataView(labels.buffer).setUint32(4, n);
    for (let i = 0; i < n; i++) {
      labels[8 + i] = i % 2;
      for (let p = 0; p < 36; p++) images[16 + i * 36 + p] = p < 18 === (i % 2 === 0) ? 200 + ((i * p) % 50) : (i + p) % 60;
    }
    put(`${part}-images-idx3-ubyte`, images);
    put(`${part}-labels-idx1-ubyte`, labels);
  }
  return at;
}

describe('train --bagging', () => {
  test('members on resamples in one file, which the other commands take', async () => {
    const trained = await run('train', '--json', '--bagging', '3', '--epochs', '6', '--hidden', '32', '--out', 'bag.safetensors');
    expect(trained.err).toBe('');
    const all = events(trained.out);
    expect(all.map((e) => e.event)).toEqual(['start', 'member', 'member', 'member', 'result', 'saved']);
    const result = all[4] as { test: Record<string, number>; 'test, average member': Record<string, number>; outOfBag: number };
    expect(result.test.accuracy).toBeGreaterThan(result['test, average member'].accuracy);
    expect(result.outOfBag).toBeGreaterThan(0.7);
    const [judged] = events((await run('evaluate', 'bag.safetensors', 'digits', '--json')).out);
    expect(judged.accuracy).toBeGreaterThan(0.8);
    const shown = await run('inspect', 'bag.safetensors');
    expect(shown.out).toContain('bagging of 3 members');
    expect((await run('predict', 'bag.safetensors', 'digits')).out.split('\n').length).toBeGreaterThan(1000);
    expect((await run('train', '--bagging', '0')).code).toBe(2);
  }, 30_000);
});

describe('train', () => {
  test('the main job: the digits, the same bits twice', async () => {
    const [a, b] = [
      await run('train', '--json', '--epochs', '12', '--out', 'a.safetensors'),
      await run('train', '--json', '--epochs', '12', '--out', 'b.safetensors'),
    ];
    expect(a.code).toBe(0);
    const last = events(a.out).find((e) => e.event === 'result') as unknown as Record<string, { accuracy: number }>;
    expect(last.test.accuracy).toBeGreaterThan(0.9);
    expect(events(a.out).filter((e) => e.event === 'epoch')).toHaveLength(12);
    expect(readFileSync(join(folder, 'a.safetensors')).equals(readFileSync(join(folder, 'b.safetensors')))).toBe(true);
    expect(b.code).toBe(0);
  });
  test('prints a table for people', async () => {
    const { out, err, code } = await run('train', '--epochs', '2');
    expect(code).toBe(0);
    expect(out).toMatch(/loss +accuracy\n.*\ntrain .*\nvalidation .*\ntest /);
    expect(out).toMatch(/2 epochs, best epoch 2, [\d,.]+ samples per second/);
    expect(err).toMatch(/epoch 1\/2: loss .*valAccuracy/);
  });
  for (const compressed of [true, false]) {
    test(`a folder of IDX files${compressed ? ', gzip' : ''}`, async () => {
      const { code, out } = await run(
        'train',
        writeIdx(compressed),
        '--hidden',
        '16',
        '--epochs',
        '60',
        '--dropout',
        '0',
        '--early-stopping',
        '0',
        '--validation',
        '0',
        '--json',
      );
      expect(code).toBe(0);
      expect((events(out).find((e) => e.event === 'result') as unknown as { test: { accuracy: number } }).test.accuracy).toBe(1);
    });
  }
  test('a CSV file; predict, evaluate and inspect take the model from there', async () => {
    const trained = await run('train', iris, '--target', 'species', '--epochs', '60', '--out', 'iris.safetensors', '--json');
    expect(trained.code).toBe(0);
    const evaluated = await run('evaluate', 'iris.safetensors', iris, '--json');
    expect((events(evaluated.out)[0] as { accuracy: number }).accuracy).toBeGreaterThan(0.85);
    writeFileSync(
      join(folder, 'rows.csv'),
      readFileSync(iris, 'utf8')
        .split('\n')
        .slice(0, 4)
        .map((l) => l.split(',').slice(0, 4).join(','))
        .join('\n'),
    );
    const predicted = await run('predict', 'iris.safetensors', 'rows.csv');
    expect(predicted.out.trim().split('\n')).toEqual(['setosa', 'setosa', 'setosa']);
    const inspected = await run('inspect', 'iris.safetensors');
    expect(inspected.out).toContain('dense1/kernel');
  });
  test('regression, on a numeric column', async () => {
    const { code, out } = await run('train', iris, '--target', 'petal_width', '--categorical', 'species', '--epochs', '60', '--json');
    expect(code).toBe(0);
    expect((events(out).find((e) => e.event === 'result') as unknown as { test: { r2: number } }).test.r2).toBeGreaterThan(0.7);
  });
  test('Ctrl-C saves the best weights so far and says so', async () => {
    const { child, done } = start(['train', '--epochs', '100000', '--early-stopping', '0', '--out', 'stopped.safetensors']);
    let seen = '';
    child.stderr?.on('data', (d) => {
      seen += d;
      // A second one would end the command at once.
      if (!child.killed && seen.includes('epoch 3/')) child.kill('SIGINT');
    });
    const { code, out } = await done;
    expect(code).toBe(0);
    expect(out).toMatch(/stopped early by a signal; the weights are the best so far, saved in stopped.safetensors/);
    expect(Object.keys((await loadModel(join(folder, 'stopped.safetensors'))).getWeights())).toContain('dense/kernel');
  });
});

describe('mistakes', () => {
  const cases: [string, string[], number, RegExp][] = [
    ['unknown option', ['train', '--foo'], 2, /unknown option '--foo'/],
    ['bad value', ['train', '--dropout', '1.5'], 2, /expected a number in \[0, 0.99\]/],
    ['unknown command', ['fly'], 2, /unknown command 'fly'/],
    ['unknown optimizer', ['train', '--optimizer', 'sgdd'], 2, /expected one of sgd, .*adam, adamw, .*muon, scheduleFree for --optimizer/],
    ['a wrapper without its optimizer', ['train', '--optimizer', 'ema'], 2, /expected one of sgd, .* for --optimizer, got 'ema'/],
    ['no such file', ['train', 'none.csv'], 1, /none.csv: no such file or folder/],
    ['no target', ['train', iris], 2, /name the column to predict with --target/],
    ['no such column', ['train', iris, '--target', 'nope'], 1, /no column 'nope'/],
    [
      'a file that cannot be written',
      ['train', '--out', 'no/such/m.safetensors'],
      1,
      /^ridgeline: train: cannot write no\/such\/m.safetensors: no such folder$/m,
    ],
    ['a folder to write to', ['train', '--out', '.'], 1, /train: cannot write \.: it is a folder/],
    ['not a model', ['evaluate', iris, iris], 1, /iris.csv/],
  ];
  for (const [name, args, expected, message] of cases) {
    test(name, async () => {
      const { code, err } = await run(...args);
      expect(err).toMatch(message);
      expect(code).toBe(expected);
      expect(err).not.toMatch(/at .*\.js:\d+/);
    });
  }
  test('where nothing can be written, nothing is trained, and nothing is left behind', async () => {
    const { out } = await run('train', '--json', '--out', 'no/such/m.safetensors');
    expect(out).toBe('');
    const empty = mkdtempSync(join(folder, 'empty-'));
    expect((await run('train', '--epochs', '1', '--hidden', '4', '--out', join(empty, 'm.safetensors'))).code).toBe(0);
    expect(readdirSync(empty)).toEqual(['m.safetensors']);
  });
  test('a reader that closes the pipe is no failure', async () => {
    const child = spawn('sh', ['-c', `"${process.execPath}" "${join(root, 'dist/cli/main.js')}" --help | head -1; exit 0`], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let err = '';
    child.stderr.on('data', (d) => (err += d));
    await new Promise((resolve) => child.on('close', resolve));
    expect(err).toBe('');
  });
});

test('info and version', async () => {
  const { out, code } = await run('info', '--json');
  expect(code).toBe(0);
  expect(events(out)[0]).toMatchObject({ event: 'info', version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version });
  expect((await run('--version')).out.trim()).toBe('0.1.0');
});

describe('schedule', () => {
  const text = 'cosineDecay({ initial: 0.1, steps: 90, warmup: 10 })';
  test('as a chart, and as a picture', async () => {
    const { code, out } = await run('schedule', text, '--steps', '100', '--svg', 'rate.svg');
    expect(code).toBe(0);
    expect(out).toContain('highest 0.1 at step 10');
    expect(out.split('\n')[0]).toMatch(/^ +0\.1 \|\s+\*+/);
    expect(readFileSync(join(folder, 'rate.svg'), 'utf8')).toMatch(/^<svg .*cosineDecay.*<\/svg>\s*$/s);
  });
  test('as JSON, a line per step', async () => {
    const { out } = await run('schedule', text, '--steps', '100', '--json');
    const rates = events(out);
    expect(rates).toHaveLength(100);
    expect(rates[10]).toEqual({ event: 'rate', step: 10, learningRate: 0.1 });
  });
  test('a text that is none has exit code 2', async () => {
    const { code, err } = await run('schedule', 'cosineDecy({})');
    expect([code, err]).toEqual([2, expect.stringContaining("Did you mean 'cosineDecay'?")]);
  });
  test('train takes one as its learning rate', async () => {
    const args = ['train', iris, '--target', 'species', '--epochs', '2', '--json', '--learning-rate'];
    const { code, out } = await run(...args, 'exponentialDecay({ initial: 0.01, rate: 0.5 })');
    expect(code).toBe(0);
    const [first, second] = events(out).filter((e) => e.event === 'epoch') as { learningRate: number }[];
    expect(Math.log2(first.learningRate / second.learningRate)).toBeCloseTo(4, 9);
    expect((await run(...args, 'fast')).code).toBe(2);
    expect((await run(...args, 'linearDecay({})')).code).toBe(2);
  });
});
