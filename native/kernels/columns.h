// From rows to columns: a row-major matrix is written column by column, shifted and scaled, and what a linear solver asks of every column
// is added up on the way, while the numbers are at hand.
#pragma once
#include "gemm_pack.h"
#include "simd.h"
#include "table.h"

namespace ridgeline {
namespace NS {
namespace {
namespace columns {

// Rows that are read together: 64 of them, of any usual width, stay in the second cache while all columns take their part.
constexpr int64_t kRows = 64;

// Lanes are columns. `width` of them, for the rows [i0, i1). Those of the next block are fetched meanwhile: rows that are far apart are not
// foreseen by the hardware.
template <bool kStreaming>
RL_INLINE void Group(const ColumnsTask* t, int64_t j, int64_t width, int64_t i0, int64_t i1) {
  constexpr int L = kLanes<double>;
  using V = Vec<double>;
  const bool whole = width == L;
  const V shift = t->shift ? (whole ? Load<double>(t->shift + j) : LoadPartial(t->shift + j, width)) : V{};
  V sums = {}, squares = {}, products = {};
  for (int64_t i = i0; i < i1; i += L) {
    const int64_t steps = i1 - i < L ? i1 - i : L;
    V v[L] = {};
    for (int r = 0; r < L; ++r) {
      if (r >= steps) break;
      const double* x = t->x + (i + r) * t->columns + j;
      if (i + r + kRows < t->rows) __builtin_prefetch(x + kRows * t->columns);
      const V weight = Set<double>(t->weight ? t->weight[i + r] : 1.0);
      v[r] = ((whole ? Load<double>(x) : LoadPartial(x, width)) - shift) * weight;
      sums = MulAdd(v[r], weight, sums);
      squares = MulAdd(v[r], v[r], squares);
      products = MulAdd(v[r], Set<double>(t->y[i + r]), products);
    }
    gemm::TransposePieces<L, L>(v);
    for (int c = 0; c < L; ++c) {
      if (c >= width) break;
      double* out = t->out + (j + c) * t->stride + i;
      if (steps == L) {
        StoreVector<kStreaming>(out, v[c]);
      } else {
        StorePartial(out, v[c], steps);
      }
    }
  }
  const auto add = [&](double* to, V v) RL_LAMBDA {
    if (whole) {
      Store<double>(to + j, Load<double>(to + j) + v);
    } else {
      StorePartial(to + j, LoadPartial(to + j, width) + v, width);
    }
  };
  add(t->sums, sums);
  add(t->squares, squares);
  add(t->products, products);
}

template <bool kStreaming>
void Range(const ColumnsTask* t, int64_t begin, int64_t end) {
  constexpr int64_t L = kLanes<double>;
  for (int64_t i = 0; i < t->rows; i += kRows) {
    const int64_t i1 = i + kRows < t->rows ? i + kRows : t->rows;
    for (int64_t j = begin; j < end; j += L) Group<kStreaming>(t, j, end - j < L ? end - j : L, i, i1);
  }
}

}  // namespace columns

// The columns [begin, end) of the task; sums are added in the order of the rows, in blocks of 64.
void ColumnsF64(const ColumnsTask* t, int64_t begin, int64_t end) {
  const bool large = t->rows * t->columns * static_cast<int64_t>(sizeof(double)) >= kStreamBytes;
  if (large && CanStream(t->out) && t->stride % kLanes<double> == 0) {
    columns::Range<true>(t, begin, end);
    StreamFence();
  } else {
    columns::Range<false>(t, begin, end);
  }
}

namespace columns {

// Rows of a block of dot products: four columns of it lie in the first cache.
constexpr int64_t kDepth = 512;
#if RIDGELINE_SIMD == 2 || RIDGELINE_SIMD == 3
constexpr int kWide = 4;  // 32 registers
#else
constexpr int kWide = 2;
#endif

// out[i * ldo + j] += a_i . b_j over n rows. Every element adds in one order, whatever block it lies in.
template <int A, int B>
RL_INLINE void Dots(const double* const* a, const double* const* b, int64_t at, int64_t n, double* out, int64_t ldo) {
  constexpr int64_t L = kLanes<double>;
  using V = Vec<double>;
  const double *pa[A], *pb[B];
  V acc[A][B] = {};
#pragma GCC unroll 4
  for (int i = 0; i < A; ++i) pa[i] = a[i] + at;
#pragma GCC unroll 4
  for (int j = 0; j < B; ++j) pb[j] = b[j] + at;
  const auto step = [&](auto load) RL_LAMBDA {
    V vb[B];
#pragma GCC unroll 4
    for (int j = 0; j < B; ++j) vb[j] = load(pb[j]);
#pragma GCC unroll 4
    for (int i = 0; i < A; ++i) {
      const V va = load(pa[i]);
#pragma GCC unroll 4
      for (int j = 0; j < B; ++j) acc[i][j] = MulAdd(va, vb[j], acc[i][j]);
    }
  };
  int64_t k = 0;
  for (; k + L <= n; k += L) step([=](const double* p) RL_LAMBDA { return Load<double>(p + k); });
  if (k < n) step([=](const double* p) RL_LAMBDA { return LoadPartial(p + k, n - k); });
#pragma GCC unroll 4
  for (int i = 0; i < A; ++i) {
#pragma GCC unroll 4
    for (int j = 0; j < B; ++j) out[i * ldo + j] += SumLanes(acc[i][j]);
  }
}

template <int A>
RL_INLINE void DotsRow(const double* const* a, const double* const* b, int64_t nb, int64_t at, int64_t n, double* out, int64_t ldo) {
  int64_t j = 0;
  for (; j + kWide <= nb; j += kWide) Dots<A, kWide>(a, b + j, at, n, out + j, ldo);
  for (; j < nb; ++j) Dots<A, 1>(a, b + j, at, n, out + j, ldo);
}

}  // namespace columns

// out[i * ldo + j] = a_i . b_j, of columns of n numbers wherever they lie, or 0 where j > below + i.
void DotsF64(const double* const* a, int64_t na, const double* const* b, int64_t nb, int64_t n, int64_t below, double* out, int64_t ldo) {
  for (int64_t i = 0; i < na; ++i) memset(out + i * ldo, 0, static_cast<size_t>(nb) * sizeof(double));
  const auto width = [&](int64_t i, int64_t rows) RL_LAMBDA { return below + i + rows < nb ? below + i + rows : nb; };
  for (int64_t at = 0; at < n; at += columns::kDepth) {
    const int64_t depth = n - at < columns::kDepth ? n - at : columns::kDepth;
    int64_t i = 0;
    for (; i + 4 <= na; i += 4) columns::DotsRow<4>(a + i, b, width(i, 4), at, depth, out + i * ldo, ldo);
    for (; i < na; ++i) columns::DotsRow<1>(a + i, b, width(i, 1), at, depth, out + i * ldo, ldo);
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
