// Runs of small instructions in stages: how they are laid out, and that steps in stages, on any number of threads, leave the bits of steps
// in order, ended early or not.
#include "runtime/stages.h"

#include <math.h>

#include <random>

#include "check.h"
#include "plan_builder.h"

using namespace ridgeline;
using namespace ridgeline_test;

namespace {

constexpr int kF = kF32;
constexpr int64_t kRows = 32, kWidth = 48, kSteps = 120;
constexpr int64_t kBatch = kRows * kWidth * 4, kWeights = kWidth * kWidth * 4;

// A step with a product forward, one back, a look at the result, and an update in the epilogue of a third; beside it the other instructions
// that go by rows.
PlanBuilder Step() {
  PlanBuilder b;
  b.rows = kRows;
  b.state = 2 * kWeights + 128 + kBatch;
  b.scratch = 4 * kBatch + kWeights + 1024;
  b.ports = {{kF, kBatch, 1}};
  const int x = b.Ref(4, kF, 0, kBatch), w = b.State(kF, 0, kWeights), v = b.State(kF, kWeights, kWeights);
  const int count = b.State(kF, 2 * kWeights, 4), rows = b.State(kF, 2 * kWeights + 128, kBatch);
  const int h = b.Scratch(kF, 0, kBatch), g = b.Scratch(kF, kBatch, kBatch), p = b.Scratch(kF, 2 * kBatch, kBatch);
  const int embedded = b.Scratch(kF, 3 * kBatch, kBatch), dw = b.Scratch(kF, 4 * kBatch, kWeights), rest = 4 * kBatch + kWeights;
  const int sum = b.Scratch(kF, rest, 4), labels = b.Scratch(kI32, rest + 64, kRows * 4), picked = b.Scratch(kF, rest + 192, kRows * 4);
  const std::vector<int64_t> dims = {1, kRows, kWidth}, order = {kRows * kWidth, kWidth, 1};
  const auto product = [&](int64_t m, int64_t n, int64_t k, int ta, int tb, int a, int bb, int c, const std::vector<double>& program) {
    std::vector<double> args = {0, double(m), double(n), double(k),  double(ta), double(tb), 1,
                                1, double(a), 0,         double(bb), 0,          double(c),  program.empty() ? 0.0 : 1.0};
    args.insert(args.end(), program.begin(), program.end());
    b.Add(3, args);
  };
  product(kRows, kWidth, kWidth, 0, 0, x, w, h,
          PlanBuilder::Program(kF, dims, 2, {{h, 0, 0, order}}, {{h, 1, order}}, {{kEwTanh, 1, 0, 0, 0, 0}}));
  product(kRows, kWidth, kWidth, 0, 1, h, w, g, {});
  b.Add(4, {0, 0, double(g), double(p), double(kRows), double(kWidth)});
  b.Add(5, {0, double(p), double(labels), double(kRows), double(kWidth), 1});
  b.Add(8, {0, double(p), double(labels), double(picked), double(kRows), double(kWidth), 1});
  b.Add(6, {double(w), double(labels), double(embedded), double(kWidth), double(kWidth * 4), double(kRows)});
  std::vector<double> total = PlanBuilder::Program(kF, {kRows * kWidth}, 1, {{g, 0, 0, {1}}}, {}, {});
  total.insert(total.end(), {0, 0, 1, double(kRows * kWidth), 1, double(sum)});
  b.Add(2, total);
  b.Add(10, {0, double(sum), 1, 7});
  const std::vector<int64_t> space = {1, kWidth, kWidth}, all = {kWidth * kWidth, kWidth, 1};
  product(kWidth, kWidth, kRows, 1, 0, x, g, dw,
          PlanBuilder::Program(kF, space, 5,
                               {{dw, 0, 0, all}, {v, 1, 0, all}, {w, 2, 0, all}, {-1, 3, 0.9, {0, 0, 0}}, {-1, 4, 1e-3, {0, 0, 0}}},
                               {{v, 1, all}, {w, 2, all}},
                               {{kEwMul, 1, 1, 3, 0, 0}, {kEwMul, 0, 0, 4, 0, 0}, {kEwAdd, 1, 1, 0, 0, 0}, {kEwSub, 2, 2, 1, 0, 0}}));
  b.Add(1, PlanBuilder::Program(kF, {1}, 2, {{count, 0, 0, {1}}, {-1, 1, 1, {0}}}, {{count, 0, {1}}}, {{kEwAdd, 0, 0, 1, 0, 0}}));
  b.Add(1, PlanBuilder::Program(kF, {kRows, kWidth}, 3, {{embedded, 0, 0, {kWidth, 1}}, {picked, 1, 0, {1, 0}}}, {{rows, 2, {kWidth, 1}}},
                                {{kEwMul, 2, 0, 1, 0, 0}}));
  return b;
}

std::shared_ptr<const DecodedPlan> Decode(const PlanBuilder& b) {
  auto plan = std::make_shared<DecodedPlan>();
  const std::vector<double> code = b.Code();
  std::string error;
  CHECK(DecodePlan(code.data(), code.size(), 0, 0, plan.get(), &error), "%s", error.c_str());
  return plan;
}

void Layout() {
  const char* error = nullptr;
  const KernelTable* kernels = SelectKernels(&error);
  const std::shared_ptr<const DecodedPlan> plan = Decode(Step());
  for (const int32_t threads : {2, 3}) {
    BoundPlan bound(plan, kernels, threads);
    const int32_t number = bound.instructions()[0].staged_run;
    CHECK(number >= 0, "%d threads: no run in stages", int(threads));
    if (number < 0) continue;
    const StagedRun& run = *bound.staged_run(number);
    CHECK(run.begin == 0 && run.end == plan->instructions.size(), "the run is [%zu, %zu)", run.begin, run.end);
    std::vector<int32_t> stage_of(run.end, -1);
    for (int32_t s = 0; s < run.stages; s++) {
      for (int32_t t = run.first[size_t(s * threads)]; t < run.first[size_t((s + 1) * threads)]; t++) {
        for (int32_t p = run.tasks[size_t(t)].begin; p < run.tasks[size_t(t)].end; p++)
          stage_of[size_t(run.pieces[size_t(p)].instruction)] = s;
      }
    }
    for (size_t i = 0; i < run.end; i++) CHECK(stage_of[i] >= 0, "instruction %zu is in no stage", i);
    // Forward and back without a meeting; the sum needs all rows; what writes the state comes after all that may end the step.
    CHECK(stage_of[0] == stage_of[1] && stage_of[1] == stage_of[2], "products row by row: stages %d, %d and %d", stage_of[0], stage_of[1],
          stage_of[2]);
    CHECK(stage_of[6] > stage_of[1] && stage_of[7] >= stage_of[6], "sum and guard: stages %d and %d", stage_of[6], stage_of[7]);
    for (const size_t i : {8, 9, 10}) CHECK(stage_of[i] > stage_of[7], "instruction %zu writes the state in stage %d", i, stage_of[i]);
  }
  BoundPlan alone(plan, kernels, 1);
  CHECK(alone.instructions()[0].staged_run < 0, "a run in stages for one thread");
}

// Bits and results on one thread and on several, of which some find nothing to do.
void Steps(int64_t bad_row) {
  const PlanBuilder b = Step();
  std::string error;
  std::shared_ptr<Plan> plan = b.Build(&error);
  CHECK(plan != nullptr, "%s", error.c_str());
  if (plan == nullptr) return;
  std::vector<uint8_t> first;
  ModelResult ended;
  for (const int32_t threads : {1, 2, 3, 5}) {
    Fixture f(plan, kRows * kSteps);
    std::mt19937 random(5);
    float* x = f.Column<float>(0);
    for (int64_t i = 0; i < kRows * kSteps * kWidth; i++) x[i] = float(random() % 2001) / 1000 - 1;
    if (bad_row >= 0) x[bad_row * kWidth + 3] = NAN;
    float* state = f.State<float>();
    for (int64_t i = 0; i < kWidth * kWidth; i++) state[i] = float(random() % 2001) / 8000 - 0.125f;
    Job job;
    f.Fill(&job, threads, kRows * kSteps, kRows);
    CHECK(f.Run(&job), "%s", f.error.c_str());
    const ModelResult& result = f.results[0];
    if (threads == 1) {
      first.assign(f.state->data(), f.state->data() + plan->state_bytes());
      ended = result;
      CHECK(result.steps == (bad_row < 0 ? kSteps : bad_row / kRows), "ended after %d steps", int(result.steps));
      continue;
    }
    CHECK(result.steps == ended.steps && result.status == ended.status && result.instruction == ended.instruction &&
              result.detail == ended.detail && result.id == ended.id,
          "%d threads: ended after %d steps by instruction %d", int(threads), int(result.steps), int(result.instruction));
    CHECK(memcmp(first.data(), f.state->data(), first.size()) == 0, "%d threads: other bits", int(threads));
  }
}

// Of `count` executions that take so long in stages and in order, but now and then much longer, how many are in stages.
int InStages(StagePace* pace, int count, int64_t stages, int64_t order) {
  int found = 0;
  for (int i = 0; i < count; i++) {
    found += pace->InStages();
    if (pace->Timed()) pace->Took((pace->InStages() ? stages : order) + (i % 20 == 0 ? 1000000 : 0));
    pace->Next();
  }
  return found;
}

void Pace() {
  StagePace pace;
  CHECK(!pace.InStages(), "it begins in stages");
  InStages(&pace, 100, 15000, 18000);
  CHECK(InStages(&pace, 10000, 15000, 18000) >= 9800, "faster stages are not kept");
  const int slow = InStages(&pace, 10000, 45000, 18000);
  CHECK(slow <= 600, "%d of 10000 in stages that became slow", slow);
  const int still = InStages(&pace, 50000, 45000, 18000);
  CHECK(still >= 100 && still <= 600, "%d of 50000 in stages that are slow", still);
  InStages(&pace, 10000, 15000, 18000);
  CHECK(InStages(&pace, 10000, 15000, 18000) >= 9800, "stages that became faster are not found");
  CHECK(InStages(&pace, 10000, 17900, 18000) >= 9500, "what is about as fast changes");
}

}  // namespace

int main() {
  Pace();
  Layout();
  Steps(-1);
  // In a step in order, and in one in stages (StagePace).
  Steps(9 * kRows + 5);
  Steps(45 * kRows + 31);
  return check::Finish("stages");
}
