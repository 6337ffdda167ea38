/** A layer forward and backward; nothing is copied into JavaScript. */
import { layers, ndarray } from '../../../dist/index.js';
import { layerStep } from '../../../scripts/layer-step.mjs';
import { fill } from '../../workloads/fill.mjs';
import { inputAt, upstreamAt } from '../../workloads/normalization.mjs';
import { Missing, secondsPerCallSync } from '../serve.mjs';

function layerOf({ kind, layer, groups }) {
  if (!layers[layer]) throw new Missing(`this version has no layers.${layer}`);
  return kind === 'group' ? layers[layer]({ groups }) : layers[layer]();
}

let kept = { kind: '', step: undefined };
function stepOf(kase) {
  if (kept.kind === kase.kind) return kept.step;
  const layer = layerOf(kase);
  const shape = [kase.rows, kase.columns];
  const from = (fn) => ndarray(fill(kase.elements, fn), shape);
  const step = layerStep(layer, { shape, input: () => from(inputAt), upstream: () => from(upstreamAt) });
  kept = { kind: kase.kind, step };
  return step;
}

/** Some values, and some of the input's gradient. Weights are 1 everywhere (scale and offset alike). */
export function check(kase) {
  const step = stepOf(kase);
  step.runSync({});
  const { y, dx } = step.getState();
  return [y, dx].flatMap(({ data }) => Array.from({ length: 32 }, (_, i) => data[(i * 249_989) % data.length]));
}
export function time(kase) {
  const step = stepOf(kase);
  return 1e3 * secondsPerCallSync(() => step.runSync({}), 0.2);
}
