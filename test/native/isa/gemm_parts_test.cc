// The parts of the product, each by itself, compiled for one instruction set: packing, micro-kernel, schedule, epilogue.
// NS and the compiler's flags say which.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <mutex>
#include <vector>

#include "../check.h"
#include "kernels/gemm_epilogue.h"
#include "kernels/gemm_kernel.h"
#include "kernels/gemm_pack.h"
#include "kernels/gemm_schedule.h"
#include "kernels/gemm_short.h"
#include "kernels/gemm_small.h"
#include "kernels/table.h"

namespace ridgeline {
namespace NS {
namespace {

// An epilogue that only notes what it was asked for.
std::vector<int> visits;
std::mutex visits_lock;
template <class T>
void EwRun(const EwTask*, int64_t begin, int64_t end) {
  std::lock_guard<std::mutex> lock(visits_lock);
  for (int64_t i = begin; i < end; ++i) ++visits[static_cast<size_t>(i)];
}
// No epilogue here has a compiled loop.
void RunEwLoop(const EwTask*, int64_t, int64_t, int64_t, int64_t, int64_t) { abort(); }

using namespace gemm;

// Small integers, exact in any order of summation.
template <class T>
std::vector<T> Integers(int64_t count) {
  static uint32_t state = 1;
  std::vector<T> x(static_cast<size_t>(count));
  for (T& v : x) v = static_cast<T>(static_cast<int>((state = state * 1664525u + 1013904223u) >> 29) - 4);
  return x;
}

template <class T>
void TestPacking() {
  using S = Simd<T>;
  constexpr int64_t L = S::kLanes;
  for (int64_t width = 1; width <= 3 * L; ++width) {
    for (int64_t count : {int64_t{1}, int64_t{5}, L, 2 * L + 3}) {
      const int64_t padded = CeilDiv(width, L) * L, ld = Max(count, width) + 3;
      const std::vector<T> x = Integers<T>(ld * Max(count, width));
      std::vector<T> rows(static_cast<size_t>(count * padded + L)), transposed = rows;
      PackRows(x.data(), ld, count, width, rows.data(), padded);
      PackTransposed(x.data(), ld, count, width, transposed.data(), padded);
      bool same = true;
      for (int64_t p = 0; p < count; ++p) {
        for (int64_t j = 0; j < width; ++j) {
          same = same && rows[static_cast<size_t>(p * padded + j)] == x[static_cast<size_t>(p * ld + j)];
          same = same && transposed[static_cast<size_t>(p * padded + j)] == x[static_cast<size_t>(j * ld + p)];
        }
      }
      CHECK(same, "f%d width %lld count %lld", static_cast<int>(8 * sizeof(T)), (long long)width, (long long)count);
    }
  }
  // Tiles of A, of every mixture of heights, from both layouts.
  for (int64_t m = 1; m <= 6 * S::kRows; ++m) {
    for (int64_t steps : {int64_t{1}, L - 1, 2 * L + 1}) {
      const Split tiles(m, CeilDiv(m, S::kRows));
      const std::vector<T> x = Integers<T>(m * steps);
      for (bool transposed : {false, true}) {
        for (int64_t r0 = 0; r0 < Min(3, tiles.parts); ++r0) {
          const int64_t i0 = tiles.Begin(r0), lda = transposed ? m : steps;
          std::vector<T> out(static_cast<size_t>((m - i0) * steps + L), T(99));
          PackTiles(x.data() + (transposed ? i0 : i0 * lda), lda, transposed, tiles, r0, tiles.parts, steps, out.data());
          bool same = true;
          for (int64_t r = r0; r < tiles.parts; ++r) {
            const int64_t i = tiles.Begin(r), height = tiles.Begin(r + 1) - i;
            for (int64_t p = 0; p < steps; ++p) {
              for (int64_t h = 0; h < height; ++h) {
                const T want = x[static_cast<size_t>(transposed ? p * lda + i + h : (i + h) * lda + p)];
                same = same && out[static_cast<size_t>((i - i0) * steps + p * height + h)] == want;
              }
            }
          }
          CHECK(same, "f%d m %lld steps %lld transposed %d", static_cast<int>(8 * sizeof(T)), (long long)m, (long long)steps, transposed);
        }
      }
    }
  }
}

// Every tile there is, every tail, both layouts of A, beta = 0 over NaN and beta = 2: exact sums, and nothing written beside C.
template <class T>
void TestKernel() {
  using S = Simd<T>;
  constexpr int64_t L = S::kLanes, kLdc = 4 * S::kVectors * L + 5;
  for (int64_t rows = 1; rows <= S::kRows; ++rows) {
    for (int64_t vectors = 1; vectors <= WidestTile<T>(rows); ++vectors) {
      for (int64_t tail = 1; tail <= L; ++tail) {
        for (int64_t k : {int64_t{3}, 4 * rows * vectors + 6}) {
          const bool along_k = (tail + k) % 2 == 0, reads = (tail / 2 + rows) % 2 == 0;
          const int64_t width = (vectors - 1) * L + tail, stride = along_k ? k + 1 : rows + 2;
          const std::vector<T> a = Integers<T>(along_k ? rows * stride : k * stride), b = Integers<T>(k * vectors * L);
          std::vector<T> c(static_cast<size_t>(rows * kLdc), reads ? T(3) : static_cast<T>(NAN));
          // It asks for lines of b meanwhile, which changes nothing.
          const TileArgs<T> t = {a.data(), stride,   b.data(),    vectors * L, k,          c.data(), kLdc, T(0.5), reads ? T(2) : T(0),
                                 tail,     b.data(), vectors * L, rows,        vectors * L};
          FindTile<T>(along_k, rows, vectors, tail)(t);
          bool right = true;
          for (int64_t i = 0; i < rows; ++i) {
            for (int64_t j = 0; j < kLdc; ++j) {
              const T got = c[static_cast<size_t>(i * kLdc + j)];
              if (j >= width) {
                right = right && (reads ? got == T(3) : got != got);
                continue;
              }
              T sum = 0;
              for (int64_t p = 0; p < k; ++p) {
                sum += a[static_cast<size_t>(along_k ? i * stride + p : p * stride + i)] * b[static_cast<size_t>(p * vectors * L + j)];
              }
              right = right && got == T(0.5) * sum + (reads ? T(6) : T(0));
            }
          }
          CHECK(right, "f%d %lldx%lld tail %lld k %lld along_k %d", static_cast<int>(8 * sizeof(T)), (long long)rows, (long long)vectors,
                (long long)tail, (long long)k, along_k);
        }
      }
    }
  }
}

// Blocks in the worst order, each by another worker than the last.
struct Backwards {
  std::vector<char> memory;
  Parallel parallel;
  explicit Backwards(int32_t threads) { parallel = {this, threads, Run, Scratch}; }
  static void Run(void* context, int64_t tasks, void (*fn)(void*, int64_t, int32_t), void* arg) {
    const int32_t threads = static_cast<Backwards*>(context)->parallel.threads;
    for (int64_t t = tasks; t-- > 0;) fn(arg, t, static_cast<int32_t>(t % threads));
  }
  static void* Scratch(void* context, int32_t, size_t bytes) {
    std::vector<char>& memory = static_cast<Backwards*>(context)->memory;
    memory.assign(bytes + 64, static_cast<char>(0xFF));  // NaN
    return memory.data() + (64 - reinterpret_cast<uintptr_t>(memory.data()) % 64);
  }
};

// Whatever the grid, the product is right and the epilogue runs once over each element.
template <class T>
void TestSchedule() {
  constexpr int64_t L = Simd<T>::kLanes;
  const int64_t shapes[][3] = {
      {1, 1, 1}, {7, 3 * L + 1, 9}, {65, 7 * L + 3, 70}, {130, 40 * L + L / 2, 33}, {300, 129, Simd<T>::kDepth + 1}};
  const EwTask epilogue = {};
  for (const auto& [m, n, k] : shapes) {
    const std::vector<T> a = Integers<T>(m * k), b = Integers<T>(k * n);
    for (int f = 0; f < 4; ++f) {
      const bool ta = (f & 1) != 0, tb = (f & 2) != 0;
      std::vector<T> want(static_cast<size_t>(m * n));
      for (int64_t i = 0; i < m; ++i) {
        for (int64_t p = 0; p < k; ++p) {
          const T x = a[static_cast<size_t>(ta ? p * m + i : i * k + p)];
          for (int64_t j = 0; j < n; ++j) want[static_cast<size_t>(i * n + j)] += x * b[static_cast<size_t>(tb ? j * k + p : p * n + j)];
        }
      }
      for (int32_t threads : {1, 2, 5, 64}) {
        Backwards pool(threads);
        std::vector<T> c(static_cast<size_t>(m * n), static_cast<T>(NAN));
        visits.assign(static_cast<size_t>(m * n + 7), 0);
        const GemmTask task = {m, n, k, a.data(), ta ? m : k, ta, b.data(), tb ? k : n, tb, c.data(), n, 1, 0, &epilogue, 7};
        CHECK(RunTiles<T>(&task, &pool.parallel) == 0, "%lldx%lldx%lld", (long long)m, (long long)n, (long long)k);
        bool once = true;
        for (size_t i = 0; i < visits.size(); ++i) once = once && visits[i] == (i >= 7);
        CHECK(once, "the epilogue of %lldx%lldx%lld, %d threads", (long long)m, (long long)n, (long long)k, threads);
        CHECK(memcmp(c.data(), want.data(), c.size() * sizeof(T)) == 0 || c == want, "f%d %lldx%lldx%lld ta %d tb %d, %d threads",
              static_cast<int>(8 * sizeof(T)), (long long)m, (long long)n, (long long)k, ta, tb, threads);
      }
    }
  }
}

// Every short k has the bits of tiles, whatever the blocks; nothing is written beside C, and the epilogue runs once over each element.
template <class T>
void TestShort() {
  if constexpr (0 < kShort<T>) {
    constexpr int64_t W = kShortColumns<T>;
    const EwTask epilogue = {};
    const int64_t sides[][2] = {{8, W}, {9, W + 1}, {31, 2 * W - 1}, {64, 2 * W}, {20, 66 * W + 7}, {2 * kShortRows + 3, 3 * W + 9}};
    for (const auto& [m, n] : sides) {
      for (int64_t k = 1; k <= kShort<T>; ++k) {
        std::vector<T> a = Integers<T>(m * k), b = Integers<T>(k * n);
        // Sevenths: sums are rounded, and a zero may be negative.
        for (T& x : a) x /= T(7);
        for (T& x : b) x /= T(-7);
        for (int f = 0; f < 4; ++f) {
          const bool ta = (f & 1) != 0, tb = (f & 2) != 0;
          const int64_t ldc = n + f;
          GemmTask task = {m, n, k, a.data(), ta ? m : k, ta, b.data(), tb ? k : n, tb, nullptr, ldc, 1, 0, f == 0 ? &epilogue : nullptr,
                           0};
          CHECK(IsShort<T>(&task), "%lldx%lldx%lld", (long long)m, (long long)n, (long long)k);
          std::vector<T> want(static_cast<size_t>(m * ldc), T(99));
          visits.assign(want.size(), 0);
          task.c = want.data();
          Backwards one(1);
          CHECK(RunTiles<T>(&task, &one.parallel) == 0, "%lldx%lldx%lld", (long long)m, (long long)n, (long long)k);
          for (int32_t threads : {1, 2, 5, 64}) {
            Backwards pool(threads);
            std::vector<T> c(want.size(), T(99));
            task.c = c.data();
            visits.assign(c.size(), 0);
            RunShort<T>(&task, &pool.parallel);
            bool once = true;
            for (int v : visits) once = once && v == (f == 0);
            CHECK(once, "the epilogue of %lldx%lldx%lld, %d threads", (long long)m, (long long)n, (long long)k, threads);
            CHECK(memcmp(c.data(), want.data(), c.size() * sizeof(T)) == 0, "f%d %lldx%lldx%lld ta %d tb %d, %d threads",
                  static_cast<int>(8 * sizeof(T)), (long long)m, (long long)n, (long long)k, ta, tb, threads);
          }
        }
      }
    }
  }
}

// Parts of rows: the ranges are those of the block, and nothing without an epilogue.
void TestEpilogue() {
  const EwTask epilogue = {};
  GemmTask task = {};
  task.m = 4;
  task.n = 6;
  task.epilogue_offset = 2;
  visits.assign(26, 0);
  Epilogue<float>(&task, 0, 4, 0, 6);
  for (int v : visits) CHECK(v == 0, "an epilogue that is not there");
  task.epilogue = &epilogue;
  Epilogue<float>(&task, 1, 3, 2, 5);
  Epilogue<float>(&task, 3, 4, 0, 6);
  for (int64_t i = 0; i < 26; ++i) {
    const int64_t row = (i - 2) / 6, column = (i - 2) % 6;
    const bool inside = i >= 2 && ((row >= 1 && row < 3 && column >= 2 && column < 5) || row == 3);
    CHECK(visits[static_cast<size_t>(i)] == inside, "element %lld", (long long)i);
  }
}

// n is covered once, in order, by panels no wider than asked; a partial vector apart is the last.
void TestPanels() {
  for (int64_t vectors = 2; vectors < 30; ++vectors) {
    for (bool apart : {false, true}) {
      const Panels panels(vectors, 3, apart);
      bool right = panels.Begin(0) == 0 && panels.Begin(panels.parts) == vectors;
      for (int64_t q = 0; q < panels.parts; ++q) {
        const int64_t width = panels.Begin(q + 1) - panels.Begin(q);
        right = right && width >= 1 && width <= panels.Longest() && panels.Longest() <= 3;
      }
      if (apart) right = right && panels.Begin(panels.parts - 1) == vectors - 1;
      CHECK(right, "%lld vectors, apart %d", (long long)vectors, apart);
    }
  }
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline

#define RIDGELINE_NAME_OF(x) #x
#define RIDGELINE_NAME(x) RIDGELINE_NAME_OF(x)

int main() {
  using namespace ridgeline::NS;
  if (!ridgeline::KernelsByName(RIDGELINE_NAME(NS))) {
    printf("gemm_parts: this processor has no %s\n", RIDGELINE_NAME(NS));
    return 0;
  }
  TestPacking<float>();
  TestPacking<double>();
  TestKernel<float>();
  TestKernel<double>();
  TestSchedule<float>();
  TestSchedule<double>();
  TestShort<float>();
  TestShort<double>();
  TestEpilogue();
  TestPanels();
  return check::Finish("gemm_parts " RIDGELINE_NAME(NS));
}
