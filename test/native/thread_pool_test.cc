// The thread pool: every task once, workers numbered within bounds, regions from several threads at once, forks.
#include "runtime/thread_pool.h"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>
#include <vector>

#include "check.h"

using namespace ridgeline;

namespace {

struct Count {
  std::vector<std::atomic<int>> seen;
  std::atomic<int> bad_worker{0};
  std::vector<std::atomic<int>> at_work;  // by worker
  int threads;
  Count(size_t tasks, int t) : seen(tasks), at_work(size_t(t)), threads(t) {}
};

void Task(void* arg, int64_t task, int32_t worker) {
  Count* c = static_cast<Count*>(arg);
  if (worker < 0 || worker >= c->threads) {
    c->bad_worker++;
    return;
  }
  if (c->at_work[size_t(worker)].fetch_add(1) != 0) c->bad_worker++;
  c->seen[size_t(task)]++;
  for (volatile int i = 0; i < int(task % 7) * 50; i = i + 1) {
  }
  c->at_work[size_t(worker)].fetch_sub(1);
}

bool RunOnce(int threads, int64_t tasks) {
  Count c(size_t(tasks), threads);
  ParallelFor(threads, tasks, &Task, &c);
  for (auto& n : c.seen) {
    if (n != 1) return false;
  }
  return c.bad_worker == 0;
}

void Sizes() {
  for (int threads : {1, 2, 3, 8, 1024}) {
    for (int64_t tasks : {0, 1, 2, 3, 7, 64, 1000}) CHECK(RunOnce(threads, tasks), "%d threads, %d tasks", threads, int(tasks));
  }
}

void Concurrent() {
  std::atomic<int> bad{0};
  std::vector<std::thread> runs;
  for (int r = 0; r < 4; r++) {
    runs.emplace_back([&bad, r] {
      for (int i = 0; i < 3000; i++) bad += !RunOnce(3, 1 + (i * 7 + r) % 23);
    });
  }
  for (std::thread& t : runs) t.join();
  CHECK(bad == 0, "%d of 12000 regions from 4 threads", bad.load());
}

// A task that opens a region of its own: the submitter drains it even if nobody comes.
void Nested() {
  std::atomic<int> done{0};
  ParallelFor(
      3, 8,
      [](void* arg, int64_t, int32_t) {
        ParallelFor(
            3, 8, [](void* inner, int64_t, int32_t) { (*static_cast<std::atomic<int>*>(inner))++; }, arg);
      },
      &done);
  CHECK(done == 64, "nested regions ran %d of 64 tasks", done.load());
}

// Nobody spins or waits for a worker that is parked: after a pause the pool still works.
void Parked() {
  for (int i = 0; i < 5; i++) {
    usleep(3000);
    CHECK(RunOnce(3, 50), "after a pause");
  }
}

void Forked() {
  CHECK(RunOnce(3, 100), "before the fork");
  const pid_t child = fork();
  if (child == 0) {
    bool good = true;
    for (int i = 0; i < 50; i++) good &= RunOnce(3, 100);
    _exit(good ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0, "regions in a forked child, status %d", status);
}

void Threads() {
  CHECK(AvailableCores() >= 1 && DefaultThreads() == AvailableCores(), "%d cores, %d threads", AvailableCores(), DefaultThreads());
  SetThreads(3);
  CHECK(DefaultThreads() == 3, "the default was set");
  SetThreads(5000);
  CHECK(DefaultThreads() == 1024, "the default is bounded");
}

void ScratchOfContext() {
  ParallelContext context(3);
  const Parallel* p = context.parallel();
  void* small = p->scratch(p->context, 0, 100);
  CHECK(reinterpret_cast<uintptr_t>(small) % 64 == 0, "aligned");
  CHECK(p->scratch(p->context, 0, 50) == small, "kept");
  void* own = p->scratch(p->context, 3, 1000);
  CHECK(own != nullptr && own != small, "private");
  CHECK(p->scratch(p->context, 4, 10) != nullptr && p->scratch(p->context, 5, 10) != nullptr, "copies of operands");
  CHECK(p->scratch(p->context, 6, 10) == nullptr, "no such slot");
  CHECK(p->scratch(p->context, 1, size_t{1} << 60) == nullptr, "too large");
  CHECK(p->scratch(p->context, 1, 128) != nullptr, "after a failure");
  Count c(20, 3);
  p->run(p->context, 20, &Task, &c);
  int total = 0;
  for (auto& n : c.seen) total += n;
  CHECK(total == 20 && c.bad_worker == 0, "run through the context: %d", total);
}

}  // namespace

int main() {
  Threads();
  Sizes();
  Concurrent();
  Nested();
  Parked();
  ScratchOfContext();
  Forked();
  return check::Finish("thread_pool");
}
