// OpenBLAS; OPENBLAS_NUM_THREADS says how many threads.
#pragma once
#include <string>

#include "gemm_cblas.h"

extern "C" char* openblas_get_config(void);

namespace {
inline std::string Version() { return openblas_get_config(); }
}  // namespace
