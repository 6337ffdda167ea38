import { describe, expect, test } from 'vitest';
import { type Activation, activationFrom, activations, resolveActivation } from '../lib/activations.ts';
import { checkGradients } from '../lib/autodiff/check-gradients.ts';
import { describe as describeItem } from '../lib/describe.ts';
import { ndarray } from '../lib/tensor/ndarray.ts';
import { Graph, tracing } from '../lib/tensor/tensor.ts';
import { mul } from '../lib/ops/binary.ts';
import { runOnWeight } from './support/weight-run.ts';

const at = (a: Activation, ...x: number[]): number[] => runOnWeight((t) => a.apply(t), ndarray(Float64Array.from(x))).values;

/** Values at -3, -1, 0 and 1, from the published formulas in 40-digit decimal arithmetic. */
const table: Record<string, [Activation, number[]]> = {
  linear: [activations.linear(), [-3, -1, 0, 1]],
  relu: [activations.relu(), [0, 0, 0, 1]],
  leakyRelu: [activations.leakyRelu(), [-0.03, -0.01, 0, 1]],
  'leakyRelu 0.2': [activations.leakyRelu({ slope: 0.2 }), [-0.6, -0.2, 0, 1]],
  elu: [activations.elu(), [-0.950212931632136, -0.632120558828558, 0, 1]],
  'elu 2': [activations.elu({ alpha: 2 }), [-1.900425863264272, -1.264241117657115, 0, 1]],
  selu: [activations.selu(), [-1.670568728767112, -1.111330737812563, 0, 1.0507009873554805]],
  gelu: [activations.gelu(), [-0.00404969409489031, -0.158655253931457, 0, 0.841344746068543]],
  'gelu approximate': [activations.gelu({ approximate: true }), [-0.00363739208177051, -0.158808009391723, 0, 0.841191990608277]],
  silu: [activations.silu(), [-0.142277619532700, -0.268941421369995, 0, 0.731058578630005]],
  sigmoid: [activations.sigmoid(), [0.0474258731775668, 0.268941421369995, 0.5, 0.731058578630005]],
  tanh: [activations.tanh(), [-0.995054753686730, -0.761594155955765, 0, 0.761594155955765]],
  softplus: [activations.softplus(), [0.0485873515737421, 0.313261687518223, Math.LN2, 1.313261687518223]],
  softsign: [activations.softsign(), [-0.75, -0.5, 0, 0.5]],
  softmax: [activations.softmax(), [0.012037642711939, 0.088946817297404, 0.241782517158801, 0.657233022831855]],
  hardSigmoid: [activations.hardSigmoid(), [0, 1 / 3, 0.5, 2 / 3]],
  mish: [activations.mish(), [-0.145647461275625, -0.303401461374109, 0, 0.86509838826731]],
};

describe('values and derivatives', () => {
  for (const [name, [activation, expected]] of Object.entries(table)) {
    test(name, () => {
      at(activation, -3, -1, 0, 1).forEach((v, i) => expect(v).toBeCloseTo(expected[i], 12));
    });
    test(`${name}: derivatives agree with differences`, () => {
      const points = ndarray([-4.1, -1.3, -0.2, 0.3, 0.9, 2.2]);
      const result = checkGradients((x) => activation.apply(x), [points], { order: 2 });
      expect(result.ok, JSON.stringify(result)).toBe(true);
    });
    test(`${name}: finite far from 0, with a finite derivative`, () => {
      for (const v of at(activation, -1000, 1000)) expect(Number.isFinite(v)).toBe(true);
      const result = checkGradients((x) => activation.apply(x), [ndarray(Float64Array.of(-900, 900))], { tolerance: 1e-4 });
      expect(result.ok, JSON.stringify(result)).toBe(true);
    });
    test(`${name}: NaN stays NaN`, () => expect(at(activation, Number.NaN)[0]).toBeNaN());
  }
  test('every activation is in the table', () => {
    const kinds = new Set(Object.values(table).map(([a]) => a.kind));
    expect([...kinds].sort()).toEqual(Object.keys(activations).sort());
  });
  test('softmax acts on the last axis', () => {
    const { values } = runOnWeight((x) => activations.softmax().apply(x), ndarray([[1, 1], [0, Math.log(3)]], undefined, { dtype: 'float64' }));
    [0.5, 0.5, 0.25, 0.75].forEach((v, i) => expect(values[i]).toBeCloseTo(v, 14));
  });
});

describe('names and options', () => {
  test('a description makes the same activation', () => {
    for (const [activation] of Object.values(table)) {
      const again = activationFrom(JSON.parse(JSON.stringify(describeItem(activation))));
      expect(again.options).toEqual(activation.options);
      expect(at(again, -3, -1, 0, 1)).toEqual(at(activation, -3, -1, 0, 1));
    }
    expect(() => activationFrom({ kind: 'toString', options: {} })).toThrow(expect.objectContaining({ code: 'ERR_FORMAT' }));
  });
  test('names resolve; unknown ones suggest', () => {
    for (const name of Object.keys(activations)) expect(resolveActivation('dense', name).kind).toBe(name);
    expect(() => resolveActivation('dense', 'rellu')).toThrow(/^dense: no activation is called 'rellu'\. Did you mean 'relu'\? Known: linear, relu, /);
    expect(() => resolveActivation('dense', 'constructor')).toThrow(/no activation is called 'constructor'/);
    expect(() => resolveActivation('dense', 'prelu')).toThrow(/use layers\.prelu\(\)/);
    expect(() => resolveActivation('dense', 3 as never)).toThrow('dense: expected an activation, the name of one, or a function of a Tensor, got 3 (number)');
  });
  test('functions are taken, and must return a Tensor', () => {
    const doubled = resolveActivation('dense', (x) => mul(x, 2));
    expect(at(doubled, -1, 4)).toEqual([-2, 8]);
    const wrong = resolveActivation('dense: activation', (() => 5) as never);
    const graph = new Graph();
    const x = graph.input('x', { shape: [1], dtype: 'float32' });
    expect(() => tracing(graph, () => wrong.apply(x))).toThrow('dense: activation: expected the activation function to return a Tensor, got 5 (number)');
  });
  test('options are checked', () => {
    expect(() => activations.leakyRelu({ slope: -0.1 })).toThrow('activations.leakyRelu: expected a number in [0, inf) for slope, got -0.1 (number)');
    expect(() => activations.elu({ alpha: Number.NaN })).toThrow(/activations\.elu: expected a number in \[0, inf\) for alpha/);
    expect(() => activations.gelu({ aproximate: true } as never)).toThrow(/unknown option 'aproximate'\. Did you mean 'approximate'\?/);
    expect(() => activations.relu({ max: 6 } as never)).toThrow("activations.relu: unknown option 'max'. Known options: none");
  });
});
