// Products in bfloat16 where the processor has them (vdpbf16ps: two products added to a float32). A step of k is a pair of bfloat16 that
// are neighbours in k: the size of a float, so that schedule and tiles are those of float32 over half as long a k, and only the step of a
// tile differs (Accumulate in gemm_kernel.h). Numbers are rounded while they are packed, so that both operands always are.
//
// A step takes half as long as two of float32 while its operands come from memory as before: what is packed next is asked for, into the
// second cache, while a block is packed.
#pragma once
#include <immintrin.h>
#include <string.h>

#include "gemm_schedule.h"

namespace ridgeline {
namespace NS {
namespace {
namespace gemm {

struct AsPairs {
  static constexpr int64_t kPerStep = 2;
  static constexpr bool kAlwaysPacked = true;
  // Numbers of a row, along k, that are rounded at a time.
  static constexpr int64_t kAlong = 128;
  static constexpr int64_t kWidest = 48;
  // How far down the rows are that are asked for.
  static constexpr int64_t kRowsAhead = 16;

  // What a number of an operand costs to pack, in cycles per step: memory as much as arithmetic, whichever way it lies.
  static double CostOfA(bool) { return 0.5; }
  static double CostOfB(bool) { return 0.5; }

  // The first `count` of sixteen numbers, zeros after them.
  static __m512 Load(const float* x, int64_t count) {
    if (count >= 16) return _mm512_loadu_ps(x);
    return count > 0 ? _mm512_maskz_loadu_ps(static_cast<__mmask16>((1u << count) - 1), x) : _mm512_setzero_ps();
  }
  static void Ask(const float* x) { __builtin_prefetch(x, 0, 2); }

  // Rows of x [count, k], k at most kAlong, as pairs along k, kAlong / 2 from row to row.
  static void RoundRows(const float* x, int64_t ldx, int64_t count, int64_t k, float* out) {
    for (int64_t i = 0; i < count; ++i, x += ldx, out += kAlong / 2) {
      for (int64_t p = 0; p < k; p += 32) {
        Ask(x + kAlong + p);
        Ask(x + kAlong + p + 16);
        const __m512 low = Load(x + p, k - p), high = Load(x + p + 16, k - p - 16);
        _mm512_storeu_ps(out + p / 2, (__m512)_mm512_cvtne2ps_pbh(high, low));
      }
    }
  }

  // Sixteen numbers of two rows as pairs.
  static __m512 Interleave(__m512 first, __m512 second) {
    // Words 0 to 15 of the conversion are of the first row, 16 to 31 of the second: 0, 16, 1, 17, ...
    alignas(64) static const uint16_t kOrder[32] = {0, 16, 1, 17, 2,  18, 3,  19, 4,  20, 5,  21, 6,  22, 7,  23,
                                                    8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31};
    return (__m512)_mm512_permutexvar_epi16(_mm512_load_si512(kOrder), (__m512i)_mm512_cvtne2ps_pbh(second, first));
  }

  // The functions of gemm_pack.h: k counts numbers, and `out` has a row for two of them.

  static void Rows(const float* x, int64_t ldx, int64_t k, int64_t width, float* out, int64_t out_width) {
    for (int64_t p = 0; p < k; p += 2, x += 2 * ldx, out += out_width) {
      const bool two = p + 1 < k;
      const float* next = x + kRowsAhead * ldx;
      for (int64_t j = 0; j < width; j += 16) {
        Ask(next + j);
        Ask(next + ldx + j);
        const __m512 first = Load(x + j, width - j), second = Load(x + ldx + j, two ? width - j : 0);
        _mm512_storeu_ps(out + j, Interleave(first, second));
      }
    }
  }

  static void Transposed(const float* x, int64_t ldx, int64_t k, int64_t width, float* out, int64_t out_width) {
    alignas(64) float block[kWidest * kAlong / 2];
    for (int64_t p = 0; p < k; p += kAlong) {
      const int64_t count = Min(kAlong, k - p);
      RoundRows(x + p, ldx, width, count, block);
      PackTransposed(block, kAlong / 2, CeilDiv(count, kPerStep), width, out + p / 2 * out_width, out_width);
    }
  }

  static void Tiles(const float* a, int64_t lda, bool transposed, const Split& rows, int64_t r0, int64_t r1, int64_t k, float* out) {
    const int64_t i0 = rows.Begin(r0), steps = CeilDiv(k, kPerStep);
    for (int64_t r = r0, count = 1; r < r1; r += count) {
      const int64_t i = rows.Begin(r), height = rows.Begin(r + 1) - i;
      const float* from = a + (transposed ? i - i0 : (i - i0) * lda);
      count = 1;
      if (transposed && height == 8) {
        // As in PackTiles: four tiles are two lines of each row.
        count = Min(4, r1 - r);
        while (rows.Begin(r + count) - i < count * height) --count;
        Columns(from, lda, k, count, out);
      } else if (transposed) {
        Rows(from, lda, k, height, out, height);
      } else if (height == 8) {
        alignas(64) float block[8 * kAlong / 2];
        for (int64_t p = 0; p < k; p += kAlong) {
          const int64_t numbers = Min(kAlong, k - p);
          RoundRows(from + p, lda, height, numbers, block);
          PackHalfTransposed<float, 8>(block, kAlong / 2, CeilDiv(numbers, kPerStep), out + p / 2 * height);
        }
      } else {
        Transposed(from, lda, k, height, out, height);
      }
      out += count * height * steps;
    }
  }

  // `tiles` neighbouring groups of 8 columns of x [k, 8 * tiles], one [steps, 8] after another.
  static void Columns(const float* x, int64_t ldx, int64_t k, int64_t tiles, float* out) {
    const int64_t width = 8 * tiles, tile = 8 * CeilDiv(k, kPerStep);
    for (int64_t p = 0; p < k; p += 2, x += 2 * ldx, out += 8) {
      const bool two = p + 1 < k;
      for (int64_t j = 0; j < width; j += 16) {
        Ask(x + width + j);
        Ask(x + ldx + width + j);
        const __m512 first = Load(x + j, width - j), second = Load(x + ldx + j, two ? width - j : 0);
        const __m512 pairs = Interleave(first, second);
        float* to = out + j / 8 * tile;
        _mm256_storeu_ps(to, _mm512_castps512_ps256(pairs));
        if (width - j > 8) _mm256_storeu_ps(to + tile, _mm512_extractf32x8_ps(pairs, 1));
      }
    }
  }
};

}  // namespace gemm

int GemmPairs(const GemmTask* task, const Parallel* parallel) {
  if (task->m <= 0 || task->n <= 0) return 0;
  if (task->k <= 0) return Avx512Kernels()->gemm_f32(task, parallel);
  return gemm::RunTiles<float, gemm::AsPairs>(task, parallel);
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
