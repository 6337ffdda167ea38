// Ridge regression for many alphas from one singular value decomposition, with leave-one-out errors (Hastie, Tibshirani and Friedman, "The
// Elements of Statistical Learning", 3.4.1 and 7.10; Rifkin and Lippert, "Notes on regularized least squares", 2007).
#include <cmath>

#include "algorithms.h"
#include "center.h"
#include "check.h"
#include "svd.h"

namespace ridgeline {
namespace linear {
namespace {

// numbers: rows, columns, outputs, intercept, alphas, leave one out (0 or 1); inputs: x, y, alphas, weights (or none).
// outputs: coef[alphas, outputs, columns], intercept[alphas, outputs], errors[alphas, rows, outputs] (or none): what is left of each row,
// times the root of its weight, when it is predicted by the fit to all others.
bool Check(const Problem& problem, std::string* why) {
  Regression sizes;
  int64_t alphas, leave;
  return CheckRegression(problem, 3, &sizes, why) && SizeAt(problem, 4, "alphas", &alphas, why) &&
         IntegerAt(problem, 5, 0, 1, "leave one out", &leave, why) && InputIs(problem, 2, alphas, "alphas", why) &&
         OutputIs(problem, 0, alphas * sizes.outputs * sizes.columns, "coef", why) &&
         OutputIs(problem, 1, alphas * sizes.outputs, "intercept", why) &&
         OutputIs(problem, 2, leave != 0 ? alphas * sizes.rows * sizes.outputs : 0, "errors", why);
}

// The errors of all rows for one alpha: residual / (1 - leverage), both as sums over the singular vectors, of which those of no use to the
// fit leave nothing where all together span every direction.
void LeaveOneOut(const Context& context, const Regression& r, const Svd& svd, int64_t rank, const double* uty, double alpha, double total,
                 double* errors) {
  const bool spanned = rank + (r.intercept ? 1 : 0) >= r.rows;
  ParallelParts(context, r.rows, 256, [&](int64_t begin, int64_t end) {
    for (int64_t i = begin; i < end; i++) {
      const double weight = r.weights != nullptr ? r.weights[i] * r.weights[i] : 1;
      double inside = 0, left = 0;
      double* error = errors + i * r.outputs;
      for (int64_t t = 0; t < r.outputs; t++) error[t] = spanned ? 0 : r.y[i * r.outputs + t];
      for (int64_t j = 0; j < rank; j++) {
        const double u = svd.u[j * r.rows + i], shrink = alpha / (svd.s[j] * svd.s[j] + alpha);
        inside += u * u;
        left += u * u * shrink;
        for (int64_t t = 0; t < r.outputs; t++) error[t] += u * (spanned ? shrink : shrink - 1) * uty[j * r.outputs + t];
      }
      if (!spanned) left += 1 - inside - (r.intercept ? weight / total : 0);
      for (int64_t t = 0; t < r.outputs; t++) error[t] /= left;
    }
  });
}

End Run(Problem* problem, const Context& context) {
  Regression r = ReadRegression(problem, 3);
  const int64_t alphas = static_cast<int64_t>(problem->numbers[4]);
  const double* alpha = problem->inputs[2].f64;
  const bool leave = problem->numbers[5] != 0;
  double total = 0;
  for (int64_t i = 0; i < r.rows; i++) total += r.weights != nullptr ? r.weights[i] : 1;
  Centers centers;
  if (!Center(context, &r, &centers)) return End::kMemory;
  Svd svd;
  const End end = DecomposeSingular(context, r.x, r.rows, r.columns, true, &svd);
  if (end != End::kDone) return end;
  int64_t rank = 0;
  while (rank < svd.k && svd.s[rank] > RankTolerance(svd)) rank++;
  Doubles uty, z;
  if (!uty.Allocate(svd.k * r.outputs) || !z.Allocate(svd.k * r.outputs)) return End::kMemory;
  if (!Product(context, svd.k, r.outputs, r.rows, 1, svd.u.get(), r.rows, false, r.y, r.outputs, false, 0, uty.get(), r.outputs))
    return End::kMemory;
  for (int64_t a = 0; a < alphas; a++) {
    if (context.Stopped()) return End::kStopped;
    for (int64_t j = 0; j < rank; j++) {
      const double factor = svd.s[j] / (svd.s[j] * svd.s[j] + alpha[a]);
      for (int64_t t = 0; t < r.outputs; t++) z[j * r.outputs + t] = factor * uty[j * r.outputs + t];
    }
    double* coef = problem->outputs[0].data + a * r.outputs * r.columns;
    if (rank > 0 &&
        !Product(context, r.outputs, r.columns, rank, 1, z.get(), r.outputs, true, svd.v.get(), r.columns, false, 0, coef, r.columns))
      return End::kMemory;
    Intercepts(context, r, centers, coef, problem->outputs[1].data + a * r.outputs);
    if (leave) LeaveOneOut(context, r, svd, rank, uty.get(), alpha[a], total, problem->outputs[2].data + a * r.rows * r.outputs);
    context.Report(static_cast<double>(a + 1), static_cast<double>(alphas), 0);
  }
  return End::kDone;
}

}  // namespace

const Algorithm kRidgeSpectrum = {"ridgeSpectrum", Check, Run};

}  // namespace linear
}  // namespace ridgeline
