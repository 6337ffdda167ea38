// A job: one plan over one or more models. docs/plan.md describes the fields.
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "plan.h"
#include "slab.h"

namespace ridgeline {

// A column is borrowed memory: the caller keeps it alive and unchanged until the job ends.
struct Column {
  const uint8_t* data = nullptr;
  size_t bytes = 0;
};

struct OutputTarget {
  uint8_t* data = nullptr;  // null: not wanted
  size_t bytes = 0;
};

enum class ModelStatus : int32_t { kDone = 0, kStopped = 1, kGuard = 2, kIndex = 3 };

struct ModelResult {
  int64_t steps = 0;
  int64_t rows = 0;
  ModelStatus status = ModelStatus::kDone;
  int64_t id = 0;
  int64_t instruction = 0;
  int64_t detail = 0;
};

struct ModelRow {
  Slab* state = nullptr;
  Slab* snapshot = nullptr;
  uint32_t seed[2] = {0, 0};
  uint32_t sample = 0;
  int64_t step = 0;
  const uint8_t* scalars = nullptr;  // scalar_steps * scalarCount slots of 8 bytes
  int64_t scalar_steps = 1;
  const int32_t* indices = nullptr;
  int64_t index_count = 0;
  int64_t begin = 0;
  int64_t end = 0;
  int64_t batch = 1;
  // The rows are gone through so often, each time with its own part of the indices, which are as many parts of one length.
  int64_t passes = 1;
  OutputTarget sums;                  // what is watched of the state after each pass but the last; it is 0 when the next begins
  std::vector<OutputTarget> outputs;  // empty, or one per plan output
  std::vector<Column> columns;        // in the place of the job's; empty, or one per port
  // Which elements of the first column's rows the model reads, in order; null: all. Such rows have column_width elements.
  const int32_t* features = nullptr;
  int64_t feature_count = 0;
  int64_t column_width = 0;
};

struct Job {
  int32_t threads = 0;
  std::vector<Column> columns;
  std::vector<ModelRow> models;
  int32_t progress_milliseconds = 0;
  int64_t watch_offset = 0;
  int64_t watch_bytes = 0;

  // Set from any thread; read before each step.
  std::atomic<bool> stop_all{false};
  std::vector<std::atomic<bool>> stop_model;  // one per model, sized by the caller
  // Called from a compute thread at step boundaries, never concurrently; may be empty. `watched` is watch_bytes of the model's state.
  std::function<void(int32_t model, int64_t steps, int64_t rows, const uint8_t* watched)> progress;
};

// The columns that a model reads.
inline const std::vector<Column>& ColumnsOf(const Job& job, const ModelRow& model) {
  return model.columns.empty() ? job.columns : model.columns;
}

// Checks the job against the plan: columns and targets large enough, indices in range, state sizes, scalar table. Empty when good, else a
// sentence for the user.
std::string CheckJob(const Plan& plan, const Job& job);

// Runs a checked job to its end. One result per model. False and *error when memory could not be had.
bool RunJob(Plan* plan, Job* job, std::vector<ModelResult>* results, std::string* error);

}  // namespace ridgeline
