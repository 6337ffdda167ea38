// The harness of the native tests: a failed CHECK prints where and what, and the program's exit status tells.
#pragma once
#include <stdio.h>

namespace check {
inline int failures = 0;
inline int checks = 0;

// At most this many failures are printed; all are counted.
constexpr int kShown = 20;

inline int Finish(const char* name) {
  printf("%s: %d checks, %d failures\n", name, checks, failures);
  return failures == 0 && checks > 0 ? 0 : 1;
}
}  // namespace check

// CHECK(condition, "format", ...): the message says what was being checked.
#define CHECK(condition, ...)                                                \
  do {                                                                       \
    ++check::checks;                                                         \
    if (!(condition) && ++check::failures <= check::kShown) {                \
      fprintf(stderr, "%s:%d: %s failed: ", __FILE__, __LINE__, #condition); \
      fprintf(stderr, __VA_ARGS__);                                          \
      fprintf(stderr, "\n");                                                 \
    }                                                                        \
  } while (0)
