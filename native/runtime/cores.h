// How many cores the operating system lets this process use.
#pragma once
#include <cstdint>

namespace ridgeline {

// Cores in the affinity mask, at least 1. Read anew at each call.
int32_t AffinityCores();
// Whole cores of the container's CPU quota (cgroup v2 and v1), at least 1; 0 when there is no quota. Read anew at each call.
int32_t QuotaCores();

}  // namespace ridgeline
