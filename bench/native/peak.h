// The most multiply-adds a thread can do: chains of independent ones that never leave the registers.
#pragma once
#include <stdint.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include <algorithm>

#include "timing.h"

namespace bench {

// 12 chains cover latency times throughput of any CPU so far.
template <class V, class T>
[[gnu::always_inline]] inline double PeakLoop(int lanes) {
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    V acc[12] = {};
    V x = {}, y = {};
    x = x + T(0.5);
    y = y + T(1);
    constexpr int64_t kSteps = 2000000;
    const double start = Now();
    for (int64_t i = 0; i < kSteps; ++i) {
#pragma GCC unroll 12
      for (int j = 0; j < 12; ++j) acc[j] = acc[j] * x + y;
    }
    const double seconds = Now() - start;
    for (int j = 0; j < 12; ++j) __asm__ volatile("" : : "m"(acc[j]));
    best = std::max(best, 2e-9 * 12 * lanes * kSteps / seconds);
  }
  return best;
}

template <class T>
struct Vectors {
  typedef T V16 __attribute__((vector_size(16)));
  typedef T V32 __attribute__((vector_size(32)));
  typedef T V64 __attribute__((vector_size(64)));
};
#if defined(__x86_64__)
template <class T>
__attribute__((target("avx512f,fma"), optimize("fp-contract=fast"), noinline)) double Peak512() {
  return PeakLoop<typename Vectors<T>::V64, T>(64 / sizeof(T));
}
template <class T>
__attribute__((target("avx2,fma"), optimize("fp-contract=fast"), noinline)) double Peak256() {
  return PeakLoop<typename Vectors<T>::V32, T>(32 / sizeof(T));
}
#endif
template <class T>
__attribute__((noinline)) double Peak128() {
  return PeakLoop<typename Vectors<T>::V16, T>(16 / sizeof(T));
}

// GFLOP/s of this thread with vectors of `bytes` bytes; 0 when there are none.
template <class T>
double Peak(int bytes) {
#if defined(__x86_64__)
  if (bytes == 64) return Peak512<T>();
  if (bytes == 32) return Peak256<T>();
#endif
  return bytes == 16 ? Peak128<T>() : 0;
}

// GFLOP/s of this thread with vdpbf16ps; 0 where the CPU has none.
#if defined(__x86_64__)
__attribute__((target("avx512f,avx512bf16"), noinline)) inline double PeakBf16() {
  if (!__builtin_cpu_supports("avx512bf16")) return 0;
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    __m512 acc[12] = {};
    __m512bh x = {}, y = {};
    __asm__ volatile("" : "+v"(x), "+v"(y));
    constexpr int64_t kSteps = 2000000;
    const double start = Now();
    for (int64_t i = 0; i < kSteps; ++i) {
#pragma GCC unroll 12
      for (int j = 0; j < 12; ++j) acc[j] = _mm512_dpbf16_ps(acc[j], x, y);
    }
    const double seconds = Now() - start;
    for (int j = 0; j < 12; ++j) __asm__ volatile("" : : "m"(acc[j]));
    best = std::max(best, 2e-9 * 12 * 32 * kSteps / seconds);
  }
  return best;
}
#else
inline double PeakBf16() { return 0; }
#endif

}  // namespace bench
