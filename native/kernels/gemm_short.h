// Products of a k so short that a panel of B, two vectors wide, stays in registers while the rows of A go by: a row is k broadcasts,
// 2 k multiply-adds and two stores. A tile of 8 x 3 vectors stores 24 of them at once after k steps and starts anew; here the stores of a
// row go on under the sums of the next ones. The bits are those of tiles: the same chains of multiply-adds.
#pragma once
#include "gemm_epilogue.h"
#include "gemm_kernel.h"
#include "gemm_pack.h"
#include "gemm_schedule.h"
#include "gemm_split.h"
#include "table.h"

namespace ridgeline {
namespace NS {
namespace {
namespace gemm {

// The longest such k, 0 for none: two vectors a step, two sums and a broadcast in 32 registers. Each k is a function of its own; float64
// would gain as much, but products of so short a k are the gradients of a narrow last layer, which is trained in float32.
#if defined(__AVX512F__)
template <class T>
constexpr int kShort = sizeof(T) == 4 ? 14 : 0;
#else
template <class T>
constexpr int kShort = 0;
#endif
template <class T>
constexpr int64_t kShortColumns = 2 * Simd<T>::kLanes;
// Rows at a time: a transposed panel of B is worth its while, and their part of C is near for the epilogue.
constexpr int64_t kShortRows = 256;
// Rows of a block, below which threads rather divide the columns.
constexpr int64_t kLeastRows = 16;

template <class T>
struct ShortArgs {
  const T* a;
  int64_t lda;
  const T* b;
  int64_t ldb;
  T* c;
  int64_t ldc, m;
  int64_t next;  // from this panel of C to the one that is written after it
};

template <class T>
using ShortFn = void (*)(const ShortArgs<T>& t);

template <class T, int K>
void ShortPanel(const ShortArgs<T>& t) {
  using S = Simd<T>;
  using V = typename S::V;
  V b[K][2];
  RIDGELINE_UNROLL
  for (int p = 0; p < K; ++p) {
    b[p][0] = S::Load(t.b + p * t.ldb);
    b[p][1] = S::Load(t.b + p * t.ldb + S::kLanes);
  }
  // From the first row down and from the last one up by turns: a processor that sees rows at one distance fetches the next ones, and those
  // past the end are being written by another core.
  int64_t lda = t.lda, ldc = t.ldc;
  const T* a = t.a;
  const T* other_a = a + (t.m - 1) * lda;
  T* c = t.c;
  T* other_c = c + (t.m - 1) * ldc;
  for (int64_t i = t.m; i > 0; --i) {
    V left = {}, right = {};
    RIDGELINE_UNROLL
    for (int p = 0; p < K; ++p) {
      const V x = S::Broadcast(a[p]);
      left = S::Fma(x, b[p][0], left);
      right = S::Fma(x, b[p][1], right);
    }
    // Into the second cache: the first one could wait for no more than two dozen lines at once.
    __builtin_prefetch(c + t.next, 1, 2);
    __builtin_prefetch(c + t.next + S::kLanes, 1, 2);
    S::Store(c, left);
    S::Store(c + S::kLanes, right);
    const T* next_a = other_a;
    other_a = a + lda;
    a = next_a;
    lda = -lda;
    T* next_c = other_c;
    other_c = c + ldc;
    c = next_c;
    ldc = -ldc;
  }
}

template <class T, class I>
struct ShortTable;
template <class T, int... I>
struct ShortTable<T, Indices<I...>> {
  static constexpr ShortFn<T> fns[] = {&ShortPanel<T, I + 1>...};
};

template <class T>
struct ShortSchedule {
  const GemmTask* task;
  Split rows;     // m
  Split columns;  // n in whole panels; what is left over belongs to the last one

  void Group(int64_t i0, int64_t i1, int64_t j0, int64_t j1) const {
    const int64_t k = task->k, lda = task->lda, ldb = task->ldb;
    const T* a = static_cast<const T*>(task->a);
    const T* b = static_cast<const T*>(task->b);
    // Packing may run over the end by a vector.
    T rows_of_a[kShortRows * kShort<T> + Simd<T>::kLanes], panel[kShort<T> * kShortColumns<T>];
    ShortArgs<T> t;
    t.m = i1 - i0;
    t.ldc = task->ldc;
    t.a = task->ta ? rows_of_a : a + i0 * lda;
    t.lda = task->ta ? k : lda;
    if (task->ta) PackTransposed(a + i0, lda, t.m, k, rows_of_a, k);
    const ShortFn<T> multiply = ShortTable<T, typename MakeIndices<kShort<T>>::type>::fns[k - 1];
    for (int64_t next = j0; next < j1; next += kShortColumns<T>) {
      // The last panel ends with the row, and does once more what it shares with the one before it: no vector is partial.
      const int64_t j = Min(next, j1 - kShortColumns<T>);
      t.b = task->tb ? panel : b + j;
      t.ldb = task->tb ? kShortColumns<T> : ldb;
      if (task->tb) PackTransposed(b + j * ldb, ldb, k, kShortColumns<T>, panel, kShortColumns<T>);
      t.c = static_cast<T*>(task->c) + i0 * task->ldc + j;
      t.next = Min(next + kShortColumns<T>, j1 - kShortColumns<T>) - j;
      multiply(t);
    }
    Epilogue<T>(task, i0, i1, j0, j1);
  }

  void Block(int64_t index) const {
    const int64_t x = index / columns.parts, y = index - x * columns.parts;
    const int64_t j0 = columns.Begin(y) * kShortColumns<T>, end = rows.Begin(x + 1);
    const int64_t j1 = y + 1 == columns.parts ? task->n : columns.Begin(y + 1) * kShortColumns<T>;
    const int64_t begin = rows.Begin(x);
    const Split groups(end - begin, CeilDiv(end - begin, kShortRows));
    for (int64_t g = 0; g < groups.parts; ++g) Group(begin + groups.Begin(g), begin + groups.Begin(g + 1), j0, j1);
  }
  static void BlockTask(void* arg, int64_t index, int32_t) { static_cast<const ShortSchedule*>(arg)->Block(index); }
};

template <class T>
bool IsShort(const GemmTask* t) {
  return t->k <= kShort<T> && t->n >= kShortColumns<T> && t->m >= Simd<T>::kRows && t->alpha == 1 && t->beta == 0 && !IsSymmetric(t);
}

// Blocks of whole rows, if they are enough: lines of C at the end of each part of a row are fetched along with what is written next to
// them, from the core that writes them.
template <class T>
void RunShort(const GemmTask* task, const Parallel* parallel) {
  const double work = Work<T>(task->m, task->n, task->k);
  const int64_t threads = ThreadsFor(work, parallel);
  const int64_t blocks = threads > 1 && work >= kManyBlocksWork ? 3 * threads : threads;
  const int64_t x = Min(blocks, Max(1, task->m / kLeastRows));
  const int64_t y = Min(Max(1, blocks / x), task->n / kShortColumns<T>);
  ShortSchedule<T> s = {task, Split(task->m, x), Split(task->n / kShortColumns<T>, y)};
  if (x * y > 1) {
    parallel->run(parallel->context, x * y, ShortSchedule<T>::BlockTask, &s);
  } else {
    s.Block(0);
  }
}

}  // namespace gemm
}  // namespace
}  // namespace NS
}  // namespace ridgeline
