// What algorithms that take a dense or a sparse X are given first, and its check.
// numbers: rows, columns, outputs, sparse; inputs: x (row-major, or the stored numbers), y [rows, outputs], index, start (of a sparse X:
// columns of the stored numbers, ascending within a row, and rows + 1 positions), weights (or none).
#pragma once
#include "design.h"
#include "sparse_rows.h"

namespace ridgeline {
namespace linear {

struct SparseSizes {
  int64_t rows, columns, outputs, sparse;
};

inline bool OptionalInput(const Problem& problem, size_t index, int64_t length, const char* name, std::string* why) {
  return (index < problem.inputs.size() && problem.inputs[index].length == 0) || InputIs(problem, index, length, name, why);
}

inline bool CheckSizes(const Problem& problem, SparseSizes* s, std::string* why) {
  return IntegerAt(problem, 0, 1, kMaxSize, "rows", &s->rows, why) && IntegerAt(problem, 1, 1, kMaxSize, "columns", &s->columns, why) &&
         IntegerAt(problem, 2, 1, kMaxSize, "outputs", &s->outputs, why) && IntegerAt(problem, 3, 0, 1, "sparse", &s->sparse, why);
}

inline bool CheckSource(const Problem& problem, SparseSizes* s, std::string* why) {
  if (!CheckSizes(problem, s, why) || !InputIs(problem, 1, s->rows * s->outputs, "y", why) ||
      !OptionalInput(problem, 4, s->rows, "weights", why))
    return false;
  if (!s->sparse) return InputIs(problem, 0, s->rows * s->columns, "x", why);
  return SparseRowsFit(problem, 0, 2, 3, s->rows, s->columns, why);
}

inline Source SourceOf(const Problem& problem, const SparseSizes& s) {
  Source source;
  source.rows = s.rows;
  source.columns = s.columns;
  source.x = problem.inputs[0].f64;
  if (s.sparse) {
    source.index = problem.inputs[2].i32;
    source.start = problem.inputs[3].i32;
  }
  if (problem.inputs[4].length > 0) source.weight = problem.inputs[4].f64;
  return source;
}

}  // namespace linear
}  // namespace ridgeline
