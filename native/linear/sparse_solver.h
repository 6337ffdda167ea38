// Lasso and elastic net by working sets: the gap of all features is looked at, those that break the optimality conditions join the set, the
// problem is solved on the set, again (Massias, Gramfort and Salmon 2018, "Celer"). Warm: the next penalty starts from what is there.
// Which features need not be looked at follows from how far the residual moved: |x^T r| <= |x^T r0| + |x| |r - r0|.
#pragma once
#include <memory>
#include <vector>

#include "design.h"
#include "penalty.h"

namespace ridgeline {
namespace linear {

class SparseSolver {
 public:
  // y: rows, weighted and centered as the design is; products: X^T y. Both stay the caller's.
  SparseSolver(const Context& context, const Design& design, const double* y, const std::vector<double>& products);

  // Solves on the Gram matrix of all features from now on: the given one (columns^2, centered), or one that is made. False: no memory.
  bool UseGram(const double* given);

  // Goes on from these weights.
  void Start(const double* w);

  struct Fit {
    End end = End::kDone;
    double gap = 0;
    int64_t sweeps = 0;
    bool converged = false;
  };
  // `previous`: the l1 penalty that the weights are of, or infinity.
  Fit Solve(const Penalty& penalty, double previous, double tolerance, int64_t sweeps, Order* order);

  const std::vector<double>& w() const { return w_; }
  double yy() const { return yy_; }

 private:
  void Extrapolate(const Penalty& penalty);
  Fit SolveGram(const Penalty& penalty, const Budget& budget, Order* order);
  // Starts from the solution of a share of the rows, where that is a fraction of the work and features resemble each other: those that
  // break a condition at first then say little about which get weights.
  End StartFromHead(const Penalty& penalty, int64_t sweeps);
  // r = y - X w, centered.
  void Residual();
  // Slopes of all features that could break a condition, into c_; `fresh_` lists them.
  void Slopes(const Penalty& penalty);
  double Gap(const Penalty& penalty) const;
  // Weights that are not 0.
  int64_t Support() const;
  // Adds features to the set. Tells how many.
  int64_t Grow(const Penalty& penalty, double previous);
  bool GrowGram(size_t from);
  End DescendSet(const Penalty& penalty, Budget* budget, Order* order, bool push, double polish);
  End DescendColumns(const Penalty& penalty, Budget* budget, Order* order, bool push);

  const Context& context_;
  const Design& design_;
  const double* y_;
  const std::vector<double>& q_;
  double yy_ = 0;
  std::vector<double> w_, r_, c_;
  std::vector<double> anchor_c_, anchor_r_;  // slopes of all features at a residual r0
  std::vector<int64_t> fresh_, everything_;
  bool current_ = false;  // c_ and r_ are those of w_
  bool begun_ = false;    // there are weights to start from
  bool guessed_ = false;  // c_ and w_ are those of a share of the rows
  bool probes_ = false;   // ends, without having converged, where features turn out not to resemble each other

  std::vector<int64_t> set_;
  std::vector<uint8_t> member_;
  std::shared_ptr<Slab> set_gram_;
  int64_t capacity_ = 0;
  bool by_columns_ = false;  // the set has outgrown its Gram matrix

  // On the Gram matrix of all: the solutions before, and what they are of.
  Penalty before_, last_;
  std::vector<double> before_w_, last_w_;

  std::shared_ptr<Slab> made_gram_;
  const double* gram_ = nullptr;
};

}  // namespace linear
}  // namespace ridgeline
