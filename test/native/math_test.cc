// Accuracy of the vector functions in units in the last place, over all exponents, against long double; special values exactly.
#include <math.h>

#include <limits>

#include "check.h"
#include "ew_run.h"

using namespace ridgeline_test;

namespace {

struct Function {
  const char* name;
  int32_t op;
  long double (*reference)(long double);
  double float_bound, double_bound;  // ulp
};

long double Sigmoid(long double x) { return x >= 0 ? 1 / (1 + expl(-x)) : expl(x) / (1 + expl(x)); }
long double Softplus(long double x) { return (x > 0 ? x : 0) + log1pl(expl(-fabsl(x))); }
long double Reciprocal(long double x) { return 1 / x; }

const Function kFunctions[] = {
    {"exp", kEwExp, expl, 2.5, 2},
    {"expm1", kEwExpm1, expm1l, 3, 3},
    {"log", kEwLog, logl, 2, 2},
    {"log1p", kEwLog1p, log1pl, 3, 3},
    {"sin", kEwSin, sinl, 2, 2},
    {"cos", kEwCos, cosl, 2, 2},
    {"tanh", kEwTanh, tanhl, 4, 4},
    {"erf", kEwErf, erfl, 4, 4},
    {"sigmoid", kEwSigmoid, Sigmoid, 4, 4},
    {"softplus", kEwSoftplus, Softplus, 4, 4},
    {"sqrt", kEwSqrt, sqrtl, 0.51, 0.51},
    {"reciprocal", kEwReciprocal, Reciprocal, 0.51, 0.51},
};

template <typename T>
double UlpError(T got, long double want) {
  const T rounded = static_cast<T>(want);
  if (want != want || got != got) return (want != want) == (got != got) ? 0 : 1e30;
  if (isinf(rounded) || isinf(got)) return rounded == got ? 0 : 1e30;
  int exponent;
  frexpl(want, &exponent);
  const int least = std::numeric_limits<T>::min_exponent;
  const long double ulp = ldexpl(1, (exponent < least ? least : exponent) - std::numeric_limits<T>::digits);
  return static_cast<double>(fabsl(static_cast<long double>(got) - want) / ulp);
}

// Every exponent and sign, with mantissas that vary, then points where reductions and branches change.
template <typename T>
std::vector<T> Samples() {
  std::vector<T> x;
  Rng rng = {7};
  const int mantissa = sizeof(T) == 4 ? 23 : 52;
  const uint64_t exponents = sizeof(T) == 4 ? 256 : 2048;
  const int per_exponent = sizeof(T) == 4 ? 800 : 100;
  for (uint64_t e = 0; e < exponents; e++) {
    for (int i = 0; i < per_exponent; i++) {
      const uint64_t random = (rng.Next() << 31) ^ rng.Next();
      const uint64_t bits = (random & 1) << (sizeof(T) * 8 - 1) | e << mantissa | ((random >> 1) & ((uint64_t{1} << mantissa) - 1));
      T value;
      memcpy(&value, &bits, sizeof value);
      x.push_back(value);
    }
  }
  for (int i = 0; i < 60000; i++) x.push_back(static_cast<T>(rng.Uniform(-1.5, 1.5)));
  for (int i = 0; i < 60000; i++) x.push_back(static_cast<T>(rng.Uniform(-110, 110)));
  for (int i = 0; i < 20000; i++) x.push_back(static_cast<T>(rng.Uniform(-760, 760)));
  for (int i = -2000; i < 2000; i++) x.push_back(static_cast<T>(i * 0.78539816339744830962));
  for (int i = -2000; i < 2000; i++) x.push_back(static_cast<T>(i * 0.34657359027997265471));
  const double inf = std::numeric_limits<double>::infinity();
  for (double v :
       {0.0, -0.0, 1.0, -1.0, inf, -inf, static_cast<double>(NAN), 88.72283, -87.3366, -103.97, 709.7827, -708.396, -745.13, 1048576.0})
    x.push_back(static_cast<T>(v));
  for (T v : {std::numeric_limits<T>::min(), std::numeric_limits<T>::denorm_min(), std::numeric_limits<T>::max()}) {
    x.push_back(v);
    x.push_back(-v);
  }
  return x;
}

template <typename T>
void CheckFunctions(const KernelTable* table, bool verbose) {
  const std::vector<T> x = Samples<T>();
  std::vector<T> y(x.size());
  for (const Function& f : kFunctions) {
    Program program({static_cast<int64_t>(x.size())});
    program.Output(y.data(), program.Op(f.op, program.Input(const_cast<T*>(x.data()))));
    RunEw<T>(table, program.Task());
    double worst = 0;
    T where = 0;
    const double bound = sizeof(T) == 4 ? f.float_bound : f.double_bound;
    for (size_t i = 0; i < x.size(); i++) {
      const double error = UlpError<T>(y[i], f.reference(x[i]));
      CHECK(error <= bound, "%s %s f%zu(%.17g) = %.17g, want %.17Lg: %g ulp", table->name, f.name, sizeof(T) * 8, static_cast<double>(x[i]),
            static_cast<double>(y[i]), f.reference(x[i]), error);
      if (error > worst) {
        worst = error;
        where = x[i];
      }
    }
    if (verbose) printf("%-8s f%zu %-10s worst %.3f ulp at %.9g\n", table->name, sizeof(T) * 8, f.name, worst, static_cast<double>(where));
  }
}

// 4 ulp, or 2^-23 |x| (2^-52 in double) where 1 + erf cancels.
template <typename T>
void CheckGelu(const KernelTable* table) {
  std::vector<T> x = Samples<T>();
  std::vector<T> y(x.size());
  Program p({static_cast<int64_t>(x.size())});
  p.Output(y.data(), p.Op(kEwGelu, p.Input(x.data())));
  RunEw<T>(table, p.Task());
  for (size_t i = 0; i < x.size(); i++) {
    if (x[i] == -std::numeric_limits<T>::infinity()) {
      CHECK(y[i] != y[i], "%s gelu of -infinity is infinity times 0", table->name);
      continue;
    }
    const long double want = static_cast<long double>(x[i]) / 2 * erfcl(static_cast<long double>(x[i]) * -0.70710678118654752440084436L);
    const long double slack = ldexpl(fabsl(x[i]), sizeof(T) == 4 ? -23 : -52);
    CHECK(fabsl(y[i] - want) <= slack || UlpError<T>(y[i], want) <= 4, "%s gelu f%zu(%.17g) = %.17g, want %.17Lg", table->name,
          sizeof(T) * 8, static_cast<double>(x[i]), static_cast<double>(y[i]), want);
  }
}

template <typename T>
void CheckPow(const KernelTable* table) {
  std::vector<T> a, b;
  const double inf = std::numeric_limits<double>::infinity();
  const double special[] = {0.0,  -0.0,  1.0,   -1.0, 2.0, -2.0, 0.5, -0.5, 3.0, -3.0, inf, -inf, static_cast<double>(NAN),
                            1e30, -1e30, 1e-30, 7.5};
  for (double p : special) {
    for (double q : special) {
      a.push_back(static_cast<T>(p));
      b.push_back(static_cast<T>(q));
    }
  }
  Rng rng = {11};
  for (int i = 0; i < 50000; i++) {
    a.push_back(static_cast<T>(exp(rng.Uniform(-20, 20))));
    b.push_back(static_cast<T>(rng.Uniform(-6, 6)));
  }
  std::vector<T> y(a.size());
  Program program({static_cast<int64_t>(a.size())});
  const int32_t ra = program.Input(a.data()), rb = program.Input(b.data());
  program.Output(y.data(), program.Op(kEwPow, ra, rb));
  RunEw<T>(table, program.Task());
  for (size_t i = 0; i < a.size(); i++) {
    // ECMAScript differs from C where the base is +-1 and the exponent is infinite or NaN.
    const bool nan = b[i] != b[i] || (fabs(static_cast<double>(a[i])) == 1 && isinf(b[i]));
    const long double want = nan ? static_cast<long double>(NAN) : powl(a[i], b[i]);
    CHECK(UlpError<T>(y[i], want) <= 2, "%s pow f%zu(%.17g, %.17g) = %.17g, want %.17Lg", table->name, sizeof(T) * 8,
          static_cast<double>(a[i]), static_cast<double>(b[i]), static_cast<double>(y[i]), want);
  }
}

template <typename T>
void CheckSignsOfZero(const KernelTable* table) {
  for (int32_t op : {kEwExpm1, kEwLog1p, kEwSin, kEwTanh, kEwErf, kEwFloor, kEwSign, kEwMove, kEwSqrt}) {
    T x[2] = {static_cast<T>(-0.0), static_cast<T>(0.0)}, y[2];
    Program program({2});
    program.Output(y, program.Op(op, program.Input(x)));
    RunEw<T>(table, program.Task());
    CHECK(y[0] == 0 && signbit(y[0]), "%s op %d f%zu of -0", table->name, op, sizeof(T) * 8);
    CHECK(y[1] == 0 && !signbit(y[1]), "%s op %d f%zu of 0", table->name, op, sizeof(T) * 8);
  }
}

}  // namespace

int main(int argc, char**) {
  for (const KernelTable* table : Tables()) {
    CheckFunctions<float>(table, argc > 1);
    CheckFunctions<double>(table, argc > 1);
    CheckGelu<float>(table);
    CheckGelu<double>(table);
    CheckPow<float>(table);
    CheckPow<double>(table);
    CheckSignsOfZero<float>(table);
    CheckSignsOfZero<double>(table);
  }
  return check::Finish("math");
}
