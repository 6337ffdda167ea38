// C = alpha op(A) op(B) + beta C: which way is taken, and the ways around gemm_schedule.h for products too narrow for tiles.
#pragma once
#include "gemm_epilogue.h"
#include "gemm_kernel.h"
#include "gemm_pack.h"
#include "gemm_row.h"
#include "gemm_schedule.h"
#include "gemm_short.h"
#include "gemm_small.h"
#include "gemm_split.h"
#include "table.h"

namespace ridgeline {
namespace NS {
namespace {
namespace gemm {

// Sides up to which dot products beat tiles where B would have to be transposed for them.
constexpr int64_t kDotSide = 8;
// Columns so few that, with A stored [k, m], vectors along m beat even full vectors along n.
constexpr int64_t kNarrow = 12;

// Dot products, B first copied to [n, k] if it is not contiguous in k.
template <class T>
struct DotSchedule {
  const GemmTask* task;
  const T* b;
  int64_t ldb;
  Split blocks;  // of the longer side
  bool by_rows;  // which is m

  static void BlockTask(void* arg, int64_t index, int32_t) {
    const DotSchedule* s = static_cast<const DotSchedule*>(arg);
    const int64_t begin = s->blocks.Begin(index), end = s->blocks.Begin(index + 1);
    const int64_t i0 = s->by_rows ? begin : 0, i1 = s->by_rows ? end : s->task->m;
    const int64_t j0 = s->by_rows ? 0 : begin, j1 = s->by_rows ? s->task->n : end;
    DotBlock(s->task, s->b, s->ldb, i0, i1, j0, j1);
    Epilogue<T>(s->task, i0, i1, j0, j1);
  }
};

template <class T>
int RunDot(const GemmTask* task, const Parallel* parallel) {
  const int64_t m = task->m, n = task->n, k = task->k;
  const T* b = static_cast<const T*>(task->b);
  int64_t ldb = task->ldb;
  if (!ColumnsAlongK(task)) {
    const size_t bytes = static_cast<size_t>(n * k + Simd<T>::kLanes) * sizeof(T);
    T* copy = static_cast<T*>(parallel->scratch(parallel->context, 0, bytes));
    if (!copy) return -1;
    PackTransposed(b, ldb, n, k, copy, k);
    b = copy;
    ldb = k;
  }
  const int64_t longer = Max(m, n);
  const double work = Work<T>(m, n, k);
  const int64_t threads = ThreadsFor(work, parallel);
  const int64_t blocks = threads == 1 ? 1 : Min(work < kManyBlocksWork ? threads : 3 * threads, CeilDiv(longer, kDotColumns));
  DotSchedule<T> s = {task, b, ldb, Split(longer, blocks), m > n};
  if (blocks > 1) {
    parallel->run(parallel->context, blocks, DotSchedule<T>::BlockTask, &s);
  } else {
    DotSchedule<T>::BlockTask(&s, 0, 0);
  }
  return 0;
}

// Tiles, a short k, or one row by a matrix that no near cache holds.
template <class T>
int RunRows(const GemmTask* task, const Parallel* parallel) {
  if constexpr (0 < kShort<T>) {
    if (IsShort<T>(task)) {
      RunShort<T>(task, parallel);
      return 0;
    }
  }
  const int64_t bytes = task->k * task->ldb * static_cast<int64_t>(sizeof(T));
  if (task->m > 1 || task->tb || bytes <= kNearBytes) return RunTiles<T>(task, parallel);
  return RunRow<T>(task, parallel, ThreadsFor(Work<T>(1, task->n, task->k), parallel));
}

// C^T = op(B)^T op(A)^T, for n too narrow to fill vectors and A stored [k, m], which lies right for vectors along m.
template <class T>
int RunTransposed(const GemmTask* task, const Parallel* parallel) {
  GemmTask t = *task;
  t.m = task->n;
  t.n = task->m;
  t.a = task->b;
  t.lda = task->ldb;
  t.ta = !task->tb;
  t.b = task->a;
  t.ldb = task->lda;
  t.tb = !task->ta;
  // A column of C whose elements are adjacent is a row of C^T as it is.
  if (task->n == 1 && task->ldc == 1) return RunRows<T>(&t, parallel);
  const size_t bytes = static_cast<size_t>(task->m * task->n) * sizeof(T);
  T* c = static_cast<T*>(parallel->scratch(parallel->context, 1, bytes));
  if (!c) return -1;
  t.c = c;
  t.ldc = task->m;
  t.beta = 0;
  t.epilogue = nullptr;
  if (RunTiles<T>(&t, parallel) != 0) return -1;
  StoreTransposed(c, task);
  Epilogue<T>(task, 0, task->m, 0, task->n);
  return 0;
}

// k == 0: C = beta C.
template <class T>
void ScaleOnly(const GemmTask* task) {
  const T beta = static_cast<T>(task->beta);
  for (int64_t i = 0; i < task->m; ++i) {
    T* c = static_cast<T*>(task->c) + i * task->ldc;
    for (int64_t j = 0; j < task->n; ++j) c[j] = beta == T(0) ? T(0) : beta * c[j];
  }
  Epilogue<T>(task, 0, task->m, 0, task->n);
}

// The way is chosen by shape and layout of the whole product alone: it decides bits.
template <class T>
int Run(const GemmTask* task, const Parallel* parallel) {
  constexpr int64_t L = Simd<T>::kLanes;
  const int64_t m = task->part_of > 0 ? task->part_of : task->m, n = task->n, k = task->k;
  if (RowsAlongK(task) && ColumnsAlongK(task) && Min(m, n) <= kDotSide && (Min(m, n) == 1 || k >= L)) return RunDot<T>(task, parallel);
  if (RowsAlongK(task) && m >= 2 * L && k >= 8 * L && WastesLanes<T>(n)) return RunDot<T>(task, parallel);
  if (task->ta && m >= 2 * L && k >= 2 * L && (n <= kNarrow || WastesLanes<T>(n))) return RunTransposed<T>(task, parallel);
  return RunRows<T>(task, parallel);
}

}  // namespace gemm

// The entry of the kernel table. Returns 0, or -1 when scratch could not be had.
template <class T>
int GemmRun(const GemmTask* task, const Parallel* parallel) {
  if (task->m <= 0 || task->n <= 0) return 0;
  if (task->k <= 0) {
    gemm::ScaleOnly<T>(task);
    return 0;
  }
  return gemm::Run<T>(task, parallel);
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
