// Ridge regression in closed form: (X^T X + alpha I) w = X^T y, or where features outnumber rows w = X^T (X X^T + alpha I)^-1 y
// (Goodfellow, Bengio and Courville, "Deep Learning", 7.1.1 and 7.3; Hastie, Tibshirani and Friedman, "The Elements of Statistical
// Learning", 3.4.1).
#include <cstring>

#include "algorithms.h"
#include "center.h"
#include "check.h"
#include "cholesky.h"
#include "shifted.h"

namespace ridgeline {
namespace linear {
namespace {

// numbers: rows, columns, outputs, intercept, alphas (1 or outputs); inputs: x, y, alphas, weights (or none).
// outputs: coef[outputs, columns], intercept[outputs], singular[1]
bool Check(const Problem& problem, std::string* why) {
  Regression sizes;
  int64_t alphas;
  if (!CheckRegression(problem, 3, &sizes, why) || !SizeAt(problem, 4, "alphas", &alphas, why)) return false;
  if (alphas != 1 && alphas != sizes.outputs) {
    *why = "expected one alpha, or one for each output";
    return false;
  }
  return InputIs(problem, 2, alphas, "alphas", why) && OutputIs(problem, 0, sizes.outputs * sizes.columns, "coef", why) &&
         OutputIs(problem, 1, sizes.outputs, "intercept", why) && OutputIs(problem, 2, 1, "singular", why);
}

void Transpose(const double* from, int64_t rows, int64_t columns, double* to) {
  for (int64_t i = 0; i < rows; i++) {
    for (int64_t j = 0; j < columns; j++) to[j * rows + i] = from[i * columns + j];
  }
}

struct Loaded {
  Shifted rows;
  Centers centers;
};

bool Load(Problem* problem, const Context& context) {
  const auto loaded = std::make_shared<Loaded>();
  problem->loaded = loaded;
  Regression r = ReadRegression(problem, 3);
  return CenterOutputs(context, &r, &loaded->centers) && loaded->rows.Take(context, r);
}

End Run(Problem* problem, const Context& context) {
  Regression r = ReadRegression(problem, 3);
  const int64_t alphas = static_cast<int64_t>(problem->numbers[4]);
  const double* alpha = problem->inputs[2].f64;
  double* coef = problem->outputs[0].data;
  double* singular = problem->outputs[2].data;
  auto& [shifted, centers] = *static_cast<Loaded*>(problem->loaded.get());
  if (!centers.x.Allocate(r.columns)) return End::kMemory;
  const double* x = shifted.x();
  const int64_t stride = shifted.stride();
  const bool dual = r.columns > r.rows;
  const int64_t size = dual ? r.rows : r.columns;
  Doubles gram, factor, right;
  if (!gram.Allocate(size * size) || !right.Allocate(r.outputs * size)) return End::kMemory;
  if (alphas > 1 && !factor.Allocate(size * size)) return End::kMemory;
  if (dual) {
    shifted.Center(context);
    if (!Product(context, size, size, r.columns, 1, x, stride, false, x, stride, true, 0, gram.get(), size)) return End::kMemory;
    Transpose(r.y, r.rows, r.outputs, right.get());
  } else {
    const End end = shifted.CenteredGram(context, gram.get());
    if (end != End::kDone) return end;
    if (!shifted.Products(context, r, right.get())) return End::kMemory;
  }
  for (int64_t a = 0; a < alphas; a++) {
    double* matrix = gram.get();
    if (alphas > 1) {
      matrix = factor.get();
      std::memcpy(matrix, gram.get(), static_cast<size_t>(size * size) * sizeof(double));
    }
    for (int64_t i = 0; i < size; i++) matrix[i * size + i] += alpha[a];
    const Factored end = Cholesky(context, matrix, size, size);
    if (end == Factored::kMemory) return End::kMemory;
    if (end == Factored::kStopped) return End::kStopped;
    if (end == Factored::kSingular) {
      singular[0] = 1;
      return End::kDone;
    }
    CholeskySolve(context, matrix, size, size, right.get() + (alphas > 1 ? a * size : 0), alphas > 1 ? 1 : r.outputs, size);
  }
  if (dual) {
    if (!Product(context, r.outputs, r.columns, size, 1, right.get(), size, false, x, stride, false, 0, coef, r.columns))
      return End::kMemory;
  } else {
    std::memcpy(coef, right.get(), static_cast<size_t>(r.outputs * size) * sizeof(double));
  }
  for (int64_t j = 0; j < r.columns; j++) centers.x[j] = shifted.Mean(j);
  Intercepts(context, r, centers, coef, problem->outputs[1].data);
  return End::kDone;
}

}  // namespace

const Algorithm kRidge = {"ridge", Check, Run, Load};

}  // namespace linear
}  // namespace ridgeline
