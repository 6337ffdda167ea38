// Symmetric eigenvalue problems.
#pragma once
#include "dense.h"

namespace ridgeline {
namespace linear {

// a[n, n] = sum_i values[i] vectors[i] vectors[i]^T: `values` ascending, row i of `vectors` the unit eigenvector of value i. `a`, of which
// all is read, is work space. By Householder's reduction to tridiagonal form and implicit QL steps (Golub and Van Loan, "Matrix
// Computations", 8.3; Bowdler, Martin, Reinsch and Wilkinson, "The QR and QL algorithms for symmetric matrices", 1968).
End SymmetricEigen(const Context& context, double* a, int64_t n, double* values, double* vectors);

}  // namespace linear
}  // namespace ridgeline
