#include "proximal.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "lbfgs.h"

namespace ridgeline {
namespace linear {
namespace {

constexpr int64_t kWindow = 5;         // values that a step may not exceed the largest of
constexpr int64_t kSettled = 3;        // steps without a change of signs, after which a face is tried
constexpr int64_t kMostSteps = 20;     // after which it is tried anyway
constexpr int64_t kFaceRounds = 200;   // of L-BFGS on a face
constexpr double kFaceAccuracy = 0.1;  // of the violation elsewhere
constexpr double kDecrease = 1e-3;
constexpr double kRounding = 4e-15;
constexpr double kLongest = 1e10, kShortest = 1e-10;  // steps

// The objective where weights that are 0 stay so and the others keep their signs: there it is smooth.
class Face : public Objective {
 public:
  explicit Face(PenalizedLoss* whole) : Objective(whole->size), whole_(whole) {}
  bool Allocate() { return signs_.Allocate(size); }

  void Enter(const double* u) {
    for (int64_t i = 0; i < size; i++) signs_[i] = u[i] > 0 ? 1 : u[i] < 0 ? -1 : 0;
  }

  bool Evaluate(const double* u, double* value, double* gradient, double* violation) override {
    double elsewhere;
    if (!whole_->Evaluate(u, value, gradient, &elsewhere)) return false;
    const int64_t p = whole_->columns();
    double worst = 0;
    for (int64_t i = 0; i < whole_->penalized(); i++) {
      const double l1 = whole_->Threshold(i % p) * signs_[i];
      gradient[i] = signs_[i] == 0 ? 0 : gradient[i] + l1;
      *value += l1 * u[i];
      worst = std::max(worst, std::fabs(gradient[i]) / whole_->Scale(i % p));
    }
    for (int64_t i = whole_->penalized(); i < size; i++) worst = std::max(worst, std::fabs(gradient[i]));
    *violation = worst;
    return true;
  }

  double LongestStep(const double* u, const double* direction) const override {
    double longest = std::numeric_limits<double>::infinity();
    for (int64_t i = 0; i < whole_->penalized(); i++) {
      if (signs_[i] * direction[i] < 0) longest = std::min(longest, -u[i] / direction[i]);
    }
    return longest;
  }

  double Norm() const override { return whole_->Norm(); }

  // Weights at the boundary of the face, or past it by rounding, become 0.
  void Leave(double* u) const {
    for (int64_t i = 0; i < whole_->penalized(); i++) {
      if (signs_[i] != 0 && !(u[i] * signs_[i] > 1e-14 * std::fabs(u[i]))) u[i] = 0;
    }
  }

 private:
  PenalizedLoss* whole_;
  Doubles signs_;
};

struct Point {
  double *u, *gradient;
  double value = 0, full = 0, violation = 0;
};

class Proximal {
 public:
  Proximal(PenalizedLoss* objective, Trace* trace) : objective_(objective), trace_(trace), face_(objective), size_(objective->size) {}

  Ending Run(double* start, double tol) {
    if (!memory_.Allocate(4 * size_) || !face_.Allocate()) return Ending::kMemory;
    here_ = {memory_.get(), memory_.get() + size_};
    there_ = {here_.gradient + size_, here_.gradient + 2 * size_};
    std::copy_n(start, size_, here_.u);
    const Ending ending = Iterate(tol);
    std::copy_n(here_.u, size_, start);
    trace_->violation = here_.violation;
    return ending;
  }

 private:
  bool Evaluate(Point* point) const {
    if (!objective_->Evaluate(point->u, &point->value, point->gradient, &point->violation)) return false;
    point->full = objective_->full_value();
    return true;
  }

  Ending Iterate(double tol) {
    if (!Evaluate(&here_)) return Ending::kMemory;
    for (bool stuck = false;;) {
      const Ending steps = Steps(tol);
      if (steps != Ending::kBoundary && steps != Ending::kPrecision) return steps;
      if (steps == Ending::kPrecision && stuck) return steps;
      const double before = here_.violation;
      const Ending ending = MinimizeFace(tol);
      if (ending == Ending::kMemory || ending == Ending::kStopped) return ending;
      stuck = steps == Ending::kPrecision && !(here_.violation < before);
    }
  }

  // Steps until signs have settled (kBoundary).
  Ending Steps(double tol) {
    int64_t settled = 0;
    std::fill_n(window_, kWindow, here_.full);
    for (int64_t round = 0; round < kMostSteps && settled < kSettled; round++) {
      if (here_.violation <= tol) return Ending::kConverged;
      if (trace_->iterations >= trace_->most) return Ending::kIterations;
      bool same = false;
      const Ending ending = OneStep(&same);
      if (ending != Ending::kConverged) return ending;
      settled = same ? settled + 1 : 0;
      window_[round % kWindow] = there_.full;
      std::swap(here_, there_);
      if (!trace_->Step(here_.violation, objective_->Norm())) return Ending::kStopped;
    }
    return here_.violation <= tol ? Ending::kConverged : Ending::kBoundary;
  }

  Ending OneStep(bool* same) {
    const double limit = *std::max_element(window_, window_ + kWindow), noise = kRounding * std::fabs(here_.full);
    const int64_t p = objective_->columns();
    double step = step_;
    while (step >= kShortest) {
      double squares = 0;
      *same = true;
      for (int64_t i = 0; i < size_; i++) {
        double next = here_.u[i] - step * here_.gradient[i];
        if (i < objective_->penalized()) {
          const double threshold = step * objective_->Threshold(i % p);
          next = next > threshold ? next - threshold : next < -threshold ? next + threshold : 0;
          *same = *same && (next > 0) == (here_.u[i] > 0) && (next < 0) == (here_.u[i] < 0);
        }
        there_.u[i] = next;
        squares += (next - here_.u[i]) * (next - here_.u[i]);
      }
      if (squares == 0) return Ending::kPrecision;
      if (!Evaluate(&there_)) return Ending::kMemory;
      if (trace_->context->Stopped()) return Ending::kStopped;
      if (there_.full <= limit - kDecrease / (2 * step) * squares + noise) {
        double product = 0;
        for (int64_t i = 0; i < size_; i++) product += (there_.u[i] - here_.u[i]) * (there_.gradient[i] - here_.gradient[i]);
        step_ = product > 0 ? std::min(std::max(squares / product, kShortest), kLongest) : 10 * step;
        return Ending::kConverged;
      }
      step /= 4;
    }
    return Ending::kPrecision;
  }

  Ending MinimizeFace(double tol) {
    face_.Enter(here_.u);
    const double accuracy = std::max(tol / 2, kFaceAccuracy * kFaceAccuracy * here_.violation);
    const Ending ending = MinimizeLbfgs(&face_, here_.u, accuracy, kFaceRounds, trace_);
    if (ending == Ending::kMemory || ending == Ending::kStopped) return ending;
    face_.Leave(here_.u);
    step_ = 1;
    return Evaluate(&here_) ? ending : Ending::kMemory;
  }

  PenalizedLoss* objective_;
  Trace* trace_;
  Face face_;
  const int64_t size_;
  Doubles memory_;
  Point here_, there_;
  double step_ = 1;
  double window_[kWindow];
};

}  // namespace

Ending MinimizeProximal(PenalizedLoss* objective, double* u, double tol, Trace* trace) { return Proximal(objective, trace).Run(u, tol); }

}  // namespace linear
}  // namespace ridgeline
