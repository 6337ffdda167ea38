// Softmax and log-softmax over rows: the maximum, the sum of exponentials of the differences, the result.
#pragma once
#include "math.h"

namespace ridgeline {
namespace NS {
namespace {

constexpr int64_t kSoftmaxBlock = 1024;                   // exponentials added in T before they go to double
constexpr int64_t kSoftmaxBytes = 16384;                  // exponentials of a row that are kept in the first cache until they are scaled
constexpr int64_t kLeastByThree = 512;                    // bytes of a row from which rows are worked on three at a time
constexpr int64_t kLeastStreamedRows = int64_t{4} << 20;  // bytes of one call's rows that are stored past the caches

// The largest element, NaN passed over (it comes back in the sum).
template <typename T>
RL_INLINE T RowMax(const T* x, int64_t n) {
  constexpr int64_t kW = kLanes<T>;
  const Vec<T> low = -Infinity<T>();
  Vec<T> m0 = low, m1 = low, m2 = low, m3 = low;
  int64_t i = 0;
  for (; i + 4 * kW <= n; i += 4 * kW) {
    m0 = AtLeast<T>(m0, Load<T>(x + i));
    m1 = AtLeast<T>(m1, Load<T>(x + i + kW));
    m2 = AtLeast<T>(m2, Load<T>(x + i + 2 * kW));
    m3 = AtLeast<T>(m3, Load<T>(x + i + 3 * kW));
  }
  m0 = AtLeast<T>(m0, m2);
  m1 = AtLeast<T>(m1, m3);
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
      const Vec<T> e0 = ExpOfNegative<T>(Load<T>(x + i) - shift), e1 = ExpOfNegative<T>(Load<T>(x + i + kW) - shift);
      if constexpr (kStore) {
        Store<T>(y + i, e0);
        Store<T>(y + i + kW, e1);
      }
      s0 += e0;
      s1 += e1;
    }
    for (; i + kW <= end; i += kW) {
      const Vec<T> e = ExpOfNegative<T>(Load<T>(x + i) - shift);
      if constexpr (kStore) Store<T>(y + i, e);
      s0 += e;
    }
    if (i < end) {
      const Vec<T> e = ExpOfNegative<T>(LoadPartial(x + i, end - i) - shift);
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
// y = e * scale; y may be e.
template <typename T>
RL_INLINE void ScaleBy(const T* e, T scale, int64_t n, T* y) {
  constexpr int64_t kW = kLanes<T>;
  const Vec<T> f = Set<T>(scale);
  int64_t i = 0;
  for (; i + kW <= n; i += kW) Store<T>(y + i, Load<T>(e + i) * f);
  if (i < n) StorePartial(y + i, LoadPartial(e + i, n - i) * f, n - i);
}

// Rows in the first cache are worked on three at a time: while the exponentials of one are computed, those of the row before are scaled
// and stored, and the maximum of the row after is looked for, so that memory and arithmetic do not wait for each other.
template <typename T>
struct ScaledRow {
  const T* e;
  T* y;
  T scale;
  int64_t at;   // how far it is stored
  int64_t lag;  // elements of the other rows that are read before the first is stored
};

// A load whose address has the last twelve bits of a store before it waits for that store. Rows of about a page bring the three rows to
// that; then the stores are made to follow the loads, by the fewest elements (measured: a quarter of the time).
template <typename T>
RL_INLINE int64_t LagOf(const T* y, const T* x, const T* next, int64_t n) {
  constexpr uintptr_t kPage = 4096, kOnTheWay = 1024, kApart = 128;
  const uintptr_t to = reinterpret_cast<uintptr_t>(y), after_x = (to - reinterpret_cast<uintptr_t>(x)) % kPage,
                  after_next = (to - reinterpret_cast<uintptr_t>(next)) % kPage;
  uintptr_t lag = 0;
  if (after_x < kOnTheWay) lag = after_x + kApart;
  if (after_next < kOnTheWay && after_next + kApart > lag) lag = after_next + kApart;
  const int64_t elements = static_cast<int64_t>(lag / sizeof(T));
  return elements <= n / 2 ? elements : 0;
}

// Results past the caches, in whole vectors: a row's end is kept until the next row's beginning completes it. (A plain store between the
// others would fetch its line and hold up all that come after it.)
template <typename T>
struct Seam {
  alignas(64) T values[kLanes<T>];
  int64_t count;  // of values; the vector ends where the next row goes on
};

// Bytes that are asked for ahead of the row whose maximum is looked for: into the second cache, since the first has too few misses in
// flight to cover the way to memory at this pace.
constexpr int64_t kPrefetchBytes = 4096;

// What is done to the row before while a row's exponentials are computed. kStreamRow: past the caches; its next element begins a vector.
enum Scaling { kNoRow, kScaleRow, kStreamRow };

// One row's exponentials go to e. `next` is the row after (or any of that length), whose maximum goes to *next_max.
template <typename T, Scaling kScaling>
RL_INLINE double RowOfThree(const T* x, T max, int64_t n, T* e, const T* next, T* next_max, ScaledRow<T>* before) {
  constexpr int64_t kW = kLanes<T>, kPrefetch = kPrefetchBytes / static_cast<int64_t>(sizeof(T));
  const Vec<T> shift = Set<T>(max), low = -Infinity<T>(), f = Set<T>(kScaling != kNoRow ? before->scale : static_cast<T>(0));
  Vec<T> m0 = low, m1 = low;
  const int64_t lag = kScaling != kNoRow ? before->lag : 0;
  int64_t at = kScaling != kNoRow ? before->at : 0;
  double total = 0;
  for (int64_t begin = 0; begin < n; begin += kSoftmaxBlock) {
    const int64_t end = n - begin < kSoftmaxBlock ? n : begin + kSoftmaxBlock;
    Vec<T> s0 = {}, s1 = {};
    int64_t i = begin;
    for (; i + 2 * kW <= end; i += 2 * kW) {
      const Vec<T> e0 = ExpOfNegative<T>(Load<T>(x + i) - shift), e1 = ExpOfNegative<T>(Load<T>(x + i + kW) - shift);
      Store<T>(e + i, e0);
      Store<T>(e + i + kW, e1);
      s0 += e0;
      s1 += e1;
      __builtin_prefetch(next + i + kPrefetch, 0, 2);
      __builtin_prefetch(next + i + kPrefetch + kW, 0, 2);
      m0 = AtLeast<T>(m0, Load<T>(next + i));
      m1 = AtLeast<T>(m1, Load<T>(next + i + kW));
      if constexpr (kScaling != kNoRow) {
        if (i >= lag && at + 2 * kW <= n) {
          const Vec<T> y0 = Load<T>(before->e + at) * f, y1 = Load<T>(before->e + at + kW) * f;
          StoreVector<kScaling == kStreamRow, T>(before->y + at, y0);
          StoreVector<kScaling == kStreamRow, T>(before->y + at + kW, y1);
          at += 2 * kW;
        }
      }
    }
    for (; i < end; i += kW) {
      const int64_t rest = end - i < kW ? end - i : kW;
      const bool whole = rest == kW;
      const Vec<T> value = ExpOfNegative<T>((whole ? Load<T>(x + i) : LoadPartial(x + i, rest)) - shift);
      const Vec<T> seen = whole ? Load<T>(next + i) : Select<T>(FirstLanes<T>(rest), LoadPartial(next + i, rest), low);
      Store<T>(e + i, value);  // e has room for a whole vector more
      s0 += whole ? value : Select<T>(FirstLanes<T>(rest), value, Set<T>(0));
      m0 = AtLeast<T>(m0, seen);
    }
    total += SumLanes(s0 + s1);
  }
  if constexpr (kScaling != kNoRow) before->at = at;
  *next_max = MaxLanes<T>(AtLeast<T>(m0, m1));
  return total;
}

// The beginning of a row, up to where it is aligned for a vector.
template <typename T>
RL_INLINE void StreamHead(ScaledRow<T>* row, Seam<T>* seam) {
  constexpr int64_t kW = kLanes<T>;
  if (seam->count > 0) {
    row->at = kW - seam->count;
    const Vec<T> first = Load<T>(row->e) * Set<T>(row->scale);
    __builtin_memcpy(seam->values + seam->count, &first, static_cast<size_t>(row->at) * sizeof(T));
    StoreStreaming(row->y - seam->count, Load<T>(seam->values));
  } else {
    const uintptr_t beyond = reinterpret_cast<uintptr_t>(row->y) % kVectorBytes;
    row->at = beyond == 0 ? 0 : static_cast<int64_t>((kVectorBytes - beyond) / sizeof(T));
    ScaleBy<T>(row->e, row->scale, row->at, row->y);
  }
}
// What is left of a row; the last part of a vector goes to the seam.
template <typename T>
RL_INLINE void StreamTail(const ScaledRow<T>& row, int64_t n, Seam<T>* seam) {
  constexpr int64_t kW = kLanes<T>;
  const Vec<T> f = Set<T>(row.scale);
  int64_t at = row.at;
  for (; at + kW <= n; at += kW) StoreStreaming(row.y + at, Load<T>(row.e + at) * f);
  seam->count = n - at;
  Store<T>(seam->values, Load<T>(row.e + at) * f);
}

// Rows of at least two vectors.
template <typename T, Scaling kScaling>
void SoftmaxByThree(const T* x, T* y, int64_t rows, int64_t n) {
  // Apart by half a page, and room for a vector more than a row.
  constexpr int64_t kRoom = (kSoftmaxBytes + 2048) / static_cast<int64_t>(sizeof(T));
  alignas(64) T kept[2][kRoom];
  Seam<T> seam;
  seam.count = 0;
  T max = RowMax<T>(x, n), next_max;
  ScaledRow<T> before = {};
  for (int64_t r = 0; r < rows; r++, x += n, y += n) {
    T* e = kept[r & 1];
    const T* next = r + 1 < rows ? x + n : x;
    double sum;
    if (r == 0) {
      sum = RowOfThree<T, kNoRow>(x, max, n, e, next, &next_max, nullptr);
    } else {
      if constexpr (kScaling == kStreamRow) StreamHead<T>(&before, &seam);
      before.lag = LagOf<T>(before.y + before.at, x, next, n);
      sum = RowOfThree<T, kScaling>(x, max, n, e, next, &next_max, &before);
      if constexpr (kScaling == kStreamRow) {
        StreamTail<T>(before, n, &seam);
      } else {
        ScaleBy<T>(before.e + before.at, before.scale, n - before.at, before.y + before.at);
      }
    }
    before = {e, y, static_cast<T>(1.0 / sum), 0, 0};
    max = next_max;
  }
  if constexpr (kScaling == kStreamRow) {
    StreamHead<T>(&before, &seam);
    StreamFence();
  }
  ScaleBy<T>(before.e + before.at, before.scale, n - before.at, before.y + before.at);
}

// Rows up to this length, such as the classes of a classifier, are worked on column by column, a vector of rows at a time: across the lanes
// of a short row every step waits for the one before.
constexpr int64_t kNarrow = 16;

// A float vector's lanes, or a double's, added to sums in double.
RL_INLINE void AddTo(Vec<double>* sums, Vec<double> v) { sums[0] += v; }
RL_INLINE void AddTo(Vec<double>* sums, Vec<float> v) {
  Vec<double> low, high;
  ToDouble(v, &low, &high);
  sums[0] += low;
  sums[1] += high;
}
RL_INLINE void Narrowed(const Vec<double>* values, Vec<double>* v) { *v = values[0]; }
RL_INLINE void Narrowed(const Vec<double>* values, Vec<float>* v) { *v = ToFloat(values[0], values[1]); }

template <typename T, bool kLog>
void SoftmaxNarrow(const T* x, T* y, int64_t rows, int64_t n) {
  constexpr int64_t kW = kLanes<T>, kBlock = 64, kParts = sizeof(double) / sizeof(T);
  alignas(64) T columns[kNarrow * kBlock] = {};
  for (int64_t begin = 0; begin < rows; begin += kBlock, x += kBlock * n, y += kBlock * n) {
    const int64_t count = rows - begin < kBlock ? rows - begin : kBlock;
    for (int64_t c = 0; c < n; c++) {
      for (int64_t r = 0; r < count; r++) columns[c * kBlock + r] = x[r * n + c];
    }
    for (int64_t r = 0; r < count; r += kW) {
      T* first = columns + r;
      Vec<T> max = -Infinity<T>();
      for (int64_t c = 0; c < n; c++) max = AtLeast<T>(max, Load<T>(first + c * kBlock));
      Vec<double> sums[kParts] = {};
      for (int64_t c = 0; c < n; c++) {
        const Vec<T> e = ExpOfNegative<T>(Load<T>(first + c * kBlock) - max);
        if constexpr (!kLog) Store<T>(first + c * kBlock, e);
        AddTo(sums, e);
      }
      for (int64_t i = 0; i < kParts; i++) sums[i] = kLog ? Log<double>(sums[i]) : 1.0 / sums[i];
      Vec<T> by;
      Narrowed(sums, &by);
      for (int64_t c = 0; c < n; c++) {
        const Vec<T> v = Load<T>(first + c * kBlock);
        Store<T>(first + c * kBlock, kLog ? v - max - by : v * by);
      }
    }
    for (int64_t r = 0; r < count; r++) {
      for (int64_t c = 0; c < n; c++) y[r * n + c] = columns[c * kBlock + r];
    }
  }
}

template <typename T>
void Softmax(const T* x, T* y, int64_t rows, int64_t columns, int32_t log) {
  if (columns == 0 || rows == 0) return;
  if (columns <= kNarrow) return log != 0 ? SoftmaxNarrow<T, true>(x, y, rows, columns) : SoftmaxNarrow<T, false>(x, y, rows, columns);
  const int64_t bytes = columns * static_cast<int64_t>(sizeof(T));
  if (log == 0 && bytes >= kLeastByThree && bytes <= kSoftmaxBytes) {
    // What a kernel is given is a part of the array: in place, or small, it is in the cache.
    const bool stream = x != y && rows * bytes >= kLeastStreamedRows;
    return stream ? SoftmaxByThree<T, kStreamRow>(x, y, rows, columns) : SoftmaxByThree<T, kScaleRow>(x, y, rows, columns);
  }
  for (int64_t r = 0; r < rows; r++, x += columns, y += columns) {
    const T max = RowMax<T>(x, columns);
    if (log != 0) {
      const double sum = SumOfExponentials<T, false>(x, max, columns, nullptr);
      Shift<T>(x, max, static_cast<T>(Log<double>(Set<double>(sum))[0]), columns, y);
    } else {
      const double sum = SumOfExponentials<T, true>(x, max, columns, y);
      ScaleBy<T>(y, static_cast<T>(1.0 / sum), columns, y);
    }
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
