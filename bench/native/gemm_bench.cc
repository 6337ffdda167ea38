// GEMM in GFLOP/s and as a share of this core's measured peak.
//   gemm_bench [table [threads]]      default: the best table, one thread
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include "kernels/table.h"

using namespace ridgeline;

namespace {

double Now() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

// A chain of independent multiply-adds that never leaves the registers: 12 of them cover latency times throughput of any CPU so far.
template <class V>
[[gnu::always_inline]] inline double PeakLoop(int lanes) {
  double best = 0;
  for (int round = 0; round < 5; ++round) {
    V acc[12] = {};
    V x = {}, y = {};
    x = x + 0.5f;
    y = y + 1.0f;
    constexpr int64_t kSteps = 2000000;
    const double start = Now();
    for (int64_t i = 0; i < kSteps; ++i) {
#pragma GCC unroll 12
      for (int j = 0; j < 12; ++j) acc[j] = acc[j] * x + y;
    }
    const double seconds = Now() - start;
    for (int j = 0; j < 12; ++j) __asm__ volatile("" : : "m"(acc[j]));
    best = std::max(best, 2e-9 * 12 * lanes * kSteps / seconds);
  }
  return best;
}
typedef float V16 __attribute__((vector_size(16)));
#if defined(__x86_64__)
typedef float V32 __attribute__((vector_size(32)));
typedef float V64 __attribute__((vector_size(64)));
__attribute__((target("avx512f,fma"), optimize("fp-contract=fast"), noinline)) double Peak512() { return PeakLoop<V64>(16); }
__attribute__((target("avx2,fma"), optimize("fp-contract=fast"), noinline)) double Peak256() { return PeakLoop<V32>(8); }
#endif
__attribute__((noinline)) double Peak128() { return PeakLoop<V16>(4); }

double Peak(const KernelTable* table) {
#if defined(__x86_64__)
  if (table->vector_bytes == 64) return Peak512();
  if (table->vector_bytes == 32) return Peak256();
#endif
  return table->vector_bytes == 16 ? Peak128() : 0;
}

// A pool that spins, so that its own cost is small against the kernels'.
struct Pool {
  explicit Pool(int32_t threads) {
    parallel = {this, threads, Run, Scratch};
    for (int32_t w = 1; w < threads; ++w) {
      workers.emplace_back([this, w] {
        for (int64_t seen = 0;;) {
          while (round.load(std::memory_order_acquire) == seen) {
            if (stop.load(std::memory_order_relaxed)) return;
          }
          ++seen;
          Work(w);
          busy.fetch_sub(1, std::memory_order_release);
        }
      });
    }
  }
  ~Pool() {
    stop = true;
    for (std::thread& t : workers) t.join();
    free(memory);
  }
  void Work(int32_t w) {
    for (int64_t t; (t = next.fetch_add(1)) < tasks;) fn(arg, t, w);
  }
  static void Run(void* context, int64_t tasks, void (*fn)(void*, int64_t, int32_t), void* arg) {
    Pool* p = static_cast<Pool*>(context);
    p->tasks = tasks;
    p->fn = fn;
    p->arg = arg;
    p->next = 0;
    p->busy = static_cast<int>(p->workers.size());
    p->round.fetch_add(1, std::memory_order_release);
    p->Work(0);
    while (p->busy.load(std::memory_order_acquire) != 0) {
    }
  }
  static void* Scratch(void* context, int32_t, size_t bytes) {
    Pool* p = static_cast<Pool*>(context);
    if (bytes > p->size) {
      free(p->memory);
      p->size = (bytes + 63) / 64 * 64;
      p->memory = aligned_alloc(64, p->size);
    }
    return p->memory;
  }
  Parallel parallel;
  std::vector<std::thread> workers;
  std::atomic<int64_t> round{0}, next{0};
  std::atomic<int> busy{0};
  std::atomic<bool> stop{false};
  int64_t tasks = 0;
  void (*fn)(void*, int64_t, int32_t) = nullptr;
  void* arg = nullptr;
  void* memory = nullptr;
  size_t size = 0;
};

template <class T>
double Measure(const KernelTable* table, Pool& pool, int64_t m, int64_t n, int64_t k, bool ta, bool tb) {
  auto make = [](int64_t count) {
    T* p = static_cast<T*>(aligned_alloc(64, static_cast<size_t>(count) * sizeof(T) / 64 * 64 + 64));
    for (int64_t i = 0; i < count; ++i) p[i] = static_cast<T>(rand()) / static_cast<T>(RAND_MAX) - T(0.5);
    return p;
  };
  T *a = make(m * k), *b = make(k * n), *c = make(m * n);
  const GemmTask task = {m, n, k, a, ta ? m : k, ta, b, tb ? k : n, tb, c, n, 1, 0, nullptr, 0};
  auto call = [&] { return sizeof(T) == 4 ? table->gemm_f32(&task, &pool.parallel) : table->gemm_f64(&task, &pool.parallel); };
  const double flops = 2.0 * static_cast<double>(m) * static_cast<double>(n) * static_cast<double>(k);
  const int calls = static_cast<int>(std::max(1.0, 2e8 / (flops + 2e4)));
  if (call() != 0) abort();
  std::vector<double> rates;
  for (int round = 0; round < 15; ++round) {
    const double start = Now();
    for (int i = 0; i < calls; ++i) call();
    rates.push_back(1e-9 * flops * calls / (Now() - start));
  }
  free(a);
  free(b);
  free(c);
  std::sort(rates.begin(), rates.end());
  return rates[rates.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const KernelTable* table = nullptr;
  for (const char* name : {"avx512", "avx2", "neon", "baseline"}) {
    if (!table && (argc < 2 || strcmp(argv[1], name) == 0)) table = KernelsByName(name);
  }
  if (!table) {
    fprintf(stderr, "no such table on this CPU\n");
    return 1;
  }
  Pool pool(argc > 2 ? atoi(argv[2]) : 1);
  const double peak = Peak(table) * pool.parallel.threads;
  printf("%s, %d thread(s): peak %.1f GFLOP/s in float32, half of it in float64\n", table->name, pool.parallel.threads, peak);
  printf("%5s x%5s x%5s %3s %10s %6s %10s %6s\n", "m", "n", "k", "op", "f32", "peak", "f64", "peak");
  struct Shape {
    int64_t m, n, k;
    const char* op;
  };
  const Shape shapes[] = {
      {512, 512, 512, "NN"},    {512, 512, 512, "NT"}, {512, 512, 512, "TN"}, {1024, 1024, 1024, "NN"}, {1024, 1024, 1024, "NT"},
      {1024, 1024, 1024, "TN"}, {128, 512, 784, "NN"}, {784, 512, 128, "TN"}, {128, 784, 512, "NT"},    {128, 10, 512, "NN"},
      {512, 10, 128, "TN"},     {128, 512, 10, "NT"},  {32, 64, 64, "NN"},    {32, 64, 64, "NT"},       {64, 64, 32, "TN"},
      {64, 64, 64, "NN"},       {64, 64, 64, "NT"},    {64, 64, 64, "TN"},    {64, 64, 1, "NN"},        {64, 1, 64, "NN"},
      {64, 1, 64, "TN"},        {1, 64, 64, "NN"},     {1, 64, 64, "NT"},     {1, 1024, 1024, "NN"},    {1, 1024, 1024, "NT"},
      {1024, 1, 1024, "NN"},    {1024, 1, 1024, "TN"}, {4, 512, 784, "NN"},   {4, 784, 512, "NT"},      {100, 100, 100, "NN"},
      {64, 64, 576, "NN"},      {64, 10, 256, "NN"},   {1, 10, 64, "NN"},     {16, 16, 16, "NN"},       {1000, 1000, 1000, "NN"}};
  for (const Shape& s : shapes) {
    const bool ta = s.op[0] == 'T', tb = s.op[1] == 'T';
    const double f32 = Measure<float>(table, pool, s.m, s.n, s.k, ta, tb), f64 = Measure<double>(table, pool, s.m, s.n, s.k, ta, tb);
    printf("%5lld x%5lld x%5lld %3s %10.1f %5.0f%% %10.1f %5.0f%%\n", (long long)s.m, (long long)s.n, (long long)s.k, s.op, f32,
           100 * f32 / peak, f64, 200 * f64 / peak);
    fflush(stdout);
  }
  return 0;
}
