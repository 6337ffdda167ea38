// What this machine can do at most, for the same cases as everybody: multiply-adds, and memory.
#include <stdint.h>

#include <atomic>
#include <thread>
#include <vector>

#include "peak.h"
#include "serve.h"
#include "streams.h"
#include "timing.h"

namespace {

using bench::Question;

int VectorBytes() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return 64;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return 32;
#endif
  return 16;
}
double PeakOf(const std::string& type) {
  if (type == "bf16") return bench::PeakBf16();
  return type == "f64" ? bench::Peak<double>(VectorBytes()) : bench::Peak<float>(VectorBytes());
}
// GFLOP/s of all threads at once.
double PeakOfAll(const std::string& type, int threads) {
  std::vector<double> rates(static_cast<size_t>(threads));
  std::atomic<int> waiting{threads};
  std::vector<std::thread> all;
  for (double& rate : rates) {
    all.emplace_back([&] {
      for (waiting.fetch_sub(1); waiting.load() > 0;) {
      }
      rate = PeakOf(type);
    });
  }
  for (std::thread& t : all) t.join();
  double sum = 0;
  for (double rate : rates) sum += rate;
  return sum;
}

double CopySeconds(int64_t count, int threads) {
  static float *x = nullptr, *y = nullptr;
  static int64_t size = 0;
  if (size != count) {
    free(x);
    free(y);
    x = bench::Floats(count);
    y = bench::Floats(count);
    size = count;
  }
  return bench::SecondsPerCall([&] { bench::Split(threads, count, [](int64_t b, int64_t e) { bench::Copy(x, y, b, e); }); }, 0.1);
}

// Negative when there is no such loop.
double StreamSeconds(int reads, int writes, int64_t count, int threads) {
  const bench::UpdateLoop loop = bench::UpdateOf(reads, writes);
  if (!loop) return -1;
  static std::vector<float*> arrays;
  static int64_t size = 0;
  if (size != count) {
    for (float* a : arrays) free(a);
    arrays.clear();
    size = count;
  }
  while (arrays.size() < static_cast<size_t>(reads)) arrays.push_back(bench::Floats(count));
  return bench::SecondsPerCall([&] { bench::Split(threads, count, [&](int64_t b, int64_t e) { loop(arrays.data(), b, e); }); }, 0.1);
}

std::string Time(const Question& q) {
  const int threads = bench::Threads();
  const std::string workload = q.Text("workload");
  if (workload == "gemm") {
    const double peak = PeakOfAll(q.Text("type"), threads);
    return peak > 0 ? bench::Json(peak) : "";
  }
  // Samples per second, if nothing took time but the multiply-adds.
  if (workload == "train") return bench::Json(1e9 * PeakOfAll("f32", threads) / q.Number("flopsPerSample", 1));
  if (workload == "elementwise") return bench::Json(1e3 * CopySeconds(q.Integer("elements", 1), threads));
  const double flops = q.Number("flops", 0);
  if (workload == "optimizers" && flops > 0) {
    const double peak = PeakOfAll(q.Text("precision") == "bfloat16" ? "bf16" : "f32", threads);
    return peak > 0 ? bench::Json(1e3 * flops / (1e9 * peak)) : "";
  }
  if (workload == "optimizers" || workload == "normalization") {
    const double seconds =
        StreamSeconds(static_cast<int>(q.Integer("reads", 0)), static_cast<int>(q.Integer("writes", 0)), q.Integer("elements", 1), threads);
    return seconds > 0 ? bench::Json(1e3 * seconds) : "";
  }
  if (workload == "machine") {
    constexpr int64_t kCount = 16 << 20;
    const double copy = 8e-9 * kCount / CopySeconds(kCount, threads), seven = 28e-9 * kCount / StreamSeconds(4, 3, kCount, threads);
    return bench::Json(std::vector<double>{PeakOfAll("f32", threads), PeakOfAll("f64", threads), PeakOfAll("bf16", threads), copy, seven});
  }
  return "";
}
// A limit has no result to compare.
std::string Check(const Question&) { return "null"; }

}  // namespace

int main() { return bench::Serve("this machine's limits, by hand-written loops", Check, Time); }
