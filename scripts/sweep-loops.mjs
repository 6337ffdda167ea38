/**
 * Runs of rows that one loop does (native/kernels/sweep.h): sums over the rows of an array or groups of them, programs of one value per sum, and last
 * the sums over all rows with results. Which those are is read from the compiler's plans, like the loops that they are made of.
 */
import { joinedOf, place, reader, reductionOf, sharedInputs, signatureOf, valuesOf } from './ew-loops.mjs';

/** SweepKind and kMostSwept of native/kernels/table.h. */
const kind = { sums: 0, columns: 1, values: 2 };
const mostSwept = 8;
/** kEwDiv. */
const divide = 35;

const sizeOf = ({ dims }) => dims.reduce((a, b) => a * b, 1);

/** The code of a call, as the executor has it: its kind, and the number of its loop, which begins at 1; 0 if there is none. */
function callOf(together, { elementwise, reductions, joined }) {
  const numberIn = (list, code) => (code ? list.findIndex((s) => s.join() === code.join()) + 1 : 0);
  const [first] = together;
  if (!first.reduction) {
    const signature = signatureOf(first);
    const places = Array.from({ length: signature?.[0] ?? 0 }, (_, i) => signature[1 + 2 * i]);
    const fits = places.every((where) => where === place.memory || where === place.forAll);
    return [kind.values, fits ? numberIn(elementwise, signature) : 0];
  }
  const number = together.length === 1 ? numberIn(reductions, reductionOf(first)) : numberIn(joined, joinedOf(together, reductions));
  return [first.reduction.inner > 1 ? kind.columns : kind.sums, number && together.length > 1 ? reductions.length + number : number];
}

/** The run that begins with a program, if there is one. */
function runFrom(programs, begin) {
  const first = programs[begin].reduction;
  if (first?.op !== 0 || first.inner !== 1 || first.outer < 2) return undefined;
  const calls = [];
  for (let i = begin; i < programs.length && calls.length < mostSwept; i += calls.at(-1).length) {
    const together = programs[i].together ?? [programs[i]];
    const { reduction, epilogue } = together[0];
    calls.push(together);
    if (!reduction) {
      if (epilogue || sizeOf(programs[i]) !== first.outer) return undefined;
    } else if (reduction.op !== 0 || sizeOf(programs[i]) !== first.outer * first.reduced) return undefined;
    else if (reduction.inner > 1) return reduction.outer === 1 && together.some((p) => p.outputs.length > 0) ? calls : undefined;
    else if (reduction.outer !== first.outer) return undefined;
  }
  return undefined;
}

/** The codes of all runs that have values per sum: number of calls, each call's, the inputs of the last that all rows share. `known`: the codes of loops, in order. */
export function sweepsIn(programs, known) {
  const sweeps = [];
  for (let i = 0; i < programs.length; ) {
    const run = runFrom(programs, i);
    const calls = run?.map((together) => callOf(together, known)) ?? [];
    if (calls.some(([what]) => what === kind.values) && calls.every(([, number]) => number > 0))
      sweeps.push([calls.length, ...calls.flat(), sharedInputs(run.at(-1))]);
    i += run?.flat().length ?? 1;
  }
  return sweeps;
}

const callsOf = (code) => Array.from({ length: code[0] }, (_, i) => code.slice(1 + 2 * i, 3 + 2 * i));

/** The C++ of each program of one value per sum that sweeps have. */
export function sweepValues(sweeps, { elementwise }) {
  const numbers = sweeps.flatMap(callsOf).flatMap(([what, number]) => (what === kind.values ? [number] : []));
  return [...new Set(numbers)].map((number) => valuesLoop(elementwise[number - 1], number - 1));
}

function valuesLoop(signature, number) {
  const { outputs, holder, at, define, inputsAt } = valuesOf(reader(signature, 0));
  const lines = (list, indent) => list.map((line) => `${' '.repeat(indent)}${line}\n`).join('');
  const shared = inputsAt(place.forAll).map((i) => `x${i}`);
  const divides = ({ op, operands }) => op === divide && shared.includes(operands[1]);
  const divisors = [
    ...new Set(
      at(place.memory)
        .filter(divides)
        .map(({ operands }) => operands[1]),
    ),
  ];
  // What only divides is named as a divisor.
  const used = (x) => at(place.memory).some((v) => v.operands.some((o, k) => o === x && !(k === 1 && divides(v))));
  const once = [
    ...inputsAt(place.memory).map((i) => `const float* p${i} = box.in[${i}] + at;`),
    ...outputs.map((_, k) => `float* q${k} = box.out[${k}] + at;`),
    ...inputsAt(place.forAll).flatMap((i) =>
      used(`x${i}`) || define(place.forAll).length > 0 ? [`const Vec<float> x${i} = Set<float>(box.values[${i}]);`] : [],
    ),
    ...define(place.forAll),
    ...divisors.map((x) => `const Divisor by_${x}(box.values[${x.slice(1)}]);`),
  ];
  const perVector = [
    ...inputsAt(place.memory).map((i) => `const Vec<float> x${i} = io.Read(p${i} + j);`),
    ...at(place.memory).map((v) => `const Vec<float> ${v.name} = ${divides(v) ? `by_${v.operands[1]}.Of(${v.operands[0]})` : v.text};`),
    ...outputs.map((reg, k) => `io.Write(q${k} + j, ${holder.get(reg).name});`),
  ];
  return `struct ValuesRow${number} {
  static RL_INLINE void Run(const ReduceBox& box, int64_t at, int64_t n) {
${lines(once, 4)}    ForVectors(n, [&](auto io, int64_t j) RL_LAMBDA {
${lines(perVector, 6)}    });
  }
};`;
}

/**
 * The loop of a run. It reads two arrays, each of which is asked for ahead by one call, where others leave it time: the last two that read arrays
 * (AskForBlocks of native/runtime/row_runs.cc).
 */
export function sweepEntry(code, { reductions }) {
  const row = (number) => (number > reductions.length ? `JoinedRow${number - reductions.length - 1}` : `ReduceRow${number - 1}`);
  const calls = callsOf(code);
  const asking = calls.filter(([what]) => what !== kind.values).slice(-2);
  const parts = calls.map((call) => {
    const [what, number] = call;
    if (what === kind.values) return `SweepValues<ValuesRow${number - 1}>`;
    if (what === kind.columns) return `SweepColumns<${row(number)}, ${code.at(-1)}>`;
    return `SweepSums<${row(number)}, ${asking.includes(call) ? 'AskAhead' : 'AskNothing'}>`;
  });
  return `&Sweep<${parts.join(', ')}>`;
}
