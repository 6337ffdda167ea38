// What is behind Plan: the code, its variants by row count, and the executors that wait for the next run.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "executor.h"
#include "plan.h"
#include "plan_decode.h"

namespace ridgeline {

class PlanImpl final : public Plan {
 public:
  struct Patch {
    size_t position;
    double slope;
  };

  PlanImpl(std::vector<double> code, std::vector<Patch> patches, std::shared_ptr<Slab> constants, std::shared_ptr<const DecodedPlan> base)
      : code_(std::move(code)), patches_(std::move(patches)), constants_(std::move(constants)), base_(std::move(base)) {}

  int64_t capacity_rows() const override { return base_->capacity; }
  bool has_patches() const override { return !patches_.empty(); }
  size_t state_bytes() const override { return static_cast<size_t>(base_->state_bytes); }
  size_t scratch_bytes() const override { return static_cast<size_t>(base_->scratch_bytes); }
  bool writes_state() const override { return base_->writes_state; }
  int32_t scalar_count() const override { return base_->scalar_count; }
  int32_t port_count() const override { return static_cast<int32_t>(base_->ports.size()); }
  size_t port_bytes(int32_t port) const override { return static_cast<size_t>(PortOf(port).bytes); }
  bool port_per_row(int32_t port) const override { return PortOf(port).per_row; }
  int32_t output_count() const override { return static_cast<int32_t>(base_->outputs.size()); }
  size_t output_bytes(int32_t output) const override { return static_cast<size_t>(OutputRef(*base_, static_cast<size_t>(output)).bytes); }
  bool output_per_row(int32_t output) const override { return base_->outputs[static_cast<size_t>(output)].per_row; }

  const DecodedPlan& base() const { return *base_; }
  const uint8_t* constants() const { return constants_->data(); }

  // The plan for `rows` rows, decoded on first use. Null and *error (a sentence) when it has none.
  std::shared_ptr<const DecodedPlan> Variant(int64_t rows, std::string* error) const;

  // An executor that waits, or a new one; give it back when the run is over.
  std::unique_ptr<Executor> TakeExecutor(const KernelTable* kernels, int32_t threads);
  void GiveExecutor(std::unique_ptr<Executor> executor);

 private:
  static const Ref& OutputRef(const DecodedPlan& plan, size_t output) { return plan.refs[static_cast<size_t>(plan.outputs[output].ref)]; }
  const Port& PortOf(int32_t port) const { return base_->ports[static_cast<size_t>(port)]; }
  bool SameOutputs(const DecodedPlan& variant) const;

  const std::vector<double> code_;
  const std::vector<Patch> patches_;
  const std::shared_ptr<Slab> constants_;
  const std::shared_ptr<const DecodedPlan> base_;
  mutable std::mutex mutex_;
  mutable std::map<int64_t, std::shared_ptr<const DecodedPlan>> variants_;
  std::vector<std::unique_ptr<Executor>> executors_;
};

}  // namespace ridgeline
