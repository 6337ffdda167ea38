#include "center.h"

#include <cmath>

#include "check.h"

namespace ridgeline {
namespace linear {
namespace {

// Rows whose sum is taken at once: a constant, so that bits do not depend on threads.
constexpr int64_t kRows = 512;

}  // namespace

bool ColumnMeans(const Context& context, const double* x, int64_t rows, int64_t columns, const double* weights, double* mean) {
  const int64_t blocks = (rows + kRows - 1) / kRows;
  Doubles partial;
  if (!partial.Allocate(blocks * columns)) return false;
  ParallelParts(context, rows, kRows, [&](int64_t begin, int64_t end) {
    double* sums = partial.get() + begin / kRows * columns;
    for (int64_t i = begin; i < end; i++) context.kernels->axpy_f64(weights != nullptr ? weights[i] : 1, x + i * columns, sums, columns);
  });
  double total = 0;
  for (int64_t i = 0; i < rows; i++) total += weights != nullptr ? weights[i] : 1;
  for (int64_t j = 0; j < columns; j++) mean[j] = 0;
  for (int64_t b = 0; b < blocks; b++) context.kernels->axpy_f64(1 / total, partial.get() + b * columns, mean, columns);
  return true;
}

void ShiftRows(const Context& context, double* x, int64_t rows, int64_t columns, const double* mean, const double* root) {
  if (mean == nullptr && root == nullptr) return;
  ParallelParts(context, rows, kRows, [&](int64_t begin, int64_t end) {
    for (int64_t i = begin; i < end; i++) {
      double* row = x + i * columns;
      if (mean != nullptr) context.kernels->axpy_f64(-1, mean, row, columns);
      if (root == nullptr) continue;
      for (int64_t j = 0; j < columns; j++) row[j] *= root[i];
    }
  });
}

bool CheckRegression(const Problem& problem, size_t weights, Regression* sizes, std::string* why) {
  int64_t intercept;
  if (!SizeAt(problem, 0, "rows", &sizes->rows, why) || !SizeAt(problem, 1, "columns", &sizes->columns, why) ||
      !SizeAt(problem, 2, "outputs", &sizes->outputs, why) || !IntegerAt(problem, 3, 0, 1, "intercept", &intercept, why)) {
    return false;
  }
  const bool weighted = problem.inputs.size() > weights && problem.inputs[weights].length > 0;
  return InputIs(problem, 0, sizes->rows * sizes->columns, "x", why) && InputIs(problem, 1, sizes->rows * sizes->outputs, "y", why) &&
         (!weighted || InputIs(problem, weights, sizes->rows, "weights", why));
}

Regression ReadRegression(Problem* problem, size_t weights) {
  return {static_cast<int64_t>(problem->numbers[0]),
          static_cast<int64_t>(problem->numbers[1]),
          static_cast<int64_t>(problem->numbers[2]),
          problem->inputs[0].f64,
          problem->inputs[1].f64,
          problem->inputs.size() > weights && problem->inputs[weights].length > 0 ? problem->inputs[weights].f64 : nullptr,
          problem->numbers[3] != 0};
}

bool CenterOutputs(const Context& context, Regression* r, Centers* centers) {
  if (!centers->y.Allocate(r->outputs)) return false;
  if (r->intercept && !ColumnMeans(context, r->y, r->rows, r->outputs, r->weights, centers->y.get())) return false;
  if (r->weights != nullptr) {
    for (int64_t i = 0; i < r->rows; i++) r->weights[i] = std::sqrt(r->weights[i]);
  }
  ShiftRows(context, r->y, r->rows, r->outputs, r->intercept ? centers->y.get() : nullptr, r->weights);
  return true;
}

bool Center(const Context& context, Regression* r, Centers* centers) {
  if (!centers->x.Allocate(r->columns)) return false;
  if (r->intercept && !ColumnMeans(context, r->x, r->rows, r->columns, r->weights, centers->x.get())) return false;
  if (!CenterOutputs(context, r, centers)) return false;
  ShiftRows(context, r->x, r->rows, r->columns, r->intercept ? centers->x.get() : nullptr, r->weights);
  return true;
}

void Intercepts(const Context& context, const Regression& r, const Centers& centers, const double* coef, double* intercept) {
  for (int64_t t = 0; t < r.outputs; t++) {
    intercept[t] = centers.y[t] - context.kernels->dot_f64(coef + t * r.columns, centers.x.get(), r.columns);
  }
}

}  // namespace linear
}  // namespace ridgeline
