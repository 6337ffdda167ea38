// The algorithms of native/linear, on a thread of their own with a promise.
#pragma once
#include "args.h"

namespace ridgeline {

// solve(name, numbers, inputs, outputLengths, onProgress) -> { promise, stop }. Inputs (Float64Array, Int32Array) are copied. The promise
// resolves with a Float64Array per output length, or with null once stop() was heeded. onProgress(done, total, value), or null.
napi_value SolveAsync(napi_env env, napi_callback_info info);

// firstNonFinite(array) -> position of the first NaN or infinity of a Float64Array, -1 if there is none.
napi_value FirstNonFinite(napi_env env, napi_callback_info info);

}  // namespace ridgeline
