// Columns brought to mean 0 and standard deviation 1.
#include <cfloat>
#include <cmath>

#include "algorithms.h"
#include "center.h"
#include "check.h"

namespace ridgeline {
namespace linear {
namespace {

// numbers: rows, columns; inputs: x, weights (or none). outputs: mean[columns], scale[columns]: the standard deviation (dividing by the sum
// of weights), 1 where the column is constant.
bool CheckMoments(const Problem& problem, std::string* why) {
  int64_t rows, columns;
  if (!IntegerAt(problem, 0, 1, kMaxSize, "rows", &rows, why) || !SizeAt(problem, 1, "columns", &columns, why)) return false;
  const bool weighted = problem.inputs.size() > 1 && problem.inputs[1].length > 0;
  return InputIs(problem, 0, rows * columns, "x", why) && (!weighted || InputIs(problem, 1, rows, "weights", why)) &&
         OutputIs(problem, 0, columns, "mean", why) && OutputIs(problem, 1, columns, "scale", why);
}

End RunMoments(Problem* problem, const Context& context) {
  const int64_t rows = static_cast<int64_t>(problem->numbers[0]), columns = static_cast<int64_t>(problem->numbers[1]);
  double* x = problem->inputs[0].f64;
  const double* weights = problem->inputs.size() > 1 && problem->inputs[1].length > 0 ? problem->inputs[1].f64 : nullptr;
  double* mean = problem->outputs[0].data;
  double* scale = problem->outputs[1].data;
  // Two passes, so that a large mean does not drown a small deviation.
  if (!ColumnMeans(context, x, rows, columns, weights, mean)) return End::kMemory;
  if (context.Stopped()) return End::kStopped;
  ShiftRows(context, x, rows, columns, mean, nullptr);
  ParallelParts(context, rows * columns, 1 << 16, [&](int64_t begin, int64_t end) {
    for (int64_t i = begin; i < end; i++) x[i] *= x[i];
  });
  if (!ColumnMeans(context, x, rows, columns, weights, scale)) return End::kMemory;
  for (int64_t j = 0; j < columns; j++) {
    // A constant column's variance is rounding error; the bound is the one of scikit-learn's StandardScaler.
    const double n = static_cast<double>(rows),
                 bound = n * DBL_EPSILON * scale[j] + (n * mean[j] * DBL_EPSILON) * (n * mean[j] * DBL_EPSILON);
    scale[j] = scale[j] <= bound ? 1 : std::sqrt(scale[j]);
  }
  return End::kDone;
}

// numbers: rows, columns; inputs: x, shift[columns], factor[columns]. outputs: (x - shift) / factor
bool CheckScale(const Problem& problem, std::string* why) {
  int64_t rows, columns;
  return SizeAt(problem, 0, "rows", &rows, why) && SizeAt(problem, 1, "columns", &columns, why) &&
         InputIs(problem, 0, rows * columns, "x", why) && InputIs(problem, 1, columns, "shift", why) &&
         InputIs(problem, 2, columns, "factor", why) && OutputIs(problem, 0, rows * columns, "result", why);
}

End RunScale(Problem* problem, const Context& context) {
  const int64_t rows = static_cast<int64_t>(problem->numbers[0]), columns = static_cast<int64_t>(problem->numbers[1]);
  const double* shift = problem->inputs[1].f64;
  const double* factor = problem->inputs[2].f64;
  ParallelParts(context, rows, 256, [&](int64_t begin, int64_t end) {
    for (int64_t i = begin; i < end; i++) {
      const double* from = problem->inputs[0].f64 + i * columns;
      double* to = problem->outputs[0].data + i * columns;
      for (int64_t j = 0; j < columns; j++) to[j] = (from[j] - shift[j]) / factor[j];
    }
  });
  return context.Stopped() ? End::kStopped : End::kDone;
}

}  // namespace

const Algorithm kMoments = {"moments", CheckMoments, RunMoments};
const Algorithm kScale = {"scale", CheckScale, RunScale};

}  // namespace linear
}  // namespace ridgeline
