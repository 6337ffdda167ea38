/** The other form of gradient boosting: one network that grows by hidden units. */
import { activations } from '../activations.ts';
import { anything, checkOptions, optional, positiveInt } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { layers } from '../layers/index.ts';
import type { Model } from '../models/model.ts';
import { seedRule, sequential } from '../models/sequential.ts';
import { optimizers } from '../optimizers/index.ts';
import type { OptimizerLike } from '../optimizers/resolve.ts';
import { type ArrayInput, NDArray } from '../tensor/ndarray.ts';
import {
  type BoostFitOptions,
  boostFitRules,
  boosting,
  defaultStages,
  keptStages,
  type Stage,
  type StageLogs,
  type StageOptions,
  stageRules,
} from './boost-stages.ts';
import { fitArguments, weightsOf } from './fit-members.ts';
import { rowsOf } from './targets.ts';

/** Options of {@link growNetwork}. */
export interface GrowNetworkOptions extends StageOptions {
  /** Hidden units that each stage adds; default 8. */
  readonly units?: number;
  /** Activation of the hidden units, by name; default 'tanh'. */
  readonly activation?: string;
  /** Optimizer of the new units, and what the grown network is compiled with; default adam({ learningRate: 0.01 }). */
  readonly optimizer?: OptimizerLike;
}

/** A network that has been grown. */
export interface Grown {
  /** One hidden layer ('hidden') and the output ('output'), compiled with the loss: an ordinary model. */
  readonly network: Model;
  /** Loss by stage, also of those that were dropped in the end. */
  readonly history: readonly StageLogs[];
}

const where = 'ensembles.growNetwork';
const goals = {
  squared: { loss: 'meanSquaredError', activation: 'linear', metrics: ['r2'] },
  logistic: { loss: 'binaryCrossentropy', activation: 'sigmoid', metrics: ['accuracy'] },
  multinomial: { loss: 'sparseCategoricalCrossentropy', activation: 'softmax', metrics: ['accuracy'] },
} as const;

/**
 * A sum of networks with one hidden layer each is a network with the hidden units of all: gradient boosting grows it. New units are fitted, on their
 * own, to the negative gradient of the loss; they join with their output weights times learningRate·ρ, so that the network is the function that it was,
 * and the step from there.
 * Source: Friedman 2001; growth that keeps the function: Chen, Goodfellow and Shlens 2016 (Net2Net).
 * @throws ERR_OPTION for options outside their ranges. `fit` throws what Model.fit does, and ERR_SHAPE for rows that are not vectors.
 */
export function growNetwork(options: GrowNetworkOptions = {}): {
  fit(x: Dataset, options?: BoostFitOptions): Promise<Grown>;
  fit(x: ArrayInput, y: ArrayInput, options?: BoostFitOptions): Promise<Grown>;
} {
  checkOptions<GrowNetworkOptions>(where, options, {
    ...stageRules,
    units: optional(positiveInt),
    activation: optional({
      expected: `one of ${Object.keys(activations).join(', ')}`,
      invalid: 'no-such-value',
      test: (v): v is string => typeof v === 'string' && Object.hasOwn(activations, v),
    }),
    optimizer: optional(anything) as never,
    seed: optional(seedRule),
  });
  const { units = 8, activation = 'tanh', loss: name = 'squared', seed = 0 } = options;
  const optimizer = options.optimizer ?? optimizers.adam({ learningRate: 0.01 });
  const fit = async (given: Dataset | ArrayInput, ...rest: unknown[]): Promise<Grown> => {
    const at = `${where}: fit`;
    const { x, y, options: own } = fitArguments<BoostFitOptions>(given, rest);
    checkOptions<BoostFitOptions>(at, own, boostFitRules);
    const data = rowsOf(at, { x, y }, { task: 'regression', members: [] });
    const { shape } = data.x;
    if (shape.length !== 2) throw new RidgelineError('ERR_SHAPE', `${at}: expected x of shape [rows, features], got ${showShape(shape)}`);
    const hidden = (inputs: number, width: number, outputs: number, last: string, from: number) =>
      sequential(
        [
          layers.input([inputs]),
          layers.dense(width, { activation, name: 'hidden' }),
          layers.dense(outputs, { activation: last, name: 'output' }),
        ],
        { seed: from },
      );
    const member = (_: number, from: number, outputs: number) => {
      const small = hidden(shape[1], units, outputs, 'linear', from);
      small.compile({ optimizer, loss: 'meanSquaredError' });
      return { member: small, columns: undefined };
    };
    const run = await boosting({ where: at, member }, data, weightsOf(at, data, own), options);
    await run.goOn(options.stages ?? defaultStages, own);
    const { history, best, stages, start, loss } = run;
    const kept = keptStages(stages, best);
    const { activation: last, metrics, loss: judgedBy } = goals[name];
    const network = hidden(shape[1], units * kept.length, loss.outputs, last, seed);
    network.setWeights(merged(kept, start, shape[1], units));
    network.compile({ optimizer, loss: judgedBy, metrics: [...metrics] });
    return { network, history };
  };
  return { fit };
}

/** The weights of the network that is the sum of the stages. */
function merged(stages: readonly Stage[], start: readonly number[], inputs: number, units: number): Record<string, NDArray> {
  const [width, outputs] = [units * stages.length, start.length];
  const kernel = new Float32Array(inputs * width);
  const bias = new Float32Array(width);
  const out = new Float32Array(width * outputs);
  const outBias = Float64Array.from(start);
  stages.forEach(({ seat, weight }, s) => {
    const own = (seat.member as Model).getWeights();
    for (let i = 0; i < inputs; i++) kernel.set(own['hidden/kernel'].data.subarray(i * units, (i + 1) * units), i * width + s * units);
    bias.set(own['hidden/bias'].data, s * units);
    out.set(
      Float32Array.from(own['output/kernel'].data, (v) => weight * v),
      s * units * outputs,
    );
    own['output/bias'].data.forEach((v, j) => {
      outBias[j] += weight * v;
    });
  });
  return {
    'hidden/kernel': new NDArray(kernel, [inputs, width]),
    'hidden/bias': new NDArray(bias, [width]),
    'output/kernel': new NDArray(out, [width, outputs]),
    'output/bias': new NDArray(Float32Array.from(outBias), [outputs]),
  };
}
