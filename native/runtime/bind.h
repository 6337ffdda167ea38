// A decoded plan with its addresses filled in, ready to run again and again: everything that a step needs is allocated here.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "plan_decode.h"

namespace ridgeline {

// A pointer that is base of a space + offset (+ strides of loops).
struct Fixup {
  void** slot;
  int32_t space;
  int64_t offset;
  const Ref* ref;
};

// How a reduction is split along its reduced axis: by its shape alone, since it decides the order of additions.
struct ReduceSplit {
  int64_t rows;    // of a chunk
  int64_t chunks;  // 1: not split
};
ReduceSplit SplitReduction(int32_t type, int64_t outer, int64_t reduced, int64_t inner);

struct BoundInstruction {
  const Instruction* in;
  void* pointers[3];  // of in->refs
  ReduceTask task;    // task.ew: the program, if there is one
  int64_t weight;     // what an element of the program costs, in simple operations
  bool random;
  ReduceSplit split;
  size_t loops_begin, loops_end;  // of the fixups to do before each execution
  int32_t row_run;                // number of the run that begins here (row_runs.h), or -1
  int32_t staged_run;             // the same of a run in stages (stages.h)
};

struct RowRun;
struct StagedRun;

class BoundPlan {
 public:
  BoundPlan(std::shared_ptr<const DecodedPlan> plan, const KernelTable* kernels, int32_t threads);
  ~BoundPlan();
  BoundPlan(const BoundPlan&) = delete;
  BoundPlan& operator=(const BoundPlan&) = delete;

  const DecodedPlan& plan() const { return *plan_; }
  std::vector<BoundInstruction>& instructions() { return instructions_; }
  const RowRun& row_run(int32_t number) const;
  StagedRun* staged_run(int32_t number);
  int64_t partial_bytes() const { return partial_bytes_; }
  // Whether products run beside one another, each on one thread.
  bool side_by_side() const { return side_by_side_; }

  // bases[space] is where a space begins. Only addresses in spaces whose base is not what it was are written anew.
  void Rebase(const std::vector<uint8_t*>& bases);
  // Addresses of the operands of an instruction that follow loops.
  void FollowLoops(const BoundInstruction& instruction, const int64_t* counters);
  // Where an output lies.
  const uint8_t* OutputData(size_t output) const { return bases_[static_cast<size_t>(RefOf(output).space)] + RefOf(output).offset; }
  size_t OutputBytes(size_t output) const { return static_cast<size_t>(RefOf(output).bytes); }

 private:
  const Ref& RefOf(size_t output) const { return plan_->refs[static_cast<size_t>(plan_->outputs[output].ref)]; }
  void BindProgram(const KernelTable* kernels, const Program& program, BoundInstruction* to);
  void BindPointer(int32_t ref, void** slot);

  std::shared_ptr<const DecodedPlan> plan_;
  std::vector<BoundInstruction> instructions_;
  std::vector<EwOperand> operands_;           // of all programs; sized before the first is bound
  std::vector<std::vector<Fixup>> by_space_;  // without loops
  std::vector<Fixup> looped_;
  std::vector<uint8_t*> bases_;
  std::vector<RowRun> row_runs_;
  std::vector<StagedRun> staged_runs_;
  int64_t partial_bytes_ = 0;
  bool side_by_side_ = false;
};

}  // namespace ridgeline
