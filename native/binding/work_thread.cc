#include "work_thread.h"

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <new>
#include <vector>

#if defined(_WIN32)
#include <system_error>
#include <thread>
#else
#include <pthread.h>
#include <signal.h>
#endif

namespace ridgeline {

// A thread, and what wakes it.
struct Worker {
  std::condition_variable wake;
  WorkThread* task = nullptr;  // under the mutex of all

  void Run();
};

namespace {

// More idle threads than this end.
constexpr size_t kMostIdle = 16;

struct Workers {
  std::mutex mutex;
  std::condition_variable ended;
  std::vector<Worker*> idle;
};

std::atomic<Workers*> all{nullptr};

// Never destroyed: idle threads wait until the process ends.
Workers* All() {
  Workers* workers = all.load(std::memory_order_acquire);
  if (workers != nullptr) return workers;
  static std::mutex creation;
  std::lock_guard<std::mutex> lock(creation);
  workers = all.load(std::memory_order_acquire);
  if (workers == nullptr) {
    workers = new Workers;
    // No thread is added when memory is short: there is room for all that may be idle.
    workers->idle.reserve(kMostIdle);
#if !defined(_WIN32)
    // Threads do not survive a fork: the child starts with none.
    static const int registered = pthread_atfork(nullptr, nullptr, [] { all.store(nullptr, std::memory_order_release); });
    static_cast<void>(registered);
#endif
    all.store(workers, std::memory_order_release);
  }
  return workers;
}

#if defined(_WIN32)
bool Spawn(Worker* worker) {
  try {
    std::thread([worker] { worker->Run(); }).detach();
    return true;
  } catch (const std::system_error&) {
    return false;
  }
}
#else
// Kernels keep their tiles on the stack; musl's default of 128 KiB is too small.
constexpr size_t kStackBytes = size_t{4} << 20;

void* Main(void* worker) {
  static_cast<Worker*>(worker)->Run();
  return nullptr;
}

bool Spawn(Worker* worker) {
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) return false;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, kStackBytes);
  // Signals are the business of the thread that JavaScript runs on.
  sigset_t every, old;
  sigfillset(&every);
  pthread_sigmask(SIG_SETMASK, &every, &old);
  pthread_t thread;
  const bool started = pthread_create(&thread, &attributes, Main, worker) == 0;
  pthread_sigmask(SIG_SETMASK, &old, nullptr);
  pthread_attr_destroy(&attributes);
  return started;
}
#endif

}  // namespace

// One work after another; whoever waits for the end of one may free it as soon as the mutex is let go.
void Worker::Run() {
  Workers* workers = All();
  for (;;) {
    WorkThread* now;
    {
      std::unique_lock<std::mutex> lock(workers->mutex);
      wake.wait(lock, [this] { return task != nullptr; });
      now = task;
    }
    now->work_(now->data_);
    bool last;
    {
      std::lock_guard<std::mutex> lock(workers->mutex);
      task = nullptr;
      now->ended_ = true;
      last = workers->idle.size() >= kMostIdle;
      if (!last) workers->idle.push_back(this);
    }
    workers->ended.notify_all();
    if (last) break;
  }
  delete this;
}

bool WorkThread::Start(void (*work)(void* data), void* data) {
  work_ = work;
  data_ = data;
  ended_ = false;
  Workers* workers = All();
  Worker* worker = nullptr;
  {
    std::lock_guard<std::mutex> lock(workers->mutex);
    if (!workers->idle.empty()) {
      // The last to have worked: its stack is still in the cache.
      worker = workers->idle.back();
      workers->idle.pop_back();
      worker->task = this;
      // Before the mutex is let go: the thread may be gone after its work.
      worker->wake.notify_one();
    }
  }
  if (worker != nullptr) return started_ = true;
  worker = new (std::nothrow) Worker;
  if (worker == nullptr) return started_ = false;
  worker->task = this;
  started_ = Spawn(worker);
  if (!started_) delete worker;
  return started_;
}

void WorkThread::Join() {
  if (!started_) return;
  Workers* workers = All();
  std::unique_lock<std::mutex> lock(workers->mutex);
  workers->ended.wait(lock, [this] { return ended_; });
  started_ = false;
}

}  // namespace ridgeline
