// Products with a side too narrow for tiles: matrix-vector, and a handful of rows or columns.
//
// Dot: both operands contiguous in k. Lanes run along k, so nothing is packed and no lane is idle, whatever the sides; the
// price is one horizontal sum per element of C, a few cycles each when a vector's worth of them is summed at once. An element's sum is
// lane-wise chains over the whole of k, then a fixed tree over the lanes: its bits do not depend on the tile it falls in.
#pragma once
#include "gemm_kernel.h"
#include "gemm_pack.h"
#include "gemm_split.h"
#include "table.h"

namespace ridgeline {
namespace NS {
namespace {
namespace gemm {

// x[R] dot y[S] for rows x_stride and y_stride apart; result (r, s) goes to c[r * cx + s * cy].
template <class T>
struct DotArgs {
  const T* x;
  int64_t x_stride;
  const T* y;
  int64_t y_stride;
  int64_t k;
  T* c;
  int64_t cx, cy;
  T alpha, beta;
};

template <class T>
using DotFn = void (*)(const DotArgs<T>& t);

// Lane l of the result is the sum of the lanes of v[l], for l < Live; the others mean nothing.
template <int L, int Live, int S = 1, class V>
inline V SumLanes(V (&v)[L]) {
  if constexpr (S == L) {
    return v[0];
  } else {
    RIDGELINE_UNROLL
    for (int i = 0; i < Live; i += 2 * S) {
      V other = v[i + S < Live ? i + S : i];
      Butterfly<L, S>(v[i], other, typename MakeIndices<L>::type());
      v[i] += other;
    }
    return SumLanes<L, Live, 2 * S>(v);
  }
}

// sums[i] is the sum of the lanes of v[i].
template <class Vec, int N, int First = 0, class T, class V>
inline void StoreSums(const V (&v)[N], T* sums) {
  constexpr int L = Vec::kLanes, kLive = N - First < L ? N - First : L;
  V group[L];
  RIDGELINE_UNROLL
  for (int i = 0; i < kLive; ++i) group[i] = v[First + i];
  Vec::Store(sums + First, SumLanes<L, kLive>(group));
  if constexpr (First + L < N) StoreSums<Vec, N, First + L>(v, sums);
}

// One for all tiles: in each of them it would be most of the code, and nearly no product needs it.
template <class T>
__attribute__((noinline)) void StoreScaled(const DotArgs<T>& t, const T* sums, int rows, int columns) {
  for (int r = 0; r < rows; ++r) {
    for (int s = 0; s < columns; ++s) {
      T* c = t.c + r * t.cx + s * t.cy;
      const T value = t.alpha * *sums++;
      *c = t.beta == T(0) ? value : value + t.beta * *c;
    }
  }
}

template <class T, int R, int S>
void DotTile(const DotArgs<T>& t) {
  using Vec = Simd<T>;
  using V = typename Vec::V;
  constexpr int L = Vec::kLanes;
  V acc[R * S] = {};
  const auto step = [&](auto load, const T* x, const T* y) {
    V xv[R];
    RIDGELINE_UNROLL
    for (int r = 0; r < R; ++r) xv[r] = load(x + r * t.x_stride);
    RIDGELINE_UNROLL
    for (int s = 0; s < S; ++s) {
      const V yv = load(y + s * t.y_stride);
      RIDGELINE_UNROLL
      for (int r = 0; r < R; ++r) acc[r * S + s] = Vec::Fma(xv[r], yv, acc[r * S + s]);
    }
  };
  int64_t p = 0;
  for (; p + L <= t.k; p += L) step([](const T* from) { return Vec::Load(from); }, t.x + p, t.y + p);
  if (p < t.k) step([rest = t.k - p](const T* from) { return Vec::LoadPartial(from, rest); }, t.x + p, t.y + p);

  T sums[(R * S + L - 1) / L * L];
  StoreSums<Vec>(acc, sums);
  if (t.alpha != T(1) || t.beta != T(0)) return StoreScaled(t, sums, R, S);
  for (int r = 0; r < R; ++r) {
    for (int s = 0; s < S; ++s) t.c[r * t.cx + s * t.cy] = sums[r * S + s];
  }
}

// A tile of R x S holds R + 1 vectors besides its accumulators, in the registers that hold R * N accumulators, N of B and a
// broadcast in the micro-kernel. At least 8 accumulators hide the latency of the FMA; 20 make tiles of half the columns where there are
// ten of them: fewer tiles, each of which starts and ends once, and fewer loads.
template <class T>
constexpr int kDotAccumulators = Simd<T>::kRows * Simd<T>::kVectors >= 24   ? 20
                                 : Simd<T>::kRows * Simd<T>::kVectors >= 12 ? 12
                                                                            : 8;
template <class T>
constexpr int kDotRows = kDotAccumulators<T> >= 16   ? 5
                         : kDotAccumulators<T> >= 12 ? 3
                                                     : 2;
constexpr int kDotColumns = 8;

template <class T, int R, int S>
constexpr DotFn<T> DotOrNull() {
  if constexpr (R * S <= kDotAccumulators<T>) {
    return &DotTile<T, R, S>;
  } else {
    return nullptr;
  }
}
template <class T, class I>
struct DotTable;
template <class T, int... I>
struct DotTable<T, Indices<I...>> {
  static constexpr DotFn<T> fns[] = {DotOrNull<T, I / kDotColumns + 1, I % kDotColumns + 1>()...};
};

// Whether op(A)'s rows, and op(B)'s columns, are contiguous in k.
inline bool RowsAlongK(const GemmTask* t) { return !t->ta || (t->m == 1 && t->lda == 1); }
inline bool ColumnsAlongK(const GemmTask* t) { return t->tb || (t->n == 1 && t->ldb == 1); }

// The share of lanes that do useful work when n is laid along vectors, below three quarters.
template <class T>
bool WastesLanes(int64_t n) {
  constexpr int64_t L = Simd<T>::kLanes;
  return n <= 2 * L && 4 * n < 3 * L * CeilDiv(n, L);
}

// Elements of C = op(A) op(B) in rows [i0, i1) and columns [j0, j1), by dot products. y is op(B) transposed, [n, k].
template <class T>
void DotBlock(const GemmTask* task, const T* b, int64_t ldb, int64_t i0, int64_t i1, int64_t j0, int64_t j1) {
  // x is the shorter side.
  const bool swap = i1 - i0 > j1 - j0;
  const T* a = static_cast<const T*>(task->a);
  DotArgs<T> t;
  t.k = task->k;
  t.alpha = static_cast<T>(task->alpha);
  t.beta = static_cast<T>(task->beta);
  t.x_stride = swap ? ldb : task->lda;
  t.y_stride = swap ? task->lda : ldb;
  t.cx = swap ? 1 : task->ldc;
  t.cy = swap ? task->ldc : 1;
  const T* x = swap ? b + j0 * ldb : a + i0 * task->lda;
  const T* y = swap ? a + i0 * task->lda : b + j0 * ldb;
  T* c = static_cast<T*>(task->c) + i0 * task->ldc + j0;
  const int64_t nx = swap ? j1 - j0 : i1 - i0, ny = swap ? i1 - i0 : j1 - j0;

  using Table = DotTable<T, typename MakeIndices<kDotRows<T> * kDotColumns>::type>;
  // As square as the accumulators allow. Rows that are pages apart fall into one set of the first cache: half of it at a time.
  const Split rows(nx, CeilDiv(nx, kDotRows<T>));
  const int64_t widest = t.y_stride * static_cast<int64_t>(sizeof(T)) % 4096 == 0 ? kDotColumns / 2 : kDotColumns;
  const Split columns(ny, CeilDiv(ny, Min(widest, kDotAccumulators<T> / rows.Longest())));
  for (int64_t q = 0; q < columns.parts; ++q) {
    const int64_t s0 = columns.Begin(q), s = columns.Begin(q + 1) - s0;
    t.y = y + s0 * t.y_stride;
    for (int64_t r = 0; r < rows.parts; ++r) {
      const int64_t r0 = rows.Begin(r);
      t.x = x + r0 * t.x_stride;
      t.c = c + r0 * t.cx + s0 * t.cy;
      Table::fns[(rows.Begin(r + 1) - r0 - 1) * kDotColumns + s - 1](t);
    }
  }
}

// Copies x [n, m], whose rows are m apart, transposed to c: c = x^T + beta c.
template <class T>
void StoreTransposed(const T* x, const GemmTask* task) {
  const int64_t m = task->m, n = task->n, ldc = task->ldc;
  T* c = static_cast<T*>(task->c);
  const T beta = static_cast<T>(task->beta);
  int64_t i = 0;
  if (beta == T(0) && ldc == n) {
    // What runs over the end of these rows falls into those below, written after.
    i = Max(0, m - CeilDiv(Simd<T>::kLanes, n));
    PackTransposed(x, m, i, n, c, n);
  }
  for (; i < m; ++i) {
    for (int64_t j = 0; j < n; ++j) {
      T* to = c + i * ldc + j;
      *to = beta == T(0) ? x[j * m + i] : x[j * m + i] + beta * *to;
    }
  }
}

}  // namespace gemm
}  // namespace
}  // namespace NS
}  // namespace ridgeline
