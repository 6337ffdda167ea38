// Every compiled reduction on every instruction set: the values and results that the machine for any program gives, their sums against sums
// in long double, the same bits for a row alone and for a range of rows in parts; rows that are not whole vectors, operands that are
// repeated along an axis, spaces of two and three axes; and as boxes, which ask memory ahead, alone and with those that one loop does
// together.
#include <math.h>

#include <algorithm>
#include <memory>
#include <string>

#include "check.h"
#include "ew_run.h"
#define NS reduce_loops_test
#include "kernels/reduce_code.h"
using namespace ridgeline::reduce_loops_test;
#include "reduce_case.h"

using namespace ridgeline_test;

namespace {

void CheckSums(const KernelTable* table, int32_t l, const Shape& s) {
  const uint64_t seed = static_cast<uint64_t>(l) + 1;
  Arrays arrays(s, seed);
  Case slow(kReduceCodes[l], s, &arrays, true), fast(kReduceCodes[l], s, &arrays, false);
  ReduceTask& task = fast.task();
  task.ew.loop = table->find_reduce_loop(&task);
  CHECK(task.ew.loop == l + 1, "%s: reduction %d, found %d", table->name, l + 1, task.ew.loop);
  const size_t count = static_cast<size_t>(task.outer * task.inner);
  std::vector<float> slow_out(count), out(count), again(count);
  table->reduce_f32(&slow.task(), 0, task.outer, slow_out.data());
  table->reduce_f32(&task, 0, task.outer, out.data());
  const std::string name = std::string(table->name) + ": reduction " + std::to_string(l);
  CheckResults(slow, fast, name);
  const Results& values = *slow.results().back();
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
  CheckBits(out, again, name + " in parts");
}

// The same bits as a box, some rows at a time, whatever it asks for; sums over the rows where no two rows of a panel are kept side by side.
void CheckBox(const KernelTable* table, const std::vector<const EwCode*>& codes, const std::vector<const int16_t*>& ids, int32_t loop,
              const Shape& s) {
  const std::string name = std::string(table->name) + ": box of loop " + std::to_string(loop);
  Arrays arrays(s, static_cast<uint64_t>(loop));
  std::vector<std::unique_ptr<Case>> whole, boxed;
  std::vector<ReducePart> parts;
  std::vector<std::vector<int32_t>> sources;
  for (size_t m = 0; m < codes.size(); m++) {
    whole.push_back(std::make_unique<Case>(*codes[m], s, &arrays, false, ids[m]));
    boxed.push_back(std::make_unique<Case>(*codes[m], s, &arrays, false, ids[m]));
    ReduceTask& task = boxed[m]->task();
    task.ew.loop = whole[m]->task().ew.loop = table->find_reduce_loop(&task);
    task.ew.asks[0] = 1;
    task.ew.ahead = 100000;
    sources.emplace_back(ids[m], ids[m] + (ids[m] ? task.ew.n_inputs : 0));
    parts.push_back({&task, nullptr});
  }
  for (size_t m = 0; m < codes.size(); m++) parts[m].sources = sources[m].data();
  const ReduceTask& task = boxed[0]->task();
  const bool columns = boxed[0]->columns();
  if (columns && (task.op != kReduceSum || PanelRows(task.inner, 256) != 32)) return;
  ReduceBox box;
  const bool filled = table->fill_box(parts.data(), static_cast<int32_t>(parts.size()), &box);
  CHECK(filled && box.loop == loop, "%s, found %d", name.c_str(), filled ? box.loop : 0);
  if (!filled) return;
  const size_t count = static_cast<size_t>(task.outer * task.inner);
  std::vector<std::vector<float>> got(codes.size(), std::vector<float>(count));
  float* out[kMostTogether];
  if (!columns) {
    for (int64_t row = 0, n = 1; row < task.outer; row += n, n = n % 20 + 1) {
      for (size_t m = 0; m < codes.size(); m++) out[m] = got[m].data() + row;
      table->run_box(&box, row, std::min(task.outer, row + n), out);
    }
  } else {
    std::vector<std::vector<double>> totals(codes.size(), std::vector<double>(count, 0));
    for (int64_t row = 0; row < task.reduced; row += 32) {
      std::vector<std::vector<float>> sums(codes.size(), std::vector<float>(count, 0));
      for (size_t m = 0; m < codes.size(); m++) out[m] = sums[m].data();
      const int64_t end = std::min(task.reduced, row + 32);
      for (int64_t r = row, rows = 1; r < end; r += rows, rows = rows % 7 + 1) table->run_box(&box, r, std::min(end, r + rows), out);
      for (size_t m = 0; m < codes.size(); m++) table->add_to_totals(sums[m].data(), totals[m].data(), task.inner);
    }
    for (size_t m = 0; m < codes.size(); m++) std::copy(totals[m].begin(), totals[m].end(), got[m].begin());
  }
  for (size_t m = 0; m < codes.size(); m++) {
    std::vector<float> want(count);
    table->reduce_f32(&whole[m]->task(), 0, task.outer, want.data());
    CheckBits(want, got[m], name + ", reduction " + std::to_string(m));
    CheckResults(*whole[m], *boxed[m], name + ", reduction " + std::to_string(m));
  }
}

void CheckJoined(const KernelTable* table, int32_t l, const Shape& s) {
  std::vector<const EwCode*> codes;
  std::vector<const int16_t*> ids;
  const int16_t* at = kJoinedCodes[l].numbers + 1;
  for (int n = *at++; n > 0; n--) {
    codes.push_back(&kReduceCodes[*at++]);
    const int16_t inputs = *at++;
    ids.push_back(at);
    at += inputs;
  }
  CHECK(at == kJoinedCodes[l].numbers + kJoinedCodes[l].length, "joined code %d", l);
  CheckBox(table, codes, ids, kReduceLoopCount + l + 1, s);
}

}  // namespace

int main() {
  const Shape shapes[] = {{5, 1, 37, 0},  {70, 1, 64, kEverySecond}, {9, 7, 33, 0}, {100, 2, 40, kEverySecond}, {3, 1, 2100, kEverySecond},
                          {2, 3, 150, 0}, {70, 2, 130, kEverySecond}};
  for (const KernelTable* table : Tables()) {
    for (int32_t l = 0; l < kReduceLoopCount; l++) {
      for (const Shape& shape : shapes) {
        CheckSums(table, l, shape);
        CheckBox(table, {&kReduceCodes[l]}, {nullptr}, l + 1, shape);
      }
    }
    for (int32_t l = 0; l < kJoinedLoopCount; l++) {
      for (const Shape& shape : shapes) CheckJoined(table, l, shape);
    }
  }
  return check::Finish("reduce loops");
}
