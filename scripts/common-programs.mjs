/** The elementwise programs of steps that many users train: every optimizer with the options around it, every activation, the usual losses. Needs dist/. */
import * as packaged from '../dist/index.js';
import { programsOf } from './ew-loops.mjs';
import { layerStep } from './layer-step.mjs';
import { evaluatePlan, library, predictPlan, trainPlan } from './model-plans.mjs';
import { ruleStep } from './rule-step.mjs';

const { constraints, layers, optimizers, regularizers, sequential } = library;
const labels = { shape: [], dtype: 'int32', weighted: false };

function stepsOf(model, options) {
  model.compile(options);
  const sparse = options.loss === 'sparseCategoricalCrossentropy';
  const y = sparse ? labels : { shape: [3], dtype: 'float32', weighted: false };
  const columns = { x: ['float32'], y: [y] };
  const { engine } = model;
  const plans = [trainPlan(engine, 32, columns, false), evaluatePlan(engine, 32, columns), predictPlan(engine, 32, [{ dtype: 'float32' }])];
  return plans.flatMap((l) => programsOf(l.plan));
}
/** A rule over a gradient that lies in memory, as steps of one's own have it. */
function ruleOf(kind, options) {
  const zeros = () => packaged.ndarray(new Float32Array(640), [640]);
  return programsOf(ruleStep(packaged.optimizers[kind](options), { shape: [640], weight: zeros, gradient: zeros }).plan);
}
const network = (options, extra = []) =>
  sequential(
    [
      layers.input([20]),
      layers.dense(24, options),
      ...extra,
      layers.dense(24, options),
      layers.dense(3, { ...options, activation: 'softmax' }),
    ],
    { seed: 1 },
  );

const wrappers = ['lookahead', 'ema', 'swa', 'sam'];
/** Every rule with its defaults, and with the options that change its arithmetic. */
const rules = [
  ...Object.keys(optimizers)
    .filter((kind) => !wrappers.includes(kind))
    .map((kind) => [kind, {}]),
  ['sgd', { momentum: 0.9 }],
  ['sgd', { momentum: 0.9, nesterov: true }],
  ['sgd', { momentum: 0.9, style: 'pytorch' }],
  ['sgd', { momentum: 0.9, style: 'pytorch', nesterov: true }],
  ['sgd', { momentum: 0.9, average: true }],
  ['adam', { amsgrad: true }],
  ['adam', { epsilonInside: true }],
  ['adam', { epsilonHat: true }],
  ['adagrad', { epsilonInside: true }],
  ['rmsprop', { epsilonInside: true }],
  ['rmsprop', { centered: true }],
  ['rmsprop', { momentum: 0.9 }],
  ['rmsprop', { centered: true, momentum: 0.9 }],
  ['scheduleFree', { base: 'sgd' }],
];
/** Wrappers around the optimizers that they are most used with. */
const wrapped = [
  () => optimizers.ema(optimizers.sgd({ momentum: 0.9 })),
  () => optimizers.ema(optimizers.adam()),
  () => optimizers.ema(optimizers.adamw()),
  () => optimizers.lookahead(optimizers.adam()),
  () => optimizers.lookahead(optimizers.sgd({ momentum: 0.9 })),
  () => optimizers.sam(optimizers.sgd({ momentum: 0.9 })),
  () => optimizers.sam(optimizers.adamw()),
];
const around = [
  {},
  { weightDecay: 0.01 },
  { globalClipNorm: 1 },
  { clipNorm: 1 },
  { clipValue: 1 },
  { weightDecay: 0.01, globalClipNorm: 1 },
];
const activations = [
  'relu',
  'tanh',
  'sigmoid',
  'gelu',
  'silu',
  'elu',
  'leakyRelu',
  'selu',
  'softplus',
  'mish',
  'hardSigmoid',
  'softsign',
  'linear',
];
const normalizations = ['batchNormalization', 'layerNormalization', 'groupNormalization', 'rmsNormalization'];
const losses = [
  'sparseCategoricalCrossentropy',
  'categoricalCrossentropy',
  'meanSquaredError',
  'binaryCrossentropy',
  'meanAbsoluteError',
  'huber',
];

export function commonPrograms() {
  const loss = 'sparseCategoricalCrossentropy';
  const sgd = () => optimizers.sgd();
  const penalty = { kernelRegularizer: regularizers.l2(1e-4) };
  const bound = { kernelConstraint: constraints.maxNorm(3) };
  return [
    ...rules.flatMap(([kind, options]) => [{}, { weightDecay: 0.01 }].flatMap((more) => ruleOf(kind, { ...options, ...more }))),
    ...rules.flatMap(([kind, options]) =>
      around.flatMap((more) => stepsOf(network({ activation: 'relu' }), { optimizer: optimizers[kind]({ ...options, ...more }), loss })),
    ),
    ...rules.flatMap(([kind, options]) =>
      [penalty, bound, { ...penalty, ...bound }, { kernelRegularizer: regularizers.l1(1e-4) }].flatMap((dense) =>
        stepsOf(network({ activation: 'relu', ...dense }), { optimizer: optimizers[kind](options), loss }),
      ),
    ),
    ...wrapped.flatMap((make) => stepsOf(network({ activation: 'relu' }), { optimizer: make(), loss })),
    ...activations.flatMap((activation) =>
      stepsOf(network({ activation }, [layers.dropout(0.2)]), { optimizer: sgd(), loss, metrics: ['accuracy'] }),
    ),
    ...activations.flatMap((activation) => stepsOf(network({ activation }), { optimizer: sgd(), loss })),
    ...normalizations.flatMap((name) => {
      const options = name === 'groupNormalization' ? { groups: 4 } : {};
      const layer = layers[name](options);
      const zeros = () => packaged.ndarray(new Float32Array(16 * 64), [16, 64]);
      const alone = programsOf(layerStep(packaged.layers[name](options), { shape: [16, 64], input: zeros, upstream: zeros }).plan);
      const within = ['relu', 'linear'].flatMap((activation) =>
        stepsOf(
          sequential([layers.input([20]), layers.dense(24, { useBias: false }), layer, layers.activation(activation), layers.dense(3)], {
            seed: 1,
          }),
          { optimizer: sgd(), loss: 'meanSquaredError' },
        ),
      );
      return [...alone, ...within];
    }),
    ...losses.flatMap((name) => stepsOf(network({ activation: 'relu' }), { optimizer: sgd(), loss: name })),
  ];
}
