#include "bind.h"

#include <algorithm>

#include "row_runs.h"
#include "stages.h"

namespace ridgeline {
namespace {

constexpr int64_t kFewRows = 16;  // outer rows from which they are enough to share out

// In units of an addition; measured on the kernels, to the nearest power of two.
int64_t WeightOf(const EwInstr& instr) {
  if (instr.op == kEwUniform || instr.op == kEwBernoulli) return 8;
  if (instr.op == kEwNormal || instr.op == kEwPow) return 16;
  if (instr.op == kEwGelu || (instr.op >= kEwExp && instr.op <= kEwSoftplus && instr.op != kEwSqrt)) return 4;
  return 1;
}

}  // namespace

ReduceSplit SplitReduction(int32_t type, int64_t outer, int64_t reduced, int64_t inner) {
  if (inner < 1 || outer >= kFewRows) return {reduced, 1};
  int64_t rows = std::max<int64_t>(8192, (reduced + 63) / 64);
  if (inner > 1) {
    const int64_t panel = PanelRows(inner, type == kF64 ? 128 : 256);
    rows = (std::max<int64_t>(16384 / inner, (reduced + 31) / 32) + panel - 1) / panel * panel;
  }
  if (reduced < 2 * rows) return {reduced, 1};
  return {rows, (reduced + rows - 1) / rows};
}

BoundPlan::BoundPlan(std::shared_ptr<const DecodedPlan> plan, const KernelTable* kernels, int32_t threads)
    : plan_(std::move(plan)), by_space_(kFirstPort + plan_->ports.size()) {
  size_t operands = 0;
  for (const Program& program : plan_->programs) operands += program.inputs.size() + program.outputs.size();
  operands_.reserve(operands);
  // Fixups point into the instructions: none may move.
  instructions_.resize(plan_->instructions.size());
  for (size_t i = 0; i < instructions_.size(); i++) {
    const Instruction& in = plan_->instructions[i];
    BoundInstruction& bound = instructions_[i];
    bound = BoundInstruction();
    bound.row_run = bound.staged_run = -1;
    bound.in = &in;
    bound.loops_begin = looped_.size();
    for (int k = 0; k < 3; k++) BindPointer(in.refs[k], &bound.pointers[k]);
    if (in.program >= 0) BindProgram(kernels, plan_->programs[static_cast<size_t>(in.program)], &bound);
    bound.loops_end = looped_.size();
    if (in.opcode == kGemm && in.sizes[3] > 1) side_by_side_ = true;
    if (in.opcode == kReduce) {
      bound.task.op = in.flags[0];
      bound.task.reg = in.flags[1];
      bound.task.outer = in.sizes[0];
      bound.task.reduced = in.sizes[1];
      bound.task.inner = in.sizes[2];
      bound.task.ew.loop = in.type == kF32 ? kernels->find_reduce_loop(&bound.task) : 0;
      bound.split = SplitReduction(in.type, in.sizes[0], in.sizes[1], in.sizes[2]);
      if (bound.split.chunks > 1) {
        partial_bytes_ = std::max(partial_bytes_, in.sizes[0] * bound.split.chunks * in.sizes[2] * int64_t{sizeof(double)});
      }
    }
  }
  row_runs_ = FindRowRuns(*plan_, kernels, &instructions_);
  for (size_t i = 0; i < row_runs_.size(); i++) {
    instructions_[row_runs_[i].begin].row_run = static_cast<int32_t>(i);
    partial_bytes_ = std::max(partial_bytes_, row_runs_[i].totals * int64_t{sizeof(double)});
  }
  staged_runs_ = FindStagedRuns(*plan_, instructions_, row_runs_, threads, kernels->vector_bytes);
  for (size_t i = 0; i < staged_runs_.size(); i++) instructions_[staged_runs_[i].begin].staged_run = static_cast<int32_t>(i);
  if (!staged_runs_.empty()) side_by_side_ = true;
}

BoundPlan::~BoundPlan() = default;

const RowRun& BoundPlan::row_run(int32_t number) const { return row_runs_[static_cast<size_t>(number)]; }
StagedRun* BoundPlan::staged_run(int32_t number) { return &staged_runs_[static_cast<size_t>(number)]; }

void BoundPlan::BindProgram(const KernelTable* kernels, const Program& program, BoundInstruction* to) {
  EwTask* task = &to->task.ew;
  task->rank = program.rank;
  task->n_inputs = static_cast<int32_t>(program.inputs.size());
  task->n_outputs = static_cast<int32_t>(program.outputs.size());
  task->n_instrs = static_cast<int32_t>(program.instrs.size());
  task->n_registers = program.registers;
  std::copy(program.dims, program.dims + kMaxRank, task->dims);
  task->size = program.size;
  task->instrs = program.instrs.data();
  task->inputs = operands_.data() + operands_.size();
  for (size_t i = 0; i < program.inputs.size(); i++) {
    operands_.push_back(program.inputs[i]);
    BindPointer(program.input_refs[i], &operands_.back().base);
  }
  task->outputs = operands_.data() + operands_.size();
  for (size_t i = 0; i < program.outputs.size(); i++) {
    operands_.push_back(program.outputs[i]);
    BindPointer(program.output_refs[i], &operands_.back().base);
  }
  task->loop = to->in->opcode != kReduce && to->in->type == kF32 ? kernels->find_ew_loop(task) : 0;
  to->random = program.random;
  to->weight = 1 + task->n_inputs + task->n_outputs;
  for (const EwInstr& instr : program.instrs) to->weight += WeightOf(instr);
}

void BoundPlan::BindPointer(int32_t number, void** slot) {
  *slot = nullptr;
  if (number < 0) return;
  const Ref& ref = plan_->refs[static_cast<size_t>(number)];
  if (ref.loop_count > 0) {
    looped_.push_back({slot, ref.space, ref.offset, &ref});
  } else {
    by_space_[static_cast<size_t>(ref.space)].push_back({slot, ref.space, ref.offset, &ref});
  }
}

void BoundPlan::Rebase(const std::vector<uint8_t*>& bases) {
  const bool first = bases_.empty();
  for (size_t space = 0; space < by_space_.size(); space++) {
    if (!first && bases_[space] == bases[space]) continue;
    for (const Fixup& fixup : by_space_[space]) *fixup.slot = bases[space] + fixup.offset;
  }
  bases_ = bases;
}

void BoundPlan::FollowLoops(const BoundInstruction& instruction, const int64_t* counters) {
  for (size_t i = instruction.loops_begin; i < instruction.loops_end; i++) {
    const Fixup& fixup = looped_[i];
    int64_t offset = fixup.offset;
    for (int32_t k = 0; k < fixup.ref->loop_count; k++) offset += fixup.ref->loops[k].stride * counters[fixup.ref->loops[k].level];
    *fixup.slot = bases_[static_cast<size_t>(fixup.space)] + offset;
  }
}

}  // namespace ridgeline
