// The epilogue of a product: an elementwise program over the part of C that was just finished, while it is in the cache.
#pragma once
#include <stdint.h>

#include "table.h"

namespace ridgeline {
namespace NS {
namespace {

#if defined(RIDGELINE_PAIRS)
// This build has products only: programs run as the instruction set's own build does.
template <class T>
void EwRun(const EwTask* task, int64_t begin, int64_t end) {
  Avx512Kernels()->ew_f32(task, begin, end);
}
inline void RunEwLoop(const EwTask* task, int64_t width, int64_t i0, int64_t i1, int64_t j0, int64_t j1) {
  if (j1 - j0 == width) return EwRun<float>(task, i0 * width, i1 * width);
  for (int64_t i = i0; i < i1; ++i) EwRun<float>(task, i * width + j0, i * width + j1);
}
#else
template <class T>
void EwRun(const EwTask* task, int64_t begin, int64_t end);
void RunEwLoop(const EwTask* task, int64_t width, int64_t i0, int64_t i1, int64_t j0, int64_t j1);
#endif

namespace gemm {

// Runs the epilogue over rows [i0, i1), columns [j0, j1) of C.
template <class T>
void Epilogue(const GemmTask* task, int64_t i0, int64_t i1, int64_t j0, int64_t j1) {
  if (!task->epilogue) return;
  const int64_t first = task->epilogue_offset, n = task->n;
  if (sizeof(T) == 4 && task->epilogue->loop > 0 &&
      (task->epilogue->rank == 1 || (task->epilogue->rank == 2 && task->epilogue->dims[1] == n))) {
    RunEwLoop(task->epilogue, n, first / n + i0, first / n + i1, j0, j1);
    return;
  }
  if (j0 == 0 && j1 == task->n) {
    EwRun<T>(task->epilogue, first + i0 * task->n, first + i1 * task->n);
    return;
  }
  for (int64_t i = i0; i < i1; ++i) EwRun<T>(task->epilogue, first + i * task->n + j0, first + i * task->n + j1);
}

}  // namespace gemm
}  // namespace
}  // namespace NS
}  // namespace ridgeline
