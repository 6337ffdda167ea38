// One function of one array, four vectors at a time: what ew_chain.h does without jumps between the steps, so that a function's constants
// and tables stay in registers.
#pragma once
#include "ew_ops.h"

namespace ridgeline {
namespace NS {
namespace {

template <int kOp, typename T>
RL_INLINE void ApplyToFour(Vec<T>* a, Vec<T>* b, Vec<T>* c, Vec<T>* d) {
  if constexpr (RIDGELINE_SIMD == 2 && sizeof(T) == 4 && (kOp == kEwSigmoid || kOp == kEwTanh)) {
    const auto open = [](Vec<T> x) RL_LAMBDA { return kOp == kEwTanh ? TanhOpen(x) : SigmoidOpen(x); };
    const auto close = [](Vec<T> x, Vec<T> y) RL_LAMBDA { return kOp == kEwTanh ? TanhClose(x, y) : SigmoidClose(x, y); };
    const Vec<T> p = open(*a), q = open(*b), r = open(*c), s = open(*d);
    if (__builtin_expect(AnyNaN(p, q, r, s), 0)) {
      *a = close(*a, p);
      *b = close(*b, q);
      *c = close(*c, r);
      *d = close(*d, s);
    } else {
      *a = p;
      *b = q;
      *c = r;
      *d = s;
    }
  } else {
    *a = Apply<kOp, T>(*a, *a, *a);
    *b = Apply<kOp, T>(*b, *b, *b);
    *c = Apply<kOp, T>(*c, *c, *c);
    *d = Apply<kOp, T>(*d, *d, *d);
  }
}

// kStreaming: past the caches, for results that are far larger than they are.
template <bool kStreaming, typename T>
RL_INLINE void StoreFour(T* y, Vec<T> a, Vec<T> b, Vec<T> c, Vec<T> d) {
  constexpr int64_t kW = kLanes<T>;
  StoreVector<kStreaming, T>(y, a);
  StoreVector<kStreaming, T>(y + kW, b);
  StoreVector<kStreaming, T>(y + 2 * kW, c);
  StoreVector<kStreaming, T>(y + 3 * kW, d);
}

// n is a multiple of four vectors.
template <typename T>
using MapFn = void (*)(const T* x, T* y, int64_t n);
template <int kOp, bool kStreaming, typename T>
void MapLoop(const T* x, T* y, int64_t n) {
  constexpr int64_t kW = kLanes<T>;
  for (int64_t i = 0; i < n; i += 4 * kW) {
    Vec<T> a = Load<T>(x + i), b = Load<T>(x + i + kW), c = Load<T>(x + i + 2 * kW), d = Load<T>(x + i + 3 * kW);
    ApplyToFour<kOp, T>(&a, &b, &c, &d);
    StoreFour<kStreaming, T>(y + i, a, b, c, d);
  }
}

#define RL_MAP(op) \
  { &MapLoop<op, false, T>, &MapLoop<op, true, T> }
template <typename T>
constexpr MapFn<T> kMapTable[kUnaryCount][2] = {
    RL_MAP(kEwMove),   RL_MAP(kEwNeg),      RL_MAP(kEwAbs),      RL_MAP(kEwSign),  RL_MAP(kEwExp),  RL_MAP(kEwExpm1),
    RL_MAP(kEwLog),    RL_MAP(kEwLog1p),    RL_MAP(kEwSqrt),     RL_MAP(kEwSin),   RL_MAP(kEwCos),  RL_MAP(kEwTanh),
    RL_MAP(kEwErf),    RL_MAP(kEwSigmoid),  RL_MAP(kEwSoftplus), RL_MAP(kEwFloor), RL_MAP(kEwRelu), RL_MAP(kEwReciprocal),
    RL_MAP(kEwSquare), RL_MAP(kEwIsFinite), RL_MAP(kEwGelu),
};
#undef RL_MAP

}  // namespace
}  // namespace NS
}  // namespace ridgeline
