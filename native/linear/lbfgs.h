// The limited-memory method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright, "Numerical Optimization", 7.2).
#pragma once
#include "minimize.h"

namespace ridgeline {
namespace linear {

// From u, which becomes the best point found, until its violation is at most tol, trace->most iterations are done, or at most `rounds` of
// its own. The line search takes the conditions of Wolfe; near the minimum, where values differ by rounding alone, slopes decide.
Ending MinimizeLbfgs(Objective* objective, double* u, double tol, int64_t rounds, Trace* trace);

}  // namespace linear
}  // namespace ridgeline
