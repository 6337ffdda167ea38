// Runs of instructions that go row by row: which instructions they take in, and that block by block gives the bits of one instruction after
// another, on any number of threads.
#include "runtime/row_runs.h"

#include <math.h>

#include <random>

#include "check.h"
#include "ew_run.h"
#include "plan_builder.h"
#include "run_both.h"
#include "runtime/run_kernels.h"

using namespace ridgeline;
using namespace ridgeline_test;

namespace {

enum class Last { kOwnRow, kShifted, kColumnSum };

struct Sizes {
  int type;
  int64_t rows, groups, width;
  int64_t columns() const { return groups * width; }
  int64_t size() const { return rows * columns(); }
  int64_t bytes() const { return type == kF64 ? 8 : 4; }
  // In units of the type: x, g, y, dx; gamma, the sums of g and of g times the normal value.
  int64_t At(int array) const { return array < 4 ? array * size() : 4 * size() + (array - 4) * columns(); }
  int64_t state() const { return (At(7)) * bytes(); }
};

// A normalization over groups of columns forward, and parts of its gradient. What the last two instructions do decides where the run ends.
PlanBuilder Normalization(const Sizes& s, Last last) {
  PlanBuilder b;
  const int64_t w = s.bytes(), n = s.rows, k = s.groups, c = s.width, all = s.columns(), per_row = n * k * w;
  b.state = s.state();
  b.scratch = 4 * per_row;
  const auto array = [&](int i) { return b.State(s.type, s.At(i) * w, s.size() * w); };
  const auto columns = [&](int i) { return b.State(s.type, s.At(i) * w, all * w); };
  const int x = array(0), g = array(1), y = array(2), dx = array(3), gamma = columns(4), sum = columns(5), along = columns(6);
  const int mean = b.Scratch(s.type, 0, per_row), deviation = b.Scratch(s.type, per_row, per_row);
  // Seven rows further: a row of it overlaps another row of the mean.
  const int rest = b.Scratch(s.type, last == Last::kShifted ? 7 * k * w : 2 * per_row, per_row);
  const std::vector<int64_t> dims = {n, k, c}, order = {all, c, 1}, by_row = {k, 1, 0}, by_column = {0, c, 1};
  const auto reduce = [&](std::vector<double> program, int reg, bool over_rows, int out) {
    const std::vector<int64_t> sizes = over_rows ? std::vector<int64_t>{1, n, all} : std::vector<int64_t>{n * k, c, 1};
    program.insert(program.end(), {0, double(reg), double(sizes[0]), double(sizes[1]), double(sizes[2]), double(out)});
    b.Add(2, program);
  };
  reduce(PlanBuilder::Program(s.type, dims, 1, {{g, 0, 0, order}}, {}, {}), 0, true, sum);
  reduce(PlanBuilder::Program(s.type, dims, 1, {{x, 0, 0, order}}, {}, {}), 0, false, mean);
  b.Add(1, PlanBuilder::Program(s.type, {n * k}, 2, {{mean, 0, 0, {1}}, {-1, 1, 1.0 / double(c), {0}}}, {{mean, 0, {1}}},
                                {{kEwMul, 0, 0, 1, 0, 0}}));
  reduce(PlanBuilder::Program(s.type, dims, 2, {{x, 0, 0, order}, {mean, 1, 0, by_row}}, {},
                              {{kEwSub, 0, 0, 1, 0, 0}, {kEwSquare, 0, 0, 0, 0, 0}}),
         0, false, deviation);
  b.Add(1, PlanBuilder::Program(s.type, {n * k}, 2, {{deviation, 0, 0, {1}}, {-1, 1, 0.01, {0}}}, {{deviation, 0, {1}}},
                                {{kEwAdd, 0, 0, 1, 0, 0}, {kEwSqrt, 0, 0, 0, 0, 0}}));
  reduce(
      PlanBuilder::Program(
          s.type, dims, 5, {{x, 0, 0, order}, {mean, 1, 0, by_row}, {deviation, 2, 0, by_row}, {gamma, 3, 0, by_column}, {g, 4, 0, order}},
          {{y, 1, order}}, {{kEwSub, 0, 0, 1, 0, 0}, {kEwDiv, 0, 0, 2, 0, 0}, {kEwMul, 1, 0, 3, 0, 0}, {kEwMul, 0, 0, 4, 0, 0}}),
      0, true, along);
  reduce(PlanBuilder::Program(s.type, dims, 1, {{y, 0, 0, order}}, {}, {}), 0, false, rest);
  // dx = y - rest + noise, or with a sum over all rows in the place of noise.
  const bool noise = last != Last::kColumnSum;
  const In third = noise ? In{-1, 2, 1.0, {0, 0, 0}} : In{along, 2, 0, by_column};
  std::vector<Op> ops = {{kEwSub, 0, 0, 1, 0, 0}};
  if (noise) ops.push_back({kEwUniform, 2, 0, 0, 0, 99});
  ops.push_back({kEwAdd, 0, 0, 2, 0, 0});
  b.Add(1, PlanBuilder::Program(s.type, dims, 3, {{y, 0, 0, order}, {rest, 1, 0, by_row}, third}, {{dx, 0, order}}, ops));
  return b;
}

template <typename T>
void FillState(const Sizes& s, uint8_t* state) {
  T* v = reinterpret_cast<T*>(state);
  for (int64_t i = 0; i < s.At(7); i++) v[i] = static_cast<T>((i * 2654435761u >> 7) % 4096) / 1024 - 2;
}

// One instruction after another.
std::vector<uint8_t> OneByOne(const PlanBuilder& b, const Sizes& s, const KernelTable* kernels, std::vector<RowRun>* runs) {
  auto plan = std::make_shared<DecodedPlan>();
  std::string error;
  const std::vector<double> code = b.Code();
  CHECK(DecodePlan(code.data(), code.size(), 0, 0, plan.get(), &error), "%s", error.c_str());
  BoundPlan bound(plan, kernels, 1);
  *runs = FindRowRuns(*plan, kernels, &bound.instructions());
  const auto state = Slab::Create(plan->state_bytes), scratch = Slab::Create(plan->scratch_bytes), none = Slab::Create(64),
             partials = Slab::Create(bound.partial_bytes());
  s.type == kF64 ? FillState<double>(s, state->data()) : FillState<float>(s, state->data());
  bound.Rebase({state->data(), scratch->data(), none->data(), none->data()});
  ParallelContext context(1);
  Engine engine;
  engine.kernels = kernels;
  engine.threads = 1;
  engine.parallel = context.parallel();
  engine.partials = partials->data();
  for (BoundInstruction& instruction : bound.instructions()) {
    instruction.task.ew.seed[0] = 11;
    instruction.task.ew.seed[1] = 22;
    instruction.in->opcode == kEw ? RunElementwise(engine, instruction) : RunReduce(engine, instruction);
  }
  return std::vector<uint8_t>(state->data(), state->data() + plan->state_bytes);
}

// The same bits on any number of threads.
void CheckThreads(const PlanBuilder& b, const Sizes& s, const std::vector<uint8_t>& want, const std::string& what) {
  for (const int32_t threads : {1, 2, 3}) {
    std::string error;
    const std::shared_ptr<Plan> plan = b.Build(&error);
    Fixture f(plan, 1);
    s.type == kF64 ? FillState<double>(s, f.state->data()) : FillState<float>(s, f.state->data());
    CHECK(f.Step(threads), "%s: %s", what.c_str(), f.error.c_str());
    CHECK(memcmp(f.state->data(), want.data(), want.size()) == 0, "%s: other bits on %d threads", what.c_str(), threads);
  }
}

// `ends`: where the runs end, each of which begins where the one before ends.
void CheckRun(const Sizes& s, Last last, const std::vector<size_t>& ends) {
  const PlanBuilder b = Normalization(s, last);
  const char* error = nullptr;
  std::vector<RowRun> runs;
  const std::vector<uint8_t> want = OneByOne(b, s, SelectKernels(&error), &runs);
  const std::string what = "f" + std::to_string(8 * s.bytes()) + " [" + std::to_string(s.rows) + ", " + std::to_string(s.groups) + ", " +
                           std::to_string(s.width) + "] last " + std::to_string(int(last));
  CHECK(runs.size() == ends.size(), "%s: %zu runs", what.c_str(), runs.size());
  for (size_t i = 0; i < runs.size() && i < ends.size(); i++) {
    CHECK(runs[i].begin == (i == 0 ? 0 : ends[i - 1]) && runs[i].end == ends[i], "%s: run %zu to %zu", what.c_str(), runs[i].begin,
          runs[i].end);
    CHECK(runs[i].rows % s.rows == 0 && runs[i].block < s.rows && runs[i].chunk % 32 == 0, "%s: %d rows", what.c_str(), int(runs[i].rows));
  }
  CheckThreads(b, s, want, what);
}

// The sums that a batch normalization takes once it has the mean, of which one loop does all.
void CheckTogether(const Sizes& s) {
  PlanBuilder b;
  const int64_t n = s.rows, c = s.columns(), w = s.bytes();
  b.state = s.state();
  const auto array = [&](int i, int64_t size) { return b.State(s.type, s.At(i) * w, size * w); };
  const int x = array(0, s.size()), g = array(1, s.size()), mean = array(4, c);
  const std::vector<int64_t> order = {c, 1}, by_column = {0, 1};
  const auto sum = [&](const std::vector<In>& in, int reg, const std::vector<Op>& ops, int out) {
    std::vector<double> program = PlanBuilder::Program(s.type, {n, c}, reg + 1, in, {}, ops);
    program.insert(program.end(), {0, double(reg), 1, double(n), double(c), double(out)});
    b.Add(2, program);
  };
  sum({{x, 0, 0, order}, {mean, 1, 0, by_column}}, 3, {{kEwSub, 2, 0, 1, 0, 0}, {kEwSquare, 3, 2, 0, 0, 0}}, array(2, c));
  sum({{x, 0, 0, order}, {mean, 1, 0, by_column}, {g, 2, 0, order}}, 4, {{kEwSub, 3, 0, 1, 0, 0}, {kEwMul, 4, 2, 3, 0, 0}}, array(5, c));
  sum({{g, 0, 0, order}}, 0, {}, array(6, c));
  const char* error = nullptr;
  const KernelTable* kernels = SelectKernels(&error);
  std::vector<RowRun> runs;
  const std::vector<uint8_t> want = OneByOne(b, s, kernels, &runs);
  CHECK(runs.size() == 1 && runs[0].calls.size() == 1 && runs[0].block == kPanelRows, "%zu runs", runs.size());
  CheckThreads(b, s, want, "sums that go together");

  auto plan = std::make_shared<DecodedPlan>();
  std::string decode_error;
  const std::vector<double> code = b.Code();
  CHECK(DecodePlan(code.data(), code.size(), 0, 0, plan.get(), &decode_error), "%s", decode_error.c_str());
  BoundPlan bound(plan, kernels, 1);
  ReduceBox box;
  FillBoxOf(kernels, bound.row_run(0).calls[0], bound.instructions().data(), &box);
  CHECK(box.ask != nullptr && box.ask_second != nullptr, "x and g are both asked for");
  for (const BoundInstruction& instruction : bound.instructions()) {
    const EwTask& ew = instruction.task.ew;
    CHECK(ew.asks[0] == 0 || ew.ahead == kSummedRows * c, "%d elements ahead", int(ew.ahead));
  }
}

// Plans with some numbers changed: whatever decodes has runs of instructions that are there, with rows and sums that fit their memory.
void CheckMutations() {
  const std::vector<double> code = Normalization({kF32, 3001, 4, 130}, Last::kOwnRow).Code();
  const double values[] = {0, 1, 2, 3, 7, 64, 3001, 520, 9007199254740991.0, -1};
  std::mt19937 random(5);
  int decoded = 0;
  for (int round = 0; round < 4000; round++) {
    std::vector<double> changed = code;
    for (uint32_t n = 1 + random() % 3; n > 0; n--) {
      double* at = &changed[8 + random() % (code.size() - 8)];
      *at = random() % 2 == 0 ? values[random() % 10] : *at + static_cast<double>(random() % 9) * 4 - 16;
    }
    auto plan = std::make_shared<DecodedPlan>();
    std::string error;
    if (!DecodePlan(changed.data(), changed.size(), 0, 0, plan.get(), &error)) continue;
    decoded++;
    BoundPlan bound(plan, Tables()[0], 2);
    size_t last = 0;
    for (const RowRun& run : FindRowRuns(*plan, Tables()[0], &bound.instructions())) {
      CHECK(run.begin >= last && run.end > run.begin + 1 && run.end <= plan->instructions.size(), "mutation %d", round);
      CHECK(run.parts.size() == run.end - run.begin && run.block > 0 && run.chunk >= 0, "mutation %d", round);
      CHECK(run.totals * int64_t{sizeof(double)} <= bound.partial_bytes(), "mutation %d", round);
      last = run.end;
    }
  }
  CHECK(decoded > 100, "%d of the mutated plans decode", decoded);
}

}  // namespace

int main() {
  CheckMutations();
  for (const int type : {kF32, kF64}) {
    // Rows that are no whole blocks; groups of rows; columns of several tiles.
    CheckRun({type, 3001, 1, 520}, Last::kOwnRow, {8});
    CheckRun({type, 2500, 20, 32}, Last::kOwnRow, {8});
    CheckRun({type, 901, 1, 2500}, Last::kOwnRow, {8});
    CheckRun({type, 3001, 4, 130}, Last::kShifted, {6, 8});
    CheckRun({type, 3001, 1, 520}, Last::kColumnSum, {7});
    // What fits into the caches as it is goes one by one.
    CheckRun({type, 300, 1, 520}, Last::kOwnRow, {});
  }
  CheckTogether({kF32, 5003, 1, 1024});
  return check::Finish("row runs");
}
