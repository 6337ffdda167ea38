/** Inputs for an op's samples: fixed pseudo-random values that keep away from the op's kinks. */
import type { SampleInput } from '../../lib/ops/define.ts';
import { philoxUniforms } from '../../lib/random.ts';
import { NDArray } from '../../lib/tensor/ndarray.ts';
import { newTypedArray } from '../../lib/tensor/dtype.ts';
import { sizeOf } from '../../lib/tensor/shape.ts';

const clearance = 0.05;

export function sampleArray(input: SampleInput, stream: number): NDArray {
  const [low, high] = input.range ?? [-1, 1];
  const dtype = input.dtype ?? 'float32';
  const draws = philoxUniforms([11, 7], stream, [0, 0], 0, sizeOf(input.shape));
  const data = newTypedArray(dtype, draws.length);
  draws.forEach((u, i) => {
    let v = low + u * (high - low);
    if (dtype === 'int32' || dtype === 'uint8') v = Math.floor(v);
    for (const k of input.kinks ?? []) if (Math.abs(v - k) < clearance) v = k + clearance;
    data[i] = v;
  });
  return new NDArray(data, input.shape);
}
