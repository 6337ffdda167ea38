// A thread for native work: its stack holds the kernels' tiles, and no signals come to it. Threads are kept for the next work: one that
// wakes up goes back to the core where it last ran, where a new one is put behind whoever is there (measured: every fourth job of a
// population waited for a core that way).
#pragma once
#include <cstdint>
#include <memory>

namespace ridgeline {

class WorkThread;

// Work that shares some threads and begins in the order in which it was started: the next does not wait for JavaScript.
class WorkQueue {
 public:
  explicit WorkQueue(int32_t threads) : threads_(threads), free_(threads) {}

 private:
  friend class WorkThread;
  friend struct Worker;
  // All under the mutex of all.
  bool Fits(const WorkThread& work) const;
  void Append(WorkThread* work);
  void Remove(WorkThread* work);
  WorkThread* Take();  // the first that waits, if there are threads for it

  const int32_t threads_;
  int32_t free_;
  WorkThread* first_ = nullptr;
  WorkThread* last_ = nullptr;
};

// Work on such a thread.
class WorkThread {
 public:
  // Begins at once, or when its turn in the queue has come: it takes `width` of the queue's threads, or all that there are. False when a
  // thread cannot be had.
  bool Start(void (*work)(void* data), void* data, std::shared_ptr<WorkQueue> queue = nullptr, int32_t width = 1);
  // Waits for the end of the work, if it was started; work that waits for its turn is taken out of its queue.
  void Join();

 private:
  friend class WorkQueue;
  friend struct Worker;
  void (*work_)(void*) = nullptr;
  void* data_ = nullptr;
  std::shared_ptr<WorkQueue> queue_;
  int32_t width_ = 1;
  bool started_ = false;
  // Under the mutex of all.
  bool ended_ = false;
  bool waits_ = false;
  WorkThread* next_ = nullptr;
};

}  // namespace ridgeline
