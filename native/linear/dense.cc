#include "dense.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "../runtime/thread_pool.h"

namespace ridgeline {
namespace linear {

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
    if (!Product(context, columns, columns, count, 1, from, stride, true, from, stride, false, 0, to, columns)) return End::kMemory;
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
