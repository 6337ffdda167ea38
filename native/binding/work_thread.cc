#include "work_thread.h"

#include <cstddef>

#if !defined(_WIN32)
#include <signal.h>
#endif

namespace ridgeline {

#if defined(_WIN32)
bool WorkThread::Start(void (*work)(void* data), void* data) {
  thread_ = std::thread(work, data);
  started_ = true;
  return true;
}

void WorkThread::Join() {
  if (started_) thread_.join();
  started_ = false;
}
#else
namespace {
// Kernels keep their tiles on the stack; musl's default of 128 KiB is too small.
constexpr size_t kStackBytes = size_t{4} << 20;
}  // namespace

void* WorkThread::Main(void* self) {
  const WorkThread* thread = static_cast<const WorkThread*>(self);
  thread->work_(thread->data_);
  return nullptr;
}

bool WorkThread::Start(void (*work)(void* data), void* data) {
  work_ = work;
  data_ = data;
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return false;
  pthread_attr_setstacksize(&attributes, kStackBytes);
  // Signals are the business of the thread that JavaScript runs on.
  sigset_t all, old;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &old);
  started_ = pthread_create(&thread_, &attributes, Main, this) == 0;
  pthread_sigmask(SIG_SETMASK, &old, nullptr);
  pthread_attr_destroy(&attributes);
  return started_;
}

void WorkThread::Join() {
  if (started_) pthread_join(thread_, nullptr);
  started_ = false;
}
#endif

}  // namespace ridgeline
