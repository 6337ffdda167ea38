#include "work_thread.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <new>
#include <utility>
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
  WorkThread* End(WorkThread* work);
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

bool WorkQueue::Fits(const WorkThread& work) const { return work.width_ <= free_; }

void WorkQueue::Append(WorkThread* work) {
  work->waits_ = true;
  work->next_ = nullptr;
  (first_ == nullptr ? first_ : last_->next_) = work;
  last_ = work;
}

void WorkQueue::Remove(WorkThread* work) {
  WorkThread* before = nullptr;
  for (WorkThread* at = first_; at != work; at = at->next_) before = at;
  (before == nullptr ? first_ : before->next_) = work->next_;
  if (last_ == work) last_ = before;
  work->waits_ = false;
}

WorkThread* WorkQueue::Take() {
  WorkThread* work = first_;
  if (work == nullptr || !Fits(*work)) return nullptr;
  Remove(work);
  free_ -= work->width_;
  return work;
}

// What this thread does next: the first of the queue. Others that there are threads for now go to idle ones; without any they wait on.
WorkThread* Worker::End(WorkThread* work) {
  work->ended_ = true;
  WorkQueue* queue = work->queue_.get();
  if (queue == nullptr) return nullptr;
  queue->free_ += work->width_;
  WorkThread* next = queue->Take();
  Workers* workers = All();
  while (!workers->idle.empty()) {
    WorkThread* other = queue->Take();
    if (other == nullptr) break;
    Worker* worker = workers->idle.back();
    workers->idle.pop_back();
    worker->task = other;
    worker->wake.notify_one();
  }
  return next;
}

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
    bool last = false;
    {
      std::lock_guard<std::mutex> lock(workers->mutex);
      task = End(now);
      if (task == nullptr) {
        last = workers->idle.size() >= kMostIdle;
        if (!last) workers->idle.push_back(this);
      }
    }
    workers->ended.notify_all();
    if (last) break;
  }
  delete this;
}

bool WorkThread::Start(void (*work)(void* data), void* data, std::shared_ptr<WorkQueue> queue, int32_t width) {
  work_ = work;
  data_ = data;
  ended_ = false;
  queue_ = std::move(queue);
  width_ = queue_ == nullptr ? width : std::max(1, std::min(width, queue_->threads_));
  Workers* workers = All();
  Worker* worker = nullptr;
  {
    std::lock_guard<std::mutex> lock(workers->mutex);
    if (queue_ != nullptr) {
      if (queue_->first_ != nullptr || !queue_->Fits(*this)) {
        queue_->Append(this);
        return started_ = true;
      }
      queue_->free_ -= width_;
    }
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
  if (worker != nullptr) worker->task = this;
  started_ = worker != nullptr && Spawn(worker);
  if (started_) return true;
  delete worker;
  std::lock_guard<std::mutex> lock(workers->mutex);
  if (queue_ != nullptr) queue_->free_ += width_;
  return false;
}

void WorkThread::Join() {
  if (!started_) return;
  Workers* workers = All();
  std::unique_lock<std::mutex> lock(workers->mutex);
  started_ = false;
  if (waits_) return queue_->Remove(this);
  workers->ended.wait(lock, [this] { return ended_; });
}

}  // namespace ridgeline
