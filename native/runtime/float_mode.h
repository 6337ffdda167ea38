// The rounding and denormal mode that the kernels need, whatever a thread had before.
#pragma once
#if defined(__SSE2__)
#include <immintrin.h>
#else
#include <cfenv>
#endif

namespace ridgeline {

#if defined(__SSE2__)
// Of the SSE unit alone: C's functions, which also save the x87 unit's state, take a tenth of a microsecond.
using FloatMode = unsigned int;
inline FloatMode GetFloatMode() { return _mm_getcsr(); }
inline void SetFloatMode(FloatMode mode) {
  constexpr FloatMode kFlags = 0x3f;  // what has happened so far; nobody here reads them
  if (((_mm_getcsr() ^ mode) & ~kFlags) != 0) _mm_setcsr(mode);
}
inline void SetDefaultFloatMode() { SetFloatMode(0x1f80); }  // to nearest, denormals kept, no traps
#else
using FloatMode = std::fenv_t;
inline FloatMode GetFloatMode() {
  FloatMode mode;
  std::fegetenv(&mode);
  return mode;
}
inline void SetFloatMode(const FloatMode& mode) { std::fesetenv(&mode); }
inline void SetDefaultFloatMode() { std::fesetenv(FE_DFL_ENV); }
#endif

// The default mode while it lives.
class DefaultFloatMode {
 public:
  DefaultFloatMode() : old_(GetFloatMode()) { SetDefaultFloatMode(); }
  ~DefaultFloatMode() { SetFloatMode(old_); }
  DefaultFloatMode(const DefaultFloatMode&) = delete;
  DefaultFloatMode& operator=(const DefaultFloatMode&) = delete;

 private:
  FloatMode old_;
};

}  // namespace ridgeline
