/** Snapshot ensembles: the minima that one training passes through. */
import { checkOptions, functionRule, inRange, oneOf, optional, positiveInt } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import { Model } from '../models/model.ts';
import { defaultBatchSize } from '../models/options.ts';
import { seedRule } from '../models/sequential.ts';
import { schedules, type Schedule } from '../schedules/index.ts';
import type { ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { alone } from './alone.ts';
import { checkCombine } from './combine.ts';
import { seedOf } from './draw.ts';
import { type Committee, type Ensemble, ensembleOf, extended } from './ensemble.ts';
import { readCommittee } from './files.ts';
import { type EnsembleFitOptions, ensembleFitRules, fitArguments, memberFit, weightsOf } from './fit-members.ts';
import { checkMember, judgeOf, taskOf } from './member.ts';
import { featuresOf, rowsOf } from './targets.ts';

/** What the factory of the model is told. */
export interface SnapshotInfo {
  readonly seed: number;
  /** The cyclic rate that the optimizer of the model must have. */
  readonly learningRate: Schedule;
}

/** Options of {@link snapshotEnsemble}. */
export interface SnapshotEnsembleOptions {
  /** Makes the compiled model, whose optimizer takes the given learning rate: `optimizers.sgd({ learningRate, momentum: 0.9 })`. Called once per member, once more to train. */
  readonly model: (info: SnapshotInfo) => Model;
  /** Cycles of the rate, each of which ends in a member; default 5. */
  readonly cycles?: number;
  /** Members kept: those of the last cycles; default all. */
  readonly keep?: number;
  /** Rate at the beginning of each cycle, in (0, inf); default 0.1. It falls to 0 by a cosine. */
  readonly learningRate?: number;
  /** Seed of the model; default 0. */
  readonly seed?: number;
  /** 'mean' (default), 'geometricMean' or 'vote': see {@link votingEnsemble}. */
  readonly combine?: 'mean' | 'geometricMean' | 'vote';
}

/** What {@link snapshotEnsemble} returns. */
export interface SnapshotEnsemble extends Ensemble {
  /** Trains one model for `cycles` times `epochs` (default 1 per cycle) passes over the rows. Members of finished cycles stay when a signal ends the fit; where there are none, those there were. ERR_BUSY while another fit() or load() is on. */
  fit(x: Dataset, options?: EnsembleFitOptions): Promise<SnapshotEnsemble>;
  fit(x: ArrayInput, y: ArrayInput, options?: EnsembleFitOptions): Promise<SnapshotEnsemble>;
  load(path: string): Promise<SnapshotEnsemble>;
}

const kind = 'snapshotEnsemble';
const where = `ensembles.${kind}`;

/**
 * An ensemble for the price of one training: the learning rate falls to 0 over and over, the weights at the end of each cycle are a member, and the
 * jump of the rate leaves that minimum for another one. Source: Huang 2017, "Snapshot ensembles: train 1, get M for free"; the rate: Loshchilov and
 * Hutter 2017.
 * @throws ERR_OPTION for options outside their ranges, and for a factory that gives no compiled model or leaves the rate out.
 */
export function snapshotEnsemble(options: SnapshotEnsembleOptions): SnapshotEnsemble {
  checkOptions<SnapshotEnsembleOptions>(where, options, {
    model: functionRule as never,
    cycles: optional(positiveInt),
    keep: optional(positiveInt),
    learningRate: optional(inRange('(0, inf)')),
    seed: optional(seedRule),
    combine: optional(oneOf('mean', 'geometricMean', 'vote')),
  });
  const { cycles = 5, keep = cycles, learningRate = 0.1, seed = 0, combine = 'mean' } = options;
  if (keep > cycles) throw new RidgelineError('ERR_OPTION', `${where}: expected keep of at most ${cycles}, the cycles, got ${keep}`);
  let committee: Committee | undefined;
  const change = alone(where);
  const self: SnapshotEnsemble = extended(
    ensembleOf(where, () => committee),
    {
      fit: (given: Dataset | ArrayInput, ...rest: unknown[]) =>
        change('fit', async () => {
          const at = `${where}: fit`;
          const { x, y, options: fit } = fitArguments<EnsembleFitOptions>(given, rest);
          checkOptions<EnsembleFitOptions>(at, fit, ensembleFitRules);
          const data = rowsOf(at, { x, y }, { task: 'regression', members: [] });
          const [count] = data.x.shape;
          const { epochs = 1, batchSize = defaultBatchSize, gradientAccumulation = 1 } = fit;
          const steps = epochs * (batchSize === 'full' ? 1 : Math.ceil(count / (Math.min(batchSize, count) * gradientAccumulation)));
          const rate = schedules.cosineDecay({ initial: learningRate, steps, restarts: true });
          const make = (): Model => {
            const model: unknown = options.model({ seed: seedOf(seed, 0, 'member'), learningRate: rate });
            checkMember(at, 'from the factory', model);
            if (!(model instanceof Model))
              throw new RidgelineError('ERR_OPTION', `${at}: expected a model from the factory: estimators have no learning rate`);
            const { optimizer } = model.engine.requireCompiled(at);
            if (optimizer.tabulate(0).learningRate !== rate.at(0) || optimizer.tabulate(steps - 1).learningRate !== rate.at(steps - 1))
              throw new RidgelineError('ERR_OPTION', `${at}: expected an optimizer with the learning rate that the factory is given`);
            return model;
          };
          const trained = make();
          const task = taskOf(trained);
          checkCombine(at, combine, task);
          const weights = weightsOf(at, data, fit);
          const began = performance.now();
          const seats: { member: Model; columns: undefined }[] = [];
          const snapshot = (epoch: number, found: Readonly<Record<string, NDArray>>): void => {
            const cycle = epoch / epochs;
            if (!Number.isInteger(cycle)) return;
            if (cycle > cycles - keep) {
              const member = make();
              member.setWeights(found);
              seats.push({ member, columns: undefined });
            }
            fit.onMember?.({ member: cycle, done: cycle, members: cycles, seconds: (performance.now() - began) / 1000 });
          };
          try {
            await trained.fit(data.x, data.y, {
              verbose: false,
              ...memberFit(fit),
              ...(weights ? { sampleWeight: weights } : {}),
              epochs: epochs * cycles,
              callbacks: [...(fit.callbacks?.(0) ?? []), { onEpochEnd: (epoch, _, { model }) => snapshot(epoch, model.getWeights()) }],
            });
          } finally {
            if (seats.length > 0)
              committee = {
                kind,
                seats,
                combination: { rule: combine },
                task,
                judge: judgeOf(trained),
                classes: undefined,
                features: featuresOf(data.x),
                notes: {},
              };
          }
          return self;
        }),
      load: (path: string) =>
        change('load', async () => {
          committee = await readCommittee(`${where}: load`, path, kind);
          return self;
        }),
    },
  );
  return self;
}
