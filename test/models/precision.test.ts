import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { datasets, kernels, layers, loadModel, ndarray, optimizers, sequential } from '../../lib/index.ts';
import { roundToBf16 } from '../../lib/ops/matmul.ts';
import type { Precision } from '../../lib/tensor/tensor.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-precision-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const build = (precision: Precision | undefined) => {
  const model = sequential(
    [
      layers.input([64]),
      layers.rescaling({ scale: 1 / 16 }),
      layers.dense(48, { activation: 'tanh' }),
      layers.dense(10, { activation: 'softmax' }),
    ],
    { seed: 3 },
  );
  model.compile({ optimizer: optimizers.adam(), loss: 'sparseCategoricalCrossentropy', metrics: ['accuracy'], precision });
  return model;
};
const { train, test: held } = datasets.digits().split({ train: 0.8, test: 0.2 }, { seed: 1, stratify: true });
const weightsOf = (m: ReturnType<typeof build>) => Object.values(m.getWeights()).map((w) => [...w.data]);

test('rounding to bfloat16', () => {
  const cases = [
    [1.00390625, 1],
    [1.01171875, 1.015625],
    [-0.1, -0.10009765625],
    [3.4028235e38, Infinity],
    [-Infinity, -Infinity],
    [-0, -0],
  ];
  for (const [x, wanted] of cases) expect(roundToBf16(x)).toBe(wanted);
  expect(roundToBf16(Number.NaN)).toBeNaN();
});

describe("precision 'bfloat16'", () => {
  test('predictions multiply rounded numbers and add them up in float32', () => {
    const model = sequential([layers.input([40]), layers.dense(5)], { seed: 1 });
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError', precision: 'bfloat16' });
    const x = ndarray(
      Float32Array.from({ length: 120 }, (_, i) => Math.sin(i)),
      [3, 40],
    );
    const { data: w } = model.getWeights()['dense/kernel'];
    const found = model.predictSync(x).data;
    found.forEach((v, at) => {
      const [i, j] = [Math.floor(at / 5), at % 5];
      let sum = 0;
      for (let p = 0; p < 40; p++) sum += roundToBf16(x.data[i * 40 + p]) * roundToBf16(w[p * 5 + j]);
      expect(v).toBeCloseTo(sum, 5);
    });
  });
  test('learns as float32 does, with the same bits on any number of threads', async () => {
    const [half, again, single] = [build('bfloat16'), build('bfloat16'), build(undefined)];
    const options = { epochs: 30, batchSize: 64, verbose: false } as const;
    await half.fit(train, { ...options, threads: 1 });
    await again.fit(train, { ...options, threads: 3 });
    await single.fit(train, options);
    expect(weightsOf(again)).toEqual(weightsOf(half));
    expect(weightsOf(single)).not.toEqual(weightsOf(half));
    const [a, b] = [await half.evaluate(held), await single.evaluate(held)];
    expect(a.accuracy).toBeGreaterThan(0.94);
    expect(Math.abs(a.loss - b.loss)).toBeLessThan(0.02);
  });
  test('the first step is that of float32 but for the rounding of products', async () => {
    const [half, single] = [build('bfloat16'), build('float32')];
    const before = weightsOf(single);
    for (const m of [half, single]) {
      m.compile({
        optimizer: optimizers.sgd({ learningRate: 1 }),
        loss: 'sparseCategoricalCrossentropy',
        precision: m === half ? 'bfloat16' : 'float32',
      });
      await m.fit(train, { batchSize: 'full', shuffle: false, verbose: false });
    }
    const steps = [half, single].map((m) => weightsOf(m).map((w, k) => w.map((v, i) => v - before[k][i])));
    steps[0].forEach((step, k) => {
      const size = Math.hypot(...steps[1][k]);
      expect(Math.hypot(...step.map((v, i) => v - steps[1][k][i])) / size).toBeLessThan(0.01);
    });
  });
  test('the interpreter and every instruction set round the same products, forward and backward', () => {
    const entry = JSON.stringify(fileURLToPath(new URL('../../dist/index.js', import.meta.url)));
    const script = `
      import { datasets, layers, optimizers, sequential } from ${entry};
      const run = async (precision) => {
        const model = sequential([layers.input([64]), layers.rescaling({ scale: 1 / 16 }), layers.dense(48, { activation: 'tanh' }), layers.dense(10)], { seed: 3 });
        model.compile({ optimizer: optimizers.sgd({ learningRate: 1 }), loss: 'meanSquaredError', precision });
        const x = datasets.digits().take(60).x;
        const outputs = [...model.predictSync(x).data];
        const before = Object.values(model.getWeights()).flatMap((w) => [...w.data]);
        await model.fit(x, outputs.map((v, i) => Math.sin(i)).reduce((rows, v, i) => ((rows[Math.floor(i / 10)] ??= []).push(v), rows), []), { batchSize: 'full', verbose: false });
        const after = Object.values(model.getWeights()).flatMap((w) => [...w.data]);
        return [outputs, after.map((v, i) => v - before[i])];
      };
      console.log(JSON.stringify({ half: await run('bfloat16'), single: await run('float32') }));`;
    const run = (env: Record<string, string>) =>
      JSON.parse(
        execFileSync(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, ...env }, encoding: 'utf8' }),
      ) as Record<'half' | 'single', number[][]>;
    const distance = (a: number[], b: number[]) => Math.hypot(...a.map((v, i) => v - b[i]));
    const reference = run({ RIDGELINE_BACKEND: 'reference' });
    for (const env of [{}, { RIDGELINE_ISA: 'baseline' }, { RIDGELINE_ISA: 'avx2' }] as Record<string, string>[]) {
      // A sum that ends a hair from where rounding changes may round the other way: that is rare.
      run(env).half.forEach((found, part) => {
        const rounding = distance(reference.single[part], reference.half[part]);
        expect(rounding).toBeGreaterThan(0);
        expect(distance(found, reference.half[part]) / rounding, `${JSON.stringify(env)}, part ${part}`).toBeLessThan(0.1);
      });
    }
  });
  test('is saved with the model', async () => {
    const model = build('bfloat16');
    await model.save(join(folder, 'm.safetensors'));
    const loaded = await loadModel(join(folder, 'm.safetensors'));
    expect(loaded.engine.compiled?.precision).toBe('bfloat16');
    expect([...loaded.predictSync(held).data]).toEqual([...model.predictSync(held).data]);
  });
  test('of kernels.gemm is for float32', () => {
    const [a, b] = [Float32Array.of(1.00390625, 2), Float32Array.of(3, 1.01171875)];
    const product = { m: 1, n: 1, k: 2, precision: 'bfloat16' } as const;
    expect(kernels.gemm({ a, b, ...product })[0]).toBe(3 + 2 * 1.015625);
    expect(() => kernels.gemm({ a: Float64Array.from(a), b: Float64Array.from(b), ...product })).toThrow(
      "kernels.gemm: expected Float32Arrays with precision 'bfloat16', got Float64Arrays",
    );
  });
  test('another precision is refused', () => {
    expect(() => build('float16' as never)).toThrow("compile: expected one of 'float32', 'bfloat16' for precision, got 'float16' (string)");
  });
});
