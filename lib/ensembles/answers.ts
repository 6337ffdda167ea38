/** All members' answers to the same rows. */
import { Model } from '../models/model.ts';
import { predictTogether } from '../models/population.ts';
import type { ResidentData } from '../models/resident-data.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { type Asked, asProbabilities, estimatorAnswer, type Label } from './member.ts';

/** The answer of each member, in their order: those of all networks in one pass. `resident`: x in native memory, where it is there already. */
export async function answersOf(
  seats: readonly Asked[],
  x: NDArray,
  classes: readonly Label[] = [],
  threads?: number,
  resident?: ResidentData,
): Promise<NDArray[]> {
  const networks = seats.flatMap(({ member, columns }) => (member instanceof Model ? [{ model: member, columns }] : []));
  const models = networks.map(({ model }) => model);
  const options = { features: networks.map(({ columns }) => columns), ...(threads === undefined ? {} : { threads }) };
  const outputs = models.length > 0 ? await predictTogether(models, resident ?? x, options) : [];
  const known = new Map(models.map((model, i) => [model, asProbabilities(model, outputs[i])]));
  const answers: NDArray[] = [];
  for (const seat of seats) {
    const { member } = seat;
    answers.push(member instanceof Model ? (known.get(member) as NDArray) : await estimatorAnswer(member, seat, x, classes));
  }
  return answers;
}
