// Elementwise programs, reductions and products.
#include <atomic>
#include <limits>

#include "ranges.h"
#include "run_kernels.h"

namespace ridgeline {
namespace {

// Work, in simple operations on one element, that pays for waking a thread: 10 to 20 microseconds.
constexpr int64_t kThreadedWork = 128 * 1024;
constexpr int64_t kRangeWork = 64 * 1024;
// Elements of a range are a multiple of the random generator's block and of every vector.
constexpr int64_t kRangeUnit = 64;
// Multiply-adds of a product up to which products of a batch run side by side rather than each on all threads.
constexpr double kSmallProduct = 4e6;
constexpr double kThreadedProducts = 128 * 1024;

// out[outer, inner] from totals[outer, chunks, inner], chunk by chunk.
template <typename T>
void CombineChunks(const ReduceTask& task, int64_t chunks, double* totals, T* out) {
  for (int64_t outer = 0; outer < task.outer; outer++, totals += chunks * task.inner, out += task.inner) {
    for (int64_t chunk = 1; chunk < chunks; chunk++) {
      const double* x = totals + chunk * task.inner;
      if (task.op == kReduceSum) {
        for (int64_t i = 0; i < task.inner; i++) totals[i] += x[i];
      } else {
        for (int64_t i = 0; i < task.inner; i++) totals[i] = totals[i] > x[i] || totals[i] != totals[i] ? totals[i] : x[i];
      }
    }
    for (int64_t i = 0; i < task.inner; i++) out[i] = static_cast<T>(totals[i]);
  }
}

template <typename T, typename Kernel, typename KernelInto>
void ReduceAs(const Engine& engine, const BoundInstruction& bound, Kernel kernel, KernelInto kernel_into) {
  const ReduceTask& task = bound.task;
  T* out = static_cast<T*>(bound.pointers[0]);
  const int32_t threads = task.ew.size * bound.weight < kThreadedWork ? 1 : engine.threads;
  const ReduceSplit split = bound.split;
  if (split.chunks <= 1) {
    const int64_t row_work = task.reduced * task.inner * bound.weight;
    const int64_t chunk = threads == 1 ? task.outer : ChunkOf(threads, task.outer, kRangeWork / std::max<int64_t>(1, row_work), 1);
    ForRanges(threads, task.outer, chunk,
              [&](int64_t begin, int64_t end, int32_t) { kernel(&task, begin, end, out + begin * task.inner); });
    return;
  }
  double* totals = reinterpret_cast<double*>(engine.partials);
  // Tasks must not fall together: a range of them is done one by one.
  ForRanges(threads, task.outer * split.chunks, 1, [&](int64_t begin, int64_t end, int32_t) {
    for (int64_t at = begin; at < end; at++) {
      const int64_t outer = at / split.chunks, first = at % split.chunks * split.rows;
      double* to = totals + at * task.inner;
      ClearTotals(bound, to);
      kernel_into(&task, outer, first, std::min(task.reduced, first + split.rows), to);
    }
  });
  CombineTotals(bound, totals);
}

GemmFunction KernelOf(const KernelTable* kernels, const Instruction& in) {
  return in.flags[2] != 0 ? kernels->gemm_bf16 : in.type == kF64 ? kernels->gemm_f64 : kernels->gemm_f32;
}

// Item i of a batch.
GemmTask Product(const BoundInstruction& bound, int64_t item) {
  const Instruction& in = *bound.in;
  const int64_t m = in.sizes[0], n = in.sizes[1], k = in.sizes[2], width = DTypeBytes(in.type);
  GemmTask task;
  task.m = m;
  task.n = n;
  task.k = k;
  task.a = static_cast<const uint8_t*>(bound.pointers[0]) + item * in.sizes[4] * width;
  task.ta = in.flags[0];
  task.lda = task.ta ? m : k;
  task.b = static_cast<const uint8_t*>(bound.pointers[1]) + item * in.sizes[5] * width;
  task.tb = in.flags[1];
  task.ldb = task.tb ? k : n;
  task.c = static_cast<uint8_t*>(bound.pointers[2]) + item * m * n * width;
  task.ldc = n;
  task.alpha = in.alpha;
  task.beta = 0;
  task.epilogue = in.program >= 0 ? &bound.task.ew : nullptr;
  task.epilogue_offset = item * m * n;
  return task;
}

// Rows [begin, end) of a product.
GemmTask RowsOfProduct(const BoundInstruction& bound, int64_t begin, int64_t end) {
  const int64_t width = DTypeBytes(bound.in->type);
  GemmTask task = Product(bound, 0);
  task.part_of = task.m;
  task.m = end - begin;
  task.a = static_cast<const uint8_t*>(task.a) + begin * (task.ta ? 1 : task.lda) * width;
  task.c = static_cast<uint8_t*>(task.c) + begin * task.ldc * width;
  task.epilogue_offset = begin * task.n;
  return task;
}

}  // namespace

void RunElementwise(const Engine& engine, const BoundInstruction& bound) {
  const EwTask* task = &bound.task.ew;
  const auto kernel = bound.in->type == kF64 ? engine.kernels->ew_f64 : engine.kernels->ew_f32;
  if (engine.threads <= 1 || task->size * bound.weight < kThreadedWork) return kernel(task, 0, task->size);
  const int64_t chunk = ChunkOf(engine.threads, task->size, kRangeWork / bound.weight, kRangeUnit);
  ForRanges(engine.threads, task->size, chunk, [&](int64_t begin, int64_t end, int32_t) { kernel(task, begin, end); });
}

void ClearTotals(const BoundInstruction& bound, double* totals) {
  std::fill(totals, totals + bound.task.inner, bound.task.op == kReduceSum ? 0 : -std::numeric_limits<double>::infinity());
}

void CombineTotals(const BoundInstruction& bound, double* totals) {
  if (bound.in->type == kF64) {
    CombineChunks(bound.task, bound.split.chunks, totals, static_cast<double*>(bound.pointers[0]));
  } else {
    CombineChunks(bound.task, bound.split.chunks, totals, static_cast<float*>(bound.pointers[0]));
  }
}

void RunReduce(const Engine& engine, const BoundInstruction& bound) {
  if (bound.task.outer == 0 || bound.task.inner == 0) return;
  if (bound.in->type == kF64) {
    ReduceAs<double>(engine, bound, engine.kernels->reduce_f64, engine.kernels->reduce_into_f64);
  } else {
    ReduceAs<float>(engine, bound, engine.kernels->reduce_f32, engine.kernels->reduce_into_f32);
  }
}

bool RunGemm(const Engine& engine, const BoundInstruction& bound) {
  const Instruction& in = *bound.in;
  const GemmFunction kernel = KernelOf(engine.kernels, in);
  const int64_t batch = in.sizes[3];
  if (in.sizes[0] == 0 || in.sizes[1] == 0 || batch == 0) return true;
  const double work = static_cast<double>(in.sizes[0]) * static_cast<double>(in.sizes[1]) * static_cast<double>(in.sizes[2]);
  if (batch == 1 || engine.threads <= 1 || work > kSmallProduct || work * static_cast<double>(batch) < kThreadedProducts) {
    bool good = true;
    for (int64_t item = 0; item < batch; item++) {
      const GemmTask task = Product(bound, item);
      good &= kernel(&task, engine.parallel) == 0;
    }
    return good;
  }
  std::atomic<bool> good{true};
  const int64_t least = static_cast<int64_t>(kThreadedProducts / 2 / std::max(1.0, work));
  ForRanges(engine.threads, batch, ChunkOf(engine.threads, batch, least, 1), [&](int64_t begin, int64_t end, int32_t worker) {
    for (int64_t item = begin; item < end; item++) {
      const GemmTask task = Product(bound, item);
      if (kernel(&task, engine.singles[static_cast<size_t>(worker)]->parallel()) != 0) good.store(false, std::memory_order_relaxed);
    }
  });
  return good.load(std::memory_order_relaxed);
}

PieceResult RunPiece(const Engine& engine, const BoundInstruction& bound, int64_t begin, int64_t end, int32_t worker) {
  const Instruction& in = *bound.in;
  const ReduceTask& task = bound.task;
  PieceResult result = {false, -1};
  switch (in.opcode) {
    case kEw:
      (in.type == kF64 ? engine.kernels->ew_f64 : engine.kernels->ew_f32)(&task.ew, begin, end < 0 ? task.ew.size : end);
      break;
    case kReduce:
      if (end < 0) end = task.outer;
      if (task.inner == 0 || begin == end) break;
      if (in.type == kF64) {
        engine.kernels->reduce_f64(&task, begin, end, static_cast<double*>(bound.pointers[0]) + begin * task.inner);
      } else {
        engine.kernels->reduce_f32(&task, begin, end, static_cast<float*>(bound.pointers[0]) + begin * task.inner);
      }
      break;
    case kGemm: {
      if (in.sizes[0] == 0 || in.sizes[1] == 0) break;
      const GemmFunction kernel = KernelOf(engine.kernels, in);
      const Parallel* alone = engine.singles[static_cast<size_t>(worker)]->parallel();
      for (int64_t item = 0; item < (end < 0 ? in.sizes[3] : 1); item++) {
        const GemmTask product = end < 0 ? Product(bound, item) : RowsOfProduct(bound, begin, end);
        result.memory |= kernel(&product, alone) != 0;
      }
      break;
    }
    case kScatterAdd:
      result.bad = RunScatterAdd(engine.kernels, 1, bound);
      break;
    case kCopy:
      CopyBytes(1, bound.pointers[0], bound.pointers[1], in.sizes[0]);
      break;
    default:
      if (end < 0) end = in.opcode == kGather ? in.sizes[2] : in.sizes[0];
      if (begin < end) result.bad = RunRange(engine.kernels, bound, begin, end);
      break;
  }
  return result;
}

}  // namespace ridgeline
