// A job that is read once and run many times on the calling thread.
#pragma once
#include "args.h"

namespace ridgeline {

// prepare(plan, numbers, objects, buffer): a function that runs the job each time it is called. All its typed arrays must lie in the
// ArrayBuffer `buffer`, whose contents may change between the calls.
napi_value Prepare(napi_env env, napi_callback_info info);

}  // namespace ridgeline
