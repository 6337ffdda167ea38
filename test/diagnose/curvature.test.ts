import { describe, expect, test } from 'vitest';
import { diagnose, initializers, type Layer, layers, ops, regularizers, sequential, type Tensor } from '../../lib/index.ts';
import { lanczos } from '../../lib/diagnose/lanczos.ts';
import { tridiagonalEigen } from '../../lib/diagnose/tridiagonal.ts';
import { randomStream } from '../../lib/random.ts';

/** A layer whose weights are all there is: the loss is a function of w alone. */
const weights = (start: readonly number[]): Layer => ({
  kind: 'weights',
  options: {},
  call: (x, ctx) => {
    const w = ctx.parameter('w', [1, start.length], {
      initializer: { kind: 'custom', options: {}, sample: () => Float64Array.from(start) },
    });
    return ops.broadcastTo(w, [x.shape[0], start.length]);
  },
});
/** The curvature of a function of w at a point. */
const at = (point: readonly number[], f: (w: readonly Tensor[]) => Tensor, options = {}) => {
  const model = sequential([layers.input([1]), weights(point)]);
  model.compile({
    optimizer: 'sgd',
    loss: (_y, w) => ops.reshape(f(point.map((_, i) => ops.slice(w, [0, i], [w.shape[0], 1]))), [w.shape[0]]),
  });
  return diagnose.curvature(model, [[0]], [point.map(() => 0)], options);
};
const { add, mul, square, sub } = ops;

describe('functions whose Hessians are known', () => {
  test('a quadratic: its eigenvalues and condition number', async () => {
    const c = [1e4, 100, 3, 1];
    const found = await at([1, 2, -1, 0.5], (w) => w.map((v, i) => mul(square(v), c[i] / 2)).reduce((a, b) => add(a, b)), { count: 4 });
    found.largest.forEach((v, i) => expect(v / c[i]).toBeCloseTo(1, 10));
    found.smallest.forEach((v, i) => expect(v / c[3 - i]).toBeCloseTo(1, 10));
    expect(found).toMatchObject({ verdict: 'minimum', complete: true, converged: true, products: 4, precision: 'float64' });
    expect(found.conditionNumber).toBeCloseTo(1e4, 4);
    expect(found.gradientNorm).toBeCloseTo(Math.hypot(1e4, 200, 3, 0.5), 6);
  });
  test('a rotated quadratic: (x + y)² + (x - y)²/100', async () => {
    const found = await at([0, 0], ([x, y]) => add(square(add(x, y)), mul(square(sub(x, y)), 0.01)));
    expect(found.largest[0]).toBeCloseTo(4, 12);
    expect(found.smallest[0]).toBeCloseTo(0.04, 12);
    expect(found.gradientNorm).toBe(0);
  });
  test('a saddle: x² - y²', async () => {
    const found = await at([0, 0], ([x, y]) => sub(square(x), square(y)));
    expect(found.verdict).toBe('saddle');
    expect(found.largest[0]).toBeCloseTo(2, 12);
    expect(found.smallest[0]).toBeCloseTo(-2, 12);
    expect(found.conditionNumber).toBeCloseTo(1, 12);
  });
  test('a maximum, and a valley', async () => {
    expect((await at([0, 0], ([x, y]) => ops.neg(add(square(x), mul(square(y), 3))))).verdict).toBe('maximum');
    const valley = await at([0, 0], ([x, y]) => square(sub(x, y)));
    expect(valley.verdict).toBe('degenerate');
    expect(valley.conditionNumber).toBe(Infinity);
  });
  test('equal eigenvalues are all found', async () => {
    const found = await at([1, 2, 3], (w) => w.map(square).reduce((a, b) => add(a, b)), { count: 3 });
    for (const v of found.largest) expect(v).toBeCloseTo(2, 12);
    expect(found.conditionNumber).toBeCloseTo(1, 10);
  });
  test("Rosenbrock's valley at its minimum", async () => {
    const found = await at([1, 1], ([x, y]) => add(square(sub(1, x)), mul(100, square(sub(y, square(x))))));
    // [[802, -400], [-400, 200]]: trace 1002, determinant 400.
    const root = Math.sqrt(301 ** 2 + 400 ** 2);
    expect(found.largest[0]).toBeCloseTo(501 + root, 8);
    expect(found.smallest[0]).toBeCloseTo(400 / (501 + root), 8);
    expect(found.verdict).toBe('minimum');
  });
});

describe('a linear model', () => {
  const random = randomStream(5, 'x');
  const x = Array.from({ length: 50 }, () => Array.from({ length: 6 }, (_, i) => Math.fround((i + 1) * random.normal())));
  const y = x.map(([a, b]) => [a + b, a - b]);
  const build = (l2: number) => {
    const model = sequential(
      [layers.input([6]), layers.dense(2, { useBias: false, kernelRegularizer: l2 ? regularizers.l2(l2) : undefined })],
      {
        seed: 1,
      },
    );
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    return model;
  };
  /** Eigenvalues of XᵀX/n by Jacobi's rotations: another method than the one under test. */
  const gram = () => {
    const a = x[0].map((_, i) => x[0].map((__, j) => x.reduce((s, row) => s + row[i] * row[j], 0) / x.length));
    for (let sweep = 0; sweep < 30; sweep++) {
      for (let p = 0; p < 6; p++) {
        for (let q = p + 1; q < 6; q++) {
          if (a[p][q] === 0) continue;
          const angle = 0.5 * Math.atan2(2 * a[p][q], a[q][q] - a[p][p]);
          const [c, s] = [Math.cos(angle), Math.sin(angle)];
          for (let k = 0; k < 6; k++) [a[k][p], a[k][q]] = [c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]];
          for (let k = 0; k < 6; k++) [a[p][k], a[q][k]] = [c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]];
        }
      }
    }
    return a.map((row, i) => row[i]).sort((b, c) => c - b);
  };

  // The mean over 2 outputs of squares: XᵀX/n for each output.
  test('its Hessian is XᵀX/n, once for each output', async () => {
    const expected = gram();
    const found = await diagnose.curvature(build(0), x, y, { count: 12 });
    expect(found.complete).toBe(true);
    found.largest.forEach((v, i) => expect(v / expected[i >> 1]).toBeCloseTo(1, 9));
    expect(found.conditionNumber).toBeCloseTo(expected[0] / expected[5], 6);
  });
  test('a penalty shifts it; batches do not', async () => {
    const expected = gram();
    const model = build(0.5);
    const whole = await diagnose.curvature(model, x, y);
    expect(whole.largest[0]).toBeCloseTo(expected[0] + Math.fround(0.5), 8);
    const parts = await diagnose.curvature(model, x, y, { batchSize: 16 });
    expect(parts.largest[0]).toBeCloseTo(whole.largest[0], 10);
    expect(parts.gradientNorm).toBeCloseTo(whole.gradientNorm, 10);
    expect(parts.loss).toBeCloseTo(whole.loss, 10);
  });
});

describe('networks', () => {
  const random = randomStream(6, 'x');
  const x = Array.from({ length: 64 }, () => Array.from({ length: 8 }, () => random.normal()));
  const y = x.map(([a, b, c]) => (a * b > c ? 1 : 0));
  const network = (activation: string) => {
    const model = sequential(
      [
        layers.input([8]),
        layers.dense(12, { activation }),
        layers.batchNormalization(),
        layers.dropout(0.5),
        layers.dense(2, { activation: 'softmax' }),
      ],
      { seed: 2 },
    );
    model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
    return model;
  };
  test('a few products find the ends that all products find', async () => {
    const model = network('tanh');
    const [few, all] = [
      await diagnose.curvature(model, x, y, { count: 2, iterations: 60, seed: 3 }),
      await diagnose.curvature(model, x, y, { count: 2, iterations: 200 }),
    ];
    expect(all.complete).toBe(true);
    expect(few.products).toBeLessThanOrEqual(60);
    expect(few.converged).toBe(true);
    const scale = all.largest[0];
    for (const end of ['largest', 'smallest'] as const)
      few[end].forEach((v, i) => expect(Math.abs(v - all[end][i])).toBeLessThan(1e-6 * scale));
    expect(all.verdict).toBe('saddle');
  });
  test('training does not change, nor does the model', async () => {
    const model = network('relu');
    const before = model.getWeights();
    await diagnose.curvature(model, x, y, { iterations: 10 });
    expect(model.getWeights()).toEqual(before);
  });
  test('a layer that insists on float32', async () => {
    const model = sequential([layers.input([8]), layers.dense(2)], { seed: 1 });
    model.compile({
      optimizer: 'sgd',
      loss: (yTrue, yPred) => ops.mean(ops.square(ops.sub(ops.cast(yPred, 'float32'), ops.cast(yTrue, 'float32'))), 1),
    });
    expect(
      (
        await diagnose.curvature(
          model,
          x,
          x.map((row) => row.slice(0, 2)),
        )
      ).precision,
    ).toBe('float64');
    const narrow = sequential([layers.input([8]), layers.dense(2, { activation: (v) => ops.add(v, ops.constant(1, 'float32')) })], {
      seed: 1,
    });
    narrow.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    const found = await diagnose.curvature(
      narrow,
      x,
      x.map((row) => row.slice(0, 2)),
    );
    expect(found.precision).toBe('float32');
    expect(found.verdict).toBe('minimum');
  });
});

describe('lanczos', () => {
  const diagonal = Float64Array.from({ length: 500 }, (_, i) => Math.cos(i) * (i === 7 ? 5 : 1));
  const product = async (v: Float64Array) => v.map((value, i) => value * diagonal[i]);
  test('extremes of a matrix larger than the number of products', async () => {
    const found = await lanczos(500, product, { count: 1, iterations: 100, tolerance: 1e-3, random: randomStream(1, 'v') });
    expect(found.converged).toBe(true);
    expect(found.values[found.values.length - 1]).toBeCloseTo(Math.max(...diagonal), 10);
    // Its neighbours are close: it is known as well as was asked for.
    expect(Math.abs(found.values[0] - Math.min(...diagonal))).toBeLessThan(1e-3 * 5);
  });
  test('says so when it has not converged', async () => {
    const found = await lanczos(500, product, { count: 1, iterations: 3, tolerance: 1e-8, random: randomStream(1, 'v') });
    expect(found).toMatchObject({ converged: false, complete: false, products: 3 });
  });
  test('eigenvalues of a tridiagonal matrix in closed form', () => {
    const n = 30;
    const { values, last } = tridiagonalEigen(new Array(n).fill(2), new Array(n - 1).fill(-1));
    values.forEach((v, k) => {
      const angle = (Math.PI * (k + 1)) / (n + 1);
      expect(v).toBeCloseTo(2 - 2 * Math.cos(angle), 12);
      expect(Math.abs(last[k])).toBeCloseTo(Math.abs(Math.sqrt(2 / (n + 1)) * Math.sin(n * angle)), 12);
    });
    expect(tridiagonalEigen([3], [])).toEqual({ values: [3], last: [1] });
  });
});

describe('clear errors', () => {
  const model = sequential([layers.input([2]), layers.dense(1, { kernelInitializer: initializers.ones() })], { seed: 1 });
  const x = [[1, 2]];
  test('before compile', async () =>
    expect(diagnose.curvature(model, x, [[1]])).rejects.toMatchObject({
      code: 'ERR_NOT_COMPILED',
      message: 'diagnose.curvature: the model has no optimizer and loss yet; call model.compile() first',
    }));
  test('data that does not fit, options, values that are not finite', async () => {
    model.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await expect(diagnose.curvature(model, [[1, 2, 3]], [[1]])).rejects.toMatchObject({ code: 'ERR_SHAPE' });
    await expect(diagnose.curvature(model, x, [[1], [2]])).rejects.toMatchObject({ code: 'ERR_SHAPE' });
    await expect(diagnose.curvature(model, x, undefined as never)).rejects.toMatchObject({ code: 'ERR_VALUE' });
    await expect(diagnose.curvature(model, x, [[1]], { count: 0 })).rejects.toMatchObject({ code: 'ERR_OPTION' });
    await expect(diagnose.curvature(model, [[1, Number.NaN]], [[1]])).rejects.toMatchObject({ code: 'ERR_NON_FINITE' });
    const bare = sequential([layers.input([2]), layers.activation('tanh')]);
    bare.compile({ optimizer: 'sgd', loss: 'meanSquaredError' });
    await expect(diagnose.curvature(bare, x, x)).rejects.toMatchObject({
      message: 'diagnose.curvature: the model has no weights that training changes',
    });
  });
});
