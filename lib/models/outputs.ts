/** What compile() fixes for each output of a network, and the names of what belongs to it in state, scalars and logs. */
import { inRange } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { Loss } from '../losses/define.ts';
import { type Metric, resultOf, sumOverRows } from '../metrics/define.ts';
import type { Shape } from '../tensor/shape.ts';
import { Graph, tracing } from '../tensor/tensor.ts';
import type { Network } from './network.ts';

/** What a loss weight may be. */
export const lossWeightRule = inRange('[0, inf)');

/** How an output is judged. */
export interface OutputGoal {
  readonly loss: Loss;
  readonly metrics: readonly Metric[];
  /** Its share in the loss that is minimized; undefined: that loss is this one. */
  readonly lossWeight: number | undefined;
}

/** A running sum of a pass over data, or several under one name. */
interface Sum {
  readonly name: string;
  /** [] or [n]. */
  readonly shape: Shape;
}

/** An output of a compiled model. */
export interface CompiledOutput extends OutputGoal {
  readonly name: string;
  /** Without the batch axis. */
  readonly shape: Shape;
  /** What comes before its names: nothing where there is one output, else 'name/'. */
  readonly prefix: string;
  /** The sums that each metric keeps. */
  readonly sums: ReadonlyMap<Metric, readonly Sum[]>;
}

/** The outputs of a network with what is to be made of them. */
export function compiledOutputs(
  network: Network,
  shapes: readonly Shape[],
  ops: readonly string[],
  goals: readonly OutputGoal[],
): CompiledOutput[] {
  goals.forEach(({ loss }, i) => checkLink(network, network.outputs[i].name, ops[i], loss));
  const several = network.outputs.length > 1;
  const named = network.outputs.map(({ name }, i) => {
    const { loss, metrics, lossWeight } = goals[i];
    const own = metrics.map((m) => (loss.outputs === 'scores' && m.ofScores ? m.ofScores() : m));
    return { loss, metrics: own, lossWeight, name, shape: shapes[i], prefix: several ? `${name}/` : '' };
  });
  checkLogNames(named);
  return named.map((o) => ({ ...o, sums: new Map(o.metrics.map((m) => [m, sumsOf(m, o.loss, o.shape)])) }));
}

/** The ops that make probabilities of scores. */
export const links: ReadonlySet<string> = new Set(['softmax', 'sigmoid']);

/** Throws for a loss of logits on what has been through softmax or sigmoid already: it would train on the wrong scale in silence. */
function checkLink({ named }: Network, name: string, op: string, loss: Loss): void {
  if (loss.options.fromLogits !== true || !links.has(op)) return;
  const output = named ? `output '${name}'` : 'the output';
  throw new RidgelineError(
    'ERR_OPTION',
    `compile: ${loss.kind} has fromLogits: true, but ${output} is made by ${op}, which gives probabilities; leave fromLogits out, or the activation`,
  );
}

/** Two metrics, or outputs such as 'a' with a metric 'bLoss' and 'aB', must not report under one name. */
function checkLogNames(outputs: readonly Omit<CompiledOutput, 'sums'>[]): void {
  const used = new Set(['loss', 'penalty']);
  for (const output of outputs) {
    for (const name of [...(output.prefix ? ['loss'] : []), ...output.metrics.map((m) => m.name)]) {
      const key = logName(output, name);
      if (used.has(key))
        throw new RidgelineError(
          'ERR_OPTION',
          `compile: two numbers of the history would be called '${key}'; expected other names of outputs or metrics`,
        );
      used.add(key);
    }
  }
}

/** Name of a graph's input that belongs to an output. */
export const portName = (port: string, { prefix, name }: CompiledOutput): string => (prefix ? `${port}/${name}` : port);

/** Path of an output's weight among the hyper-parameters. */
export const lossWeightName = ({ name }: { readonly name: string }): string => `lossWeights/${name}`;

/** Name of one of an output's numbers in logs and results: accuracy, or digitAccuracy. */
export const logName = ({ prefix, name }: Pick<CompiledOutput, 'prefix' | 'name'>, number: string): string =>
  prefix ? `${name}${number[0].toUpperCase()}${number.slice(1)}` : number;

/** Running sums of a pass over data: float64 state entries. */
export function accumulators(phase: 'train' | 'evaluate', outputs: readonly CompiledOutput[]): Sum[] {
  const single = (name: string): Sum => ({ name: `${phase}/${name}`, shape: [] });
  return [
    ...['loss', 'penalty', 'rows'].map(single),
    ...outputs.flatMap(({ prefix, metrics, sums }) => [
      ...(prefix ? [single(`${prefix}loss`)] : []),
      single(`${prefix}weight`),
      ...metrics.flatMap((m) => (sums.get(m) ?? []).map(({ name, shape }) => ({ name: `${phase}/${prefix}${m.name}/${name}`, shape }))),
    ]),
  ];
}

/** Loss and metrics from the running sums of a phase, which `read` gives by name. */
export function resultsOf(
  outputs: readonly CompiledOutput[],
  phase: 'train' | 'evaluate',
  hasPenalty: boolean,
  read: (name: string) => ArrayLike<number>,
) {
  const sum = (name: string) => read(name)[0];
  const rows = sum(`${phase}/rows`);
  const penalty = sum(`${phase}/penalty`) / rows;
  const logs: Record<string, number> = { loss: sum(`${phase}/loss`) / rows + penalty };
  if (hasPenalty) logs.penalty = penalty;
  for (const output of outputs) {
    const { prefix, metrics, sums } = output;
    if (prefix) logs[logName(output, 'loss')] = sum(`${phase}/${prefix}loss`) / rows;
    const weight = sum(`${phase}/${prefix}weight`);
    for (const m of metrics) {
      const known = Object.fromEntries((sums.get(m) ?? []).map(({ name }) => [name, read(`${phase}/${prefix}${m.name}/${name}`)]));
      logs[logName(output, m.name)] = resultOf(m, known, weight);
    }
  }
  return logs;
}

/** The sums that a metric keeps, learned by tracing it on stand-ins. */
function sumsOf(metric: Metric, loss: Loss, output: Shape): Sum[] {
  const graph = new Graph();
  const rows = 2;
  const yPred = graph.input('yPred', { shape: [rows, ...output], dtype: 'float32' });
  const yTrue = graph.input(
    'yTrue',
    loss.target === 'sparse' ? { shape: [rows], dtype: 'int32' } : { shape: [rows, ...output], dtype: 'float32' },
  );
  return tracing(graph, () =>
    Object.entries(metric.sums(yTrue, yPred)).map(([name, value]) => ({ name, shape: sumOverRows(value, rows).shape })),
  );
}
