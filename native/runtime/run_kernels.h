// One function per instruction: how its work is split over threads. What is split, and where partial results are combined, follows from the
// shape alone wherever it decides bits.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "bind.h"
#include "row_runs.h"
#include "thread_pool.h"

namespace ridgeline {

// What an executor lends to its instructions.
struct Engine {
  const KernelTable* kernels;
  int32_t threads;
  const Parallel* parallel;
  // One per thread and of one thread each, for products that run side by side; empty if the plan has none.
  std::vector<std::unique_ptr<ParallelContext>> singles;
  uint8_t* partials;  // BoundPlan::partial_bytes
};

void RunElementwise(const Engine& engine, const BoundInstruction& bound);
void RunReduce(const Engine& engine, const BoundInstruction& bound);
// Of a reduction in chunks: totals[inner] of no rows, and the result from totals[outer, chunks, inner].
void ClearTotals(const BoundInstruction& bound, double* totals);
void CombineTotals(const BoundInstruction& bound, double* totals);
// Instructions of a run, block by block.
void RunRows(const Engine& engine, const RowRun& run, const BoundInstruction* instructions);
// False when scratch could not be had.
bool RunGemm(const Engine& engine, const BoundInstruction& bound);
void RunSoftmax(const Engine& engine, const BoundInstruction& bound);
void RunArgmax(const Engine& engine, const BoundInstruction& bound);
// These return -1, or the position of the first bad index (RunGuard: of the first value that is not finite).
int64_t RunGather(const Engine& engine, const BoundInstruction& bound);
int64_t RunScatterAdd(const Engine& engine, const BoundInstruction& bound);
int64_t RunTakeAlong(const Engine& engine, const BoundInstruction& bound);
int64_t RunPutAlong(const Engine& engine, const BoundInstruction& bound);
int64_t RunGuard(const Engine& engine, const BoundInstruction& bound);

// memmove, by several threads when that pays. The ranges may be the same memory.
void CopyBytes(int32_t threads, void* to, const void* from, int64_t bytes);
void ZeroBytes(int32_t threads, void* to, int64_t bytes);

}  // namespace ridgeline
