// The fused-elementwise programs of a plan.
#pragma once
#include "code_reader.h"
#include "plan_decode.h"

namespace ridgeline {

// Reads a program. Registers are checked (nothing is read before it is written); refs are not. Strides are those of the code.
void ReadProgram(CodeReader* reader, Program* program);

// The offsets, in elements, of the first and last element that the operand touches.
struct Extent {
  Wide low, high;
};
Extent ExtentOf(const Program& program, const EwOperand& operand);

// Drops axes of size 1, merges neighbours where every operand allows it, and names the kind of each operand. Extents stay what they were.
void CollapseProgram(Program* program);

}  // namespace ridgeline
