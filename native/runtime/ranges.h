// Splits of a count over threads without allocation.
#pragma once
#include <algorithm>
#include <cstdint>

#include "thread_pool.h"

namespace ridgeline {

// Runs body(begin, end, worker) over [0, count) in ranges of `chunk`.
template <typename Body>
void ForRanges(int32_t threads, int64_t count, int64_t chunk, Body body) {
  if (count <= 0) return;
  if (threads <= 1 || count <= chunk) return body(int64_t{0}, count, 0);
  struct Arg {
    Body* body;
    int64_t count, chunk;
  } arg = {&body, count, chunk};
  ParallelFor(
      threads, (count + chunk - 1) / chunk,
      [](void* pointer, int64_t task, int32_t worker) {
        const Arg* a = static_cast<const Arg*>(pointer);
        (*a->body)(task * a->chunk, std::min(a->count, (task + 1) * a->chunk), worker);
      },
      &arg);
}

// A range of at least `least` (in units of `unit`), and about four ranges per thread.
inline int64_t ChunkOf(int32_t threads, int64_t count, int64_t least, int64_t unit) {
  const int64_t even = (count + 4 * int64_t{threads} - 1) / (4 * int64_t{threads});
  return (std::max<int64_t>(1, std::max(least, even)) + unit - 1) / unit * unit;
}

}  // namespace ridgeline
