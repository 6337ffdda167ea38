// Least squares by QR; where X is short of rank, or all but, the solution of least norm by singular values (Golub and Van Loan, "Matrix
// Computations", 5.3 and 5.5).
#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>

#include "algorithms.h"
#include "center.h"
#include "check.h"
#include "qr.h"
#include "svd.h"

namespace ridgeline {
namespace linear {
namespace {

// numbers: rows, columns, outputs, intercept, tolerance (relative to the largest singular value; 0: the machine's); inputs: x, y, weights
// (or none). outputs: coef[outputs, columns], intercept[outputs], rank[1]
bool Check(const Problem& problem, std::string* why) {
  Regression sizes;
  if (!CheckRegression(problem, 2, &sizes, why)) return false;
  if (problem.numbers.size() != 5 || !(problem.numbers[4] >= 0)) {
    *why = "expected a tolerance of 0 or more";
    return false;
  }
  return OutputIs(problem, 0, sizes.outputs * sizes.columns, "coef", why) && OutputIs(problem, 1, sizes.outputs, "intercept", why) &&
         OutputIs(problem, 2, 1, "rank", why);
}

// coef[outputs, columns] of least norm from the singular values of a[m, columns] and y[m, outputs]; says the rank.
End LeastNorm(const Context& context, double* a, int64_t m, int64_t columns, const double* y, int64_t ldy, int64_t outputs,
              double tolerance, double* coef, double* rank) {
  Svd svd;
  const End end = DecomposeSingular(context, a, m, columns, true, &svd);
  if (end != End::kDone) return end;
  const double least = svd.k > 0 ? svd.s[0] * tolerance : 0;
  while (*rank < static_cast<double>(svd.k) && svd.s[static_cast<int64_t>(*rank)] > least) ++*rank;
  const int64_t used = static_cast<int64_t>(*rank);
  Doubles z;
  if (!z.Allocate(std::max(used, int64_t{1}) * outputs)) return End::kMemory;
  if (used == 0) return End::kDone;
  if (!Product(context, used, outputs, m, 1, svd.u.get(), m, false, y, ldy, false, 0, z.get(), outputs)) return End::kMemory;
  for (int64_t i = 0; i < used; i++) {
    for (int64_t t = 0; t < outputs; t++) z[i * outputs + t] /= svd.s[i];
  }
  return Product(context, outputs, columns, used, 1, z.get(), outputs, true, svd.v.get(), columns, false, 0, coef, columns) ? End::kDone
                                                                                                                            : End::kMemory;
}

End Run(Problem* problem, const Context& context) {
  Regression r = ReadRegression(problem, 2);
  double* coef = problem->outputs[0].data;
  double* rank = problem->outputs[2].data;
  const double noise = static_cast<double>(std::max(r.rows, r.columns)) * DBL_EPSILON;
  const double tolerance = problem->numbers[4] > 0 ? problem->numbers[4] : noise;
  Centers centers;
  if (!Center(context, &r, &centers)) return End::kMemory;
  if (r.rows < r.columns) {
    const End end = LeastNorm(context, r.x, r.rows, r.columns, r.y, r.outputs, r.outputs, tolerance, coef, rank);
    if (end != End::kDone) return end;
  } else {
    // x and y side by side: Q^T y comes with the factorization.
    const int64_t width = r.columns + r.outputs;
    Doubles both;
    if (!both.Allocate(r.rows * width)) return End::kMemory;
    ParallelParts(context, r.rows, 256, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin; i < end; i++) {
        std::copy(r.x + i * r.columns, r.x + (i + 1) * r.columns, both.get() + i * width);
        std::copy(r.y + i * r.outputs, r.y + (i + 1) * r.outputs, both.get() + i * width + r.columns);
      }
    });
    Reflections q;
    End end = Qr(context, both.get(), r.rows, r.columns, r.outputs, width, &q);
    if (end != End::kDone) return end;
    const double bound = ConditionBound(context, both.get(), r.columns, width);
    if (std::isnan(bound)) return End::kMemory;
    if (bound * tolerance < 1) {
      *rank = static_cast<double>(r.columns);
      for (int64_t t = 0; t < r.outputs; t++) {
        for (int64_t i = 0; i < r.columns; i++) coef[t * r.columns + i] = both[i * width + r.columns + t];
      }
      SolveUpper(context, both.get(), r.columns, width, coef, r.outputs, r.columns);
    } else {
      Doubles triangle;
      if (!triangle.Allocate(r.columns * r.columns)) return End::kMemory;
      for (int64_t i = 0; i < r.columns; i++) {
        std::copy(both.get() + i * width + i, both.get() + i * width + r.columns, triangle.get() + i * r.columns + i);
      }
      end = LeastNorm(context, triangle.get(), r.columns, r.columns, both.get() + r.columns, width, r.outputs, tolerance, coef, rank);
      if (end != End::kDone) return end;
    }
  }
  Intercepts(context, r, centers, coef, problem->outputs[1].data);
  return End::kDone;
}

}  // namespace

const Algorithm kLeastSquares = {"leastSquares", Check, Run};

}  // namespace linear
}  // namespace ridgeline
