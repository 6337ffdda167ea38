// gemm_f32 and gemm_f64 of every kernel table this CPU runs, against a plain loop in double.
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <limits>
#include <thread>
#include <vector>

#include "check.h"
#include "kernels/table.h"
#include "tables.h"

using namespace ridgeline;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// Memory that ends at an inaccessible page, so that reading or writing beyond an operand is a crash.
template <class T>
class Fenced {
 public:
  explicit Fenced(size_t count) : count_(count) {
    const size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
    const size_t body = (count * sizeof(T) + page - 1) / page * page;
    bytes_ = body + page;
    map_ = static_cast<char*>(mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    if (map_ == MAP_FAILED || mprotect(map_ + body, page, PROT_NONE) != 0) abort();
    data_ = reinterpret_cast<T*>(map_ + body - count * sizeof(T));
  }
  ~Fenced() { munmap(map_, bytes_); }
  Fenced(const Fenced&) = delete;
  Fenced& operator=(const Fenced&) = delete;
  T* data() { return data_; }
  size_t size() const { return count_; }

 private:
  size_t count_, bytes_;
  char* map_;
  T* data_;
};

// Threads for one run, taken in no particular order, and scratch that can be made to fail.
struct Pool {
  explicit Pool(int32_t threads) { parallel = {this, threads, Run, Scratch}; }
  ~Pool() {
    for (void* p : slots) free(p);
  }
  static void Run(void* context, int64_t tasks, void (*fn)(void*, int64_t, int32_t), void* arg) {
    Pool* pool = static_cast<Pool*>(context);
    ++pool->runs;
    std::atomic<int64_t> next{0};
    std::vector<std::thread> threads;
    for (int32_t w = 0; w < pool->parallel.threads; ++w) {
      threads.emplace_back([&, w] {
        for (int64_t t; (t = next.fetch_add(1)) < tasks;) fn(arg, t, w);
      });
    }
    for (std::thread& t : threads) t.join();
  }
  static void* Scratch(void* context, int32_t slot, size_t bytes) {
    Pool* pool = static_cast<Pool*>(context);
    if (pool->refuse) return nullptr;
    if (pool->slots.size() <= static_cast<size_t>(slot)) pool->slots.resize(static_cast<size_t>(slot) + 1, nullptr);
    free(pool->slots[static_cast<size_t>(slot)]);
    void* p = aligned_alloc(64, (bytes + 63) / 64 * 64);
    memset(p, 0xFF, bytes);  // NaN: scratch that was not written must not be used
    return pool->slots[static_cast<size_t>(slot)] = p;
  }
  Parallel parallel;
  std::vector<void*> slots;
  bool refuse = false;
  int runs = 0;
};

uint64_t random_state = 88172645463325252ull;
double Random() {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return static_cast<double>(static_cast<int64_t>(random_state >> 11)) * 0x1p-52 - 1;
}

struct Case {
  int64_t m, n, k;
  bool ta = false, tb = false;
  double alpha = 1, beta = 0;
  int64_t pad = 0;  // added to every leading dimension
  bool epilogue = false;
};

template <class T>
constexpr bool kIsFloat = sizeof(T) == 4;

template <class T>
int Call(const KernelTable* table, const GemmTask* task, const Parallel* parallel) {
  return kIsFloat<T> ? table->gemm_f32(task, parallel) : table->gemm_f64(task, parallel);
}

// A matrix whose padding is NaN and which ends with its last element.
template <class T>
void Fill(Fenced<T>& x, int64_t rows, int64_t columns, int64_t ld) {
  for (size_t i = 0; i < x.size(); ++i) x.data()[i] = static_cast<T>(kNan);
  for (int64_t i = 0; i < rows; ++i) {
    for (int64_t j = 0; j < columns; ++j) x.data()[i * ld + j] = static_cast<T>(Random());
  }
}
size_t Extent(int64_t rows, int64_t columns, int64_t ld) {
  return rows == 0 || columns == 0 ? 0 : static_cast<size_t>((rows - 1) * ld + columns);
}

// x = 2 x + 1 over two matrices [m, n], the first of which begins at `base`.
template <class T>
struct TwicePlusOne {
  EwOperand inputs[3] = {}, output = {};
  EwInstr fma = {kEwFma, 3, 0, 1, 2, 0};
  EwTask task = {};
  TwicePlusOne(T* base, int64_t m, int64_t n) {
    output = {base, kIsFloat<T> ? kF32 : kF64, 3, kEwContiguous, 0, {}};
    inputs[0] = output;
    inputs[0].reg = 0;
    inputs[1].reg = 1;
    inputs[2].reg = 2;
    inputs[1].kind = inputs[2].kind = kEwImmediate;
    inputs[1].dtype = inputs[2].dtype = output.dtype;
    inputs[1].immediate = 2;
    inputs[2].immediate = 1;
    task.rank = 3;
    task.dims[0] = 2;
    task.dims[1] = m;
    task.dims[2] = n;
    for (EwOperand* x : {&inputs[0], &output}) {
      x->strides[0] = m * n;
      x->strides[1] = n;
      x->strides[2] = 1;
    }
    task.size = 2 * m * n;
    task.n_inputs = 3;
    task.n_outputs = 1;
    task.n_instrs = 1;
    task.n_registers = 4;
    task.inputs = inputs;
    task.outputs = &output;
    task.instrs = &fma;
  }
  TwicePlusOne(const TwicePlusOne&) = delete;
};

template <class T>
void TestCase(const KernelTable* table, const Case& t, const std::vector<int32_t>& thread_counts) {
  const int64_t a_rows = t.ta ? t.k : t.m, a_columns = t.ta ? t.m : t.k;
  const int64_t b_rows = t.tb ? t.n : t.k, b_columns = t.tb ? t.k : t.n;
  const int64_t lda = a_columns + t.pad, ldb = b_columns + 2 * t.pad, ldc = t.n + 3 * t.pad;
  Fenced<T> a(Extent(a_rows, a_columns, lda)), b(Extent(b_rows, b_columns, ldb));
  Fill(a, a_rows, a_columns, lda);
  Fill(b, b_rows, b_columns, ldb);
  const size_t c_size = Extent(t.m, t.n, ldc);
  std::vector<T> start(c_size), first;
  for (T& x : start) x = t.beta == 0 ? static_cast<T>(kNan) : static_cast<T>(Random());

  // 0: on one thread, first some of the rows and then the others.
  std::vector<int32_t> ways = thread_counts;
  ways.push_back(0);
  for (int32_t threads : ways) {
    Pool pool(threads > 0 ? threads : 1);
    Fenced<T> c(c_size + 16);  // 16 sentinels before
    for (int i = 0; i < 16; ++i) c.data()[i] = T(12345);
    T* c0 = c.data() + 16;
    if (c_size > 0) memcpy(c0, start.data(), c_size * sizeof(T));
    GemmTask task = {t.m, t.n, t.k, a.data(), lda, t.ta, b.data(), ldb, t.tb, c0, ldc, t.alpha, t.beta, nullptr, 0};

    // Over the second item of a batch.
    const int64_t offset = t.epilogue ? t.m * t.n : 0;
    const TwicePlusOne<T> program(c0 - offset, t.m, t.n);
    if (t.epilogue) {
      task.epilogue = &program.task;
      task.epilogue_offset = offset;
    }
    if (threads > 0 || t.m < 2) {
      CHECK(Call<T>(table, &task, &pool.parallel) == 0, "%s", table->name);
    } else {
      const int64_t split = (t.m + 2) / 3;
      for (const int64_t begin : {int64_t{0}, split}) {
        GemmTask part = task;
        part.part_of = t.m;
        part.m = begin == 0 ? split : t.m - split;
        part.a = a.data() + begin * (t.ta ? 1 : lda);
        part.c = c0 + begin * ldc;
        part.epilogue_offset = task.epilogue_offset + begin * t.n;
        CHECK(Call<T>(table, &part, &pool.parallel) == 0, "%s", table->name);
      }
    }
    const double vectors = static_cast<double>(t.m * t.n * t.k) * sizeof(T) / table->vector_bytes;
    if (vectors < 16 * 1024) {
      CHECK(pool.runs == 0, "%s: %lldx%lldx%lld asked for threads", table->name, (long long)t.m, (long long)t.n, (long long)t.k);
    }

    bool intact = true;
    for (int i = 0; i < 16; ++i) intact = intact && c.data()[i] == T(12345);
    for (int64_t i = 0; i + 1 < t.m; ++i) {
      for (int64_t j = t.n; j < ldc; ++j) {
        const size_t at = static_cast<size_t>(i * ldc + j);
        if (at < c_size) intact = intact && memcmp(c0 + at, &start[at], sizeof(T)) == 0;
      }
    }
    CHECK(intact, "%s: wrote outside of C", table->name);

    if (!first.empty()) {
      CHECK(memcmp(first.data(), c0, c_size * sizeof(T)) == 0, "%s f%d %lldx%lldx%lld ta %d tb %d: bits differ with %d threads",
            table->name, static_cast<int>(8 * sizeof(T)), (long long)t.m, (long long)t.n, (long long)t.k, t.ta, t.tb, threads);
      continue;
    }
    first.assign(c0, c0 + c_size);

    // |error| <= (k + 4) eps sum |a b| |alpha| + 2 eps |beta c|: one rounding per step of any order of summation, then alpha, beta,
    // their sum. SSE2 rounds each product too. The reference's own error in double is covered by the factor 2.
    const double eps = kIsFloat<T> ? 0x1p-23 : 0x1p-52;
    double worst = 0;
    int64_t worst_i = 0, worst_j = 0;
    std::vector<double> sums(static_cast<size_t>(t.n)), sizes(static_cast<size_t>(t.n));
    for (int64_t i = 0; i < t.m; ++i) {
      sums.assign(sums.size(), 0);
      sizes.assign(sizes.size(), 0);
      for (int64_t p = 0; p < t.k; ++p) {
        const double x = a.data()[t.ta ? p * lda + i : i * lda + p];
        for (int64_t j = 0; j < t.n; ++j) {
          const double product = x * static_cast<double>(b.data()[t.tb ? j * ldb + p : p * ldb + j]);
          sums[static_cast<size_t>(j)] += product;
          sizes[static_cast<size_t>(j)] += fabs(product);
        }
      }
      for (int64_t j = 0; j < t.n; ++j) {
        const double before = t.beta == 0 ? 0 : t.beta * static_cast<double>(start[static_cast<size_t>(i * ldc + j)]);
        double want = t.alpha * sums[static_cast<size_t>(j)] + before;
        double bound = 2 * eps * ((static_cast<double>(t.k) + 4) * fabs(t.alpha) * sizes[static_cast<size_t>(j)] + 2 * fabs(before));
        if (t.epilogue) {
          want = 2 * want + 1;
          bound = 2 * bound + 2 * eps * (fabs(want) + 1);
        }
        const double error = fabs(static_cast<double>(c0[i * ldc + j]) - want) / (bound + 1e-300);
        if (!(error <= worst)) {  // a NaN is the worst
          worst = error;
          worst_i = i;
          worst_j = j;
        }
      }
    }
    CHECK(worst <= 1, "%s f%d %lldx%lldx%lld ta %d tb %d alpha %g beta %g pad %lld epilogue %d: %.3g times the bound at (%lld, %lld)",
          table->name, static_cast<int>(8 * sizeof(T)), (long long)t.m, (long long)t.n, (long long)t.k, t.ta, t.tb, t.alpha, t.beta,
          (long long)t.pad, t.epilogue, worst, (long long)worst_i, (long long)worst_j);
  }
}

// A matrix times its own transpose has the bits of the product with a copy of itself, although half of it is mirrored; without padding with
// an epilogue in place as well.
template <class T>
void TestGram(const KernelTable* table, int64_t n, int64_t k, bool ta, int64_t pad) {
  const int64_t ld = (ta ? n : k) + pad, ldc = n + pad;
  Fenced<T> a(Extent(ta ? k : n, ta ? n : k, ld)), copy(a.size());
  Fill(a, ta ? k : n, ta ? n : k, ld);
  memcpy(copy.data(), a.data(), a.size() * sizeof(T));
  const size_t size = Extent(n, n, ldc);
  std::vector<T> start(size, static_cast<T>(kNan)), want;
  for (const T* b : {static_cast<const T*>(copy.data()), static_cast<const T*>(a.data())}) {
    for (const int32_t threads : {1, 3}) {
      Pool pool(threads);
      Fenced<T> c(size);
      memcpy(c.data(), start.data(), size * sizeof(T));
      const TwicePlusOne<T> program(c.data(), n, n);
      const GemmTask task = {n, n, k, a.data(), ld, ta, b, ld, !ta, c.data(), ldc, 0.5, 0, pad == 0 ? &program.task : nullptr, 0};
      CHECK(Call<T>(table, &task, &pool.parallel) == 0, "%s", table->name);
      if (want.empty()) want.assign(c.data(), c.data() + size);
      CHECK(memcmp(want.data(), c.data(), size * sizeof(T)) == 0, "%s f%d gram %lld of depth %lld ta %d pad %lld, %d threads", table->name,
            static_cast<int>(8 * sizeof(T)), (long long)n, (long long)k, ta, (long long)pad, threads);
    }
  }
}

struct Sides {
  int64_t m, n, k;
};

template <class T>
void TestTable(const KernelTable* table) {
  const std::vector<int32_t> one = {1}, some = {1, 3, 16};
  // Around the edges of every tile: rows 4, 6, 8; columns 4 to 48.
  for (int64_t m : {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 17, 33}) {
    for (int64_t n : {0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 15, 16, 17, 23, 25, 31, 47, 48, 49, 97}) {
      for (int64_t k : {0, 1, 2, 5, 8, 16, 19, 40}) {
        const int x = static_cast<int>(m + n + k);
        for (int f = 0; f < 4; ++f) {
          const Case t = {m, n, k, (f & 1) != 0, (f & 2) != 0, x % 3 == 0 ? 1 : -0.75, x % 2 == 0 ? 0 : 0.5, x % 5 == 0 ? 3 : 0, false};
          TestCase<T>(table, t, one);
        }
      }
    }
  }
  // Around a k so short that a panel of B stays in registers: its columns, and rows too few for it.
  for (int64_t k = 1; k <= 16; ++k) {
    for (int64_t n : {31, 32, 33, 40, 48, 63, 64, 65, 97}) {
      for (int64_t m : {7, 8, 21}) {
        const int x = static_cast<int>(m + n + k);
        for (int f = 0; f < 4; ++f) {
          const bool epilogue = x % 2 == 0;
          TestCase<T>(table, {m, n, k, (f & 1) != 0, (f & 2) != 0, 1, 0, epilogue ? 0 : 3, epilogue}, one);
        }
      }
    }
  }
  // Around blocks of k, of rows and of columns; small operands with long k; the epilogue; alpha and beta.
  const int64_t shapes[][3] = {
      {8, 48, 255},   {9, 49, 256},   {7, 47, 257},   {1, 131, 384},   {131, 1, 385},  {3, 5, 769},     {64, 64, 64},   {65, 63, 129},
      {128, 10, 512}, {10, 128, 512}, {512, 10, 128}, {200, 97, 383},  {161, 100, 53}, {193, 1031, 17}, {97, 2111, 8},  {67, 61, 1153},
      {1, 1000, 300}, {1000, 1, 300}, {2, 300, 1000}, {300, 3, 1000},  {64, 64, 1},    {100, 100, 100}, {257, 129, 65}, {5, 4099, 70},
      {12, 37, 2000}, {1, 1, 5000},   {700, 11, 400}, {100, 260, 513}, {520, 260, 97}, {1030, 200, 70}, {70, 200, 1030}};
  // One vector more than the full tile has; rows that are pages apart.
  const int64_t others[][3] = {{23, 64, 65}, {33, 24, 70},   {21, 32, 64},   {20, 12, 66},
                               {8, 64, 130}, {37, 10, 1024}, {1, 131, 1024}, {1, 2053, 530}};
  int x = 0;
  const auto all_ways = [&](const int64_t(&s)[3]) {
    for (int f = 0; f < 4; ++f, ++x) {
      const bool epilogue = x % 2 == 0;
      const double alpha = x % 3 == 0 ? 1 : 1.5, beta = epilogue || x % 4 == 1 ? 0.0 : x % 8 == 3 ? 1.0 : -2.0;
      const int64_t pad = epilogue || x % 3 == 0 ? 0 : 5;
      const Case t = {s[0], s[1], s[2], (f & 1) != 0, (f & 2) != 0, alpha, beta, pad, epilogue};
      TestCase<T>(table, t, some);
    }
  };
  for (const auto& s : shapes) all_ways(s);
  for (const auto& s : others) all_ways(s);
  // A short k: several groups of rows; blocks of rows, of columns and of both; more of them than threads.
  for (const auto& [m, n, k] : {Sides{600, 70, 9}, Sides{128, 520, 10}, Sides{20, 2100, 11}, Sides{130, 500, 14}}) {
    for (int f = 0; f < 4; ++f) TestCase<T>(table, {m, n, k, (f & 1) != 0, (f & 2) != 0, 1, 0, f % 3, f % 3 == 0}, some);
  }
  TestCase<T>(table, {700, 4100, 14, false, true, 1, 0, 0, true}, some);
  // More of B than is packed at a time: several chunks of k, and of columns.
  TestCase<T>(table, {9, 1100, 2100, false, true, 0.5, 2, 0, false}, {1, 3});
  TestCase<T>(table, {33, 3000, 300, true, false, 1, 0, 0, true}, {1, 3});
  // A long B that is read in place, in parts.
  TestCase<T>(table, {9, 64, 66000, true, false, 0.5, 2, 0, false}, {1, 3});
  TestCase<T>(table, {9, 64, 66000, false, false, 1, 0, 0, true}, {1, 3});
  // alpha and beta.
  for (double alpha : {0.0, 1.0, -1.0, 0.3}) {
    for (double beta : {0.0, 1.0, -1.0, 0.3}) {
      TestCase<T>(table, {19, 53, 31, false, false, alpha, beta, 1, false}, one);
      TestCase<T>(table, {2, 53, 131, false, true, alpha, beta, 1, false}, one);
    }
  }
  // k == 0 still runs the epilogue; no scratch is an answer, not a crash.
  TestCase<T>(table, {5, 7, 0, false, false, 1, 0, 0, true}, one);
  Pool pool(2);
  pool.refuse = true;
  std::vector<T> x1(300 * 300), x2(300 * 300), x3(300 * 300);
  const GemmTask task = {300, 300, 300, x1.data(), 300, 0, x2.data(), 300, 1, x3.data(), 300, 1, 0, nullptr, 0};
  CHECK(Call<T>(table, &task, &pool.parallel) == -1, "%s", table->name);
}

}  // namespace

int main() {
  for (const char* name : ridgeline_test::kTableNames) {
    const KernelTable* table = KernelsByName(name);
    if (!table) continue;
    TestTable<float>(table);
    TestTable<double>(table);
    for (const int64_t n : {1, 2, 7, 8, 9, 16, 31, 32, 33, 47, 48, 49, 64, 65, 97, 130, 200}) {
      for (const int64_t k : {1, 5, 64, 301}) {
        for (const bool ta : {false, true}) {
          TestGram<float>(table, n, k, ta, n % 3);
          TestGram<double>(table, n, k, ta, n % 3);
        }
      }
    }
    // Several groups of rows, blocks of k and, on some instruction sets, chunks; then a long operand that is read in place.
    TestGram<float>(table, 330, 700, true, 0);
    TestGram<double>(table, 330, 1100, true, 1);
    TestGram<double>(table, 330, 700, false, 0);
    TestGram<double>(table, 130, 16200, true, 0);
  }
  return check::Finish("gemm");
}
