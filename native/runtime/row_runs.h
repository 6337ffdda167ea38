// Runs of instructions that go row by row: each row of one depends on the same row of those before it. Such a run is executed a block of
// rows at a time, while the block lies in the second cache, so that arrays are read from memory once. What runs there are is found in the
// decoded plan, from the bytes that each instruction touches: nothing needs to be believed.
#pragma once
#include <cstdint>
#include <vector>

#include "bind.h"
#include "row_calls.h"

namespace ridgeline {

// How an instruction of a run takes part.
struct RowPart {
  bool columns;    // a sum over the rows
  int64_t step;    // what a row is to its kernel: elements, outer indices, or rows of the sum
  int64_t totals;  // of `columns`: where its totals begin among the run's, in doubles
};

struct RowRun {
  size_t begin, end;  // instructions
  int64_t rows;
  int64_t chunk;      // rows of a task; where there are sums over the rows, that of their split, so that bits follow from the shape
  int64_t block;      // rows at a time
  int64_t row_bytes;  // that a row of a block takes in a cache
  std::vector<RowPart> parts;
  int64_t totals;  // doubles
  bool boxed;      // all parts are compiled loops, and blocks so small that reductions are made ready as boxes
  std::vector<RowCall> calls;
  bool own_values;  // of boxed runs: what instructions hand to one another is scratch that no other instruction touches
};

// Of runs that are boxed: how sums over the rows are kept.
constexpr int64_t kPanelRows = 32;  // rows that are added in float32 before they go to totals
constexpr int64_t kMostColumns = 2048;
constexpr int kMostSums = 4;
constexpr size_t kMostParts = 32;

// The runs of a plan, in order, none within a REPEAT. Sets `keep` of programs whose results are read again within their run.
std::vector<RowRun> FindRowRuns(const DecodedPlan& plan, const KernelTable* kernels, std::vector<BoundInstruction>* instructions);

}  // namespace ridgeline
