import { jobRow, trainPlan } from '../models/plans.ts';
import { checkOptions, optional, positiveInt } from '../check.ts';
import type { Dataset } from '../data/dataset.ts';
import type { Engine } from '../models/engine.ts';
import { makeFeed } from '../models/feed.ts';
import type { Model } from '../models/model.ts';
import { scalarTable } from '../models/scalar-table.ts';
import { cast } from '../ops/core.ts';
import { sum } from '../ops/reduce.ts';
import { square } from '../ops/unary.ts';
import { gradients as gradientsOf } from '../autodiff/transform.ts';
import { trainStep } from '../runtime/train-step.ts';
import { readEntry } from '../runtime/state-layout.ts';
import type { ArrayInput, NDArray } from '../tensor/ndarray.ts';
import { sizeOf } from '../tensor/shape.ts';
import { engineOf, lossOf, type Rows, rowsOf, trainedOf, trainedSize } from './objective.ts';

/** Options of {@link gradients}. */
export interface GradientOptions {
  /** Training steps that are taken on a copy of the model, the gradient looked at before each; default 1: only at the weights as they are. */
  readonly steps?: number;
  /** Rows per step, in the order of the data, from the start again at its end; default 32. */
  readonly batchSize?: number;
}

/** The gradient by one weight. */
export interface WeightGradient {
  /** 'dense/kernel'. */
  readonly name: string;
  /** Euclidean norm, step by step. */
  readonly norms: readonly number[];
  /** Norm of the gradient through the norm of the weight, step by step: what a step of rate 1 would change of it; Infinity by a weight of zeros. */
  readonly relative: readonly number[];
  readonly size: number;
}

/** The gradient by all weights of a layer. */
export interface LayerGradient {
  readonly name: string;
  /** Euclidean norm, step by step. */
  readonly norms: readonly number[];
}

/** What {@link gradients} finds. */
export interface GradientReport {
  /** In the order of the layers. */
  readonly layers: readonly LayerGradient[];
  readonly weights: readonly WeightGradient[];
  /** Loss of the batch and norm of the whole gradient before each step; it ends early with a loss that is not finite. */
  readonly steps: readonly { readonly step: number; readonly loss: number; readonly norm: number }[];
  /**
   * 'exploding': a norm that is not finite, or that grew beyond 1000 times that of the first step, or a first kernel with a root-mean-square
   * gradient above 1000 times that of the last; 'vanishing': one below a thousandth of it; else 'good'. Kernels are weights of two axes or more.
   */
  readonly verdict: 'good' | 'vanishing' | 'exploding';
}

const factor = 1000;

/**
 * Norms of the training gradient by layer and by step: of the loss of a minibatch and the penalties, in training mode (batch statistics,
 * dropout, whose masks are drawn for the purpose), before clipping. With `steps` the model's own optimizer takes the steps, on a copy: the
 * model is left as it is.
 * Goodfellow, Bengio, Courville 2016, 8.2.4 and 8.2.5.
 * @param x [rows, ...inputShape], or a dataset. @param y as for fit().
 * @throws ERR_NOT_COMPILED before model.compile(); ERR_SHAPE, ERR_VALUE for data that does not fit; ERR_BUSY during fit, outside callbacks.
 */
export async function gradients(model: Model, x: Dataset, y?: undefined, options?: GradientOptions): Promise<GradientReport>;
export async function gradients(model: Model, x: ArrayInput, y: ArrayInput, options?: GradientOptions): Promise<GradientReport>;
export async function gradients(
  model: Model,
  x: ArrayInput | Dataset,
  y?: ArrayInput,
  options: GradientOptions = {},
): Promise<GradientReport> {
  const where = 'diagnose.gradients';
  const engine = engineOf(where, model);
  checkOptions<GradientOptions>(where, options, { steps: optional(positiveInt), batchSize: optional(positiveInt) });
  const { steps = 1, batchSize = 32 } = options;
  engine.requireCompiled(where);
  engine.requireIdle(where);
  trainedSize(where, engine);
  const rows = rowsOf(where, engine, x, y, 'float32');
  const size = Math.min(batchSize, rows.x.shape[0]);
  const copy = trainingCopy(engine, rows, size);
  const look = gradientAt(engine, rows, size);
  const found: { loss: number; squares: number[]; weights: number[] }[] = [];
  const batches = Math.floor(rows.x.shape[0] / size);
  for (let k = 0; k < steps; k++) {
    const begin = (k % batches) * size;
    const now = await look(copy.values(), { x: rows.x.rows(begin, begin + size), y: rows.y.rows(begin, begin + size) });
    found.push(now);
    if (!Number.isFinite(now.loss) || (k + 1 < steps && !(await copy.step(k, begin)))) break;
  }
  return report(engine, found);
}

type Look = { loss: number; squares: number[]; weights: number[] };

/** Loss, and by trained weight the squared norms of gradient and weight. */
function gradientAt(engine: Engine, rows: Rows, size: number): (values: Record<string, NDArray>, batch: Rows) => Promise<Look> {
  const trained = trainedOf(engine);
  let compiled: ReturnType<typeof make> | undefined;
  const make = (values: Record<string, NDArray>) =>
    trainStep({
      state: values,
      inputs: {
        x: { shape: [size, ...rows.x.shape.slice(1)], dtype: rows.x.dtype },
        y: { shape: [size, ...rows.y.shape.slice(1)], dtype: rows.y.dtype },
      },
      update: (state, batch) => {
        const loss = lossOf(engine, state, batch, true, 'float32');
        const weights = trained.map((p) => state[p.name]);
        const total = (t: (typeof weights)[number]) => sum(square(cast(t, 'float64')));
        const slopes = gradientsOf('diagnose.gradients', loss, weights);
        const outputs = [
          ['loss', loss] as const,
          ...slopes.map((g, i) => [`gradient/${i}`, total(g)] as const),
          ...weights.map((w, i) => [`weight/${i}`, total(w)] as const),
        ];
        return { state: {}, outputs: Object.fromEntries(outputs) };
      },
      seed: engine.seed,
    });
  return async (values, batch) => {
    compiled ??= make(values);
    compiled.setState(values);
    const found = await compiled.run({ x: batch.x, y: batch.y });
    return {
      loss: found.loss.data[0],
      squares: trained.map((_, i) => found[`gradient/${i}`].data[0]),
      weights: trained.map((_, i) => found[`weight/${i}`].data[0]),
    };
  };
}

/** The model's training, on a copy of its state. */
function trainingCopy(engine: Engine, rows: Rows, size: number) {
  const { backend, layout, parameters } = engine;
  const { step: first } = engine.position;
  const state = backend.createSlab(layout.bytes);
  backend.copy(state, 0, engine.state, 0, layout.bytes);
  const { x, y } = rows;
  const feed = makeFeed(
    backend,
    [{ data: x.data, rows: x.shape[0], dtype: x.dtype }],
    [{ data: y.data, shape: y.shape.slice(1), dtype: y.dtype }],
  );
  return {
    values: () => Object.fromEntries(parameters.map((p) => [p.name, readEntry(backend, state, engine.entry(p.name))])),
    /** Takes the k-th step, on rows from `begin`; false where the loss was not finite and nothing was changed. */
    step: async (k: number, begin: number): Promise<boolean> => {
      const plan = trainPlan(engine, size, feed.columns, false);
      const row = jobRow(engine, plan, state, { begin, end: begin + size, batch: size });
      const model = { ...row, step: first + k, ...scalarTable(engine, plan.scalarNames, first + k, 1) };
      const job = { threads: 0, columns: feed.slabs, models: [model], progressMilliseconds: 0, watch: { offset: 0, bytes: 0 } };
      const result = await plan.executable.run(job, null).promise;
      return result.models[0].status === 'done';
    },
  };
}

function report(engine: Engine, found: readonly Look[]): GradientReport {
  const trained = trainedOf(engine);
  const total = (values: readonly number[]) => Math.sqrt(values.reduce((a, b) => a + b, 0));
  const weights = trained.map((p, i) => ({
    name: p.name,
    norms: found.map((f) => Math.sqrt(f.squares[i])),
    relative: found.map((f) => Math.sqrt(f.squares[i] / f.weights[i])),
    size: sizeOf(p.shape),
  }));
  const layerOf = (name: string) => name.slice(0, name.lastIndexOf('/'));
  const names = [...new Set(trained.map((p) => layerOf(p.name)))];
  const layers = names.map((name) => ({
    name,
    norms: found.map((f) => total(f.squares.filter((_, i) => layerOf(trained[i].name) === name))),
  }));
  const steps = found.map((f, k) => ({ step: k + 1, loss: f.loss, norm: total(f.squares) }));
  const kernels = weights.filter((_, i) => trained[i].shape.length >= 2).map((w) => w.norms[0] / Math.sqrt(w.size));
  return { layers, weights, steps, verdict: verdictOf(steps, kernels) };
}

function verdictOf(steps: GradientReport['steps'], kernels: readonly number[]): GradientReport['verdict'] {
  const [first] = steps;
  const ratio = kernels.length > 1 ? kernels[0] / kernels[kernels.length - 1] : 1;
  if (
    steps.some((s) => !Number.isFinite(s.norm) || !Number.isFinite(s.loss) || (first.norm > 0 && s.norm > factor * first.norm)) ||
    ratio > factor
  )
    return 'exploding';
  return ratio < 1 / factor ? 'vanishing' : 'good';
}
