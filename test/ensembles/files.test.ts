/** What an ensemble's file may be, and what it may not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../lib/formats/safetensors.ts';
import { ensembles, layers, type Model, ndarray, sequential } from '../../lib/index.ts';
import { line } from '../support/estimators.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridgeline-ensemble-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, `${name}.safetensors`);

const network = ({ seed }: { seed: number }): Model => {
  const model = sequential([layers.input([2]), layers.dense(1)], { seed });
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  return model;
};
const x = [
  [0, 1],
  [1, 0],
  [2, 2],
];
const bag = await ensembles.bagging({ model: network, estimators: 2 }).fit(x, [1, 2, 3]);
bag.metadata.note = 'mine';
await bag.save(at('good'));
const { tensors, metadata } = await readSafetensors(at('good'));
const saved = JSON.parse(metadata['ridgeline.ensemble']);

test('texts of the user travel along', async () => {
  expect((await ensembles.load(at('good'))).metadata.note).toBe('mine');
});

test.each([
  ['another format', { format: 'something' }, 'expected format ridgeline-ensemble'],
  ['a newer version', { version: 2 }, 'expected version 1, got 2'],
  ['no members', { members: [] }, 'the list of members is malformed'],
  ['members that are no texts', { members: [1, 2] }, 'the list of members is malformed'],
  ['a rule that there is not', { combination: { rule: 'eval' } }, 'the combination is malformed'],
  ['too few weights', { combination: { rule: 'mean', weights: [1] } }, 'the combination is malformed'],
  ['another task', { task: 'anything' }, 'the task is malformed'],
  ['classes that are objects', { classes: [{}] }, 'the list of classes is malformed'],
  ['an estimator that there is not', { members: ['{"estimator":"nothing","options":{}}', saved.members[1]] }, "got 'nothing'"],
  ['a member of another shape', { members: [saved.members[0].replace('"units":1', '"units":3'), saved.members[1]] }, 'dense/kernel'],
  ['a member that is no JSON', { members: ['{', saved.members[1]] }, 'JSON'],
])('refused: %s', async (name, change, message) => {
  await writeSafetensors(at(name), tensors, { 'ridgeline.ensemble': JSON.stringify({ ...saved, ...change }) });
  await expect(ensembles.load(at(name))).rejects.toMatchObject({ code: 'ERR_FORMAT', message: expect.stringContaining(message) });
});

test('refused: tensors that are missing, a model, an estimator of yours', async () => {
  const { 'member1/dense/kernel': _, ...fewer } = tensors;
  await writeSafetensors(at('fewer'), fewer, metadata);
  await expect(ensembles.load(at('fewer'))).rejects.toMatchObject({ code: 'ERR_FORMAT' });
  await network({ seed: 1 }).save(at('model'));
  await expect(ensembles.load(at('model'))).rejects.toThrow('the file holds one model: use loadModel()');
  const lines = await ensembles.bagging({ model: () => line(), estimators: 2 }).fit(ndarray(x), [1, 2, 3]);
  await expect(lines.save(at('lines'))).rejects.toThrow('an estimator of yours, which a file cannot carry');
});
