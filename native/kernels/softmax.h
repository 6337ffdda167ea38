// Softmax and log-softmax over rows: the maximum, the sum of exponentials of the differences, the result.
#pragma once
#include "math.h"

namespace ridgeline {
namespace NS {
namespace {

constexpr int64_t kSoftmaxBlock = 1024;  // exponentials added in T before they go to double

// The largest element, NaN passed over (it comes back in the sum).
template <typename T>
RL_INLINE T RowMax(const T* x, int64_t n) {
  constexpr int64_t kW = kLanes<T>;
  const Vec<T> low = -Infinity<T>();
  Vec<T> m0 = low, m1 = low;
  int64_t i = 0;
  for (; i + 2 * kW <= n; i += 2 * kW) {
    m0 = AtLeast<T>(m0, Load<T>(x + i));
    m1 = AtLeast<T>(m1, Load<T>(x + i + kW));
  }
  for (; i + kW <= n; i += kW) m0 = AtLeast<T>(m0, Load<T>(x + i));
  if (i < n) m1 = AtLeast<T>(m1, Select<T>(FirstLanes<T>(n - i), LoadPartial(x + i, n - i), low));
  return MaxLanes<T>(AtLeast<T>(m0, m1));
}

// The sum of exp(x - max) over a row; the exponentials go to y unless it is null.
template <typename T, bool kStore>
RL_INLINE double SumOfExponentials(const T* x, T max, int64_t n, T* y) {
  constexpr int64_t kW = kLanes<T>;
  const Vec<T> shift = Set<T>(max);
  double total = 0;
  for (int64_t begin = 0; begin < n; begin += kSoftmaxBlock) {
    const int64_t end = n - begin < kSoftmaxBlock ? n : begin + kSoftmaxBlock;
    Vec<T> s0 = {}, s1 = {};
    int64_t i = begin;
    for (; i + 2 * kW <= end; i += 2 * kW) {
      const Vec<T> e0 = Exp<T>(Load<T>(x + i) - shift), e1 = Exp<T>(Load<T>(x + i + kW) - shift);
      if constexpr (kStore) {
        Store<T>(y + i, e0);
        Store<T>(y + i + kW, e1);
      }
      s0 += e0;
      s1 += e1;
    }
    for (; i + kW <= end; i += kW) {
      const Vec<T> e = Exp<T>(Load<T>(x + i) - shift);
      if constexpr (kStore) Store<T>(y + i, e);
      s0 += e;
    }
    if (i < end) {
      const Vec<T> e = Exp<T>(LoadPartial(x + i, end - i) - shift);
      if constexpr (kStore) StorePartial(y + i, e, end - i);
      s1 += Select<T>(FirstLanes<T>(end - i), e, Set<T>(0));
    }
    total += SumLanes(s0 + s1);
  }
  return total;
}

// y = x - shift - minus: the maximum first, so that the difference is exact where it matters.
template <typename T>
RL_INLINE void Shift(const T* x, T shift, T minus, int64_t n, T* y) {
  constexpr int64_t kW = kLanes<T>;
  const Vec<T> s = Set<T>(shift), m = Set<T>(minus);
  int64_t i = 0;
  for (; i + kW <= n; i += kW) Store<T>(y + i, Load<T>(x + i) - s - m);
  if (i < n) StorePartial(y + i, LoadPartial(x + i, n - i) - s - m, n - i);
}
template <typename T>
RL_INLINE void ScaleBy(T* y, T scale, int64_t n) {
  constexpr int64_t kW = kLanes<T>;
  const Vec<T> f = Set<T>(scale);
  int64_t i = 0;
  for (; i + kW <= n; i += kW) Store<T>(y + i, Load<T>(y + i) * f);
  if (i < n) StorePartial(y + i, LoadPartial(y + i, n - i) * f, n - i);
}

template <typename T>
void Softmax(const T* x, T* y, int64_t rows, int64_t columns, int32_t log) {
  if (columns == 0) return;
  for (int64_t r = 0; r < rows; r++, x += columns, y += columns) {
    const T max = RowMax<T>(x, columns);
    if (log != 0) {
      const double sum = SumOfExponentials<T, false>(x, max, columns, nullptr);
      Shift<T>(x, max, static_cast<T>(__builtin_log(sum)), columns, y);
    } else {
      const double sum = SumOfExponentials<T, true>(x, max, columns, y);
      ScaleBy<T>(y, static_cast<T>(1.0 / sum), columns);
    }
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
