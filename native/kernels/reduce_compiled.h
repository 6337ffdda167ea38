// Reductions that training steps run again and again, each with the program before it compiled as one loop (generated/reduce_loops.h,
// written by scripts/generate-loops.mjs). The values are those of the machine in elementwise.h; sums over rows are added up as here.
#pragma once
#include "ew_compiled.h"
#include "reduce_code.h"

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

// v[0] = the sums of the lanes of v[0, kLanes), in order: lanes are added in pairs, the sums in pairs again.
RL_INLINE void SumLanesOfEach(Vec<float>* v) {
  constexpr int kW = kLanes<float>;
#pragma GCC unroll 4
  for (int count = kW; count > 1; count /= 2) {
#pragma GCC unroll 8
    for (int i = 0; i < count / 2; i++) {
      const Vec<float> a = v[2 * i], b = v[2 * i + 1];
#if defined(__clang__)
      Vec<float> even = {}, odd = {};
      for (int k = 0; k < kW; k++) {
        even[k] = k < kW / 2 ? a[2 * k] : b[2 * k - kW];
        odd[k] = k < kW / 2 ? a[2 * k + 1] : b[2 * k + 1 - kW];
      }
      v[i] = even + odd;
#else
      VecI<float> even = {};
      for (int k = 0; k < kW; k++) even[k] = 2 * k;
      v[i] = __builtin_shuffle(a, b, even) + __builtin_shuffle(a, b, even + 1);
#endif
    }
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

// out[row - begin] = the row reduced, for rows [begin, end) of a * b.
template <typename Loop, int kOp, typename Asks>
RL_INLINE void RowLoopAs(const ReduceBox& box, int64_t begin, int64_t end, float* out) {
  constexpr int64_t kW = kLanes<float>, kBlock = 2048;
  const int64_t n = box.c;
  const Vec<float> identity = Set<float>(static_cast<float>(Identity<kOp>()));
  const Asks ask(box);
  int64_t a = begin / box.b, b = begin - a * box.b;
  const auto advance = [&]() RL_LAMBDA {
    if (++b == box.b) {
      b = 0;
      a++;
    }
  };
  if (kOp == kReduceSum && n <= kShortRow) {
    for (int64_t row = begin; row < end; row += kW) {
      const int64_t count = end - row < kW ? end - row : kW;
      Vec<float> sums[kW] = {};
      for (int64_t k = 0; k < count; k++, advance()) {
        const Loop loop(box, a, b);
        Vec<float> acc = {};
        int64_t j = 0;
        for (; j + kW <= n; j += kW) {
          ask.At((row + k) * n + j);
          acc += loop.At(EwWhole(), j);
        }
        if (j < n) acc += WithoutTail<kOp>(loop.At(EwPart{n - j}, j), n - j);
        sums[k] = acc;
      }
      SumLanesOfEach(sums);
      if (count == kW) {
        Store<float>(out + row - begin, sums[0]);
      } else {
        StorePartial(out + row - begin, sums[0], count);
      }
    }
    return;
  }
  for (int64_t row = begin; row < end; row++, advance()) {
    const Loop loop(box, a, b);
    double total = Identity<kOp>();
    for (int64_t from = 0; from < n; from += kBlock) {
      const int64_t to = n - from < kBlock ? n : from + kBlock;
      Vec<float> acc0 = identity, acc1 = identity, acc2 = identity, acc3 = identity;
      const auto next = [&](int64_t j) RL_LAMBDA {
        ask.At(row * n + j);
        return loop.At(EwWhole(), j);
      };
      int64_t j = from;
      for (; j + 4 * kW <= to; j += 4 * kW) {
        acc0 = Combine<float, kOp>(acc0, next(j));
        acc1 = Combine<float, kOp>(acc1, next(j + kW));
        acc2 = Combine<float, kOp>(acc2, next(j + 2 * kW));
        acc3 = Combine<float, kOp>(acc3, next(j + 3 * kW));
      }
      for (; j + kW <= to; j += kW) acc0 = Combine<float, kOp>(acc0, next(j));
      if (j < to) acc1 = Combine<float, kOp>(acc1, WithoutTail<kOp>(loop.At(EwPart{to - j}, j), to - j));
      const Vec<float> all = Combine<float, kOp>(Combine<float, kOp>(acc0, acc1), Combine<float, kOp>(acc2, acc3));
      total = Combine<kOp>(total, kOp == kReduceSum ? SumLanes(all) : static_cast<double>(MaxLanes<float>(all)));
    }
    out[row - begin] = static_cast<float>(total);
  }
}
template <typename Loop, int kOp>
void RowLoop(const ReduceBox& box, int64_t begin, int64_t end, int64_t, int64_t, float* out) {
  if (box.ask != nullptr) return RowLoopAs<Loop, kOp, AskAhead>(box, begin, end, out);
  RowLoopAs<Loop, kOp, AskNothing>(box, begin, end, out);
}

// acc[group, columns] combined with rows [begin, end) of the columns [c0, c1), which are all where b > 1: row begin + i goes to place
// i modulo group, as in the machine for any program. Rows one by one: several at once are several pages, and slower.
template <typename Loop, int kOp, typename Asks, typename Whole>
RL_INLINE void ColumnLoopAs(const ReduceBox& box, int64_t begin, int64_t end, int64_t c0, int64_t c1, float* acc) {
  const int64_t n = box.b == 1 ? c1 - c0 : box.c;
  const Asks ask(box);
  int64_t place = 0;
  for (int64_t a = begin; a < end; a++) {
    float* to = acc + place * box.b * n;
    for (int64_t b = 0; b < box.b; b++, to += n) {
      const Loop loop(box, a, b);
      const int64_t at = (a * box.b + b) * box.c + c0;
      ForVectorsAs(Whole(), n, [&](auto io, int64_t j) RL_LAMBDA {
        ask.At(at + j);
        io.Keep(to + j, Combine<float, kOp>(io.Read(to + j), loop.At(io, c0 + j)));
      });
    }
    if (++place == box.group) place = 0;
  }
}
template <typename Loop, int kOp>
void ColumnLoop(const ReduceBox& box, int64_t begin, int64_t end, int64_t c0, int64_t c1, float* acc) {
  const bool asks = box.ask != nullptr;
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

using ReduceLoop = void (*)(const ReduceBox& box, int64_t begin, int64_t end, int64_t c0, int64_t c1, float* out);

}  // namespace
}  // namespace NS
}  // namespace ridgeline

#include "generated/reduce_loops.h"

namespace ridgeline {
namespace NS {
namespace {

// The axes of a program's space, innermost first, with a boundary after the first `tail` elements.
struct Axes {
  int count, inside;  // axes within the tail
  int64_t dims[kMaxRank + 1], scale[kMaxRank + 1];
  int from[kMaxRank + 1];
  RL_INLINE void Add(int64_t dim, int axis, int64_t by) {
    dims[count] = dim;
    from[count] = axis;
    scale[count++] = by;
  }
};
RL_INLINE bool SplitAxes(const EwTask* task, int64_t tail, Axes* axes) {
  axes->count = axes->inside = 0;
  int64_t product = 1;
  for (int axis = task->rank - 1; axis >= 0; axis--) {
    const int64_t dim = task->dims[axis];
    if (dim == 1) continue;
    if (axes->inside == 0 && product * dim > tail) {
      const int64_t part = tail / product;
      if (part * product != tail || dim % part != 0) return false;
      if (part > 1) axes->Add(part, axis, 1);
      axes->inside = axes->count;
      axes->Add(dim / part, axis, part);
    } else {
      axes->Add(dim, axis, 1);
      if (product * dim == tail) axes->inside = axes->count;
    }
    product *= dim;
  }
  return axes->inside > 0;
}

// Whether the reduction's space is a box, and which.
RL_INLINE bool BoxOf(const ReduceTask* task, ReduceBox* box) {
  const EwTask* ew = &task->ew;
  const bool columns = task->inner > 1;
  Axes axes;
  if (ew->size == 0 || !SplitAxes(ew, columns ? task->inner : task->reduced, &axes)) return false;
  const int outside = axes.count - axes.inside;
  if (axes.inside > (columns ? 2 : 1) || outside > (columns ? 1 : 2)) return false;
  // Numbers of the axes a and b, or -1 where they are 1.
  const int b = columns ? (axes.inside == 2 ? 1 : -1) : (outside > 0 ? 1 : -1);
  const int a = columns ? (outside > 0 ? axes.inside : -1) : (outside > 1 ? 2 : -1);
  const auto dim = [&](int axis) { return axis < 0 ? int64_t{1} : axes.dims[axis]; };
  const auto stride = [&](const EwOperand& o, int axis) { return axis < 0 ? int64_t{0} : o.strides[axes.from[axis]] * axes.scale[axis]; };
  box->a = dim(a);
  box->b = dim(b);
  box->c = axes.dims[0];
  for (int i = 0; i < ew->n_inputs; i++) {
    const EwOperand& input = ew->inputs[i];
    const bool one = input.kind == kEwSplat || input.kind == kEwImmediate;
    box->in[i] = static_cast<const float*>(input.base);
    box->in_a[i] = one ? 0 : stride(input, a);
    box->in_b[i] = one ? 0 : stride(input, b);
    box->in_c[i] = one ? 0 : stride(input, 0);
  }
  for (int k = 0; k < ew->n_outputs; k++) box->out[k] = static_cast<float*>(ew->outputs[k].base);
  return true;
}

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
    const bool one = input.kind == kEwSplat || input.kind == kEwImmediate;
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

void FillBox(const ReduceTask* task, ReduceBox* box) {
  BoxOf(task, box);
  const EwTask* ew = &task->ew;
  box->group = 1;
  box->loop = ew->loop;
  for (int i = 0; i < ew->n_inputs; i++) {
    const EwOperand& input = ew->inputs[i];
    if (input.kind == kEwSplat || input.kind == kEwImmediate) box->values[i] = UniformValue<float>(&input);
  }
  box->ask = ew->asks[0] > 0 ? box->in[ew->asks[0] - 1] + ew->ahead : nullptr;
  box->stream = ew->n_outputs > 0 && !ew->keep && ew->size * static_cast<int64_t>(sizeof(float)) >= kStreamBytes;
  for (int k = 0; k < ew->n_outputs; k++) {
    box->stream &= box->c % kLanes<float> == 0 && CanStream(box->out[k]);
    for (int i = 0; i < ew->n_inputs; i++) box->stream &= ew->inputs[i].base != ew->outputs[k].base;
  }
}

// Rows [begin, end) of a sum over rows.
void RunRowLoop(const ReduceTask* task, int64_t begin, int64_t end, float* out) {
  ReduceBox box;
  FillBox(task, &box);
  kReduceLoops[task->ew.loop - 1](box, begin, end, 0, 0, out);
}
// Rows [begin, end) and columns [c0, c1) of a sum over columns, combined with acc[group, c1 - c0].
void RunColumnLoop(const ReduceTask* task, int64_t begin, int64_t end, int64_t c0, int64_t c1, int64_t group, float* acc) {
  ReduceBox box;
  FillBox(task, &box);
  box.group = group;
  kReduceLoops[task->ew.loop - 1](box, begin, end, c0, c1, acc);
  if (box.stream) StreamFence();
}

// The same of a box: sums over rows to out[end - begin], or rows that are added to out[b * c].
void RunBox(const ReduceBox* box, int64_t begin, int64_t end, float* out) {
  kReduceLoops[box->loop - 1](*box, begin, end, 0, box->b * box->c, out);
}
void AddToTotals(const float* sums, double* totals, int64_t n) {
  for (int64_t i = 0; i < n; i++) totals[i] += static_cast<double>(sums[i]);
  StreamFence();
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
