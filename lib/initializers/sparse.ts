import { closed } from '../describe.ts';
import { checkOptions, inRange, optional, positiveInt } from '../check.ts';
import { RidgelineError } from '../errors.ts';
import type { RandomStream } from '../random.ts';
import { type Initializer, matrixOf } from './define.ts';

/** Options of {@link sparse}. */
export interface SparseOptions {
  /** Weights of a unit that are not 0, a positive integer; default 15; all of them where a unit has fewer inputs. */
  readonly nonZeros?: number;
  /** Instead of nonZeros: the share of a unit's weights that are 0, in [0, 1); rounded up as in PyTorch, but one weight stays. */
  readonly sparsity?: number;
  /** Standard deviation of the weights that are not 0, in [0, inf); default 1. 1/√nonZeros keeps the scale of signals. */
  readonly stddev?: number;
}

/**
 * Every unit has the same small number of weights that are not 0, at random inputs, each N(0, stddev²): a unit's input does not grow with the
 * width of the layer below, and units differ from the start. Martens 2010; the numbers 15 and 1: Sutskever et al. 2013. PyTorch's sparse_ has
 * stddev 0.01 by default, and keeps units in rows.
 * @throws ERR_OPTION for nonZeros and sparsity together; ERR_SHAPE when it is asked for a vector.
 */
export function sparse(options: SparseOptions = {}): Initializer {
  checkOptions<SparseOptions>('initializers.sparse', options, {
    nonZeros: optional(positiveInt),
    sparsity: optional(inRange('[0, 1)')),
    stddev: optional(inRange('[0, inf)')),
  });
  const { nonZeros, sparsity, stddev = 1 } = options;
  if (nonZeros !== undefined && sparsity !== undefined)
    throw new RidgelineError('ERR_OPTION', 'initializers.sparse: expected nonZeros or sparsity, got both');
  const most = nonZeros ?? 15;
  const countOf = (inputs: number) =>
    sparsity === undefined ? Math.min(most, inputs) : Math.max(1, inputs - Math.ceil(sparsity * inputs));
  return closed({
    kind: 'sparse',
    options: sparsity === undefined ? { nonZeros: most, stddev } : { sparsity, stddev },
    sample: (shape, random) => {
      const { inputs, units } = matrixOf('sparse', shape);
      const values = new Float64Array(inputs * units);
      const count = countOf(inputs);
      const order = Int32Array.from({ length: inputs }, (_, i) => i);
      for (let unit = 0; unit < units; unit++) {
        for (const input of picked(order, count, random)) values[input * units + unit] = stddev * random.normal();
      }
      return values;
    },
  });
}

/** `count` different entries of a list, by the first steps of a shuffle; the list is left in another order. */
function picked(list: Int32Array, count: number, random: RandomStream): Int32Array {
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random.uniform() * (list.length - i));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list.subarray(0, count);
}
