// BLIS; BLIS_NUM_THREADS says how many threads.
#pragma once
#include <string>

#include "gemm_cblas.h"

extern "C" const char* bli_info_get_version_str(void);

namespace {
inline std::string Version() { return std::string("BLIS ") + bli_info_get_version_str(); }
}  // namespace
