/** Members that see some columns of the data. */
import { RidgelineError } from '../errors.ts';
import { layers } from '../layers/index.ts';
import type { Layer } from '../layers/define.ts';
import { Model } from '../models/model.ts';
import type { Network } from '../models/network.ts';
import { regularizers } from '../regularizers/index.ts';
import { newTypedArray } from '../tensor/dtype.ts';
import { NDArray } from '../tensor/ndarray.ts';

/** Some columns of x [rows, columns], copied. */
export function takeColumns(x: NDArray, columns: Int32Array): NDArray {
  const [rows, width] = x.shape;
  const data = newTypedArray(x.dtype, rows * columns.length);
  for (let row = 0, at = 0; row < rows; row++) for (const column of columns) data[at++] = x.data[row * width + column];
  return new NDArray(data, [rows, columns.length]);
}

/** Name of the layer that picks columns. */
const pick = 'columns';

/**
 * The network that picks `columns` of rows of `width` values and passes them to `model`: a product with a frozen matrix of zeros and ones, so that
 * members with other columns have the same graph.
 */
export function withColumns(where: string, model: Model, width: number, columns: Int32Array): Model {
  const { network, seed } = model.engine;
  const { optimizer, outputs, precision, regularizers: penalties, groups } = model.engine.requireCompiled(where);
  const [input] = network.inputs;
  if (input.shape.length !== 1 || input.shape[0] !== columns.length)
    throw new RidgelineError(
      'ERR_SHAPE',
      `${where}: expected models that take rows of ${columns.length} values, as the factory's features say, got [${input.shape.join(', ')}]`,
    );
  if (network.layers.some(({ name }) => name === pick))
    throw new RidgelineError('ERR_OPTION', `${where}: expected no layer called '${pick}' in the models: it picks their columns`);
  const first: Layer = layers.dense(columns.length, {
    name: pick,
    useBias: false,
    kernelInitializer: 'zeros',
    kernelRegularizer: regularizers.l2(0),
  });
  // Values are numbered: the inputs (one), then the results of the applications, which all move on by one.
  const wider: Network = {
    ...network,
    inputs: [{ ...input, shape: [width] }],
    layers: [{ name: pick, layer: first }, ...network.layers],
    applications: [
      { layer: 0, from: [0] },
      ...network.applications.map(({ layer, from }) => ({ layer: layer + 1, from: from.map((value) => value + 1) })),
    ],
    outputs: network.outputs.map(({ name, from }) => ({ name, from: from + 1 })),
  };
  const kernel = new Float32Array(width * columns.length);
  columns.forEach((column, j) => {
    kernel[column * columns.length + j] = 1;
  });
  const made = new Model(wider, seed, {
    ...model.getWeights({ training: true }),
    [`${pick}/kernel`]: new NDArray(kernel, [width, columns.length]),
  });
  made.engine.compile(optimizer, outputs, precision, penalties);
  for (const [name, value] of model.engine.hyperparameters) made.engine.hyperparameters.set(name, value);
  made.engine.setGroups(where, (name) => (name === `${pick}/kernel` ? { frozen: true } : groups[name]));
  return made;
}
