// Lasso and elastic net against their optimality conditions, worked out anew in long double from the data as given: dense and sparse,
// weighted, non-negative, on columns that are equal, constant, far from 0, and more than there are rows. And the kernels behind them.
#include <cmath>
#include <cstring>
#include <vector>

#include "check.h"
#include "linear/algorithms.h"
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
size_t At(int64_t i) { return static_cast<size_t>(i); }

struct Case {
  const char* name;
  int64_t n, p;
  double share = 0.1;  // of the largest penalty
  double ratio = 1;
  bool intercept = true, positive = false, weighted = false, sparse = false, random = false, correlated = false;
  int64_t precompute = 0, alphas = 1;
};

Input Hand(const std::vector<double>& values) {
  Input input;
  input.memory = Slab::Create(values.size() * sizeof(double));
  input.f64 = reinterpret_cast<double*>(input.memory->data());
  input.length = static_cast<int64_t>(values.size());
  if (!values.empty()) std::memcpy(input.f64, values.data(), values.size() * sizeof(double));
  return input;
}
Input Hand(const std::vector<int32_t>& values) {
  Input input;
  input.memory = Slab::Create(values.size() * sizeof(int32_t));
  input.i32 = reinterpret_cast<int32_t*>(input.memory->data());
  input.length = static_cast<int64_t>(values.size());
  if (!values.empty()) std::memcpy(input.i32, values.data(), values.size() * sizeof(int32_t));
  return input;
}
Output Room(int64_t length) {
  Output output;
  output.memory = Slab::Create(At(length) * sizeof(double));
  output.data = reinterpret_cast<double*>(output.memory->data());
  output.length = length;
  return output;
}

struct Data {
  std::vector<double> x, y, weight;
};

Data Make(const Case& c) {
  Data d;
  d.x.resize(At(c.n * c.p));
  for (int64_t i = 0; i < c.n; i++) {
    for (int64_t j = 0; j < c.p; j++) {
      double v = Random();
      if (c.sparse && std::fabs(v) < 0.8) v = 0;
      if (c.correlated && j > 0) v = 0.98 * d.x[At(i * c.p + j - 1)] + 0.2 * v;
      d.x[At(i * c.p + j)] = v;
    }
  }
  for (int64_t i = 0; i < c.n; i++) {
    double* row = d.x.data() + i * c.p;
    if (c.p > 6 && !c.sparse) {
      row[2] = row[1];               // equal
      row[3] = 0.1;                  // constant
      row[4] = 0;                    // nothing
      row[5] = row[5] * 0.5 + 4096;  // far from 0
    }
    double y = 3 + 0.3 * Random();
    for (int64_t j = 0; j < c.p; j += 1 + c.p / 9) y += (j % 2 ? -1.5 : 2) * (row[j] - (j == 5 ? 4096 : 0));
    d.y.push_back(y);
    if (c.weighted) d.weight.push_back(i % 4 == 0 ? 0 : 0.5 + 0.5 * Random());
  }
  if (c.weighted) d.weight[1] = 2;
  return d;
}

bool Run(const Context& context, const Case& c, const Data& d, double alpha, std::vector<double>* coef, double* intercept, double* gap) {
  Problem problem;
  std::vector<double> values;
  std::vector<int32_t> index, start = {0};
  if (c.sparse) {
    for (int64_t i = 0; i < c.n; i++) {
      for (int64_t j = 0; j < c.p; j++) {
        if (d.x[At(i * c.p + j)] == 0) continue;
        values.push_back(d.x[At(i * c.p + j)]);
        index.push_back(static_cast<int32_t>(j));
      }
      start.push_back(static_cast<int32_t>(index.size()));
    }
  }
  const double automatic = alpha < 0;
  problem.numbers = {double(c.n),
                     double(c.p),
                     1,
                     double(c.sparse),
                     double(c.intercept),
                     double(c.alphas),
                     automatic,
                     double(c.positive),
                     double(c.random),
                     7,
                     double(c.precompute),
                     5000,
                     c.share,
                     1e-12,
                     c.ratio};
  problem.inputs = {Hand(c.sparse ? values : d.x),
                    Hand(d.y),
                    Hand(index),
                    Hand(c.sparse ? start : std::vector<int32_t>()),
                    Hand(d.weight),
                    Hand(automatic ? std::vector<double>() : std::vector<double>(1, alpha)),
                    Hand(std::vector<double>()),
                    Hand(std::vector<double>())};
  problem.outputs = {Room(c.alphas * c.p), Room(c.alphas), Room(c.alphas), Room(c.alphas), Room(c.alphas), Room(c.alphas)};
  std::string why;
  const Algorithm* algorithm = FindAlgorithm("sparsePath");
  CHECK(algorithm->check(problem, &why), "%s: %s", c.name, why.c_str());
  if (!algorithm->check(problem, &why)) return false;
  CHECK(algorithm->load(&problem, context), "%s", c.name);
  problem.inputs[0] = Input();
  CHECK(algorithm->run(&problem, context) == End::kDone, "%s", c.name);
  const int64_t last = c.alphas - 1;
  coef->assign(problem.outputs[0].data + last * c.p, problem.outputs[0].data + (last + 1) * c.p);
  *intercept = problem.outputs[1].data[last];
  *gap = problem.outputs[2].data[last];
  CHECK(problem.outputs[4].data[last] == 1, "%s: gap %g after %g sweeps", c.name, *gap, problem.outputs[3].data[last]);
  return true;
}

// The largest violation of a condition, as a share of the penalty; the objective; the gap.
struct Found {
  long double violation = 0, gap = 0, spread = 0;
};
Found Conditions(const Case& c, const Data& d, double alpha, const std::vector<double>& w, double b) {
  long double total = 0;
  for (int64_t i = 0; i < c.n; i++) total += c.weighted ? d.weight[At(i)] : 1;
  std::vector<long double> r(At(c.n)), s(At(c.n));
  long double rr = 0, slope_b = 0, mean = 0, yy = 0, ry = 0;
  for (int64_t i = 0; i < c.n; i++) s[At(i)] = (c.weighted ? d.weight[At(i)] : 1) * c.n / total;
  for (int64_t i = 0; i < c.n; i++) mean += s[At(i)] * d.y[At(i)] / c.n;
  if (!c.intercept) mean = 0;
  for (int64_t i = 0; i < c.n; i++) {
    long double f = b;
    for (int64_t j = 0; j < c.p; j++) f += static_cast<long double>(w[At(j)]) * d.x[At(i * c.p + j)];
    r[At(i)] = d.y[At(i)] - f;
    rr += s[At(i)] * r[At(i)] * r[At(i)];
    slope_b += s[At(i)] * r[At(i)];
    yy += s[At(i)] * (d.y[At(i)] - mean) * (d.y[At(i)] - mean);
    ry += s[At(i)] * r[At(i)] * (d.y[At(i)] - mean);
  }
  const long double l1 = static_cast<long double>(alpha) * c.ratio * c.n, l2 = static_cast<long double>(alpha) * (1 - c.ratio) * c.n;
  Found found;
  found.spread = yy;
  if (c.intercept) found.violation = fabsl(slope_b) / sqrtl(yy * c.n);
  long double absolute = 0, squares = 0, largest = 0;
  for (int64_t j = 0; j < c.p; j++) {
    // Without the column's mean, since the intercept is a double: its last digit times a large mean is no fault of the weights.
    long double slope = 0, middle = 0;
    for (int64_t i = 0; c.intercept && i < c.n; i++) middle += s[At(i)] * d.x[At(i * c.p + j)] / c.n;
    for (int64_t i = 0; i < c.n; i++) slope += s[At(i)] * r[At(i)] * (d.x[At(i * c.p + j)] - middle);
    const long double wj = w[At(j)], bent = slope - l2 * wj;
    long double off;
    if (wj == 0) {
      off = (c.positive ? bent : fabsl(bent)) - l1;
    } else {
      off = fabsl(bent - (wj > 0 ? l1 : -l1));
      CHECK(!c.positive || wj > 0, "%s: a negative weight", c.name);
    }
    if (off / l1 > found.violation) found.violation = off / l1;
    absolute += fabsl(wj);
    squares += wj * wj;
    largest = fmaxl(largest, c.positive ? bent : fabsl(bent));
  }
  const long double scale = largest > l1 ? l1 / largest : 1;
  found.gap = 0.5L * (1 + scale * scale) * (rr + l2 * squares) + l1 * absolute - scale * ry;
  return found;
}

double LargestAlpha(const Case& c, const Data& d) {
  long double total = 0, mean = 0, largest = 0;
  for (int64_t i = 0; i < c.n; i++) total += c.weighted ? d.weight[At(i)] : 1;
  for (int64_t i = 0; i < c.n; i++) mean += (c.weighted ? d.weight[At(i)] : 1) * d.y[At(i)] / total;
  if (!c.intercept) mean = 0;
  for (int64_t j = 0; j < c.p; j++) {
    long double slope = 0;
    for (int64_t i = 0; i < c.n; i++) slope += (c.weighted ? d.weight[At(i)] : 1) * (d.y[At(i)] - mean) * d.x[At(i * c.p + j)];
    largest = fmaxl(largest, c.positive ? slope : fabsl(slope));
  }
  return static_cast<double>(largest / total / c.ratio);
}

void TestSolve(const KernelTable* kernels, const Case& c) {
  const Data d = Make(c);
  std::vector<double> coefs[2];
  double intercepts[2];
  for (int threads = 1; threads <= 2; threads++) {
    ParallelContext pool(threads);
    const Context context(kernels, pool.parallel(), nullptr);
    const double largest = LargestAlpha(c, d), alpha = c.share * largest;
    double gap = 0;
    std::vector<double>& w = coefs[threads - 1];
    if (!Run(context, c, d, c.alphas > 1 ? -1 : alpha, &w, &intercepts[threads - 1], &gap)) return;
    const Found found = Conditions(c, d, alpha, w, intercepts[threads - 1]);
    CHECK(found.violation < 2e-6, "%s %s: a condition is broken by %Lg", kernels->name, c.name, found.violation);
    CHECK(found.gap <= 2e-12 * found.spread, "%s %s: gap %Lg of %Lg", kernels->name, c.name, found.gap, found.spread);
    CHECK(gap * static_cast<double>(c.n) <= 1e-12 * static_cast<double>(found.spread) * 1.01, "%s %s: said %g", kernels->name, c.name, gap);
    if (!c.sparse && c.p > 6 && c.intercept) CHECK(w[3] == 0 && w[4] == 0, "%s: constant columns got %g, %g", c.name, w[3], w[4]);
  }
  CHECK(std::memcmp(coefs[0].data(), coefs[1].data(), coefs[0].size() * sizeof(double)) == 0 && intercepts[0] == intercepts[1],
        "%s %s: bits depend on threads", kernels->name, c.name);
}

// So large that columns are stored past the caches.
void TestLargeColumns(const KernelTable* kernels) {
  const int64_t n = 70001, p = 49, stride = (n + 7) / 8 * 8;
  std::vector<double> x(At(n * p)), y(At(n), 1), sums(At(p), 0), squares(At(p), 0), products(At(p), 0);
  for (double& v : x) v = Random();
  const Output out = Room(p * stride);
  const ColumnsTask task = {x.data(), n, p, nullptr, nullptr, y.data(), out.data, stride, sums.data(), squares.data(), products.data()};
  kernels->columns_f64(&task, 0, 24);
  kernels->columns_f64(&task, 24, p);
  int64_t wrong = 0;
  for (int64_t i = 0; i < n; i++) {
    for (int64_t j = 0; j < p; j++) wrong += out.data[j * stride + i] != x[At(i * p + j)];
  }
  CHECK(wrong == 0, "%s large columns: %d numbers are wrong", kernels->name, int(wrong));
  CHECK(sums[At(p - 1)] == products[At(p - 1)], "%s large columns: products with ones", kernels->name);
}

void TestKernels(const KernelTable* kernels) {
  for (const int64_t n : {1, 3, 7, 8, 9, 64, 65, 130}) {
    for (const int64_t p : {1, 2, 5, 8, 9, 17}) {
      std::vector<double> x(At(n * p)), y(At(n)), weight(At(n)), shift(At(p)), out(At(n * p), -7), sums(At(p), 0), squares(At(p), 0),
          products(At(p), 0);
      for (double& v : x) v = Random();
      for (double& v : y) v = Random();
      for (double& v : weight) v = 0.1 + std::fabs(Random());
      for (double& v : shift) v = Random();
      const ColumnsTask task = {x.data(),   n, p,           shift.data(),   weight.data(),  y.data(),
                                out.data(), n, sums.data(), squares.data(), products.data()};
      kernels->columns_f64(&task, 0, p / 2 / 8 * 8);
      kernels->columns_f64(&task, p / 2 / 8 * 8, p);
      for (int64_t j = 0; j < p; j++) {
        long double sum = 0, square = 0, product = 0;
        for (int64_t i = 0; i < n; i++) {
          const double want = (x[At(i * p + j)] - shift[At(j)]) * weight[At(i)];
          CHECK(out[At(j * n + i)] == want, "%s columns [%d, %d]", kernels->name, int(n), int(p));
          sum += static_cast<long double>(want) * weight[At(i)];
          square += static_cast<long double>(want) * want;
          product += static_cast<long double>(want) * y[At(i)];
        }
        const double bound = 1e-15 * static_cast<double>(n + 4);
        CHECK(fabsl(sum - sums[At(j)]) <= bound && fabsl(square - squares[At(j)]) <= bound && fabsl(product - products[At(j)]) <= bound,
              "%s sums of columns [%d, %d]", kernels->name, int(n), int(p));
      }
      // Products of all pairs, whole and one by one.
      std::vector<const double*> columns;
      for (int64_t j = 0; j < p; j++) columns.push_back(out.data() + j * n);
      std::vector<double> dots(At(p * p)), one(1);
      kernels->dots_f64(columns.data(), p, columns.data(), p, n, p, dots.data(), p);
      for (int64_t i = 0; i < p; i++) {
        for (int64_t j = 0; j < p; j++) {
          long double want = 0;
          for (int64_t k = 0; k < n; k++) want += static_cast<long double>(out[At(i * n + k)]) * out[At(j * n + k)];
          CHECK(fabsl(want - dots[At(i * p + j)]) <= 1e-15 * static_cast<double>(n + 4), "%s dots [%d, %d]", kernels->name, int(n), int(p));
          kernels->dots_f64(columns.data() + i, 1, columns.data() + j, 1, n, 1, one.data(), 1);
          CHECK(one[0] == dots[At(i * p + j)], "%s dots [%d, %d] alone", kernels->name, int(n), int(p));
        }
      }
      // Of all but the first, the part up to the diagonal.
      std::vector<double> part(At(p * p));
      kernels->dots_f64(columns.data() + 1, p - 1, columns.data(), p, n, 1, part.data(), p);
      for (int64_t i = 1; i < p; i++) {
        for (int64_t j = 0; j <= i; j++)
          CHECK(part[At((i - 1) * p + j)] == dots[At(i * p + j)], "%s dots [%d, %d] below the diagonal", kernels->name, int(n), int(p));
      }
    }
  }
}

void TestRefusals() {
  const Algorithm* path = FindAlgorithm("sparsePath");
  const auto refused = [&](std::vector<int32_t> index, std::vector<int32_t> start) {
    Problem problem;
    problem.numbers = {2, 3, 1, 1, 1, 1, 1, 0, 0, 0, 0, 10, 1e-3, 1e-4, 1};
    problem.inputs = {Hand(std::vector<double>(3, 1.0)),
                      Hand(std::vector<double>(2, 1.0)),
                      Hand(index),
                      Hand(start),
                      Hand(std::vector<double>()),
                      Hand(std::vector<double>()),
                      Hand(std::vector<double>()),
                      Hand(std::vector<double>())};
    problem.outputs = {Room(3), Room(1), Room(1), Room(1), Room(1), Room(1)};
    std::string why;
    return !path->check(problem, &why);
  };
  CHECK(!refused({0, 2, 1}, {0, 2, 3}), "a good one");
  CHECK(refused({0, 3, 1}, {0, 2, 3}), "a column that there is not");
  CHECK(refused({0, -1, 1}, {0, 2, 3}), "a negative column");
  CHECK(refused({2, 0, 1}, {0, 2, 3}), "columns that descend");
  CHECK(refused({0, 0, 1}, {0, 2, 3}), "a column twice");
  CHECK(refused({0, 2, 1}, {0, 4, 3}), "a position past the end");
  CHECK(refused({0, 2, 1}, {1, 2, 3}), "a start past 0");
  CHECK(refused({0, 2, 1}, {0, 2, 2}), "numbers after the end");
  CHECK(refused({0, 2, 1}, {0, 3}), "too few rows");
}

}  // namespace

int main() {
  for (const char* isa : {"baseline", "avx2", "avx512", "neon"}) {
    const KernelTable* kernels = KernelsByName(isa);
    if (kernels == nullptr) continue;
    TestKernels(kernels);
    TestLargeColumns(kernels);
    Case c{"lasso", 90, 30};
    TestSolve(kernels, c);
    for (const bool gram : {false, true}) {
      c = Case{gram ? "gram: elastic net, weights" : "elastic net, weights", 150, 40};
      c.precompute = gram ? 2 : 0;
      c.ratio = 0.4;
      c.weighted = true;
      TestSolve(kernels, c);
      c = Case{gram ? "gram: correlated" : "correlated", 200, 60, 0.003};
      c.precompute = gram ? 2 : 0;
      c.correlated = true;
      TestSolve(kernels, c);
    }
    c = Case{"no intercept, positive", 80, 25};
    c.intercept = false;
    c.positive = true;
    TestSolve(kernels, c);
    c = Case{"wide", 40, 700, 0.02};
    TestSolve(kernels, c);
    c.name = "wide, path";
    c.alphas = 30;
    TestSolve(kernels, c);
    c = Case{"wide, elastic net, on columns", 60, 1400, 0.01, 0.05};
    TestSolve(kernels, c);
    c = Case{"at random", 60, 30, 0.05};
    c.random = true;
    TestSolve(kernels, c);
    c = Case{"sparse", 300, 90, 0.03};
    c.sparse = true;
    c.weighted = true;
    TestSolve(kernels, c);
    c = Case{"sparse, elastic net, on columns", 120, 1500, 0.02, 0.05};
    c.sparse = true;
    TestSolve(kernels, c);
    // Large enough to be solved on a share of the rows first.
    c = Case{"tall, correlated", 9000, 150, 0.01};
    c.correlated = true;
    TestSolve(kernels, c);
    c = Case{"one feature", 5, 1};
    TestSolve(kernels, c);
  }
  TestRefusals();
  return check::Finish("sparse");
}
