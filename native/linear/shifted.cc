#include "shifted.h"

#include <algorithm>
#include <cstring>

namespace ridgeline {
namespace linear {
namespace {

// Rows whose sum is taken at once: a constant, so that bits do not depend on threads.
constexpr int64_t kRows = 512;
constexpr int64_t kLine = 8;  // numbers
// Where less than this share of a column's squares is left without its mean, two digits were lost, and the mean is taken off the numbers.
constexpr double kLeast = 0.01;

}  // namespace

void MiddleOfThree(const double* x, int64_t rows, int64_t columns, std::vector<double>* out) {
  const double *a = x, *b = x + rows / 2 * columns, *c = x + (rows - 1) * columns;
  out->resize(static_cast<size_t>(columns));
  for (int64_t j = 0; j < columns; j++)
    (*out)[static_cast<size_t>(j)] = std::max(std::min(a[j], b[j]), std::min(std::max(a[j], b[j]), c[j]));
}

bool Shifted::Take(const Context& context, const Regression& r) {
  rows_ = r.rows;
  columns_ = r.columns;
  stride_ = (columns_ + kLine - 1) / kLine * kLine;
  root_ = r.weights;
  total_ = root_ != nullptr ? context.kernels->dot_f64(root_, root_, rows_) : static_cast<double>(rows_);
  const size_t p = static_cast<size_t>(columns_);
  const int64_t blocks = (rows_ + kRows - 1) / kRows;
  const bool single = r.outputs == 1;
  Doubles sums, products;
  if (!x_.Allocate(rows_ * stride_) || !sums.Allocate(r.intercept ? blocks * columns_ : 0) ||
      !products.Allocate(single ? blocks * columns_ : 0))
    return false;
  offset_.assign(p, 0);
  rest_.assign(p, 0);
  products_.assign(single ? p : 0, 0);
  if (r.intercept) MiddleOfThree(r.x, rows_, columns_, &offset_);
  const KernelTable* kernels = context.kernels;
  ParallelParts(context, rows_, kRows, [&](int64_t begin, int64_t end) {
    const int64_t at = begin / kRows * columns_;
    for (int64_t i = begin; i < end; i++) {
      double* row = x_.get() + i * stride_;
      std::memcpy(row, r.x + i * columns_, p * sizeof(double));
      if (r.intercept) kernels->axpy_f64(-1, offset_.data(), row, columns_);
      const double root = root_ != nullptr ? root_[i] : 1;
      for (int64_t j = 0; j < columns_ && root_ != nullptr; j++) row[j] *= root;
      if (r.intercept) kernels->axpy_f64(root, row, sums.get() + at, columns_);
      if (single) kernels->axpy_f64(r.y[i], row, products.get() + at, columns_);
    }
  });
  for (int64_t b = 0; b < blocks; b++) {
    if (r.intercept) kernels->axpy_f64(1 / total_, sums.get() + b * columns_, rest_.data(), columns_);
    if (single) kernels->axpy_f64(1, products.get() + b * columns_, products_.data(), columns_);
  }
  return true;
}

void Shifted::Center(const Context& context) {
  ParallelParts(context, rows_, kRows, [&](int64_t begin, int64_t end) {
    for (int64_t i = begin; i < end; i++)
      context.kernels->axpy_f64(root_ != nullptr ? -root_[i] : -1, rest_.data(), x_.get() + i * stride_, columns_);
  });
  for (size_t j = 0; j < rest_.size(); j++) {
    offset_[j] += rest_[j];
    rest_[j] = 0;
  }
}

bool Shifted::Products(const Context& context, const Regression& r, double* out) const {
  if (r.outputs > 1)
    return Product(context, r.outputs, columns_, rows_, 1, r.y, r.outputs, true, x_.get(), stride_, false, 0, out, columns_);
  std::copy(products_.begin(), products_.end(), out);
  return true;
}

End Shifted::CenteredGram(const Context& context, double* g) {
  const End end = Gram(context, x_.get(), rows_, columns_, stride_, g);
  if (end != End::kDone) return end;
  bool lost = false;
  for (int64_t i = 0; i < columns_; i++) {
    const double mean = rest_[static_cast<size_t>(i)], square = g[i * columns_ + i];
    lost |= square - total_ * mean * mean < kLeast * square;
    context.kernels->axpy_f64(-total_ * mean, rest_.data(), g + i * columns_, columns_);
  }
  if (!lost) return End::kDone;
  Center(context);
  return Gram(context, x_.get(), rows_, columns_, stride_, g);
}

}  // namespace linear
}  // namespace ridgeline
