#include "executor.h"

#include <algorithm>
#include <chrono>

namespace ridgeline {
namespace {

// Variants kept bound at a time. A run has at most two row counts.
constexpr size_t kMaxBound = 8;

// A slab of at least `bytes` in *slab; what was there may be lost.
bool Ensure(std::shared_ptr<Slab>* slab, size_t bytes) {
  if (*slab != nullptr && (*slab)->bytes() >= bytes) return true;
  slab->reset();
  *slab = Slab::Create(bytes);
  return *slab != nullptr;
}

}  // namespace

Executor::Executor(const KernelTable* kernels, int32_t threads) : context_(threads) {
  engine_.kernels = kernels;
  engine_.threads = threads;
  engine_.parallel = context_.parallel();
  engine_.partials = nullptr;
}

bool Executor::Prepare(const std::shared_ptr<const DecodedPlan>& plan) {
  Choose(plan.get());
  if (current_ != nullptr) {
    // Most recently prepared last: the first is the one to drop.
    const auto at =
        std::find_if(bound_.begin(), bound_.end(), [this](const std::unique_ptr<BoundPlan>& bound) { return bound.get() == current_; });
    std::rotate(at, at + 1, bound_.end());
    return true;
  }
  if (bound_.size() >= kMaxBound) bound_.erase(bound_.begin());
  std::unique_ptr<BoundPlan> bound(new BoundPlan(plan, engine_.kernels, engine_.threads));
  if (!Ensure(&scratch_, static_cast<size_t>(plan->scratch_bytes)) || !Ensure(&partials_, static_cast<size_t>(bound->partial_bytes()))) {
    // What was bound before may count on memory that is gone.
    bound_.clear();
    return false;
  }
  engine_.partials = partials_->data();
  if (bound->side_by_side() && engine_.threads > 1) {
    while (engine_.singles.size() < static_cast<size_t>(engine_.threads)) engine_.singles.emplace_back(new ParallelContext(1));
  }
  ports_.resize(plan->ports.size(), nullptr);
  staging_.resize(plan->ports.size());
  bases_.resize(kFirstPort + plan->ports.size());
  current_ = bound.get();
  bound_.push_back(std::move(bound));
  return true;
}

void Executor::Choose(const DecodedPlan* plan) {
  if (current_ != nullptr && &current_->plan() == plan) return;
  current_ = nullptr;
  for (const std::unique_ptr<BoundPlan>& bound : bound_) {
    if (&bound->plan() == plan) current_ = bound.get();
  }
}

uint8_t* Executor::Staging(int32_t port, size_t bytes) {
  std::shared_ptr<Slab>* slab = &staging_[static_cast<size_t>(port)];
  return Ensure(slab, bytes) ? (*slab)->data() : nullptr;
}

StepResult Executor::Step(const StepInput& input) {
  input_ = &input;
  bases_[kState] = input.state;
  bases_[kScratch] = scratch_->data();
  bases_[kConstant] = constants_;
  bases_[kScalar] = const_cast<uint8_t*>(input.scalars);
  std::copy(ports_.begin(), ports_.end(), bases_.begin() + kFirstPort);
  current_->Rebase(bases_);
  return Run(0, current_->instructions().size(), 0, 0);
}

StepResult Executor::Run(size_t begin, size_t end, int32_t depth, uint64_t iteration) {
  for (size_t i = begin; i < end; i++) {
    const BoundInstruction& bound = current_->instructions()[i];
    const Instruction& in = *bound.in;
    if (bound.staged_run >= 0 && !input_->alone && !in_order_) {
      StagedRun* run = current_->staged_run(bound.staged_run);
      const StepResult result = RunStaged(run, depth, iteration);
      if (result.end != StepEnd::kDone) return result;
      i = run->end - 1;
      continue;
    }
    if (bound.row_run >= 0) {
      const RowRun& run = current_->row_run(bound.row_run);
      for (; i < run.end; i++) Renew(&current_->instructions()[i], iteration);
      RunRows(engine_, run, current_->instructions().data());
      i--;
      continue;
    }
    if (in.opcode != kRepeat) {
      const StepResult result = RunOne(i, iteration);
      if (result.end != StepEnd::kDone) return result;
      continue;
    }
    const uint64_t count = static_cast<uint64_t>(in.sizes[1]);
    const size_t body = static_cast<size_t>(in.sizes[2]);
    for (uint64_t k = 0; body > 0 && k < count; k++) {
      counters_[depth] = static_cast<int64_t>(k);
      // Unsigned, since only the low bits are ever used.
      const StepResult result = Run(i + 1, i + 1 + body, depth + 1, iteration * count + k);
      if (result.end != StepEnd::kDone) return result;
    }
    i += body;
  }
  return StepResult();
}

StepResult Executor::RunStaged(StagedRun* run, int32_t depth, uint64_t iteration) {
  using Clock = std::chrono::steady_clock;
  const bool timed = run->pace.Timed();
  const Clock::time_point start = timed ? Clock::now() : Clock::time_point();
  StepResult result;
  if (run->pace.InStages()) {
    BoundInstruction* instructions = current_->instructions().data();
    for (size_t i = run->begin; i < run->end; i++) Renew(&instructions[i], iteration);
    const StagesResult ended = RunStages(engine_, *run, instructions);
    if (ended.result.memory) return {StepEnd::kMemory, 0, ended.instruction, 0};
    if (ended.instruction >= 0) return Bad(static_cast<size_t>(ended.instruction), ended.result.bad);
  } else {
    in_order_ = true;
    result = Run(run->begin, run->end, depth, iteration);
    in_order_ = false;
  }
  if (timed) run->pace.Took(std::chrono::nanoseconds(Clock::now() - start).count());
  // To wake a thread up takes longer than all that is tried.
  if (run->pace.KeepsAwake())
    ParallelFor(
        run->threads, run->threads, [](void*, int64_t, int32_t) {}, nullptr);
  run->pace.Next();
  return result;
}

void Executor::Renew(BoundInstruction* bound, uint64_t iteration) {
  if (bound->loops_begin != bound->loops_end) current_->FollowLoops(*bound, counters_);
  if (!bound->random) return;
  EwTask* task = &bound->task.ew;
  task->seed[0] = input_->seed[0];
  task->seed[1] = input_->seed[1];
  task->step[0] = static_cast<uint32_t>(input_->step);
  task->step[1] = input_->sample + (static_cast<uint32_t>(iteration) << 16);
}

StepResult Executor::RunOne(size_t index, uint64_t iteration) {
  BoundInstruction& bound = current_->instructions()[index];
  Renew(&bound, iteration);
  StepResult result;
  result.instruction = static_cast<int64_t>(index);
  int64_t bad = -1;
  switch (bound.in->opcode) {
    case kEw:
      RunElementwise(engine_, bound);
      break;
    case kReduce:
      RunReduce(engine_, bound);
      break;
    case kGemm:
      if (!RunGemm(engine_, bound)) result.end = StepEnd::kMemory;
      break;
    case kScatterAdd:
      bad = RunScatterAdd(engine_.kernels, engine_.threads, bound);
      break;
    case kCopy:
      CopyBytes(engine_.threads, bound.pointers[0], bound.pointers[1], bound.in->sizes[0]);
      break;
    default:
      bad = RunByRows(engine_, bound);
      break;
  }
  return bad < 0 ? result : Bad(index, bad);
}

StepResult Executor::Bad(size_t index, int64_t position) const {
  const Instruction& in = *current_->instructions()[index].in;
  StepResult result;
  result.instruction = static_cast<int64_t>(index);
  result.detail = position;
  result.end = in.opcode == kGuard ? StepEnd::kGuard : StepEnd::kIndex;
  if (in.opcode == kGuard) result.id = in.sizes[1];
  return result;
}

}  // namespace ridgeline
