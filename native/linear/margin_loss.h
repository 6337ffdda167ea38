// The data term of linear classifiers: the weighted sum of a loss of the scores x w + b over all rows, and its gradient, in one pass over
// x.
#pragma once
#include <atomic>
#include <memory>
#include <vector>

#include "../runtime/thread_pool.h"
#include "dense.h"
#include "sparse_rows.h"

namespace ridgeline {
namespace linear {

enum class Loss : int32_t {
  kLogistic = 0,      // log(1 + exp(-t z)) of one score, t = -1 or 1
  kSoftmax = 1,       // -log softmax(z)[label] of a score per class
  kSquaredHinge = 2,  // max(0, 1 - t z)^2 of one score
};

// Rows are read in place; nothing here is owned.
struct Samples {
  int64_t rows, columns;
  const double* x;        // [rows, columns]; null where rows are sparse
  const double* targets;  // kLogistic, kSquaredHinge: -1 or 1
  const int32_t* labels;  // kSoftmax: in [0, outputs)
  const double* weights;  // of each row, 0 or more
  const double* shift;    // what the columns were before is x + shift; null for nothing
  SparseRows sparse = {};
};

// Rows are taken in chunks whose number follows from the shape alone; each chunk adds up a gradient of its own, and these are added in
// order: the bits do not depend on the number of threads.
class MarginLoss {
 public:
  MarginLoss(const Context& context, Loss loss, const Samples& samples, int64_t outputs);
  // Before the first evaluation. False when memory cannot be had.
  bool Allocate();

  // The value at w [outputs, columns] and b [outputs]; gradients of the same shapes. *least is the least margin of a row of positive
  // weight: t z, or the score of the label minus the largest other one. False when memory cannot be had.
  bool Evaluate(const double* w, const double* b, double* value, double* w_gradient, double* b_gradient, double* least);

 private:
  static void ChunkTask(void* arg, int64_t chunk, int32_t worker);
  bool Chunk(int64_t chunk, int32_t worker) const;
  // Scores of rows from `begin` on, and what their residuals add to the gradient of w.
  bool Scores(int64_t begin, int64_t rows, double* scores, const Parallel* parallel) const;
  bool Slopes(int64_t begin, int64_t rows, const double* residuals, double* gradient, const Parallel* parallel) const;
  double MarginBlock(int64_t begin, int64_t rows, double* z, double* r, double* least) const;
  double SoftmaxBlock(int64_t begin, int64_t rows, double* z, double* least) const;

  const Context& context_;
  Loss loss_;
  Samples samples_;
  int64_t outputs_, block_, chunks_;
  int32_t threads_;
  std::vector<std::unique_ptr<ParallelContext>> serial_;  // of each worker: products within a chunk run on its own thread
  Doubles workspace_;
  const double *w_ = nullptr, *b_ = nullptr;  // while an evaluation runs
  std::atomic<bool> failed_{false};
};

}  // namespace linear
}  // namespace ridgeline
