import { oneOf, type Rule } from '../check.ts';
import type { Precision } from './tensor.ts';

/** Precisions of matrix products. */
export const precisionRule: Rule<Precision> = oneOf('float32', 'bfloat16');
