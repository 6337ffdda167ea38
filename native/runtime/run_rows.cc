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
int64_t AlongAs(const Engine& engine, const BoundInstruction& bound, bool take, Kernel kernel) {
  const int64_t rows = bound.in->sizes[0], columns = bound.in->sizes[1], picks = bound.in->sizes[2];
  const int64_t in_width = take ? columns : picks, out_width = take ? picks : columns;
  if (in_width == 0 && out_width == 0) return -1;
  const T* x = static_cast<const T*>(bound.pointers[0]);
  const int32_t* indices = static_cast<const int32_t*>(bound.pointers[1]);
  T* out = static_cast<T*>(bound.pointers[2]);
  FirstBad bad;
  ForRows(engine, rows, in_width + out_width, [&](int64_t begin, int64_t end, int32_t) {
    const int64_t at = kernel(x + begin * in_width, indices + begin * picks, end - begin, columns, picks, out + begin * out_width);
    if (at >= 0) bad.Report(begin * picks + at);
  });
  return bad.Get();
}

template <typename T, typename Kernel>
int64_t ScatterAddAs(const Engine& engine, const BoundInstruction& bound, Kernel kernel) {
  const int64_t count = bound.in->sizes[0], columns = bound.in->sizes[1], out_rows = bound.in->sizes[2];
  const T* x = static_cast<const T*>(bound.pointers[0]);
  const int32_t* indices = static_cast<const int32_t*>(bound.pointers[1]);
  T* out = static_cast<T*>(bound.pointers[2]);
  ZeroBytes(engine.threads, out, out_rows * columns * static_cast<int64_t>(sizeof(T)));
  const bool threaded = engine.threads > 1 && count * columns >= kThreadedElements;
  // Every range reads all indices: few ranges.
  const int64_t chunk =
      threaded ? ((columns + engine.threads - 1) / engine.threads + kColumnUnit - 1) / kColumnUnit * kColumnUnit : columns;
  FirstBad bad;
  const auto range = [&](int64_t begin, int64_t end, int32_t) {
    const int64_t at = kernel(x, indices, count, columns, begin, end, out, out_rows);
    if (at >= 0) bad.Report(at);
  };
  // Rows of no columns are checked as well.
  if (columns == 0) {
    range(0, 0, 0);
  } else {
    ForRanges(engine.threads, columns, chunk, range);
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

void RunSoftmax(const Engine& engine, const BoundInstruction& bound) {
  const int64_t rows = bound.in->sizes[0], columns = bound.in->sizes[1];
  if (rows == 0 || columns == 0) return;
  const int32_t log = bound.in->flags[0];
  const KernelTable* kernels = engine.kernels;
  ForRows(engine, rows, columns, [&](int64_t begin, int64_t end, int32_t) {
    const int64_t at = begin * columns;
    if (bound.in->type == kF64) {
      kernels->softmax_f64(static_cast<const double*>(bound.pointers[0]) + at, static_cast<double*>(bound.pointers[1]) + at, end - begin,
                           columns, log);
    } else {
      kernels->softmax_f32(static_cast<const float*>(bound.pointers[0]) + at, static_cast<float*>(bound.pointers[1]) + at, end - begin,
                           columns, log);
    }
  });
}

void RunArgmax(const Engine& engine, const BoundInstruction& bound) {
  const int64_t outer = bound.in->sizes[0], reduced = bound.in->sizes[1], inner = bound.in->sizes[2];
  if (outer == 0 || inner == 0) return;
  const KernelTable* kernels = engine.kernels;
  int32_t* out = static_cast<int32_t*>(bound.pointers[1]);
  ForRows(engine, outer, reduced * inner, [&](int64_t begin, int64_t end, int32_t) {
    const int64_t at = begin * reduced * inner;
    if (bound.in->type == kF64) {
      kernels->argmax_f64(static_cast<const double*>(bound.pointers[0]) + at, out + begin * inner, end - begin, reduced, inner);
    } else {
      kernels->argmax_f32(static_cast<const float*>(bound.pointers[0]) + at, out + begin * inner, end - begin, reduced, inner);
    }
  });
}

int64_t RunGather(const Engine& engine, const BoundInstruction& bound) {
  const int64_t table_rows = bound.in->sizes[0], row_bytes = bound.in->sizes[1], count = bound.in->sizes[2];
  const int32_t* indices = static_cast<const int32_t*>(bound.pointers[1]);
  uint8_t* out = static_cast<uint8_t*>(bound.pointers[2]);
  FirstBad bad;
  ForRows(engine, count, 1 + row_bytes / 4, [&](int64_t begin, int64_t end, int32_t) {
    const int64_t at = engine.kernels->gather_rows(bound.pointers[0], table_rows, static_cast<size_t>(row_bytes), indices + begin,
                                                   end - begin, out + begin * row_bytes);
    if (at >= 0) bad.Report(begin + at);
  });
  return bad.Get();
}

int64_t RunScatterAdd(const Engine& engine, const BoundInstruction& bound) {
  if (bound.in->type == kF64) return ScatterAddAs<double>(engine, bound, engine.kernels->scatter_add_rows_f64);
  return ScatterAddAs<float>(engine, bound, engine.kernels->scatter_add_rows_f32);
}

int64_t RunTakeAlong(const Engine& engine, const BoundInstruction& bound) {
  if (bound.in->type == kF64) return AlongAs<double>(engine, bound, true, engine.kernels->take_along_f64);
  return AlongAs<float>(engine, bound, true, engine.kernels->take_along_f32);
}

int64_t RunPutAlong(const Engine& engine, const BoundInstruction& bound) {
  if (bound.in->type == kF64) return AlongAs<double>(engine, bound, false, engine.kernels->put_along_add_f64);
  return AlongAs<float>(engine, bound, false, engine.kernels->put_along_add_f32);
}

int64_t RunGuard(const Engine& engine, const BoundInstruction& bound) {
  FirstBad bad;
  ForRows(engine, bound.in->sizes[0], 1, [&](int64_t begin, int64_t end, int32_t) {
    const int64_t at =
        bound.in->type == kF64
            ? FirstNonFinite<uint64_t, 0x7ff0000000000000u>(static_cast<const double*>(bound.pointers[0]) + begin, end - begin)
            : FirstNonFinite<uint32_t, 0x7f800000u>(static_cast<const float*>(bound.pointers[0]) + begin, end - begin);
    if (at >= 0) bad.Report(begin + at);
  });
  return bad.Get();
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
