/** Memory of the process, in children of their own: what a training takes, and that steps leave nothing behind. Needs dist/ and Linux's /proc. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const index = new URL('../../dist/index.js', import.meta.url).href;
const prelude = `
  import { readFileSync } from 'node:fs';
  import { compile, layers, ndarray, ops, optimizers, sequential } from ${JSON.stringify(index)};
  const status = (key) => Number(new RegExp(key + ':\\\\s+(\\\\d+)').exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
  const settle = async () => { for (let i = 0; i < 3; i++) { globalThis.gc(); await new Promise((r) => setTimeout(r, 20)); } };
  const data = (rows, width, classes) => [ndarray(new Float32Array(rows * width).map((_, i) => Math.sin(i)), [rows, width]), ndarray(new Int32Array(rows).map((_, i) => i % classes), [rows])];
`;
function child(script: string): Record<string, number> & { rss: number[] } {
  // V8 doubles its young generation once, at a moment of its own choosing: 8 MB that no step has kept.
  const flags = ['--expose-gc', '--min-semi-space-size=8', '--max-semi-space-size=8'];
  const done = spawnSync(process.execPath, [...flags, '--input-type=module', '-e', prelude + script], { encoding: 'utf8' });
  expect(done.stderr).toBe('');
  return JSON.parse(done.stdout);
}
const MB = 2 ** 20;

// The reference of what a process has: only Linux tells it without other tools.
describe.runIf(existsSync('/proc/self/status'))('memory of the process', () => {
  test.each([
    [512, 1],
    [128, 4],
  ])('a large training takes what the model says beforehand: batches of %i, %i a step', (batchSize, gradientAccumulation) => {
    const { grown, said, weights } = child(`
      const model = (units) => sequential([layers.input([784]), layers.dense(units, { activation: 'relu' }), layers.dense(units, { activation: 'relu' }), layers.dense(10, { activation: 'softmax' })], { seed: 1 });
      const [x, y] = data(4096, 784, 10);
      const [batchSize, gradientAccumulation] = [${batchSize}, ${gradientAccumulation}];
      const settings = () => ({ optimizer: optimizers.adam(), loss: 'sparseCategoricalCrossentropy' });
      // The compiler's and the initializers' own garbage, and the stacks of the threads, once.
      const warm = model(1024);
      warm.compile(settings());
      await warm.fit(x.rows(0, 1024), y.rows(0, 1024), { batchSize, gradientAccumulation, verbose: false });
      const large = model(2048);
      await settle();
      const before = status('VmRSS');
      large.compile(settings());
      const { total, weights } = large.trainingMemory(4096, batchSize, gradientAccumulation);
      await large.fit(x, y, { epochs: 2, batchSize, gradientAccumulation, verbose: false });
      console.log(JSON.stringify({ grown: status('VmHWM') - before, said: total, weights }));
    `);
    // The weights were there before compile(), which makes a new state and lets go of the old one.
    expect(grown).toBeGreaterThan((said - weights) * 0.8);
    expect(grown).toBeLessThan(said * 1.05);
  });

  test('a model takes its weights as it is made, and leaves nothing beside them', () => {
    const { grown } = child(`
      const model = (units) => sequential([layers.input([784]), layers.dense(units), layers.dense(units, { kernelInitializer: 'heNormal' }), layers.dense(10)], { seed: 1 });
      // The young generation has found its size.
      model(1024);
      await settle();
      const before = status('VmRSS');
      const made = model(2048);
      console.log(JSON.stringify({ grown: status('VmRSS') - before }));
    `);
    const weights = 4 * (785 * 2048 + 2049 * 2048 + 2049 * 10);
    expect(grown).toBeGreaterThan(weights * 0.9);
    // And what V8's young generation holds; the values as JavaScript's numbers would be 46 MB.
    expect(grown).toBeLessThan(weights + 8 * MB);
  });

  // The heap finds its size in the first runs: in 3 of 20, or in 8.
  const level = (rss: readonly number[]) => Math.max(...rss.slice(-3)) - Math.max(...rss.slice(4, 8));

  test('a million steps leave nothing behind', () => {
    const { rss, steps } = child(`
      const model = sequential([layers.input([4]), layers.dropout(0.1), layers.dense(3, { activation: 'tanh' }), layers.dense(2, { activation: 'softmax' })], { seed: 1 });
      model.compile({ optimizer: optimizers.adam({ globalClipNorm: 1 }), loss: 'sparseCategoricalCrossentropy' });
      const [x, y] = data(50_000, 4, 2);
      const rss = [];
      for (let i = 0; i < 20; i++) {
        await model.fit(x, y, { batchSize: 1, verbose: false });
        await settle();
        rss.push(status('VmRSS'));
      }
      console.log(JSON.stringify({ rss, steps: model.engine.position.step }));
    `);
    expect(steps).toBe(1_000_000);
    expect(level(rss), rss.join()).toBeLessThan(2 * MB);
  });

  test('nor do predictions and calls of compiled functions', () => {
    const { rss } = child(`
      const model = sequential([layers.input([4]), layers.dense(3, { activation: 'tanh' })], { seed: 1 });
      const f = compile((a) => ops.sum(ops.square(a)), [[4]]);
      const [x] = data(2, 4, 2);
      const row = new Float32Array(4);
      const rss = [];
      for (let i = 0; i < 12; i++) {
        for (let k = 0; k < 20_000; k++) {
          model.predictSync(x);
          f.runSync(row);
        }
        for (let k = 0; k < 300; k++) await Promise.all([model.predict(x), f.run(row)]);
        await settle();
        rss.push(status('VmRSS'));
      }
      console.log(JSON.stringify({ rss }));
    `);
    expect(level(rss), rss.join()).toBeLessThan(4 * MB);
  });
});
