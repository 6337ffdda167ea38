// A plan's code as structs, for one number of rows. docs/plan.md is the format; whatever is here has passed every check, so that the
// executor need not look again.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "../kernels/table.h"

namespace ridgeline {

constexpr int kMaxLoops = 4;

enum Space : int32_t { kState = 0, kScratch = 1, kConstant = 2, kScalar = 3, kFirstPort = 4 };

// As short as the list in docs/plan.md.
// clang-format off
enum Opcode : int32_t {
  kEw = 1, kReduce = 2, kGemm = 3, kSoftmax = 4, kArgmax = 5, kGather = 6, kScatterAdd = 7, kTakeAlong = 8, kPutAlong = 9, kGuard = 10,
  kRepeat = 11, kCopy = 12,
};
// clang-format on

struct Loop {
  int32_t level;
  int64_t stride;  // in bytes
};

struct Ref {
  int32_t space;
  int32_t dtype;
  int64_t offset, bytes;
  int32_t loop_count;
  Loop loops[kMaxLoops];
};

struct Port {
  int32_t dtype;
  int64_t bytes;      // at capacity
  int64_t row_bytes;  // of a batch column
  bool per_row;
};

struct Output {
  int32_t ref;
  bool per_row;
};

// A fused-elementwise program. Axes are collapsed where every operand allows it.
struct Program {
  int32_t type;  // kF32 or kF64
  int32_t rank;
  int32_t registers;
  int64_t dims[kMaxRank];
  int64_t size;
  bool random;                                   // has a source that depends on seed and step
  std::vector<EwOperand> inputs, outputs;        // base is null
  std::vector<int32_t> input_refs, output_refs;  // -1: an immediate
  std::vector<EwInstr> instrs;
};

struct Instruction {
  int32_t opcode = 0;
  int32_t type = kF32;
  int32_t program = -1;            // kEw, kReduce, kGemm
  int32_t refs[3] = {-1, -1, -1};  // in the order of docs/plan.md
  // kReduce: outer, reduced, inner. kGemm: m, n, k, batch, aStride, bStride. kSoftmax: rows, columns. kArgmax: outer, reduced, inner.
  // kGather: tableRows, rowBytes, count. kScatterAdd: count, columns, outRows. kTakeAlong, kPutAlong: rows, columns, picks.
  // kGuard: count, id. kRepeat: level, count, body. kCopy: bytes.
  int64_t sizes[6] = {0, 0, 0, 0, 0, 0};
  int32_t flags[3] = {0, 0, 0};  // kReduce: op, reg. kGemm: ta, tb, bf16. kSoftmax: log
  double alpha = 1;              // kGemm
};

struct DecodedPlan {
  int64_t rows = 0;  // what it was decoded for
  int64_t capacity = 0;
  int64_t state_bytes = 0, scratch_bytes = 0, constant_bytes = 0;
  int32_t scalar_count = 0;
  bool writes_state = false;
  size_t header_length = 0;  // numbers before the outputs; never patched
  std::vector<Port> ports;
  std::vector<Output> outputs;
  std::vector<Ref> refs;
  std::vector<Program> programs;
  std::vector<Instruction> instructions;
};

// Decodes and checks `length` numbers. `rows` is 1 to the capacity, or 0 for the capacity itself. False and *error (a sentence) when
// anything is wrong.
bool DecodePlan(const double* code, size_t length, size_t constant_bytes, int64_t rows, DecodedPlan* plan, std::string* error);

inline int64_t DTypeBytes(int32_t dtype) { return dtype == kF64 ? 8 : dtype == kU8 ? 1 : 4; }

}  // namespace ridgeline
