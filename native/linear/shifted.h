// A copy of rows that lie elsewhere, less a number of each column that is close to its mean: centered but for a small rest, which products
// take into account. One pass over large numbers, instead of one to copy them, one for the means and one to take them off.
#pragma once
#include <vector>

#include "center.h"

namespace ridgeline {
namespace linear {

// The middle one of three numbers of each column: of a constant column it is the constant, and one far number does not set the scale.
void MiddleOfThree(const double* x, int64_t rows, int64_t columns, std::vector<double>* out);

class Shifted {
 public:
  // From the regression's x, whose targets were centered and scaled, and the roots of its weights. False: no memory.
  bool Take(const Context& context, const Regression& regression);

  // Row i of what was given, less the offsets, times the root of its weight; `stride` apart.
  double* x() const { return x_.get(); }
  int64_t stride() const { return stride_; }
  // Of the columns as they were given, 0 without an intercept.
  double Mean(int64_t j) const { return offset_[static_cast<size_t>(j)] + rest_[static_cast<size_t>(j)]; }

  // x loses the rest, which costs a pass.
  void Center(const Context& context);
  // out [outputs, columns] = y^T x, for targets without a mean.
  bool Products(const Context& context, const Regression& regression, double* out) const;
  // Makes g [columns, columns] the Gram matrix of centered rows, of x as it is now.
  End CenteredGram(const Context& context, double* g);

 private:
  int64_t rows_ = 0, columns_ = 0, stride_ = 0;
  Doubles x_;
  const double* root_ = nullptr;
  std::vector<double> offset_, rest_;
  std::vector<double> products_;  // with a single target
  double total_ = 0;              // of the weights
};

}  // namespace linear
}  // namespace ridgeline
