// A program over plain memory as a chain of small functions that hand four vectors to each other in registers and end in a jump to the
// next: values that only the next instruction reads never touch memory, and loads, arithmetic and stores of several blocks overlap.
// Each instruction rounds as its loop in ew_ops.h does: the bits are the same.
#pragma once
#include "ew_map.h"

namespace ridgeline {
namespace NS {
namespace {

template <typename T>
constexpr int64_t kChainBlock = 4 * kLanes<T>;

template <typename T>
struct ChainStep;
template <typename T>
using ChainFn = void (*)(const ChainStep<T>* step, int64_t at, Vec<T> a, Vec<T> b, Vec<T> c, Vec<T> d);

// Where an operand or a result lies: `mask` is -1 for an array, 0 for one block that is used again and again.
template <typename T>
struct ChainPlace {
  T* memory;
  int64_t mask;
};

template <typename T>
struct ChainStep {
  ChainFn<T> run;
  ChainPlace<T> first, second;
};

#define RL_NEXT return step[1].run(step + 1, at, a, b, c, d)

template <typename T>
void ChainLoad(const ChainStep<T>* step, int64_t at, Vec<T> a, Vec<T> b, Vec<T> c, Vec<T> d) {
  constexpr int64_t kW = kLanes<T>;
  const T* x = step->first.memory + (at & step->first.mask);
  a = Load<T>(x);
  b = Load<T>(x + kW);
  c = Load<T>(x + 2 * kW);
  d = Load<T>(x + 3 * kW);
  RL_NEXT;
}

// kStreaming: past the caches, for results that are far larger than they are.
template <bool kStreaming, typename T>
void ChainStore(const ChainStep<T>* step, int64_t at, Vec<T> a, Vec<T> b, Vec<T> c, Vec<T> d) {
  StoreFour<kStreaming, T>(step->first.memory + (at & step->first.mask), a, b, c, d);
  RL_NEXT;
}

// Goes back to the first step, `first`, until `at` reaches second.mask.
template <typename T>
void ChainEnd(const ChainStep<T>* step, int64_t at, Vec<T> a, Vec<T> b, Vec<T> c, Vec<T> d) {
  at += kChainBlock<T>;
  if (at >= step->second.mask) return;
  const ChainStep<T>* first = step - step->first.mask;
  return first->run(first, at, a, b, c, d);
}

template <int kOp, typename T>
void ChainUnary(const ChainStep<T>* step, int64_t at, Vec<T> a, Vec<T> b, Vec<T> c, Vec<T> d) {
  ApplyToFour<kOp, T>(&a, &b, &c, &d);
  RL_NEXT;
}

// The other operand is an array (or block), or one value for all; kSwapped: it is the left one.
template <int kOp, bool kUniform, bool kSwapped, typename T>
void ChainBinary(const ChainStep<T>* step, int64_t at, Vec<T> a, Vec<T> b, Vec<T> c, Vec<T> d) {
  constexpr int64_t kW = kUniform ? 0 : kLanes<T>;
  const T* x = step->first.memory + (kUniform ? 0 : at & step->first.mask);
  const auto apply = [](Vec<T> v, Vec<T> w) RL_LAMBDA { return kSwapped ? Apply<kOp, T>(w, v, v) : Apply<kOp, T>(v, w, w); };
  const auto operand = [x](int64_t offset) RL_LAMBDA {
    if constexpr (kUniform) {
      return Set<T>(*x);
    } else {
      return Load<T>(x + offset);
    }
  };
  a = apply(a, operand(0));
  b = apply(b, operand(kW));
  c = apply(c, operand(2 * kW));
  d = apply(d, operand(3 * kW));
  RL_NEXT;
}

// The value in registers is operand kPosition; the others are arrays or blocks, in order.
template <int kOp, int kPosition, typename T>
void ChainTernary(const ChainStep<T>* step, int64_t at, Vec<T> a, Vec<T> b, Vec<T> c, Vec<T> d) {
  constexpr int64_t kW = kLanes<T>;
  const T* x = step->first.memory + (at & step->first.mask);
  const T* y = step->second.memory + (at & step->second.mask);
  const auto apply = [](Vec<T> v, Vec<T> p, Vec<T> q) RL_LAMBDA {
    return kPosition == 0 ? Apply<kOp, T>(v, p, q) : kPosition == 1 ? Apply<kOp, T>(p, v, q) : Apply<kOp, T>(p, q, v);
  };
  a = apply(a, Load<T>(x), Load<T>(y));
  b = apply(b, Load<T>(x + kW), Load<T>(y + kW));
  c = apply(c, Load<T>(x + 2 * kW), Load<T>(y + 2 * kW));
  d = apply(d, Load<T>(x + 3 * kW), Load<T>(y + 3 * kW));
  RL_NEXT;
}
#undef RL_NEXT

template <typename T>
struct ChainTable {
  ChainFn<T> unary[kUnaryCount];
  ChainFn<T> binary[kBinaryCount][2][2];  // [op][uniform][swapped]
  ChainFn<T> ternary[kTernaryCount][3];
};
#define RL_UNARY(op) &ChainUnary<op, T>
#define RL_BINARY(op)                                                        \
  {                                                                          \
    {&ChainBinary<op, false, false, T>, &ChainBinary<op, false, true, T>}, { \
      &ChainBinary<op, true, false, T>, &ChainBinary<op, true, true, T>      \
    }                                                                        \
  }
#define RL_TERNARY(op) \
  { &ChainTernary<op, 0, T>, &ChainTernary<op, 1, T>, &ChainTernary<op, 2, T> }
// pow, a call of C's function for many an operand, is no chain's business.
template <typename T>
constexpr ChainTable<T> kChainTable = {
    {RL_UNARY(kEwMove),   RL_UNARY(kEwNeg),      RL_UNARY(kEwAbs),      RL_UNARY(kEwSign),  RL_UNARY(kEwExp),  RL_UNARY(kEwExpm1),
     RL_UNARY(kEwLog),    RL_UNARY(kEwLog1p),    RL_UNARY(kEwSqrt),     RL_UNARY(kEwSin),   RL_UNARY(kEwCos),  RL_UNARY(kEwTanh),
     RL_UNARY(kEwErf),    RL_UNARY(kEwSigmoid),  RL_UNARY(kEwSoftplus), RL_UNARY(kEwFloor), RL_UNARY(kEwRelu), RL_UNARY(kEwReciprocal),
     RL_UNARY(kEwSquare), RL_UNARY(kEwIsFinite), RL_UNARY(kEwGelu)},
    {RL_BINARY(kEwAdd),
     RL_BINARY(kEwSub),
     RL_BINARY(kEwMul),
     RL_BINARY(kEwDiv),
     RL_BINARY(kEwMax),
     RL_BINARY(kEwMin),
     {},
     RL_BINARY(kEwEqual),
     RL_BINARY(kEwNotEqual),
     RL_BINARY(kEwLess),
     RL_BINARY(kEwLessEqual),
     RL_BINARY(kEwGreater),
     RL_BINARY(kEwGreaterEqual)},
    {RL_TERNARY(kEwSelect), RL_TERNARY(kEwFma)},
};
#undef RL_UNARY
#undef RL_BINARY
#undef RL_TERNARY

}  // namespace
}  // namespace NS
}  // namespace ridgeline
