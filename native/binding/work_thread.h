// A thread for native work: its stack holds the kernels' tiles, and no signals come to it.
#pragma once
#if defined(_WIN32)
#include <thread>
#else
#include <pthread.h>
#endif

namespace ridgeline {

class WorkThread {
 public:
  // False when a thread cannot be had.
  bool Start(void (*work)(void* data), void* data);
  // Waits for its end, if it was started.
  void Join();

 private:
#if defined(_WIN32)
  std::thread thread_;
#else
  static void* Main(void* self);
  pthread_t thread_;
#endif
  void (*work_)(void*) = nullptr;
  void* data_ = nullptr;
  bool started_ = false;
};

}  // namespace ridgeline
