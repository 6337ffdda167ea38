// A program of the fused-elementwise machine, resolved once per call into steps: a loop, and where its operands lie.
//
// Where values lie: contiguous operands of the compute type are the memory itself; a value that is the same everywhere (splats,
// immediates and what follows from them alone) is one number, computed once per call; all else is a tile of scratch.
#pragma once
#include "ew_operands.h"
#include "ew_ops.h"
#include "ew_pairs.h"

namespace ridgeline {
namespace NS {
namespace {

constexpr int kTileBytes = 1024;  // 2048 made the arrays of an optimizer step, often alike modulo 4096, evict each other
template <typename T>
constexpr int64_t kTile = kTileBytes / static_cast<int64_t>(sizeof(T));

// Places of values, numbers into EwProgram::place: scratch tiles, then inputs, outputs, uniform values.
constexpr int kInputPlaces = kMaxRegisters;
constexpr int kOutputPlaces = kInputPlaces + kMaxOperands;
constexpr int kUniformPlaces = kOutputPlaces + kMaxOperands;
constexpr int kPlaces = kUniformPlaces + kMaxOperands + kMaxInstructions;

template <typename T>
struct EwStep {
  TileFn<T> run;  // null for a source
  int16_t dst, a, b, c;
  int32_t op;
  int8_t uniform;     // a bit per operand
  int8_t pair_first;  // what it is as the first of a pair, or -1
  uint32_t stream;
};

template <typename T>
struct EwProgram {
  const EwTask* task;
  int32_t n_steps;
  int32_t n_uniform;
  bool located;               // some operand needs the multi-index
  int16_t at[kMaxRegisters];  // the place of each register after the last step
  bool direct_input[kMaxOperands];
  int8_t filled_input[kMaxOperands];  // the scratch tile of an input that may have to be read into one, else -1
  bool direct_output[kMaxOperands];
  T* place[kPlaces];
  T uniform[kMaxOperands + kMaxInstructions];
  EwStep<T> steps[kMaxInstructions];
  // A little apart from a power of two, so that tiles do not compete for the same sets of the cache.
  alignas(64) T scratch[kMaxRegisters][kTile<T> + 128 / sizeof(T)];
};

template <typename T>
constexpr int32_t kComputeType = sizeof(T) == 4 ? kF32 : kF64;

template <typename T>
RL_INLINE bool IsMemory(const EwOperand& operand) {
  return operand.kind == kEwContiguous && operand.dtype == kComputeType<T>;
}

// For every output, whether the last instruction that writes its register may write to memory at once: no input in that
// memory may be read later. An input whose memory is another output's, and that is itself stored, is copied first.
template <typename T>
RL_INLINE void ChooseDirectOutputs(EwProgram<T>* p, int32_t* writer) {
  const EwTask* task = p->task;
  int8_t holder[kMaxRegisters];
  int32_t last_read[kMaxOperands];
  int32_t last_write[kMaxRegisters];
  for (int r = 0; r < task->n_registers; r++) {
    holder[r] = -1;
    last_write[r] = -1;
  }
  for (int i = 0; i < task->n_inputs; i++) {
    holder[task->inputs[i].reg] = static_cast<int8_t>(i);
    last_read[i] = -1;
  }
  for (int i = 0; i < task->n_instrs; i++) {
    const EwInstr& instr = task->instrs[i];
    const int arity = Arity(instr.op);
    if (arity > 0 && holder[instr.a] >= 0) last_read[holder[instr.a]] = i;
    if (arity > 1 && holder[instr.b] >= 0) last_read[holder[instr.b]] = i;
    if (arity > 2 && holder[instr.c] >= 0) last_read[holder[instr.c]] = i;
    holder[instr.dst] = -1;
    last_write[instr.dst] = i;
  }
  for (int k = 0; k < task->n_outputs; k++) {
    const EwOperand& output = task->outputs[k];
    writer[k] = IsMemory<T>(output) ? last_write[output.reg] : -1;
    for (int other = 0; other < k; other++) {
      if (task->outputs[other].reg == output.reg && writer[other] >= 0) writer[k] = -1;
    }
    for (int i = 0; i < task->n_inputs; i++) {
      if (!p->direct_input[i] || task->inputs[i].base != output.base) continue;
      if (holder[task->inputs[i].reg] == i) {
        if (task->inputs[i].reg != output.reg) p->direct_input[i] = false;
      } else if (last_read[i] > writer[k]) {
        writer[k] = -1;
      }
    }
  }
}

template <typename T>
RL_INLINE int16_t AddUniform(EwProgram<T>* p, T value) {
  const int u = p->n_uniform++;
  p->uniform[u] = value;
  p->place[kUniformPlaces + u] = &p->uniform[u];
  return static_cast<int16_t>(kUniformPlaces + u);
}

// Which values are read no more: a bit per operand of each instruction, and kDeadResult where the result itself is never read.
constexpr uint8_t kDeadResult = 8;
RL_INLINE uint32_t FindDeaths(const EwTask* task, uint32_t live, uint8_t* dies) {
  for (int k = 0; k < task->n_outputs; k++) live |= 1u << task->outputs[k].reg;
  for (int i = task->n_instrs - 1; i >= 0; i--) {
    const EwInstr& instr = task->instrs[i];
    const uint32_t dst = 1u << instr.dst;
    dies[i] = kDeadResult;
    if ((live & dst) == 0) continue;
    live &= ~dst;
    dies[i] = 0;
    const int32_t operands[3] = {instr.a, instr.b, instr.c};
    for (int k = 0; k < Arity(instr.op); k++) {
      const uint32_t bit = 1u << operands[k];
      if ((live & bit) == 0) dies[i] |= static_cast<uint8_t>(1 << k);
      live |= bit;
    }
  }
  return live;
}

// Scratch tiles in use, and which register's value is in which: as few as are live at once, so that they stay in the cache.
struct ScratchTiles {
  uint32_t free = 0xffffffffu;
  int8_t of[kMaxRegisters];
  RL_INLINE int8_t Take(int reg) {
    const int8_t tile = static_cast<int8_t>(__builtin_ctz(free));
    free &= free - 1;
    of[reg] = tile;
    return tile;
  }
  RL_INLINE void Release(int reg) {
    if (of[reg] >= 0) free |= 1u << of[reg];
    of[reg] = -1;
  }
};

// If the step under construction is the only reader of the step before it, makes that step the pair of the two.
template <typename T>
RL_INLINE bool JoinPrevious(EwProgram<T>* p, int32_t op, uint8_t dies, int uniform) {
  if (p->n_steps == 0) return false;
  EwStep<T>& first = p->steps[p->n_steps - 1];
  const EwStep<T>& second = p->steps[p->n_steps];
  if (first.run == nullptr || first.pair_first < 0 || first.dst >= kInputPlaces || second.a == second.b) return false;
  const bool left = second.a == first.dst && (dies & 1) != 0, right = second.b == first.dst && (dies & 2) != 0;
  const int8_t pair_second = AsPairSecond(op, left);
  if (pair_second < 0 || !(left || right)) return false;
  const int c_uniform = left ? uniform >> 1 & 1 : uniform & 1;
  first.c = left ? second.b : second.a;
  first.run = kPairTable<T>.loop[first.pair_first][pair_second][(first.uniform & 3) + 3 * c_uniform];
  first.pair_first = -1;
  return true;
}

// `live`: registers whose values are wanted besides the outputs. `join`: pairs of instructions may become one step.
template <typename T>
void ResolveProgram(EwProgram<T>* p, const EwTask* task, uint32_t live, bool join = true) {
  p->task = task;
  p->n_steps = 0;
  p->n_uniform = 0;
  p->located = false;
  for (int i = 0; i < task->n_inputs; i++) p->direct_input[i] = IsMemory<T>(task->inputs[i]);
  int32_t writer[kMaxOperands];
  ChooseDirectOutputs<T>(p, writer);
  uint8_t dies[kMaxInstructions];
  live = FindDeaths(task, live, dies);
  ScratchTiles tiles;
  for (int r = 0; r < task->n_registers; r++) tiles.of[r] = -1;

  for (int i = 0; i < task->n_inputs; i++) {
    const EwOperand& input = task->inputs[i];
    p->filled_input[i] = -1;
    if ((live >> input.reg & 1) == 0) {
      p->direct_input[i] = false;
    } else if (p->direct_input[i]) {
      p->at[input.reg] = static_cast<int16_t>(kInputPlaces + i);
    } else if (input.kind == kEwSplat || input.kind == kEwImmediate) {
      p->at[input.reg] = AddUniform<T>(p, UniformValue<T>(&input));
    } else {
      // A strided input may turn out to be a run of memory, tile by tile: its place is the input's, set by FillTile.
      p->filled_input[i] = tiles.Take(input.reg);
      p->at[input.reg] = static_cast<int16_t>(kInputPlaces + i);
      if (input.kind == kEwStrided) p->located = true;
    }
  }

  int direct[kMaxInstructions];
  for (int i = 0; i < task->n_instrs; i++) direct[i] = -1;
  for (int k = 0; k < task->n_outputs; k++) {
    p->direct_output[k] = false;
    if (writer[k] >= 0) direct[writer[k]] = k;
    if (task->outputs[k].kind == kEwStrided) p->located = true;
  }

  for (int i = 0; i < task->n_instrs; i++) {
    const EwInstr& instr = task->instrs[i];
    if (dies[i] == kDeadResult) continue;
    const int arity = Arity(instr.op);
    EwStep<T>& step = p->steps[p->n_steps];
    int joined = 0;
    const int16_t a = arity > 0 ? p->at[instr.a] : static_cast<int16_t>(0);
    step.a = a;
    step.b = arity > 1 ? p->at[instr.b] : a;
    step.c = arity > 2 ? p->at[instr.c] : a;
    const int all = (1 << arity) - 1;
    const int uniform = ((step.a >= kUniformPlaces) | (step.b >= kUniformPlaces) << 1 | (step.c >= kUniformPlaces) << 2) & all;
    if (instr.op < kFirstSource) {
      if (uniform == all) {
        const int16_t result = AddUniform<T>(p, static_cast<T>(0));
        TileFunction<T>(instr.op, 0)(p->place[result], p->place[step.a], p->place[step.b], p->place[step.c], 1);
        p->at[instr.dst] = result;
        continue;  // its operands hold no tile
      }
      step.op = instr.op;
      if (join && JoinPrevious<T>(p, instr.op, dies[i], uniform)) {
        joined = 1;
      } else {
        step.run = TileFunction<T>(instr.op, uniform);
        step.uniform = static_cast<int8_t>(uniform);
        step.pair_first = AsPairFirst(instr.op);
      }
    } else {
      step.run = nullptr;
      step.op = instr.op;
      step.uniform = static_cast<int8_t>(uniform);
      step.pair_first = -1;
      step.stream = instr.stream;
    }
    // The result may lie where an operand ends.
    if (dies[i] & 1) tiles.Release(instr.a);
    if (dies[i] & 2) tiles.Release(instr.b);
    if (dies[i] & 4) tiles.Release(instr.c);
    int16_t dst;
    if (direct[i] >= 0) {
      p->direct_output[direct[i]] = true;
      dst = static_cast<int16_t>(kOutputPlaces + direct[i]);
    } else {
      dst = tiles.Take(instr.dst);
      p->place[dst] = p->scratch[dst];
    }
    p->at[instr.dst] = dst;
    p->n_steps += 1 - joined;
    p->steps[p->n_steps - 1].dst = dst;
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
