import { closed } from '../describe.ts';
import { checkOptions, finite, optional } from '../check.ts';
import { type Initializer, matrixOf } from './define.ts';

/** Options of {@link identity}. */
export interface IdentityOptions {
  /** Value of the ones, a finite number; default 1. */
  readonly gain?: number;
}

/**
 * gain where an input and a unit have the same number, 0 elsewhere: a square dense layer starts as gain·x, a longer or wider one copies what it
 * can. For a kernel with a receptive field [..., inputs, units] the matrix stands at the field's centre (the position that 'same' padding lays
 * on the output's own), so that a convolution starts as gain·x too. Le, Jaitly, Hinton 2015 (recurrent kernels). PyTorch: eye_ and dirac_.
 * @throws ERR_SHAPE when it is asked for a vector.
 */
export function identity(options: IdentityOptions = {}): Initializer {
  checkOptions<IdentityOptions>('initializers.identity', options, { gain: optional(finite) });
  const { gain = 1 } = options;
  return closed({
    kind: 'identity',
    options: { gain },
    sample: (shape) => {
      const { inputs, units } = matrixOf('identity', shape);
      const values = new Float64Array(inputs * units);
      const channels = shape[shape.length - 2];
      const centre = shape.slice(0, -2).reduce((at, size) => at * size + Math.floor((size - 1) / 2), 0);
      for (let k = 0; k < Math.min(channels, units); k++) values[(centre * channels + k) * units + k] = gain;
      return values;
    },
  });
}
