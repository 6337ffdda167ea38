// A row times a matrix that lies as rows and comes from far: the matrix is read once, in the order in which it lies, a few rows side by
// side, and sums stay in the first cache. Tiles, a dozen vectors wide, would go down it once for each of them, a page a step.
//
// For each element of C and each block of k it is the chain of fused multiply-adds that a tile performs: the bits are the same.
#pragma once
#include "gemm_epilogue.h"
#include "gemm_kernel.h"
#include "gemm_split.h"
#include "table.h"

namespace ridgeline {
namespace NS {
namespace {
namespace gemm {

// Rows read side by side: a load and a store of the sums for as many multiply-adds. Rows a page apart share a set of the first cache,
// which has room for eight.
constexpr int kRowsAtOnce = 4;
// Columns whose sums are kept at a time.
constexpr int64_t kRowColumns = 2048;

// sums[j] += a[0] b[0, j] + ... for R rows of b; the first of a block of k start from zero.
template <class T, int R>
void AddRows(const T* a, int64_t a_step, const T* b, int64_t ldb, int64_t columns, bool first, T* sums) {
  using S = Simd<T>;
  using V = typename S::V;
  V av[R];
  RIDGELINE_UNROLL
  for (int r = 0; r < R; ++r) av[r] = S::Broadcast(a[r * a_step]);
  const auto step = [&](int64_t j, auto load) {
    V sum = {};
    if (!first) sum = S::Load(sums + j);
    RIDGELINE_UNROLL
    for (int r = 0; r < R; ++r) sum = S::Fma(av[r], load(b + r * ldb + j), sum);
    S::Store(sums + j, sum);
  };
  int64_t j = 0;
  for (; j + S::kLanes <= columns; j += S::kLanes) step(j, [](const T* from) { return S::Load(from); });
  if (j < columns) step(j, [rest = columns - j](const T* from) { return S::LoadPartial(from, rest); });
}

// Columns [j0, j1) of C, at most kRowColumns.
template <class T>
void RowTimesColumns(const GemmTask* task, int64_t j0, int64_t j1) {
  using S = Simd<T>;
  alignas(64) T sums[kRowColumns + S::kLanes];
  const int64_t a_step = task->ta ? task->lda : 1, ldb = task->ldb, columns = j1 - j0;
  const T* a = static_cast<const T*>(task->a);
  const T* b = static_cast<const T*>(task->b) + j0;
  T* c = static_cast<T*>(task->c) + j0;
  const T alpha = static_cast<T>(task->alpha);
  const Split depth(task->k, CeilDiv(task->k, S::kDepth));
  for (int64_t d = 0; d < depth.parts; ++d) {
    const int64_t begin = depth.Begin(d), end = depth.Begin(d + 1);
    int64_t p = begin;
    for (; p + kRowsAtOnce <= end; p += kRowsAtOnce) {
      AddRows<T, kRowsAtOnce>(a + p * a_step, a_step, b + p * ldb, ldb, columns, p == begin, sums);
    }
    for (; p < end; ++p) AddRows<T, 1>(a + p * a_step, a_step, b + p * ldb, ldb, columns, p == begin, sums);
    const T beta = d == 0 ? static_cast<T>(task->beta) : T(1);
    const typename S::V va = S::Broadcast(alpha), vb = S::Broadcast(beta);
    const auto finish = [&](int64_t j, auto load, auto store) {
      typename S::V value = S::Load(sums + j);
      if (beta != T(0)) {
        value = S::Fma(va, value, vb * load(c + j));
      } else if (alpha != T(1)) {
        value = va * value;
      }
      store(c + j, value);
    };
    int64_t j = 0;
    for (; j + S::kLanes <= columns; j += S::kLanes) finish(j, S::Load, S::Store);
    const int64_t rest = columns - j;
    if (rest > 0) {
      finish(
          j, [rest](const T* from) { return S::LoadPartial(from, rest); },
          [rest](T* to, typename S::V value) { S::StorePartial(to, value, rest); });
    }
  }
  Epilogue<T>(task, 0, 1, j0, j1);
}

// `blocks` ranges of columns, which are whole cache lines where they end.
template <class T>
struct RowSchedule {
  const GemmTask* task;
  Split blocks;

  static void BlockTask(void* arg, int64_t index, int32_t) {
    const RowSchedule* s = static_cast<const RowSchedule*>(arg);
    constexpr int64_t kLine = 64 / sizeof(T);
    const int64_t end = Min(s->blocks.Begin(index + 1) * kLine, s->task->n);
    for (int64_t j = s->blocks.Begin(index) * kLine; j < end; j += kRowColumns) {
      RowTimesColumns<T>(s->task, j, Min(j + kRowColumns, end));
    }
  }
};

template <class T>
int RunRow(const GemmTask* task, const Parallel* parallel, int64_t threads) {
  const int64_t lines = CeilDiv(task->n, 64 / static_cast<int64_t>(sizeof(T)));
  const int64_t blocks = Min(threads, lines);
  RowSchedule<T> s = {task, Split(lines, blocks)};
  if (blocks > 1) {
    parallel->run(parallel->context, blocks, RowSchedule<T>::BlockTask, &s);
  } else {
    RowSchedule<T>::BlockTask(&s, 0, 0);
  }
  return 0;
}

}  // namespace gemm
}  // namespace
}  // namespace NS
}  // namespace ridgeline
