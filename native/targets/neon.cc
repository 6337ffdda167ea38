// NEON, which every 64-bit ARM processor has.
#if defined(__aarch64__)
#define NS neon
#define RIDGELINE_SIMD 3
#define RIDGELINE_TARGET_NAME "neon"
#include "../kernels/all.h"

namespace ridgeline {
const KernelTable* NeonKernels() { return &NS::kKernelTable; }
}  // namespace ridgeline
#else
#include "../kernels/table.h"

namespace ridgeline {
const KernelTable* NeonKernels() { return nullptr; }
}  // namespace ridgeline
#endif
