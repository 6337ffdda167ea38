#include "job_args.h"

#include <cstring>

#include "handles.h"

namespace ridgeline {
namespace {

constexpr int64_t kMaxInteger = (int64_t{1} << 53) - 1;
constexpr uint32_t kMaxModels = 1 << 16;

bool IntegerProperty(napi_env env, napi_value object, const char* name, int64_t low, int64_t high, int64_t* out) {
  napi_value value;
  return Property(env, object, name, &value) && ReadInteger(env, value, name, low, high, out);
}

bool Element(napi_env env, napi_value list, uint32_t i, napi_value* out) { return napi_get_element(env, list, i, out) == napi_ok; }

}  // namespace

bool JobArgs::Lock(napi_env env, const std::shared_ptr<Slab>& slab, bool write) {
  for (const std::shared_ptr<Slab>& known : writing_) {
    if (known != slab) continue;
    Throw(env, "ERR_BUSY", write ? "job: two of its states and snapshots are the same slab" : "job: a slab that it writes to is also read");
    return false;
  }
  if (write ? slab->TryWrite() : slab->TryRead()) {
    (write ? writing_ : reading_).push_back(slab);
    return true;
  }
  Throw(env, "ERR_BUSY", "job: another run is using this memory");
  return false;
}

void JobArgs::Unlock() {
  for (const std::shared_ptr<Slab>& slab : writing_) slab->EndWrite();
  for (const std::shared_ptr<Slab>& slab : reading_) slab->EndRead();
  writing_.clear();
  reading_.clear();
}

const uint8_t* JobArgs::Keep(napi_value array, const ArrayView& view, bool copy) {
  // What other threads may write to is copied as well: an index must not change after it was checked.
  if (!copy && !view.shared) {
    loans_.push_back({array, view.data, view.bytes});
    return view.data;
  }
  std::shared_ptr<Slab> slab = Slab::Create(view.bytes);
  if (slab == nullptr) return nullptr;
  if (view.bytes > 0) std::memcpy(slab->data(), view.data, view.bytes);
  copies_.push_back(slab);
  return slab->data();
}

// From here to the end of the job no JavaScript runs.
bool JobArgs::Borrowed(napi_env env) {
  for (const Loan& loan : loans_) {
    ArrayView view;
    if (!ReadArray(env, loan.array, "job", &view)) return false;
    if (view.data == loan.data && view.bytes == loan.bytes) continue;
    Throw(env, "ERR_VALUE", "job: an array changed while the job was being read");
    return false;
  }
  return true;
}

bool JobArgs::Read(napi_env env, const std::shared_ptr<Plan>& plan, napi_value object, bool copy) {
  napi_value columns, models, watch;
  int64_t threads, progress;
  uint32_t count;
  if (!IsObject(env, object, "job") || !IntegerProperty(env, object, "threads", 0, 1024, &threads) ||
      !IntegerProperty(env, object, "progressMilliseconds", 0, 1 << 30, &progress) || !Property(env, object, "watch", &watch) ||
      !IsObject(env, watch, "job.watch") || !IntegerProperty(env, watch, "offset", 0, kMaxInteger, &job.watch_offset) ||
      !IntegerProperty(env, watch, "bytes", 0, kMaxInteger, &job.watch_bytes) || !Property(env, object, "columns", &columns) ||
      !Property(env, object, "models", &models) || !ReadLength(env, models, "job.models", &count)) {
    return false;
  }
  if (count == 0 || count > kMaxModels) {
    Throw(env, "ERR_VALUE", "job.models: expected 1 to 65536 models");
    return false;
  }
  job.threads = static_cast<int32_t>(threads);
  job.progress_milliseconds = static_cast<int32_t>(progress);
  // States first: a state that is also read as a column is refused by its lock.
  job.models.resize(count);
  job.stop_model = std::vector<std::atomic<bool>>(count);
  for (uint32_t i = 0; i < count; i++) {
    napi_value model;
    if (!Element(env, models, i, &model) || !ReadModel(env, *plan, model, copy, &job.models[i])) return false;
    job.stop_model[i].store(false);
  }
  if (!ReadColumns(env, *plan, columns, copy) || !Borrowed(env)) return false;
  const std::string why = CheckJob(*plan, job);
  if (why.empty()) return true;
  Throw(env, "ERR_VALUE", "job: " + why);
  return false;
}

bool JobArgs::ReadColumns(napi_env env, const Plan& plan, napi_value list, bool copy) {
  uint32_t count;
  if (!ReadLength(env, list, "job.columns", &count)) return false;
  if (static_cast<int32_t>(count) != plan.port_count()) {
    Throw(env, "ERR_VALUE", "job.columns: expected " + std::to_string(plan.port_count()) + " columns, got " + std::to_string(count));
    return false;
  }
  for (uint32_t i = 0; i < count; i++) {
    napi_value value;
    Column column;
    if (!Element(env, list, i, &value)) return false;
    if (IsTypedArray(env, value)) {
      ArrayView view;
      if (!ReadArray(env, value, "job.columns", &view)) return false;
      column.data = Keep(value, view, copy);
      column.bytes = view.bytes;
      if (column.data == nullptr && view.bytes > 0) {
        Throw(env, "ERR_MEMORY", "job.columns: out of memory");
        return false;
      }
    } else {
      const std::shared_ptr<Slab> slab = SlabOf(env, value, "job.columns");
      if (slab == nullptr || !Lock(env, slab, false)) return false;
      column.data = slab->data();
      column.bytes = slab->bytes();
    }
    job.columns.push_back(column);
  }
  return true;
}

bool JobArgs::ReadModel(napi_env env, const Plan& plan, napi_value object, bool copy, ModelRow* row) {
  napi_value state, snapshot, seed, scalars, indices, outputs, part;
  int64_t number;
  if (!IsObject(env, object, "job.models") || !Property(env, object, "state", &state) || !Property(env, object, "snapshot", &snapshot) ||
      !Property(env, object, "seed", &seed) || !Property(env, object, "scalars", &scalars) || !Property(env, object, "indices", &indices) ||
      !Property(env, object, "outputs", &outputs)) {
    return false;
  }
  if (!IsNullish(env, state)) {
    const std::shared_ptr<Slab> slab = SlabOf(env, state, "model.state");
    if (slab == nullptr || !Lock(env, slab, plan.writes_state())) return false;
    row->state = slab.get();
  }
  if (!IsNullish(env, snapshot)) {
    const std::shared_ptr<Slab> slab = SlabOf(env, snapshot, "model.snapshot");
    if (slab == nullptr || !Lock(env, slab, true)) return false;
    row->snapshot = slab.get();
  }
  uint32_t length;
  if (!ReadLength(env, seed, "model.seed", &length)) return false;
  for (uint32_t i = 0; i < 2; i++) {
    if (!Element(env, seed, i, &part) || !ReadInteger(env, part, "model.seed", 0, 0xffffffffll, &number)) return false;
    row->seed[i] = static_cast<uint32_t>(number);
  }
  if (!IntegerProperty(env, object, "sample", 0, 0xffffffffll, &number)) return false;
  row->sample = static_cast<uint32_t>(number);
  if (!IntegerProperty(env, object, "step", 0, kMaxInteger, &row->step) ||
      !IntegerProperty(env, object, "scalarSteps", 1, kMaxInteger, &row->scalar_steps) ||
      !IntegerProperty(env, object, "begin", 0, kMaxInteger, &row->begin) ||
      !IntegerProperty(env, object, "end", 0, kMaxInteger, &row->end) ||
      !IntegerProperty(env, object, "batch", 1, kMaxInteger, &row->batch)) {
    return false;
  }
  ArrayView view;
  if (!ReadArrayOf(env, scalars, "model.scalars", napi_float64_array, &view)) return false;
  if (plan.scalar_count() > 0 && row->scalar_steps > static_cast<int64_t>(view.length / static_cast<size_t>(plan.scalar_count()))) {
    Throw(env, "ERR_VALUE",
          "model.scalars: expected " + std::to_string(plan.scalar_count()) + " slots for each of " + std::to_string(row->scalar_steps) +
              " steps, got " + std::to_string(view.length));
    return false;
  }
  row->scalars = Keep(scalars, view, copy);
  if (row->scalars == nullptr && view.bytes > 0) {
    Throw(env, "ERR_MEMORY", "model.scalars: out of memory");
    return false;
  }
  if (!IsNullish(env, indices)) {
    if (!ReadArrayOf(env, indices, "model.indices", napi_int32_array, &view)) return false;
    row->indices = reinterpret_cast<const int32_t*>(Keep(indices, view, copy));
    row->index_count = static_cast<int64_t>(view.length);
    if (row->indices == nullptr && view.bytes > 0) {
      Throw(env, "ERR_MEMORY", "model.indices: out of memory");
      return false;
    }
    // An empty list has no address of its own, and null means that there is no list.
    static const int32_t kNone = 0;
    if (row->indices == nullptr) row->indices = &kNone;
  }
  return ReadOutputs(env, plan, outputs, copy, row);
}

bool JobArgs::ReadOutputs(napi_env env, const Plan& plan, napi_value list, bool copy, ModelRow* row) {
  uint32_t count;
  if (!ReadLength(env, list, "model.outputs", &count)) return false;
  if (count != 0 && static_cast<int32_t>(count) != plan.output_count()) {
    Throw(env, "ERR_VALUE", "model.outputs: expected none or " + std::to_string(plan.output_count()) + ", got " + std::to_string(count));
    return false;
  }
  for (uint32_t i = 0; i < count; i++) {
    napi_value value;
    OutputTarget target;
    if (!Element(env, list, i, &value)) return false;
    if (!IsNullish(env, value)) {
      ArrayView view;
      if (!ReadArray(env, value, "model.outputs", &view)) return false;
      target.bytes = view.bytes;
      target.data = view.data;
      if (!copy) {
        loans_.push_back({value, view.data, view.bytes});
      } else {
        std::shared_ptr<Slab> slab = Slab::Create(view.bytes);
        napi_ref reference;
        if (slab == nullptr || napi_create_reference(env, value, 1, &reference) != napi_ok) {
          Throw(env, "ERR_MEMORY", "model.outputs: out of memory");
          return false;
        }
        // What the job does not write stays as it was.
        if (view.bytes > 0) std::memcpy(slab->data(), view.data, view.bytes);
        target.data = slab->data();
        deliveries_.push_back({reference, slab->data(), view.bytes});
        copies_.push_back(std::move(slab));
      }
    }
    row->outputs.push_back(target);
  }
  return true;
}

bool JobArgs::Deliver(napi_env env, std::string* why) {
  bool all = true;
  for (const Delivery& d : deliveries_) {
    napi_value array = nullptr;
    napi_value buffer;
    napi_typedarray_type type;
    size_t length = 0, offset = 0;
    void* data = nullptr;
    bool detached = true;
    if (napi_get_reference_value(env, d.array, &array) == napi_ok && array != nullptr &&
        napi_get_typedarray_info(env, array, &type, &length, &data, &buffer, &offset) == napi_ok) {
      napi_is_detached_arraybuffer(env, buffer, &detached);
    }
    static const size_t kSizes[] = {1, 1, 1, 2, 2, 4, 4, 4, 8, 8, 8};
    if (detached || length * kSizes[type] != d.bytes) {
      *why = "run: an output array was detached or resized while the run was on";
      all = false;
      continue;
    }
    if (d.bytes > 0) std::memcpy(data, d.data, d.bytes);
  }
  return all;
}

void JobArgs::Release(napi_env env) {
  for (const Delivery& d : deliveries_) napi_delete_reference(env, d.array);
  deliveries_.clear();
  // stop() keeps this object for as long as JavaScript keeps the run: the copies need not stay.
  copies_.clear();
}

napi_value ResultOf(napi_env env, const std::vector<ModelResult>& results) {
  static const char* const kStatus[] = {"done", "stopped", "guard", "index"};
  napi_value result, models;
  napi_create_object(env, &result);
  napi_create_array_with_length(env, results.size(), &models);
  for (size_t i = 0; i < results.size(); i++) {
    napi_value model;
    napi_create_object(env, &model);
    SetNumber(env, model, "steps", static_cast<double>(results[i].steps));
    SetNumber(env, model, "rows", static_cast<double>(results[i].rows));
    SetString(env, model, "status", kStatus[static_cast<int>(results[i].status)]);
    SetNumber(env, model, "id", static_cast<double>(results[i].id));
    SetNumber(env, model, "instruction", static_cast<double>(results[i].instruction));
    SetNumber(env, model, "detail", static_cast<double>(results[i].detail));
    napi_set_element(env, models, static_cast<uint32_t>(i), model);
  }
  napi_set_named_property(env, result, "models", models);
  return result;
}

}  // namespace ridgeline
