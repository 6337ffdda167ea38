/** The rule of an optimizer as a step over a state of weight, gradient and slots, with its numbers as inputs. Needs dist/. */
import { ndarray, ops, trainStep } from '../dist/index.js';

const startOf = ({ start, scalar }, shape, weight) => {
  if (start === 'weight') return weight();
  const data = new Float32Array(scalar ? 1 : shape.reduce((a, b) => a * b, 1)).fill(start);
  return ndarray(data, scalar ? [] : shape);
};

/** `weight` and `gradient` make the arrays of `shape` that it begins with. */
export function ruleStep(optimizer, { shape, weight, gradient, precision }) {
  const slots = Object.entries(optimizer.slotsOf({ name: 'weight', shape }));
  return trainStep({
    precision,
    state: {
      weight: weight(),
      gradient: gradient(),
      ...Object.fromEntries(slots.map(([slot, spec]) => [`slot ${slot}`, startOf(spec, shape, weight)])),
    },
    inputs: Object.fromEntries(Object.keys(optimizer.tabulate(0)).map((name) => [name, []])),
    update(state, scalars) {
      // What optimizers/apply.ts does around every rule.
      const settle = (w) =>
        scalars.weightDecay ? ops.sub(w, ops.mul(ops.mul(scalars.learningRate, scalars.weightDecay), state.weight)) : w;
      const own = Object.fromEntries(slots.map(([slot]) => [slot, state[`slot ${slot}`]]));
      const next = optimizer.update({ name: 'weight', weight: state.weight, gradient: state.gradient, slots: own, scalars, settle });
      return {
        state: { weight: next.weight, ...Object.fromEntries(Object.entries(next.slots).map(([slot, v]) => [`slot ${slot}`, v])) },
        outputs: {},
      };
    },
  });
}
