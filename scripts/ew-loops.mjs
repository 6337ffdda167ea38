/**
 * Loops for the elementwise programs and reductions that training steps run again and again: which those are, read from the compiler's own plans,
 * and the C++ for each. A loop applies the ops of its program in their order, so its values are those of the machine that runs programs without a
 * loop.
 */
const arity = (op) => (op < 32 ? 1 : op < 64 ? 2 : 3);
const firstSource = 80;
const pow = 38;
/** How a loop reads an input; the numbers of EwPlace in native/kernels/ew_compiled.h. */
export const place = { memory: 0, perRow: 1, forAll: 2, perColumn: 3 };

/** Reads numbers one after another. */
export function reader(code, at) {
  const next = () => code[at++];
  const some = (count, read = next) => Array.from({ length: count }, read);
  return { next, some, skip: (count) => (at += count) };
}

/** The elementwise programs of a plan: those of EW instructions, of products' epilogues, and of reductions, which say what they reduce. */
export function programsOf({ code }) {
  const r = reader(code, 7);
  r.skip(3 * r.next());
  r.skip(2 * r.next());
  const refs = r.some(r.next(), () => {
    const [space, dtype, offset] = r.some(4);
    r.skip(2 * r.next());
    return { dtype, place: `${space}:${offset}` };
  });
  return r.some(r.next()).length === 0 ? [] : instructions(code, refs);
}

function instructions(code, refs) {
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
    if (opcode === 1) found.push(readProgram(args, 0, refs));
    else if (opcode === 2) {
      const [op, reg, outer, reduced, inner, out] = args.slice(-6);
      found.push({ ...readProgram(args, 0, refs), reduction: { op, reg, outer, reduced, inner, out: refs[out].place } });
    } else if (opcode === 3 && args[13] === 1) found.push({ ...readProgram(args, 14, refs), epilogue: true });
  }
  for (let i = 0; i < found.length; i += found[i].together?.length ?? 1) {
    let n = 1;
    while (found[i].reduction && i + n < found.length && n < mostTogether && joins(found.slice(i, i + n), found[i + n])) n++;
    if (n > 1) found[i].together = found.slice(i, i + n);
  }
  return found;
}

/** Reductions that one loop may do; kMostTogether of native/kernels/table.h. */
const mostTogether = 4;

/** Where an operand is read; equal for operands that are the same values. */
const sourceOf = ({ from, strides }, dims) => `${from} ${strides.filter((_, a) => dims[a] !== 1)}`;

/**
 * Whether one loop may do a reduction together with those just before it: sums over the same axis that share an array and do not need each
 * other. The executor looks closer (native/runtime/row_calls.cc); a loop more does no harm.
 */
function joins(group, next) {
  const sizes = ({ dims, reduction }) => [...dims, reduction.op, reduction.outer, reduction.reduced, reduction.inner].join();
  const whole = (p) => p.inputs.filter((o) => !o.immediate && p.dims.every((d, a) => d === 1 || o.strides[a] !== 0));
  const sources = (p, inputs) => inputs.map((o) => sourceOf(o, p.dims));
  const shared = group.flatMap((p) => sources(p, whole(p)));
  const made = group.flatMap((p) => [p.reduction.out, ...p.outputs.map((o) => o.from)]);
  return (
    [...group, next].every((p) => p.reduction?.op === 0 && p.type === 0 && sizes(p) === sizes(group[0])) &&
    (next.reduction.outer > 1 || next.reduction.inner > 1) &&
    sources(next, whole(next)).some((source) => shared.includes(source)) &&
    !next.inputs.some((o) => made.includes(o.from))
  );
}

function readProgram(args, at, refs) {
  const r = reader(args, at);
  const [type, rank] = r.some(2);
  const dims = r.some(rank);
  r.next();
  const inputs = r.some(r.next(), () => {
    const [ref, reg, value] = r.some(3);
    return { reg, immediate: ref < 0, dtype: refs[ref]?.dtype, from: refs[ref]?.place ?? `value ${value}`, strides: r.some(rank) };
  });
  const outputs = r.some(r.next(), () => {
    const [ref, reg] = r.some(2);
    return { reg, dtype: refs[ref].dtype, from: refs[ref].place, strides: r.some(rank) };
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
export function repeats(program) {
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
  if (!operations) return undefined;
  // Its rows may be those of another axis: what lies in memory along them is all that is known.
  for (let i = 0; i < operations[0]; i++) if (operations[1 + 2 * i] === place.perColumn) operations[1 + 2 * i] = place.memory;
  return [inner > 1 ? 1 : 0, op, reg, ...operations];
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
    if (contiguous(strides[i])) return place.memory;
    if (sizes.length < 2) return -1;
    if (strides[i].at(-1) === 1) return strides[i].at(-2) === 0 ? place.perColumn : place.memory;
    return strides[i].at(-1) === 0 ? place.perRow : -1;
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

/** The number of each input among those of reductions that one loop does: equal inputs have one. */
function inputIds(together) {
  if (together.length === 1) return [together[0].inputs.map((_, i) => i)];
  const sources = [];
  const idOf = (source) => (sources.includes(source) ? sources.indexOf(source) : sources.push(source) - 1);
  return together.map((p) => p.inputs.map((o) => idOf(sourceOf(o, p.dims))));
}

/** The inputs that all rows share, as a bit for each number. */
export function sharedInputs(together) {
  const ids = inputIds(together);
  let bits = 0;
  together.forEach((p, m) => {
    const { strides } = collapse(p);
    p.inputs.forEach((o, i) => {
      if (!o.immediate && strides[i].at(0) === 0 && strides[i].at(-1) === 1) bits |= 1 << ids[m][i];
    });
  });
  return bits;
}

/** What one loop does for several reductions: the number of each one's own loop, and which of its inputs are the same. */
export function joinedOf(together, reductions) {
  const numbers = together.map((p) => reductions.findIndex((s) => s.join() === reductionOf(p)?.join()));
  if (numbers.includes(-1)) return undefined;
  const ids = inputIds(together);
  return [together[0].reduction.inner > 1 ? 1 : 0, together.length, ...numbers.flatMap((n, m) => [n, ids[m].length, ...ids[m]])];
}

/**
 * The C++ of a program's values, each made where it changes: once, once per row, or once per vector. Inputs are named by `ids`, or by their
 * place in the list, values by `letter`.
 */
export function valuesOf(r, ids, letter = 'v') {
  const inputs = r.some(r.next(), () => r.some(2));
  const outputs = r.some(r.next());
  const steps = r.some(r.next(), () => r.some(5));
  const id = (i) => ids?.[i] ?? i;
  const holder = new Map(
    inputs.map(([where, reg], i) => [reg, { name: `x${id(i)}`, level: where === place.perColumn ? place.memory : where }]),
  );
  const values = steps.map(([op, dst, ...registers], i) => {
    const operands = registers.slice(0, arity(op)).map((reg) => holder.get(reg));
    const level = [place.memory, place.perRow, place.forAll].find((l) => operands.some((o) => o.level === l));
    const names = [0, 1, 2].map((k) => (operands[k] ?? operands[0]).name);
    holder.set(dst, { name: `${letter}${i}`, level });
    return { name: `${letter}${i}`, level, op, operands: names.slice(0, arity(op)), text: `Apply<${op}, float>(${names.join(', ')})` };
  });
  const at = (level) => values.filter((v) => v.level === level);
  const define = (level) => at(level).map((v) => `const Vec<float> ${v.name} = ${v.text};`);
  const inputsAt = (level) => inputs.flatMap(([where], i) => (where === level ? [id(i)] : []));
  return { outputs, holder, at, define, inputsAt };
}
export const lines = (list, indent) => list.map((line) => `${' '.repeat(indent)}${line}\n`).join('');

/**
 * The C++ of one loop. Where it may stream, two rows may go side by side: the second finds what lies in memory a row further on from the pointers
 * of the first (few pointers stay in registers), and what all rows share in its place.
 */
export function loopOf(signature, number, streams) {
  const { outputs, holder, define, inputsAt } = valuesOf(reader(signature, 0));
  const once = inputsAt(place.forAll).map((i) => `const Vec<float> x${i} = Set<float>(*range.in[${i}]);`);
  const first = streams ? 'first' : 'row';
  const perRow = [
    ...inputsAt(place.memory).map((i) => `const float* p${i} = range.in[${i}] + ${first} * range.in_step[${i}];`),
    ...inputsAt(place.perColumn).map((i) => `const float* p${i} = range.in[${i}];`),
    ...outputs.map((_, k) => `float* q${k} = range.out[${k}] + ${first} * range.out_step[${k}];`),
    ...inputsAt(place.perRow).map((i) => `const Vec<float> x${i} = Set<float>(range.in[${i}][row * range.in_step[${i}]]);`),
  ];
  const at = streams ? 'at' : 'j';
  const perVector = [
    ...inputsAt(place.memory).map((i) => `const Vec<float> x${i} = io.Read(p${i} + ${at});`),
    ...inputsAt(place.perColumn).map((i) => `const Vec<float> x${i} = io.Read(p${i} + j);`),
    ...define(place.memory),
    ...outputs.map((reg, k) => `io.Write(q${k} + ${at}, ${holder.get(reg).name});`),
  ];
  if (!streams)
    return `void EwLoop${number}(const EwRange& range) {
${lines([...once, ...define(place.forAll)], 2)}  for (int64_t row = 0; row < range.rows; row++) {
${lines([...perRow, ...define(place.perRow)], 4)}    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
${lines(perVector, 6)}    });
  }
}`;
  // A parameter that nothing reads has no name.
  const row = inputsAt(place.perRow).length > 0 ? ' row' : '';
  const j = inputsAt(place.perColumn).length > 0 ? ' j' : '';
  return `template <typename Whole>
void EwLoop${number}(const EwRange& range) {
${lines([...once, ...define(place.forAll)], 2)}  ForRows<Whole>(range, [&](int64_t first, int64_t${row}) RL_LAMBDA {
${lines([...perRow, ...define(place.perRow)], 4)}    return [=](auto io, int64_t at, int64_t${j}) RL_LAMBDA {
${lines(perVector, 6)}    };
  });
}`;
}

/**
 * The C++ of the programs of reductions that one loop does: an object for neighbouring rows, which gives the values that are reduced. `ids` say
 * which inputs of a program are which of all.
 */
export function rowOf(parts, name) {
  const programs = parts.map(({ signature, ids }, m) => ({ reg: signature[2], ...valuesOf(reader(signature, 3), ids, 'vwut'[m]) }));
  const [memory, perRow, forAll] = [place.memory, place.perRow, place.forAll].map((level) => [
    ...new Set(programs.flatMap((p) => p.inputsAt(level))),
  ]);
  const at = (level) => programs.flatMap((p) => p.at(level));
  const made = (level) => at(level).map((v) => `${v.name} = ${v.text};`);
  const held = [...forAll, ...perRow].map((i) => `x${i}`).concat([...at(place.forAll), ...at(place.perRow)].map((v) => v.name));
  const stored = programs.flatMap((p) => p.outputs.map((reg) => p.holder.get(reg).name));
  const begun = [
    ...memory.map((i) => `p${i} = In(box, ${i}, a, b);`),
    ...stored.map((_, k) => `q${k} = Out(box, ${k}, a, b);`),
    ...perRow.map((i) => `r${i} = In(box, ${i}, a, b);`),
    ...forAll.map((i) => `x${i} = Set<float>(box.values[${i}]);`),
    ...made(place.forAll),
  ];
  const entered = [...perRow.map((i) => `x${i} = Set<float>(r${i}[g]);`), ...made(place.perRow)];
  // What stores results may be the end of a sweep, which does a second row with the pointers of the first.
  const pairs = stored.length > 0;
  const perVector = [
    ...(pairs ? ['const int64_t i = j + below;'] : []),
    ...memory.map((i) => `const Vec<float> x${i} = io.Read(p${i} + ${pairs ? `(kShared & ${1 << i} ? j : i)` : 'j'});`),
    ...programs.flatMap((p) => p.define(place.memory)),
    ...stored.map((value, k) => `io.Write(q${k} + i, ${value});`),
    ...programs.map((p, r) => `results[${r}] = ${p.holder.get(p.reg).name};`),
  ];
  const members = [
    ...[...memory.map((i) => `p${i}`), ...perRow.map((i) => `r${i}`)].map((pointer) => `const float* ${pointer};`),
    ...stored.map((_, k) => `float* q${k};`),
    ...held.map((value) => `Vec<float> ${value};`),
  ];
  return `struct ${name} {
  static constexpr int kReads = ${memory.length}, kOutputs = ${stored.length}, kResults = ${programs.length};
${lines(members, 2)}  RL_INLINE ${name}(const ReduceBox& box, int64_t a, int64_t b) {
${lines(begun, 4)}  }
  RL_INLINE void Enter(int64_t${entered.length > 0 ? ' g' : ''}) {
${lines(entered, 4)}  }
  template <${pairs ? 'int kShared = 0, ' : ''}typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results${pairs ? ', int64_t below = 0' : ''}) const {
${lines(perVector, 4)}  }
};`;
}
export const reduceLoopOf = (columns, op, name) => `&${columns ? 'Column' : 'Row'}Loop<${name}, ${op}>`;

/** The reductions of a joined code. */
export function partsOf(joined, reductions) {
  const r = reader(joined, 1);
  return r.some(r.next(), () => ({ signature: reductions[r.next()], ids: r.some(r.next()) }));
}
