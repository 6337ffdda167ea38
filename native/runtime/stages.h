// Small instructions on several threads. One of a microsecond or two is not worth a region of its own, but a run of them is: they are laid
// out in stages, of which each ends with a meeting of the threads. Within a stage, instructions that do not depend on one another run side
// by side, and those that depend on each other row by row follow one another in the thread that has the rows: a layer forward, the next
// one, and the gradients back through both, without a meeting. What depends on what is found in the decoded plan, from the bytes that are
// touched. Rows are computed as they are alone, so that bits do not depend on stages or threads.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "bind.h"
#include "row_runs.h"
#include "stage_pace.h"

namespace ridgeline {

// Units [begin, end) of an instruction, whatever its kernel counts: elements, outer indices, rows. All of one that is not split: {0, -1}.
struct Piece {
  int32_t instruction;
  int64_t begin, end;
};

struct StageState;  // who has done what, of the step that is on

// Pieces [begin, end) of the run's, one after another.
struct StageTask {
  int32_t begin, end;
};

struct StagedRun {
  size_t begin, end;  // instructions
  int32_t threads;
  std::vector<Piece> pieces;
  std::vector<StageTask> tasks;
  // Tasks of a stage for each thread: those of thread t in stage s are [first[s * threads + t], first[s * threads + t + 1]).
  std::vector<int32_t> first;
  int32_t stages;
  int32_t alone;  // stages at the beginning that one thread does by itself
  std::shared_ptr<StageState> state;
  StagePace pace;
};

// Made once for a run.
std::shared_ptr<StageState> NewStageState(const StagedRun& run);

// The runs of a plan that `threads` threads do faster in stages than one does in order; none within a REPEAT or a run of rows.
std::vector<StagedRun> FindStagedRuns(const DecodedPlan& plan, const std::vector<BoundInstruction>& instructions,
                                      const std::vector<RowRun>& row_runs, int32_t threads, int32_t vector_bytes);

}  // namespace ridgeline
