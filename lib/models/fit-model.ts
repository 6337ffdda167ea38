/** compile and fit as every kind of model does them. */
import { progress } from '../callbacks/index.ts';
import { check, checkOptions, functionRule } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { resolveOptimizer } from '../optimizers/index.ts';
import { resolveRegularizer } from '../regularizers/index.ts';
import type { Engine } from './engine.ts';
import type { Feed } from './feed.ts';
import { fitFeed } from './fit.ts';
import type { History } from './history.ts';
import type { ModelBase } from './model-base.ts';
import { checkCallbacks, type CommonCompileOptions, type CommonFitOptions, defaultBatchSize, fitRules } from './options.ts';
import type { OutputGoal } from './outputs.ts';

/** Compiles with checked options; `goals` resolves those of the outputs. */
export function compileModel(engine: Engine, options: CommonCompileOptions, goals: () => OutputGoal[]): void {
  const optimizer = resolveOptimizer('compile', options.optimizer);
  engine.compile(optimizer, goals(), options.precision ?? 'float32', {
    kernel: resolveRegularizer('compile: kernelRegularizer', options.kernelRegularizer),
    bias: resolveRegularizer('compile: biasRegularizer', options.biasRegularizer),
  });
}

/** Trains on what `feeds` makes of the data. */
export async function fitModel(
  model: ModelBase,
  options: CommonFitOptions & { readonly validationData?: unknown },
  feeds: () => { training: Feed; validation: Feed | undefined },
): Promise<History> {
  const { engine } = model;
  engine.requireCompiled('fit');
  checkOptions('fit', options, fitRules);
  checkCallbacks('fit', options.callbacks ?? []);
  if (engine.fitting) throw new RidgelineError('ERR_BUSY', 'fit: this model is being trained; wait for the other fit()');
  if (options.signal !== undefined && !(options.signal instanceof AbortSignal))
    check('fit', 'signal', options.signal, {
      ...functionRule,
      expected: 'an AbortSignal',
      test: (v): v is never => v instanceof AbortSignal,
    });
  engine.fitting = true;
  try {
    if (options.validationData !== undefined && options.validationSplit !== undefined)
      throw new RidgelineError('ERR_OPTION', 'fit: expected validationData or validationSplit, got both');
    const { training, validation } = feeds();
    const { verbose = 'auto', batchSize = defaultBatchSize } = options;
    const shown = verbose === true || (verbose === 'auto' && process.stderr.isTTY === true);
    return await fitFeed(engine, training, {
      epochs: options.epochs ?? 1,
      batchSize: batchSize === 'full' ? training.rows : Math.min(batchSize, training.rows),
      shuffle: options.shuffle ?? true,
      validation,
      callbacks: [...(options.callbacks ?? []), ...(shown ? [progress()] : [])],
      context: { model, epochs: options.epochs ?? 1 },
      signal: options.signal,
      threads: options.threads ?? 0,
      evaluateEvery: options.evaluateEvery,
      maxSteps: options.maxSteps,
      microBatches: options.gradientAccumulation ?? 1,
    });
  } finally {
    engine.fitting = false;
  }
}
