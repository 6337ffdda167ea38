#include "job.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <mutex>

#include "float_mode.h"
#include "plan_impl.h"
#include "ranges.h"

namespace ridgeline {
namespace {

using Clock = std::chrono::steady_clock;

// Steps between two looks at the clock: as many as fit into this time, and no more than kMaxSkip.
constexpr int64_t kLookNanoseconds = 100 * 1000;
constexpr int64_t kMaxSkip = 64;
// Steps from which on it pays to have other threads awake for small instructions.
constexpr int64_t kSteadySteps = 8;

// Calls the job's progress at most once in its interval per model, and never for two models at a time.
class Progress {
 public:
  Progress(Job* job, std::mutex* mutex, int32_t model) : job_(job), mutex_(mutex), model_(model) {
    enabled_ = job->progress_milliseconds > 0 && job->progress != nullptr;
    if (enabled_) looked_ = reported_ = Clock::now();
  }

  void AfterStep(int64_t steps, int64_t rows, const uint8_t* state) {
    if (!enabled_ || ++since_ < skip_) return;
    const Clock::time_point now = Clock::now();
    const int64_t per_step = std::max<int64_t>(1, std::chrono::nanoseconds(now - looked_).count() / since_);
    skip_ = std::min(kMaxSkip, std::max<int64_t>(1, kLookNanoseconds / per_step));
    since_ = 0;
    looked_ = now;
    if (now - reported_ < std::chrono::milliseconds(job_->progress_milliseconds)) return;
    // Another model may be reporting: next time then.
    std::unique_lock<std::mutex> lock(*mutex_, std::try_to_lock);
    if (!lock.owns_lock()) return;
    job_->progress(model_, steps, rows, state == nullptr ? nullptr : state + job_->watch_offset);
    reported_ = now;
  }

 private:
  Job* job_;
  std::mutex* mutex_;
  int32_t model_;
  bool enabled_;
  int64_t since_ = 0, skip_ = 1;
  Clock::time_point looked_, reported_;
};

struct ModelRun {
  PlanImpl* plan;
  Job* job;
  std::vector<ModelResult>* results;
  std::mutex progress_mutex;
  std::vector<std::unique_ptr<Executor>> executors;  // one per worker
  std::atomic<bool> out_of_memory{false};
};

// Some elements of some rows: of those that `indices` names, or of those from `begin` on.
void GatherFeatures(const ModelRow& model, const uint8_t* column, const int32_t* indices, int64_t begin, int64_t rows, int64_t element,
                    uint8_t* out) {
  for (int64_t r = 0; r < rows; r++) {
    const uint8_t* row = column + (indices == nullptr ? begin + r : indices[r]) * model.column_width * element;
    for (int64_t f = 0; f < model.feature_count; f++, out += element) {
      std::memcpy(out, row + model.features[f] * element, static_cast<size_t>(element));
    }
  }
}

// The most bytes of rows that are asked for ahead: a share of the second cache.
constexpr int64_t kMostAsked = 64 * 1024;

// Asks for rows that the next step gathers: shuffled, they come from the third cache or from memory, and each would be waited for.
void AskForRows(const uint8_t* column, int64_t width, const int32_t* list, int64_t rows, int64_t column_rows) {
#if defined(__GNUC__)
  if (rows * width > kMostAsked) return;
  for (int64_t i = 0; i < rows; i++) {
    if (list[i] < 0 || list[i] >= column_rows) return;
    const uint8_t* row = column + list[i] * width;
    for (int64_t b = 0; b < width; b += 64) __builtin_prefetch(row + b, 0, 2);
  }
#endif
}

// Ports of the rows [position, position + rows) of the model, which `list` names where there is one.
void FeedRows(ModelRun* run, const ModelRow& model, const int32_t* list, Executor* executor, int64_t position, int64_t rows) {
  const std::vector<Port>& ports = run->plan->base().ports;
  for (size_t i = 0; i < ports.size(); i++) {
    if (!ports[i].per_row) continue;
    const int32_t port = static_cast<int32_t>(i);
    const Column& source = ColumnsOf(*run->job, model)[i];
    const uint8_t* column = source.data;
    const int64_t width = ports[i].row_bytes;
    if (i == 0 && model.features != nullptr) {
      uint8_t* staging = executor->Staging(port, static_cast<size_t>(ports[i].bytes));
      const int32_t* indices = list == nullptr ? nullptr : list + position;
      GatherFeatures(model, column, indices, position, rows, DTypeBytes(ports[i].dtype), staging);
      executor->SetPort(port, staging);
      continue;
    }
    if (list == nullptr) {
      executor->SetPort(port, column + position * width);
      continue;
    }
    uint8_t* staging = executor->Staging(port, static_cast<size_t>(ports[i].bytes));
    const int64_t column_rows = width == 0 ? INT32_MAX : static_cast<int64_t>(source.bytes) / width;
    const KernelTable* kernels = executor->engine().kernels;
    const int32_t threads = rows * width < 256 * 1024 ? 1 : executor->threads();
    ForRanges(threads, rows, ChunkOf(threads, rows, 1, 1), [&](int64_t begin, int64_t end, int32_t) {
      kernels->gather_rows(column, column_rows, static_cast<size_t>(width), list + position + begin, end - begin, staging + begin * width);
    });
    executor->SetPort(port, staging);
    AskForRows(column, width, list + position + rows, std::min(rows, model.end - position - rows), column_rows);
  }
}

void CopyOutputs(const ModelRun& run, const ModelRow& model, const Executor& executor, int64_t done_rows) {
  const std::vector<Output>& outputs = run.plan->base().outputs;
  for (size_t i = 0; i < model.outputs.size(); i++) {
    if (model.outputs[i].data == nullptr) continue;
    const int64_t row_bytes =
        outputs[i].per_row ? static_cast<int64_t>(run.plan->output_bytes(static_cast<int32_t>(i))) / run.plan->capacity_rows() : 0;
    CopyBytes(executor.threads(), model.outputs[i].data + done_rows * row_bytes, executor.OutputData(i),
              static_cast<int64_t>(executor.OutputBytes(i)));
  }
}

// The variants of a model's full steps and of a smaller last one; null where there is no such step.
struct Variants {
  std::shared_ptr<const DecodedPlan> full, last;
};

bool PrepareModel(const ModelRun& run, const ModelRow& model, Executor* executor, Variants* variants, std::string* error) {
  const int64_t total = model.end - model.begin;
  for (const bool last : {false, true}) {
    if (last ? total % model.batch == 0 : total < model.batch) continue;
    std::shared_ptr<const DecodedPlan>& variant = last ? variants->last : variants->full;
    variant = run.plan->Variant(last ? total % model.batch : model.batch, error);
    if (variant == nullptr) return false;
    if (!executor->Prepare(variant)) {
      *error = "Out of memory for the scratch of a plan (" + std::to_string(run.plan->scratch_bytes()) + " bytes).";
      return false;
    }
  }
  const std::vector<Port>& ports = run.plan->base().ports;
  for (size_t i = 0; total > 0 && i < ports.size(); i++) {
    const int32_t port = static_cast<int32_t>(i);
    executor->SetPort(port, ColumnsOf(*run.job, model)[i].data);
    const bool picks = i == 0 && model.features != nullptr;
    if (!ports[i].per_row || (model.indices == nullptr && !picks)) continue;
    if (executor->Staging(port, static_cast<size_t>(ports[i].bytes)) == nullptr) {
      *error = "Out of memory for a batch of " + std::to_string(ports[i].bytes) + " bytes.";
      return false;
    }
  }
  return true;
}

void EndModel(const StepResult& step, ModelResult* result) {
  result->status = step.end == StepEnd::kGuard ? ModelStatus::kGuard : ModelStatus::kIndex;
  result->id = step.id;
  result->instruction = step.instruction;
  result->detail = step.detail;
}

// What is watched of the state goes to its place among the sums, and starts at 0 again.
void EndPass(const Job& job, const ModelRow& model, int64_t pass, uint8_t* state) {
  const size_t bytes = static_cast<size_t>(job.watch_bytes);
  if (bytes == 0) return;
  if (model.sums.data != nullptr) std::memcpy(model.sums.data + static_cast<size_t>(pass) * bytes, state + job.watch_offset, bytes);
  std::memset(state + job.watch_offset, 0, bytes);
}

// One pass over the rows; false when the model's run ends with it.
bool RunPass(ModelRun* run, size_t index, int64_t pass, const Variants& variants, Executor* executor, Progress* progress) {
  Job* job = run->job;
  const ModelRow& model = job->models[index];
  ModelResult* result = &(*run->results)[index];
  const int64_t slots = run->plan->scalar_count();
  uint8_t* state = model.state == nullptr ? nullptr : model.state->data();
  const int32_t* list = model.indices == nullptr ? nullptr : model.indices + pass * (model.index_count / model.passes);
  const int64_t total = model.end - model.begin;
  const bool alone = total * model.passes < kSteadySteps * model.batch;
  StepInput input = {state, nullptr, {model.seed[0], model.seed[1]}, model.sample, model.step, alone};
  for (int64_t done = 0; done < total; result->steps++) {
    if (job->stop_all.load(std::memory_order_relaxed) ||
        (index < job->stop_model.size() && job->stop_model[index].load(std::memory_order_relaxed))) {
      result->status = ModelStatus::kStopped;
      return false;
    }
    const int64_t rows = std::min(model.batch, total - done);
    executor->Choose((rows == model.batch ? variants.full : variants.last).get());
    FeedRows(run, model, list, executor, model.begin + done, rows);
    input.scalars = slots == 0 ? nullptr : model.scalars + std::min(result->steps, model.scalar_steps - 1) * slots * 8;
    input.step = model.step + result->steps;
    const StepResult step = executor->Step(input);
    if (step.end == StepEnd::kMemory) {
      run->out_of_memory.store(true, std::memory_order_relaxed);
      return false;
    }
    if (step.end != StepEnd::kDone) {
      EndModel(step, result);
      return false;
    }
    CopyOutputs(*run, model, *executor, done);
    done += rows;
    result->rows += rows;
    progress->AfterStep(result->steps + 1, result->rows, state);
  }
  if (pass + 1 < model.passes) EndPass(*job, model, pass, state);
  return true;
}

void RunModel(ModelRun* run, size_t index, Executor* executor) {
  const DefaultFloatMode mode;
  Job* job = run->job;
  const ModelRow& model = job->models[index];
  const uint8_t* state = model.state == nullptr ? nullptr : model.state->data();
  if (model.snapshot != nullptr && state != nullptr) {
    CopyBytes(executor->threads(), model.snapshot->data(), state, static_cast<int64_t>(run->plan->state_bytes()));
  }
  std::string error;
  Variants variants;
  if (!PrepareModel(*run, model, executor, &variants, &error)) {
    run->out_of_memory.store(true, std::memory_order_relaxed);
    return;
  }
  Progress progress(job, &run->progress_mutex, static_cast<int32_t>(index));
  for (int64_t pass = 0; pass < model.passes && RunPass(run, index, pass, variants, executor, &progress); pass++) {
  }
}

}  // namespace

bool RunJob(Plan* plan, Job* job, std::vector<ModelResult>* results, std::string* error) {
  const char* no_kernels = nullptr;
  const KernelTable* kernels = SelectKernels(&no_kernels);
  if (kernels == nullptr) {
    *error = no_kernels;
    return false;
  }
  ModelRun run;
  run.plan = static_cast<PlanImpl*>(plan);
  run.job = job;
  run.results = results;
  const size_t models = job->models.size();
  results->assign(models, ModelResult());
  const int32_t threads = std::min(1024, job->threads > 0 ? job->threads : DefaultThreads());
  const int32_t workers = static_cast<int32_t>(std::min<size_t>(static_cast<size_t>(threads), models));
  bool good = true;
  for (int32_t i = 0; i < workers && good; i++) {
    run.executors.push_back(run.plan->TakeExecutor(kernels, models == 1 ? threads : 1));
    // Whatever can fail fails here if possible, before any model has taken a step.
    Variants variants;
    good = PrepareModel(run, job->models[0], run.executors.back().get(), &variants, error);
  }
  if (good) {
    ParallelFor(
        workers, static_cast<int64_t>(models),
        [](void* arg, int64_t task, int32_t worker) {
          ModelRun* r = static_cast<ModelRun*>(arg);
          RunModel(r, static_cast<size_t>(task), r->executors[static_cast<size_t>(worker)].get());
        },
        &run);
    good = !run.out_of_memory.load(std::memory_order_relaxed);
    if (!good) *error = "Out of memory in the middle of a run: the states of its models are between two steps.";
  }
  for (std::unique_ptr<Executor>& executor : run.executors) run.plan->GiveExecutor(std::move(executor));
  return good;
}

}  // namespace ridgeline
