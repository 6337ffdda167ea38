// Reads the numbers of a plan's code one by one. The first thing that is wrong is kept as the error; all that is read after it is 0, so
// callers check once per item rather than once per number.
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

namespace ridgeline {

__extension__ typedef __int128 Wide;

// No size, offset or stride in a plan is larger: products of two of them stay within Wide, and sums of a few within int64_t.
constexpr int64_t kMaxNumber = int64_t{1} << 52;
// Elements of a program: their number times the work on each stays within int64_t.
constexpr int64_t kMaxElements = int64_t{1} << 48;

class CodeReader {
 public:
  CodeReader(const double* code, size_t length) : code_(code), length_(length) {}

  bool ok() const { return error_.empty(); }
  const std::string& error() const { return error_; }
  size_t position() const { return position_; }
  size_t left() const { return end_ - position_; }
  bool AtEnd() const { return position_ == end_; }
  // Reading stops at the end of the instruction.
  void SetEnd(size_t count) { end_ = position_ + count; }
  void ClearEnd() { end_ = length_; }

  void Fail(const std::string& what) {
    if (ok()) error_ = "Invalid plan: " + what + " (near number " + std::to_string(position_) + " of the code).";
  }

  double Number(const char* what) {
    if (!ok()) return 0;
    if (position_ >= end_) {
      Fail(std::string("it ends before ") + what);
      return 0;
    }
    return code_[position_++];
  }

  // An integer in [low, high].
  int64_t Int(const char* what, int64_t low, int64_t high) {
    const double value = Number(what);
    if (!ok()) return 0;
    if (!(value >= static_cast<double>(low) && value <= static_cast<double>(high)) || value != std::floor(value)) {
      Fail(std::string(what) + " must be an integer from " + std::to_string(low) + " to " + std::to_string(high) + ", got " +
           std::to_string(value));
      return 0;
    }
    return static_cast<int64_t>(value);
  }
  int32_t Small(const char* what, int32_t low, int32_t high) { return static_cast<int32_t>(Int(what, low, high)); }
  int64_t Size(const char* what) { return Int(what, 0, kMaxNumber); }
  int64_t Stride(const char* what) { return Int(what, -kMaxNumber, kMaxNumber); }
  // How many items follow, each of at least `numbers` numbers: what is not there need not be allocated for.
  int32_t Count(const char* what, size_t numbers) {
    const int64_t count = Int(what, 0, int64_t{1} << 30);
    if (ok() && static_cast<size_t>(count) > left() / numbers) Fail(std::string(what) + " says more than the code holds");
    return ok() ? static_cast<int32_t>(count) : 0;
  }

 private:
  const double* code_;
  size_t length_;
  size_t position_ = 0;
  size_t end_ = length_;
  std::string error_;
};

}  // namespace ridgeline
