#include "program_decode.h"

namespace ridgeline {
namespace {

// Operands that an op reads from registers; -1 when there is no such op.
int Arity(int32_t op) {
  if (op >= kEwMove && op <= kEwGelu) return 1;
  if (op >= kEwAdd && op <= kEwGreaterEqual) return 2;
  if (op == kEwSelect || op == kEwFma) return 3;
  if (op == kEwIota || op == kEwUniform || op == kEwNormal) return 0;
  return op == kEwBernoulli ? 1 : -1;
}

bool IsRandom(int32_t op) { return op == kEwUniform || op == kEwNormal || op == kEwBernoulli; }

void ReadDims(CodeReader* reader, Program* program) {
  program->rank = reader->Small("a program's rank", 0, kMaxRank);
  Wide size = 1;
  for (int axis = 0; axis < program->rank; axis++) {
    program->dims[axis] = reader->Size("a dimension");
    size *= program->dims[axis];
    if (size > kMaxElements) {
      reader->Fail("a program has too many elements");
      return;
    }
  }
  program->size = static_cast<int64_t>(size);
}

void ReadStrides(CodeReader* reader, const Program& program, EwOperand* operand) {
  for (int axis = 0; axis < program.rank; axis++) operand->strides[axis] = reader->Stride("an operand's stride");
}

uint32_t Bit(int32_t reg) { return uint32_t{1} << reg; }

void ReadInputs(CodeReader* reader, Program* program, uint32_t* defined) {
  const int32_t count = reader->Count("the number of inputs", 3);
  if (count > kMaxOperands) reader->Fail("a program has more than 32 operands");
  for (int32_t i = 0; i < count && reader->ok(); i++) {
    EwOperand operand = {};
    program->input_refs.push_back(static_cast<int32_t>(reader->Int("an input's ref", -1, INT32_MAX)));
    operand.reg = reader->Small("an input's register", 0, program->registers - 1);
    operand.immediate = reader->Number("an input's value");
    ReadStrides(reader, *program, &operand);
    if (reader->ok() && (*defined & Bit(operand.reg)) != 0) reader->Fail("two inputs of a program fill one register");
    *defined |= Bit(operand.reg);
    program->inputs.push_back(operand);
  }
}

void ReadOutputs(CodeReader* reader, Program* program) {
  const int32_t count = reader->Count("the number of outputs", 2);
  if (static_cast<size_t>(count) + program->inputs.size() > kMaxOperands) reader->Fail("a program has more than 32 operands");
  for (int32_t i = 0; i < count && reader->ok(); i++) {
    EwOperand operand = {};
    program->output_refs.push_back(static_cast<int32_t>(reader->Int("an output's ref", 0, INT32_MAX)));
    operand.reg = reader->Small("an output's register", 0, program->registers - 1);
    ReadStrides(reader, *program, &operand);
    // Elements of the space run on several threads, so each has its own place.
    for (int axis = 0; axis < program->rank; axis++) {
      if (operand.strides[axis] == 0 && program->dims[axis] > 1) reader->Fail("an output of a program is broadcast");
    }
    program->outputs.push_back(operand);
  }
}

void ReadInstrs(CodeReader* reader, Program* program, uint32_t* defined) {
  const int32_t count = reader->Count("the number of a program's instructions", 6);
  if (count > kMaxInstructions) reader->Fail("a program has more than 256 instructions");
  const int32_t last = program->registers - 1;
  for (int32_t i = 0; i < count && reader->ok(); i++) {
    EwInstr instr;
    instr.op = reader->Small("a program's op", 0, 255);
    instr.dst = reader->Small("a destination register", 0, last);
    instr.a = reader->Small("a register", 0, last);
    instr.b = reader->Small("a register", 0, last);
    instr.c = reader->Small("a register", 0, last);
    instr.stream = static_cast<uint32_t>(reader->Int("a stream", 0, UINT32_MAX));
    if (!reader->ok()) return;
    const int arity = Arity(instr.op);
    if (arity < 0) return reader->Fail("no elementwise op has the number " + std::to_string(instr.op));
    const uint32_t read = (arity > 0 ? Bit(instr.a) : 0) | (arity > 1 ? Bit(instr.b) : 0) | (arity > 2 ? Bit(instr.c) : 0);
    if ((read & ~*defined) != 0) return reader->Fail("a program reads a register that nothing has written");
    *defined |= Bit(instr.dst);
    program->random |= IsRandom(instr.op);
    program->instrs.push_back(instr);
  }
}

bool Mergeable(const Program& program, const std::vector<EwOperand>& operands, int outer, int inner) {
  for (const EwOperand& operand : operands) {
    if (Wide{operand.strides[inner]} * program.dims[inner] != operand.strides[outer]) return false;
  }
  return true;
}

void SetKind(const Program& program, EwOperand* operand) {
  if (operand->kind == kEwImmediate) return;
  Wide step = 1;
  bool contiguous = true, splat = true;
  for (int axis = program.rank - 1; axis >= 0; axis--) {
    contiguous &= operand->strides[axis] == step;
    splat &= operand->strides[axis] == 0;
    step *= program.dims[axis];
  }
  operand->kind = contiguous ? kEwContiguous : splat ? kEwSplat : kEwStrided;
}

}  // namespace

void ReadProgram(CodeReader* reader, Program* program) {
  program->type = reader->Small("a program's type", kF32, kF64);
  program->random = false;
  program->size = 0;
  ReadDims(reader, program);
  program->registers = reader->Small("the number of registers", 1, kMaxRegisters);
  if (!reader->ok()) return;
  uint32_t defined = 0;
  ReadInputs(reader, program, &defined);
  if (reader->ok()) ReadOutputs(reader, program);
  if (reader->ok()) ReadInstrs(reader, program, &defined);
  for (const EwOperand& output : program->outputs) {
    if (reader->ok() && (defined & Bit(output.reg)) == 0) reader->Fail("a program stores a register that nothing has written");
  }
}

Extent ExtentOf(const Program& program, const EwOperand& operand) {
  Extent extent = {0, 0};
  for (int axis = 0; axis < program.rank; axis++) {
    const Wide reach = Wide{operand.strides[axis]} * (program.dims[axis] - 1);
    (reach < 0 ? extent.low : extent.high) += reach;
  }
  return extent;
}

void CollapseProgram(Program* program) {
  std::vector<EwOperand>& inputs = program->inputs;
  std::vector<EwOperand>& outputs = program->outputs;
  int rank = 0;
  for (int axis = 0; axis < program->rank; axis++) {
    if (program->dims[axis] == 1) continue;
    const auto move = [&](std::vector<EwOperand>* operands) {
      for (EwOperand& operand : *operands) operand.strides[rank] = operand.strides[axis];
    };
    program->dims[rank] = program->dims[axis];
    move(&inputs);
    move(&outputs);
    if (rank > 0 && Mergeable(*program, inputs, rank - 1, rank) && Mergeable(*program, outputs, rank - 1, rank)) {
      program->dims[rank - 1] *= program->dims[rank];
      const auto merge = [&](std::vector<EwOperand>* operands) {
        for (EwOperand& operand : *operands) operand.strides[rank - 1] = operand.strides[rank];
      };
      merge(&inputs);
      merge(&outputs);
    } else {
      rank++;
    }
  }
  if (rank == 0) {
    // One element is contiguous whatever its strides were.
    program->dims[0] = 1;
    for (EwOperand& operand : inputs) operand.strides[0] = 1;
    for (EwOperand& operand : outputs) operand.strides[0] = 1;
    rank = 1;
  }
  program->rank = rank;
  for (EwOperand& operand : inputs) SetKind(*program, &operand);
  for (EwOperand& operand : outputs) SetKind(*program, &operand);
}

}  // namespace ridgeline
