// Every compiled reduction on every instruction set: the values and results that the machine for any program gives, their sums against sums
// in long double, the same bits for a row alone and for a range of rows in parts; rows that are not whole vectors, operands that are
// repeated along an axis, spaces of two and three axes; and as boxes, which ask memory ahead.
#include <math.h>

#include <algorithm>

#include "check.h"
#include "ew_run.h"
#define NS reduce_loops_test
#include "kernels/reduce_code.h"

using namespace ridgeline_test;
using namespace ridgeline::reduce_loops_test;

namespace {

struct Shape {
  int64_t a, b, c;
  bool repeat;  // every second input in memory is the same for every a
};

// The reduction over fresh memory; equal seeds give equal memory. `stores` adds the reduced values as a last result.
class Case {
 public:
  Case(const EwCode& code, const Shape& s, uint64_t seed, bool stores) : program_({s.a, s.b, s.c}) {
    Rng rng = {seed};
    const size_t size = static_cast<size_t>(s.a * s.b * s.c);
    const int16_t* at = code.numbers;
    columns_ = *at++ != 0;
    const int32_t op = *at++, reg = *at++;
    arrays_.reserve(kMaxOperands + 1);
    for (int i = 0, inputs = *at++; i < inputs; i++) {
      const int16_t place = *at++, number = *at++;
      arrays_.emplace_back(size);
      for (float& x : arrays_.back()) x = static_cast<float>(rng.Uniform(0.5, 3));
      float* base = arrays_.back().data();
      if (place == kEwForAll) {
        program_.Splat(base);
      } else if (place == kEwPerRow) {
        program_.Strided(base, {s.b, 1, 0});
      } else if (s.repeat && i % 2 == 1) {
        program_.Strided(base, {0, s.c, 1});
      } else {
        program_.Input(base);
      }
      program_.inputs.back().reg = number;
      Sees(number);
    }
    for (int outputs = *at++; outputs > 0; outputs--) Stores(size, *at++);
    for (int n = *at++; n > 0; n--, at += 5) {
      program_.instrs.push_back({at[0], at[1], at[2], at[3], at[4], 0});
      Sees(at[1]);
    }
    CHECK(at == code.numbers + code.length, "a code of %d numbers", code.length);
    if (stores) Stores(size, reg);
    const int64_t inner = columns_ ? s.b * s.c : 1;
    task_ = {program_.Task(), op, reg, columns_ ? 1 : s.a * s.b, columns_ ? s.a : s.c, inner};
  }
  ReduceTask& task() { return task_; }
  bool columns() const { return columns_; }
  const std::vector<std::vector<float>>& arrays() const { return arrays_; }

 private:
  void Sees(int32_t reg) {
    if (reg >= program_.registers) program_.registers = reg + 1;
  }
  void Stores(size_t size, int32_t reg) {
    arrays_.emplace_back(size, 7.0f);
    program_.Output(arrays_.back().data(), reg);
  }
  Program program_;
  std::vector<std::vector<float>> arrays_;
  bool columns_ = false;
  ReduceTask task_ = {};
};

void CheckSums(const KernelTable* table, int32_t l, const Shape& s) {
  const uint64_t seed = static_cast<uint64_t>(l) + 1;
  Case slow(kReduceCodes[l], s, seed, true), fast(kReduceCodes[l], s, seed, false);
  ReduceTask& task = fast.task();
  task.ew.loop = table->find_reduce_loop(&task);
  CHECK(task.ew.loop == l + 1, "%s: reduction %d, found %d", table->name, l + 1, task.ew.loop);
  const size_t count = static_cast<size_t>(task.outer * task.inner);
  std::vector<float> slow_out(count), out(count), again(count);
  table->reduce_f32(&slow.task(), 0, task.outer, slow_out.data());
  table->reduce_f32(&task, 0, task.outer, out.data());
  for (size_t k = 0; k < fast.arrays().size(); k++) {
    const auto &x = slow.arrays()[k], &y = fast.arrays()[k];
    CHECK(memcmp(x.data(), y.data(), x.size() * sizeof(float)) == 0, "%s: reduction %d, array %zu", table->name, l, k);
  }
  const std::vector<float>& values = slow.arrays().back();
  for (int64_t o = 0; o < task.outer; o++) {
    for (int64_t i = 0; i < task.inner; i++) {
      long double total = task.op == kReduceSum ? 0 : -INFINITY, magnitude = 0;
      for (int64_t r = 0; r < task.reduced; r++) {
        const float v = values[static_cast<size_t>((o * task.reduced + r) * task.inner + i)];
        total = task.op == kReduceSum ? total + v : std::max<long double>(total, v);
        magnitude += fabsf(v);
      }
      const float got = out[static_cast<size_t>(o * task.inner + i)];
      const bool near = fabsl(got - total) <= (task.op == kReduceSum ? 1e-6L * magnitude : 0) || (got != got && total != total);
      CHECK(near, "%s: reduction %d [%d, %d, %d] out[%d, %d] = %g, not %Lg", table->name, l, static_cast<int>(s.a), static_cast<int>(s.b),
            static_cast<int>(s.c), static_cast<int>(o), static_cast<int>(i), static_cast<double>(got), total);
    }
  }
  // In parts: rows by themselves, or panels of rows one after another.
  if (!fast.columns()) {
    for (int64_t o = 0; o < task.outer; o += 1 + o % 3) {
      const int64_t end = std::min(task.outer, o + 1 + o % 3);
      table->reduce_f32(&task, o, end, again.data() + o);
    }
  } else {
    std::vector<double> totals(count, task.op == kReduceSum ? 0 : -INFINITY);
    const int64_t panel = PanelRows(task.inner, 256);
    for (int64_t r = 0, k = 1; r < task.reduced; r += k * panel, k++)
      table->reduce_into_f32(&task, 0, r, std::min(task.reduced, r + k * panel), totals.data());
    std::copy(totals.begin(), totals.end(), again.begin());
  }
  for (size_t i = 0; i < count; i++) {
    CHECK(out[i] == again[i] || (out[i] != out[i] && again[i] != again[i]), "%s: reduction %d in parts, out[%zu]", table->name, l, i);
  }
}

// The same bits row by row as a box, whatever it asks for; sums over the rows where no two rows of a panel are kept side by side.
void CheckBox(const KernelTable* table, int32_t l, const Shape& s) {
  const uint64_t seed = static_cast<uint64_t>(l) + 1;
  Case whole(kReduceCodes[l], s, seed, false), boxed(kReduceCodes[l], s, seed, false);
  ReduceTask& task = boxed.task();
  if (boxed.columns() && (task.op != kReduceSum || PanelRows(task.inner, 256) != 32)) return;
  task.ew.loop = whole.task().ew.loop = table->find_reduce_loop(&task);
  task.ew.asks[0] = 1;
  task.ew.ahead = 100000;
  const size_t count = static_cast<size_t>(task.outer * task.inner);
  std::vector<float> want(count), got(count);
  table->reduce_f32(&whole.task(), 0, task.outer, want.data());
  ReduceBox box;
  table->fill_box(&task, &box);
  if (!boxed.columns()) {
    for (int64_t row = 0; row < task.outer; row++) table->run_box(&box, row, row + 1, got.data() + row);
  } else {
    std::vector<double> totals(count, 0);
    for (int64_t row = 0; row < task.reduced; row += 32) {
      std::vector<float> sums(count, 0);
      for (int64_t r = row; r < std::min(task.reduced, row + 32); r++) table->run_box(&box, r, r + 1, sums.data());
      table->add_to_totals(sums.data(), totals.data(), task.inner);
    }
    std::copy(totals.begin(), totals.end(), got.begin());
  }
  for (size_t i = 0; i < count; i++) {
    CHECK(want[i] == got[i] || (want[i] != want[i] && got[i] != got[i]), "%s: reduction %d as a box, out[%zu]", table->name, l, i);
  }
  for (size_t k = 0; k < boxed.arrays().size(); k++) {
    const auto &x = whole.arrays()[k], &y = boxed.arrays()[k];
    CHECK(memcmp(x.data(), y.data(), x.size() * sizeof(float)) == 0, "%s: reduction %d as a box, array %zu", table->name, l, k);
  }
}

}  // namespace

int main() {
  const Shape shapes[] = {{5, 1, 37, false},  {70, 1, 64, true},  {9, 7, 33, false}, {100, 2, 40, true},
                          {3, 1, 2100, true}, {2, 3, 150, false}, {70, 2, 130, true}};
  for (const KernelTable* table : Tables()) {
    for (int32_t l = 0; l < kReduceLoopCount; l++) {
      for (const Shape& shape : shapes) {
        CheckSums(table, l, shape);
        CheckBox(table, l, shape);
      }
    }
  }
  return check::Finish("reduce loops");
}
