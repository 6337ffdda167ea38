import { RidgelineError, showShape } from '../errors.ts';
import { type DType, isFloat } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';
import { type Shape, sizeOf } from '../tensor/shape.ts';
import { type Attributes, currentGraph, type Node, Tensor, type TensorSpec } from '../tensor/tensor.ts';

/** What every op accepts where it wants a Tensor: numbers and arrays become constants. */
export type TensorLike = Tensor | NDArray | number;

/** A value of the reference interpreter: always float64 numbers, whatever the dtype they stand for. */
export interface ReferenceValue {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** Seed and step that random ops read while a graph is interpreted. */
export interface RandomState {
  readonly seed: readonly [number, number];
  readonly step: readonly [number, number];
}

/** How an op becomes instructions. Elementwise ops fuse; movements are strided loads; the rest are kernels of their own. */
export type Lowering =
  | { readonly kind: 'leaf' } // inputs and constants
  | { readonly kind: 'elementwise'; readonly opcode: number }
  | { readonly kind: 'reduce'; readonly opcode: 0 | 1 }
  | { readonly kind: 'reshape' }
  | { readonly kind: 'movement' } // broadcastTo, transpose, slice: see compiler/views.ts
  | { readonly kind: 'place' } // pad, concat: parts written into a larger result
  | { readonly kind: 'composite'; expand(inputs: readonly Tensor[], attrs: Attributes): readonly Tensor[] } // primitive ops in its place
  | { readonly kind: 'matmul' }
  | { readonly kind: 'kernel'; readonly checksIndices?: boolean } // one instruction of its own: see compiler/kernels.ts
  | { readonly kind: 'scan' };

/** One input of a sample: values drawn uniformly from `range`, kept away from `kinks`; int32 inputs are integers in [lo, hi). */
export interface SampleInput {
  readonly shape: Shape;
  readonly range?: readonly [number, number];
  readonly kinks?: readonly number[];
  readonly dtype?: DType;
}
/** Inputs and attributes with which an op is tested. */
export interface Sample {
  readonly inputs: readonly SampleInput[];
  readonly attrs?: Attributes;
  /** Highest order of derivative to check; default 2. */
  readonly order?: 0 | 1 | 2;
}

/** All that the system knows of an op. */
export interface OpDefinition {
  readonly name: string;
  /** Specs of the results, or an error that names the op, the argument and both shapes. */
  shape(inputs: readonly TensorSpec[], attrs: Attributes): readonly TensorSpec[];
  /** Vector-Jacobian product, written in ops. `undefined` where an input gets no gradient. Broadcast inputs are summed back by the walk. */
  gradient(node: Node, ...upstream: (Tensor | undefined)[]): readonly (Tensor | undefined)[];
  /** Plain loops over float64: the specification. */
  reference(
    inputs: readonly ReferenceValue[],
    attrs: Attributes,
    outputs: readonly TensorSpec[],
    random: RandomState,
  ): readonly Float64Array[];
  readonly lower: Lowering;
  /** Shapes from which the op's tests are made; `invalid` are input shapes that the shape rule refuses. */
  readonly samples: readonly Sample[];
  readonly invalid?: readonly Sample[];
}

/** More elements than this are a mistake, not a computation. */
const maxElements = 2 ** 40;

const registry = new Map<string, OpDefinition>();

/** Declares an op. The declaration is the op: tests, gradients and lowering all come from it. */
export function defineOp(definition: OpDefinition): OpDefinition {
  registry.set(definition.name, definition);
  return definition;
}

/** The declaration of a node's op. */
export function opOf(node: Node): OpDefinition {
  const op = registry.get(node.op);
  if (!op) throw new RidgelineError('ERR_INTERNAL', `no op is called ${node.op}`);
  return op;
}

/** Every op that has been declared. */
export const allOps = (): readonly OpDefinition[] => [...registry.values()];

/** No input gets a gradient. */
export const noGradient = (node: Node): readonly undefined[] => node.inputs.map(() => undefined);

/** Adds a node for `op` to the graph being traced. */
export function apply(op: OpDefinition, inputs: readonly TensorLike[], attrs: Attributes = {}): readonly Tensor[] {
  const graph = currentGraph(op.name);
  const dtype = inputs.find((i): i is Tensor => i instanceof Tensor && isFloat(i.dtype))?.dtype;
  const tensors = inputs.map((i) => graph.adopt(op.name, toTensor(op.name, i, dtype)));
  const specs = op.shape(tensors, attrs);
  for (const { shape } of specs) {
    if (sizeOf(shape) > maxElements)
      throw new RidgelineError('ERR_MEMORY', `${op.name}: the result of shape ${showShape(shape)} has more than 2^40 elements`);
  }
  return graph.add(op.name, tensors, attrs, specs).outputs;
}

/** A Tensor for anything TensorLike; numbers and arrays become constants of `dtype` (default float32, or the array's own). */
export function toTensor(where: string, value: TensorLike, dtype?: DType): Tensor {
  if (value instanceof Tensor) return value;
  const graph = currentGraph(where);
  if (typeof value === 'number') return graph.add('constant', [], { value }, [{ shape: [], dtype: dtype ?? 'float32' }]).outputs[0];
  if (value instanceof NDArray) {
    const as = dtype && isFloat(value.dtype) ? dtype : value.dtype;
    if (value.size === 1 && value.shape.length === 0)
      return graph.add('constant', [], { value: Number(value.data[0]) }, [{ shape: [], dtype: as }]).outputs[0];
    return graph.add('constant', [], { data: value }, [{ shape: value.shape, dtype: as }]).outputs[0];
  }
  throw new RidgelineError(
    'ERR_VALUE',
    `${where}: expected a Tensor, an NDArray or a number, got ${value === null ? 'null' : typeof value}`,
  );
}

/** Throws unless all inputs are of one float dtype, and returns it. */
export function floatDType(where: string, inputs: readonly TensorSpec[]): DType {
  const dtype = inputs[0].dtype;
  for (const i of inputs) {
    if (!isFloat(i.dtype)) throw new RidgelineError('ERR_DTYPE', `${where}: expected float32 or float64, got ${i.dtype}; use ops.cast()`);
    if (i.dtype !== dtype)
      throw new RidgelineError('ERR_DTYPE', `${where}: expected one dtype, got ${dtype} and ${i.dtype}; use ops.cast()`);
  }
  return dtype;
}
