// Executes a run of small instructions in stages. Each thread takes its own tasks of a stage, then, if the others are late, those that they
// have not begun, and goes on when all are done: nobody waits for long for a thread that has not come.
#include <atomic>
#include <mutex>
#include <thread>

#include "run_kernels.h"

namespace ridgeline {

struct StageState {
  // By task: the step for which it was taken.
  struct alignas(64) Claims {
    std::atomic<uint64_t> taken[8];
  };
  std::unique_ptr<Claims[]> claims;
  std::vector<int32_t> claim_of;  // by task: eight times the number of its line, and its place there
  uint64_t step = 0;
  alignas(64) std::atomic<int32_t> done{0};  // tasks of this step
  std::atomic<bool> failed{false};
  std::mutex mutex;
  StagesResult first;  // of those that failed
};

namespace {

// Pauses until the core is given up to whoever may wait for it: as long as most tasks take.
constexpr int kPauses = 128;
// Pauses before a look at what the others have not begun, which takes the line that says so away from those who are about to write it.
constexpr int kPatience = 256;
// Pauses before a look at whether they are there at all.
constexpr int kGlance = 8;

struct Execution {
  const Engine& engine;
  const StagedRun& run;
  const BoundInstruction* instructions;
  StageState* state;

  int32_t FirstOf(int32_t stage, int32_t thread) const { return run.first[static_cast<size_t>(stage * run.threads + thread)]; }

  // Whether the stages before are over and well.
  bool Wait(int32_t tasks) const {
    for (int n = 0; state->done.load(std::memory_order_acquire) < tasks; n++) {
      if (n < kPauses) {
        Pause();
      } else {
        std::this_thread::yield();
      }
    }
    return !state->failed.load(std::memory_order_relaxed);
  }

  std::atomic<uint64_t>* ClaimOf(int32_t task) const {
    const size_t at = static_cast<size_t>(state->claim_of[static_cast<size_t>(task)]);
    return &state->claims[at / 8].taken[at % 8];
  }
  bool Taken(int32_t task) const { return ClaimOf(task)->load(std::memory_order_relaxed) == state->step; }
  bool Take(int32_t task) const { return !Taken(task) && ClaimOf(task)->exchange(state->step, std::memory_order_relaxed) != state->step; }

  void Do(int32_t task, int32_t worker) const {
    const StageTask& what = run.tasks[static_cast<size_t>(task)];
    for (int32_t p = what.begin; p < what.end; p++) {
      const Piece& piece = run.pieces[static_cast<size_t>(p)];
      const PieceResult result = RunPiece(engine, instructions[piece.instruction], piece.begin, piece.end, worker);
      if (result.memory || result.bad >= 0) Fail({piece.instruction, result});
    }
  }

  void Fail(const StagesResult& result) const {
    std::lock_guard<std::mutex> lock(state->mutex);
    StagesResult& first = state->first;
    // In order, the first position of the first instruction would have ended the step.
    const bool earlier =
        result.instruction != first.instruction ? result.instruction < first.instruction : result.result.bad < first.result.bad;
    if (first.instruction < 0 || result.result.memory || (earlier && !first.result.memory)) first = result;
    state->failed.store(true, std::memory_order_relaxed);
  }

  // Does what nobody has begun of a thread's tasks.
  void TakeFrom(int32_t stage, int32_t thread, int32_t worker) const {
    int32_t done = 0;
    for (int32_t task = FirstOf(stage, thread); task < FirstOf(stage, thread + 1); task++) {
      if (!Take(task)) continue;
      Do(task, worker);
      done++;
    }
    if (done > 0) state->done.fetch_add(done, std::memory_order_acq_rel);
  }

  // Whether so many tasks are done before so many pauses.
  bool Comes(int32_t tasks, int pauses) const {
    for (int n = 0; n < pauses; n++) {
      if (state->done.load(std::memory_order_acquire) >= tasks) return true;
      Pause();
    }
    return false;
  }

  // Whether every thread has begun with its tasks of a stage.
  bool AllBegan(int32_t stage) const {
    for (int32_t thread = 0; thread < run.threads; thread++) {
      const int32_t first = FirstOf(stage, thread);
      if (first < FirstOf(stage, thread + 1) && !Taken(first)) return false;
    }
    return true;
  }

  void Work(int32_t worker) const {
    for (int32_t stage = run.alone; stage < run.stages; stage++) {
      const int32_t begin = FirstOf(stage, 0), end = FirstOf(stage + 1, 0);
      if (!Wait(begin)) return;
      TakeFrom(stage, worker, worker);
      // At the end the caller waits for all to leave: nobody stays to see the others done.
      const bool leaves = worker != 0 && stage + 1 == run.stages;
      if (!leaves && (Comes(end, kGlance) || (AllBegan(stage) && Comes(end, kPatience)))) continue;
      for (int32_t k = 1; k < run.threads; k++) {
        TakeFrom(stage, worker + k < run.threads ? worker + k : worker + k - run.threads, worker);
      }
      if (worker == 0 && stage + 1 == run.stages) Wait(end);
    }
  }
};

}  // namespace

std::shared_ptr<StageState> NewStageState(const StagedRun& run) {
  std::shared_ptr<StageState> state = std::make_shared<StageState>();
  int32_t lines = 0;
  // Claims of one thread in one stage share a line.
  for (size_t group = 0; group + 1 < run.first.size(); group++) {
    const int32_t begin = run.first[group], end = run.first[group + 1];
    for (int32_t task = begin; task < end; task++) state->claim_of.push_back(8 * lines + task - begin);
    lines += (end - begin + 7) / 8;
  }
  state->claims.reset(new StageState::Claims[static_cast<size_t>(lines)]());
  return state;
}

StagesResult RunStages(const Engine& engine, const StagedRun& run, const BoundInstruction* instructions) {
  StageState* state = run.state.get();
  const Execution execution = {engine, run, instructions, state};
  const int32_t alone = execution.FirstOf(run.alone, 0);
  state->step++;
  state->failed.store(false, std::memory_order_relaxed);
  state->first.instruction = -1;
  for (int32_t task = 0; task < alone; task++) execution.Do(task, 0);
  state->done.store(alone, std::memory_order_relaxed);
  if (!state->failed.load(std::memory_order_relaxed)) {
    ParallelFor(
        run.threads, run.threads, [](void* arg, int64_t, int32_t worker) { static_cast<const Execution*>(arg)->Work(worker); },
        const_cast<Execution*>(&execution));
  }
  return state->first;
}

}  // namespace ridgeline
