#include "plan_decode.h"

#include <algorithm>

#include "code_reader.h"
#include "program_decode.h"

namespace ridgeline {
namespace {

constexpr int64_t kMagic = 0x52444731;
constexpr int64_t kVersion = 1;
constexpr int32_t kMaxPorts = 1 << 16;

enum class Access { kRead, kWrite };

// The REPEATs around an instruction, outermost first.
struct OpenLoop {
  int64_t count;
  int64_t end;  // index of the first instruction after the body
};

class Decoder {
 public:
  Decoder(const double* code, size_t length, size_t constant_bytes, int64_t rows, DecodedPlan* plan)
      : reader_(code, length), given_constant_bytes_(constant_bytes), plan_(plan) {
    plan_->rows = rows;
  }

  bool Decode(std::string* error) {
    ReadHeader();
    if (reader_.ok()) ReadOutputs();
    if (reader_.ok()) ReadRefs();
    if (reader_.ok()) CheckOutputs();
    if (reader_.ok()) ReadInstructions();
    if (reader_.ok() && !reader_.AtEnd()) reader_.Fail("there are numbers after its last instruction");
    if (!reader_.ok()) *error = reader_.error();
    return reader_.ok();
  }

 private:
  void ReadHeader() {
    reader_.Int("the magic number", kMagic, kMagic);
    reader_.Int("the version", kVersion, kVersion);
    plan_->capacity = reader_.Int("capacityRows", 1, INT32_MAX);
    plan_->state_bytes = reader_.Size("stateBytes");
    plan_->scratch_bytes = reader_.Size("scratchBytes");
    plan_->constant_bytes = reader_.Size("constantBytes");
    plan_->scalar_count = reader_.Small("scalarCount", 0, 1 << 24);
    if (!reader_.ok()) return;
    if (plan_->rows == 0) plan_->rows = plan_->capacity;
    if (plan_->rows > plan_->capacity) return reader_.Fail("it has a capacity of " + std::to_string(plan_->capacity) + " rows");
    if (static_cast<size_t>(plan_->constant_bytes) != given_constant_bytes_)
      return reader_.Fail("constantBytes is not the size of the constants");
    const int32_t count = reader_.Count("portCount", 3);
    if (count > kMaxPorts) return reader_.Fail("it has more than 65536 ports");
    for (int32_t i = 0; i < count && reader_.ok(); i++) {
      Port port;
      port.dtype = reader_.Small("a port's dtype", kF32, kU8);
      port.bytes = reader_.Size("a port's bytes");
      port.per_row = reader_.Int("a port's perRow", 0, 1) != 0;
      port.row_bytes = port.per_row ? port.bytes / plan_->capacity : 0;
      if (port.per_row && port.row_bytes * plan_->capacity != port.bytes)
        reader_.Fail("a batch column's bytes are no multiple of its rows");
      if (port.row_bytes % DTypeBytes(port.dtype) != 0) reader_.Fail("a batch column's rows are no multiple of its dtype");
      plan_->ports.push_back(port);
    }
    plan_->header_length = reader_.position();
  }

  void ReadOutputs() {
    const int32_t count = reader_.Count("outputCount", 2);
    for (int32_t i = 0; i < count && reader_.ok(); i++) {
      Output output;
      output.ref = static_cast<int32_t>(reader_.Int("an output's ref", 0, INT32_MAX));
      output.per_row = reader_.Int("an output's perRow", 0, 1) != 0;
      plan_->outputs.push_back(output);
    }
  }

  void ReadRefs() {
    const int32_t count = reader_.Count("refCount", 5);
    const int32_t last_space = kFirstPort + static_cast<int32_t>(plan_->ports.size()) - 1;
    for (int32_t i = 0; i < count && reader_.ok(); i++) {
      Ref ref = {};
      ref.space = reader_.Small("a ref's space", 0, last_space);
      ref.dtype = reader_.Small("a ref's dtype", kF32, kU8);
      ref.offset = reader_.Size("a ref's offset");
      ref.bytes = reader_.Size("a ref's bytes");
      ref.loop_count = reader_.Small("a ref's number of loops", 0, kMaxLoops);
      bool aligned = ref.offset % DTypeBytes(ref.dtype) == 0;
      for (int32_t k = 0; k < ref.loop_count; k++) {
        ref.loops[k].level = reader_.Small("a loop's level", 0, kMaxLoops - 1);
        ref.loops[k].stride = reader_.Stride("a loop's stride");
        aligned &= ref.loops[k].stride % DTypeBytes(ref.dtype) == 0;
      }
      if (!aligned) reader_.Fail("a ref is not aligned to its dtype");
      plan_->refs.push_back(ref);
      if (reader_.ok() && ref.offset + ref.bytes > SpaceBytes(ref.space)) reader_.Fail("a ref reaches beyond its space");
    }
  }

  void CheckOutputs() {
    for (const Output& output : plan_->outputs) {
      if (!Use(output.ref, Access::kRead, 0)) return;
      const Ref& ref = plan_->refs[static_cast<size_t>(output.ref)];
      if (output.per_row && ref.bytes % plan_->rows != 0) return reader_.Fail("an output's bytes are no multiple of its rows");
    }
  }

  void ReadInstructions() {
    const int32_t count = reader_.Count("instructionCount", 2);
    for (int32_t i = 0; i < count && reader_.ok(); i++) {
      while (!loops_.empty() && loops_.back().end <= i) loops_.pop_back();
      Instruction instruction;
      instruction.opcode = reader_.Small("an opcode", 0, 255);
      const int32_t arguments = reader_.Count("an argument count", 1);
      reader_.SetEnd(static_cast<size_t>(arguments));
      ReadArguments(&instruction, i, count);
      if (reader_.ok() && !reader_.AtEnd()) reader_.Fail("an instruction has more arguments than it takes");
      reader_.ClearEnd();
      plan_->instructions.push_back(instruction);
    }
  }

  void ReadArguments(Instruction* in, int64_t index, int64_t count) {
    switch (in->opcode) {
      case kEw:
        return ReadElementwise(in);
      case kReduce:
        return ReadReduce(in);
      case kGemm:
        return ReadGemm(in);
      case kSoftmax:
        in->type = Type();
        in->flags[0] = reader_.Small("log", 0, 1);
        Refs(in, 2);
        Sizes(in, 2);
        Operand(in->refs[0], Access::kRead, in->type, Product(in, 0, 1));
        return Operand(in->refs[1], Access::kWrite, in->type, Product(in, 0, 1));
      case kArgmax:
        in->type = Type();
        Refs(in, 2);
        Sizes(in, 3);
        if (in->sizes[1] < 1 || in->sizes[1] > INT32_MAX) reader_.Fail("argmax is taken over 1 to 2^31 - 1 values");
        Operand(in->refs[0], Access::kRead, in->type, Product(in, 0, 1, 2));
        return Operand(in->refs[1], Access::kWrite, kI32, Product(in, 0, 2));
      case kGather:
        return ReadGather(in);
      case kScatterAdd:
        in->type = Type();
        Refs(in, 3);
        Sizes(in, 3);
        Operand(in->refs[0], Access::kRead, in->type, Product(in, 0, 1));
        Operand(in->refs[1], Access::kRead, kI32, in->sizes[0]);
        Operand(in->refs[2], Access::kWrite, in->type, Product(in, 2, 1));
        return Disjoint(in->refs[1], in->refs[2]);
      case kTakeAlong:
      case kPutAlong: {
        in->type = Type();
        Refs(in, 3);
        Sizes(in, 3);
        const bool take = in->opcode == kTakeAlong;
        Operand(in->refs[0], Access::kRead, in->type, take ? Product(in, 0, 1) : Product(in, 0, 2));
        Operand(in->refs[1], Access::kRead, kI32, Product(in, 0, 2));
        Operand(in->refs[2], Access::kWrite, in->type, take ? Product(in, 0, 2) : Product(in, 0, 1));
        return Disjoint(in->refs[1], in->refs[2]);
      }
      case kGuard:
        in->type = Type();
        Refs(in, 1);
        Sizes(in, 2);
        return Operand(in->refs[0], Access::kRead, in->type, in->sizes[0]);
      case kRepeat:
        return ReadRepeat(in, index, count);
      case kCopy:
        Refs(in, 2);
        Sizes(in, 1);
        Bytes(in->refs[0], Access::kWrite, in->sizes[0]);
        return Bytes(in->refs[1], Access::kRead, in->sizes[0]);
      default:
        return reader_.Fail("no instruction has the opcode " + std::to_string(in->opcode));
    }
  }

  void ReadElementwise(Instruction* in) {
    in->program = AddProgram();
    if (in->program < 0) return;
    in->type = plan_->programs.back().type;
    if (plan_->programs.back().outputs.empty()) reader_.Fail("an elementwise instruction stores nothing");
  }

  void ReadReduce(Instruction* in) {
    in->program = AddProgram();
    if (in->program < 0) return;
    const Program& program = plan_->programs.back();
    in->type = program.type;
    in->flags[0] = reader_.Small("a reduction's op", kReduceSum, kReduceMax);
    in->flags[1] = reader_.Small("a reduction's register", 0, program.registers - 1);
    Sizes(in, 3);
    Refs(in, 1);
    if (!reader_.ok()) return;
    bool defined = false;
    for (const EwOperand& input : program.inputs) defined |= input.reg == in->flags[1];
    for (const EwInstr& instr : program.instrs) defined |= instr.dst == in->flags[1];
    if (!defined) return reader_.Fail("a reduction reads a register that nothing has written");
    if (Product(in, 0, 1, 2) != program.size) return reader_.Fail("a reduction's sizes are not those of its program");
    Operand(in->refs[0], Access::kWrite, in->type, Product(in, 0, 2));
  }

  void ReadGemm(Instruction* in) {
    // 2: float32 matrices, multiplied in bfloat16.
    const int32_t type = reader_.Small("type", 0, 2);
    in->type = type == 1 ? kF64 : kF32;
    in->flags[2] = type == 2;
    Sizes(in, 3);  // m, n, k
    in->flags[0] = reader_.Small("ta", 0, 1);
    in->flags[1] = reader_.Small("tb", 0, 1);
    in->alpha = reader_.Number("alpha");
    in->sizes[3] = reader_.Size("batch");
    in->refs[0] = RefNumber();
    in->sizes[4] = reader_.Size("a's stride");
    in->refs[1] = RefNumber();
    in->sizes[5] = reader_.Size("b's stride");
    in->refs[2] = RefNumber();
    const bool epilogue = reader_.Int("epilogue", 0, 1) != 0;
    if (!reader_.ok()) return;
    const Wide results = Product(in, 0, 1, 3);
    const int64_t steps = results == 0 ? 0 : in->sizes[3] - 1;
    Operand(in->refs[0], Access::kRead, in->type, results == 0 ? 0 : Wide{steps} * in->sizes[4] + Product(in, 0, 2));
    Operand(in->refs[1], Access::kRead, in->type, results == 0 ? 0 : Wide{steps} * in->sizes[5] + Product(in, 1, 2));
    Operand(in->refs[2], Access::kWrite, in->type, results);
    if (!epilogue) return;
    in->program = AddProgram();
    if (in->program < 0) return;
    if (plan_->programs.back().type != in->type) return reader_.Fail("an epilogue's type is not that of its product");
    if (plan_->programs.back().size != results) reader_.Fail("an epilogue's space is not that of its product");
  }

  void ReadGather(Instruction* in) {
    Refs(in, 3);
    Sizes(in, 3);
    if (!reader_.ok()) return;
    Bytes(in->refs[0], Access::kRead, Product(in, 0, 1));
    Operand(in->refs[1], Access::kRead, kI32, in->sizes[2]);
    Bytes(in->refs[2], Access::kWrite, Product(in, 2, 1));
    Disjoint(in->refs[0], in->refs[2]);
    Disjoint(in->refs[1], in->refs[2]);
  }

  void ReadRepeat(Instruction* in, int64_t index, int64_t count) {
    const int64_t depth = static_cast<int64_t>(loops_.size());
    if (depth >= kMaxLoops) return reader_.Fail("REPEATs are nested more than 4 deep");
    in->sizes[0] = reader_.Int("a REPEAT's level", depth, depth);
    in->sizes[1] = reader_.Int("a REPEAT's count", 0, INT32_MAX);
    const int64_t room = (loops_.empty() ? count : loops_.back().end) - index - 1;
    in->sizes[2] = reader_.Int("a REPEAT's body", 0, room);
    loops_.push_back({in->sizes[1], index + 1 + in->sizes[2]});
  }

  int32_t Type() { return reader_.Small("a type", kF32, kF64); }
  int32_t RefNumber() { return static_cast<int32_t>(reader_.Int("a ref", 0, INT32_MAX)); }
  void Refs(Instruction* in, int count) {
    for (int i = 0; i < count; i++) in->refs[i] = RefNumber();
  }
  void Sizes(Instruction* in, int count) {
    for (int i = 0; i < count; i++) in->sizes[i] = reader_.Size("a size");
  }

  // Of two or three sizes, at most kMaxNumber.
  Wide Product(Instruction* in, int a, int b, int c = -1) {
    const int64_t third = c < 0 ? 1 : in->sizes[c];
    const Wide two = Wide{in->sizes[a]} * in->sizes[b];
    if (two == 0 || third == 0) return 0;
    if (two > kMaxNumber || two * third > kMaxNumber) {
      reader_.Fail("the sizes of an instruction are too large");
      return 0;
    }
    return two * third;
  }

  // The size of a program of the current instruction, checked and collapsed; -1 on an error.
  int32_t AddProgram() {
    Program program;
    ReadProgram(&reader_, &program);
    for (size_t i = 0; i < program.inputs.size(); i++) BindOperand(program, &program.inputs[i], program.input_refs[i], Access::kRead);
    for (size_t i = 0; i < program.outputs.size(); i++) BindOperand(program, &program.outputs[i], program.output_refs[i], Access::kWrite);
    if (!reader_.ok()) return -1;
    CollapseProgram(&program);
    plan_->programs.push_back(std::move(program));
    return static_cast<int32_t>(plan_->programs.size()) - 1;
  }

  void BindOperand(const Program& program, EwOperand* operand, int32_t ref, Access access) {
    if (!reader_.ok()) return;
    if (ref < 0) {
      operand->kind = kEwImmediate;
      operand->dtype = program.type;
      for (int axis = 0; axis < program.rank; axis++) operand->strides[axis] = 0;
      return;
    }
    const Extent extent = ExtentOf(program, *operand);
    if (program.size > 0 && extent.low < 0) return reader_.Fail("an operand reaches before its ref");
    if (!Use(ref, access, 0)) return;
    operand->dtype = plan_->refs[static_cast<size_t>(ref)].dtype;
    if (program.size > 0) Use(ref, access, (extent.high + 1) * DTypeBytes(operand->dtype));
  }

  int64_t SpaceBytes(int32_t space) const {
    switch (space) {
      case kState:
        return plan_->state_bytes;
      case kScratch:
        return plan_->scratch_bytes;
      case kConstant:
        return plan_->constant_bytes;
      case kScalar:
        return int64_t{8} * plan_->scalar_count;
      default: {
        const Port& port = plan_->ports[static_cast<size_t>(space - kFirstPort)];
        return port.per_row ? port.row_bytes * plan_->rows : port.bytes;
      }
    }
  }

  // The bytes of its space that a ref covers over all values of its loop counters.
  void Sweep(const Ref& ref, Wide* low, Wide* high) {
    *low = ref.offset;
    *high = Wide{ref.offset} + ref.bytes;
    for (int32_t k = 0; k < ref.loop_count; k++) {
      const size_t level = static_cast<size_t>(ref.loops[k].level);
      if (level >= loops_.size()) return reader_.Fail("a ref follows a loop that is not open");
      const Wide reach = Wide{ref.loops[k].stride} * std::max<int64_t>(0, loops_[level].count - 1);
      (reach < 0 ? *low : *high) += reach;
    }
  }

  // Checks one use of a ref, of which the first `bytes` bytes are touched.
  bool Use(int32_t number, Access access, Wide bytes) {
    if (!reader_.ok()) return false;
    if (static_cast<size_t>(number) >= plan_->refs.size()) {
      reader_.Fail("there is no ref " + std::to_string(number));
      return false;
    }
    const Ref& ref = plan_->refs[static_cast<size_t>(number)];
    if (access == Access::kWrite && ref.space == kState) plan_->writes_state = true;
    if (access == Access::kWrite && ref.space != kState && ref.space != kScratch)
      reader_.Fail("an instruction writes to memory that is read only");
    if (bytes > ref.bytes) reader_.Fail("an operand reaches beyond its ref");
    Wide low, high;
    Sweep(ref, &low, &high);
    if (low < 0 || high > SpaceBytes(ref.space)) reader_.Fail("a ref reaches beyond its space");
    return reader_.ok();
  }

  void Bytes(int32_t ref, Access access, Wide bytes) { Use(ref, access, bytes); }
  void Operand(int32_t ref, Access access, int32_t dtype, Wide count) {
    if (!Use(ref, access, count * DTypeBytes(dtype))) return;
    if (plan_->refs[static_cast<size_t>(ref)].dtype != dtype) reader_.Fail("an operand's dtype is not what its instruction works on");
  }

  // An index that has been checked must not change before it is used, nor may rows be copied onto themselves.
  void Disjoint(int32_t a, int32_t b) {
    if (!reader_.ok()) return;
    const Ref &x = plan_->refs[static_cast<size_t>(a)], &y = plan_->refs[static_cast<size_t>(b)];
    if (x.space != y.space) return;
    Wide x_low, x_high, y_low, y_high;
    Sweep(x, &x_low, &x_high);
    Sweep(y, &y_low, &y_high);
    if (x_low < y_high && y_low < x_high) reader_.Fail("an instruction overwrites what it reads");
  }

  CodeReader reader_;
  const size_t given_constant_bytes_;
  DecodedPlan* plan_;
  std::vector<OpenLoop> loops_;
};

}  // namespace

bool DecodePlan(const double* code, size_t length, size_t constant_bytes, int64_t rows, DecodedPlan* plan, std::string* error) {
  *plan = DecodedPlan();
  return Decoder(code, length, constant_bytes, rows, plan).Decode(error);
}

}  // namespace ridgeline
