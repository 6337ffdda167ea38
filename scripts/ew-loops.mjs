/**
 * Loops for the elementwise programs and reductions that training steps run again and again: which those are, read from the compiler's own plans,
 * and the C++ for each. A loop applies the ops of its program in their order, so its values are those of the machine that runs programs without a
 * loop.
 */
const arity = (op) => (op < 32 ? 1 : op < 64 ? 2 : 3);
const firstSource = 80;
const pow = 38;
/** How a loop reads an input; the numbers of EwPlace in native/kernels/ew_compiled.h. */
const place = { memory: 0, perRow: 1, forAll: 2 };

/** Reads numbers one after another. */
function reader(code, at) {
  const next = () => code[at++];
  const some = (count, read = next) => Array.from({ length: count }, read);
  return { next, some, skip: (count) => (at += count) };
}

/** The elementwise programs of a plan: those of EW instructions, of products' epilogues, and of reductions, which say what they reduce. */
export function programsOf({ code }) {
  const r = reader(code, 7);
  r.skip(3 * r.next());
  r.skip(2 * r.next());
  const dtypes = r.some(r.next(), () => {
    const [, dtype] = r.some(4);
    r.skip(2 * r.next());
    return dtype;
  });
  return r.some(r.next()).length === 0 ? [] : instructions(code, dtypes);
}

function instructions(code, dtypes) {
  // The header again, up to the number of instructions.
  const r = reader(code, 7);
  r.skip(3 * r.next());
  r.skip(2 * r.next());
  for (let n = r.next(); n > 0; n--) {
    r.skip(4);
    r.skip(2 * r.next());
  }
  const found = [];
  for (let n = r.next(); n > 0; n--) {
    const opcode = r.next();
    const args = r.some(r.next());
    if (opcode === 1) found.push(readProgram(args, 0, dtypes));
    else if (opcode === 2) {
      const [op, reg, , reduced, inner] = args.slice(-6);
      found.push({ ...readProgram(args, 0, dtypes), reduction: { op, reg, reduced, inner } });
    } else if (opcode === 3 && args[13] === 1) found.push(readProgram(args, 14, dtypes));
  }
  return found;
}

function readProgram(args, at, dtypes) {
  const r = reader(args, at);
  const [type, rank] = r.some(2);
  const dims = r.some(rank);
  r.next();
  const inputs = r.some(r.next(), () => {
    const [ref, reg] = r.some(3);
    return { reg, immediate: ref < 0, dtype: dtypes[ref], strides: r.some(rank) };
  });
  const outputs = r.some(r.next(), () => {
    const [ref, reg] = r.some(2);
    return { reg, dtype: dtypes[ref], strides: r.some(rank) };
  });
  const steps = r.some(r.next(), () => {
    const [op, dst, a, b, c] = r.some(6);
    return { op, dst, a, b, c };
  });
  return { type, dims, inputs, outputs, steps };
}

/** Drops axes of size 1 and merges neighbours where every operand allows it, as the executor does. */
function collapse({ dims, inputs, outputs }) {
  const operands = [...inputs, ...outputs];
  const axes = dims.map((_, a) => a).filter((a) => dims[a] !== 1);
  const sizes = [];
  const strides = operands.map(() => []);
  for (const a of axes) {
    const last = sizes.length - 1;
    const merges = last >= 0 && operands.every((o, i) => o.immediate || strides[i][last] === o.strides[a] * dims[a]);
    if (merges) sizes[last] *= dims[a];
    else sizes.push(dims[a]);
    operands.forEach((o, i) => (strides[i][merges ? last : last + 1] = o.strides[a]));
  }
  return { sizes, strides };
}

/** The program as the numbers by which the executor knows it, or undefined if no loop can be made for it. */
export function signatureOf(program) {
  if (program.reduction || program.steps.length < 1) return undefined;
  return operationsOf(program);
}

/** Whether operands of the program are repeated along an axis. */
function repeats(program) {
  const { sizes, strides } = collapse(program);
  return (
    sizes.length > 1 && program.inputs.some((o, i) => !o.immediate && strides[i].some((v) => v === 0) && strides[i].some((v) => v !== 0))
  );
}

/** The same of a reduction. */
export function reductionOf(program) {
  if (!program.reduction) return undefined;
  const { op, reg, reduced, inner } = program.reduction;
  const operations = reduced < 2 ? undefined : operationsOf(program);
  return operations && [inner > 1 ? 1 : 0, op, reg, ...operations];
}

function operationsOf(program) {
  const { type, inputs, outputs, steps } = program;
  if (type !== 0 || steps.some((s) => s.op >= firstSource || s.op === pow)) return undefined;
  const { sizes, strides } = collapse(program);
  if (sizes.length === 0 || sizes.length > 3) return undefined;
  const contiguous = (s) => s.every((v, a) => v === sizes.slice(a + 1).reduce((n, d) => n * d, 1));
  const places = inputs.map((o, i) => {
    if (o.immediate || strides[i].every((v) => v === 0)) return place.forAll;
    if (o.dtype !== 0) return -1;
    if (contiguous(strides[i]) || (sizes.length > 1 && strides[i].at(-1) === 1)) return place.memory;
    return sizes.length > 1 && strides[i].at(-1) === 0 ? place.perRow : -1;
  });
  const stored = outputs.every((o, k) => o.dtype === 0 && contiguous(strides[inputs.length + k]));
  if (places.includes(-1) || !stored || !places.includes(place.memory)) return undefined;
  return [
    inputs.length,
    ...inputs.flatMap((o, i) => [places[i], o.reg]),
    outputs.length,
    ...outputs.map((o) => o.reg),
    steps.length,
    ...steps.flatMap((s) => [s.op, s.dst, s.a, s.b, s.c]),
  ];
}

/** The C++ of a program's values, each made where it changes: once, once per row, or once per vector. */
function valuesOf(r) {
  const inputs = r.some(r.next(), () => r.some(2));
  const outputs = r.some(r.next());
  const steps = r.some(r.next(), () => r.some(5));
  const holder = new Map(inputs.map(([where, reg], i) => [reg, { name: `x${i}`, level: where }]));
  const values = steps.map(([op, dst, ...registers], i) => {
    const operands = registers.slice(0, arity(op)).map((reg) => holder.get(reg));
    const level = [place.memory, place.perRow, place.forAll].find((l) => operands.some((o) => o.level === l));
    const names = [0, 1, 2].map((k) => (operands[k] ?? operands[0]).name);
    holder.set(dst, { name: `v${i}`, level });
    return { name: `v${i}`, level, text: `Apply<${op}, float>(${names.join(', ')})` };
  });
  const at = (level) => values.filter((v) => v.level === level);
  const define = (level) => at(level).map((v) => `const Vec<float> ${v.name} = ${v.text};`);
  const inputsAt = (level) => inputs.flatMap(([where], i) => (where === level ? [i] : []));
  return { outputs, holder, at, define, inputsAt };
}
const lines = (list, indent) => list.map((line) => `${' '.repeat(indent)}${line}\n`).join('');

/** The C++ of one loop; where it may stream, the io of whole vectors says whether it does. */
function loopOf(signature, number, streams) {
  const { outputs, holder, define, inputsAt } = valuesOf(reader(signature, 0));
  const once = inputsAt(place.forAll).map((i) => `const Vec<float> x${i} = Set<float>(*range.in[${i}]);`);
  const perRow = [
    ...inputsAt(place.memory).map((i) => `const float* p${i} = range.in[${i}] + row * range.in_step[${i}];`),
    ...outputs.map((_, k) => `float* q${k} = range.out[${k}] + row * range.out_step[${k}];`),
    ...inputsAt(place.perRow).map((i) => `const Vec<float> x${i} = Set<float>(range.in[${i}][row * range.in_step[${i}]]);`),
  ];
  const perVector = inputsAt(place.memory).map((i) => `const Vec<float> x${i} = io.Read(p${i} + j);`);
  const writes = outputs.map((reg, k) => `io.Write(q${k} + j, ${holder.get(reg).name});`);
  const [head, call] = streams ? ['template <typename Whole>\nvoid', 'ForVectorsAs(Whole(range, row), '] : ['void', 'ForVectors('];
  return `${head} EwLoop${number}(const EwRange& range) {
${lines([...once, ...define(place.forAll)], 2)}  for (int64_t row = 0; row < range.rows; row++) {
${lines([...perRow, ...define(place.perRow)], 4)}    ${call}range.columns, [&](auto io, int64_t j) RL_LAMBDA {
${lines([...(streams ? ['io.AskAt(j);'] : []), ...perVector, ...define(place.memory), ...writes], 6)}    });
  }
}`;
}

/** The C++ of a reduction's program: an object per row, which gives the value that is reduced. */
function rowOf(signature, number) {
  const [, , reg] = signature;
  const { outputs, holder, at, define, inputsAt } = valuesOf(reader(signature, 3));
  const [memory, perRow, forAll] = [place.memory, place.perRow, place.forAll].map(inputsAt);
  const held = [...forAll, ...perRow].map((i) => `x${i}`).concat([...at(place.forAll), ...at(place.perRow)].map((v) => v.name));
  const made = [
    ...memory.map((i) => `p${i} = In(box, ${i}, a, b);`),
    ...outputs.map((_, k) => `q${k} = Out(box, ${k}, a, b);`),
    ...forAll.map((i) => `x${i} = Set<float>(box.values[${i}]);`),
    ...perRow.map((i) => `x${i} = Set<float>(*In(box, ${i}, a, b));`),
    ...[...at(place.forAll), ...at(place.perRow)].map((v) => `${v.name} = ${v.text};`),
  ];
  const perVector = [
    ...memory.map((i) => `const Vec<float> x${i} = io.Read(p${i} + j);`),
    ...define(place.memory),
    ...outputs.map((r, k) => `io.Write(q${k} + j, ${holder.get(r).name});`),
    `return ${holder.get(reg).name};`,
  ];
  const members = [
    ...memory.map((i) => `const float* p${i};`),
    ...outputs.map((_, k) => `float* q${k};`),
    ...held.map((name) => `Vec<float> ${name};`),
  ];
  return `struct ReduceRow${number} {
  static constexpr int kOutputs = ${outputs.length};
${lines(members, 2)}  RL_INLINE ReduceRow${number}(const ReduceBox& box, int64_t a, int64_t b) {
${lines(made, 4)}  }
  template <typename Io>
  RL_INLINE Vec<float> At(Io io, int64_t j) const {
${lines(perVector, 4)}  }
};`;
}
const reduceLoopOf = ([columns, op], number) => `&${columns ? 'Column' : 'Row'}Loop<ReduceRow${number}, ${op}>`;

const header = (about, body) => `// Written by scripts/generate-loops.mjs; do not edit. ${about}
#pragma once
// clang-format off
namespace ridgeline {
namespace NS {
namespace {

${body}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
`;

const unique = (signatures) => [...new Map(signatures.filter(Boolean).map((s) => [s.join(), s])).values()];

/** The list of codes as C++. */
function codesOf(signatures, name) {
  const codes = signatures.map((s, i) => `constexpr int16_t k${name}Code${i}[] = {${s.join(', ')}};`);
  return `${codes.join('\n')}

#define RL_ENTRY(i) {k${name}Code##i, static_cast<int32_t>(sizeof(k${name}Code##i) / sizeof(int16_t))}
constexpr EwCode k${name}Codes[] = {
${signatures.map((_, i) => `    RL_ENTRY(${i}),`).join('\n')}
};
#undef RL_ENTRY
constexpr int32_t k${name}LoopCount = ${signatures.length};`;
}
/** The loops, and the list of them. */
const loopsOf = (signatures, name, type, loop, entry) => `${signatures.map(loop).join('\n\n')}

constexpr ${type} k${name}Loops[] = {
${signatures.map((s, i) => `    ${entry(s, i)},`).join('\n')}
};
static_assert(sizeof(k${name}Loops) / sizeof(${type}) == k${name}LoopCount, "codes and loops are written together");`;

/** The text of each generated header by its name, for programs in the order in which they were found. */
export function headersOf(programs) {
  const elementwise = unique(programs.map(signatureOf));
  const reductions = unique(programs.map(reductionOf));
  const spread = new Set(programs.filter((p) => signatureOf(p) && repeats(p)).map((p) => signatureOf(p).join()));
  const streams = (s) => spread.has(s.join());
  const loop = (s, i) => loopOf(s, i, streams(s));
  const entry = (s, i) => (streams(s) ? `{&EwLoop${i}<EwWhole>, &EwLoop${i}<EwWholeStreaming>}` : `{&EwLoop${i}, nullptr}`);
  return {
    'ew_codes.h': header('The elementwise programs of training steps, as the executor knows them.', codesOf(elementwise, 'Ew')),
    'ew_loops.h': header('A loop for each program of ew_codes.h.', loopsOf(elementwise, 'Ew', 'EwLoops', loop, entry)),
    'reduce_codes.h': header('The reductions of training steps, as the executor knows them.', codesOf(reductions, 'Reduce')),
    'reduce_loops.h': header(
      'A loop for each reduction of reduce_codes.h.',
      loopsOf(reductions, 'Reduce', 'ReduceLoop', rowOf, reduceLoopOf),
    ),
  };
}
