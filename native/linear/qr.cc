#include "qr.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ridgeline {
namespace linear {
namespace {

// Makes v[0..length) the reflection that takes it to (beta, 0, ..., 0), v[0] = 1, and returns its factor; 0 where nothing is to be done.
double Reflect(const KernelTable* kernels, double* v, int64_t length, double* beta) {
  double rest = 0;
  for (int64_t i = 1; i < length; i++) rest = std::fmax(rest, std::fabs(v[i]));
  *beta = v[0];
  if (rest == 0) {
    v[0] = 1;
    return 0;
  }
  // Squares of what is huge or tiny would overflow or vanish, and denormals have few digits to be divided by.
  const double largest = std::fmax(std::fabs(v[0]), rest);
  const double scale = largest > 1e-140 && largest < 1e140 ? 1 : largest;
  if (scale != 1) {
    for (int64_t i = 0; i < length; i++) v[i] /= scale;
  }
  const double norm = std::sqrt(kernels->dot_f64(v, v, length));
  const double to = v[0] > 0 ? -norm : norm;
  const double head = v[0] - to;
  v[0] = 1;
  for (int64_t i = 1; i < length; i++) v[i] /= head;
  *beta = to * scale;
  return -head / to;
}

// The block that turns the columns [k, k + width) of a: its rows of q->v, and t. Their part of R is stored in a.
void Panel(const Context& context, double* a, int64_t m, int64_t lda, int64_t k, int64_t width, Reflections* q, double* t) {
  const KernelTable* kernels = context.kernels;
  double* v = q->v.get() + k * m;
  for (int64_t i = k; i < m; i++) {
    for (int64_t j = 0; j < width; j++) v[j * m + i] = a[i * lda + k + j];
  }
  for (int64_t j = 0; j < width; j++) {
    double* row = v + j * m + k + j;
    const int64_t length = m - k - j;
    double beta;
    const double tau = Reflect(kernels, row, length, &beta);
    ParallelParts(context, width - j - 1, length > 4096 ? 1 : width, [&](int64_t begin, int64_t end) {
      for (int64_t c = j + 1 + begin; c < j + 1 + end; c++) {
        double* other = v + c * m + k + j;
        kernels->axpy_f64(-tau * kernels->dot_f64(row, other, length), row, other, length);
      }
    });
    // What the panel holds of R is kept before v's zeros take its place.
    for (int64_t i = 0; i < j; i++) a[(k + i) * lda + k + j] = v[j * m + k + i];
    a[(k + j) * lda + k + j] = beta;
    std::fill(v + j * m, v + j * m + k + j, 0.0);
    // Column j of T.
    double products[kQrBlock];
    for (int64_t i = 0; i < j; i++) products[i] = kernels->dot_f64(v + i * m + k + j, row, length);
    for (int64_t i = 0; i < j; i++) {
      double sum = 0;
      for (int64_t l = i; l < j; l++) sum += t[i * kQrBlock + l] * products[l];
      t[i * kQrBlock + j] = -tau * sum;
    }
    t[j * kQrBlock + j] = tau;
  }
}

// b[rows k.., columns] -= V op(T) V^T b, op the transpose for Q^T.
End ApplyBlock(const Context& context, const Reflections& q, int64_t k, int64_t width, bool transposed, double* b, int64_t columns,
               int64_t ldb, double* work) {
  const double* v = q.v.get() + k * q.m + k;
  const double* t = q.t.get() + k / kQrBlock * kQrBlock * kQrBlock;
  const int64_t rows = q.m - k;
  double* product = work + kQrBlock * columns;
  if (!Product(context, width, columns, rows, 1, v, q.m, false, b + k * ldb, ldb, false, 0, work, columns)) return End::kMemory;
  for (int64_t i = 0; i < width; i++) {
    double* to = product + i * columns;
    std::fill(to, to + columns, 0.0);
    for (int64_t l = transposed ? 0 : i; l < (transposed ? i + 1 : width); l++) {
      context.kernels->axpy_f64(transposed ? t[l * kQrBlock + i] : t[i * kQrBlock + l], work + l * columns, to, columns);
    }
  }
  return Product(context, rows, columns, width, -1, v, q.m, true, product, columns, false, 1, b + k * ldb, ldb) ? End::kDone : End::kMemory;
}

}  // namespace

End Qr(const Context& context, double* a, int64_t m, int64_t n, int64_t extra, int64_t lda, Reflections* q) {
  q->m = m;
  q->n = n;
  const int64_t blocks = (n + kQrBlock - 1) / kQrBlock;
  Doubles work;
  if (!q->v.Allocate(m * n) || !q->t.Allocate(blocks * kQrBlock * kQrBlock) || !work.Allocate(2 * kQrBlock * (n + extra)))
    return End::kMemory;
  for (int64_t k = 0; k < n; k += kQrBlock) {
    if (context.Stopped()) return End::kStopped;
    const int64_t width = std::min(kQrBlock, n - k);
    Panel(context, a, m, lda, k, width, q, q->t.get() + k * kQrBlock);
    const int64_t columns = n + extra - k - width;
    if (columns > 0 && ApplyBlock(context, *q, k, width, true, a + k + width, columns, lda, work.get()) != End::kDone) return End::kMemory;
    context.Report(static_cast<double>(k + width), static_cast<double>(n), 0);
  }
  return End::kDone;
}

End ApplyQ(const Context& context, const Reflections& q, double* b, int64_t columns, int64_t ldb) {
  Doubles work;
  if (!work.Allocate(2 * kQrBlock * columns)) return End::kMemory;
  for (int64_t k = (q.n - 1) / kQrBlock * kQrBlock; k >= 0 && q.n > 0; k -= kQrBlock) {
    if (context.Stopped()) return End::kStopped;
    const End end = ApplyBlock(context, q, k, std::min(kQrBlock, q.n - k), false, b, columns, ldb, work.get());
    if (end != End::kDone) return end;
  }
  return End::kDone;
}

void SolveUpper(const Context& context, const double* r, int64_t n, int64_t ldr, double* b, int64_t count, int64_t ldb) {
  ParallelParts(context, count, 1, [&](int64_t begin, int64_t end) {
    for (int64_t c = begin; c < end; c++) {
      double* x = b + c * ldb;
      for (int64_t i = n - 1; i >= 0; i--) {
        x[i] = (x[i] - context.kernels->dot_f64(r + i * ldr + i + 1, x + i + 1, n - i - 1)) / r[i * ldr + i];
      }
    }
  });
}

double ConditionBound(const Context& context, const double* r, int64_t n, int64_t ldr) {
  double norm = 0;
  for (int64_t i = 0; i < n; i++) {
    if (r[i * ldr + i] == 0) return INFINITY;
    norm += context.kernels->dot_f64(r + i * ldr + i, r + i * ldr + i, n - i);
  }
  // Column c of the inverse of R is the solution x of R x = e_c, which has c + 1 elements.
  Doubles inverse;
  if (!inverse.Allocate(n * n)) return NAN;
  std::vector<double> squares(static_cast<size_t>(n));
  ParallelParts(context, n, 8, [&](int64_t begin, int64_t end) {
    for (int64_t c = begin; c < end; c++) {
      double* x = inverse.get() + c * n;
      x[c] = 1;
      for (int64_t i = c; i >= 0; i--) x[i] = (x[i] - context.kernels->dot_f64(r + i * ldr + i + 1, x + i + 1, c - i)) / r[i * ldr + i];
      squares[static_cast<size_t>(c)] = context.kernels->dot_f64(x, x, c + 1);
    }
  });
  double inverse_norm = 0;
  for (double s : squares) inverse_norm += s;
  const double bound = std::sqrt(norm) * std::sqrt(inverse_norm);
  return bound < INFINITY ? bound : INFINITY;
}

}  // namespace linear
}  // namespace ridgeline
