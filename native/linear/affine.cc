// What every linear model predicts: X W^T + b, of dense or sparse rows.
#include "algorithms.h"
#include "dense.h"
#include "sparse_rows.h"

namespace ridgeline {
namespace linear {
namespace {

// Sparse rows that a thread takes at a time.
constexpr int64_t kRows = 256;

// numbers: rows, columns, outputs, sparse (0 or 1); inputs: x[rows, columns] or the stored numbers, coef[outputs, columns],
// intercept[outputs], and of a sparse x columns and positions (sparse_rows.h); outputs: [rows, outputs]
bool Check(const Problem& problem, std::string* why) {
  int64_t rows, columns, outputs, sparse;
  return SizeAt(problem, 0, "rows", &rows, why) && SizeAt(problem, 1, "columns", &columns, why) &&
         SizeAt(problem, 2, "outputs", &outputs, why) && IntegerAt(problem, 3, 0, 1, "sparse", &sparse, why) &&
         (sparse == 1 ? SparseRowsFit(problem, 0, 3, 4, rows, columns, why) : InputIs(problem, 0, rows * columns, "x", why)) &&
         InputIs(problem, 1, outputs * columns, "coef", why) && InputIs(problem, 2, outputs, "intercept", why) &&
         OutputIs(problem, 0, rows * outputs, "predictions", why);
}

End Run(Problem* problem, const Context& context) {
  const int64_t rows = static_cast<int64_t>(problem->numbers[0]);
  const int64_t columns = static_cast<int64_t>(problem->numbers[1]);
  const int64_t outputs = static_cast<int64_t>(problem->numbers[2]);
  const double *coef = problem->inputs[1].f64, *intercept = problem->inputs[2].f64;
  double* to = problem->outputs[0].data;
  if (problem->numbers[3] == 1) {
    const SparseRows x = SparseRowsOf(*problem, 0, 3, 4);
    ParallelParts(context, rows, kRows, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin; i < end && !context.Stopped(); i++) {
        for (int64_t t = 0; t < outputs; t++) {
          double sum = intercept[t];
          for (int32_t k = x.start[i]; k < x.start[i + 1]; k++) sum += x.values[k] * coef[t * columns + x.index[k]];
          to[i * outputs + t] = sum;
        }
      }
    });
    return context.Stopped() ? End::kStopped : End::kDone;
  }
  for (int64_t i = 0; i < rows; i++) {
    for (int64_t t = 0; t < outputs; t++) to[i * outputs + t] = intercept[t];
  }
  return Product(context, rows, outputs, columns, 1, problem->inputs[0].f64, columns, false, coef, columns, true, 1, to, outputs)
             ? End::kDone
             : End::kMemory;
}

}  // namespace

const Algorithm kAffine = {"affine", Check, Run};

}  // namespace linear
}  // namespace ridgeline
