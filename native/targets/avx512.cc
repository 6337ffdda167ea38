// AVX-512 F, DQ, BW and VL. Compiled with their flags on x86-64 only (see sources.gypi); elsewhere there is no such target.
#if defined(__AVX512F__) && defined(__AVX512DQ__) && defined(__AVX512BW__) && defined(__AVX512VL__)
#define NS avx512
#define RIDGELINE_SIMD 2
#define RIDGELINE_TARGET_NAME "avx512"
#include "../kernels/all.h"

namespace ridgeline {
const KernelTable* Avx512Kernels() { return &NS::kKernelTable; }
}  // namespace ridgeline
#else
#include "../kernels/table.h"

namespace ridgeline {
const KernelTable* Avx512Kernels() { return nullptr; }
}  // namespace ridgeline
#endif
