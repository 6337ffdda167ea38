// gemm_bf16 of every kernel table this CPU runs, and the processor's own, against a loop in double over numbers rounded to bfloat16.
#include <math.h>
#include <string.h>

#include <limits>
#include <vector>

#include "check.h"
#include "kernels/table.h"
#include "runtime/thread_pool.h"
#include "tables.h"

using namespace ridgeline;

namespace {

double Rounded(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof(bits));
  bits = (bits + 0x7fff + (bits >> 16 & 1)) & 0xffff0000u;
  memcpy(&x, &bits, sizeof(x));
  return x;
}

uint32_t random_state = 12345;
float Random() {
  random_state = random_state * 1664525u + 1013904223u;
  return static_cast<float>(random_state >> 8) * 0x1p-23f - 1.0f;
}

struct Case {
  int64_t m, n, k;
  bool ta, tb;
  double alpha, beta;
  int64_t pad;
  bool epilogue;
};

// c = c * 3 + 1 as an epilogue.
struct Program {
  EwOperand inputs[3] = {}, output = {};
  EwInstr instr = {kEwFma, 3, 0, 1, 2, 0};
  EwTask task = {};
  Program(float* c, int64_t m, int64_t n) {
    inputs[0].base = output.base = c;
    inputs[1].kind = inputs[2].kind = kEwImmediate;
    inputs[1].immediate = 3;
    inputs[2].immediate = 1;
    for (int i = 0; i < 3; i++) inputs[i].reg = i;
    output.reg = 3;
    inputs[0].strides[0] = output.strides[0] = 1;
    task.rank = task.n_outputs = task.n_instrs = 1;
    task.n_inputs = 3;
    task.n_registers = 4;
    task.dims[0] = task.size = m * n;
    task.inputs = inputs;
    task.outputs = &output;
    task.instrs = &instr;
  }
};

void TestCase(const KernelTable* table, GemmFunction gemm, const Case& t) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const int64_t a_rows = t.ta ? t.k : t.m, a_columns = t.ta ? t.m : t.k, b_rows = t.tb ? t.n : t.k, b_columns = t.tb ? t.k : t.n;
  const int64_t lda = a_columns + t.pad, ldb = b_columns + t.pad, ldc = t.n + (t.epilogue ? 0 : t.pad);
  // Padding is NaN: it must not be read.
  std::vector<float> a(static_cast<size_t>(a_rows * lda), nan), b(static_cast<size_t>(b_rows * ldb), nan);
  for (int64_t i = 0; i < a_rows * a_columns; i++) a[static_cast<size_t>(i / a_columns * lda + i % a_columns)] = Random();
  for (int64_t i = 0; i < b_rows * b_columns; i++) b[static_cast<size_t>(i / b_columns * ldb + i % b_columns)] = Random();
  std::vector<float> start(static_cast<size_t>(t.m * ldc), nan), first;
  if (t.beta != 0)
    for (float& x : start) x = Random();
  for (const int32_t threads : {1, 3}) {
    std::vector<float> c = start;
    ParallelContext context(threads);
    Program program(c.data(), t.m, t.n);
    GemmTask task = {t.m, t.n, t.k, a.data(), lda, t.ta, b.data(), ldb, t.tb, c.data(), ldc, t.alpha, t.beta, nullptr, 0};
    if (t.epilogue) task.epilogue = &program.task;
    CHECK(gemm(&task, context.parallel()) == 0, "%s", table->name);
    if (threads > 1) {
      CHECK(memcmp(c.data(), first.data(), c.size() * sizeof(float)) == 0, "%s: bits with %d threads, %dx%dx%d", table->name, threads,
            static_cast<int>(t.m), static_cast<int>(t.n), static_cast<int>(t.k));
      continue;
    }
    first = c;
    for (int64_t i = 0; i < t.m; i++) {
      for (int64_t j = 0; j < ldc; j++) {
        const float got = c[static_cast<size_t>(i * ldc + j)];
        if (j >= t.n) {
          CHECK(memcmp(&got, &start[static_cast<size_t>(i * ldc + j)], sizeof(got)) == 0, "%s: a write beyond a row", table->name);
          continue;
        }
        double sum = 0, size = 1;
        for (int64_t p = 0; p < t.k; p++) {
          const double x = Rounded(a[static_cast<size_t>(t.ta ? p * lda + i : i * lda + p)]);
          const double y = Rounded(b[static_cast<size_t>(t.tb ? j * ldb + p : p * ldb + j)]);
          sum += x * y;
          size += fabs(x * y);
        }
        double wanted = t.alpha * sum + (t.beta != 0 ? t.beta * static_cast<double>(start[static_cast<size_t>(i * ldc + j)]) : 0);
        if (t.epilogue) wanted = wanted * 3 + 1;
        CHECK(fabs(static_cast<double>(got) - wanted) <= 8 * size * 0x1p-23, "%s %dx%dx%d ta %d tb %d at %d, %d: %g for %g", table->name,
              static_cast<int>(t.m), static_cast<int>(t.n), static_cast<int>(t.k), t.ta, t.tb, static_cast<int>(i), static_cast<int>(j),
              static_cast<double>(got), wanted);
      }
    }
  }
}

// A matrix times its own transpose has the bits of the product with a copy of itself, whether or not half of it is mirrored.
void TestGram(const KernelTable* table, GemmFunction gemm, int64_t n, int64_t k, bool ta, bool epilogue) {
  std::vector<float> a(static_cast<size_t>(n * k));
  for (float& x : a) x = Random();
  const std::vector<float> copy = a;
  std::vector<float> want;
  const int64_t ld = ta ? n : k;
  for (const float* b : {copy.data(), static_cast<const float*>(a.data())}) {
    for (const int32_t threads : {1, 2, 3}) {
      std::vector<float> c(static_cast<size_t>(n * n), std::numeric_limits<float>::quiet_NaN());
      ParallelContext context(threads);
      const Program program(c.data(), n, n);
      const GemmTask task = {n, n, k, a.data(), ld, ta, b, ld, !ta, c.data(), n, 1, 0, epilogue ? &program.task : nullptr, 0};
      CHECK(gemm(&task, context.parallel()) == 0, "%s", table->name);
      if (want.empty()) want = c;
      CHECK(memcmp(want.data(), c.data(), c.size() * sizeof(float)) == 0, "%s: gram %dx%d, ta %d, %d threads", table->name,
            static_cast<int>(n), static_cast<int>(k), ta, threads);
    }
  }
}

void TestSpecial(const KernelTable* table, GemmFunction gemm) {
  const float inf = std::numeric_limits<float>::infinity(), nan = std::numeric_limits<float>::quiet_NaN();
  // 1 + 2^-8 is halfway between two bfloat16 and goes to the even one, 1; 1 + 3 * 2^-8 goes to 1 + 2^-6. The largest float32 becomes
  // infinity.
  const float values[] = {0.0f, 1.00390625f, 1.01171875f, 3.4028235e38f, inf, -inf, nan};
  const float wanted[] = {0.0f, 1.0f, 1.015625f, inf, inf, -inf, nan};
  ParallelContext context(1);
  for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
    const float one = 1.0f;
    float c = 7.0f;
    GemmTask task = {1, 1, 1, &values[i], 1, 0, &one, 1, 0, &c, 1, 1, 0, nullptr, 0};
    CHECK(gemm(&task, context.parallel()) == 0 && (isnan(wanted[i]) ? isnan(c) : c == wanted[i]), "%s: %g became %g", table->name,
          static_cast<double>(values[i]), static_cast<double>(c));
  }
  // Below the normal numbers vdpbf16ps reads and writes zeros; elsewhere they are numbers as all others. Either way they are that small,
  // and the smallest normal number is itself.
  const float smallest = std::numeric_limits<float>::min();
  for (const float x : {smallest, -smallest, smallest / 2, -smallest / 2, std::numeric_limits<float>::denorm_min()}) {
    const float factors[] = {x, 3.0f}, ones[] = {1.0f, 1.0f};
    float c = 7.0f;
    GemmTask alone = {1, 1, 1, factors, 1, 0, ones, 1, 0, &c, 1, 1, 0, nullptr, 0};
    CHECK(gemm(&alone, context.parallel()) == 0, "%s", table->name);
    CHECK(c == x || (fabsf(x) < smallest && fabsf(c) < smallest), "%s: %g became %g", table->name, static_cast<double>(x),
          static_cast<double>(c));
    GemmTask beside = {1, 1, 2, factors, 2, 0, ones, 1, 0, &c, 1, 1, 0, nullptr, 0};
    CHECK(gemm(&beside, context.parallel()) == 0 && c == 3.0f, "%s: %g beside 3", table->name, static_cast<double>(x));
  }
  float c = 2.0f;
  GemmTask task = {1, 1, 0, nullptr, 1, 0, nullptr, 1, 0, &c, 1, 1, 0.5, nullptr, 0};
  CHECK(gemm(&task, context.parallel()) == 0 && c == 1.0f, "%s: k of 0", table->name);
}

void TestTable(const KernelTable* table, GemmFunction gemm) {
  const int64_t sizes[] = {1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 48, 49};
  for (const int64_t m : sizes) {
    for (const int64_t n : sizes) {
      for (const int64_t k : {1, 2, 3, 16, 31, 32, 33, 65}) {
        const bool ta = (m + n + k) % 2 != 0, tb = (m + k / 2) % 2 != 0;
        TestCase(table, gemm, {m, n, k, ta, tb, 1, 0, (m + k) % 3, n % 2 != 0});
      }
    }
  }
  for (const bool ta : {false, true}) {
    for (const bool tb : {false, true}) {
      // k of more than one block; alpha and beta; a size that threads share.
      TestCase(table, gemm, {13, 50, 2100, ta, tb, 1, 0, 3, false});
      TestCase(table, gemm, {20, 70, 40, ta, tb, -0.5, 2, 5, false});
      TestCase(table, gemm, {150, 260, 130, ta, tb, 1, 0, 0, true});
    }
  }
  for (const bool ta : {false, true}) {
    for (const int64_t n : {7, 33, 130}) TestGram(table, gemm, n, 65, ta, n > 100);
    TestGram(table, gemm, 420, 1100, ta, ta);
  }
  TestSpecial(table, gemm);
}

}  // namespace

int main() {
  for (const char* name : ridgeline_test::kTableNames) {
    const KernelTable* table = KernelsByName(name);
    if (table != nullptr) TestTable(table, table->gemm_bf16);
  }
  const char* error = nullptr;
  const KernelTable* table = SelectKernels(&error);
  CHECK(table != nullptr, "%s", error);
  if (table != nullptr && table->native_bf16) TestTable(table, table->gemm_bf16);
  printf("the processor %s products in bfloat16\n", table != nullptr && table->native_bf16 ? "has" : "has no");
  return check::Finish("gemm_bf16");
}
