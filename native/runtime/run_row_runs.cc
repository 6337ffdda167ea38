// Executes a run of instructions block by block of rows.
#include <algorithm>

#include "ranges.h"
#include "run_kernels.h"

namespace ridgeline {
namespace {

// Rows [begin, end) of a sum over all rows into totals, or of any other instruction.
template <typename T, typename Ew, typename Reduce, typename ReduceInto>
void RunPart(const BoundInstruction& bound, const RowPart& part, int64_t begin, int64_t end, double* totals, Ew ew, Reduce reduce,
             ReduceInto reduce_into) {
  begin *= part.step;
  end *= part.step;
  if (bound.in->opcode == kEw) {
    ew(&bound.task.ew, begin, end);
  } else if (part.columns) {
    reduce_into(&bound.task, 0, begin, end, totals);
  } else {
    reduce(&bound.task, begin, end, static_cast<T*>(bound.pointers[0]) + begin * bound.task.inner);
  }
}

}  // namespace

void RunRows(const Engine& engine, const RowRun& run, const BoundInstruction* instructions) {
  const KernelTable* kernels = engine.kernels;
  double* totals = reinterpret_cast<double*>(engine.partials);
  const int64_t chunk = run.chunk > 0 ? run.chunk : std::max(run.block, ChunkOf(engine.threads, run.rows, run.block, run.block));
  ForRanges(engine.threads, (run.rows + chunk - 1) / chunk, 1, [&](int64_t first, int64_t last, int32_t) {
    for (int64_t c = first; c < last; c++) {
      const int64_t stop = std::min(run.rows, (c + 1) * chunk);
      for (size_t k = 0; k < run.parts.size(); k++) {
        const BoundInstruction& bound = instructions[run.begin + k];
        if (run.parts[k].columns) ClearTotals(bound, totals + run.parts[k].totals + c * bound.task.inner);
      }
      for (int64_t row = c * chunk; row < stop; row += run.block) {
        const int64_t end = std::min(stop, row + run.block);
        for (size_t k = 0; k < run.parts.size(); k++) {
          const BoundInstruction& bound = instructions[run.begin + k];
          const RowPart& part = run.parts[k];
          double* to = part.columns ? totals + part.totals + c * bound.task.inner : nullptr;
          if (bound.in->type == kF64) {
            RunPart<double>(bound, part, row, end, to, kernels->ew_f64, kernels->reduce_f64, kernels->reduce_into_f64);
          } else {
            RunPart<float>(bound, part, row, end, to, kernels->ew_f32, kernels->reduce_f32, kernels->reduce_into_f32);
          }
        }
      }
    }
  });
  for (size_t k = 0; k < run.parts.size(); k++) {
    if (run.parts[k].columns) CombineTotals(instructions[run.begin + k], totals + run.parts[k].totals);
  }
}

}  // namespace ridgeline
