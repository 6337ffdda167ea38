// Every algorithm, each in a file of its own.
#pragma once
#include "algorithm.h"

namespace ridgeline {
namespace linear {

extern const Algorithm kAffine;
extern const Algorithm kClassifier;
extern const Algorithm kLeastSquares;
extern const Algorithm kMoments;
extern const Algorithm kNeighbors;
extern const Algorithm kPca;
extern const Algorithm kPinv;
extern const Algorithm kPolynomial;
extern const Algorithm kPursuit;
extern const Algorithm kRidge;
extern const Algorithm kRidgeSpectrum;
extern const Algorithm kScale;
extern const Algorithm kSparseCross;
extern const Algorithm kSparsePath;

}  // namespace linear
}  // namespace ridgeline
