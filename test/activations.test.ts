import { describe, expect, test } from 'vitest';
import { type Activation, activationFrom, activations, resolveActivation } from '../lib/activations.ts';
import { checkGradients } from '../lib/autodiff/check-gradients.ts';
import { describe as description } from '../lib/describe.ts';
import { square } from '../lib/ops/unary.ts';
import { slope, value } from './support/reference-values.ts';

const points = [-4, -1.3, -0.2, 0.4, 1, 3.5];
const apply = (a: Activation, x: number[] = points) => value([x], (t) => a.apply(t)) as number[];
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
// Abramowitz and Stegun's series of erf.
const erf = (x: number) => {
  let term = x;
  let sum = x;
  for (let n = 1; n < 80; n++) {
    term *= -(x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
};
const tanhGelu = (x: number) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));

const formulas: [string, Activation, (x: number) => number][] = [
  ['linear', activations.linear(), (x) => x],
  ['relu', activations.relu(), (x) => Math.max(0, x)],
  ['leakyRelu', activations.leakyRelu(), (x) => (x > 0 ? x : 0.01 * x)],
  ['leakyRelu 0.2', activations.leakyRelu({ slope: 0.2 }), (x) => (x > 0 ? x : 0.2 * x)],
  ['elu', activations.elu(), (x) => (x > 0 ? x : Math.expm1(x))],
  ['elu 0.5', activations.elu({ alpha: 0.5 }), (x) => (x > 0 ? x : 0.5 * Math.expm1(x))],
  ['selu', activations.selu(), (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x))],
  ['gelu', activations.gelu(), (x) => 0.5 * x * (1 + erf(x / Math.SQRT2))],
  ['gelu approximate', activations.gelu({ approximate: true }), tanhGelu],
  ['silu', activations.silu(), (x) => x * sigmoid(x)],
  ['sigmoid', activations.sigmoid(), sigmoid],
  ['tanh', activations.tanh(), Math.tanh],
  ['softplus', activations.softplus(), (x) => Math.log1p(Math.exp(x))],
  ['softsign', activations.softsign(), (x) => x / (1 + Math.abs(x))],
  ['hardSigmoid', activations.hardSigmoid(), (x) => Math.min(1, Math.max(0, x / 6 + 0.5))],
  ['mish', activations.mish(), (x) => x * Math.tanh(Math.log1p(Math.exp(x)))],
];

describe('formulas', () => {
  test.each(formulas)('%s', (_, item, formula) => apply(item).forEach((v, i) => expect(v).toBeCloseTo(formula(points[i]), 7)));
  test('softmax', () => {
    const total = points.reduce((a, x) => a + Math.exp(x), 0);
    apply(activations.softmax()).forEach((v, i) => expect(v).toBeCloseTo(Math.exp(points[i]) / total, 12));
  });
  test('selu keeps mean 0 and variance 1 of a normal', () => {
    const grid = Array.from({ length: 4001 }, (_, i) => (i - 2000) / 250);
    const density = grid.map((x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI) / 250);
    const y = apply(activations.selu(), grid);
    expect(y.reduce((a, v, i) => a + v * density[i], 0)).toBeCloseTo(0, 3);
    expect(y.reduce((a, v, i) => a + v * v * density[i], 0)).toBeCloseTo(1, 3);
  });
});

describe('derivatives', () => {
  test.each(formulas)('%s to the second order', (_, item) => {
    const check = checkGradients((x) => item.apply(x), [Float64Array.from(points)], { order: 2 });
    expect(check.ok, JSON.stringify(check)).toBe(true);
  });
  test.each(formulas)('%s is finite far out', (_, item) => {
    const far = [-1e3, 1e3];
    expect([...apply(item, far), ...(slope([far], (t) => item.apply(t)) as number[])].every(Number.isFinite)).toBe(true);
  });
});

describe('resolve', () => {
  test('by name, item and function', () => {
    expect(resolveActivation('dense', 'mish').kind).toBe('mish');
    const item = activations.elu();
    expect(resolveActivation('dense', item)).toBe(item);
    expect(
      apply(
        resolveActivation('dense', (x) => square(x)),
        [3],
      ),
    ).toEqual([9]);
    expect(() => apply(resolveActivation('dense', () => 1 as never))).toThrow(
      /^dense: expected the activation function to return a Tensor, got 1/,
    );
  });
  test('unknown names', () => {
    expect(() => resolveActivation('dense', 'rleu')).toThrow(
      /^dense: no activation is called 'rleu'\. Did you mean '\w+'\? Known: linear, relu/,
    );
    expect(() => resolveActivation('dense', 'prelu')).toThrow(/use layers\.prelu\(\)/);
    expect(() => resolveActivation('dense', 'constructor')).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
    expect(() => resolveActivation('dense', 1 as never)).toThrow(expect.objectContaining({ code: 'ERR_OPTION' }));
  });
  test('options', () => {
    expect(() => activations.leakyRelu({ slope: -1 })).toThrow(
      'activations.leakyRelu: expected a number in [0, inf) for slope, got -1 (number)',
    );
    expect(() => activations.elu({ alpha: -1 })).toThrow('activations.elu: expected a number in [0, inf) for alpha, got -1 (number)');
    expect(() => activations.gelu({ approximate: 'yes' } as never)).toThrow(/expected true or false for approximate/);
    expect(() => activations.relu({ max: 6 } as never)).toThrow("activations.relu: unknown option 'max'");
  });
});

test.each(formulas)('%s comes back from its description', (_, item) => {
  expect(apply(activationFrom(JSON.parse(JSON.stringify(description(item)))))).toEqual(apply(item));
  expect(() => activationFrom({ kind: 'nothing', options: {} })).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' }));
});
