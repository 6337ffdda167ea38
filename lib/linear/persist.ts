/** Estimators as safetensors files: arrays by name, everything else as JSON in the metadata. */
import { RidgelineError } from '../errors.ts';
import { readSafetensors, writeSafetensors } from '../formats/safetensors.ts';
import type { NDArray } from '../tensor/ndarray.ts';

const format = 'ridgeline-estimator';
const version = '1';

/** All that is needed to make an estimator again. */
export interface SavedEstimator {
  /** Which one: 'ridge', ... */
  readonly kind: string;
  /** Options as the constructor takes them; those that are undefined are left out. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What was fitted, in numbers. */
  readonly arrays: Readonly<Record<string, NDArray>>;
  /** What was fitted, of other kinds: classes, iterations, warnings. */
  readonly state?: Readonly<Record<string, unknown>>;
}

/** Writes an estimator; the file appears whole or not at all. Throws ERR_FORMAT where it cannot be written. */
export async function writeEstimator(path: string, { kind, options, arrays, state = {} }: SavedEstimator): Promise<void> {
  await writeSafetensors(
    path,
    arrays,
    { format, version, kind, options: JSON.stringify(options), state: JSON.stringify(state) },
    `${kind}: save`,
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function record(path: string, name: string, text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (isRecord(value)) return value;
  } catch {
    // Said below, with the file's name.
  }
  throw new RidgelineError('ERR_FORMAT', `loadEstimator: ${path}: expected ${name} as a JSON object`);
}

/** Reads what {@link writeEstimator} wrote. Throws ERR_FORMAT for files that are damaged, newer, or no estimators. */
export async function readEstimator(path: string): Promise<SavedEstimator> {
  const { tensors, metadata } = await readSafetensors(path, 'loadEstimator');
  if (metadata.format !== format)
    throw new RidgelineError('ERR_FORMAT', `loadEstimator: ${path} is not an estimator (its format is ${metadata.format ?? 'not given'})`);
  if (metadata.version !== version)
    throw new RidgelineError('ERR_FORMAT', `loadEstimator: ${path} has version ${metadata.version}, this package reads ${version}`);
  return {
    kind: metadata.kind ?? '',
    options: record(path, 'options', metadata.options),
    arrays: tensors,
    state: record(path, 'state', metadata.state),
  };
}

/** The warnings in a saved state. */
export const savedWarnings = ({ state }: SavedEstimator): string[] =>
  Array.isArray(state?.warnings) ? state.warnings.filter((w): w is string => typeof w === 'string') : [];
