// The nearest rows by Euclidean distance, by brute force: all distances come from one product of matrices, which loses digits where points
// are close; those that may be among the nearest are measured again, so that the result is that of exact distances.
#include <algorithm>
#include <cfloat>
#include <cmath>
#include <vector>

#include "algorithms.h"
#include "check.h"
#include "dense.h"

namespace ridgeline {
namespace linear {
namespace {

// Distances that are held at a time.
constexpr int64_t kBlockNumbers = int64_t{1} << 20;

// numbers: rows, columns, queries, neighbors; inputs: x[rows, columns], queries[queries, columns].
// outputs: positions[queries, neighbors], distances[queries, neighbors], nearest first, of equal ones the first row first.
bool Check(const Problem& problem, std::string* why) {
  int64_t rows, columns, queries, neighbors;
  return IntegerAt(problem, 0, 1, kMaxSize, "rows", &rows, why) && SizeAt(problem, 1, "columns", &columns, why) &&
         SizeAt(problem, 2, "queries", &queries, why) &&
         IntegerAt(problem, 3, 1, static_cast<double>(rows), "neighbors", &neighbors, why) &&
         InputIs(problem, 0, rows * columns, "x", why) && InputIs(problem, 1, queries * columns, "queries", why) &&
         OutputIs(problem, 0, queries * neighbors, "positions", why) && OutputIs(problem, 1, queries * neighbors, "distances", why);
}

void Squares(const Context& context, const double* x, int64_t rows, int64_t columns, double* squares) {
  ParallelParts(context, rows, 512, [&](int64_t begin, int64_t end) {
    for (int64_t i = begin; i < end; i++) squares[i] = context.kernels->dot_f64(x + i * columns, x + i * columns, columns);
  });
}

// Squared distance, and row.
using Candidate = std::pair<double, int64_t>;

End Run(Problem* problem, const Context& context) {
  const int64_t rows = static_cast<int64_t>(problem->numbers[0]), columns = static_cast<int64_t>(problem->numbers[1]);
  const int64_t queries = static_cast<int64_t>(problem->numbers[2]), neighbors = static_cast<int64_t>(problem->numbers[3]);
  const double* x = problem->inputs[0].f64;
  const double* asked = problem->inputs[1].f64;
  const int64_t block = std::max(int64_t{1}, std::min(queries, kBlockNumbers / rows));
  Doubles row_squares, query_squares, distances;
  if (!row_squares.Allocate(rows) || !query_squares.Allocate(queries) || !distances.Allocate(block * rows)) return End::kMemory;
  Squares(context, x, rows, columns, row_squares.get());
  Squares(context, asked, queries, columns, query_squares.get());
  const double largest = *std::max_element(row_squares.get(), row_squares.get() + rows);
  for (int64_t first = 0; first < queries; first += block) {
    if (context.Stopped()) return End::kStopped;
    const int64_t count = std::min(block, queries - first);
    if (!Product(context, count, rows, columns, -2, asked + first * columns, columns, false, x, columns, true, 0, distances.get(), rows))
      return End::kMemory;
    ParallelParts(context, count, 4, [&](int64_t begin, int64_t end) {
      std::vector<double> sorted(static_cast<size_t>(rows));
      std::vector<Candidate> near;
      for (int64_t q = begin; q < end; q++) {
        double* d = distances.get() + q * rows;
        // Without the query's own square, which is the same for all.
        for (int64_t i = 0; i < rows; i++) d[i] += row_squares[i];
        std::copy(d, d + rows, sorted.begin());
        std::nth_element(sorted.begin(), sorted.begin() + (neighbors - 1), sorted.end());
        // What rounding may have done to two of them.
        const double slack = 4 * static_cast<double>(columns + 4) * DBL_EPSILON * (query_squares[first + q] + largest);
        const double limit = sorted[static_cast<size_t>(neighbors - 1)] + slack;
        near.clear();
        const double* query = asked + (first + q) * columns;
        for (int64_t i = 0; i < rows; i++) {
          if (!(d[i] <= limit)) continue;
          double sum = 0;
          for (int64_t c = 0; c < columns; c++) sum += (query[c] - x[i * columns + c]) * (query[c] - x[i * columns + c]);
          near.push_back({sum, i});
        }
        std::partial_sort(near.begin(), near.begin() + std::min<int64_t>(neighbors, static_cast<int64_t>(near.size())), near.end());
        for (int64_t k = 0; k < neighbors && k < static_cast<int64_t>(near.size()); k++) {
          const int64_t at = (first + q) * neighbors + k;
          problem->outputs[0].data[at] = static_cast<double>(near[static_cast<size_t>(k)].second);
          problem->outputs[1].data[at] = std::sqrt(near[static_cast<size_t>(k)].first);
        }
      }
    });
    context.Report(static_cast<double>(first + count), static_cast<double>(queries), 0);
  }
  return End::kDone;
}

}  // namespace

const Algorithm kNeighbors = {"neighbors", Check, Run};

}  // namespace linear
}  // namespace ridgeline
