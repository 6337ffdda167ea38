/** All members' answers to the same rows. */
import type { NDArray } from '../tensor/ndarray.ts';
import { type Asked, answerOf, type Label } from './member.ts';

/** The answer of each member, in their order. */
export async function answersOf(
  seats: readonly Asked[],
  x: NDArray,
  classes: readonly Label[] | undefined,
  threads: number | undefined,
): Promise<NDArray[]> {
  return Promise.all(seats.map((seat) => answerOf(seat, x, classes, threads)));
}
