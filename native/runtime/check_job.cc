#include <algorithm>
#include <vector>

#include "job.h"
#include "plan_impl.h"

namespace ridgeline {
namespace {

// The host's numbers are exact up to here.
constexpr int64_t kMaxStep = int64_t{1} << 53;

std::string Text(int64_t number) { return std::to_string(number); }

std::string CheckColumns(const PlanImpl& plan, const std::vector<Column>& columns) {
  const std::vector<Port>& ports = plan.base().ports;
  if (columns.size() != ports.size()) {
    return "The job has " + Text(static_cast<int64_t>(columns.size())) + " columns, the plan takes " +
           Text(static_cast<int64_t>(ports.size())) + ".";
  }
  for (size_t i = 0; i < ports.size(); i++) {
    const Column& column = columns[i];
    const std::string name = "Column " + Text(static_cast<int64_t>(i));
    if (!ports[i].per_row && column.bytes < static_cast<size_t>(ports[i].bytes)) {
      return name + " has " + Text(static_cast<int64_t>(column.bytes)) + " bytes, the plan reads " + Text(ports[i].bytes) + ".";
    }
    if (column.data == nullptr && column.bytes > 0) return name + " has no data.";
    if (reinterpret_cast<uintptr_t>(column.data) % static_cast<uintptr_t>(DTypeBytes(ports[i].dtype)) != 0) {
      return name + " is not aligned to its elements.";
    }
  }
  return "";
}

// Rows that every batch column of the model has.
int64_t RowsOfColumns(const PlanImpl& plan, const Job& job, const ModelRow& model) {
  int64_t rows = int64_t{1} << 52;
  const std::vector<Port>& ports = plan.base().ports;
  const std::vector<Column>& columns = ColumnsOf(job, model);
  for (size_t i = 0; i < ports.size(); i++) {
    const bool picks = i == 0 && model.features != nullptr;
    const int64_t row_bytes = picks ? model.column_width * DTypeBytes(ports[i].dtype) : ports[i].row_bytes;
    if (ports[i].per_row && row_bytes > 0) rows = std::min(rows, static_cast<int64_t>(columns[i].bytes) / row_bytes);
  }
  return rows;
}

std::string CheckFeatures(const PlanImpl& plan, const ModelRow& model) {
  if (model.features == nullptr) return "";
  const std::vector<Port>& ports = plan.base().ports;
  if (ports.empty() || !ports[0].per_row) return "features, but the plan's first column has no rows";
  const int64_t element = DTypeBytes(ports[0].dtype);
  if (model.feature_count * element != ports[0].row_bytes)
    return Text(model.feature_count) + " features, the plan takes " + Text(ports[0].row_bytes / element);
  for (int64_t f = 0; f < model.feature_count; f++) {
    if (model.features[f] < 0 || model.features[f] >= model.column_width)
      return "feature " + Text(model.features[f]) + " of rows of " + Text(model.column_width) + " elements";
  }
  return "";
}

// Of one pass, whose part of the list begins at `first`.
std::string CheckIndices(const ModelRow& model, int64_t first, int64_t column_rows) {
  const int32_t* list = model.indices + first;
  uint32_t largest = 0;  // as unsigned, negative indices are the largest of all
  for (int64_t i = model.begin; i < model.end; i++) largest = std::max(largest, static_cast<uint32_t>(list[i]));
  if (model.end == model.begin || static_cast<int64_t>(largest) < column_rows) return "";
  for (int64_t i = model.begin; i < model.end; i++) {
    if (static_cast<int64_t>(static_cast<uint32_t>(list[i])) >= column_rows) {
      return "index " + Text(list[i]) + " at position " + Text(first + i) + ", but a column has only " + Text(column_rows) + " rows";
    }
  }
  return "";
}

std::string CheckRange(const ModelRow& model, int64_t column_rows) {
  if (model.batch < 1) return "a batch of " + Text(model.batch) + " rows";
  if (model.passes < 1) return Text(model.passes) + " passes";
  if (model.begin < 0 || model.end < model.begin) return "a range of rows from " + Text(model.begin) + " to " + Text(model.end);
  if (model.indices == nullptr) {
    if (model.end > column_rows) return "rows up to " + Text(model.end) + ", but a column has only " + Text(column_rows);
    return "";
  }
  if (model.index_count % model.passes != 0) return Text(model.index_count) + " indices for " + Text(model.passes) + " passes";
  const int64_t length = model.index_count / model.passes;
  if (model.end > length) return "positions up to " + Text(model.end) + ", but only " + Text(length) + " indices";
  for (int64_t pass = 0; pass < model.passes; pass++) {
    const std::string what = CheckIndices(model, pass * length, column_rows);
    if (!what.empty()) return what;
  }
  return "";
}

std::string CheckRows(const PlanImpl& plan, const ModelRow& model) {
  const int64_t total = model.end - model.begin;
  std::string error;
  for (const int64_t rows : {std::min(model.batch, total), total % model.batch}) {
    if (rows > 0 && plan.Variant(rows, &error) == nullptr) return error;
  }
  return "";
}

// Between passes the watched part of the state is written to, and kept.
std::string CheckPasses(const PlanImpl& plan, const Job& job, const ModelRow& model) {
  if (model.passes == 1 || job.watch_bytes == 0) return "";
  if (!plan.writes_state()) return "several passes, but the plan does not write to its state";
  const size_t records = model.sums.bytes / static_cast<size_t>(job.watch_bytes);
  if (model.sums.data != nullptr && records < static_cast<size_t>(model.passes - 1))
    return "room for the sums of " + Text(static_cast<int64_t>(records)) + " passes of " + Text(model.passes);
  return "";
}

std::string CheckMemory(const PlanImpl& plan, const ModelRow& model) {
  const size_t state = plan.state_bytes();
  if (state > 0 && (model.state == nullptr || model.state->bytes() < state))
    return "a state smaller than the plan's " + Text(static_cast<int64_t>(state)) + " bytes";
  if (model.snapshot != nullptr && (model.snapshot->bytes() < state || model.snapshot == model.state)) {
    return "a snapshot that cannot hold its state";
  }
  if (model.step < 0 || model.step > kMaxStep) return "a first step of " + Text(model.step);
  if (plan.scalar_count() > 0 && (model.scalars == nullptr || model.scalar_steps < 1)) return "no scalars";
  if (model.outputs.empty()) return "";
  if (model.outputs.size() != static_cast<size_t>(plan.output_count())) {
    return Text(static_cast<int64_t>(model.outputs.size())) + " output targets, the plan has " + Text(plan.output_count());
  }
  for (size_t i = 0; i < model.outputs.size(); i++) {
    const OutputTarget& target = model.outputs[i];
    const int32_t output = static_cast<int32_t>(i);
    if (target.data == nullptr) continue;
    const size_t bytes = plan.output_bytes(output);
    // Rows may be many: compared by division, which cannot overflow.
    const size_t row_bytes = plan.output_per_row(output) ? bytes / static_cast<size_t>(plan.capacity_rows()) : 0;
    const size_t rows = static_cast<size_t>(model.end - model.begin);
    const bool enough = plan.output_per_row(output) ? row_bytes == 0 || target.bytes / row_bytes >= rows : target.bytes >= bytes;
    if (!enough)
      return "a target of " + Text(static_cast<int64_t>(target.bytes)) + " bytes for output " + Text(output) + ", which is too small";
  }
  return "";
}

// Two models that write to one slab would race.
bool SlabsAreApart(const Job& job) {
  std::vector<const Slab*> written;
  for (const ModelRow& model : job.models) {
    if (model.state != nullptr && model.state->bytes() > 0) written.push_back(model.state);
    if (model.snapshot != nullptr && model.snapshot->bytes() > 0) written.push_back(model.snapshot);
  }
  std::sort(written.begin(), written.end());
  return std::adjacent_find(written.begin(), written.end()) == written.end();
}

}  // namespace

std::string CheckJob(const Plan& given, const Job& job) {
  const PlanImpl& plan = static_cast<const PlanImpl&>(given);
  if (job.models.empty()) return "The job has no models.";
  if (job.threads < 0 || job.threads > 1024) return "The job's threads must be 0 to 1024, got " + Text(job.threads) + ".";
  const std::string columns = CheckColumns(plan, job.columns);
  if (!columns.empty()) return columns;
  const int64_t state = static_cast<int64_t>(plan.state_bytes());
  if (job.watch_offset < 0 || job.watch_bytes < 0 || job.watch_offset > state || job.watch_bytes > state - job.watch_offset) {
    return "The job watches bytes " + Text(job.watch_offset) + " to " + Text(job.watch_offset + job.watch_bytes) + " of a state of " +
           Text(state) + " bytes.";
  }
  if (!SlabsAreApart(job)) return "Two models of the job use the same slab.";
  for (size_t i = 0; i < job.models.size(); i++) {
    const ModelRow& model = job.models[i];
    const std::string prefix = job.models.size() == 1 ? "The job has " : "Model " + Text(static_cast<int64_t>(i)) + " of the job has ";
    const std::string own = model.columns.empty() ? "" : CheckColumns(plan, model.columns);
    if (!own.empty()) return own;
    std::string what = CheckFeatures(plan, model);
    if (what.empty()) what = CheckRange(model, RowsOfColumns(plan, job, model));
    if (what.empty()) what = CheckMemory(plan, model);
    if (what.empty()) what = CheckPasses(plan, job, model);
    if (!what.empty()) return prefix + what + ".";
    const std::string rows = CheckRows(plan, model);
    if (!rows.empty()) return rows;
  }
  return "";
}

}  // namespace ridgeline
