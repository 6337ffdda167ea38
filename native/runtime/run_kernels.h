// One function per instruction: how its work is split over threads. What is split, and where partial results are combined, follows from the
// shape alone wherever it decides bits.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "bind.h"
#include "row_runs.h"
#include "stages.h"
#include "thread_pool.h"

namespace ridgeline {

// What an executor lends to its instructions.
struct Engine {
  const KernelTable* kernels;
  int32_t threads;
  const Parallel* parallel;
  // One per thread and of one thread each, for products that run side by side; empty if no plan has such.
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
// Softmax, argmax, gather, take and put along an axis, guard. Returns -1, or the position of the first bad index (of a guard: of the first
// value that is not finite). RunRange: of rows [begin, end), on the calling thread.
int64_t RunByRows(const Engine& engine, const BoundInstruction& bound);
int64_t RunRange(const KernelTable* kernels, const BoundInstruction& bound, int64_t begin, int64_t end);
int64_t RunScatterAdd(const KernelTable* kernels, int32_t threads, const BoundInstruction& bound);

// What became of a piece of an instruction.
struct PieceResult {
  bool memory;  // scratch could not be had
  int64_t bad;  // as of RunByRows
};
// Units [begin, end) of an instruction (stages.h), or all of it where end < 0, on the calling thread, which is `worker` of the engine's.
PieceResult RunPiece(const Engine& engine, const BoundInstruction& bound, int64_t begin, int64_t end, int32_t worker);

// A run of small instructions in stages (stages.h).
struct StagesResult {
  int64_t instruction;  // that ended the step, or -1
  PieceResult result;
};
StagesResult RunStages(const Engine& engine, const StagedRun& run, const BoundInstruction* instructions);

// memmove, by several threads when that pays. The ranges may be the same memory.
void CopyBytes(int32_t threads, void* to, const void* from, int64_t bytes);
void ZeroBytes(int32_t threads, void* to, int64_t bytes);

}  // namespace ridgeline
