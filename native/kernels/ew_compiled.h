// Elementwise programs that training steps run again and again, each compiled as one loop (generated/ew_loops.h, written by
// scripts/generate-loops.mjs from the compiler's own output). A loop applies the ops of its program in their order: its bits are those of
// the machine in elementwise.h, which runs every other program.
#pragma once
#include "ew_code.h"
#include "ew_operands.h"
#include "ew_ops.h"

namespace ridgeline {
namespace NS {
namespace {

// What a compiled loop is given: a rectangle. Where an input is one value per row, its step between rows is that of the values; where it is
// one value for all, the loop reads it once.
struct EwRange {
  int64_t rows, columns;
  const float* in[kMaxOperands];
  int64_t in_step[kMaxOperands];
  float* out[kMaxOperands];
  int64_t out_step[kMaxOperands];
  const float* ask[2];  // what pairs of rows that are streamed ask for, and how that goes on between rows
  int64_t ask_step[2];
};

struct EwWhole {
  static constexpr bool kPairs = false;
  RL_INLINE Vec<float> Read(const float* p) const { return Load<float>(p); }
  RL_INLINE void Write(float* p, Vec<float> v) const { Store<float>(p, v); }
  RL_INLINE void Keep(float* p, Vec<float> v) const { Store<float>(p, v); }
};
// Results go past the caches.
struct EwWholePast {
  static constexpr bool kPairs = true;
  RL_INLINE Vec<float> Read(const float* p) const { return Load<float>(p); }
  RL_INLINE void Write(float* p, Vec<float> v) const { StoreVector<true, float>(p, v); }
  RL_INLINE void Keep(float* p, Vec<float> v) const { Store<float>(p, v); }
};
struct EwPart {
  int64_t n;
  RL_INLINE Vec<float> Read(const float* p) const { return LoadPartial(p, n); }
  RL_INLINE void Write(float* p, Vec<float> v) const { StorePartial(p, v, n); }
  RL_INLINE void Keep(float* p, Vec<float> v) const { StorePartial(p, v, n); }
};

// Calls step(io, j) for every vector of a row of n; `whole` is the io of whole vectors.
template <typename Whole, typename Step>
RL_INLINE void ForVectorsAs(Whole whole, int64_t n, Step step) {
  constexpr int64_t kW = kLanes<float>;
  int64_t j = 0;
  for (; j + kW <= n; j += kW) step(whole, j);
  if (j < n) step(EwPart{n - j}, j);
}
template <typename Step>
RL_INLINE void ForVectors(int64_t n, Step step) {
  ForVectorsAs(EwWhole(), n, step);
}

// step_of(first, row) is what a row does at (io, at, j): `at` counts from the first row of a pair. Where results go past the caches, pairs
// of rows go side by side, and what is two rows ahead is asked for: twice as many lines are on their way.
template <typename Whole, typename StepOf>
RL_INLINE void ForRows(const EwRange& range, StepOf step_of) {
  constexpr int64_t kW = kLanes<float>;
  int64_t row = 0;
  if constexpr (Whole::kPairs) {
    const int64_t n = range.columns, below = range.out_step[0];
    for (; row + 2 <= range.rows; row += 2) {
      const auto upper = step_of(row, row), lower = step_of(row, row + 1);
      const float *ask0 = range.ask[0] + row * range.ask_step[0], *ask1 = range.ask[1] + row * range.ask_step[1];
      int64_t j = 0;
      for (; j + kW <= n; j += kW) {
        Ask(ask0 + j);
        Ask(ask1 + j);
        upper(Whole(), j, j);
        Ask(ask0 + below + j);
        Ask(ask1 + below + j);
        lower(Whole(), j + below, j);
      }
      if (j < n) {
        upper(EwPart{n - j}, j, j);
        lower(EwPart{n - j}, j + below, j);
      }
    }
  }
  for (; row < range.rows; row++) {
    const auto step = step_of(row, row);
    ForVectorsAs(Whole(), range.columns, [&](auto io, int64_t j) RL_LAMBDA { step(io, j, j); });
  }
}

// `streaming` sends the results past the caches; null where the generator has seen no operand that is repeated along an axis: what lies in
// memory as it is read runs as a chain then.
using EwLoop = void (*)(const EwRange& range);
struct EwLoops {
  EwLoop plain, streaming;
};

}  // namespace
}  // namespace NS
}  // namespace ridgeline

#include "generated/ew_loops.h"

namespace ridgeline {
namespace NS {
namespace {

RL_INLINE int32_t PlaceOfInput(const EwTask* task, const EwOperand& input) {
  if (input.kind == kEwSplat || input.kind == kEwImmediate) return kEwForAll;
  if (input.dtype != kF32) return -1;
  if (input.kind == kEwContiguous) return kEwMemory;
  if (task->rank != 2 && task->rank != 3) return -1;
  const int64_t stride = input.strides[task->rank - 1];
  if (stride == 1) return input.strides[task->rank - 2] == 0 ? kEwPerColumn : kEwMemory;
  return stride == 0 ? kEwPerRow : -1;
}

// Appends outputs and steps to a program's code; false if no loop stores such outputs.
RL_INLINE bool AppendResults(const EwTask* task, int16_t* code, int32_t* length) {
  int32_t n = *length;
  code[n++] = static_cast<int16_t>(task->n_outputs);
  for (int k = 0; k < task->n_outputs; k++) {
    const EwOperand& output = task->outputs[k];
    if (output.kind != kEwContiguous || output.dtype != kF32) return false;
    code[n++] = static_cast<int16_t>(output.reg);
  }
  code[n++] = static_cast<int16_t>(task->n_instrs);
  for (int i = 0; i < task->n_instrs; i++) {
    const EwInstr& instr = task->instrs[i];
    const int32_t numbers[5] = {instr.op, instr.dst, instr.a, instr.b, instr.c};
    for (int k = 0; k < 5; k++) code[n++] = static_cast<int16_t>(numbers[k]);
  }
  *length = n;
  return true;
}

// 1 + the number of the loop that is compiled for the program, or 0.
int32_t FindEwLoop(const EwTask* task) {
  if (task->size == 0 || task->rank > 3) return 0;
  int16_t code[3 + 2 * kMaxOperands + kMaxOperands + 5 * kMaxInstructions];
  int32_t n = 0;
  code[n++] = static_cast<int16_t>(task->n_inputs);
  for (int i = 0; i < task->n_inputs; i++) {
    const int32_t place = PlaceOfInput(task, task->inputs[i]);
    if (place < 0) return 0;
    code[n++] = static_cast<int16_t>(place);
    code[n++] = static_cast<int16_t>(task->inputs[i].reg);
  }
  if (!AppendResults(task, code, &n)) return 0;
  for (int32_t l = 0; l < kEwLoopCount; l++) {
    if (kEwCodes[l].length == n && __builtin_memcmp(kEwCodes[l].numbers, code, static_cast<size_t>(n) * sizeof(int16_t)) == 0) return l + 1;
  }
  return 0;
}

// A part of a program's space: rows [i0, i1), columns [j0, j1) of a plane seen as rows of `width`: the last axis where there are two or
// three (the first is then the planes), any number where all operands are contiguous.
struct EwPartOfSpace {
  int64_t plane, width, i0, i1, j0, j1;
};

RL_INLINE void FillRange(const EwTask* task, const EwPartOfSpace& at, float* values, EwRange* range) {
  const int rank = task->rank;
  const int64_t start = rank == 3 ? at.plane * task->dims[1] * task->dims[2] : 0;
  range->rows = at.i1 - at.i0;
  range->columns = at.j1 - at.j0;
  for (int i = 0; i < task->n_inputs; i++) {
    const EwOperand& input = task->inputs[i];
    if (input.kind == kEwSplat || input.kind == kEwImmediate) {
      values[i] = UniformValue<float>(&input);
      range->in[i] = &values[i];
      range->in_step[i] = 0;
      continue;
    }
    const bool strided = input.kind == kEwStrided && rank > 1;
    const int64_t first = !strided ? start : rank == 3 ? at.plane * input.strides[0] : 0;
    range->in_step[i] = strided ? input.strides[rank - 2] : at.width;
    range->in[i] =
        static_cast<const float*>(input.base) + first + at.i0 * range->in_step[i] + at.j0 * (strided ? input.strides[rank - 1] : 1);
  }
  // With nothing to ask for, the first operand, which is at hand.
  for (int k = 0; k < 2; k++) {
    const int i = task->asks[k] > 0 ? task->asks[k] - 1 : 0;
    range->ask[k] = range->in[i] + (task->asks[k] > 0 ? task->ahead : 0);
    range->ask_step[k] = range->in_step[i];
  }
  for (int k = 0; k < task->n_outputs; k++) {
    range->out[k] = static_cast<float*>(task->outputs[k].base) + start + at.i0 * at.width + at.j0;
    range->out_step[k] = at.width;
  }
}

// Whether the results go past the caches: they are large, start at whole vectors in every row, and take no operand's place. What is read
// along rows lies as far from row to row as they do.
RL_INLINE bool StreamsRange(const EwTask* task, const EwRange& range) {
  if (task->keep || task->size * static_cast<int64_t>(sizeof(float)) < kStreamBytes) return false;
  for (int k = 0; k < task->n_outputs; k++) {
    if (!CanStream(range.out[k]) || (range.rows > 1 && range.out_step[k] % kLanes<float> != 0)) return false;
    for (int i = 0; i < task->n_inputs; i++) {
      if (task->inputs[i].base == task->outputs[k].base) return false;
    }
  }
  for (int i = 0; i < task->n_inputs; i++) {
    if (PlaceOfInput(task, task->inputs[i]) == kEwMemory && range.in_step[i] != range.out_step[0]) return false;
  }
  return true;
}

RL_INLINE void RunEwLoop(const EwTask* task, const EwPartOfSpace& at, bool may_stream) {
  EwRange range;
  float values[kMaxOperands];
  FillRange(task, at, values, &range);
  const EwLoops& loops = kEwLoops[task->loop - 1];
  if (may_stream && loops.streaming != nullptr && StreamsRange(task, range)) {
    loops.streaming(range);
    StreamFence();
  } else {
    loops.plain(range);
  }
}

// Rows [i0, i1), columns [j0, j1) of a space of one or two axes: a part of a product that is in the cache.
void RunEwLoop(const EwTask* task, int64_t width, int64_t i0, int64_t i1, int64_t j0, int64_t j1) {
  RunEwLoop(task, {0, width, i0, i1, j0, j1}, false);
}

// Linear indices [begin, end).
void RunEwLoop(const EwTask* task, int64_t begin, int64_t end) {
  if (task->rank == 1) return RunEwLoop(task, {0, end - begin, 0, 1, begin, end}, true);
  const int64_t width = task->dims[task->rank - 1];
  const int64_t plane_size = task->rank == 3 ? task->dims[1] * width : task->size;
  for (int64_t plane = begin / plane_size; begin < end; plane++) {
    const int64_t origin = plane * plane_size;
    const int64_t stop = end - origin < plane_size ? end - origin : plane_size;
    const int64_t first = (begin - origin) / width, last = stop / width, head = begin - origin - first * width, tail = stop - last * width;
    begin = origin + stop;
    if (first == last) {
      RunEwLoop(task, {plane, width, first, first + 1, head, tail}, true);
      continue;
    }
    if (head > 0) RunEwLoop(task, {plane, width, first, first + 1, head, width}, true);
    const int64_t whole = first + (head > 0 ? 1 : 0);
    if (whole < last) RunEwLoop(task, {plane, width, whole, last, 0, width}, true);
    if (tail > 0) RunEwLoop(task, {plane, width, last, last + 1, 0, tail}, true);
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
