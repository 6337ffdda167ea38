#include "slab.h"

#include <cstdlib>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace ridgeline {
namespace {

constexpr size_t kAlignment = 64;
// From this size on a slab starts on a huge page's boundary and asks for huge pages: a product over large matrices misses the TLB
// otherwise.
constexpr size_t kHugePage = size_t{2} << 20;

#if defined(__linux__)
size_t PagesOf(size_t bytes) {
  const size_t page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  return (bytes + page - 1) / page * page;
}

// A mapping of its own, on a huge page's boundary. The allocator would keep the room for that boundary, and touch all of it whenever it
// hands out a block again.
uint8_t* MapLarge(size_t bytes) {
  const size_t length = PagesOf(bytes);
  void* block = mmap(nullptr, length + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (block == MAP_FAILED) return nullptr;
  uint8_t* first = static_cast<uint8_t*>(block);
  const size_t before = (kHugePage - reinterpret_cast<uintptr_t>(first) % kHugePage) % kHugePage;
  if (before > 0) munmap(first, before);
  munmap(first + before + length, kHugePage - before);
#if defined(MADV_HUGEPAGE)
  madvise(first + before, bytes & ~(kHugePage - 1), MADV_HUGEPAGE);
#endif
  return first + before;
}
#endif

uint8_t* Allocate(size_t bytes) {
#if defined(__linux__)
  if (bytes >= kHugePage) return MapLarge(bytes);
#endif
  // calloc, since the system hands out large blocks zeroed: pages that nobody touches cost nothing. The block's own address is kept just
  // before the data.
  void* block = std::calloc(bytes + 2 * kAlignment + sizeof(void*), 1);
  if (block == nullptr) return nullptr;
  const uintptr_t first = reinterpret_cast<uintptr_t>(block) + sizeof(void*);
  uint8_t* data = static_cast<uint8_t*>(block) + (((first + kAlignment - 1) & ~(kAlignment - 1)) - reinterpret_cast<uintptr_t>(block));
  reinterpret_cast<void**>(data)[-1] = block;
  return data;
}

void Free(uint8_t* data, size_t bytes) {
#if defined(__linux__)
  if (bytes >= kHugePage) {
    munmap(data, PagesOf(bytes));
    return;
  }
#else
  static_cast<void>(bytes);
#endif
  std::free(reinterpret_cast<void**>(data)[-1]);
}

}  // namespace

std::shared_ptr<Slab> Slab::Create(size_t bytes) {
  if (bytes > SIZE_MAX - 2 * kHugePage) return nullptr;
  uint8_t* data = Allocate(bytes);
  if (data == nullptr) return nullptr;
  Slab* slab = new (std::nothrow) Slab(data, bytes);
  if (slab == nullptr) {
    Free(data, bytes);
    return nullptr;
  }
  return std::shared_ptr<Slab>(slab);
}

Slab::~Slab() { Free(data_, bytes_); }

bool Slab::TryWrite() {
  int32_t idle = 0;
  return users_.compare_exchange_strong(idle, -1, std::memory_order_acq_rel);
}

bool Slab::TryRead() {
  int32_t users = users_.load(std::memory_order_acquire);
  while (users >= 0) {
    if (users_.compare_exchange_weak(users, users + 1, std::memory_order_acq_rel)) return true;
  }
  return false;
}

void Slab::EndWrite() { users_.store(0, std::memory_order_release); }

void Slab::EndRead() { users_.fetch_sub(1, std::memory_order_acq_rel); }

}  // namespace ridgeline
