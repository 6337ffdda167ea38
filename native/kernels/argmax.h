// The index of the first maximum; the first NaN, if there is one, counts as the maximum.
#pragma once
#include "simd.h"

namespace ridgeline {
namespace NS {
namespace {

// The first index of a row that equals `value`, or is NaN if value is.
template <typename T>
RL_INLINE int32_t FirstOf(const T* x, int64_t n, T value) {
  constexpr int64_t kW = kLanes<T>;
  const Vec<T> wanted = Set<T>(value);
  const bool nan = value != value;
  int64_t i = 0;
  for (; i + kW <= n; i += kW) {
    const Vec<T> v = Load<T>(x + i);
    if (Any<T>(nan ? v != v : v == wanted)) break;
  }
  for (; i < n; i++) {
    if (nan ? x[i] != x[i] : x[i] == value) return static_cast<int32_t>(i);
  }
  return 0;
}

template <typename T>
RL_INLINE int32_t ArgmaxRow(const T* x, int64_t n) {
  constexpr int64_t kW = kLanes<T>;
  if (n < 2 * kW) {
    // Without a branch: which class wins cannot be foreseen.
    int32_t best = 0;
    T value = x[0];
    for (int64_t i = 1; i < n; i++) {
      const bool take = !(x[i] <= value) & (value == value);
      value = take ? x[i] : value;
      best = take ? static_cast<int32_t>(i) : best;
    }
    return best;
  }
  Vec<T> m = Load<T>(x);
  int64_t i = kW;
  for (; i + kW <= n; i += kW) m = Max<T>(m, Load<T>(x + i));
  if (i < n) m = Max<T>(m, Load<T>(x + n - kW));
  return FirstOf<T>(x, n, MaxLanes<T>(m));
}

template <typename T>
void Argmax(const T* x, int32_t* out, int64_t outer, int64_t reduced, int64_t inner) {
  if (inner == 1) {
    for (int64_t o = 0; o < outer; o++) out[o] = reduced > 0 ? ArgmaxRow<T>(x + o * reduced, reduced) : 0;
    return;
  }
  constexpr int64_t kChunk = 256;
  for (int64_t o = 0; o < outer; o++) {
    for (int64_t begin = 0; begin < inner; begin += kChunk) {
      const int64_t n = inner - begin < kChunk ? inner - begin : kChunk;
      const T* column = x + o * reduced * inner + begin;
      int32_t* index = out + o * inner + begin;
      T best[kChunk];
      for (int64_t i = 0; i < n; i++) {
        index[i] = 0;
        if (reduced > 0) best[i] = column[i];
      }
      for (int64_t r = 1; r < reduced; r++) {
        const T* row = column + r * inner;
        for (int64_t i = 0; i < n; i++) {
          const bool take = !(row[i] <= best[i]) & (best[i] == best[i]);
          best[i] = take ? row[i] : best[i];
          index[i] = take ? static_cast<int32_t>(r) : index[i];
        }
      }
    }
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
