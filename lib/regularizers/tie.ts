import { closed } from '../describe.ts';
import { check, inRange, show, string } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { Layer } from '../layers/define.ts';
import { mul, sub } from '../ops/binary.ts';
import { sum } from '../ops/reduce.ts';
import { square } from '../ops/unary.ts';
import type { Regularizer } from './define.ts';

const lambdaRule = inRange('[0, inf)');

/**
 * λ‖w - other‖²: the weight and another one of the same model are drawn towards each other; the gradient 2λ(w - other) goes to both, to one alone
 * where the other is frozen. Two models that are trained together, as parts of one defineModel, are tied like two layers of one.
 * @param to a layer that was given a name, or its name, for the weight that is called there as this one is here (kernel with kernel); or the name
 * of a weight ('encoder/kernel').
 * @param lambda strength, in [0, inf).
 * @throws ERR_OPTION for a layer without a name and, when the model is made, for one that it does not have; ERR_SHAPE then for other shapes.
 * Source: Goodfellow, Bengio, Courville 2016, 7.9; Lasserre, Bishop, Minka 2006.
 */
export function tie(to: Layer | string, lambda: number): Regularizer {
  const where = 'regularizers.tie';
  const isLayer = typeof to === 'object' && to !== null && typeof to.call === 'function';
  if (isLayer && to.name === undefined)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected a layer with a name, such as layers.dense(8, { name: 'a' }), got ${show(to)}`,
    );
  const name = isLayer ? to.name : to;
  check(where, 'the layer or weight', name, string);
  check(where, 'lambda', lambda, lambdaRule);
  return closed(
    {
      kind: 'tie',
      options: { to: name, lambda },
      tiedTo: name,
      penalty: (w, scalar, other) => {
        if (!other)
          throw new RidgelineError('ERR_OPTION', `${where}: expected a weight of a model, which has other weights, got a Tensor alone`);
        return mul(scalar('tie', lambda, lambdaRule), sum(square(sub(w, other(name)))));
      },
    },
    'penalty',
  );
}
