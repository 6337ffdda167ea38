/** Logistic regression on all products of two features up to degree 6, with weight decay of 5, 1 and 0: under-fitting, a fit, over-fitting. */
import { writeFileSync } from 'node:fs';
import { linear, ndarray } from 'ridgeline';
import { regions } from '../regions.mjs';
import { random } from '../random.mjs';
import { table } from '../table.mjs';

const { LogisticRegression, pipeline, PolynomialFeatures } = linear;

/** Points around an ellipse, noisy near its edge: 1 is inside. */
function points(count, seed) {
  const next = random(seed);
  const normal = () => Math.sqrt(1.5) * (next() + next());
  const rows = Array.from({ length: count }, () => [1.1 * next() + 0.05, 1.1 * next() + 0.05]);
  const inside = ([a, b]) => 0.5 - (a - 0.1) ** 2 - (b - 0.2) ** 2 - 0.6 * (a - 0.1) * (b - 0.2) + 0.16 * normal();
  return { x: ndarray(rows), y: rows.map((row) => Number(inside(row) > 0)) };
}
const train = points(118, 12);
const test = points(5000, 99);

const side = 81;
const grid = Array.from({ length: side * side }, (_, k) => [(k % side) / 32 - 1.25, 1.25 - Math.floor(k / side) / 32]);
const panels = [];
const rows = [['λ', 'right of 118', 'right of 5000 new', 'mean -log p, new', 'norm of w']];
for (const lambda of [5, 1, 0]) {
  const classifier = new LogisticRegression({ alpha: lambda, tol: 1e-9, maxIter: 50_000 });
  const model = pipeline([new PolynomialFeatures({ degree: 6, includeBias: false }), classifier]);
  await model.fit(train.x, train.y);
  const p = (await model.predictProba(test.x)).data;
  const loss = test.y.reduce((sum, label, i) => sum - Math.log(Math.max(p[2 * i + label], 1e-15)), 0) / test.y.length;
  const norm = Math.hypot(...classifier.coef.data);
  rows.push([
    `${lambda}`,
    `${(100 * (await model.score(train.x, train.y))).toFixed(1)}%`,
    `${(100 * (await model.score(test.x, test.y))).toFixed(1)}%`,
    loss.toFixed(2),
    norm.toPrecision(2),
  ]);
  panels.push({ title: `λ = ${lambda}`, values: (await model.decisionFunction(ndarray(grid))).data });
}
console.log(table(rows));

writeFileSync('decision-regions.svg', regions(panels, { side, low: -1.25, high: 1.25, points: train, title: 'Where p > 0.5, degree 6' }));
