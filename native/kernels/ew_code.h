// The programs that have a compiled loop, as numbers (generated/ew_codes.h): inputs (place, register), outputs (register), steps (op, dst,
// a, b, c), each list after its length. Data alone, so that tests can walk all of them on every instruction set.
#pragma once
#include <stdint.h>

namespace ridgeline {
namespace NS {
namespace {

struct EwCode {
  const int16_t* numbers;
  int32_t length;
};

// How a loop reads an input: memory along a row, one value per row, one value for all, memory that is the same in every row.
enum EwPlace : int16_t { kEwMemory = 0, kEwPerRow = 1, kEwForAll = 2, kEwPerColumn = 3 };

}  // namespace
}  // namespace NS
}  // namespace ridgeline

#include "generated/ew_codes.h"
