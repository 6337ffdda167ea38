// Which programs run as chains (ew_chain.h), and how the steps of one are laid out.
#pragma once
#include "ew_chain.h"
#include "ew_program.h"

namespace ridgeline {
namespace NS {
namespace {

constexpr int64_t kLeastChain = 2048;      // elements that pay for laying out a chain
constexpr int64_t kLeastStream = 1 << 16;  // bytes of one call's part of a result that is stored past the caches
constexpr int kMaxChain = 4 * kMaxInstructions;
constexpr int kMaxFilled = 16;
// Steps between two returns of a chain. A build without tail calls (sanitizers, -O0) keeps a frame of up to half a kilobyte per step, and
// a thread of the pool has 1 MiB; with them, one return in so many steps costs nothing that can be measured.
constexpr int kStepsPerReturn = 256;

template <typename T>
struct Chain {
  int n = 0;
  int filled = 0;
  int held = -1;  // the place whose value is in registers
  ChainStep<T> steps[kMaxChain + 1];
  alignas(64) T blocks[kMaxFilled][kChainBlock<T>];  // single values that an instruction of three operands reads
};

template <typename T>
RL_INLINE bool MayChain(const EwTask* task) {
  for (int i = 0; i < task->n_inputs; i++) {
    const EwOperand& input = task->inputs[i];
    if (!IsMemory<T>(input) && input.kind != kEwSplat && input.kind != kEwImmediate) return false;
  }
  for (int k = 0; k < task->n_outputs; k++) {
    if (!IsMemory<T>(task->outputs[k])) return false;
  }
  for (int i = 0; i < task->n_instrs; i++) {
    if (task->instrs[i].op >= kFirstSource || task->instrs[i].op == kEwPow) return false;
  }
  return true;
}

// Whether everything lies where it is used: nothing to read into scratch first, nothing to copy out afterwards.
template <typename T>
RL_INLINE bool LiesInPlace(const EwProgram<T>& p) {
  for (int k = 0; k < p.task->n_outputs; k++) {
    if (!p.direct_output[k]) return false;
  }
  for (int i = 0; i < p.task->n_inputs; i++) {
    if (p.filled_input[i] >= 0 && !p.direct_input[i]) return false;
  }
  return p.n_steps > 0;
}

template <typename T>
RL_INLINE int Uses(const EwStep<T>& step, int place) {
  const int arity = Arity(step.op);
  return (step.a == place) + (arity > 1 && step.b == place) + (arity > 2 && step.c == place);
}
// x * x reads its operand once.
template <typename T>
RL_INLINE bool IsSquare(const EwStep<T>& step) {
  return step.op == kEwMul && step.a == step.b;
}

// Whether the result of step s is read from memory: by a step other than the next, or twice by that.
template <typename T>
RL_INLINE bool ReadFromMemory(const EwProgram<T>& p, int s) {
  const int place = p.steps[s].dst;
  for (int t = s + 1; t < p.n_steps; t++) {
    const int uses = Uses(p.steps[t], place);
    if (uses > 0 && (t > s + 1 || (uses > 1 && !IsSquare(p.steps[t])))) return true;
    if (p.steps[t].dst == place) return false;
  }
  return false;
}

template <typename T>
RL_INLINE ChainPlace<T> PlaceOf(EwProgram<T>* p, Chain<T>* chain, int place) {
  if (place < kInputPlaces) return {p->scratch[place], 0};
  if (place < kOutputPlaces) return {static_cast<T*>(p->task->inputs[place - kInputPlaces].base), -1};
  if (place < kUniformPlaces) return {static_cast<T*>(p->task->outputs[place - kOutputPlaces].base), -1};
  T* block = chain->blocks[chain->filled++];
  for (int64_t i = 0; i < kChainBlock<T>; i++) block[i] = *p->place[place];
  return {block, 0};
}

template <typename T>
RL_INLINE void Append(Chain<T>* chain, ChainFn<T> run, ChainPlace<T> first = {nullptr, 0}, ChainPlace<T> second = {nullptr, 0}) {
  chain->steps[chain->n++] = {run, first, second};
}
template <typename T>
RL_INLINE void LoadPlace(EwProgram<T>* p, Chain<T>* chain, int place) {
  if (chain->held == place) return;
  Append<T>(chain, &ChainLoad<T>, PlaceOf(p, chain, place));
  chain->held = place;
}

template <typename T>
RL_INLINE void AppendStep(EwProgram<T>* p, Chain<T>* chain, const EwStep<T>& step) {
  const ChainTable<T>& table = kChainTable<T>;
  if (step.op < kFirstBinary || IsSquare(step)) {
    LoadPlace(p, chain, step.a);
    Append<T>(chain, table.unary[step.op < kFirstBinary ? step.op : kEwSquare]);
  } else if (step.op < kFirstTernary) {
    const bool swapped = chain->held != step.a && (chain->held == step.b || step.a >= kUniformPlaces);
    LoadPlace(p, chain, swapped ? step.b : step.a);
    const int other = swapped ? step.a : step.b;
    const bool uniform = other >= kUniformPlaces;
    Append<T>(chain, table.binary[step.op - kFirstBinary][uniform][swapped],
              uniform ? ChainPlace<T>{p->place[other], 0} : PlaceOf(p, chain, other));
  } else {
    const int position = chain->held == step.b ? 1 : chain->held == step.c ? 2 : 0;
    if (position == 0) LoadPlace(p, chain, step.a);
    const ChainPlace<T> first = PlaceOf(p, chain, position == 0 ? step.b : step.a);
    const ChainPlace<T> second = PlaceOf(p, chain, position == 2 ? step.b : step.c);
    Append<T>(chain, table.ternary[step.op - kFirstTernary][position], first, second);
  }
}

template <typename T>
RL_INLINE bool MayStream(const EwTask* task, const T* base, int64_t begin, int64_t end) {
  constexpr int64_t kBytes = static_cast<int64_t>(sizeof(T));
  if (task->keep || task->size * kBytes < kStreamBytes || (end - begin) * kBytes < kLeastStream || !CanStream(base + begin)) return false;
  for (int i = 0; i < task->n_inputs; i++) {
    if (task->inputs[i].base == base) return false;  // the line is in the cache
  }
  return true;
}

// Whether all results would go past the caches: then a chain is better than a loop, which stores into them. With one in place among them it
// is not: for schedule-free's four, of which only the new weight does not replace what was read, a chain took 2.4 times as long.
template <typename T>
RL_INLINE bool StreamsResult(const EwTask* task, int64_t begin, int64_t end) {
  if (task->size * static_cast<int64_t>(sizeof(T)) < kStreamBytes || !MayChain<T>(task)) return false;
  for (int k = 0; k < task->n_outputs; k++) {
    if (!MayStream<T>(task, static_cast<const T*>(task->outputs[k].base), begin, end)) return false;
  }
  return task->n_outputs > 0;
}

// A program that is one function of one array.
template <typename T>
RL_INLINE bool IsMap(const EwProgram<T>& p) {
  const EwStep<T>& step = p.steps[0];
  // sin and cos have more constants than there are registers for four vectors.
  return p.n_steps == 1 && step.op != kEwSin && step.op != kEwCos && step.op < kFirstBinary && step.a >= kInputPlaces &&
         step.a < kOutputPlaces && p.task->n_outputs == 1;
}

// Runs what it can of [begin, end) and gives where it stopped: `begin` if the program is none for a chain, else the last whole block.
template <typename T>
int64_t RunChain(EwProgram<T>* p, int64_t begin, int64_t end) {
  if (!LiesInPlace(*p)) return begin;
  const int64_t stop = begin + (end - begin) / kChainBlock<T> * kChainBlock<T>;
  if (stop == begin) return begin;
  if (IsMap(*p)) {
    const T* x = static_cast<const T*>(p->task->inputs[p->steps[0].a - kInputPlaces].base);
    T* y = static_cast<T*>(p->task->outputs[0].base);
    const bool stream = MayStream<T>(p->task, y, begin, end);
    kMapTable<T>[p->steps[0].op][stream](x + begin, y + begin, stop - begin);
    if (stream) StreamFence();
    return stop;
  }
  Chain<T> chain;
  bool streams = false;
  for (int s = 0; s < p->n_steps; s++) {
    const EwStep<T>& step = p->steps[s];
    if (chain.n + 4 > kMaxChain || chain.filled + 3 > kMaxFilled) return begin;
    AppendStep(p, &chain, step);
    chain.held = step.dst;
    const bool read = ReadFromMemory(*p, s);
    if (step.dst >= kOutputPlaces) {
      const ChainPlace<T> place = PlaceOf(p, &chain, step.dst);
      const bool stream = !read && MayStream<T>(p->task, place.memory, begin, end);
      Append<T>(&chain, stream ? &ChainStore<true, T> : &ChainStore<false, T>, place);
      streams |= stream;
    } else if (read) {
      Append<T>(&chain, &ChainStore<false, T>, PlaceOf(p, &chain, step.dst));
    }
  }
  ChainStep<T>* last = &chain.steps[chain.n];
  Append<T>(&chain, &ChainEnd<T>, {nullptr, chain.n});
  const int64_t stretch = (chain.n < kStepsPerReturn ? kStepsPerReturn / chain.n : 1) * kChainBlock<T>;
  const Vec<T> none = {};
  for (int64_t at = begin; at < stop; at += stretch) {
    last->second.mask = at + stretch < stop ? at + stretch : stop;
    chain.steps[0].run(chain.steps, at, none, none, none, none);
  }
  if (streams) StreamFence();
  return stop;
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
