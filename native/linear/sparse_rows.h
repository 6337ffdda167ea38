// Sparse rows as algorithms are given them, and their check.
#pragma once
#include "check.h"

namespace ridgeline {
namespace linear {

// The stored numbers, their columns (ascending within a row), and where each row begins, rows + 1 positions. All null for a dense X.
struct SparseRows {
  const double* values = nullptr;
  const int32_t* index = nullptr;
  const int32_t* start = nullptr;
};

// Whether inputs at these places are the three parts, so that whoever goes through the rows stays within memory. Else false, and why.
inline bool SparseRowsFit(const Problem& problem, size_t values, size_t index, size_t start, int64_t rows, int64_t columns,
                          std::string* why) {
  const int64_t count = values < problem.inputs.size() ? problem.inputs[values].length : -1;
  if (!InputIs(problem, values, count, "data", why) || !IndicesAre(problem, index, count, "indices", why) ||
      !IndicesAre(problem, start, rows + 1, "indptr", why))
    return false;
  const int32_t *at = problem.inputs[index].i32, *from = problem.inputs[start].i32;
  bool good = from[0] == 0 && from[rows] == count;
  for (int64_t i = 0; good && i < rows; i++) good = from[i] >= 0 && from[i + 1] >= from[i] && from[i + 1] <= count;
  for (int64_t i = 0; good && i < rows; i++) {
    for (int32_t k = from[i]; k < from[i + 1]; k++) good &= at[k] >= 0 && at[k] < columns && (k == from[i] || at[k] > at[k - 1]);
  }
  if (!good) *why = "expected ascending columns in every row, and positions of rows that ascend";
  return good;
}

inline SparseRows SparseRowsOf(const Problem& problem, size_t values, size_t index, size_t start) {
  return {problem.inputs[values].f64, problem.inputs[index].i32, problem.inputs[start].i32};
}

}  // namespace linear
}  // namespace ridgeline
