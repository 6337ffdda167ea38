/** What cannot be says what can. */
import { describe, expect, test } from 'vitest';
import { ensembles, layers, linear, type Model, sequential } from '../../lib/index.ts';
import { line, stump } from '../support/estimators.ts';

const wave = (i: number) => Math.sin(1.3 * i + 0.11 * i * i);
const x = Array.from({ length: 40 }, (_, i) => [wave(i), wave(i + 500)]);
const y = x.map(([a, b], i) => a - 2 * b + 0.3 * wave(i + 90));
const names = x.map(([a, b]) => (a + b > 0 ? 'yes' : 'no'));

describe('votingEnsemble.use', () => {
  test('needs no y where nothing is fitted to it', async () => {
    const [a, b] = [await new linear.Ridge().fit(x, y), await new linear.Ridge({ alpha: 9 }).fit(x, y)];
    const voting = await ensembles.votingEnsemble({ members: [a, b] }).use(x);
    const [own, first, second] = [await voting.predict(x), await a.predict(x), await b.predict(x)];
    own.data.forEach((v, i) => {
      expect(v).toBeCloseTo((first.data[i] + second.data[i]) / 2, 12);
    });
    const logistic = await new linear.LogisticRegression().fit(x, names);
    const classes = await ensembles.votingEnsemble({ members: [logistic], combine: 'vote' }).use(x);
    expect(classes.classes).toEqual(['no', 'yes']);
    expect(await classes.predictLabels(x)).toEqual(await logistic.predict(x));
  });
  test('beside a network, classes are its outputs', async () => {
    const net: Model = sequential([layers.input([2]), layers.dense(3, { activation: 'softmax' })], { seed: 1 });
    net.compile({ optimizer: 'adam', loss: 'sparseCategoricalCrossentropy' });
    const logistic = await new linear.LogisticRegression().fit(
      x,
      names.map((name) => (name === 'yes' ? 2 : 0)),
    );
    const voting = await ensembles.votingEnsemble({ members: [logistic, net] }).use(x);
    expect(voting.classes).toEqual([0, 1, 2]);
    const [answer, a, b] = [await voting.predict(x), await logistic.predictProba(x), await net.predict(x)];
    for (let row = 0; row < x.length; row++)
      expect(answer.data[3 * row + 2]).toBeCloseTo((a.data[2 * row + 1] + b.data[3 * row + 2]) / 2, 6);
  });
  test('needs it for weights, and for classes that a member does not tell', async () => {
    const member = await new linear.Ridge().fit(x, y);
    await expect(ensembles.votingEnsemble({ members: [member], combine: 'stacking' }).use(x)).rejects.toThrow('expected targets; pass y');
    const { classes: _, ...untold } = stump();
    const silent = { ...untold, predictProba: async () => Promise.reject(new Error('not asked')) };
    await expect(ensembles.votingEnsemble({ members: [silent] }).use(x)).rejects.toThrow('use: member 0 does not tell its classes; pass y');
  });
});

test('members that take no weights of rows', async () => {
  const model = () => new linear.KNeighborsClassifier();
  await expect(ensembles.adaBoost({ model }).fit(x, names)).rejects.toMatchObject({
    code: 'ERR_OPTION',
    message: expect.stringMatching(/^ensembles.adaBoost: fit: member 0 takes no weights of rows.*weighting: 'resample'/),
  });
  expect((await ensembles.adaBoost({ model, weighting: 'resample' }).fit(x, names)).members.length).toBeGreaterThan(0);
  const sampleWeight = x.map((_, i) => 1 + (i % 2));
  await expect(ensembles.bagging({ model }).fit(x, names, { sampleWeight })).rejects.toThrow(
    /^ensembles.bagging: fit: member 0 takes no weights of rows.*leave sampleWeight and classWeight out/,
  );
});

test('a share that leaves a part empty', async () => {
  for (const holdOut of [0.001, 0.999])
    await expect(
      ensembles.votingEnsemble({ members: [new linear.Ridge(), line()], combine: 'stacking', holdOut }).fit(x, y),
    ).rejects.toMatchObject({
      code: 'ERR_VALUE',
      message: `ensembles.votingEnsemble: fit: holdOut ${holdOut} of 40 rows leaves a part empty`,
    });
});

test('out of the bag where no row is', async () => {
  const wanted = { code: 'ERR_OPTION', message: expect.stringContaining('every member is trained on every row') };
  const options = { model: () => new linear.Ridge(), estimators: 3, outOfBag: true };
  for (const own of [{ bootstrap: false }, { bootstrap: false, maxSamples: 40 }, { samples: [0, 1, 2].map(() => x.map((_, i) => i)) }])
    await expect(ensembles.bagging({ ...options, ...own }).fit(x, y)).rejects.toMatchObject(wanted);
  const bag = await ensembles.bagging({ ...options, bootstrap: false, maxSamples: 0.5 }).fit(x, y);
  expect(bag.outOfBag?.score).toBeGreaterThan(0.5);
});

test('a step that stands in a pipeline twice', () => {
  const scaler = new linear.StandardScaler();
  expect(() => linear.pipeline([scaler, new linear.PCA(), scaler, new linear.Ridge()])).toThrow(
    'pipeline: step 2 (StandardScaler) is the same object as step 0: each needs one of its own',
  );
});
