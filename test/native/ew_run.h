// Shared by the kernel tests: memory fenced by an inaccessible page, small programs, and the tables this CPU can run.
#pragma once
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <vector>

#include "kernels/table.h"
#include "tables.h"

namespace ridgeline_test {

using namespace ridgeline;

inline std::vector<const KernelTable*> Tables() {
  std::vector<const KernelTable*> tables;
  for (const char* name : kTableNames) {
    if (const KernelTable* table = KernelsByName(name)) tables.push_back(table);
  }
  return tables;
}

// count elements that end `slack` bytes before an inaccessible page; the bytes around them are watched for writes.
template <typename T>
class Fenced {
 public:
  explicit Fenced(size_t count, size_t slack = 0) : count_(count), slack_(slack) {
    const size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
    body_ = (count * sizeof(T) + slack + 64 + page - 1) / page * page;
    map_ = static_cast<unsigned char*>(mmap(nullptr, body_ + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    if (map_ == MAP_FAILED || mprotect(map_ + body_, page, PROT_NONE) != 0) abort();
    bytes_ = body_ + page;
    memset(map_, kGuard, body_);
    data_ = reinterpret_cast<T*>(map_ + body_ - slack - count * sizeof(T));
  }
  ~Fenced() { munmap(map_, bytes_); }
  Fenced(const Fenced&) = delete;
  Fenced& operator=(const Fenced&) = delete;
  T* data() { return data_; }
  size_t size() const { return count_; }
  T& operator[](size_t i) { return data_[i]; }
  // Whether nothing was written outside the elements.
  bool Intact() const {
    const unsigned char* begin = reinterpret_cast<const unsigned char*>(data_);
    for (const unsigned char* p = map_; p < begin; p++) {
      if (*p != kGuard) return false;
    }
    for (const unsigned char* p = begin + count_ * sizeof(T); p < map_ + body_; p++) {
      if (*p != kGuard) return false;
    }
    return true;
  }

 private:
  static constexpr unsigned char kGuard = 0xA5;
  size_t count_, slack_, body_, bytes_;
  unsigned char* map_;
  T* data_;
};

template <typename T>
constexpr int32_t DTypeOf() {
  return sizeof(T) == 8 ? kF64 : sizeof(T) == 1 ? kU8 : static_cast<T>(0.5) != 0 ? kF32 : kI32;
}

// A program under construction; Run() hands it to a table.
struct Program {
  std::vector<int64_t> dims;
  std::vector<EwOperand> inputs, outputs;
  std::vector<EwInstr> instrs;
  int32_t registers = 0;
  uint32_t seed[2] = {0, 0}, step[2] = {0, 0};

  explicit Program(std::vector<int64_t> shape) : dims(std::move(shape)) {}
  EwOperand Operand(void* base, int32_t dtype, int32_t reg, int32_t kind, const std::vector<int64_t>& strides) {
    EwOperand operand = {};
    operand.base = base;
    operand.dtype = dtype;
    operand.reg = reg;
    operand.kind = kind;
    for (size_t i = 0; i < strides.size(); i++) operand.strides[i] = strides[i];
    return operand;
  }
  std::vector<int64_t> RowMajor() const {
    std::vector<int64_t> strides(dims.size());
    int64_t stride = 1;
    for (size_t i = dims.size(); i-- > 0;) {
      strides[i] = stride;
      stride *= dims[i];
    }
    return strides;
  }
  template <typename T>
  int32_t Input(T* base) {
    inputs.push_back(Operand(base, DTypeOf<T>(), registers, kEwContiguous, RowMajor()));
    return registers++;
  }
  template <typename T>
  int32_t Splat(T* base) {
    inputs.push_back(Operand(base, DTypeOf<T>(), registers, kEwSplat, std::vector<int64_t>(dims.size(), 0)));
    return registers++;
  }
  template <typename T>
  int32_t Strided(T* base, const std::vector<int64_t>& strides) {
    inputs.push_back(Operand(base, DTypeOf<T>(), registers, kEwStrided, strides));
    return registers++;
  }
  int32_t Immediate(double value) {
    inputs.push_back(Operand(nullptr, kF64, registers, kEwImmediate, {}));
    inputs.back().immediate = value;
    return registers++;
  }
  int32_t Op(int32_t op, int32_t a = 0, int32_t b = 0, int32_t c = 0, uint32_t stream = 0) {
    instrs.push_back({op, registers, a, b, c, stream});
    return registers++;
  }
  template <typename T>
  void Output(T* base, int32_t reg) {
    outputs.push_back(Operand(base, DTypeOf<T>(), reg, kEwContiguous, RowMajor()));
  }
  template <typename T>
  void StridedOutput(T* base, int32_t reg, const std::vector<int64_t>& strides) {
    outputs.push_back(Operand(base, DTypeOf<T>(), reg, kEwStrided, strides));
  }
  EwTask Task() const {
    EwTask task = {};
    task.rank = static_cast<int32_t>(dims.size());
    task.size = 1;
    for (size_t i = 0; i < dims.size(); i++) {
      task.dims[i] = dims[i];
      task.size *= dims[i];
    }
    task.n_inputs = static_cast<int32_t>(inputs.size());
    task.n_outputs = static_cast<int32_t>(outputs.size());
    task.n_instrs = static_cast<int32_t>(instrs.size());
    task.n_registers = registers;
    task.inputs = inputs.data();
    task.outputs = outputs.data();
    task.instrs = instrs.data();
    memcpy(task.seed, seed, sizeof seed);
    memcpy(task.step, step, sizeof step);
    return task;
  }
};

template <typename T>
void RunEw(const KernelTable* table, const EwTask& task, int64_t begin, int64_t end) {
  if constexpr (sizeof(T) == 4) {
    table->ew_f32(&task, begin, end);
  } else {
    table->ew_f64(&task, begin, end);
  }
}
template <typename T>
void RunEw(const KernelTable* table, const EwTask& task) {
  RunEw<T>(table, task, 0, task.size);
}

// A small generator with reproducible values.
struct Rng {
  uint64_t state;
  uint64_t Next() {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (state >> 33) ^ (state >> 13);
  }
  int64_t Below(int64_t n) { return static_cast<int64_t>(Next() % static_cast<uint64_t>(n)); }
  double Uniform(double low, double high) { return low + (high - low) * static_cast<double>(Next() % 1000003) / 1000003.0; }
};

}  // namespace ridgeline_test
