#include "cores.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>

#if defined(__linux__)
#include <sched.h>
#endif

namespace ridgeline {
namespace {

#if defined(__linux__)
// The first line of a file without its newline; empty when it cannot be read.
std::string FirstLine(const std::string& path) {
  char line[256] = "";
  if (FILE* file = std::fopen(path.c_str(), "re")) {
    if (std::fgets(line, sizeof line, file) == nullptr) line[0] = '\0';
    std::fclose(file);
  }
  line[std::strcspn(line, "\n")] = '\0';
  return line;
}

// The least of two quotas, 0 being none.
double Least(double a, double b) { return a == 0 ? b : b == 0 || a < b ? a : b; }

double QuotaV2(const std::string& folder) {
  double quota = 0, period = 0;
  const std::string line = FirstLine(folder + "/cpu.max");  // "max 100000" or "150000 100000"
  return std::sscanf(line.c_str(), "%lf %lf", &quota, &period) == 2 && quota > 0 && period > 0 ? quota / period : 0;
}

double QuotaV1(const std::string& folder) {
  const double quota = std::atof(FirstLine(folder + "/cpu.cfs_quota_us").c_str());
  const double period = std::atof(FirstLine(folder + "/cpu.cfs_period_us").c_str());
  return quota > 0 && period > 0 ? quota / period : 0;
}

// A group is bound by the quotas of all groups around it. In a container the path may be that of the host, which does not exist here;
// the mount itself is then the group.
double LeastUpwards(const std::string& mount, std::string path, double (*quota)(const std::string&)) {
  double least = quota(mount);
  while (path.size() > 1) {
    least = Least(least, quota(mount + path));
    path.resize(path.find_last_of('/'));
  }
  return least;
}

// Whether a comma-separated list of controllers names `cpu`.
bool NamesCpu(const char* list, size_t length) {
  const std::string all = "," + std::string(list, length) + ",";
  return all.find(",cpu,") != std::string::npos;
}

double Quota() {
  double least = 0;
  FILE* file = std::fopen("/proc/self/cgroup", "re");
  if (file == nullptr) return 0;
  char line[4096];
  while (std::fgets(line, sizeof line, file) != nullptr) {
    line[std::strcspn(line, "\n")] = '\0';
    const char* controllers = std::strchr(line, ':');
    const char* path = controllers == nullptr ? nullptr : std::strchr(controllers + 1, ':');
    if (path == nullptr || path[1] != '/') continue;
    const size_t length = static_cast<size_t>(path - controllers - 1);
    if (length == 0) {
      least = Least(least, LeastUpwards("/sys/fs/cgroup", path + 1, &QuotaV2));
    } else if (NamesCpu(controllers + 1, length)) {
      least = Least(least, LeastUpwards("/sys/fs/cgroup/" + std::string(controllers + 1, length), path + 1, &QuotaV1));
      least = Least(least, LeastUpwards("/sys/fs/cgroup/cpu", path + 1, &QuotaV1));
    }
  }
  std::fclose(file);
  return least;
}
#endif

}  // namespace

int32_t AffinityCores() {
#if defined(__linux__)
  // A mask too small for the machine is refused: double it until it fits.
  for (int cpus = 1024; cpus <= 1 << 20; cpus *= 2) {
    cpu_set_t* set = CPU_ALLOC(cpus);
    if (set == nullptr) break;
    const size_t bytes = CPU_ALLOC_SIZE(cpus);
    const int count = sched_getaffinity(0, bytes, set) == 0 ? CPU_COUNT_S(bytes, set) : 0;
    CPU_FREE(set);
    if (count > 0) return count;
  }
#endif
  const unsigned cores = std::thread::hardware_concurrency();
  return cores > 0 ? static_cast<int32_t>(cores) : 1;
}

int32_t QuotaCores() {
#if defined(__linux__)
  const double quota = Quota();
  // Rounded down: a thread beyond the quota only makes all of them wait for the next period.
  if (quota > 0) return quota < 1 ? 1 : quota < 1024 ? static_cast<int32_t>(quota) : 1024;
#endif
  return 0;
}

}  // namespace ridgeline
