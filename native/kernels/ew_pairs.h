// Two arithmetic instructions in one loop, where the second is the only reader of the first: the value between them stays in a vector
// register. Each keeps its own rounding, so the bits are those of the two loops.
#pragma once
#include "ew_ops.h"

namespace ridgeline {
namespace NS {
namespace {

enum PairFirst { kFirstAdd, kFirstSub, kFirstMul, kFirstDiv, kPairFirsts };
enum PairSecond { kThenAdd, kThenSub, kThenSubFrom, kThenMul, kPairSeconds };  // SubFrom: c - first

template <int kFirst, int kSecond, typename T>
RL_INLINE Vec<T> ApplyPair(Vec<T> a, Vec<T> b, Vec<T> c) {
  const Vec<T> r = kFirst == kFirstAdd ? a + b : kFirst == kFirstSub ? a - b : kFirst == kFirstMul ? a * b : a / b;
  return kSecond == kThenAdd ? r + c : kSecond == kThenSub ? r - c : kSecond == kThenSubFrom ? c - r : r * c;
}

// kUniform as in TileLoop.
template <int kFirst, int kSecond, int kUniform, typename T>
void PairLoop(T* d, const T* a, const T* b, const T* c, int64_t n) {
  constexpr int64_t kW = kLanes<T>;
  constexpr bool kA = (kUniform & 1) == 0, kB = (kUniform & 2) == 0, kC = (kUniform & 4) == 0;
  const Vec<T> ua = kA ? Vec<T>{} : Set<T>(*a), ub = kB ? Vec<T>{} : Set<T>(*b), uc = kC ? Vec<T>{} : Set<T>(*c);
  int64_t i = 0;
  for (; i + kW <= n; i += kW) {
    Store<T>(d + i, ApplyPair<kFirst, kSecond, T>(kA ? Load<T>(a + i) : ua, kB ? Load<T>(b + i) : ub, kC ? Load<T>(c + i) : uc));
  }
  if (i < n) {
    const int64_t rest = n - i;
    StorePartial(d + i,
                 ApplyPair<kFirst, kSecond, T>(kA ? LoadPartial(a + i, rest) : ua, kB ? LoadPartial(b + i, rest) : ub,
                                               kC ? LoadPartial(c + i, rest) : uc),
                 rest);
  }
}

template <typename T>
struct PairTable {
  TileFn<T> loop[kPairFirsts][kPairSeconds][6];  // by uniform bits: of a and b (0, 1, 2), plus 3 if c is
};
#define RL_MASKS(first, second)                                                                                                     \
  {                                                                                                                                 \
    &PairLoop<first, second, 0, T>, &PairLoop<first, second, 1, T>, &PairLoop<first, second, 2, T>, &PairLoop<first, second, 4, T>, \
        &PairLoop<first, second, 5, T>, &PairLoop<first, second, 6, T>                                                              \
  }
#define RL_SECONDS(first) \
  { RL_MASKS(first, kThenAdd), RL_MASKS(first, kThenSub), RL_MASKS(first, kThenSubFrom), RL_MASKS(first, kThenMul) }
template <typename T>
constexpr PairTable<T> kPairTable = {{RL_SECONDS(kFirstAdd), RL_SECONDS(kFirstSub), RL_SECONDS(kFirstMul), RL_SECONDS(kFirstDiv)}};
#undef RL_SECONDS
#undef RL_MASKS

// What an instruction can be in a pair, -1 if nothing.
RL_INLINE int8_t AsPairFirst(int32_t op) {
  switch (op) {
    case kEwAdd:
      return kFirstAdd;
    case kEwSub:
      return kFirstSub;
    case kEwMul:
    case kEwSquare:
      return kFirstMul;
    case kEwDiv:
      return kFirstDiv;
    default:
      return -1;
  }
}
RL_INLINE int8_t AsPairSecond(int32_t op, bool first_is_left) {
  switch (op) {
    case kEwAdd:
      return kThenAdd;
    case kEwSub:
      return first_is_left ? kThenSub : kThenSubFrom;
    case kEwMul:
      return kThenMul;
    default:
      return -1;
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
