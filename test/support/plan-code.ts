/** Writes plans by hand, without the compiler; docs/plan.md is the format. */

export interface PlanCode {
  code: Float64Array;
  constants: Uint8Array;
  patches: Float64Array;
}

const float32 = 0;
const int32 = 2;
const space = { state: 0, scratch: 1, constant: 2, scalar: 3, port: 4 } as const;

/** Sizes of {@link samplePlan}. */
export const table = { rows: 5, width: 4 } as const;
export const stateBytes = 192;
export const weights = Float32Array.from({ length: 16 }, (_, i) => ((i * 7) % 11) / 5 - 1);
export const loopCount = 3;
export const guardId = 7;

/**
 * A plan with nearly every opcode, over a batch of row numbers `idx` (int32), a state of table [5, 4] at 0 and acc [4] at 128, and one
 * scalar, lr:
 *
 *     e = table[idx]; h = relu(e W); p = softmax(h); pick = max(p) put back at argmax(p); r = sum of p over the rows
 *     acc += lr p[i] for i in 0, 1, 2; table = scatterAdd(pick, idx)
 *
 * Outputs: p, per row, and r. A value of r that is not finite trips guard 7.
 */
function samplePlanFor(rows: number, capacity: number): number[] {
  const { width } = table;
  const row = 4 * width;
  const refs: number[][] = [];
  const ref = (at: number, dtype: number, offset: number, bytes: number, loops: number[] = []): number =>
    refs.push([at, dtype, offset, bytes, loops.length / 2, ...loops]) - 1;
  const instructions: number[][] = [];
  const add = (opcode: number, ...args: number[]): void => {
    instructions.push([opcode, args.length, ...args]);
  };
  const tableRef = ref(space.state, float32, 0, table.rows * row);
  const acc = ref(space.state, float32, 128, row);
  const idx = ref(space.port, int32, 0, rows * 4);
  const lr = ref(space.scalar, float32, 0, 4);
  const w = ref(space.constant, float32, 0, weights.byteLength);
  const scratch = (k: number, dtype: number, bytes: number, loops: number[] = []) => ref(space.scratch, dtype, k * 1024, bytes, loops);
  const [e, h, p] = [0, 1, 2].map((k) => scratch(k, float32, rows * row));
  const best = scratch(3, int32, rows * 4);
  const top = scratch(4, float32, rows * 4);
  const pick = scratch(5, float32, rows * row);
  const scattered = scratch(6, float32, table.rows * row);
  const r = scratch(7, float32, row);
  const pRow = scratch(2, float32, row, [0, row]);

  const n = rows * width;
  const relu = [0, 1, n, 1, /* in */ 1, h, 0, 0, 1, /* out */ 1, h, 0, 1, /* ops */ 1, 16, 0, 0, 0, 0, 0];
  add(6, tableRef, idx, e, table.rows, row, rows);
  add(3, 0, rows, width, width, 0, 0, 1, 1, e, 0, w, 0, h, 1, ...relu);
  add(4, 0, 0, h, p, rows, width);
  add(5, 0, p, best, rows, width, 1);
  add(8, 0, p, best, top, rows, width, 1);
  add(9, 0, top, best, pick, rows, width, 1);
  add(7, 0, pick, idx, scattered, rows, width, table.rows);
  add(2, 0, 2, rows, width, 1, 1, p, 0, 0, width, 1, 0, 0, 0, 0, 1, rows, width, r);
  add(10, 0, r, width, guardId);
  add(11, 0, loopCount, 1);
  // acc = fma(lr, p, acc)
  add(1, 0, 1, width, 3, 3, lr, 0, 0, 0, pRow, 1, 0, 1, acc, 2, 0, 1, 1, acc, 2, 1, 1, 65, 2, 0, 1, 2, 0);
  add(12, tableRef, scattered, table.rows * row);

  // Everything before the outputs is at capacity, whatever the rows.
  const header = [0x52444731, 1, capacity, stateBytes, 8192, weights.byteLength, 1, 1, int32, capacity * 4, 1];
  return [...header, 2, p, 1, r, 0, refs.length, ...refs.flat(), instructions.length, ...instructions.flat()];
}

/** The sample for up to `capacity` rows (3 to 64), with patches for fewer. */
export function samplePlan(capacity: number): PlanCode {
  const code = Float64Array.from(samplePlanFor(capacity, capacity));
  const fewer = samplePlanFor(capacity - 1, capacity);
  const patches = [...code].flatMap((value, i) => (value === fewer[i] ? [] : [i, value - fewer[i]]));
  return { code, constants: new Uint8Array(weights.buffer.slice(0)), patches: Float64Array.from(patches) };
}

/** What a step of the sample does, in plain numbers: returns p and r, changes table and acc. */
export function sampleStep(idx: readonly number[], tableValues: number[][], acc: number[], lr: number): { p: number[][]; r: number[] } {
  const { width } = table;
  const columns = Array.from({ length: width }, (_, j) => j);
  const p = idx.map((i) => {
    const products = columns.map((j) => columns.reduce((sum, k) => sum + tableValues[i][k] * weights[k * width + j], 0));
    const h = products.map((x) => Math.max(0, x));
    const powers = h.map((x) => Math.exp(x - Math.max(...h)));
    const total = powers.reduce((a, b) => a + b);
    return powers.map((x) => x / total);
  });
  const r = columns.map((j) => p.reduce((sum, row) => sum + row[j], 0));
  for (let i = 0; i < loopCount; i++) for (const j of columns) acc[j] += lr * p[i][j];
  for (const row of tableValues) row.fill(0);
  idx.forEach((i, n) => {
    const best = p[n].indexOf(Math.max(...p[n]));
    tableValues[i][best] += p[n][best];
  });
  return { p, r };
}

/**
 * A plan of `instructions` passes x = x * 0.5 + 1 over n elements of its state: time to be interrupted in.
 */
export function slowPlan(n: number, instructions: number): PlanCode {
  // x = fma(x, 0.5, 1)
  const args = [0, 1, n, 3, 3, 0, 0, 0, 1, -1, 1, 0.5, 0, -1, 2, 1, 0, 1, 0, 0, 1, 1, 65, 0, 0, 1, 2, 0];
  const code = [0x52444731, 1, 1, 4 * n, 0, 0, 0, 0, 0, 1, 0, 0, 0, 4 * n, 0, instructions];
  for (let i = 0; i < instructions; i++) code.push(1, args.length, ...args);
  return { code: Float64Array.from(code), constants: new Uint8Array(0), patches: new Float64Array(0) };
}
