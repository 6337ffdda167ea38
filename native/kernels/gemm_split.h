// Even splits of an extent, and the integer helpers of the GEMM files.
#pragma once
#include <stdint.h>

namespace ridgeline {
namespace NS {
namespace {
namespace gemm {

// Of counts. Small products divide into one part nearly always, and a division takes as long as a dozen comparisons.
inline int64_t CeilDiv(int64_t a, int64_t b) { return a <= b ? a > 0 : (a + b - 1) / b; }
inline int64_t Min(int64_t a, int64_t b) { return a < b ? a : b; }
inline int64_t Max(int64_t a, int64_t b) { return a > b ? a : b; }

// [0, units) in `parts` ranges whose lengths differ by at most one, the longer ones first: 9 rows in tiles of at most 8 are 5
// and 4, not 8 and 1.
struct Split {
  int64_t parts, base, extra;
  Split(int64_t units, int64_t count) : parts(count), base(units), extra(0) {
    if (count == 1) return;
    base = units / count;
    extra = units % count;
  }
  int64_t Begin(int64_t part) const { return base * part + Min(part, extra); }
  int64_t Longest() const { return base + (extra > 0); }
};

}  // namespace gemm
}  // namespace
}  // namespace NS
}  // namespace ridgeline
