// Reductions made from their codes, for the tests of compiled loops. Includers name the codes' namespace (NS) and use it first.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "check.h"
#include "ew_run.h"

namespace ridgeline_test {

struct Shape {
  int64_t a, b, c;
  uint32_t shared;  // of inputs in memory, a bit for each number: those that are the same for every a
};
constexpr uint32_t kEverySecond = 0xaaaaaaaa;

// Arrays that reductions read; equal seeds give equal memory.
class Arrays {
 public:
  Arrays(const Shape& s, uint64_t seed) : size_(static_cast<size_t>(s.a * s.b * s.c)), rng_{seed}, arrays_(kMaxOperands) {}
  float* operator[](int i) {
    std::vector<float>& array = arrays_[static_cast<size_t>(i)];
    if (array.empty()) {
      array.resize(size_);
      for (float& x : array) x = static_cast<float>(rng_.Uniform(0.5, 3));
    }
    return array.data();
  }

 private:
  size_t size_;
  Rng rng_;
  std::vector<std::vector<float>> arrays_;
};

// What a program stores, from the start of a vector on.
class Results {
 public:
  explicit Results(size_t size) : memory_(size + 16, 7.0f), size_(size) {}
  float* data() { return memory_.data() + skipped(); }
  const float* data() const { return memory_.data() + skipped(); }
  size_t size() const { return size_; }
  float operator[](size_t i) const { return data()[i]; }

 private:
  size_t skipped() const { return (64 - reinterpret_cast<uintptr_t>(memory_.data()) % 64) % 64 / sizeof(float); }
  std::vector<float> memory_;
  size_t size_;
};

// The reduction of given arrays, numbered by `ids` where they are given. `stores` adds the reduced values as a last result.
class Case {
 public:
  Case(const EwCode& code, const Shape& s, Arrays* arrays, bool stores, const int16_t* ids = nullptr) : program_({s.a, s.b, s.c}) {
    const size_t size = static_cast<size_t>(s.a * s.b * s.c);
    const int16_t* at = code.numbers;
    columns_ = *at++ != 0;
    const int32_t op = *at++, reg = *at++;
    for (int i = 0, inputs = *at++; i < inputs; i++) {
      const int16_t place = *at++, number = *at++;
      const int id = ids ? ids[i] : i;
      float* base = (*arrays)[id];
      if (place == kEwForAll) {
        program_.Splat(base);
      } else if (place == kEwPerRow) {
        program_.Strided(base, {s.b, 1, 0});
      } else if ((s.shared >> id & 1) != 0) {
        program_.Strided(base, {0, s.c, 1});
      } else {
        program_.Input(base);
      }
      program_.inputs.back().reg = number;
      Sees(number);
    }
    for (int outputs = *at++; outputs > 0; outputs--) Stores(size, *at++);
    for (int n = *at++; n > 0; n--, at += 5) {
      program_.instrs.push_back({at[0], at[1], at[2], at[3], at[4], 0});
      Sees(at[1]);
    }
    CHECK(at == code.numbers + code.length, "a code of %d numbers", code.length);
    if (stores) Stores(size, reg);
    const int64_t inner = columns_ ? s.b * s.c : 1;
    task_ = {program_.Task(), op, reg, columns_ ? 1 : s.a * s.b, columns_ ? s.a : s.c, inner};
  }
  ReduceTask& task() { return task_; }
  bool columns() const { return columns_; }
  const std::vector<std::unique_ptr<Results>>& results() const { return results_; }

 private:
  void Sees(int32_t reg) {
    if (reg >= program_.registers) program_.registers = reg + 1;
  }
  void Stores(size_t size, int32_t reg) {
    results_.push_back(std::make_unique<Results>(size));
    program_.Output(results_.back()->data(), reg);
  }
  Program program_;
  std::vector<std::unique_ptr<Results>> results_;
  bool columns_ = false;
  ReduceTask task_ = {};
};

inline void CheckResults(const Case& want, const Case& got, const std::string& what) {
  for (size_t k = 0; k < got.results().size(); k++) {
    const Results &x = *want.results()[k], &y = *got.results()[k];
    CHECK(memcmp(x.data(), y.data(), x.size() * sizeof(float)) == 0, "%s, result %zu", what.c_str(), k);
  }
}
inline void CheckBits(const std::vector<float>& want, const std::vector<float>& got, const std::string& what) {
  for (size_t i = 0; i < want.size(); i++) {
    CHECK(want[i] == got[i] || (want[i] != want[i] && got[i] != got[i]), "%s, out[%zu]", what.c_str(), i);
  }
}

}  // namespace ridgeline_test
