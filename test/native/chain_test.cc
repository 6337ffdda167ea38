// Chains of functions against tiles of loops: the same program over a long range and over short ones gives the same bits (any NaN for a
// NaN), whatever the operands, the spills and the way results are stored.
#include "check.h"
#include "ew_run.h"

using namespace ridgeline_test;

namespace {

constexpr int64_t kShort = 1000;  // below what a chain is built for

template <typename T>
void RunShort(const KernelTable* table, const EwTask& task, int64_t begin, int64_t end) {
  for (int64_t at = begin; at < end; at += kShort) RunEw<T>(table, task, at, at + kShort < end ? at + kShort : end);
}

// Infinities, NaN and subnormal numbers among plain values.
template <typename T>
T AnyValue(Rng* rng) {
  const double special[] = {0.0, -0.0, 1e-310, 1e-42, 1e300, 200, -200, static_cast<double>(__builtin_inf()), __builtin_nan("")};
  return static_cast<T>(rng->Below(40) == 0 ? special[rng->Below(9)] * (rng->Below(2) ? 1 : -1) : rng->Uniform(-3, 3));
}

// Bit by bit; of two NaN the compiler may pass on either.
template <typename T>
bool Same(const std::vector<T>& a, const std::vector<T>& b) {
  for (size_t i = 0; i < a.size(); i++) {
    if (memcmp(&a[i], &b[i], sizeof(T)) != 0 && (a[i] == a[i] || b[i] == b[i])) return false;
  }
  return true;
}

template <typename T>
void CheckRandomPrograms(const KernelTable* table) {
  const int32_t unary[] = {kEwMove,  kEwNeg,  kEwAbs,        kEwSign,   kEwExp,      kEwExpm1,   kEwLog,
                           kEwLog1p, kEwSqrt, kEwSin,        kEwCos,    kEwTanh,     kEwSigmoid, kEwSoftplus,
                           kEwFloor, kEwRelu, kEwReciprocal, kEwSquare, kEwIsFinite, kEwErf,     kEwGelu};
  Rng rng = {sizeof(T)};
  const int64_t n = 4099;
  for (int round = 0; round < 300; round++) {
    Program p({n});
    std::vector<std::vector<T>> arrays(static_cast<size_t>(1 + rng.Below(3)), std::vector<T>(static_cast<size_t>(n)));
    for (auto& array : arrays) {
      for (T& x : array) x = AnyValue<T>(&rng);
      p.Input(array.data());
    }
    T splat = AnyValue<T>(&rng);
    p.Splat(&splat);
    p.Immediate(0.5);
    const int64_t count = 1 + rng.Below(14);
    for (int64_t i = 0; i < count && p.registers < kMaxRegisters; i++) {
      // The last value most often, so that chains are long; any other now and then.
      const auto pick = [&] { return static_cast<int32_t>(rng.Below(2) ? p.registers - 1 : rng.Below(p.registers)); };
      const int32_t a = pick(), b = pick(), c = pick();
      const int64_t kind = rng.Below(8);
      if (kind < 3) {
        p.Op(unary[rng.Below(19)], a);
      } else if (kind < 7) {
        const int32_t op = kEwAdd + static_cast<int32_t>(rng.Below(13));
        p.Op(op == kEwPow && rng.Below(8) ? kEwMul : op, a, b);
      } else {
        p.Op(rng.Below(2) ? kEwSelect : kEwFma, a, b, c);
      }
    }
    std::vector<T> long_run[2], short_run[2];
    const int64_t outputs = 1 + rng.Below(2);
    std::vector<int32_t> stored;
    for (int64_t k = 0; k < outputs; k++) {
      const int64_t computed = p.registers - static_cast<int64_t>(p.inputs.size());
      stored.push_back(static_cast<int32_t>(k == 0 ? p.registers - 1 : p.registers - 1 - rng.Below(computed)));
    }
    Program q = p;
    for (size_t k = 0; k < stored.size(); k++) {
      long_run[k].assign(static_cast<size_t>(n), 7);
      short_run[k].assign(static_cast<size_t>(n), 7);
      p.Output(long_run[k].data(), stored[k]);
      q.Output(short_run[k].data(), stored[k]);
    }
    const int64_t begin = rng.Below(70), end = n - rng.Below(70);
    RunEw<T>(table, p.Task(), begin, end);
    RunShort<T>(table, q.Task(), begin, end);
    for (size_t k = 0; k < stored.size(); k++) {
      CHECK(Same(long_run[k], short_run[k]), "%s f%zu program %d, output %zu", table->name, sizeof(T) * 8, round, k);
    }
  }
}

// A result that takes the place of an input.
template <typename T>
void CheckInPlace(const KernelTable* table) {
  const int64_t n = 5000;
  std::vector<T> x(static_cast<size_t>(n)), m(x.size()), want_x(x.size()), want_m(x.size());
  for (size_t i = 0; i < x.size(); i++) {
    x[i] = static_cast<T>(i % 17) - 8;
    m[i] = static_cast<T>(i % 5);
    want_m[i] = m[i] * static_cast<T>(0.5) + x[i];
    want_x[i] = x[i] - want_m[i] * static_cast<T>(0.25);
  }
  Program p({n});
  const int32_t rx = p.Input(x.data()), rm = p.Input(m.data()), half = p.Immediate(0.5), rate = p.Immediate(0.25);
  const int32_t momentum = p.Op(kEwAdd, p.Op(kEwMul, rm, half), rx);
  p.Output(m.data(), momentum);
  p.Output(x.data(), p.Op(kEwSub, rx, p.Op(kEwMul, momentum, rate)));
  RunEw<T>(table, p.Task());
  CHECK(x == want_x && m == want_m, "%s f%zu in place", table->name, sizeof(T) * 8);
}

// Larger than what is kept in the caches, from an address and an offset that are those of whole vectors, and from others.
void CheckStreamed(const KernelTable* table) {
  const int64_t n = (int64_t{24} << 20) / 4 + 777;
  Fenced<float> x(static_cast<size_t>(n)), y(static_cast<size_t>(n));
  for (int64_t i = 0; i < n; i++) x[static_cast<size_t>(i)] = static_cast<float>(i % 1013) - 500;
  for (const int64_t begin : {int64_t{0}, int64_t{64}, int64_t{-1}}) {
    // The first element that starts a line, or the one after it.
    const int64_t line = static_cast<int64_t>(-reinterpret_cast<uintptr_t>(y.data()) % 64 / 4);
    const int64_t first = begin < 0 ? line + 1 : line + begin;
    memset(y.data(), 0, static_cast<size_t>(n) * 4);
    Program p({n});
    p.Output(y.data(), p.Op(kEwAdd, p.Op(kEwRelu, p.Input(x.data())), p.Immediate(1)));
    RunEw<float>(table, p.Task(), first, n);
    int64_t wrong = 0;
    for (int64_t i = 0; i < n; i++) {
      const float v = x[static_cast<size_t>(i)], want = i < first ? 0 : (v > 0 ? v : 0) + 1;
      wrong += y[static_cast<size_t>(i)] != want;
    }
    CHECK(wrong == 0, "%s streamed from %lld: %lld wrong", table->name, (long long)first, (long long)wrong);
    CHECK(y.Intact(), "%s streamed outside", table->name);
  }
}

}  // namespace

int main() {
  for (const KernelTable* table : Tables()) {
    CheckRandomPrograms<float>(table);
    CheckRandomPrograms<double>(table);
    CheckInPlace<float>(table);
    CheckInPlace<double>(table);
    CheckStreamed(table);
  }
  return check::Finish("chain");
}
