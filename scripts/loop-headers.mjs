/** The headers of native/kernels/generated/ for the programs that the package compiles to. */
import { joinedOf, loopOf, partsOf, reduceLoopOf, reductionOf, repeats, rowOf, signatureOf } from './ew-loops.mjs';
import { sweepEntry, sweepsIn, sweepValues } from './sweep-loops.mjs';

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
const loopsOf = (texts, entries, name, type, count) => `${texts.join('\n\n')}

constexpr ${type} k${name}Loops[] = {
${entries.map((entry) => `    ${entry},`).join('\n')}
};
static_assert(sizeof(k${name}Loops) / sizeof(${type}) == ${count}, "codes and loops are written together");`;

/** The text of each generated header by its name, for programs in the order in which they were found. */
export function headersOf(programs) {
  const elementwise = unique(programs.map(signatureOf));
  const reductions = unique(programs.map(reductionOf));
  const joined = unique(programs.map((p) => p.together && joinedOf(p.together, reductions)));
  const known = { elementwise, reductions, joined };
  const sweeps = unique(sweepsIn(programs, known));
  const spread = new Set(programs.filter((p) => signatureOf(p) && repeats(p)).map((p) => signatureOf(p).join()));
  const streams = (s) => spread.has(s.join());
  const loop = (s, i) => loopOf(s, i, streams(s));
  const entry = (s, i) => (streams(s) ? `{&EwLoop${i}<EwWhole>, &EwLoop${i}<EwWholePast>}` : `{&EwLoop${i}, nullptr}`);
  return {
    'ew_codes.h': header('The elementwise programs of training steps, as the executor knows them.', codesOf(elementwise, 'Ew')),
    'ew_loops.h': header(
      'A loop for each program of ew_codes.h.',
      loopsOf(elementwise.map(loop), elementwise.map(entry), 'Ew', 'EwLoops', 'kEwLoopCount'),
    ),
    'reduce_codes.h': header(
      'The reductions of training steps, as the executor knows them, and their runs.',
      [codesOf(reductions, 'Reduce'), codesOf(joined, 'Joined'), codesOf(sweeps, 'Sweep')].join('\n\n'),
    ),
    'reduce_loops.h': header(
      'A loop for each reduction of reduce_codes.h, then one for each code of several.',
      loopsOf(
        [
          ...reductions.map((signature, i) => rowOf([{ signature }], `ReduceRow${i}`)),
          ...joined.map((code, i) => rowOf(partsOf(code, reductions), `JoinedRow${i}`)),
        ],
        [
          ...reductions.map(([columns, op], i) => reduceLoopOf(columns, op, `ReduceRow${i}`)),
          ...joined.map(([columns], i) => reduceLoopOf(columns, 0, `JoinedRow${i}`)),
        ],
        'Reduce',
        'ReduceLoop',
        'kReduceLoopCount + kJoinedLoopCount',
      ),
    ),
    'sweep_loops.h': header(
      'A loop for each run of rows of reduce_codes.h.',
      loopsOf(
        sweepValues(sweeps, known),
        sweeps.map((code) => sweepEntry(code, known)),
        'Sweep',
        'SweepLoop',
        'kSweepLoopCount',
      ),
    ),
  };
}
