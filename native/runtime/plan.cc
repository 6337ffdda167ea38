#include "plan.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "plan_impl.h"
#include "thread_pool.h"

namespace ridgeline {
namespace {

constexpr size_t kMaxVariants = 16;

}  // namespace

std::shared_ptr<Plan> Plan::Create(const double* code, size_t code_length, const uint8_t* constants, size_t constant_bytes,
                                   const double* patches, size_t patch_pairs, std::string* error) {
  auto base = std::make_shared<DecodedPlan>();
  if (!DecodePlan(code, code_length, constant_bytes, 0, base.get(), error)) return nullptr;
  std::vector<PlanImpl::Patch> list;
  list.reserve(patch_pairs);
  for (size_t i = 0; i < patch_pairs; i++) {
    const double position = patches[2 * i], slope = patches[2 * i + 1];
    if (!(position >= static_cast<double>(base->header_length) && position < static_cast<double>(code_length)) ||
        position != std::floor(position)) {
      *error = "Invalid plan: row patch " + std::to_string(i) + " does not point into the code after its header.";
      return nullptr;
    }
    if (!std::isfinite(slope)) {
      *error = "Invalid plan: the slope of row patch " + std::to_string(i) + " is not finite.";
      return nullptr;
    }
    list.push_back({static_cast<size_t>(position), slope});
  }
  std::shared_ptr<Slab> memory = Slab::Create(constant_bytes);
  if (memory == nullptr) {
    *error = "Out of memory for the constants of a plan (" + std::to_string(constant_bytes) + " bytes).";
    return nullptr;
  }
  if (constant_bytes > 0) std::memcpy(memory->data(), constants, constant_bytes);
  return std::make_shared<PlanImpl>(std::vector<double>(code, code + code_length), std::move(list), std::move(memory), std::move(base));
}

std::shared_ptr<const DecodedPlan> PlanImpl::Variant(int64_t rows, std::string* error) const {
  if (rows == base_->capacity) return base_;
  if (rows < 1 || rows > base_->capacity || patches_.empty()) {
    *error = "The plan runs with " + std::string(patches_.empty() ? "exactly " : "1 to ") + std::to_string(base_->capacity) +
             " rows, not with " + std::to_string(rows) + ".";
    return nullptr;
  }
  std::lock_guard<std::mutex> lock(mutex_);
  const auto known = variants_.find(rows);
  if (known != variants_.end()) return known->second;
  std::vector<double> code = code_;
  for (const Patch& patch : patches_) code[patch.position] -= patch.slope * static_cast<double>(base_->capacity - rows);
  auto variant = std::make_shared<DecodedPlan>();
  if (!DecodePlan(code.data(), code.size(), constants_->bytes(), rows, variant.get(), error)) return nullptr;
  if (!SameOutputs(*variant) || variant->writes_state != base_->writes_state) {
    *error = "Invalid plan: with " + std::to_string(rows) + " rows its outputs or its writes are not those of its capacity.";
    return nullptr;
  }
  if (variants_.size() >= kMaxVariants) variants_.clear();
  variants_[rows] = variant;
  return variant;
}

bool PlanImpl::SameOutputs(const DecodedPlan& variant) const {
  if (variant.outputs.size() != base_->outputs.size()) return false;
  for (size_t i = 0; i < variant.outputs.size(); i++) {
    const bool per_row = base_->outputs[i].per_row;
    const int64_t bytes = OutputRef(*base_, i).bytes;
    const int64_t wanted = per_row ? bytes / base_->capacity * variant.rows : bytes;
    if (variant.outputs[i].per_row != per_row || OutputRef(variant, i).bytes != wanted) return false;
  }
  return true;
}

std::unique_ptr<Executor> PlanImpl::TakeExecutor(const KernelTable* kernels, int32_t threads) {
  std::unique_ptr<Executor> executor;
  {
    std::lock_guard<std::mutex> lock(mutex_);
    for (std::unique_ptr<Executor>& waiting : executors_) {
      if (waiting->threads() != threads) continue;
      executor = std::move(waiting);
      waiting = std::move(executors_.back());
      executors_.pop_back();
      break;
    }
  }
  if (executor == nullptr) executor.reset(new Executor(kernels, threads));
  executor->SetConstants(constants());
  return executor;
}

void PlanImpl::GiveExecutor(std::unique_ptr<Executor> executor) {
  std::lock_guard<std::mutex> lock(mutex_);
  // More than this many runs at once are rare, and scratch is large.
  if (executors_.size() < static_cast<size_t>(AvailableCores()) + 1) executors_.push_back(std::move(executor));
}

}  // namespace ridgeline
