// Products of float32 matrices whose numbers are first rounded to bfloat16, added up in float32.
//
// Here by rounding copies of the operands and multiplying those in float32, which every processor can: a product of two bfloat16 is exact
// in float32. Where the processor multiplies bfloat16 itself, gemm_pairs.h takes the place of this.
#pragma once
#include <string.h>

#include "gemm.h"

namespace ridgeline {
namespace NS {
namespace {

// To the nearest, ties to even; NaN stays NaN.
inline float RoundToBf16(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof(bits));
  const uint32_t rounded = (bits + 0x7fff + (bits >> 16 & 1)) & 0xffff0000u;
  const uint32_t quiet = (bits | 0x400000u) & 0xffff0000u;
  bits = (bits & 0x7fffffffu) > 0x7f800000u ? quiet : rounded;
  memcpy(&x, &bits, sizeof(x));
  return x;
}

// Rows of a matrix, rounded, one after another.
struct RoundedRows {
  const float* from;
  int64_t ld, rows, columns;
  float* to;
  gemm::Split split;

  static void Task(void* arg, int64_t index, int32_t) {
    const RoundedRows* r = static_cast<const RoundedRows*>(arg);
    for (int64_t i = r->split.Begin(index); i < r->split.Begin(index + 1); ++i) {
      const float* from = r->from + i * r->ld;
      float* to = r->to + i * r->columns;
      for (int64_t j = 0; j < r->columns; ++j) to[j] = RoundToBf16(from[j]);
    }
  }
};

inline const float* Rounded(const Parallel* parallel, int32_t slot, const void* from, int64_t ld, int64_t rows, int64_t columns) {
  float* to = static_cast<float*>(parallel->scratch(parallel->context, slot, static_cast<size_t>(rows * columns) * sizeof(float)));
  if (to == nullptr) return nullptr;
  const int64_t parts = rows * columns < (1 << 15) ? 1 : gemm::Min(rows, gemm::Max(parallel->threads, 1));
  RoundedRows r = {static_cast<const float*>(from), ld, rows, columns, to, gemm::Split(rows, parts)};
  if (parts > 1) {
    parallel->run(parallel->context, parts, RoundedRows::Task, &r);
  } else {
    RoundedRows::Task(&r, 0, 0);
  }
  return to;
}

int GemmBf16(const GemmTask* task, const Parallel* parallel) {
  GemmTask t = *task;
  if (task->m > 0 && task->n > 0 && task->k > 0) {
    t.lda = task->ta ? task->m : task->k;
    t.ldb = task->tb ? task->k : task->n;
    t.a = Rounded(parallel, parallel->threads + 1, task->a, task->lda, task->ta ? task->k : task->m, t.lda);
    t.b = Rounded(parallel, parallel->threads + 2, task->b, task->ldb, task->tb ? task->n : task->k, t.ldb);
    if (t.a == nullptr || t.b == nullptr) return -1;
  }
  return GemmRun<float>(&t, parallel);
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
