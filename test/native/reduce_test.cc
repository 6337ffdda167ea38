// Reductions with a program before them, at every split of the outer and the reduced range, against sums in long double.
#include <math.h>

#include <algorithm>
#include <limits>

#include "check.h"
#include "ew_run.h"

using namespace ridgeline_test;

namespace {

template <typename T>
void RunReduce(const KernelTable* table, const ReduceTask& task, int64_t o0, int64_t o1, T* out) {
  if constexpr (sizeof(T) == 4) {
    table->reduce_f32(&task, o0, o1, out);
  } else {
    table->reduce_f64(&task, o0, o1, out);
  }
}
// The same for rows [r0, r1) of each outer index.
template <typename T>
void RunPart(const KernelTable* table, const ReduceTask& task, int64_t o0, int64_t o1, int64_t r0, int64_t r1, T* out) {
  std::vector<double> totals(static_cast<size_t>(task.inner));
  for (int64_t o = o0; o < o1; o++, out += task.inner) {
    std::fill(totals.begin(), totals.end(), task.op == kReduceSum ? 0 : -INFINITY);
    (sizeof(T) == 4 ? table->reduce_into_f32 : table->reduce_into_f64)(&task, o, r0, r1, totals.data());
    for (size_t i = 0; i < totals.size(); i++) out[i] = static_cast<T>(totals[i]);
  }
}

// out = reduce(x * w + 1) with w along the last axis; x * w + 1 is stored as well.
template <typename T>
void CheckShape(const KernelTable* table, int64_t outer, int64_t reduced, int64_t inner, int32_t op, bool with_program) {
  Rng rng = {static_cast<uint64_t>(outer * 31 + reduced * 7 + inner)};
  const size_t size = static_cast<size_t>(outer * reduced * inner);
  Fenced<T> x(size, sizeof(T)), stored(size), w(static_cast<size_t>(inner)), out(static_cast<size_t>(outer * inner));
  for (size_t i = 0; i < size; i++) x[i] = static_cast<T>(rng.Uniform(-1, 3));
  for (size_t i = 0; i < w.size(); i++) w[i] = static_cast<T>(rng.Uniform(0.5, 2));
  Program program({outer, reduced, inner});
  int32_t reg = program.Input(x.data());
  if (with_program) {
    const int32_t scale = program.Strided(w.data(), {0, 0, 1}), one = program.Immediate(1);
    reg = program.Op(kEwAdd, program.Op(kEwMul, reg, scale), one);
    program.Output(stored.data(), reg);
  }
  const ReduceTask task = {program.Task(), op, reg, outer, reduced, inner};
  for (int split = 0; split < 2; split++) {
    const int64_t r0 = split ? reduced / 3 : 0, r1 = split ? reduced - reduced / 4 : reduced, o0 = split ? outer / 2 : 0;
    for (size_t i = 0; i < out.size(); i++) out[i] = -77;
    const auto run = [&](int64_t begin, int64_t end, T* to) {
      if (split) {
        RunPart<T>(table, task, begin, end, r0, r1, to);
      } else {
        RunReduce<T>(table, task, begin, end, to);
      }
    };
    run(o0, outer, out.data() + o0 * inner);
    for (int64_t o = o0; o < outer; o++) {
      for (int64_t i = 0; i < inner; i++) {
        long double total = op == kReduceSum ? 0 : -INFINITY, magnitude = 0;
        for (int64_t r = r0; r < r1; r++) {
          const size_t at = static_cast<size_t>((o * reduced + r) * inner + i);
          T v = x[at];
          if (with_program) {
            v = v * w[static_cast<size_t>(i)];
            v = v + T{1};
            CHECK(stored[at] == v, "%s stored [%zu]", table->name, at);
          }
          total = op == kReduceSum ? total + v : std::max<long double>(total, v);
          magnitude += fabsl(v);
        }
        const T got = out[static_cast<size_t>(o * inner + i)];
        const long double bound = op == kReduceSum ? 8 * std::numeric_limits<T>::epsilon() * magnitude : 0;
        CHECK(op == kReduceSum ? fabsl(got - total) <= bound : got == static_cast<T>(total),
              "%s f%zu op %d [%lld, %lld, %lld] split %d: out[%lld, %lld] = %.9g, want %.9Lg", table->name, sizeof(T) * 8, op,
              (long long)outer, (long long)reduced, (long long)inner, split, (long long)o, (long long)i, (double)got, total);
      }
    }
    // Each outer index alone gives the same bits.
    std::vector<T> alone(static_cast<size_t>(std::max<int64_t>(inner, 1)));
    for (int64_t o = o0; o < outer; o += 1 + outer / 5) {
      run(o, o + 1, alone.data());
      CHECK(memcmp(alone.data(), out.data() + o * inner, static_cast<size_t>(inner) * sizeof(T)) == 0,
            "%s f%zu [%lld, %lld, %lld] outer %lld alone", table->name, sizeof(T) * 8, (long long)outer, (long long)reduced,
            (long long)inner, (long long)o);
    }
  }
  CHECK(x.Intact() && stored.Intact() && out.Intact() && w.Intact(), "%s [%lld, %lld, %lld] wrote outside", table->name, (long long)outer,
        (long long)reduced, (long long)inner);
}

template <typename T>
void CheckLongSum(const KernelTable* table) {
  // 0.1f added four million times: a running float sum would be off in the second digit.
  const int64_t n = 1 << 22;
  std::vector<T> x(static_cast<size_t>(n), static_cast<T>(0.1));
  for (const bool columns : {false, true}) {
    const int64_t inner = columns ? 4 : 1, reduced = n / inner;
    Program program({1, reduced, inner});
    const int32_t reg = program.Input(x.data());
    const ReduceTask task = {program.Task(), kReduceSum, reg, 1, reduced, inner};
    T out[4];
    RunReduce<T>(table, task, 0, 1, out);
    const double want = static_cast<double>(static_cast<T>(0.1)) * static_cast<double>(reduced);
    for (int64_t i = 0; i < inner; i++)
      CHECK(fabs(out[i] - want) <= 5e-7 * want, "%s long sum inner %lld: %.9g, want %.9g", table->name, (long long)inner, (double)out[i],
            want);
  }
}

template <typename T>
void CheckNan(const KernelTable* table) {
  for (const int64_t inner : {1, 3, 40}) {
    for (const int64_t reduced : {1, 5, 33, 700}) {
      for (int64_t bad = 0; bad < reduced; bad += 1 + reduced / 7) {
        std::vector<T> x(static_cast<size_t>(reduced * inner), static_cast<T>(-2)), out(static_cast<size_t>(inner));
        x[static_cast<size_t>(bad * inner)] = std::numeric_limits<T>::quiet_NaN();
        Program program({reduced, inner});
        const int32_t reg = program.Input(x.data());
        const ReduceTask task = {program.Task(), kReduceMax, reg, 1, reduced, inner};
        RunReduce<T>(table, task, 0, 1, out.data());
        CHECK(out[0] != out[0], "%s max over NaN at %lld of %lld", table->name, (long long)bad, (long long)reduced);
        for (size_t i = 1; i < out.size(); i++) CHECK(out[i] == -2, "%s max beside NaN", table->name);
      }
    }
  }
}

template <typename T>
void CheckEmpty(const KernelTable* table) {
  Program program({2, 0, 3});
  T none = 0;
  const int32_t reg = program.Input(&none);
  T out[6];
  ReduceTask task = {program.Task(), kReduceSum, reg, 2, 0, 3};
  RunReduce<T>(table, task, 0, 2, out);
  for (T v : out) CHECK(v == 0, "%s empty sum", table->name);
  task.op = kReduceMax;
  RunReduce<T>(table, task, 0, 2, out);
  for (T v : out) CHECK(v == -std::numeric_limits<T>::infinity(), "%s empty max", table->name);
}

template <typename T>
void CheckTable(const KernelTable* table) {
  const int64_t shapes[][3] = {{1, 1, 1},     {1, 7, 1},     {3, 13, 1},    {5, 64, 1},    {700, 10, 1},  {700, 3, 1},   {9, 255, 1},
                               {4, 257, 1},   {3, 511, 1},   {3, 513, 1},   {2, 5000, 1},  {1, 70000, 1}, {1, 1, 5},     {4, 3, 5},
                               {300, 3, 5},   {40, 20, 2},   {3, 100, 7},   {2, 37, 33},   {2, 9, 512},   {1, 130, 513}, {2, 5, 1300},
                               {1, 5000, 10}, {1, 3000, 64}, {1, 200, 511}, {1, 70, 2047}, {2, 40, 2049}, {1, 9, 5000},  {11, 8, 31},
                               {6, 2, 129},   {0, 4, 4},     {3, 4, 0}};
  for (const auto& s : shapes) {
    for (const int32_t op : {kReduceSum, kReduceMax}) {
      for (const bool with_program : {false, true}) CheckShape<T>(table, s[0], s[1], s[2], op, with_program);
    }
  }
  CheckLongSum<T>(table);
  CheckNan<T>(table);
  CheckEmpty<T>(table);
}

}  // namespace

int main() {
  for (const KernelTable* table : Tables()) {
    CheckTable<float>(table);
    CheckTable<double>(table);
  }
  return check::Finish("reduce");
}
