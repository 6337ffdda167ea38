import { checkOptions, inRange, optional } from '../check.ts';
import { filled, type Initializer, matrixOf } from './define.ts';

/** Options of {@link orthogonal}. */
export interface OrthogonalOptions {
  /** Factor of the whole matrix, in (0, inf); default 1. √2 keeps the scale of signals through relu layers. */
  readonly gain?: number;
}

/**
 * gain·Q, with Q uniform over the matrices with orthonormal columns (or rows, where the matrix has more columns): the Q of the QR decomposition
 * of a standard normal matrix, each column with the sign that makes the diagonal of R positive. A kernel [..., inputs, units] counts as the
 * matrix [rest, units], as in Keras; PyTorch's is its transpose. Saxe, McClelland, Ganguli 2014; the sign: Mezzadri 2007.
 * @throws ERR_SHAPE when it is asked for a vector.
 */
export function orthogonal(options: OrthogonalOptions = {}): Initializer {
  checkOptions<OrthogonalOptions>('initializers.orthogonal', options, { gain: optional(inRange('(0, inf)')) });
  const { gain = 1 } = options;
  return {
    kind: 'orthogonal',
    options: { gain },
    sample: (shape, random) => {
      const { inputs, units } = matrixOf('orthogonal', shape);
      const long = Math.max(inputs, units);
      const short = Math.min(inputs, units);
      const columns = orthonormal(
        Array.from({ length: short }, () => filled([long], () => random.normal())),
        long,
      );
      const at = (input: number, unit: number) => (inputs >= units ? columns[unit][input] : columns[input][unit]);
      return new Float64Array(inputs * units).map((_, k) => gain * at(Math.floor(k / units), k % units));
    },
  };
}

/**
 * The factor Q, with the diagonal of R positive, of a matrix given by its columns (as many as rows, or fewer), by Householder reflections:
 * orthonormal to rounding whatever the condition. The columns are overwritten.
 */
function orthonormal(columns: Float64Array[], rows: number): Float64Array[] {
  const signs = columns.map((column, k) => {
    // The reflection's vector takes the column's place; below, v is scaled so that H = 1 - vvᵀ.
    let square = 0;
    for (let i = k; i < rows; i++) square += column[i] * column[i];
    const norm = Math.sqrt(square);
    const sign = column[k] < 0 ? -1 : 1;
    const head = column[k] + sign * norm;
    const scale = 1 / Math.sqrt(Math.abs(head) * norm);
    column[k] = head;
    for (let i = k; i < rows; i++) column[i] *= scale;
    for (let j = k + 1; j < columns.length; j++) reflect(columns[j], column, k);
    // The reflection sends the column to -sign·norm.
    return -sign;
  });
  return columns.map((_, j) => {
    const q = new Float64Array(rows);
    q[j] = signs[j];
    for (let k = j; k >= 0; k--) reflect(q, columns[k], k);
    return q;
  });
}

/** x -= v·(vᵀx), over elements from `begin` on. */
function reflect(x: Float64Array, v: Float64Array, begin: number): void {
  let dot = 0;
  for (let i = begin; i < x.length; i++) dot += v[i] * x[i];
  for (let i = begin; i < x.length; i++) x[i] -= dot * v[i];
}
