// The columns of X as the sparse solvers see them: dense, column after column, or compressed sparse columns. Rows are scaled by the roots
// of their weights; columns are centered without being changed: what is stored is x minus an `offset` that is an element of the column, and
// `mean`, the small rest, is taken into account by every product. So a sparse X stays sparse, and a large mean costs no digits.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "../kernels/table.h"
#include "../runtime/slab.h"
#include "algorithm.h"

namespace ridgeline {
namespace linear {

// What an algorithm is given of X: row-major numbers, or compressed sparse rows (index and start set; checked by the caller).
struct Source {
  int64_t rows = 0, columns = 0;
  const double* x = nullptr;       // dense: rows * columns; sparse: the stored numbers
  const int32_t* index = nullptr;  // sparse: columns of the stored numbers
  const int32_t* start = nullptr;  // sparse: rows + 1 positions
  const double* weight = nullptr;  // rows, or null
};

class Design {
 public:
  int64_t rows = 0, columns = 0;
  bool sparse = false;
  bool finite = true;          // no column of a dense source has a number that is not, nor squares that overflow
  std::vector<double> root;    // root of each row's weight, the weights having the sum `rows`; empty: all 1
  std::vector<double> mean;    // of each stored column, weighted; 0 without an intercept
  std::vector<double> offset;  // what was taken off each number of a column; 0 in a sparse one and without an intercept
  std::vector<double> norm2;   // squared length of the centered columns; 0 if a column is constant

  // Columns of the source, and the products of the centered columns with y (rows, weighted; centered if `centered`). False: no memory.
  bool Load(const Source& source, bool centered, const double* y, const Context& context, std::vector<double>* products);
  // The same of the rows in `take` alone, from a design that was loaded without weights.
  bool Take(const Design& all, const std::vector<int32_t>& take, const double* weight, bool centered, const double* y,
            const Context& context, std::vector<double>* products);

  // The first `count` rows of a dense design without weights, without copying; it must outlive this one. y: `count`.
  void Head(const Design& all, int64_t count, bool centered, const double* y, const Context& context, std::vector<double>* products);

  // x_j . v, of the stored numbers.
  double Dot(int64_t j, const double* v, const Context& context) const;
  // v += a x_j, of the stored numbers.
  void Add(int64_t j, double a, double* v, const Context& context) const;
  // v -= sum of w_j x_j over a list, of the stored numbers, on all threads.
  void Subtract(const std::vector<int64_t>& list, const double* w, double* v, const Context& context) const;
  // The number in a row as it was given. Slow for a sparse column.
  double At(int64_t j, int64_t row) const;
  // u . v, u being the roots of the weights: what the mean of a column is multiplied by.
  double Total(const double* v, const Context& context) const;
  // v -= its weighted mean.
  void Center(double* v, const Context& context) const;
  // out[k] = centered x_list[k] . v, on all threads.
  void Products(const int64_t* list, int64_t count, const double* v, double* out, const Context& context) const;
  // out[i * ldo + j] = centered x_a[i] . x_b[j], on all threads.
  void Gram(const int64_t* a, int64_t na, const int64_t* b, int64_t nb, double* out, int64_t ldo, const Context& context) const {
    Gram(a, na, b, nb, nb, out, ldo, context);
  }
  // Of each row i the first `below` + i + 1 at least: what is right of them may be anything.
  void Gram(const int64_t* a, int64_t na, const int64_t* b, int64_t nb, int64_t below, double* out, int64_t ldo,
            const Context& context) const;
  // The same of all columns, out [columns, columns]. False: no memory.
  bool GramOfAll(double* out, const Context& context) const;
  // The mean of a column as it was given.
  double Mean(int64_t j) const { return offset[static_cast<size_t>(j)] + mean[static_cast<size_t>(j)]; }

  const double* Column(int64_t j) const { return values_ + j * stride_; }

 private:
  void SetWeights(const double* weight, int64_t count);
  bool LoadDense(const Source& source, bool centered, const double* y, const Context& context, std::vector<double>* products);
  bool LoadSparse(const Source& source);
  void Measure(bool centered, const double* y, const Context& context, std::vector<double>* products);
  void Finish(bool centered, const std::vector<double>& squares);

  std::shared_ptr<Slab> memory_, positions_;
  double* values_ = nullptr;
  int64_t stride_ = 0;          // dense: from one column to the next, whole lines of memory
  int32_t* row_ = nullptr;      // sparse
  std::vector<int64_t> start_;  // sparse
};

// y without its weighted mean (if `intercept`), times the roots of the weights, which get the sum `rows`. y is `stride` apart. Gives the
// mean.
double CenterTargets(const double* y, int64_t stride, int64_t rows, const double* weight, bool intercept, std::vector<double>* out);

// Whether a matrix that was given may be the Gram matrix of the features: its diagonal are their squared lengths.
bool GramFits(const double* gram, const Design& design);

// Runs fn(task) for every task on the context's threads.
template <typename F>
void ForEach(const Context& context, int64_t tasks, F fn) {
  if (context.parallel->threads <= 1 || tasks <= 1) {
    for (int64_t i = 0; i < tasks; i++) fn(i);
    return;
  }
  context.parallel->run(
      context.parallel->context, tasks, [](void* arg, int64_t task, int32_t) { (*static_cast<F*>(arg))(task); }, &fn);
}

}  // namespace linear
}  // namespace ridgeline
