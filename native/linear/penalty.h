// What lasso and elastic net add to half the squared residual: l1 |w|_1 + l2/2 |w|^2, with w >= 0 if `positive`; and how far from the
// minimum weights are, by a point of the dual problem.
#pragma once
#include <cmath>
#include <cstdint>

namespace ridgeline {
namespace linear {

struct Penalty {
  double l1 = 0, l2 = 0;
  bool positive = false;

  // The minimizer of (curvature w^2)/2 - slope w + the penalty.
  double Minimize(double slope, double curvature) const {
    const double size = std::fabs(slope) - l1;
    if (size <= 0 || (positive && slope < 0)) return 0;
    return (slope < 0 ? -size : size) / (curvature + l2);
  }
  // Whether a weight of 0 stays 0 at this slope.
  bool Rests(double slope) const { return (positive ? slope : std::fabs(slope)) <= l1; }
};

// Sums over the weights and slopes c = X^T r, gathered feature by feature.
struct GapSums {
  double abs_w = 0, square_w = 0;
  double largest = 0;  // of |c - l2 w|, or of c - l2 w if positive
  double excess = 0;   // of max(|c| - l1, 0)^2, or of c if positive
  double square_c = 0;

  void Add(double c, double w, const Penalty& penalty) {
    abs_w += std::fabs(w);
    square_w += w * w;
    square_c += c * c;
    const double bent = c - penalty.l2 * w, size = penalty.positive ? bent : std::fabs(bent);
    if (size > largest) largest = size;
    const double over = (penalty.positive ? c : std::fabs(c)) - penalty.l1;
    if (over > 0) excess += over * over;
  }
};

// An upper bound of the objective minus its minimum; r is the residual. With an l1 penalty the residual is scaled to a dual point (Fercoq,
// Gramfort and Salmon 2015); with an l2 penalty alone it is one as it is (Dunner et al. 2016). Without any penalty there is no such point:
// then the squared slope |X^T r|^2. All three as in scikit-learn, so that one tolerance means the same.
inline double DualityGap(const GapSums& sums, const Penalty& penalty, double rr, double ry) {
  double gap = sums.square_c;
  if (penalty.l1 > 0) {
    const double scale = sums.largest > penalty.l1 ? penalty.l1 / sums.largest : 1, squares = rr + penalty.l2 * sums.square_w;
    gap = 0.5 * (1 + scale * scale) * squares + penalty.l1 * sums.abs_w - scale * ry;
  } else if (penalty.l2 > 0) {
    gap = rr - ry + 0.5 * penalty.l2 * sums.square_w + sums.excess / (2 * penalty.l2);
  }
  return gap > 0 ? gap : 0;
}

// The order of coordinates at random: splitmix64.
struct Order {
  bool random = false;
  uint64_t state = 0;
  int64_t At(int64_t step, int64_t count) {
    if (!random) return step;
    uint64_t z = (state += 0x9e3779b97f4a7c15ull);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
    return static_cast<int64_t>(((z ^ (z >> 31)) >> 33) * static_cast<uint64_t>(count) >> 31);
  }
};

// When a solver stops, and how far it came.
struct Budget {
  double tolerance = 0;  // of the gap
  int64_t sweeps = 0;    // left
  int64_t used = 0;
};

}  // namespace linear
}  // namespace ridgeline
