// Every compiled loop against the machine that runs programs without one: the same bits on every instruction set (any NaN for a NaN), for
// ranges that begin and end within a row, rows that are not whole vectors, spaces of three axes, operands that are repeated along the first
// axis, updates in place, and results that go past the caches.
#include "check.h"
#include "ew_run.h"
#define NS loops_test
#include "kernels/ew_code.h"

using namespace ridgeline_test;
using namespace ridgeline::loops_test;

namespace {

float AnyValue(Rng* rng) {
  const float special[] = {0.0f, -0.0f, 1e-42f, 1e38f, 200.0f, -200.0f, __builtin_inff(), __builtin_nanf("")};
  return rng->Below(40) == 0 ? special[rng->Below(8)] : static_cast<float>(rng->Uniform(-3, 3));
}

struct Shape {
  int64_t planes, rows, columns;
  bool repeat;    // every second input in memory is the same for all of three axes' first
  bool in_place;  // outputs take the places of the first inputs
};

// Numbers that begin at a whole vector.
struct Array {
  std::vector<float> memory;
  size_t offset, size;
  explicit Array(size_t count, float value = 0) : memory(count + 16, value), size(count) {
    offset = (64 - reinterpret_cast<uintptr_t>(memory.data()) % 64) % 64 / sizeof(float);
  }
  float* data() { return memory.data() + offset; }
  const float* data() const { return memory.data() + offset; }
};

// The program over fresh memory; equal seeds give equal memory.
class Case {
 public:
  Case(const EwCode& code, const Shape& shape, uint64_t seed)
      : program_(shape.planes > 1 ? std::vector<int64_t>{shape.planes, shape.rows, shape.columns}
                                  : std::vector<int64_t>{shape.rows, shape.columns}) {
    Rng rng = {seed};
    const size_t size = static_cast<size_t>(shape.planes * shape.rows * shape.columns);
    const auto strided = [&](float* base, int64_t plane, int64_t row, int64_t column) {
      program_.Strided(base, shape.planes > 1 ? std::vector<int64_t>{plane, row, column} : std::vector<int64_t>{row, column});
    };
    const int16_t* at = code.numbers;
    std::vector<float*> replaceable;
    const int inputs = *at++;
    arrays_.reserve(kMaxOperands);
    for (int i = 0; i < inputs; i++) {
      const int16_t place = *at++, reg = *at++;
      arrays_.emplace_back(size);
      // Some thousand values, again and again.
      float* values = arrays_.back().data();
      for (size_t k = 0; k < size; k++) values[k] = k < 4999 ? AnyValue(&rng) : values[k - 4999];
      float* base = arrays_.back().data();
      const bool one_plane = place == kEwMemory && shape.repeat && shape.planes > 1 && i % 2 == 1;
      if (place == kEwForAll) {
        program_.Splat(base);
      } else if (place == kEwPerRow) {
        strided(base, shape.rows, 1, 0);
      } else if (place == kEwPerColumn) {
        strided(base, shape.columns, 0, 1);
      } else if (one_plane) {
        strided(base, 0, shape.columns, 1);
      } else {
        program_.Input(base);
        replaceable.push_back(base);
      }
      program_.inputs.back().reg = reg;
      Sees(reg);
    }
    const int outputs = *at++;
    for (int k = 0; k < outputs; k++) {
      const size_t place = static_cast<size_t>(k);
      float* base;
      if (shape.in_place && place < replaceable.size()) {
        base = replaceable[place];
      } else {
        arrays_.emplace_back(size, 7.0f);
        base = arrays_.back().data();
      }
      program_.Output(base, *at++);
    }
    for (int n = *at++; n > 0; n--, at += 5) {
      program_.instrs.push_back({at[0], at[1], at[2], at[3], at[4], 0});
      Sees(at[1]);
    }
    CHECK(at == code.numbers + code.length, "a code of %d numbers", code.length);
  }
  EwTask Task() const { return program_.Task(); }
  const std::vector<Array>& arrays() const { return arrays_; }

 private:
  void Sees(int32_t reg) {
    if (reg >= program_.registers) program_.registers = reg + 1;
  }
  Program program_;
  std::vector<Array> arrays_;
};

bool Same(const std::vector<Array>& a, const std::vector<Array>& b) {
  for (size_t k = 0; k < a.size(); k++) {
    for (size_t i = 0; i < a[k].size; i++) {
      const float x = a[k].data()[i], y = b[k].data()[i];
      if (memcmp(&x, &y, sizeof x) != 0 && (x == x || y == y)) return false;
    }
  }
  return true;
}

void CheckLoop(const KernelTable* table, int32_t l, const Shape& shape) {
  const uint64_t seed = static_cast<uint64_t>(l) + 1;
  const Case interpreted(kEwCodes[l], shape, seed), compiled(kEwCodes[l], shape, seed);
  EwTask slow = interpreted.Task(), fast = compiled.Task();
  fast.loop = table->find_ew_loop(&fast);
  CHECK(fast.loop == l + 1, "%s: loop %d, found %d", table->name, l + 1, fast.loop);
  const int64_t cut = slow.size / 3 + 1;
  for (const int64_t begin : {int64_t{0}, cut}) {
    const int64_t end = begin == 0 ? cut : slow.size;
    RunEw<float>(table, slow, begin, end);
    RunEw<float>(table, fast, begin, end);
  }
  CHECK(Same(interpreted.arrays(), compiled.arrays()), "%s: loop %d, %d x %d x %d", table->name, l, static_cast<int>(shape.planes),
        static_cast<int>(shape.rows), static_cast<int>(shape.columns));
}

void CheckLoops(const KernelTable* table) {
  const Shape shapes[] = {{1, 1, 40, false, false}, {1, 5, 37, false, false}, {1, 5, 37, false, true},
                          {1, 3, 64, false, false}, {1, 70, 33, false, true}, {4, 3, 35, true, false}};
  int with_rows = 0, with_columns = 0;
  for (int32_t l = 0; l < kEwLoopCount; l++) {
    for (const Shape& shape : shapes) CheckLoop(table, l, shape);
    // Two inputs in memory and one value per row, or per column, at least: what normalizations have. An odd number of rows, since they go
    // in pairs.
    const int16_t* code = kEwCodes[l].numbers;
    int memory = 0, per_row = 0, per_column = 0;
    for (int i = 0; i < code[0]; i++) {
      memory += code[1 + 2 * i] == kEwMemory;
      per_row += code[1 + 2 * i] == kEwPerRow;
      per_column += code[1 + 2 * i] == kEwPerColumn;
    }
    const bool rows = memory >= 2 && per_row >= 1 && with_rows == 0, columns = memory >= 2 && per_column >= 1 && with_columns == 0;
    with_rows += rows;
    with_columns += columns;
    if (rows || columns) CheckLoop(table, l, {1, 101, 64 * 1024, false, false});
  }
  CHECK(with_rows > 0 && with_columns > 0, "%s: loops for large results: %d and %d", table->name, with_rows, with_columns);
}

}  // namespace

int main() {
  for (const KernelTable* table : Tables()) CheckLoops(table);
  return check::Finish("loops");
}
