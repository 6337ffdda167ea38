// Slabs and plans as JavaScript objects.
#pragma once
#include <memory>

#include "../runtime/plan.h"
#include "../runtime/slab.h"
#include "args.h"
#include "work_thread.h"

namespace ridgeline {

// The slab or plan behind a handle; null with an exception pending for anything else, and for a slab that was freed.
std::shared_ptr<Slab> SlabOf(napi_env env, napi_value value, const char* name);
std::shared_ptr<Plan> PlanOf(napi_env env, napi_value value, const char* name);
std::shared_ptr<WorkQueue> QueueOf(napi_env env, napi_value value, const char* name);
bool IsSlab(napi_env env, napi_value value);

// Entry points.
napi_value CreateSlab(napi_env env, napi_callback_info info);
napi_value FreeSlab(napi_env env, napi_callback_info info);
napi_value SlabBytes(napi_env env, napi_callback_info info);
napi_value SlabRead(napi_env env, napi_callback_info info);
napi_value SlabWrite(napi_env env, napi_callback_info info);
napi_value SlabCopy(napi_env env, napi_callback_info info);
napi_value CreatePlan(napi_env env, napi_callback_info info);
napi_value CreateQueue(napi_env env, napi_callback_info info);

}  // namespace ridgeline
