// Singular values and vectors.
#pragma once
#include "dense.h"

namespace ridgeline {
namespace linear {

struct Svd {
  int64_t m = 0, n = 0, k = 0;  // k = min(m, n)
  Doubles s;                    // [k], descending
  Doubles u;                    // [k, m]: row i is the left singular vector of value i; not made unless asked for
  Doubles v;                    // [k, n]: row i is the right singular vector of value i
};

// a[m, n] = sum_i s_i u_i v_i^T; `a` is work space. A Householder QR of the taller side, whose triangle is turned by the eigenvectors of
// its Gram matrix and then made orthogonal to the last bits by one-sided Jacobi rotations (Golub and Van Loan, "Matrix
// Computations", 8.6.3; Drmac and Veselic, "New fast and accurate Jacobi SVD algorithm", 2008), which find small singular values too.
// Vectors of singular values that are 0 are completed to orthonormal ones.
End DecomposeSingular(const Context& context, double* a, int64_t m, int64_t n, bool want_u, Svd* svd);

// Singular values above this are told from rounding: the largest times max(m, n) times the machine's epsilon.
double RankTolerance(const Svd& svd);

// Turns the signs of pairs of vectors so that the element of largest magnitude of each v is positive (the first one where several are).
void FixSigns(Svd* svd);

}  // namespace linear
}  // namespace ridgeline
