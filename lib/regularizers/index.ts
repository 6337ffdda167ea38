import type { Activation } from '../activations.ts';
import { show } from '../check.ts';
import type { Description } from '../describe.ts';
import { RidgelineError } from '../errors.ts';
import { Tensor } from '../tensor/tensor.ts';
import type { Regularizer } from './define.ts';
import { klSparsity, type KlSparsityOptions } from './kl-sparsity.ts';
import { orthogonal } from './orthogonal.ts';
import { type ElasticNetOptions, elasticNet, l1, l2 } from './penalties.ts';
import { tie } from './tie.ts';

export type { Regularizer, ScalarSource } from './define.ts';
export type { KlSparsityOptions } from './kl-sparsity.ts';
export type { ElasticNetOptions, ProximalOptions } from './penalties.ts';

/** Penalties on weights, and on what layers give. */
export const regularizers = { l1, l2, elasticNet, orthogonal, tie, klSparsity };

/** A regularizer, or a function of the weight giving a rank-0 penalty. */
export type RegularizerLike = Regularizer | ((weight: Tensor) => Tensor);

/**
 * The regularizer that a user means, in argument `where`.
 * @throws ERR_OPTION for anything else; and, when applied, for a function whose result is not a rank-0 Tensor.
 */
export function resolveRegularizer(where: string, value: RegularizerLike | undefined): Regularizer | undefined {
  const regularizer = resolved(where, value);
  if (regularizer?.ofRates)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected a penalty of weights, got regularizers.${regularizer.kind}, which is for activityRegularizer`,
    );
  return regularizer;
}

function resolved(where: string, value: RegularizerLike | undefined): Regularizer | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'function') {
    const penalty = (weight: Tensor): Tensor => {
      const result: unknown = value(weight);
      if (result instanceof Tensor && result.rank === 0) return result;
      const got = result instanceof Tensor ? String(result) : show(result);
      throw new RidgelineError('ERR_OPTION', `${where}: expected the regularizer function to return a Tensor of rank 0, got ${got}`);
    };
    return { kind: 'custom', options: { penalty: value }, penalty };
  }
  if (typeof value?.penalty === 'function') return value;
  throw new RidgelineError('ERR_OPTION', `${where}: expected a regularizer such as regularizers.l2(1e-4), got ${show(value)}`);
}

/** The same for what a layer gives, after `activation`: no weight, so that no optimizer steps on it. */
export function resolveActivityRegularizer(
  where: string,
  value: RegularizerLike | undefined,
  activation: Activation,
): Regularizer | undefined {
  const regularizer = resolved(where, value);
  if (regularizer?.proximal)
    throw new RidgelineError('ERR_OPTION', `${where}: expected a penalty without { proximal: true }, which is for weights`);
  if (regularizer?.tiedTo !== undefined)
    throw new RidgelineError('ERR_OPTION', `${where}: expected a penalty of values alone, got regularizers.tie, which is for weights`);
  if (regularizer?.ofRates && !activation.inUnitInterval && activation.kind !== 'custom')
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: regularizers.${regularizer.kind} is of outputs in [0, 1]; expected activation 'sigmoid', 'hardSigmoid' or 'softmax', got '${activation.kind}'`,
    );
  return regularizer;
}

/** The regularizer that a description names. */
export function regularizerFrom({ kind, options }: Description): Regularizer {
  if (kind === 'l1') {
    const { lambda, ...more } = options;
    return l1(lambda as number, more);
  }
  if (kind === 'l2') return l2(options.lambda as number);
  if (kind === 'elasticNet') return elasticNet(options as unknown as ElasticNetOptions);
  if (kind === 'orthogonal') return orthogonal(options.lambda as number);
  if (kind === 'tie') return tie(options.to as string, options.lambda as number);
  if (kind === 'klSparsity') return klSparsity(options as unknown as KlSparsityOptions);
  throw new RidgelineError('ERR_FORMAT', `no regularizer is called '${kind}'`);
}
