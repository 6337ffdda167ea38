#include "dense.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>

#include "../runtime/thread_pool.h"

namespace ridgeline {
namespace linear {
namespace {

// Parts of a product whose depth is this many times its size, or more; they begin at whole lines of memory.
constexpr int64_t kParts = 4, kDeep = 16, kLine = 8;
// Numbers of the parts that are added up at a time: those of all parts stay in the second cache.
constexpr int64_t kSumGrain = 8192;

}  // namespace

bool Doubles::Allocate(int64_t count) {
  if (count < 0 || count > (int64_t{1} << 58)) return false;
  memory_ = Slab::Create(static_cast<size_t>(count) * sizeof(double));
  data_ = memory_ != nullptr ? reinterpret_cast<double*>(memory_->data()) : nullptr;
  return memory_ != nullptr;
}

bool Product(const Context& context, int64_t m, int64_t n, int64_t k, double alpha, const double* a, int64_t lda, bool ta, const double* b,
             int64_t ldb, bool tb, double beta, double* c, int64_t ldc) {
  const GemmTask task = {m, n, k, a, lda, ta ? 1 : 0, b, ldb, tb ? 1 : 0, c, ldc, alpha, beta, nullptr, 0};
  return context.kernels->gemm_f64(&task, context.parallel) == 0;
}

bool SelfProduct(const Context& context, int64_t size, int64_t depth, const double* x, int64_t stride, bool columns, double* g) {
  const auto product = [&](const Context& c, int64_t begin, int64_t end, double* to) {
    const double* from = x + (columns ? begin * stride : begin);
    return Product(c, size, size, end - begin, 1, from, stride, columns, from, stride, !columns, 0, to, size);
  };
  const int64_t part = depth / (kParts * kLine) * kLine;  // the last one has the rest too
  if (part == 0 || depth < kDeep * size) return product(context, 0, depth, g);
  Doubles rest;
  if (!rest.Allocate((kParts - 1) * size * size)) return false;
  // A thread keeps what it packs into from one part to the next.
  std::vector<std::unique_ptr<ParallelContext>> alone(static_cast<size_t>(context.parallel->threads));
  std::atomic<bool> good{true};
  auto body = [&](int64_t p, int32_t worker) {
    auto& own = alone[static_cast<size_t>(worker)];
    if (!own) own = std::make_unique<ParallelContext>(1);
    const int64_t end = p == kParts - 1 ? depth : (p + 1) * part;
    if (!product(context.With(own->parallel()), p * part, end, p == 0 ? g : rest.get() + (p - 1) * size * size)) good = false;
  };
  context.parallel->run(
      context.parallel->context, kParts, [](void* data, int64_t p, int32_t worker) { (*static_cast<decltype(body)*>(data))(p, worker); },
      &body);
  ParallelParts(context, size * size, kSumGrain, [&](int64_t begin, int64_t end) {
    for (int64_t p = 0; p + 1 < kParts; p++) context.kernels->axpy_f64(1, rest.get() + p * size * size + begin, g + begin, end - begin);
  });
  return good;
}

End Gram(const Context& context, const double* x, int64_t rows, int64_t columns, int64_t stride, double* g) {
  // Long enough that adding the parts up is nothing.
  const int64_t part = std::max(int64_t{32768}, 8 * columns);
  Doubles sum;
  if (rows > part && !sum.Allocate(columns * columns)) return End::kMemory;
  for (int64_t begin = 0; begin == 0 || begin < rows; begin += part) {
    if (context.Stopped()) return End::kStopped;
    const int64_t count = std::min(part, rows - begin);
    double* to = begin == 0 ? g : sum.get();
    const double* from = x + begin * stride;
    if (!SelfProduct(context, columns, count, from, stride, true, to)) return End::kMemory;
    if (begin > 0) context.kernels->axpy_f64(1, to, g, columns * columns);
    context.Report(static_cast<double>(begin + count), static_cast<double>(rows), 0);
  }
  return End::kDone;
}

bool AllFinite(int32_t threads, const double* x, int64_t count, int64_t* bad) {
  constexpr int64_t kBlock = 1 << 16;
  struct Arg {
    const double* x;
    int64_t count;
    std::atomic<int64_t> first;
  } arg = {x, count, {count}};
  ParallelFor(
      threads, (count + kBlock - 1) / kBlock,
      [](void* data, int64_t block, int32_t) {
        Arg* a = static_cast<Arg*>(data);
        const int64_t begin = block * kBlock, end = std::min(begin + kBlock, a->count);
        // The exponent of infinities and NaN is all ones: adding one to it carries into the sign.
        uint64_t seen = 0;
        for (int64_t i = begin; i < end; i++) {
          uint64_t bits;
          std::memcpy(&bits, a->x + i, sizeof bits);
          seen |= (bits & 0x7ff0000000000000ull) + 0x0010000000000000ull;
        }
        if (seen >> 63 == 0) return;
        int64_t at = begin;
        while (std::isfinite(a->x[at])) at++;
        int64_t old = a->first.load();
        while (at < old && !a->first.compare_exchange_weak(old, at)) {
        }
      },
      &arg);
  *bad = arg.first.load();
  return *bad == count;
}

}  // namespace linear
}  // namespace ridgeline
