import { positiveInt } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { add } from '../ops/binary.ts';
import { matmul } from '../ops/matmul.ts';
import { asFloat, defineLayer, type ApplicableLayer } from './define.ts';
import { biasOf, completeKernel, type KernelOptions, kernelOf, kernelRules, penalizeActivity } from './kernel.ts';

/** Declaration of {@link dense}. */
export const denseKind = defineLayer({
  kind: 'dense',
  argument: 'units',
  rules: { units: positiveInt, ...kernelRules },
  complete: (options: Omit<KernelOptions, 'name'> & { units: number }) => ({ units: options.units, ...completeKernel('dense', options) }),
  call: (given, ctx, { units, activation, useBias, ...o }) => {
    const x = asFloat(given);
    if (x.rank !== 2)
      throw new RidgelineError('ERR_SHAPE', `dense: expected input of rank 2, got shape ${showShape(x.shape)}; add layers.flatten()`);
    const product = matmul(x, kernelOf(ctx, [x.shape[1], units], o));
    const z = useBias ? add(product, biasOf(ctx, units, o)) : product;
    const y = activation.apply(z);
    penalizeActivity(y, ctx, o.activityRegularizer);
    return y;
  },
});

/**
 * activation(x·kernel + bias): x [rows, inputs], kernel [inputs, units], bias [units].
 * @param units outputs, a positive integer.
 * @throws ERR_SHAPE for rows that are not vectors: add layers.flatten().
 */
export const dense = (units: number, options: KernelOptions = {}): ApplicableLayer => denseKind.make(options, units);
