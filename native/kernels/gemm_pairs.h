// Products in bfloat16 where the processor has them (vdpbf16ps: two products added to a float32). Both operands are first copied as pairs
// of bfloat16 that are neighbours in k. A pair has the size of a float, so that schedule, packing and tiles are those of float32 over half
// as long a k; only the step of a tile differs (Accumulate in gemm_kernel.h).
#pragma once
#include <immintrin.h>
#include <string.h>

#include "gemm_schedule.h"

namespace ridgeline {
namespace NS {
namespace {

using gemm::CeilDiv;
using gemm::Max;
using gemm::Min;

inline __mmask16 Lanes(int64_t count) { return count >= 16 ? static_cast<__mmask16>(0xffff) : static_cast<__mmask16>((1u << count) - 1); }

struct PairCopy {
  const float* from;
  int64_t ld;
  int64_t k, others;  // numbers along k, and across
  bool along_k;       // a row of `from` runs along k
  float* to;          // [others, pairs] or [pairs, others]
  gemm::Split split;  // of the rows of `to`

  static void Task(void* arg, int64_t index, int32_t) {
    const PairCopy* c = static_cast<const PairCopy*>(arg);
    for (int64_t i = c->split.Begin(index); i < c->split.Begin(index + 1); ++i) {
      if (c->along_k) {
        c->PairsOfRow(i);
      } else {
        c->PairsOfTwoRows(i);
      }
    }
  }

  void PairsOfRow(int64_t i) const {
    const float* row = from + i * ld;
    const int64_t pairs = CeilDiv(k, int64_t{2});
    float* out = to + i * pairs;
    for (int64_t p = 0; p < k; p += 32) {
      const __m512 low = _mm512_maskz_loadu_ps(Lanes(k - p), row + p);
      const __m512 high = _mm512_maskz_loadu_ps(Lanes(Max(k - p - 16, int64_t{0})), row + p + 16);
      _mm512_mask_storeu_epi32(out + p / 2, Lanes(pairs - p / 2), (__m512i)_mm512_cvtne2ps_pbh(high, low));
    }
  }

  void PairsOfTwoRows(int64_t i) const {
    // Words 0 to 15 of the conversion are of the first row, 16 to 31 of the second: 0, 16, 1, 17, ...
    alignas(64) static const uint16_t kOrder[32] = {0, 16, 1, 17, 2,  18, 3,  19, 4,  20, 5,  21, 6,  22, 7,  23,
                                                    8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31};
    const __m512i order = _mm512_load_si512(kOrder);
    const float* first = from + 2 * i * ld;
    const bool two = 2 * i + 1 < k;
    float* out = to + i * others;
    for (int64_t j = 0; j < others; j += 16) {
      const __mmask16 lanes = Lanes(others - j);
      const __m512 low = _mm512_maskz_loadu_ps(lanes, first + j);
      const __m512 high = two ? _mm512_maskz_loadu_ps(lanes, first + ld + j) : _mm512_setzero_ps();
      _mm512_mask_storeu_epi32(out + j, lanes, _mm512_permutexvar_epi16(order, (__m512i)_mm512_cvtne2ps_pbh(high, low)));
    }
  }
};

inline const float* Pairs(const Parallel* parallel, int32_t slot, const void* from, int64_t ld, int64_t k, int64_t others, bool along_k) {
  const int64_t pairs = CeilDiv(k, int64_t{2}), rows = along_k ? others : pairs;
  float* to = static_cast<float*>(parallel->scratch(parallel->context, slot, static_cast<size_t>(pairs * others + 16) * sizeof(float)));
  if (to == nullptr) return nullptr;
  const int64_t parts = k * others < (1 << 16) ? 1 : Min(rows, Max(parallel->threads, 1));
  PairCopy copy = {static_cast<const float*>(from), ld, k, others, along_k, to, gemm::Split(rows, parts)};
  if (parts > 1) {
    parallel->run(parallel->context, parts, PairCopy::Task, &copy);
  } else {
    PairCopy::Task(&copy, 0, 0);
  }
  return to;
}

int GemmPairs(const GemmTask* task, const Parallel* parallel) {
  if (task->m <= 0 || task->n <= 0) return 0;
  if (task->k <= 0) return Avx512Kernels()->gemm_f32(task, parallel);
  GemmTask t = *task;
  t.k = CeilDiv(task->k, int64_t{2});
  t.lda = task->ta ? task->m : t.k;
  t.ldb = task->tb ? t.k : task->n;
  t.a = Pairs(parallel, parallel->threads + 1, task->a, task->lda, task->k, task->m, task->ta == 0);
  t.b = Pairs(parallel, parallel->threads + 2, task->b, task->ldb, task->k, task->n, task->tb != 0);
  if (t.a == nullptr || t.b == nullptr) return -1;
  return gemm::RunTiles<float>(&t, parallel);
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
