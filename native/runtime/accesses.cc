#include "accesses.h"

#include <algorithm>

namespace ridgeline {
namespace {

// Where an operand of a program of `rows` rows lies, in elements: row 0 and the distance of rows. False where rows are no part of the
// space.
bool RowsOf(const Program& program, const EwOperand& operand, int64_t rows, int64_t* span, int64_t* pitch, bool* whole) {
  int64_t left = rows, expected = -1;
  int64_t counts[kMaxRank], strides[kMaxRank];
  int n = 0;
  *span = 1;
  *whole = false;
  for (int axis = 0; axis < program.rank; axis++) {
    const int64_t dim = program.dims[axis], stride = operand.strides[axis];
    if (stride < 0) *whole = true;
    if (left == 1) {
      *span += stride * (dim - 1);
    } else if (left % dim == 0) {
      counts[n] = dim;
      strides[n++] = stride;
      left /= dim;
    } else if (dim % left == 0) {
      counts[n] = left;
      strides[n++] = stride * (dim / left);
      *span += stride * (dim / left - 1);
      left = 1;
    } else {
      return false;
    }
  }
  if (left != 1) return false;
  *pitch = 0;
  for (int k = n - 1; k >= 0; k--) {
    if (expected < 0) *pitch = expected = strides[k];
    if (strides[k] != expected) {
      *whole = true;
      break;
    }
    expected *= counts[k];
  }
  if (*pitch != 0 && *span > *pitch) *whole = true;
  return true;
}

bool AddOperand(const DecodedPlan& plan, const Program& program, const EwOperand& operand, int32_t ref, int64_t rows, bool write,
                std::vector<Access>* accesses) {
  int64_t span, pitch;
  bool whole;
  if (!RowsOf(program, operand, rows, &span, &pitch, &whole)) return false;
  const int64_t width = DTypeBytes(operand.dtype);
  if (whole) {
    // Every byte of the ref, at any time.
    if (write) return false;
    accesses->push_back(AccessOf(plan, ref, plan.refs[static_cast<size_t>(ref)].bytes, 0, false));
  } else {
    accesses->push_back(AccessOf(plan, ref, span * width, pitch * width, write));
  }
  return true;
}

}  // namespace

bool AddProgram(const DecodedPlan& plan, const Program& program, int64_t rows, std::vector<Access>* accesses) {
  for (size_t k = 0; k < program.inputs.size(); k++) {
    if (program.input_refs[k] >= 0 && !AddOperand(plan, program, program.inputs[k], program.input_refs[k], rows, false, accesses)) {
      return false;
    }
  }
  for (size_t k = 0; k < program.outputs.size(); k++) {
    if (!AddOperand(plan, program, program.outputs[k], program.output_refs[k], rows, true, accesses)) return false;
  }
  return true;
}

bool RowsApart(const std::vector<Access>& a, const std::vector<Access>& b, int64_t rows) {
  for (const Access& x : a) {
    for (const Access& y : b) {
      if (x.space != y.space || (!x.write && !y.write) || &x == &y) continue;
      const int64_t x_end = x.high + x.pitch * (rows - 1), y_end = y.high + y.pitch * (rows - 1);
      if (x.low >= y_end || y.low >= x_end) continue;
      if (x.pitch == 0 || x.pitch != y.pitch || std::max(x.high, y.high) - std::min(x.low, y.low) > x.pitch) return false;
    }
  }
  return true;
}

}  // namespace ridgeline
