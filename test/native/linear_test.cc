// The factorizations of native/linear against what defines them: residuals, orthogonality, order. On every instruction set this processor
// has.
#include <cfloat>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "check.h"
#include "linear/cholesky.h"
#include "linear/eigen.h"
#include "linear/qr.h"
#include "linear/svd.h"
#include "runtime/thread_pool.h"

using namespace ridgeline;
using namespace ridgeline::linear;

namespace {

uint64_t random_state = 88172645463325252ull;
double Random() {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return static_cast<double>(random_state >> 11) / 4503599627370496.0 - 1;
}
std::vector<double> RandomMatrix(int64_t count) {
  std::vector<double> m(static_cast<size_t>(count));
  for (double& x : m) x = Random();
  return m;
}

void TestCholesky(const Context& context, int64_t n, double shift) {
  const std::vector<double> x = RandomMatrix(n * n);
  std::vector<double> a(x.size());
  for (int64_t i = 0; i < n; i++) {
    for (int64_t j = 0; j < n; j++) {
      double sum = i == j ? shift : 0;
      for (int64_t k = 0; k < n; k++) sum += x[static_cast<size_t>(i * n + k)] * x[static_cast<size_t>(j * n + k)];
      a[static_cast<size_t>(i * n + j)] = sum;
    }
  }
  std::vector<double> l = a;
  CHECK(Cholesky(context, l.data(), n, n) == Factored::kDone, "n %d", static_cast<int>(n));
  double worst = 0;
  for (int64_t i = 0; i < n; i++) {
    for (int64_t j = 0; j <= i; j++) {
      double sum = 0;
      for (int64_t k = 0; k <= j; k++) sum += l[static_cast<size_t>(i * n + k)] * l[static_cast<size_t>(j * n + k)];
      worst = std::fmax(worst, std::fabs(sum - a[static_cast<size_t>(i * n + j)]));
    }
  }
  CHECK(worst <= 1e-14 * static_cast<double>(n) * static_cast<double>(n), "n %d: A - L L^T is %g", static_cast<int>(n), worst);
  std::vector<double> b = RandomMatrix(2 * n), solution = b;
  CholeskySolve(context, l.data(), n, n, solution.data(), 2, n);
  double residual = 0;
  for (int64_t r = 0; r < 2; r++) {
    for (int64_t i = 0; i < n; i++) {
      double sum = -b[static_cast<size_t>(r * n + i)];
      for (int64_t k = 0; k < n; k++) sum += a[static_cast<size_t>(i * n + k)] * solution[static_cast<size_t>(r * n + k)];
      residual = std::fmax(residual, std::fabs(sum));
    }
  }
  CHECK(residual <= 1e-11, "n %d: A x - b is %g", static_cast<int>(n), residual);
}

void TestSingular(const Context& context) {
  // Two equal columns, zeros, a negative number, NaN.
  double twice[4] = {2, 2, 2, 2}, zero[1] = {0}, negative[1] = {-1}, nan[4] = {1, NAN, NAN, 1};
  CHECK(Cholesky(context, twice, 2, 2) == Factored::kSingular, "twice");
  CHECK(Cholesky(context, zero, 1, 1) == Factored::kSingular, "zero");
  CHECK(Cholesky(context, negative, 1, 1) == Factored::kSingular, "negative");
  CHECK(Cholesky(context, nan, 2, 2) == Factored::kSingular, "NaN");
  CHECK(Cholesky(context, nullptr, 0, 0) == Factored::kDone, "nothing");
}

double At(const std::vector<double>& m, int64_t i) { return m[static_cast<size_t>(i)]; }
double Largest(const std::vector<double>& m) {
  double largest = 0;
  for (double x : m) largest = std::fmax(largest, std::fabs(x));
  return largest;
}
// The largest |rows rows^T - I| of the rows of a matrix.
double Skewness(const double* rows, int64_t k, int64_t n) {
  double worst = 0;
  for (int64_t i = 0; i < k; i++) {
    for (int64_t j = 0; j <= i; j++) {
      double sum = i == j ? -1 : 0;
      for (int64_t c = 0; c < n; c++) sum += rows[i * n + c] * rows[j * n + c];
      worst = std::fmax(worst, std::fabs(sum));
    }
  }
  return worst;
}

void TestQr(const Context& context, int64_t m, int64_t n, int64_t extra) {
  const int64_t width = n + extra;
  const std::vector<double> a = RandomMatrix(m * width);
  std::vector<double> r = a;
  Reflections q;
  CHECK(Qr(context, r.data(), m, n, extra, width, &q) == End::kDone, "%d x %d", static_cast<int>(m), static_cast<int>(n));
  // Q times what was left, with zeros below the triangle, is the matrix again.
  std::vector<double> back = r;
  for (int64_t i = 0; i < m; i++) {
    for (int64_t j = 0; j < n && j < i; j++) back[static_cast<size_t>(i * width + j)] = 0;
  }
  CHECK(ApplyQ(context, q, back.data(), width, width) == End::kDone, "Q");
  double worst = 0;
  for (size_t i = 0; i < a.size(); i++) worst = std::fmax(worst, std::fabs(back[i] - a[i]));
  CHECK(worst <= 1e-14 * static_cast<double>(m), "%d x %d: A - Q R is %g", static_cast<int>(m), static_cast<int>(n), worst);
  // Q applied to the identity has orthonormal columns, and so rows.
  std::vector<double> identity(static_cast<size_t>(m * m));
  for (int64_t i = 0; i < m; i++) identity[static_cast<size_t>(i * m + i)] = 1;
  ApplyQ(context, q, identity.data(), m, m);
  CHECK(Skewness(identity.data(), m, m) <= 1e-14 * static_cast<double>(m), "%d x %d: Q", static_cast<int>(m), static_cast<int>(n));
  if (extra == 0 || n == 0) return;
  std::vector<double> x(static_cast<size_t>(n));
  for (int64_t i = 0; i < n; i++) x[static_cast<size_t>(i)] = At(r, i * width + n);
  SolveUpper(context, r.data(), n, width, x.data(), 1, n);
  // The residual of least squares is orthogonal to the columns.
  double slope = 0;
  for (int64_t j = 0; j < n; j++) {
    double sum = 0;
    for (int64_t i = 0; i < m; i++) {
      double residual = -At(a, i * width + n);
      for (int64_t c = 0; c < n; c++) residual += At(a, i * width + c) * At(x, c);
      sum += residual * At(a, i * width + j);
    }
    slope = std::fmax(slope, std::fabs(sum));
  }
  CHECK(slope <= 1e-11 * (1 + Largest(x)) * static_cast<double>(m), "%d x %d: slope %g", static_cast<int>(m), static_cast<int>(n), slope);
}

// Symmetric matrices of several kinds: random, of low rank, diagonal, graded, zero, huge.
std::vector<double> Symmetric(int64_t n, int kind) {
  std::vector<double> a(static_cast<size_t>(n * n));
  const std::vector<double> x = RandomMatrix(n * n);
  for (int64_t i = 0; i < n; i++) {
    for (int64_t j = 0; j <= i; j++) {
      double value = At(x, i * n + j);
      if (kind == 1) value = At(x, i) * At(x, j);
      if (kind == 2) value = i == j ? At(x, i) : 0;
      if (kind == 3) value *= std::pow(10, -static_cast<double>(i + j) / 4);
      if (kind == 4) value = 0;
      if (kind == 5) value *= 1e200;
      a[static_cast<size_t>(i * n + j)] = a[static_cast<size_t>(j * n + i)] = value;
    }
  }
  return a;
}

void TestEigen(const Context& context, int64_t n, int kind) {
  const std::vector<double> a = Symmetric(n, kind);
  const double scale = Largest(a);
  std::vector<double> work = a, values(static_cast<size_t>(n)), vectors(static_cast<size_t>(n * n));
  CHECK(SymmetricEigen(context, work.data(), n, values.data(), vectors.data()) == End::kDone, "n %d kind %d", static_cast<int>(n), kind);
  const double tolerance = 4e-15 * static_cast<double>(n);
  CHECK(Skewness(vectors.data(), n, n) <= tolerance, "n %d kind %d: %g", static_cast<int>(n), kind, Skewness(vectors.data(), n, n));
  double worst = 0;
  bool ascending = true;
  for (int64_t i = 0; i < n; i++) {
    ascending = ascending && (i == 0 || At(values, i) >= At(values, i - 1));
    for (int64_t r = 0; r < n; r++) {
      double sum = -At(values, i) / (scale + DBL_MIN) * At(vectors, i * n + r);
      for (int64_t c = 0; c < n; c++) sum += At(a, r * n + c) / (scale + DBL_MIN) * At(vectors, i * n + c);
      worst = std::fmax(worst, std::fabs(sum));
    }
  }
  CHECK(worst <= tolerance, "n %d kind %d: A v - value v is %g", static_cast<int>(n), kind, worst);
  CHECK(ascending, "n %d kind %d", static_cast<int>(n), kind);
}

// Random, of rank 1, with pairs of equal columns, graded columns, zero, huge and tiny ones, with all columns equal.
std::vector<double> Rectangular(int64_t m, int64_t n, int kind) {
  std::vector<double> a = RandomMatrix(m * n);
  const std::vector<double> x = RandomMatrix(m + n);
  for (int64_t i = 0; i < m; i++) {
    for (int64_t j = 0; j < n; j++) {
      double& value = a[static_cast<size_t>(i * n + j)];
      if (kind == 1) value = At(x, i) * At(x, m + j);
      if (kind == 2 && j % 2 == 1) value = a[static_cast<size_t>(i * n + j - 1)];
      if (kind == 7) value = At(x, i);
      if (kind == 3) value *= std::pow(10, -static_cast<double>(j) / 2);
      if (kind == 4) value = 0;
      if (kind == 5) value *= 1e250;
      if (kind == 6) value *= 1e-250;
    }
  }
  return a;
}

void TestSvd(const Context& context, int64_t m, int64_t n, int kind) {
  const std::vector<double> a = Rectangular(m, n, kind);
  const double scale = Largest(a) > 0 ? Largest(a) : 1;
  std::vector<double> work = a;
  Svd svd;
  const int im = static_cast<int>(m), in = static_cast<int>(n);
  CHECK(DecomposeSingular(context, work.data(), m, n, true, &svd) == End::kDone, "%d x %d kind %d", im, in, kind);
  const double tolerance = 4e-15 * static_cast<double>(m + n);
  const double skew_u = Skewness(svd.u.get(), svd.k, m), skew_v = Skewness(svd.v.get(), svd.k, n);
  CHECK(skew_u <= tolerance, "%d x %d kind %d: U %g", im, in, kind, skew_u);
  CHECK(skew_v <= tolerance, "%d x %d kind %d: V %g", im, in, kind, skew_v);
  double worst = 0;
  for (int64_t i = 0; i < m; i++) {
    for (int64_t j = 0; j < n; j++) {
      double sum = -At(a, i * n + j) / scale;
      for (int64_t l = 0; l < svd.k; l++) sum += svd.s[l] / scale * svd.u[l * m + i] * svd.v[l * n + j];
      worst = std::fmax(worst, std::fabs(sum));
    }
  }
  CHECK(worst <= tolerance, "%d x %d kind %d: A - U S V^T is %g", im, in, kind, worst);
  int64_t rank = 0;
  bool descending = true;
  for (int64_t i = 0; i < svd.k; i++) {
    rank += svd.s[i] > RankTolerance(svd);
    descending = descending && svd.s[i] >= 0 && (i == 0 || svd.s[i] <= svd.s[i - 1]);
  }
  CHECK(descending, "%d x %d kind %d", im, in, kind);
  const int64_t expected = kind == 1 || kind == 7 ? 1 : kind == 2 ? std::min(m, (n + 1) / 2) : kind == 4 ? 0 : svd.k;
  if (kind != 3) CHECK(rank == expected, "%d x %d kind %d: rank %d", im, in, kind, static_cast<int>(rank));
}

// A matrix with columns of very different lengths has singular values that plain double methods lose: diag(1, 1e-8, 1e-16) times a
// rotation.
void TestSmallValues(const Context& context) {
  const double c = std::cos(0.3), s = std::sin(0.3);
  double a[9] = {c, -s, 0, 1e-8 * s, 1e-8 * c, 0, 0, 0, 1e-16};
  Svd svd;
  DecomposeSingular(context, a, 3, 3, true, &svd);
  CHECK(std::fabs(svd.s[0] - 1) < 1e-15 && std::fabs(svd.s[1] / 1e-8 - 1) < 1e-7 && std::fabs(svd.s[2] / 1e-16 - 1) < 1e-7, "%g %g %g",
        svd.s[0], svd.s[1], svd.s[2]);
}

}  // namespace

int main() {
  for (const char* isa : {"baseline", "avx2", "avx512", "neon"}) {
    const KernelTable* kernels = KernelsByName(isa);
    if (kernels == nullptr) continue;
    ParallelContext pool(2);
    const Context context(kernels, pool.parallel(), nullptr);
    for (int64_t n : {1, 2, 3, 63, 64, 65, 130, 321}) TestCholesky(context, n, 1);
    TestSingular(context);
    const int64_t shapes[][3] = {{1, 1, 1}, {3, 0, 1}, {5, 2, 0}, {33, 32, 1}, {70, 33, 2}, {64, 64, 1}, {200, 97, 3}, {257, 130, 1}};
    for (const auto& shape : shapes) TestQr(context, shape[0], shape[1], shape[2]);
    for (int kind = 0; kind < 6; kind++) {
      for (int64_t n : {1, 2, 3, 31, 64, 130}) TestEigen(context, n, kind);
    }
    for (int kind = 0; kind < 8; kind++) {
      TestSvd(context, 1, 1, kind);
      TestSvd(context, 5, 1, kind);
      TestSvd(context, 1, 5, kind);
      TestSvd(context, 40, 17, kind);
      TestSvd(context, 17, 40, kind);
      TestSvd(context, 130, 70, kind);
    }
    TestSmallValues(context);
  }
  return check::Finish("linear");
}
