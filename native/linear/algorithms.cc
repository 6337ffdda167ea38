#include "algorithms.h"

namespace ridgeline {
namespace linear {

const Algorithm* FindAlgorithm(const std::string& name) {
  for (const Algorithm* algorithm : {&kAffine, &kClassifier, &kLeastSquares, &kMoments, &kNeighbors, &kPca, &kPinv, &kPolynomial, &kPursuit,
                                     &kRidge, &kRidgeSpectrum, &kScale, &kSparseCross, &kSparsePath}) {
    if (name == algorithm->name) return algorithm;
  }
  return nullptr;
}

}  // namespace linear
}  // namespace ridgeline
