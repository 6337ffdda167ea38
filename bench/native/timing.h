// Time and repetition, for the programs of this folder.
#pragma once
#include <time.h>

#include <cmath>

namespace bench {

inline double Now() {
  timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

// Seconds of one call, over as many calls as fill about `span` seconds; the first call does not count.
template <class F>
double SecondsPerCall(F&& call, double span) {
  double start = Now();
  call();
  const double once = std::fmax(Now() - start, 1e-8);
  const long calls = static_cast<long>(std::fmax(1.0, span / once));
  start = Now();
  for (long i = 0; i < calls; ++i) call();
  return (Now() - start) / static_cast<double>(calls);
}

}  // namespace bench
