// Whether a run of small instructions is executed in stages or in order: whichever took less of a clock when both were last tried, so that
// threads that are kept from running by other work, or whose cores are far apart, cost next to nothing. The bits are the same.
//
// The way that is kept is timed again and again as it goes. The other one is tried after a while, which grows for as long as nothing
// changes, and, where stages are kept, as soon as they take longer than the order did. Medians count: an interruption falls into one step.
#pragma once
#include <algorithm>
#include <cstdint>

namespace ridgeline {

class StagePace {
 public:
  // Of the next execution: its way, and whether its time is asked for.
  bool InStages() const { return kept_in_stages_ != trying_; }
  bool Timed() const { return trying_ ? at_ >= kIgnored : at_ % kEvery == 0; }
  // Whether the stages' threads are needed again soon, while others do not use them.
  bool KeepsAwake() const { return trying_ && kept_in_stages_; }

  void Took(int64_t nanoseconds) { times_[timed_++ % kTimed] = nanoseconds; }
  void Next() {
    if (++at_ < (trying_ ? kIgnored + kTimed : kEvery * kTimed)) return;
    at_ = timed_ = 0;
    std::nth_element(times_, times_ + kTimed / 2, times_ + kTimed);
    median_[InStages()] = times_[kTimed / 2];
    if (trying_) {
      Decide();
    } else {
      blocks_++;
      trying_ = blocks_ >= wait_ || (kept_in_stages_ && median_[true] > median_[false]);
    }
  }

 private:
  // While the first ones of a trial are ignored, threads find their way into the stages.
  static constexpr int kIgnored = 16, kTimed = 9, kEvery = 4;
  // Blocks of kEvery * kTimed executions between two trials.
  static constexpr int kLeastWait = 16, kMostWait = 64;

  void Decide() {
    // A few percent are noise, and a change has a price.
    const bool better = median_[InStages()] < median_[kept_in_stages_] - median_[kept_in_stages_] / 32;
    kept_in_stages_ = kept_in_stages_ != better;
    wait_ = better ? kLeastWait : std::min(2 * wait_, kMostWait);
    blocks_ = 0;
    trying_ = false;
  }

  // In order at first, which is known to work; stages are tried after a block.
  bool kept_in_stages_ = false, trying_ = false;
  int at_ = 0, timed_ = 0, blocks_ = 0, wait_ = 1;
  int64_t times_[kTimed] = {0}, median_[2] = {0, 0};  // of the executions in order, and of those in stages
};

}  // namespace ridgeline
