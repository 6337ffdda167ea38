// A region is one ParallelFor: it lies on its caller's stack, and in the pool's list for as long as workers may join it. Tasks are taken
// from an atomic counter, so the caller never waits for a worker that has not come yet, only for those that have.
#include "thread_pool.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <new>
#include <thread>

#if !defined(_WIN32)
#include <pthread.h>
#include <signal.h>
#endif

#include "cores.h"
#include "float_mode.h"

namespace ridgeline {
namespace {

constexpr int32_t kMaxThreads = 1024;
// How long an idle worker looks for the next region before it sleeps, and a caller for the end of its region: more than the gap between
// the instructions of a plan, less than anybody notices.
constexpr int64_t kSpinNanoseconds = 30 * 1000;
// The kernels keep their tiles on the stack; musl's default of 128 KiB is too small.
constexpr size_t kStackBytes = size_t{1} << 20;

// Pauses until done() or the time is over; says whether done() came true.
template <typename Done>
bool Spin(Done done) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point end = Clock::now() + std::chrono::nanoseconds(kSpinNanoseconds);
  do {
    for (int i = 0; i < 16; i++) {
      if (done()) return true;
      Pause();
    }
  } while (Clock::now() < end);
  return done();
}

// A mutex held for some dozen instructions at a time: worth a few tries before the system call.
class Lock {
 public:
  explicit Lock(std::mutex* mutex) : lock_(*mutex, std::defer_lock) {
    for (int i = 0; i < 64; i++) {
      if (lock_.try_lock()) return;
      Pause();
    }
    lock_.lock();
  }
  std::unique_lock<std::mutex>* get() { return &lock_; }

 private:
  std::unique_lock<std::mutex> lock_;
};

// Bit of Region::inside: the caller sleeps until the workers are out.
constexpr int32_t kCallerSleeps = 1 << 30;

struct Region {
  void (*fn)(void*, int64_t, int32_t);
  void* arg;
  int64_t tasks;
  int32_t max_workers;     // besides the caller
  int32_t joined = 0;      // under the pool's mutex
  Region* next = nullptr;  // under the pool's mutex
  Region* previous = nullptr;
  alignas(64) std::atomic<int64_t> counter{0};
  alignas(64) std::atomic<int32_t> inside{0};  // workers at work

  bool Open() const { return joined < max_workers && counter.load(std::memory_order_relaxed) < tasks; }
  void Drain(int32_t worker) {
    for (int64_t task = counter.fetch_add(1, std::memory_order_relaxed); task < tasks;
         task = counter.fetch_add(1, std::memory_order_relaxed)) {
      fn(arg, task, worker);
    }
  }
};

class Pool {
 public:
  void Run(Region* region) {
    const int32_t wanted = region->max_workers;
    int32_t asleep = 0;
    {
      Lock lock(&mutex_);
      Spawn(wanted);
      region->next = regions_;
      if (regions_ != nullptr) regions_->previous = region;
      regions_ = region;
      active_++;
      epoch_.fetch_add(1, std::memory_order_release);
      asleep = std::min(sleeping_, wanted - std::min(wanted, spinning_.load(std::memory_order_relaxed)));
    }
    for (int32_t i = 0; i < asleep; i++) work_.notify_one();
    region->Drain(0);
    {
      Lock lock(&mutex_);
      if (region->previous != nullptr) region->previous->next = region->next;
      if (region->next != nullptr) region->next->previous = region->previous;
      if (regions_ == region) regions_ = region->next;
      active_--;
    }
    Leave(region);
  }

 private:
  // Waits for the workers that joined.
  void Leave(Region* region) {
    const auto empty = [region] { return region->inside.load(std::memory_order_acquire) == 0; };
    if (empty() || (MaySpin() && Spin(empty))) return;
    std::unique_lock<std::mutex> lock(mutex_);
    if (region->inside.fetch_or(kCallerSleeps, std::memory_order_acq_rel) == 0) return;
    done_.wait(lock, [region] { return region->inside.load(std::memory_order_acquire) == kCallerSleeps; });
  }

  // Busy waiting pays only while there is a core for everybody.
  bool MaySpin() const { return active_.load(std::memory_order_relaxed) + spinning_.load(std::memory_order_relaxed) <= cores_; }

  Region* Find() {
    for (Region* region = regions_; region != nullptr; region = region->next) {
      if (region->Open()) return region;
    }
    return nullptr;
  }

  // Under the mutex. A thread that cannot be had is done without.
  void Spawn(int32_t wanted) {
    while (workers_ < std::min(wanted, kMaxThreads - 1)) {
      if (!Start()) return;
      workers_++;
    }
  }

  bool Start() {
#if defined(_WIN32)
    std::thread(&Pool::Entry, this).detach();
    return true;
#else
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) return false;
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, kStackBytes);
    // Signals are the host's business: a worker never runs its handlers.
    sigset_t all, old;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &old);
    pthread_t thread;
    const bool started = pthread_create(&thread, &attributes, &Pool::Entry, this) == 0;
    pthread_sigmask(SIG_SETMASK, &old, nullptr);
    pthread_attr_destroy(&attributes);
    return started;
#endif
  }

  static void* Entry(void* pool) {
    // A thread inherits the rounding and denormal mode of the one that started it.
    SetDefaultFloatMode();
    static_cast<Pool*>(pool)->Work();
    return nullptr;
  }

  void Work() {
    for (;;) {
      const uint64_t seen = epoch_.load(std::memory_order_acquire);
      Region* region = nullptr;
      int32_t worker = 0;
      {
        Lock lock(&mutex_);
        region = Find();
        if (region != nullptr) {
          worker = ++region->joined;
          region->inside.fetch_add(1, std::memory_order_relaxed);
        }
      }
      if (region != nullptr) {
        region->Drain(worker);
        // The region may be gone as soon as nobody is inside.
        if (region->inside.fetch_sub(1, std::memory_order_acq_rel) == (kCallerSleeps | 1)) {
          { std::lock_guard<std::mutex> lock(mutex_); }
          done_.notify_all();
        }
        continue;
      }
      const auto news = [this, seen] { return epoch_.load(std::memory_order_acquire) != seen; };
      spinning_.fetch_add(1, std::memory_order_relaxed);
      const bool found = MaySpin() && Spin(news);
      spinning_.fetch_sub(1, std::memory_order_relaxed);
      if (found) continue;
      std::unique_lock<std::mutex> lock(mutex_);
      sleeping_++;
      work_.wait(lock, news);
      sleeping_--;
    }
  }

  std::mutex mutex_;
  std::condition_variable work_, done_;
  Region* regions_ = nullptr;
  int32_t workers_ = 0, sleeping_ = 0;
  const int32_t cores_ = AvailableCores();
  std::atomic<int32_t> active_{0};  // regions in the list
  std::atomic<int32_t> spinning_{0};
  alignas(64) std::atomic<uint64_t> epoch_{0};
};

std::atomic<Pool*> the_pool{nullptr};
std::atomic<int32_t> chosen_threads{0};

// Never destroyed: its threads run until the process ends.
Pool* ThePool() {
  Pool* pool = the_pool.load(std::memory_order_acquire);
  if (pool != nullptr) return pool;
  static std::mutex creation;
  std::lock_guard<std::mutex> lock(creation);
  pool = the_pool.load(std::memory_order_acquire);
  if (pool == nullptr) {
    pool = new Pool;
#if !defined(_WIN32)
    // Threads do not survive a fork: the child starts with a pool of its own.
    static const int registered = pthread_atfork(nullptr, nullptr, [] { the_pool.store(new Pool, std::memory_order_release); });
    static_cast<void>(registered);
#endif
    the_pool.store(pool, std::memory_order_release);
  }
  return pool;
}

// Scratch of one slot. Only one thread at a time uses a slot.
struct Scratch {
  void* block = nullptr;
  uint8_t* data = nullptr;
  size_t bytes = 0;
};

struct ContextState {
  int32_t threads;
  Scratch* slots;  // threads + 3
};

void RunTasks(void* context, int64_t tasks, void (*fn)(void*, int64_t, int32_t), void* arg) {
  ParallelFor(static_cast<ContextState*>(context)->threads, tasks, fn, arg);
}

void* GetScratch(void* context, int32_t slot, size_t bytes) {
  ContextState* state = static_cast<ContextState*>(context);
  if (state->slots == nullptr || slot < 0 || slot > state->threads + 2) return nullptr;
  Scratch* scratch = &state->slots[slot];
  if (bytes <= scratch->bytes && scratch->data != nullptr) return scratch->data;
  std::free(scratch->block);
  *scratch = Scratch();
  scratch->block = std::malloc(bytes + 64);
  if (scratch->block == nullptr) return nullptr;
  scratch->data = static_cast<uint8_t*>(scratch->block) + (64 - reinterpret_cast<uintptr_t>(scratch->block) % 64);
  scratch->bytes = bytes;
  return scratch->data;
}

}  // namespace

int32_t AvailableCores() {
  static const int32_t cores = [] {
    const int32_t affinity = AffinityCores(), quota = QuotaCores();
    return std::min(kMaxThreads, quota > 0 ? std::min(affinity, quota) : affinity);
  }();
  return cores;
}

int32_t DefaultThreads() {
  const int32_t chosen = chosen_threads.load(std::memory_order_relaxed);
  return chosen > 0 ? chosen : AvailableCores();
}

void SetThreads(int32_t threads) { chosen_threads.store(std::max(1, std::min(threads, kMaxThreads)), std::memory_order_relaxed); }

void ParallelFor(int32_t threads, int64_t tasks, void (*fn)(void* arg, int64_t task, int32_t worker), void* arg) {
  if (tasks <= 1 || threads <= 1) {
    for (int64_t task = 0; task < tasks; task++) fn(arg, task, 0);
    return;
  }
  Region region;
  region.fn = fn;
  region.arg = arg;
  region.tasks = tasks;
  region.max_workers = static_cast<int32_t>(std::min<int64_t>(std::min(threads, kMaxThreads), tasks)) - 1;
  ThePool()->Run(&region);
}

ParallelContext::ParallelContext(int32_t threads) {
  ContextState* state = new ContextState{threads, new (std::nothrow) Scratch[static_cast<size_t>(threads) + 3]};
  state_ = state;
  parallel_ = {state, threads, &RunTasks, &GetScratch};
}

ParallelContext::~ParallelContext() {
  ContextState* state = static_cast<ContextState*>(state_);
  for (int32_t slot = 0; state->slots != nullptr && slot <= state->threads + 2; slot++) std::free(state->slots[slot].block);
  delete[] state->slots;
  delete state;
}

}  // namespace ridgeline
