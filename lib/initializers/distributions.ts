/** Values from fixed distributions. Standard deviations are those of the formula; normals are not truncated unless the name says so. */
import { check, checkOptions, finite, inRange, optional } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { RandomStream } from '../random.ts';
import { affine, elementwise, type Initializer } from './define.ts';

/** Options of initializers that have none. */
export type NoOptions = Readonly<Record<string, never>>;

const filled = (kind: string, options: Readonly<Record<string, number>>, value: number): Initializer =>
  elementwise(kind, options, () => (_, out) => out.fill(value));

/** All 0. */
export function zeros(options: NoOptions = {}): Initializer {
  checkOptions('initializers.zeros', options, {});
  return filled('zeros', {}, 0);
}

/** All 1. */
export function ones(options: NoOptions = {}): Initializer {
  checkOptions('initializers.ones', options, {});
  return filled('ones', {}, 1);
}

/** All `value`, a finite number. */
export function constant(value: number): Initializer {
  check('initializers.constant', 'value', value, finite);
  return filled('constant', { value }, value);
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
  return elementwise('randomNormal', { mean, stddev }, () => (random, out) => affine(random.normals(out.length, out), stddev, mean));
}

/** N(mean, stddev²), drawn again beyond two standard deviations (so that the values' own deviation is 0.88 stddev). */
export function truncatedNormal(options: NormalOptions = {}): Initializer {
  checkOptions<NormalOptions>('initializers.truncatedNormal', options, normalRules);
  const { mean = 0, stddev = 0.05 } = options;
  const truncated = (random: RandomStream) => {
    let z = random.normal();
    while (Math.abs(z) > 2) z = random.normal();
    return z;
  };
  return elementwise('truncatedNormal', { mean, stddev }, () => (random, out) => {
    for (let i = 0; i < out.length; i++) out[i] = truncated(random);
    return affine(out, stddev, mean);
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
  return elementwise('randomUniform', { min, max }, () => (random, out) => affine(random.uniforms(out.length, out), max - min, min));
}
