#include "prepared.h"

#include <memory>
#include <new>

#include "handles.h"
#include "job_args.h"

namespace ridgeline {
namespace {

// Reading a job, with a dozen objects and arrays to check, takes longer than a small model. Here one look at one buffer stands for all of
// it.
struct Prepared {
  std::shared_ptr<Plan> plan;
  JobArgs args;
  std::vector<ModelResult> results;
  napi_ref buffer = nullptr;
  void* data = nullptr;
  size_t bytes = 0;
};

void Finalize(napi_env env, void* data, void*) {
  Prepared* prepared = static_cast<Prepared*>(data);
  if (prepared->buffer != nullptr) napi_delete_reference(env, prepared->buffer);
  delete prepared;
}

bool InPlace(napi_env env, const Prepared& prepared) {
  napi_value buffer;
  void* data = nullptr;
  size_t bytes = 0;
  return napi_get_reference_value(env, prepared.buffer, &buffer) == napi_ok &&
         napi_get_arraybuffer_info(env, buffer, &data, &bytes) == napi_ok && data == prepared.data && bytes == prepared.bytes;
}

napi_value Run(napi_env env, napi_callback_info info) {
  void* data = nullptr;
  size_t count = 0;
  if (napi_get_cb_info(env, info, &count, nullptr, nullptr, &data) != napi_ok) return nullptr;
  Prepared* prepared = static_cast<Prepared*>(data);
  if (!InPlace(env, *prepared)) return Throw(env, "ERR_VALUE", "prepared job: its buffer has been detached or resized");
  if (!prepared->args.LockAgain(env)) return nullptr;
  std::string error;
  const bool done = RunJob(prepared->plan.get(), &prepared->args.job, &prepared->results, &error);
  prepared->args.UnlockUntilAgain();
  if (!done) return Throw(env, "ERR_MEMORY", "prepared job: " + error);
  prepared->args.Report(prepared->results);
  return nullptr;
}

}  // namespace

napi_value Prepare(napi_env env, napi_callback_info info) {
  napi_value values[4], function;
  if (!Arguments(env, info, 4, values)) return nullptr;
  std::unique_ptr<Prepared> prepared(new (std::nothrow) Prepared);
  if (prepared == nullptr) return Throw(env, "ERR_MEMORY", "prepare: out of memory");
  prepared->plan = PlanOf(env, values[0], "prepare: plan");
  if (prepared->plan == nullptr) return nullptr;
  bool is = false;
  if (napi_is_arraybuffer(env, values[3], &is) != napi_ok || !is) return Throw(env, "ERR_VALUE", "prepare: expected an ArrayBuffer");
  if (!prepared->args.Read(env, prepared->plan, values[1], values[2], false)) return nullptr;
  prepared->args.UnlockUntilAgain();
  // After the last getter that could have changed it.
  if (napi_get_arraybuffer_info(env, values[3], &prepared->data, &prepared->bytes) != napi_ok ||
      !prepared->args.BorrowsOnlyFrom(prepared->data, prepared->bytes)) {
    return Throw(env, "ERR_VALUE", "prepare: expected every array of the job to lie in the buffer");
  }
  if (napi_create_reference(env, values[3], 1, &prepared->buffer) != napi_ok)
    return Throw(env, "ERR_INTERNAL", "prepare: the buffer could not be kept");
  Prepared* raw = prepared.release();
  if (napi_create_function(env, "runPrepared", NAPI_AUTO_LENGTH, Run, raw, &function) != napi_ok ||
      napi_add_finalizer(env, function, raw, Finalize, nullptr, nullptr) != napi_ok) {
    Finalize(env, raw, nullptr);
    return Throw(env, "ERR_INTERNAL", "prepare: the function could not be made");
  }
  return function;
}

}  // namespace ridgeline
