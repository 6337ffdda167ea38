// Jobs: what is refused, several models at once, stops, progress and scalars per step.
#include "check.h"
#include "model_plan.h"

using namespace ridgeline;
using namespace ridgeline_test;

namespace {

void Refuses() {
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
  check("a negative index", [](Job* j) {
    j->models[0].indices = low;
    j->models[0].index_count = 2;
    j->models[0].end = 2;
  });
  check("an index too large", [](Job* j) {
    j->models[0].indices = high;
    j->models[0].index_count = 2;
    j->models[0].end = 2;
  });
  check("positions beyond the indices", [](Job* j) {
    j->models[0].indices = low;
    j->models[0].index_count = 1;
    j->models[0].end = 2;
  });
  check("a short target", [](Job* j) { j->models[0].outputs[0].bytes--; });
  check("a target missing", [](Job* j) { j->models[0].outputs.pop_back(); });
  check("no passes", [](Job* j) { j->models[0].passes = 0; });
  check("indices that are no whole number of passes", [](Job* j) {
    j->models[0].indices = high;
    j->models[0].index_count = 2;
    j->models[0].end = 0;
    j->models[0].passes = 3;
  });
  check("positions beyond the indices of a pass", [](Job* j) {
    static const int32_t zeros[4] = {0, 0, 0, 0};
    j->models[0].indices = zeros;
    j->models[0].index_count = 4;
    j->models[0].end = 3;
    j->models[0].passes = 2;
  });
  check("an index too large in the second pass", [](Job* j) {
    j->models[0].indices = high;
    j->models[0].index_count = 2;
    j->models[0].end = 1;
    j->models[0].passes = 2;
  });
  check("no room for the sums of a pass", [](Job* j) {
    static uint8_t room[7];
    j->watch_bytes = 8;
    j->models[0].passes = 2;
    j->models[0].sums = {room, sizeof(room)};
  });
  check("a watch beyond the state", [](Job* j) {
    j->watch_offset = 100;
    j->watch_bytes = 29;
  });
  check("one slab twice", [](Job* j) { j->models.push_back(j->models[0]); });
  check("a snapshot onto its state", [](Job* j) { j->models[0].snapshot = j->models[0].state; });
}

// Seven models of their own lengths, on 1 and 3 threads: each as if it ran alone.
void Models() {
  std::string error;
  std::shared_ptr<Plan> plan = Patched(4).Build(&error);
  const int64_t all = 30;
  Fixture base(plan, all);
  FillModel(&base, size_t(all));
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
    const bool same =
        memcmp(states[0][k]->data(), states[1][k]->data(), 128) == 0 && memcmp(states[0][k]->data(), states[2][k]->data(), 128) == 0;
    CHECK(same, "model %d depends on its company", int(k));
    CHECK(reinterpret_cast<float*>(snapshots[k]->data())[0] == float(k), "snapshot of model %d", int(k));
  }
}

void StopsAndProgress() {
  std::string error;
  std::shared_ptr<Plan> plan = Patched(4).Build(&error);
  const int64_t all = 30;
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
  CHECK(calls == 1 && f.results[0].status == ModelStatus::kStopped && f.results[0].steps == f.results[0].rows && f.results[0].steps > 0,
        "stopped after %d calls, %d steps", calls, int(f.results[0].steps));
  job.stop_all = true;
  CHECK(f.Run(&job) && f.results[0].steps == 0 && f.results[0].status == ModelStatus::kStopped, "stopped before the first step");
}

// Scalars per step: the last row serves on.
void Scalars() {
  std::string error;
  std::shared_ptr<Plan> plan = Patched(4).Build(&error);
  const int64_t all = 30;
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

// Three passes in one job, and as a job each: the same state, and what was watched is kept and set to 0.
void Passes() {
  std::string error;
  std::shared_ptr<Plan> plan = Patched(4).Build(&error);
  const int64_t all = 30, rows = 11, passes = 3;
  Fixture whole(plan, all), parts(plan, all);
  std::vector<int32_t> lists;
  for (int i = 0; i < passes * 13; i++) lists.push_back(i * 7 % 30);
  // The count of steps lies at 64; the weights, at 0, go on.
  float sums[2] = {-1, -1};
  for (Fixture* f : {&whole, &parts}) {
    FillModel(f, size_t(all));
    for (int pass = 0; pass < (f == &whole ? 1 : int(passes)); pass++) {
      Job job;
      f->Fill(&job, 1, rows + 2, 4);
      job.watch_offset = 64;
      job.watch_bytes = 4;
      ModelRow& model = job.models[0];
      model.begin = 2;
      model.step = f == &whole ? 0 : 3 * pass;
      model.indices = lists.data() + 13 * pass;
      model.index_count = f == &whole ? 13 * passes : 13;
      if (f == &whole) {
        model.passes = passes;
        model.sums = {reinterpret_cast<uint8_t*>(sums), sizeof(sums)};
      } else {
        f->State<float>(64)[0] = 0;
      }
      CHECK(f->Run(&job), "passes: %s", f->error.c_str());
      const int64_t runs = f == &whole ? passes : 1;
      CHECK(f->results[0].rows == runs * rows && f->results[0].steps == runs * 3, "rows and steps of %d passes", int(runs));
      if (f == &parts && pass < 2) CHECK(f->State<float>(64)[0] == sums[pass], "sums of pass %d: %g", pass, double(sums[pass]));
    }
  }
  CHECK(sums[0] > 0 && memcmp(whole.state->data(), parts.state->data(), 128) == 0, "passes of one job differ from jobs");
}

}  // namespace

int main() {
  Refuses();
  Models();
  StopsAndProgress();
  Scalars();
  Passes();
  return check::Finish("job");
}
