/** Values whose variance follows from the fans, so that signals keep their scale through the layers. */
import { checkOptions } from '../check.ts';
import type { RandomStream } from '../random.ts';
import { affine, elementwise, fans, type Initializer } from './define.ts';
import type { NoOptions } from './distributions.ts';

type Variance = (fanIn: number, fanOut: number) => number;
type Scaled = (random: RandomStream, out: Float64Array, stddev: number) => Float64Array;

/** A kind with mean 0 and the given variance. */
const scaled =
  (kind: string, variance: Variance, draw: Scaled) =>
  (options: NoOptions = {}): Initializer => {
    checkOptions(`initializers.${kind}`, options, {});
    return elementwise(kind, {}, (shape) => {
      const { fanIn, fanOut } = fans(shape);
      const stddev = Math.sqrt(variance(fanIn, fanOut));
      return (random, out) => draw(random, out, stddev);
    });
  };

const normal: Scaled = (random, out, stddev) => affine(random.normals(out.length, out), stddev, 0);
const uniform: Scaled = (random, out, stddev) => {
  const values = random.uniforms(out.length, out);
  for (let i = 0; i < values.length; i++) values[i] = stddev * (Math.sqrt(3) * (2 * values[i] - 1));
  return values;
};
const glorot: Variance = (fanIn, fanOut) => 2 / (fanIn + fanOut);
const he: Variance = (fanIn) => 2 / fanIn;
const lecun: Variance = (fanIn) => 1 / fanIn;

/** U(±√(6/(fanIn + fanOut))). Glorot and Bengio 2010; also called Xavier. */
export const glorotUniform = scaled('glorotUniform', glorot, uniform);
/** N(0, 2/(fanIn + fanOut)), not truncated. Glorot and Bengio 2010. */
export const glorotNormal = scaled('glorotNormal', glorot, normal);
/** U(±√(6/fanIn)). He et al. 2015; also called Kaiming. */
export const heUniform = scaled('heUniform', he, uniform);
/** N(0, 2/fanIn), not truncated. He et al. 2015. */
export const heNormal = scaled('heNormal', he, normal);
/** U(±√(3/fanIn)). LeCun et al. 1998. */
export const lecunUniform = scaled('lecunUniform', lecun, uniform);
/** N(0, 1/fanIn), not truncated. LeCun et al. 1998. */
export const lecunNormal = scaled('lecunNormal', lecun, normal);
