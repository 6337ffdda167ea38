// Vector exp, expm1, log, log1p and what follows from them: tanh, sigmoid, softplus, pow. See also erf.h and trig.h.
// float: at most 4 units in the last place over the whole range; double: a few. Infinities, NaN, zeros and subnormal numbers give
// what C's functions give (test/native/math_test.cc measures all of it).
// Coefficients: S. Moshier's Cephes (exp, log in float), fdlibm (log in double), Taylor (exp in double).
#pragma once
#include "simd.h"

namespace ridgeline {
namespace NS {
namespace {

template <typename T>
struct MathConstants;
template <>
struct MathConstants<float> {
  static constexpr float kMagic = 12582912.0f;  // 1.5 * 2^23: adding it rounds to an integer, found in the low bits
  static constexpr float kExpHigh = 89.0f, kExpLow = -104.0f, kExpm1Low = -18.0f, kTanhHigh = 10.0f;
  static constexpr float kLn2High = 0.693359375f, kLn2Low = -2.12194440e-4f;                // the high part times an exponent is exact
  static constexpr float kSmallestNormal = 1.17549435e-38f, kSubnormalScale = 33554432.0f;  // 2^25
  static constexpr int kSubnormalShift = 25;
};
template <>
struct MathConstants<double> {
  static constexpr double kMagic = 6755399441055744.0;  // 1.5 * 2^52
  static constexpr double kExpHigh = 710.0, kExpLow = -746.0, kExpm1Low = -38.0, kTanhHigh = 22.0;
  static constexpr double kLn2High = 6.93147180369123816490e-01, kLn2Low = 1.90821492927058770002e-10;
  static constexpr double kSmallestNormal = 2.2250738585072014e-308, kSubnormalScale = 18014398509481984.0;  // 2^54
  static constexpr int kSubnormalShift = 54;
};

template <typename T>
RL_INLINE Vec<T> Infinity() {
  return Set<T>(static_cast<T>(__builtin_inf()));
}

// ---------------------------------------------------------------- exponentials

// x = n ln 2 + r, |r| <= ln 2 / 2, n an integer as T. For |x| < 2^20.
template <typename T>
RL_INLINE Vec<T> ReduceByLn2(Vec<T> x, Vec<T>* n) {
  using C = MathConstants<T>;
  const Vec<T> magic = Set<T>(C::kMagic);
  *n = MulAdd(x, Set<T>(static_cast<T>(1.44269504088896340736)), magic) - magic;
  const Vec<T> r = MulAdd(*n, Set<T>(-C::kLn2High), x);
  return MulAdd(*n, Set<T>(-C::kLn2Low), r);
}

// 2^n for an integer n in the range of normal exponents.
template <typename T>
RL_INLINE Vec<T> PowerOfTwo(Vec<T> n) {
  const Vec<T> biased = n + Set<T>(MathConstants<T>::kMagic + Simd<T>::kBias);
  return (Vec<T>)((VecU<T>)biased << Simd<T>::kMantissaBits);
}

// x * 2^n with one rounding, for results that overflow or are subnormal too.
template <typename T>
RL_INLINE Vec<T> Scale(Vec<T> x, Vec<T> n) {
#if RIDGELINE_SIMD == 2
  if constexpr (sizeof(T) == 4) {
    return (Vec<T>)_mm512_scalef_ps((__m512)x, (__m512)n);
  } else {
    return (Vec<T>)_mm512_scalef_pd((__m512d)x, (__m512d)n);
  }
#else
  const Vec<T> magic = Set<T>(MathConstants<T>::kMagic);
  const Vec<T> half = MulAdd(n, Set<T>(static_cast<T>(0.5)), magic) - magic;
  return x * PowerOfTwo<T>(half) * PowerOfTwo<T>(n - half);
#endif
}

// (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2.
template <typename T>
RL_INLINE Vec<T> ExpTail(Vec<T> r);
template <>
RL_INLINE Vec<float> ExpTail<float>(Vec<float> r) {
  Vec<float> q = Set<float>(1.9875691500e-4f);
  q = MulAdd(q, r, Set<float>(1.3981999507e-3f));
  q = MulAdd(q, r, Set<float>(8.3334519073e-3f));
  q = MulAdd(q, r, Set<float>(4.1665795894e-2f));
  q = MulAdd(q, r, Set<float>(1.6666665459e-1f));
  return MulAdd(q, r, Set<float>(5.0000001201e-1f));
}
template <>
RL_INLINE Vec<double> ExpTail<double>(Vec<double> r) {
  constexpr double kInverseFactorials[] = {
      1.6059043836821614599e-10, 2.0876756987868098979e-9, 2.5052108385441718775e-8, 2.7557319223985890653e-7,
      2.7557319223985890653e-6,  2.4801587301587301587e-5, 1.9841269841269841270e-4, 1.3888888888888888889e-3,
      8.3333333333333333333e-3,  4.1666666666666666667e-2, 1.6666666666666666667e-1, 5.0e-1,
  };
  Vec<double> q = Set<double>(kInverseFactorials[0]);
#pragma GCC unroll 16
  for (int i = 1; i < 12; i++) q = MulAdd(q, r, Set<double>(kInverseFactorials[i]));
  return q;
}

// e^r for |r| <= ln 2 / 2. Float: a minimax polynomial in Horner's form, which costs two multiplications less than the tail's.
RL_INLINE Vec<float> ExpReduced(Vec<float> r) {
  Vec<float> q = MulAdd(Set<float>(8.28936230e-3f), r, Set<float>(4.18981761e-2f));
  q = MulAdd(q, r, Set<float>(1.66676521e-1f));
  q = MulAdd(q, r, Set<float>(4.99991477e-1f));
  q = MulAdd(q, r, Set<float>(9.99999702e-1f));
  return MulAdd(q, r, Set<float>(1));
}
RL_INLINE Vec<double> ExpReduced(Vec<double> r) { return MulAdd(ExpTail<double>(r), r * r, r) + Set<double>(1); }

template <typename T>
RL_INLINE Vec<T> Exp(Vec<T> x) {
  using C = MathConstants<T>;
  x = AtMost<T>(AtLeast<T>(x, Set<T>(C::kExpLow)), Set<T>(C::kExpHigh));
  Vec<T> n;
  const Vec<T> r = ReduceByLn2<T>(x, &n);
  return Scale<T>(ExpReduced(r), n);
}

// e^x for x <= 0 (or NaN).
template <typename T>
RL_INLINE Vec<T> ExpOfNegative(Vec<T> x) {
  x = AtLeast<T>(x, Set<T>(MathConstants<T>::kExpLow));
  Vec<T> n;
  const Vec<T> r = ReduceByLn2<T>(x, &n);
  return Scale<T>(ExpReduced(r), n);
}

template <typename T>
RL_INLINE Vec<T> Expm1(Vec<T> x) {
  using C = MathConstants<T>;
  const Vec<T> given = x;
  x = AtMost<T>(AtLeast<T>(x, Set<T>(C::kExpm1Low)), Set<T>(C::kExpHigh));
  Vec<T> n;
  const Vec<T> r = ReduceByLn2<T>(x, &n);
  const Vec<T> p = MulAdd(ExpTail<T>(r), r * r, r);
  // 2^n p + (2^n - 1), with 2^(n-1) so that the largest n does not overflow on the way.
  const Vec<T> half = PowerOfTwo<T>(n - Set<T>(1));
  const Vec<T> y = MulAdd(p, half, half - Set<T>(static_cast<T>(0.5)));
  return Select<T>(given == 0, given, y + y);
}

// ---------------------------------------------------------------- logarithms

// x = 2^e (1 + f), 1 + f in [sqrt(1/2), sqrt(2)), for finite x > 0.
template <typename T>
RL_INLINE Vec<T> SplitExponent(Vec<T> x, Vec<T>* e) {
  using C = MathConstants<T>;
  using Unsigned = typename Simd<T>::Unsigned;
  constexpr int kShift = Simd<T>::kMantissaBits;
  constexpr Unsigned kOne = static_cast<Unsigned>(Simd<T>::kBias) << kShift;
  constexpr Unsigned kRootHalf = sizeof(T) == 4 ? static_cast<Unsigned>(0x3f3504f3) : static_cast<Unsigned>(0x3fe6a09e667f3bcd);
  constexpr Unsigned kTwoToMantissa = static_cast<Unsigned>(Simd<T>::kBias + kShift) << kShift;
  const VecI<T> subnormal = x < Set<T>(C::kSmallestNormal);
  x = Select<T>(subnormal, x * Set<T>(C::kSubnormalScale), x);
  const VecU<T> bits = (VecU<T>)x + (kOne - kRootHalf);
  const Vec<T> biased = (Vec<T>)((bits >> kShift) | kTwoToMantissa);
  const T offset = static_cast<T>(static_cast<int64_t>(1) << kShift) + Simd<T>::kBias;
  *e = biased - Select<T>(subnormal, Set<T>(offset + C::kSubnormalShift), Set<T>(offset));
  const VecU<T> mantissa = (bits & ((static_cast<Unsigned>(1) << kShift) - 1)) + kRootHalf;
  return (Vec<T>)mantissa - Set<T>(1);
}

// log(1 + f) + e ln 2 + c, with c small against the rest.
template <typename T>
RL_INLINE Vec<T> LogOfParts(Vec<T> f, Vec<T> e, Vec<T> c);
template <>
RL_INLINE Vec<float> LogOfParts<float>(Vec<float> f, Vec<float> e, Vec<float> c) {
  const Vec<float> z = f * f;
  Vec<float> p = Set<float>(7.0376836292e-2f);
  p = MulAdd(p, f, Set<float>(-1.1514610310e-1f));
  p = MulAdd(p, f, Set<float>(1.1676998740e-1f));
  p = MulAdd(p, f, Set<float>(-1.2420140846e-1f));
  p = MulAdd(p, f, Set<float>(1.4249322787e-1f));
  p = MulAdd(p, f, Set<float>(-1.6668057665e-1f));
  p = MulAdd(p, f, Set<float>(2.0000714765e-1f));
  p = MulAdd(p, f, Set<float>(-2.4999993993e-1f));
  p = MulAdd(p, f, Set<float>(3.3333331174e-1f));
  Vec<float> y = MulAdd(e, Set<float>(MathConstants<float>::kLn2Low), c);
  y = MulAdd(p * f, z, y);
  y = MulAdd(z, Set<float>(-0.5f), y);
  return MulAdd(e, Set<float>(MathConstants<float>::kLn2High), f + y);
}
template <>
RL_INLINE Vec<double> LogOfParts<double>(Vec<double> f, Vec<double> e, Vec<double> c) {
  const Vec<double> s = f / (f + Set<double>(2));
  const Vec<double> z = s * s;
  Vec<double> p = Set<double>(1.479819860511658591e-01);
  p = MulAdd(p, z, Set<double>(1.531383769920937332e-01));
  p = MulAdd(p, z, Set<double>(1.818357216161805012e-01));
  p = MulAdd(p, z, Set<double>(2.222219843214978396e-01));
  p = MulAdd(p, z, Set<double>(2.857142874366239149e-01));
  p = MulAdd(p, z, Set<double>(3.999999999940941908e-01));
  p = MulAdd(p, z, Set<double>(6.666666666666735130e-01));
  const Vec<double> half_square = f * f * 0.5;
  const Vec<double> low = MulAdd(e, Set<double>(MathConstants<double>::kLn2Low), c);
  const Vec<double> tail = MulAdd(s, MulAdd(p, z, half_square), low) - half_square;
  return MulAdd(e, Set<double>(MathConstants<double>::kLn2High), f + tail);
}

// What a logarithm gives outside the finite positive numbers.
template <typename T>
RL_INLINE Vec<T> LogSpecial(Vec<T> x, Vec<T> y) {
  const Vec<T> inf = Infinity<T>();
  const Vec<T> edge = Select<T>(x == 0, -inf, Set<T>(static_cast<T>(__builtin_nan(""))));
  return Select<T>(x > 0, Select<T>(x == inf, inf, y), edge);
}

template <typename T>
RL_INLINE Vec<T> Log(Vec<T> x) {
  Vec<T> e;
  const Vec<T> f = SplitExponent<T>(x, &e);
  return LogSpecial<T>(x, LogOfParts<T>(f, e, Set<T>(0)));
}

template <typename T>
RL_INLINE Vec<T> Log1p(Vec<T> x) {
  const Vec<T> u = x + Set<T>(1);
  Vec<T> e;
  const Vec<T> f = SplitExponent<T>(u, &e);
  // What the addition of 1 lost, seen from the larger operand.
  const Vec<T> one = Set<T>(1);
  const Vec<T> lost = Select<T>(x < 1, x - (u - one), one - (u - x));
  const Vec<T> y = LogSpecial<T>(u, LogOfParts<T>(f, e, lost / u));
  // Near 0 the sum of parts would round twice (and lose the sign of -0).
  const Vec<T> tiny = Set<T>(sizeof(T) == 4 ? static_cast<T>(2.9802322e-8) : static_cast<T>(5.5511151231257827e-17));
  return Select<T>(Abs<T>(x) < tiny, x, y);
}

// ---------------------------------------------------------------- what follows from them

// r coth(r / 2) = 2 + r^2 / 6 - ... for |r| <= ln 2 / 2: e^r is (c + r) / (c - r), two multiplications less than a polynomial where a
// division follows anyway.
RL_INLINE Vec<float> RCothHalf(Vec<float> r) {
  const Vec<float> z = r * r;
  return MulAdd(MulAdd(Set<float>(-2.76601012e-3f), z, Set<float>(1.66666180e-1f)), z, Set<float>(2));
}

// Sigmoid and tanh in float come in two parts: a formula for every x that does not take 2^n out of range ("open": NaN elsewhere), and
// what to put where it gave NaN (which only AVX-512's scaling needs; elsewhere the argument is clamped). Loops that look for NaN in several
// vectors at once save the clamping of each.
#if RIDGELINE_SIMD == 2
RL_INLINE Vec<float> SigmoidOpen(Vec<float> x) {
  // With e^x = 2^n u / v: u 2^n / (u 2^n + v). An underflow of 2^n is right as it is.
  Vec<float> n;
  const Vec<float> r = ReduceByLn2<float>(x, &n);
  const Vec<float> c = RCothHalf(r);
  const Vec<float> u = Scale<float>(c + r, n);
  return u / (u + (c - r));
}
#else
RL_INLINE Vec<float> SigmoidOpen(Vec<float> x) {
  // With e^-|x| = 2^n u / v: u 2^n / (v + u 2^n) for x < 0, v / (v + u 2^n) elsewhere.
  const Vec<float> a = AtLeast<float>((Vec<float>)((VecI<float>)x | SignBit<float>()), Set<float>(MathConstants<float>::kExpLow));
  Vec<float> n;
  const Vec<float> r = ReduceByLn2<float>(a, &n);
  const Vec<float> c = RCothHalf(r);
  const Vec<float> u = Scale<float>(c + r, n), v = c - r;
  return Select<float>(x < 0, u, v) / (u + v);
}
#endif
RL_INLINE Vec<float> SigmoidClose(Vec<float> x, Vec<float> y) {
  return Select<float>((y == y) | (x != x), y, Select<float>(x > 0, Set<float>(1), Set<float>(0)));
}

template <typename T>
RL_INLINE Vec<T> Sigmoid(Vec<T> x);
template <>
RL_INLINE Vec<float> Sigmoid<float>(Vec<float> x) {
  const Vec<float> y = SigmoidOpen(x);
#if RIDGELINE_SIMD == 2
  if (__builtin_expect(AnyNaN(y, y, y, y), 0)) return SigmoidClose(x, y);
#endif
  return y;
}
template <>
RL_INLINE Vec<double> Sigmoid<double>(Vec<double> x) {
  const Vec<double> one = Set<double>(1);
  const Vec<double> e = Exp<double>(-Abs<double>(x));
  return Select<double>(x < 0, e, one) / (one + e);
}

template <typename T>
RL_INLINE Vec<T> Softplus(Vec<T> x) {
  const Vec<T> e = Exp<T>(-Abs<T>(x)), positive = Select<T>(x > 0, x, Set<T>(0));
  if constexpr (sizeof(T) == 8) {
    return positive + Log1p<T>(e);
  } else {
    // log(1 + e) = 2 artanh(s), s = e / (e + 2) <= 1/3.
    const Vec<T> s = (e + e) / (e + Set<T>(2)), z = s * s * Set<T>(0.25f);
    Vec<T> p = Set<T>(0.140138268f);
    p = MulAdd(p, z, Set<T>(0.139992371f));
    p = MulAdd(p, z, Set<T>(0.200108707f));
    p = MulAdd(p, z, Set<T>(0.333332062f));
    return positive + MulAdd(p * z, s, s);
  }
}

// h coth h = 1 + h^2 / 3 - ... for |h| <= ln 2 / 4.
RL_INLINE Vec<float> HCothH(Vec<float> h) {
  const Vec<float> z = h * h;
  return MulAdd(MulAdd(Set<float>(-2.21280810e-2f), z, Set<float>(3.33332360e-1f)), z, Set<float>(1));
}
// With e^2x = p (c + h) / (c - h), p = 2^n: (h (p + 1) - c (1 - p)) / (p (c + h) + (c - h)), where nothing cancels: near 0 it is h / c, -0
// included. What one constant for ln 2 loses matters only for large n, where the result is close to 1.
RL_INLINE Vec<float> TanhOfParts(Vec<float> h, Vec<float> p) {
  const Vec<float> c = HCothH(h), one = Set<float>(1);
  return MulAdd(-c, one - p, h * (p + one)) / MulAdd(p, c + h, c - h);
}
#if RIDGELINE_SIMD == 2
RL_INLINE Vec<float> TanhOpen(Vec<float> x) {
  const Vec<float> magic = Set<float>(MathConstants<float>::kMagic);
  const Vec<float> n = MulAdd(x, Set<float>(2.88539008f), magic) - magic;
  return TanhOfParts(MulAdd(n, Set<float>(-0.346573591f), x), Scale<float>(Set<float>(1), n));
}
#else
RL_INLINE Vec<float> TanhOpen(Vec<float> x) {
  const Vec<float> a = AtMost<float>(Abs<float>(x), Set<float>(MathConstants<float>::kTanhHigh));
  const Vec<float> magic = Set<float>(MathConstants<float>::kMagic);
  const Vec<float> n = MulAdd(a, Set<float>(2.88539008f), magic) - magic;
  return CopySign<float>(TanhOfParts(MulAdd(n, Set<float>(-0.346573591f), a), PowerOfTwo<float>(n)), x);
}
#endif
RL_INLINE Vec<float> TanhClose(Vec<float> x, Vec<float> y) {
  return Select<float>((y == y) | (x != x), y, CopySign<float>(Set<float>(1), x));
}

template <typename T>
RL_INLINE Vec<T> Tanh(Vec<T> x);
template <>
RL_INLINE Vec<float> Tanh<float>(Vec<float> x) {
  const Vec<float> y = TanhOpen(x);
#if RIDGELINE_SIMD == 2
  if (__builtin_expect(AnyNaN(y, y, y, y), 0)) return TanhClose(x, y);
#endif
  return y;
}
template <>
RL_INLINE Vec<double> Tanh<double>(Vec<double> x) {
  // t / (t + 2) with t = e^(2|x|) - 1 = 2^n p + (2^n - 1), which keeps its digits near 0.
  const Vec<double> a = AtMost<double>(Abs<double>(x), Set<double>(MathConstants<double>::kTanhHigh));
  Vec<double> n;
  const Vec<double> r = ReduceByLn2<double>(a + a, &n);
  const Vec<double> power = PowerOfTwo<double>(n);
  const Vec<double> t = MulAdd(MulAdd(ExpTail<double>(r), r * r, r), power, power - Set<double>(1));
  return CopySign<double>(t / (t + Set<double>(2)), x);
}

// ECMAScript's power: C's, but for 1 ** NaN and (+-1) ** +-infinity, which are NaN.
RL_INLINE double PowScalar(double a, double b) {
  if (b != b || ((a == 1 || a == -1) && __builtin_fabs(b) == __builtin_inf())) return __builtin_nan("");
  return __builtin_pow(a, b);
}
template <typename T>
RL_INLINE Vec<T> Pow(Vec<T> a, Vec<T> b);
template <>
RL_INLINE Vec<double> Pow<double>(Vec<double> a, Vec<double> b) {
  Vec<double> y = a;
  for (int i = 0; i < kLanes<double>; i++) y[i] = PowScalar(a[i], b[i]);
  return y;
}
template <>
RL_INLINE Vec<float> Pow<float>(Vec<float> a, Vec<float> b) {
  Vec<double> a0, a1, b0, b1;
  ToDouble(a, &a0, &a1);
  ToDouble(b, &b0, &b1);
  // exp(b log a) in double, whose error stays far below a float's last place; lanes it does not cover go to C's function.
  Vec<float> y = ToFloat(Exp<double>(b0 * Log<double>(a0)), Exp<double>(b1 * Log<double>(a1)));
  const Vec<float> inf = Infinity<float>();
  const VecI<float> special = ~((a > 0) & (a < inf) & (Abs<float>(b) < inf));
  if (__builtin_expect(Any<float>(special), 0)) {
    for (int i = 0; i < kLanes<float>; i++) {
      if (special[i]) y[i] = static_cast<float>(PowScalar(a[i], b[i]));
    }
  }
  return y;
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
