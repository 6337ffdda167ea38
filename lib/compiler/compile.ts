/** The compiler's front door: a computation in, an immutable plan out. */
import type { DType } from '../tensor/dtype.ts';
import type { Shape } from '../tensor/shape.ts';
import type { Computation } from './computation.ts';
import { type Encoded, encode } from './encode.ts';
import { explain } from './explain.ts';
import type { FuseOptions } from './fuse.ts';
import { prepare, type Prepared } from './prepare.ts';

/** A compiled step: numbers for the executor, and what a person may want to know of it. */
export interface Plan {
  readonly code: Float64Array;
  readonly constants: Uint8Array;
  /** Pairs (position, slope): see docs/plan.md. Empty until {@link addRowPatches} finds them. */
  readonly patches: Float64Array;
  readonly rows: number;
  readonly stateBytes: number;
  readonly scratchBytes: number;
  readonly outputs: readonly { readonly shape: Shape; readonly dtype: DType; readonly perRow: boolean }[];
  /** The computation before any pass, for the reference interpreter. */
  readonly computation: Computation;
  /** The plan as a readable table: instruction, shapes, bytes, FLOPs, what was fused into it. */
  explain(): string;
}

interface Internal {
  readonly prepared: Prepared;
  readonly encoded: Encoded;
}
const internals = new WeakMap<Plan, Internal>();

/** Runs all passes and encodes the plan for the row count that the computation was traced with. */
export function compileComputation(computation: Computation, options: FuseOptions = {}): Plan {
  const prepared = prepare(computation, options);
  const encoded = encode(prepared);
  return planOf(computation, { prepared, encoded }, new Float64Array(0));
}

function planOf(computation: Computation, internal: Internal, patches: Float64Array): Plan {
  const { prepared, encoded } = internal;
  const plan: Plan = {
    code: encoded.code,
    constants: encoded.constants,
    patches,
    rows: computation.rows,
    stateBytes: computation.stateBytes,
    scratchBytes: prepared.memory.bytes,
    outputs: computation.outputs.map(({ tensor, perRow }) => ({ shape: tensor.shape, dtype: tensor.dtype, perRow })),
    computation,
    explain: () => explain(prepared),
  };
  internals.set(plan, internal);
  return plan;
}

/**
 * Lets a plan run with fewer rows than it was compiled for. The function is traced again for one and two rows more; the three plans must have the same
 * structure, and every number that depends on the row count must do so linearly. Returns undefined where that is not so (a product of the
 * batch with itself): such a function needs a plan for each row count.
 */
export function addRowPatches(plan: Plan, trace: (rows: number) => Computation, options: FuseOptions = {}): Plan | undefined {
  const internal = internals.get(plan) as Internal;
  const base = internal.encoded;
  const [one, two] = [1, 2].map((more) => encode(prepare(trace(plan.rows + more), options, internal.prepared)));
  const same = (e: Encoded) =>
    e.code.length === base.code.length && e.headerLength === base.headerLength && sameBytes(e.constants, base.constants);
  if (!same(one) || !same(two)) return undefined;
  const pairs: number[] = [];
  for (let i = base.headerLength; i < base.code.length; i++) {
    const [a, b, c] = [base.code[i], one.code[i], two.code[i]];
    if (Object.is(a, b) && Object.is(b, c)) continue;
    if (!(c - b === b - a)) return undefined;
    pairs.push(i, b - a);
  }
  return planOf(plan.computation, internal, Float64Array.from(pairs));
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((v, i) => v === b[i]);
