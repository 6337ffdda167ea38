// Symmetric positive definite systems.
#pragma once
#include "dense.h"

namespace ridgeline {
namespace linear {

enum class Factored { kDone, kSingular, kStopped, kMemory };

// a = L L^T; the lower triangle of a[n, n] (rows `lda` apart) becomes L, what lies above it is work space. Blocked, right-looking (Golub
// and Van Loan, "Matrix Computations", 4.2.9). kSingular when a pivot is no more than what rounding leaves of its diagonal element.
Factored Cholesky(const Context& context, double* a, int64_t n, int64_t lda);

// Each of the `count` rows of b[count, n] becomes the solution x of L L^T x = b.
void CholeskySolve(const Context& context, const double* l, int64_t n, int64_t ldl, double* b, int64_t count, int64_t ldb);

}  // namespace linear
}  // namespace ridgeline
