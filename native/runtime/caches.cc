#include "caches.h"

#include <cstdio>

#if defined(__APPLE__)
#include <sys/sysctl.h>
#elif defined(__linux__)
#include <unistd.h>
#endif

namespace ridgeline {
namespace {

#if defined(__linux__)
// What the kernel found out. The C library asks the processor, whose answer under a hypervisor may be that of a whole machine.
bool ReadSys(int index, int* level, bool* data, int64_t* bytes) {
  char path[96], type[16] = "", unit = 0;
  long long size = 0;
  const auto read = [&](const char* name, const char* format, auto... into) {
    std::snprintf(path, sizeof(path), "/sys/devices/system/cpu/cpu0/cache/index%d/%s", index, name);
    std::FILE* file = std::fopen(path, "r");
    if (file == nullptr) return false;
    const int found = std::fscanf(file, format, into...);
    std::fclose(file);
    return found >= 1;
  };
  if (!read("level", "%d", level) || !read("type", "%15s", type) || !read("size", "%lld%c", &size, &unit)) return false;
  *data = type[0] != 'I';
  *bytes = static_cast<int64_t>(size) << (unit == 'K' ? 10 : unit == 'M' ? 20 : 0);
  return true;
}
#endif

#if defined(__APPLE__)
int64_t Sysctl(const char* name) {
  int64_t value = 0;
  size_t size = sizeof(value);
  return sysctlbyname(name, &value, &size, nullptr, 0) == 0 ? value : 0;
}
#endif

}  // namespace

CacheSizes ReadCacheSizes() {
  CacheSizes sizes;
#if defined(__linux__)
  int level;
  bool data;
  int64_t bytes;
  for (int i = 0; ReadSys(i, &level, &data, &bytes); i++) {
    if (data && level == 1) sizes.l1d = bytes;
    if (data && level == 2) sizes.l2 = bytes;
    if (data && level == 3) sizes.l3 = bytes;
  }
#if defined(_SC_LEVEL1_DCACHE_SIZE)
  const auto known = [](long value) { return static_cast<int64_t>(value > 0 ? value : 0); };
  if (sizes.l1d == 0)
    sizes = {known(sysconf(_SC_LEVEL1_DCACHE_SIZE)), known(sysconf(_SC_LEVEL2_CACHE_SIZE)), known(sysconf(_SC_LEVEL3_CACHE_SIZE))};
#endif
#elif defined(__APPLE__)
  sizes = {Sysctl("hw.l1dcachesize"), Sysctl("hw.l2cachesize"), Sysctl("hw.l3cachesize")};
#endif
  return sizes;
}

}  // namespace ridgeline
