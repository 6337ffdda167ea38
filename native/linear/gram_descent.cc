#include "gram_descent.h"

#include <algorithm>
#include <vector>

#include "cholesky.h"

namespace ridgeline {
namespace linear {
namespace {

// The gap is asked for at least this often.
constexpr int64_t kSweepsPerGap = 10;
// Weights that a step may take to 0 before the sweeps have their turn.
constexpr int kDrops = 8;
// Sets larger than this are left to the sweeps.
constexpr int64_t kLargestSet = 4096;

class Descent {
 public:
  Descent(const Context& context, GramProblem* problem, const Penalty& penalty) : context_(context), p_(*problem), penalty_(penalty) {}

  double Gap() const {
    GapSums sums;
    double qw = 0, wc = 0;
    for (int64_t j = 0; j < p_.count; j++) {
      if (p_.square[j] == 0) continue;
      sums.Add(p_.c[j], p_.w[j], penalty_);
      qw += p_.q[j] * p_.w[j];
      wc += p_.w[j] * p_.c[j];
    }
    return DualityGap(sums, penalty_, std::max(p_.yy - qw - wc, 0.0), p_.yy - qw);
  }

  // One sweep. Tells what it took off the objective, at least, and whether the set of non-zeros changed.
  double Sweep(Order* order, bool* changed) {
    double gained = 0;
    *changed = false;
    for (int64_t step = 0; step < p_.count; step++) {
      const int64_t j = order->At(step, p_.count);
      const double old = p_.w[j], square = p_.square[j];
      if ((old == 0 && penalty_.Rests(p_.c[j])) || square == 0) continue;
      const double now = penalty_.Minimize(p_.c[j] + square * old, square);
      if (now == old) continue;
      *changed |= (now == 0) != (old == 0) || now * old < 0;
      gained += 0.5 * (now - old) * (now - old) * (square + penalty_.l2);
      Move(j, now - old);
      p_.w[j] = now;
    }
    return gained;
  }

  int64_t CountSet() {
    set_.clear();
    for (int64_t j = 0; j < p_.count; j++) {
      if (p_.w[j] != 0) set_.push_back(j);
    }
    return static_cast<int64_t>(set_.size());
  }

  // To the minimum on the set and its signs, or as far as signs allow. False when the matrix does not say where that is.
  bool Step() {
    for (int drop = 0; drop <= kDrops; drop++) {
      const int64_t k = CountSet();
      if (k == 0) return true;
      if (!Solve(k)) return false;
      double share = 1;
      int64_t blocked = -1;
      for (int64_t a = 0; a < k; a++) {
        const double w = p_.w[set_[static_cast<size_t>(a)]], d = to_[static_cast<size_t>(a)];
        if (w * (w + d) <= 0 && -w / d < share) {
          share = -w / d;
          blocked = a;
        }
      }
      for (int64_t a = 0; a < k; a++) {
        const int64_t i = set_[static_cast<size_t>(a)];
        const double now = a == blocked ? 0 : p_.w[i] + share * to_[static_cast<size_t>(a)];
        if (now == p_.w[i]) continue;
        Move(i, now - p_.w[i]);
        p_.w[i] = now;
      }
      if (blocked < 0) return true;
    }
    return true;
  }

 private:
  // to_ = the way from the weights of the set to its minimum. Where features depend on each other the matrix gets a small multiple of one
  // on its diagonal: the way then still leads down, and along what the matrix says it ends where it should up to that share.
  bool Solve(int64_t k) {
    double largest = 0;
    for (const int64_t i : set_) largest = std::max(largest, p_.square[i] + penalty_.l2);
    matrix_.resize(static_cast<size_t>(k * k));
    to_.resize(static_cast<size_t>(k));
    for (double extra = 0; extra < 1e-3 * largest; extra = extra == 0 ? 1e-12 * largest : 100 * extra) {
      for (int64_t a = 0; a < k; a++) {
        const int64_t i = set_[static_cast<size_t>(a)];
        const double* row = p_.gram + i * p_.stride;
        double* out = matrix_.data() + a * k;
        for (int64_t b = 0; b <= a; b++) out[b] = row[set_[static_cast<size_t>(b)]];
        out[a] += penalty_.l2 + extra;
        to_[static_cast<size_t>(a)] = p_.c[i] - penalty_.l2 * p_.w[i] - (p_.w[i] > 0 ? penalty_.l1 : -penalty_.l1);
      }
      const Factored factored = Cholesky(context_, matrix_.data(), k, k);
      if (factored == Factored::kDone) {
        CholeskySolve(context_, matrix_.data(), k, k, to_.data(), 1, k);
        return true;
      }
      if (factored != Factored::kSingular) return false;
    }
    return false;
  }

  void Move(int64_t j, double by) { context_.kernels->axpy_f64(-by, p_.gram + j * p_.stride, p_.c, p_.count); }

  const Context& context_;
  GramProblem& p_;
  const Penalty penalty_;
  std::vector<int64_t> set_;
  std::vector<double> matrix_, to_;
};

double Cost(int64_t set) {
  const double k = static_cast<double>(set);
  return k * k * k / 6 + k * k;
}

}  // namespace

GramEnd DescendGram(const Context& context, GramProblem* problem, const Penalty& penalty, Budget* budget, Order* order, double polish,
                    bool push) {
  Descent descent(context, problem, penalty);
  GramEnd result;
  result.gap = descent.Gap();
  // Multiplications of sweeps since the last step, and how many of them a step's own are worth waiting for: they take longer, and a step
  // that is blocked is taken again.
  double work = 0, patience = 2;
  bool exact = false;
  int64_t quiet = 0;
  while ((result.gap > budget->tolerance || push) && budget->sweeps > 0) {
    push = false;
    if (context.Stopped()) {
      result.end = End::kStopped;
      return result;
    }
    bool changed;
    const double gained = descent.Sweep(order, &changed);
    budget->sweeps--;
    budget->used++;
    exact = false;
    quiet++;
    const int64_t set = descent.CountSet();
    work += static_cast<double>(problem->count) * (1 + static_cast<double>(set));
    if (!changed && set <= kLargestSet && work >= patience * Cost(set) && gained > 0) {
      exact = descent.Step();
      if (!exact) patience *= 4;
      work = 0;
      quiet = kSweepsPerGap;
    }
    if (quiet >= kSweepsPerGap || gained <= budget->tolerance) {
      result.gap = descent.Gap();
      quiet = 0;
      // Nothing moves any more: rounding is all that is left.
      if (gained == 0 && !order->random) break;
      context.Report(static_cast<double>(budget->used), static_cast<double>(budget->used + budget->sweeps), result.gap);
    }
  }
  if (!exact && result.gap <= budget->tolerance && Cost(descent.CountSet()) <= polish) {
    // Closer to the minimum on the set; but the bound may tell less there, if a feature outside of the set is about to join.
    const std::vector<double> w(problem->w, problem->w + problem->count), c(problem->c, problem->c + problem->count);
    const double gap = descent.Step() ? descent.Gap() : INFINITY;
    if (gap <= budget->tolerance) {
      result.gap = gap;
    } else {
      std::copy(w.begin(), w.end(), problem->w);
      std::copy(c.begin(), c.end(), problem->c);
    }
  }
  if (budget->sweeps == 0) result.gap = descent.Gap();
  return result;
}

}  // namespace linear
}  // namespace ridgeline
