// What a run of rows executes one after another for each block: a program, or neighbouring reductions that one loop does together.
#pragma once
#include <cstdint>
#include <vector>

#include "bind.h"

namespace ridgeline {

struct RowCall {
  size_t begin, end;                          // instructions
  std::vector<std::vector<int32_t>> sources;  // of each reduction (ReducePart)
};

// The calls of the instructions [begin, end). `joins`: all have compiled loops, and reductions are to go together where a loop does them.
std::vector<RowCall> FormCalls(const DecodedPlan& plan, const KernelTable* kernels, const std::vector<BoundInstruction>& instructions,
                               size_t begin, size_t end, bool joins);

// The reductions of a call as one box; false where no loop does them.
bool FillBoxOf(const KernelTable* kernels, const RowCall& call, const BoundInstruction* instructions, ReduceBox* box);

}  // namespace ridgeline
