#include "run.h"

#include <cstring>
#include <memory>
#include <new>
#include <utility>

#include "../runtime/thread_pool.h"
#include "handles.h"
#include "job_args.h"
#include "work_thread.h"

namespace ridgeline {
namespace {

struct Event;

// A run off the JavaScript thread. It lives from the call to the finalizer of its thread-safe function, which joins the thread: so nothing
// is touched after the environment is gone, however it ends.
struct Run {
  napi_env env = nullptr;
  napi_threadsafe_function function = nullptr;
  napi_deferred deferred = nullptr;
  napi_ref on_progress = nullptr;
  napi_ref thrown = nullptr;  // what the progress callback threw
  std::shared_ptr<JobArgs> args;
  std::shared_ptr<Plan> plan;
  std::vector<ModelResult> results;
  std::string error;
  bool failed = false;
  std::atomic<bool> closing{false};
  std::atomic<int32_t> reports{0};  // on their way to JavaScript
  Event* done = nullptr;            // made beforehand, so that the end of a run needs no memory
  WorkThread thread;
};

// More reports than this are dropped: JavaScript is busy, and later ones say more.
constexpr int32_t kMaxReports = 64;

struct Event {
  bool done = false;
  int32_t model = 0;
  int64_t steps = 0, rows = 0;
  std::vector<uint8_t> watched;
};

// The environment is going away: the run stops, and its promise stays as it is.
void OnCleanup(void* data) {
  Run* run = static_cast<Run*>(data);
  run->closing.store(true);
  run->args->job.stop_all.store(true);
}

void Report(napi_env env, Run* run, const Event& event) {
  if (run->on_progress == nullptr || run->thrown != nullptr) return;
  napi_value callback, receiver, args[4], buffer;
  void* bytes = nullptr;
  if (napi_get_reference_value(env, run->on_progress, &callback) != napi_ok || napi_get_undefined(env, &receiver) != napi_ok) return;
  napi_create_int32(env, event.model, &args[0]);
  napi_create_double(env, static_cast<double>(event.steps), &args[1]);
  napi_create_double(env, static_cast<double>(event.rows), &args[2]);
  if (napi_create_arraybuffer(env, event.watched.size(), &bytes, &buffer) != napi_ok) return;
  if (!event.watched.empty()) std::memcpy(bytes, event.watched.data(), event.watched.size());
  if (napi_create_typedarray(env, napi_uint8_array, event.watched.size(), buffer, 0, &args[3]) != napi_ok) return;
  if (napi_call_function(env, receiver, callback, 4, args, nullptr) == napi_ok) return;
  // What the callback throws ends the run and becomes its error.
  bool pending = false;
  napi_value error;
  if (napi_is_exception_pending(env, &pending) != napi_ok || !pending || napi_get_and_clear_last_exception(env, &error) != napi_ok) return;
  run->args->job.stop_all.store(true);
  // Only objects can be referenced in this version of Node-API: others are boxed in an array.
  napi_value box;
  if (napi_create_array_with_length(env, 1, &box) == napi_ok && napi_set_element(env, box, 0, error) == napi_ok)
    napi_create_reference(env, box, 1, &run->thrown);
}

void Settle(napi_env env, Run* run) {
  run->args->Unlock();
  napi_value value = nullptr;
  std::string why;
  if (run->thrown != nullptr) {
    napi_value box;
    if (napi_get_reference_value(env, run->thrown, &box) == napi_ok) napi_get_element(env, box, 0, &value);
    napi_reject_deferred(env, run->deferred, value);
  } else if (run->failed) {
    napi_reject_deferred(env, run->deferred, MakeError(env, "ERR_MEMORY", "run: " + run->error));
  } else {
    run->args->Report(run->results);
    if (!run->args->Deliver(env, &why)) {
      napi_reject_deferred(env, run->deferred, MakeError(env, "ERR_VALUE", why));
    } else {
      napi_get_undefined(env, &value);
      napi_resolve_deferred(env, run->deferred, value);
    }
  }
  run->deferred = nullptr;
}

void CallJs(napi_env env, napi_value, void* context, void* data) {
  std::unique_ptr<Event> event(static_cast<Event*>(data));
  Run* run = static_cast<Run*>(context);
  if (env == nullptr || run->closing.load()) return;
  if (!event->done) run->reports.fetch_sub(1, std::memory_order_relaxed);
  if (event->done) {
    Settle(env, run);
  } else {
    Report(env, run, *event);
  }
}

void Finalize(napi_env env, void*, void* context) {
  Run* run = static_cast<Run*>(context);
  run->args->job.stop_all.store(true);
  run->thread.Join();
  run->args->Unlock();
  if (!run->closing.load()) napi_remove_env_cleanup_hook(env, OnCleanup, run);
  run->args->Release(env);
  if (run->on_progress != nullptr) napi_delete_reference(env, run->on_progress);
  if (run->thrown != nullptr) napi_delete_reference(env, run->thrown);
  delete run->done;  // of a run whose turn never came
  delete run;
}

// The last that is heard of a run.
void ReportDone(Run* run) {
  Event* done = run->done;
  run->done = nullptr;
  // After napi_closing the function must not be used again: its finalizer joins this thread.
  if (napi_call_threadsafe_function(run->function, done, napi_tsfn_blocking) != napi_ok) {
    delete done;
    return;
  }
  napi_release_threadsafe_function(run->function, napi_tsfn_release);
}

void ThreadMain(void* data) {
  Run* run = static_cast<Run*>(data);
  run->failed = !RunJob(run->plan.get(), &run->args->job, &run->results, &run->error);
  ReportDone(run);
}

napi_value Stop(napi_env env, napi_callback_info info) {
  napi_value args[1];
  size_t count = 1;
  void* data = nullptr;
  if (napi_get_cb_info(env, info, &count, args, nullptr, &data) != napi_ok) return nullptr;
  JobArgs* held = static_cast<std::shared_ptr<JobArgs>*>(data)->get();
  if (count == 0 || IsNullish(env, args[0])) {
    held->job.stop_all.store(true);
    return nullptr;
  }
  int64_t model;
  if (!ReadInteger(env, args[0], "stop: model", 0, static_cast<int64_t>(held->job.stop_model.size()) - 1, &model)) return nullptr;
  held->job.stop_model[static_cast<size_t>(model)].store(true);
  return nullptr;
}

void FinalizeStop(napi_env, void* data, void*) { delete static_cast<std::shared_ptr<JobArgs>*>(data); }

}  // namespace

napi_value RunSync(napi_env env, napi_callback_info info) {
  napi_value values[3];
  if (!Arguments(env, info, 3, values)) return nullptr;
  const std::shared_ptr<Plan> plan = PlanOf(env, values[0], "runSync: plan");
  if (plan == nullptr) return nullptr;
  JobArgs args;
  std::vector<ModelResult> results;
  std::string error;
  if (!args.Read(env, plan, values[1], values[2], false)) return nullptr;
  if (!RunJob(plan.get(), &args.job, &results, &error)) return Throw(env, "ERR_MEMORY", "runSync: " + error);
  args.Report(results);
  return nullptr;
}

napi_value RunAsync(napi_env env, napi_callback_info info) {
  napi_value values[5], promise, name, result, stop;
  if (!Arguments(env, info, 5, values)) return nullptr;
  const std::shared_ptr<Plan> plan = PlanOf(env, values[0], "run: plan");
  if (plan == nullptr) return nullptr;
  if (!IsNullish(env, values[3]) && !IsFunction(env, values[3]))
    return Throw(env, "ERR_VALUE", "run: expected a function or null for onProgress");
  std::shared_ptr<WorkQueue> queue;
  if (!IsNullish(env, values[4]) && (queue = QueueOf(env, values[4], "run: queue")) == nullptr) return nullptr;
  std::shared_ptr<JobArgs> args = std::make_shared<JobArgs>();
  if (!args->Read(env, plan, values[1], values[2], true)) {
    args->Release(env);
    return nullptr;
  }
  std::unique_ptr<Run> run(new Run);
  run->env = env;
  run->args = args;
  run->plan = plan;
  napi_create_string_utf8(env, "ridgeline.run", NAPI_AUTO_LENGTH, &name);
  if (!IsNullish(env, values[3])) napi_create_reference(env, values[3], 1, &run->on_progress);

  std::unique_ptr<std::shared_ptr<JobArgs>> held(new std::shared_ptr<JobArgs>(args));
  if (napi_create_promise(env, &run->deferred, &promise) != napi_ok ||
      napi_create_function(env, "stop", NAPI_AUTO_LENGTH, Stop, held.get(), &stop) != napi_ok ||
      napi_add_finalizer(env, stop, held.get(), FinalizeStop, nullptr, nullptr) != napi_ok) {
    args->Release(env);
    return Throw(env, "ERR_INTERNAL", "run: the promise could not be made");
  }
  held.release();
  if (napi_create_threadsafe_function(env, nullptr, nullptr, name, 0, 1, nullptr, Finalize, run.get(), CallJs, &run->function) != napi_ok) {
    args->Unlock();  // `stop` still holds them
    args->Release(env);
    return Throw(env, "ERR_INTERNAL", "run: the thread-safe function could not be made");
  }
  Run* raw = run.release();  // the finalizer owns it from here
  raw->done = new Event;
  raw->done->done = true;
  napi_add_env_cleanup_hook(env, OnCleanup, raw);
  if (raw->on_progress != nullptr) {
    raw->args->job.progress = [raw](int32_t model, int64_t steps, int64_t rows, const uint8_t* watched) {
      if (raw->reports.load(std::memory_order_relaxed) >= kMaxReports) return;
      Event* event = new (std::nothrow) Event;
      if (event == nullptr) return;
      raw->reports.fetch_add(1, std::memory_order_relaxed);
      event->model = model;
      event->steps = steps;
      event->rows = rows;
      event->watched.assign(watched, watched + raw->args->job.watch_bytes);
      if (napi_call_threadsafe_function(raw->function, event, napi_tsfn_nonblocking) != napi_ok) delete event;
    };
  }
  const int32_t threads = raw->args->job.threads;
  if (!raw->thread.Start(ThreadMain, raw, std::move(queue), threads > 0 ? threads : DefaultThreads())) {
    raw->failed = true;
    raw->error = "a thread could not be started";
    ReportDone(raw);
  }
  napi_create_object(env, &result);
  napi_set_named_property(env, result, "promise", promise);
  napi_set_named_property(env, result, "stop", stop);
  return result;
}

}  // namespace ridgeline
