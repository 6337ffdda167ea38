// Every instruction against a plain loop, on one thread and on three (whose bits must be equal), at sizes that are split and sizes that are not.
#include <math.h>

#include <functional>
#include <random>

#include "check.h"
#include "plan_builder.h"

using namespace ridgeline;
using namespace ridgeline_test;

namespace {

constexpr int kF = kF32;

template <typename T>
void Randomize(T* x, size_t n, uint32_t seed) {
  std::mt19937 random(seed);
  for (size_t i = 0; i < n; i++) x[i] = T(double(random() % 20001) / 10000.0 - 1.0);
}

// Runs the builder's plan, whose state is [inputs | results], on 1 and 3 threads over equal states; compares the bits and hands the state to `check`.
void RunBoth(const char* name, const PlanBuilder& b, const std::function<void(uint8_t*)>& fill, const std::function<void(const uint8_t*)>& check,
             ModelStatus status = ModelStatus::kDone) {
  std::string error;
  std::shared_ptr<Plan> plan = b.Build(&error);
  CHECK(plan != nullptr, "%s: %s", name, error.c_str());
  if (plan == nullptr) return;
  Fixture one(plan, b.rows), three(plan, b.rows);
  fill(one.state->data());
  fill(three.state->data());
  const bool good = one.Step(1) && three.Step(3);
  CHECK(good, "%s: %s%s", name, one.error.c_str(), three.error.c_str());
  if (!good) return;
  CHECK(one.results[0].status == status && three.results[0].status == status, "%s: status %d and %d", name, int(one.results[0].status), int(three.results[0].status));
  CHECK(one.results[0].instruction == three.results[0].instruction && one.results[0].detail == three.results[0].detail, "%s: where it ended", name);
  // What a step that ended early left in its outputs is nobody's business.
  const bool same = memcmp(one.state->data(), three.state->data(), plan->state_bytes()) == 0;
  CHECK(same || status != ModelStatus::kDone, "%s: 1 and 3 threads differ", name);
  check(one.state->data());
}

template <typename T>
void Elementwise(int64_t n, int64_t m) {
  const int type = sizeof(T) == 8 ? kF64 : kF32;
  const int64_t w = sizeof(T), size = n * m;
  PlanBuilder b;
  b.state = (2 * size + m + n) * w + 4 * size;
  const int x = b.State(type, 0, size * w), row = b.State(type, size * w, m * w), column = b.State(type, (size + m) * w, n * w);
  const int out = b.State(type, (size + m + n) * w, size * w), ints = b.State(kI32, (2 * size + m + n) * w, 4 * size);
  // out = x transposed in place of nothing: x[i, j] * row[j] + column[i]; ints = trunc(10 * that).
  b.Add(1, PlanBuilder::Program(type, {n, m}, 6, {{x, 0, 0, {m, 1}}, {row, 1, 0, {0, 1}}, {column, 2, 0, {1, 0}}, {-1, 3, 10.0, {0, 0}}},
                                {{out, 4, {m, 1}}, {ints, 5, {m, 1}}}, {{kEwMul, 4, 0, 1, 0, 0}, {kEwAdd, 4, 4, 2, 0, 0}, {kEwMul, 5, 4, 3, 0, 0}}));
  RunBoth("elementwise", b, [&](uint8_t* s) { Randomize(reinterpret_cast<T*>(s), size_t(size + m + n), 1); },
          [&](const uint8_t* s) {
            const T* v = reinterpret_cast<const T*>(s);
            const int32_t* i32 = reinterpret_cast<const int32_t*>(s + (2 * size + m + n) * w);
            int bad = 0;
            for (int64_t i = 0; i < n; i++) {
              for (int64_t j = 0; j < m; j++) {
                const volatile T product = v[i * m + j] * v[size + j];
                const T want = product + v[size + m + i], got = v[size + m + n + i * m + j];
                bad += got != want || i32[i * m + j] != int32_t(want * T(10));
              }
            }
            CHECK(bad == 0, "elementwise [%d, %d]: %d wrong", int(n), int(m), bad);
          });
}

void Strided() {
  // out[j, i] = x[i, j], an axis of one in between.
  const int64_t n = 37, m = 53;
  PlanBuilder b;
  b.state = 2 * n * m * 4;
  const int x = b.State(kF, 0, n * m * 4), out = b.State(kF, n * m * 4, n * m * 4);
  b.Add(1, PlanBuilder::Program(kF, {m, 1, n}, 1, {{x, 0, 0, {1, 99, m}}}, {{out, 0, {n, 7, 1}}}, {}));
  RunBoth("transpose", b, [&](uint8_t* s) { Randomize(reinterpret_cast<float*>(s), size_t(n * m), 2); },
          [&](const uint8_t* s) {
            const float* v = reinterpret_cast<const float*>(s);
            int bad = 0;
            for (int64_t i = 0; i < n * m; i++) bad += v[n * m + i] != v[i % n * m + i / n];
            CHECK(bad == 0, "transpose: %d wrong", bad);
          });
}

template <typename T>
void Reduce(int64_t outer, int64_t reduced, int64_t inner, int op) {
  const int type = sizeof(T) == 8 ? kF64 : kF32;
  const int64_t w = sizeof(T), size = outer * reduced * inner, results = outer * inner;
  PlanBuilder b;
  b.state = (2 * size + results) * w;
  const int x = b.State(type, 0, size * w), squares = b.State(type, size * w, size * w), out = b.State(type, 2 * size * w, results * w);
  std::vector<double> args = PlanBuilder::Program(type, {size}, 2, {{x, 0, 0, {1}}}, {{squares, 1, {1}}}, {{kEwSquare, 1, 0, 0, 0, 0}});
  args.insert(args.end(), {double(op), 1, double(outer), double(reduced), double(inner), double(out)});
  b.Add(2, args);
  RunBoth("reduce", b, [&](uint8_t* s) { Randomize(reinterpret_cast<T*>(s), size_t(size), 3); },
          [&](const uint8_t* s) {
            const T* v = reinterpret_cast<const T*>(s);
            double worst = 0;
            for (int64_t o = 0; o < outer; o++) {
              for (int64_t i = 0; i < inner; i++) {
                double want = op == 0 ? 0 : -INFINITY;
                for (int64_t r = 0; r < reduced; r++) {
                  const T value = v[(o * reduced + r) * inner + i];
                  const double square = double(T(value * value));
                  want = op == 0 ? want + square : fmax(want, square);
                }
                worst = fmax(worst, fabs(double(v[2 * size + o * inner + i]) - want) / fmax(1e-3, fabs(want)));
              }
            }
            int bad = 0;
            for (int64_t i = 0; i < size; i++) bad += v[size + i] != T(v[i] * v[i]);
            CHECK(bad == 0 && worst < (w == 8 ? 1e-13 : 2e-6), "reduce [%d, %d, %d] op %d: %d outputs wrong, error %g", int(outer), int(reduced), int(inner), op,
                  bad, worst);
          });
}

template <typename T>
void Gemm(int64_t batch, int64_t m, int64_t n, int64_t k, int ta, int tb, bool share_b, bool epilogue) {
  const int type = sizeof(T) == 8 ? kF64 : kF32;
  const int64_t w = sizeof(T), a_size = batch * m * k, b_size = (share_b ? 1 : batch) * k * n, c_size = batch * m * n;
  PlanBuilder p;
  p.state = (a_size + b_size + 2 * c_size) * w;
  const int a = p.State(type, 0, a_size * w), b = p.State(type, a_size * w, b_size * w), c = p.State(type, (a_size + b_size) * w, c_size * w);
  const int d = p.State(type, (a_size + b_size + c_size) * w, c_size * w);
  std::vector<double> args = {double(type), double(m), double(n), double(k), double(ta), double(tb), 0.5, double(batch),
                              double(a), double(m * k), double(b), double(share_b ? 0 : k * n), double(c), double(epilogue)};
  if (epilogue) {
    const std::vector<double> program = PlanBuilder::Program(type, {batch, m, n}, 2, {{c, 0, 0, {m * n, n, 1}}}, {{d, 1, {m * n, n, 1}}}, {{kEwRelu, 1, 0, 0, 0, 0}});
    args.insert(args.end(), program.begin(), program.end());
  }
  p.Add(3, args);
  RunBoth("gemm", p, [&](uint8_t* s) { Randomize(reinterpret_cast<T*>(s), size_t(a_size + b_size), 4); },
          [&](const uint8_t* s) {
            const T* v = reinterpret_cast<const T*>(s);
            double worst = 0;
            for (int64_t g = 0; g < batch; g++) {
              const T *x = v + g * m * k, *y = v + a_size + (share_b ? 0 : g * k * n), *z = v + a_size + b_size + g * m * n;
              for (int64_t i = 0; i < m; i++) {
                for (int64_t j = 0; j < n; j++) {
                  double want = 0;
                  for (int64_t q = 0; q < k; q++) want += double(ta ? x[q * m + i] : x[i * k + q]) * double(tb ? y[j * k + q] : y[q * n + j]);
                  want *= 0.5;
                  worst = fmax(worst, fabs(want - double(z[i * n + j])));
                  if (epilogue) worst = fmax(worst, fabs(fmax(0.0, want) - double(z[c_size + i * n + j])));
                }
              }
            }
            CHECK(worst < (w == 8 ? 1e-12 : 1e-5) * double(k + 1), "gemm %d x [%d, %d, %d] %d%d: error %g", int(batch), int(m), int(n), int(k), ta, tb, worst);
          });
}

void Softmax(int64_t rows, int64_t columns, int log) {
  const int64_t size = rows * columns;
  PlanBuilder b;
  b.state = 2 * size * 8;
  b.Add(4, {1, double(log), double(b.State(kF64, 0, size * 8)), double(b.State(kF64, size * 8, size * 8)), double(rows), double(columns)});
  RunBoth("softmax", b, [&](uint8_t* s) { Randomize(reinterpret_cast<double*>(s), size_t(size), 5); },
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
  b.Add(5, {0, double(b.State(kF, 0, size * 4)), double(b.State(kI32, size * 4, results * 4)), double(outer), double(reduced), double(inner)});
  RunBoth("argmax", b, [&](uint8_t* s) { Randomize(reinterpret_cast<float*>(s), size_t(size), 6); },
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
  const int gathered = b.State(kF, table_bytes + idx_bytes, out_bytes), scattered = b.State(kF, table_bytes + idx_bytes + out_bytes, table_bytes);
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
    CHECK(memcmp(want.data(), g + count * columns, size_t(table_bytes)) == 0, "scatter-add [%d, %d] of %d", int(rows), int(columns), int(count));
  };
  RunBoth("gather and scatter", b, fill, check, bad_at >= 0 ? ModelStatus::kIndex : ModelStatus::kDone);
  if (bad_at < 0) return;
  std::string error;
  Fixture f(b.Build(&error), 1);
  fill(f.state->data());
  CHECK(f.Step(3) && f.results[0].instruction == 0 && f.results[0].detail == bad_at && f.results[0].steps == 0, "bad index: instruction %d, position %d",
        int(f.results[0].instruction), int(f.results[0].detail));
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
  RunBoth("take and put", b,
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
            CHECK(bad == 0 && memcmp(want.data(), o + rows * picks, size_t(x_bytes)) == 0, "take and put [%d, %d, %d]: %d wrong", int(rows), int(columns), int(picks), bad);
          },
          bad_at >= 0 ? ModelStatus::kIndex : ModelStatus::kDone);
}

void Copy(int64_t n) {
  PlanBuilder b;
  b.state = 2 * n;
  b.Add(12, {double(b.State(kU8, n, n)), double(b.State(kU8, 0, n)), double(n)});
  RunBoth("copy", b,
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
  CHECK(r.status == ModelStatus::kGuard && r.id == 77 && r.instruction == 0 && r.detail == bad_at && r.steps == 0 && untouched, "guard at %d of %d: status %d at %d",
        int(bad_at), int(n), int(r.status), int(r.detail));
}

// y[t] = sum of x[0..t], forwards over time and backwards over an inner loop: strides of two levels, one negative.
void Repeat() {
  const int64_t steps = 5, inner = 3, n = 40;
  PlanBuilder b;
  b.state = (2 * steps * inner + 1) * n * 4;
  b.scratch = n * 4;
  const int64_t bytes = n * 4, all = steps * inner * bytes;
  const int carry = b.Scratch(kF, 0, bytes), sum = b.State(kF, 2 * all, bytes);
  const int x = b.State(kF, (inner - 1) * bytes, bytes, {0, inner * bytes, 1, -bytes}), y = b.State(kF, all + (inner - 1) * bytes, bytes, {0, inner * bytes, 1, -bytes});
  b.Add(1, PlanBuilder::Program(kF, {n}, 1, {{-1, 0, 0.0, {0}}}, {{carry, 0, {1}}}, {}));
  b.Add(11, {0, double(steps), 2});
  b.Add(11, {1, double(inner), 1});
  b.Add(1, PlanBuilder::Program(kF, {n}, 3, {{carry, 0, 0, {1}}, {x, 1, 0, {1}}}, {{carry, 2, {1}}, {y, 2, {1}}}, {{kEwAdd, 2, 0, 1, 0, 0}}));
  b.Add(1, PlanBuilder::Program(kF, {n}, 1, {{carry, 0, 0, {1}}}, {{sum, 0, {1}}}, {}));
  RunBoth("repeat", b, [&](uint8_t* s) { Randomize(reinterpret_cast<float*>(s), size_t(steps * inner * n), 10); },
          [&](const uint8_t* s) {
            const float* v = reinterpret_cast<const float*>(s);
            std::vector<float> total(size_t(n), 0.0f);
            int bad = 0;
            for (int64_t t = 0; t < steps; t++) {
              for (int64_t q = inner - 1; q >= 0; q--) {
                for (int64_t i = 0; i < n; i++) {
                  const int64_t at = (t * inner + q) * n + i;
                  total[size_t(i)] += v[at];
                  bad += v[steps * inner * n + at] != total[size_t(i)];
                }
              }
            }
            for (int64_t i = 0; i < n; i++) bad += v[2 * steps * inner * n + i] != total[size_t(i)];
            CHECK(bad == 0, "repeat: %d wrong", bad);
          });
}

// Random numbers depend on the seed, the step, the sample and the iteration, and on nothing else.
void Random() {
  const int64_t n = 1000, rounds = 3;
  PlanBuilder b;
  b.state = (rounds + 1) * n * 4;
  b.Add(1, PlanBuilder::Program(kF, {n}, 1, {}, {{b.State(kF, 0, n * 4), 0, {1}}}, {{kEwUniform, 0, 0, 0, 0, 5}}));
  b.Add(11, {0, double(rounds), 1});
  b.Add(1, PlanBuilder::Program(kF, {n}, 1, {}, {{b.State(kF, n * 4, n * 4, {0, n * 4}), 0, {1}}}, {{kEwUniform, 0, 0, 0, 0, 5}}));
  std::string error;
  std::shared_ptr<Plan> plan = b.Build(&error);
  const auto run = [&](int64_t step, uint32_t sample, int64_t steps) {
    Fixture f(plan, 1);
    Job job;
    f.Fill(&job, 1, steps, 1);
    job.models[0].step = step;
    job.models[0].sample = sample;
    CHECK(f.Run(&job), "random: %s", f.error.c_str());
    return std::vector<float>(f.State<float>(), f.State<float>() + (rounds + 1) * n);
  };
  const std::vector<float> first = run(0, 0, 1), second = run(0, 0, 2), resumed = run(1, 0, 1), other = run(0, 1, 1);
  CHECK(second == resumed, "two steps are one step and one resumed");
  CHECK(first != second && first != other, "steps and samples differ");
  CHECK(memcmp(first.data(), &first[size_t(n)], size_t(n) * 4) == 0, "iteration 0 is as outside of loops");
  CHECK(memcmp(&first[size_t(n)], &first[size_t(2 * n)], size_t(n) * 4) != 0, "iterations differ");
  EwInstr instr = {kEwUniform, 0, 0, 0, 0, 5};
  std::vector<float> want((size_t(n)));
  EwOperand out = {want.data(), kF32, 0, kEwContiguous, 0, {1}};
  EwTask task = {1, 0, 1, 1, 1, {n}, n, nullptr, &out, &instr, {11, 22}, {0, 2 * 65536}};
  const char* none = nullptr;
  SelectKernels(&none)->ew_f32(&task, 0, n);
  CHECK(memcmp(want.data(), &first[size_t(3 * n)], size_t(n) * 4) == 0, "iteration 2 is step[1] = 2 * 65536");
}

}  // namespace

int main() {
  for (int64_t n : {1, 7, 300}) {
    for (int64_t m : {1, 5, 700}) {
      Elementwise<float>(n, m);
      Elementwise<double>(n, m);
    }
  }
  Strided();
  const int64_t shapes[][3] = {{1, 1, 1}, {1, 100, 1}, {1, 50000, 1}, {3, 40001, 1}, {40, 2000, 1}, {1, 1000, 37}, {1, 300, 400}, {2, 700, 130}, {30, 50, 40}, {1, 70000, 2}, {1, 64, 3000}, {4, 0, 3}};
  for (const auto& s : shapes) {
    for (int op : {0, 1}) {
      Reduce<float>(s[0], s[1], s[2], op);
      Reduce<double>(s[0], s[1], s[2], op);
    }
  }
  for (int t = 0; t < 4; t++) {
    Gemm<float>(1, 5, 9, 3, t & 1, t >> 1, false, t == 0);
    Gemm<float>(1, 130, 120, 110, t & 1, t >> 1, false, true);
    Gemm<double>(12, 20, 31, 25, t & 1, t >> 1, t > 1, true);
    Gemm<float>(3, 190, 170, 160, t & 1, t >> 1, t > 1, true);
  }
  Gemm<float>(2, 3, 4, 0, 0, 0, false, true);
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
  Repeat();
  Random();
  return check::Finish("executor");
}
