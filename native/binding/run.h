// Runs: on the calling thread, or on a thread of their own with a promise.
#pragma once
#include "args.h"

namespace ridgeline {

napi_value RunSync(napi_env env, napi_callback_info info);
napi_value RunAsync(napi_env env, napi_callback_info info);

}  // namespace ridgeline
