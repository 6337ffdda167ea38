/** The rule of an optimizer as a step over a state of weight, gradient and slots, with its numbers as scalars. */
import { ndarray } from '../../../dist/index.js';
import { ruleStep } from '../../../scripts/rule-step.mjs';
import { fill } from '../../workloads/fill.mjs';
import { gradientAt, optimizerOf, weightAt } from '../../workloads/optimizers.mjs';
import { secondsPerCallSync } from '../serve.mjs';

const learningRate = 1e-3;

let kept = { name: '', run: undefined, step: undefined };
function stepOf(kase) {
  const name = JSON.stringify([kase.kind, kase.inside, kase.options, kase.precision]);
  if (kept.name === name) return kept;
  const optimizer = optimizerOf(kase, { learningRate });
  const shape = [kase.rows, kase.columns];
  const from = (fn) => ndarray(fill(kase.elements, fn), shape);
  const names = Object.keys(optimizer.tabulate(0));
  const step = ruleStep(optimizer, { shape, weight: () => from(weightAt), gradient: () => from(gradientAt), precision: kase.precision });
  let count = 0;
  const run = () => {
    const values = optimizer.tabulate(count++);
    step.runSync(Object.fromEntries(names.map((n) => [n, ndarray(Float32Array.of(values[n]), [])])));
  };
  kept = { name, run, step };
  return kept;
}

/** The change of some weights after three steps, in units of the learning rate. */
export function check(kase) {
  const { run, step } = stepOf(kase);
  for (let i = 0; i < 3; i++) run();
  const { data } = step.getState().weight;
  return Array.from({ length: 64 }, (_, i) => {
    const at = (i * 149_993) % kase.elements;
    return (data[at] - Math.fround(weightAt(at))) / learningRate;
  });
}
export const time = (kase) => 1e3 * secondsPerCallSync(stepOf(kase).run, 0.1);
