/** What diagnosis knows of models: loss and activations as pure functions of the weights, in inference or in training mode. */
import { weightsOf } from '../models/weights.ts';
import { gradients } from '../autodiff/transform.ts';
import { check } from '../check.ts';
import { Dataset } from '../data/dataset.ts';
import { RidgelineError } from '../errors.ts';
import type { Engine } from '../models/engine.ts';
import { inputRows, pair, targetRows } from '../models/feed.ts';
import { modelRule } from '../models/model.ts';
import { forward, type ParameterInfo, type Recorder } from '../models/network.ts';
import { penaltyOf, type PenaltySource } from '../models/penalized.ts';
import { add } from '../ops/binary.ts';
import { cast, constant } from '../ops/core.ts';
import { concat, reshape, slice } from '../ops/movement.ts';
import { mean } from '../ops/reduce.ts';
import { type ArrayInput, NDArray, toNDArray } from '../tensor/ndarray.ts';
import { newTypedArray } from '../tensor/dtype.ts';
import { sizeOf } from '../tensor/shape.ts';
import { Graph, type Tensor, tracing } from '../tensor/tensor.ts';

/** The float type in which a model is looked at. */
export type Width = 'float32' | 'float64';

/** Rows of checked data: x as the model takes it, y as the loss does. */
export interface Rows {
  readonly x: NDArray;
  readonly y: NDArray;
}

/** Tensors that stand for weights and statistics, by name. */
export type Values = Readonly<Record<string, Tensor>>;

/** The inner parts of what a user passed as model. */
export function engineOf(where: string, model: unknown): Engine {
  check(where, 'model', model, modelRule);
  return model.engine;
}

/** The weights that training changes, in the order of their places in one flat vector. */
export const trainedOf = (engine: Engine): ParameterInfo[] => engine.parameters.filter((p) => p.role === 'weight' && p.trainable !== false);

/** Weights and statistics as they are now. */
export function valuesOf(engine: Engine, width: Width): Record<string, NDArray> {
  return Object.fromEntries(Object.entries(weightsOf(engine)).map(([name, value]) => [name, toNDArray('diagnose', name, value, width)]));
}

/** x as the model's input takes it; integers that the input asks for stay what they are. */
export function inputOf(where: string, engine: Engine, x: ArrayInput | Dataset, width: Width): NDArray {
  const [input] = engine.network.inputs;
  const { data, rows } = inputRows(where, x instanceof Dataset ? x.x : toNDArray(where, 'x', x), input);
  const array = new NDArray(data, [rows, ...input.shape]);
  return input.dtype === 'int32' ? array : toNDArray(where, 'x', array, width);
}

/** x and y as model and loss take them. */
export function rowsOf(where: string, engine: Engine, x: ArrayInput | Dataset, y: ArrayInput | undefined, width: Width): Rows {
  const [output] = engine.requireCompiled(where).outputs;
  const data = pair(where, x, y);
  const input = inputOf(where, engine, data.x, width);
  const target = targetRows(where, data.y, input.shape[0], output);
  const array = new NDArray(target.data, [input.shape[0], ...target.shape]);
  return { x: input, y: target.dtype === 'int32' ? array : toNDArray(where, 'y', array, width) };
}

/** The rows of `x` with the given numbers, copied. */
export function pick(x: NDArray, rows: ArrayLike<number>): NDArray {
  const width = x.size / x.shape[0];
  const data = newTypedArray(x.dtype, rows.length * width);
  for (let i = 0; i < rows.length; i++) data.set(x.data.subarray(rows[i] * width, (rows[i] + 1) * width), i * width);
  return new NDArray(data, [rows.length, ...x.shape.slice(1)]);
}

function recorderOf(engine: Engine, values: Values, training: boolean, width: Width): Recorder & { readonly penalties: Tensor[] } {
  const penalties: Tensor[] = [];
  return {
    training,
    stochastic: training,
    penalties,
    parameter: ({ name }) => values[name],
    scalar: (name, value) => constant(engine.hyperparameters.get(name) ?? value, width),
    penalty: (_, value) => {
      penalties.push(value);
    },
    update: () => {},
  };
}

/** The activations after every layer, in a graph that is being traced. */
export function activationsOf(engine: Engine, values: Values, x: Tensor, training: boolean, width: Width) {
  return forward(engine.network, x.node.graph, [x], recorderOf(engine, values, training, width)).activations;
}

/** What training minimizes, rank 0: the mean of the loss over the rows, and the penalties. */
export function lossOf(engine: Engine, values: Values, { x, y }: { x: Tensor; y: Tensor }, training: boolean, width: Width): Tensor {
  const {
    parameters,
    outputs: [{ loss }],
  } = engine.requireCompiled('diagnose');
  const recorder = recorderOf(engine, values, training, width);
  const {
    outputs: [output],
  } = forward(engine.network, x.node.graph, [x], recorder);
  const data = mean(loss.perRow(y, output, (name, value, rule) => recorder.scalar(`loss/${name}`, value, rule)));
  const penalties = parameters.flatMap((p) => {
    const source: PenaltySource = {
      read: ({ name }: ParameterInfo) => values[name],
      scalar: (s, v, rule) => recorder.scalar(`${p.name}/${s}`, v, rule),
    };
    return p.role === 'weight' && p.regularizer ? [penaltyOf(p, p.regularizer, parameters, source)] : [];
  });
  return [...recorder.penalties, ...penalties].reduce((a, b) => add(a, b), data);
}

/** The gradient of a loss by the trained weights as one flat vector of float64. */
export function flatGradient(engine: Engine, loss: Tensor, values: Values): Tensor {
  const trained = trainedOf(engine).map((p) => values[p.name]);
  return flat(gradients('diagnose', loss, trained));
}

/** Tensors one after another in one vector of float64. */
export const flat = (tensors: readonly Tensor[]): Tensor => concat(tensors.map((t) => cast(reshape(t, [-1]), 'float64')));

/** The parts of a flat vector, in the shapes of the trained weights. */
export function unflat(engine: Engine, vector: Tensor, width: Width): Tensor[] {
  let at = 0;
  return trainedOf(engine).map(({ shape }) => {
    const size = sizeOf(shape);
    at += size;
    return cast(reshape(slice(vector, [at - size], [size]), shape), width);
  });
}

/** Number of trained weights. Throws where there are none: there is nothing to take a gradient by. */
export function trainedSize(where: string, engine: Engine): number {
  const size = trainedOf(engine).reduce((n, p) => n + sizeOf(p.shape), 0);
  if (size === 0) throw new RidgelineError('ERR_VALUE', `${where}: the model has no weights that training changes`);
  return size;
}

/**
 * float64 where every layer and the loss can be traced in it: functions of the user's may hold float32 constants, and layers over integers
 * begin with float32.
 */
export function widestOf(engine: Engine, rows: Rows): Width {
  const graph = new Graph();
  const input = (name: string, { shape, dtype }: NDArray) => graph.input(name, { shape, dtype });
  try {
    tracing(graph, () => {
      const values = Object.fromEntries(engine.parameters.map(({ name, shape }) => [name, graph.input(name, { shape, dtype: 'float64' })]));
      flatGradient(engine, lossOf(engine, values, { x: input('x', rows.x), y: input('y', rows.y) }, false, 'float64'), values);
    });
    return 'float64';
  } catch (error) {
    if (error instanceof RidgelineError && error.code === 'ERR_DTYPE') return 'float32';
    throw error;
  }
}
