// One vector type per target: Vec<float> and Vec<double> are GCC/Clang vectors of kVectorBytes, so + - * / & | ^ << and
// comparisons (lanes of 0 or -1 in an integer vector) are the language's own. This header adds what the language lacks.
//
// A tail of n < kLanes elements is loaded into a vector padded with zeros, computed like any other vector and stored in part:
// an element's bits do not depend on where in a vector it lies.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

// RIDGELINE_SIMD is set by the target file: 0 plain 128-bit vectors, 1 AVX2 + FMA, 2 AVX-512, 3 NEON.
#define RL_INLINE inline __attribute__((always_inline))
#define RL_LAMBDA __attribute__((always_inline))

namespace ridgeline {
namespace NS {
namespace {

#if RIDGELINE_SIMD == 2
constexpr int kVectorBytes = 64;
#elif RIDGELINE_SIMD == 1
constexpr int kVectorBytes = 32;
#else
constexpr int kVectorBytes = 16;
#endif

template <typename T>
struct Simd;
template <>
struct Simd<float> {
  typedef float V __attribute__((vector_size(kVectorBytes)));
  typedef int32_t I __attribute__((vector_size(kVectorBytes)));
  typedef uint32_t U __attribute__((vector_size(kVectorBytes)));
  typedef int32_t Int;
  typedef uint32_t Unsigned;
  static constexpr int kMantissaBits = 23;
  static constexpr int kBias = 127;
};
template <>
struct Simd<double> {
  typedef double V __attribute__((vector_size(kVectorBytes)));
  typedef int64_t I __attribute__((vector_size(kVectorBytes)));
  typedef uint64_t U __attribute__((vector_size(kVectorBytes)));
  typedef int64_t Int;
  typedef uint64_t Unsigned;
  static constexpr int kMantissaBits = 52;
  static constexpr int kBias = 1023;
};
template <typename T>
using Vec = typename Simd<T>::V;
template <typename T>
using VecI = typename Simd<T>::I;  // signed lanes of T's size; also the type of masks
template <typename T>
using VecU = typename Simd<T>::U;
template <typename T>
constexpr int kLanes = kVectorBytes / static_cast<int>(sizeof(T));

template <typename T>
RL_INLINE Vec<T> Set(T x) {
  return x - Vec<T>{};  // not {} + x, which would turn -0 into 0
}
template <typename T>
RL_INLINE VecI<T> SetI(typename Simd<T>::Int x) {
  return VecI<T>{} + x;
}
template <typename T>
RL_INLINE Vec<T> Load(const T* p) {
  Vec<T> v;
  memcpy(&v, p, sizeof v);
  return v;
}
template <typename T>
RL_INLINE void Store(T* p, Vec<T> v) {
  memcpy(p, &v, sizeof v);
}
// A store that does not fetch the line it writes nor keep it in the caches, to memory aligned for a vector; a plain one where there is no
// such thing. StreamFence makes them visible to other threads in order.
#if RIDGELINE_SIMD == 2
RL_INLINE void StoreStreaming(float* p, Vec<float> v) { _mm512_stream_ps(p, (__m512)v); }
RL_INLINE void StoreStreaming(double* p, Vec<double> v) { _mm512_stream_pd(p, (__m512d)v); }
#elif RIDGELINE_SIMD == 1
RL_INLINE void StoreStreaming(float* p, Vec<float> v) { _mm256_stream_ps(p, (__m256)v); }
RL_INLINE void StoreStreaming(double* p, Vec<double> v) { _mm256_stream_pd(p, (__m256d)v); }
#elif defined(__SSE2__)
RL_INLINE void StoreStreaming(float* p, Vec<float> v) { _mm_stream_ps(p, (__m128)v); }
RL_INLINE void StoreStreaming(double* p, Vec<double> v) { _mm_stream_pd(p, (__m128d)v); }
#else
RL_INLINE void StoreStreaming(float* p, Vec<float> v) { memcpy(p, &v, sizeof v); }
RL_INLINE void StoreStreaming(double* p, Vec<double> v) { memcpy(p, &v, sizeof v); }
#endif
template <bool kStreaming, typename T>
RL_INLINE void StoreVector(T* p, Vec<T> v) {
  if constexpr (kStreaming) {
    StoreStreaming(p, v);
  } else {
    Store<T>(p, v);
  }
}
RL_INLINE void StreamFence() {
#if defined(__SSE2__)
  _mm_sfence();
#endif
}
// Asks for the line of p into the second cache; p may lie outside any array. Where rows are a page each, or are read again and again before
// the next, nothing else asks in time.
RL_INLINE void Ask(const void* p) { __builtin_prefetch(p, 0, 2); }
// Bytes of a result from which it is stored past the caches: it would push out all else, and be pushed out before it is read.
constexpr int64_t kStreamBytes = int64_t{24} << 20;
template <typename T>
RL_INLINE bool CanStream(const T* p) {
  return reinterpret_cast<uintptr_t>(p) % kVectorBytes == 0;
}

template <typename T>
RL_INLINE Vec<T> Select(VecI<T> mask, Vec<T> a, Vec<T> b) {
  return mask ? a : b;
}

// Loads and stores of the first n lanes, 0 <= n < kLanes; the other lanes read as 0. Memory past n is not touched.
#if RIDGELINE_SIMD == 2
RL_INLINE Vec<float> LoadPartial(const float* p, int64_t n) {
  return (Vec<float>)_mm512_maskz_loadu_ps(static_cast<__mmask16>((1u << n) - 1), p);
}
RL_INLINE Vec<double> LoadPartial(const double* p, int64_t n) {
  return (Vec<double>)_mm512_maskz_loadu_pd(static_cast<__mmask8>((1u << n) - 1), p);
}
RL_INLINE void StorePartial(float* p, Vec<float> v, int64_t n) {
  _mm512_mask_storeu_ps(p, static_cast<__mmask16>((1u << n) - 1), (__m512)v);
}
RL_INLINE void StorePartial(double* p, Vec<double> v, int64_t n) {
  _mm512_mask_storeu_pd(p, static_cast<__mmask8>((1u << n) - 1), (__m512d)v);
}
#elif RIDGELINE_SIMD == 1
RL_INLINE __m256i TailMask(const float*, int64_t n) {
  return _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(n)), _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
}
RL_INLINE __m256i TailMask(const double*, int64_t n) { return _mm256_cmpgt_epi64(_mm256_set1_epi64x(n), _mm256_setr_epi64x(0, 1, 2, 3)); }
RL_INLINE Vec<float> LoadPartial(const float* p, int64_t n) { return (Vec<float>)_mm256_maskload_ps(p, TailMask(p, n)); }
RL_INLINE Vec<double> LoadPartial(const double* p, int64_t n) { return (Vec<double>)_mm256_maskload_pd(p, TailMask(p, n)); }
RL_INLINE void StorePartial(float* p, Vec<float> v, int64_t n) { _mm256_maskstore_ps(p, TailMask(p, n), (__m256)v); }
RL_INLINE void StorePartial(double* p, Vec<double> v, int64_t n) { _mm256_maskstore_pd(p, TailMask(p, n), (__m256d)v); }
#else
template <typename T>
RL_INLINE Vec<T> LoadPartial(const T* p, int64_t n) {
  Vec<T> v = {};
  for (int64_t i = 0; i < kLanes<T> - 1; i++) {
    if (i < n) v[i] = p[i];
  }
  return v;
}
template <typename T>
RL_INLINE void StorePartial(T* p, Vec<T> v, int64_t n) {
  for (int64_t i = 0; i < kLanes<T> - 1; i++) {
    if (i < n) p[i] = v[i];
  }
}
#endif

// a * b + c: one rounding where the target has the instruction, two elsewhere.
#if RIDGELINE_SIMD == 2
RL_INLINE Vec<float> MulAdd(Vec<float> a, Vec<float> b, Vec<float> c) {
  return (Vec<float>)_mm512_fmadd_ps((__m512)a, (__m512)b, (__m512)c);
}
RL_INLINE Vec<double> MulAdd(Vec<double> a, Vec<double> b, Vec<double> c) {
  return (Vec<double>)_mm512_fmadd_pd((__m512d)a, (__m512d)b, (__m512d)c);
}
#elif RIDGELINE_SIMD == 1
RL_INLINE Vec<float> MulAdd(Vec<float> a, Vec<float> b, Vec<float> c) {
  return (Vec<float>)_mm256_fmadd_ps((__m256)a, (__m256)b, (__m256)c);
}
RL_INLINE Vec<double> MulAdd(Vec<double> a, Vec<double> b, Vec<double> c) {
  return (Vec<double>)_mm256_fmadd_pd((__m256d)a, (__m256d)b, (__m256d)c);
}
#elif RIDGELINE_SIMD == 3
RL_INLINE Vec<float> MulAdd(Vec<float> a, Vec<float> b, Vec<float> c) {
  return (Vec<float>)vfmaq_f32((float32x4_t)c, (float32x4_t)a, (float32x4_t)b);
}
RL_INLINE Vec<double> MulAdd(Vec<double> a, Vec<double> b, Vec<double> c) {
  return (Vec<double>)vfmaq_f64((float64x2_t)c, (float64x2_t)a, (float64x2_t)b);
}
#else
RL_INLINE Vec<float> MulAdd(Vec<float> a, Vec<float> b, Vec<float> c) { return a * b + c; }
RL_INLINE Vec<double> MulAdd(Vec<double> a, Vec<double> b, Vec<double> c) { return a * b + c; }
#endif

// a * b + c with one rounding on every target.
#if RIDGELINE_SIMD != 0
template <typename T>
RL_INLINE Vec<T> Fma(Vec<T> a, Vec<T> b, Vec<T> c) {
  return MulAdd(a, b, c);
}
#else
template <typename T>
RL_INLINE Vec<T> Fma(Vec<T> a, Vec<T> b, Vec<T> c) {
  Vec<T> r = {};
  for (int i = 0; i < kLanes<T>; i++) {
    r[i] = sizeof(T) == 4 ? static_cast<T>(__builtin_fmaf(a[i], b[i], c[i])) : static_cast<T>(__builtin_fma(a[i], b[i], c[i]));
  }
  return r;
}
#endif

template <typename T>
RL_INLINE VecI<T> SignBit() {
  return SetI<T>(static_cast<typename Simd<T>::Int>(static_cast<typename Simd<T>::Unsigned>(1) << (sizeof(T) * 8 - 1)));
}
template <typename T>
RL_INLINE Vec<T> Abs(Vec<T> x) {
  return (Vec<T>)((VecI<T>)x & ~SignBit<T>());
}
template <typename T>
RL_INLINE Vec<T> CopySign(Vec<T> magnitude, Vec<T> sign) {
  return (Vec<T>)(((VecI<T>)magnitude & ~SignBit<T>()) | ((VecI<T>)sign & SignBit<T>()));
}

#if RIDGELINE_SIMD == 2
RL_INLINE Vec<float> Sqrt(Vec<float> x) { return (Vec<float>)_mm512_sqrt_ps((__m512)x); }
RL_INLINE Vec<double> Sqrt(Vec<double> x) { return (Vec<double>)_mm512_sqrt_pd((__m512d)x); }
RL_INLINE Vec<float> Floor(Vec<float> x) { return (Vec<float>)_mm512_floor_ps((__m512)x); }
RL_INLINE Vec<double> Floor(Vec<double> x) { return (Vec<double>)_mm512_floor_pd((__m512d)x); }
#elif RIDGELINE_SIMD == 1
RL_INLINE Vec<float> Sqrt(Vec<float> x) { return (Vec<float>)_mm256_sqrt_ps((__m256)x); }
RL_INLINE Vec<double> Sqrt(Vec<double> x) { return (Vec<double>)_mm256_sqrt_pd((__m256d)x); }
RL_INLINE Vec<float> Floor(Vec<float> x) { return (Vec<float>)_mm256_floor_ps((__m256)x); }
RL_INLINE Vec<double> Floor(Vec<double> x) { return (Vec<double>)_mm256_floor_pd((__m256d)x); }
#else
#if RIDGELINE_SIMD == 3
RL_INLINE Vec<float> Sqrt(Vec<float> x) { return (Vec<float>)vsqrtq_f32((float32x4_t)x); }
RL_INLINE Vec<double> Sqrt(Vec<double> x) { return (Vec<double>)vsqrtq_f64((float64x2_t)x); }
#elif defined(__SSE2__)
RL_INLINE Vec<float> Sqrt(Vec<float> x) { return (Vec<float>)_mm_sqrt_ps((__m128)x); }
RL_INLINE Vec<double> Sqrt(Vec<double> x) { return (Vec<double>)_mm_sqrt_pd((__m128d)x); }
#else
RL_INLINE Vec<float> Sqrt(Vec<float> x) {
  return Vec<float>{__builtin_sqrtf(x[0]), __builtin_sqrtf(x[1]), __builtin_sqrtf(x[2]), __builtin_sqrtf(x[3])};
}
RL_INLINE Vec<double> Sqrt(Vec<double> x) { return Vec<double>{__builtin_sqrt(x[0]), __builtin_sqrt(x[1])}; }
#endif
template <typename T>
RL_INLINE Vec<T> FloorByMagic(Vec<T> x) {
  // Adding and taking away 2^mantissa rounds |x| to an integer; one is taken off where that went up.
  const Vec<T> big = Set<T>(static_cast<T>(static_cast<int64_t>(1) << Simd<T>::kMantissaBits));
  const Vec<T> rounded = CopySign<T>((Abs<T>(x) + big) - big, x);
  const Vec<T> down = CopySign<T>(rounded - Select<T>(rounded > x, Set<T>(1), Set<T>(0)), x);
  return Select<T>(Abs<T>(x) < big, down, x);
}
RL_INLINE Vec<float> Floor(Vec<float> x) { return FloorByMagic<float>(x); }
RL_INLINE Vec<double> Floor(Vec<double> x) { return FloorByMagic<double>(x); }
#endif

// The first n lanes set.
template <typename T>
RL_INLINE VecI<T> FirstLanes(int64_t n) {
  VecI<T> lane = {};
  for (int i = 0; i < kLanes<T>; i++) lane[i] = i;
  return lane < static_cast<typename Simd<T>::Int>(n);
}

// Whether any lane of a mask is set.
#if RIDGELINE_SIMD == 2
RL_INLINE bool AnyBits(__m512i m) { return _mm512_test_epi32_mask(m, m) != 0; }
#elif RIDGELINE_SIMD == 1
RL_INLINE bool AnyBits(__m256i m) { return !_mm256_testz_si256(m, m); }
#elif defined(__SSE2__)
RL_INLINE bool AnyBits(__m128i m) { return _mm_movemask_epi8(m) != 0; }
#else
typedef uint64_t RawBits __attribute__((vector_size(16)));
RL_INLINE bool AnyBits(RawBits m) { return (m[0] | m[1]) != 0; }
#endif
template <typename T>
RL_INLINE bool Any(VecI<T> mask) {
#if RIDGELINE_SIMD == 2
  return AnyBits((__m512i)mask);
#elif RIDGELINE_SIMD == 1
  return AnyBits((__m256i)mask);
#elif defined(__SSE2__)
  return AnyBits((__m128i)mask);
#else
  return AnyBits((RawBits)mask);
#endif
}

// Whether any lane of four vectors is NaN.
RL_INLINE bool AnyNaN(Vec<float> a, Vec<float> b, Vec<float> c, Vec<float> d) {
#if RIDGELINE_SIMD == 2
  return (_mm512_cmp_ps_mask((__m512)a, (__m512)b, _CMP_UNORD_Q) | _mm512_cmp_ps_mask((__m512)c, (__m512)d, _CMP_UNORD_Q)) != 0;
#else
  return Any<float>((a != a) | (b != b) | (c != c) | (d != d));
#endif
}

// The float lanes as two vectors of doubles, and back (one rounding).
typedef float HalfVec __attribute__((vector_size(kVectorBytes / 2)));
RL_INLINE void ToDouble(Vec<float> x, Vec<double>* low, Vec<double>* high) {
  HalfVec half[2];
  memcpy(half, &x, sizeof x);
  *low = __builtin_convertvector(half[0], Vec<double>);
  *high = __builtin_convertvector(half[1], Vec<double>);
}
RL_INLINE Vec<float> ToFloat(Vec<double> low, Vec<double> high) {
  const HalfVec half[2] = {__builtin_convertvector(low, HalfVec), __builtin_convertvector(high, HalfVec)};
  Vec<float> x;
  memcpy(&x, half, sizeof x);
  return x;
}

// a > b ? a : b and a < b ? a : b, as the instructions of x86 have it: a NaN in either gives b.
#if RIDGELINE_SIMD == 2
RL_INLINE Vec<float> Greater(Vec<float> a, Vec<float> b) { return (Vec<float>)_mm512_max_ps((__m512)a, (__m512)b); }
RL_INLINE Vec<double> Greater(Vec<double> a, Vec<double> b) { return (Vec<double>)_mm512_max_pd((__m512d)a, (__m512d)b); }
RL_INLINE Vec<float> Lesser(Vec<float> a, Vec<float> b) { return (Vec<float>)_mm512_min_ps((__m512)a, (__m512)b); }
RL_INLINE Vec<double> Lesser(Vec<double> a, Vec<double> b) { return (Vec<double>)_mm512_min_pd((__m512d)a, (__m512d)b); }
#elif RIDGELINE_SIMD == 1
RL_INLINE Vec<float> Greater(Vec<float> a, Vec<float> b) { return (Vec<float>)_mm256_max_ps((__m256)a, (__m256)b); }
RL_INLINE Vec<double> Greater(Vec<double> a, Vec<double> b) { return (Vec<double>)_mm256_max_pd((__m256d)a, (__m256d)b); }
RL_INLINE Vec<float> Lesser(Vec<float> a, Vec<float> b) { return (Vec<float>)_mm256_min_ps((__m256)a, (__m256)b); }
RL_INLINE Vec<double> Lesser(Vec<double> a, Vec<double> b) { return (Vec<double>)_mm256_min_pd((__m256d)a, (__m256d)b); }
#elif defined(__SSE2__)
RL_INLINE Vec<float> Greater(Vec<float> a, Vec<float> b) { return (Vec<float>)_mm_max_ps((__m128)a, (__m128)b); }
RL_INLINE Vec<double> Greater(Vec<double> a, Vec<double> b) { return (Vec<double>)_mm_max_pd((__m128d)a, (__m128d)b); }
RL_INLINE Vec<float> Lesser(Vec<float> a, Vec<float> b) { return (Vec<float>)_mm_min_ps((__m128)a, (__m128)b); }
RL_INLINE Vec<double> Lesser(Vec<double> a, Vec<double> b) { return (Vec<double>)_mm_min_pd((__m128d)a, (__m128d)b); }
#else
template <typename V>
RL_INLINE V Greater(V a, V b) {
  return a > b ? a : b;
}
template <typename V>
RL_INLINE V Lesser(V a, V b) {
  return a < b ? a : b;
}
#endif

// The larger and the smaller operand; a NaN in either gives NaN, a tie gives b.
template <typename T>
RL_INLINE Vec<T> Max(Vec<T> a, Vec<T> b) {
  return Select<T>(a == a, Greater(a, b), a);
}
template <typename T>
RL_INLINE Vec<T> Min(Vec<T> a, Vec<T> b) {
  return Select<T>(a == a, Lesser(a, b), a);
}
// max(low, x) and min(high, x) where only x can be NaN, which stays.
template <typename T>
RL_INLINE Vec<T> AtLeast(Vec<T> x, Vec<T> low) {
  return Greater(low, x);
}
template <typename T>
RL_INLINE Vec<T> AtMost(Vec<T> x, Vec<T> high) {
  return Lesser(high, x);
}

// Lanes are added in double: first the halves of a float vector, then lane by lane in halves.
RL_INLINE double SumLanes(Vec<double> v) {
  double lanes[kLanes<double>];
  memcpy(lanes, &v, sizeof v);
#pragma GCC unroll 3
  for (int half = kLanes<double> / 2; half > 0; half /= 2) {
#pragma GCC unroll 4
    for (int i = 0; i < half; i++) lanes[i] += lanes[i + half];
  }
  return lanes[0];
}
RL_INLINE double SumLanes(Vec<float> v) {
  Vec<double> low, high;
  ToDouble(v, &low, &high);
  return SumLanes(low + high);
}
// The largest lane; NaN if there is one.
template <typename T>
RL_INLINE T MaxLanes(Vec<T> v) {
#pragma GCC unroll 4
  for (int half = kLanes<T> / 2; half > 0; half /= 2) {
    VecI<T> turned = {};
    for (int i = 0; i < kLanes<T>; i++) turned[i] = (i + half) % kLanes<T>;
#if defined(__clang__)
    Vec<T> other = v;
    for (int i = 0; i < kLanes<T>; i++) other[i] = v[turned[i]];
    v = Max<T>(v, other);
#else
    v = Max<T>(v, __builtin_shuffle(v, turned));
#endif
  }
  return v[0];
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
