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

const nodesOf = ({ nodes }: Graph): string =>
  nodes
    .map(({ op, inputs, attrs, outputs, scope }) => {
      const named = Object.keys(attrs).map((name) => `${name}=${textOf(attrs[name])}`);
      return `${scope}:${op}(${inputs.map(place)})${named.join(';')}:${outputs.map(({ dtype, shape }) => `${dtype}[${shape}]`)}`;
    })
    .join('\n');

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
