// Instructions that work row by row, by index, or on plain bytes.
#include <atomic>
#include <cstring>

#include "ranges.h"
#include "run_kernels.h"

namespace ridgeline {
namespace {

constexpr int64_t kThreadedElements = 32 * 1024;
constexpr int64_t kRangeElements = 8 * 1024;
constexpr int64_t kThreadedBytes = int64_t{1} << 20;
constexpr int64_t kRangeBytes = 256 * 1024;
constexpr int64_t kColumnUnit = 16;  // of scatters: whole vectors

// The least of the positions that ranges report; -1 if none did. Each range stops at its first, so the least is the first of all.
class FirstBad {
 public:
  void Report(int64_t position) {
    int64_t known = first_.load(std::memory_order_relaxed);
    while (position < known && !first_.compare_exchange_weak(known, position, std::memory_order_relaxed)) {
    }
  }
  int64_t Get() const {
    const int64_t first = first_.load(std::memory_order_relaxed);
    return first == INT64_MAX ? -1 : first;
  }

 private:
  std::atomic<int64_t> first_{INT64_MAX};
};

// Runs body(begin, end, worker) over rows of `width` elements each, on one thread when there are few.
template <typename Body>
void ForRows(const Engine& engine, int64_t rows, int64_t width, Body body) {
  if (engine.threads <= 1 || rows * width < kThreadedElements) return body(int64_t{0}, rows, 0);
  ForRanges(engine.threads, rows, ChunkOf(engine.threads, rows, kRangeElements / std::max<int64_t>(1, width), 1), body);
}

template <typename T, typename Kernel>
int64_t AlongAs(const BoundInstruction& bound, int64_t begin, int64_t end, Kernel kernel) {
  const int64_t columns = bound.in->sizes[1], picks = bound.in->sizes[2];
  const bool take = bound.in->opcode == kTakeAlong;
  const T* x = static_cast<const T*>(bound.pointers[0]);
  const int32_t* indices = static_cast<const int32_t*>(bound.pointers[1]);
  T* out = static_cast<T*>(bound.pointers[2]);
  const int64_t at = kernel(x + begin * (take ? columns : picks), indices + begin * picks, end - begin, columns, picks,
                            out + begin * (take ? picks : columns));
  return at < 0 ? -1 : begin * picks + at;
}

template <typename T, typename Kernel>
int64_t ScatterAddAs(int32_t threads, const BoundInstruction& bound, Kernel kernel) {
  const int64_t count = bound.in->sizes[0], columns = bound.in->sizes[1], out_rows = bound.in->sizes[2];
  const T* x = static_cast<const T*>(bound.pointers[0]);
  const int32_t* indices = static_cast<const int32_t*>(bound.pointers[1]);
  T* out = static_cast<T*>(bound.pointers[2]);
  ZeroBytes(threads, out, out_rows * columns * static_cast<int64_t>(sizeof(T)));
  const bool threaded = threads > 1 && count * columns >= kThreadedElements;
  // Every range reads all indices: few ranges.
  const int64_t chunk = threaded ? ((columns + threads - 1) / threads + kColumnUnit - 1) / kColumnUnit * kColumnUnit : columns;
  FirstBad bad;
  const auto range = [&](int64_t begin, int64_t end, int32_t) {
    const int64_t at = kernel(x, indices, count, columns, begin, end, out, out_rows);
    if (at >= 0) bad.Report(at);
  };
  // Rows of no columns are checked as well.
  if (columns == 0) {
    range(0, 0, 0);
  } else {
    ForRanges(threads, columns, chunk, range);
  }
  return bad.Get();
}

// Whether the exponent bits are all set: infinities and NaN.
template <typename Bits, Bits kExponent, typename T>
int64_t FirstNonFinite(const T* x, int64_t count) {
  constexpr int64_t kBlock = 1024;
  const uint8_t* bytes = reinterpret_cast<const uint8_t*>(x);
  for (int64_t begin = 0; begin < count; begin += kBlock) {
    const int64_t n = std::min(kBlock, count - begin);
    Bits block[kBlock];
    std::memcpy(block, bytes + begin * static_cast<int64_t>(sizeof(Bits)), static_cast<size_t>(n) * sizeof(Bits));
    Bits bad = 0;
    for (int64_t i = 0; i < n; i++) bad |= static_cast<Bits>((block[i] & kExponent) == kExponent);
    if (bad == 0) continue;
    for (int64_t i = 0; i < n; i++) {
      if ((block[i] & kExponent) == kExponent) return begin + i;
    }
  }
  return -1;
}

}  // namespace

int64_t RunRange(const KernelTable* kernels, const BoundInstruction& bound, int64_t begin, int64_t end) {
  const Instruction& in = *bound.in;
  const bool is_double = in.type == kF64;
  const int64_t n = end - begin;
  switch (in.opcode) {
    case kSoftmax: {
      const int64_t columns = in.sizes[1], at = begin * columns;
      if (is_double) {
        kernels->softmax_f64(static_cast<const double*>(bound.pointers[0]) + at, static_cast<double*>(bound.pointers[1]) + at, n, columns,
                             in.flags[0]);
      } else {
        kernels->softmax_f32(static_cast<const float*>(bound.pointers[0]) + at, static_cast<float*>(bound.pointers[1]) + at, n, columns,
                             in.flags[0]);
      }
      return -1;
    }
    case kArgmax: {
      const int64_t reduced = in.sizes[1], inner = in.sizes[2], at = begin * reduced * inner;
      int32_t* out = static_cast<int32_t*>(bound.pointers[1]) + begin * inner;
      if (is_double) {
        kernels->argmax_f64(static_cast<const double*>(bound.pointers[0]) + at, out, n, reduced, inner);
      } else {
        kernels->argmax_f32(static_cast<const float*>(bound.pointers[0]) + at, out, n, reduced, inner);
      }
      return -1;
    }
    case kGather: {
      const int32_t* indices = static_cast<const int32_t*>(bound.pointers[1]) + begin;
      uint8_t* out = static_cast<uint8_t*>(bound.pointers[2]) + begin * in.sizes[1];
      const int64_t at = kernels->gather_rows(bound.pointers[0], in.sizes[0], static_cast<size_t>(in.sizes[1]), indices, n, out);
      return at < 0 ? -1 : begin + at;
    }
    case kTakeAlong:
      return is_double ? AlongAs<double>(bound, begin, end, kernels->take_along_f64)
                       : AlongAs<float>(bound, begin, end, kernels->take_along_f32);
    case kPutAlong:
      return is_double ? AlongAs<double>(bound, begin, end, kernels->put_along_add_f64)
                       : AlongAs<float>(bound, begin, end, kernels->put_along_add_f32);
    case kGuard: {
      const int64_t at = is_double ? FirstNonFinite<uint64_t, 0x7ff0000000000000u>(static_cast<const double*>(bound.pointers[0]) + begin, n)
                                   : FirstNonFinite<uint32_t, 0x7f800000u>(static_cast<const float*>(bound.pointers[0]) + begin, n);
      return at < 0 ? -1 : begin + at;
    }
    default:
      return -1;
  }
}

int64_t RunByRows(const Engine& engine, const BoundInstruction& bound) {
  const Instruction& in = *bound.in;
  int64_t rows = in.sizes[0], width = 1;
  switch (in.opcode) {
    case kSoftmax:
      width = in.sizes[1];
      break;
    case kArgmax:
      width = in.sizes[1] * in.sizes[2];
      break;
    case kGather:
      rows = in.sizes[2];
      width = 1 + in.sizes[1] / 4;
      break;
    case kTakeAlong:
    case kPutAlong:
      width = in.sizes[1] + in.sizes[2];
      break;
    default:
      break;
  }
  // Nothing to do, and nothing to check.
  if (rows == 0 || width == 0) return -1;
  FirstBad bad;
  ForRows(engine, rows, width, [&](int64_t begin, int64_t end, int32_t) {
    const int64_t at = RunRange(engine.kernels, bound, begin, end);
    if (at >= 0) bad.Report(at);
  });
  return bad.Get();
}

int64_t RunScatterAdd(const KernelTable* kernels, int32_t threads, const BoundInstruction& bound) {
  if (bound.in->type == kF64) return ScatterAddAs<double>(threads, bound, kernels->scatter_add_rows_f64);
  return ScatterAddAs<float>(threads, bound, kernels->scatter_add_rows_f32);
}

void CopyBytes(int32_t threads, void* to, const void* from, int64_t bytes) {
  if (to == from || bytes <= 0) return;
  uint8_t* target = static_cast<uint8_t*>(to);
  const uint8_t* source = static_cast<const uint8_t*>(from);
  const uintptr_t a = reinterpret_cast<uintptr_t>(to), b = reinterpret_cast<uintptr_t>(from);
  const bool apart = a + static_cast<uintptr_t>(bytes) <= b || b + static_cast<uintptr_t>(bytes) <= a;
  if (threads <= 1 || bytes < kThreadedBytes || !apart) {
    std::memmove(target, source, static_cast<size_t>(bytes));
    return;
  }
  ForRanges(threads, bytes, ChunkOf(threads, bytes, kRangeBytes, 64),
            [&](int64_t begin, int64_t end, int32_t) { std::memcpy(target + begin, source + begin, static_cast<size_t>(end - begin)); });
}

void ZeroBytes(int32_t threads, void* to, int64_t bytes) {
  if (bytes <= 0) return;
  uint8_t* target = static_cast<uint8_t*>(to);
  ForRanges(bytes < kThreadedBytes ? 1 : threads, bytes, ChunkOf(threads, bytes, kRangeBytes, 64),
            [&](int64_t begin, int64_t end, int32_t) { std::memset(target + begin, 0, static_cast<size_t>(end - begin)); });
}

}  // namespace ridgeline
