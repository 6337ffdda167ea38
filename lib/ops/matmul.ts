import { RidgelineError, showShape } from '../errors.ts';
import { broadcastShapes, type Shape, sizeOf } from '../tensor/shape.ts';
import type { Tensor } from '../tensor/tensor.ts';
import { broadcastStrides, walkStrided } from './broadcast.ts';
import { apply, defineOp, floatDType, type ReferenceValue, type TensorLike, toTensor } from './define.ts';
import { currentGraph } from '../tensor/tensor.ts';
import { reshape } from './movement.ts';

/** Options of {@link matmul}. */
export interface MatmulOptions {
  /** Use a with its last two axes exchanged; default false. */
  readonly transposeA?: boolean;
  /** Use b with its last two axes exchanged; default false. */
  readonly transposeB?: boolean;
}

/** m, n, k and the batch shape of a product. */
export function matmulSizes(a: Shape, b: Shape, ta: boolean, tb: boolean): { m: number; n: number; k: number; kb: number; batch: Shape } {
  const [ra, rb] = [a.length, b.length];
  return {
    m: a[ra - (ta ? 1 : 2)],
    k: a[ra - (ta ? 2 : 1)],
    kb: b[rb - (tb ? 1 : 2)],
    n: b[rb - (tb ? 2 : 1)],
    batch: broadcastShapes('matmul', a.slice(0, -2), b.slice(0, -2)),
  };
}

const matmulOp = defineOp({
  name: 'matmul',
  shape: ([a, b], { transposeA, transposeB }) => {
    const dtype = floatDType('matmul', [a, b]);
    if (a.shape.length < 2 || b.shape.length < 2)
      throw new RidgelineError(
        'ERR_SHAPE',
        `matmul: expected operands of rank 2 or more, got shapes ${showShape(a.shape)} and ${showShape(b.shape)}`,
      );
    const { m, n, k, kb, batch } = matmulSizes(a.shape, b.shape, transposeA === true, transposeB === true);
    if (k !== kb) {
      const flags = `${transposeA ? ' (a transposed)' : ''}${transposeB ? ' (b transposed)' : ''}`;
      throw new RidgelineError(
        'ERR_SHAPE',
        `matmul: inner sizes differ: a ${showShape(a.shape)} and b ${showShape(b.shape)}${flags} (${k} and ${kb})`,
      );
    }
    return [{ shape: [...batch, m, n], dtype }];
  },
  gradient: (node, g) => {
    if (!g) return [undefined, undefined];
    const [a, b] = node.inputs;
    const { transposeA: ta, transposeB: tb } = node.attrs as { transposeA: boolean; transposeB: boolean };
    const da = ta ? matmul(b, g, { transposeA: tb, transposeB: true }) : matmul(g, b, { transposeB: !tb });
    const db = tb ? matmul(g, a, { transposeA: true, transposeB: ta }) : matmul(a, g, { transposeA: !ta });
    return [da, db];
  },
  reference: ([first, second], { transposeA, transposeB, precision }, [out]) => {
    const rounded = (v: ReferenceValue): ReferenceValue => (precision === 'bfloat16' ? { ...v, data: v.data.map(roundToBf16) } : v);
    const [a, b] = [rounded(first), rounded(second)];
    const { m, n, k, batch } = matmulSizes(a.shape, b.shape, transposeA === true, transposeB === true);
    const result = new Float64Array(sizeOf(out.shape));
    const [am, ak] = transposeA ? [1, m] : [k, 1];
    const [bk, bn] = transposeB ? [1, k] : [n, 1];
    const bases = (shape: Shape): number[] => {
      const lead = shape.slice(0, -2);
      const matrix = shape[shape.length - 1] * shape[shape.length - 2];
      const list: number[] = [];
      walkStrided(batch, broadcastStrides(lead, batch), 0, (_, j) => list.push(j * matrix));
      return list;
    };
    const [as, bs] = [bases(a.shape), bases(b.shape)];
    for (let item = 0; item < as.length; item++) {
      for (let i = 0; i < m; i++) {
        const row = (item * m + i) * n;
        for (let p = 0; p < k; p++) {
          const v = a.data[as[item] + i * am + p * ak];
          const from = bs[item] + p * bk;
          for (let j = 0; j < n; j++) result[row + j] += v * b.data[from + j * bn];
        }
      }
    }
    return [result];
  },
  lower: { kind: 'matmul' },
  samples: [
    ...[false, true].flatMap((transposeA) =>
      [false, true].map((transposeB) => ({
        inputs: [{ shape: transposeA ? [5, 3] : [3, 5] }, { shape: transposeB ? [4, 5] : [5, 4] }],
        attrs: { transposeA, transposeB },
      })),
    ),
    { inputs: [{ shape: [2, 3, 4] }, { shape: [2, 4, 5] }], attrs: { transposeA: false, transposeB: false } },
    { inputs: [{ shape: [2, 3, 4] }, { shape: [4, 5] }], attrs: { transposeA: false, transposeB: false } },
    { inputs: [{ shape: [2, 1, 3, 2] }, { shape: [3, 4, 2] }], attrs: { transposeA: false, transposeB: true } },
    { inputs: [{ shape: [1, 3] }, { shape: [3, 1] }], attrs: { transposeA: false, transposeB: false } },
  ],
  invalid: [
    { inputs: [{ shape: [2, 3] }, { shape: [4, 2] }], attrs: {} },
    { inputs: [{ shape: [3] }, { shape: [3, 2] }], attrs: {} },
  ],
});

/** To the nearest bfloat16, ties to even: the upper half of a float32. NaN stays NaN. */
export function roundToBf16(x: number): number {
  bits.setFloat32(0, x);
  const u = bits.getUint32(0);
  if (Number.isNaN(x)) return x;
  bits.setUint32(0, ((u + 0x7fff + ((u >>> 16) & 1)) & 0xffff0000) >>> 0);
  return bits.getFloat32(0);
}
const bits = new DataView(new ArrayBuffer(4));

/** Matrix product over the last two axes, a [..., m, k] times b [..., k, n]; leading axes broadcast. */
export function matmul(a: TensorLike, b: TensorLike, options: MatmulOptions = {}): Tensor {
  const { transposeA = false, transposeB = false } = options;
  const [x, y] = [toTensor('matmul', a), toTensor('matmul', b)];
  // An attribute of the graph that is being built, so that derivatives have it as well.
  const bf16 = currentGraph('matmul').precision === 'bfloat16' && x.dtype === 'float32' && y.dtype === 'float32';
  const attrs = { transposeA, transposeB, ...(bf16 ? { precision: 'bfloat16' } : {}) };
  // Many rows against one matrix are one product, and so is the gradient of the matrix.
  if (x.rank > 2 && y.rank === 2 && !transposeA) {
    const flat = apply(matmulOp, [reshape(x, [-1, x.shape[x.rank - 1]]), y], attrs)[0];
    return reshape(flat, [...x.shape.slice(0, -1), flat.shape[1]]);
  }
  return apply(matmulOp, [x, y], attrs)[0];
}
