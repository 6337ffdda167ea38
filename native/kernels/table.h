// What the runtime knows of the kernels: plain structs and one table of function pointers per
// instruction set. Nothing here knows N-API, threads or plans, and only C headers are included, so
// that a file compiled with -mavx512f cannot leak a weak symbol into the baseline (see
// docs/architecture.md, "One source, several instruction sets").
#pragma once
#include <stddef.h>
#include <stdint.h>

namespace ridgeline {

enum DType : int32_t { kF32 = 0, kF64 = 1, kI32 = 2, kU8 = 3 };

constexpr int kMaxRank = 8;            // after collapsing; the encoder never emits more
constexpr int kMaxRegisters = 32;      // of a fused-elementwise program
constexpr int kMaxOperands = 32;       // inputs plus outputs of one program
constexpr int kMaxInstructions = 256;  // of one program

// ---------------------------------------------------------------- fused elementwise
// A register program over the linear (row-major) index of an iteration space. Registers hold one tile
// of the compute type T (float32 or float64). Comparisons give 1 or 0 in T.
// A line per family.
// clang-format off
enum EwOp : int32_t {
  // unary: dst = op(a)
  kEwMove = 0, kEwNeg = 1, kEwAbs = 2, kEwSign = 3, kEwExp = 4, kEwExpm1 = 5, kEwLog = 6, kEwLog1p = 7,
  kEwSqrt = 8, kEwSin = 9, kEwCos = 10, kEwTanh = 11, kEwErf = 12, kEwSigmoid = 13, kEwSoftplus = 14,
  kEwFloor = 15, kEwRelu = 16, kEwReciprocal = 17, kEwSquare = 18, kEwIsFinite = 19,
  kEwGelu = 20,
  // binary: dst = a op b
  kEwAdd = 32, kEwSub = 33, kEwMul = 34, kEwDiv = 35, kEwMax = 36, kEwMin = 37, kEwPow = 38,
  kEwEqual = 39, kEwNotEqual = 40, kEwLess = 41, kEwLessEqual = 42, kEwGreater = 43, kEwGreaterEqual = 44,
  // ternary
  kEwSelect = 64,  // dst = a != 0 ? b : c
  kEwFma = 65,     // dst = a * b + c, one rounding
  // sources
  kEwIota = 80,     // dst = linear index
  kEwUniform = 81,  // dst in [0, 1): (bits >> 8) * 2^-24, for both compute types
  kEwNormal = 82,   // dst ~ N(0, 1), Box-Muller (see random.h)
  kEwBernoulli = 83,  // dst = bits < floor(clamp(a, 0, 1) * 2^32) ? 1 : 0, a read at each element; a >= 1 gives 1
};
// clang-format on

struct EwInstr {
  int32_t op;
  int32_t dst, a, b, c;  // register numbers; unused ones are 0
  uint32_t stream;       // kEwUniform, kEwNormal, kEwBernoulli: hash of the layer's path and call index
};

struct EwOperand {
  void* base;                 // address of element 0 of the iteration space (inputs: read only). Null for an immediate
  int32_t dtype;              // memory type; loads and stores convert. Stores to kI32 truncate toward zero, kU8 saturates
  int32_t reg;                // register filled (input) or stored (output)
  int32_t kind;               // EwKind
  double immediate;           // kEwImmediate: the value
  int64_t strides[kMaxRank];  // in elements of dtype; 0 broadcasts; may be negative
};
enum EwKind : int32_t {
  kEwContiguous = 0,  // strides are those of the row-major iteration space
  kEwSplat = 1,       // one element for all (inputs only)
  kEwStrided = 2,     // anything else
  kEwImmediate = 3,   // a constant from the program (inputs only)
};

struct EwTask {
  int32_t rank;
  int32_t n_inputs, n_outputs, n_instrs, n_registers;
  int64_t dims[kMaxRank];
  int64_t size;  // product of dims
  const EwOperand* inputs;
  const EwOperand* outputs;
  const EwInstr* instrs;
  uint32_t seed[2];  // Philox key word 0 and 1 are seed[0] ^ stream and seed[1] (see random.h)
  uint32_t step[2];  // counter words 1 and 2: step, and sample/micro-step/rank
  int32_t loop;      // what find_ew_loop says, or 0; of a reduction's program what find_reduce_loop says
  int32_t keep;      // 1: results are read again soon, and stay in the caches however large they are
  // 1 + the numbers of contiguous inputs that a loop asks memory for, `ahead` elements before it reads them; 0 for none.
  int32_t asks[2];
  int64_t ahead;
};
// An output may be the same memory as an input only when both are kEwContiguous with the same dtype and base.

// ---------------------------------------------------------------- reductions
// Views the program's iteration space as [outer, reduced, inner] and reduces register `reg`.
// Outputs of the program are stored as well.
enum ReduceOp : int32_t { kReduceSum = 0, kReduceMax = 1 };
struct ReduceTask {
  EwTask ew;
  int32_t op;
  int32_t reg;
  int64_t outer, reduced, inner;
};

// Reductions that one loop may do: over the same axis, none of which needs another, with an array in common.
constexpr int kMostTogether = 4;
struct ReducePart {
  const ReduceTask* task;
  const int32_t* sources;  // per input, equal where two are read from the same address; null for a reduction alone
};

// The most rows at a time that a compiled sum over columns takes: it should ask for memory that many rows ahead, or further.
constexpr int kSummedRows = 8;

// Float32 reductions with one loop made ready for ranges of rows. The program's space is seen as [a, b, c]. Sums over rows: a row
// is c, and a * b are the rows. Sums over columns: a are the rows, b * c the columns. Every operand in memory goes by 1 or 0 along c.
struct ReduceBox {
  int32_t loop;
  bool stream;  // results go past the caches
  bool dense;   // along b, operands in memory go on where the last c ended, values for a whole c one by one
  int64_t a, b, c;
  int64_t group;     // of sums over columns: how many for each column
  const float* ask;  // what belongs to linear index 0 of that which is asked for, or null
  const float* ask_second;
  const float* in[kMaxOperands];
  int64_t in_a[kMaxOperands], in_b[kMaxOperands], in_c[kMaxOperands];
  bool one[kMaxOperands];      // inputs that are one value for all
  float values[kMaxOperands];  // and that value
  float* out[kMaxOperands];
  int32_t inputs, outputs;
};

// A run of rows as one loop (sweep.h): boxes of sums over groups of each row, programs of one value per sum, at the end a box of sums over
// the rows.
constexpr int kMostSwept = 8;
constexpr int64_t kSweptRows = 2;  // at a time
enum SweepKind : int32_t { kSweepSums = 0, kSweepColumns = 1, kSweepValues = 2 };
struct SweepPart {
  SweepKind kind;
  const ReduceBox* box;       // as filled; null for values
  const EwTask* task;         // of values
  float* out[kMostTogether];  // of sums over groups: of row 0
};
struct SweepCall {
  ReduceBox box;
  float* out[kMostTogether];
};
struct RowSweep {
  int32_t loop;
  int64_t groups;  // of a row
  bool own;        // nobody else reads the values per sum: those of two rows at a time are kept
  SweepCall calls[kMostSwept];
};

// Rows of a sum over columns (inner > 1) that are added in T before they go to double; `tile` is 256 floats or 128 doubles.
constexpr int64_t PanelRows(int64_t inner, int64_t tile) { return 32 * (inner < tile ? tile / inner : 1); }

// ---------------------------------------------------------------- GEMM
// c[m,n] = alpha * op(a) * op(b) + beta * c, row-major. ta: a is stored [k,m]; tb: b is stored [n,k].
// beta == 0 never reads c. If `epilogue` is set (then ldc == n, beta == 0), the program is run over every element of the
// finished c: iteration space [m, n] (rank and dims of the task are those of c), in linear ranges.
// Different ranges may run on different threads. For a batch the runtime calls once per item and
// `epilogue_offset` is item * m * n. `part_of` is 0, or the m of a product of which these are some rows: the bits are those that the
// rows have in the whole.
struct GemmTask {
  int64_t m, n, k;
  const void* a;
  int64_t lda;
  int32_t ta;
  const void* b;
  int64_t ldb;
  int32_t tb;
  void* c;
  int64_t ldc;
  double alpha, beta;
  const EwTask* epilogue;
  int64_t epilogue_offset;
  int64_t part_of = 0;
};

// How a kernel asks for threads without knowing about them. run() calls fn(arg, task, worker) for every
// task in [0, tasks), worker in [0, threads), and returns when all are done. It may run them all on the caller.
struct Parallel {
  void* context;
  int32_t threads;
  void (*run)(void* context, int64_t tasks, void (*fn)(void* arg, int64_t task, int32_t worker), void* arg);
  // 64-byte aligned scratch that lives until the GEMM call returns; `slot` 0 is shared, 1 + worker is private, 1 + threads and 2 + threads
  // are shared, for copies of the operands. Grows and is kept between calls: no allocation in a steady state. Returns null when out of
  // memory.
  void* (*scratch)(void* context, int32_t slot, size_t bytes);
};

// Returns 0, or -1 when scratch could not be had.
using GemmFunction = int (*)(const GemmTask* task, const Parallel* parallel);

// ---------------------------------------------------------------- columns of a linear problem
// out[j * stride + i] = (x[i, j] - shift[j]) * weight[i] for x [rows, columns], row-major. To sums, squares and products, zeroed by the
// caller, are added sum_i out * weight[i], out^2 and out * y[i]. A null shift is 0, a null weight 1.
struct ColumnsTask {
  const double* x;
  int64_t rows, columns;
  const double* shift;
  const double* weight;
  const double* y;
  double* out;
  int64_t stride;
  double *sums, *squares, *products;
};

// ---------------------------------------------------------------- the table
struct KernelTable {
  const char* name;  // "baseline", "avx2", "avx512", "neon"
  int32_t vector_bytes;

  // A number for the loop that is compiled for this float32 program, 0 if there is none. Asked once; addresses may change afterwards.
  int32_t (*find_ew_loop)(const EwTask* task);
  // Runs the program over linear indices [begin, end).
  void (*ew_f32)(const EwTask* task, int64_t begin, int64_t end);
  void (*ew_f64)(const EwTask* task, int64_t begin, int64_t end);

  // Likewise for a float32 reduction.
  int32_t (*find_reduce_loop)(const ReduceTask* task);
  // For each outer index in [outer_begin, outer_end): writes `inner` values of the compute type to out + (o - outer_begin) * inner.
  // No rows give 0 (sum) or -infinity (max). The order of additions depends on the shape alone. max propagates NaN.
  void (*reduce_f32)(const ReduceTask* task, int64_t outer_begin, int64_t outer_end, float* out);
  void (*reduce_f64)(const ReduceTask* task, int64_t outer_begin, int64_t outer_end, double* out);
  // Combines rows [red_begin, red_end) of one outer index with totals[inner]. Where inner > 1 and red_begin is a multiple of PanelRows, a
  // range gives the bits of its parts, cut at such multiples, one after another.
  void (*reduce_into_f32)(const ReduceTask* task, int64_t outer, int64_t red_begin, int64_t red_end, double* totals);
  void (*reduce_into_f64)(const ReduceTask* task, int64_t outer, int64_t red_begin, int64_t red_end, double* totals);

  // Reductions for each of which find_reduce_loop has a number, in parts so small that what follows from the tasks is worked out once.
  // `fill_box` holds until addresses change; false where there is no loop for all of them together, which does not depend on addresses.
  // `run_box`: rows [begin, end), of sums over rows to out[part][end - begin], of sums over columns added to out[part][inner].
  // `add_to_totals` ends a panel of these, and what went past the caches is in order then.
  bool (*fill_box)(const ReducePart* parts, int32_t count, ReduceBox* box);
  void (*run_box)(const ReduceBox* box, int64_t begin, int64_t end, float* const* out);
  void (*add_to_totals)(const float* sums, double* totals, int64_t n);
  // All calls of a run of rows, in order: false where there is no loop for them. `run_sweep`: rows [begin, end), a multiple of kSweptRows
  // of them, with sums over the rows added to columns[part]; a sweep's own values are kept where those of the rows from `kept` on belong.
  bool (*fill_sweep)(const SweepPart* parts, int32_t count, bool own, RowSweep* sweep);
  void (*run_sweep)(const RowSweep* sweep, int64_t begin, int64_t end, int64_t kept, float* const* columns);

  GemmFunction gemm_f32;
  GemmFunction gemm_f64;
  // Of float32 matrices whose numbers are rounded to bfloat16 first. `native_bf16`: the processor multiplies bfloat16 itself; then the bits
  // are not those of other processors.
  GemmFunction gemm_bf16;
  bool native_bf16;

  // y = softmax(x) over the last axis, or log-softmax. y may be x.
  void (*softmax_f32)(const float* x, float* y, int64_t rows, int64_t columns, int32_t log);
  void (*softmax_f64)(const double* x, double* y, int64_t rows, int64_t columns, int32_t log);

  // out[o, i] = index of the first maximum of x[o, :, i]; a NaN counts as the maximum.
  void (*argmax_f32)(const float* x, int32_t* out, int64_t outer, int64_t reduced, int64_t inner);
  void (*argmax_f64)(const double* x, int32_t* out, int64_t outer, int64_t reduced, int64_t inner);

  // Index kernels check every index; they return -1 when all were good, else the position of the first bad one.
  // gather_rows: out[i, :] = table[idx[i], :], in bytes, any dtype.
  int64_t (*gather_rows)(const void* table, int64_t table_rows, size_t row_bytes, const int32_t* idx, int64_t count, void* out);
  // scatter_add_rows: out[idx[i], column_begin:column_end] += x[i, same] in the order of i (out was zeroed by the caller).
  int64_t (*scatter_add_rows_f32)(const float* x, const int32_t* idx, int64_t count, int64_t columns, int64_t column_begin,
                                  int64_t column_end, float* out, int64_t out_rows);
  int64_t (*scatter_add_rows_f64)(const double* x, const int32_t* idx, int64_t count, int64_t columns, int64_t column_begin,
                                  int64_t column_end, double* out, int64_t out_rows);
  // take_along: last axis. out[r, j] = x[r, idx[r, j]], x [rows, columns], idx [rows, picks].
  int64_t (*take_along_f32)(const float* x, const int32_t* idx, int64_t rows, int64_t columns, int64_t picks, float* out);
  int64_t (*take_along_f64)(const double* x, const int32_t* idx, int64_t rows, int64_t columns, int64_t picks, double* out);
  // put_along_add: out[r, :] = 0, then out[r, idx[r, j]] += x[r, j] in the order of j.
  int64_t (*put_along_add_f32)(const float* x, const int32_t* idx, int64_t rows, int64_t columns, int64_t picks, float* out);
  int64_t (*put_along_add_f64)(const double* x, const int32_t* idx, int64_t rows, int64_t columns, int64_t picks, double* out);

  // Vectors of n doubles, for native/linear: the sum of x * y, y += alpha x, and the plane rotation (x, y) = (c x - s y, s x + c y).
  double (*dot_f64)(const double* x, const double* y, int64_t n);
  void (*axpy_f64)(double alpha, const double* x, double* y, int64_t n);
  void (*rotate_f64)(double* x, double* y, int64_t n, double c, double s);

  // The columns [begin, end) of the task; the bits of a column do not depend on the range.
  void (*columns_f64)(const ColumnsTask* task, int64_t begin, int64_t end);
  // out[i * ldo + j] = a_i . b_j, vectors of n doubles; the bits of one depend on n alone. Of each row i the first `below` + i + 1 at
  // least: the others of its nb are that or 0.
  void (*dots_f64)(const double* const* a, int64_t na, const double* const* b, int64_t nb, int64_t n, int64_t below, double* out,
                   int64_t ldo);
};

// The tables that were compiled in; null where the target does not exist on this architecture.
const KernelTable* BaselineKernels();
const KernelTable* Avx2Kernels();
const KernelTable* Avx512Kernels();
// Null where there is none.
GemmFunction Avx512Bf16Gemm();
const KernelTable* NeonKernels();

// targets/dispatch.cc: the table for this process. Chosen once, from the CPU and from RIDGELINE_ISA. On an unknown or
// unsupported RIDGELINE_ISA returns null and sets *error to a sentence.
const KernelTable* SelectKernels(const char** error);
// The table by name if this CPU can run it, else null (tests).
const KernelTable* KernelsByName(const char* name);

}  // namespace ridgeline
