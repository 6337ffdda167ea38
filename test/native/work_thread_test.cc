// Threads for runs: a queue's work begins in its order, on no more threads than it has, and can be taken out before its turn.
// The binding is not linked into tests, and this file of it needs nothing of Node.
#include "binding/work_thread.cc"

#include <chrono>
#include <thread>

#include "check.h"

using namespace ridgeline;

namespace {

struct Task {
  WorkThread thread;
  int32_t width = 1;
  int order = -1;
  std::atomic<int>* begun = nullptr;
  std::atomic<int>* at_work = nullptr;  // threads
  std::atomic<int>* most = nullptr;
  std::atomic<bool>* gate = nullptr;

  static void Work(void* data) {
    Task* t = static_cast<Task*>(data);
    t->order = t->begun->fetch_add(1);
    const int now = t->at_work->fetch_add(t->width) + t->width;
    for (int seen = t->most->load(); now > seen && !t->most->compare_exchange_weak(seen, now);) {
    }
    while (!t->gate->load()) std::this_thread::yield();
    for (volatile int i = 0; i < 20000; i = i + 1) {
    }
    t->at_work->fetch_sub(t->width);
  }
};

void Queue(int32_t threads, const std::vector<int32_t>& widths) {
  std::atomic<int> begun{0}, at_work{0}, most{0};
  std::atomic<bool> gate{false};
  std::shared_ptr<WorkQueue> queue = std::make_shared<WorkQueue>(threads);
  std::vector<Task> tasks(widths.size());
  for (size_t i = 0; i < tasks.size(); i++) {
    Task& t = tasks[i];
    t.width = std::min(widths[i], threads);
    t.begun = &begun;
    t.at_work = &at_work;
    t.most = &most;
    t.gate = &gate;
    CHECK(t.thread.Start(&Task::Work, &t, queue, widths[i]), "work %d could not be started", int(i));
  }
  gate.store(true);
  for (Task& t : tasks) t.thread.Join();
  CHECK(begun == int(tasks.size()), "%d of %d began", begun.load(), int(tasks.size()));
  CHECK(most <= threads, "%d of %d threads at work", most.load(), threads);
  for (size_t i = 0; threads == 1 && i < tasks.size(); i++)
    CHECK(tasks[i].order == int(i), "work %d began as number %d", int(i), tasks[i].order);
}

// The second waits for the first, which waits for the gate: joined before its turn, it never begins, and the third does as soon as the
// first has ended.
void TakenOut() {
  std::atomic<int> begun{0}, at_work{0}, most{0};
  std::atomic<bool> gate{false};
  std::shared_ptr<WorkQueue> queue = std::make_shared<WorkQueue>(1);
  Task tasks[3];
  for (Task& t : tasks) {
    t.begun = &begun;
    t.at_work = &at_work;
    t.most = &most;
    t.gate = &gate;
    t.thread.Start(&Task::Work, &t, queue);
  }
  tasks[1].thread.Join();
  gate.store(true);
  tasks[0].thread.Join();
  tasks[2].thread.Join();
  CHECK(begun == 2 && tasks[1].order == -1 && tasks[2].order == 1, "%d began", begun.load());
}

}  // namespace

int main() {
  for (int round = 0; round < 50; round++) {
    Queue(1, {1, 1, 3, 1, 1});
    Queue(2, {1, 1, 2, 1, 1, 1, 2, 2, 1});
    Queue(3, {1, 2, 3, 1, 1, 1, 2, 2, 1, 5});
    TakenOut();
  }
  return check::Finish("work_thread");
}
