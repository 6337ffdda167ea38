#include "slab.h"

#include <cstdlib>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace ridgeline {
namespace {

constexpr size_t kAlignment = 64;
// From this size on a slab starts on a huge page's boundary and asks for huge pages: a product over large matrices misses the TLB
// otherwise.
constexpr size_t kHugePage = size_t{2} << 20;

}  // namespace

std::shared_ptr<Slab> Slab::Create(size_t bytes) {
  const size_t alignment = bytes >= kHugePage ? kHugePage : kAlignment;
  if (bytes > SIZE_MAX - 2 * alignment - sizeof(void*)) return nullptr;
  // calloc, since the kernel hands out large blocks zeroed: pages that nobody touches cost nothing. The block's own address is kept
  // just before the data.
  void* block = std::calloc(bytes + alignment + sizeof(void*) + kAlignment, 1);
  if (block == nullptr) return nullptr;
  const uintptr_t first = reinterpret_cast<uintptr_t>(block) + sizeof(void*);
  uint8_t* data = static_cast<uint8_t*>(block) + (((first + alignment - 1) & ~(alignment - 1)) - reinterpret_cast<uintptr_t>(block));
  reinterpret_cast<void**>(data)[-1] = block;
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  if (alignment == kHugePage) madvise(data, bytes & ~(kHugePage - 1), MADV_HUGEPAGE);
#endif
  Slab* slab = new (std::nothrow) Slab(data, bytes);
  if (slab == nullptr) {
    std::free(block);
    return nullptr;
  }
  return std::shared_ptr<Slab>(slab);
}

Slab::~Slab() { std::free(reinterpret_cast<void**>(data_)[-1]); }

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
