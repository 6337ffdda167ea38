import { readSafetensors } from '../formats/safetensors.ts';
import { ensembleEntry, loadModel } from '../models/load.ts';
import type { Model } from '../models/model.ts';
import { type Ensemble, ensembleOf } from './ensemble.ts';
import { readCommittee } from './files.ts';

/** An ensemble from a file. */
export interface LoadedEnsemble extends Ensemble {
  /** Which function made it: 'bagging', 'adaBoost', ... */
  readonly kind: string;
}

/**
 * Reads an ensemble of any kind that save() wrote, to predict and to be judged. To train it further, load it by the kind that made it:
 * `ensembles.bagging({ model }).load(path)`.
 * @throws ERR_FORMAT for a file that is truncated, hostile or of another kind, or whose tensors do not fit.
 */
export async function load(path: string): Promise<LoadedEnsemble> {
  const where = 'ensembles.load';
  const committee = await readCommittee(where, path);
  return Object.assign(
    ensembleOf(where, () => committee),
    { kind: committee.kind },
  );
}

/** The model or the ensemble that a file holds. */
export async function loadEither(path: string): Promise<Model | LoadedEnsemble> {
  const { metadata } = await readSafetensors(path, 'load');
  return ensembleEntry in metadata ? load(path) : loadModel(path);
}
