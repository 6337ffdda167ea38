// Minimizing a smooth objective + l1 |w|_1: proximal gradient steps with the step lengths of Barzilai and Borwein (Wright, Nowak and
// Figueiredo, "Sparse reconstruction by separable approximation", 2009) find which weights are 0; between them the others, whose signs are
// kept, are brought to their minimum by L-BFGS.
#pragma once
#include "penalized_loss.h"

namespace ridgeline {
namespace linear {

// From u, which becomes the best point found, until its violation is at most tol or trace->most iterations are done.
Ending MinimizeProximal(PenalizedLoss* objective, double* u, double tol, Trace* trace);

}  // namespace linear
}  // namespace ridgeline
