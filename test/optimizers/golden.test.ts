/** Ten steps of PyTorch's optimizers in float64, from test/golden/make_optimizers.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { optimizerFrom, type optimizers } from '../../lib/optimizers/index.ts';
import { optimize, type Values } from '../support/optimize.ts';

interface Golden {
  readonly torch: string;
  readonly start: Values;
  readonly gradients: readonly Values[];
  readonly cases: readonly {
    readonly name: string;
    readonly optimizer: keyof typeof optimizers;
    readonly options: Readonly<Record<string, number | boolean | string>>;
    readonly learningRates: readonly number[];
    /** After each step. */
    readonly weights: readonly Values[];
    /** After the last step, by weight; null where ours holds another quantity. */
    readonly slots: Readonly<Record<string, Values>> | null;
  }[];
}
const golden = JSON.parse(readFileSync(new URL('../golden/optimizers.json', import.meta.url), 'utf8')) as Golden;

/** Relative: a few roundings per step, in another order than PyTorch's. */
const tolerance = 1e-13;

function agree(where: string, found: Values, wanted: Values): void {
  expect(Object.keys(found), where).toEqual(Object.keys(wanted));
  for (const [name, values] of Object.entries(wanted)) {
    expect(found[name].length, `${where}, ${name}`).toBe(values.length);
    values.forEach((v, i) => {
      const off = Math.abs(found[name][i] - v);
      expect(off, `${where}, ${name}[${i}]: ${found[name][i]} for ${v}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(v)));
    });
  }
}

describe(`PyTorch ${golden.torch}`, () => {
  test.each(golden.cases)('$name', ({ optimizer, options, learningRates, weights, slots }) => {
    const own = optimizerFrom({ kind: optimizer, options: { ...options, learningRate: (step: number) => learningRates[step] } });
    const states = optimize(own, golden.start, golden.gradients);
    expect(states.length).toBe(weights.length);
    states.forEach((state, step) => {
      agree(`step ${step}`, state.weights, weights[step]);
    });
    const last = states[states.length - 1].slots;
    for (const [name, wanted] of Object.entries(slots ?? {})) agree(`slots of ${name}`, last[name], wanted);
  });
});
