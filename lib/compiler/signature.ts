/** A computation as text: equal texts, equal plans. Values of state and scalars are no part of it. */
import { NDArray } from '../tensor/ndarray.ts';
import { type Attribute, Graph, type Tensor } from '../tensor/tensor.ts';
import type { Computation } from './computation.ts';

/** Large constants stand for themselves: comparing their bytes would take longer than it saves. */
const identities = new WeakMap<NDArray, number>();
let identified = 0;
const mostCompared = 1024;

const place = (t: Tensor | undefined): string => (t ? `${t.node.id}.${t.index}` : '-');

function textOf(value: Attribute): string {
  if (value instanceof Graph) return `{${nodesOf(value)}>${value.outputs.map(place)}}`;
  if (!(value instanceof NDArray)) return String(value);
  const head = `${value.dtype}[${value.shape}]`;
  // Minus zero is a number of its own.
  if (value.size <= mostCompared) return `${head}(${Array.from(value.data, (v) => (Object.is(v, -0) ? '-0' : v))})`;
  const identity = identities.get(value) ?? identified++;
  identities.set(value, identity);
  return `${head}#${identity}`;
}

// Strings are added up piece by piece: it is done for every step that is traced, and lists to be joined took three times as long.
function nodesOf({ nodes }: Graph): string {
  let text = '';
  for (const { op, inputs, attrs, outputs, scope } of nodes) {
    text += `${scope}:${op}(`;
    for (const { node, index } of inputs) text += `${node.id}.${index},`;
    text += ')';
    for (const name in attrs) text += `${name}=${textOf(attrs[name])};`;
    for (const { dtype, shape } of outputs) {
      text += `:${dtype}`;
      for (const length of shape) text += `,${length}`;
    }
    text += '\n';
  }
  return text;
}

/** The text of everything that {@link compileComputation} reads. */
export function signatureOf({ graph, ports, scalars, state, stateBytes, outputs, guards, rows }: Computation): string {
  return [
    nodesOf(graph),
    ...ports.map(({ tensor, perRow }) => `port ${place(tensor)} ${perRow}`),
    `scalars ${scalars.map(place)}`,
    ...state.map(({ offset, input, next }) => `state ${offset} ${place(input)} ${place(next)}`),
    ...outputs.map(({ tensor, perRow }) => `output ${place(tensor)} ${perRow}`),
    `guards ${guards.map(place)}`,
    `${rows} rows, ${stateBytes} bytes`,
  ].join('\n');
}
