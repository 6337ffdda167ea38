// Softmax, argmax, gathers, scatters, copies and guards against plain loops, on one thread and on three.
#include <math.h>

#include "run_both.h"

using namespace ridgeline;
using namespace ridgeline_test;

namespace {

constexpr int kF = kF32;

void Softmax(int64_t rows, int64_t columns, int log) {
  const int64_t size = rows * columns;
  PlanBuilder b;
  b.state = 2 * size * 8;
  b.Add(4, {1, double(log), double(b.State(kF64, 0, size * 8)), double(b.State(kF64, size * 8, size * 8)), double(rows), double(columns)});
  RunBoth(
      "softmax", b, [&](uint8_t* s) { Randomize(reinterpret_cast<double*>(s), size_t(size), 5); },
      [&](const uint8_t* s) {
        const double* v = reinterpret_cast<const double*>(s);
        double worst = 0;
        for (int64_t r = 0; r < rows; r++) {
          double total = 0;
          for (int64_t j = 0; j < columns; j++) total += exp(v[r * columns + j]);
          for (int64_t j = 0; j < columns; j++) {
            const double want = log ? v[r * columns + j] - ::log(total) : exp(v[r * columns + j]) / total;
            worst = fmax(worst, fabs(want - v[size + r * columns + j]));
          }
        }
        CHECK(worst < 1e-12, "softmax [%d, %d]: error %g", int(rows), int(columns), worst);
      });
}

void Argmax(int64_t outer, int64_t reduced, int64_t inner) {
  const int64_t size = outer * reduced * inner, results = outer * inner;
  PlanBuilder b;
  b.state = size * 4 + results * 4;
  b.Add(5,
        {0, double(b.State(kF, 0, size * 4)), double(b.State(kI32, size * 4, results * 4)), double(outer), double(reduced), double(inner)});
  RunBoth(
      "argmax", b, [&](uint8_t* s) { Randomize(reinterpret_cast<float*>(s), size_t(size), 6); },
      [&](const uint8_t* s) {
        const float* v = reinterpret_cast<const float*>(s);
        const int32_t* out = reinterpret_cast<const int32_t*>(s + size * 4);
        int bad = 0;
        for (int64_t o = 0; o < outer; o++) {
          for (int64_t i = 0; i < inner; i++) {
            int64_t best = 0;
            for (int64_t r = 1; r < reduced; r++) {
              if (v[(o * reduced + r) * inner + i] > v[(o * reduced + best) * inner + i]) best = r;
            }
            bad += out[o * inner + i] != best;
          }
        }
        CHECK(bad == 0, "argmax [%d, %d, %d]: %d wrong", int(outer), int(reduced), int(inner), bad);
      });
}

// table [rows, columns], idx [count], gathered [count, columns], scattered [rows, columns]: a gather and its transpose.
void GatherScatter(int64_t rows, int64_t columns, int64_t count, int64_t bad_at) {
  PlanBuilder b;
  const int64_t table_bytes = rows * columns * 4, out_bytes = count * columns * 4, idx_bytes = (count * 4 + 63) / 64 * 64;
  b.state = 2 * table_bytes + idx_bytes + out_bytes;
  const int table = b.State(kF, 0, table_bytes), idx = b.State(kI32, table_bytes, count * 4);
  const int gathered = b.State(kF, table_bytes + idx_bytes, out_bytes),
            scattered = b.State(kF, table_bytes + idx_bytes + out_bytes, table_bytes);
  b.Add(6, {double(table), double(idx), double(gathered), double(rows), double(columns * 4), double(count)});
  b.Add(7, {0, double(gathered), double(idx), double(scattered), double(count), double(columns), double(rows)});
  const auto fill = [&](uint8_t* s) {
    Randomize(reinterpret_cast<float*>(s), size_t(rows * columns), 7);
    int32_t* i32 = reinterpret_cast<int32_t*>(s + table_bytes);
    for (int64_t i = 0; i < count; i++) i32[i] = int32_t(i * 7919 % rows);
    if (bad_at >= 0) i32[bad_at] = int32_t(rows);
    if (bad_at >= 0 && bad_at + 5 < count) i32[bad_at + 5] = -1;
  };
  const auto check = [&](const uint8_t* s) {
    if (bad_at >= 0) return;
    const float* v = reinterpret_cast<const float*>(s);
    const int32_t* i32 = reinterpret_cast<const int32_t*>(s + table_bytes);
    const float* g = reinterpret_cast<const float*>(s + table_bytes + idx_bytes);
    std::vector<float> want(size_t(rows * columns), 0.0f);
    int bad = 0;
    for (int64_t i = 0; i < count; i++) {
      for (int64_t c = 0; c < columns; c++) {
        bad += g[i * columns + c] != v[i32[i] * columns + c];
        want[size_t(i32[i] * columns + c)] += g[i * columns + c];
      }
    }
    CHECK(bad == 0, "gather: %d wrong", bad);
    CHECK(memcmp(want.data(), g + count * columns, size_t(table_bytes)) == 0, "scatter-add [%d, %d] of %d", int(rows), int(columns),
          int(count));
  };
  RunBoth("gather and scatter", b, fill, check, bad_at >= 0 ? ModelStatus::kIndex : ModelStatus::kDone);
  if (bad_at < 0) return;
  std::string error;
  Fixture f(b.Build(&error), 1);
  fill(f.state->data());
  CHECK(f.Step(3) && f.results[0].instruction == 0 && f.results[0].detail == bad_at && f.results[0].steps == 0,
        "bad index: instruction %d, position %d", int(f.results[0].instruction), int(f.results[0].detail));
}

// out = take(x, idx), back = put(out, idx).
void TakePut(int64_t rows, int64_t columns, int64_t picks, int64_t bad_at) {
  PlanBuilder b;
  const int64_t x_bytes = rows * columns * 8, p_bytes = rows * picks * 8, i_bytes = (rows * picks * 4 + 63) / 64 * 64;
  b.state = 2 * x_bytes + p_bytes + i_bytes;
  const int x = b.State(kF64, 0, x_bytes), idx = b.State(kI32, x_bytes, rows * picks * 4), out = b.State(kF64, x_bytes + i_bytes, p_bytes);
  const int back = b.State(kF64, x_bytes + i_bytes + p_bytes, x_bytes);
  b.Add(8, {1, double(x), double(idx), double(out), double(rows), double(columns), double(picks)});
  b.Add(9, {1, double(out), double(idx), double(back), double(rows), double(columns), double(picks)});
  RunBoth(
      "take and put", b,
      [&](uint8_t* s) {
        Randomize(reinterpret_cast<double*>(s), size_t(rows * columns), 8);
        int32_t* i32 = reinterpret_cast<int32_t*>(s + x_bytes);
        for (int64_t i = 0; i < rows * picks; i++) i32[i] = int32_t(i * 31 % columns);
        if (bad_at >= 0) i32[bad_at] = -2;
      },
      [&](const uint8_t* s) {
        if (bad_at >= 0) return;
        const double* v = reinterpret_cast<const double*>(s);
        const int32_t* i32 = reinterpret_cast<const int32_t*>(s + x_bytes);
        const double* o = reinterpret_cast<const double*>(s + x_bytes + i_bytes);
        std::vector<double> want(size_t(rows * columns), 0.0);
        int bad = 0;
        for (int64_t i = 0; i < rows * picks; i++) {
          bad += o[i] != v[i / picks * columns + i32[i]];
          want[size_t(i / picks * columns + i32[i])] += o[i];
        }
        CHECK(bad == 0 && memcmp(want.data(), o + rows * picks, size_t(x_bytes)) == 0, "take and put [%d, %d, %d]: %d wrong", int(rows),
              int(columns), int(picks), bad);
      },
      bad_at >= 0 ? ModelStatus::kIndex : ModelStatus::kDone);
}

void Copy(int64_t n) {
  PlanBuilder b;
  b.state = 2 * n;
  b.Add(12, {double(b.State(kU8, n, n)), double(b.State(kU8, 0, n)), double(n)});
  RunBoth(
      "copy", b,
      [&](uint8_t* s) {
        for (int64_t i = 0; i < n; i++) s[i] = uint8_t(i * 37);
      },
      [&](const uint8_t* s) { CHECK(memcmp(s, s + n, size_t(n)) == 0, "copy of %d bytes", int(n)); });
}

// A guard ends the step before anything was written, with its id.
void Guard(int64_t n, int64_t bad_at) {
  PlanBuilder b;
  b.state = 2 * n * 4;
  const int x = b.State(kF, 0, n * 4), out = b.State(kF, n * 4, n * 4);
  b.Add(10, {0, double(x), double(n), 77});
  b.Add(1, PlanBuilder::Program(kF, {n}, 1, {{x, 0, 0, {1}}}, {{out, 0, {1}}}, {}));
  std::string error;
  Fixture f(b.Build(&error), 1);
  Randomize(f.State<float>(), size_t(n), 9);
  if (bad_at >= 0) f.State<float>()[bad_at] = bad_at % 2 ? NAN : -INFINITY;
  CHECK(f.Step(3), "guard: %s", f.error.c_str());
  const ModelResult& r = f.results[0];
  if (bad_at < 0) {
    CHECK(r.status == ModelStatus::kDone && memcmp(f.State<float>(), f.State<float>() + n, size_t(n) * 4) == 0, "a guard that holds");
    return;
  }
  bool untouched = true;
  for (int64_t i = 0; i < n; i++) untouched &= f.State<float>()[n + i] == 0;
  CHECK(r.status == ModelStatus::kGuard && r.id == 77 && r.instruction == 0 && r.detail == bad_at && r.steps == 0 && untouched,
        "guard at %d of %d: status %d at %d", int(bad_at), int(n), int(r.status), int(r.detail));
}

}  // namespace

int main() {
  for (int log : {0, 1}) {
    Softmax(3, 5, log);
    Softmax(900, 100, log);
    Softmax(2, 40000, log);
  }
  Argmax(4, 5, 1);
  Argmax(700, 100, 1);
  Argmax(60, 30, 40);
  for (int64_t bad : {-1, 0, 300}) GatherScatter(50, 200, 400, bad);
  GatherScatter(1000, 3, 40000, -1);
  GatherScatter(1000, 3, 40000, 39999);
  GatherScatter(10, 4, 3, -1);
  for (int64_t bad : {-1, 17}) {
    TakePut(6, 5, 3, bad);
    TakePut(3000, 20, 3, bad);
  }
  Copy(1);
  Copy(100);
  Copy(3000001);
  for (int64_t bad : {-1, 0, 1, 99999}) Guard(100000, bad);
  Guard(1, 0);
  return check::Finish("executor_rows");
}
