// Every algorithm, each in a file of its own.
#pragma once
#include "algorithm.h"

namespace ridgeline {
namespace linear {

extern const Algorithm kAffine;
extern const Algorithm kClassifier;
extern const Algorithm kRidge;

}  // namespace linear
}  // namespace ridgeline
