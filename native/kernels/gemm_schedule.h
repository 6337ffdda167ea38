// The schedule of C = alpha op(A) op(B) + beta C around the micro-kernel (Goto and van de Geijn, "Anatomy of high-performance
// matrix multiplication", ACM TOMS 2008; Van Zee and van de Geijn, "BLIS", ACM TOMS 2015).
//
//   for each block of C, in parallel:
//     for each chunk of panels of B, each chunk of blocks of k:   usually one of each: all the block needs of B
//       for each group of rows:
//         for each block of k:                                    at most kDepth
//           pack the group's rows of A, if that pays              stays in the second-level cache
//           for each panel of B:
//             the first group packs it, if that pays
//             for each tile of rows: micro-kernel
//         run the epilogue over the group, which is still in the cache
//
// A block of C is a product of its own: its thread packs what it needs of A and of B. Sharing packed B would save part of the
// packing, but costs a second meeting of the threads and moves every line of B from the core that packed it to the one that
// reads it, which between distant cores takes longer than packing. The grid of blocks is chosen with the repeated packing counted.
//
// The split of k into blocks follows from k alone and k is never split over threads; no other split touches the sum of an
// element. So the bits do not depend on the number of threads.
//
// Of a matrix times its own transpose the tiles above the diagonal are not computed but mirrored: the bits are the same, since both halves
// are the same chains of multiply-adds.
#pragma once
#include "gemm_epilogue.h"
#include "gemm_kernel.h"
#include "gemm_pack.h"
#include "gemm_split.h"
#include "table.h"

namespace ridgeline {
namespace NS {
namespace {
namespace gemm {

// Multiply-adds of vectors below which one thread does it all: 16 Ki of them take 5 microseconds or so, a region of two threads 0.3
// where the other one is awake, and waking it up to five, while the first one works.
constexpr double kThreadedWork = 16 * 1024;
// And below which every thread has one block, so that its part of C stays with it from call to call; above, more blocks than threads make
// up for a thread that was kept from its core.
constexpr double kManyBlocksWork = 2 << 20;
// A matrix of this size can be read with any stride, over and over: it stays close.
constexpr int64_t kNearBytes = 48 * 1024;
// Bytes of packed B at a time, per thread: a share of the last-level cache, and wide enough (over 1000 columns) that packing A
// once per chunk of columns does not matter.
constexpr int64_t kPackedBytes = 2 << 20;
// A B that no cache holds, and as much of it as stays close while all groups of rows use it.
constexpr int64_t kLongBytes = 16 << 20;
constexpr int64_t kRowsBytes = 1 << 20;

// An operand of this size stays in the second cache, whatever the order of the blocks that use it.
constexpr double kCloseBytes = 512 * 1024;

// Rows and columns that are mirrored at a time: source, copy and result lie in the first cache.
constexpr int64_t kMirror = 32;

// In multiply-adds of vectors.
template <class T>
double Work(int64_t m, int64_t n, int64_t steps) {
  return static_cast<double>(m) * static_cast<double>(n) * static_cast<double>(steps) / Simd<T>::kLanes;
}

inline int64_t ThreadsFor(double work, const Parallel* parallel) { return work < kThreadedWork ? 1 : Max(parallel->threads, 1); }

// Rows this far apart are a page each, too many for the first level of the TLB, and often fall into a few sets of the caches.
constexpr int64_t kFarBytes = 4096;
// Where a vector is a cache line, what a tile reads of a row of B is whole lines, and every number of A is worth three of them: both
// operands can be read as they are, misses and all, at the speed of the multiply-adds. Shorter vectors need A and B in order sooner.
template <class T>
constexpr bool kWholeLines = Simd<T>::kLanes * sizeof(T) == 64;

// Using a number of B is a multiply-add of one lane per row; packing it an eighth of a cycle from the caches, up to half from memory.
template <class T>
bool PaysToPackB(const GemmTask* t) {
  const int64_t row = t->ldb * static_cast<int64_t>(sizeof(T));
  const bool far = row >= kFarBytes;
  if (t->k * row <= kNearBytes || t->m <= 4 * Simd<T>::kRows) return false;
  return kWholeLines<T> ? far && t->m >= 384 : far || t->m > 256;
}

// Using a number of A is a multiply-add per vector of columns; packing it up to half a cycle, two from memory.
template <class T>
bool PaysToPackA(const GemmTask* t, bool pack_b) {
  const int64_t row = t->lda * static_cast<int64_t>(sizeof(T));
  const bool far = row >= kFarBytes;
  if ((t->ta ? t->k : t->m) * row <= kNearBytes || t->m == 1 || t->n <= 2 * Simd<T>::kVectors * Simd<T>::kLanes) return false;
  return kWholeLines<T> ? far && !pack_b : far || t->ta;
}

// Rows of a tile of one vector more than the full one.
template <class T>
constexpr int64_t kLowRows = Simd<T>::kRows * Simd<T>::kVectors / (Simd<T>::kVectors + 1);

// n, in vectors, in panels. A last partial vector may be a panel of its own.
struct Panels {
  Split wide;
  int64_t parts;
  Panels(int64_t vectors, int64_t widest, bool apart)
      : wide(vectors - apart, CeilDiv(vectors - apart, widest)), parts(wide.parts + apart) {}
  int64_t Begin(int64_t panel) const { return panel <= wide.parts ? wide.Begin(panel) : wide.Begin(wide.parts) + 1; }
  int64_t Longest() const { return wide.Longest(); }
};

// X X^T or X^T X.
inline bool IsSymmetric(const GemmTask* t) { return t->a == t->b && t->m == t->n && t->lda == t->ldb && t->ta != t->tb && t->beta == 0; }

// Operands whose numbers are what tiles multiply: each is a step of k, and where they lie well they are read as they are.
template <class T>
struct AsTheyAre {
  static constexpr int64_t kPerStep = 1;
  static constexpr bool kAlwaysPacked = false;
  // What packing takes, in cycles per number. A transpose takes about half a cycle, a copy an eighth.
  static double CostOfA(bool transposed) { return transposed ? 0.25 : 0.5; }
  static double CostOfB(bool transposed) { return transposed ? 0.5 : 0.125; }
  static void Rows(const T* x, int64_t ldx, int64_t k, int64_t width, T* out, int64_t out_width) {
    PackRows(x, ldx, k, width, out, out_width);
  }
  static void Transposed(const T* x, int64_t ldx, int64_t k, int64_t width, T* out, int64_t out_width) {
    PackTransposed(x, ldx, k, width, out, out_width);
  }
  static void Tiles(const T* a, int64_t lda, bool transposed, const Split& rows, int64_t r0, int64_t r1, int64_t k, T* out) {
    PackTiles(a, lda, transposed, rows, r0, r1, k, out);
  }
};

// `Operands` says how numbers in memory become steps of tiles: AsTheyAre, or the pairs of gemm_pairs.h.
template <class T, class Operands>
struct Schedule {
  using S = Simd<T>;
  static constexpr int L = S::kLanes;
  static constexpr int64_t kPerStep = Operands::kPerStep;

  const GemmTask* task;
  bool pack_a, pack_b, symmetric;
  Split rows;                         // m in tiles
  Panels panels;                      // n, in vectors
  Split depth;                        // k, in steps, in blocks
  Split row_grid, panel_grid;         // the tiles and panels of a block of C
  int64_t chunk_panels, chunk_depth;  // how much of B is packed at a time
  T* scratch;
  int64_t a_size, b_size;  // per worker

  // A part of B, packed at `to`.
  struct Chunk {
    int64_t panel_begin, panel_end, depth_begin, depth_end;
    T* to;
  };

  // The first number of step p.
  const T* A(int64_t i, int64_t p) const {
    return static_cast<const T*>(task->a) + (task->ta ? p * kPerStep * task->lda + i : i * task->lda + p * kPerStep);
  }
  const T* B(int64_t p, int64_t j) const {
    return static_cast<const T*>(task->b) + (task->tb ? j * task->ldb + p * kPerStep : p * kPerStep * task->ldb + j);
  }
  // Numbers of k in steps [p0, p1).
  int64_t Numbers(int64_t p0, int64_t p1) const { return Min(p1 * kPerStep, task->k) - p0 * kPerStep; }

  // A panel that ends in a partial vector is always packed, which pads it: the micro-kernel loads whole vectors.
  bool IsPacked(int64_t panel) const { return pack_b || (panel == panels.parts - 1 && task->n % L != 0); }
  int64_t FirstPacked(const Chunk& chunk) const { return pack_b ? chunk.panel_begin : panels.parts - 1; }
  // Where the copy of a panel begins: [steps of the chunk, width of the panel].
  T* PackedPanel(const Chunk& chunk, int64_t panel) const {
    const int64_t steps = depth.Begin(chunk.depth_end) - depth.Begin(chunk.depth_begin);
    return chunk.to + (panels.Begin(panel) - panels.Begin(FirstPacked(chunk))) * L * steps;
  }

  // Steps [p0, p1) of a chunk's panel.
  void PackPanel(const Chunk& chunk, int64_t panel, int64_t p0, int64_t p1) const {
    const int64_t p = depth.Begin(chunk.depth_begin) + p0, j = panels.Begin(panel) * L, padded = panels.Begin(panel + 1) * L - j;
    const int64_t width = Min(padded, task->n - j);
    T* to = PackedPanel(chunk, panel) + p0 * padded;
    const int64_t count = Numbers(p, p + p1 - p0);
    if (task->tb) {
      Operands::Transposed(B(p, j), task->ldb, count, width, to, padded);
    } else {
      Operands::Rows(B(p, j), task->ldb, count, width, to, padded);
    }
  }

  // What packing a panel, or multiplying by it as it is, reads for `steps` from step p on, in the shares of as many tiles.
  void AskForPanel(int64_t panel, int64_t p, int64_t steps, int64_t share, int64_t shares, TileArgs<T>* t) const {
    const int64_t j = panels.Begin(panel) * L, width = Min(panels.Begin(panel + 1) * L, task->n) - j, count = Numbers(p, p + steps);
    const int64_t all = task->tb ? width : count, begin = all * share / shares;
    t->ask = B(p, j) + begin * task->ldb;
    t->ask_stride = task->ldb;
    t->ask_rows = all * (share + 1) / shares - begin;
    t->ask_width = task->tb ? count : width;
  }

  // Row tiles [r0, r1) by the panels of a chunk, for one of its blocks of k. The first group of rows packs the panels, each when its turn
  // comes: the tiles before have asked for it, and memory and multiply-adds work at the same time.
  void Multiply(int64_t r0, int64_t r1, const Chunk& chunk, int64_t d, T* tiles, bool packs) const {
    const int64_t p = depth.Begin(d), steps = depth.Begin(d + 1) - p, i0 = rows.Begin(r0), in_chunk = p - depth.Begin(chunk.depth_begin);
    const bool along_k = !pack_a && !task->ta;
    if (pack_a) Operands::Tiles(A(i0, p), task->lda, task->ta, rows, r0, r1, Numbers(p, p + steps), tiles);
    TileArgs<T> t;
    t.k = steps;
    t.ldc = task->ldc;
    t.alpha = static_cast<T>(task->alpha);
    t.beta = d == 0 ? static_cast<T>(task->beta) : T(1);
    for (int64_t q = chunk.panel_begin; q < chunk.panel_end; ++q) {
      const int64_t vectors = panels.Begin(q + 1) - panels.Begin(q), j = panels.Begin(q) * L;
      const bool packed = IsPacked(q);
      if (packs && packed) PackPanel(chunk, q, in_chunk, in_chunk + steps);
      const bool asks = packs && q + 1 < chunk.panel_end;
      t.b = packed ? PackedPanel(chunk, q) + in_chunk * vectors * L : B(p, j);
      t.b_step = packed ? vectors * L : task->ldb;
      const int64_t tail = Min(L, task->n - j - (vectors - 1) * L);
      TileFn<T> tile = nullptr;
      int64_t height = 0, width = 0;
      for (int64_t r = r0; r < r1; ++r) {
        const int64_t i = rows.Begin(r), h = rows.Begin(r + 1) - i;
        // Of a panel that the diagonal crosses, the vectors up to it.
        const int64_t w = symmetric ? Min(vectors, CeilDiv(i + h - j, L)) : vectors;
        if (w <= 0) continue;
        if (h != height || w != width) {
          height = h;
          width = w;
          t.tail = w == vectors ? tail : L;
          tile = FindTile<T>(along_k, height, width, t.tail);
        }
        t.a = pack_a ? tiles + (i - i0) * steps : A(i, p);
        t.a_stride = pack_a ? height : task->lda;
        t.c = static_cast<T*>(task->c) + i * task->ldc + j;
        t.ask_rows = 0;
        if (asks) AskForPanel(q + 1, p, steps, r - r0, r1 - r0, &t);
        tile(t);
      }
    }
  }

  // Rows per group, in tiles.
  int64_t GroupTiles() const { return task->m <= S::kBlockRows ? rows.parts : Max(1, S::kBlockRows / rows.Longest()); }
  int64_t LongestBlock() const { return symmetric ? rows.parts : row_grid.Longest(); }

  // Blocks of a lower half have the same share of it: rows up to the square root of the share.
  int64_t BlockBegin(int64_t x) const {
    if (!symmetric) return row_grid.Begin(x);
    int64_t r = 0;
    while (r * r * row_grid.parts < x * rows.parts * rows.parts) ++r;
    return r;
  }

  void Block(int64_t index, int32_t worker) const {
    const int64_t x = panel_grid.parts == 1 ? index : index / panel_grid.parts, y = index - x * panel_grid.parts;
    const int64_t r0 = BlockBegin(x), r1 = BlockBegin(x + 1), q0 = panel_grid.Begin(y);
    if (r0 == r1) return;
    int64_t q1 = panel_grid.Begin(y + 1);
    while (symmetric && q1 > q0 && panels.Begin(q1 - 1) * L >= rows.Begin(r1)) --q1;
    T* tiles = scratch + worker * (a_size + b_size);
    const Split groups(r1 - r0, CeilDiv(r1 - r0, GroupTiles()));
    Chunk chunk;
    chunk.to = tiles + a_size;
    for (chunk.panel_begin = q0; chunk.panel_begin < q1; chunk.panel_begin = chunk.panel_end) {
      chunk.panel_end = Min(chunk.panel_begin + chunk_panels, q1);
      for (chunk.depth_begin = 0; chunk.depth_begin < depth.parts; chunk.depth_begin = chunk.depth_end) {
        chunk.depth_end = Min(chunk.depth_begin + chunk_depth, depth.parts);
        for (int64_t g = 0; g < groups.parts; ++g) {
          const int64_t g0 = r0 + groups.Begin(g), g1 = r0 + groups.Begin(g + 1);
          for (int64_t d = chunk.depth_begin; d < chunk.depth_end; ++d) Multiply(g0, g1, chunk, d, tiles, g == 0);
          if (chunk.depth_end < depth.parts || symmetric) continue;
          Epilogue<T>(task, rows.Begin(g0), rows.Begin(g1), panels.Begin(chunk.panel_begin) * L,
                      Min(panels.Begin(chunk.panel_end) * L, task->n));
        }
      }
    }
  }
  static void BlockTask(void* arg, int64_t index, int32_t worker) { static_cast<const Schedule*>(arg)->Block(index, worker); }

  // Rows [i0, i1) of the upper half from the lower one.
  void Mirror(int64_t i0, int64_t i1) const {
    T block[kMirror * kMirror + L];
    T* c = static_cast<T*>(task->c);
    for (int64_t j0 = i0; j0 < task->n; j0 += kMirror) {
      const int64_t width = Min(kMirror, task->n - j0);
      PackTransposed(c + j0 * task->ldc + i0, task->ldc, i1 - i0, width, block, width);
      for (int64_t i = i0; i < i1; ++i) {
        const int64_t begin = j0 > i ? 0 : i + 1 - j0;  // the diagonal stays
        if (begin >= width) continue;
        __builtin_memcpy(c + i * task->ldc + j0 + begin, block + (i - i0) * width + begin, static_cast<size_t>(width - begin) * sizeof(T));
      }
    }
  }
  static void MirrorTask(void* arg, int64_t index, int32_t) {
    const Schedule* s = static_cast<const Schedule*>(arg);
    s->Mirror(index * kMirror, Min((index + 1) * kMirror, s->task->m));
  }
  // Of a mirrored product: not before all of it is there, because it may be changed in place.
  static void EpilogueTask(void* arg, int64_t index, int32_t) {
    const Schedule* s = static_cast<const Schedule*>(arg);
    Epilogue<T>(s->task, index * kMirror, Min((index + 1) * kMirror, s->task->m), 0, s->task->n);
  }

  // Whether one thread does it with one chunk of B, one group of rows and one block of k, as most small products are done.
  bool IsOnePass() const {
    return !pack_a && !symmetric && depth.parts == 1 && task->m <= S::kBlockRows &&
           (panels.Begin(panels.parts) * L * depth.base) * static_cast<int64_t>(sizeof(T)) <= kPackedBytes;
  }
  int RunInOnePass(const Parallel* parallel) const {
    const int64_t first = pack_b ? 0 : task->n % L != 0 ? panels.parts - 1 : panels.parts;
    Chunk chunk = {0, panels.parts, 0, 1, nullptr};
    if (first < panels.parts) {
      const int64_t columns = (panels.Begin(panels.parts) - panels.Begin(first)) * L;
      chunk.to = static_cast<T*>(parallel->scratch(parallel->context, 0, static_cast<size_t>(columns * depth.base) * sizeof(T)));
      if (!chunk.to) return -1;
    }
    Multiply(0, rows.parts, chunk, 0, nullptr, true);
    Epilogue<T>(task, 0, task->m, 0, task->n);
    return 0;
  }

  // Of the grids with about one to eight blocks per thread, takes the one done first.
  void ChooseGrid(int64_t threads, double work) {
    if (symmetric) {
      // Each packs its part of B, of which the last ones need nearly all: few blocks.
      row_grid = Split(rows.parts, threads > 1 ? Min(2 * threads, rows.parts) : 1);
      panel_grid = Split(panels.parts, 1);
      return;
    }
    // Cycles per step of k. A task takes 500; a number that comes from beyond the second cache for every block, a quarter; packing it, what
    // the operands say; a row of C that is cut, some dozens, and hundreds where an epilogue starts anew on each part of it.
    constexpr double kTask = 500, kFromAfar = 0.25, kCut = 32, kCutEpilogue = 256;
    const double k = static_cast<double>(task->k), m = static_cast<double>(task->m), n = static_cast<double>(task->n);
    const double of_a = (pack_a ? Operands::CostOfA(task->ta != 0) : 0) + (m * k * sizeof(T) > kCloseBytes ? kFromAfar : 0);
    const double of_b = (pack_b ? Operands::CostOfB(task->tb != 0) : 0) + (n * k * sizeof(T) > kCloseBytes ? kFromAfar : 0);
    const int64_t most = work < kManyBlocksWork ? threads : 8 * threads;
    int64_t best_x = 1, best_y = 1;
    double best = 1e300;
    for (int64_t blocks = threads; threads > 1 && blocks <= most; blocks *= 2) {
      for (int64_t divisor = 1; divisor <= blocks; ++divisor) {
        if (blocks % divisor != 0) continue;
        const int64_t y = Min(divisor, panels.parts), x = Min(CeilDiv(blocks, y), rows.parts);
        const double height = static_cast<double>(CeilDiv(rows.parts, x) * rows.Longest());
        const double width = static_cast<double>(CeilDiv(panels.parts, y) * panels.Longest() * L);
        const double all = m * n / L + of_a * m * static_cast<double>(y) + of_b * n * static_cast<double>(x) +
                           (kTask * static_cast<double>(x) + (task->epilogue ? kCutEpilogue : kCut) * m) / k * static_cast<double>(y);
        // Threads take blocks until there are none, and are not equally fast: on average, a quarter of a block is waited for.
        const double longest = height * width / L + of_a * height + of_b * width;
        const double total = all / static_cast<double>(threads) + longest / 4;
        if (total < best) {
          best = total;
          best_x = x;
          best_y = y;
        }
      }
    }
    row_grid = Split(rows.parts, best_x);
    panel_grid = Split(panels.parts, best_y);
  }
};

template <class T, class Operands = AsTheyAre<T>>
int RunTiles(const GemmTask* task, const Parallel* parallel) {
  using S = Simd<T>;
  constexpr int64_t L = S::kLanes;
  const int64_t m = task->m, n = task->n, steps = CeilDiv(task->k, Operands::kPerStep);
  const double work = Work<T>(m, n, steps);
  const int64_t threads = ThreadsFor(work, parallel);
  const bool pack_b = Operands::kAlwaysPacked || task->tb || PaysToPackB<T>(task);
  const bool pack_a = Operands::kAlwaysPacked || PaysToPackA<T>(task, pack_b);
  const int64_t vectors = CeilDiv(n, L);
  // One vector more than the full tile has is a panel of lower tiles with as many accumulators, not two of half as many.
  // Where k is short it is their ends that count.
  const bool low =
      vectors == S::kVectors + 1 && n % L == 0 && m >= S::kRows && steps >= 64 && kLowRows<T> * vectors == S::kRows * S::kVectors;
  const int64_t widest = low ? vectors : pack_b ? S::kVectors : WidestTile<T>(Min(m, S::kRows));
  // Half a vector hides its latency behind as many rows as the tile has.
  const bool apart = vectors > 1 && m >= S::kRows && n % L != 0 && n % L <= kHalfLanes<T>;
  const Split whole(1, 1);
  using Plan = Schedule<T, Operands>;
  Plan s = {task,
            pack_a,
            pack_b,
            IsSymmetric(task),
            Split(m, CeilDiv(m, low ? kLowRows<T> : S::kRows)),
            Panels(vectors, widest, apart),
            Split(steps, CeilDiv(steps, S::kDepth)),
            whole,
            whole,
            0,
            0,
            nullptr,
            0,
            0};
  if (threads == 1 && s.IsOnePass()) return s.RunInOnePass(parallel);
  s.ChooseGrid(threads, work);

  // Chunks: as many panels as fit with one block of k, then as many blocks of k.
  const int64_t unit = s.depth.Longest() * s.panels.Longest() * L;
  const int64_t budget = kPackedBytes / static_cast<int64_t>(sizeof(T));
  // A panel or two more rather than a chunk of a panel or two, for which all of A would be gone through again.
  const int64_t most = s.panel_grid.Longest();
  s.chunk_panels = most;
  if (most * unit > budget) {
    const int64_t fit = Max(1, budget / unit);
    s.chunk_panels = CeilDiv(most, Max(1, (most + fit / 2) / fit));
  }
  const int64_t packed = pack_b ? s.chunk_panels : n % L != 0 ? 1 : 0;
  s.chunk_depth = packed == 0 || s.depth.parts == 1 ? s.depth.parts : Min(s.depth.parts, Max(1, budget / (unit * packed)));
  // A long B that is read where it lies would come from memory for every group of rows.
  const int64_t row = task->ldb * static_cast<int64_t>(sizeof(T));
  if (!pack_b && task->k * row > kLongBytes) s.chunk_depth = Min(s.chunk_depth, Max(1, kRowsBytes / (s.depth.Longest() * row)));

  // Each worker's share is a whole number of cache lines, and packing may run over its end by a vector.
  const int64_t group = Min(s.GroupTiles(), s.LongestBlock()) * s.rows.Longest();
  s.a_size = pack_a ? CeilDiv(group * s.depth.Longest() + L, 64) * 64 : 0;
  s.b_size = CeilDiv(packed * unit * s.chunk_depth, 64) * 64;
  const int64_t blocks = s.row_grid.parts * s.panel_grid.parts;
  const int64_t workers = threads > 1 && blocks > 1 ? threads : 1;
  if (s.a_size + s.b_size > 0) {
    const size_t bytes = static_cast<size_t>((s.a_size + s.b_size) * workers) * sizeof(T);
    s.scratch = static_cast<T*>(parallel->scratch(parallel->context, 0, bytes));
    if (!s.scratch) return -1;
  }
  const auto run = [&](int64_t tasks, void (*fn)(void*, int64_t, int32_t)) {
    if (workers > 1) return parallel->run(parallel->context, tasks, fn, &s);
    for (int64_t x = 0; x < tasks; ++x) fn(&s, x, 0);
  };
  run(blocks, Plan::BlockTask);
  if (s.symmetric) {
    run(CeilDiv(m, kMirror), Plan::MirrorTask);
    if (task->epilogue) run(CeilDiv(m, kMirror), Plan::EpilogueTask);
  }
  return 0;
}

}  // namespace gemm
}  // namespace
}  // namespace NS
}  // namespace ridgeline
