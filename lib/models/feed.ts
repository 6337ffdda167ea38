/** From what users pass as data to checked columns in native memory. */
import { type Rule, show } from '../check.ts';
import { RidgelineError, showShape } from '../errors.ts';
import { Dataset } from '../data/dataset.ts';
import type { Loss } from '../losses/define.ts';
import { targetsIn } from '../losses/targets.ts';
import type { Backend, Features, Slab } from '../runtime/backend.ts';
import { type DType, newTypedArray, type TypedArray } from '../tensor/dtype.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';
import { type Shape, sameShape, sizeOf } from '../tensor/shape.ts';
import type { Engine } from './engine.ts';
import type { InputSpec, Network } from './network.ts';
import type { Columns } from './columns.ts';

/** Rows in native memory, ready for runs. */
export interface Feed {
  readonly rows: number;
  /** Which rows of the slabs they are; undefined: all, one after another. */
  readonly order?: Int32Array;
  /** Which elements of the first slab's rows they have; undefined: all. */
  readonly features?: Features;
  readonly columns: Columns;
  readonly slabs: readonly Slab[];
}

/** Rows with targets in one argument. */
export type Data = Dataset | readonly [ArrayInput, ArrayInput];
/** A dataset, or x and y. */
export const dataRule: Rule<Dataset | readonly unknown[]> = {
  expected: 'a dataset or [x, y]',
  invalid: 1,
  test: (v): v is Dataset | readonly unknown[] => v instanceof Dataset || (Array.isArray(v) && v.length === 2),
};

/** x and y of a dataset, or of two arrays. */
export function pair(where: string, x: unknown, y: unknown): { x: NDArray; y: NDArray | undefined } {
  if (x instanceof Dataset) {
    if (y !== undefined && y !== null)
      throw new RidgelineError('ERR_OPTION', `${where}: expected a dataset, or x and y; got a dataset and a y`);
    return { x: x.x, y: x.y };
  }
  return {
    x: toNDArray(where, 'x', x as ArrayInput),
    y: y === undefined || y === null ? undefined : toNDArray(where, 'y', y as ArrayInput),
  };
}

/** The same from one argument. */
export const pairOf = (where: string, data: Data): ReturnType<typeof pair> =>
  data instanceof Dataset ? pair(where, data, undefined) : pair(where, data[0], data[1]);

/** Data of all inputs and outputs, in their order. */
export interface Arrays {
  readonly x: readonly NDArray[];
  readonly y: readonly (NDArray | undefined)[];
}

/** Rows of an input. */
export interface InputRows {
  readonly data: TypedArray;
  readonly rows: number;
  readonly dtype: DType;
  /** Which elements of them the model reads; undefined: all. */
  readonly features?: Features;
}

/** x with rows of the shape that the model's input has; flat rows and shaped rows of one size stand for each other. */
export function inputRows(where: string, x: NDArray, input: InputSpec, name = 'x'): InputRows {
  if (x.data.buffer.byteLength === 0 && sizeOf(x.shape) > 0)
    throw new RidgelineError('ERR_VALUE', `${where}: the buffer of ${name} has been detached`);
  const wanted = input.shape;
  const given = x.shape.slice(1);
  const fits = sameShape(given, wanted) || (sizeOf(given) === sizeOf(wanted) && (given.length <= 1 || wanted.length <= 1));
  if (x.shape.length === 0 || !fits)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected ${name} of shape ${showShape(['rows', ...wanted] as never)}, got ${showShape(x.shape)}`,
    );
  const [rows] = x.shape;
  if (rows === 0) throw new RidgelineError('ERR_VALUE', `${where}: ${name} has no rows`);
  const dtype = input.dtype ?? (x.dtype === 'uint8' ? 'uint8' : 'float32');
  return { data: converted(x.data, x.dtype, dtype), rows, dtype };
}

function converted(data: TypedArray, from: DType, to: DType): TypedArray {
  if (from === to) return data;
  const out = newTypedArray(to, data.length);
  out.set(data);
  return out;
}

/** Targets of an output. */
export interface TargetRows {
  readonly data: TypedArray;
  readonly shape: Shape;
  readonly dtype: DType;
  /** 0 for rows whose label is missing, else 1; undefined where none is. */
  readonly present?: Float32Array;
}

/** How the targets of an output are called in messages, and whether rows may lack them. */
interface TargetCall {
  readonly name: string;
  readonly missing: boolean;
}

/**
 * y as the loss wants it: labels [rows] for a sparse loss, else values of the output's shape. Labels are checked against the classes. A missing
 * label is -1, missing values are NaN in the whole row: 0 stands in their place.
 */
export function targetRows(
  where: string,
  y: NDArray | undefined,
  rows: number,
  { loss, shape }: { readonly loss: Loss; readonly shape: Shape },
  { name, missing }: TargetCall = { name: 'y', missing: false },
): TargetRows {
  if (!y) throw new RidgelineError('ERR_VALUE', `${where}: expected targets; pass ${name}, or a dataset that has them`);
  if (y.shape[0] !== rows)
    throw new RidgelineError('ERR_SHAPE', `${where}: x has ${rows} rows and ${name} has shape ${showShape(y.shape)}`);
  const width = sizeOf(y.shape.slice(1));
  if (loss.target === 'sparse') {
    if (width !== 1)
      throw new RidgelineError(
        'ERR_SHAPE',
        `${where}: ${loss.kind} expects one label per row, got ${name} of shape ${showShape(y.shape)}; use 'categoricalCrossentropy' for one-hot rows`,
      );
    return { ...labelsOf(where, y, loss, shape[shape.length - 1] ?? 1, { name, missing }), shape: [], dtype: 'int32' };
  }
  if (width !== sizeOf(shape)) {
    const hint =
      width === 1 && sizeOf(shape) > 1 && loss.kind === 'categoricalCrossentropy'
        ? "; use 'sparseCategoricalCrossentropy' for integer labels"
        : '';
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: the model gives rows of shape ${showShape(shape)} and ${name} has shape ${showShape(y.shape)}${hint}`,
    );
  }
  const values = valuesOf(where, y, width, { name, missing });
  if (!loss.domain) return { ...values, shape, dtype: 'float32' };
  const refuse = (value: number, row: number, expected: string) =>
    new RidgelineError('ERR_VALUE', `${where}: ${name} has ${value} in row ${row}; ${loss.kind} expects ${expected}`);
  return { data: targetsIn(loss.domain, refuse, values.data, width, values.present), present: values.present, shape, dtype: 'float32' };
}

/** Class numbers as int32. */
function labelsOf(where: string, y: NDArray, loss: Loss, classes: number, { name, missing }: TargetCall) {
  const labels = new Int32Array(y.shape[0]);
  let present: Float32Array | undefined;
  for (let i = 0; i < labels.length; i++) {
    const v = y.data[i];
    if (missing && v === -1) {
      present ??= new Float32Array(labels.length).fill(1);
      present[i] = 0;
    } else if (!Number.isInteger(v) || v < 0 || v >= classes) {
      const or = missing ? ', or -1 where there is no label' : '';
      throw new RidgelineError(
        'ERR_VALUE',
        `${where}: ${name} has label ${v} in row ${i}; ${loss.kind} with ${classes} outputs expects integers in [0, ${classes})${or}`,
      );
    } else labels[i] = v;
  }
  return { data: labels, present };
}

/** Values as float32. */
function valuesOf(where: string, y: NDArray, width: number, { name, missing }: TargetCall) {
  let at = y.data.findIndex((v) => !Number.isFinite(v));
  if (at < 0) return { data: converted(y.data, y.dtype, 'float32') as Float32Array, present: undefined };
  const data = Float32Array.from(y.data);
  const present = new Float32Array(y.shape[0]).fill(1);
  for (; at >= 0 && at < data.length; at++) {
    if (Number.isFinite(y.data[at])) continue;
    const row = Math.floor(at / width);
    const [begin, end] = [row * width, (row + 1) * width];
    if (!missing || !y.data.subarray(begin, end).every(Number.isNaN)) {
      const hint = missing ? '; a row without a target is NaN in all of its values' : '';
      throw new RidgelineError('ERR_VALUE', `${where}: ${name} has ${y.data[at]} in row ${row}${hint}`);
    }
    present[row] = 0;
    data.fill(0, begin, end);
    at = end - 1;
  }
  return { data, present };
}

/**
 * One weight per row from sampleWeight and classWeight, or undefined where neither is given. `output` says which classes there are.
 * @throws ERR_OPTION also for classes that the output does not have, and where no target is one of those that are named.
 */
export function rowWeights(
  where: string,
  rows: number,
  y: NDArray | undefined,
  sampleWeight: ArrayInput | undefined,
  classWeight: Readonly<Record<string, number>> | undefined,
  output?: { readonly loss: Loss; readonly shape: Shape },
): Float32Array | undefined {
  if (sampleWeight === undefined && classWeight === undefined) return undefined;
  const weights = new Float32Array(rows).fill(1);
  if (sampleWeight !== undefined) {
    const given = toNDArray(where, 'sampleWeight', sampleWeight, 'float32');
    if (given.size !== rows || given.shape[0] !== rows)
      throw new RidgelineError('ERR_SHAPE', `${where}: expected sampleWeight of shape [${rows}], got ${showShape(given.shape)}`);
    const bad = given.data.findIndex((v) => !(v >= 0 && Number.isFinite(v)));
    if (bad >= 0)
      throw new RidgelineError(
        'ERR_VALUE',
        `${where}: expected finite weights of 0 or more in sampleWeight, got ${given.data[bad]} in row ${bad}`,
      );
    weights.set(given.data);
  }
  if (classWeight !== undefined) {
    for (const [label, v] of Object.entries(classWeight)) {
      if (!Number.isInteger(Number(label)) || !(v >= 0 && Number.isFinite(v)))
        throw new RidgelineError(
          'ERR_OPTION',
          `${where}: expected classWeight to map class numbers to weights of 0 or more, got ${label}: ${v}`,
        );
    }
    if (!y || sizeOf(y.shape.slice(1)) !== 1) throw new RidgelineError('ERR_OPTION', `${where}: classWeight needs one label per row in y`);
    const classes = output && classesOf(output);
    const strange = classes && Object.keys(classWeight).find((label) => Number(label) < classes.low || Number(label) > classes.high);
    if (strange !== undefined)
      throw new RidgelineError(
        'ERR_OPTION',
        `${where}: classWeight names class ${strange}; ${output?.loss.kind} has classes ${classes?.low} to ${classes?.high} here`,
      );
    let named = 0;
    for (let i = 0; i < rows; i++) {
      const w = classWeight[String(y.data[i])];
      if (w === undefined) continue;
      weights[i] *= w;
      named++;
    }
    if (!classes && named === 0)
      throw new RidgelineError(
        'ERR_OPTION',
        `${where}: classWeight names classes ${Object.keys(classWeight).join(', ')}, and none of the targets is one of them (the first is ${y.data[0]})`,
      );
  }
  return weights;
}

/** The class numbers of an output, where its loss is one of classes. */
function classesOf({ loss, shape }: { readonly loss: Loss; readonly shape: Shape }): { low: number; high: number } | undefined {
  if (loss.target === 'sparse') return { low: 0, high: (shape[shape.length - 1] ?? 1) - 1 };
  return loss.domain && loss.domain.high < Infinity ? loss.domain : undefined;
}

/** Copies checked data into native memory; `weights` by output. */
export function makeFeed(
  b: Backend,
  x: readonly InputRows[],
  y: readonly TargetRows[],
  weights: readonly (Float32Array | undefined)[] = [],
): Feed {
  const slab = (data: TypedArray): Slab => {
    const s = b.createSlab(data.byteLength);
    b.write(s, 0, data);
    return s;
  };
  const weighted = y.map(({ present }, i) => product(weights[i], present));
  return {
    rows: x[0].rows,
    columns: {
      x: x.map(({ dtype }) => dtype),
      y: y.map(({ shape, dtype }, i) => ({ shape, dtype, weighted: weighted[i] !== undefined })),
    },
    slabs: [
      ...x.map(({ data }) => slab(data)),
      ...y.flatMap(({ data }, i) => {
        const w = weighted[i];
        return w ? [slab(data), slab(w)] : [slab(data)];
      }),
    ],
  };
}

const product = (a: Float32Array | undefined, b: Float32Array | undefined): Float32Array | undefined =>
  a && b ? a.map((v, i) => v * b[i]) : (a ?? b);

/** Checked rows of all inputs: as many of each. */
export function allInputs(where: string, { inputs, named }: Network, x: readonly NDArray[]): InputRows[] {
  const found = inputs.map((input, i) => inputRows(where, x[i], input, named ? `x.${input.name}` : 'x'));
  const odd = found.findIndex(({ rows }) => rows !== found[0].rows);
  if (odd > 0)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected as many rows in every input, got ${found[0].rows} in x.${inputs[0].name} and ${found[odd].rows} in x.${inputs[odd].name}`,
    );
  return found;
}

/** The data of a model's training or evaluation, checked and in native memory; `weights` by output. */
export function feedOf(
  engine: Engine,
  where: string,
  { x, y }: Arrays,
  weights: readonly (Float32Array | undefined)[] = [],
  network: Network = engine.network,
): Feed {
  const { outputs } = engine.requireCompiled(where);
  const inputs = allInputs(where, network, x);
  // In a model with several tasks a row may have labels for some of them.
  const call = (name: string): TargetCall => ({ name: network.named ? `y.${name}` : 'y', missing: outputs.length > 1 });
  const targets = outputs.map((output, i) => targetRows(where, y[i], inputs[0].rows, output, call(output.name)));
  return makeFeed(engine.backend, inputs, targets, weights);
}

/** The data of fit, in one part or, with a share of the rows for validation, in two. */
export function splitFeeds(
  engine: Engine,
  { x, y }: Arrays,
  weights: readonly (Float32Array | undefined)[],
  share: number | undefined,
): { training: Feed; validation: Feed | undefined } {
  if (share === undefined) return { training: feedOf(engine, 'fit', { x, y }, weights), validation: undefined };
  const [rows] = x[0].shape;
  const kept = Math.floor(rows * (1 - share));
  if (kept < 1 || kept >= rows || y.includes(undefined))
    throw new RidgelineError('ERR_VALUE', `fit: validationSplit ${share} of ${rows} rows leaves a part empty`);
  // To the end of each array, so that one with more rows than the others does not go unseen.
  const part = (begin: number, end?: number) => {
    const arrays = (list: Arrays['y']) => list.map((a) => a?.rows(begin, end));
    return feedOf(
      engine,
      'fit',
      { x: arrays(x) as NDArray[], y: arrays(y) },
      weights.map((w) => w?.subarray(begin, end)),
    );
  };
  return { training: part(0, kept), validation: part(kept) };
}

/** Arrays by the names of inputs or outputs, in the order of `names`. */
export function namedArrays(where: string, argument: string, value: unknown, names: readonly string[]): NDArray[] {
  checkNames(where, argument, value, names);
  return names.map((name) => toNDArray(where, `${argument}.${name}`, value[name] as ArrayInput));
}

/** Throws unless `value` is a record with all of these names and no other; `some`: with none but these. */
export function checkNames(
  where: string,
  argument: string,
  value: unknown,
  names: readonly string[],
  some = false,
): asserts value is Readonly<Record<string, unknown>> {
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
  const given = plain && !(value instanceof NDArray) && !(value instanceof Dataset) ? Object.keys(value) : undefined;
  const wanted = `${argument} by name: { ${names.join(', ')} }`;
  if (!given) throw new RidgelineError('ERR_OPTION', `${where}: expected ${wanted}, got ${show(value)}`);
  const unknown = given.find((name) => !names.includes(name));
  const lacking = some ? undefined : names.find((name) => (value as Record<string, unknown>)[name] === undefined);
  if (unknown !== undefined || lacking !== undefined)
    throw new RidgelineError(
      'ERR_OPTION',
      `${where}: expected ${wanted}, got ${unknown === undefined ? `no '${lacking}'` : `an unknown '${unknown}'`}`,
    );
}
