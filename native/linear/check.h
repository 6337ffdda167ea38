// What the checks of algorithms share.
#pragma once
#include <cmath>
#include <string>

#include "algorithm.h"

namespace ridgeline {
namespace linear {

constexpr double kMaxSize = 2147483647.0;

// The number at `index` as an integer in [low, high]. Comparisons in this order also refuse NaN.
inline bool IntegerAt(const Problem& problem, size_t index, double low, double high, const char* name, int64_t* out, std::string* why) {
  const double value = index < problem.numbers.size() ? problem.numbers[index] : NAN;
  if (!(value >= low && value <= high) || value != std::floor(value)) {
    *why = std::string("expected an integer from ") + std::to_string(static_cast<int64_t>(low)) + " on for " + name;
    return false;
  }
  *out = static_cast<int64_t>(value);
  return true;
}
inline bool SizeAt(const Problem& problem, size_t index, const char* name, int64_t* out, std::string* why) {
  return IntegerAt(problem, index, 0, kMaxSize, name, out, why);
}

inline bool InputIs(const Problem& problem, size_t index, int64_t length, const char* name, std::string* why) {
  if (index < problem.inputs.size() && problem.inputs[index].length == length && (problem.inputs[index].f64 != nullptr || length == 0))
    return true;
  *why = "expected " + std::to_string(length) + " doubles for " + name;
  return false;
}
inline bool IndicesAre(const Problem& problem, size_t index, int64_t length, const char* name, std::string* why) {
  if (index < problem.inputs.size() && problem.inputs[index].length == length && (problem.inputs[index].i32 != nullptr || length == 0))
    return true;
  *why = "expected " + std::to_string(length) + " int32 for " + name;
  return false;
}
inline bool OutputIs(const Problem& problem, size_t index, int64_t length, const char* name, std::string* why) {
  if (index < problem.outputs.size() && problem.outputs[index].length == length) return true;
  *why = "expected room for " + std::to_string(length) + " doubles in " + name;
  return false;
}

}  // namespace linear
}  // namespace ridgeline
