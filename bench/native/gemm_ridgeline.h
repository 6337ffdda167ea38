// Ridgeline's kernels, called as the runtime calls them.
#pragma once
#include <stdint.h>

#include <string>

#include "kernels/table.h"
#include "pool.h"
#include "serve.h"

namespace {

inline const ridgeline::KernelTable* Table() {
  const char* error = nullptr;
  static const ridgeline::KernelTable* table = ridgeline::SelectKernels(&error);
  return table;
}
inline bench::Pool& ThePool() {
  static bench::Pool pool(bench::Threads());
  return pool;
}
inline std::string Version() { return std::string("kernels ") + Table()->name; }

inline ridgeline::GemmTask Task(const void* a, const void* b, void* c, int64_t m, int64_t n, int64_t k, bool ta, bool tb) {
  return {m, n, k, a, ta ? m : k, ta, b, tb ? k : n, tb, c, n, 1, 0, nullptr, 0};
}
inline bool Gemm(const float* a, const float* b, float* c, int64_t m, int64_t n, int64_t k, bool ta, bool tb) {
  const ridgeline::GemmTask task = Task(a, b, c, m, n, k, ta, tb);
  return Table()->gemm_f32(&task, &ThePool().parallel) == 0;
}
inline bool Gemm(const double* a, const double* b, double* c, int64_t m, int64_t n, int64_t k, bool ta, bool tb) {
  const ridgeline::GemmTask task = Task(a, b, c, m, n, k, ta, tb);
  return Table()->gemm_f64(&task, &ThePool().parallel) == 0;
}
template <class T>
bool Gram(const T* a, T* c, int64_t n, int64_t k) {
  return Gemm(a, a, c, n, n, k, true, false);
}

// The table has this entry from the release with bf16 products on.
template <class Kernels>
auto CallBf16(const Kernels* table, const ridgeline::GemmTask* task, int) -> decltype(table->gemm_bf16(task, &ThePool().parallel) == 0) {
  return table->gemm_bf16(task, &ThePool().parallel) == 0;
}
template <class Kernels>
bool CallBf16(const Kernels*, const ridgeline::GemmTask*, long) {
  return false;
}
inline bool GemmBf16(const float* a, const float* b, float* c, int64_t m, int64_t n, int64_t k, bool ta, bool tb) {
  const ridgeline::GemmTask task = Task(a, b, c, m, n, k, ta, tb);
  return CallBf16(Table(), &task, 0);
}

// While it lives the workers spin; otherwise they leave the cores to the other peers.
struct Awake {
  Awake() { ThePool().Rest(false); }
  ~Awake() { ThePool().Rest(true); }
};

}  // namespace
