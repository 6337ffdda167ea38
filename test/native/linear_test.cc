// The factorizations of native/linear against what defines them: residuals, orthogonality, order. On every instruction set this processor
// has.
#include <cmath>
#include <vector>

#include "check.h"
#include "linear/cholesky.h"
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

}  // namespace

int main() {
  for (const char* isa : {"baseline", "avx2", "avx512", "neon"}) {
    const KernelTable* kernels = KernelsByName(isa);
    if (kernels == nullptr) continue;
    ParallelContext pool(2);
    const Context context(kernels, pool.parallel(), nullptr);
    for (int64_t n : {1, 2, 3, 63, 64, 65, 130, 321}) TestCholesky(context, n, 1);
    TestSingular(context);
  }
  return check::Finish("linear");
}
