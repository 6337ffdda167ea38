import { add, mul, sub } from '../ops/binary.ts';
import type { Tensor } from '../tensor/tensor.ts';

/** (1 - share)·from + share·to, which is exactly `from` at a share of 0 and `to` at 1. */
export const mix = (from: Tensor, to: Tensor, share: Tensor): Tensor => add(mul(sub(1, share), from), mul(share, to));
