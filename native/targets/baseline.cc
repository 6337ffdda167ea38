// Plain 128-bit vectors: SSE2 on x86-64, whatever the compiler makes of them elsewhere.
#define NS baseline
#define RIDGELINE_SIMD 0
#define RIDGELINE_TARGET_NAME "baseline"
#include "../kernels/all.h"

namespace ridgeline {
const KernelTable* BaselineKernels() { return &NS::kKernelTable; }
}  // namespace ridgeline
