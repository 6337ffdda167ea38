// Principal components: exactly, by singular values of the centered rows or by eigenvectors of their covariance, and of large inputs the
// first ones by a random projection with power iterations (Halko, Martinsson and Tropp, "Finding structure with randomness", 2011).
#include <algorithm>
#include <cmath>
#include <cstring>

#include "algorithms.h"
#include "center.h"
#include "check.h"
#include "eigen.h"
#include "qr.h"
#include "svd.h"

namespace ridgeline {
namespace linear {
namespace {

enum Method { kFull, kCovariance, kRandomized };

// numbers: rows, columns, method, components, power iterations; inputs: x, start[columns, width] (randomized).
// outputs: components[k, columns] unit rows, singular values[k], mean[columns], total[1]: the sum of all squared singular values. k is
// min(rows, columns) but for the randomized method, where it is components.
bool Check(const Problem& problem, std::string* why) {
  int64_t rows, columns, method, components, iterations;
  if (!IntegerAt(problem, 0, 1, kMaxSize, "rows", &rows, why) || !IntegerAt(problem, 1, 1, kMaxSize, "columns", &columns, why) ||
      !IntegerAt(problem, 2, 0, 2, "method", &method, why) ||
      !IntegerAt(problem, 3, 1, static_cast<double>(std::min(rows, columns)), "components", &components, why) ||
      !IntegerAt(problem, 4, 0, 1000, "iterations", &iterations, why)) {
    return false;
  }
  const int64_t k = method == kRandomized ? components : std::min(rows, columns);
  if (!InputIs(problem, 0, rows * columns, "x", why)) return false;
  if (method == kRandomized) {
    const int64_t length = problem.inputs.size() > 1 ? problem.inputs[1].length : 0;
    if (length % columns != 0 || length / columns < components || length / columns > std::min(rows, columns) ||
        problem.inputs[1].f64 == nullptr) {
      *why = "expected a start of at least the components";
      return false;
    }
  }
  return OutputIs(problem, 0, k * columns, "components", why) && OutputIs(problem, 1, k, "singular values", why) &&
         OutputIs(problem, 2, columns, "mean", why) && OutputIs(problem, 3, 1, "total", why);
}

// The first k pairs of `svd` as outputs, with signs fixed.
void Give(Svd* svd, int64_t k, Problem* problem) {
  FixSigns(svd);
  std::memcpy(problem->outputs[0].data, svd->v.get(), static_cast<size_t>(k * svd->n) * sizeof(double));
  std::memcpy(problem->outputs[1].data, svd->s.get(), static_cast<size_t>(k) * sizeof(double));
}

End ByCovariance(const Context& context, const double* x, int64_t rows, int64_t columns, Svd* svd) {
  Doubles gram, values, vectors;
  const int64_t k = std::min(rows, columns);
  svd->m = rows;
  svd->n = columns;
  svd->k = k;
  if (!gram.Allocate(columns * columns) || !values.Allocate(columns) || !vectors.Allocate(columns * columns) || !svd->s.Allocate(k) ||
      !svd->v.Allocate(k * columns)) {
    return End::kMemory;
  }
  End end = Gram(context, x, rows, columns, columns, gram.get());
  if (end == End::kDone) end = SymmetricEigen(context, gram.get(), columns, values.get(), vectors.get());
  if (end != End::kDone) return end;
  for (int64_t i = 0; i < k; i++) {
    const int64_t from = columns - 1 - i;
    svd->s[i] = std::sqrt(std::fmax(values[from], 0));
    std::memcpy(svd->v.get() + i * columns, vectors.get() + from * columns, static_cast<size_t>(columns) * sizeof(double));
  }
  return End::kDone;
}

// Orthonormal columns in place of those of a[m, n], m >= n.
End Orthonormal(const Context& context, double* a, int64_t m, int64_t n) {
  Reflections q;
  const End end = Qr(context, a, m, n, 0, n, &q);
  if (end != End::kDone) return end;
  std::fill(a, a + m * n, 0.0);
  for (int64_t i = 0; i < n; i++) a[i * n + i] = 1;
  return ApplyQ(context, q, a, n, n);
}

End Randomized(const Context& context, const double* x, int64_t rows, int64_t columns, int64_t iterations, double* start, int64_t width,
               Svd* svd) {
  Doubles range, small;
  if (!range.Allocate(rows * width) || !small.Allocate(width * columns)) return End::kMemory;
  for (int64_t i = 0; i <= iterations; i++) {
    if (i > 0) {
      if (!Product(context, columns, width, rows, 1, x, columns, true, range.get(), width, false, 0, start, width)) return End::kMemory;
      const End end = Orthonormal(context, start, columns, width);
      if (end != End::kDone) return end;
    }
    if (!Product(context, rows, width, columns, 1, x, columns, false, start, width, false, 0, range.get(), width)) return End::kMemory;
    const End end = Orthonormal(context, range.get(), rows, width);
    if (end != End::kDone) return end;
    context.Report(static_cast<double>(i + 1), static_cast<double>(iterations + 1), 0);
  }
  if (!Product(context, width, columns, rows, 1, range.get(), width, true, x, columns, false, 0, small.get(), columns)) return End::kMemory;
  return DecomposeSingular(context, small.get(), width, columns, false, svd);
}

End Run(Problem* problem, const Context& context) {
  const int64_t rows = static_cast<int64_t>(problem->numbers[0]), columns = static_cast<int64_t>(problem->numbers[1]);
  const int64_t method = static_cast<int64_t>(problem->numbers[2]), components = static_cast<int64_t>(problem->numbers[3]);
  double* x = problem->inputs[0].f64;
  double* mean = problem->outputs[2].data;
  double* total = problem->outputs[3].data;
  if (!ColumnMeans(context, x, rows, columns, nullptr, mean)) return End::kMemory;
  ShiftRows(context, x, rows, columns, mean, nullptr);
  for (int64_t i = 0; i < rows; i++) *total += context.kernels->dot_f64(x + i * columns, x + i * columns, columns);
  if (context.Stopped()) return End::kStopped;
  Svd svd;
  End end;
  if (method == kRandomized) {
    end = Randomized(context, x, rows, columns, static_cast<int64_t>(problem->numbers[4]), problem->inputs[1].f64,
                     problem->inputs[1].length / columns, &svd);
  } else if (method == kCovariance) {
    end = ByCovariance(context, x, rows, columns, &svd);
  } else {
    end = DecomposeSingular(context, x, rows, columns, false, &svd);
  }
  if (end == End::kDone) Give(&svd, method == kRandomized ? components : std::min(rows, columns), problem);
  return end;
}

}  // namespace

const Algorithm kPca = {"pca", Check, Run};

}  // namespace linear
}  // namespace ridgeline
