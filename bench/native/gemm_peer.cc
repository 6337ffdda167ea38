// Matrix products of one library, timed in C++: c = op(a) op(b), row-major. PEER_HEADER gives
//   std::string Version();
//   bool Gemm(const float* a, const float* b, float* c, m, n, k, ta, tb), and the same for double;
//   bool GemmBf16(the same as float): inputs rounded to bf16, float32 accumulation. Conversion is part of the call, where it is needed;
//   bool Gram(const T* a, T* c, n, k): c = a^T a with a [k, n].
// Each returns false for what the library does not have.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include <map>
#include <string>
#include <vector>

#include "serve.h"
#include "timing.h"
#include PEER_HEADER

namespace {

using bench::Question;

template <class T>
struct Operands {
  int64_t m, n, k;
  bool ta, tb, gram, bf16;
  T *a, *b, *c;

  explicit Operands(const Question& q)
      : m(q.Integer("m", 1)), n(q.Integer("n", 1)), k(q.Integer("k", 1)), gram(q.Is("kind", "gram")), bf16(q.Is("type", "bf16")) {
    const std::string op = q.Text("op");
    ta = op[0] == 'T';
    tb = op[1] == 'T';
    a = Fill(m * k, 1);
    b = gram ? a : Fill(k * n, 2);
    c = Fill(m * n, 3);
  }
  // Numbers in [-1, 1) that follow from an index, the same for every library; a few bits of bf16 hold them.
  static T* Fill(int64_t count, uint32_t seed) {
    T* p = static_cast<T*>(aligned_alloc(64, (static_cast<size_t>(count) * sizeof(T) + 63) / 64 * 64));
    uint32_t x = seed * 2654435761u;
    for (int64_t i = 0; i < count; ++i) {
      x = x * 1664525u + 1013904223u;
      p[i] = static_cast<T>(static_cast<int32_t>(x >> 25) - 64) / T(64);
    }
    return p;
  }
  bool Run() const {
    if (gram) return Gram(a, c, n, k);
    if constexpr (sizeof(T) == 4) {
      if (bf16) return GemmBf16(a, b, c, m, n, k, ta, tb);
    }
    return Gemm(a, b, c, m, n, k, ta, tb);
  }
  // Some elements of the result, divided by the root of k: sums of k products in [-1, 1].
  std::vector<double> Digest() const {
    std::vector<double> values;
    const int64_t count = m * n;
    for (int64_t i = 0; i < 16; ++i) {
      values.push_back(static_cast<double>(c[(i * 7919 + (count - 1) * (i % 2)) % count]) / sqrt(static_cast<double>(k)));
    }
    return values;
  }
};

template <class T>
std::string Ask(const Question& q, bool check) {
  // The last operands stay warm between the rounds of a case.
  static std::map<std::string, Operands<T>*> kept;
  const std::string key = q.Text("kind") + q.Text("type") + q.Text("op") + std::to_string(q.Integer("m", 1)) + "x" +
                          std::to_string(q.Integer("n", 1)) + "x" + std::to_string(q.Integer("k", 1));
  Operands<T>*& operands = kept[key];
  if (!operands) operands = new Operands<T>(q);
  if (check) return operands->Run() ? bench::Json(operands->Digest()) : "";
  const double flops = 2.0 * static_cast<double>(operands->m) * static_cast<double>(operands->n) * static_cast<double>(operands->k);
  bool done = true;
  const double seconds = bench::SecondsPerCall([&] { done = operands->Run(); }, 0.04);
  if (!done) return "";
  // Overhead on top of a kernel is measured in microseconds, rates in GFLOP/s.
  return bench::Json(q.Is("workload", "call") ? 1e6 * seconds : 1e-9 * flops / seconds);
}
std::string Check(const Question& q) { return q.Is("type", "f64") ? Ask<double>(q, true) : Ask<float>(q, true); }
std::string Time(const Question& q) {
  Awake awake;
  return q.Is("type", "f64") ? Ask<double>(q, false) : Ask<float>(q, false);
}

}  // namespace

int main() { return bench::Serve(Version(), Check, Time); }
