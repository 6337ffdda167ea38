// Packing: copies a block of an operand into the order in which the micro-kernel reads it. After it, any transpose looks the
// same, loads are aligned and sequential, and B's last panel is padded to whole vectors.
#pragma once
#include "gemm_kernel.h"

namespace ridgeline {
namespace NS {
namespace {
namespace gemm {

template <int L, int S>
constexpr int LowLane(int l) {
  return l & S ? L + l - S : l;
}
template <int L, int S>
constexpr int HighLane(int l) {
  return l & S ? L + l : l + S;
}

// One step of a transpose: exchanges the off-diagonal S x S blocks of two vectors that are S apart.
template <int L, int S, class V, int... I>
inline void Butterfly(V& a, V& b, Indices<I...>) {
#if defined(__clang__) || __GNUC__ >= 12
  const V low = __builtin_shufflevector(a, b, LowLane<L, S>(I)...);
  const V high = __builtin_shufflevector(a, b, HighLane<L, S>(I)...);
#else
  const V low = {(LowLane<L, S>(I) < L ? a[LowLane<L, S>(I) % L] : b[LowLane<L, S>(I) % L])...};
  const V high = {(HighLane<L, S>(I) < L ? a[HighLane<L, S>(I) % L] : b[HighLane<L, S>(I) % L])...};
#endif
  a = low;
  b = high;
}

template <int L, int S = 1, class V>
inline void Transpose(V (&v)[L]) {
  if constexpr (S < L) {
    RIDGELINE_UNROLL
    for (int i = 0; i < L; ++i) {
      if ((i & S) == 0) Butterfly<L, S>(v[i], v[i + S], typename MakeIndices<L>::type());
    }
    Transpose<L, 2 * S>(v);
  }
}

// Both functions write rows in ascending order with whole vectors that may run over the end of a row: the next row repairs it,
// and after the last one `out` must have a vector to spare (the next tile, not yet packed, or slack).

// Copies `count` rows of `width` numbers to rows of `out_width` >= width.
template <class T>
void PackRows(const T* x, int64_t ldx, int64_t count, int64_t width, T* out, int64_t out_width) {
  using S = Simd<T>;
  const int64_t whole = width / S::kLanes * S::kLanes;
  const int64_t rest = width - whole;
  for (int64_t p = 0; p < count; ++p, x += ldx, out += out_width) {
    for (int64_t j = 0; j < whole; j += S::kLanes) S::Store(out + j, S::Load(x + j));
    if (rest != 0) S::Store(out + whole, S::LoadPartial(x + whole, rest));
  }
}

// Copies the transpose: x is [width, count] and out is [count, out_width]. Columns beyond `width` up to a whole vector are
// filled with copies of the last one where out_width has room for them; no result is made from them.
template <class T>
void PackTransposed(const T* x, int64_t ldx, int64_t count, int64_t width, T* out, int64_t out_width) {
  using S = Simd<T>;
  using V = typename S::V;
  constexpr int L = S::kLanes;
  for (int64_t p = 0; p < count; p += L) {
    const int64_t steps = count - p < L ? count - p : L;
    for (int64_t j = 0; j < width; j += L) {
      const int64_t columns = width - j < L ? width - j : L;
      V v[L];
      RIDGELINE_UNROLL
      for (int i = 0; i < L; ++i) {
        const T* from = x + (j + (i < columns ? i : columns - 1)) * ldx + p;
        v[i] = steps == L ? S::Load(from) : S::LoadPartial(from, steps);
      }
      Transpose<L>(v);
      T* to = out + p * out_width + j;
      // A second group of columns must not run over: the first one of the next row is there already.
      const bool exact = j > 0 && out_width - j < L;
      RIDGELINE_UNROLL
      for (int i = 0; i < L; ++i) {
        if (i >= steps) break;
        if (exact) {
          S::StorePartial(to + i * out_width, v[i], columns);
        } else {
          S::Store(to + i * out_width, v[i]);
        }
      }
    }
  }
}

}  // namespace gemm
}  // namespace
}  // namespace NS
}  // namespace ridgeline
