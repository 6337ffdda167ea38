/** Which weights of a model carry which penalty, and the multipliers of their constraints. */
import type { Rule } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { zeros } from '../initializers/distributions.ts';
import type { Optimizer } from '../optimizers/define.ts';
import type { Regularizer, ScalarSource } from '../regularizers/define.ts';
import { sameShape } from '../tensor/shape.ts';
import { Graph, type Tensor, tracing } from '../tensor/tensor.ts';
import type { ParameterInfo } from './network.ts';

/** Penalties of the whole model, for weights that have none of their own. */
export interface ModelRegularizers {
  readonly kernel?: Regularizer;
  readonly bias?: Regularizer;
}

/** The parameters with the penalties that training is to use. */
export const penalized = (parameters: readonly ParameterInfo[], regularizers: ModelRegularizers): ParameterInfo[] =>
  parameters.map((p) => {
    const regularizer = p.regularizer ?? (p.part && regularizers[p.part]);
    return regularizer ? { ...p, regularizer } : p;
  });

/** Throws for a proximal penalty under an optimizer whose steps do not scale with the gradient. */
export function requireStepSizes(optimizer: Optimizer, trained: readonly ParameterInfo[]): void {
  const proximal = trained.find((p) => p.regularizer?.proximal);
  if (proximal && !optimizer.hasStepSize)
    throw new RidgelineError(
      'ERR_OPTION',
      `compile: '${proximal.name}' has a proximal penalty, which needs the size of each step, and ${optimizer.kind} has none; ` +
        'expected another optimizer, such as sgd or adam, or the penalty without { proximal: true }',
    );
}

/** Name of the multiplier of a weight's constraint, a statistic of rank 0. */
export const multiplierName = (weight: string): string => `${weight}/multiplier`;

/** A parameter as a trace meets it, and the multiplier of its constraint, if it has one. */
export const withMultiplier = (p: ParameterInfo): ParameterInfo[] =>
  p.constraint?.multiplier && p.role === 'weight'
    ? [p, { name: multiplierName(p.name), shape: [], role: 'statistic', initializer: zeros(), trainable: false }]
    : [p];

/** How a penalty comes by its Tensors. */
export interface PenaltySource {
  readonly read: (p: ParameterInfo) => Tensor;
  readonly scalar: ScalarSource;
}

/** The penalty of a weight, with the other weights of the model at hand. */
export const penaltyOf = (p: ParameterInfo, regularizer: Regularizer, all: readonly ParameterInfo[], source: PenaltySource): Tensor =>
  regularizer.penalty(source.read(p), source.scalar, (to) => source.read(tiedWeight(p, to, all)));

/** The numbers of a weight's penalty as they were given, by path. */
export function penaltyNumbers(p: ParameterInfo, all: readonly ParameterInfo[]): Map<string, { value: number; rule: Rule<number> }> {
  const found = new Map<string, { value: number; rule: Rule<number> }>();
  const { regularizer } = p;
  if (!regularizer) return found;
  const graph = new Graph();
  const read = ({ name, shape }: ParameterInfo) => graph.input(name, { shape, dtype: 'float32' }, 'state');
  const scalar: ScalarSource = (name, value, rule) => {
    found.set(`${p.name}/${name}`, { value, rule });
    return graph.input(name, { shape: [], dtype: 'float32' }, 'scalar');
  };
  tracing(graph, () => penaltyOf(p, regularizer, all, { read, scalar }));
  return found;
}

/** The weight called `to`, or the one of that layer which has the name that `p` has in its own. */
function tiedWeight(p: ParameterInfo, to: string, all: readonly ParameterInfo[]): ParameterInfo {
  const local = p.name.slice(p.name.lastIndexOf('/') + 1);
  const weights = all.filter((other) => other.role === 'weight');
  const found = weights.find(({ name }) => name === to) ?? weights.find(({ name }) => name === `${to}/${local}`);
  if (!found)
    throw new RidgelineError(
      'ERR_OPTION',
      `regularizers.tie: '${p.name}' is tied to '${to}', but the model has no weight '${to}' or '${to}/${local}'; weights: ${weights.map(({ name }) => name).join(', ')}`,
    );
  if (!sameShape(found.shape, p.shape))
    throw new RidgelineError(
      'ERR_SHAPE',
      `regularizers.tie: '${p.name}' has shape ${showShape(p.shape)} and '${found.name}', to which it is tied, ${showShape(found.shape)}`,
    );
  return found;
}

/** Throws where a weight is tied to one that is not there, or is of another shape. */
export function checkTies(parameters: readonly ParameterInfo[]): void {
  for (const p of parameters) if (p.regularizer?.tiedTo !== undefined) tiedWeight(p, p.regularizer.tiedTo, parameters);
}
