// Programs, reductions, products and loops against plain ones, on one thread and on three (whose bits must be equal), at sizes that are
// split and sizes that are not.
#include <math.h>

#include "run_both.h"

using namespace ridgeline;
using namespace ridgeline_test;

namespace {

constexpr int kF = kF32;

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
                                {{out, 4, {m, 1}}, {ints, 5, {m, 1}}},
                                {{kEwMul, 4, 0, 1, 0, 0}, {kEwAdd, 4, 4, 2, 0, 0}, {kEwMul, 5, 4, 3, 0, 0}}));
  RunBoth(
      "elementwise", b, [&](uint8_t* s) { Randomize(reinterpret_cast<T*>(s), size_t(size + m + n), 1); },
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
  RunBoth(
      "transpose", b, [&](uint8_t* s) { Randomize(reinterpret_cast<float*>(s), size_t(n * m), 2); },
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
  RunBoth(
      "reduce", b, [&](uint8_t* s) { Randomize(reinterpret_cast<T*>(s), size_t(size), 3); },
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
        CHECK(bad == 0 && worst < (w == 8 ? 1e-13 : 2e-6), "reduce [%d, %d, %d] op %d: %d outputs wrong, error %g", int(outer),
              int(reduced), int(inner), op, bad, worst);
      });
}

template <typename T>
void Gemm(int64_t batch, int64_t m, int64_t n, int64_t k, int ta, int tb, bool share_b, bool epilogue) {
  const int type = sizeof(T) == 8 ? kF64 : kF32;
  const int64_t w = sizeof(T), a_size = batch * m * k, b_size = (share_b ? 1 : batch) * k * n, c_size = batch * m * n;
  PlanBuilder p;
  p.state = (a_size + b_size + 2 * c_size) * w;
  const int a = p.State(type, 0, a_size * w), b = p.State(type, a_size * w, b_size * w),
            c = p.State(type, (a_size + b_size) * w, c_size * w);
  const int d = p.State(type, (a_size + b_size + c_size) * w, c_size * w);
  std::vector<double> args = {double(type), double(m),       double(n), double(k),     double(ta), double(tb),
                              0.5,          double(batch),   double(a), double(m * k), double(b),  double(share_b ? 0 : k * n),
                              double(c),    double(epilogue)};
  if (epilogue) {
    const std::vector<double> program =
        PlanBuilder::Program(type, {batch, m, n}, 2, {{c, 0, 0, {m * n, n, 1}}}, {{d, 1, {m * n, n, 1}}}, {{kEwRelu, 1, 0, 0, 0, 0}});
    args.insert(args.end(), program.begin(), program.end());
  }
  p.Add(3, args);
  RunBoth(
      "gemm", p, [&](uint8_t* s) { Randomize(reinterpret_cast<T*>(s), size_t(a_size + b_size), 4); },
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
        CHECK(worst < (w == 8 ? 1e-12 : 1e-5) * double(k + 1), "gemm %d x [%d, %d, %d] %d%d: error %g", int(batch), int(m), int(n), int(k),
              ta, tb, worst);
      });
}

// y[t] = sum of x[0..t], forwards over time and backwards over an inner loop: strides of two levels, one negative.
void Repeat() {
  const int64_t steps = 5, inner = 3, n = 40;
  PlanBuilder b;
  b.state = (2 * steps * inner + 1) * n * 4;
  b.scratch = n * 4;
  const int64_t bytes = n * 4, all = steps * inner * bytes;
  const int carry = b.Scratch(kF, 0, bytes), sum = b.State(kF, 2 * all, bytes);
  const int x = b.State(kF, (inner - 1) * bytes, bytes, {0, inner * bytes, 1, -bytes}),
            y = b.State(kF, all + (inner - 1) * bytes, bytes, {0, inner * bytes, 1, -bytes});
  b.Add(1, PlanBuilder::Program(kF, {n}, 1, {{-1, 0, 0.0, {0}}}, {{carry, 0, {1}}}, {}));
  b.Add(11, {0, double(steps), 2});
  b.Add(11, {1, double(inner), 1});
  b.Add(1,
        PlanBuilder::Program(kF, {n}, 3, {{carry, 0, 0, {1}}, {x, 1, 0, {1}}}, {{carry, 2, {1}}, {y, 2, {1}}}, {{kEwAdd, 2, 0, 1, 0, 0}}));
  b.Add(1, PlanBuilder::Program(kF, {n}, 1, {{carry, 0, 0, {1}}}, {{sum, 0, {1}}}, {}));
  RunBoth(
      "repeat", b, [&](uint8_t* s) { Randomize(reinterpret_cast<float*>(s), size_t(steps * inner * n), 10); },
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
  EwTask task = {};
  task.rank = task.n_outputs = task.n_instrs = task.n_registers = 1;
  task.dims[0] = task.size = n;
  task.outputs = &out;
  task.instrs = &instr;
  task.seed[0] = 11;
  task.seed[1] = 22;
  task.step[1] = 2 * 65536;
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
  const int64_t shapes[][3] = {{1, 1, 1},     {1, 100, 1},   {1, 50000, 1}, {3, 40001, 1}, {40, 2000, 1}, {1, 1000, 37},
                               {1, 300, 400}, {2, 700, 130}, {30, 50, 40},  {1, 70000, 2}, {1, 64, 3000}, {4, 0, 3}};
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
  Repeat();
  Random();
  return check::Finish("executor");
}
