// Mutated plans: each must be refused with a sentence or run safely. Meant for the address and undefined-behaviour sanitizers as well.
#include <math.h>

#include <random>

#include "check.h"
#include "model_plan.h"
#include "runtime/plan_decode.h"

using namespace ridgeline;
using namespace ridgeline_test;

namespace {

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
  const int x = b.Scratch(kF, 1024, 240), y = b.Scratch(kF, 1280, 240), idx = b.State(kI32, 1024, 40), d = b.Scratch(kF64, 2048, 160),
            e = b.Scratch(kF64, 2304, 160);
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
  b.Add(1, PlanBuilder::Program(kF, {4, 2, 2}, 3, {{b.Scratch(kF, 3104, 64, {0, 64, 1, -16}), 0, 0, {4, 2, 1}}, {bytes, 1, 0, {1, 4, 9}}},
                                {{b.Scratch(kI32, 1024, 64), 2, {4, 2, 1}}}, {{kEwNormal, 2, 0, 0, 0, 77}, {kEwSelect, 2, 0, 1, 2, 0}}));
  return b;
}

void Fuzz(int rounds) {
  const PlanBuilder builder = Patched(6, &Everything);
  const std::vector<double> good = builder.Code();
  CHECK(ErrorOf(builder).empty(), "the plan to mutate: %s", ErrorOf(builder).c_str());
  std::mt19937 random(2024);
  const double odd[] = {-1,
                        0,
                        1,
                        2,
                        3,
                        4,
                        5,
                        7,
                        8,
                        12,
                        16,
                        31,
                        32,
                        33,
                        64,
                        100,
                        255,
                        4096,
                        1e6,
                        2147483647.0,
                        4294967296.0,
                        4503599627370496.0,
                        9007199254740992.0,
                        1e300,
                        -4,
                        -64,
                        0.5,
                        NAN,
                        INFINITY,
                        -INFINITY};
  int refused = 0, ran = 0, skipped = 0;
  for (int round = 0; round < rounds; round++) {
    std::vector<double> code = good;
    std::vector<double> patches = builder.patches;
    const int changes = 1 + int(random() % 3);
    for (int c = 0; c < changes; c++) {
      const size_t at = random() % code.size();
      switch (random() % 6) {
        case 0:
          code[at] = odd[random() % (sizeof odd / sizeof *odd)];
          break;
        case 1:
          code[at] += double(random() % 5) - 2;
          break;
        case 2:
          code[at] = code[random() % code.size()];
          break;
        case 3:
          std::swap(code[at], code[random() % code.size()]);
          break;
        case 4:
          code[at] *= double(random() % 3);
          break;
        default:
          patches[random() % patches.size()] += double(random() % 7) - 3;
          break;
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
    std::shared_ptr<Plan> plan = Plan::Create(code.data(), code.size(), builder.constants.data(), builder.constants.size(), patches.data(),
                                              patches.size() / 2, &error);
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
    for (size_t i = 0; i < job.columns.size(); i++)
      job.columns[i].bytes =
          plan->port_per_row(int32_t(i)) ? plan->port_bytes(int32_t(i)) / size_t(plan->capacity_rows()) * 11 : plan->port_bytes(int32_t(i));
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
  Fuzz(argc > 1 ? atoi(argv[1]) : 20000);
  return check::Finish("plan_fuzz");
}
