// A small training step used by several tests of plans.
#pragma once
#include <math.h>

#include "plan_builder.h"

namespace ridgeline_test {

constexpr int kF = kF32;

// A step of a linear model on `rows` rows of 3 columns: w += mean over rows of x * scale, predictions out per row, a running count, a loop,
// a gather by a label and a guard. With patches for fewer rows.
inline PlanBuilder Model(int64_t rows) {
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
  std::vector<double> args =
      PlanBuilder::Program(kF, {rows, 3}, 3, {{x, 0, 0, {3, 1}}, {-1, 1, 1.0 / double(rows), {0, 0}}}, {}, {{kEwMul, 2, 0, 1, 0, 0}});
  args.insert(args.end(), {0, 2, 1, double(rows), 3, double(mean)});
  b.Add(2, args);
  b.Add(1,
        PlanBuilder::Program(kF, {3}, 4, {{w, 0, 0, {1}}, {mean, 1, 0, {1}}, {rate, 2, 0, {0}}}, {{w, 3, {1}}}, {{kEwFma, 3, 1, 2, 0, 0}}));
  b.Add(11, {0, 3, 1});
  b.Add(1, PlanBuilder::Program(kF, {1}, 3, {{count, 0, 0, {1}}, {one, 1, 0, {1}}, {-1, 2, 1, {0}}}, {{count, 0, {1}}},
                                {{kEwAdd, 0, 0, 1, 0, 0}, {kEwAdd, 0, 0, 2, 0, 0}}));
  return b;
}

// As the compiler finds them: linear differences of the codes of two row counts. The reciprocal of the rows is not linear, so it stays.
inline PlanBuilder Patched(int64_t rows, PlanBuilder (*make)(int64_t) = &Model) {
  PlanBuilder b = make(rows);
  const std::vector<double> low = b.Code(), high = make(rows + 1).Code();
  const size_t header = 8 + 3 * b.ports.size();
  for (size_t i = header; i < low.size(); i++) {
    if (low[i] != high[i] && high[i] == floor(high[i])) b.patches.insert(b.patches.end(), {double(i), high[i] - low[i]});
  }
  return b;
}

inline void FillModel(Fixture* f, size_t rows) {
  for (size_t i = 0; i < rows * 3; i++) f->Column<float>(0)[i] = float(i % 11) - 5;
  for (size_t i = 0; i < rows; i++) f->Column<int32_t>(1)[i] = int32_t(i * 5 % 16);
  for (size_t i = 0; i < 16; i++) f->Column<float>(2)[i] = float(i) * 100;
  f->State<float>()[0] = 1;
  f->State<float>()[1] = 2;
  f->State<float>()[2] = 3;
  const float rate = 0.5f;
  memcpy(f->scalars.data(), &rate, 4);
}

inline std::string ErrorOf(const PlanBuilder& b) {
  std::string error;
  return b.Build(&error) == nullptr ? error : "";
}

}  // namespace ridgeline_test
