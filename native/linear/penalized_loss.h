// The objective of linear classifiers: loss over all rows + l2/2 |w|^2 + l1 |w|_1, divided by the sum of the weights of rows.
#pragma once
#include "margin_loss.h"
#include "minimize.h"

namespace ridgeline {
namespace linear {

struct Penalty {
  double l1, l2;
};

// In variables in which the problem is well scaled: w = scale * u per column, and an intercept taken at the columns' mean. The intercept is
// not penalized, so that moving it changes nothing else; centers and scales only have to be roughly right, and are taken from some of the
// rows. u is [outputs, columns] and, with an intercept, [outputs] more. The part with l1 is not smooth: Evaluate leaves it out of value and
// gradient, but counts it in the violation.
//
// The violation is the largest number in the gradient of the objective by w and intercept (of the least subgradient, where a weight is 0),
// for columns as they were before their shift.
class PenalizedLoss : public Objective {
 public:
  PenalizedLoss(const Context& context, Loss loss, const Samples& samples, int64_t outputs, bool intercept, Penalty penalty);
  // Before anything else. False when memory cannot be had.
  bool Prepare();

  bool Evaluate(const double* u, double* value, double* gradient, double* violation) override;

  // l1 in terms of u, of column j.
  double Threshold(int64_t column) const { return penalty_.l1 / total_ * scale_[column]; }
  double Scale(int64_t column) const { return scale_[column]; }
  bool smooth() const { return penalty_.l1 == 0; }
  int64_t columns() const { return samples_.columns; }
  int64_t outputs() const { return outputs_; }
  int64_t penalized() const { return outputs_ * samples_.columns; }

  void FromWeights(const double* w, const double* b, double* u) const;
  void ToWeights(const double* u, double* w, double* b) const;

  // At the last point that was evaluated: |w|, the objective with all penalties, and the least margin.
  double Norm() const override { return norm_; }
  double full_value() const { return full_value_; }
  double least_margin() const { return least_margin_; }

 private:
  void Unscale(const double* u, const double* origin, double* w, double* b) const;

  const Context& context_;
  MarginLoss loss_;
  const Samples samples_;
  const int64_t outputs_;
  const bool intercept_;
  const Penalty penalty_;
  const double curvature_;  // of the loss by a score, at 0
  double total_ = 0;        // of the rows' weights
  double intercept_scale_ = 1;
  Doubles center_, origin_, scale_, w_, b_, w_gradient_, b_gradient_;
  double norm_ = 0, full_value_ = 0, least_margin_ = 0;
};

}  // namespace linear
}  // namespace ridgeline
