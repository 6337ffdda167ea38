// Sums and maxima over [outer, reduced, inner] of a register of a fused-elementwise program. Float sums are taken in partial sums of at
// most a few dozen additions per lane, which are added in double: the rounding error does not grow with the length. How a result is
// split into partial sums follows from the shape and the range alone. Programs with a loop of their own run as that (reduce_compiled.h).
#pragma once
#include "elementwise.h"
#include "reduce_compiled.h"

namespace ridgeline {
namespace NS {
namespace {

constexpr int64_t kSequential = 12;  // rows this short are added one by one

// One block of at most a tile: four accumulators, then their lanes.
template <typename T, int kOp>
RL_INLINE double ReduceBlock(const T* x, int64_t n) {
  constexpr int64_t kW = kLanes<T>;
  if (n <= kSequential) {
    double total = static_cast<double>(x[0]);
    for (int64_t i = 1; i < n; i++) total = Combine<kOp>(total, static_cast<double>(x[i]));
    return total;
  }
  const Vec<T> identity = Set<T>(static_cast<T>(Identity<kOp>()));
  Vec<T> acc[4] = {identity, identity, identity, identity};
  int64_t i = 0;
  for (; i + 4 * kW <= n; i += 4 * kW) {
#pragma GCC unroll 4
    for (int j = 0; j < 4; j++) acc[j] = Combine<T, kOp>(acc[j], Load<T>(x + i + j * kW));
  }
  for (; i + kW <= n; i += kW) acc[0] = Combine<T, kOp>(acc[0], Load<T>(x + i));
  if (i < n) {
    const Vec<T> tail = LoadPartial(x + i, n - i);
    acc[1] = Combine<T, kOp>(acc[1], kOp == kReduceSum ? tail : Select<T>(FirstLanes<T>(n - i), tail, identity));
  }
  const Vec<T> all = Combine<T, kOp>(Combine<T, kOp>(acc[0], acc[1]), Combine<T, kOp>(acc[2], acc[3]));
  return kOp == kReduceSum ? SumLanes(all) : static_cast<double>(MaxLanes<T>(all));
}

// The n values from linear index `start` on.
template <typename T, int kOp>
double ReduceRun(EwProgram<T>* p, int32_t reg, int64_t start, int64_t length) {
  T copy[kTile<T>];
  double total = Identity<kOp>();
  for (int64_t r = 0; r < length; r += kTile<T>) {
    const int64_t n = length - r < kTile<T> ? length - r : kTile<T>;
    RunTile<T>(p, start + r, n);
    total = Combine<kOp>(total, ReduceBlock<T, kOp>(RegisterTile<T>(p, reg, n, copy), n));
  }
  return total;
}

template <typename T, int kOp>
void ReduceRows(EwProgram<T>* p, const ReduceTask* task, int64_t outer_begin, int64_t outer_end, T* out) {
  const int64_t length = task->reduced;
  if (2 * length > kTile<T>) {
    for (int64_t o = outer_begin; o < outer_end; o++)
      out[o - outer_begin] = static_cast<T>(ReduceRun<T, kOp>(p, task->reg, o * length, length));
    return;
  }
  T copy[kTile<T>];
  const int64_t rows = kTile<T> / length;
  for (int64_t o = outer_begin; o < outer_end; o += rows) {
    const int64_t count = outer_end - o < rows ? outer_end - o : rows;
    RunTile<T>(p, o * length, count * length);
    const T* x = RegisterTile<T>(p, task->reg, count * length, copy);
    for (int64_t row = 0; row < count; row++) out[o - outer_begin + row] = static_cast<T>(ReduceBlock<T, kOp>(x + row * length, length));
  }
}

// acc = acc op x.
template <typename T, int kOp>
RL_INLINE void CombineInto(T* acc, const T* x, int64_t n) {
  constexpr int64_t kW = kLanes<T>;
  int64_t i = 0;
#pragma GCC unroll 2
  for (; i + kW <= n; i += kW) Store<T>(acc + i, Combine<T, kOp>(Load<T>(acc + i), Load<T>(x + i)));
  if (i < n) StorePartial(acc + i, Combine<T, kOp>(LoadPartial(acc + i, n - i), LoadPartial(x + i, n - i)), n - i);
}

// One column vector of a [rows, inner] block: four accumulators over the rows.
template <typename T, int kOp, typename Row>
RL_INLINE Vec<T> ReduceColumn(int64_t rows, Row row) {
  Vec<T> acc = row(0);
  int64_t r = 1;
  if (rows >= 8) {
    Vec<T> more[3] = {row(1), row(2), row(3)};
    for (r = 4; r + 4 <= rows; r += 4) {
      acc = Combine<T, kOp>(acc, row(r));
#pragma GCC unroll 3
      for (int j = 0; j < 3; j++) more[j] = Combine<T, kOp>(more[j], row(r + 1 + j));
    }
    acc = Combine<T, kOp>(Combine<T, kOp>(acc, more[0]), Combine<T, kOp>(more[1], more[2]));
  }
  for (; r < rows; r++) acc = Combine<T, kOp>(acc, row(r));
  return acc;
}

template <typename T, int kOp>
RL_INLINE void ReduceSmallColumns(const T* x, int64_t rows, int64_t inner, T* out) {
  constexpr int64_t kW = kLanes<T>;
  int64_t i = 0;
  for (; i + kW <= inner; i += kW) {
    Store<T>(out + i, ReduceColumn<T, kOp>(rows, [=](int64_t r) RL_LAMBDA { return Load<T>(x + r * inner + i); }));
  }
  if (i < inner) {
    const int64_t rest = inner - i;
    StorePartial(out + i, ReduceColumn<T, kOp>(rows, [=](int64_t r) RL_LAMBDA { return LoadPartial(x + r * inner + i, rest); }), rest);
  }
}

// acc[0, used) = rows [r0, r1) of the columns [column, column + width) of one outer index, at most a panel of them. When whole rows are
// short, a tile holds `group` of them, which are `used` = group * width sums; else a row is several tiles, or a part of one.
template <typename T, int kOp>
void ReducePanel(EwProgram<T>* p, const ReduceTask* task, int64_t o, int64_t r0, int64_t r1, int64_t column, int64_t width, int64_t group,
                 T* acc) {
  T copy[kTile<T>];
  for (int64_t r = r0; r < r1; r += group) {
    const int64_t span = (r1 - r < group ? r1 - r : group) * width;
    for (int64_t at = 0; at < span; at += kTile<T>) {
      const int64_t n = span - at < kTile<T> ? span - at : kTile<T>;
      RunTile<T>(p, (o * task->reduced + r) * task->inner + column + at, n);
      CombineInto<T, kOp>(acc + at, RegisterTile<T>(p, task->reg, n, copy), n);
    }
  }
}

// Combines rows [red_begin, red_end) of columns of one outer index with totals[0, width), panel by panel from red_begin.
template <typename T, int kOp>
void ReduceColumns(EwProgram<T>* p, const ReduceTask* task, int64_t o, int64_t red_begin, int64_t red_end, int64_t column, int64_t width,
                   double* totals) {
  const int64_t panel = PanelRows(task->inner, kTile<T>);
  const bool compiled = sizeof(T) == 4 && task->ew.loop > 0;
  const int64_t group = width == task->inner && width <= kTile<T> ? kTile<T> / width : 1;
  alignas(64) T acc[kColumns];
  for (int64_t r = red_begin; r < red_end; r += panel) {
    const int64_t end = red_end - r < panel ? red_end : r + panel;
    const int64_t used = (group < end - r ? group : end - r) * width;
    for (int64_t i = 0; i < used; i++) acc[i] = static_cast<T>(Identity<kOp>());
    if constexpr (sizeof(T) == 4) {
      if (compiled) RunColumnLoop(task, o * task->reduced + r, o * task->reduced + end, column, column + width, group, acc);
    }
    if (!compiled) {
      ReducePanel<T, kOp>(p, task, o, r, end, column, width, group, acc);
    }
    for (int64_t g = 0; g < used; g += width) {
      for (int64_t i = 0; i < width; i++) totals[i] = Combine<kOp>(totals[i], static_cast<double>(acc[g + i]));
    }
  }
}

template <typename T, int kOp>
void ReduceWith(const ReduceTask* task, int64_t outer_begin, int64_t outer_end, T* out) {
  const int64_t inner = task->inner, length = task->reduced;
  if (outer_begin >= outer_end || inner == 0) return;
  if (length == 0) {
    for (int64_t i = 0; i < (outer_end - outer_begin) * inner; i++) out[i] = static_cast<T>(Identity<kOp>());
    return;
  }
  const bool compiled = sizeof(T) == 4 && task->ew.loop > 0;
  if constexpr (sizeof(T) == 4) {
    if (compiled && inner == 1) return RunRowLoop(task, outer_begin, outer_end, out);
  }
  EwProgram<T> program;
  if (!compiled) ResolveProgram<T>(&program, &task->ew, 1u << task->reg);
  if (inner == 1) return ReduceRows<T, kOp>(&program, task, outer_begin, outer_end, out);
  const int64_t block = length * inner;
  if (!compiled && 2 * block <= kTile<T>) {
    T copy[kTile<T>];
    const int64_t blocks = kTile<T> / block;
    for (int64_t o = outer_begin; o < outer_end; o += blocks) {
      const int64_t count = outer_end - o < blocks ? outer_end - o : blocks;
      RunTile<T>(&program, o * block, count * block);
      const T* x = RegisterTile<T>(&program, task->reg, count * block, copy);
      for (int64_t k = 0; k < count; k++) ReduceSmallColumns<T, kOp>(x + k * block, length, inner, out + (o - outer_begin + k) * inner);
    }
    return;
  }
  for (int64_t o = outer_begin; o < outer_end; o++) {
    for (int64_t column = 0; column < inner; column += kColumns) {
      const int64_t width = inner - column < kColumns ? inner - column : kColumns;
      double totals[kColumns];
      for (int64_t i = 0; i < width; i++) totals[i] = Identity<kOp>();
      ReduceColumns<T, kOp>(&program, task, o, 0, length, column, width, totals);
      T* to = out + (o - outer_begin) * inner + column;
      for (int64_t i = 0; i < width; i++) to[i] = static_cast<T>(totals[i]);
    }
  }
}

template <typename T, int kOp>
void ReduceIntoWith(const ReduceTask* task, int64_t outer, int64_t red_begin, int64_t red_end, double* totals) {
  const int64_t inner = task->inner;
  if (inner == 0 || red_begin >= red_end) return;
  EwProgram<T> program;
  if (task->ew.loop == 0 || inner == 1) ResolveProgram<T>(&program, &task->ew, 1u << task->reg);
  if (inner == 1) {
    *totals = Combine<kOp>(*totals, ReduceRun<T, kOp>(&program, task->reg, outer * task->reduced + red_begin, red_end - red_begin));
    return;
  }
  for (int64_t column = 0; column < inner; column += kColumns) {
    const int64_t width = inner - column < kColumns ? inner - column : kColumns;
    ReduceColumns<T, kOp>(&program, task, outer, red_begin, red_end, column, width, totals + column);
  }
}

template <typename T>
void Reduce(const ReduceTask* task, int64_t outer_begin, int64_t outer_end, T* out) {
  if (task->op == kReduceSum) {
    ReduceWith<T, kReduceSum>(task, outer_begin, outer_end, out);
  } else {
    ReduceWith<T, kReduceMax>(task, outer_begin, outer_end, out);
  }
}
template <typename T>
void ReduceInto(const ReduceTask* task, int64_t outer, int64_t red_begin, int64_t red_end, double* totals) {
  if (task->op == kReduceSum) {
    ReduceIntoWith<T, kReduceSum>(task, outer, red_begin, red_end, totals);
  } else {
    ReduceIntoWith<T, kReduceMax>(task, outer, red_begin, red_end, totals);
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
