/** Models of one recipe have one step each for training, evaluation and prediction; what only a trace can tell has none. */
import { describe, expect, test, vi } from 'vitest';
import { signatureOf } from '../../lib/compiler/signature.ts';
import {
  activations,
  type CompileOptions,
  constraints,
  initializers,
  type Layer,
  layers,
  losses,
  metrics,
  type Model,
  optimizers,
  ops,
  regularizers,
  sequential,
  type Tensor,
} from '../../lib/index.ts';
import { recipeOf } from '../../lib/models/recipe.ts';
import * as steps from '../../lib/models/steps.ts';
import type { Optimizer } from '../../lib/optimizers/define.ts';
import { optimizerFrom } from '../../lib/optimizers/index.ts';
import type { Regularizer } from '../../lib/regularizers/define.ts';
import { fitTogether } from '../../lib/models/population.ts';
import type { TracedStep } from '../../lib/runtime/program.ts';
import { digits, weightsOf } from '../support/model.ts';

const columns = { x: ['float32' as const], y: [{ shape: [], dtype: 'int32' as const, weighted: false }] };

interface Variant {
  readonly hidden?: readonly Layer[];
  readonly kernelRegularizer?: Regularizer;
  readonly compile?: Partial<CompileOptions>;
  readonly seed?: number;
}

function make({ hidden = [], compile = {}, seed = 1, kernelRegularizer }: Variant): Model {
  const dense = layers.dense(5, { activation: 'tanh', ...(kernelRegularizer ? { kernelRegularizer } : {}) });
  const model = sequential([layers.input([6]), dense, ...hidden, layers.dense(3, { activation: 'softmax' })], { seed });
  model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy', ...compile });
  return model;
}

const recipe = (model: Model) => recipeOf(model.engine.requireCompiled('test'));

/** All that its steps are, for two numbers of rows. */
function signature(model: Model): string {
  const compiled = model.engine.requireCompiled('test');
  return [4, 7]
    .flatMap((rows) => [steps.traceTrain, steps.traceEvaluate].map((trace) => trace(compiled, rows, columns, () => {})))
    .map(({ computation, scalarNames }) => `${scalarNames}\n${signatureOf(computation)}`)
    .join('\n\n');
}

/** An optimizer, and the same with each of its numbers halved, and with each 0 where it may be. */
function numbersOf(optimizer: Optimizer): Optimizer[] {
  const others = Object.keys(optimizer.options).flatMap((name) => {
    const value = optimizer.options[name];
    if (typeof value !== 'number') return [];
    return [value / 2, 0].flatMap((number) => {
      try {
        return [optimizerFrom({ kind: optimizer.kind, options: { ...optimizer.options, [name]: number } })];
      } catch {
        return [];
      }
    });
  });
  return [optimizer, ...others];
}

const rules = [
  'sgd',
  'adam',
  'adamw',
  'nadam',
  'radam',
  'adamax',
  'adagrad',
  'adadelta',
  'rmsprop',
  'rprop',
  'lion',
  'muon',
  'scheduleFree',
] as const;
const everyOptimizer: Optimizer[] = [
  ...rules.flatMap((name) => numbersOf(optimizers[name]())),
  ...numbersOf(optimizers.sgd({ momentum: 0.9, weightDecay: 0.1, clipNorm: 1, clipValue: 2, globalClipNorm: 3, adaptiveClip: 0.1 })),
  ...[0.1, 0.2].map((beta1) => optimizers.adam({ amsgrad: true, beta1 })),
  ...[0.9, 0.99].map((decay) => optimizers.ema('adam', { decay })),
  ...[0.05, 0.1].map((rho) => optimizers.sam('sgd', { rho })),
  ...[3, 5].map((steps) => optimizers.lookahead('sgd', { steps })),
  ...[3, 5].map((start) => optimizers.swa('sgd', { start })),
];
const someRegularizers = [
  ...[0, 0.1, 0.2].flatMap((s) => [regularizers.l1(s), regularizers.l2(s), regularizers.orthogonal(s)]),
  ...[0.1, 0.2].map((s) => regularizers.l1(s, { proximal: true })),
  ...[0, 0.1, 0.2].flatMap((l1) => [0, 0.1, 0.2].map((l2) => regularizers.elasticNet({ l1, l2 }))),
  ...[0.1, 0.2].map((alpha) => regularizers.elasticNet({ lambda: 1, alpha, proximal: true })),
];
const dense = (options: Parameters<typeof layers.dense>[1]) => [layers.dense(4, options)];
const variants: Variant[] = [
  {},
  { seed: 2 },
  ...everyOptimizer.map((optimizer) => ({ compile: { optimizer } })),
  { compile: { optimizer: optimizers.adam({ learningRate: (step) => 1 / (step + 1) }) } },
  { compile: { optimizer: optimizers.adam({ groups: { 'dense/*': { learningRateMultiplier: 0.1 } } }) } },
  { compile: { optimizer: optimizers.adam({ groups: { 'dense/*': { frozen: true } } }) } },
  ...someRegularizers.map((kernelRegularizer) => ({ kernelRegularizer })),
  ...someRegularizers.map((kernelRegularizer) => ({ compile: { kernelRegularizer, optimizer: 'sgd' as const } })),
  ...[2, 3].map((max) => ({ hidden: dense({ kernelConstraint: constraints.maxNorm(max) }) })),
  ...[constraints.unitNorm(), constraints.nonNegative(), constraints.l1Ball(2), constraints.l2Ball(2)].map((kernelConstraint) => ({
    hidden: dense({ kernelConstraint }),
  })),
  ...[0.01, 0.3].map((slope) => ({ hidden: dense({ activation: activations.leakyRelu({ slope }) }) })),
  ...(['relu', 'gelu', 'sigmoid'] as const).map((activation) => ({ hidden: dense({ activation }) })),
  ...[0.1, 0.2].flatMap((p) => [
    { hidden: [layers.dropout(p)] },
    { hidden: [layers.gaussianNoise(p)] },
    { hidden: dense({ dropConnect: p }) },
    { hidden: dense({ weightNoise: { stddev: p } }) },
    { hidden: [layers.batchNormalization({ momentum: p })] },
  ]),
  ...[0.1, 0.2].flatMap((n) => [
    { hidden: dense({ activation: 'sigmoid', activityRegularizer: regularizers.klSparsity({ lambda: n, rate: n }) }) },
    { hidden: dense({ activityRegularizer: regularizers.l1(n) }) },
    { hidden: [layers.dense(5, { biasRegularizer: regularizers.tie('dense', n) })] },
  ]),
  ...[1, 2].map((scale) => ({ hidden: [layers.rescaling({ scale })] })),
  { hidden: dense({ useBias: false }) },
  { hidden: [layers.dense(4, { name: 'middle' })] },
  { hidden: dense({ kernelInitializer: initializers.heNormal() }) },
  ...[0, 0.1, 0.2].map((labelSmoothing) => ({ compile: { loss: losses.sparseCategoricalCrossentropy({ labelSmoothing }) } })),
  { compile: { loss: losses.sparseCategoricalCrossentropy({ labelSmoothing: 0.1, smoothing: 'uniform' }) } },
  ...[1, 2].map((k) => ({ compile: { metrics: ['accuracy', metrics.topKAccuracy({ k })] } })),
  { compile: { precision: 'bfloat16' } },
];

test('equal recipes are equal steps', () => {
  const known = new Map<string, { signature: string; count: number }>();
  for (const variant of variants) {
    const model = make(variant);
    const text = recipe(model);
    expect(text).toBeTypeOf('string');
    const found = known.get(text as string) ?? { signature: signature(model), count: 0 };
    expect(signature(model)).toBe(found.signature);
    known.set(text as string, { ...found, count: found.count + 1 });
  }
  // Numbers of optimizers and penalties, learning rates and seeds make none of their own.
  expect(known.size).toBeLessThan(0.75 * variants.length);
  expect(known.get(recipe(make({})) as string)?.count).toBeGreaterThan(4);
});

describe('what has no recipe', () => {
  const scaled = (k: number): Layer => ({ kind: 'scaled', options: {}, call: (x) => ops.mul(x, k) });
  const twice = (x: Tensor) => ops.mul(x, 2);
  const mean = (y: Tensor, p: Tensor) => ops.mul(ops.sum(p, -1), ops.cast(y, 'float32'));
  test.each<[string, Variant]>([
    ['a layer of the user’s own', { hidden: [scaled(2)] }],
    ['a layer of this package with another call', { hidden: [{ ...layers.dense(4), call: twice }] }],
    ['an activation', { hidden: dense({ activation: twice }) }],
    ['a penalty', { hidden: dense({ kernelRegularizer: (w: Tensor) => ops.sum(ops.square(w)) }) }],
    ['a changed penalty', { kernelRegularizer: { ...regularizers.l2(1), penalty: (w) => ops.sum(w) } }],
    ['a constraint', { hidden: dense({ kernelConstraint: { kind: 'mine', options: {}, project: twice } }) }],
    ['a loss', { compile: { loss: mean } }],
    ['a metric', { compile: { metrics: [mean] } }],
    ['an optimizer', { compile: { optimizer: { ...optimizers.sgd() } } }],
    ['an optimizer around it', { compile: { optimizer: optimizers.ema({ ...optimizers.sgd() }) } }],
  ])('%s', (_, variant) => expect(recipe(make(variant))).toBeUndefined());

  test('members that differ in a function alone are trained as what they are', async () => {
    const data = digits(60);
    const own = (i: number) => {
      const model = sequential([layers.input([64]), layers.dense(6), scaled(i + 1), layers.dense(10, { activation: 'softmax' })], {
        seed: 1,
      });
      model.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
      return model;
    };
    const members = [0, 1, 2].map((i) => ({ model: own(i) }));
    await fitTogether(members, data, { epochs: 2 });
    for (const [i, { model }] of members.entries()) {
      const alone = own(i);
      await alone.fit(data, { epochs: 2, verbose: false });
      expect(weightsOf(model)).toEqual(weightsOf(alone));
    }
  });
});

test('items of this package and their options cannot be changed', () => {
  const items = [
    layers.dense(3),
    optimizers.adam(),
    regularizers.l2(1),
    losses.huber(),
    metrics.accuracy(),
    activations.elu(),
    constraints.maxNorm(1),
  ];
  for (const item of items) expect([Object.isFrozen(item), Object.isFrozen(item.options)]).toEqual([true, true]);
});

test('one trace for members that differ in numbers, and their numbers are their own', async () => {
  const data = digits(100);
  const own = (i: number) => {
    const model = sequential(
      [layers.input([64]), layers.dense(6, { kernelRegularizer: regularizers.l2(0.01 * (i + 1)) }), layers.dense(10)],
      {
        seed: i,
      },
    );
    const loss = losses.sparseCategoricalCrossentropy({ fromLogits: true });
    model.compile({ optimizer: optimizers.adam({ learningRate: 0.001 * (i + 1), beta1: 0.5 + 0.1 * i }), loss, metrics: ['accuracy'] });
    return model;
  };
  const members = [0, 1, 2, 3].map((i) => ({ model: own(i), evaluations: [{}] }));
  const first = members[0].model;
  await first.fit(data, { batchSize: 30, verbose: false });
  await first.evaluate(data);
  const traced = vi.fn();
  const counted =
    (trace: (rows: number) => TracedStep) =>
    (n: number): TracedStep => {
      traced();
      return trace(n);
    };
  const { load } = first.engine.program;
  const rest = members.slice(1);
  for (const { model } of rest) {
    const { program } = model.engine;
    program.load = (kind, rows, trace, partial, recipe) => load.call(program, kind, rows, counted(trace), partial, recipe);
  }
  const outcomes = await fitTogether(rest, data, { batchSize: 30 });
  expect(traced).not.toHaveBeenCalled();
  for (const [k, { model }] of rest.entries()) {
    const alone = own(k + 1);
    await alone.fit(data, { batchSize: 30, verbose: false });
    expect(weightsOf(model)).toEqual(weightsOf(alone));
    expect(model.getHyperparameters()).toEqual(alone.getHyperparameters());
    expect(outcomes[k].error ?? outcomes[k].evaluations).toEqual([await alone.evaluate(data)]);
  }
});
