// What algorithms that take a dense or a sparse X are given first, and its check.
// numbers: rows, columns, outputs, sparse; inputs: x (row-major, or the stored numbers), y [rows, outputs], index, start (of a sparse X:
// columns of the stored numbers, ascending within a row, and rows + 1 positions), weights (or none).
#pragma once
#include "check.h"
#include "design.h"

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
  const int64_t count = problem.inputs[0].length;
  if (!InputIs(problem, 0, count, "data", why) || !IndicesAre(problem, 2, count, "indices", why) ||
      !IndicesAre(problem, 3, s->rows + 1, "indptr", why))
    return false;
  const int32_t *index = problem.inputs[2].i32, *start = problem.inputs[3].i32;
  bool good = start[0] == 0 && start[s->rows] == count;
  for (int64_t i = 0; good && i < s->rows; i++) good = start[i] >= 0 && start[i + 1] >= start[i] && start[i + 1] <= count;
  for (int64_t i = 0; good && i < s->rows; i++) {
    for (int32_t k = start[i]; k < start[i + 1]; k++)
      good &= index[k] >= 0 && index[k] < s->columns && (k == start[i] || index[k] > index[k - 1]);
  }
  if (!good) *why = "expected ascending columns in every row, and positions of rows that ascend";
  return good;
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
