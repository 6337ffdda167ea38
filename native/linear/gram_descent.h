// Coordinate descent on the Gram matrix of a few features ("covariance updates": Friedman, Hastie and Tibshirani 2010, 2.2). Between
// sweeps, once the set of non-zeros stays as it is, the weights step to the minimum on that set and these signs, found by Cholesky; the
// step ends where the first weight would change sign (feature-sign search: Lee, Battle, Raina and Ng 2007). Each of the two kinds of steps
// lowers the objective; the sweeps find the set, the steps spare the thousands of sweeps that correlated features take.
#pragma once
#include "algorithm.h"
#include "penalty.h"

namespace ridgeline {
namespace linear {

// min 1/2 w^T G w - q^T w + the penalty.
struct GramProblem {
  int64_t count;
  const double* gram;  // [count, count], rows `stride` apart
  int64_t stride;
  const double* square;  // the diagonal, 0 for a feature that is to be left at 0
  const double* q;       // X^T y
  double yy;             // y^T y
  double* w;             // start and result
  double* c;             // q - G w, of the start and of the result
};

struct GramEnd {
  End end = End::kDone;
  double gap = 0;
};

// Runs until the gap over these features is within the budget's tolerance; at least one sweep if `push`. A last step to the minimum on
// the set is made if it takes no more than `polish` multiplications.
GramEnd DescendGram(const Context& context, GramProblem* problem, const Penalty& penalty, Budget* budget, Order* order, double polish,
                    bool push);

}  // namespace linear
}  // namespace ridgeline
