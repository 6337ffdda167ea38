// The addon's exports.
#include <cmath>
#include <memory>

#include "../runtime/caches.h"
#include "../runtime/thread_pool.h"
#include "args.h"
#include "handles.h"
#include "prepared.h"
#include "run.h"
#include "solve.h"

#ifndef RIDGELINE_VERSION
#define RIDGELINE_VERSION "0.1.0"
#endif

namespace ridgeline {
namespace {

napi_value Info(napi_env env, napi_callback_info) {
  const char* why = nullptr;
  const KernelTable* table = SelectKernels(&why);
  if (table == nullptr) return Throw(env, "ERR_OPTION", why != nullptr ? why : "no kernels fit this processor");
  napi_value result, caches, bf16;
  napi_create_object(env, &result);
  napi_create_object(env, &caches);
  SetString(env, result, "isa", table->name);
  SetNumber(env, result, "vectorBytes", table->vector_bytes);
  SetNumber(env, result, "threads", DefaultThreads());
  SetNumber(env, result, "cores", AvailableCores());
  const CacheSizes sizes = ReadCacheSizes();
  SetNumber(env, caches, "l1d", static_cast<double>(sizes.l1d));
  SetNumber(env, caches, "l2", static_cast<double>(sizes.l2));
  SetNumber(env, caches, "l3", static_cast<double>(sizes.l3));
  napi_set_named_property(env, result, "caches", caches);
  napi_get_boolean(env, table->native_bf16, &bf16);
  napi_set_named_property(env, result, "bf16", bf16);
  SetString(env, result, "version", RIDGELINE_VERSION);
  return result;
}

napi_value SetThreadsJs(napi_env env, napi_callback_info info) {
  napi_value args[1];
  int64_t threads;
  if (!Arguments(env, info, 1, args) || !ReadInteger(env, args[0], "setThreads", 1, 1024, &threads)) return nullptr;
  SetThreads(static_cast<int32_t>(threads));
  return nullptr;
}

bool Overlaps(const ArrayView& a, const ArrayView& b) { return a.data < b.data + b.bytes && b.data < a.data + a.bytes; }

// The context keeps its scratch between calls; one per thread, so that workers do not share it.
const Parallel* CachedParallel(int32_t threads) {
  thread_local std::unique_ptr<ParallelContext> context;
  if (context == nullptr || context->threads() != threads) context.reset(new ParallelContext(threads));
  return context->parallel();
}

// gemm(a, b, c, m, n, k, transposeA, transposeB, alpha, beta, threads, bf16)
napi_value Gemm(napi_env env, napi_callback_info info) {
  napi_value args[12];
  ArrayView a, b, c;
  int64_t m, n, k, threads;
  bool ta, tb, in_bf16;
  double alpha, beta;
  constexpr int64_t kMax = int64_t{1} << 31;
  if (!Arguments(env, info, 12, args) || !ReadArray(env, args[0], "gemm: a", &a) || !ReadArrayOf(env, args[1], "gemm: b", a.type, &b) ||
      !ReadArrayOf(env, args[2], "gemm: c", a.type, &c) || !ReadInteger(env, args[3], "gemm: m", 0, kMax, &m) ||
      !ReadInteger(env, args[4], "gemm: n", 0, kMax, &n) || !ReadInteger(env, args[5], "gemm: k", 0, kMax, &k) ||
      !ReadBoolean(env, args[6], "gemm: transposeA", &ta) || !ReadBoolean(env, args[7], "gemm: transposeB", &tb) ||
      !ReadNumber(env, args[8], "gemm: alpha", &alpha) || !ReadNumber(env, args[9], "gemm: beta", &beta) ||
      !ReadInteger(env, args[10], "gemm: threads", 0, 1024, &threads) || !ReadBoolean(env, args[11], "gemm: bf16", &in_bf16)) {
    return nullptr;
  }
  if (a.type != napi_float32_array && a.type != napi_float64_array)
    return Throw(env, "ERR_DTYPE", "gemm: expected Float32Array or Float64Array");
  if (in_bf16 && a.type != napi_float32_array) return Throw(env, "ERR_DTYPE", "gemm: expected Float32Array with bf16");
  // Sizes are below 2^31, so products of two fit.
  if (static_cast<int64_t>(a.length) < m * k || static_cast<int64_t>(b.length) < k * n || static_cast<int64_t>(c.length) < m * n) {
    return Throw(env, "ERR_SHAPE", "gemm: an array is too small for m, n and k");
  }
  if (Overlaps(c, a) || Overlaps(c, b)) return Throw(env, "ERR_VALUE", "gemm: c overlaps a or b");
  const char* why = nullptr;
  const KernelTable* table = SelectKernels(&why);
  if (table == nullptr) return Throw(env, "ERR_OPTION", why != nullptr ? why : "no kernels fit this processor");
  GemmTask task = {m, n, k, a.data, ta ? m : k, ta ? 1 : 0, b.data, tb ? k : n, tb ? 1 : 0, c.data, n, alpha, beta, nullptr, 0};
  const Parallel* parallel = CachedParallel(threads > 0 ? static_cast<int32_t>(threads) : DefaultThreads());
  const GemmFunction run = in_bf16 ? table->gemm_bf16 : a.type == napi_float32_array ? table->gemm_f32 : table->gemm_f64;
  const int status = run(&task, parallel);
  return status == 0 ? nullptr : Throw(env, "ERR_MEMORY", "gemm: out of memory");
}

// uniforms(seed0, seed1, stream, step0, step1, out): elements 0 to out.length of a stream of random.h, uniform on [0, 1)
napi_value Uniforms(napi_env env, napi_callback_info info) {
  napi_value args[6];
  int64_t words[5];
  ArrayView out;
  if (!Arguments(env, info, 6, args)) return nullptr;
  for (int i = 0; i < 5; i++) {
    if (!ReadInteger(env, args[i], "uniforms: seed, stream and step", 0, 0xffffffffll, &words[i])) return nullptr;
  }
  if (!ReadArrayOf(env, args[5], "uniforms: out", napi_float32_array, &out)) return nullptr;
  const char* why = nullptr;
  const KernelTable* table = SelectKernels(&why);
  if (table == nullptr) return Throw(env, "ERR_OPTION", why != nullptr ? why : "no kernels fit this processor");
  EwInstr instr = {};
  instr.op = kEwUniform;
  instr.stream = static_cast<uint32_t>(words[2]);
  EwOperand output = {};
  output.base = out.data;
  output.dtype = kF32;
  output.kind = kEwContiguous;
  output.strides[0] = 1;
  EwTask task = {};
  task.rank = task.n_outputs = task.n_instrs = task.n_registers = 1;
  task.dims[0] = task.size = static_cast<int64_t>(out.length);
  task.outputs = &output;
  task.instrs = &instr;
  for (int i = 0; i < 2; i++) {
    task.seed[i] = static_cast<uint32_t>(words[i]);
    task.step[i] = static_cast<uint32_t>(words[3 + i]);
  }
  table->ew_f32(&task, 0, task.size);
  return nullptr;
}

napi_value SetErrorClass(napi_env env, napi_callback_info info) {
  napi_value args[1];
  if (!Arguments(env, info, 1, args)) return nullptr;
  if (!IsFunction(env, args[0])) return Throw(env, "ERR_VALUE", "setErrorClass: expected a class");
  Instance* instance = InstanceOf(env);
  if (instance->error_class != nullptr) napi_delete_reference(env, instance->error_class);
  instance->error_class = nullptr;
  napi_create_reference(env, args[0], 1, &instance->error_class);
  return nullptr;
}

void DeleteInstance(napi_env env, void* data, void*) {
  Instance* instance = static_cast<Instance*>(data);
  if (instance->error_class != nullptr) napi_delete_reference(env, instance->error_class);
  delete instance;
}

napi_value Init(napi_env env, napi_value exports) {
  if (napi_set_instance_data(env, new Instance, DeleteInstance, nullptr) != napi_ok) return nullptr;
  const struct {
    const char* name;
    napi_callback function;
  } kExports[] = {
      {"info", Info},
      {"setThreads", SetThreadsJs},
      {"gemm", Gemm},
      {"uniforms", Uniforms},
      {"setErrorClass", SetErrorClass},
      {"createSlab", CreateSlab},
      {"freeSlab", FreeSlab},
      {"slabBytes", SlabBytes},
      {"slabRead", SlabRead},
      {"slabWrite", SlabWrite},
      {"slabCopy", SlabCopy},
      {"createPlan", CreatePlan},
      {"runSync", RunSync},
      {"createQueue", CreateQueue},
      {"run", RunAsync},
      {"prepare", Prepare},
      {"solve", SolveAsync},
      {"firstNonFinite", FirstNonFinite},
  };
  for (const auto& e : kExports) {
    napi_value function;
    if (napi_create_function(env, e.name, NAPI_AUTO_LENGTH, e.function, nullptr, &function) != napi_ok) return nullptr;
    if (napi_set_named_property(env, exports, e.name, function) != napi_ok) return nullptr;
  }
  return exports;
}

}  // namespace
}  // namespace ridgeline

NAPI_MODULE_INIT() { return ridgeline::Init(env, exports); }
