#include "eigen.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>
#include <numeric>
#include <vector>

namespace ridgeline {
namespace linear {
namespace {

constexpr int64_t kRowsPerTask = 64;
// Columns of the eigenvectors that are rotated at a time: with all rows they stay in the second cache.
constexpr int64_t kChunk = 32;
// Rotations that are gathered before they are applied.
constexpr size_t kRotations = size_t{1} << 16;
constexpr int kMaxSteps = 60;

struct Rotation {
  int64_t row;  // of rows `row` and `row + 1`
  double c, s;
};

// Reduces a to tridiagonal form from the top: diagonal d, subdiagonal e (e[i] between i and i + 1). Row k of a keeps reflection k, of the
// elements after k, whose factor is tau[k].
bool Tridiagonalize(const Context& context, double* a, int64_t n, double* d, double* e, double* tau, double* w) {
  const KernelTable* kernels = context.kernels;
  for (int64_t k = 0; k + 1 < n; k++) {
    if (context.Stopped()) return false;
    d[k] = a[k * n + k];
    double* v = a + k * n + k + 1;
    const int64_t length = n - k - 1;
    const double norm = std::sqrt(kernels->dot_f64(v, v, length));
    // What is so small beside the whole matrix that its squares vanish may be left away.
    if (kernels->dot_f64(v + 1, v + 1, length - 1) == 0) {
      e[k] = v[0];
      tau[k] = 0;
      continue;
    }
    e[k] = v[0] > 0 ? -norm : norm;
    const double head = v[0] - e[k];
    tau[k] = -head / e[k];
    v[0] = 1;
    for (int64_t i = 1; i < length; i++) v[i] /= head;
    // w = tau (A v - tau / 2 (v . A v) v), A -= v w^T + w v^T
    ParallelParts(context, length, kRowsPerTask, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin; i < end; i++) w[i] = tau[k] * kernels->dot_f64(a + (k + 1 + i) * n + k + 1, v, length);
    });
    kernels->axpy_f64(-tau[k] / 2 * kernels->dot_f64(w, v, length), v, w, length);
    ParallelParts(context, length, kRowsPerTask, [&](int64_t begin, int64_t end) {
      for (int64_t i = begin; i < end; i++) {
        double* row = a + (k + 1 + i) * n + k + 1;
        kernels->axpy_f64(-v[i], w, row, length);
        kernels->axpy_f64(-w[i], v, row, length);
      }
    });
    context.Report(static_cast<double>(k), static_cast<double>(n), 0);
  }
  if (n > 0) d[n - 1] = a[n * n - 1];
  return true;
}

// Rows of z become rows of z Q^T, Q = H_0 H_1 ... the reflections in a.
bool ApplyReflections(const Context& context, const double* a, int64_t n, const double* tau, double* z) {
  for (int64_t begin = 0; begin < n; begin += 8 * kRowsPerTask) {
    if (context.Stopped()) return false;
    ParallelParts(context, std::min(8 * kRowsPerTask, n - begin), 8, [&](int64_t first, int64_t last) {
      for (int64_t i = begin + first; i < begin + last; i++) {
        for (int64_t k = n - 2; k >= 0; k--) {
          if (tau[k] == 0) continue;
          const double* v = a + k * n + k + 1;
          double* row = z + i * n + k + 1;
          context.kernels->axpy_f64(-tau[k] * context.kernels->dot_f64(v, row, n - k - 1), v, row, n - k - 1);
        }
      }
    });
  }
  return true;
}

void Rotate(const Context& context, std::vector<Rotation>* rotations, double* z, int64_t n) {
  ParallelParts(context, n, kChunk, [&](int64_t begin, int64_t end) {
    for (const Rotation& r : *rotations) {
      double* row = z + r.row * n + begin;
      context.kernels->rotate_f64(row, row + n, end - begin, r.c, r.s);
    }
  });
  rotations->clear();
}

// Eigenvalues of the tridiagonal matrix into d, and its eigenvectors into the rows of z, which starts as the identity. False when stopped.
bool ImplicitQl(const Context& context, double* d, double* e, int64_t n, double* z) {
  std::vector<Rotation> rotations;
  rotations.reserve(kRotations + static_cast<size_t>(n));
  for (int64_t l = 0; l < n; l++) {
    for (int step = 0; step < kMaxSteps; step++) {
      int64_t m = l;
      while (m + 1 < n && std::fabs(e[m]) > DBL_EPSILON * (std::fabs(d[m]) + std::fabs(d[m + 1])) + DBL_MIN) m++;
      if (m == l) break;
      if (context.Stopped()) return false;
      // Wilkinson's shift, then the bulge from m up to l.
      double g = (d[l + 1] - d[l]) / (2 * e[l]);
      double r = std::hypot(g, 1.0);
      g = d[m] - d[l] + e[l] / (g + (g >= 0 ? r : -r));
      double s = 1, c = 1, p = 0;
      int64_t i = m - 1;
      for (; i >= l; i--) {
        double f = s * e[i];
        const double b = c * e[i];
        r = std::hypot(f, g);
        e[i + 1] = r;
        if (r == 0) {
          d[i + 1] -= p;
          e[m] = 0;
          break;
        }
        s = f / r;
        c = g / r;
        g = d[i + 1] - p;
        r = (d[i] - g) * s + 2 * c * b;
        p = s * r;
        d[i + 1] = g + p;
        g = c * r - b;
        rotations.push_back({i, c, s});
      }
      if (rotations.size() >= kRotations) Rotate(context, &rotations, z, n);
      if (i >= l) continue;
      d[l] -= p;
      e[l] = g;
      e[m] = 0;
    }
  }
  Rotate(context, &rotations, z, n);
  return true;
}

}  // namespace

End SymmetricEigen(const Context& context, double* a, int64_t n, double* values, double* vectors) {
  if (n == 0) return End::kDone;
  Doubles e, tau, w, z;
  if (!e.Allocate(n + 1) || !tau.Allocate(n) || !w.Allocate(n) || !z.Allocate(n * n)) return End::kMemory;
  // Scaled by a power of two, so that squares neither overflow nor vanish.
  double largest = 0;
  for (int64_t i = 0; i < n * n; i++) largest = std::fmax(largest, std::fabs(a[i]));
  int exponent = 0;
  if (largest > 0) std::frexp(largest, &exponent);
  for (int64_t i = 0; i < n * n; i++) a[i] = std::ldexp(a[i], -exponent);
  std::vector<double> d(static_cast<size_t>(n));
  if (!Tridiagonalize(context, a, n, d.data(), e.get(), tau.get(), w.get())) return End::kStopped;
  for (int64_t i = 0; i < n; i++) z[i * n + i] = 1;
  if (!ImplicitQl(context, d.data(), e.get(), n, z.get())) return End::kStopped;
  if (!ApplyReflections(context, a, n, tau.get(), z.get())) return End::kStopped;
  std::vector<int64_t> order(static_cast<size_t>(n));
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int64_t x, int64_t y) { return d[static_cast<size_t>(x)] < d[static_cast<size_t>(y)]; });
  for (int64_t i = 0; i < n; i++) {
    const int64_t from = order[static_cast<size_t>(i)];
    values[i] = std::ldexp(d[static_cast<size_t>(from)], exponent);
    std::memcpy(vectors + i * n, z.get() + from * n, static_cast<size_t>(n) * sizeof(double));
  }
  return End::kDone;
}

}  // namespace linear
}  // namespace ridgeline
