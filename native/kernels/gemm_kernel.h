// The micro-kernel: a tile of C held in registers while k runs, and the vector types it is made of, per instruction set.
//
// Tile shapes. R rows times N vectors are R * N accumulators; a step of k loads N vectors of B and broadcasts R numbers of A.
//   AVX-512  8 x 3 vectors (f32 8x48, f64 8x24): 24 accumulators, 3 of B and a broadcast fit in 32 registers. An FMA takes 4
//            cycles and at most two start per cycle, so 8 accumulators already hide it; 24 is for loads: 11 per 24 FMAs.
//   AVX2     6 x 2 vectors (f32 6x16, f64 6x8): 12 + 2 + 1 of 16 registers, 8 loads per 12 FMAs (two of each per cycle).
//   NEON     8 x 3 (f32 8x12), 6 x 4 (f64 6x8): 24 accumulators of 32 registers.
//   128-bit  4 x 2 (f32 4x8, f64 4x4): 8 accumulators; mul and add need two more of the 16 registers.
// A tile of fewer rows or vectors is its own instantiation, so an edge does not pay for what it does not use.
//
// Every path that walks k in a tile performs, for each element of C and each block of k, the same chain of fused multiply-adds
// from zero in ascending k: neither tile shape nor packing changes a bit.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#if defined(__clang__)
#define RIDGELINE_UNROLL _Pragma("unroll")
#define RIDGELINE_UNROLL4 _Pragma("unroll 4")
#else
#define RIDGELINE_UNROLL _Pragma("GCC unroll 32")
#define RIDGELINE_UNROLL4 _Pragma("GCC unroll 4")
#endif

namespace ridgeline {
namespace NS {
namespace {
namespace gemm {

// kDepth is KC, the length of a block of k. It decides where partial sums are added, hence bits: it belongs to the instruction
// set. Every block reads and writes C once more and starts and ends every tile once more, which is one part in KC / 4; a block of A
// (kBlockRows, MC) and a panel of B must stay in the second cache: 160 * 512 * 4 bytes and 48 * 512 * 4 in 512 KiB for AVX-512.
template <class T>
struct Simd;

// 128 bits: a part of a vector within which every instruction set moves numbers about at its full rate.
template <class T>
using Piece __attribute__((vector_size(16))) = T;

#if defined(__AVX512F__)
template <>
struct Simd<float> {
  typedef float V __attribute__((vector_size(64)));
  static constexpr int kLanes = 16, kRows = 8, kVectors = 3;
  static constexpr int64_t kDepth = 512, kBlockRows = 160;
  static V Load(const float* p) { return (V)_mm512_loadu_ps(p); }
  static void Store(float* p, V v) { _mm512_storeu_ps(p, (__m512)v); }
  static V LoadPartial(const float* p, int64_t count) { return (V)_mm512_maskz_loadu_ps((__mmask16)((1u << count) - 1), p); }
  static void StorePartial(float* p, V v, int64_t count) { _mm512_mask_storeu_ps(p, (__mmask16)((1u << count) - 1), (__m512)v); }
  static V Broadcast(float x) { return (V)_mm512_set1_ps(x); }
  static V Fma(V a, V b, V c) { return (V)_mm512_fmadd_ps((__m512)a, (__m512)b, (__m512)c); }
  static Piece<float> LoadPiece(const float* p, int64_t count) {
    return (Piece<float>)_mm_maskz_loadu_ps((__mmask8)((1u << count) - 1), p);
  }
  template <class F>
  static V Join(F piece) {
    __m512 v = _mm512_castps128_ps512((__m128)piece(0));
    v = _mm512_mask_broadcast_f32x4(v, 0x00f0, (__m128)piece(1));
    v = _mm512_mask_broadcast_f32x4(v, 0x0f00, (__m128)piece(2));
    return (V)_mm512_mask_broadcast_f32x4(v, 0xf000, (__m128)piece(3));
  }
};
template <>
struct Simd<double> {
  typedef double V __attribute__((vector_size(64)));
  static constexpr int kLanes = 8, kRows = 8, kVectors = 3;
  static constexpr int64_t kDepth = 256, kBlockRows = 128;
  static V Load(const double* p) { return (V)_mm512_loadu_pd(p); }
  static void Store(double* p, V v) { _mm512_storeu_pd(p, (__m512d)v); }
  static V LoadPartial(const double* p, int64_t count) { return (V)_mm512_maskz_loadu_pd((__mmask8)((1u << count) - 1), p); }
  static void StorePartial(double* p, V v, int64_t count) { _mm512_mask_storeu_pd(p, (__mmask8)((1u << count) - 1), (__m512d)v); }
  static V Broadcast(double x) { return (V)_mm512_set1_pd(x); }
  static V Fma(V a, V b, V c) { return (V)_mm512_fmadd_pd((__m512d)a, (__m512d)b, (__m512d)c); }
  static Piece<double> LoadPiece(const double* p, int64_t count) {
    return (Piece<double>)_mm_maskz_loadu_pd((__mmask8)((1u << count) - 1), p);
  }
  template <class F>
  static V Join(F piece) {
    __m512d v = _mm512_castpd128_pd512((__m128d)piece(0));
    v = _mm512_mask_broadcast_f64x2(v, 0x0c, (__m128d)piece(1));
    v = _mm512_mask_broadcast_f64x2(v, 0x30, (__m128d)piece(2));
    return (V)_mm512_mask_broadcast_f64x2(v, 0xc0, (__m128d)piece(3));
  }
};
// Vectors of half the size, for a last partial vector that fits: where a whole one keeps the multiplier busy twice as long (Zen 4).
template <class T>
struct HalfSimd;
template <>
struct HalfSimd<float> {
  typedef float V __attribute__((vector_size(32)));
  static constexpr int kLanes = 8, kRows = 8, kVectors = 1;
  static V Load(const float* p) { return (V)_mm256_loadu_ps(p); }
  static void Store(float* p, V v) { _mm256_storeu_ps(p, (__m256)v); }
  static V LoadPartial(const float* p, int64_t count) { return (V)_mm256_maskz_loadu_ps((__mmask8)((1u << count) - 1), p); }
  static void StorePartial(float* p, V v, int64_t count) { _mm256_mask_storeu_ps(p, (__mmask8)((1u << count) - 1), (__m256)v); }
  static V Broadcast(float x) { return (V)_mm256_set1_ps(x); }
  static V Fma(V a, V b, V c) { return (V)_mm256_fmadd_ps((__m256)a, (__m256)b, (__m256)c); }
};
template <>
struct HalfSimd<double> {
  typedef double V __attribute__((vector_size(32)));
  static constexpr int kLanes = 4, kRows = 8, kVectors = 1;
  static V Load(const double* p) { return (V)_mm256_loadu_pd(p); }
  static void Store(double* p, V v) { _mm256_storeu_pd(p, (__m256d)v); }
  static V LoadPartial(const double* p, int64_t count) { return (V)_mm256_maskz_loadu_pd((__mmask8)((1u << count) - 1), p); }
  static void StorePartial(double* p, V v, int64_t count) { _mm256_mask_storeu_pd(p, (__mmask8)((1u << count) - 1), (__m256d)v); }
  static V Broadcast(double x) { return (V)_mm256_set1_pd(x); }
  static V Fma(V a, V b, V c) { return (V)_mm256_fmadd_pd((__m256d)a, (__m256d)b, (__m256d)c); }
};
#elif defined(__AVX2__) && defined(__FMA__)
// Sliding window: kMask8 + 8 - count is a mask of `count` leading lanes.
constexpr int32_t kMask8[16] = {-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0};
constexpr int64_t kMask4[8] = {-1, -1, -1, -1, 0, 0, 0, 0};

template <>
struct Simd<float> {
  typedef float V __attribute__((vector_size(32)));
  static constexpr int kLanes = 8, kRows = 6, kVectors = 2;
  static constexpr int64_t kDepth = 256, kBlockRows = 192;
  static V Load(const float* p) { return (V)_mm256_loadu_ps(p); }
  static void Store(float* p, V v) { _mm256_storeu_ps(p, (__m256)v); }
  static V LoadPartial(const float* p, int64_t count) {
    return (V)_mm256_maskload_ps(p, _mm256_loadu_si256(reinterpret_cast<const __m256i*>(kMask8 + 8 - count)));
  }
  // Not vmaskmovps: as a store it is microcode on AMD.
  static void StorePartial(float* p, V v, int64_t count) {
    __m128 x = _mm256_castps256_ps128((__m256)v);
    if (count & 4) {
      _mm_storeu_ps(p, x);
      x = _mm256_extractf128_ps((__m256)v, 1);
      p += 4;
    }
    if (count & 2) {
      _mm_storel_pi(reinterpret_cast<__m64*>(p), x);
      x = _mm_movehl_ps(x, x);
      p += 2;
    }
    if (count & 1) _mm_store_ss(p, x);
  }
  static V Broadcast(float x) { return (V)_mm256_set1_ps(x); }
  static V Fma(V a, V b, V c) { return (V)_mm256_fmadd_ps((__m256)a, (__m256)b, (__m256)c); }
  static Piece<float> LoadPiece(const float* p, int64_t count) {
    return (Piece<float>)_mm_maskload_ps(p, _mm_loadu_si128(reinterpret_cast<const __m128i*>(kMask8 + 8 - count)));
  }
  template <class F>
  static V Join(F piece) {
    return (V)_mm256_insertf128_ps(_mm256_castps128_ps256((__m128)piece(0)), (__m128)piece(1), 1);
  }
};
template <>
struct Simd<double> {
  typedef double V __attribute__((vector_size(32)));
  static constexpr int kLanes = 4, kRows = 6, kVectors = 2;
  static constexpr int64_t kDepth = 256, kBlockRows = 96;
  static V Load(const double* p) { return (V)_mm256_loadu_pd(p); }
  static void Store(double* p, V v) { _mm256_storeu_pd(p, (__m256d)v); }
  static V LoadPartial(const double* p, int64_t count) {
    return (V)_mm256_maskload_pd(p, _mm256_loadu_si256(reinterpret_cast<const __m256i*>(kMask4 + 4 - count)));
  }
  static void StorePartial(double* p, V v, int64_t count) {
    __m128d x = _mm256_castpd256_pd128((__m256d)v);
    if (count & 2) {
      _mm_storeu_pd(p, x);
      x = _mm256_extractf128_pd((__m256d)v, 1);
      p += 2;
    }
    if (count & 1) _mm_store_sd(p, x);
  }
  static V Broadcast(double x) { return (V)_mm256_set1_pd(x); }
  static V Fma(V a, V b, V c) { return (V)_mm256_fmadd_pd((__m256d)a, (__m256d)b, (__m256d)c); }
  static Piece<double> LoadPiece(const double* p, int64_t count) {
    return (Piece<double>)_mm_maskload_pd(p, _mm_loadu_si128(reinterpret_cast<const __m128i*>(kMask4 + 4 - count)));
  }
  template <class F>
  static V Join(F piece) {
    return (V)_mm256_insertf128_pd(_mm256_castpd128_pd256((__m128d)piece(0)), (__m128d)piece(1), 1);
  }
};
#else
// 128 bits: SSE2 (multiply, then add: two roundings), or NEON.
template <class T>
struct Simd128 {
  typedef T V __attribute__((vector_size(16)));
  static constexpr int kLanes = 16 / sizeof(T);
  static V Load(const T* p) {
    V v;
    memcpy(&v, p, sizeof v);
    return v;
  }
  static void Store(T* p, V v) { memcpy(p, &v, sizeof v); }
  static V LoadPartial(const T* p, int64_t count) {
    V v = {};
    for (int64_t i = 0; i < count; ++i) v[i] = p[i];
    return v;
  }
  static void StorePartial(T* p, V v, int64_t count) {
    for (int64_t i = 0; i < count; ++i) p[i] = v[i];
  }
  static V Broadcast(T x) { return x - V{}; }
  static Piece<T> LoadPiece(const T* p, int64_t count) { return LoadPartial(p, count); }
  template <class F>
  static V Join(F piece) {
    return piece(0);
  }
#if !defined(__aarch64__)
  static V Fma(V a, V b, V c) { return a * b + c; }
#endif
};
#if defined(__aarch64__)
template <>
struct Simd<float> : Simd128<float> {
  static constexpr int kRows = 8, kVectors = 3;
  static constexpr int64_t kDepth = 256, kBlockRows = 160;
  static V Fma(V a, V b, V c) { return (V)vfmaq_f32((float32x4_t)c, (float32x4_t)a, (float32x4_t)b); }
};
template <>
struct Simd<double> : Simd128<double> {
  static constexpr int kRows = 6, kVectors = 4;
  static constexpr int64_t kDepth = 256, kBlockRows = 96;
  static V Fma(V a, V b, V c) { return (V)vfmaq_f64((float64x2_t)c, (float64x2_t)a, (float64x2_t)b); }
};
#else
template <>
struct Simd<float> : Simd128<float> {
  static constexpr int kRows = 4, kVectors = 2;
  static constexpr int64_t kDepth = 256, kBlockRows = 160;
};
template <>
struct Simd<double> : Simd128<double> {
  static constexpr int kRows = 4, kVectors = 2;
  static constexpr int64_t kDepth = 256, kBlockRows = 96;
};
#endif
#endif

// Up to how many lanes a last partial vector has a kernel of its own.
#if defined(__AVX512F__)
template <class T>
constexpr int kHalfLanes = HalfSimd<T>::kLanes;
#else
template <class T>
struct HalfSimd : Simd<T> {};
template <class T>
constexpr int kHalfLanes = 0;
#endif

// One step of k. Where the build multiplies bfloat16 (gemm_pairs.h), a float stands for two of them, which are neighbours in k.
template <class S>
inline __attribute__((always_inline)) typename S::V Accumulate(typename S::V a, typename S::V b, typename S::V sum) {
#if defined(RIDGELINE_PAIRS)
  if constexpr (sizeof(sum) == 64) {
    return (typename S::V)_mm512_dpbf16_ps((__m512)sum, (__m512bh)a, (__m512bh)b);
  } else {
    return (typename S::V)_mm256_dpbf16_ps((__m256)sum, (__m256bh)a, (__m256bh)b);
  }
#else
  return S::Fma(a, b, sum);
#endif
}

// What a tile needs besides its shape. A is read at a[i * a_row + p * a_step], one of the two strides being 1 (see TileFn);
// B at b[p * b_step + j], whole vectors: a partial one must be padded, which packing does. The last vector of C has `tail` lanes.
template <class T>
struct TileArgs {
  const T* a;
  int64_t a_stride;
  const T* b;
  int64_t b_step;
  int64_t k;
  T* c;
  int64_t ldc;
  T alpha, beta;
  int64_t tail;
  // What is read of B next, [ask_rows, ask_width] at ask_stride from row to row: a full tile asks memory for it.
  const T* ask;
  int64_t ask_stride, ask_rows, ask_width;
};

template <class T>
using TileFn = void (*)(const TileArgs<T>& t);

// kAlongK: A's numbers are contiguous in k and a_stride is between rows; otherwise contiguous over the rows of the tile (packed
// A, or a transposed operand) and a_stride is between steps of k.
template <class T, class S, int R, int N, bool kAlongK>
void Tile(const TileArgs<T>& t) {
  using V = typename S::V;
  V acc[R][N] = {};
  const T* a = t.a;
  const T* b = t.b;
  const int64_t a_stride = t.a_stride;
  const int64_t b_step = t.b_step;
  const auto step = [&] {
    V bv[N];
    RIDGELINE_UNROLL
    for (int j = 0; j < N; ++j) bv[j] = S::Load(b + j * S::kLanes);
    RIDGELINE_UNROLL
    for (int i = 0; i < R; ++i) {
      const V av = S::Broadcast(kAlongK ? a[i * a_stride] : a[i]);
      RIDGELINE_UNROLL
      for (int j = 0; j < N; ++j) acc[i][j] = Accumulate<S>(av, bv[j], acc[i][j]);
    }
    a += kAlongK ? 1 : a_stride;
    b += b_step;
  };
  // The tile of C is needed only at the end: ask for it before, if the end is far. A line at a time, and into the second cache: the first
  // one waits for some two dozen lines at once, and while it waits for as many of C, which may be in memory, none of B comes from the
  // second.
  constexpr int kLine = 64 / static_cast<int>(sizeof(T));
  int64_t p = 0;
  if (t.k >= 4 * R * N) {
    const T* c = t.c;
    for (int i = 0; i < R; ++i, c += t.ldc) {
      for (int j = 0; j < N * S::kLanes; j += kLine, p += 4) {
        __builtin_prefetch(c + j, 1, 2);
        RIDGELINE_UNROLL4
        for (int s = 0; s < 4; ++s) step();
      }
    }
  }
  // Into the second cache, from where it falls into the third if there is too much of it.
  if constexpr (R == S::kRows && N == S::kVectors) {
    const T* row = t.ask;
    for (int64_t i = 0; i < t.ask_rows; ++i, row += t.ask_stride) {
      for (int64_t j = 0; j < t.ask_width && p + 2 <= t.k; j += kLine, p += 2) {
        __builtin_prefetch(row + j, 0, 2);
        step();
        step();
      }
    }
  }
  // Only the full tile is worth the code that unrolling k makes; all of them unrolled are three times as much.
  if constexpr (R == S::kRows && N == S::kVectors) {
    RIDGELINE_UNROLL4
    for (; p < t.k; ++p) step();
  } else {
    for (; p < t.k; ++p) step();
  }
  const bool whole = t.tail == S::kLanes;
  // Nearly every product; where k is short, multiplying by 1 is a tenth of it.
  if (t.alpha == T(1) && t.beta == T(0)) {
    RIDGELINE_UNROLL
    for (int i = 0; i < R; ++i) {
      T* c = t.c + i * t.ldc;
      RIDGELINE_UNROLL
      for (int j = 0; j < N; ++j) {
        if (j < N - 1 || whole) {
          S::Store(c + j * S::kLanes, acc[i][j]);
        } else {
          S::StorePartial(c + j * S::kLanes, acc[i][j], t.tail);
        }
      }
    }
    return;
  }
  const V alpha = S::Broadcast(t.alpha);
  const V beta = S::Broadcast(t.beta);
  const bool reads = t.beta != T(0);
  RIDGELINE_UNROLL
  for (int i = 0; i < R; ++i) {
    T* c = t.c + i * t.ldc;
    RIDGELINE_UNROLL
    for (int j = 0; j < N; ++j) {
      T* cj = c + j * S::kLanes;
      if (j < N - 1 || whole) {
        S::Store(cj, reads ? S::Fma(alpha, acc[i][j], beta * S::Load(cj)) : alpha * acc[i][j]);
      } else {
        S::StorePartial(cj, reads ? S::Fma(alpha, acc[i][j], beta * S::LoadPartial(cj, t.tail)) : alpha * acc[i][j], t.tail);
      }
    }
  }
}

template <int... I>
struct Indices {};
template <int N, int... I>
struct MakeIndices : MakeIndices<N - 1, N - 1, I...> {};
template <int... I>
struct MakeIndices<0, I...> {
  using type = Indices<I...>;
};

// Vectors in the widest tile of `rows` rows. Tiles of few rows may be wider, while they fit the accumulators of the full one: it
// takes more vectors to hide the latency of the FMA, and where B is not packed longer runs of its rows suit the prefetchers.
template <class T>
constexpr int64_t WidestTile(int64_t rows) {
  constexpr int N = Simd<T>::kVectors;
  const int64_t fit = Simd<T>::kRows * N / rows, most = rows == 1 ? 4 * N : 2 * N;
  return fit < most ? fit : most;
}

template <class T, bool kAlongK, int R, int N>
constexpr TileFn<T> TileOrNull() {
  if constexpr (N <= WidestTile<T>(R)) {
    return &Tile<T, Simd<T>, R, N, kAlongK>;
  } else {
    return nullptr;
  }
}

template <class T, bool kAlongK, class I>
struct TileTable;
template <class T, bool kAlongK, int... I>
struct TileTable<T, kAlongK, Indices<I...>> {
  static constexpr TileFn<T> fns[] = {TileOrNull<T, kAlongK, I / WidestTile<T>(1) + 1, I % WidestTile<T>(1) + 1>()...};
};

template <class T, bool kAlongK, class I>
struct HalfTable;
template <class T, bool kAlongK, int... I>
struct HalfTable<T, kAlongK, Indices<I...>> {
  static constexpr TileFn<T> fns[] = {&Tile<T, HalfSimd<T>, I + 1, 1, kAlongK>...};
};

// The kernel for `rows` x `vectors`, `tail` lanes in the last of them.
template <class T>
TileFn<T> FindTile(bool along_k, int64_t rows, int64_t vectors, int64_t tail) {
  if constexpr (kHalfLanes<T> != 0) {
    if (vectors == 1 && tail <= kHalfLanes<T>) {
      using H = typename MakeIndices<Simd<T>::kRows>::type;
      return along_k ? HalfTable<T, true, H>::fns[rows - 1] : HalfTable<T, false, H>::fns[rows - 1];
    }
  }
  using I = typename MakeIndices<Simd<T>::kRows * WidestTile<T>(1)>::type;
  const int64_t at = (rows - 1) * WidestTile<T>(1) + vectors - 1;
  return along_k ? TileTable<T, true, I>::fns[at] : TileTable<T, false, I>::fns[at];
}

}  // namespace gemm
}  // namespace
}  // namespace NS
}  // namespace ridgeline
