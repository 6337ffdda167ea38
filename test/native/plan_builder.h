// Writes plans by hand for the tests of the runtime: docs/plan.md is the format.
#pragma once
#include <stdint.h>
#include <string.h>

#include <memory>
#include <string>
#include <vector>

#include "kernels/table.h"
#include "runtime/job.h"
#include "runtime/plan.h"
#include "runtime/slab.h"

namespace ridgeline_test {

using namespace ridgeline;

struct PortSpec {
  int dtype;
  int64_t bytes;
  int per_row;
};
struct In {
  int ref;
  int reg;
  double value;
  std::vector<int64_t> strides;
};
struct Out {
  int ref;
  int reg;
  std::vector<int64_t> strides;
};
struct Op {
  int op, dst, a, b, c;
  uint32_t stream;
};

struct PlanBuilder {
  int64_t rows = 1, state = 0, scratch = 0, scalars = 0;
  std::vector<uint8_t> constants;
  std::vector<PortSpec> ports;
  std::vector<std::pair<int, int>> outputs;
  std::vector<std::vector<double>> refs;
  std::vector<std::vector<double>> instructions;
  std::vector<double> patches;

  // loops: level, stride, level, stride, ...
  int Ref(int space, int dtype, int64_t offset, int64_t bytes, std::vector<int64_t> loops = {}) {
    std::vector<double> ref = {double(space), double(dtype), double(offset), double(bytes), double(loops.size() / 2)};
    for (int64_t x : loops) ref.push_back(double(x));
    refs.push_back(ref);
    return int(refs.size()) - 1;
  }
  int State(int dtype, int64_t offset, int64_t bytes, std::vector<int64_t> loops = {}) { return Ref(0, dtype, offset, bytes, loops); }
  int Scratch(int dtype, int64_t offset, int64_t bytes, std::vector<int64_t> loops = {}) { return Ref(1, dtype, offset, bytes, loops); }

  void Add(int opcode, const std::vector<double>& args) {
    std::vector<double> all = {double(opcode), double(args.size())};
    all.insert(all.end(), args.begin(), args.end());
    instructions.push_back(all);
  }

  static std::vector<double> Program(int type, const std::vector<int64_t>& dims, int registers, const std::vector<In>& in,
                                     const std::vector<Out>& out, const std::vector<Op>& ops) {
    std::vector<double> p = {double(type), double(dims.size())};
    for (int64_t d : dims) p.push_back(double(d));
    p.push_back(registers);
    p.push_back(double(in.size()));
    for (const In& x : in) {
      p.insert(p.end(), {double(x.ref), double(x.reg), x.value});
      for (int64_t s : x.strides) p.push_back(double(s));
    }
    p.push_back(double(out.size()));
    for (const Out& x : out) {
      p.insert(p.end(), {double(x.ref), double(x.reg)});
      for (int64_t s : x.strides) p.push_back(double(s));
    }
    p.push_back(double(ops.size()));
    for (const Op& x : ops) p.insert(p.end(), {double(x.op), double(x.dst), double(x.a), double(x.b), double(x.c), double(x.stream)});
    return p;
  }

  std::vector<double> Code() const {
    std::vector<double> code = {
        double(0x52444731),  1, double(rows), double(state), double(scratch), double(constants.size()), double(scalars),
        double(ports.size())};
    for (const PortSpec& p : ports) code.insert(code.end(), {double(p.dtype), double(p.bytes), double(p.per_row)});
    code.push_back(double(outputs.size()));
    for (const auto& o : outputs) code.insert(code.end(), {double(o.first), double(o.second)});
    code.push_back(double(refs.size()));
    for (const auto& r : refs) code.insert(code.end(), r.begin(), r.end());
    code.push_back(double(instructions.size()));
    for (const auto& i : instructions) code.insert(code.end(), i.begin(), i.end());
    return code;
  }

  std::shared_ptr<Plan> Build(std::string* error) const {
    const std::vector<double> code = Code();
    return Plan::Create(code.data(), code.size(), constants.data(), constants.size(), patches.data(), patches.size() / 2, error);
  }
};

// A job of one model with everything it needs, its memory filled with small numbers.
struct Fixture {
  std::shared_ptr<Plan> plan;
  std::shared_ptr<Slab> state;
  std::vector<std::vector<uint64_t>> columns;  // words, so that they are aligned
  std::vector<std::vector<uint8_t>> outputs;
  std::vector<double> scalars;
  std::vector<ModelResult> results;
  std::string error;

  // `column_rows` rows of every batch column.
  Fixture(std::shared_ptr<Plan> p, int64_t column_rows) : plan(p) {
    state = Slab::Create(plan->state_bytes());
    for (int32_t i = 0; i < plan->port_count(); i++) {
      size_t bytes = plan->port_bytes(i);
      if (plan->port_per_row(i)) bytes = bytes / size_t(plan->capacity_rows()) * size_t(column_rows);
      columns.emplace_back((bytes + 7) / 8);
    }
    for (int32_t i = 0; i < plan->output_count(); i++) {
      size_t bytes = plan->output_bytes(i);
      if (plan->output_per_row(i)) bytes = bytes / size_t(plan->capacity_rows()) * size_t(column_rows);
      outputs.emplace_back(bytes);
    }
    scalars.assign(size_t(plan->scalar_count()), 0.0);
  }
  template <typename T>
  T* Column(size_t i) {
    return reinterpret_cast<T*>(columns[i].data());
  }
  template <typename T>
  T* State(size_t offset = 0) {
    return reinterpret_cast<T*>(state->data() + offset);
  }
  template <typename T>
  const T* Output(size_t i) {
    return reinterpret_cast<const T*>(outputs[i].data());
  }

  void Fill(Job* job, int32_t threads, int64_t rows, int64_t batch) {
    job->threads = threads;
    for (auto& c : columns) job->columns.push_back({reinterpret_cast<const uint8_t*>(c.data()), c.size() * 8});
    job->models.resize(1);
    ModelRow& model = job->models[0];
    model.state = state.get();
    model.seed[0] = 11;
    model.seed[1] = 22;
    model.scalars = reinterpret_cast<const uint8_t*>(scalars.data());
    model.end = rows;
    model.batch = batch;
    for (auto& o : outputs) model.outputs.push_back({o.data(), o.size()});
    job->stop_model = std::vector<std::atomic<bool>>(1);
  }
  bool Run(Job* job) {
    error = CheckJob(*plan, *job);
    return error.empty() && RunJob(plan.get(), job, &results, &error);
  }
  // One step of the capacity's rows.
  bool Step(int32_t threads = 1) {
    Job job;
    Fill(&job, threads, plan->capacity_rows(), plan->capacity_rows());
    return Run(&job);
  }
};

}  // namespace ridgeline_test
