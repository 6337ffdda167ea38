// Plans: what the decoder refuses, and row patches.
#include "check.h"
#include "model_plan.h"

using namespace ridgeline;
using namespace ridgeline_test;

namespace {

void Rejects() {
  CHECK(ErrorOf(Model(4)).empty(), "a good plan: %s", ErrorOf(Model(4)).c_str());
  const std::vector<double> code = Model(4).Code();
  const std::vector<uint8_t> constants(64, 0);
  std::string error;
  const auto fails = [&](std::vector<double> c) {
    return Plan::Create(c.data(), c.size(), constants.data(), 64, nullptr, 0, &error) == nullptr && !error.empty();
  };
  for (size_t n = 0; n < code.size(); n++)
    CHECK(fails(std::vector<double>(code.begin(), code.begin() + long(n))), "cut to %d numbers", int(n));
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
    b.State(kF, 0, 64);      // 0
    b.Scratch(kF, 0, 64);    // 1
    b.Ref(2, kF, 0, 64);     // 2, constant
    b.Ref(4, kF, 0, 64);     // 3, port
    b.State(kI32, 64, 64);   // 4
    b.State(kF64, 128, 64);  // 5
    change(&b);
    return ErrorOf(b);
  };
  using B = PlanBuilder;
#define REFUSED(what, ...) CHECK(!with([](B* b) { __VA_ARGS__; }).empty(), what)
#define TAKEN(what, ...) CHECK(with([](B* b) { __VA_ARGS__; }).empty(), what ": %s", with([](B* b) { __VA_ARGS__; }).c_str())
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
  REFUSED("no such op", b->Add(1, B::Program(kF, {16}, 1, {{3, 0, 0, {1}}}, {{0, 0, {1}}}, {{kEwGelu + 1, 0, 0, 0, 0, 0}})));
  REFUSED("no outputs", b->Add(1, B::Program(kF, {16}, 1, {{3, 0, 0, {1}}}, {}, {})));
  REFUSED("rank 9",
          b->Add(1, B::Program(kF, {1, 1, 1, 1, 1, 1, 1, 1, 1}, 1, {}, {{0, 0, {1, 1, 1, 1, 1, 1, 1, 1, 1}}}, {{kEwIota, 0, 0, 0, 0, 0}})));
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

}  // namespace

int main() {
  Rejects();
  Patches();
  return check::Finish("plan");
}
