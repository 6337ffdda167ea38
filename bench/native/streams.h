// Loops over arrays far larger than the caches: what memory gives, by hand.
#pragma once
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include <thread>
#include <vector>

namespace bench {

// fn(begin, end) over equal parts of [0, count) on `threads` threads, cut at multiples of 16.
template <class F>
void Split(int threads, int64_t count, F&& fn) {
  const int64_t part = (count / threads + 15) / 16 * 16;
  std::vector<std::thread> others;
  for (int t = 1; t < threads; ++t) {
    const int64_t begin = t * part < count ? t * part : count, end = t + 1 == threads || (t + 1) * part > count ? count : (t + 1) * part;
    others.emplace_back([&fn, begin, end] { fn(begin, end); });
  }
  fn(0, threads == 1 || part > count ? count : part);
  for (std::thread& t : others) t.join();
}

// Arrays in huge pages where the system gives them on request: a limit should not be that of the page tables.
inline float* Floats(int64_t count) {
  constexpr size_t kPage = 2 << 20;
  const size_t bytes = (static_cast<size_t>(count) * 4 + kPage - 1) / kPage * kPage;
  float* p = static_cast<float*>(aligned_alloc(kPage, bytes));
#if defined(__linux__)
  madvise(p, bytes, MADV_HUGEPAGE);
#endif
  for (int64_t i = 0; i < count; ++i) p[i] = 1e-3f * static_cast<float>(i % 1000 + 1);
  return p;
}

// y = x with streaming stores, which do not read what they overwrite.
#if defined(__x86_64__)
__attribute__((target("avx2"))) inline void Copy(const float* x, float* y, int64_t begin, int64_t end) {
  int64_t i = begin;
  for (; i + 32 <= end; i += 32) {
    for (int j = 0; j < 4; ++j) _mm256_stream_ps(y + i + 8 * j, _mm256_load_ps(x + i + 8 * j));
  }
  for (; i < end; ++i) y[i] = x[i];
  _mm_sfence();
}
#else
inline void Copy(const float* x, float* y, int64_t begin, int64_t end) {
  for (int64_t i = begin; i < end; ++i) y[i] = x[i];
}
#endif

// The streams of an optimizer with R arrays read, of which the first W are written: the least arithmetic that needs them all, in place.
template <int R, int W>
#if defined(__x86_64__)
__attribute__((target("avx2,fma"), optimize("O3,fast-math")))
#endif
void Update(float* const* arrays, int64_t begin, int64_t end) {
  for (int64_t i = begin; i < end; ++i) {
    float sum = 0;
    for (int r = 0; r < R; ++r) sum += arrays[r][i];
    for (int w = 0; w < W; ++w) arrays[w][i] = 0.999f * arrays[w][i] + 1e-6f * sum;
  }
}
using UpdateLoop = void (*)(float* const*, int64_t, int64_t);
// Null beyond six reads.
inline UpdateLoop UpdateOf(int reads, int writes) {
  static constexpr UpdateLoop loops[6][5] = {
      {Update<1, 1>, nullptr, nullptr, nullptr, nullptr},
      {Update<2, 1>, Update<2, 2>, nullptr, nullptr, nullptr},
      {Update<3, 1>, Update<3, 2>, Update<3, 3>, nullptr, nullptr},
      {Update<4, 1>, Update<4, 2>, Update<4, 3>, Update<4, 4>, nullptr},
      {Update<5, 1>, Update<5, 2>, Update<5, 3>, Update<5, 4>, Update<5, 5>},
      {Update<6, 1>, Update<6, 2>, Update<6, 3>, Update<6, 4>, Update<6, 5>},
  };
  return reads >= 1 && reads <= 6 && writes >= 1 && writes <= 5 ? loops[reads - 1][writes - 1] : nullptr;
}

}  // namespace bench
