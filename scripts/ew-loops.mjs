/**
 * Loops for the elementwise programs that training steps run again and again: which programs those are, read from the compiler's own plans, and the
 * C++ for each. A loop applies the ops of its program in their order, so its bits are those of the machine that runs programs without a loop.
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

/** The elementwise programs of a plan: those of EW instructions and of products' epilogues. */
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
    else if (opcode === 3 && args[13] === 1) found.push(readProgram(args, 14, dtypes));
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
  const { type, inputs, outputs, steps } = program;
  if (type !== 0 || steps.length < 2 || steps.some((s) => s.op >= firstSource || s.op === pow)) return undefined;
  const { sizes, strides } = collapse(program);
  if (sizes.length === 0 || sizes.length > 2) return undefined;
  const contiguous = (s) => s.every((v, a) => v === sizes.slice(a + 1).reduce((n, d) => n * d, 1));
  const places = inputs.map((o, i) => {
    if (o.immediate || strides[i].every((v) => v === 0)) return place.forAll;
    if (o.dtype !== 0) return -1;
    if (contiguous(strides[i]) || (sizes.length === 2 && strides[i][1] === 1)) return place.memory;
    return sizes.length === 2 && strides[i][1] === 0 ? place.perRow : -1;
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

/** The C++ of one loop. */
function loopOf(signature, number) {
  const r = reader(signature, 0);
  const inputs = r.some(r.next(), () => r.some(2));
  const outputs = r.some(r.next());
  const steps = r.some(r.next(), () => r.some(5));
  // Each value is made where it changes: once, once per row, or once per vector.
  const once = [];
  const perRow = [];
  const perVector = [];
  const levels = { [place.forAll]: once, [place.perRow]: perRow, [place.memory]: perVector };
  const holder = new Map();
  const pointers = [];
  inputs.forEach(([where, reg], i) => {
    const name = `x${i}`;
    holder.set(reg, { name, level: where });
    if (where === place.forAll) once.push(`const Vec<float> ${name} = Set<float>(*range.in[${i}]);`);
    if (where === place.perRow) perRow.push(`const Vec<float> ${name} = Set<float>(range.in[${i}][row * range.in_step[${i}]]);`);
    if (where !== place.memory) return;
    pointers.push(`const float* p${i} = range.in[${i}] + row * range.in_step[${i}];`);
    perVector.push(`const Vec<float> ${name} = io.Read(p${i} + j);`);
  });
  steps.forEach(([op, dst, ...registers], i) => {
    const operands = registers.slice(0, arity(op)).map((reg) => holder.get(reg));
    const level = [place.memory, place.perRow, place.forAll].find((l) => operands.some((o) => o.level === l));
    const names = [0, 1, 2].map((k) => (operands[k] ?? operands[0]).name);
    levels[level].push(`const Vec<float> v${i} = Apply<${op}, float>(${names.join(', ')});`);
    holder.set(dst, { name: `v${i}`, level });
  });
  outputs.forEach((reg, k) => {
    pointers.push(`float* q${k} = range.out[${k}] + row * range.out_step[${k}];`);
    perVector.push(`io.Write(q${k} + j, ${holder.get(reg).name});`);
  });
  const lines = (list, indent) => list.map((line) => `${' '.repeat(indent)}${line}`).join('\n');
  return `void EwLoop${number}(const EwRange& range) {
${once.length > 0 ? `${lines(once, 2)}\n` : ''}  for (int64_t row = 0; row < range.rows; row++) {
${lines([...pointers, ...perRow], 4)}
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
${lines(perVector, 6)}
    });
  }
}`;
}

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

/** The text of each generated header by its name, for programs in the order in which they were found. */
export function headersOf(programs) {
  const signatures = [
    ...new Map(
      programs
        .map(signatureOf)
        .filter(Boolean)
        .map((s) => [s.join(), s]),
    ).values(),
  ];
  const codes = signatures.map((s, i) => `constexpr int16_t kEwCode${i}[] = {${s.join(', ')}};`);
  const list = (entry) => signatures.map((_, i) => `    ${entry(i)},`).join('\n');
  return {
    'ew_codes.h': header(
      'The elementwise programs of training steps, as the executor knows them.',
      `${codes.join('\n')}

#define RL_ENTRY(i) {kEwCode##i, static_cast<int32_t>(sizeof(kEwCode##i) / sizeof(int16_t))}
constexpr EwCode kEwCodes[] = {
${list((i) => `RL_ENTRY(${i})`)}
};
#undef RL_ENTRY
constexpr int32_t kEwLoopCount = ${signatures.length};`,
    ),
    'ew_loops.h': header(
      'A loop for each program of ew_codes.h.',
      `${signatures.map(loopOf).join('\n\n')}

constexpr EwLoop kEwLoops[] = {
${list((i) => `&EwLoop${i}`)}
};
static_assert(sizeof(kEwLoops) / sizeof(EwLoop) == kEwLoopCount, "ew_codes.h and ew_loops.h are written together");`,
    ),
  };
}
