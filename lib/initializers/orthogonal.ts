import { closed } from '../describe.ts';
import { checkOptions, inRange, optional } from '../check.ts';
import { type Initializer, matrixOf } from './define.ts';

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
  return closed({
    kind: 'orthogonal',
    options: { gain },
    sample: (shape, random) => {
      const { inputs, units } = matrixOf('orthogonal', shape);
      const long = Math.max(inputs, units);
      const short = Math.min(inputs, units);
      const columns = orthonormal(
        Array.from({ length: short }, () => random.normals(long)),
        long,
      );
      const at = (input: number, unit: number) => (inputs >= units ? columns[unit][input] : columns[input][unit]);
      return new Float64Array(inputs * units).map((_, k) => gain * at(Math.floor(k / units), k % units));
    },
  });
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
    reflect(columns, k + 1, column, k);
    // The reflection sends the column to -sign·norm.
    return -sign;
  });
  const q = columns.map((_, j) => {
    const unit = new Float64Array(rows);
    unit[j] = signs[j];
    return unit;
  });
  // Reflection k leaves the unit vectors before k as they are.
  for (let k = columns.length - 1; k >= 0; k--) reflect(q, k, columns[k], k);
  return q;
}

/** x -= v·(vᵀx) for columns from `first` on, over elements from `begin` on. Four at a time: a sum of its own for each keeps the processor busy. */
function reflect(columns: readonly Float64Array[], first: number, v: Float64Array, begin: number): void {
  let j = first;
  for (; j + 4 <= columns.length; j += 4) {
    const a = columns[j];
    const b = columns[j + 1];
    const c = columns[j + 2];
    const d = columns[j + 3];
    let alongA = 0;
    let alongB = 0;
    let alongC = 0;
    let alongD = 0;
    for (let i = begin; i < v.length; i++) {
      alongA += v[i] * a[i];
      alongB += v[i] * b[i];
      alongC += v[i] * c[i];
      alongD += v[i] * d[i];
    }
    for (let i = begin; i < v.length; i++) {
      a[i] -= alongA * v[i];
      b[i] -= alongB * v[i];
      c[i] -= alongC * v[i];
      d[i] -= alongD * v[i];
    }
  }
  for (; j < columns.length; j++) {
    const x = columns[j];
    let along = 0;
    for (let i = begin; i < v.length; i++) along += v[i] * x[i];
    for (let i = begin; i < v.length; i++) x[i] -= along * v[i];
  }
}
