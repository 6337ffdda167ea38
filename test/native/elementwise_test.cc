// The fused-elementwise machine: every op at every size around vectors and tiles, and random programs (reused registers, strides,
// broadcasts, conversions, outputs in the place of inputs) bit by bit against an interpreter that runs one element at a time.
#include <math.h>

#include <algorithm>
#include <limits>

#include "check.h"
#include "ew_run.h"

using namespace ridgeline_test;

namespace {

template <typename T>
T Scalar(int32_t op, T a, T b, T c) {
  const auto bit = [](bool x) { return x ? T{1} : T{0}; };
  const T nan = std::numeric_limits<T>::quiet_NaN();
  switch (op) {
    case kEwMove:
      return a;
    case kEwNeg:
      return -a;
    case kEwAbs:
      return std::fabs(a);
    case kEwSign:
      return a > 0 ? T{1} : a < 0 ? T{-1} : a;
    case kEwSqrt:
      return std::sqrt(a);
    case kEwFloor:
      return std::floor(a);
    case kEwRelu:
      return a > 0 ? a : a == a ? T{0} : a;
    case kEwReciprocal:
      return T{1} / a;
    case kEwSquare:
      return a * a;
    case kEwIsFinite:
      return bit(std::isfinite(a));
    case kEwAdd:
      return a + b;
    case kEwSub:
      return a - b;
    case kEwMul:
      return a * b;
    case kEwDiv:
      return a / b;
    case kEwMax:
      return a != a || b != b ? nan : a > b ? a : b;
    case kEwMin:
      return a != a || b != b ? nan : a < b ? a : b;
    case kEwEqual:
      return bit(a == b);
    case kEwNotEqual:
      return bit(a != b);
    case kEwLess:
      return bit(a < b);
    case kEwLessEqual:
      return bit(a <= b);
    case kEwGreater:
      return bit(a > b);
    case kEwGreaterEqual:
      return bit(a >= b);
    case kEwSelect:
      return a != 0 ? b : c;
    case kEwFma:
      return std::fma(a, b, c);
    case kEwExp:
      return static_cast<T>(exp(static_cast<double>(a)));
    case kEwExpm1:
      return static_cast<T>(expm1(static_cast<double>(a)));
    case kEwLog:
      return static_cast<T>(log(static_cast<double>(a)));
    case kEwLog1p:
      return static_cast<T>(log1p(static_cast<double>(a)));
    case kEwSin:
      return static_cast<T>(sin(static_cast<double>(a)));
    case kEwCos:
      return static_cast<T>(cos(static_cast<double>(a)));
    case kEwTanh:
      return static_cast<T>(tanh(static_cast<double>(a)));
    case kEwErf:
      return static_cast<T>(erf(static_cast<double>(a)));
    case kEwSigmoid:
      return static_cast<T>(1 / (1 + exp(-static_cast<double>(a))));
    case kEwSoftplus:
      return static_cast<T>(log1p(exp(static_cast<double>(a))));
    case kEwPow:
      return static_cast<T>(pow(static_cast<double>(a), static_cast<double>(b)));
    default:
      abort();
  }
}

const int32_t kExact[] = {kEwMove,   kEwNeg,      kEwAbs,  kEwSign,      kEwSqrt,    kEwFloor,        kEwRelu,   kEwReciprocal,
                          kEwSquare, kEwIsFinite, kEwAdd,  kEwSub,       kEwMul,     kEwDiv,          kEwMax,    kEwMin,
                          kEwEqual,  kEwNotEqual, kEwLess, kEwLessEqual, kEwGreater, kEwGreaterEqual, kEwSelect, kEwFma};
const int32_t kApproximate[] = {kEwExp, kEwExpm1, kEwLog, kEwLog1p, kEwSin, kEwCos, kEwTanh, kEwErf, kEwSigmoid, kEwSoftplus, kEwPow};

int Arity(int32_t op) { return op < 32 ? 1 : op < 64 ? 2 : 3; }

template <typename T>
bool Same(T a, T b) {
  return memcmp(&a, &b, sizeof a) == 0 || (a != a && b != b);
}

template <typename T>
T Value(Rng* rng) {
  const int64_t kind = rng->Below(24);
  if (kind == 0) return 0;
  if (kind == 1) return static_cast<T>(-0.0);
  if (kind == 2) return std::numeric_limits<T>::infinity();
  if (kind == 3) return -std::numeric_limits<T>::infinity();
  if (kind == 4) return std::numeric_limits<T>::quiet_NaN();
  if (kind == 5) return std::numeric_limits<T>::denorm_min();
  if (kind == 6) return static_cast<T>(rng->Below(9) - 4);
  if (kind == 7) return static_cast<T>(rng->Uniform(-1e9, 1e9));
  return static_cast<T>(rng->Uniform(-4, 4));
}

// Which operands are uniform is `mask`.
template <typename T>
void CheckOp(const KernelTable* table, int32_t op, int64_t n, size_t slack, int mask, bool exact) {
  Rng rng = {static_cast<uint64_t>(n * 131 + op)};
  const size_t count = static_cast<size_t>(n);
  Fenced<T> x[3] = {Fenced<T>(std::max<size_t>(count, 1), slack), Fenced<T>(std::max<size_t>(count, 1), 0),
                    Fenced<T>(std::max<size_t>(count, 1), 2 * slack)};
  Fenced<T> y(count, slack), once(count, 0);
  for (int k = 0; k < 3; k++) {
    for (size_t i = 0; i < x[k].size(); i++) x[k][i] = exact ? Value<T>(&rng) : static_cast<T>(rng.Uniform(0.01, 5));
  }
  Program program({n});
  int32_t reg[3] = {0, 0, 0};
  for (int k = 0; k < Arity(op); k++) reg[k] = (mask >> k & 1) ? program.Splat(x[k].data()) : program.Input(x[k].data());
  const int32_t result = program.Op(op, reg[0], reg[1], reg[2]);
  program.Output(y.data(), result);
  RunEw<T>(table, program.Task());
  program.outputs[0].base = once.data();
  const EwTask task = program.Task();
  for (int64_t i = 0; i < n; i++) RunEw<T>(table, task, i, i + 1);
  for (size_t i = 0; i < count; i++) {
    const T v[3] = {x[0][mask & 1 ? 0 : i], x[1][mask & 2 ? 0 : i], x[2][mask & 4 ? 0 : i]};
    const T want = Scalar<T>(op, v[0], v[1], v[2]);
    const bool good = exact ? Same(y[i], want) : std::fabs(y[i] - want) <= 8 * std::numeric_limits<T>::epsilon() * std::fabs(want);
    CHECK(good, "%s f%zu op %d mask %d n %lld [%zu]: %.9g, want %.9g of %.9g %.9g %.9g", table->name, sizeof(T) * 8, op, mask, (long long)n,
          i, (double)y[i], (double)want, (double)v[0], (double)v[1], (double)v[2]);
    CHECK(Same(y[i], once[i]), "%s f%zu op %d n %lld: element %zu has other bits alone", table->name, sizeof(T) * 8, op, (long long)n, i);
  }
  CHECK(y.Intact() && once.Intact() && x[0].Intact() && x[1].Intact() && x[2].Intact(), "%s op %d n %lld wrote outside", table->name, op,
        (long long)n);
}

template <typename T>
void CheckOps(const KernelTable* table) {
  std::vector<int64_t> sizes;
  for (int64_t n = 0; n <= 2 * table->vector_bytes / static_cast<int64_t>(sizeof(T)) + 2; n++) sizes.push_back(n);
  for (int64_t n : {97, 255, 256, 257, 511, 512, 513, 1031}) sizes.push_back(n);
  for (int64_t n : sizes) {
    for (int32_t op : kExact) {
      for (int mask = 0; mask < (1 << Arity(op)); mask++) CheckOp<T>(table, op, n, (n % 3) * sizeof(T), mask, true);
    }
    for (int32_t op : kApproximate) CheckOp<T>(table, op, n, (n % 3) * sizeof(T), static_cast<int>(n % (1 << Arity(op))), false);
  }
}

// ---------------------------------------------------------------- random programs

double ReadAs(const EwOperand& operand, int64_t offset) {
  switch (operand.dtype) {
    case kF32:
      return static_cast<const float*>(operand.base)[offset];
    case kF64:
      return static_cast<const double*>(operand.base)[offset];
    case kI32:
      return static_cast<const int32_t*>(operand.base)[offset];
    default:
      return static_cast<const uint8_t*>(operand.base)[offset];
  }
}
template <typename T>
void WriteAs(const EwOperand& operand, int64_t offset, T value) {
  const double v = static_cast<double>(value);
  switch (operand.dtype) {
    case kF32:
      static_cast<float*>(operand.base)[offset] = static_cast<float>(value);
      return;
    case kF64:
      static_cast<double*>(operand.base)[offset] = v;
      return;
    case kI32:
      static_cast<int32_t*>(operand.base)[offset] = v != v               ? 0
                                                    : v >= 2147483647.0  ? 2147483647
                                                    : v <= -2147483648.0 ? INT32_MIN
                                                                         : static_cast<int32_t>(v);
      return;
    default:
      static_cast<uint8_t*>(operand.base)[offset] = v != v || v < 0 ? 0 : v > 255 ? 255 : static_cast<uint8_t>(v);
      return;
  }
}

template <typename T>
void Interpret(const EwTask& task, std::vector<std::vector<T>>* results) {
  results->assign(static_cast<size_t>(task.n_outputs), std::vector<T>(static_cast<size_t>(task.size)));
  for (int64_t e = 0; e < task.size; e++) {
    int64_t index[kMaxRank], rest = e;
    for (int axis = task.rank - 1; axis >= 0; axis--) {
      index[axis] = rest % task.dims[axis];
      rest /= task.dims[axis];
    }
    T reg[kMaxRegisters] = {};
    for (int i = 0; i < task.n_inputs; i++) {
      const EwOperand& input = task.inputs[i];
      int64_t offset = 0;
      for (int axis = 0; axis < task.rank; axis++) offset += index[axis] * input.strides[axis];
      reg[input.reg] = input.kind == kEwImmediate ? static_cast<T>(input.immediate) : static_cast<T>(ReadAs(input, offset));
    }
    for (int i = 0; i < task.n_instrs; i++) {
      const EwInstr& s = task.instrs[i];
      reg[s.dst] = s.op == kEwIota ? static_cast<T>(e) : Scalar<T>(s.op, reg[s.a], reg[s.b], reg[s.c]);
    }
    for (int k = 0; k < task.n_outputs; k++) (*results)[static_cast<size_t>(k)][static_cast<size_t>(e)] = reg[task.outputs[k].reg];
  }
}

struct Buffer {
  std::vector<unsigned char> bytes;
  int64_t origin = 0;  // element 0 of the iteration space
};

template <typename T>
void CheckRandomProgram(const KernelTable* table, uint64_t seed) {
  Rng rng = {seed * 977 + 3};
  const int64_t rank = rng.Below(5);
  std::vector<int64_t> dims;
  for (int64_t i = 0; i < rank; i++) dims.push_back(1 + rng.Below(rank == 1 ? 3000 : rank == 2 ? (rng.Below(2) ? 700 : 12) : 11));
  Program program(dims);
  const std::vector<int64_t> row_major = program.RowMajor();
  const EwTask shape = program.Task();
  const int64_t n_inputs = 1 + rng.Below(5), n_outputs = 1 + rng.Below(4), n_instrs = rng.Below(12), registers = n_inputs + rng.Below(4);
  std::vector<Buffer> in(static_cast<size_t>(n_inputs)), out(static_cast<size_t>(n_outputs));
  const int32_t dtypes[] = {kF32, kF64, kI32, kU8};
  const int64_t sizes[] = {4, 8, 4, 1};
  const int32_t own = sizeof(T) == 4 ? kF32 : kF64;

  for (size_t i = 0; i < in.size(); i++) {
    const int32_t dtype = rng.Below(3) ? own : dtypes[rng.Below(4)];
    const int64_t kind = rng.Below(5);
    std::vector<int64_t> strides(dims.size(), 0);
    int64_t extent = 1, origin = 0;
    int32_t ew_kind = kEwContiguous;
    if (kind == 0) {
      ew_kind = kEwSplat;
    } else if (kind == 1 && rank > 0) {
      // Axes in another order, some broadcast, some backward, with a gap.
      ew_kind = kEwStrided;
      std::vector<size_t> order(dims.size());
      for (size_t k = 0; k < order.size(); k++) order[k] = k;
      if (rng.Below(2)) {
        for (size_t k = order.size(); k > 1; k--) std::swap(order[k - 1], order[static_cast<size_t>(rng.Below(static_cast<int64_t>(k)))]);
      }
      for (size_t k = order.size(); k-- > 0;) {
        const size_t axis = order[k];
        if (rng.Below(3) == 0) continue;
        strides[axis] = extent;
        if (rng.Below(5) == 0) {
          strides[axis] = -extent;
          origin += extent * (dims[axis] - 1);
        }
        extent *= dims[axis] + rng.Below(2);
      }
    } else if (kind == 2) {
      ew_kind = kEwImmediate;
    } else {
      strides = row_major;
      extent = shape.size;
    }
    in[i].bytes.resize(static_cast<size_t>(extent * sizes[dtype]));
    in[i].origin = origin;
    EwOperand fill = program.Operand(in[i].bytes.data(), dtype, 0, 0, {});
    for (int64_t e = 0; e < extent; e++) WriteAs<T>(fill, e, Value<T>(&rng));
    EwOperand operand = program.Operand(in[i].bytes.data() + origin * sizes[dtype], dtype, static_cast<int32_t>(i), ew_kind, strides);
    if (ew_kind == kEwImmediate) {
      operand.base = nullptr;
      operand.immediate = rng.Uniform(-3, 3);
    }
    program.inputs.push_back(operand);
  }
  std::vector<bool> written(static_cast<size_t>(registers), false);
  std::fill(written.begin(), written.begin() + n_inputs, true);
  const auto any_written = [&] {
    for (;;) {
      const int64_t r = rng.Below(registers);
      if (written[static_cast<size_t>(r)]) return static_cast<int32_t>(r);
    }
  };
  for (int64_t i = 0; i < n_instrs; i++) {
    const int64_t pick = rng.Below(static_cast<int64_t>(sizeof kExact / sizeof kExact[0]) + 1);
    const int32_t op = pick == 0 ? static_cast<int32_t>(kEwIota) : kExact[pick - 1];
    const int32_t a = any_written(), b = any_written(), c = any_written(), dst = static_cast<int32_t>(rng.Below(registers));
    program.instrs.push_back({op, dst, a, b, c, 0});
    written[static_cast<size_t>(dst)] = true;
  }
  program.registers = static_cast<int32_t>(registers);

  std::vector<std::vector<T>> want;
  std::vector<bool> taken(in.size(), false);
  for (size_t k = 0; k < out.size(); k++) {
    const int32_t reg = any_written();
    const size_t partner = static_cast<size_t>(rng.Below(n_inputs));
    const EwOperand& input = program.inputs[partner];
    if (rng.Below(2) && input.kind == kEwContiguous && !taken[partner]) {
      taken[partner] = true;
      program.outputs.push_back(program.Operand(input.base, input.dtype, reg, kEwContiguous, row_major));
      continue;
    }
    const int32_t dtype = rng.Below(3) ? own : dtypes[rng.Below(4)];
    std::vector<int64_t> strides = row_major;
    int64_t extent = shape.size, origin = 0;
    int32_t kind = kEwContiguous;
    if (rank > 0 && rng.Below(3) == 0) {
      // A part of a larger array, or a transposed one.
      kind = kEwStrided;
      extent = 1;
      const bool reverse = rng.Below(2) != 0;
      for (size_t i = 0; i < dims.size(); i++) {
        const size_t axis = reverse ? i : dims.size() - 1 - i;
        strides[axis] = extent;
        extent *= dims[axis] + rng.Below(3);
      }
      origin = rng.Below(4);
      extent += origin;
    }
    out[k].bytes.assign(static_cast<size_t>(extent * sizes[dtype]), 0x5A);
    program.outputs.push_back(program.Operand(out[k].bytes.data() + origin * sizes[dtype], dtype, reg, kind, strides));
  }
  const EwTask task = program.Task();
  Interpret<T>(task, &want);
  for (int64_t begin = 0; begin < task.size;) {
    const int64_t end = std::min(task.size, begin + 1 + rng.Below(rng.Below(2) ? 2 * task.size : 600));
    RunEw<T>(table, task, begin, end);
    begin = end;
  }
  for (size_t k = 0; k < program.outputs.size(); k++) {
    const EwOperand& output = program.outputs[k];
    std::vector<unsigned char> expected(out[k].bytes.size(), 0x5A);
    for (int64_t e = 0; e < task.size; e++) {
      int64_t offset = 0, rest = e;
      for (int axis = task.rank - 1; axis >= 0; axis--) {
        offset += rest % dims[static_cast<size_t>(axis)] * output.strides[axis];
        rest /= dims[static_cast<size_t>(axis)];
      }
      unsigned char slot[8] = {};
      EwOperand one = output;
      one.base = slot;
      WriteAs<T>(one, 0, want[k][static_cast<size_t>(e)]);
      const unsigned char* got = static_cast<const unsigned char*>(output.base) + offset * sizes[output.dtype];
      const double value = ReadAs(output, offset), expect = ReadAs(one, 0);
      CHECK(memcmp(got, slot, static_cast<size_t>(sizes[output.dtype])) == 0 || (value != value && expect != expect),
            "%s f%zu program %llu output %zu element %lld: %.9g, want %.9g", table->name, sizeof(T) * 8, (unsigned long long)seed, k,
            (long long)e, value, expect);
      if (!out[k].bytes.empty()) memcpy(expected.data() + (got - out[k].bytes.data()), got, static_cast<size_t>(sizes[output.dtype]));
    }
    CHECK(expected == out[k].bytes, "%s program %llu output %zu wrote outside its elements", table->name, (unsigned long long)seed, k);
  }
}

// A tile of more than the largest program: as many instructions and registers as the contract allows.
template <typename T>
void CheckLongProgram(const KernelTable* table) {
  std::vector<T> x(1300), y(1300);
  for (size_t i = 0; i < x.size(); i++) x[i] = static_cast<T>(i % 17);
  Program program({1300});
  program.Input(x.data());
  program.Immediate(1);
  program.registers = kMaxRegisters;
  for (int32_t i = 0; i < kMaxInstructions; i++) {
    const int32_t from = i == 0 ? 0 : 2 + (i - 1) % (kMaxRegisters - 2);
    program.instrs.push_back({kEwAdd, 2 + i % (kMaxRegisters - 2), from, 1, 0, 0});
  }
  program.Output(y.data(), program.instrs.back().dst);
  RunEw<T>(table, program.Task());
  for (size_t i = 0; i < x.size(); i++) CHECK(y[i] == x[i] + kMaxInstructions, "%s long program [%zu] = %g", table->name, i, (double)y[i]);
}

}  // namespace

int main() {
  for (const KernelTable* table : Tables()) {
    CheckOps<float>(table);
    CheckOps<double>(table);
    CheckLongProgram<float>(table);
    CheckLongProgram<double>(table);
    for (uint64_t seed = 0; seed < 1500; seed++) {
      CheckRandomProgram<float>(table, seed);
      CheckRandomProgram<double>(table, seed);
    }
  }
  return check::Finish("elementwise");
}
