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
// Pages of their own, that go back to the kernel with the slab. The allocator would keep them, and clear a block that it hands out again,
// with all that lies before the boundary: a third of a member of a population of 300,000 weights was that.
uint8_t* MapHuge(size_t bytes) {
  const size_t length = bytes + kHugePage;
  void* mapped = mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) return nullptr;
  const uintptr_t first = reinterpret_cast<uintptr_t>(mapped);
  const uintptr_t data = (first + kHugePage - 1) & ~(kHugePage - 1);
  if (data > first) munmap(mapped, data - first);
  const uintptr_t page = static_cast<uintptr_t>(sysconf(_SC_PAGESIZE));
  const uintptr_t end = (data + bytes + page - 1) & ~(page - 1);
  if (first + length > end) munmap(reinterpret_cast<void*>(end), first + length - end);
#if defined(MADV_HUGEPAGE)
  madvise(reinterpret_cast<void*>(data), bytes & ~(kHugePage - 1), MADV_HUGEPAGE);
#endif
  return reinterpret_cast<uint8_t*>(data);
}
bool Mapped(size_t bytes) { return bytes >= kHugePage; }
void Unmap(uint8_t* data, size_t bytes) { munmap(data, bytes); }
#else
uint8_t* MapHuge(size_t) { return nullptr; }
bool Mapped(size_t) { return false; }
void Unmap(uint8_t*, size_t) {}
#endif

// calloc, since the kernel hands out large blocks zeroed: pages that nobody touches cost nothing. The block's own address is kept just
// before the data.
uint8_t* Allocate(size_t bytes) {
  const size_t alignment = bytes >= kHugePage ? kHugePage : kAlignment;
  void* block = std::calloc(bytes + alignment + sizeof(void*) + kAlignment, 1);
  if (block == nullptr) return nullptr;
  const uintptr_t first = reinterpret_cast<uintptr_t>(block) + sizeof(void*);
  uint8_t* data = static_cast<uint8_t*>(block) + (((first + alignment - 1) & ~(alignment - 1)) - reinterpret_cast<uintptr_t>(block));
  reinterpret_cast<void**>(data)[-1] = block;
  return data;
}

void Free(uint8_t* data, size_t bytes) {
  if (Mapped(bytes)) return Unmap(data, bytes);
  std::free(reinterpret_cast<void**>(data)[-1]);
}

}  // namespace

std::shared_ptr<Slab> Slab::Create(size_t bytes) {
  if (bytes > SIZE_MAX - 2 * kHugePage - sizeof(void*)) return nullptr;
  uint8_t* data = Mapped(bytes) ? MapHuge(bytes) : Allocate(bytes);
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
