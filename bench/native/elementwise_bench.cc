// Elementwise programs and softmax over arrays far larger than the caches, as a share of a streaming copy of the same run.
//   elementwise_bench [threads [elements [table [--json]]]]      default: one thread, 16 Mi elements, the best table
// Copy and subject take turns; each figure is a median of the rounds, each ratio the median of the rounds' own ratios.
// `--cached` instead of a size: one array of 8 Ki elements again and again, where arithmetic is all that counts.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <algorithm>
#include <string>
#include <vector>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "../../test/native/ew_run.h"
#include "runtime/ranges.h"
#include "runtime/slab.h"

using namespace ridgeline;
using ridgeline_test::Program;

namespace {

double Now() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

// A copy with stores that pass by the caches, one full line at a time; memcpy where there are none.
#if defined(__x86_64__)
__attribute__((target("avx2"))) void StreamCopy(float* to, const float* from, int64_t n) {
  for (int64_t i = 0; i < n; i += 16) {
    const __m256 a = _mm256_loadu_ps(from + i), b = _mm256_loadu_ps(from + i + 8);
    _mm256_stream_ps(to + i, a);
    _mm256_stream_ps(to + i + 8, b);
  }
  _mm_sfence();
}
#else
void StreamCopy(float* to, const float* from, int64_t n) { memcpy(to, from, static_cast<size_t>(n) * sizeof(float)); }
#endif

struct Bench {
  const KernelTable* table;
  int32_t threads;
  int64_t n;
  float *x, *y, *copy;
  bool json, cached;
  int32_t repeats;

  template <typename Body>
  double Time(Body body) const {
    const double start = Now();
    for (int32_t i = 0; i < repeats; i++) ForRanges(threads, n, std::max<int64_t>(4096, (n / (4 * threads) + 4095) / 4096 * 4096), body);
    return (Now() - start) / repeats;
  }
  double TimeCopy() const {
    return Time([&](int64_t begin, int64_t end, int32_t) {
      if (cached) {
        memcpy(copy + begin, x + begin, static_cast<size_t>(end - begin) * sizeof(float));
      } else {
        StreamCopy(copy + begin, x + begin, end - begin);
      }
    });
  }
  template <typename Body>
  void Row(const char* name, Body body) const {
    std::vector<double> subject, base, ratio;
    for (int32_t round = 0; round < 16; round++) {
      const double b = TimeCopy(), s = Time(body);
      if (round == 0) continue;
      base.push_back(b);
      subject.push_back(s);
      ratio.push_back(b / s);
    }
    for (auto* v : {&subject, &base, &ratio}) std::sort(v->begin(), v->end());
    const double ms = 1e3 * subject[subject.size() / 2], copy_ms = 1e3 * base[base.size() / 2], share = ratio[ratio.size() / 2];
    if (json) {
      printf("{\"subject\":\"%s\",\"table\":\"%s\",\"threads\":%d,\"elements\":%lld,\"ms\":%.5f,\"copyMs\":%.5f,\"ratio\":%.3f}\n", name,
             table->name, threads, static_cast<long long>(n), ms, copy_ms, share);
    } else {
      printf("%-22s %10.4f ms   copy %10.4f ms   %5.1f%%   best %.4f / %.4f ms = %5.1f%%   %.3f ns per element\n", name, ms, copy_ms,
             100 * share, 1e3 * subject[0], 1e3 * base[0], 100 * base[0] / subject[0], 1e6 * ms / static_cast<double>(n));
    }
    fflush(stdout);
  }
  void RowOf(const char* name, const Program& program) const {
    const EwTask task = program.Task();
    Row(name, [&](int64_t begin, int64_t end, int32_t) { table->ew_f32(&task, begin, end); });
  }
  void Unary(const char* name, int32_t op) const {
    Program p({n});
    p.Output(y, p.Op(op, p.Input(x)));
    RowOf(name, p);
  }
};

// Six operations in a chain, one array in and one out.
Program Chain(const Bench& b) {
  Program p({b.n});
  int32_t v = p.Op(kEwMul, p.Input(b.x), p.Immediate(1.5));
  v = p.Op(kEwAdd, v, p.Immediate(0.25));
  v = p.Op(kEwRelu, v);
  v = p.Op(kEwMul, v, v);
  v = p.Op(kEwSub, v, p.Immediate(0.125));
  p.Output(b.y, p.Op(kEwMin, v, p.Immediate(2)));
  return p;
}

// A sum of two arrays under a bias that is the same for each row: three streams and a broadcast.
Program BiasAdd(const Bench& b, float* bias, int64_t columns) {
  Program p({b.n / columns, columns});
  const int32_t x = p.Input(b.x), row = p.Strided(bias, {0, 1});
  p.Output(b.y, p.Op(kEwRelu, p.Op(kEwAdd, x, row)));
  return p;
}

}  // namespace

int main(int argc, char** argv) {
  Bench b = {};
  b.threads = 1;
  b.n = int64_t{16} << 20;
  b.repeats = 1;
  const char* wanted = nullptr;
  int position = 0;
  for (int i = 1; i < argc; i++) {
    if (strcmp(argv[i], "--json") == 0) {
      b.json = true;
    } else if (strcmp(argv[i], "--cached") == 0) {
      b.cached = true;
    } else if (position++ == 0) {
      b.threads = atoi(argv[i]);
    } else if (position == 2) {
      b.n = std::max<int64_t>(8000, atoll(argv[i])) / 8000 * 8000;
    } else {
      wanted = argv[i];
    }
  }
  if (b.cached) {
    b.n = 8000;
    b.repeats = 500;
  }
  b.n = b.n / 8000 * 8000;  // whole rows of 1000, and of 8
  for (const char* name : {"avx512", "avx2", "neon", "baseline"}) {
    if (b.table == nullptr && (wanted == nullptr || strcmp(wanted, name) == 0)) b.table = KernelsByName(name);
  }
  if (b.table == nullptr || b.threads < 1) {
    fprintf(stderr, "no such table on this CPU, or no threads\n");
    return 1;
  }
  SetThreads(b.threads);
  const size_t bytes = static_cast<size_t>(b.n) * sizeof(float);
  const auto input = Slab::Create(bytes), output = Slab::Create(bytes), other = Slab::Create(bytes), small = Slab::Create(4096);
  if (!input || !output || !other || !small) return 1;
  b.x = reinterpret_cast<float*>(input->data());
  b.y = reinterpret_cast<float*>(output->data());
  b.copy = reinterpret_cast<float*>(other->data());
  float* bias = reinterpret_cast<float*>(small->data());
  ridgeline_test::Rng rng = {3};
  for (int64_t i = 0; i < b.n; i++) b.x[i] = static_cast<float>(rng.Uniform(-4, 4));
  memset(b.y, 0, bytes);
  memset(b.copy, 0, bytes);
  for (int64_t i = 0; i < 1000; i++) bias[i] = static_cast<float>(i) * 0.001f;

  b.Unary("move", kEwMove);
  b.Unary("relu", kEwRelu);
  b.Unary("sigmoid", kEwSigmoid);
  b.RowOf("chain of 6", Chain(b));
  b.Unary("tanh", kEwTanh);
  b.Unary("gelu", kEwGelu);
  b.Row("softmax of 1000", [&](int64_t begin, int64_t end, int32_t) {
    // Ranges are cut at multiples of 4096 elements; a row belongs to the range it starts in.
    const int64_t first = (begin + 999) / 1000, last = (end + 999) / 1000;
    b.table->softmax_f32(b.x + first * 1000, b.y + first * 1000, last - first, 1000, 0);
  });
  for (const auto& [name, op] : std::vector<std::pair<const char*, int32_t>>{{"exp", kEwExp},
                                                                             {"expm1", kEwExpm1},
                                                                             {"log", kEwLog},
                                                                             {"log1p", kEwLog1p},
                                                                             {"erf", kEwErf},
                                                                             {"softplus", kEwSoftplus},
                                                                             {"sin", kEwSin},
                                                                             {"cos", kEwCos},
                                                                             {"sqrt", kEwSqrt}}) {
    b.Unary(name, op);
  }
  b.RowOf("bias, rows of 1000", BiasAdd(b, bias, 1000));
  b.RowOf("bias, rows of 8", BiasAdd(b, bias, 8));
  return 0;
}
