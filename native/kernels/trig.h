// Vector sin and cos. Coefficients: Cephes (float), fdlibm (double).
#pragma once
#include "math.h"

namespace ridgeline {
namespace NS {
namespace {

constexpr double kTwoOverPi = 6.36619772367581382433e-01;
// pi / 2 in three parts of 33 bits: a product with an integer below 2^20 is exact for the first two.
constexpr double kHalfPi1 = 1.57079632673412561417e+00;
constexpr double kHalfPi2 = 6.07710050630396597660e-11;
constexpr double kHalfPi3 = 2.02226624879595063154e-21;
constexpr double kReducible = 1048576.0;  // larger arguments go to C's functions, lane by lane

// x = n pi / 2 + r, |r| <= pi / 4, for |x| < kReducible.
RL_INLINE Vec<double> ReduceByHalfPi(Vec<double> x, Vec<double>* n) {
  const Vec<double> magic = Set<double>(MathConstants<double>::kMagic);
  *n = MulAdd(x, Set<double>(kTwoOverPi), magic) - magic;
  Vec<double> r = MulAdd(*n, Set<double>(-kHalfPi1), x);
  r = MulAdd(*n, Set<double>(-kHalfPi2), r);
  return MulAdd(*n, Set<double>(-kHalfPi3), r);
}

// sin r and cos r for |r| <= pi / 4.
template <typename T>
RL_INLINE Vec<T> SinCore(Vec<T> r);
template <typename T>
RL_INLINE Vec<T> CosCore(Vec<T> r);
template <>
RL_INLINE Vec<float> SinCore<float>(Vec<float> r) {
  const Vec<float> z = r * r;
  Vec<float> p = Set<float>(-1.9515295891e-4f);
  p = MulAdd(p, z, Set<float>(8.3321608736e-3f));
  p = MulAdd(p, z, Set<float>(-1.6666654611e-1f));
  return MulAdd(p * z, r, r);
}
template <>
RL_INLINE Vec<float> CosCore<float>(Vec<float> r) {
  const Vec<float> z = r * r;
  Vec<float> p = Set<float>(2.443315711809948e-5f);
  p = MulAdd(p, z, Set<float>(-1.388731625493765e-3f));
  p = MulAdd(p, z, Set<float>(4.166664568298827e-2f));
  p = MulAdd(p, z, Set<float>(-0.5f));
  return MulAdd(p, z, Set<float>(1.0f));
}
template <>
RL_INLINE Vec<double> SinCore<double>(Vec<double> r) {
  const Vec<double> z = r * r;
  Vec<double> p = Set<double>(1.58969099521155010221e-10);
  p = MulAdd(p, z, Set<double>(-2.50507602534068634195e-08));
  p = MulAdd(p, z, Set<double>(2.75573137070700676789e-06));
  p = MulAdd(p, z, Set<double>(-1.98412698298579493134e-04));
  p = MulAdd(p, z, Set<double>(8.33333333332248946124e-03));
  p = MulAdd(p, z, Set<double>(-1.66666666666666324348e-01));
  return MulAdd(p * z, r, r);
}
template <>
RL_INLINE Vec<double> CosCore<double>(Vec<double> r) {
  const Vec<double> z = r * r;
  Vec<double> p = Set<double>(-1.13596475577881948265e-11);
  p = MulAdd(p, z, Set<double>(2.08757232129817482790e-09));
  p = MulAdd(p, z, Set<double>(-2.75573143513906633035e-07));
  p = MulAdd(p, z, Set<double>(2.48015872894767294178e-05));
  p = MulAdd(p, z, Set<double>(-1.38888888888741095749e-03));
  p = MulAdd(p, z, Set<double>(4.16666666666666019037e-02));
  const Vec<double> half = z * 0.5;
  const Vec<double> head = Set<double>(1) - half;
  return head + ((Set<double>(1) - head - half) + p * z * z);
}

// sin and cos of r + q pi / 2, q the integer in the low bits of `quadrant`.
template <typename T>
RL_INLINE Vec<T> SinOfQuadrant(Vec<T> r, VecI<T> quadrant) {
  const Vec<T> y = Select<T>((quadrant & 1) != 0, CosCore<T>(r), SinCore<T>(r));
  return (Vec<T>)((VecI<T>)y ^ ((quadrant & 2) << (sizeof(T) * 8 - 2)));
}

// The integer n plus a magic number has n in its low bits.
template <typename T>
RL_INLINE VecI<T> LowBits(Vec<T> n) {
  return (VecI<T>)(n + Set<T>(MathConstants<T>::kMagic));
}

// kShift 0: sin x. kShift 1: cos x = sin(x + pi / 2).

RL_INLINE double SinScalar(double x, int shift) { return shift ? __builtin_cos(x) : __builtin_sin(x); }

template <int kShift>
RL_INLINE Vec<double> SinShiftedDouble(Vec<double> x) {
  Vec<double> n;
  const Vec<double> r = ReduceByHalfPi(x, &n);
  Vec<double> y = SinOfQuadrant<double>(r, LowBits<double>(n) + kShift);
  if constexpr (kShift == 0) y = Select<double>(x == 0, x, y);
  const VecI<double> huge = ~(Abs<double>(x) < kReducible);
  if (__builtin_expect(Any<double>(huge), 0)) {
    for (int i = 0; i < kLanes<double>; i++) {
      if (huge[i]) y[i] = SinScalar(x[i], kShift);
    }
  }
  return y;
}

template <int kShift>
RL_INLINE Vec<float> SinShiftedFloat(Vec<float> x) {
  // Reduced in double: no cancellation that a float could see, for every argument below kReducible.
  Vec<double> x0, x1, n0, n1;
  ToDouble(x, &x0, &x1);
  const Vec<double> r0 = ReduceByHalfPi(x0, &n0);
  const Vec<double> r1 = ReduceByHalfPi(x1, &n1);
  const Vec<float> r = ToFloat(r0, r1);
  const Vec<float> n = ToFloat(n0, n1);
  Vec<float> y = SinOfQuadrant<float>(r, LowBits<float>(n) + kShift);
  if constexpr (kShift == 0) y = Select<float>(x == 0, x, y);
  const VecI<float> huge = ~(Abs<float>(x) < static_cast<float>(kReducible));
  if (__builtin_expect(Any<float>(huge), 0)) {
    for (int i = 0; i < kLanes<float>; i++) {
      if (huge[i]) y[i] = static_cast<float>(SinScalar(x[i], kShift));
    }
  }
  return y;
}

template <typename T>
RL_INLINE Vec<T> Sin(Vec<T> x) {
  if constexpr (sizeof(T) == 4) {
    return SinShiftedFloat<0>(x);
  } else {
    return SinShiftedDouble<0>(x);
  }
}
template <typename T>
RL_INLINE Vec<T> Cos(Vec<T> x) {
  if constexpr (sizeof(T) == 4) {
    return SinShiftedFloat<1>(x);
  } else {
    return SinShiftedDouble<1>(x);
  }
}

// sin and cos of 2 pi u for u in [0, 1): the reduction is exact.
template <typename T>
RL_INLINE void SinCosTurns(Vec<T> u, Vec<T>* sin, Vec<T>* cos) {
  const Vec<T> magic = Set<T>(MathConstants<T>::kMagic);
  const Vec<T> n = MulAdd(u, Set<T>(4), magic) - magic;
  const Vec<T> r = MulAdd(n, Set<T>(static_cast<T>(-0.25)), u) * Set<T>(static_cast<T>(6.28318530717958647693));
  const VecI<T> q = LowBits<T>(n);
  *sin = SinOfQuadrant<T>(r, q);
  *cos = SinOfQuadrant<T>(r, q + 1);
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
