// The fused-elementwise machine. A program with a loop of its own (ew_compiled.h) runs as that. A resolved program (ew_program.h) over
// plain memory runs as a chain of functions (ew_chain_run.h); any other runs tile by tile, so that intermediate values stay in the first
// cache.
#pragma once
#include "ew_chain_run.h"
#include "ew_compiled.h"
#include "ew_program.h"
#include "random.h"

namespace ridgeline {
namespace NS {
namespace {

// Where the tile of an input lies, read or converted into scratch if it must be.
template <typename T>
RL_INLINE T* FillTile(EwProgram<T>* p, int i, int64_t start, const Position& position, int64_t n, T* scratch) {
  const EwTask* task = p->task;
  const EwOperand& input = task->inputs[i];
  const int last = task->rank - 1;
  if (input.kind == kEwStrided && input.dtype == kComputeType<T> && last >= 0 && input.strides[last] == 1 &&
      position.index[last] + n <= task->dims[last]) {
    int64_t offset = 0;
    for (int axis = 0; axis <= last; axis++) offset += position.index[axis] * input.strides[axis];
    return static_cast<T*>(input.base) + offset;
  }
  FillOperand<T>(task, &input, start, position, n, scratch);
  return scratch;
}

template <typename T>
RL_INLINE void RunSource(const EwProgram<T>* p, const EwStep<T>& step, int64_t start, int64_t n) {
  T* dst = p->place[step.dst];
  if (step.op == kEwIota) {
    for (int64_t i = 0; i < n; i++) dst[i] = static_cast<T>(start + i);
    return;
  }
  const RandomKey key = MakeRandomKey(p->task, step.stream);
  if (step.op == kEwUniform) {
    FillUniform<T>(key, start, n, dst);
  } else if (step.op == kEwNormal) {
    FillNormal<T>(key, start, n, dst);
  } else {
    FillBernoulli<T>(key, start, n, p->place[step.a], step.uniform != 0, dst);
  }
}

// A register's values for the current tile, n of them; `copy` is used if it holds one value for all.
template <typename T>
RL_INLINE const T* RegisterTile(const EwProgram<T>* p, int reg, int64_t n, T* copy) {
  const int place = p->at[reg];
  if (place < kUniformPlaces) return p->place[place];
  const T value = *p->place[place];
  for (int64_t i = 0; i < n; i++) copy[i] = value;
  return copy;
}

// Asks for the direct inputs of the next tile a few lines at a time, so that memory works while this tile is computed; all at once they
// would wait for each other.
template <typename T>
struct NextTile {
  const EwProgram<T>* program;
  int64_t start;
  int32_t input, line, lines_per_step;

  RL_INLINE NextTile(const EwProgram<T>* p, int64_t next, bool wanted) : program(p), start(next), input(0), line(0), lines_per_step(0) {
    if (!wanted) return;
    int32_t streams = 0;
    for (int i = 0; i < p->task->n_inputs; i++) streams += p->direct_input[i];
    // One or two streams are better foreseen by the hardware.
    if (streams > 2) lines_per_step = streams * (kTileBytes / 64) / (p->n_steps + 1) + 1;
  }
  RL_INLINE void Step() {
    int32_t left = lines_per_step;
    while (left > 0 && input < program->task->n_inputs) {
      if (!program->direct_input[input] || line == kTileBytes / 64) {
        input++;
        line = 0;
        continue;
      }
      const T* base = static_cast<const T*>(program->task->inputs[input].base) + start;
      const int32_t count = kTileBytes / 64 - line < left ? kTileBytes / 64 - line : left;
      for (int32_t i = 0; i < count; i++) __builtin_prefetch(reinterpret_cast<const char*>(base) + (line + i) * 64);
      line += count;
      left -= count;
    }
  }
};

// Runs the program for linear indices [start, start + n), n <= kTile. `more`: a whole tile follows.
template <typename T>
void RunTile(EwProgram<T>* p, int64_t start, int64_t n, bool more = false) {
  const EwTask* task = p->task;
  Position position;
  if (p->located) Locate(task, start, &position);
  for (int i = 0; i < task->n_inputs; i++) {
    if (p->direct_input[i]) {
      p->place[kInputPlaces + i] = static_cast<T*>(task->inputs[i].base) + start;
    } else if (p->filled_input[i] >= 0) {
      p->place[kInputPlaces + i] = FillTile<T>(p, i, start, position, n, p->scratch[p->filled_input[i]]);
    }
  }
  for (int k = 0; k < task->n_outputs; k++) {
    if (p->direct_output[k]) p->place[kOutputPlaces + k] = static_cast<T*>(task->outputs[k].base) + start;
  }
  NextTile<T> next(p, start + n, more);
  for (int s = 0; s < p->n_steps; s++) {
    next.Step();
    const EwStep<T>& step = p->steps[s];
    if (step.run != nullptr) {
      step.run(p->place[step.dst], p->place[step.a], p->place[step.b], p->place[step.c], n);
    } else {
      RunSource<T>(p, step, start, n);
    }
  }
  for (int k = 0; k < task->n_outputs; k++) {
    if (p->direct_output[k]) continue;
    T copy[kTile<T>];
    const T* values = RegisterTile<T>(p, task->outputs[k].reg, n, copy);
    SpillOperand<T>(task, &task->outputs[k], start, position, n, values);
  }
}

// A program over one element: nothing to resolve, a register is a number.
template <typename T>
RL_INLINE bool IsSingle(const EwTask* task) {
  if (task->size != 1) return false;
  for (int i = 0; i < task->n_instrs; i++) {
    if (task->instrs[i].op >= kFirstSource) return false;
  }
  return true;
}
template <typename T>
void RunSingle(const EwTask* task) {
  T value[kMaxRegisters] = {};
  for (int i = 0; i < task->n_inputs; i++) value[task->inputs[i].reg] = UniformValue<T>(&task->inputs[i]);
  const TileTable<T>& table = kTileTable<T>;
  for (int i = 0; i < task->n_instrs; i++) {
    const EwInstr& in = task->instrs[i];
    const TileFn<T> run = in.op < kFirstBinary    ? table.unary[in.op]
                          : in.op < kFirstTernary ? table.binary[in.op - kFirstBinary][0]
                                                  : table.ternary[in.op - kFirstTernary][0];
    T result;
    run(&result, &value[in.a], &value[in.b], &value[in.c], 1);
    value[in.dst] = result;
  }
  const Position origin = {};
  for (int k = 0; k < task->n_outputs; k++) SpillOperand<T>(task, &task->outputs[k], 0, origin, 1, &value[task->outputs[k].reg]);
}

template <typename T>
void EwRun(const EwTask* task, int64_t begin, int64_t end) {
  if (begin >= end) return;
  if (sizeof(T) == 4 && task->loop > 0 && !StreamsResult<T>(task, begin, end)) return RunEwLoop(task, begin, end);
  if (IsSingle<T>(task)) return RunSingle<T>(task);
  EwProgram<T> program;  // scratch included, nothing of it initialized
  if (end - begin >= kLeastChain && MayChain<T>(task)) {
    ResolveProgram<T>(&program, task, 0, false);
    begin = RunChain<T>(&program, begin, end);
  } else {
    ResolveProgram<T>(&program, task, 0);
  }
  for (int64_t start = begin; start < end; start += kTile<T>) {
    RunTile<T>(&program, start, end - start < kTile<T> ? end - start : kTile<T>, end - start >= 2 * kTile<T>);
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
