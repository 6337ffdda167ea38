// The choice of a table: once per process, from the CPU and from RIDGELINE_ISA.
#include <stdlib.h>
#include <string.h>

#include "../kernels/table.h"

namespace ridgeline {
namespace {

#if defined(__x86_64__)
// The compiler's builtins also look at the operating system's state bits (XGETBV), not at CPUID alone.
bool HasAvx2() { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }
bool HasAvx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && HasAvx2();
}
bool HasBf16() { return __builtin_cpu_supports("avx512bf16") && HasAvx512(); }
#else
bool HasBf16() { return false; }
bool HasAvx2() { return false; }
bool HasAvx512() { return false; }
#endif

struct Target {
  const char* name;
  const KernelTable* (*table)();
  bool (*supported)();
};
bool Always() { return true; }

// Best first.
constexpr Target kTargets[] = {
    {"avx512", &Avx512Kernels, &HasAvx512},
    {"avx2", &Avx2Kernels, &HasAvx2},
    {"neon", &NeonKernels, &Always},
    {"baseline", &BaselineKernels, &Always},
};

struct Selection {
  const KernelTable* table;
  const char* error;
};

// The table with the processor's own products in bfloat16, where it and the build have them.
const KernelTable* WithBf16(const KernelTable* table) {
  if (table == nullptr || table != Avx512Kernels() || Avx512Bf16Gemm() == nullptr || !HasBf16()) return table;
  static KernelTable own = *table;
  own.gemm_bf16 = Avx512Bf16Gemm();
  own.native_bf16 = true;
  return &own;
}

Selection Select() {
  const char* wanted = getenv("RIDGELINE_ISA");
  if (wanted == nullptr || wanted[0] == '\0') {
    for (const Target& target : kTargets) {
      if (target.supported() && target.table() != nullptr) return {WithBf16(target.table()), nullptr};
    }
  }
  constexpr const char* kAbsent = "RIDGELINE_ISA names an instruction set that this processor or this build does not have.";
  // A name stands for one set of bits, on every processor that has it: avx512 is without the products in bfloat16 that only some have.
  if (wanted != nullptr && strcmp(wanted, "avx512_bf16") == 0) {
    const KernelTable* table = WithBf16(KernelsByName("avx512"));
    if (table != nullptr && table->native_bf16) return {table, nullptr};
    return {nullptr, kAbsent};
  }
  for (const Target& target : kTargets) {
    if (wanted == nullptr || strcmp(wanted, target.name) != 0) continue;
    const KernelTable* table = KernelsByName(wanted);
    return {table, table == nullptr ? kAbsent : nullptr};
  }
  return {nullptr, "RIDGELINE_ISA must be one of baseline, avx2, avx512, avx512_bf16, neon (or unset, to choose by the processor)."};
}

}  // namespace

const KernelTable* KernelsByName(const char* name) {
  for (const Target& target : kTargets) {
    if (strcmp(name, target.name) == 0) return target.supported() ? target.table() : nullptr;
  }
  return nullptr;
}

const KernelTable* SelectKernels(const char** error) {
  static const Selection selection = Select();
  if (selection.table == nullptr) *error = selection.error;
  return selection.table;
}

}  // namespace ridgeline
