// The kernel tables that the tests go through: those of them that this processor runs.
#pragma once

namespace ridgeline_test {

#if defined(__aarch64__)
// Every such processor has NEON, and CI runs these tests under an emulator, where each table costs minutes.
constexpr const char* kTableNames[] = {"neon"};
#else
constexpr const char* kTableNames[] = {"baseline", "avx2", "avx512"};
#endif

}  // namespace ridgeline_test
