#include "args.h"

#include <cmath>
#include <cstdio>

namespace ridgeline {

Instance* InstanceOf(napi_env env) {
  void* data = nullptr;
  napi_get_instance_data(env, &data);
  return static_cast<Instance*>(data);
}

napi_value MakeError(napi_env env, const char* code, const std::string& message) {
  napi_value text, code_text, error = nullptr;
  if (napi_create_string_utf8(env, message.c_str(), message.size(), &text) != napi_ok) return nullptr;
  if (napi_create_string_utf8(env, code, NAPI_AUTO_LENGTH, &code_text) != napi_ok) return nullptr;
  Instance* instance = InstanceOf(env);
  napi_value constructor = nullptr;
  if (instance != nullptr && instance->error_class != nullptr &&
      napi_get_reference_value(env, instance->error_class, &constructor) == napi_ok && constructor != nullptr) {
    napi_value args[2] = {code_text, text};
    if (napi_new_instance(env, constructor, 2, args, &error) == napi_ok) return error;
    return nullptr;
  }
  if (napi_create_error(env, code_text, text, &error) != napi_ok) return nullptr;
  return error;
}

napi_value Throw(napi_env env, const char* code, const std::string& message) {
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (pending) return nullptr;
  napi_value error = MakeError(env, code, message);
  if (error != nullptr) napi_throw(env, error);
  return nullptr;
}

bool Arguments(napi_env env, napi_callback_info info, size_t count, napi_value* values) {
  size_t given = count;
  return napi_get_cb_info(env, info, &given, values, nullptr, nullptr) == napi_ok;
}

std::string Text(double number) {
  char text[32];
  std::snprintf(text, sizeof(text), "%.17g", number);
  return text;
}

bool ReadNumber(napi_env env, napi_value value, const char* name, double* out) {
  if (napi_get_value_double(env, value, out) == napi_ok) return true;
  Throw(env, "ERR_VALUE", std::string(name) + ": expected a number");
  return false;
}

bool ReadInteger(napi_env env, napi_value value, const char* name, int64_t low, int64_t high, int64_t* out) {
  double number;
  return ReadNumber(env, value, name, &number) && CheckInteger(env, number, name, low, high, out);
}

bool CheckInteger(napi_env env, double number, const char* name, int64_t low, int64_t high, int64_t* out) {
  // Comparisons in this order also refuse NaN.
  if (!(number >= static_cast<double>(low) && number <= static_cast<double>(high)) || number != std::floor(number)) {
    Throw(env, "ERR_VALUE",
          std::string(name) + ": expected an integer in [" + std::to_string(low) + ", " + std::to_string(high) + "], got " + Text(number));
    return false;
  }
  *out = static_cast<int64_t>(number);
  return true;
}

bool ReadBoolean(napi_env env, napi_value value, const char* name, bool* out) {
  if (napi_get_value_bool(env, value, out) == napi_ok) return true;
  Throw(env, "ERR_VALUE", std::string(name) + ": expected true or false");
  return false;
}

bool IsTypedArray(napi_env env, napi_value value) {
  bool is = false;
  return napi_is_typedarray(env, value, &is) == napi_ok && is;
}

bool ReadArray(napi_env env, napi_value value, const char* name, ArrayView* out) {
  size_t offset = 0;
  void* data = nullptr;
  // Refuses whatever is no typed array.
  if (napi_get_typedarray_info(env, value, &out->type, &out->length, &data, &out->buffer, &offset) != napi_ok) {
    Throw(env, "ERR_VALUE", std::string(name) + ": expected a typed array");
    return false;
  }
  size_t size = 0;
  switch (out->type) {
    case napi_float32_array:
    case napi_int32_array:
      size = 4;
      break;
    case napi_float64_array:
      size = 8;
      break;
    case napi_uint8_array:
      size = 1;
      break;
    default:
      Throw(env, "ERR_DTYPE", std::string(name) + ": expected a Float32Array, Float64Array, Int32Array or Uint8Array");
      return false;
  }
  // Nothing is left of a detached array's length. Each question to Node-API is a call that a small job would notice.
  bool detached = false;
  if (out->length == 0 && napi_is_detached_arraybuffer(env, out->buffer, &detached) == napi_ok && detached) {
    Throw(env, "ERR_VALUE", std::string(name) + ": the array's buffer has been detached");
    return false;
  }
  out->bytes = out->length * size;
  out->data = static_cast<uint8_t*>(data);
  return true;
}

bool IsShared(napi_env env, const ArrayView& view) {
  bool plain = false;
  return napi_is_arraybuffer(env, view.buffer, &plain) != napi_ok || !plain;
}

bool ReadArrayOf(napi_env env, napi_value value, const char* name, napi_typedarray_type type, ArrayView* out) {
  if (!ReadArray(env, value, name, out)) return false;
  if (out->type == type) return true;
  static const char* const kNames[] = {"Int8Array",  "Uint8Array",  "Uint8ClampedArray", "Int16Array",  "Uint16Array",
                                       "Int32Array", "Uint32Array", "Float32Array",      "Float64Array"};
  Throw(env, "ERR_DTYPE", std::string(name) + ": expected a " + kNames[type] + ", got a " + kNames[out->type]);
  return false;
}

bool IsNullish(napi_env env, napi_value value) {
  napi_valuetype type;
  return napi_typeof(env, value, &type) == napi_ok && (type == napi_null || type == napi_undefined);
}

bool IsFunction(napi_env env, napi_value value) {
  napi_valuetype type;
  return napi_typeof(env, value, &type) == napi_ok && type == napi_function;
}

bool ReadLength(napi_env env, napi_value array, const char* name, uint32_t* out) {
  bool is = false;
  if (napi_is_array(env, array, &is) == napi_ok && is && napi_get_array_length(env, array, out) == napi_ok) return true;
  Throw(env, "ERR_VALUE", std::string(name) + ": expected an array");
  return false;
}

void SetNumber(napi_env env, napi_value object, const char* name, double value) {
  napi_value number;
  if (napi_create_double(env, value, &number) == napi_ok) napi_set_named_property(env, object, name, number);
}

void SetString(napi_env env, napi_value object, const char* name, const char* value) {
  napi_value text;
  if (napi_create_string_utf8(env, value, NAPI_AUTO_LENGTH, &text) == napi_ok) napi_set_named_property(env, object, name, text);
}

}  // namespace ridgeline
