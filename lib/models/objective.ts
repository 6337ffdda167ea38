/** What training minimizes, as graph: the losses of the outputs and the penalties, with the sums that are reported. */
import { RidgelineError, showShape } from '../errors.ts';
import { add, div, mul } from '../ops/binary.ts';
import { cast, stopGradient } from '../ops/core.ts';
import { sum } from '../ops/reduce.ts';
import { sumOverRows } from '../metrics/define.ts';
import type { ScalarSource } from '../regularizers/define.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { batchInputs, type Columns, perRow } from './columns.ts';
import { trainedOf } from './groups.ts';
import { forward } from './network.ts';
import { type CompiledOutput, lossWeightName, lossWeightRule, portName } from './outputs.ts';
import { multiplierName, penaltyOf } from './penalized.ts';
import type { CompiledNetwork, StepTrace } from './steps.ts';

/** Targets of an output, and their weights. */
interface Targets {
  readonly y: Tensor;
  readonly w: Tensor | undefined;
}

/** The loss, and the sums that it and the metrics need; `lossHere` gives it again, at other weights. */
export function objective(trace: StepTrace, model: CompiledNetwork, phase: 'train' | 'evaluate', rows: number, columns: Columns) {
  const { graph } = trace;
  const xs = batchInputs(graph, model.network, rows, columns.x);
  const targets = model.outputs.map((output, i): Targets => {
    const { shape, dtype, weighted } = columns.y[i];
    const y = graph.input(portName('y', output), { shape: [rows, ...shape], dtype }, 'batch');
    const w = weighted ? graph.input(portName('sampleWeight', output), { shape: [rows], dtype: 'float32' }, 'batch') : undefined;
    return { y, w };
  });
  const ports = perRow([...xs, ...targets.flatMap(({ y, w }) => (w ? [y, w] : [y]))]);
  const lossHere = () => lossOf(trace, model, rows, xs, targets);
  const { means, dataLoss, total, smooth, penalty, outputs, activations } = lossHere();
  graph.withScope('metrics', () => {
    trace.accumulate(`${phase}/loss`, mul(dataLoss, rows));
    if (penalty) trace.accumulate(`${phase}/penalty`, mul(penalty, rows));
    trace.next.set(`${phase}/rows`, add(trace.state(`${phase}/rows`), rows));
    model.outputs.forEach(({ prefix, metrics }, i) => {
      const { y, w } = targets[i];
      if (prefix) trace.accumulate(`${phase}/${prefix}loss`, mul(means[i], rows));
      const weight = `${phase}/${prefix}weight`;
      trace.next.set(weight, add(trace.state(weight), w ? cast(sum(w), 'float64') : rows));
      for (const m of metrics) {
        for (const [name, value] of Object.entries(m.sums(y, outputs[i]))) {
          trace.accumulate(`${phase}/${prefix}${m.name}/${name}`, sumOverRows(value, rows, w));
        }
      }
    });
  });
  return { ports, total, smooth, activations, lossHere };
}

/** Mean over the rows of an output's loss. */
function meanLoss(trace: StepTrace, { prefix, loss }: CompiledOutput, rows: number, { y, w }: Targets, output: Tensor): Tensor {
  const values = loss.perRow(y, output, (name, value, rule) => trace.scalar(`loss/${prefix}${name}`, value, rule));
  if (values.rank > 1)
    throw new RidgelineError(
      'ERR_SHAPE',
      `loss: expected a value per row (shape [${rows}]) or one value, got shape ${showShape(values.shape)}`,
    );
  if (values.rank === 0 && w)
    throw new RidgelineError(
      'ERR_SHAPE',
      'loss: sampleWeight, classWeight and missing labels need a loss that gives a value per row, this one gives one value for the batch',
    );
  return values.rank === 0 ? values : div(sum(w ? mul(values, w) : values), rows);
}

/** Loss at the weights as the trace reads them: of the data (mean over rows), penalty, and both. */
function lossOf(trace: StepTrace, model: CompiledNetwork, rows: number, xs: readonly Tensor[], targets: readonly Targets[]) {
  const { graph } = trace;
  trace.penalties.length = 0;
  const { outputs, activations } = forward(model.network, graph, xs, trace);
  return graph.withScope('loss', () => {
    const means = model.outputs.map((output, i) => meanLoss(trace, output, rows, targets[i], outputs[i]));
    const shares = model.outputs.map((output, i) =>
      output.lossWeight === undefined ? means[i] : mul(means[i], trace.scalar(lossWeightName(output), output.lossWeight, lossWeightRule)),
    );
    const dataLoss = shares.reduce((a, b) => add(a, b));
    // Those that the optimizer applies after its step are part of the objective, but not of its gradient.
    const proximal: Tensor[] = [];
    for (const p of model.parameters) {
      if (p.role !== 'weight' || !p.regularizer) continue;
      const value = penaltyOf(p, p.regularizer, model.parameters, {
        read: (other) => trace.parameter(other),
        scalar: (s, number, rule) => trace.scalar(`${p.name}/${s}`, number, rule),
      });
      (p.regularizer.proximal && p.trainable !== false ? proximal : trace.penalties).push(value);
    }
    const all = [...trace.penalties, ...proximal];
    const penalty = all.length > 0 ? all.reduce((a, b) => add(a, b)) : undefined;
    const smooth = [dataLoss, ...trace.penalties, ...(trace.training ? multiplierTerms(trace, model) : [])].reduce((a, b) => add(a, b));
    return { means, dataLoss, penalty, smooth, total: penalty ? add(dataLoss, penalty) : dataLoss, outputs, activations };
  });
}

/** The weights whose constraint has a multiplier, with it, and how far each is beyond its bound. */
export function heldWeights(trace: StepTrace, model: CompiledNetwork) {
  return trainedOf(model).flatMap((p) => {
    const multiplier = p.constraint?.multiplier;
    if (!multiplier) return [];
    const scalar: ScalarSource = (s, value, rule) => trace.scalar(`${p.name}/${s}`, value, rule);
    const name = multiplierName(p.name);
    return [{ name, multiplier, scalar, alpha: trace.state(name), excess: multiplier.excess(trace.parameter(p), scalar) }];
  });
}

/** strength·excess of each weight that a multiplier holds. */
const multiplierTerms = (trace: StepTrace, model: CompiledNetwork): Tensor[] =>
  heldWeights(trace, model).map(({ multiplier, alpha, excess, scalar }) =>
    mul(stopGradient(multiplier.strength(alpha, excess, scalar)), excess),
  );
