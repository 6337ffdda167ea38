// A thread for native work: its stack holds the kernels' tiles, and no signals come to it. Threads are kept for the next work: one that
// wakes up goes back to the core where it last ran, where a new one is put behind whoever is there (measured: every fourth job of a
// population waited for a core that way).
#pragma once

namespace ridgeline {

// Work on such a thread.
class WorkThread {
 public:
  // False when a thread cannot be had.
  bool Start(void (*work)(void* data), void* data);
  // Waits for the end of the work, if it was started.
  void Join();

 private:
  friend struct Worker;
  void (*work_)(void*) = nullptr;
  void* data_ = nullptr;
  bool started_ = false;
  bool ended_ = false;  // under the mutex of all
};

}  // namespace ridgeline
