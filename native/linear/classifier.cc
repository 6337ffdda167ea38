// Linear classifiers by the methods of lbfgs.h and proximal.h.
#include <algorithm>
#include <cmath>

#include "algorithms.h"
#include "center.h"
#include "lbfgs.h"
#include "proximal.h"

namespace ridgeline {
namespace linear {
namespace {

// numbers: loss, rows, columns, outputs of a problem, problems, intercept (0 or 1), l1, l2, tol, iterations per problem, sparse (0 or 1).
// inputs: x [rows, columns] or the stored numbers, labels int32 [rows], weights of rows [rows], where to start: w [problems * outputs,
// columns] and b; of a sparse x columns and positions (sparse_rows.h).
// outputs: w and b, the same; of each problem what Report writes.
// A problem of one score tells label 1 from the others; of several such problems, each tells its own label.
struct Sizes {
  int64_t loss, rows, columns, outputs, problems, intercept, iterations, sparse;
  int64_t Parameters() const { return problems * outputs * (columns + 1); }
};
constexpr int64_t kReported = 7;

bool ReadSizes(const Problem& problem, Sizes* s, std::string* why) {
  if (!IntegerAt(problem, 0, 0, 2, "loss", &s->loss, why) || !IntegerAt(problem, 1, 1, kMaxSize, "rows", &s->rows, why) ||
      !IntegerAt(problem, 2, 1, kMaxSize, "columns", &s->columns, why) || !IntegerAt(problem, 3, 1, 65536, "outputs", &s->outputs, why) ||
      !IntegerAt(problem, 4, 1, 65536, "problems", &s->problems, why) || !IntegerAt(problem, 5, 0, 1, "intercept", &s->intercept, why) ||
      !IntegerAt(problem, 9, 0, kMaxSize, "iterations", &s->iterations, why) || !IntegerAt(problem, 10, 0, 1, "sparse", &s->sparse, why))
    return false;
  if ((s->loss == static_cast<int64_t>(Loss::kSoftmax) ? s->problems : s->outputs) != 1) {
    *why = "expected one problem of a loss of several scores, and one output of a loss of one score";
    return false;
  }
  return true;
}

bool Check(const Problem& problem, std::string* why) {
  Sizes s;
  if (!ReadSizes(problem, &s, why)) return false;
  for (size_t i = 6; i < 9; i++) {
    if (!(problem.numbers[i] >= 0)) {
      *why = "expected l1, l2 and tol of 0 or more";
      return false;
    }
  }
  const bool fits =
      s.sparse == 1 ? SparseRowsFit(problem, 0, 4, 5, s.rows, s.columns, why) : InputIs(problem, 0, s.rows * s.columns, "x", why);
  if (!fits || !IndicesAre(problem, 1, s.rows, "labels", why) || !InputIs(problem, 2, s.rows, "weights", why) ||
      !InputIs(problem, 3, s.Parameters(), "start", why) || !OutputIs(problem, 0, s.Parameters(), "parameters", why) ||
      !OutputIs(problem, 1, kReported * s.problems, "report", why))
    return false;
  for (int64_t i = 0; s.loss == static_cast<int64_t>(Loss::kSoftmax) && i < s.rows; i++) {
    if (problem.inputs[1].i32[i] < 0 || problem.inputs[1].i32[i] >= s.outputs) {
      *why = "expected labels below the number of outputs";
      return false;
    }
  }
  return true;
}

// The scores of all classes may be moved together; the intercepts are given with a mean of 0.
void CenterIntercepts(double* b, int64_t outputs) {
  double mean = 0;
  for (int64_t c = 0; c < outputs; c++) mean += b[c] / static_cast<double>(outputs);
  for (int64_t c = 0; c < outputs; c++) b[c] -= mean;
}

// Columns whose mean is large against their spread leave scores few digits: then all are centered first. Some of the rows tell.
bool FarFromZero(const double* x, int64_t rows, int64_t columns, double* sums) {
  constexpr int64_t kSampled = 64;
  constexpr double kFar = 4;
  const int64_t stride = std::max<int64_t>(1, rows / kSampled);
  double *mean = sums, *squares = sums + columns;
  double count = 0;
  for (int64_t i = 0; i < rows; i += stride) {
    count++;
    for (int64_t j = 0; j < columns; j++) {
      const double off = x[i * columns + j] - mean[j];
      mean[j] += off / count;
      squares[j] += off * (x[i * columns + j] - mean[j]);
    }
  }
  for (int64_t j = 0; j < columns; j++) {
    if (squares[j] > 0 && std::fabs(mean[j]) > kFar * std::sqrt(squares[j] / count)) return true;
  }
  return false;
}

void Report(double* to, Ending ending, const Trace& trace, const PenalizedLoss& objective) {
  to[0] = static_cast<double>(ending);
  to[1] = static_cast<double>(trace.iterations);
  to[2] = trace.violation;
  to[3] = objective.full_value();
  to[4] = objective.least_margin();
  to[5] = objective.Norm();
  to[6] = trace.norms.empty() ? 0 : trace.norms[trace.norms.size() / 2];
}

End Run(Problem* problem, const Context& context) {
  Sizes s;
  std::string why;
  if (!ReadSizes(*problem, &s, &why)) return End::kMemory;
  const Loss loss = static_cast<Loss>(s.loss);
  const Penalty penalty = {problem->numbers[6], problem->numbers[7]};
  const int64_t scores = s.problems * s.outputs, stride = s.outputs * s.columns;
  const int32_t* labels = problem->inputs[1].i32;
  double* x = problem->inputs[0].f64;
  Doubles targets, u, work;
  if (!targets.Allocate(s.rows) || !u.Allocate(s.outputs * (s.columns + 1)) || !work.Allocate(2 * s.columns)) return End::kMemory;
  const double* shift = nullptr;
  // Sparse columns are as they are: most of their numbers are 0.
  const SparseRows sparse = s.sparse == 1 ? SparseRowsOf(*problem, 0, 4, 5) : SparseRows();
  if (s.intercept == 1 && s.sparse == 0 && FarFromZero(x, s.rows, s.columns, work.get())) {
    if (!ColumnMeans(context, x, s.rows, s.columns, nullptr, work.get())) return End::kMemory;
    ShiftRows(context, x, s.rows, s.columns, work.get(), nullptr);
    shift = work.get();
  }
  std::copy_n(problem->inputs[3].f64, s.Parameters(), problem->outputs[0].data);
  for (int64_t c = 0; c < s.problems; c++) {
    const int32_t own = s.problems == 1 ? 1 : static_cast<int32_t>(c);
    for (int64_t i = 0; i < s.rows; i++) targets[i] = labels[i] == own ? 1 : -1;
    const Samples samples = {s.rows, s.columns, s.sparse == 1 ? nullptr : x, targets.get(), labels, problem->inputs[2].f64, shift, sparse};
    PenalizedLoss objective(context, loss, samples, s.outputs, s.intercept == 1, penalty);
    double *w = problem->outputs[0].data + c * stride, *b = problem->outputs[0].data + scores * s.columns + c * s.outputs;
    if (!objective.Prepare()) return End::kMemory;
    objective.FromWeights(w, b, u.get());
    Trace trace;
    trace.most = s.iterations;
    trace.context = &context;
    const double tol = problem->numbers[8];
    const Ending ending = objective.smooth() ? MinimizeLbfgs(&objective, u.get(), tol, s.iterations, &trace)
                                             : MinimizeProximal(&objective, u.get(), tol, &trace);
    if (ending == Ending::kMemory) return End::kMemory;
    if (ending == Ending::kStopped) return End::kStopped;
    // A search that failed has left the objective at another point.
    Doubles gradient;
    double value, violation;
    if (ending == Ending::kPrecision &&
        (!gradient.Allocate(objective.size) || !objective.Evaluate(u.get(), &value, gradient.get(), &violation)))
      return End::kMemory;
    objective.ToWeights(u.get(), w, b);
    if (loss == Loss::kSoftmax) CenterIntercepts(b, s.outputs);
    Report(problem->outputs[1].data + c * kReported, ending, trace, objective);
  }
  return End::kDone;
}

}  // namespace

const Algorithm kClassifier = {"classifier", &Check, &Run};

}  // namespace linear
}  // namespace ridgeline
