// Runs of rows as one loop each (generated/sweep_loops.h, written by scripts/generate-loops.mjs): sums over each row or group of one,
// programs of one value per sum, and at the end sums over the rows with results that go past the caches. For two rows at a time, and as
// many groups of them as a vector has lanes, all of it is done before the next groups: what one call hands to another is in the first
// cache, sums over the rows are read and written once for both, and while memory takes results, the next sums are worked out. Every sum has
// the order of additions that it has alone.
#pragma once
#include "reduce_compiled.h"

namespace ridgeline {
namespace NS {
namespace {

// The groups [b, b + count) of the rows `row` and row + 1. Values per sum of these rows are where those of the rows `kept` and kept + 1
// belong.
struct SweepPlace {
  int64_t row, kept, b, count;
  float* const* columns;
};

// Sums over rows or groups of them.
template <typename Loop, typename Asks>
struct SweepSums {
  static RL_INLINE void Run(const RowSweep& sweep, const SweepCall& call, const SweepPlace& at) {
    constexpr int64_t kW = kLanes<float>;
    constexpr int kResults = Loop::kResults, kTogether = 4;
    const int64_t n = call.box.c;
    const Asks ask(call.box);
    for (int64_t i = 0; i < kSweptRows; i++) {
      Loop loop(call.box, at.row + i, 0);
      const int64_t to = (at.kept + i) * sweep.groups + at.b, from = (at.row + i) * sweep.groups * n;
      if (n > kShortRow) {
        float result[kResults];
        loop.Enter(to);
        ReduceLongRow<kReduceSum>(loop, at.b * n, n, ask, from + at.b * n, result);
#pragma GCC unroll 4
        for (int r = 0; r < kResults; r++) call.out[r][to] = result[r];
        continue;
      }
      if (at.count == kW) {
        Vec<float> sums[kResults][kW / kTogether];
        for (int64_t k = 0; k < kW; k += kTogether) {
          Vec<float> acc[kResults];
          SumShortRows<kReduceSum, kTogether>(loop, to + k, (at.b + k) * n, n, ask, from + (at.b + k) * n, acc);
#pragma GCC unroll 4
          for (int r = 0; r < kResults; r++) sums[r][k / kTogether] = acc[r];
        }
#pragma GCC unroll 4
        for (int r = 0; r < kResults; r++) Store<float>(call.out[r] + to, SumLanesOfEach<kW, kTogether>(sums[r]));
        continue;
      }
      Vec<float> sums[kResults][kW];
      for (int64_t k = 0; k < at.count; k++) {
        loop.Enter(to + k);
        Vec<float> acc[kResults];
        SumShortRow<kReduceSum, true>(loop, (at.b + k) * n, n, ask, from + (at.b + k) * n, acc);
#pragma GCC unroll 4
        for (int r = 0; r < kResults; r++) sums[r][k] = acc[r];
      }
#pragma GCC unroll 4
      for (int r = 0; r < kResults; r++) {
        for (int64_t k = at.count; k < kW; k++) sums[r][k] = Vec<float>{};
        StorePartial(call.out[r] + to, SumLanesOfEach(sums[r]), at.count);
      }
    }
  }
};

// What values are divided by. Powers of two have inverses that give the same bits, several times as fast.
struct Divisor {
  Vec<float> value, inverse;
  bool exact;
  RL_INLINE explicit Divisor(float x) : value(Set<float>(x)) {
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    const uint32_t exponent = bits >> 23 & 255;
    exact = (bits & 0x7fffff) == 0 && exponent > 0 && exponent < 254;
    bits = (bits & 0x80000000) | (254 - exponent) << 23;
    float inverted;
    memcpy(&inverted, &bits, sizeof bits);
    inverse = Set<float>(inverted);
  }
  RL_INLINE Vec<float> Of(Vec<float> x) const { return exact ? x * inverse : x / value; }
};

// A program over one value per sum.
template <typename Program>
struct SweepValues {
  static RL_INLINE void Run(const RowSweep& sweep, const SweepCall& call, const SweepPlace& at) {
    if (sweep.groups == 1) return Program::Run(call.box, at.kept, kSweptRows);
    for (int64_t i = 0; i < kSweptRows; i++) Program::Run(call.box, (at.kept + i) * sweep.groups + at.b, at.count);
  }
};

// Sums over the rows, added to columns[result]. Both rows are found by the pointers of the first: with a dozen more of them some would not
// be in registers. kShared: a bit for each input that is the same for all rows.
template <typename Loop, int kShared>
struct SweepColumns {
  static RL_INLINE void Run(const RowSweep& sweep, const SweepCall& call, const SweepPlace& at) {
    constexpr int64_t kW = kLanes<float>;
    constexpr int kResults = Loop::kResults;
    const int64_t n = call.box.c, line = sweep.groups * n;
    Loop upper(call.box, at.row, 0), lower(upper);
    const float* ask = call.box.ask + at.row * line;
    float* to[kResults];
#pragma GCC unroll 4
    for (int r = 0; r < kResults; r++) to[r] = at.columns[r];
    for (int64_t g = at.b; g < at.b + at.count; g++) {
      upper.Enter(at.kept * sweep.groups + g);
      lower.Enter((at.kept + 1) * sweep.groups + g);
      for (int64_t j = g * n; j < (g + 1) * n; j += kW) {
        Vec<float> one[kResults], two[kResults];
        Ask(ask + j);
        upper.At(EwWholePast(), j, one);
        Ask(ask + line + j);
        lower.template At<kShared>(EwWholePast(), j, two, line);
#pragma GCC unroll 4
        for (int r = 0; r < kResults; r++) Store<float>(to[r] + j, Load<float>(to[r] + j) + one[r] + two[r]);
      }
    }
  }
};

using SweepLoop = void (*)(const RowSweep& sweep, int64_t begin, int64_t end, int64_t kept, float* const* columns);
template <typename... Parts>
void Sweep(const RowSweep& sweep, int64_t begin, int64_t end, int64_t kept, float* const* columns) {
  const int64_t most = sweep.calls[0].box.c > kShortRow ? 1 : kLanes<float>;
  for (int64_t row = begin; row < end; row += kSweptRows) {
    for (int64_t b = 0; b < sweep.groups; b += most) {
      const SweepPlace at = {row, sweep.own ? kept : row, b, sweep.groups - b < most ? sweep.groups - b : most, columns};
      const SweepCall* call = sweep.calls;
      (Parts::Run(sweep, *call++, at), ...);
    }
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline

#include "generated/sweep_loops.h"

namespace ridgeline {
namespace NS {
namespace {

// A program over one value per sum, as a box.
RL_INLINE bool FillValues(const EwTask* task, int64_t size, ReduceBox* box) {
  if (task->loop == 0 || task->size != size) return false;
  for (int i = 0; i < task->n_inputs; i++) {
    const EwOperand& input = task->inputs[i];
    const int32_t place = PlaceOfInput(task, input);
    if (place != kEwMemory && place != kEwForAll) return false;
    if (place == kEwMemory && input.kind != kEwContiguous) return false;
    box->in[i] = static_cast<const float*>(input.base);
    if (place == kEwForAll) box->values[i] = UniformValue<float>(&input);
  }
  for (int k = 0; k < task->n_outputs; k++) box->out[k] = static_cast<float*>(task->outputs[k].base);
  box->loop = task->loop;
  return true;
}

// A box whose values per sum are found by their place among all; false where they are not one for each.
RL_INLINE bool FindByPlace(int64_t groups, ReduceBox* box) {
  for (int32_t i = 0; i < box->inputs; i++) {
    if (box->one[i] || box->in_c[i] != 0) continue;
    if (box->in_a[i] != groups) return false;
    box->in_a[i] = 0;
  }
  return groups == 1 || IsDense(*box);
}

// The inputs of a box that are the same for all rows, a bit for each; false where rows of another are not as far apart as those of results.
RL_INLINE bool SharedInputs(const ReduceBox& box, int16_t* bits) {
  *bits = 0;
  for (int32_t i = 0; i < box.inputs; i++) {
    if (box.one[i] || box.in_c[i] == 0) continue;
    if (box.in_a[i] == 0) {
      *bits = static_cast<int16_t>(*bits | 1 << i);
    } else if (box.in_a[i] != box.b * box.c) {
      return false;
    }
  }
  return true;
}

bool FillSweep(const SweepPart* parts, int32_t count, bool own, RowSweep* sweep) {
  if (count < 2 || count > kMostSwept || parts[count - 1].kind != kSweepColumns) return false;
  const ReduceBox& last = *parts[count - 1].box;
  if (!last.stream || last.c % kLanes<float> != 0) return false;
  sweep->groups = last.b;
  sweep->own = own;
  int16_t code[2 + 2 * kMostSwept];
  int32_t n = 0;
  code[n++] = static_cast<int16_t>(count);
  for (int32_t i = 0; i < count; i++) {
    const SweepPart& part = parts[i];
    SweepCall* call = &sweep->calls[i];
    if (part.kind == kSweepValues) {
      if (!FillValues(part.task, last.a * last.b, &call->box)) return false;
    } else {
      if ((part.kind == kSweepColumns) != (i == count - 1)) return false;
      call->box = *part.box;
      if (part.kind == kSweepSums && !SeeAs(false, last.a, last.b, last.c, &call->box)) return false;
      if (!FindByPlace(last.b, &call->box)) return false;
      // With nothing to ask for, what is at hand.
      for (int32_t k = 0; k < call->box.inputs && call->box.ask == nullptr; k++) {
        if (call->box.in_a[k] == last.b * last.c) call->box.ask = call->box.in[k];
      }
      if (call->box.ask == nullptr) return false;
    }
    for (int r = 0; r < kMostTogether; r++) call->out[r] = part.out[r];
    code[n++] = static_cast<int16_t>(part.kind);
    code[n++] = static_cast<int16_t>(call->box.loop);
  }
  if (!SharedInputs(last, &code[n++])) return false;
  for (int32_t l = 0; l < kSweepLoopCount; l++) {
    if (kSweepCodes[l].length != n || __builtin_memcmp(kSweepCodes[l].numbers, code, static_cast<size_t>(n) * sizeof(int16_t)) != 0)
      continue;
    sweep->loop = l + 1;
    return true;
  }
  return false;
}
void RunSweep(const RowSweep* sweep, int64_t begin, int64_t end, int64_t kept, float* const* columns) {
  kSweepLoops[sweep->loop - 1](*sweep, begin, end, kept, columns);
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
