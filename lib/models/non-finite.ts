/** When a guard trips: the same step again, unfused, to name the first layer whose value is not finite. */
import { jobRow } from './plans.ts';
import { spoiledParameter } from './weights.ts';
import { compileComputation } from '../compiler/compile.ts';
import { RidgelineError } from '../errors.ts';
import type { Node } from '../tensor/tensor.ts';
import { isFloat, newTypedArray } from '../tensor/dtype.ts';
import { sizeOf } from '../tensor/shape.ts';
import type { Engine } from './engine.ts';
import type { Feed } from './feed.ts';
import { links } from './outputs.ts';
import { traceTrain } from './steps.ts';

/**
 * The error for the step that engine.position stands before, in the batch that begins at row `failed.row` and draws its numbers as step `failed.step`. Nothing of that step was written; but if the parameters were spoiled by the
 * step before it, the weights of the last boundary are restored.
 */
export function explainNonFinite(
  engine: Engine,
  feed: Feed,
  indices: Int32Array | null,
  batchSize: number,
  failed: { readonly row: number; readonly step: number },
): RidgelineError {
  const spoiled = spoiledParameter(engine);
  if (spoiled !== undefined) return spoiledError(engine, spoiled);
  const { row } = failed;
  const { step } = engine.position;
  const { traced, begin, rows } = traceStep(engine, feed, row, Math.min(batchSize, feed.rows - row));
  const { computation } = traced;
  const forward = ancestorsOf(computation.guards.map((t) => t.node)).filter(
    (n) => n.outputs.some((t) => isFloat(t.dtype)) && n.op !== 'constant',
  );
  const values = forward.flatMap((n) => n.outputs.filter((t) => isFloat(t.dtype)));
  // Inputs are read where they lie; only computed values are outputs of the replay.
  const computed = values.filter((t) => t.node.op !== 'input');
  const plan = compileComputation(
    {
      ...computation,
      state: computation.state.map(({ offset, input }) => ({ offset, input })),
      outputs: computed.map((tensor) => ({ tensor, perRow: false })),
      guards: [],
    },
    { fuse: false },
  );
  const outputs = computed.map((t) => newTypedArray(t.dtype, sizeOf(t.shape)));
  const loaded = { plan, executable: engine.backend.load(plan), scalarNames: traced.scalarNames, rows, partial: false };
  loaded.executable.runSync({
    threads: 0,
    columns: feed.slabs,
    models: [
      {
        ...jobRow(engine, loaded, engine.state, { begin, end: begin + rows, batch: rows, indices, outputs, features: feed.features }),
        step: failed.step,
      },
    ],
    progressMilliseconds: 0,
    watch: { offset: 0, bytes: 0 },
  });
  const at = `step ${step + 1}`;
  const k = outputs.findIndex((data) => !data.every(Number.isFinite));
  const bad = k >= 0 ? computed[k].node : undefined;
  const where = bad ? `'${bad.scope || 'input'}' (${bad.op})` : 'the loss';
  const unclean = badRow(engine, feed, indices, begin, rows);
  const remedy =
    unclean === undefined
      ? ((bad && logitsRemedy(engine, bad)) ?? remedies[bad?.op ?? ''] ?? tooLarge)
      : `${unclean.name} has a value that is not finite in row ${unclean.row}: clean the data, or fill its gaps`;
  return new RidgelineError(
    'ERR_NON_FINITE',
    `fit: the loss is not finite in ${at}; the first value that is not finite is made by ${where}. Nothing of this step was written. ${remedy}`,
  );
}

const tooLarge =
  'Values have grown out of range: try a smaller learningRate or clipNorm, initializers that keep the scale of signals (heNormal for relu, else glorotUniform), or layers.batchNormalization; diagnose.propagation shows the scale by layer';
/** By the op that made the value out of finite ones. */
const remedies: Readonly<Record<string, string>> = {
  log: 'A logarithm of 0, or of less: keep what it is given above 0, or use a loss that takes its logarithm safely, as the cross-entropies do',
  div: 'A division by 0: add a small number to what it divides by',
  sqrt: 'The root of a negative number: keep what it is given at 0 or above',
  pow: 'A power of 0 or of a negative number, or one out of range: keep its base above 0',
  exp: 'An exponential out of range: subtract the largest value first, as ops.softmax does, or try a smaller learningRate',
};

/** Where the loss takes the logarithm of outputs as probabilities, and they have been through neither softmax nor sigmoid. */
function logitsRemedy({ compiled, outputOps, network }: Engine, { op, scope }: Node): string | undefined {
  const logits = compiled?.outputs.find(({ loss }, i) => loss.outputs === 'probabilities' && !links.has(outputOps[i]));
  if (op !== 'log' || scope !== 'loss' || !logits) return undefined;
  const { loss, name, shape } = logits;
  const output = network.named ? `output '${name}'` : 'the last layer';
  const activation = loss.kind === 'binaryCrossentropy' || shape[shape.length - 1] === 1 ? 'sigmoid' : 'softmax';
  const or = loss.kind === 'kullbackLeibler' ? '' : ', or the loss { fromLogits: true }';
  return `${loss.kind} takes logarithms of probabilities, and ${output} gives values outside of (0, 1), as logits are: give it activation '${activation}'${or}`;
}

/** The first row of a step's batch, by its number in an input's data, that holds a value that is not finite. */
function badRow(engine: Engine, feed: Feed, indices: Int32Array | null, begin: number, rows: number) {
  const { inputs, named } = engine.network;
  const places = inputs.map(({ name, shape }, i) => ({ name: named ? name : 'x', dtype: feed.columns.x[i], shape, slab: feed.slabs[i] }));
  for (const { name, dtype, shape, slab } of places.filter((p) => isFloat(p.dtype))) {
    const values = newTypedArray(dtype, feed.features?.of ?? sizeOf(shape));
    for (let k = begin; k < begin + rows; k++) {
      const row = indices ? indices[k] : k;
      engine.backend.read(slab, row * values.byteLength, values);
      const read = feed.features ? Array.from(feed.features.list, (f) => values[f]) : values;
      if (!read.every(Number.isFinite)) return { name, row };
    }
  }
  return undefined;
}

/** The step over rows [row, row + rows). A last batch of one row, which a layer may refuse to be traced for, is looked at with the row before it. */
function traceStep(engine: Engine, feed: Feed, row: number, rows: number) {
  const trace = (count: number) => traceTrain(engine.requireCompiled('fit'), count, feed.columns, engine.declare);
  try {
    return { traced: trace(rows), begin: row, rows };
  } catch (error) {
    if (rows > 1 || row === 0) throw error;
    return { traced: trace(2), begin: row - 1, rows: 2 };
  }
}

/** The error for an update that left a parameter with values that are not finite; training stands at the last boundary again, but for members of populations. */
export function spoiledError(engine: Engine, name: string): RidgelineError {
  const { step } = engine.position;
  const after = engine.restoreSnapshot()
    ? 'the weights of the last boundary are restored, and the optimizer starts afresh'
    : 'in a population there is no copy to restore';
  return new RidgelineError(
    'ERR_NON_FINITE',
    `fit: the update of step ${step} left '${name}' with values that are not finite; ${after}. Try a smaller learningRate, or clipNorm`,
  );
}

function ancestorsOf(roots: readonly Node[]): Node[] {
  const seen = new Set<Node>();
  const pending = [...roots];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const t of node.inputs) pending.push(t.node);
  }
  return [...seen].sort((a, b) => a.id - b.id);
}
