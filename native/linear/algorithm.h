// What the algorithms of native/linear are given and give back: doubles in memory of their own, out of JavaScript's reach. They know
// nothing of N-API; their bits do not depend on the number of threads.
#pragma once
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "../kernels/table.h"
#include "../runtime/slab.h"

namespace ridgeline {
namespace linear {

// An array that was handed over: a copy, so that an algorithm may use it as its work space, but for the first one of an algorithm with a
// `load`. One of the two pointers is set.
struct Input {
  std::shared_ptr<Slab> memory;
  double* f64 = nullptr;
  int32_t* i32 = nullptr;
  int64_t length = 0;
};

// Zeroed at the start.
struct Output {
  std::shared_ptr<Slab> memory;
  double* data = nullptr;
  int64_t length = 0;
};

struct Problem {
  std::vector<double> numbers;  // sizes and options, in the order that the algorithm says
  std::vector<Input> inputs;
  std::vector<Output> outputs;
  std::shared_ptr<void> loaded;  // what `load` made
};

enum class End { kDone, kStopped, kMemory };

class Context {
 public:
  Context(const KernelTable* table, const Parallel* pool, const std::atomic<bool>* stop_flag)
      : kernels(table), parallel(pool), stop_(stop_flag) {}

  const KernelTable* const kernels;
  const Parallel* const parallel;

  // To be looked at in every sweep or block.
  bool Stopped() const { return stop_ != nullptr && stop_->load(std::memory_order_relaxed); }

  // Tells how far the work is: `done` of `total` (0: unknown), and a value that says how good the state is. Cheap to call often: what comes
  // within a twentieth of a second is dropped.
  void Report(double done, double total, double value) const {
    if (!progress) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - reported_ < std::chrono::milliseconds(50)) return;
    reported_ = now;
    progress(done, total, value);
  }
  // The same with other threads; who has it reports nothing.
  Context With(const Parallel* pool) const { return Context(kernels, pool, stop_); }
  std::function<void(double done, double total, double value)> progress;

 private:
  const std::atomic<bool>* stop_;
  mutable std::chrono::steady_clock::time_point reported_ = std::chrono::steady_clock::now();
};

struct Algorithm {
  const char* name;
  // Whether sizes and arrays fit each other, so that `run` stays within memory whatever the values are. Else false, and why.
  bool (*check)(const Problem& problem, std::string* why);
  End (*run)(Problem* problem, const Context& context);
  // Where it is set, the first input is the caller's own memory, and `load` is called at once to take from it what `run` needs: one pass
  // over large numbers instead of a copy and another pass. The input is gone afterwards. False: no memory.
  bool (*load)(Problem* problem, const Context& context) = nullptr;
};

// Null for a name that there is not.
const Algorithm* FindAlgorithm(const std::string& name);

}  // namespace linear
}  // namespace ridgeline
