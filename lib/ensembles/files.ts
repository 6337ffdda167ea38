/** Ensembles as one safetensors file: the tensors of member 3 begin with 'member3/', the rest is JSON in the metadata. */
import { boolean, check, checkOptions, optional, string } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import { readSafetensors, writeSafetensors } from '../formats/safetensors.ts';
import { restore } from '../linear/load.ts';
import type { SavedEstimator } from '../linear/persist.ts';
import { decodeModel, ensembleEntry } from '../models/load.ts';
import { Model } from '../models/model.ts';
import { encodeModel } from '../models/save.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { checkAlike } from './answers.ts';
import type { Combination, Task } from './combine.ts';
import type { Committee } from './ensemble.ts';
import { type Asked, type Estimator, judgeOfAll, type Label, plainJudge } from './member.ts';

const format = 'ridgeline-ensemble';
const version = 1;
const rules: readonly Combination['rule'][] = ['mean', 'geometricMean', 'vote', 'samme', 'median', 'sum'];
const links: readonly NonNullable<Combination['link']>[] = ['identity', 'sigmoid', 'softmax'];

/** Everything but the tensors. */
interface Saved {
  readonly format: string;
  readonly version: number;
  readonly kind: string;
  readonly task: Task;
  readonly combination: Combination;
  readonly classes?: readonly Label[] | undefined;
  /** Values of a row of x; not in files of earlier versions. */
  readonly features?: number | undefined;
  readonly notes: Readonly<Record<string, unknown>>;
  /** Of each member the text that its model has in a file of its own. */
  readonly members: readonly string[];
}

const prefix = (i: number) => `member${i}/`;
const columnsName = (i: number) => `columns${i}`;

/** What stands for an estimator in the place of a model's text; its arrays are tensors. */
interface SavedMember extends Pick<SavedEstimator, 'options' | 'state'> {
  readonly estimator: string;
  readonly labels: readonly Label[] | undefined;
}

const isEstimator = (v: unknown): v is SavedMember =>
  typeof v === 'object' && v !== null && typeof (v as SavedMember).estimator === 'string';

/** Estimators of `linear` say what a file holds of them; others cannot be made again. */
function encodeEstimator(where: string, member: Estimator, i: number, labels: readonly Label[] | undefined) {
  const { saved } = member as { saved?: () => SavedEstimator };
  if (typeof saved !== 'function')
    throw new RidgelineError('ERR_FORMAT', `${where}: save: member ${i} is an estimator of yours, which a file cannot carry`);
  const { kind, options, arrays, state } = saved.call(member);
  const model: SavedMember = { estimator: kind, options, state, labels };
  return { tensors: arrays, model };
}

function decodeEstimator(
  arrays: Record<string, NDArray>,
  { estimator, options, state, labels }: SavedMember,
  columns: Int32Array | undefined,
): Asked {
  const member = restore({ kind: estimator, options, state, arrays }) as Estimator;
  return { member, columns, labels };
}

/** Writes the committee; see Ensemble.save. */
export async function saveCommittee(
  where: string,
  { kind, seats, combination, task, classes, features, notes }: Committee,
  path: string,
  options: { readonly training?: boolean },
  texts: Readonly<Record<string, string>>,
): Promise<void> {
  checkOptions(`${where}: save`, options, { training: optional(boolean) });
  const tensors: Record<string, NDArray> = {};
  const members = seats.map(({ member, columns, labels }, i) => {
    const own = member instanceof Model ? encodeModel(member.engine, options.training ?? false) : encodeEstimator(where, member, i, labels);
    for (const [name, value] of Object.entries(own.tensors)) tensors[prefix(i) + name] = value;
    if (columns) tensors[columnsName(i)] = new NDArray(columns, [columns.length]);
    return JSON.stringify(own.model);
  });
  const saved: Saved = { format, version, kind, task, combination, classes, features, notes, members };
  await writeSafetensors(path, tensors, { ...texts, [ensembleEntry]: JSON.stringify(saved) }, `${where}: save`);
}

/** Reads what {@link saveCommittee} wrote. Throws ERR_FORMAT for anything else. */
export async function readCommittee(where: string, path: string, kind?: string): Promise<Committee> {
  check(where, 'path', path, string);
  const { tensors, metadata } = await readSafetensors(path, where);
  const bad = (why: string, cause?: unknown) => new RidgelineError('ERR_FORMAT', `${where}: ${path}: ${why}`, { cause });
  const text = metadata[ensembleEntry];
  if (text === undefined)
    throw bad(metadata.ridgeline === undefined ? 'the file holds no ensemble' : 'the file holds one model: use loadModel()');
  try {
    const saved = JSON.parse(text) as Saved;
    checkSaved(saved);
    if (kind !== undefined && saved.kind !== kind)
      throw new RidgelineError('ERR_FORMAT', `expected an ensemble made by ${kind}, got ${saved.kind}`);
    const seats = saved.members.map((own, i): Asked => {
      const part = Object.fromEntries(
        Object.entries(tensors)
          .filter(([name]) => name.startsWith(prefix(i)))
          .map(([name, value]) => [name.slice(prefix(i).length), value]),
      );
      const found: unknown = JSON.parse(own);
      const columns = tensors[columnsName(i)];
      const picked = columns && Int32Array.from(columns.data);
      if (isEstimator(found)) return decodeEstimator(part, found, picked);
      const member = decodeModel(`member ${i}`, part, own);
      if (!(member instanceof Model) || !member.engine.compiled)
        throw new RidgelineError('ERR_FORMAT', `expected member ${i} to be a compiled model with one input and one output`);
      return { member, columns: picked };
    });
    const { combination, task, classes, features, notes } = saved;
    const members = seats.map(({ member }) => member);
    checkAlike('members', members);
    // Members of a sum predict residuals: the ensemble is judged by its task.
    const judge = combination.rule === 'sum' ? plainJudge(task, combination.link === 'sigmoid') : judgeOfAll(members);
    const { [ensembleEntry]: _, ...texts } = metadata;
    return { kind: saved.kind, seats, combination, task, judge, classes, features, notes, texts };
  } catch (error) {
    throw bad(error instanceof Error ? error.message : String(error), error);
  }
}

const isNumbers = (v: unknown): boolean => Array.isArray(v) && v.every((n) => typeof n === 'number' && Number.isFinite(n));

function checkSaved(saved: Saved): void {
  const malformed = (what: string) => new RidgelineError('ERR_FORMAT', `${what} is malformed`);
  if (saved?.format !== format) throw new RidgelineError('ERR_FORMAT', `expected format ${format}`);
  if (saved.version !== version) throw new RidgelineError('ERR_FORMAT', `expected version ${version}, got ${saved.version}`);
  const { members, combination, task, classes, features, notes, kind } = saved;
  if (!Array.isArray(members) || members.length === 0 || !members.every((m) => typeof m === 'string'))
    throw malformed('the list of members');
  if (task !== 'classification' && task !== 'regression') throw malformed('the task');
  if (typeof kind !== 'string') throw malformed('the kind of ensemble');
  const { rule, weights, start, link } = combination ?? {};
  if (
    !rules.includes(rule) ||
    (weights !== undefined && !(isNumbers(weights) && weights.length === members.length)) ||
    (start !== undefined && !isNumbers(start)) ||
    (link !== undefined && !links.includes(link))
  )
    throw malformed('the combination');
  if (classes !== undefined && !(Array.isArray(classes) && classes.every((c) => typeof c === 'string' || typeof c === 'number')))
    throw malformed('the list of classes');
  if (features !== undefined && !(Number.isSafeInteger(features) && features > 0)) throw malformed('the number of features');
  if (typeof notes !== 'object' || notes === null || Array.isArray(notes)) throw malformed('the rest');
}
