#include "job_args.h"

#include <cstring>

#include "handles.h"

namespace ridgeline {
namespace {

constexpr int64_t kMaxInteger = (int64_t{1} << 53) - 1;
constexpr int64_t kMaxModels = 1 << 16;
constexpr int64_t kMaxPasses = 1 << 20;
// docs/plan.md, "A job": numbers before the models', numbers of one model, objects of one model before its outputs, results of one model.
constexpr size_t kHeaderNumbers = 6;
constexpr size_t kModelNumbers = 12;
constexpr uint32_t kModelObjects = 4;
constexpr size_t kModelResults = 6;

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

void JobArgs::UnlockUntilAgain() {
  if (read_later_.empty() && written_later_.empty()) {
    read_later_.assign(reading_.begin(), reading_.end());
    written_later_.assign(writing_.begin(), writing_.end());
  }
  Unlock();
}

bool JobArgs::LockAgain(napi_env env) {
  for (const bool write : {true, false}) {
    for (const std::weak_ptr<Slab>& later : write ? written_later_ : read_later_) {
      const std::shared_ptr<Slab> slab = later.lock();
      if (slab != nullptr && Lock(env, slab, write)) continue;
      Unlock();
      if (slab == nullptr) Throw(env, "ERR_VALUE", "job: a slab has been freed");
      return false;
    }
  }
  return true;
}

bool JobArgs::BorrowsOnlyFrom(const void* data, size_t bytes) const {
  const uintptr_t begin = reinterpret_cast<uintptr_t>(data), end = begin + bytes;
  for (const Loan& loan : loans_) {
    const uintptr_t at = reinterpret_cast<uintptr_t>(loan.data);
    if (loan.bytes > 0 && (at < begin || at > end || loan.bytes > end - at)) return false;
  }
  return copies_.empty();
}

const uint8_t* JobArgs::Keep(napi_env env, napi_value array, const ArrayView& view, bool copy) {
  // What other threads may write to is copied as well: an index must not change after it was checked.
  if (!copy && !IsShared(env, view)) {
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

bool JobArgs::Next(napi_env env, napi_value objects, napi_value* out) { return Element(env, objects, next_object_++, out); }

bool JobArgs::Number(napi_env env, const char* name, int64_t low, int64_t high, int64_t* out) {
  return CheckInteger(env, numbers_[next_number_++], name, low, high, out);
}

bool JobArgs::Read(napi_env env, const std::shared_ptr<Plan>& plan, napi_value numbers, napi_value objects, bool copy) {
  int64_t threads, progress, columns, models;
  uint32_t object_count;
  ArrayView view;
  if (!ReadArrayOf(env, numbers, "job.numbers", napi_float64_array, &view)) return false;
  // A copy: what follows runs JavaScript if an element of the objects is a getter.
  numbers_.assign(reinterpret_cast<const double*>(view.data), reinterpret_cast<const double*>(view.data) + view.length);
  if (numbers_.size() < kHeaderNumbers) {
    Throw(env, "ERR_VALUE", "job.numbers: expected at least 6 numbers, got " + std::to_string(view.length));
    return false;
  }
  if (!Number(env, "job.threads", 0, 1024, &threads) || !Number(env, "job.progressMilliseconds", 0, 1 << 30, &progress) ||
      !Number(env, "job.watch.offset", 0, kMaxInteger, &job.watch_offset) ||
      !Number(env, "job.watch.bytes", 0, kMaxInteger, &job.watch_bytes) ||
      !Number(env, "job.columns", plan->port_count(), plan->port_count(), &columns) || !Number(env, "job.models", 1, kMaxModels, &models) ||
      !ReadLength(env, objects, "job.objects", &object_count)) {
    return false;
  }
  const size_t count = static_cast<size_t>(models);
  if (numbers_.size() != kHeaderNumbers + kModelNumbers * count) {
    Throw(env, "ERR_VALUE",
          "job.numbers: expected " + std::to_string(kHeaderNumbers + kModelNumbers * count) + " numbers for " + std::to_string(count) +
              " models, got " + std::to_string(numbers_.size()));
    return false;
  }
  job.threads = static_cast<int32_t>(threads);
  job.progress_milliseconds = static_cast<int32_t>(progress);
  // States first: a state that is also read as a column is refused by its lock.
  job.models.resize(count);
  job.stop_model = std::vector<std::atomic<bool>>(count);
  for (size_t i = 0; i < count; i++) {
    if (!ReadModel(env, *plan, objects, copy, &job.models[i])) return false;
    job.stop_model[i].store(false);
  }
  if (!ReadColumns(env, static_cast<uint32_t>(columns), objects, copy, &job.columns) || !ReadResults(env, objects, copy)) return false;
  if (next_object_ != object_count) {
    Throw(env, "ERR_VALUE", "job.objects: expected " + std::to_string(next_object_) + " objects, got " + std::to_string(object_count));
    return false;
  }
  if (!Borrowed(env)) return false;
  const std::string why = CheckJob(*plan, job);
  if (why.empty()) return true;
  Throw(env, "ERR_VALUE", "job: " + why);
  return false;
}

bool JobArgs::ReadColumns(napi_env env, uint32_t count, napi_value objects, bool copy, std::vector<Column>* columns) {
  columns->reserve(count);
  for (uint32_t i = 0; i < count; i++) {
    napi_value value;
    Column column;
    if (!Next(env, objects, &value)) return false;
    if (IsTypedArray(env, value)) {
      ArrayView view;
      if (!ReadArray(env, value, "job.columns", &view)) return false;
      column.data = Keep(env, value, view, copy);
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
    columns->push_back(column);
  }
  return true;
}

bool JobArgs::ReadModel(napi_env env, const Plan& plan, napi_value objects, bool copy, ModelRow* row) {
  napi_value state, snapshot, scalars, indices;
  int64_t seed[2], sample, outputs, columns, width;
  if (!Number(env, "model.seed", 0, 0xffffffffll, &seed[0]) || !Number(env, "model.seed", 0, 0xffffffffll, &seed[1]) ||
      !Number(env, "model.sample", 0, 0xffffffffll, &sample) || !Number(env, "model.step", 0, kMaxInteger, &row->step) ||
      !Number(env, "model.scalarSteps", 1, kMaxInteger, &row->scalar_steps) || !Number(env, "model.begin", 0, kMaxInteger, &row->begin) ||
      !Number(env, "model.end", 0, kMaxInteger, &row->end) || !Number(env, "model.batch", 1, kMaxInteger, &row->batch) ||
      !Number(env, "model.passes", 1, kMaxPasses, &row->passes) || !Number(env, "model.outputs", 0, plan.output_count(), &outputs) ||
      !Number(env, "model.columns", 0, plan.port_count(), &columns) || !Number(env, "model.columnWidth", 0, INT32_MAX, &width) ||
      !Next(env, objects, &state) || !Next(env, objects, &snapshot) || !Next(env, objects, &scalars) || !Next(env, objects, &indices)) {
    return false;
  }
  row->seed[0] = static_cast<uint32_t>(seed[0]);
  row->seed[1] = static_cast<uint32_t>(seed[1]);
  row->sample = static_cast<uint32_t>(sample);
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
  ArrayView view;
  if (!ReadArrayOf(env, scalars, "model.scalars", napi_float64_array, &view)) return false;
  if (plan.scalar_count() > 0 && row->scalar_steps > static_cast<int64_t>(view.length / static_cast<size_t>(plan.scalar_count()))) {
    Throw(env, "ERR_VALUE",
          "model.scalars: expected " + std::to_string(plan.scalar_count()) + " slots for each of " + std::to_string(row->scalar_steps) +
              " steps, got " + std::to_string(view.length));
    return false;
  }
  row->scalars = Keep(env, scalars, view, copy);
  if (row->scalars == nullptr && view.bytes > 0) {
    Throw(env, "ERR_MEMORY", "model.scalars: out of memory");
    return false;
  }
  if (!IsNullish(env, indices)) {
    if (!ReadArrayOf(env, indices, "model.indices", napi_int32_array, &view)) return false;
    row->indices = reinterpret_cast<const int32_t*>(Keep(env, indices, view, copy));
    row->index_count = static_cast<int64_t>(view.length);
    if (row->indices == nullptr && view.bytes > 0) {
      Throw(env, "ERR_MEMORY", "model.indices: out of memory");
      return false;
    }
    // An empty list has no address of its own, and null means that there is no list.
    static const int32_t kNone = 0;
    if (row->indices == nullptr) row->indices = &kNone;
  }
  row->outputs.resize(static_cast<size_t>(outputs));
  for (OutputTarget& target : row->outputs) {
    napi_value value;
    if (!Next(env, objects, &value)) return false;
    if (!IsNullish(env, value) && !ReadTarget(env, value, "model.outputs", copy, &target)) return false;
  }
  if (row->passes > 1) {
    napi_value sums;
    if (!Next(env, objects, &sums) || (!IsNullish(env, sums) && !ReadTarget(env, sums, "model.sums", copy, &row->sums))) return false;
  }
  if (width > 0 && !ReadFeatures(env, width, objects, copy, row)) return false;
  return ReadColumns(env, static_cast<uint32_t>(columns), objects, copy, &row->columns);
}

bool JobArgs::ReadFeatures(napi_env env, int64_t width, napi_value objects, bool copy, ModelRow* row) {
  napi_value features;
  ArrayView view;
  if (!Next(env, objects, &features) || !ReadArrayOf(env, features, "model.features", napi_int32_array, &view)) return false;
  row->features = reinterpret_cast<const int32_t*>(Keep(env, features, view, copy));
  row->feature_count = static_cast<int64_t>(view.length);
  row->column_width = width;
  if (row->features == nullptr) {
    Throw(env, "ERR_VALUE", "model.features: expected at least one");
    return false;
  }
  return true;
}

bool JobArgs::ReadTarget(napi_env env, napi_value value, const char* name, bool copy, OutputTarget* target) {
  ArrayView view;
  if (!ReadArray(env, value, name, &view)) return false;
  target->bytes = view.bytes;
  target->data = view.data;
  if (!copy) {
    loans_.push_back({value, view.data, view.bytes});
    return true;
  }
  std::shared_ptr<Slab> slab = Slab::Create(view.bytes);
  napi_ref reference;
  if (slab == nullptr || napi_create_reference(env, value, 1, &reference) != napi_ok) {
    Throw(env, "ERR_MEMORY", std::string(name) + ": out of memory");
    return false;
  }
  // What the job does not write stays as it was.
  if (view.bytes > 0) std::memcpy(slab->data(), view.data, view.bytes);
  target->data = slab->data();
  deliveries_.push_back({reference, slab->data(), view.bytes});
  copies_.push_back(std::move(slab));
  return true;
}

bool JobArgs::ReadResults(napi_env env, napi_value objects, bool copy) {
  napi_value value;
  OutputTarget target;
  ArrayView view;
  if (!Next(env, objects, &value) || !ReadArrayOf(env, value, "job.results", napi_float64_array, &view)) return false;
  if (view.length != kModelResults * job.models.size()) {
    Throw(env, "ERR_VALUE",
          "job.results: expected room for " + std::to_string(kModelResults * job.models.size()) + " numbers, got " +
              std::to_string(view.length));
    return false;
  }
  if (!ReadTarget(env, value, "job.results", copy, &target)) return false;
  results_ = reinterpret_cast<double*>(target.data);
  return true;
}

void JobArgs::Report(const std::vector<ModelResult>& results) {
  double* out = results_;
  for (const ModelResult& r : results) {
    for (const int64_t value : {r.steps, r.rows, static_cast<int64_t>(r.status), r.id, r.instruction, r.detail})
      *out++ = static_cast<double>(value);
  }
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

}  // namespace ridgeline
