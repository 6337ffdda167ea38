#include "lbfgs.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ridgeline {
namespace linear {
namespace {

constexpr int64_t kHistory = 10;
constexpr double kDecrease = 1e-4, kCurvature = 0.9;  // of Wolfe's conditions
constexpr int kMostTrials = 40;
// Values closer than this, relative, may differ by rounding alone.
constexpr double kRounding = 4e-15;

struct Point {
  double *u, *gradient;
  double value = 0, violation = 0;
};

class Lbfgs {
 public:
  Lbfgs(Objective* objective, Trace* trace) : objective_(objective), trace_(trace), size_(objective->size) {}

  Ending Run(double* start, double tol, int64_t rounds) {
    if (!memory_.Allocate((2 * kHistory + 5) * size_)) return Ending::kMemory;
    here_.u = memory_.get() + 2 * kHistory * size_;
    here_.gradient = here_.u + size_;
    there_.u = here_.gradient + size_;
    there_.gradient = there_.u + size_;
    direction_ = there_.gradient + size_;
    std::copy_n(start, size_, here_.u);
    const Ending ending = Iterate(tol, rounds);
    std::copy_n(here_.u, size_, start);
    trace_->violation = here_.violation;
    return ending;
  }

 private:
  const KernelTable* kernels() const { return trace_->context->kernels; }
  double Dot(const double* x, const double* y) const { return kernels()->dot_f64(x, y, size_); }
  double* Step(int64_t i) const { return memory_.get() + (i % kHistory) * size_; }
  double* Change(int64_t i) const { return memory_.get() + (kHistory + i % kHistory) * size_; }
  bool Evaluate(Point* point) const { return objective_->Evaluate(point->u, &point->value, point->gradient, &point->violation); }

  Ending Iterate(double tol, int64_t rounds) {
    if (!Evaluate(&here_)) return Ending::kMemory;
    for (int64_t round = 0;; round++) {
      if (here_.violation <= tol) return Ending::kConverged;
      if (trace_->iterations >= trace_->most || round >= rounds) return Ending::kIterations;
      const Ending found = Search();
      if (found == Ending::kPrecision && pairs_ > oldest_) {
        // The curvature that was seen misleads: once more along the gradient.
        oldest_ = pairs_;
        continue;
      }
      if (found != Ending::kConverged && found != Ending::kBoundary) return found;
      Remember();
      std::swap(here_, there_);
      if (!trace_->Step(here_.violation, objective_->Norm())) return Ending::kStopped;
      if (found == Ending::kBoundary) return found;
    }
  }

  // direction = -H gradient, by the recursion of two loops.
  void FindDirection() {
    for (int64_t i = 0; i < size_; i++) direction_[i] = -here_.gradient[i];
    double alpha[kHistory];
    for (int64_t i = pairs_ - 1; i >= oldest_; i--) {
      alpha[i % kHistory] = rho_[i % kHistory] * Dot(Step(i), direction_);
      kernels()->axpy_f64(-alpha[i % kHistory], Change(i), direction_, size_);
    }
    if (pairs_ > oldest_) {
      const double* change = Change(pairs_ - 1);
      const double scale = 1 / (rho_[(pairs_ - 1) % kHistory] * Dot(change, change));
      for (int64_t i = 0; i < size_; i++) direction_[i] *= scale;
    }
    for (int64_t i = oldest_; i < pairs_; i++) {
      const double beta = rho_[i % kHistory] * Dot(Change(i), direction_);
      kernels()->axpy_f64(alpha[i % kHistory] - beta, Step(i), direction_, size_);
    }
  }

  void Remember() {
    double *step = Step(pairs_), *change = Change(pairs_);
    for (int64_t i = 0; i < size_; i++) {
      step[i] = there_.u[i] - here_.u[i];
      change[i] = there_.gradient[i] - here_.gradient[i];
    }
    const double product = Dot(step, change);
    if (!(product > 1e-16 * Dot(change, change))) return;
    rho_[pairs_ % kHistory] = 1 / product;
    pairs_++;
    oldest_ = std::max(oldest_, pairs_ - kHistory);
  }

  // Finds the next point along the direction. The function is convex: where its slope is negative it has fallen, and the minimum lies
  // beyond.
  Ending Search() {
    FindDirection();
    const double slope = Dot(here_.gradient, direction_);
    if (!(slope < 0)) return Ending::kPrecision;
    const double longest = objective_->LongestStep(here_.u, direction_), noise = kRounding * std::fabs(here_.value);
    double low = 0, high = longest, low_slope = slope, high_slope = 0;
    bool beyond = false;  // high was tried and is too far
    double step = std::min(1.0, longest);
    for (int trial = 0; trial < kMostTrials; trial++) {
      std::copy_n(here_.u, size_, there_.u);
      kernels()->axpy_f64(step, direction_, there_.u, size_);
      if (!Evaluate(&there_)) return Ending::kMemory;
      if (trace_->context->Stopped()) return Ending::kStopped;
      const double reached = Dot(there_.gradient, direction_);
      const bool finite = std::isfinite(there_.value) && std::isfinite(reached);
      const bool fallen = there_.value <= here_.value + kDecrease * step * slope ||
                          (there_.value <= here_.value + noise && reached <= (2 * kDecrease - 1) * slope);
      if (finite && (fallen || reached < 0) && (reached >= kCurvature * slope || step >= longest) && reached <= -kCurvature * slope)
        return step >= longest ? Ending::kBoundary : Ending::kConverged;
      if (finite && reached < 0) {
        low = step;
        low_slope = reached;
      } else {
        high = step;
        high_slope = finite ? reached : std::numeric_limits<double>::infinity();
        beyond = true;
      }
      if (beyond) {
        // Where the slope would be zero if it were linear, kept off the ends.
        const double width = high - low;
        const double secant = std::isfinite(high_slope) ? low + width * low_slope / (low_slope - high_slope) : low + width / 10;
        step = std::min(std::max(secant, low + 0.05 * width), high - 0.05 * width);
        if (!(step > low && step < high)) return Ending::kPrecision;
      } else {
        step = std::min(4 * low, longest);
      }
    }
    return Ending::kPrecision;
  }

  Objective* objective_;
  Trace* trace_;
  const int64_t size_;
  Doubles memory_;
  Point here_, there_;
  double* direction_ = nullptr;
  double rho_[kHistory];
  int64_t pairs_ = 0, oldest_ = 0;  // pairs_ were seen; those from oldest_ on are kept
};

}  // namespace

Ending MinimizeLbfgs(Objective* objective, double* u, double tol, int64_t rounds, Trace* trace) {
  return Lbfgs(objective, trace).Run(u, tol, rounds);
}

}  // namespace linear
}  // namespace ridgeline
