// Operands of the fused-elementwise machine that are not simply memory of the compute type: conversions, broadcasts, strides.
#pragma once
#include "simd.h"
#include "table.h"

namespace ridgeline {
namespace NS {
namespace {

// The multi-index of a linear index.
struct Position {
  int64_t index[kMaxRank];
};
RL_INLINE void Locate(const EwTask* task, int64_t linear, Position* position) {
  for (int axis = task->rank - 1; axis > 0; axis--) {
    const int64_t dim = task->dims[axis];
    const int64_t quotient = linear / dim;
    position->index[axis] = linear - quotient * dim;
    linear = quotient;
  }
  position->index[0] = linear;
}

// Calls run(offset, count, at) for every run of elements along the last axis: `offset` in elements of the operand, `at` the number of
// elements before it.
template <typename Run>
RL_INLINE void ForEachRun(const EwTask* task, const EwOperand* operand, const Position& start, int64_t n, Run run) {
  const int last = task->rank - 1;
  if (last < 0) {
    run(static_cast<int64_t>(0), n, static_cast<int64_t>(0));
    return;
  }
  int64_t index[kMaxRank];
  int64_t offset = 0;
  for (int axis = 0; axis <= last; axis++) {
    index[axis] = start.index[axis];
    offset += index[axis] * operand->strides[axis];
  }
  const int64_t width = task->dims[last];
  for (int64_t done = 0;;) {
    const int64_t count = width - index[last] < n - done ? width - index[last] : n - done;
    run(offset, count, done);
    done += count;
    if (done == n) return;
    // To the start of the next row.
    offset -= index[last] * operand->strides[last];
    index[last] = 0;
    for (int axis = last - 1; axis >= 0; axis--) {
      offset += operand->strides[axis];
      if (++index[axis] < task->dims[axis]) break;
      offset -= index[axis] * operand->strides[axis];
      index[axis] = 0;
    }
  }
}

template <typename T, typename M>
RL_INLINE void LoadStrided(const EwTask* task, const EwOperand* operand, const Position& start, int64_t n, T* out) {
  const M* base = static_cast<const M*>(operand->base);
  const int64_t stride = task->rank > 0 ? operand->strides[task->rank - 1] : 0;
  ForEachRun(task, operand, start, n, [=](int64_t offset, int64_t count, int64_t at) {
    const M* from = base + offset;
    T* to = out + at;
    if (stride == 1) {
      for (int64_t i = 0; i < count; i++) to[i] = static_cast<T>(from[i]);
    } else if (stride == 0) {
      const T value = static_cast<T>(*from);
      for (int64_t i = 0; i < count; i++) to[i] = value;
    } else {
      for (int64_t i = 0; i < count; i++) to[i] = static_cast<T>(from[i * stride]);
    }
  });
}

template <typename T, typename M>
RL_INLINE void LoadRange(const M* from, int64_t n, T* to) {
  for (int64_t i = 0; i < n; i++) to[i] = static_cast<T>(from[i]);
}

// Stores: kI32 truncates toward zero, kU8 does so and saturates; both saturate where C would be undefined, NaN gives 0.
template <typename M, typename T>
RL_INLINE M Convert(T x) {
  if constexpr (static_cast<M>(0.5) != 0) {
    return static_cast<M>(x);
  } else {
    constexpr double kLow = sizeof(M) == 1 ? 0.0 : -2147483648.0, kHigh = sizeof(M) == 1 ? 255.0 : 2147483647.0;
    const double wide = static_cast<double>(x);
    const double low = wide > kLow ? wide : (wide == wide ? kLow : 0.0);
    return static_cast<M>(static_cast<int32_t>(low < kHigh ? low : kHigh));
  }
}

template <typename T, typename M>
RL_INLINE void StoreStrided(const EwTask* task, const EwOperand* operand, const Position& start, int64_t n, const T* from) {
  M* base = static_cast<M*>(operand->base);
  const int64_t stride = task->rank > 0 ? operand->strides[task->rank - 1] : 0;
  ForEachRun(task, operand, start, n, [=](int64_t offset, int64_t count, int64_t at) {
    M* to = base + offset;
    const T* source = from + at;
    if (stride == 1) {
      for (int64_t i = 0; i < count; i++) to[i] = Convert<M>(source[i]);
    } else {
      for (int64_t i = 0; i < count; i++) to[i * stride] = Convert<M>(source[i]);
    }
  });
}

template <typename T, typename M>
RL_INLINE void StoreRange(const T* from, int64_t n, M* to) {
  for (int64_t i = 0; i < n; i++) to[i] = Convert<M>(from[i]);
}

// Elements [start, start + n) of an input as T.
template <typename T>
void FillOperand(const EwTask* task, const EwOperand* operand, int64_t start, const Position& position, int64_t n, T* out) {
  if (operand->kind == kEwContiguous) {
    switch (operand->dtype) {
      case kF32:
        return LoadRange(static_cast<const float*>(operand->base) + start, n, out);
      case kF64:
        return LoadRange(static_cast<const double*>(operand->base) + start, n, out);
      case kI32:
        return LoadRange(static_cast<const int32_t*>(operand->base) + start, n, out);
      default:
        return LoadRange(static_cast<const uint8_t*>(operand->base) + start, n, out);
    }
  }
  switch (operand->dtype) {
    case kF32:
      return LoadStrided<T, float>(task, operand, position, n, out);
    case kF64:
      return LoadStrided<T, double>(task, operand, position, n, out);
    case kI32:
      return LoadStrided<T, int32_t>(task, operand, position, n, out);
    default:
      return LoadStrided<T, uint8_t>(task, operand, position, n, out);
  }
}

template <typename T>
void SpillOperand(const EwTask* task, const EwOperand* operand, int64_t start, const Position& position, int64_t n, const T* from) {
  if (operand->kind == kEwContiguous) {
    switch (operand->dtype) {
      case kF32:
        return StoreRange(from, n, static_cast<float*>(operand->base) + start);
      case kF64:
        return StoreRange(from, n, static_cast<double*>(operand->base) + start);
      case kI32:
        return StoreRange(from, n, static_cast<int32_t*>(operand->base) + start);
      default:
        return StoreRange(from, n, static_cast<uint8_t*>(operand->base) + start);
    }
  }
  switch (operand->dtype) {
    case kF32:
      return StoreStrided<T, float>(task, operand, position, n, from);
    case kF64:
      return StoreStrided<T, double>(task, operand, position, n, from);
    case kI32:
      return StoreStrided<T, int32_t>(task, operand, position, n, from);
    default:
      return StoreStrided<T, uint8_t>(task, operand, position, n, from);
  }
}

// The one value of a splat or an immediate.
template <typename T>
RL_INLINE T UniformValue(const EwOperand* operand) {
  if (operand->kind == kEwImmediate) return static_cast<T>(operand->immediate);
  switch (operand->dtype) {
    case kF32:
      return static_cast<T>(*static_cast<const float*>(operand->base));
    case kF64:
      return static_cast<T>(*static_cast<const double*>(operand->base));
    case kI32:
      return static_cast<T>(*static_cast<const int32_t*>(operand->base));
    default:
      return static_cast<T>(*static_cast<const uint8_t*>(operand->base));
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
