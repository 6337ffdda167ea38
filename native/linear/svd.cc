#include "svd.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>
#include <numeric>
#include <vector>

#include "eigen.h"
#include "qr.h"

namespace ridgeline {
namespace linear {
namespace {

constexpr int kMaxSweeps = 60;
// Pairs of rows shorter than this all together are not worth a second thread.
constexpr int64_t kThreadedNumbers = 8192;

void TransposeInto(const double* from, int64_t rows, int64_t columns, int64_t ldf, double* to, int64_t ldt) {
  constexpr int64_t kTile = 16;
  for (int64_t i0 = 0; i0 < rows; i0 += kTile) {
    for (int64_t j0 = 0; j0 < columns; j0 += kTile) {
      for (int64_t i = i0; i < std::min(i0 + kTile, rows); i++) {
        for (int64_t j = j0; j < std::min(j0 + kTile, columns); j++) to[j * ldt + i] = from[i * ldf + j];
      }
    }
  }
}

// Turns rows x and y of g, and of j, so that those of g are orthogonal, the longer first. Whether there was anything to do.
bool TurnPair(const KernelTable* kernels, double* gx, double* gy, double* jx, double* jy, int64_t n, double tolerance) {
  const double alpha = kernels->dot_f64(gx, gx, n), beta = kernels->dot_f64(gy, gy, n), gamma = kernels->dot_f64(gx, gy, n);
  const bool swap = alpha < beta;
  if (!(std::fabs(gamma) > tolerance * std::sqrt(alpha) * std::sqrt(beta)) || alpha == 0 || beta == 0) {
    if (swap) {
      std::swap_ranges(gx, gx + n, gy);
      std::swap_ranges(jx, jx + n, jy);
    }
    return false;
  }
  const double zeta = (beta - alpha) / (2 * gamma);
  const double t = (zeta >= 0 ? 1 : -1) / (std::fabs(zeta) + std::hypot(1.0, zeta));
  double c = 1 / std::hypot(1.0, t), s = c * t;
  if (swap) {  // a quarter turn more
    const double old = c;
    c = -s;
    s = old;
  }
  kernels->rotate_f64(gx, gy, n, c, s);
  kernels->rotate_f64(jx, jy, n, c, s);
  return true;
}

// Rotates the rows of g[n, n], and of j with them, until they are orthogonal. Each round of a sweep turns n / 2 pairs that share no row:
// what is done, and in which order to a row, does not depend on threads.
End Orthogonalize(const Context& context, double* g, double* j, int64_t n) {
  const double tolerance = DBL_EPSILON * std::sqrt(static_cast<double>(n));
  const int64_t players = n + n % 2, pairs = players / 2;
  std::vector<int64_t> seats(static_cast<size_t>(players));
  std::vector<char> turned(static_cast<size_t>(pairs));
  for (int sweep = 0; sweep < kMaxSweeps; sweep++) {
    bool any = false;
    for (int64_t round = 0; round < players - 1; round++) {
      if (context.Stopped()) return End::kStopped;
      // The circle method: one stays, the others move on by one seat.
      seats[0] = 0;
      for (int64_t i = 1; i < players; i++) seats[static_cast<size_t>(i)] = 1 + (i - 1 + round) % (players - 1);
      ParallelParts(context, pairs, n * n < kThreadedNumbers ? pairs : (pairs + 7) / 8, [&](int64_t begin, int64_t end) {
        for (int64_t p = begin; p < end; p++) {
          int64_t x = seats[static_cast<size_t>(p)], y = seats[static_cast<size_t>(players - 1 - p)];
          turned[static_cast<size_t>(p)] = 0;
          if (x >= n || y >= n) continue;
          if (x > y) std::swap(x, y);
          turned[static_cast<size_t>(p)] = TurnPair(context.kernels, g + x * n, g + y * n, j + x * n, j + y * n, n, tolerance);
        }
      });
      any = any || std::any_of(turned.begin(), turned.end(), [](char t) { return t != 0; });
    }
    context.Report(sweep, 0, 0);
    if (!any) break;
  }
  return End::kDone;
}

// Makes the rows of v[k, n] that stand for values of 0 unit vectors orthogonal to all before them: of the unit vectors, that which is left
// longest. Twice, so that what the first time leaves by cancellation is taken off too.
void Complete(const Context& context, double* v, int64_t k, int64_t n, int64_t first) {
  for (int64_t i = first; i < k; i++) {
    double* row = v + i * n;
    // The squared length that is left of unit vector c: 1 - sum of v_jc^2.
    int64_t best = 0;
    double most = -1;
    for (int64_t c = 0; c < n; c++) {
      double left = 1;
      for (int64_t j = 0; j < i; j++) left -= v[j * n + c] * v[j * n + c];
      if (left > most) {
        most = left;
        best = c;
      }
    }
    std::fill(row, row + n, 0.0);
    row[best] = 1;
    for (int pass = 0; pass < 2; pass++) {
      for (int64_t j = 0; j < i; j++) context.kernels->axpy_f64(-context.kernels->dot_f64(v + j * n, row, n), v + j * n, row, n);
      const double norm = std::sqrt(context.kernels->dot_f64(row, row, n));
      for (int64_t c = 0; c < n; c++) row[c] /= norm;
    }
  }
}

// Of a square matrix r[n, n]: rows of `left` and `right` are singular vectors. r is work space.
End Square(const Context& context, double* r, int64_t n, double* s, double* left, double* right) {
  Doubles gram, turn, values, g;
  if (!gram.Allocate(n * n) || !turn.Allocate(n * n) || !values.Allocate(n) || !g.Allocate(n * n)) return End::kMemory;
  // Turned by the eigenvectors of r r^T, largest first, the rows of r are orthogonal but for rounding relative to the largest of them.
  if (!Product(context, n, n, n, 1, r, n, false, r, n, true, 0, gram.get(), n)) return End::kMemory;
  End end = SymmetricEigen(context, gram.get(), n, values.get(), turn.get());
  if (end != End::kDone) return end;
  for (int64_t i = 0; i < n / 2; i++) std::swap_ranges(turn.get() + i * n, turn.get() + (i + 1) * n, turn.get() + (n - 1 - i) * n);
  if (!Product(context, n, n, n, 1, turn.get(), n, false, r, n, false, 0, g.get(), n)) return End::kMemory;
  end = Orthogonalize(context, g.get(), turn.get(), n);
  if (end != End::kDone) return end;
  std::vector<int64_t> order(static_cast<size_t>(n));
  std::iota(order.begin(), order.end(), 0);
  for (int64_t i = 0; i < n; i++) values[i] = std::sqrt(context.kernels->dot_f64(g.get() + i * n, g.get() + i * n, n));
  std::stable_sort(order.begin(), order.end(), [&](int64_t a, int64_t b) { return values[a] > values[b]; });
  int64_t zero = n;
  for (int64_t i = 0; i < n; i++) {
    const int64_t from = order[static_cast<size_t>(i)];
    s[i] = values[from];
    std::memcpy(left + i * n, turn.get() + from * n, static_cast<size_t>(n) * sizeof(double));
    if (s[i] <= s[0] * DBL_EPSILON * DBL_EPSILON || s[i] < DBL_MIN) {  // nothing but rounding of rounding: its direction means nothing
      zero = std::min(zero, i);
      continue;
    }
    for (int64_t c = 0; c < n; c++) right[i * n + c] = g[from * n + c] / s[i];
  }
  Complete(context, right, n, n, zero);
  return End::kDone;
}

// Of a tall matrix a[m, n], m >= n, rows lda apart. left[n, m] is not made where it is null.
End Tall(const Context& context, double* a, int64_t m, int64_t n, double* s, double* left, double* right) {
  Reflections q;
  End end = Qr(context, a, m, n, 0, n, &q);
  if (end != End::kDone) return end;
  for (int64_t i = 0; i < n; i++) std::fill(a + i * n, a + i * n + i, 0.0);
  Doubles small, tall;
  if (!small.Allocate(n * n) || (left != nullptr && !tall.Allocate(m * n))) return End::kMemory;
  end = Square(context, a, n, s, small.get(), right);
  if (end != End::kDone || left == nullptr) return end;
  TransposeInto(small.get(), n, n, n, tall.get(), n);
  end = ApplyQ(context, q, tall.get(), n, n);
  if (end != End::kDone) return end;
  TransposeInto(tall.get(), m, n, n, left, m);
  return End::kDone;
}

}  // namespace

End DecomposeSingular(const Context& context, double* a, int64_t m, int64_t n, bool want_u, Svd* svd) {
  const int64_t k = std::min(m, n);
  svd->m = m;
  svd->n = n;
  svd->k = k;
  if (!svd->s.Allocate(k) || (want_u && !svd->u.Allocate(k * m)) || !svd->v.Allocate(k * n)) return End::kMemory;
  if (k == 0) return End::kDone;
  // Scaled by a power of two, so that squares neither overflow nor vanish.
  double largest = 0;
  for (int64_t i = 0; i < m * n; i++) largest = std::fmax(largest, std::fabs(a[i]));
  int exponent = 0;
  if (largest > 0) std::frexp(largest, &exponent);
  if (std::abs(exponent) > 200) {
    for (int64_t i = 0; i < m * n; i++) a[i] = std::ldexp(a[i], -exponent);
  } else {
    exponent = 0;
  }
  End end;
  if (m >= n) {
    end = Tall(context, a, m, n, svd->s.get(), want_u ? svd->u.get() : nullptr, svd->v.get());
  } else {
    Doubles transposed, left;
    if (!transposed.Allocate(m * n) || (!want_u && !left.Allocate(k * m))) return End::kMemory;
    TransposeInto(a, m, n, n, transposed.get(), m);
    end = Tall(context, transposed.get(), n, m, svd->s.get(), svd->v.get(), want_u ? svd->u.get() : left.get());
  }
  for (int64_t i = 0; i < k; i++) svd->s[i] = std::ldexp(svd->s[i], exponent);
  return end;
}

double RankTolerance(const Svd& svd) { return svd.k == 0 ? 0 : svd.s[0] * static_cast<double>(std::max(svd.m, svd.n)) * DBL_EPSILON; }

void FixSigns(Svd* svd) {
  for (int64_t i = 0; i < svd->k; i++) {
    double* v = svd->v.get() + i * svd->n;
    int64_t at = 0;
    for (int64_t c = 1; c < svd->n; c++) {
      if (std::fabs(v[c]) > std::fabs(v[at])) at = c;
    }
    if (svd->n == 0 || v[at] >= 0) continue;
    for (int64_t c = 0; c < svd->n; c++) v[c] = -v[c];
    if (svd->u.get() == nullptr) continue;
    for (int64_t c = 0; c < svd->m; c++) svd->u[i * svd->m + c] = -svd->u[i * svd->m + c];
  }
}

}  // namespace linear
}  // namespace ridgeline
