// What every linear model predicts: X W^T + b.
#include "algorithms.h"
#include "check.h"
#include "dense.h"

namespace ridgeline {
namespace linear {
namespace {

// numbers: rows, columns, outputs; inputs: x[rows, columns], coef[outputs, columns], intercept[outputs]; outputs: [rows, outputs]
bool Check(const Problem& problem, std::string* why) {
  int64_t rows, columns, outputs;
  return SizeAt(problem, 0, "rows", &rows, why) && SizeAt(problem, 1, "columns", &columns, why) &&
         SizeAt(problem, 2, "outputs", &outputs, why) && InputIs(problem, 0, rows * columns, "x", why) &&
         InputIs(problem, 1, outputs * columns, "coef", why) && InputIs(problem, 2, outputs, "intercept", why) &&
         OutputIs(problem, 0, rows * outputs, "predictions", why);
}

End Run(Problem* problem, const Context& context) {
  const int64_t rows = static_cast<int64_t>(problem->numbers[0]);
  const int64_t columns = static_cast<int64_t>(problem->numbers[1]);
  const int64_t outputs = static_cast<int64_t>(problem->numbers[2]);
  double* to = problem->outputs[0].data;
  const double* intercept = problem->inputs[2].f64;
  for (int64_t i = 0; i < rows; i++) {
    for (int64_t t = 0; t < outputs; t++) to[i * outputs + t] = intercept[t];
  }
  return Product(context, rows, outputs, columns, 1, problem->inputs[0].f64, columns, false, problem->inputs[1].f64, columns, true, 1, to,
                 outputs)
             ? End::kDone
             : End::kMemory;
}

}  // namespace

const Algorithm kAffine = {"affine", Check, Run};

}  // namespace linear
}  // namespace ridgeline
