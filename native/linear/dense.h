// Products and memory for the factorizations. Matrices are row-major with the given distance between rows.
#pragma once
#include "algorithm.h"

namespace ridgeline {
namespace linear {

// Doubles of an algorithm's own, zeroed and aligned.
class Doubles {
 public:
  // False when memory cannot be had.
  bool Allocate(int64_t count);
  double* get() const { return data_; }
  double& operator[](int64_t i) const { return data_[i]; }

 private:
  std::shared_ptr<Slab> memory_;
  double* data_ = nullptr;
};

// c[m, n] = alpha op(a) op(b) + beta c on the kernel table. ta: a is stored [k, m]; tb: b is stored [n, k]. False when memory cannot be
// had.
bool Product(const Context& context, int64_t m, int64_t n, int64_t k, double alpha, const double* a, int64_t lda, bool ta, const double* b,
             int64_t ldb, bool tb, double beta, double* c, int64_t ldc);

// g[size, size] = x x^T of x[size, depth], or x^T x of x[depth, size] if `columns`; rows `stride` apart. Half of it is computed, and where
// it is small beside x the threads share the depth, in parts that do not depend on how many they are. False when memory cannot be had.
bool SelfProduct(const Context& context, int64_t size, int64_t depth, const double* x, int64_t stride, bool columns, double* g);

// g[columns, columns] = x^T x of x[rows, columns] whose rows are `stride` apart, of which half is computed, in parts of the rows between
// which it can be stopped.
End Gram(const Context& context, const double* x, int64_t rows, int64_t columns, int64_t stride, double* g);

// Calls body(begin, end) for parts of [0, count) of at most `grain`, on all threads. What a part computes must not depend on others.
template <class Body>
void ParallelParts(const Context& context, int64_t count, int64_t grain, const Body& body) {
  struct Arg {
    const Body* body;
    int64_t count, grain;
  } arg = {&body, count, grain};
  const int64_t parts = (count + grain - 1) / grain;
  if (parts <= 1) {
    if (count > 0) body(int64_t{0}, count);
    return;
  }
  context.parallel->run(
      context.parallel->context, parts,
      [](void* data, int64_t part, int32_t) {
        const Arg* a = static_cast<const Arg*>(data);
        const int64_t begin = part * a->grain, end = begin + a->grain;
        (*a->body)(begin, end < a->count ? end : a->count);
      },
      &arg);
}

// Whether all of x[0..count) are finite; tells the first that is not. Without a context, since it is asked before there is one.
bool AllFinite(int32_t threads, const double* x, int64_t count, int64_t* bad);

}  // namespace linear
}  // namespace ridgeline
