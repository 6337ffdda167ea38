// A decoded, validated plan. docs/plan.md is the format. Immutable and shared by all runs; scratch belongs to it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace ridgeline {

class Plan {
 public:
  // Null and *error (a sentence) when the code is not a valid plan. Copies what it needs.
  static std::shared_ptr<Plan> Create(const double* code, size_t code_length, const uint8_t* constants, size_t constant_bytes,
                                      const double* patches, size_t patch_pairs, std::string* error);
  virtual ~Plan() = default;

  virtual int64_t capacity_rows() const = 0;
  virtual bool has_patches() const = 0;
  virtual size_t state_bytes() const = 0;
  virtual size_t scratch_bytes() const = 0;
  virtual bool writes_state() const = 0;
  virtual int32_t scalar_count() const = 0;
  virtual int32_t port_count() const = 0;
  virtual size_t port_bytes(int32_t port) const = 0;  // at capacity
  virtual bool port_per_row(int32_t port) const = 0;
  virtual int32_t output_count() const = 0;
  virtual size_t output_bytes(int32_t output) const = 0;  // at capacity
  virtual bool output_per_row(int32_t output) const = 0;
};

}  // namespace ridgeline
