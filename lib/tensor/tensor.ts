import { RidgelineError, showShape } from '../errors.ts';
import type { DType } from './dtype.ts';
import type { NDArray } from './ndarray.ts';
import type { Shape } from './shape.ts';

/** Shape and dtype of a value that does not exist yet. */
export interface TensorSpec {
  readonly shape: Shape;
  readonly dtype: DType;
}

/** What an op may carry besides its inputs. Plain data, so that nodes can be compared. */
export type Attribute = number | string | boolean | undefined | readonly number[] | NDArray | Graph;
/** Attributes of a node by name. */
export type Attributes = Readonly<Record<string, Attribute>>;

/** One application of an op. Nodes are immutable and belong to one graph. */
export interface Node {
  readonly id: number;
  readonly graph: Graph;
  readonly op: string;
  readonly inputs: readonly Tensor[];
  readonly attrs: Attributes;
  readonly outputs: readonly Tensor[];
  /** Path of the layer (or other named scope) in which the node was made; empty outside of any. */
  readonly scope: string;
}

/** A symbolic value: output `index` of `node`, with its shape and dtype. It holds no numbers. */
export class Tensor {
  readonly node: Node;
  readonly index: number;
  readonly shape: Shape;
  readonly dtype: DType;
  /** @internal Tensors are made by ops. */
  constructor(node: Node, index: number, spec: TensorSpec) {
    this.node = node;
    this.index = index;
    this.shape = spec.shape;
    this.dtype = spec.dtype;
  }
  get rank(): number {
    return this.shape.length;
  }
  toString(): string {
    return `Tensor(${this.node.op}, ${showShape(this.shape)}, ${this.dtype})`;
  }
}

/** Of products of float32 matrices: as they are, or with their numbers rounded to bfloat16 first; added up in float32 either way. */
export type Precision = 'float32' | 'bfloat16';

/** A pure computation: nodes in topological order. */
export class Graph {
  readonly nodes: Node[] = [];
  /** The graph in which a scan traces this one as its body. */
  readonly parent: Graph | undefined;
  /** Values of the parent that the body reads, with the input that stands for each. */
  readonly captured = new Map<Tensor, Tensor>();
  /** Results, in order; set when tracing ends. */
  outputs: readonly Tensor[] = [];
  /** Current scope path; see {@link withScope}. */
  scope = '';
  /** In what the products of float32 matrices multiply. */
  readonly precision: Precision;

  constructor(parent?: Graph, precision: Precision = parent?.precision ?? 'float32') {
    this.parent = parent;
    this.precision = precision;
  }

  add(op: string, inputs: readonly Tensor[], attrs: Attributes, specs: readonly TensorSpec[], scope = this.scope): Node {
    const outputs: Tensor[] = [];
    const node: Node = { id: this.nodes.length, graph: this, op, inputs, attrs, outputs, scope };
    for (let i = 0; i < specs.length; i++) outputs.push(new Tensor(node, i, specs[i]));
    this.nodes.push(node);
    return node;
  }

  /** A named input of the graph. `role` tells the program where its value comes from. */
  input(name: string, spec: TensorSpec, role: 'argument' | 'state' | 'scalar' | 'batch' = 'argument'): Tensor {
    return this.add('input', [], { name, role }, [spec]).outputs[0];
  }

  /** The inputs, in the order in which they were made. */
  get inputs(): Tensor[] {
    return this.nodes.filter((n) => n.op === 'input').map((n) => n.outputs[0]);
  }

  /** The tensor as this graph sees it: itself, or the input that stands for a value captured from an enclosing graph. */
  adopt(where: string, tensor: Tensor): Tensor {
    if (tensor.node.graph === this) return tensor;
    const known = this.captured.get(tensor);
    if (known) return known;
    for (let g = this.parent; g; g = g.parent) {
      if (g !== tensor.node.graph) continue;
      const outer = this.parent === g ? tensor : (this.parent as Graph).adopt(where, tensor);
      const inner = this.input(`captured${this.captured.size}`, tensor);
      this.captured.set(outer, inner);
      if (outer !== tensor) this.captured.set(tensor, inner);
      return inner;
    }
    throw new RidgelineError(
      'ERR_GRAPH',
      `${where}: ${tensor} belongs to another graph; a Tensor lives only inside the function being compiled`,
    );
  }

  /** Runs fn with `name` appended to the scope of every node it makes. */
  withScope<T>(name: string, fn: () => T): T {
    const outer = this.scope;
    this.scope = outer ? `${outer}/${name}` : name;
    try {
      return fn();
    } finally {
      this.scope = outer;
    }
  }
}

const stack: Graph[] = [];

/** The graph being traced, or an error that names the function that needs one. */
export function currentGraph(where: string): Graph {
  const graph = stack[stack.length - 1];
  if (!graph)
    throw new RidgelineError(
      'ERR_GRAPH',
      `${where}: works on Tensors inside a function given to compile(), grad() and the like; there is no graph here`,
    );
  return graph;
}

/** Runs fn while `graph` is the one that new nodes go to. */
export function tracing<T>(graph: Graph, fn: () => T): T {
  stack.push(graph);
  try {
    return fn();
  } finally {
    stack.pop();
  }
}
