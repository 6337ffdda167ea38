// Lasso and elastic net for a list of penalties, each solved from the solution of the one before (Friedman, Hastie and Tibshirani 2010),
// and the errors of such paths on parts of the data that were left out. Objective, with weights s of the sum n: 1/(2n) sum_i s_i (y_i - x_i
// w - b)^2 + alpha l1Ratio |w|_1 + alpha (1 - l1Ratio)/2 |w|^2.
#include <algorithm>
#include <cmath>

#include "../runtime/thread_pool.h"
#include "algorithms.h"
#include "check.h"
#include "sparse_check.h"
#include "sparse_solver.h"

namespace ridgeline {
namespace linear {
namespace {

// precompute
constexpr int64_t kNever = 0, kAuto = 1, kAlways = 2, kGiven = 3;

struct Options {
  int64_t intercept, alphas, automatic, positive, random, precompute, sweeps;
  double eps, tolerance;
  uint64_t seed;
};

bool ReadOptions(const Problem& problem, Options* o, std::string* why) {
  int64_t seed;
  if (!IntegerAt(problem, 4, 0, 1, "intercept", &o->intercept, why) || !IntegerAt(problem, 5, 1, kMaxSize, "alphas", &o->alphas, why) ||
      !IntegerAt(problem, 6, 0, 1, "automatic", &o->automatic, why) || !IntegerAt(problem, 7, 0, 1, "positive", &o->positive, why) ||
      !IntegerAt(problem, 8, 0, 1, "random", &o->random, why) || !IntegerAt(problem, 9, 0, 9e15, "seed", &seed, why) ||
      !IntegerAt(problem, 10, 0, 3, "precompute", &o->precompute, why) || !IntegerAt(problem, 11, 1, 9e15, "maxIter", &o->sweeps, why))
    return false;
  if (problem.numbers.size() < 15) {
    *why = "expected eps, tol and l1Ratio";
    return false;
  }
  o->seed = static_cast<uint64_t>(seed);
  o->eps = problem.numbers[12];
  o->tolerance = problem.numbers[13];
  return true;
}

// The largest penalty with a weight that is not 0.
double LargestAlpha(const std::vector<double>& products, bool positive, double ratio, double n) {
  double largest = 0;
  for (const double q : products) largest = std::max(largest, positive ? q : std::fabs(q));
  return largest / (n * ratio);
}

// From the largest down to eps times it, evenly in the logarithm.
void Grid(double largest, double eps, int64_t count, double* alphas) {
  const double floor = 2.220446049250313e-16;
  for (int64_t k = 0; k < count; k++) {
    const double share = count > 1 ? static_cast<double>(k) / static_cast<double>(count - 1) : 0;
    alphas[k] = largest <= floor ? floor : largest * std::pow(eps, share);
  }
}

double Intercept(const Design& design, const std::vector<double>& w, double mean) {
  double b = mean;
  for (size_t j = 0; j < w.size(); j++) {
    if (w[j] != 0) b -= w[j] * design.Mean(static_cast<int64_t>(j));
  }
  return b;
}

// A Gram matrix of all features pays where it costs less than the looks at X that it saves.
bool WantsGram(const Options& o, const Design& design, int64_t alphas) {
  if (o.precompute == kAlways) return true;
  return o.precompute == kAuto && design.rows > design.columns && design.columns <= 10 * alphas && design.columns <= 8192;
}

// What is made of x: its columns, and what the first output needs of them.
struct Loaded {
  Design design;
  std::vector<double> y, products;
  double mean = 0;  // of the first output
};

// numbers: rows, columns, outputs, sparse, intercept, alphas, automatic, positive, random, seed, precompute, maxIter, eps, tol, l1Ratio.
// inputs: x, y, index, start, weights, alphas, first coef [outputs, columns], Gram matrix [columns, columns]; those not used are empty.
// outputs: coef [outputs, alphas, columns], intercept, gap, sweeps, converged (-1: the Gram matrix is of other features; -2: a dense x is
// not finite, or its squares are not; each [outputs, alphas]), alphas.
bool CheckPath(const Problem& problem, std::string* why) {
  SparseSizes s;
  Options o;
  if (!CheckSource(problem, &s, why) || !ReadOptions(problem, &o, why)) return false;
  const int64_t fits = s.outputs * o.alphas;
  return (o.automatic || InputIs(problem, 5, o.alphas, "alphas", why)) &&
         OptionalInput(problem, 6, s.outputs * s.columns, "coefInit", why) &&
         (o.precompute != kGiven || InputIs(problem, 7, s.columns * s.columns, "precompute", why)) &&
         OutputIs(problem, 0, fits * s.columns, "coef", why) && OutputIs(problem, 1, fits, "intercept", why) &&
         OutputIs(problem, 2, fits, "gap", why) && OutputIs(problem, 3, fits, "sweeps", why) &&
         OutputIs(problem, 4, fits, "converged", why) && OutputIs(problem, 5, o.alphas, "alphas", why);
}

// Sizes and options that were checked before. Positions in a sparse x are not looked at again: its numbers may be gone.
void ReadChecked(const Problem& problem, SparseSizes* s, Options* o) {
  std::string why;
  CheckSizes(problem, s, &why);
  ReadOptions(problem, o, &why);
}

bool LoadPath(Problem* problem, const Context& context) {
  SparseSizes s;
  Options o;
  ReadChecked(*problem, &s, &o);
  const Source source = SourceOf(*problem, s);
  const auto loaded = std::make_shared<Loaded>();
  loaded->mean = CenterTargets(problem->inputs[1].f64, s.outputs, s.rows, source.weight, o.intercept != 0, &loaded->y);
  problem->loaded = loaded;
  return loaded->design.Load(source, o.intercept != 0, loaded->y.data(), context, &loaded->products);
}

End RunPath(Problem* problem, const Context& context) {
  SparseSizes s;
  Options o;
  ReadChecked(*problem, &s, &o);
  const double ratio = problem->numbers[14], n = static_cast<double>(s.rows);
  const double* weight = problem->inputs[4].length > 0 ? problem->inputs[4].f64 : nullptr;
  const double* first = problem->inputs[6].length > 0 ? problem->inputs[6].f64 : nullptr;
  const double* given = o.precompute == kGiven ? problem->inputs[7].f64 : nullptr;
  double* alphas = problem->outputs[5].data;
  auto& [design, y, products, mean] = *static_cast<Loaded*>(problem->loaded.get());
  if (!design.finite) {
    problem->outputs[4].data[0] = -2;
    return End::kDone;
  }
  for (int64_t t = 0; t < s.outputs; t++) {
    if (t > 0) {
      mean = CenterTargets(problem->inputs[1].f64 + t, s.outputs, s.rows, weight, o.intercept != 0, &y);
      std::vector<int64_t> all(static_cast<size_t>(s.columns));
      for (size_t j = 0; j < all.size(); j++) all[j] = static_cast<int64_t>(j);
      design.Products(all.data(), s.columns, y.data(), products.data(), context);
    }
    if (t == 0) {
      if (o.automatic) {
        Grid(LargestAlpha(products, o.positive != 0, ratio, n), o.eps, o.alphas, alphas);
      } else {
        std::copy_n(problem->inputs[5].f64, o.alphas, alphas);
      }
    }
    SparseSolver solver(context, design, y.data(), products);
    if (given != nullptr && !GramFits(given, design)) {
      problem->outputs[4].data[0] = -1;
      return End::kDone;
    }
    if (first != nullptr) solver.Start(first + t * s.columns);
    if ((given != nullptr || WantsGram(o, design, o.alphas)) && !solver.UseGram(given)) return End::kMemory;
    Order order = {o.random != 0, o.seed + static_cast<uint64_t>(t)};
    double previous = INFINITY;
    for (int64_t k = 0; k < o.alphas; k++) {
      const Penalty penalty = {alphas[k] * ratio * n, alphas[k] * (1 - ratio) * n, o.positive != 0};
      const SparseSolver::Fit fit = solver.Solve(penalty, previous, o.tolerance * solver.yy(), o.sweeps, &order);
      if (fit.end != End::kDone) return fit.end;
      previous = penalty.l1;
      const int64_t at = t * o.alphas + k;
      std::copy(solver.w().begin(), solver.w().end(), problem->outputs[0].data + at * s.columns);
      problem->outputs[1].data[at] = Intercept(design, solver.w(), mean);
      problem->outputs[2].data[at] = fit.gap / n;
      problem->outputs[3].data[at] = static_cast<double>(fit.sweeps);
      problem->outputs[4].data[at] = fit.converged;
      context.Report(static_cast<double>(at + 1), static_cast<double>(s.outputs * o.alphas), fit.gap / n);
    }
  }
  return End::kDone;
}

// numbers: as above (outputs: 1), then ratios, folds, and the ratios themselves in the place of l1Ratio and after.
// inputs: x, y, index, start, weights, alphas (alphas [ratios, alphas] or none), fold of each row (int32).
// outputs: mean squared errors [ratios, alphas, folds], alphas [ratios, alphas], paths that did not converge [ratios, folds].
struct CrossSizes {
  int64_t ratios, folds;
};
bool ReadCross(const Problem& problem, CrossSizes* c, std::string* why) {
  return IntegerAt(problem, 14, 1, kMaxSize, "ratios", &c->ratios, why) && IntegerAt(problem, 15, 2, kMaxSize, "folds", &c->folds, why);
}

bool CheckCross(const Problem& problem, std::string* why) {
  SparseSizes s;
  Options o;
  CrossSizes c;
  if (!CheckSource(problem, &s, why) || !ReadOptions(problem, &o, why) || !ReadCross(problem, &c, why)) return false;
  if (s.outputs != 1 || static_cast<int64_t>(problem.numbers.size()) != 16 + c.ratios || o.precompute == kGiven) {
    *why = "expected one output, the ratios, and no Gram matrix";
    return false;
  }
  if (!IndicesAre(problem, 6, s.rows, "folds", why)) return false;
  std::vector<int64_t> sizes(static_cast<size_t>(c.folds), 0);
  for (int64_t i = 0; i < s.rows; i++) {
    const int32_t fold = problem.inputs[6].i32[i];
    if (fold < 0 || fold >= c.folds) {
      *why = "expected folds from 0 to " + std::to_string(c.folds - 1);
      return false;
    }
    sizes[static_cast<size_t>(fold)]++;
  }
  for (const int64_t size : sizes) {
    if (size == 0 || size == s.rows) {
      *why = "expected rows within and without every fold";
      return false;
    }
  }
  return (o.automatic || InputIs(problem, 5, c.ratios * o.alphas, "alphas", why)) &&
         OutputIs(problem, 0, c.ratios * o.alphas * c.folds, "errors", why) && OutputIs(problem, 1, c.ratios * o.alphas, "alphas", why) &&
         OutputIs(problem, 2, c.ratios * c.folds, "warnings", why);
}

struct Fold {
  std::vector<int32_t> train, test;
  std::vector<double> y, weight;  // of train
};

Fold FoldOf(const Problem& problem, int64_t rows, int64_t fold, const double* weight) {
  Fold f;
  for (int64_t i = 0; i < rows; i++) {
    if (problem.inputs[6].i32[i] == fold) {
      f.test.push_back(static_cast<int32_t>(i));
      continue;
    }
    f.train.push_back(static_cast<int32_t>(i));
    f.y.push_back(problem.inputs[1].f64[i]);
    if (weight) f.weight.push_back(weight[i]);
  }
  return f;
}

// The mean squared error of weights on the rows that were left out, weighted.
double TestError(const Context& context, const Design& all, const Fold& fold, const std::vector<double>& w, double intercept,
                 const double* y, const double* weight, std::vector<double>* work) {
  std::fill(work->begin(), work->end(), 0.0);
  for (size_t j = 0; j < w.size(); j++) {
    if (w[j] == 0) continue;
    all.Add(static_cast<int64_t>(j), w[j], work->data(), context);
    intercept += w[j] * all.offset[j];
  }
  double sum = 0, total = 0;
  for (const int32_t i : fold.test) {
    const double s = weight ? weight[i] : 1, error = (*work)[static_cast<size_t>(i)] + intercept - y[i];
    sum += s * error * error;
    total += s;
  }
  return total > 0 ? sum / total : 0;
}

End RunCross(Problem* problem, const Context& context) {
  std::string why;
  SparseSizes s;
  Options o;
  CrossSizes c;
  if (!CheckSource(*problem, &s, &why) || !ReadOptions(*problem, &o, &why) || !ReadCross(*problem, &c, &why)) return End::kMemory;
  const Source source = SourceOf(*problem, s);
  const double* y = problem->inputs[1].f64;
  const double* ratios = problem->numbers.data() + 16;
  double* alphas = problem->outputs[1].data;
  std::vector<double> centered, products;
  CenterTargets(y, 1, s.rows, source.weight, o.intercept != 0, &centered);
  if (o.automatic) {
    Design whole;
    if (!whole.Load(source, o.intercept != 0, centered.data(), context, &products)) return End::kMemory;
    for (int64_t r = 0; r < c.ratios; r++)
      Grid(LargestAlpha(products, o.positive != 0, ratios[r], static_cast<double>(s.rows)), o.eps, o.alphas, alphas + r * o.alphas);
  } else {
    std::copy_n(problem->inputs[5].f64, c.ratios * o.alphas, alphas);
  }
  // Folds are made of columns without weights.
  Design all;
  Source plain = source;
  plain.weight = nullptr;
  if (!all.Load(plain, o.intercept != 0, centered.data(), context, &products)) return End::kMemory;
  problem->inputs[0].memory.reset();

  std::atomic<int64_t> finished{0};
  std::vector<End> ends(static_cast<size_t>(c.folds), End::kDone);
  ForEach(context, c.folds, [&](int64_t f) {
    // One thread to a fold: within it nothing is shared.
    ParallelContext alone(1);
    const Context inner = context.With(alone.parallel());
    const Fold fold = FoldOf(*problem, s.rows, f, source.weight);
    const double n = static_cast<double>(fold.train.size());
    const double* weight = source.weight ? fold.weight.data() : nullptr;
    std::vector<double> target, slopes, work(static_cast<size_t>(s.rows));
    const double mean = CenterTargets(fold.y.data(), 1, static_cast<int64_t>(fold.train.size()), weight, o.intercept != 0, &target);
    Design design;
    if (!design.Take(all, fold.train, weight, o.intercept != 0, target.data(), inner, &slopes)) {
      ends[static_cast<size_t>(f)] = End::kMemory;
      return;
    }
    const bool gram = WantsGram(o, design, o.alphas * c.ratios);
    SparseSolver solver(inner, design, target.data(), slopes);
    if (gram && !solver.UseGram(nullptr)) {
      ends[static_cast<size_t>(f)] = End::kMemory;
      return;
    }
    const std::vector<double> none(static_cast<size_t>(s.columns), 0);
    for (int64_t r = 0; r < c.ratios; r++) {
      Order order = {o.random != 0, o.seed};
      double previous = INFINITY;
      solver.Start(none.data());
      for (int64_t k = 0; k < o.alphas; k++) {
        const double alpha = alphas[r * o.alphas + k];
        const Penalty penalty = {alpha * ratios[r] * n, alpha * (1 - ratios[r]) * n, o.positive != 0};
        const SparseSolver::Fit fit = solver.Solve(penalty, previous, o.tolerance * solver.yy(), o.sweeps, &order);
        if (fit.end != End::kDone) {
          ends[static_cast<size_t>(f)] = fit.end;
          return;
        }
        previous = penalty.l1;
        problem->outputs[2].data[r * c.folds + f] += !fit.converged;
        problem->outputs[0].data[(r * o.alphas + k) * c.folds + f] =
            TestError(inner, all, fold, solver.w(), Intercept(design, solver.w(), mean), y, source.weight, &work);
        finished.fetch_add(1, std::memory_order_relaxed);
      }
      // Reports come from the thread that the work was given to.
      if (f == 0) context.Report(static_cast<double>(finished.load()), static_cast<double>(c.folds * c.ratios * o.alphas), 0);
    }
  });
  for (const End end : ends) {
    if (end != End::kDone) return end;
  }
  return End::kDone;
}

}  // namespace

const Algorithm kSparsePath = {"sparsePath", CheckPath, RunPath, LoadPath};
const Algorithm kSparseCross = {"sparseCross", CheckCross, RunCross};

}  // namespace linear
}  // namespace ridgeline
