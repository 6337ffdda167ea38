// Every compiled loop against the machine that runs programs without one: the same bits on every instruction set (any NaN for a NaN), for
// ranges that begin and end within a row, rows that are not whole vectors, operands that are rows repeated, and updates in place.
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
  int64_t rows, columns;
  bool repeat;    // every second input in memory is one row for all
  bool in_place;  // outputs take the places of the first inputs
};

// The program over fresh memory; equal seeds give equal memory.
class Case {
 public:
  Case(const EwCode& code, const Shape& shape, uint64_t seed) : program_({shape.rows, shape.columns}) {
    Rng rng = {seed};
    const size_t size = static_cast<size_t>(shape.rows * shape.columns);
    const int16_t* at = code.numbers;
    std::vector<float*> replaceable;
    const int inputs = *at++;
    arrays_.reserve(kMaxOperands);
    for (int i = 0; i < inputs; i++) {
      const int16_t place = *at++, reg = *at++;
      arrays_.emplace_back(size);
      for (float& x : arrays_.back()) x = AnyValue(&rng);
      float* base = arrays_.back().data();
      const bool one_row = place == kEwMemory && shape.repeat && i % 2 == 1;
      if (place == kEwForAll) {
        program_.Splat(base);
      } else if (place == kEwPerRow) {
        program_.Strided(base, {1, 0});
      } else if (one_row) {
        program_.Strided(base, {0, 1});
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
  const std::vector<std::vector<float>>& arrays() const { return arrays_; }

 private:
  void Sees(int32_t reg) {
    if (reg >= program_.registers) program_.registers = reg + 1;
  }
  Program program_;
  std::vector<std::vector<float>> arrays_;
};

bool Same(const std::vector<std::vector<float>>& a, const std::vector<std::vector<float>>& b) {
  for (size_t k = 0; k < a.size(); k++) {
    for (size_t i = 0; i < a[k].size(); i++) {
      const float x = a[k][i], y = b[k][i];
      if (memcmp(&x, &y, sizeof x) != 0 && (x == x || y == y)) return false;
    }
  }
  return true;
}

void CheckLoops(const KernelTable* table) {
  const Shape shapes[] = {{1, 40, false, false}, {5, 37, false, false}, {5, 37, false, true}, {3, 64, true, false}, {70, 33, true, true}};
  for (int32_t l = 0; l < kEwLoopCount; l++) {
    for (const Shape& shape : shapes) {
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
      CHECK(Same(interpreted.arrays(), compiled.arrays()), "%s: loop %d, %d x %d", table->name, l, static_cast<int>(shape.rows),
            static_cast<int>(shape.columns));
    }
  }
}

}  // namespace

int main() {
  for (const KernelTable* table : Tables()) CheckLoops(table);
  return check::Finish("loops");
}
