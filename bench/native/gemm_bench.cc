// GEMM in GFLOP/s and as a share of this core's measured peak.
//   gemm_bench [table [threads]]      default: the best table, one thread
// Built with -O3 -std=c++17 -Inative -lpthread and the objects of native/targets (build/Release/obj.target).
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <algorithm>
#include <vector>

#include "kernels/table.h"
#include "peak.h"
#include "pool.h"
#include "timing.h"

using namespace ridgeline;

namespace {

using bench::Now;
using bench::Pool;

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
  const double peak = bench::Peak<float>(table->vector_bytes) * pool.parallel.threads;
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
