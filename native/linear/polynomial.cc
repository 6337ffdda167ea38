// Columns that are products of columns: each is one before it times a feature, so that it takes one multiplication.
#include "algorithms.h"
#include "check.h"
#include "dense.h"

namespace ridgeline {
namespace linear {
namespace {

// numbers: rows, columns, terms; inputs: x[rows, columns], of each term the one that it multiplies (-1: none) and the feature (-1: none).
// outputs: [rows, terms]
bool Check(const Problem& problem, std::string* why) {
  int64_t rows, columns, terms;
  if (!SizeAt(problem, 0, "rows", &rows, why) || !SizeAt(problem, 1, "columns", &columns, why) ||
      !SizeAt(problem, 2, "terms", &terms, why) || !InputIs(problem, 0, rows * columns, "x", why) ||
      !IndicesAre(problem, 1, terms, "terms", why) || !IndicesAre(problem, 2, terms, "features", why) ||
      !OutputIs(problem, 0, rows * terms, "values", why)) {
    return false;
  }
  for (int64_t t = 0; t < terms; t++) {
    const int32_t before = problem.inputs[1].i32[t], feature = problem.inputs[2].i32[t];
    if (before >= -1 && before < t && feature >= -1 && feature < columns) continue;
    *why = "expected terms before their own, and features that there are";
    return false;
  }
  return true;
}

End Run(Problem* problem, const Context& context) {
  const int64_t rows = static_cast<int64_t>(problem->numbers[0]), columns = static_cast<int64_t>(problem->numbers[1]);
  const int64_t terms = static_cast<int64_t>(problem->numbers[2]);
  const int32_t* before = problem->inputs[1].i32;
  const int32_t* feature = problem->inputs[2].i32;
  ParallelParts(context, rows, 64, [&](int64_t begin, int64_t end) {
    if (context.Stopped()) return;
    for (int64_t i = begin; i < end; i++) {
      const double* x = problem->inputs[0].f64 + i * columns;
      double* to = problem->outputs[0].data + i * terms;
      for (int64_t t = 0; t < terms; t++) to[t] = (before[t] < 0 ? 1 : to[before[t]]) * (feature[t] < 0 ? 1 : x[feature[t]]);
    }
  });
  return context.Stopped() ? End::kStopped : End::kDone;
}

}  // namespace

const Algorithm kPolynomial = {"polynomial", Check, Run};

}  // namespace linear
}  // namespace ridgeline
