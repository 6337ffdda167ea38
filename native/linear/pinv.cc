// The pseudoinverse, by singular values (Goodfellow, Bengio and Courville, "Deep Learning", 2.9 and 7.3).
#include <algorithm>
#include <cfloat>
#include <cstring>

#include "algorithms.h"
#include "check.h"
#include "svd.h"

namespace ridgeline {
namespace linear {
namespace {

// numbers: rows, columns, tolerance (relative to the largest singular value; 0: the machine's); inputs: a. outputs: inverse[columns, rows],
// rank[1]
bool Check(const Problem& problem, std::string* why) {
  int64_t rows, columns;
  if (!SizeAt(problem, 0, "rows", &rows, why) || !SizeAt(problem, 1, "columns", &columns, why)) return false;
  if (problem.numbers.size() != 3 || !(problem.numbers[2] >= 0)) {
    *why = "expected a tolerance of 0 or more";
    return false;
  }
  return InputIs(problem, 0, rows * columns, "a", why) && OutputIs(problem, 0, rows * columns, "the inverse", why) &&
         OutputIs(problem, 1, 1, "rank", why);
}

End Run(Problem* problem, const Context& context) {
  const int64_t rows = static_cast<int64_t>(problem->numbers[0]), columns = static_cast<int64_t>(problem->numbers[1]);
  Svd svd;
  const End end = DecomposeSingular(context, problem->inputs[0].f64, rows, columns, true, &svd);
  if (end != End::kDone || svd.k == 0) return end;
  const double least = problem->numbers[2] > 0 ? svd.s[0] * problem->numbers[2] : RankTolerance(svd);
  int64_t rank = 0;
  for (; rank < svd.k && svd.s[rank] > least; rank++) {
    for (int64_t c = 0; c < columns; c++) svd.v[rank * columns + c] /= svd.s[rank];
  }
  problem->outputs[1].data[0] = static_cast<double>(rank);
  if (rank == 0) return End::kDone;
  return Product(context, columns, rows, rank, 1, svd.v.get(), columns, true, svd.u.get(), rows, false, 0, problem->outputs[0].data, rows)
             ? End::kDone
             : End::kMemory;
}

}  // namespace

const Algorithm kPinv = {"pinv", Check, Run};

}  // namespace linear
}  // namespace ridgeline
