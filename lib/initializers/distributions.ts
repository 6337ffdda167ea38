/** Values from fixed distributions. Standard deviations are those of the formula; normals are not truncated unless the name says so. */
import { closed } from '../describe.ts';
import { check, checkOptions, finite, inRange, optional } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { sizeOf } from '../tensor/shape.ts';
import { affine, filled, type Initializer } from './define.ts';

/** Options of initializers that have none. */
export type NoOptions = Readonly<Record<string, never>>;

/** All 0. */
export function zeros(options: NoOptions = {}): Initializer {
  checkOptions('initializers.zeros', options, {});
  return closed({ kind: 'zeros', options: {}, sample: (shape) => filled(shape, 0) });
}

/** All 1. */
export function ones(options: NoOptions = {}): Initializer {
  checkOptions('initializers.ones', options, {});
  return closed({ kind: 'ones', options: {}, sample: (shape) => filled(shape, 1) });
}

/** All `value`, a finite number. */
export function constant(value: number): Initializer {
  check('initializers.constant', 'value', value, finite);
  return closed({ kind: 'constant', options: { value }, sample: (shape) => filled(shape, value) });
}

/** Options of {@link randomNormal} and {@link truncatedNormal}. */
export interface NormalOptions {
  /** Default 0. */
  readonly mean?: number;
  /** Standard deviation, in [0, inf); default 0.05. */
  readonly stddev?: number;
}
const normalRules = { mean: optional(finite), stddev: optional(inRange('[0, inf)')) };

/** N(mean, stddev²). */
export function randomNormal(options: NormalOptions = {}): Initializer {
  checkOptions<NormalOptions>('initializers.randomNormal', options, normalRules);
  const { mean = 0, stddev = 0.05 } = options;
  return closed({
    kind: 'randomNormal',
    options: { mean, stddev },
    sample: (shape, random) => affine(random.normals(sizeOf(shape)), stddev, mean),
  });
}

/** N(mean, stddev²), drawn again beyond two standard deviations (so that the values' own deviation is 0.88 stddev). */
export function truncatedNormal(options: NormalOptions = {}): Initializer {
  checkOptions<NormalOptions>('initializers.truncatedNormal', options, normalRules);
  const { mean = 0, stddev = 0.05 } = options;
  return closed({
    kind: 'truncatedNormal',
    options: { mean, stddev },
    sample: (shape, random) =>
      affine(
        new Float64Array(sizeOf(shape)).map(() => {
          let z = random.normal();
          while (Math.abs(z) > 2) z = random.normal();
          return z;
        }),
        stddev,
        mean,
      ),
  });
}

/** Options of {@link randomUniform}. */
export interface UniformOptions {
  /** Default -0.05. */
  readonly min?: number;
  /** Above min; default 0.05. */
  readonly max?: number;
}

/** U(min, max). */
export function randomUniform(options: UniformOptions = {}): Initializer {
  checkOptions<UniformOptions>('initializers.randomUniform', options, { min: optional(finite), max: optional(finite) });
  const { min = -0.05, max = 0.05 } = options;
  if (!(max > min))
    throw new RidgelineError('ERR_OPTION', `initializers.randomUniform: expected max above min, got min ${min} and max ${max}`);
  return closed({
    kind: 'randomUniform',
    options: { min, max },
    sample: (shape, random) => affine(random.uniforms(sizeOf(shape)), max - min, min),
  });
}
