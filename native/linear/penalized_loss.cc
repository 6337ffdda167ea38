#include "penalized_loss.h"

#include <algorithm>
#include <cmath>

namespace ridgeline {
namespace linear {
namespace {

// Numbers of x that centers and scales are taken from.
constexpr int64_t kSampled = int64_t{1} << 19;
// Of the squares of a sparse column without zeros, which no shift was taken off: what rounding leaves of them where all are equal.
constexpr double kRounding = 1e-12;

double CurvatureAtZero(Loss loss, int64_t outputs) {
  const double k = static_cast<double>(outputs);
  return loss == Loss::kLogistic ? 0.25 : loss == Loss::kSquaredHinge ? 2 : (1 - 1 / k) / k;
}

// Sums over rows first, first + stride, ... of columns [begin, end): x - shift, and its square.
void Moments(const Samples& s, int64_t stride, int64_t begin, int64_t end, const double* shift, double* sum, double* squares) {
  for (int64_t i = 0; i < s.rows; i += stride) {
    const double* row = s.x + i * s.columns;
    for (int64_t j = begin; j < end; j++) {
      const double v = row[j] - shift[j];
      sum[j] += v;
      squares[j] += v * v;
    }
  }
}

// The same of all sparse rows, their zeros included, without a shift.
void SparseMoments(const Samples& s, double* sum, double* squares) {
  const SparseRows& x = s.sparse;
  for (int32_t k = 0; k < x.start[s.rows]; k++) {
    sum[x.index[k]] += x.values[k];
    squares[x.index[k]] += x.values[k] * x.values[k];
  }
}

}  // namespace

PenalizedLoss::PenalizedLoss(const Context& context, Loss loss, const Samples& samples, int64_t outputs, bool intercept, Penalty penalty)
    : Objective(outputs * (samples.columns + (intercept ? 1 : 0))),
      context_(context),
      loss_(context, loss, samples, outputs),
      samples_(samples),
      outputs_(outputs),
      intercept_(intercept),
      penalty_(penalty),
      curvature_(CurvatureAtZero(loss, outputs)) {}

bool PenalizedLoss::Prepare() {
  const int64_t p = samples_.columns, k = outputs_;
  if (!loss_.Allocate() || !center_.Allocate(p) || !origin_.Allocate(p) || !scale_.Allocate(p) || !w_.Allocate(k * p) || !b_.Allocate(k) ||
      !w_gradient_.Allocate(k * p) || !b_gradient_.Allocate(k))
    return false;
  for (int64_t i = 0; i < samples_.rows; i++) total_ += samples_.weights[i];
  Doubles work;
  if (!work.Allocate(2 * p)) return false;
  double *sum = work.get(), *squares = sum + p;
  const bool sparse = samples_.sparse.start != nullptr;
  const int64_t stride = sparse ? 1 : std::max<int64_t>(1, samples_.rows * p / kSampled);
  const double rows = static_cast<double>((samples_.rows + stride - 1) / stride);
  // The first row as shift: sums of squares of what is far from 0 would cancel.
  if (intercept_ && !sparse) std::copy_n(samples_.x, p, center_.get());
  if (sparse) {
    SparseMoments(samples_, sum, squares);
  } else {
    Moments(samples_, stride, 0, p, center_.get(), sum, squares);
  }
  for (int64_t j = 0; j < p; j++) {
    double count = rows;
    if (squares[j] == 0 && stride > 1) {
      Moments(samples_, 1, j, j + 1, center_.get(), sum, squares);
      count = static_cast<double>(samples_.rows);
    }
    const double mean = intercept_ ? sum[j] / count : 0, least = sparse ? kRounding * squares[j] / count : 0;
    const double left = squares[j] / count - mean * mean, spread = left > least ? left : 0;
    center_[j] = intercept_ ? center_[j] + mean : 0;
    const double curvature = curvature_ * spread + penalty_.l2 / total_;
    scale_[j] = curvature > 0 && std::isfinite(1 / std::sqrt(curvature)) ? 1 / std::sqrt(curvature) : 1;
  }
  for (int64_t j = 0; j < p; j++) origin_[j] = center_[j] + (samples_.shift != nullptr ? samples_.shift[j] : 0);
  intercept_scale_ = 1 / std::sqrt(curvature_);
  return true;
}

void PenalizedLoss::FromWeights(const double* w, const double* b, double* u) const {
  const int64_t p = samples_.columns;
  for (int64_t c = 0; c < outputs_; c++) {
    for (int64_t j = 0; j < p; j++) u[c * p + j] = w[c * p + j] / scale_[j];
    if (intercept_) u[outputs_ * p + c] = (b[c] + context_.kernels->dot_f64(w + c * p, origin_.get(), p)) / intercept_scale_;
  }
}

void PenalizedLoss::ToWeights(const double* u, double* w, double* b) const { Unscale(u, origin_.get(), w, b); }

// The intercept for columns less `origin`.
void PenalizedLoss::Unscale(const double* u, const double* origin, double* w, double* b) const {
  const int64_t p = samples_.columns;
  for (int64_t c = 0; c < outputs_; c++) {
    for (int64_t j = 0; j < p; j++) w[c * p + j] = u[c * p + j] * scale_[j];
    b[c] = intercept_ ? u[outputs_ * p + c] * intercept_scale_ - context_.kernels->dot_f64(w + c * p, origin, p) : 0;
  }
}

bool PenalizedLoss::Evaluate(const double* u, double* value, double* gradient, double* violation) {
  const int64_t p = samples_.columns;
  double *w = w_.get(), *b = b_.get(), loss;
  Unscale(u, center_.get(), w, b);
  if (!loss_.Evaluate(w, b, &loss, w_gradient_.get(), b_gradient_.get(), &least_margin_)) return false;
  const double squares = context_.kernels->dot_f64(w, w, outputs_ * p);
  double worst = 0, absolute = 0;
  for (int64_t c = 0; c < outputs_; c++) {
    const double by_intercept = intercept_ ? b_gradient_[c] / total_ : 0;
    for (int64_t j = 0; j < p; j++) {
      const int64_t i = c * p + j;
      const double slope = (w_gradient_[i] + penalty_.l2 * w[i]) / total_, l1 = penalty_.l1 / total_;
      gradient[i] = scale_[j] * (slope - center_[j] * by_intercept);
      absolute += std::fabs(w[i]);
      const double before = slope + (samples_.shift != nullptr ? samples_.shift[j] * by_intercept : 0);
      const double off = w[i] != 0 ? std::fabs(before + std::copysign(l1, w[i])) : std::max(0.0, std::fabs(before) - l1);
      if (!(off <= worst)) worst = off;
    }
    if (intercept_) {
      gradient[outputs_ * p + c] = intercept_scale_ * by_intercept;
      if (!(std::fabs(by_intercept) <= worst)) worst = std::fabs(by_intercept);
    }
  }
  *value = (loss + penalty_.l2 / 2 * squares) / total_;
  *violation = worst;
  norm_ = std::sqrt(squares);
  full_value_ = *value + penalty_.l1 / total_ * absolute;
  return true;
}

}  // namespace linear
}  // namespace ridgeline
