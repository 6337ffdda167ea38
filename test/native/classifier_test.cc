// Losses of linear classifiers and their gradients against sums in long double, on every kernel table; the same bits on any number of
// threads; solvers against the conditions of a minimum.
#include <math.h>
#include <string.h>

#include <algorithm>
#include <random>
#include <vector>

#include "check.h"
#include "linear/lbfgs.h"
#include "linear/proximal.h"
#include "runtime/thread_pool.h"

using namespace ridgeline;
using namespace ridgeline::linear;

namespace {

struct Data {
  Data(int64_t rows, int64_t columns, int64_t outputs, bool sparse = false) {
    std::mt19937 random(static_cast<uint32_t>(rows * 31 + columns));
    std::normal_distribution<double> normal;
    const size_t n = static_cast<size_t>(rows), p = static_cast<size_t>(columns);
    // Of sparse rows two in three numbers are 0; some rows have none.
    for (size_t i = 0; i < n * p; i++) x.push_back(sparse && (random() % 3 > 0 || i / p % 11 == 5) ? 0 : normal(random) + 3);
    for (size_t i = 0; i < n; i++) {
      labels.push_back(static_cast<int32_t>(random() % static_cast<uint32_t>(std::max<int64_t>(outputs, 2))));
      targets.push_back(labels.back() == 1 ? 1 : -1);
      weights.push_back(i % 5 == 3 ? 0 : 0.5 + 0.1 * static_cast<double>(i % 7));
    }
    samples = {rows, columns, x.data(), targets.data(), labels.data(), weights.data(), nullptr};
    if (!sparse) return;
    start.push_back(0);
    for (size_t i = 0; i < n; i++) {
      for (size_t j = 0; j < p; j++) {
        if (x[i * p + j] == 0) continue;
        values.push_back(x[i * p + j]);
        index.push_back(static_cast<int32_t>(j));
      }
      start.push_back(static_cast<int32_t>(values.size()));
    }
    samples.x = nullptr;
    samples.sparse = {values.data(), index.data(), start.data()};
  }
  std::vector<double> x, targets, weights;
  std::vector<int32_t> labels;
  std::vector<double> values;
  std::vector<int32_t> index, start;
  Samples samples;
};

const char* kNames[] = {"logistic", "softmax", "squared hinge"};

// Loss and derivatives by the scores of one row.
long double RowLoss(Loss loss, const std::vector<long double>& z, double target, int32_t label, std::vector<long double>* by_score,
                    long double* margin) {
  by_score->assign(z.size(), 0);
  if (loss == Loss::kSoftmax) {
    long double most = -INFINITY, other = -INFINITY, sum = 0;
    for (size_t c = 0; c < z.size(); c++) {
      most = std::max(most, z[c]);
      if (c != static_cast<size_t>(label)) other = std::max(other, z[c]);
    }
    for (long double score : z) sum += expl(score - most);
    for (size_t c = 0; c < z.size(); c++) (*by_score)[c] = expl(z[c] - most) / sum - (c == static_cast<size_t>(label) ? 1 : 0);
    *margin = z[static_cast<size_t>(label)] - other;
    return most + logl(sum) - z[static_cast<size_t>(label)];
  }
  *margin = target * z[0];
  if (loss == Loss::kLogistic) {
    (*by_score)[0] = -target / (1 + expl(*margin));
    return *margin > 0 ? log1pl(expl(-*margin)) : log1pl(expl(*margin)) - *margin;
  }
  const long double hinge = std::max(0.0L, 1 - *margin);
  (*by_score)[0] = -2 * target * hinge;
  return hinge * hinge;
}

void CheckLoss(const KernelTable* table, Loss loss, int64_t rows, int64_t columns, int64_t outputs, bool sparse) {
  const Data data(rows, columns, outputs, sparse);
  std::vector<double> w, b;
  std::mt19937 random(7);
  std::normal_distribution<double> normal;
  for (int64_t i = 0; i < outputs * columns; i++) w.push_back(normal(random) / sqrt(10.0 * static_cast<double>(columns)));
  for (int64_t c = 0; c < outputs; c++) b.push_back(0.3 * normal(random));

  std::vector<long double> want(static_cast<size_t>(outputs * (columns + 1)));
  long double value = 0, least = INFINITY, scale = 0;
  for (int64_t i = 0; i < rows; i++) {
    std::vector<long double> z, by_score;
    for (int64_t c = 0; c < outputs; c++) {
      long double score = b[static_cast<size_t>(c)];
      for (int64_t j = 0; j < columns; j++)
        score += static_cast<long double>(w[static_cast<size_t>(c * columns + j)]) * data.x[static_cast<size_t>(i * columns + j)];
      z.push_back(score);
    }
    long double margin;
    const size_t row = static_cast<size_t>(i);
    const long double s = data.weights[row];
    value += s * RowLoss(loss, z, data.targets[row], data.labels[row], &by_score, &margin);
    if (s > 0) least = std::min(least, margin);
    for (int64_t c = 0; c < outputs; c++) {
      const long double r = s * by_score[static_cast<size_t>(c)];
      for (int64_t j = 0; j < columns; j++) {
        want[static_cast<size_t>(c * columns + j)] += r * data.x[static_cast<size_t>(i * columns + j)];
        scale += fabsl(r * data.x[static_cast<size_t>(i * columns + j)]) / static_cast<long double>(columns);
      }
      want[static_cast<size_t>(outputs * columns + c)] += r;
    }
  }

  std::vector<double> first;
  for (const int32_t threads : {1, 2, 3}) {
    ParallelContext parallel(threads);
    const Context context(table, parallel.parallel(), nullptr);
    MarginLoss margin_loss(context, loss, data.samples, outputs);
    std::vector<double> got(want.size() + 2);
    CHECK(margin_loss.Allocate(), "memory");
    for (int repeat = 0; repeat < 2; repeat++) {
      CHECK(margin_loss.Evaluate(w.data(), b.data(), &got[want.size()], got.data(), got.data() + outputs * columns, &got[want.size() + 1]),
            "memory");
      if (first.empty()) first = got;
      CHECK(memcmp(first.data(), got.data(), got.size() * sizeof(double)) == 0, "%s %s: other bits on %d threads", table->name,
            kNames[static_cast<int>(loss)], threads);
    }
  }
  const char* name = kNames[static_cast<int>(loss)];
  CHECK(fabsl(first[want.size()] - value) <= 1e-13L * value, "%s %s [%lld, %lld]: value %.17g, want %.17Lg", table->name, name,
        (long long)rows, (long long)columns, first[want.size()], value);
  CHECK(fabsl(first[want.size() + 1] - least) <= 1e-12L * (1 + fabsl(least)), "%s %s: least margin %g, want %Lg", table->name, name,
        first[want.size() + 1], least);
  for (size_t i = 0; i < want.size(); i++) {
    CHECK(fabsl(first[i] - want[i]) <= 1e-13L * (scale + fabsl(want[i])), "%s %s [%lld, %lld] gradient %zu: %.17g, want %.17Lg",
          table->name, name, (long long)rows, (long long)columns, i, first[i], want[i]);
  }
}

// The violation of what the solvers find, computed anew; and the same bits on any number of threads.
void CheckSolver(Loss loss, int64_t rows, int64_t columns, int64_t outputs, Penalty penalty, bool sparse = false) {
  const Data data(rows, columns, outputs, sparse);
  const char* error = nullptr;
  const KernelTable* table = SelectKernels(&error);
  std::vector<double> first;
  for (const int32_t threads : {1, 2}) {
    ParallelContext parallel(threads);
    const Context context(table, parallel.parallel(), nullptr);
    PenalizedLoss objective(context, loss, data.samples, outputs, true, penalty);
    CHECK(objective.Prepare(), "memory");
    std::vector<double> u(static_cast<size_t>(objective.size)), gradient(u.size());
    Trace trace;
    trace.most = 5000;
    trace.context = &context;
    const Ending ending = objective.smooth() ? MinimizeLbfgs(&objective, u.data(), 1e-10, 5000, &trace)
                                             : MinimizeProximal(&objective, u.data(), 1e-10, &trace);
    double value, violation;
    CHECK(objective.Evaluate(u.data(), &value, gradient.data(), &violation), "memory");
    CHECK(ending == Ending::kConverged && violation <= 1e-10 && trace.violation == violation,
          "%s l1 %g l2 %g: ending %d, violation %g after %lld", kNames[static_cast<int>(loss)], penalty.l1, penalty.l2,
          static_cast<int>(ending), violation, (long long)trace.iterations);
    if (first.empty()) first = u;
    CHECK(memcmp(first.data(), u.data(), u.size() * sizeof(double)) == 0, "other bits on %d threads", threads);
  }
}

}  // namespace

int main() {
  for (const char* name : {"baseline", "avx2", "avx512", "neon"}) {
    const KernelTable* table = KernelsByName(name);
    if (table == nullptr) continue;
    for (const int64_t rows : {1, 7, 65, 1500}) {
      for (const int64_t columns : {1, 5, 67, 300}) {
        for (const bool sparse : {false, true}) {
          CheckLoss(table, Loss::kLogistic, rows, columns, 1, sparse);
          CheckLoss(table, Loss::kSquaredHinge, rows, columns, 1, sparse);
          CheckLoss(table, Loss::kSoftmax, rows, columns, 3, sparse);
        }
      }
    }
    CheckLoss(table, Loss::kSoftmax, 400, 30, 17, false);
  }
  for (const Penalty penalty : {Penalty{0, 1}, Penalty{3, 0}, Penalty{2, 0.5}}) {
    CheckSolver(Loss::kLogistic, 300, 20, 1, penalty);
    CheckSolver(Loss::kSquaredHinge, 300, 20, 1, penalty);
    CheckSolver(Loss::kSoftmax, 300, 20, 4, penalty);
    CheckSolver(Loss::kLogistic, 40, 200, 1, penalty);
    CheckSolver(Loss::kLogistic, 300, 20, 1, penalty, true);
    CheckSolver(Loss::kSoftmax, 300, 20, 4, penalty, true);
  }
  return check::Finish("classifier_test");
}
