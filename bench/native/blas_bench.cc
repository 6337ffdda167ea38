// GEMM against OpenBLAS, BLIS and oneDNN, and as a share of this machine's FMA peak.
//
//   blas_bench [--threads N] [--isa NAME] [--rounds N] [--only GROUP]     groups: large, training, small, float64
//
// Every library lives in a process of its own, because they export the same symbols, and is asked in turn: A B C, A B C, ... The
// libraries are found at run time; one that is missing is named and left out. Each first computes C from the same operands, which must
// agree. One thread is timed by its CPU time, several by the clock; the figure is the best round, the ratio that of the best rounds.
//
//   g++ -std=c++17 -O2 -Inative bench/native/blas_bench.cc <objects of the native build> -ldl -lpthread
#include <dlfcn.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "kernels/table.h"
#include "runtime/thread_pool.h"

using namespace ridgeline;

namespace {

int threads = 1;
const char* isa = nullptr;

double Seconds(clockid_t clock) {
  timespec t;
  clock_gettime(clock, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}
double Now() { return Seconds(threads == 1 ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC); }

struct Shape {
  const char* group;
  int64_t m, n, k;
  const char* op;
  bool f64;
  double Flops() const { return 2.0 * static_cast<double>(m) * static_cast<double>(n) * static_cast<double>(k); }
  bool Ta() const { return op[0] == 'T'; }
  bool Tb() const { return op[1] == 'T'; }
  int64_t Lda() const { return Ta() ? m : k; }
  int64_t Ldb() const { return Tb() ? k : n; }
};

std::vector<Shape> Shapes() {
  std::vector<Shape> all;
  for (int64_t n : {512, 1024, 2048}) {
    for (const char* op : {"NN", "NT", "TN", "TT"}) all.push_back({"large", n, n, n, op, false});
  }
  // Forward, weight gradient and input gradient of each layer of M (batch 128) and L (batch 512).
  const int64_t layers[][3] = {{128, 784, 512}, {128, 512, 512}, {128, 512, 10}, {512, 784, 2048}, {512, 2048, 2048}, {512, 2048, 10}};
  for (const auto& [batch, in, out] : layers) {
    all.push_back({"training", batch, out, in, "NN", false});
    all.push_back({"training", in, out, batch, "TN", false});
    all.push_back({"training", batch, in, out, "NT", false});
  }
  const int64_t small[][3] = {{64, 64, 64}, {128, 128, 128}, {256, 256, 256}, {32, 64, 64}, {64, 64, 576}, {64, 10, 256}, {100, 100, 100}};
  for (const auto& [m, n, k] : small) all.push_back({"small", m, n, k, "NN", false});
  all.push_back({"small", 32, 64, 64, "NT", false});
  all.push_back({"small", 64, 64, 32, "TN", false});
  all.push_back({"small", 1, 1024, 1024, "NN", false});
  all.push_back({"small", 1, 1024, 1024, "NT", false});
  all.push_back({"small", 1024, 1, 1024, "NN", false});
  all.push_back({"small", 1024, 1, 1024, "TN", false});
  for (int64_t n : {512, 1024, 2048}) {
    for (const char* op : {"NN", "NT", "TN"}) all.push_back({"float64", n, n, n, op, true});
  }
  all.push_back({"float64", 500, 500, 20000, "TN", true});
  return all;
}

// C = op(A) op(B), all dense, row-major.
using Multiply = std::function<void(const Shape&, const void* a, const void* b, void* c)>;
struct Library {
  std::string version = {};
  Multiply multiply;
};

void* Open(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (void* library = dlopen(name, RTLD_NOW | RTLD_LOCAL)) return library;
  }
  return nullptr;
}
template <class F>
F* Find(void* library, const char* name) {
  return reinterpret_cast<F*>(dlsym(library, name));
}

template <class T>
using Cblas = void(int, int, int, int, int, int, T, const T*, int, const T*, int, T, T*, int);

Multiply ByCblas(void* library) {
  const auto sgemm = Find<Cblas<float>>(library, "cblas_sgemm");
  const auto dgemm = Find<Cblas<double>>(library, "cblas_dgemm");
  if (!sgemm || !dgemm) return nullptr;
  return [=](const Shape& s, const void* a, const void* b, void* c) {
    const auto call = [&](auto* gemm, auto one) {
      using T = decltype(one);
      gemm(101, s.Ta() ? 112 : 111, s.Tb() ? 112 : 111, static_cast<int>(s.m), static_cast<int>(s.n), static_cast<int>(s.k), one,
           static_cast<const T*>(a), static_cast<int>(s.Lda()), static_cast<const T*>(b), static_cast<int>(s.Ldb()), T(0),
           static_cast<T*>(c), static_cast<int>(s.n));
    };
    if (s.f64) {
      call(dgemm, 1.0);
    } else {
      call(sgemm, 1.0f);
    }
  };
}

Library OpenBlas() {
  void* library = Open({"openblas-pthread/libopenblas.so.0", "/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblas.so.0",
                        "libopenblas.so.0", "libopenblas.so"});
  if (!library) return {};
  const auto config = Find<char*()>(library, "openblas_get_config");
  return {config ? config() : "OpenBLAS", ByCblas(library)};
}

Library Blis() {
  void* library = Open({"libblis.so.4", "libblis.so"});
  if (!library) return {};
  const auto version = Find<const char*()>(library, "bli_info_get_version_str");
  return {std::string("BLIS ") + (version ? version() : ""), ByCblas(library)};
}

// The plain BLAS call of oneDNN: operands as they are, packed within the call if at all.
Library OneDnn() {
  void* library = Open({"libdnnl.so.3", "libdnnl.so.2", "libdnnl.so"});
  if (!library) return {};
  struct Version {
    int major, minor, patch;
  };
  const auto version = Find<const Version*()>(library, "dnnl_version");
  const auto sgemm =
      Find<int(char, char, int64_t, int64_t, int64_t, float, const float*, int64_t, const float*, int64_t, float, float*, int64_t)>(
          library, "dnnl_sgemm");
  if (!version || !sgemm) return {};
  char name[64];
  snprintf(name, sizeof name, "oneDNN %d.%d.%d", version()->major, version()->minor, version()->patch);
  return {name, [=](const Shape& s, const void* a, const void* b, void* c) {
            sgemm(s.op[0], s.op[1], s.m, s.n, s.k, 1, static_cast<const float*>(a), s.Lda(), static_cast<const float*>(b), s.Ldb(), 0,
                  static_cast<float*>(c), s.n);
          }};
}

const KernelTable* Kernels() {
  for (const char* name : {"avx512", "avx2", "neon", "baseline"}) {
    if (isa && strcmp(isa, name) != 0) continue;
    if (const KernelTable* table = KernelsByName(name)) return table;
  }
  return nullptr;
}

Library Ridgeline() {
  const KernelTable* table = Kernels();
  if (!table) return {};
  const Parallel* parallel = (new ParallelContext(threads))->parallel();
  return {table->name, [=](const Shape& s, const void* a, const void* b, void* c) {
            const GemmTask task = {s.m, s.n, s.k, a, s.Lda(), s.Ta(), b, s.Ldb(), s.Tb(), c, s.n, 1, 0, nullptr, 0};
            if ((s.f64 ? table->gemm_f64 : table->gemm_f32)(&task, parallel) != 0) abort();
          }};
}

// A chain of independent multiply-adds that never leaves the registers: 12 of them cover latency times throughput of any CPU so far.
template <class V>
[[gnu::always_inline]] inline double PeakLoop(int64_t steps) {
  V acc[12] = {};
  V x = {}, y = {};
  x = x + 0.5f;
  y = y + 1.0f;
  // As if they differed: equal chains would be one.
  for (int j = 0; j < 12; ++j) __asm__ volatile("" : "+m"(acc[j]));
  for (int64_t i = 0; i < steps; ++i) {
#pragma GCC unroll 12
    for (int j = 0; j < 12; ++j) acc[j] = acc[j] * x + y;
  }
  for (int j = 0; j < 12; ++j) __asm__ volatile("" : : "m"(acc[j]));
  return 2.0 * 12 * sizeof(V) / sizeof(float) * static_cast<double>(steps);
}
typedef float V16 __attribute__((vector_size(16)));
__attribute__((noinline)) double Peak128(int64_t steps) { return PeakLoop<V16>(steps); }
#if defined(__x86_64__)
typedef float V32 __attribute__((vector_size(32)));
typedef float V64 __attribute__((vector_size(64)));
__attribute__((target("avx512f,fma"), optimize("fp-contract=fast"), noinline)) double Peak512(int64_t steps) {
  return PeakLoop<V64>(steps);
}
__attribute__((target("avx2,fma"), optimize("fp-contract=fast"), noinline)) double Peak256(int64_t steps) { return PeakLoop<V32>(steps); }
#endif

// Float32 operations of a run of the loop on one thread.
double PeakRun() {
  constexpr int64_t kSteps = 300000;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return Peak512(kSteps);
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return Peak256(kSteps);
#endif
  return Peak128(kSteps);
}

Library Peak() {
  const Parallel* parallel = (new ParallelContext(threads))->parallel();
  return {"FMA peak", [=](const Shape&, const void*, const void*, void*) {
            if (threads == 1) {
              PeakRun();
            } else {
              parallel->run(
                  parallel->context, threads, [](void*, int64_t, int32_t) { PeakRun(); }, nullptr);
            }
          }};
}

// What a process is asked for, and answers. shape < 0 ends it; calls == 0 asks for the result instead of the time.
struct Request {
  int shape, calls;
};

struct Subject {
  const char* name;
  Library (*open)();
  pid_t pid = 0;
  int to = -1, from = -1;
  void* result = nullptr;  // shared
  std::string version = {};

  template <class T>
  T Ask(Request request) {
    T answer;
    if (write(to, &request, sizeof request) != sizeof request || read(from, &answer, sizeof answer) != sizeof answer) {
      fprintf(stderr, "blas_bench: %s died\n", name);
      exit(1);
    }
    return answer;
  }
};

void* Operand(int64_t count, bool f64, uint32_t seed) {
  const size_t bytes = (static_cast<size_t>(count) * (f64 ? 8 : 4) + 63) / 64 * 64;
  void* memory = aligned_alloc(64, bytes);
  if (!memory) abort();
  for (int64_t i = 0; i < count; ++i) {
    seed = seed * 1664525u + 1013904223u;
    const double x = static_cast<double>(seed) * 0x1p-32 - 0.5;
    if (f64) {
      static_cast<double*>(memory)[i] = x;
    } else {
      static_cast<float*>(memory)[i] = static_cast<float>(x);
    }
  }
  return memory;
}

[[noreturn]] void Serve(const Subject& subject, int in, int out, const std::vector<Shape>& shapes) {
  const Library library = subject.open();
  char version[256] = "";
  if (library.multiply) snprintf(version, sizeof version, "%s", library.version.c_str());
  if (write(out, version, sizeof version) != sizeof version || !library.multiply) _exit(0);
  int prepared = -1;
  void *a = nullptr, *b = nullptr, *c = nullptr;
  for (Request request; read(in, &request, sizeof request) == sizeof request && request.shape >= 0;) {
    const Shape& s = shapes[static_cast<size_t>(request.shape)];
    if (request.shape != prepared) {
      free(a);
      free(b);
      free(c);
      a = Operand(s.m * s.k, s.f64, 1);
      b = Operand(s.k * s.n, s.f64, 2);
      c = Operand(s.m * s.n, s.f64, 3);
      prepared = request.shape;
    }
    double seconds = 0;
    if (request.calls == 0) {
      library.multiply(s, a, b, c);
      memcpy(subject.result, c, static_cast<size_t>(s.m * s.n) * (s.f64 ? 8 : 4));
    } else {
      library.multiply(s, a, b, c);  // wakes the threads and the caches
      const double start = Now();
      for (int i = 0; i < request.calls; ++i) library.multiply(s, a, b, c);
      seconds = (Now() - start) / request.calls;
    }
    if (write(out, &seconds, sizeof seconds) != sizeof seconds) break;
  }
  _exit(0);
}

// Whether the library could be had.
bool Start(Subject& subject, const std::vector<Shape>& shapes, size_t result_bytes) {
  int request[2], answer[2];
  if (pipe(request) != 0 || pipe(answer) != 0) abort();
  subject.result = mmap(nullptr, result_bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (subject.result == MAP_FAILED) abort();
  subject.pid = fork();
  if (subject.pid == 0) {
    close(request[1]);
    close(answer[0]);
    const std::string count = std::to_string(threads);
    for (const char* name : {"OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"}) setenv(name, count.c_str(), 1);
    Serve(subject, request[0], answer[1], shapes);
  }
  close(request[0]);
  close(answer[1]);
  subject.to = request[1];
  subject.from = answer[0];
  char version[256];
  if (read(subject.from, version, sizeof version) != sizeof version) return false;
  subject.version = version;
  return version[0] != '\0';
}

// Any two orders of summation of k products below 1/4 in size differ by less than this.
bool Agree(const Shape& s, const void* x, const void* y) {
  const double bound = (s.f64 ? 0x1p-52 : 0x1p-23) * static_cast<double>(s.k) * (0.25 * static_cast<double>(s.k));
  for (int64_t i = 0; i < s.m * s.n; ++i) {
    const double difference = s.f64 ? static_cast<const double*>(x)[i] - static_cast<const double*>(y)[i]
                                    : static_cast<const float*>(x)[i] - static_cast<const float*>(y)[i];
    if (!(fabs(difference) <= bound)) return false;
  }
  return true;
}

int Main(int argc, char** argv) {
  int rounds = 15;
  const char* only = nullptr;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (strcmp(argv[i], "--threads") == 0) threads = atoi(argv[i + 1]);
    if (strcmp(argv[i], "--rounds") == 0) rounds = atoi(argv[i + 1]);
    if (strcmp(argv[i], "--isa") == 0) isa = argv[i + 1];
    if (strcmp(argv[i], "--only") == 0) only = argv[i + 1];
  }
  signal(SIGPIPE, SIG_IGN);
  const std::vector<Shape> shapes = Shapes();
  size_t result_bytes = 0;
  for (const Shape& s : shapes) result_bytes = std::max(result_bytes, static_cast<size_t>(s.m * s.n) * (s.f64 ? 8 : 4));

  std::vector<Subject> subjects = {{"peak", Peak}, {"ridgeline", Ridgeline}, {"onednn", OneDnn}, {"openblas", OpenBlas}, {"blis", Blis}};
  std::vector<Subject> present;
  for (Subject& subject : subjects) {
    if (Start(subject, shapes, result_bytes)) {
      printf("%s: %s\n", subject.name, subject.version.c_str());
      present.push_back(subject);
    } else {
      printf("%s: skipped, it could not be loaded\n", subject.name);
    }
    fflush(stdout);
  }
  printf("%d thread(s), best of %d rounds, GFLOP/s\n%5s %5s %5s %2s %3s", threads, rounds, "m", "n", "k", "op", "");
  for (const Subject& subject : present) printf(" %9s", subject.name);
  printf(" %7s %7s\n", "of peak", "of best");

  bool right = true;
  for (size_t i = 0; i < shapes.size(); ++i) {
    const Shape& s = shapes[i];
    if (only && strcmp(only, s.group) != 0) continue;
    const auto takes = [&](const Subject& subject) { return !s.f64 || strcmp(subject.name, "onednn") != 0; };
    const int at = static_cast<int>(i);
    const Subject* reference = nullptr;
    for (Subject& subject : present) {
      if (subject.open == Peak || !takes(subject)) continue;
      subject.Ask<double>({at, 0});
      if (reference && !Agree(s, subject.result, reference->result)) {
        printf("%s and %s disagree on %lldx%lldx%lld %s\n", subject.name, reference->name, (long long)s.m, (long long)s.n, (long long)s.k,
               s.op);
        right = false;
      }
      if (!reference) reference = &subject;
    }
    const int calls = static_cast<int>(std::max(1.0, std::min(2e4, 4e8 / (s.Flops() + 2e4))));
    std::vector<double> best(present.size(), 1e300);
    for (int round = 0; round < rounds; ++round) {
      for (size_t j = 0; j < present.size(); ++j) {
        if (!takes(present[j])) continue;
        best[j] = std::min(best[j], present[j].Ask<double>({at, present[j].open == Peak ? 1 : calls}));
        // Idle threads of a pool may look for work for a while, which is not the next one's fault.
        if (threads > 1) usleep(30000);
      }
    }
    printf("%5lld %5lld %5lld %2s %3s", (long long)s.m, (long long)s.n, (long long)s.k, s.op, s.f64 ? "f64" : "f32");
    double peak = 0, ours = 0, others = 0;
    for (size_t j = 0; j < present.size(); ++j) {
      if (!takes(present[j])) {
        printf(" %9s", "");
        continue;
      }
      const bool is_peak = present[j].open == Peak;
      const double flops = is_peak ? PeakRun() * threads / (s.f64 ? 2 : 1) : s.Flops();
      const double rate = 1e-9 * flops / best[j];
      printf(" %9.1f", rate);
      (is_peak                        ? peak
       : present[j].open == Ridgeline ? ours
                                      : others) = std::max(is_peak || present[j].open == Ridgeline ? 0 : others, rate);
    }
    printf(" %6.1f%% %7.2f\n", 100 * ours / peak, others > 0 ? ours / others : 0);
    fflush(stdout);
  }
  for (Subject& subject : present) {
    const Request end = {-1, 0};
    if (write(subject.to, &end, sizeof end) != sizeof end) continue;
  }
  while (wait(nullptr) > 0) {
  }
  return right ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) { return Main(argc, argv); }
