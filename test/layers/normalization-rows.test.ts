/** Normalizations of arrays larger than a cache, whose instructions run a block of rows at a time: against loops over rows in float64, and the same bits on any number of threads. */
import { afterEach, expect, test } from 'vitest';
import { vjp } from '../../lib/autodiff/transform.ts';
import { info, setThreads } from '../../lib/kernels.ts';
import type { Layer, LayerContext } from '../../lib/layers/define.ts';
import { layers } from '../../lib/layers/index.ts';
import { constant } from '../../lib/ops/core.ts';
import { compile } from '../../lib/runtime/function.ts';
import { ndarray } from '../../lib/tensor/ndarray.ts';
import type { Tensor } from '../../lib/tensor/tensor.ts';

const rows = 1203;
const columns = 480;
const epsilon = 1e-5;
const before = info().threads;
afterEach(() => setThreads(before));

const filled = (size: number, of: (i: number) => number) => Float32Array.from({ length: size }, (_, i) => of(i));
const inputAt = (i: number) => (Math.imul(i, 2654435761) >>> 0) / 2 ** 30 - 1;
const upstreamAt = (i: number) => (Math.imul(i + 7, 2246822519) >>> 0) / 2 ** 31 - 1;
const x = filled(rows * columns, inputAt);
const upstream = filled(rows * columns, upstreamAt);
const gamma = filled(columns, (i) => 0.5 + (i % 7) / 7);
const beta = filled(columns, (i) => (i % 5) / 5);

/** y, and the gradients of x, gamma and beta, row by row and group by group. */
function expected(groups: number): Float64Array[] {
  const width = columns / groups;
  const [y, dx] = [new Float64Array(x.length), new Float64Array(x.length)];
  const [dGamma, dBeta] = [new Float64Array(columns), new Float64Array(columns)];
  for (let from = 0; from < x.length; from += width) {
    const each = Array.from({ length: width }, (_, k) => ({ i: from + k, j: (from + k) % columns }));
    const mean = each.reduce((a, { i }) => a + x[i], 0) / width;
    const deviation = Math.sqrt(each.reduce((a, { i }) => a + (x[i] - mean) ** 2, 0) / width + epsilon);
    const normal = (i: number) => (x[i] - mean) / deviation;
    const slope = each.reduce((a, { i, j }) => a + upstream[i] * gamma[j], 0) / width;
    const along = each.reduce((a, { i, j }) => a + upstream[i] * gamma[j] * normal(i), 0) / width;
    for (const { i, j } of each) {
      y[i] = gamma[j] * normal(i) + beta[j];
      dx[i] = (upstream[i] * gamma[j] - slope - normal(i) * along) / deviation;
      dGamma[j] += upstream[i] * normal(i);
      dBeta[j] += upstream[i];
    }
  }
  return [y, dx, dGamma, dBeta];
}

/** Value and gradients of a layer: (x, gamma, beta, upstream) to (y, and the gradients of x, gamma and beta). */
function compiledFor(layer: unknown, count: number, width: number) {
  const call = (input: Tensor, ...weights: Tensor[]) => {
    const given: Readonly<Record<string, Tensor>> = { gamma: weights[0], beta: weights[1] };
    const context = { training: true, parameter: (name: string) => given[name], scalar: (_name: string, value: number) => constant(value) };
    return (layer as Layer).call(input, context as unknown as LayerContext);
  };
  const shapes = [[count, width], [width], [width], [count, width]];
  const compiled = compile((...tensors: Tensor[]) => {
    const { value, pullback } = vjp(call, tensors.slice(0, -1));
    return [value, ...pullback(tensors[tensors.length - 1])];
  }, shapes);
  return async (threads: number, inputs: readonly Float32Array[]) => {
    setThreads(threads);
    const given = inputs.map((data, i) => ndarray(data, shapes[i]));
    return (await compiled.run(...given)).map((v) => v.data as Float32Array);
  };
}
const sameBits = (a: Float32Array, b: Float32Array) =>
  Buffer.compare(Buffer.from(a.buffer, a.byteOffset, a.byteLength), Buffer.from(b.buffer, b.byteOffset, b.byteLength)) === 0;

test.each([
  ['layerNormalization', layers.layerNormalization({ epsilon }), 1],
  ['groupNormalization', layers.groupNormalization({ epsilon, groups: 15 }), 15],
] as const)('%s of many rows', async (_, layer, groups) => {
  const run = compiledFor(layer, rows, columns);
  const given = [x, gamma, beta, upstream];
  const found = await run(1, given);
  for (const [k, want] of expected(groups).entries()) {
    const scale = want.reduce((a, v) => Math.max(a, Math.abs(v)), 0);
    const worst = want.reduce((a, v, i) => Math.max(a, Math.abs(v - found[k][i])), 0);
    expect(worst / scale, `array ${k}`).toBeLessThan(2e-6);
  }
  for (const threads of [2, 3]) {
    const other = await run(threads, given);
    expect(
      other.every((a, k) => sameBits(a, found[k])),
      `${threads} threads`,
    ).toBe(true);
  }
});

/** Results so large that they go past the caches, where one loop does all instructions for a few rows and groups at a time; the last row has no other beside it. */
test.each([
  ['layerNormalization', layers.layerNormalization()],
  ['groupNormalization', layers.groupNormalization({ groups: 20 })],
] as const)('%s of more rows than a cache holds has the bits of parts of them', async (_, layer) => {
  const [many, part, width] = [9999, 1111, 640];
  const [inputs, slopes] = [inputAt, upstreamAt].map((of) => filled(many * width, of));
  const weights = [filled(width, (i) => 0.5 + (i % 7) / 7), filled(width, (i) => (i % 5) / 5)];
  const large = compiledFor(layer, many, width);
  const found = await large(1, [inputs, ...weights, slopes]);
  const small = compiledFor(layer, part, width);
  const sums = [new Float64Array(width), new Float64Array(width)];
  for (let from = 0; from < many * width; from += part * width) {
    const slice = (a: Float32Array) => a.subarray(from, from + part * width);
    const [y, dx, ...gradients] = await small(1, [slice(inputs), ...weights, slice(slopes)]);
    expect([sameBits(y, slice(found[0])), sameBits(dx, slice(found[1]))], `from ${from}`).toEqual([true, true]);
    for (const [k, gradient] of gradients.entries()) for (const [i, v] of gradient.entries()) sums[k][i] += v;
  }
  for (const [k, sum] of sums.entries()) for (const [i, v] of sum.entries()) expect(Math.abs(found[2 + k][i] - v)).toBeLessThan(1e-3);
  const other = await large(2, [inputs, ...weights, slopes]);
  expect(other.every((a, k) => sameBits(a, found[k]))).toBe(true);
});
