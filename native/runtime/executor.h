// Runs steps of a plan over one model at a time: the bound plans, the scratch and the staging that this takes. Kept by the plan between
// runs, so that in a steady state a step allocates nothing and takes no lock but those of the thread pool.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "bind.h"
#include "run_kernels.h"
#include "slab.h"

namespace ridgeline {

enum class StepEnd : int32_t { kDone, kGuard, kIndex, kMemory };

struct StepResult {
  StepEnd end = StepEnd::kDone;
  int64_t id = 0;           // kGuard
  int64_t instruction = 0;  // not kDone
  int64_t detail = 0;       // kIndex: the position of the bad index. kGuard: of the value
};

// What differs from step to step, or from model to model.
struct StepInput {
  uint8_t* state;
  const uint8_t* scalars;
  uint32_t seed[2];
  uint32_t sample;
  int64_t step;
  bool alone;  // of a run so short that nobody is woken for small instructions
};

class Executor {
 public:
  Executor(const KernelTable* kernels, int32_t threads);
  Executor(const Executor&) = delete;
  Executor& operator=(const Executor&) = delete;

  int32_t threads() const { return engine_.threads; }
  const Engine& engine() const { return engine_; }

  // Gets ready to run a variant of the plan, and chooses it. False when memory could not be had.
  bool Prepare(const std::shared_ptr<const DecodedPlan>& plan);
  // Chooses a variant that was prepared.
  void Choose(const DecodedPlan* plan);
  // Memory where the rows of a port can be gathered; null when it could not be had. At least `bytes`.
  uint8_t* Staging(int32_t port, size_t bytes);

  void SetConstants(const uint8_t* constants) { constants_ = const_cast<uint8_t*>(constants); }
  void SetPort(int32_t port, const uint8_t* data) { ports_[static_cast<size_t>(port)] = const_cast<uint8_t*>(data); }

  StepResult Step(const StepInput& input);

  const uint8_t* OutputData(size_t output) const { return current_->OutputData(output); }
  size_t OutputBytes(size_t output) const { return current_->OutputBytes(output); }

 private:
  StepResult Run(size_t begin, size_t end, int32_t depth, uint64_t iteration);
  StepResult RunStaged(StagedRun* run, int32_t depth, uint64_t iteration);
  // Addresses and random streams of an instruction for this step.
  void Renew(BoundInstruction* bound, uint64_t iteration);
  StepResult RunOne(size_t index, uint64_t iteration);
  // Of a step that ended with a bad index, or a value that is not finite.
  StepResult Bad(size_t index, int64_t position) const;

  ParallelContext context_;
  Engine engine_;
  std::vector<std::unique_ptr<BoundPlan>> bound_;
  BoundPlan* current_ = nullptr;
  std::shared_ptr<Slab> scratch_, partials_;
  std::vector<std::shared_ptr<Slab>> staging_;
  uint8_t* constants_ = nullptr;
  std::vector<uint8_t*> ports_;
  std::vector<uint8_t*> bases_;
  int64_t counters_[kMaxLoops] = {0, 0, 0, 0};
  const StepInput* input_ = nullptr;
  bool in_order_ = false;  // instructions of a staged run one after another
};

}  // namespace ridgeline
