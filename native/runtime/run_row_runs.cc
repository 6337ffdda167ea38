// Executes a run of instructions block by block of rows.
#include <algorithm>
#include <cstring>

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

// What a run of boxes is made ready as: a box per call, and one loop for all calls where there is one.
struct Ready {
  ReduceBox boxes[kMostParts];
  RowSweep sweep;
  bool swept;
};

void FillReady(const KernelTable* kernels, const RowRun& run, const BoundInstruction* instructions, Ready* ready) {
  SweepPart parts[kMostSwept];
  for (size_t c = 0; c < run.calls.size(); c++) {
    const RowCall& call = run.calls[c];
    const bool reduces = instructions[call.begin].in->opcode == kReduce;
    if (reduces) FillBoxOf(kernels, call, instructions, &ready->boxes[c]);
    if (c >= kMostSwept) continue;
    const SweepKind kind = !reduces ? kSweepValues : run.parts[call.begin - run.begin].columns ? kSweepColumns : kSweepSums;
    parts[c] = {kind, reduces ? &ready->boxes[c] : nullptr, &instructions[call.begin].task.ew, {}};
    for (size_t i = call.begin; reduces && i < call.end; i++)
      parts[c].out[i - call.begin] = static_cast<float*>(instructions[i].pointers[0]);
  }
  ready->swept =
      run.calls.size() <= kMostSwept && kernels->fill_sweep(parts, static_cast<int32_t>(run.calls.size()), run.own_values, &ready->sweep);
}

// Rows [begin, end) of a run of boxes, which are a chunk of its sums: panel by panel, and within a panel block by block.
void RunBoxes(const KernelTable* kernels, const RowRun& run, const BoundInstruction* instructions, const Ready& ready, int64_t begin,
              int64_t end, double* totals, int64_t chunk) {
  // Sums over the rows lie a little apart, so that their addresses are not alike in the last twelve bits.
  constexpr int64_t kApart = kMostColumns + 144;
  alignas(64) float sums[kMostSums * kApart];
  for (int64_t row = begin; row < end; row += kPanelRows) {
    const int64_t stop = std::min(end, row + kPanelRows);
    float* cleared = sums;
    for (size_t k = 0; k < run.parts.size(); k++) {
      if (!run.parts[k].columns) continue;
      std::memset(cleared, 0, static_cast<size_t>(instructions[run.begin + k].task.inner) * sizeof(float));
      cleared += kApart;
    }
    int64_t swept = row;
    if (ready.swept) {
      swept += (stop - row) / kSweptRows * kSweptRows;
      float* columns[kMostSums];
      for (int k = 0; k < kMostSums; k++) columns[k] = sums + k * kApart;
      // The values of all panels in one place: a new one misses the caches.
      kernels->run_sweep(&ready.sweep, row, swept, begin, columns);
    }
    for (int64_t first = swept; first < stop; first += run.block) {
      const int64_t last = std::min(stop, first + run.block);
      float* columns = sums;
      for (size_t c = 0; c < run.calls.size(); c++) {
        const RowCall& call = run.calls[c];
        const RowPart& part = run.parts[call.begin - run.begin];
        const int64_t step = part.step;
        if (instructions[call.begin].in->opcode == kEw) {
          kernels->ew_f32(&instructions[call.begin].task.ew, first * step, last * step);
          continue;
        }
        float* out[kMostTogether];
        for (size_t i = call.begin; i < call.end; i++) {
          out[i - call.begin] = part.columns ? columns : static_cast<float*>(instructions[i].pointers[0]) + first * step;
          if (part.columns) columns += kApart;
        }
        kernels->run_box(&ready.boxes[c], first * step, last * step, out);
      }
    }
    const float* columns = sums;
    for (size_t k = 0; k < run.parts.size(); k++) {
      if (!run.parts[k].columns) continue;
      const int64_t inner = instructions[run.begin + k].task.inner;
      kernels->add_to_totals(columns, totals + run.parts[k].totals + chunk * inner, inner);
      columns += kApart;
    }
  }
}

}  // namespace

void RunRows(const Engine& engine, const RowRun& run, const BoundInstruction* instructions) {
  const KernelTable* kernels = engine.kernels;
  double* totals = reinterpret_cast<double*>(engine.partials);
  const int64_t chunk = run.chunk > 0 ? run.chunk : std::max(run.block, ChunkOf(engine.threads, run.rows, run.block, run.block));
  Ready ready;
  if (run.boxed) FillReady(kernels, run, instructions, &ready);
  ForRanges(engine.threads, (run.rows + chunk - 1) / chunk, 1, [&](int64_t first, int64_t last, int32_t) {
    for (int64_t c = first; c < last; c++) {
      const int64_t stop = std::min(run.rows, (c + 1) * chunk);
      for (size_t k = 0; k < run.parts.size(); k++) {
        const BoundInstruction& bound = instructions[run.begin + k];
        if (run.parts[k].columns) ClearTotals(bound, totals + run.parts[k].totals + c * bound.task.inner);
      }
      if (run.boxed) {
        RunBoxes(kernels, run, instructions, ready, c * chunk, stop, totals, c);
        continue;
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
