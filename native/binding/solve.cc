#include "solve.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <memory>
#include <new>

#include "../linear/dense.h"
#include "../runtime/float_mode.h"
#include "../runtime/thread_pool.h"
#include "work_thread.h"

namespace ridgeline {
namespace {

using linear::Algorithm;
using linear::Problem;

// Shared with the function that stops it, which JavaScript may keep.
using StopFlag = std::shared_ptr<std::atomic<bool>>;

struct Event {
  bool done = false;
  double values[3] = {0, 0, 0};
};

// Lives from the call to the finalizer of its thread-safe function, which joins the thread.
struct Solve {
  napi_threadsafe_function function = nullptr;
  napi_deferred deferred = nullptr;
  napi_ref on_progress = nullptr;
  napi_ref thrown = nullptr;  // what the progress callback threw, in an array
  const KernelTable* kernels = nullptr;
  const Algorithm* algorithm = nullptr;
  Problem problem;
  linear::End end = linear::End::kMemory;
  StopFlag stop = std::make_shared<std::atomic<bool>>(false);
  std::atomic<bool> closing{false};
  std::atomic<int32_t> reports{0};  // on their way to JavaScript
  Event* done = nullptr;            // made beforehand, so that the end needs no memory
  WorkThread thread;
};

// More reports than this are dropped: JavaScript is busy, and later ones say more.
constexpr int32_t kMaxReports = 64;
constexpr uint32_t kMaxArrays = 64;
// Bytes that one thread copies at a time.
constexpr int64_t kCopyBytes = 1 << 20;

void ParallelCopy(uint8_t* to, const uint8_t* from, size_t bytes) {
  struct Copy {
    uint8_t* to;
    const uint8_t* from;
    int64_t bytes;
  } copy = {to, from, static_cast<int64_t>(bytes)};
  ParallelFor(
      DefaultThreads(), (copy.bytes + kCopyBytes - 1) / kCopyBytes,
      [](void* arg, int64_t part, int32_t) {
        const Copy* c = static_cast<const Copy*>(arg);
        const int64_t begin = part * kCopyBytes;
        std::memcpy(c->to + begin, c->from + begin, static_cast<size_t>(std::min(kCopyBytes, c->bytes - begin)));
      },
      &copy);
}

// The first one last, since reading an element may run JavaScript: where it is `borrowed` its memory must stay until it has been loaded.
bool ReadInputs(napi_env env, napi_value values, bool borrowed, Problem* problem) {
  uint32_t count;
  if (!ReadLength(env, values, "solve: inputs", &count)) return false;
  if (count > kMaxArrays) {
    Throw(env, "ERR_VALUE", "solve: too many inputs");
    return false;
  }
  problem->inputs.resize(count);
  for (uint32_t left = count; left > 0; left--) {
    const uint32_t i = left - 1;
    napi_value value;
    ArrayView view;
    if (napi_get_element(env, values, i, &value) != napi_ok || !ReadArray(env, value, "solve: inputs", &view)) return false;
    if (view.type != napi_float64_array && view.type != napi_int32_array) {
      Throw(env, "ERR_DTYPE", "solve: expected Float64Arrays and Int32Arrays for inputs");
      return false;
    }
    linear::Input& input = problem->inputs[i];
    uint8_t* data = view.data;
    if (i > 0 || !borrowed) {
      input.memory = Slab::Create(view.bytes);
      if (input.memory == nullptr) {
        Throw(env, "ERR_MEMORY", "solve: " + std::to_string(view.bytes) + " bytes cannot be had");
        return false;
      }
      data = input.memory->data();
      if (view.bytes > 0) ParallelCopy(data, view.data, view.bytes);
    }
    if (view.type == napi_float64_array) {
      input.f64 = reinterpret_cast<double*>(data);
    } else {
      input.i32 = reinterpret_cast<int32_t*>(data);
    }
    input.length = static_cast<int64_t>(view.length);
  }
  return true;
}

bool ReadProblem(napi_env env, napi_value numbers, napi_value inputs, napi_value lengths, bool borrowed, Problem* problem) {
  ArrayView view;
  if (!ReadArrayOf(env, numbers, "solve: numbers", napi_float64_array, &view)) return false;
  const double* first = reinterpret_cast<const double*>(view.data);
  problem->numbers.assign(first, first + view.length);
  if (!ReadArrayOf(env, lengths, "solve: output lengths", napi_float64_array, &view)) return false;
  if (view.length > kMaxArrays) {
    Throw(env, "ERR_VALUE", "solve: too many outputs");
    return false;
  }
  for (size_t i = 0; i < view.length; i++) {
    const double length = reinterpret_cast<const double*>(view.data)[i];
    linear::Output output;
    if (length >= 0 && length < 1e14 && length == std::floor(length))
      output.memory = Slab::Create(static_cast<size_t>(length) * sizeof(double));
    if (output.memory == nullptr) {
      Throw(env, "ERR_MEMORY", "solve: room for " + Text(length) + " doubles cannot be had");
      return false;
    }
    output.length = static_cast<int64_t>(length);
    output.data = reinterpret_cast<double*>(output.memory->data());
    problem->outputs.push_back(std::move(output));
  }
  // Last: reading elements may run JavaScript, which may detach what was read before.
  return ReadInputs(env, inputs, borrowed, problem);
}

void OnCleanup(void* data) {
  Solve* solve = static_cast<Solve*>(data);
  solve->closing.store(true);
  solve->stop->store(true);
}

void Report(napi_env env, Solve* solve, const Event& event) {
  if (solve->on_progress == nullptr || solve->thrown != nullptr) return;
  napi_value callback, receiver, args[3];
  if (napi_get_reference_value(env, solve->on_progress, &callback) != napi_ok || napi_get_undefined(env, &receiver) != napi_ok) return;
  for (int i = 0; i < 3; i++) napi_create_double(env, event.values[i], &args[i]);
  if (napi_call_function(env, receiver, callback, 3, args, nullptr) == napi_ok) return;
  // What the callback throws ends the run and becomes its error.
  bool pending = false;
  napi_value error, box;
  if (napi_is_exception_pending(env, &pending) != napi_ok || !pending || napi_get_and_clear_last_exception(env, &error) != napi_ok) return;
  solve->stop->store(true);
  // Only objects can be referenced in this version of Node-API: others are boxed in an array.
  if (napi_create_array_with_length(env, 1, &box) == napi_ok && napi_set_element(env, box, 0, error) == napi_ok)
    napi_create_reference(env, box, 1, &solve->thrown);
}

// The outputs as an array of Float64Arrays; null when memory cannot be had.
napi_value Results(napi_env env, const Problem& problem) {
  napi_value results;
  if (napi_create_array_with_length(env, problem.outputs.size(), &results) != napi_ok) return nullptr;
  for (size_t i = 0; i < problem.outputs.size(); i++) {
    const linear::Output& output = problem.outputs[i];
    const size_t length = static_cast<size_t>(output.length);
    napi_value buffer, array;
    void* data = nullptr;
    if (napi_create_arraybuffer(env, length * sizeof(double), &data, &buffer) != napi_ok ||
        napi_create_typedarray(env, napi_float64_array, length, buffer, 0, &array) != napi_ok ||
        napi_set_element(env, results, static_cast<uint32_t>(i), array) != napi_ok) {
      return nullptr;
    }
    if (length > 0) ParallelCopy(static_cast<uint8_t*>(data), output.memory->data(), length * sizeof(double));
  }
  return results;
}

void Settle(napi_env env, Solve* solve) {
  napi_value value = nullptr;
  if (solve->thrown != nullptr) {
    napi_value box;
    if (napi_get_reference_value(env, solve->thrown, &box) == napi_ok) napi_get_element(env, box, 0, &value);
    napi_reject_deferred(env, solve->deferred, value);
  } else if (solve->end == linear::End::kStopped) {
    napi_get_null(env, &value);
    napi_resolve_deferred(env, solve->deferred, value);
  } else {
    if (solve->end == linear::End::kDone) value = Results(env, solve->problem);
    if (value != nullptr) {
      napi_resolve_deferred(env, solve->deferred, value);
    } else {
      bool pending = false;
      if (napi_is_exception_pending(env, &pending) == napi_ok && pending) napi_get_and_clear_last_exception(env, &value);
      napi_reject_deferred(env, solve->deferred, MakeError(env, "ERR_MEMORY", std::string(solve->algorithm->name) + ": out of memory"));
    }
  }
  solve->deferred = nullptr;
  solve->problem = Problem();
}

void CallJs(napi_env env, napi_value, void* context, void* data) {
  std::unique_ptr<Event> event(static_cast<Event*>(data));
  Solve* solve = static_cast<Solve*>(context);
  if (env == nullptr || solve->closing.load()) return;
  if (event->done) {
    Settle(env, solve);
  } else {
    solve->reports.fetch_sub(1, std::memory_order_relaxed);
    Report(env, solve, *event);
  }
}

void Finalize(napi_env env, void*, void* context) {
  Solve* solve = static_cast<Solve*>(context);
  solve->stop->store(true);
  solve->thread.Join();
  if (!solve->closing.load()) napi_remove_env_cleanup_hook(env, OnCleanup, solve);
  if (solve->on_progress != nullptr) napi_delete_reference(env, solve->on_progress);
  if (solve->thrown != nullptr) napi_delete_reference(env, solve->thrown);
  delete solve;
}

// The last that is heard of it.
void ReportDone(Solve* solve) {
  Event* done = solve->done;
  // After napi_closing the function must not be used again: its finalizer joins this thread.
  if (napi_call_threadsafe_function(solve->function, done, napi_tsfn_blocking) != napi_ok) {
    delete done;
    return;
  }
  napi_release_threadsafe_function(solve->function, napi_tsfn_release);
}

void ThreadMain(void* data) {
  Solve* solve = static_cast<Solve*>(data);
  {
    DefaultFloatMode mode;
    ParallelContext pool(DefaultThreads());
    linear::Context context(solve->kernels, pool.parallel(), solve->stop.get());
    if (solve->on_progress != nullptr) {
      context.progress = [solve](double done, double total, double value) {
        if (solve->reports.load(std::memory_order_relaxed) >= kMaxReports) return;
        Event* event = new (std::nothrow) Event{false, {done, total, value}};
        if (event == nullptr) return;
        solve->reports.fetch_add(1, std::memory_order_relaxed);
        if (napi_call_threadsafe_function(solve->function, event, napi_tsfn_nonblocking) != napi_ok) delete event;
      };
    }
    solve->end = solve->algorithm->run(&solve->problem, context);
  }
  ReportDone(solve);
}

napi_value Stop(napi_env env, napi_callback_info info) {
  size_t count = 0;
  void* data = nullptr;
  if (napi_get_cb_info(env, info, &count, nullptr, nullptr, &data) == napi_ok) (*static_cast<StopFlag*>(data))->store(true);
  return nullptr;
}

void FinalizeStop(napi_env, void* data, void*) { delete static_cast<StopFlag*>(data); }

}  // namespace

napi_value SolveAsync(napi_env env, napi_callback_info info) {
  napi_value args[5], promise, label, result, stop;
  char name[64];
  size_t length = 0;
  if (!Arguments(env, info, 5, args)) return nullptr;
  if (napi_get_value_string_utf8(env, args[0], name, sizeof name, &length) != napi_ok)
    return Throw(env, "ERR_VALUE", "solve: expected a name");
  std::unique_ptr<Solve> solve(new Solve);
  solve->algorithm = linear::FindAlgorithm(name);
  if (solve->algorithm == nullptr) return Throw(env, "ERR_VALUE", std::string("solve: there is no algorithm ") + name);
  if (!IsNullish(env, args[4]) && !IsFunction(env, args[4]))
    return Throw(env, "ERR_VALUE", "solve: expected a function or null for onProgress");
  const char* why_not = nullptr;
  solve->kernels = SelectKernels(&why_not);
  if (solve->kernels == nullptr) return Throw(env, "ERR_OPTION", why_not != nullptr ? why_not : "no kernels fit this processor");
  std::string why;
  const bool loads = solve->algorithm->load != nullptr;
  if (!ReadProblem(env, args[1], args[2], args[3], loads, &solve->problem)) return nullptr;
  if (!solve->algorithm->check(solve->problem, &why)) return Throw(env, "ERR_SHAPE", std::string(name) + ": " + why);
  if (loads) {
    ParallelContext pool(DefaultThreads());
    if (!solve->algorithm->load(&solve->problem, linear::Context(solve->kernels, pool.parallel(), nullptr)))
      return Throw(env, "ERR_MEMORY", std::string(name) + ": out of memory");
    solve->problem.inputs[0] = linear::Input();
  }

  std::unique_ptr<StopFlag> flag(new StopFlag(solve->stop));
  if (napi_create_promise(env, &solve->deferred, &promise) != napi_ok ||
      napi_create_function(env, "stop", NAPI_AUTO_LENGTH, Stop, flag.get(), &stop) != napi_ok ||
      napi_add_finalizer(env, stop, flag.get(), FinalizeStop, nullptr, nullptr) != napi_ok) {
    return Throw(env, "ERR_INTERNAL", "solve: the promise could not be made");
  }
  flag.release();
  napi_create_string_utf8(env, "ridgeline.solve", NAPI_AUTO_LENGTH, &label);
  if (napi_create_threadsafe_function(env, nullptr, nullptr, label, 0, 1, nullptr, Finalize, solve.get(), CallJs, &solve->function) !=
      napi_ok) {
    return Throw(env, "ERR_INTERNAL", "solve: the thread-safe function could not be made");
  }
  Solve* raw = solve.release();  // the finalizer owns it from here
  raw->done = new Event{true, {0, 0, 0}};
  if (!IsNullish(env, args[4])) napi_create_reference(env, args[4], 1, &raw->on_progress);
  napi_add_env_cleanup_hook(env, OnCleanup, raw);
  if (!raw->thread.Start(ThreadMain, raw)) ReportDone(raw);
  napi_create_object(env, &result);
  napi_set_named_property(env, result, "promise", promise);
  napi_set_named_property(env, result, "stop", stop);
  return result;
}

napi_value FirstNonFinite(napi_env env, napi_callback_info info) {
  napi_value args[1], result;
  ArrayView view;
  if (!Arguments(env, info, 1, args) || !ReadArrayOf(env, args[0], "firstNonFinite: array", napi_float64_array, &view)) return nullptr;
  int64_t bad;
  const bool finite =
      linear::AllFinite(DefaultThreads(), reinterpret_cast<const double*>(view.data), static_cast<int64_t>(view.length), &bad);
  napi_create_double(env, finite ? -1 : static_cast<double>(bad), &result);
  return result;
}

}  // namespace ridgeline
