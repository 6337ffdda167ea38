#include "cholesky.h"

#include <cfloat>
#include <cmath>
#include <vector>

namespace ridgeline {
namespace linear {
namespace {

// Columns of a block: its triangle stays in the first cache.
constexpr int64_t kBlock = 64;
// Columns updated by one product.
constexpr int64_t kUpdate = 256;
constexpr int64_t kRowsPerTask = 32;

// The columns [begin, end) of row i, given those of the rows of the diagonal block above it.
inline void SolveRow(const KernelTable* kernels, const double* a, int64_t lda, int64_t begin, int64_t end, double* row) {
  for (int64_t j = begin; j < end; j++) {
    row[j] = (row[j] - kernels->dot_f64(row + begin, a + j * lda + begin, j - begin)) / a[j * lda + j];
  }
}

}  // namespace

Factored Cholesky(const Context& context, double* a, int64_t n, int64_t lda) {
  const KernelTable* kernels = context.kernels;
  std::vector<double> least(static_cast<size_t>(n));
  for (int64_t i = 0; i < n; i++) least[static_cast<size_t>(i)] = a[i * lda + i] * static_cast<double>(n) * DBL_EPSILON;
  for (int64_t k = 0; k < n; k += kBlock) {
    if (context.Stopped()) return Factored::kStopped;
    const int64_t end = k + kBlock < n ? k + kBlock : n;
    for (int64_t i = k; i < end; i++) {
      double* row = a + i * lda;
      SolveRow(kernels, a, lda, k, i, row);
      const double pivot = row[i] - kernels->dot_f64(row + k, row + k, i - k);
      if (!(pivot > least[static_cast<size_t>(i)])) return Factored::kSingular;
      row[i] = std::sqrt(pivot);
    }
    ParallelParts(context, n - end, kRowsPerTask, [&](int64_t first, int64_t last) {
      for (int64_t i = end + first; i < end + last; i++) SolveRow(kernels, a, lda, k, end, a + i * lda);
    });
    for (int64_t j = end; j < n; j += kUpdate) {
      const int64_t width = j + kUpdate < n ? kUpdate : n - j;
      if (!Product(context, n - j, width, end - k, -1, a + j * lda + k, lda, false, a + j * lda + k, lda, true, 1, a + j * lda + j, lda))
        return Factored::kMemory;
    }
  }
  return Factored::kDone;
}

void CholeskySolve(const Context& context, const double* l, int64_t n, int64_t ldl, double* b, int64_t count, int64_t ldb) {
  const KernelTable* kernels = context.kernels;
  ParallelParts(context, count, 1, [&](int64_t first, int64_t last) {
    for (int64_t r = first; r < last; r++) {
      double* x = b + r * ldb;
      SolveRow(kernels, l, ldl, 0, n, x);
      for (int64_t i = n - 1; i >= 0; i--) {
        x[i] /= l[i * ldl + i];
        kernels->axpy_f64(-x[i], l + i * ldl, x, i);
      }
    }
  });
}

}  // namespace linear
}  // namespace ridgeline
