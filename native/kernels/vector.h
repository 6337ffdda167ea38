// Vectors of doubles for the factorizations and solvers of native/linear, on one thread. The order of a sum follows from its length alone.
#pragma once
#include "simd.h"

namespace ridgeline {
namespace NS {
namespace {

// Sum of x[i] * y[i]: four chains of vectors, then one, then the lanes.
double DotF64(const double* x, const double* y, int64_t n) {
  constexpr int64_t L = kLanes<double>;
  using V = Vec<double>;
  V a = {}, b = {}, c = {}, d = {};
  int64_t i = 0;
  for (; i + 4 * L <= n; i += 4 * L) {
    a = MulAdd(Load<double>(x + i), Load<double>(y + i), a);
    b = MulAdd(Load<double>(x + i + L), Load<double>(y + i + L), b);
    c = MulAdd(Load<double>(x + i + 2 * L), Load<double>(y + i + 2 * L), c);
    d = MulAdd(Load<double>(x + i + 3 * L), Load<double>(y + i + 3 * L), d);
  }
  for (; i + L <= n; i += L) a = MulAdd(Load<double>(x + i), Load<double>(y + i), a);
  if (i < n) b = MulAdd(LoadPartial(x + i, n - i), LoadPartial(y + i, n - i), b);
  return SumLanes((a + b) + (c + d));
}

// y += alpha x
void AxpyF64(double alpha, const double* x, double* y, int64_t n) {
  constexpr int64_t L = kLanes<double>;
  const Vec<double> factor = Set<double>(alpha);
  int64_t i = 0;
  for (; i + L <= n; i += L) Store<double>(y + i, MulAdd(factor, Load<double>(x + i), Load<double>(y + i)));
  if (i < n) StorePartial(y + i, MulAdd(factor, LoadPartial(x + i, n - i), LoadPartial(y + i, n - i)), n - i);
}

// (x, y) = (c x - s y, s x + c y): a plane rotation.
void RotateF64(double* x, double* y, int64_t n, double cosine, double sine) {
  constexpr int64_t L = kLanes<double>;
  const Vec<double> c = Set<double>(cosine), s = Set<double>(sine);
  int64_t i = 0;
  for (; i + L <= n; i += L) {
    const Vec<double> u = Load<double>(x + i), v = Load<double>(y + i);
    Store<double>(x + i, MulAdd(c, u, -(s * v)));
    Store<double>(y + i, MulAdd(s, u, c * v));
  }
  if (i < n) {
    const Vec<double> u = LoadPartial(x + i, n - i), v = LoadPartial(y + i, n - i);
    StorePartial(x + i, MulAdd(c, u, -(s * v)), n - i);
    StorePartial(y + i, MulAdd(s, u, c * v), n - i);
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
