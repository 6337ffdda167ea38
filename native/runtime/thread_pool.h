// One pool of compute threads per process, shared by all runs of all environments, owned by none and never joined.
#pragma once
#include <cstddef>
#include <cstdint>

#include "../kernels/table.h"

namespace ridgeline {

// Of a thread that waits for another one's next word.
inline void Pause() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __asm__ __volatile__("yield");
#endif
}

// Threads that a run may use by default: the least of affinity and container quota, or what SetThreads said.
int32_t DefaultThreads();
// Cores this process may use (affinity and quota).
int32_t AvailableCores();
// 1 <= threads <= 1024.
void SetThreads(int32_t threads);

// Runs fn(arg, task, worker) for every task in [0, tasks) on at most `threads` threads, the caller being worker 0; returns when all are
// done. Safe from several threads at once. tasks <= 1 or threads <= 1 never touches the pool.
void ParallelFor(int32_t threads, int64_t tasks, void (*fn)(void* arg, int64_t task, int32_t worker), void* arg);

// A Parallel (table.h) for kernels, with its scratch; one per run, used by one caller at a time.
class ParallelContext {
 public:
  explicit ParallelContext(int32_t threads);
  ~ParallelContext();
  ParallelContext(const ParallelContext&) = delete;
  ParallelContext& operator=(const ParallelContext&) = delete;
  const Parallel* parallel() const { return &parallel_; }
  int32_t threads() const { return parallel_.threads; }

 private:
  Parallel parallel_;
  void* state_;
};

}  // namespace ridgeline
