// Sizes of this processor's data caches.
#pragma once
#include <cstdint>

namespace ridgeline {

// Bytes; 0 where unknown.
struct CacheSizes {
  int64_t l1d = 0, l2 = 0, l3 = 0;
};

CacheSizes ReadCacheSizes();

}  // namespace ridgeline
