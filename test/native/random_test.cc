// Philox 4x32-10 against its published vectors, then the streams of every table against a scalar one.
#include <math.h>

#include "check.h"
#include "ew_run.h"

using namespace ridgeline_test;

namespace {

void Philox(uint32_t c[4], uint32_t k0, uint32_t k1) {
  for (int round = 0; round < 10; round++) {
    const uint64_t p0 = static_cast<uint64_t>(c[0]) * 0xD2511F53u, p1 = static_cast<uint64_t>(c[2]) * 0xCD9E8D57u;
    const uint32_t n[4] = {static_cast<uint32_t>(p1 >> 32) ^ c[1] ^ k0, static_cast<uint32_t>(p1),
                           static_cast<uint32_t>(p0 >> 32) ^ c[3] ^ k1, static_cast<uint32_t>(p0)};
    memcpy(c, n, sizeof n);
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
}

// Random123's known answers (kat_vectors, philox4x32 10).
void CheckKnownAnswers() {
  struct {
    uint32_t counter[4], key[2], want[4];
  } vectors[] = {
      {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
      {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}, {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
      {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}, {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
  };
  for (auto& v : vectors) {
    Philox(v.counter, v.key[0], v.key[1]);
    for (int i = 0; i < 4; i++) CHECK(v.counter[i] == v.want[i], "known answer word %d: %08x, want %08x", i, v.counter[i], v.want[i]);
  }
}

uint32_t Bits(const Program& p, uint32_t stream, int64_t e) {
  uint32_t c[4] = {static_cast<uint32_t>(e / 64 * 16 + e % 16), p.step[0], p.step[1], 0x52444745u};
  Philox(c, p.seed[0] ^ stream, p.seed[1]);
  return c[e % 64 / 16];
}

double Normal(const Program& p, uint32_t stream, int64_t e) {
  const int64_t word = e % 64 / 16, even = e - (word % 2) * 16;
  const double u1 = ((Bits(p, stream, even) >> 8) + 1) * 0x1p-24, u2 = (Bits(p, stream, even + 16) >> 8) * 0x1p-24;
  const double radius = sqrt(-2 * log(u1)), angle = 2 * M_PI * u2;
  return word % 2 ? radius * sin(angle) : radius * cos(angle);
}

template <typename T>
void CheckStreams(const KernelTable* table) {
  const int64_t total = 2100;
  std::vector<T> uniform(total), normal(total), chance(total), chances(total), always(total), below(total), above(total), p(total),
      low(total), high(total);
  Program program({total});
  program.seed[0] = 0x12345678;
  program.seed[1] = 0x9abcdef0;
  program.step[0] = 41;
  program.step[1] = 3;
  Rng rng = {5};
  const uint32_t stream = 0xdeadbeef;
  for (int64_t e = 0; e < total; e++) {
    p[e] = static_cast<T>(rng.Uniform(-0.2, 1.2));
    // The probability at which the element's own bits stop, and start, to be enough.
    low[e] = static_cast<T>(Bits(program, stream, e)) * static_cast<T>(0x1p-32);
    high[e] = static_cast<T>(static_cast<double>(Bits(program, stream, e)) + 1) * static_cast<T>(0x1p-32);
  }
  p[7] = static_cast<T>(NAN);
  const int32_t fixed = program.Immediate(0.3), one = program.Immediate(1), varying = program.Input(p.data()),
                lows = program.Input(low.data()), highs = program.Input(high.data());
  program.Output(uniform.data(), program.Op(kEwUniform, 0, 0, 0, stream));
  program.Output(normal.data(), program.Op(kEwNormal, 0, 0, 0, stream));
  program.Output(chance.data(), program.Op(kEwBernoulli, fixed, 0, 0, stream));
  program.Output(always.data(), program.Op(kEwBernoulli, one, 0, 0, stream));
  program.Output(chances.data(), program.Op(kEwBernoulli, varying, 0, 0, stream));
  program.Output(below.data(), program.Op(kEwBernoulli, lows, 0, 0, stream));
  program.Output(above.data(), program.Op(kEwBernoulli, highs, 0, 0, stream));
  const EwTask task = program.Task();
  for (int64_t begin = 0; begin < total;) {
    const int64_t end = begin + 1 + rng.Below(rng.Below(2) ? 3 : 700);
    RunEw<T>(table, task, begin, end < total ? end : total);
    begin = end;
  }
  for (int64_t e = 0; e < total; e++) {
    const uint32_t bits = Bits(program, stream, e);
    CHECK(uniform[e] == static_cast<T>((bits >> 8) * 0x1p-24), "%s uniform[%lld] = %g", table->name, (long long)e, (double)uniform[e]);
    const double want = Normal(program, stream, e);
    CHECK(fabs(normal[e] - want) <= (sizeof(T) == 4 ? 1e-6 : 1e-14), "%s normal[%lld] = %.9g, want %.9g", table->name, (long long)e,
          (double)normal[e], want);
    const auto expect = [bits](T q) { return q >= 1 ? 1 : q > 0 && bits < static_cast<uint32_t>(static_cast<double>(q) * 0x1p32) ? 1 : 0; };
    CHECK(chance[e] == expect(static_cast<T>(0.3)), "%s bernoulli[%lld]", table->name, (long long)e);
    CHECK(chances[e] == expect(p[e]), "%s bernoulli of p[%lld] = %g", table->name, (long long)e, (double)p[e]);
    CHECK(always[e] == 1, "%s bernoulli of 1 [%lld]", table->name, (long long)e);
    CHECK(below[e] == expect(low[e]) && above[e] == expect(high[e]), "%s bernoulli at its own bits [%lld]", table->name, (long long)e);
    if (sizeof(T) == 8) CHECK(below[e] == 0 && above[e] == 1, "%s all 32 bits [%lld]", table->name, (long long)e);
  }
}

// Far along a stream the counter's first word wraps at 2^32, and nothing else changes.
template <typename T>
void CheckFarElements(const KernelTable* table) {
  const int64_t first = (int64_t{1} << 34) - 100, n = 200;
  std::vector<T> out(n);
  Program program({first + n});
  program.seed[0] = 99;
  program.Output(out.data() - first, program.Op(kEwUniform, 0, 0, 0, 5));
  RunEw<T>(table, program.Task(), first, first + n);
  for (int64_t i = 0; i < n; i++) {
    CHECK(out[i] == static_cast<T>((Bits(program, 5, first + i) >> 8) * 0x1p-24), "%s element %lld", table->name, (long long)(first + i));
  }
}

}  // namespace

int main() {
  CheckKnownAnswers();
  for (const KernelTable* table : Tables()) {
    CheckStreams<float>(table);
    CheckStreams<double>(table);
    CheckFarElements<float>(table);
    CheckFarElements<double>(table);
  }
  return check::Finish("random");
}
