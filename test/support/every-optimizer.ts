/** Every optimizer, with what gives it all of its slots, every form of its arithmetic, and rates that move. */
import { schedules } from '../../lib/index.ts';
import { optimizers as o } from '../../lib/optimizers/index.ts';

const falling = schedules.exponentialDecay({ initial: 0.1, rate: 0.9, steps: 5 });
const warm = schedules.warmup(6, 0.02);
const momentum = 0.9;

export const everyOptimizer = [
  o.sgd(),
  o.sgd({ momentum, learningRate: falling }),
  o.sgd({ momentum, nesterov: true }),
  o.sgd({ momentum, style: 'pytorch', dampening: 0.2, learningRate: falling }),
  o.sgd({ momentum, style: 'pytorch', nesterov: true }),
  o.sgd({ momentum, average: true }),
  o.sgd({ momentum, average: true, nesterov: true }),
  o.adagrad({ initialAccumulator: 0.1 }),
  o.adagrad({ epsilonInside: true, learningRate: falling }),
  o.adadelta(),
  o.rmsprop({ centered: true, momentum: 0.5 }),
  o.rmsprop({ epsilonInside: false, lagged: true, epsilon: 0.01 }),
  o.rprop({ initialStep: 0.02 }),
  o.adam({ amsgrad: true, learningRate: warm }),
  o.adam({ epsilonInside: true }),
  o.adam({ epsilonHat: true }),
  o.adamw({ globalClipNorm: 0.5 }),
  o.adamax(),
  o.nadam({ learningRate: falling }),
  o.radam({ beta2: 0.95 }),
  o.lion({ learningRate: 0.01, clipValue: 0.5 }),
  o.muon({ exclude: ['dense1'], weightDecay: 0.01 }),
  o.muon({ scaling: 'matchRmsAdamw', nesterov: false, learningRate: falling }),
  o.scheduleFree({ weightDecay: 0.01, learningRate: warm }),
  o.scheduleFree({ base: 'sgd', learningRate: falling }),
  o.lookahead(o.adam(), { steps: 3 }),
  o.ema(o.lookahead('adam', { steps: 4, alpha: 0.8 }), { decay: 0.9, warmup: true }),
  o.ema(o.adamw({ learningRate: warm, clipNorm: 0.1 }), { decay: 0.9, debias: true, every: 2, start: 3 }),
  o.swa(o.sam(o.sgd({ momentum, learningRate: falling })), { start: 3, every: 4 }),
  o.sam(o.adam(), { adaptive: true, rho: 0.5 }),
];
