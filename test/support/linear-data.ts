/** Data sets that golden values of linear models are about. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { datasets, NDArray, ndarray } from '../../lib/index.ts';

export interface Labelled {
  readonly x: NDArray;
  readonly y: NDArray;
}

/** A gzipped CSV file of test/golden/data: features, then the target. */
export function goldenData(name: string): Labelled {
  const text = gunzipSync(readFileSync(new URL(`../golden/data/${name}.csv.gz`, import.meta.url))).toString();
  return table(text.trim().split('\n').slice(1), Number);
}

function table(lines: string[], toTarget: (text: string) => number): Labelled {
  const rows = lines.map((line) => line.split(','));
  const p = rows[0].length - 1;
  return {
    x: new NDArray(Float64Array.from(rows.flatMap((row) => row.slice(0, p).map(Number))), [rows.length, p]),
    y: new NDArray(
      Float64Array.from(rows, (row) => toTarget(row[p])),
      [rows.length],
    ),
  };
}

/** Iris, species by number. */
export function iris(): Labelled {
  const lines = readFileSync(new URL('../data/fixtures/iris.csv', import.meta.url), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1);
  const species = [...new Set(lines.map((line) => line.split(',')[4]))];
  return table(lines, (name) => species.indexOf(name));
}

/** The digits as rows of 64 features in [0, 1]. */
export function digits(): Labelled {
  const { x, y } = datasets.digits();
  return {
    x: new NDArray(
      Float64Array.from(x.data, (v) => v / 16),
      [1797, 64],
    ),
    y: new NDArray(Float64Array.from((y as NDArray).data), [1797]),
  };
}

/** The same rows without their zeros. */
export function sparseRows(x: NDArray): ReturnType<typeof ndarray.csr> {
  const [n, p] = x.shape;
  const rows = Array.from({ length: n }, (_, i) => Array.from(x.data.subarray(i * p, (i + 1) * p).entries()).filter(([, v]) => v !== 0));
  const indptr = [0];
  for (const row of rows) indptr.push((indptr.at(-1) as number) + row.length);
  const cells = rows.flat();
  return ndarray.csr({ data: cells.map(([, v]) => v), indices: cells.map(([j]) => j), indptr, shape: [n, p] });
}

/** Columns with mean 0 and variance 1; constant ones become 0. */
export function standardized({ x, y }: Labelled): Labelled {
  const [n, p] = x.shape;
  const data = Float64Array.from(x.data);
  for (let j = 0; j < p; j++) {
    let mean = 0;
    for (let i = 0; i < n; i++) mean += data[i * p + j] / n;
    let variance = 0;
    for (let i = 0; i < n; i++) variance += (data[i * p + j] - mean) ** 2 / n;
    for (let i = 0; i < n; i++) data[i * p + j] = variance > 0 ? (data[i * p + j] - mean) / Math.sqrt(variance) : 0;
  }
  return { x: new NDArray(data, [n, p]), y };
}

/** Some of the columns. */
export function columns({ x, y }: Labelled, picked: readonly number[]): Labelled {
  const [n, p] = x.shape;
  const data = Float64Array.from(
    { length: n * picked.length },
    (_, i) => x.data[Math.floor(i / picked.length) * p + picked[i % picked.length]],
  );
  return { x: new NDArray(data, [n, picked.length]), y };
}
