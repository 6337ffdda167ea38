// Products in bfloat16 for processors with AVX-512 and its BF16. Compiled with their flags on x86-64 only (see sources.gypi).
#if defined(__AVX512BF16__) && defined(__AVX512F__) && defined(__AVX512BW__) && defined(__AVX512VL__)
#define NS avx512_bf16
#define RIDGELINE_SIMD 2
#define RIDGELINE_PAIRS 1
#include "../kernels/gemm_pairs.h"

namespace ridgeline {
GemmFunction Avx512Bf16Gemm() { return &NS::GemmPairs; }
}  // namespace ridgeline
#else
#include "../kernels/table.h"

namespace ridgeline {
GemmFunction Avx512Bf16Gemm() { return nullptr; }
}  // namespace ridgeline
#endif
