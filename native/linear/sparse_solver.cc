#include "sparse_solver.h"

#include <algorithm>
#include <cmath>

#include "gram_descent.h"

namespace ridgeline {
namespace linear {
namespace {

// Features that join the set together, at least.
constexpr int64_t kFewest = 64;
// Largest set with a Gram matrix of its own.
constexpr int64_t kLargestDense = 4096, kLargestSparse = 1024;
// Share of the gap of all features to which the problem on the set is solved.
constexpr double kInner = 0.01;
constexpr int64_t kSweepsPerGap = 5;
// A share of the rows is solved first if it is this small, and the whole this large.
constexpr int64_t kHeadShare = 16, kWorthHead = int64_t{1} << 20;
constexpr double kHeadTolerance = 1e-4;

double* Numbers(const std::shared_ptr<Slab>& slab) { return reinterpret_cast<double*>(slab->data()); }

}  // namespace

SparseSolver::SparseSolver(const Context& context, const Design& design, const double* y, const std::vector<double>& products)
    : context_(context), design_(design), y_(y), q_(products) {
  const size_t p = static_cast<size_t>(design.columns), n = static_cast<size_t>(design.rows);
  yy_ = context.kernels->dot_f64(y, y, design.rows);
  w_.assign(p, 0);
  c_ = q_;
  anchor_c_ = q_;
  r_.assign(y, y + n);
  anchor_r_ = r_;
  current_ = true;
  member_.assign(p, 0);
  for (size_t j = 0; j < p; j++) {
    if (design.norm2[j] > 0) everything_.push_back(static_cast<int64_t>(j));
  }
  fresh_ = everything_;
}

void SparseSolver::Start(const double* w) {
  for (const int64_t j : everything_) w_[static_cast<size_t>(j)] = w[j];
  current_ = false;
  begun_ = true;
}

bool SparseSolver::UseGram(const double* given) {
  const int64_t p = design_.columns;
  gram_ = given;
  if (given == nullptr) {
    made_gram_ = Slab::Create(static_cast<size_t>(p * p) * sizeof(double));
    if (!made_gram_) return false;
    double* gram = Numbers(made_gram_);
    gram_ = gram;
    return design_.GramOfAll(gram, context_);
  }
  return true;
}

void SparseSolver::Residual() {
  std::copy(y_, y_ + design_.rows, r_.begin());
  std::vector<int64_t> support;
  bool centered = false;
  for (const int64_t j : everything_) {
    if (w_[static_cast<size_t>(j)] == 0) continue;
    support.push_back(j);
    centered |= design_.mean[static_cast<size_t>(j)] != 0;
  }
  design_.Subtract(support, w_.data(), r_.data(), context_);
  if (centered) design_.Center(r_.data(), context_);
}

void SparseSolver::Slopes(const Penalty& penalty) {
  Residual();
  double moved = 0;
  for (size_t i = 0; i < r_.size(); i++) moved += (r_[i] - anchor_r_[i]) * (r_[i] - anchor_r_[i]);
  moved = std::sqrt(moved) * (1 + 1e-12);
  fresh_.clear();
  for (const int64_t j : everything_) {
    const size_t at = static_cast<size_t>(j);
    const double slope = penalty.positive ? anchor_c_[at] : std::fabs(anchor_c_[at]);
    if (w_[at] != 0 || slope + std::sqrt(design_.norm2[at]) * moved >= penalty.l1 * (1 - 1e-9)) {
      fresh_.push_back(j);
    } else {
      c_[at] = anchor_c_[at];
    }
  }
  const bool all = 2 * fresh_.size() > everything_.size();
  if (all) fresh_ = everything_;
  std::vector<double> slopes(fresh_.size());
  design_.Products(fresh_.data(), static_cast<int64_t>(fresh_.size()), r_.data(), slopes.data(), context_);
  for (size_t k = 0; k < fresh_.size(); k++) c_[static_cast<size_t>(fresh_[k])] = slopes[k];
  if (all) {
    anchor_c_ = c_;
    anchor_r_ = r_;
  }
  current_ = true;
}

double SparseSolver::Gap(const Penalty& penalty) const {
  GapSums sums;
  for (const int64_t j : fresh_) sums.Add(c_[static_cast<size_t>(j)], w_[static_cast<size_t>(j)], penalty);
  return DualityGap(sums, penalty, context_.kernels->dot_f64(r_.data(), r_.data(), design_.rows),
                    context_.kernels->dot_f64(r_.data(), y_, design_.rows));
}

int64_t SparseSolver::Support() const { return static_cast<int64_t>(w_.size()) - std::count(w_.begin(), w_.end(), 0.0); }

int64_t SparseSolver::Grow(const Penalty& penalty, double previous) {
  // What breaks a condition, and by the sequential strong rule (Tibshirani et al. 2012) what is going to.
  const double strong = std::isfinite(previous) ? std::min(penalty.l1, 2 * penalty.l1 - previous) : penalty.l1;
  std::vector<std::pair<double, int64_t>> wanted;
  const int64_t support = Support();
  for (const int64_t j : everything_) {
    const size_t at = static_cast<size_t>(j);
    if (member_[at]) continue;
    const double slope = penalty.positive ? c_[at] : std::fabs(c_[at]);
    if (w_[at] == 0 && slope < strong) continue;
    const double before = w_[at] != 0 ? -INFINITY : (penalty.l1 - slope) / std::sqrt(design_.norm2[at]);
    wanted.emplace_back(before, j);
  }
  std::sort(wanted.begin(), wanted.end());
  // As many as make the Gram matrix of the set cost a fraction of a look at all features: most of those that break a condition at first do
  // so because they resemble others.
  const int64_t balanced = static_cast<int64_t>(2.5 * std::sqrt(static_cast<double>(design_.columns)));
  const int64_t most = penalty.l1 == 0 ? design_.columns : std::max({kFewest, std::min(balanced, design_.rows), support});
  size_t taken = 0;
  for (const auto& [before, j] : wanted) {
    if (static_cast<int64_t>(taken) >= most && before != -INFINITY) break;
    set_.push_back(j);
    member_[static_cast<size_t>(j)] = 1;
    taken++;
  }
  const size_t from = set_.size() - taken;
  const int64_t largest = design_.sparse ? kLargestSparse : std::min(kLargestDense, std::max<int64_t>(2 * design_.rows, 512));
  if (!by_columns_ && static_cast<int64_t>(set_.size()) > largest) by_columns_ = true;
  if (!by_columns_ && taken > 0 && !GrowGram(from)) by_columns_ = true;
  if (by_columns_) set_gram_.reset();
  return static_cast<int64_t>(taken);
}

bool SparseSolver::GrowGram(size_t from) {
  const int64_t size = static_cast<int64_t>(set_.size()), old = static_cast<int64_t>(from);
  if (size > capacity_) {
    const int64_t room = std::max(size, 2 * capacity_);
    const std::shared_ptr<Slab> larger = Slab::Create(static_cast<size_t>(room * room) * sizeof(double));
    if (!larger) return false;
    for (int64_t i = 0; i < old; i++) std::copy_n(Numbers(set_gram_) + i * capacity_, old, Numbers(larger) + i * room);
    set_gram_ = larger;
    capacity_ = room;
  }
  double* gram = Numbers(set_gram_);
  design_.Gram(set_.data() + old, size - old, set_.data(), size, old, gram + old * capacity_, capacity_, context_);
  for (int64_t i = old; i < size; i++) {
    for (int64_t j = 0; j < i; j++) gram[j * capacity_ + i] = gram[i * capacity_ + j];
  }
  return true;
}

End SparseSolver::DescendSet(const Penalty& penalty, Budget* budget, Order* order, bool push, double polish) {
  const size_t m = set_.size();
  std::vector<double> w(m), c(m), q(m), square(m);
  for (size_t k = 0; k < m; k++) {
    const size_t j = static_cast<size_t>(set_[k]);
    w[k] = w_[j];
    q[k] = q_[j];
    c[k] = q_[j];
    square[k] = design_.norm2[j];
  }
  // From the Gram matrix, so that the two agree; and slopes that were not looked at are those of another residual.
  for (size_t k = 0; k < m; k++) {
    if (w[k] != 0)
      context_.kernels->axpy_f64(-w[k], Numbers(set_gram_) + static_cast<int64_t>(k) * capacity_, c.data(), static_cast<int64_t>(m));
  }
  GramProblem problem = {static_cast<int64_t>(m), Numbers(set_gram_), capacity_, square.data(), q.data(), yy_, w.data(), c.data()};
  const GramEnd end = DescendGram(context_, &problem, penalty, budget, order, polish, push);
  for (size_t k = 0; k < m; k++) w_[static_cast<size_t>(set_[k])] = w[k];
  return end.end;
}

// On the residual itself, which costs a look at the column for each feature of the set and another where it moves.
End SparseSolver::DescendColumns(const Penalty& penalty, Budget* budget, Order* order, bool push) {
  const int64_t m = static_cast<int64_t>(set_.size());
  const double n = static_cast<double>(design_.rows);
  bool centered = false;
  for (const int64_t j : set_) centered |= design_.mean[static_cast<size_t>(j)] != 0;
  double total = centered ? design_.Total(r_.data(), context_) : 0;
  std::vector<double> slopes(set_.size());
  int64_t quiet = kSweepsPerGap - 1;
  while (budget->sweeps > 0) {
    if (context_.Stopped()) return End::kStopped;
    double gained = 0;
    for (int64_t step = 0; step < m; step++) {
      const int64_t j = set_[static_cast<size_t>(order->At(step, m))];
      const size_t at = static_cast<size_t>(j);
      const double square = design_.norm2[at], old = w_[at];
      const double now = penalty.Minimize(design_.Dot(j, r_.data(), context_) - design_.mean[at] * total + square * old, square);
      if (now == old) continue;
      design_.Add(j, old - now, r_.data(), context_);
      total += (old - now) * n * design_.mean[at];
      gained += 0.5 * (now - old) * (now - old) * (square + penalty.l2);
      w_[at] = now;
    }
    budget->sweeps--;
    budget->used++;
    if (++quiet < kSweepsPerGap && gained > budget->tolerance) continue;
    quiet = 0;
    if (centered) {
      design_.Center(r_.data(), context_);
      total = design_.Total(r_.data(), context_);
    }
    design_.Products(set_.data(), m, r_.data(), slopes.data(), context_);
    GapSums sums;
    for (size_t k = 0; k < set_.size(); k++) sums.Add(slopes[k], w_[static_cast<size_t>(set_[k])], penalty);
    const double gap = DualityGap(sums, penalty, context_.kernels->dot_f64(r_.data(), r_.data(), design_.rows),
                                  context_.kernels->dot_f64(r_.data(), y_, design_.rows));
    context_.Report(static_cast<double>(budget->used), static_cast<double>(budget->used + budget->sweeps), gap);
    if (gap <= budget->tolerance && !push) break;
    if (gained == 0 && !order->random) break;
    push = false;
  }
  return End::kDone;
}

// Between penalties at which weights come and go, the solution is a straight line (Efron, Hastie, Johnstone and Tibshirani 2004): goes on
// along it from the last two.
void SparseSolver::Extrapolate(const Penalty& penalty) {
  const int64_t p = design_.columns;
  const bool line = before_.l1 > last_.l1 && last_.l1 > penalty.l1 && penalty.l1 > 0;
  const double share = line ? (last_.l1 - penalty.l1) / (before_.l1 - last_.l1) : 0;
  before_ = last_;
  last_ = penalty;
  before_w_.swap(last_w_);
  last_w_ = w_;
  if (!line) return;
  for (int64_t j = 0; j < p; j++) {
    const size_t at = static_cast<size_t>(j);
    if (w_[at] == 0 || before_w_[at] == 0) continue;
    const double ahead = w_[at] + share * (w_[at] - before_w_[at]), now = ahead * w_[at] > 0 ? ahead : 0;
    if (now == w_[at]) continue;
    context_.kernels->axpy_f64(w_[at] - now, gram_ + j * p, c_.data(), p);
    w_[at] = now;
  }
}

SparseSolver::Fit SparseSolver::SolveGram(const Penalty& penalty, const Budget& given, Order* order) {
  const int64_t p = design_.columns;
  Budget budget = given;
  if (!current_) {
    c_ = q_;
    for (const int64_t j : everything_) {
      if (w_[static_cast<size_t>(j)] != 0) context_.kernels->axpy_f64(-w_[static_cast<size_t>(j)], gram_ + j * p, c_.data(), p);
    }
    current_ = true;
  }
  Extrapolate(penalty);
  GramProblem problem = {p, gram_, p, design_.norm2.data(), q_.data(), yy_, w_.data(), c_.data()};
  const GramEnd end = DescendGram(context_, &problem, penalty, &budget, order, static_cast<double>(p) * static_cast<double>(p), false);
  return {end.end, end.gap, budget.used, end.gap <= budget.tolerance};
}

End SparseSolver::StartFromHead(const Penalty& penalty, int64_t sweeps) {
  const int64_t n = design_.rows, p = design_.columns, count = std::max(n / kHeadShare, 2 * p);
  if (design_.sparse || !design_.root.empty() || penalty.l1 == 0 || n * p < kWorthHead || count > n / 4) return End::kDone;
  int64_t waiting = 0;
  for (const int64_t j : everything_) waiting += !penalty.Rests(c_[static_cast<size_t>(j)]);
  if (waiting <= 2 * kFewest) return End::kDone;
  bool centered = false;
  for (const double mean : design_.mean) centered |= mean != 0;
  std::vector<double> y(y_, y_ + count), products;
  Design head;
  head.Head(design_, count, centered, y.data(), context_, &products);
  if (centered) head.Center(y.data(), context_);
  SparseSolver solver(context_, head, y.data(), products);
  const double share = static_cast<double>(count) / static_cast<double>(n);
  Order order;
  const Penalty part = {share * penalty.l1, share * penalty.l2, penalty.positive};
  solver.probes_ = true;
  const Fit fit = solver.Solve(part, INFINITY, kHeadTolerance * solver.yy(), sweeps, &order);
  if (fit.end != End::kDone || !fit.converged || solver.Support() == 0) return fit.end;
  Start(solver.w().data());
  for (size_t j = 0; j < c_.size(); j++) c_[j] = solver.c_[j] / share;
  guessed_ = true;
  return fit.end;
}

SparseSolver::Fit SparseSolver::Solve(const Penalty& penalty, double previous, double tolerance, int64_t sweeps, Order* order) {
  Budget budget = {tolerance, sweeps, 0};
  if (gram_ != nullptr) return SolveGram(penalty, budget, order);
  const double polish = static_cast<double>(design_.rows) * static_cast<double>(design_.columns);
  Fit fit;
  if (!begun_) {
    begun_ = true;
    fit.end = StartFromHead(penalty, sweeps);
    if (fit.end != End::kDone) return fit;
  }
  // What a share of the rows says is good enough to choose the first set by. Else slopes may be there, but of those features alone that
  // mattered for another penalty.
  if (!guessed_ && (!current_ || fresh_.size() != everything_.size())) Slopes(penalty);
  bool stuck = false;
  for (int64_t round = 0;; round++) {
    fit.gap = guessed_ ? INFINITY : Gap(penalty);
    fit.sweeps = budget.used;
    fit.converged = fit.gap <= tolerance;
    if (context_.Stopped()) {
      fit.end = End::kStopped;
      return fit;
    }
    if (fit.converged || budget.sweeps == 0 || stuck) return fit;
    const int64_t grown = Grow(penalty, round == 0 ? previous : INFINITY);
    Budget inner = budget;
    inner.tolerance = std::max(0.3 * tolerance, guessed_ ? 0 : kInner * fit.gap);
    guessed_ = false;
    const bool push = grown == 0;
    fit.end = by_columns_ ? DescendColumns(penalty, &inner, order, push) : DescendSet(penalty, &inner, order, push, polish);
    if (fit.end != End::kDone) return fit;
    // Most of the first set got weights: a share of the rows would only add what looks like a weight by chance.
    if (probes_ && round == 0 && 2 * Support() > static_cast<int64_t>(set_.size())) return fit;
    stuck = grown == 0 && inner.used == budget.used;
    budget.sweeps = inner.sweeps;
    budget.used = inner.used;
    Slopes(penalty);
  }
}

}  // namespace linear
}  // namespace ridgeline
