/** What all models have, whatever their inputs and outputs are: weights, numbers, files. */
import { trainPlan } from './plans.ts';
import { setWeights, weightsOf } from './weights.ts';
import { boolean, check, checkOptions, optional, positiveInt, string } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { type GroupOptions, type Groups, groupsRule } from '../optimizers/groups.ts';
import { type ArrayInput, type NDArray, toNDArray } from '../tensor/ndarray.ts';
import type { Columns } from './columns.ts';
import { Engine } from './engine.ts';
import { currentGroups } from './groups.ts';
import { type TrainingMemory, trainingMemory } from './memory.ts';
import type { Network } from './network.ts';
import { defaultBatchSize, recordRule, rowsRule } from './options.ts';
import { saveModel } from './save.ts';
import { summarize } from './summary.ts';

/** What {@link Model} and {@link FunctionalModel} have in common. */
export class ModelBase {
  /** @internal */
  readonly engine: Engine;
  /** Texts of your own that save() writes and loadModel() brings back; names must not be 'ridgeline'. */
  readonly metadata: Record<string, string> = {};

  /** @internal Models are made by sequential(), defineModel() and loadModel(). */
  constructor(network: Network, seed: number, initial?: Readonly<Record<string, NDArray>>) {
    this.engine = new Engine(network, seed, initial);
  }

  /** The seed of initial weights, shuffling, dropout and noise. */
  get seed(): number {
    return this.engine.seed;
  }
  /** Number of plans compiled so far. */
  get planCount(): number {
    return this.engine.program.planCount;
  }

  /** The layers as a table: name, output shape, parameters. */
  summary(): string {
    return summarize(this.engine);
  }

  /**
   * Copies of all weights and statistics, by name ('dense/kernel'): those that predict and evaluate use, which an averaging optimizer (ema, swa,
   * lookahead, scheduleFree) keeps beside the ones that it trains. `training` gives the latter.
   */
  getWeights(options: { readonly training?: boolean } = {}): Record<string, NDArray> {
    checkOptions('getWeights', options, { training: optional(boolean) });
    return weightsOf(this.engine, options.training);
  }

  /** Writes some or all weights by name, and the averages of them that an optimizer keeps; shapes must fit. ERR_BUSY while a step runs. */
  setWeights(weights: Readonly<Record<string, ArrayInput>>): void {
    this.engine.requireIdle('setWeights');
    check('setWeights', 'weights', weights, recordRule);
    const arrays = Object.entries(weights).map(([name, value]) => [name, toNDArray('setWeights', name, value, 'float32')]);
    setWeights(this.engine, 'setWeights', Object.fromEntries(arrays));
  }

  /** Every number that can change without compiling, by path: 'dropout/rate', 'dense/kernel/l2', 'learningRate' and the optimizer's others. */
  getHyperparameters(): Record<string, number> {
    const { optimizer } = this.engine.compiled ?? {};
    if (!optimizer) return Object.fromEntries(this.engine.hyperparameters);
    const { learningRate } = optimizer.tabulate(this.engine.position.step);
    return { ...optimizer.values, learningRate, ...Object.fromEntries(this.engine.hyperparameters) };
  }

  /**
   * Sets one of them; takes effect with the next run, and overrides a schedule.
   * @throws ERR_OPTION for a name that is none of them, and for a value that the option it comes from does not take.
   */
  setHyperparameter(name: string, value: number): void {
    check('setHyperparameter', 'name', name, string);
    const known = Object.keys(this.getHyperparameters());
    if (!known.includes(name))
      throw new RidgelineError('ERR_OPTION', `setHyperparameter: no hyper-parameter is called '${name}'; known: ${known.join(', ')}`);
    check('setHyperparameter', name, value, this.engine.rangeOf(name));
    this.engine.hyperparameters.set(name, value);
  }

  /**
   * What the optimizer does otherwise for some weights: `{ learningRateMultiplier?, weightDecay?, frozen? }` by weight name. Set it to a function of
   * the weight name or a record of patterns, as the option `groups` of every optimizer; it takes effect with the next chunk of steps, and the
   * optimizer keeps what it has of the weights that it goes on to train. Read, it has an entry for every weight; multipliers and decays are
   * hyper-parameters too ('dense/kernel/learningRateMultiplier'). Model files carry what a function gave, not the function.
   * @throws ERR_NOT_COMPILED; ERR_BUSY while a step runs; ERR_OPTION for unknown options, for a pattern that fits no weight, and where all are frozen.
   */
  get optimizerGroups(): Record<string, GroupOptions> {
    const { groups } = this.engine.requireCompiled('optimizerGroups');
    return currentGroups(this.engine.hyperparameters, this.engine.parameters, groups);
  }
  set optimizerGroups(groups: Groups) {
    check('optimizerGroups', 'optimizerGroups', groups, groupsRule);
    this.engine.setGroups('optimizerGroups', groups);
  }

  /**
   * Writes a safetensors file: weights by name as evaluation uses them, the architecture in the metadata. With `training`, the weights being
   * trained, optimizer slots, step, random state and data
   * position too, so that fit goes on bit for bit after {@link loadModel}. The file appears whole or not at all.
   * @throws ERR_FORMAT when the model holds functions of yours without a registered name, or the file cannot be written.
   */
  async save(path: string, options: { readonly training?: boolean } = {}): Promise<void> {
    checkOptions('save', options, { training: optional(boolean) });
    check('save', 'path', path, string);
    await saveModel(this.engine, path, options.training ?? false, this.metadata);
  }

  /** The training plan for batches of `rows` rows as a readable table. */
  explain(rows = defaultBatchSize): string {
    const columns = this.#columns('explain');
    check('explain', 'rows', rows, rowsRule);
    return trainPlan(this.engine, rows, columns, false).plan.explain();
  }

  /**
   * Bytes of native memory that fit takes for `rows` rows in batches of `batchSize` (default 32), `gradientAccumulation` of which (default 1) make a step, part by part: known before anything is
   * allocated. Validation data and restored best weights come on top.
   */
  trainingMemory(rows: number, batchSize = defaultBatchSize, gradientAccumulation = 1): TrainingMemory {
    const columns = this.#columns('trainingMemory');
    check('trainingMemory', 'rows', rows, rowsRule);
    check('trainingMemory', 'batchSize', batchSize, rowsRule);
    check('trainingMemory', 'gradientAccumulation', gradientAccumulation, positiveInt);
    return trainingMemory(this.engine, columns, rows, Math.min(rows, batchSize), gradientAccumulation);
  }

  /** Columns of data as inputs and losses want them. */
  #columns(where: string): Columns {
    const { outputs } = this.engine.requireCompiled(where);
    return {
      x: this.engine.network.inputs.map(({ dtype }) => dtype ?? 'float32'),
      y: outputs.map(({ loss, shape }) =>
        loss.target === 'sparse' ? { shape: [], dtype: 'int32', weighted: false } : { shape, dtype: 'float32', weighted: false },
      ),
    };
  }
}
