// Plans: what the decoder refuses, row patches, jobs of one and of several models, and mutated code, which must be refused or run safely.
#include <math.h>

#include <random>

#include "check.h"
#include "plan_builder.h"
#include "runtime/plan_decode.h"

using namespace ridgeline;
using namespace ridgeline_test;

namespace {

constexpr int kF = kF32;

// A step of a linear model on `rows` rows of 3 columns: w += mean over rows of x * scale, predictions out per row, a running count, a loop, a
// gather by a label and a guard. With patches for fewer rows.
PlanBuilder Model(int64_t rows) {
  PlanBuilder b;
  b.rows = rows;
  b.state = 128;
  b.scratch = 1024;
  b.scalars = 2;
  b.constants = std::vector<uint8_t>(64, 0);
  b.ports = {{kF, rows * 12, 1}, {kI32, rows * 4, 1}, {kF, 64, 0}};
  const int w = b.State(kF, 0, 12), count = b.State(kF, 64, 4), rate = b.Ref(3, kF, 0, 4), x = b.Ref(4, kF, 0, rows * 12);
  const int label = b.Ref(5, kI32, 0, rows * 4), table = b.Ref(6, kF, 0, 64), mean = b.Scratch(kF, 0, 12), y = b.Scratch(kF, 64, rows * 4);
  const int picked = b.Scratch(kF, 512, rows * 4), one = b.Ref(2, kF, 0, 4, {0, 4});
  b.outputs = {{y, 1}, {mean, 0}, {picked, 1}};
  b.Add(3, {0, double(rows), 1, 3, 0, 0, 1, 1, double(x), 0, double(w), 0, double(y), 0});
  b.Add(10, {0, double(y), double(rows), 3});
  b.Add(6, {double(table), double(label), double(picked), 16, 4, double(rows)});
  std::vector<double> args = PlanBuilder::Program(kF, {rows, 3}, 3, {{x, 0, 0, {3, 1}}, {-1, 1, 1.0 / double(rows), {0, 0}}}, {}, {{kEwMul, 2, 0, 1, 0, 0}});
  args.insert(args.end(), {0, 2, 1, double(rows), 3, double(mean)});
  b.Add(2, args);
  b.Add(1, PlanBuilder::Program(kF, {3}, 4, {{w, 0, 0, {1}}, {mean, 1, 0, {1}}, {rate, 2, 0, {0}}}, {{w, 3, {1}}}, {{kEwFma, 3, 1, 2, 0, 0}}));
  b.Add(11, {0, 3, 1});
  b.Add(1, PlanBuilder::Program(kF, {1}, 3, {{count, 0, 0, {1}}, {one, 1, 0, {1}}, {-1, 2, 1, {0}}}, {{count, 0, {1}}}, {{kEwAdd, 0, 0, 1, 0, 0}, {kEwAdd, 0, 0, 2, 0, 0}}));
  return b;
}

// As the compiler finds them: linear differences of the codes of two row counts. The reciprocal of the rows is not linear, so it stays.
PlanBuilder Patched(int64_t rows, PlanBuilder (*make)(int64_t) = &Model) {
  PlanBuilder b = make(rows);
  const std::vector<double> low = b.Code(), high = make(rows + 1).Code();
  const size_t header = 8 + 3 * b.ports.size();
  for (size_t i = header; i < low.size(); i++) {
    if (low[i] != high[i] && high[i] == floor(high[i])) b.patches.insert(b.patches.end(), {double(i), high[i] - low[i]});
  }
  return b;
}

void FillModel(Fixture* f, size_t rows) {
  for (size_t i = 0; i < rows * 3; i++) f->Column<float>(0)[i] = float(i % 11) - 5;
  for (size_t i = 0; i < rows; i++) f->Column<int32_t>(1)[i] = int32_t(i * 5 % 16);
  for (size_t i = 0; i < 16; i++) f->Column<float>(2)[i] = float(i) * 100;
  f->State<float>()[0] = 1;
  f->State<float>()[1] = 2;
  f->State<float>()[2] = 3;
  const float rate = 0.5f;
  memcpy(f->scalars.data(), &rate, 4);
}

std::string ErrorOf(const PlanBuilder& b) {
  std::string error;
  return b.Build(&error) == nullptr ? error : "";
}

void Rejects() {
  CHECK(ErrorOf(Model(4)).empty(), "a good plan: %s", ErrorOf(Model(4)).c_str());
  const std::vector<double> code = Model(4).Code();
  const std::vector<uint8_t> constants(64, 0);
  std::string error;
  const auto fails = [&](std::vector<double> c) { return Plan::Create(c.data(), c.size(), constants.data(), 64, nullptr, 0, &error) == nullptr && !error.empty(); };
  for (size_t n = 0; n < code.size(); n++) CHECK(fails(std::vector<double>(code.begin(), code.begin() + long(n))), "cut to %d numbers", int(n));
  std::vector<double> longer = code;
  longer.push_back(0);
  CHECK(fails(longer), "a number too many");
  for (size_t n = 0; n < 8; n++) {
    for (double x : {-1.0, 0.5, double(NAN), double(INFINITY), 1e300}) {
      std::vector<double> c = code;
      c[n] = x;
      CHECK(fails(c), "header number %d = %g", int(n), x);
    }
  }
  CHECK(Plan::Create(code.data(), code.size(), constants.data(), 63, nullptr, 0, &error) == nullptr, "constants of another size");
  const auto with = [](void (*change)(PlanBuilder*)) {
    PlanBuilder b;
    b.state = 256;
    b.scratch = 256;
    b.constants = std::vector<uint8_t>(64, 0);
    b.ports = {{kF, 64, 0}};
    b.State(kF, 0, 64);        // 0
    b.Scratch(kF, 0, 64);      // 1
    b.Ref(2, kF, 0, 64);       // 2, constant
    b.Ref(4, kF, 0, 64);       // 3, port
    b.State(kI32, 64, 64);     // 4
    b.State(kF64, 128, 64);    // 5
    change(&b);
    return ErrorOf(b);
  };
  using B = PlanBuilder;
#define REFUSED(what, ...) CHECK(!with([](B * b) { __VA_ARGS__; }).empty(), what)
#define TAKEN(what, ...) CHECK(with([](B * b) { __VA_ARGS__; }).empty(), what ": %s", with([](B * b) { __VA_ARGS__; }).c_str())
  TAKEN("a copy", b->Add(12, {0, 3, 64}));
  REFUSED("a copy beyond its ref", b->Add(12, {0, 3, 65}));
  REFUSED("a write to a constant", b->Add(12, {2, 0, 64}));
  REFUSED("a write to a port", b->Add(12, {3, 0, 64}));
  REFUSED("no such ref", b->Add(12, {6, 0, 64}));
  REFUSED("no such opcode", b->Add(13, {}));
  REFUSED("a reserved opcode", b->Add(20, {}));
  REFUSED("too many arguments", b->Add(12, {0, 3, 64, 1}));
  REFUSED("too few arguments", b->Add(12, {0, 3}));
  REFUSED("a ref beyond its space", b->Add(12, {double(b->State(kF, 252, 8)), 3, 4}));
  REFUSED("a ref off its alignment", b->Add(12, {double(b->State(kF, 2, 8)), 3, 4}));
  REFUSED("a loop that is not open", b->Add(12, {double(b->State(kF, 0, 8, {0, 4})), 3, 4}));
  TAKEN("a loop", b->Add(11, {0, 49, 1}); b->Add(12, {double(b->State(kF, 0, 64, {0, 4})), 3, 4}));
  REFUSED("a loop that leaves its space", b->Add(11, {0, 50, 1}); b->Add(12, {double(b->State(kF, 0, 64, {0, 4})), 3, 4}));
  TAKEN("a loop downwards", b->Add(11, {0, 17, 1}); b->Add(12, {double(b->State(kF, 64, 64, {0, -4})), 3, 4}));
  REFUSED("a loop downwards below 0", b->Add(11, {0, 18, 1}); b->Add(12, {double(b->State(kF, 64, 64, {0, -4})), 3, 4}));
  REFUSED("a body beyond the plan", b->Add(11, {0, 2, 2}); b->Add(12, {0, 3, 4}));
  REFUSED("a body beyond its parent", b->Add(11, {0, 2, 1}); b->Add(11, {1, 2, 1}); b->Add(12, {0, 3, 4}));
  REFUSED("a level that is open", b->Add(11, {0, 2, 2}); b->Add(11, {0, 2, 1}); b->Add(12, {0, 3, 4}));
  REFUSED("five levels", for (int i = 0; i < 5; i++) b->Add(11, {double(i), 2, double(5 - i)}); b->Add(12, {0, 3, 4}));
  TAKEN("four levels", for (int i = 0; i < 4; i++) b->Add(11, {double(i), 2, double(4 - i)}); b->Add(12, {0, 3, 4}));
  TAKEN("a program", b->Add(1, B::Program(kF, {16}, 1, {{3, 0, 0, {1}}}, {{0, 0, {1}}}, {})));
  REFUSED("an operand beyond its ref", b->Add(1, B::Program(kF, {17}, 1, {{3, 0, 0, {1}}}, {{0, 0, {1}}}, {})));
  REFUSED("a stride beyond its ref", b->Add(1, B::Program(kF, {9}, 1, {{3, 0, 0, {2}}}, {{0, 0, {1}}}, {})));
  REFUSED("an operand before its ref", b->Add(1, B::Program(kF, {2}, 1, {{3, 0, 0, {-1}}}, {{0, 0, {1}}}, {})));
  REFUSED("a broadcast output", b->Add(1, B::Program(kF, {16}, 1, {{3, 0, 0, {1}}}, {{0, 0, {0}}}, {})));
  REFUSED("a register out of range", b->Add(1, B::Program(kF, {16}, 1, {{3, 1, 0, {1}}}, {{0, 0, {1}}}, {})));
  REFUSED("33 registers", b->Add(1, B::Program(kF, {16}, 33, {{3, 0, 0, {1}}}, {{0, 0, {1}}}, {})));
  REFUSED("a register that nothing wrote", b->Add(1, B::Program(kF, {16}, 2, {{3, 0, 0, {1}}}, {{0, 1, {1}}}, {})));
  REFUSED("an op reads what nothing wrote", b->Add(1, B::Program(kF, {16}, 2, {{3, 0, 0, {1}}}, {{0, 0, {1}}}, {{kEwAdd, 0, 0, 1, 0, 0}})));
  REFUSED("no such op", b->Add(1, B::Program(kF, {16}, 1, {{3, 0, 0, {1}}}, {{0, 0, {1}}}, {{20, 0, 0, 0, 0, 0}})));
  REFUSED("no outputs", b->Add(1, B::Program(kF, {16}, 1, {{3, 0, 0, {1}}}, {}, {})));
  REFUSED("rank 9", b->Add(1, B::Program(kF, {1, 1, 1, 1, 1, 1, 1, 1, 1}, 1, {}, {{0, 0, {1, 1, 1, 1, 1, 1, 1, 1, 1}}}, {{kEwIota, 0, 0, 0, 0, 0}})));
  TAKEN("a product", b->Add(3, {0, 4, 4, 4, 0, 0, 1, 1, 1, 0, 3, 0, 0, 0}));
  REFUSED("a product too large", b->Add(3, {0, 4, 4, 5, 0, 0, 1, 1, 1, 0, 3, 0, 0, 0}));
  REFUSED("a product whose sizes overflow", b->Add(3, {0, 4e15, 4e15, 4e15, 0, 0, 1, 4e15, 1, 0, 3, 0, 0, 0}));
  REFUSED("a product of another dtype", b->Add(3, {1, 2, 2, 2, 0, 0, 1, 1, 1, 0, 3, 0, 0, 0}));
  REFUSED("a softmax into integers", b->Add(4, {0, 0, 0, 4, 4, 4}));
  TAKEN("a softmax in place", b->Add(4, {1, 0, 5, 5, 2, 4}));
  REFUSED("an argmax over nothing", b->Add(5, {0, 0, 4, 4, 0, 4}));
  TAKEN("a gather", b->Add(6, {3, 4, 0, 16, 4, 16}));
  REFUSED("a gather onto its table", b->Add(6, {0, 4, 0, 16, 4, 16}));
  REFUSED("a gather by floats", b->Add(6, {3, 1, 0, 16, 4, 16}));
  REFUSED("a gather of too many", b->Add(6, {3, 4, 0, 16, 4, 17}));
  REFUSED("a gather from a larger table", b->Add(6, {3, 4, 0, 17, 4, 16}));
  REFUSED("a scatter by floats", b->Add(7, {0, 3, 1, 0, 4, 4, 4}));
  REFUSED("a guard beyond its ref", b->Add(10, {0, 0, 17, 1}));
  REFUSED("an output that does not exist", b->outputs.push_back({9, 0}));
#undef REFUSED
#undef TAKEN
}

void Patches() {
  std::string error;
  const int64_t rows = 8, all = 21;
  std::shared_ptr<Plan> plan = Patched(rows).Build(&error);
  CHECK(plan != nullptr && plan->has_patches(), "patched plan: %s", error.c_str());
  if (plan == nullptr) return;
  CHECK(plan->output_bytes(0) == 32 && plan->output_per_row(0) && !plan->output_per_row(1), "outputs");
  for (int indexed = 0; indexed < 2; indexed++) {
    for (int threads : {1, 3}) {
      Fixture f(plan, all);
      FillModel(&f, size_t(all));
      std::vector<int32_t> indices;
      for (int64_t i = 0; i < all; i++) indices.push_back(int32_t(i * 4 % all));
      Job job;
      f.Fill(&job, threads, all, rows);
      if (indexed) {
        job.models[0].indices = indices.data();
        job.models[0].index_count = all;
      }
      CHECK(f.Run(&job), "patched run: %s", f.error.c_str());
      if (!f.error.empty()) return;
      CHECK(f.results[0].steps == 3 && f.results[0].rows == all && f.results[0].status == ModelStatus::kDone, "3 steps of 21 rows");
      float w[3] = {1, 2, 3};
      int bad = 0;
      for (int64_t begin = 0; begin < all; begin += rows) {
        const int64_t end = begin + rows < all ? begin + rows : all;
        double mean[3] = {0, 0, 0};
        for (int64_t i = begin; i < end; i++) {
          const float* x = f.Column<float>(0) + 3 * (indexed ? indices[size_t(i)] : i);
          const float want = x[0] * w[0] + x[1] * w[1] + x[2] * w[2];
          bad += fabsf(f.Output<float>(0)[i] - want) > 1e-4f * (1 + fabsf(want));
          bad += f.Output<float>(2)[i] != float((indexed ? indices[size_t(i)] : i) * 5 % 16) * 100;
          for (int j = 0; j < 3; j++) mean[j] += double(x[j]) / double(rows);
        }
        for (int j = 0; j < 3; j++) w[j] += 0.5f * float(mean[j]);
      }
      for (int j = 0; j < 3; j++) bad += fabsf(f.State<float>()[j] - w[j]) > 1e-5f;
      bad += f.State<float>(64)[0] != 9;
      CHECK(bad == 0, "patched run, indexed %d, %d threads: %d wrong", indexed, threads, bad);
    }
  }
  // Without patches there is only the capacity.
  Fixture f(Model(8).Build(&error), all);
  Job job;
  f.Fill(&job, 1, all, 8);
  CHECK(!CheckJob(*f.plan, job).empty(), "a last step of 5 rows without patches");
  PlanBuilder wild = Patched(8);
  wild.patches.insert(wild.patches.end(), {2, 1});
  CHECK(!ErrorOf(wild).empty(), "a patch of the header");
  wild.patches.end()[-2] = 1e9;
  CHECK(!ErrorOf(wild).empty(), "a patch beyond the code");
}

void Jobs() {
  std::string error;
  std::shared_ptr<Plan> plan = Patched(4).Build(&error);
  const int64_t all = 30;
  Fixture base(plan, all);
  FillModel(&base, size_t(all));
  const auto check = [&](const char* what, void (*change)(Job*)) {
    Job job;
    base.Fill(&job, 1, all, 4);
    change(&job);
    CHECK(!CheckJob(*plan, job).empty(), "%s", what);
  };
  static const int32_t low[2] = {0, -1}, high[2] = {0, 1000};
  check("a column missing", [](Job* j) { j->columns.pop_back(); });
  check("a short column", [](Job* j) { j->columns[2].bytes = 63; });
  check("a short batch column", [](Job* j) { j->columns[0].bytes = 30 * 12 - 1; });
  check("an unaligned column", [](Job* j) { j->columns[0].data++; });
  check("no models", [](Job* j) { j->models.clear(); });
  check("no state", [](Job* j) { j->models[0].state = nullptr; });
  check("a negative begin", [](Job* j) { j->models[0].begin = -1; });
  check("an end before its begin", [](Job* j) { j->models[0].begin = 31; });
  check("a batch of 0", [](Job* j) { j->models[0].batch = 0; });
  check("a batch beyond the capacity", [](Job* j) { j->models[0].batch = 5; });
  check("no scalars", [](Job* j) { j->models[0].scalars = nullptr; });
  check("a negative index", [](Job* j) { j->models[0].indices = low; j->models[0].index_count = 2; j->models[0].end = 2; });
  check("an index too large", [](Job* j) { j->models[0].indices = high; j->models[0].index_count = 2; j->models[0].end = 2; });
  check("positions beyond the indices", [](Job* j) { j->models[0].indices = low; j->models[0].index_count = 1; j->models[0].end = 2; });
  check("a short target", [](Job* j) { j->models[0].outputs[0].bytes--; });
  check("a target missing", [](Job* j) { j->models[0].outputs.pop_back(); });
  check("a watch beyond the state", [](Job* j) { j->watch_offset = 100; j->watch_bytes = 29; });
  check("one slab twice", [](Job* j) { j->models.push_back(j->models[0]); });
  check("a snapshot onto its state", [](Job* j) { j->models[0].snapshot = j->models[0].state; });

  // Seven models of their own lengths, on 1 and 3 threads: each as if it ran alone.
  std::vector<std::shared_ptr<Slab>> states[3], snapshots;
  for (int pass = 0; pass < 3; pass++) {
    for (int k = 0; k < 7; k++) {
      states[pass].push_back(Slab::Create(plan->state_bytes()));
      reinterpret_cast<float*>(states[pass].back()->data())[0] = float(k);
      if (pass == 0) snapshots.push_back(Slab::Create(plan->state_bytes()));
    }
    const auto model = [&](int k) {
      ModelRow m;
      m.state = states[pass][size_t(k)].get();
      if (pass == 0) m.snapshot = snapshots[size_t(k)].get();
      m.scalars = reinterpret_cast<const uint8_t*>(base.scalars.data());
      m.begin = k;
      m.end = 30 - 2 * k;
      m.batch = 1 + k % 4;
      return m;
    };
    const auto run = [&](std::vector<int> which, int threads) {
      Job job;
      base.Fill(&job, threads, all, 4);
      job.models.clear();
      for (int k : which) job.models.push_back(model(k));
      job.stop_model = std::vector<std::atomic<bool>>(which.size());
      CHECK(base.Run(&job), "models: %s", base.error.c_str());
      for (size_t i = 0; i < base.results.size(); i++) CHECK(base.results[i].rows == 30 - 3 * which[i], "rows of model %d", which[i]);
    };
    if (pass < 2) run({0, 1, 2, 3, 4, 5, 6}, pass == 0 ? 3 : 1);
    for (int k = 0; pass == 2 && k < 7; k++) run({k}, 3);
  }
  for (size_t k = 0; k < 7; k++) {
    const bool same = memcmp(states[0][k]->data(), states[1][k]->data(), 128) == 0 && memcmp(states[0][k]->data(), states[2][k]->data(), 128) == 0;
    CHECK(same, "model %d depends on its company", int(k));
    CHECK(reinterpret_cast<float*>(snapshots[k]->data())[0] == float(k), "snapshot of model %d", int(k));
  }

  // Stops and progress.
  Fixture f(plan, all);
  FillModel(&f, size_t(all));
  Job job;
  f.Fill(&job, 1, 30, 1);
  job.progress_milliseconds = 1;
  job.watch_bytes = 12;
  int calls = 0;
  job.progress = [&](int32_t m, int64_t steps, int64_t rows, const uint8_t* watched) {
    calls++;
    CHECK(m == 0 && steps == rows && watched == f.state->data(), "what progress gets");
    job.stop_model[0] = true;
  };
  std::vector<int32_t> long_list(3000000, 1);
  job.models[0].indices = long_list.data();
  job.models[0].index_count = job.models[0].end = 3000000;
  job.models[0].outputs.clear();
  CHECK(f.Run(&job), "%s", f.error.c_str());
  CHECK(calls == 1 && f.results[0].status == ModelStatus::kStopped && f.results[0].steps == f.results[0].rows && f.results[0].steps > 0, "stopped after %d calls, %d steps",
        calls, int(f.results[0].steps));
  job.stop_all = true;
  CHECK(f.Run(&job) && f.results[0].steps == 0 && f.results[0].status == ModelStatus::kStopped, "stopped before the first step");

  // Scalars per step: the last row serves on.
  Fixture g(plan, all);
  FillModel(&g, size_t(all));
  Job scheduled;
  g.scalars.assign(6, 0.0);
  const float rates[3] = {1, 0, 0.25f};
  for (int i = 0; i < 3; i++) memcpy(&g.scalars[size_t(2 * i)], &rates[i], 4);
  g.Fill(&scheduled, 1, 20, 4);
  scheduled.models[0].scalar_steps = 3;
  CHECK(g.Run(&scheduled), "%s", g.error.c_str());
  double want = 1;
  for (int s = 0; s < 5; s++) {
    for (int i = 4 * s; i < 4 * s + 4; i++) want += double(g.Column<float>(0)[3 * i]) / 4 * double(rates[s < 2 ? s : 2]);
  }
  CHECK(fabs(double(g.State<float>()[0]) - want) < 1e-5, "scheduled scalars: %g, expected %g", double(g.State<float>()[0]), want);
}

// What running a decoded plan costs, roughly: the fuzz skips what would only take long.
double CostOf(const DecodedPlan& plan) {
  double total = 0, factor = 1;
  std::vector<std::pair<int64_t, double>> open;
  for (size_t i = 0; i < plan.instructions.size(); i++) {
    while (!open.empty() && open.back().first <= int64_t(i)) {
      factor = open.back().second;
      open.pop_back();
    }
    const Instruction& in = plan.instructions[i];
    double cost = 1;
    if (in.program >= 0) cost += double(plan.programs[size_t(in.program)].size);
    if (in.opcode == kGemm) cost += double(in.sizes[0]) * double(in.sizes[1]) * double(in.sizes[2] + 1) * double(in.sizes[3]);
    if (in.opcode != kRepeat) {
      total += factor * cost;
      continue;
    }
    open.push_back({int64_t(i) + 1 + in.sizes[2], factor});
    factor *= double(in.sizes[1]);
    total += factor;
  }
  return total;
}

// One plan with every instruction, of shapes that are small but not tiny.
PlanBuilder Everything(int64_t rows) {
  PlanBuilder b = Model(rows);
  b.state = 4096;
  b.scratch = 4096;
  const int x = b.Scratch(kF, 1024, 240), y = b.Scratch(kF, 1280, 240), idx = b.State(kI32, 1024, 40), d = b.Scratch(kF64, 2048, 160), e = b.Scratch(kF64, 2304, 160);
  const int bytes = b.Ref(1, kU8, 3500, 100);
  b.Add(4, {1, 0, double(d), double(e), 4, 5});
  b.Add(5, {0, double(x), double(idx), 5, 4, 2});
  b.Add(7, {0, double(x), double(idx), double(y), 10, 6, 10});
  b.Add(8, {0, double(x), double(idx), double(y), 5, 12, 2});
  b.Add(9, {0, double(x), double(idx), double(y), 5, 12, 2});
  b.Add(3, {0, 3, 2, 4, 1, 1, 0.5, 5, double(x), 12, double(y), 0, double(b.Scratch(kF, 3700, 120)), 0});
  b.Add(11, {0, 4, 3});
  b.Add(12, {double(b.Scratch(kU8, 3400, 64, {0, 8})), double(bytes), 60});
  b.Add(11, {1, 3, 1});
  b.Add(1, PlanBuilder::Program(kF, {4, 2, 2}, 3, {{b.Scratch(kF, 3104, 64, {0, 64, 1, -16}), 0, 0, {4, 2, 1}}, {bytes, 1, 0, {1, 4, 9}}}, {{b.Scratch(kI32, 1024, 64), 2, {4, 2, 1}}},
                                {{kEwNormal, 2, 0, 0, 0, 77}, {kEwSelect, 2, 0, 1, 2, 0}}));
  return b;
}

void Fuzz(int rounds) {
  const PlanBuilder builder = Patched(6, &Everything);
  const std::vector<double> good = builder.Code();
  CHECK(ErrorOf(builder).empty(), "the plan to mutate: %s", ErrorOf(builder).c_str());
  std::mt19937 random(2024);
  const double odd[] = {-1, 0, 1, 2, 3, 4, 5, 7, 8, 12, 16, 31, 32, 33, 64, 100, 255, 4096, 1e6, 2147483647.0, 4294967296.0, 4503599627370496.0, 9007199254740992.0, 1e300, -4, -64, 0.5, NAN, INFINITY, -INFINITY};
  int refused = 0, ran = 0, skipped = 0;
  for (int round = 0; round < rounds; round++) {
    std::vector<double> code = good;
    std::vector<double> patches = builder.patches;
    const int changes = 1 + int(random() % 3);
    for (int c = 0; c < changes; c++) {
      const size_t at = random() % code.size();
      switch (random() % 6) {
        case 0: code[at] = odd[random() % (sizeof odd / sizeof *odd)]; break;
        case 1: code[at] += double(random() % 5) - 2; break;
        case 2: code[at] = code[random() % code.size()]; break;
        case 3: std::swap(code[at], code[random() % code.size()]); break;
        case 4: code[at] *= double(random() % 3); break;
        default: patches[random() % patches.size()] += double(random() % 7) - 3; break;
      }
    }
    std::string error;
    DecodedPlan decoded;
    if (!DecodePlan(code.data(), code.size(), builder.constants.size(), 0, &decoded, &error)) {
      refused++;
      CHECK(!error.empty(), "an error without a sentence");
      continue;
    }
    if (decoded.state_bytes > 1 << 20 || decoded.scratch_bytes > 1 << 20 || CostOf(decoded) > 1e6 || decoded.capacity > 1000) {
      skipped++;
      continue;
    }
    std::shared_ptr<Plan> plan = Plan::Create(code.data(), code.size(), builder.constants.data(), builder.constants.size(), patches.data(), patches.size() / 2, &error);
    if (plan == nullptr) {
      refused++;
      continue;
    }
    bool small = true;
    for (int32_t i = 0; i < plan->port_count(); i++) small &= plan->port_bytes(i) < 1 << 20;
    for (int32_t i = 0; i < plan->output_count(); i++) small &= plan->output_bytes(i) < 1 << 20;
    if (!small) {
      skipped++;
      continue;
    }
    Fixture f(plan, 11);
    for (auto& column : f.columns) {
      for (auto& word : column) word = random() % 4;
    }
    for (size_t i = 0; i < plan->state_bytes(); i++) f.state->data()[i] = uint8_t(i % 4 == 0 ? random() % 4 : 0);
    Job job;
    f.Fill(&job, 1 + int32_t(random() % 2), 11, plan->capacity_rows());
    // The columns are exactly as long as their rows: what is read beyond them is found.
    for (size_t i = 0; i < job.columns.size(); i++) job.columns[i].bytes = plan->port_per_row(int32_t(i)) ? plan->port_bytes(int32_t(i)) / size_t(plan->capacity_rows()) * 11 : plan->port_bytes(int32_t(i));
    if (f.Run(&job)) {
      ran++;
    } else {
      refused++;
      CHECK(!f.error.empty(), "a job refused without a sentence");
    }
  }
  CHECK(ran > rounds / 50, "of %d mutations %d ran, %d were refused, %d skipped", rounds, ran, refused, skipped);
  printf("fuzz: %d ran, %d refused, %d skipped\n", ran, refused, skipped);
}

}  // namespace

int main(int argc, char** argv) {
  Rejects();
  Patches();
  Jobs();
  Fuzz(argc > 1 ? atoi(argv[1]) : 20000);
  return check::Finish("plan");
}
