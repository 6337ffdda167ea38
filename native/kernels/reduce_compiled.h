// Reductions that training steps run again and again, each with the program before it compiled as one loop (generated/reduce_loops.h,
// written by scripts/generate-loops.mjs). The values are those of the machine in elementwise.h; sums over rows are added up as here.
#pragma once
#include "ew_compiled.h"
#include "reduce_boxes.h"

namespace ridgeline {
namespace NS {
namespace {

constexpr int64_t kColumns = 2048;  // columns of a long row reduced together: rows are read in runs of memory

template <typename T, int kOp>
RL_INLINE Vec<T> Combine(Vec<T> a, Vec<T> b) {
  if constexpr (kOp == kReduceSum) {
    return a + b;
  } else {
    return Max<T>(a, b);
  }
}
template <int kOp>
RL_INLINE double Combine(double a, double b) {
  if constexpr (kOp == kReduceSum) {
    return a + b;
  } else {
    return a > b || a != a ? a : b;
  }
}
template <int kOp>
RL_INLINE double Identity() {
  return kOp == kReduceSum ? 0.0 : -__builtin_inf();
}

RL_INLINE const float* In(const ReduceBox& box, int i, int64_t at, int64_t bt) { return box.in[i] + at * box.in_a[i] + bt * box.in_b[i]; }
RL_INLINE float* Out(const ReduceBox& box, int k, int64_t at, int64_t bt) { return box.out[k] + (at * box.b + bt) * box.c; }

constexpr int64_t kShortRow = 128;  // elements of a row whose lanes are added together with those of other rows

// Neighbouring lanes of a, then of b, added: within each block of four lanes, or blocks as a whole.
template <bool kBlocks>
RL_INLINE Vec<float> AddNeighbours(Vec<float> a, Vec<float> b) {
  constexpr int kW = kLanes<float>, kHalf = kBlocks ? kW / 8 : 2, kOne = kBlocks ? 4 : 1;
  VecI<float> even = {};
#pragma GCC unroll 16
  for (int k = 0; k < kW; k++) {
    const int among = kBlocks ? k / 4 : k % 4, rest = kBlocks ? k % 4 : k / 4 * 4;
    even[k] = rest + 2 * kOne * (among % kHalf) + (among < kHalf ? 0 : kW);
  }
#if defined(__clang__)
  Vec<float> sums = {};
  for (int k = 0; k < kW; k++) sums[k] = even[k] < kW ? a[even[k]] + a[even[k] + kOne] : b[even[k] - kW] + b[even[k] - kW + kOne];
  return sums;
#else
  return __builtin_shuffle(a, b, even) + __builtin_shuffle(a, b, even + kOne);
#endif
}
// The sums of the lanes of kCount vectors, in order: lanes are added in pairs, the sums in pairs again. Two vectors at a time, so that few
// wait in registers; blocks of four lanes first, whose lanes need not be brought from other blocks. Each vector of v is what that has made
// of kEach of them.
template <int kCount = kLanes<float>, int kEach = 1>
RL_INLINE Vec<float> SumLanesOfEach(const Vec<float>* v) {
  if constexpr (kCount == kEach) {
    return *v;
  } else {
    return AddNeighbours<(kCount > 4)>(SumLanesOfEach<kCount / 2, kEach>(v), SumLanesOfEach<kCount / 2, kEach>(v + kCount / 2 / kEach));
  }
}

template <int kOp>
RL_INLINE Vec<float> WithoutTail(Vec<float> v, int64_t n) {
  return Select<float>(FirstLanes<float>(n), v, Set<float>(static_cast<float>(Identity<kOp>())));
}

// What a reduction asks for while it works on the elements from linear index `at` on.
struct AskNothing {
  RL_INLINE explicit AskNothing(const ReduceBox&) {}
  RL_INLINE void At(int64_t) const {}
};
struct AskAhead {
  const float* from;
  RL_INLINE explicit AskAhead(const ReduceBox& box) : from(box.ask) {}
  RL_INLINE void At(int64_t at) const { Ask(from + at); }
};
// Of sums that go together, two may ask for an array each.
struct AskBoth {
  const float *from, *second;
  RL_INLINE explicit AskBoth(const ReduceBox& box) : from(box.ask), second(box.ask_second) {}
  RL_INLINE void At(int64_t at) const {
    Ask(from + at);
    Ask(second + at);
  }
};

// Where a loop stands, the n elements from `first` on, which are those from linear index `at` on: what a short row of them adds up to lane
// by lane, and the results of a long one. kWhole: n is whole vectors.
template <int kOp, bool kWhole, typename Loop, typename Asks>
RL_INLINE void SumShortRow(const Loop& loop, int64_t first, int64_t n, const Asks& ask, int64_t at, Vec<float>* acc) {
  constexpr int64_t kW = kLanes<float>;
  constexpr int kResults = Loop::kResults;
  Vec<float> value[kResults];
#pragma GCC unroll 4
  for (int r = 0; r < kResults; r++) acc[r] = Vec<float>{};
  int64_t j = 0;
  for (; j + kW <= n; j += kW) {
    ask.At(at + j);
    loop.At(EwWhole(), first + j, value);
#pragma GCC unroll 4
    for (int r = 0; r < kResults; r++) acc[r] += value[r];
  }
  if (!kWhole && j < n) {
    loop.At(EwPart{n - j}, first + j, value);
#pragma GCC unroll 4
    for (int r = 0; r < kResults; r++) acc[r] += WithoutTail<kOp>(value[r], n - j);
  }
}
// The same of kCount rows of whole vectors one after the other, the first of which is number `row` of the loop: with their lanes added as
// far as SumLanesOfEach adds those of kCount vectors, while the next rows are read.
template <int kOp, int kCount, typename Loop, typename Asks>
RL_INLINE void SumShortRows(Loop& loop, int64_t row, int64_t first, int64_t n, const Asks& ask, int64_t at, Vec<float>* acc) {
  constexpr int kResults = Loop::kResults, kHalf = kCount / 2;
  if constexpr (kCount == 1) {
    loop.Enter(row);
    SumShortRow<kOp, true>(loop, first, n, ask, at, acc);
  } else {
    Vec<float> below[kResults];
    SumShortRows<kOp, kHalf>(loop, row, first, n, ask, at, acc);
    SumShortRows<kOp, kHalf>(loop, row + kHalf, first + kHalf * n, n, ask, at + kHalf * n, below);
#pragma GCC unroll 4
    for (int r = 0; r < kResults; r++) acc[r] = AddNeighbours<(kCount > 4)>(acc[r], below[r]);
  }
}
template <int kOp, typename Loop, typename Asks>
RL_INLINE void ReduceLongRow(const Loop& loop, int64_t first, int64_t n, const Asks& ask, int64_t at, float* result) {
  constexpr int64_t kW = kLanes<float>, kBlock = 2048;
  constexpr int kResults = Loop::kResults;
  const Vec<float> identity = Set<float>(static_cast<float>(Identity<kOp>()));
  double total[kResults];
#pragma GCC unroll 4
  for (int r = 0; r < kResults; r++) total[r] = Identity<kOp>();
  for (int64_t from = 0; from < n; from += kBlock) {
    const int64_t to = n - from < kBlock ? n : from + kBlock;
    Vec<float> acc[4][kResults], value[kResults];
#pragma GCC unroll 4
    for (int i = 0; i < 4; i++) {
#pragma GCC unroll 4
      for (int r = 0; r < kResults; r++) acc[i][r] = identity;
    }
    const auto add = [&](int i, int64_t j) RL_LAMBDA {
      ask.At(at + j);
      loop.At(EwWhole(), first + j, value);
#pragma GCC unroll 4
      for (int r = 0; r < kResults; r++) acc[i][r] = Combine<float, kOp>(acc[i][r], value[r]);
    };
    int64_t j = from;
    for (; j + 4 * kW <= to; j += 4 * kW) {
      add(0, j);
      add(1, j + kW);
      add(2, j + 2 * kW);
      add(3, j + 3 * kW);
    }
    for (; j + kW <= to; j += kW) add(0, j);
    if (j < to) {
      loop.At(EwPart{to - j}, first + j, value);
#pragma GCC unroll 4
      for (int r = 0; r < kResults; r++) acc[1][r] = Combine<float, kOp>(acc[1][r], WithoutTail<kOp>(value[r], to - j));
    }
#pragma GCC unroll 4
    for (int r = 0; r < kResults; r++) {
      const Vec<float> all = Combine<float, kOp>(Combine<float, kOp>(acc[0][r], acc[1][r]), Combine<float, kOp>(acc[2][r], acc[3][r]));
      total[r] = Combine<kOp>(total[r], kOp == kReduceSum ? SumLanes(all) : static_cast<double>(MaxLanes<float>(all)));
    }
  }
#pragma GCC unroll 4
  for (int r = 0; r < kResults; r++) result[r] = static_cast<float>(total[r]);
}

// out[r][row - begin] = result r of the row reduced, for rows [begin, end) of a * b.
template <typename Loop, int kOp, typename Asks>
RL_INLINE void RowLoopAs(const ReduceBox& box, int64_t begin, int64_t end, float* const* out) {
  constexpr int64_t kW = kLanes<float>;
  constexpr int kResults = Loop::kResults;
  const int64_t n = box.c;
  const Asks ask(box);
  int64_t a = begin / box.b, b = begin - a * box.b;
  const auto advance = [&](int64_t rows) RL_LAMBDA {
    b += rows;
    if (b == box.b) {
      b = 0;
      a++;
    }
  };
  if (kOp == kReduceSum && n <= kShortRow) {
    for (int64_t row = begin; row < end; row += kW) {
      const int64_t count = end - row < kW ? end - row : kW;
      Vec<float> sums[kResults][kW];
      for (int64_t k = count; k < kW; k++) {
#pragma GCC unroll 4
        for (int r = 0; r < kResults; r++) sums[r][k] = Vec<float>{};
      }
      for (int64_t k = 0; k < count;) {
        const int64_t left = count - k < box.b - b ? count - k : box.b - b, span = box.dense ? left : 1;
        Loop loop(box, a, b);
        for (int64_t g = 0; g < span; g++, k++) {
          loop.Enter(g);
          Vec<float> acc[kResults];
          SumShortRow<kOp, false>(loop, g * n, n, ask, (row + k) * n, acc);
#pragma GCC unroll 4
          for (int r = 0; r < kResults; r++) sums[r][k] = acc[r];
        }
        advance(span);
      }
#pragma GCC unroll 4
      for (int r = 0; r < kResults; r++) {
        const Vec<float> all = SumLanesOfEach(sums[r]);
        if (count == kW) {
          Store<float>(out[r] + row - begin, all);
        } else {
          StorePartial(out[r] + row - begin, all, count);
        }
      }
    }
    return;
  }
  for (int64_t row = begin; row < end; row++, advance(1)) {
    Loop loop(box, a, b);
    loop.Enter(0);
    float result[kResults];
    ReduceLongRow<kOp>(loop, 0, n, ask, row * n, result);
#pragma GCC unroll 4
    for (int r = 0; r < kResults; r++) out[r][row - begin] = result[r];
  }
}
template <typename Loop, int kOp>
void RowLoop(const ReduceBox& box, int64_t begin, int64_t end, int64_t, int64_t, float* const* out) {
  if (box.ask != nullptr) return RowLoopAs<Loop, kOp, AskAhead>(box, begin, end, out);
  RowLoopAs<Loop, kOp, AskNothing>(box, begin, end, out);
}

// What a loop has for each of several rows, one below the other.
template <typename Loop, int kRows>
struct LoopsOfRows {
  Loop loop;
  LoopsOfRows<Loop, kRows - 1> below;
  RL_INLINE LoopsOfRows(const ReduceBox& box, int64_t a, int64_t b) : loop(box, a, b), below(box, a + 1, b) {}
  // visit(loop, row), from the first row on.
  template <typename Visit>
  RL_INLINE void Each(Visit visit, int64_t row = 0) {
    visit(loop, row);
    below.Each(visit, row + 1);
  }
};
template <typename Loop>
struct LoopsOfRows<Loop, 0> {
  RL_INLINE LoopsOfRows(const ReduceBox&, int64_t, int64_t) {}
  template <typename Visit>
  RL_INLINE void Each(Visit, int64_t) {}
};

// Result r of the rows [a, a + kRows) combined with acc[r][columns], one row after another.
template <typename Loop, int kOp, typename Asks, typename Whole, int kRows>
RL_INLINE void CombineRows(const ReduceBox& box, int64_t a, int64_t c0, int64_t n, float* const* acc) {
  constexpr int kResults = Loop::kResults;
  const int64_t span = box.dense ? box.b : 1, line = box.b * box.c;
  const Asks ask(box);
  for (int64_t b = 0; b < box.b; b += span) {
    float* to[kResults];
#pragma GCC unroll 4
    for (int r = 0; r < kResults; r++) to[r] = acc[r] + b * n;
    LoopsOfRows<Loop, kRows> rows(box, a, b);
    const int64_t at = a * line + b * box.c + c0;
    for (int64_t g = 0; g < span; g++) {
      rows.Each([&](Loop& loop, int64_t) RL_LAMBDA { loop.Enter(g); });
      const int64_t first = g * n;
      ForVectorsAs(Whole(), n, [&](auto io, int64_t j) RL_LAMBDA {
        const int64_t i = first + j;
        Vec<float> sums[kResults], value[kResults];
#pragma GCC unroll 4
        for (int r = 0; r < kResults; r++) sums[r] = io.Read(to[r] + i);
        rows.Each([&](const Loop& loop, int64_t row) RL_LAMBDA {
          ask.At(at + row * line + i);
          loop.At(io, c0 + i, value);
#pragma GCC unroll 4
          for (int r = 0; r < kResults; r++) sums[r] = Combine<float, kOp>(sums[r], value[r]);
        });
#pragma GCC unroll 4
        for (int r = 0; r < kResults; r++) io.Keep(to[r] + i, sums[r]);
      });
    }
  }
}
// acc[r][group, columns] combined with result r of the rows [begin, end) of the columns [c0, c1), which are all where b > 1: row begin + i
// goes to place i modulo group, as in the machine for any program. Several rows at once read and write what they are combined with once,
// and bring more lines of memory on their way, best from eight pages; those with results go one by one.
template <typename Loop, int kOp, typename Asks, typename Whole>
RL_INLINE void ColumnLoopAs(const ReduceBox& box, int64_t begin, int64_t end, int64_t c0, int64_t c1, float* const* acc) {
  constexpr int kResults = Loop::kResults;
  const int64_t n = box.b == 1 ? c1 - c0 : box.c;
  int64_t a = begin, place = 0;
  if constexpr (Loop::kOutputs == 0) {
    constexpr int kRows = Loop::kReads == 1 ? kSummedRows : kSummedRows / 2;
    if (box.group == 1) {
      for (; a + kRows <= end; a += kRows) CombineRows<Loop, kOp, Asks, Whole, kRows>(box, a, c0, n, acc);
    }
  }
  for (; a < end; a++) {
    float* to[kResults];
#pragma GCC unroll 4
    for (int r = 0; r < kResults; r++) to[r] = acc[r] + place * box.b * n;
    CombineRows<Loop, kOp, Asks, Whole, 1>(box, a, c0, n, to);
    if (++place == box.group) place = 0;
  }
}
template <typename Loop, int kOp>
void ColumnLoop(const ReduceBox& box, int64_t begin, int64_t end, int64_t c0, int64_t c1, float* const* acc) {
  const bool asks = box.ask != nullptr;
  if constexpr (Loop::kOutputs == 0 && Loop::kResults > 1) {
    if (box.ask_second != nullptr) return ColumnLoopAs<Loop, kOp, AskBoth, EwWhole>(box, begin, end, c0, c1, acc);
  }
  if constexpr (Loop::kOutputs > 0) {
    if (box.stream) {
      asks ? ColumnLoopAs<Loop, kOp, AskAhead, EwWholePast>(box, begin, end, c0, c1, acc)
           : ColumnLoopAs<Loop, kOp, AskNothing, EwWholePast>(box, begin, end, c0, c1, acc);
      return;
    }
  }
  asks ? ColumnLoopAs<Loop, kOp, AskAhead, EwWhole>(box, begin, end, c0, c1, acc)
       : ColumnLoopAs<Loop, kOp, AskNothing, EwWhole>(box, begin, end, c0, c1, acc);
}

using ReduceLoop = void (*)(const ReduceBox& box, int64_t begin, int64_t end, int64_t c0, int64_t c1, float* const* out);

}  // namespace
}  // namespace NS
}  // namespace ridgeline

#include "generated/reduce_loops.h"

namespace ridgeline {
namespace NS {
namespace {

constexpr int64_t kLeastColumns = 16;  // in a row of a compiled sum over columns

// 1 + the number of the loop that is compiled for the reduction, or 0.
int32_t FindReduceLoop(const ReduceTask* task) {
  const EwTask* ew = &task->ew;
  const bool columns = task->inner > 1;
  ReduceBox box;
  if (task->reduced < 2 || !BoxOf(task, &box)) return 0;
  if (columns && (box.c < kLeastColumns || (box.b > 1 && box.b * box.c > kColumns))) return 0;
  int16_t code[6 + 2 * kMaxOperands + kMaxOperands + 5 * kMaxInstructions];
  int32_t n = 0;
  code[n++] = columns;
  code[n++] = static_cast<int16_t>(task->op);
  code[n++] = static_cast<int16_t>(task->reg);
  code[n++] = static_cast<int16_t>(ew->n_inputs);
  for (int i = 0; i < ew->n_inputs; i++) {
    const EwOperand& input = ew->inputs[i];
    const bool one = IsOneForAll(input);
    if (!one && (input.dtype != kF32 || box.in_c[i] < 0 || box.in_c[i] > 1)) return 0;
    code[n++] = static_cast<int16_t>(one ? kEwForAll : box.in_c[i] == 1 ? kEwMemory : kEwPerRow);
    code[n++] = static_cast<int16_t>(input.reg);
  }
  if (!AppendResults(ew, code, &n)) return 0;
  for (int32_t l = 0; l < kReduceLoopCount; l++) {
    if (kReduceCodes[l].length == n && __builtin_memcmp(kReduceCodes[l].numbers, code, static_cast<size_t>(n) * sizeof(int16_t)) == 0)
      return l + 1;
  }
  return 0;
}

// Rows [begin, end) of a sum over rows.
void RunRowLoop(const ReduceTask* task, int64_t begin, int64_t end, float* out) {
  ReduceBox box;
  const ReducePart part = {task, nullptr};
  FillBox(&part, 1, &box);
  kReduceLoops[task->ew.loop - 1](box, begin, end, 0, 0, &out);
}
// Rows [begin, end) and columns [c0, c1) of a sum over columns, combined with acc[group, c1 - c0].
void RunColumnLoop(const ReduceTask* task, int64_t begin, int64_t end, int64_t c0, int64_t c1, int64_t group, float* acc) {
  ReduceBox box;
  const ReducePart part = {task, nullptr};
  FillBox(&part, 1, &box);
  box.group = group;
  kReduceLoops[task->ew.loop - 1](box, begin, end, c0, c1, &acc);
  if (box.stream) StreamFence();
}

// The same of a box: sums over rows to out[part][end - begin], or rows that are added to out[part][b * c].
void RunBox(const ReduceBox* box, int64_t begin, int64_t end, float* const* out) {
  kReduceLoops[box->loop - 1](*box, begin, end, 0, box->b * box->c, out);
}
void AddToTotals(const float* sums, double* totals, int64_t n) {
  for (int64_t i = 0; i < n; i++) totals[i] += static_cast<double>(sums[i]);
  StreamFence();
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
