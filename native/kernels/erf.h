// The error function.
#pragma once
#include "math.h"

namespace ridgeline {
namespace NS {
namespace {

// Float: with AVX-512, whose permutations look up sixteen values at once, a minimax polynomial for each of sixteen pieces of [0, 4];
// elsewhere N. Juffa's two polynomials, one of them in the exponent. Double: C's erf, lane by lane.
template <typename T>
RL_INLINE Vec<T> Erf(Vec<T> x);
#if RIDGELINE_SIMD == 2
// An odd function of x: table[power][piece] are polynomials in r for |x| = piece * width + r, |r| <= width / 2; it is constant from `limit`
// on.
RL_INLINE Vec<float> OddByPieces(Vec<float> x, const float (&table)[6][16], float limit, float per_width, float width) {
  const Vec<float> a = AtMost<float>(Abs<float>(x), Set<float>(limit)), magic = Set<float>(MathConstants<float>::kMagic);
  const Vec<float> t = MulAdd(a, Set<float>(per_width), magic);  // its low bits are the piece
  const Vec<float> r = MulAdd(t - magic, Set<float>(-width), a);
  const auto coefficient = [t, &table](int power)
                               RL_LAMBDA { return (Vec<float>)_mm512_permutexvar_ps((__m512i)t, _mm512_load_ps(table[power])); };
  Vec<float> p = coefficient(5);
#pragma GCC unroll 5
  for (int power = 4; power >= 0; power--) p = MulAdd(p, r, coefficient(power));
  return CopySign<float>(p, x);
}
// [power][piece]: erf(piece * 33/128 + r) for |r| <= 33/256, within 1.3 * 2^-24 of its value.
alignas(64) constexpr float kErfPieces[6][16] = {
    {0.0f, 0.284591436f, 0.534123003f, 0.725959837f, 0.855271816f, 0.931698084f, 0.971302092f, 0.9892959f, 0.996463776f, 0.998967111f,
     0.999733686f, 0.999939442f, 0.999987841f, 0.999997854f, 0.999999642f, 0.99999994f},
    {1.12837923f, 1.05581713f, 0.86494714f, 0.620379865f, 0.389576763f, 0.214188263f, 0.103101633f, 0.0434512906f, 0.0160327144f,
     0.00517939078f, 0.00146493223f, 0.00036276356f, 7.86496967e-05f, 1.49292382e-05f, 2.48110723e-06f, 3.61011161e-07f},
    {-1.43913967e-05f, -0.272200495f, -0.445967376f, -0.479821146f, -0.401754797f, -0.276109546f, -0.159486845f, -0.0784117281f,
     -0.0330792367f, -0.0120072132f, -0.00378621346f, -0.00102899189f, -0.000229569938f, -4.67801619e-05f, 3.44159866e-06f,
     5.49095466e-06f},
    {-0.375575483f, -0.30515784f, -0.135011509f, 0.0406104438f, 0.146345556f, 0.165880203f, 0.13010335f, 0.079861261f, 0.0401238464f,
     0.0168635845f, 0.00600294117f, 0.00182401272f, 0.000475594599f, 0.000106807762f, 2.07167504e-05f, 3.47780247e-06f},
    {-0.00671487302f, 0.129255399f, 0.18138966f, 0.143625706f, 0.0588113368f, -0.0140652256f, -0.0470866151f, -0.0460672639f,
     -0.0296623018f, -0.0162458997f, -0.00595392659f, -0.00225209026f, -0.00148892915f, -0.000360578328f, -0.000779438007f,
     -0.000419917749f},
    {0.138041332f, 0.0779321343f, 0.00296897325f, -0.0561925918f, -0.0677857623f, -0.0421035029f, -0.00982531067f, 0.00905052479f,
     0.0129428264f, 0.0093773827f, 0.0048970608f, 0.00201297086f, 0.000674829527f, 0.000188407474f, 4.4321725e-05f, 8.85378086e-06f},
};
template <>
RL_INLINE Vec<float> Erf<float>(Vec<float> x) {
  return OddByPieces(x, kErfPieces, 3.99f, 3.87878788f, 0.2578125f);
}
#else
template <>
RL_INLINE Vec<float> Erf<float>(Vec<float> x) {
  const Vec<float> a = AtMost<float>(Abs<float>(x), Set<float>(4.0f));
  const Vec<float> z = a * a;
  Vec<float> p = Set<float>(-5.96761703e-4f);
  p = MulAdd(p, z, Set<float>(4.99119423e-3f));
  p = MulAdd(p, z, Set<float>(-2.67681349e-2f));
  p = MulAdd(p, z, Set<float>(1.12819925e-1f));
  p = MulAdd(p, z, Set<float>(-3.76125336e-1f));
  p = MulAdd(p, z, Set<float>(1.28379166e-1f));
  const Vec<float> small = MulAdd(p, a, a);
  Vec<float> q = MulAdd(Set<float>(-1.72853470e-5f), a, Set<float>(3.83197126e-4f));
  const Vec<float> q1 = MulAdd(Set<float>(-3.88396438e-3f), a, Set<float>(2.42546219e-2f));
  q = MulAdd(q, z, q1);
  q = MulAdd(q, a, Set<float>(-1.06777877e-1f));
  q = MulAdd(q, a, Set<float>(-6.34846687e-1f));
  q = MulAdd(q, a, Set<float>(-1.28717512e-1f));
  q = MulAdd(q, a, -a);
  Vec<float> n;
  const Vec<float> r = ReduceByLn2<float>(q, &n);  // -17 < q <= 0
  const Vec<float> e = MulAdd(ExpTail<float>(r), r * r, r) + Set<float>(1);
  const Vec<float> large = MulAdd(-e, PowerOfTwo<float>(n), Set<float>(1));
  return CopySign<float>(Select<float>(a > 0.927734375f, large, small), x);
}
#endif
template <>
RL_INLINE Vec<double> Erf<double>(Vec<double> x) {
  Vec<double> y = x;
  for (int i = 0; i < kLanes<double>; i++) y[i] = __builtin_erf(x[i]);
  return y;
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
