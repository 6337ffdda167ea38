// A = Q R by Householder reflections, in blocks on the products (Schreiber and Van Loan, "A storage-efficient WY representation for
// products of Householder transformations", 1989).
#pragma once
#include "dense.h"

namespace ridgeline {
namespace linear {

// The reflections of a[m, n], m >= n: Q = (I - V_1 T_1 V_1^T)(I - V_2 T_2 V_2^T) ...
struct Reflections {
  int64_t m = 0, n = 0;
  Doubles v;  // [n, m]: row j is reflection j, 1 at j and 0 before
  Doubles t;  // [blocks, kQrBlock, kQrBlock]: upper triangles
};
constexpr int64_t kQrBlock = 32;

// Factors the first n columns of a[m, n + extra]: their upper triangle becomes R, what lies below is work space, and the last `extra`
// columns b become Q^T b. `lda` apart.
End Qr(const Context& context, double* a, int64_t m, int64_t n, int64_t extra, int64_t lda, Reflections* q);

// b[m, columns] becomes Q b.
End ApplyQ(const Context& context, const Reflections& q, double* b, int64_t columns, int64_t ldb);

// Each of the `count` rows of b[count, n] becomes the solution x of R x = b; no diagonal element may be 0.
void SolveUpper(const Context& context, const double* r, int64_t n, int64_t ldr, double* b, int64_t count, int64_t ldb);

// A bound of the condition of R: the product of the Frobenius norms of R and its inverse; infinity where there is none. NaN when memory
// cannot be had.
double ConditionBound(const Context& context, const double* r, int64_t n, int64_t ldr);

}  // namespace linear
}  // namespace ridgeline
