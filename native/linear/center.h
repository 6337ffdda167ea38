// What regressions with an intercept do first: columns without their mean, rows times the root of their weight.
#pragma once
#include "dense.h"

namespace ridgeline {
namespace linear {

// mean[columns] = (weighted) means of the columns of x[rows, columns]. `weights` is null for equal ones. False when memory cannot be had.
bool ColumnMeans(const Context& context, const double* x, int64_t rows, int64_t columns, const double* weights, double* mean);

// Row i becomes root[i] (x_i - mean). `mean` is null for none, `root` for ones.
void ShiftRows(const Context& context, double* x, int64_t rows, int64_t columns, const double* mean, const double* root);

// What a regression is made of: x[rows, columns], targets y[rows, outputs], weights or null.
struct Regression {
  int64_t rows, columns, outputs;
  double* x;
  double* y;
  double* weights;  // becomes their square roots
  bool intercept;
};

// A problem whose first numbers are rows, columns, outputs and intercept (0 or 1), whose first inputs are x and y, and whose input
// `weights` may be missing or empty.
bool CheckRegression(const Problem& problem, size_t weights, Regression* sizes, std::string* why);
Regression ReadRegression(Problem* problem, size_t weights);

// The means of x and y, 0 without an intercept.
struct Centers {
  Doubles x, y;
};

// The targets without their mean and times the roots of the weights, which take the weights' place. False when memory cannot be had.
bool CenterOutputs(const Context& context, Regression* regression, Centers* centers);

// Centers and scales in place, so that what remains is least squares without intercept and weights. False when memory cannot be had.
bool Center(const Context& context, Regression* regression, Centers* centers);

// intercept[t] = mean of y[t] - coef[t] . mean of x
void Intercepts(const Context& context, const Regression& regression, const Centers& centers, const double* coef, double* intercept);

}  // namespace linear
}  // namespace ridgeline
