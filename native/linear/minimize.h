// Minimizing functions of many variables whose value and gradient cost a pass over data: what the methods share.
#pragma once
#include <limits>
#include <vector>

#include "dense.h"

namespace ridgeline {
namespace linear {

// A smooth convex function of `size` variables.
class Objective {
 public:
  explicit Objective(int64_t size) : size(size) {}
  virtual ~Objective() = default;
  // False when memory cannot be had. *violation says how far u is from being the minimum, in the caller's measure.
  virtual bool Evaluate(const double* u, double* value, double* gradient, double* violation) = 0;
  // How far one may go from u along `direction`; what lies beyond is another function.
  virtual double LongestStep(const double* u, const double* direction) const {
    static_cast<void>(u);
    static_cast<void>(direction);
    return std::numeric_limits<double>::infinity();
  }
  // Of what was last evaluated, for the record.
  virtual double Norm() const = 0;
  const int64_t size;
};

enum class Ending {
  kConverged,   // the violation is at most tol
  kIterations,  // as many as were allowed
  kPrecision,   // no step lowers the value any more in double precision
  kBoundary,    // as far as LongestStep allowed
  kStopped,
  kMemory,
};

// What goes on over all calls for one problem.
struct Trace {
  int64_t iterations = 0, most = 0;
  double violation = 0;
  std::vector<double> norms;  // after each iteration
  const Context* context = nullptr;
  // Once per iteration. False when it should stop.
  bool Step(double reached, double norm) {
    iterations++;
    violation = reached;
    norms.push_back(norm);
    context->Report(static_cast<double>(iterations), static_cast<double>(most), violation);
    return !context->Stopped();
  }
};

}  // namespace linear
}  // namespace ridgeline
