// The loops of the fused-elementwise machine: one per op, and per choice of operands that are a single value ("uniform")
// rather than a tile. A uniform operand stays in a vector register.
#pragma once
#include "gelu.h"
#include "math.h"
#include "table.h"
#include "trig.h"

namespace ridgeline {
namespace NS {
namespace {

// d may be the same memory as a, b or c.
template <typename T>
using TileFn = void (*)(T* d, const T* a, const T* b, const T* c, int64_t n);

template <typename T>
RL_INLINE Vec<T> ZeroOrOne(VecI<T> mask) {
  return Select<T>(mask, Set<T>(1), Set<T>(0));
}

template <int kOp, typename T>
RL_INLINE Vec<T> Apply(Vec<T> a, Vec<T> b, Vec<T> c) {
  const Vec<T> zero = Set<T>(0), one = Set<T>(1);
  if constexpr (kOp == kEwMove) return a;
  if constexpr (kOp == kEwNeg) return -a;
  if constexpr (kOp == kEwAbs) return Abs<T>(a);
  if constexpr (kOp == kEwSign) return Select<T>(a > 0, one, Select<T>(a < 0, -one, a));
  if constexpr (kOp == kEwExp) return Exp<T>(a);
  if constexpr (kOp == kEwExpm1) return Expm1<T>(a);
  if constexpr (kOp == kEwLog) return Log<T>(a);
  if constexpr (kOp == kEwLog1p) return Log1p<T>(a);
  if constexpr (kOp == kEwSqrt) return Sqrt(a);
  if constexpr (kOp == kEwSin) return Sin<T>(a);
  if constexpr (kOp == kEwCos) return Cos<T>(a);
  if constexpr (kOp == kEwTanh) return Tanh<T>(a);
  if constexpr (kOp == kEwErf) return Erf<T>(a);
  if constexpr (kOp == kEwSigmoid) return Sigmoid<T>(a);
  if constexpr (kOp == kEwSoftplus) return Softplus<T>(a);
  if constexpr (kOp == kEwFloor) return Floor(a);
  if constexpr (kOp == kEwRelu) return Select<T>(a <= 0, zero, a);  // NaN stays, -0 becomes 0
  if constexpr (kOp == kEwReciprocal) return one / a;
  if constexpr (kOp == kEwSquare) return a * a;
  if constexpr (kOp == kEwIsFinite) return ZeroOrOne<T>(Abs<T>(a) < Infinity<T>());
  if constexpr (kOp == kEwGelu) return Gelu<T>(a);
  if constexpr (kOp == kEwAdd) return a + b;
  if constexpr (kOp == kEwSub) return a - b;
  if constexpr (kOp == kEwMul) return a * b;
  if constexpr (kOp == kEwDiv) return a / b;
  if constexpr (kOp == kEwMax) return Max<T>(a, b);
  if constexpr (kOp == kEwMin) return Min<T>(a, b);
  if constexpr (kOp == kEwPow) return Pow<T>(a, b);
  if constexpr (kOp == kEwEqual) return ZeroOrOne<T>(a == b);
  if constexpr (kOp == kEwNotEqual) return ZeroOrOne<T>(a != b);
  if constexpr (kOp == kEwLess) return ZeroOrOne<T>(a < b);
  if constexpr (kOp == kEwLessEqual) return ZeroOrOne<T>(a <= b);
  if constexpr (kOp == kEwGreater) return ZeroOrOne<T>(a > b);
  if constexpr (kOp == kEwGreaterEqual) return ZeroOrOne<T>(a >= b);
  if constexpr (kOp == kEwSelect) return Select<T>(a != 0, b, c);
  if constexpr (kOp == kEwFma) return Fma<T>(a, b, c);
  return zero;
}

// kUniform: bit 0, 1, 2 say that a, b, c is uniform. Unused operands are passed as uniform.
template <int kOp, int kUniform, typename T>
void TileLoop(T* d, const T* a, const T* b, const T* c, int64_t n) {
  constexpr int64_t kW = kLanes<T>;
  constexpr bool kA = (kUniform & 1) == 0, kB = (kUniform & 2) == 0, kC = (kUniform & 4) == 0;
  const Vec<T> ua = kA ? Vec<T>{} : Set<T>(*a), ub = kB ? Vec<T>{} : Set<T>(*b), uc = kC ? Vec<T>{} : Set<T>(*c);
  int64_t i = 0;
#pragma GCC unroll 2
  for (; i + kW <= n; i += kW) {
    Store<T>(d + i, Apply<kOp, T>(kA ? Load<T>(a + i) : ua, kB ? Load<T>(b + i) : ub, kC ? Load<T>(c + i) : uc));
  }
  if (i < n) {
    const int64_t rest = n - i;
    StorePartial(d + i,
                 Apply<kOp, T>(kA ? LoadPartial(a + i, rest) : ua, kB ? LoadPartial(b + i, rest) : ub, kC ? LoadPartial(c + i, rest) : uc),
                 rest);
  }
}

constexpr int kUnaryCount = 21, kFirstBinary = 32, kBinaryCount = 13, kFirstTernary = 64, kTernaryCount = 2, kFirstSource = 80;

template <typename T>
struct TileTable {
  TileFn<T> unary[kUnaryCount];
  TileFn<T> binary[kBinaryCount][3];  // by the uniform bits of a and b; both uniform is computed once, as none
  TileFn<T> ternary[kTernaryCount][7];
};

#define RL_UNARY(op) &TileLoop<op, 6, T>
#define RL_BINARY(op) \
  { &TileLoop<op, 4, T>, &TileLoop<op, 5, T>, &TileLoop<op, 6, T> }
#define RL_TERNARY(op)                                                                                                            \
  {                                                                                                                               \
    &TileLoop<op, 0, T>, &TileLoop<op, 1, T>, &TileLoop<op, 2, T>, &TileLoop<op, 3, T>, &TileLoop<op, 4, T>, &TileLoop<op, 5, T>, \
        &TileLoop<op, 6, T>                                                                                                       \
  }
template <typename T>
constexpr TileTable<T> kTileTable = {
    {RL_UNARY(kEwMove),   RL_UNARY(kEwNeg),      RL_UNARY(kEwAbs),      RL_UNARY(kEwSign),  RL_UNARY(kEwExp),  RL_UNARY(kEwExpm1),
     RL_UNARY(kEwLog),    RL_UNARY(kEwLog1p),    RL_UNARY(kEwSqrt),     RL_UNARY(kEwSin),   RL_UNARY(kEwCos),  RL_UNARY(kEwTanh),
     RL_UNARY(kEwErf),    RL_UNARY(kEwSigmoid),  RL_UNARY(kEwSoftplus), RL_UNARY(kEwFloor), RL_UNARY(kEwRelu), RL_UNARY(kEwReciprocal),
     RL_UNARY(kEwSquare), RL_UNARY(kEwIsFinite), RL_UNARY(kEwGelu)},
    {RL_BINARY(kEwAdd), RL_BINARY(kEwSub), RL_BINARY(kEwMul), RL_BINARY(kEwDiv), RL_BINARY(kEwMax), RL_BINARY(kEwMin), RL_BINARY(kEwPow),
     RL_BINARY(kEwEqual), RL_BINARY(kEwNotEqual), RL_BINARY(kEwLess), RL_BINARY(kEwLessEqual), RL_BINARY(kEwGreater),
     RL_BINARY(kEwGreaterEqual)},
    {RL_TERNARY(kEwSelect), RL_TERNARY(kEwFma)},
};
#undef RL_UNARY
#undef RL_BINARY
#undef RL_TERNARY

RL_INLINE int Arity(int32_t op) {
  if (op < kFirstBinary) return 1;
  if (op < kFirstTernary) return 2;
  if (op < kFirstSource) return 3;
  return op == kEwBernoulli ? 1 : 0;
}

// The loop of an op whose operands are uniform as the bits say; bits of unused operands are ignored. All uniform: pass 0.
template <typename T>
RL_INLINE TileFn<T> TileFunction(int32_t op, int uniform) {
  if (op < kFirstBinary) return kTileTable<T>.unary[op];
  if (op < kFirstTernary) return kTileTable<T>.binary[op - kFirstBinary][uniform & 3];
  return kTileTable<T>.ternary[op - kFirstTernary][uniform];
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
