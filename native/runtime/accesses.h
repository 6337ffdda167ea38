// Which bytes an instruction reads and writes, seen as rows: what may go on beside what follows from them, and nothing needs to be
// believed.
#pragma once
#include <cstdint>
#include <vector>

#include "plan_decode.h"

namespace ridgeline {

// Bytes of a space: those of row 0, which repeat every `pitch` bytes, or all if pitch is 0.
struct Access {
  int32_t space;
  int64_t low, high, pitch;
  bool write;
};

// The first `bytes` of a ref, repeated every `pitch` bytes.
inline Access AccessOf(const DecodedPlan& plan, int32_t number, int64_t bytes, int64_t pitch, bool write) {
  const Ref& ref = plan.refs[static_cast<size_t>(number)];
  return {ref.space, ref.offset, ref.offset + bytes, pitch, write};
}

// Appends what the operands of a program touch, its space seen as `rows` rows; an input whose rows cannot be told apart is read as a whole.
// False where rows are no part of the space, or an output is not made row by row.
bool AddProgram(const DecodedPlan& plan, const Program& program, int64_t rows, std::vector<Access>* accesses);

// Whether rows of a and b may run in any order but that of each row.
bool RowsApart(const std::vector<Access>& a, const std::vector<Access>& b, int64_t rows);

}  // namespace ridgeline
