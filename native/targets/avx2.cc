// AVX2 and FMA. Compiled with their flags on x86-64 only (see sources.gypi); elsewhere there is no such target.
#if defined(__AVX2__) && defined(__FMA__)
#define NS avx2
#define RIDGELINE_SIMD 1
#define RIDGELINE_TARGET_NAME "avx2"
#include "../kernels/all.h"

namespace ridgeline {
const KernelTable* Avx2Kernels() { return &NS::kKernelTable; }
}  // namespace ridgeline
#else
#include "../kernels/table.h"

namespace ridgeline {
const KernelTable* Avx2Kernels() { return nullptr; }
}  // namespace ridgeline
#endif
