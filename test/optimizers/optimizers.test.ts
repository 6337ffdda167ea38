import { describe, expect, test } from 'vitest';
import { describe as description } from '../../lib/describe.ts';
import { relu } from '../../lib/ops/unary.ts';
import { type Optimizer, optimizerFrom, optimizers, resolveOptimizer } from '../../lib/optimizers/index.ts';
import { optimize } from '../support/optimize.ts';

const slotNames = (o: Optimizer) => Object.keys(o.slotsOf({ name: 'w', shape: [3] }));
const start = [1, -2, 0.5];
const gradients = [
  [0.5, -1, 2],
  [0.25, 3, -1],
  [-2, 0.125, 0],
  [1, 1, 1e-3],
];
const trained = (o: Optimizer, steps = gradients) =>
  optimize(
    o,
    { w: start },
    steps.map((g) => ({ w: g })),
  ).map((s) => s.weights.w);

/** The book's rules, a weight at a time: `rule` keeps what it needs in `memory`. */
type Rule = (w: number, g: number, memory: Record<string, number>, step: number) => number;
function expected(rule: Rule, steps = gradients): number[][] {
  const memories = start.map((): Record<string, number> => ({}));
  let w = start;
  return steps.map((g, step) => {
    w = w.map((v, i) => rule(v, g[i], memories[i], step));
    return w;
  });
}
const agree = (found: readonly (readonly number[])[], wanted: readonly (readonly number[])[]) => {
  found.flat().forEach((v, i) => expect(v).toBeCloseTo(wanted.flat()[i], 12));
  expect(found.flat().length).toBe(wanted.flat().length);
};
const decay = (step: number) => 0.1 / (1 + step);

describe('sgd', () => {
  test('plain', () =>
    agree(
      trained(optimizers.sgd({ learningRate: 0.1 })),
      expected((w, g) => w - 0.1 * g),
    ));
  test('a schedule is read at each step, from 0', () =>
    agree(
      trained(optimizers.sgd({ learningRate: decay })),
      expected((w, g, _, k) => w - decay(k) * g),
    ));
  const keras =
    (nesterov: boolean): Rule =>
    (w, g, m, k) => {
      m.v = 0.9 * (m.v ?? 0) - decay(k) * g;
      return nesterov ? w + 0.9 * m.v - decay(k) * g : w + m.v;
    };
  const pytorch =
    (nesterov: boolean, dampening: number): Rule =>
    (w, g, m, k) => {
      m.v = k === 0 ? g : 0.9 * m.v + (1 - dampening) * g;
      return w - decay(k) * (nesterov ? g + 0.9 * m.v : m.v);
    };
  test.each([false, true])('momentum, nesterov %s', (nesterov) =>
    agree(trained(optimizers.sgd({ learningRate: decay, momentum: 0.9, nesterov })), expected(keras(nesterov))),
  );
  test.each([
    [false, 0],
    [true, 0],
    [false, 0.4],
  ])('momentum as PyTorch has it, nesterov %s, dampening %s', (nesterov, dampening) =>
    agree(
      trained(optimizers.sgd({ learningRate: decay, momentum: 0.9, nesterov, dampening, style: 'pytorch' })),
      expected(pytorch(nesterov, dampening)),
    ),
  );
  test('average', () => {
    const rule: Rule = (w, g, m, k) => {
      m.v = 0.9 * (m.v ?? 0) + 0.1 * g;
      return w - decay(k) * m.v;
    };
    agree(trained(optimizers.sgd({ learningRate: decay, momentum: 0.9, average: true })), expected(rule));
  });
  test('average with nesterov', () => {
    const rule: Rule = (w, g, m, k) => {
      m.v = 0.9 * (m.v ?? 0) + 0.1 * g;
      return w - decay(k) * (0.9 * m.v + 0.1 * g);
    };
    agree(trained(optimizers.sgd({ learningRate: decay, momentum: 0.9, average: true, nesterov: true })), expected(rule));
  });
  test.each([false, true])('an average keeps the size of plain steps, nesterov %s', (nesterov) => {
    const o = optimizers.sgd({ learningRate: 1, momentum: 0.5, average: true, nesterov });
    const path = trained(o, new Array(60).fill([3, -2, 0.25]));
    path[59].forEach((v, i) => expect(path[58][i] - v).toBeCloseTo([3, -2, 0.25][i], 12));
  });
  test('nesterov stores the look-ahead point of the textbook', () => {
    // GBC algorithm 8.3 on f = w²/2, whose gradient at w is w: the optimizer holds θ + αv where the book holds θ.
    const [alpha, rate] = [0.9, 0.1];
    const optimizer = optimizers.sgd({ learningRate: rate, momentum: alpha, nesterov: true });
    const taken: { w: number[] }[] = [{ w: [1] }];
    let [theta, v] = [1, 0];
    for (let k = 0; k < 6; k++) {
      v = alpha * v - rate * (theta + alpha * v);
      theta += v;
      const [held] = optimize(optimizer, { w: [1] }, taken)[k].weights.w;
      expect(held).toBeCloseTo(theta + alpha * v, 12);
      taken.push({ w: [held] });
    }
  });
  test('slots only where they are needed', () => {
    expect(slotNames(optimizers.sgd())).toEqual([]);
    expect(slotNames(optimizers.sgd({ momentum: 0.9 }))).toEqual(['velocity']);
  });
});

describe('adam', () => {
  type Denominator = (r: number, correction: number, epsilon: number) => number;
  const usual: Denominator = (r, c, e) => Math.sqrt(r / c) + e;
  const rule =
    (denominator: Denominator, { b1 = 0.9, b2 = 0.999, epsilon = 1e-8, amsgrad = false } = {}): Rule =>
    (w, g, m, k) => {
      m.s = b1 * (m.s ?? 0) + (1 - b1) * g;
      m.r = b2 * (m.r ?? 0) + (1 - b2) * g * g;
      m.top = Math.max(m.top ?? 0, m.r);
      const r = amsgrad ? m.top : m.r;
      return w - (decay(k) * m.s) / (1 - b1 ** (k + 1)) / denominator(r, 1 - b2 ** (k + 1), epsilon);
    };
  const learningRate = decay;
  test('as the book has it', () => agree(trained(optimizers.adam({ learningRate })), expected(rule(usual))));
  test('the first step is the learning rate in size', () =>
    trained(optimizers.adam({ learningRate: 0.1 }), [[5, -0.3, 1e3]])[0].forEach((v, i) => expect(v).toBeCloseTo([0.9, -1.9, 0.4][i], 7)));
  test('other decays', () =>
    agree(trained(optimizers.adam({ learningRate, beta1: 0.5, beta2: 0.9 })), expected(rule(usual, { b1: 0.5, b2: 0.9 }))));
  test('epsilon outside, inside and of Keras', () => {
    const epsilon = 0.1;
    agree(trained(optimizers.adam({ learningRate, epsilon })), expected(rule(usual, { epsilon })));
    agree(
      trained(optimizers.adam({ learningRate, epsilon, epsilonInside: true })),
      expected(rule((r, c, e) => Math.sqrt(r / c + e), { epsilon })),
    );
    agree(
      trained(optimizers.adam({ learningRate, epsilon, epsilonHat: true })),
      expected(rule((r, c, e) => (Math.sqrt(r) + e) / Math.sqrt(c), { epsilon })),
    );
  });
  test('amsgrad holds the largest mean square', () => {
    const o = optimizers.adam({ learningRate, beta2: 0.5, amsgrad: true });
    expect(slotNames(o)).toEqual(['mean', 'square', 'largest']);
    agree(trained(o), expected(rule(usual, { b2: 0.5, amsgrad: true })));
  });
  test('adamw decays beside the step, by 0.01 unless told', () => {
    const adam = rule(usual);
    const decayed =
      (amount: number): Rule =>
      (w, g, m, k) =>
        adam(w, g, m, k) - decay(k) * amount * w;
    agree(trained(optimizers.adamw({ learningRate })), expected(decayed(0.01)));
    agree(trained(optimizers.adamw({ learningRate, weightDecay: undefined })), expected(decayed(0.01)));
    agree(trained(optimizers.adamw({ learningRate, weightDecay: 0.2 })), expected(decayed(0.2)));
  });
  test('corrections stay exact late in training', () => {
    const o = optimizers.adam();
    expect(o.tabulate(0).meanCorrection).toBeCloseTo(10, 12);
    expect(o.tabulate(1e6)).toMatchObject({ meanCorrection: 1, rootCorrection: 1 });
  });
});

describe('around every rule', () => {
  const one = (options: Parameters<typeof optimizers.sgd>[0], g: Record<string, number[]>, projections = {}) => {
    const weights = Object.fromEntries(Object.entries(g).map(([n, v]) => [n, v.map(() => 1)]));
    return optimize(optimizers.sgd({ learningRate: 1, ...options }), weights, [g], projections)[0].weights;
  };
  const near = (found: Record<string, readonly number[]>, wanted: Record<string, number[]>) => {
    expect(Object.keys(found)).toEqual(Object.keys(wanted));
    for (const [name, v] of Object.entries(wanted)) v.forEach((x, i) => expect(found[name][i]).toBeCloseTo(x, 6));
  };
  test('clipValue', () => near(one({ clipValue: 0.5 }, { a: [3, -4, 0.25] }), { a: [0.5, 1.5, 0.75] }));
  test('clipNorm is per tensor, and leaves short gradients alone', () =>
    near(one({ clipNorm: 1 }, { a: [3, 4], b: [0.3, 0.4] }), { a: [0.4, 0.2], b: [0.7, 0.6] }));
  test('globalClipNorm is over all', () => near(one({ globalClipNorm: 6.5 }, { a: [3, 4], b: [12] }), { a: [-0.5, -1], b: [-5] }));
  test('a gradient of 0 stays 0 under all of them', () =>
    expect(one({ clipValue: 1, clipNorm: 1, globalClipNorm: 1 }, { a: [0, 0] })).toEqual({ a: [1, 1] }));
  test('order: clipValue, clipNorm, globalClipNorm', () => {
    // [3, 8] -> [3, 4] -> norm 2.5: [1.5, 2] -> norm 1.25: [0.75, 1]
    near(one({ clipValue: 4, clipNorm: 2.5, globalClipNorm: 1.25 }, { a: [3, 8] }), { a: [0.25, 0] });
  });
  test('decay is by the old weight and the learning rate', () =>
    near(one({ learningRate: 0.5, weightDecay: 0.1 }, { a: [2] }), { a: [1 - 0.5 * 2 - 0.5 * 0.1] }));
  test('projection comes last', () => near(one({ weightDecay: 0.5 }, { a: [2, -1], b: [2] }, { a: relu }), { a: [0, 1.5], b: [-1.5] }));
  test('every number is a scalar of the plan', () => {
    const o = optimizers.adamw({
      learningRate: decay,
      clipValue: 1,
      clipNorm: 2,
      globalClipNorm: 3,
      weightDecay: 0.4,
      beta1: 0.8,
      beta2: 0.7,
      epsilon: 0.6,
    });
    expect(o.tabulate(1)).toMatchObject({
      learningRate: 0.05,
      clipValue: 1,
      clipNorm: 2,
      globalClipNorm: 3,
      weightDecay: 0.4,
      beta1: 0.8,
      beta2: 0.7,
      epsilon: 0.6,
    });
  });
});

describe('options', () => {
  test.each([
    [
      () => optimizers.sgd({ learningRate: -1 }),
      'optimizers.sgd: expected a number in [0, inf) or a schedule or a function for learningRate, got -1 (number)',
    ],
    [() => optimizers.sgd({ momentum: 1 }), 'optimizers.sgd: expected a number in [0, 1) for momentum, got 1 (number)'],
    [() => optimizers.sgd({ nesterov: true }), 'optimizers.sgd: expected a momentum above 0 with nesterov, got 0'],
    [() => optimizers.sgd({ average: true }), 'optimizers.sgd: expected a momentum above 0 with average, got 0'],
    [
      () => optimizers.sgd({ momentum: 0.9, dampening: 0.1 }),
      "optimizers.sgd: expected dampening only with style 'pytorch' and without average",
    ],
    [
      () => optimizers.sgd({ momentum: 0.9, dampening: 0.1, style: 'pytorch', nesterov: true }),
      'optimizers.sgd: expected no dampening with nesterov, got 0.1',
    ],
    [() => optimizers.sgd({ style: 'tf' as never }), "optimizers.sgd: expected one of 'keras', 'pytorch' for style, got 'tf' (string)"],
    [() => optimizers.adam({ beta2: 1 }), 'optimizers.adam: expected a number in [0, 1) for beta2, got 1 (number)'],
    [() => optimizers.adam({ epsilon: 0 }), 'optimizers.adam: expected a number in (0, inf) for epsilon, got 0 (number)'],
    [() => optimizers.adam({ epsilonInside: true, epsilonHat: true }), 'optimizers.adam: expected epsilonInside or epsilonHat, got both'],
    [() => optimizers.adam({ clipNorm: 0 }), 'optimizers.adam: expected a number in (0, inf) for clipNorm, got 0 (number)'],
    [() => optimizers.adamw(0.1 as never), 'optimizers.adam: expected an options object, got 0.1 (number)'],
  ])('%s', (make, message) => expect(make).toThrow(expect.objectContaining({ code: 'ERR_OPTION', message })));
  test('misspelt names are suggested', () =>
    expect(() => optimizers.adam({ learning_rate: 1 } as never)).toThrow(
      /^optimizers\.adam: unknown option 'learning_rate'\. Did you mean 'learningRate'\?/,
    ));
  test('undefined is as good as left out', () => expect(optimizers.adam({ learningRate: undefined }).tabulate(0).learningRate).toBe(1e-3));
  test('a schedule that gives no number', () =>
    expect(() => optimizers.sgd({ learningRate: () => Number.NaN }).tabulate(3)).toThrow(
      'optimizers.sgd: expected the schedule to give a finite number of 0 or more, got NaN (number) for step 3',
    ));
});

describe('resolve', () => {
  test('by name and item', () => {
    expect(resolveOptimizer('compile', 'adamw').tabulate(0).weightDecay).toBe(0.01);
    const item = optimizers.sgd();
    expect(resolveOptimizer('compile', item)).toBe(item);
  });
  test('unknown ones', () => {
    expect(() => resolveOptimizer('compile', 'adm')).toThrow(
      /^compile: no optimizer is called 'adm'\. Did you mean 'adam'\? Known: sgd, adagrad, adadelta, rmsprop, rprop, adam, adamw, adamax, nadam, radam, lion, muon, scheduleFree$/,
    );
    expect(() => resolveOptimizer('compile', 'ema')).toThrow(
      /^compile: no optimizer is called 'ema'\. It goes around one: optimizers\.ema\(optimizers\.adam\(\), \.\.\.\)\. Known: sgd/,
    );
    expect(() => resolveOptimizer('compile', undefined as never)).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
    for (const [kind, options] of [
      ['x', {}],
      ['ema', {}],
      ['ema', { optimizer: { kind: 'x', options: {} } }],
    ] as const)
      expect(() => optimizerFrom({ kind, options })).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' }));
  });
  test.each([
    optimizers.sgd({ momentum: 0.5, style: 'pytorch', dampening: 0.1 }),
    optimizers.adamw({ amsgrad: true, clipValue: 0.3 }),
    optimizers.adam({ epsilonHat: true, weightDecay: 0 }),
  ])('$kind comes back from its description', (item) => {
    const again = optimizerFrom(JSON.parse(JSON.stringify(description(item))));
    expect(again.tabulate(7)).toEqual(item.tabulate(7));
    expect(trained(again)).toEqual(trained(item));
  });
});
