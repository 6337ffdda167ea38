// Every run of rows that one loop does, on every instruction set: the bits of its calls one after another, for groups that are and are not
// whole vectors of sums, short rows and long ones.
#include <algorithm>
#include <memory>
#include <string>

#include "check.h"
#include "ew_run.h"
#define NS sweeps_test
#include "kernels/reduce_code.h"
using namespace ridgeline::sweeps_test;
#include "reduce_case.h"

using namespace ridgeline_test;

namespace {

// A program over one value per sum.
class Values {
 public:
  Values(const EwCode& code, const Shape& s, Arrays* arrays) : program_({s.a * s.b}) {
    const int16_t* at = code.numbers;
    for (int i = 0, inputs = *at++; i < inputs; i++) {
      const bool one = *at++ == kEwForAll;
      // Powers of two divide by their inverse.
      if (one && s.b % 2 == 0) (*arrays)[i][0] = i % 2 == 0 ? -0.25f : 32;
      one ? program_.Splat((*arrays)[i]) : program_.Input((*arrays)[i]);
      program_.inputs.back().reg = *at++;
      Sees(program_.inputs.back().reg);
    }
    for (int outputs = *at++; outputs > 0; outputs--) {
      results_.push_back(std::make_unique<Results>(static_cast<size_t>(s.a * s.b)));
      program_.Output(results_.back()->data(), *at++);
    }
    for (int n = *at++; n > 0; n--, at += 5) {
      program_.instrs.push_back({at[0], at[1], at[2], at[3], at[4], 0});
      Sees(at[1]);
    }
    task_ = program_.Task();
  }
  EwTask& task() { return task_; }
  const std::vector<std::unique_ptr<Results>>& results() const { return results_; }

 private:
  void Sees(int32_t reg) { program_.registers = std::max(program_.registers, reg + 1); }
  Program program_;
  std::vector<std::unique_ptr<Results>> results_;
  EwTask task_ = {};
};

// A call of a sweep with arrays of its own.
struct Call {
  std::unique_ptr<Arrays> arrays;
  SweepPart part = {};
  ReduceBox box = {};
  std::vector<std::unique_ptr<Case>> sums;
  std::unique_ptr<Values> values;
  std::vector<std::vector<float>> out;
};

void AddSum(const KernelTable* table, const EwCode& code, const int16_t* ids, const Shape& s, Arrays* arrays, Call* call) {
  call->sums.push_back(std::make_unique<Case>(code, s, arrays, false, ids));
  ReduceTask& task = call->sums.back()->task();
  task.ew.loop = table->find_reduce_loop(&task);
  task.ew.asks[0] = 1;
  call->out.emplace_back(static_cast<size_t>(task.outer * task.inner), 0.0f);
}

std::unique_ptr<Call> MakeCall(const KernelTable* table, SweepKind kind, int32_t number, const Shape& s, uint64_t seed) {
  auto call = std::make_unique<Call>();
  call->arrays = std::make_unique<Arrays>(s, seed);
  Arrays* arrays = call->arrays.get();
  call->part.kind = kind;
  if (kind == kSweepValues) {
    call->values = std::make_unique<Values>(kEwCodes[number - 1], s, arrays);
    call->values->task().loop = table->find_ew_loop(&call->values->task());
    CHECK(call->values->task().loop == number, "%s: program %d, found %d", table->name, number, call->values->task().loop);
    call->part.task = &call->values->task();
    return call;
  }
  std::vector<ReducePart> parts;
  std::vector<std::vector<int32_t>> sources;
  if (number <= kReduceLoopCount) {
    AddSum(table, kReduceCodes[number - 1], nullptr, s, arrays, call.get());
    sources.emplace_back();
  } else {
    const int16_t* at = kJoinedCodes[number - 1 - kReduceLoopCount].numbers + 1;
    for (int n = *at++; n > 0; n--) {
      const EwCode& code = kReduceCodes[*at++];
      const int16_t inputs = *at++;
      AddSum(table, code, at, s, arrays, call.get());
      sources.emplace_back(at, at + inputs);
      at += inputs;
    }
  }
  for (size_t m = 0; m < sources.size(); m++) parts.push_back({&call->sums[m]->task(), sources[m].data()});
  CHECK(table->fill_box(parts.data(), static_cast<int32_t>(parts.size()), &call->box), "%s: loop %d", table->name, number);
  // As for results that are larger than the caches.
  call->box.stream = true;
  call->part.box = &call->box;
  for (size_t m = 0; m < call->out.size(); m++) call->part.out[m] = call->out[m].data();
  return call;
}

void CheckSweep(const KernelTable* table, int32_t l, const Shape& s) {
  const std::string name = std::string(table->name) + ": sweep " + std::to_string(l) + " [" + std::to_string(s.a) + ", " +
                           std::to_string(s.b) + ", " + std::to_string(s.c) + "]";
  const int16_t* at = kSweepCodes[l].numbers;
  const int32_t count = *at++;
  CHECK(kSweepCodes[l].length == 2 + 2 * count, "%s: %d numbers", name.c_str(), kSweepCodes[l].length);
  std::vector<std::unique_ptr<Call>> one_by_one, together;
  std::vector<SweepPart> parts;
  for (int32_t i = 0; i < count; i++, at += 2) {
    const uint64_t seed = static_cast<uint64_t>(100 * l + i + 1);
    Shape shape = s;
    if (at[0] == kSweepColumns) shape.shared = static_cast<uint32_t>(at[2]);
    one_by_one.push_back(MakeCall(table, static_cast<SweepKind>(at[0]), at[1], shape, seed));
    together.push_back(MakeCall(table, static_cast<SweepKind>(at[0]), at[1], shape, seed));
    parts.push_back(together.back()->part);
  }
  auto sweep = std::make_unique<RowSweep>();
  const bool filled = table->fill_sweep(parts.data(), count, false, sweep.get());
  CHECK(filled && sweep->loop == l + 1, "%s: found %d", name.c_str(), filled ? sweep->loop : 0);
  if (!filled) return;
  table->run_sweep(sweep.get(), 0, s.a, 0, parts.back().out);
  for (int32_t i = 0; i < count; i++) {
    Call &want = *one_by_one[static_cast<size_t>(i)], &got = *together[static_cast<size_t>(i)];
    const std::string what = name + ", call " + std::to_string(i);
    if (want.values) {
      table->ew_f32(&want.values->task(), 0, s.a * s.b);
      for (size_t k = 0; k < want.values->results().size(); k++) {
        const Results &x = *want.values->results()[k], &y = *got.values->results()[k];
        CHECK(memcmp(x.data(), y.data(), x.size() * sizeof(float)) == 0, "%s, result %zu", what.c_str(), k);
      }
      continue;
    }
    table->run_box(&want.box, 0, want.part.kind == kSweepColumns ? s.a : s.a * s.b, want.part.out);
    for (size_t m = 0; m < want.out.size(); m++) {
      CheckBits(want.out[m], got.out[m], what);
      CheckResults(*want.sums[m], *got.sums[m], what);
    }
  }
  // Without the sums over the rows there is none.
  CHECK(!table->fill_sweep(parts.data(), count - 1, false, sweep.get()), "%s: found without its last call", name.c_str());
}

}  // namespace

int main() {
  const Shape shapes[] = {{6, 1, 64, kEverySecond},
                          {4, 1, 1040, kEverySecond},
                          {2, 3, 32, kEverySecond},
                          {4, 20, 48, kEverySecond},
                          {2, 1, 2048, kEverySecond}};
  CHECK(kSweepLoopCount > 0, "%d sweeps", kSweepLoopCount);
  for (const KernelTable* table : Tables()) {
    for (int32_t l = 0; l < kSweepLoopCount; l++) {
      for (const Shape& shape : shapes) CheckSweep(table, l, shape);
    }
  }
  return check::Finish("sweeps");
}
