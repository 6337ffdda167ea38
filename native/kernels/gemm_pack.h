// Packing: copies a block of an operand into the order in which the micro-kernel reads it. After it, any transpose looks the
// same, loads are aligned and sequential, and B's last panel is padded to whole vectors.
#pragma once
#include "gemm_kernel.h"
#include "gemm_split.h"

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

// Perfect shuffles within pieces of P numbers: the first half of the pieces of a and b, taken in turn, and the second.
template <int P, class V, int... I>
inline void RifflePieces(V& a, V& b, Indices<I...>) {
  constexpr int L = sizeof...(I);
#if defined(__clang__) || __GNUC__ >= 12
  const V low = __builtin_shufflevector(a, b, (I % 2 * L + I / P * P + I % P / 2)...);
  const V high = __builtin_shufflevector(a, b, (I % 2 * L + I / P * P + P / 2 + I % P / 2)...);
#else
  const V low = {((I % 2 ? b : a)[I / P * P + I % P / 2])...};
  const V high = {((I % 2 ? b : a)[I / P * P + P / 2 + I % P / 2])...};
#endif
  a = low;
  b = high;
}

// P vectors as matrices of P x P, one to a piece: transposes each. log2(P) riffles of the first half of the vectors with the second.
template <int L, int P, class V>
inline void TransposePieces(V (&v)[P]) {
  RIDGELINE_UNROLL
  for (int s = 1; s < P; s *= 2) {
    V w[P];
    RIDGELINE_UNROLL
    for (int i = 0; i < P / 2; ++i) {
      w[2 * i] = v[i];
      w[2 * i + 1] = v[i + P / 2];
      RifflePieces<P>(w[2 * i], w[2 * i + 1], typename MakeIndices<L>::type());
    }
    RIDGELINE_UNROLL
    for (int i = 0; i < P; ++i) v[i] = w[i];
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

// Copies `tiles` neighbouring groups of H columns: [count, tiles * H] to one [count, H] after another. All of them while a row of x
// is at hand: a line of it spans two or more, and rows a power of two apart do not stay in the first cache for a second visit.
template <class T, int H>
void PackColumns(const T* x, int64_t ldx, int64_t count, int64_t tiles, T* out) {
  for (int64_t p = 0; p < count; ++p, x += ldx, out += H) {
    for (int64_t t = 0; t < tiles; ++t) memcpy(out + t * H * count, x + t * H, H * sizeof(T));
  }
}

// Perfect shuffles of the lanes of 2^n vectors, seen as one list: the first half and the second, taken in turn.
template <int N, class V, int... I>
inline void Riffle(V (&v)[N], Indices<I...>) {
  constexpr int L = sizeof...(I);
  V w[N];
  RIDGELINE_UNROLL
  for (int i = 0; i < N / 2; ++i) {
    const V a = v[i], b = v[i + N / 2];
#if defined(__clang__) || __GNUC__ >= 12
    w[2 * i] = __builtin_shufflevector(a, b, (I % 2 * L + I / 2)...);
    w[2 * i + 1] = __builtin_shufflevector(a, b, (I % 2 * L + L / 2 + I / 2)...);
#else
    w[2 * i] = V{(I % 2 ? b[I / 2] : a[I / 2])...};
    w[2 * i + 1] = V{(I % 2 ? b[L / 2 + I / 2] : a[L / 2 + I / 2])...};
#endif
  }
  RIDGELINE_UNROLL
  for (int i = 0; i < N; ++i) v[i] = w[i];
}

// Copies the transpose of x [H, count] to [count, H] where H is half a vector. A number's place in H vectors is the bits of its row,
// then those of its column; each riffle moves the first bit to the end, so that log2(H) of them make it column, then row.
template <class T, int H>
void PackHalfTransposed(const T* x, int64_t ldx, int64_t count, T* out) {
  using S = Simd<T>;
  constexpr int L = S::kLanes;
  static_assert(2 * H == L && (H & (H - 1)) == 0, "");
  for (int64_t p = 0; p < count; p += L) {
    const int64_t steps = count - p < L ? count - p : L;
    typename S::V v[H];
    RIDGELINE_UNROLL
    for (int i = 0; i < H; ++i) v[i] = steps == L ? S::Load(x + i * ldx + p) : S::LoadPartial(x + i * ldx + p, steps);
    RIDGELINE_UNROLL
    for (int i = 1; i < H; i *= 2) Riffle<H>(v, typename MakeIndices<L>::type());
    RIDGELINE_UNROLL
    for (int i = 0; i < H; ++i) {
      if (2 * i < steps) S::Store(out + (p + 2 * i) * H, v[i]);
    }
  }
}

// Copies the transpose: x is [width, count] and out is [count, out_width]. Columns beyond `width` up to a whole vector are
// filled with copies of the last one where out_width has room for them; no result is made from them. A vector's worth of rows of x
// at a time: more of them, a power of two apart, would push each other out of the first cache before a line is used up.
template <class T>
void PackTransposed(const T* x, int64_t ldx, int64_t count, int64_t width, T* out, int64_t out_width) {
  using S = Simd<T>;
  using V = typename S::V;
  constexpr int L = S::kLanes, P = sizeof(Piece<T>) / sizeof(T);
  for (int64_t j = 0; j < width; j += L) {
    const int64_t columns = width - j < L ? width - j : L;
    // A second group of columns must not run over: the first one of the next row is there already.
    const bool exact = j > 0 && out_width - j < L;
    const T* from = x + j * ldx;
    for (int64_t p = 0; p < count; p += P) {
      const int64_t steps = count - p < P ? count - p : P;
      V v[P];
      if (steps == P && columns == L) {
        RIDGELINE_UNROLL
        for (int i = 0; i < P; ++i) {
          v[i] = S::Join([row = from + p + i * ldx, far = P * ldx](int l) {
            Piece<T> q;
            memcpy(&q, row + l * far, sizeof q);
            return q;
          });
        }
      } else {
        RIDGELINE_UNROLL
        for (int i = 0; i < P; ++i) {
          v[i] = S::Join([&](int l) { return S::LoadPiece(from + p + (P * l + i < columns ? P * l + i : columns - 1) * ldx, steps); });
        }
      }
      TransposePieces<L, P>(v);
      T* to = out + p * out_width + j;
      RIDGELINE_UNROLL
      for (int i = 0; i < P; ++i) {
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

// Row tiles [r0, r1) of op(A) for `steps` of k, one after another, each [steps, height]. a is the first number of the first tile;
// `transposed` says that A is stored [k, m].
template <class T>
void PackTiles(const T* a, int64_t lda, bool transposed, const Split& rows, int64_t r0, int64_t r1, int64_t steps, T* out) {
  using S = Simd<T>;
  const int64_t i0 = rows.Begin(r0);
  for (int64_t r = r0, count = 1; r < r1; r += count) {
    const int64_t i = rows.Begin(r), height = rows.Begin(r + 1) - i;
    const T* from = a + (transposed ? i - i0 : (i - i0) * lda);
    count = 1;
    if (transposed && height == S::kRows) {
      // Four tiles are whole lines of A, and as many streams as fit in a set of the cache. The tiles of full height come first.
      count = Min(4, r1 - r);
      while (rows.Begin(r + count) - i < count * height) --count;
      PackColumns<T, S::kRows>(from, lda, steps, count, out);
    } else if (transposed) {
      PackRows(from, lda, steps, height, out, height);
    } else if (2 * height == S::kLanes) {
      PackHalfTransposed<T, S::kLanes / 2>(from, lda, steps, out);
    } else {
      PackTransposed(from, lda, steps, height, out, height);
    }
    out += count * height * steps;
  }
}

}  // namespace gemm
}  // namespace
}  // namespace NS
}  // namespace ridgeline
