// Softmax, argmax, and the gathers and scatters by index, against plain loops.
#include <math.h>

#include <algorithm>
#include <limits>

#include "check.h"
#include "ew_run.h"

using namespace ridgeline_test;

namespace {

template <typename T>
struct Kernels;
#define RL_KERNELS(T, suffix)                                                 \
  template <>                                                                 \
  struct Kernels<T> {                                                         \
    static constexpr auto kSoftmax = &KernelTable::softmax_##suffix;          \
    static constexpr auto kArgmax = &KernelTable::argmax_##suffix;            \
    static constexpr auto kScatter = &KernelTable::scatter_add_rows_##suffix; \
    static constexpr auto kTake = &KernelTable::take_along_##suffix;          \
    static constexpr auto kPut = &KernelTable::put_along_add_##suffix;        \
  }
RL_KERNELS(float, f32);
RL_KERNELS(double, f64);
#undef RL_KERNELS

// Many rows at once are stored past the caches, a few are not: the bits are the same wherever rows and vectors begin.
template <typename T>
void CheckManyRows(const KernelTable* table) {
  Rng rng = {5};
  for (const int64_t columns : {129, 300, 1000, 1001, 1024}) {
    const int64_t rows = (int64_t{4} << 20) / (columns * static_cast<int64_t>(sizeof(T))) + 2;
    for (const size_t offset : {size_t{0}, size_t{3}}) {
      const size_t n = static_cast<size_t>(rows * columns);
      Fenced<T> x(n), y(n + offset, sizeof(T)), want(n);
      for (size_t i = 0; i < n; i++) x[i] = static_cast<T>(rng.Uniform(-9, 9));
      for (int64_t r = 0; r < rows; r++) (table->*Kernels<T>::kSoftmax)(x.data() + r * columns, want.data() + r * columns, 1, columns, 0);
      (table->*Kernels<T>::kSoftmax)(x.data(), y.data() + offset, rows, columns, 0);
      CHECK(memcmp(y.data() + offset, want.data(), n * sizeof(T)) == 0, "%s softmax of many rows of %lld", table->name, (long long)columns);
      CHECK(x.Intact() && y.Intact(), "%s softmax of many rows wrote outside", table->name);
    }
  }
  // Short rows go in blocks of 64, a vector of rows at a time.
  for (const int64_t columns : {1, 3, 10, 16, 17}) {
    for (const int64_t rows : {5, 64, 130}) {
      for (int log_form = 0; log_form < 2; log_form++) {
        Fenced<T> x(static_cast<size_t>(rows * columns)), y(x.size(), sizeof(T)), want(x.size());
        for (size_t i = 0; i < x.size(); i++) x[i] = static_cast<T>(rng.Uniform(-9, 9));
        for (int64_t r = 0; r < rows; r++)
          (table->*Kernels<T>::kSoftmax)(x.data() + r * columns, want.data() + r * columns, 1, columns, log_form);
        (table->*Kernels<T>::kSoftmax)(x.data(), y.data(), rows, columns, log_form);
        CHECK(memcmp(y.data(), want.data(), x.size() * sizeof(T)) == 0, "%s softmax log %d of %lld rows of %lld", table->name, log_form,
              (long long)rows, (long long)columns);
        CHECK(x.Intact() && y.Intact(), "%s softmax of %lld short rows wrote outside", table->name, (long long)rows);
      }
    }
  }
}

std::vector<int64_t> Widths(const KernelTable* table) {
  std::vector<int64_t> widths;
  for (int64_t n = 1; n <= table->vector_bytes / 2 + 2; n++) widths.push_back(n);
  for (int64_t n : {97, 1000, 1023, 1024, 1025, 5003}) widths.push_back(n);
  return widths;
}

template <typename T>
void CheckSoftmax(const KernelTable* table) {
  Rng rng = {3};
  for (const int64_t columns : Widths(table)) {
    for (int log_form = 0; log_form < 2; log_form++) {
      const int64_t rows = 3;
      Fenced<T> x(static_cast<size_t>(rows * columns)), y(x.size(), sizeof(T));
      for (size_t i = 0; i < x.size(); i++) x[i] = static_cast<T>(rng.Uniform(-40, 40));
      (table->*Kernels<T>::kSoftmax)(x.data(), y.data(), rows, columns, log_form);
      for (int64_t r = 0; r < rows; r++) {
        const T* row = x.data() + r * columns;
        long double top = *std::max_element(row, row + columns), sum = 0;
        for (int64_t i = 0; i < columns; i++) sum += expl(row[i] - top);
        for (int64_t i = 0; i < columns; i++) {
          const T got = y[static_cast<size_t>(r * columns + i)];
          const long double want = log_form ? row[i] - top - logl(sum) : expl(row[i] - top) / sum;
          // The difference to the maximum is rounded before the exponential.
          const long double scale = log_form ? std::max<long double>(fabsl(want), 1) : want * (1 + top - row[i]);
          CHECK(fabsl(got - want) <= 8 * std::numeric_limits<T>::epsilon() * scale, "%s softmax log %d [%lld of %lld] = %.9g, want %.9Lg",
                table->name, log_form, (long long)i, (long long)columns, (double)got, want);
        }
      }
      CHECK(x.Intact() && y.Intact(), "%s softmax of %lld wrote outside", table->name, (long long)columns);
      (table->*Kernels<T>::kSoftmax)(x.data(), x.data(), rows, columns, log_form);
      CHECK(memcmp(x.data(), y.data(), x.size() * sizeof(T)) == 0, "%s softmax in place, %lld columns", table->name, (long long)columns);
    }
  }
  const T inf = std::numeric_limits<T>::infinity(), nan = std::numeric_limits<T>::quiet_NaN();
  T rows[4][3] = {{1, nan, 2}, {inf, 0, 1}, {-inf, 0, -inf}, {-inf, -inf, -inf}}, y[12];
  (table->*Kernels<T>::kSoftmax)(rows[0], y, 4, 3, 0);
  for (int i = 0; i < 3; i++) CHECK(y[i] != y[i], "%s softmax of NaN", table->name);
  CHECK(y[3] != y[3], "%s softmax of infinity", table->name);
  CHECK(y[6] == 0 && y[7] == 1 && y[8] == 0, "%s softmax beside -infinity", table->name);
  CHECK(y[9] != y[9], "%s softmax of -infinity alone", table->name);
}

template <typename T>
void CheckArgmax(const KernelTable* table) {
  Rng rng = {9};
  for (const int64_t inner : {1, 2, 7, 300}) {
    for (const int64_t reduced : Widths(table)) {
      if (inner > 7 && reduced > 100) continue;
      for (int kind = 0; kind < 3; kind++) {
        const int64_t outer = 2;
        Fenced<T> x(static_cast<size_t>(outer * reduced * inner));
        std::vector<int32_t> out(static_cast<size_t>(outer * inner));
        // Few distinct values, so that there are ties; NaN now and then.
        for (size_t i = 0; i < x.size(); i++)
          x[i] = kind == 2 && rng.Below(40) == 0 ? static_cast<T>(NAN) : static_cast<T>(rng.Below(kind == 0 ? 5 : 100000) - 3);
        (table->*Kernels<T>::kArgmax)(x.data(), out.data(), outer, reduced, inner);
        for (int64_t o = 0; o < outer; o++) {
          for (int64_t i = 0; i < inner; i++) {
            int64_t best = 0;
            for (int64_t r = 0; r < reduced; r++) {
              const T v = x[static_cast<size_t>((o * reduced + r) * inner + i)],
                      b = x[static_cast<size_t>((o * reduced + best) * inner + i)];
              if (b == b && (v != v || v > b)) best = r;
            }
            CHECK(out[static_cast<size_t>(o * inner + i)] == best, "%s argmax [%lld, %lld, %lld] = %d, want %lld", table->name,
                  (long long)o, (long long)reduced, (long long)i, out[static_cast<size_t>(o * inner + i)], (long long)best);
          }
        }
      }
    }
  }
}

void CheckGather(const KernelTable* table) {
  Rng rng = {13};
  const int64_t rows = 23, count = 57;
  for (const size_t bytes : {1, 2, 3, 4, 8, 12, 16, 40, 64, 129, 256, 784, 1024, 1088}) {
    Fenced<uint8_t> source(static_cast<size_t>(rows) * bytes), out(static_cast<size_t>(count) * bytes, 1);
    for (size_t i = 0; i < source.size(); i++) source[i] = static_cast<uint8_t>(rng.Below(256));
    std::vector<int32_t> idx(count);
    for (int32_t& i : idx) i = static_cast<int32_t>(rng.Below(rows));
    CHECK(table->gather_rows(source.data(), rows, bytes, idx.data(), count, out.data()) == -1, "%s gather", table->name);
    for (size_t i = 0; i < idx.size(); i++) {
      CHECK(memcmp(out.data() + i * bytes, source.data() + static_cast<size_t>(idx[i]) * bytes, bytes) == 0,
            "%s gather row %zu of %zu bytes", table->name, i, bytes);
    }
    CHECK(out.Intact(), "%s gather wrote outside", table->name);
    for (const int32_t bad : {-1, 23, INT32_MIN, INT32_MAX}) {
      idx[31] = bad;
      CHECK(table->gather_rows(source.data(), rows, bytes, idx.data(), count, out.data()) == 31, "%s gather of %d", table->name, bad);
    }
  }
}

template <typename T>
void CheckScatter(const KernelTable* table) {
  Rng rng = {17};
  const int64_t rows = 11, count = 40;
  for (const int64_t columns : Widths(table)) {
    if (columns > 200) continue;
    Fenced<T> x(static_cast<size_t>(count * columns)), out(static_cast<size_t>(rows * columns), sizeof(T));
    std::vector<T> want(out.size(), 0);
    std::vector<int32_t> idx(count);
    for (size_t i = 0; i < x.size(); i++) x[i] = static_cast<T>(rng.Uniform(-1, 1));
    for (int32_t& i : idx) i = static_cast<int32_t>(rng.Below(rows));
    std::fill(out.data(), out.data() + out.size(), T{0});
    for (int64_t i = 0; i < count; i++) {
      for (int64_t c = 0; c < columns; c++)
        want[static_cast<size_t>(idx[static_cast<size_t>(i)] * columns + c)] += x[static_cast<size_t>(i * columns + c)];
    }
    const int64_t middle = columns / 3;
    const auto scatter = table->*Kernels<T>::kScatter;
    CHECK(scatter(x.data(), idx.data(), count, columns, 0, middle, out.data(), rows) == -1, "%s scatter", table->name);
    CHECK(scatter(x.data(), idx.data(), count, columns, middle, columns, out.data(), rows) == -1, "%s scatter", table->name);
    CHECK(memcmp(out.data(), want.data(), want.size() * sizeof(T)) == 0 && out.Intact(), "%s scatter of %lld columns", table->name,
          (long long)columns);
    idx[5] = 11;
    CHECK(scatter(x.data(), idx.data(), count, columns, 0, columns, out.data(), rows) == 5, "%s scatter out of range", table->name);
    idx[5] = -3;
    CHECK(scatter(x.data(), idx.data(), count, columns, 0, columns, out.data(), rows) == 5, "%s scatter below range", table->name);
  }
}

template <typename T>
void CheckAlong(const KernelTable* table) {
  Rng rng = {19};
  const int64_t rows = 6, columns = 9, picks = 14;
  Fenced<T> x(static_cast<size_t>(rows * columns)), taken(static_cast<size_t>(rows * picks)), put(static_cast<size_t>(rows * columns));
  std::vector<int32_t> idx(static_cast<size_t>(rows * picks));
  for (size_t i = 0; i < x.size(); i++) x[i] = static_cast<T>(rng.Uniform(-1, 1));
  for (int32_t& i : idx) i = static_cast<int32_t>(rng.Below(columns));
  const auto take = table->*Kernels<T>::kTake;
  const auto add = table->*Kernels<T>::kPut;
  CHECK(take(x.data(), idx.data(), rows, columns, picks, taken.data()) == -1, "%s take", table->name);
  CHECK(add(taken.data(), idx.data(), rows, columns, picks, put.data()) == -1, "%s put", table->name);
  std::vector<T> want(put.size(), 0);
  for (int64_t r = 0; r < rows; r++) {
    for (int64_t j = 0; j < picks; j++) {
      const size_t at = static_cast<size_t>(r * picks + j), to = static_cast<size_t>(r * columns + idx[at]);
      CHECK(taken[at] == x[to], "%s take [%lld, %lld]", table->name, (long long)r, (long long)j);
      want[to] += taken[at];
    }
  }
  CHECK(memcmp(want.data(), put.data(), want.size() * sizeof(T)) == 0, "%s put", table->name);
  CHECK(taken.Intact() && put.Intact(), "%s along wrote outside", table->name);
  idx[33] = 9;
  CHECK(take(x.data(), idx.data(), rows, columns, picks, taken.data()) == 33, "%s take out of range", table->name);
  CHECK(add(taken.data(), idx.data(), rows, columns, picks, put.data()) == 33, "%s put out of range", table->name);
}

void CheckDispatch() {
  const char* error = nullptr;
  const KernelTable* chosen = SelectKernels(&error);
  CHECK(chosen != nullptr && error == nullptr, "no table was chosen: %s", error ? error : "");
  CHECK(KernelsByName("baseline") != nullptr, "no baseline");
  CHECK(KernelsByName("sse9") == nullptr, "an unknown name gave a table");
  if (chosen == nullptr) return;
  // But for the processor's own products in bfloat16, which the choice puts into a copy of the table.
  const KernelTable* named = KernelsByName(chosen->name);
  CHECK(named != nullptr && named->ew_f32 == chosen->ew_f32 && named->gemm_f32 == chosen->gemm_f32, "%s is not found by its name",
        chosen->name);
  CHECK(chosen->native_bf16 == (named->gemm_bf16 != chosen->gemm_bf16), "%s: products in bfloat16", chosen->name);
  for (const KernelTable* table : Tables())
    CHECK(table->vector_bytes <= chosen->vector_bytes || getenv("RIDGELINE_ISA"), "%s is wider than the chosen %s", table->name,
          chosen->name);
}

}  // namespace

int main() {
  CheckDispatch();
  for (const KernelTable* table : Tables()) {
    CheckSoftmax<float>(table);
    CheckSoftmax<double>(table);
    CheckManyRows<float>(table);
    CheckManyRows<double>(table);
    CheckArgmax<float>(table);
    CheckArgmax<double>(table);
    CheckGather(table);
    CheckScatter<float>(table);
    CheckScatter<double>(table);
    CheckAlong<float>(table);
    CheckAlong<double>(table);
  }
  return check::Finish("rows");
}
