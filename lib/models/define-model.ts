/** Functional models: values put together by applying layers, and the model that computes some of them from others. */
import { check, checkOptions, optional, type Rule } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { Layer } from '../layers/define.ts';
import { type InputOptions, inputKind } from '../layers/input.ts';
import { Value } from '../layers/value.ts';
import type { DType } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import { FunctionalModel } from './functional-model.ts';
import { Model } from './model.ts';
import { type Application, type InputSpec, type Network, nameLayers, onlyOutput } from './network.ts';
import { type ModelOptions, seedRule } from './sequential.ts';

const where = 'defineModel';

/**
 * An input of a functional model: the value that layers are applied to first.
 * @param shape of one row, without the batch axis: positive integers; [] for rows that are single numbers.
 * @throws ERR_OPTION for anything else, and for unknown options.
 */
export const input = (shape: Shape, options: InputOptions = {}): Value => new Value(inputKind.make(options, shape), []);

/** Values by name. */
export type Values<K extends string> = Readonly<Record<K, Value>>;

const valuesRule: Rule<Value | Values<string>> = {
  expected: "a value made by input() or by a layer's apply(), or an object of such",
  invalid: {},
  test: (v): v is Value | Values<string> =>
    v instanceof Value ||
    (typeof v === 'object' && v !== null && Object.values(v).length > 0 && Object.values(v).every((o) => o instanceof Value)),
};

/**
 * The model that computes the outputs from the inputs: any graph of applied layers. A layer applied twice has its parameters once; two models that
 * are trained together are one with the outputs of both. With records, data goes by name, and losses, metrics and targets have the keys of the
 * outputs; with one value each, the model takes x and y as sequential() does. Layers are named by kind and by the order in which the outputs need
 * them.
 * @throws ERR_OPTION for anything that is no value, for inputs that are missing or not used, for one that is called otherwise by its own option, and
 * where two layers share a name; ERR_SHAPE when shapes do not fit, naming the layer.
 */
export function defineModel(parts: { readonly inputs: Value; readonly outputs: Value }, options?: ModelOptions): Model;
export function defineModel<const I extends string, const O extends string>(
  parts: { readonly inputs: Values<I>; readonly outputs: Values<O> },
  options?: ModelOptions,
): FunctionalModel<I, O>;
export function defineModel(
  parts: { readonly inputs: Value | Values<string>; readonly outputs: Value | Values<string> },
  options: ModelOptions = {},
): Model | FunctionalModel {
  checkOptions(where, parts, { inputs: valuesRule, outputs: valuesRule });
  checkOptions(where, options, { seed: optional(seedRule) });
  const { inputs, outputs } = parts;
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 48);
  if (inputs instanceof Value && outputs instanceof Value) {
    const name = inputs.layer.name ?? 'input';
    return new Model(networkOf([[name, inputs]], [[onlyOutput, outputs]], false), seed);
  }
  if (inputs instanceof Value || outputs instanceof Value)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected inputs and outputs both as objects by name, or one value for each, got one of each kind`,
    );
  const named = Object.entries(inputs);
  for (const [name, { layer }] of named) {
    if (layer.name !== undefined && layer.name !== name)
      throw new RidgelineError(
        'ERR_OPTION',
        `${where}: expected one name for inputs.${name}, which has the name '${layer.name}' by its own option`,
      );
  }
  for (const name of Object.keys(outputs)) check(where, 'the name of an output', name, nameRule);
  return new FunctionalModel(networkOf(named, Object.entries(outputs), true), seed);
}

/** Names of outputs become parts of paths. */
const nameRule: Rule<string> = {
  expected: "a name without '/'",
  invalid: '',
  test: (v): v is string => typeof v === 'string' && v.length > 0 && !v.includes('/'),
};

type Entries = readonly (readonly [name: string, value: Value])[];

/** The graph behind the outputs, its layers in the order in which they are first needed. */
function networkOf(inputs: Entries, outputs: Entries, named: boolean): Network {
  const numbers = new Map<Value, number>();
  inputs.forEach(([name, value], i) => {
    if (value.layer.kind !== 'input')
      throw new RidgelineError('ERR_OPTION', `${where}: expected a value made by input() for input '${name}', got ${value}`);
    if (numbers.has(value))
      throw new RidgelineError('ERR_OPTION', `${where}: expected different values for the inputs, got '${name}' twice`);
    numbers.set(value, i);
  });
  const needed = new Set<Value>();
  const order: Value[] = [];
  // Depth first without recursion: models may be deep.
  const pending = outputs.map(([, value]) => ({ value, done: false })).reverse();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, done } = next;
    if (done) {
      numbers.set(value, inputs.length + order.length);
      order.push(value);
    }
    if (needed.has(value)) continue;
    needed.add(value);
    if (value.layer.kind === 'input') {
      if (numbers.has(value)) continue;
      throw new RidgelineError('ERR_OPTION', `${where}: an output needs ${value}, which is not among the inputs`);
    }
    pending.push({ value, done: true });
    for (const from of [...value.from].reverse()) pending.push({ value: from, done: false });
  }
  const unused = inputs.find(([, value]) => !needed.has(value));
  if (unused) throw new RidgelineError('ERR_OPTION', `${where}: no output needs input '${unused[0]}'`);
  const layers = [...new Set(order.map(({ layer }) => layer))];
  const places = new Map<Layer, number>(layers.map((layer, i) => [layer, i]));
  const numberOf = (value: Value) => numbers.get(value) as number;
  return {
    inputs: inputs.map(([name, { layer }]): InputSpec => {
      const { shape, dtype } = layer.options as { shape: Shape; dtype?: DType };
      return { name, shape, dtype };
    }),
    layers: nameLayers(where, layers),
    applications: order.map(({ layer, from }): Application => ({ layer: places.get(layer) as number, from: from.map(numberOf) })),
    outputs: outputs.map(([name, value]) => ({ name, from: numberOf(value) })),
    named,
  };
}
