// Orthogonal matching pursuit: the feature with the largest product with the residual joins, least squares on those that have, again (Pati,
// Rezaiifar and Krishnaprasad 1993). In the batch form (Rubinstein, Zibulevsky and Elad 2008) all is told by X^T y and rows of the Gram
// matrix, which the targets share: a factor L L^T of the chosen features grows by a row, and residuals are never formed.
#include <algorithm>
#include <cmath>

#include "algorithms.h"
#include "dense.h"
#include "sparse_check.h"

namespace ridgeline {
namespace linear {
namespace {

// precompute
constexpr int64_t kNever = 0, kAuto = 1, kAlways = 2, kGiven = 3;
constexpr int64_t kLargestGram = 8192;
// Rows of the Gram matrix that are made together, since a row by itself is read from memory: that which is asked for, and those of the
// features with the largest slopes, which are likely to be next.
constexpr int64_t kRowsTogether = 32;
// Rows cost twice what their share of the whole matrix of a tall X does, of which half is computed: with more than a share of 1 / kShare of
// them, or less than half of them asked for, the whole is made.
constexpr int64_t kShare = 4;
// Of rows that are made together, at most.
constexpr int64_t kMostNumbers = int64_t{1} << 23;
// A feature whose part beside those that are chosen is a smaller share of it depends on them.
constexpr double kDependent = 1e-14;

struct Options {
  int64_t intercept, nonzeros, precompute;
  double tolerance;  // of the squared residual; negative: none
};

// numbers: rows, columns, outputs, sparse, intercept, nonzeros, precompute, tol. inputs: x, y, index, start, weights, Gram matrix.
// outputs: coef [outputs, columns], intercept, squared residual, non-zeros, dependent (1: ended before it was done; of the first one -1:
// the Gram matrix is of other features; -2: a dense x is not finite, or its squares are not), each [outputs].
bool ReadOptions(const Problem& problem, Options* o, std::string* why) {
  if (!IntegerAt(problem, 4, 0, 1, "intercept", &o->intercept, why) || !IntegerAt(problem, 5, 1, kMaxSize, "nonzeros", &o->nonzeros, why) ||
      !IntegerAt(problem, 6, kNever, kGiven, "precompute", &o->precompute, why))
    return false;
  if (problem.numbers.size() < 8) {
    *why = "expected tol";
    return false;
  }
  o->tolerance = problem.numbers[7];
  return true;
}

bool Check(const Problem& problem, std::string* why) {
  SparseSizes s;
  Options o;
  return CheckSource(problem, &s, why) && ReadOptions(problem, &o, why) &&
         (o.precompute != kGiven || InputIs(problem, 5, s.columns * s.columns, "precompute", why)) &&
         OutputIs(problem, 0, s.outputs * s.columns, "coef", why) && OutputIs(problem, 1, s.outputs, "intercept", why) &&
         OutputIs(problem, 2, s.outputs, "residual", why) && OutputIs(problem, 3, s.outputs, "nonzeros", why) &&
         OutputIs(problem, 4, s.outputs, "dependent", why);
}

// Rows of the Gram matrix: all of them, or some when one of them is first asked for.
class GramRows {
 public:
  // automatic: may make the whole matrix where that turns out to be less work.
  GramRows(const Context& context, const Design& design, bool automatic)
      : context_(context), design_(design), automatic_(automatic), rows_(static_cast<size_t>(design.columns)), all_(rows_.size()) {
    for (size_t j = 0; j < all_.size(); j++) all_[j] = static_cast<int64_t>(j);
  }

  // False: no memory.
  bool Make() {
    const int64_t p = design_.columns;
    whole_ = Slab::Create(static_cast<size_t>(p * p) * sizeof(double));
    if (!whole_) return false;
    double* gram = reinterpret_cast<double*>(whole_->data());
    gram_ = gram;
    return design_.GramOfAll(gram, context_);
  }
  void Use(const double* gram) { gram_ = gram; }
  bool whole() const { return gram_ != nullptr; }

  // The row of the feature whose slope is the largest, when so many features are still wanted. Null: no memory.
  const double* Take(int64_t best, const std::vector<double>& slope, int64_t wanted) {
    if (gram_ == nullptr && rows_[static_cast<size_t>(best)] == nullptr && !Add(best, slope, wanted)) return nullptr;
    taken_++;
    return Row(best);
  }
  // One that was taken before.
  const double* Row(int64_t j) const { return gram_ != nullptr ? gram_ + j * design_.columns : rows_[static_cast<size_t>(j)]; }

 private:
  bool Add(int64_t best, const std::vector<double>& slope, int64_t wanted) {
    const int64_t p = design_.columns;
    const bool tall = design_.rows > p && p <= kLargestGram;
    if (automatic_ && tall && (2 * taken_ < made_ || kShare * (made_ + kRowsTogether) > p)) return Make();
    std::vector<int64_t> list;
    for (const int64_t j : all_) {
      if (j != best && rows_[static_cast<size_t>(j)] == nullptr) list.push_back(j);
    }
    // Rows of a sparse X share no work.
    const int64_t together = design_.sparse ? 1 : std::max<int64_t>(1, std::min({kRowsTogether, 2 * wanted, kMostNumbers / p}));
    const size_t more = std::min(list.size(), static_cast<size_t>(together) - 1);
    std::partial_sort(list.begin(), list.begin() + static_cast<int64_t>(more), list.end(), [&](int64_t a, int64_t b) {
      const double x = std::fabs(slope[static_cast<size_t>(a)]), y = std::fabs(slope[static_cast<size_t>(b)]);
      return x != y ? x > y : a < b;
    });
    list.resize(more);
    list.insert(list.begin(), best);
    const int64_t count = static_cast<int64_t>(list.size());
    Doubles rows;
    if (!rows.Allocate(count * p)) return false;
    design_.Gram(list.data(), count, all_.data(), p, rows.get(), p, context_);
    for (int64_t i = 0; i < count; i++) rows_[static_cast<size_t>(list[static_cast<size_t>(i)])] = rows.get() + i * p;
    memory_.push_back(rows);
    made_ += count;
    return true;
  }

  const Context& context_;
  const Design& design_;
  const bool automatic_;
  std::vector<const double*> rows_;
  std::vector<int64_t> all_;
  std::vector<Doubles> memory_;
  int64_t made_ = 0, taken_ = 0;
  std::shared_ptr<Slab> whole_;
  const double* gram_ = nullptr;
};

struct Found {
  double residual = 0;
  int64_t count = 0;
  bool dependent = false, memory = true;
};

Found Pursue(const Context& context, const Design& design, GramRows* gram, const double* q, double yy, const Options& o, double* coef) {
  const int64_t p = design.columns, most = std::min({o.nonzeros, p, design.rows});
  std::vector<double> slope(q, q + p), factor, weights, work;
  std::vector<int64_t> chosen;
  Found found;
  found.residual = yy;
  while (found.count < most && !(found.residual <= o.tolerance) && !context.Stopped()) {
    int64_t best = -1;
    double largest = 0;
    for (int64_t j = 0; j < p; j++) {
      if (design.norm2[static_cast<size_t>(j)] == 0 || !(std::fabs(slope[static_cast<size_t>(j)]) > largest)) continue;
      if (std::find(chosen.begin(), chosen.end(), j) != chosen.end()) continue;
      best = j;
      largest = std::fabs(slope[static_cast<size_t>(j)]);
    }
    // What is left of y has nothing to do with the features.
    if (best < 0 || largest <= 1e-15 * std::sqrt(yy * design.norm2[static_cast<size_t>(best)])) break;
    const double* row = gram->Take(best, slope, most - found.count);
    if (row == nullptr) {
      found.memory = false;
      break;
    }
    const size_t k = chosen.size();
    // L w = the products with those that are chosen, L a row longer each time: packed row after row.
    work.resize(k);
    double left = row[best];
    for (size_t i = 0; i < k; i++) {
      const double* l = factor.data() + i * (i + 1) / 2;
      double sum = row[chosen[i]];
      for (size_t j = 0; j < i; j++) sum -= l[j] * work[j];
      work[i] = sum / l[i];
      left -= work[i] * work[i];
    }
    if (!(left > kDependent * row[best])) {
      found.dependent = true;
      break;
    }
    factor.insert(factor.end(), work.begin(), work.end());
    factor.push_back(std::sqrt(left));
    chosen.push_back(best);
    found.count++;
    // L L^T weights = q.
    weights.resize(k + 1);
    for (size_t i = 0; i <= k; i++) {
      const double* l = factor.data() + i * (i + 1) / 2;
      double sum = q[chosen[i]];
      for (size_t j = 0; j < i; j++) sum -= l[j] * weights[j];
      weights[i] = sum / l[i];
    }
    for (size_t i = k + 1; i-- > 0;) {
      double sum = weights[i];
      for (size_t j = i + 1; j <= k; j++) sum -= factor[j * (j + 1) / 2 + i] * weights[j];
      weights[i] = sum / factor[i * (i + 1) / 2 + i];
    }
    std::copy(q, q + p, slope.begin());
    found.residual = yy;
    for (size_t i = 0; i <= k; i++) {
      context.kernels->axpy_f64(-weights[i], gram->Row(chosen[i]), slope.data(), p);
      found.residual -= weights[i] * q[chosen[i]];
    }
    if (found.residual < 0) found.residual = 0;
  }
  for (size_t i = 0; i < chosen.size(); i++) coef[chosen[i]] = weights[i];
  return found;
}

// What is made of x: its columns, and what the first target needs of them.
struct Loaded {
  Design design;
  std::vector<std::vector<double>> y, products;  // of each target
  std::vector<double> mean;
};

// Sizes and options that were checked before.
void ReadChecked(const Problem& problem, SparseSizes* s, Options* o) {
  std::string why;
  CheckSizes(problem, s, &why);
  ReadOptions(problem, o, &why);
}

bool Load(Problem* problem, const Context& context) {
  SparseSizes s;
  Options o;
  ReadChecked(*problem, &s, &o);
  const Source source = SourceOf(*problem, s);
  const size_t outputs = static_cast<size_t>(s.outputs);
  const auto loaded = std::make_shared<Loaded>();
  problem->loaded = loaded;
  loaded->y.resize(outputs);
  loaded->products.resize(outputs);
  loaded->mean.resize(outputs);
  for (size_t t = 0; t < outputs; t++)
    loaded->mean[t] = CenterTargets(problem->inputs[1].f64 + t, s.outputs, s.rows, source.weight, o.intercept != 0, &loaded->y[t]);
  return loaded->design.Load(source, o.intercept != 0, loaded->y[0].data(), context, &loaded->products[0]);
}

End Run(Problem* problem, const Context& context) {
  SparseSizes s;
  Options o;
  ReadChecked(*problem, &s, &o);
  auto& [design, y, products, mean] = *static_cast<Loaded*>(problem->loaded.get());
  if (!design.finite) {
    problem->outputs[4].data[0] = -2;
    return End::kDone;
  }
  const size_t p = static_cast<size_t>(s.columns);
  std::vector<int64_t> all(p);
  for (size_t j = 0; j < p; j++) all[j] = static_cast<int64_t>(j);
  for (size_t t = 1; t < y.size(); t++) {
    products[t].resize(p);
    design.Products(all.data(), s.columns, y[t].data(), products[t].data(), context);
  }
  GramRows gram(context, design, o.precompute == kAuto);
  if (o.precompute == kGiven) {
    if (!GramFits(problem->inputs[5].f64, design)) {
      problem->outputs[4].data[0] = -1;
      return End::kDone;
    }
    gram.Use(problem->inputs[5].f64);
  } else if (o.precompute == kAlways || (o.precompute == kAuto && s.columns <= kLargestGram &&
                                         s.outputs * std::min(o.nonzeros, s.columns) * (s.rows > s.columns ? kShare : 1) >= s.columns)) {
    if (!gram.Make()) return End::kMemory;
  }
  bool memory = true;
  const auto one = [&, &design = design, &y = y, &products = products, &mean = mean](int64_t index) {
    const size_t t = static_cast<size_t>(index);
    double* coef = problem->outputs[0].data + t * p;
    const double yy = context.kernels->dot_f64(y[t].data(), y[t].data(), s.rows);
    const Found found = Pursue(context, design, &gram, products[t].data(), yy, o, coef);
    if (!found.memory) memory = false;
    double b = mean[t];
    for (size_t j = 0; j < p; j++) {
      if (coef[j] != 0) b -= coef[j] * design.Mean(static_cast<int64_t>(j));
    }
    problem->outputs[1].data[t] = b;
    problem->outputs[2].data[t] = found.residual;
    problem->outputs[3].data[t] = static_cast<double>(found.count);
    problem->outputs[4].data[t] = found.dependent;
  };
  if (gram.whole()) {
    ForEach(context, s.outputs, one);
  } else {
    for (int64_t t = 0; t < s.outputs && memory; t++) {
      one(t);
      context.Report(static_cast<double>(t + 1), static_cast<double>(s.outputs), problem->outputs[2].data[t]);
    }
  }
  return !memory ? End::kMemory : context.Stopped() ? End::kStopped : End::kDone;
}

}  // namespace

const Algorithm kPursuit = {"pursuit", Check, Run, Load};

}  // namespace linear
}  // namespace ridgeline
