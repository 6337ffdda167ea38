/** Extreme eigenvalues of a symmetric matrix that is known by its products with vectors. */
import { add, div, maximum, mul, sub } from '../ops/binary.ts';
import { matmul } from '../ops/matmul.ts';
import { sum } from '../ops/reduce.ts';
import { sqrt, square } from '../ops/unary.ts';
import type { RandomStream } from '../random.ts';
import { trainStep } from '../runtime/train-step.ts';
import { ndarray } from '../tensor/ndarray.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

export interface LanczosOptions {
  /** Eigenvalues wanted at each end. */
  readonly count: number;
  /** Most products. */
  readonly iterations: number;
  /** Largest residual of a wanted eigenvalue, as a share of the largest magnitude. */
  readonly tolerance: number;
  /** Of the first vector. */
  readonly random: RandomStream;
}

/** What {@link lanczos} finds. */
export interface Spectrum {
  /** Ascending: approximations, the outer ones first exact; with `complete`, all eigenvalues. */
  readonly values: readonly number[];
  /** ‖Av - θv‖ for each: a bound of its distance from an eigenvalue. */
  readonly residuals: readonly number[];
  readonly products: number;
  readonly complete: boolean;
  readonly converged: boolean;
}

/** A vector this much shorter than what it was made from is rounding: the vectors so far span an invariant space. */
const nothing = 1e-12;

/**
 * Lanczos' method, every vector made orthogonal to all before it, twice (Paige 1972; Parlett, The Symmetric Eigenvalue Problem, 1998, 13). Where
 * the vectors span an invariant space it goes on with a new random one, so that equal eigenvalues are found as often as there are products.
 * The vectors, iterations·size doubles, lie natively; all work on them is done off the JavaScript thread.
 */
export async function lanczos(
  size: number,
  product: (v: Float64Array) => Promise<Float64Array>,
  { count, iterations, tolerance, random }: LanczosOptions,
): Promise<Spectrum> {
  const most = Math.min(size, iterations);
  const append = basisOf(size, most);
  const drawn = () => Float64Array.from({ length: size }, () => random.normal());
  const diagonal: number[] = [];
  const off: number[] = [];
  let next = await append(undefined, drawn());
  for (let k = 0; ; k++) {
    const made = await product(next.unit);
    const scale = Math.sqrt(made.reduce((a, b) => a + b * b, 0));
    next = await append({ unit: next.unit, at: k }, made);
    diagonal.push(next.along[k]);
    const magnitude = Math.max(scale, ...diagonal.map(Math.abs), ...off);
    const ended = k + 1 === most;
    const invariant = next.norm <= nothing * magnitude;
    const beta = invariant ? 0 : next.norm;
    const { values, last } = tridiagonalEigen(diagonal, off);
    const residuals = last.map((s) => Math.abs(beta * s));
    const allowed = tolerance * Math.max(...values.map(Math.abs));
    const wanted = Math.min(count, size);
    const found = values.length >= wanted && [...residuals.slice(0, wanted), ...residuals.slice(-wanted)].every((r) => r <= allowed);
    const complete = k + 1 === size;
    // A small matrix is worked through: then the eigenvalues between the ends are known too.
    const early = size > iterations && found && (!invariant || count === 1);
    if (ended || early) return { values, residuals, products: k + 1, complete, converged: found || complete };
    off.push(beta);
    if (invariant) next = await append(undefined, drawn());
  }
}

/**
 * Appends a unit vector at a row of the basis, if one is given, and makes another vector orthogonal to all rows: its unit vector, the norm that
 * was left of it, and what it had along each row.
 */
function basisOf(size: number, rows: number) {
  const step = trainStep({
    state: { basis: ndarray(new Float64Array(rows * size), [rows, size]) },
    inputs: {
      unit: { shape: [1, size], dtype: 'float64' },
      row: { shape: [rows, 1], dtype: 'float64' },
      vector: { shape: [size, 1], dtype: 'float64' },
    },
    update: ({ basis }, { unit, row, vector }) => {
      const grown = add(basis, mul(row, unit));
      const along = matmul(grown, vector);
      const once = sub(vector, matmul(grown, along, { transposeA: true }));
      const rest = matmul(grown, once);
      const twice = sub(once, matmul(grown, rest, { transposeA: true }));
      const norm = sqrt(sum(square(twice)));
      return { state: { basis: grown }, outputs: { unit: div(twice, maximum(norm, 1e-300)), norm, along: add(along, rest) } };
    },
  });
  const none = new Float64Array(size);
  return async (given: { readonly unit: Float64Array; readonly at: number } | undefined, vector: Float64Array) => {
    const row = new Float64Array(rows);
    if (given) row[given.at] = 1;
    const found = await step.run({
      unit: ndarray(given?.unit ?? none, [1, size]),
      row: ndarray(row, [rows, 1]),
      vector: ndarray(vector, [size, 1]),
    });
    return { unit: found.unit.data as Float64Array, norm: found.norm.data[0], along: found.along.data };
  };
}
