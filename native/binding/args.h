// Reading arguments and throwing errors. All functions leave a JavaScript exception pending when they return false or null.
#pragma once
#ifndef NAPI_VERSION
#define NAPI_VERSION 8
#endif
#include <node_api.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace ridgeline {

// What an addon instance keeps per environment.
struct Instance {
  napi_ref error_class = nullptr;  // set by setErrorClass: errors are of this class where there is one
};

Instance* InstanceOf(napi_env env);

// Throws an error with the given code; returns null, for `return Throw(...)`.
napi_value Throw(napi_env env, const char* code, const std::string& message);
napi_value MakeError(napi_env env, const char* code, const std::string& message);

// Fetches exactly up to `count` arguments; missing ones are undefined.
bool Arguments(napi_env env, napi_callback_info info, size_t count, napi_value* values);

// A number as JavaScript shows it, or nearly.
std::string Text(double number);

bool ReadNumber(napi_env env, napi_value value, const char* name, double* out);
// An integer in [low, high].
bool ReadInteger(napi_env env, napi_value value, const char* name, int64_t low, int64_t high, int64_t* out);
bool CheckInteger(napi_env env, double number, const char* name, int64_t low, int64_t high, int64_t* out);
bool ReadBoolean(napi_env env, napi_value value, const char* name, bool* out);

// A typed array of one of our dtypes, attached to its memory: valid until JavaScript runs again.
struct ArrayView {
  uint8_t* data = nullptr;
  size_t bytes = 0;
  size_t length = 0;
  napi_typedarray_type type = napi_uint8_array;
  napi_value buffer = nullptr;
};
// On a SharedArrayBuffer: other threads may write to it at any time.
bool IsShared(napi_env env, const ArrayView& view);
bool IsTypedArray(napi_env env, napi_value value);
bool ReadArray(napi_env env, napi_value value, const char* name, ArrayView* out);
bool ReadArrayOf(napi_env env, napi_value value, const char* name, napi_typedarray_type type, ArrayView* out);

bool IsNullish(napi_env env, napi_value value);
bool IsFunction(napi_env env, napi_value value);
bool ReadLength(napi_env env, napi_value array, const char* name, uint32_t* out);

void SetNumber(napi_env env, napi_value object, const char* name, double value);
void SetString(napi_env env, napi_value object, const char* name, const char* value);

}  // namespace ridgeline
