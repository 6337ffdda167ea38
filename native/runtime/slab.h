// Native memory of states, data columns and scratch: 64-byte aligned, zeroed, and out of JavaScript's reach while a run uses it.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace ridgeline {

class Slab {
 public:
  // Null when the memory cannot be had. A slab of 0 bytes is valid.
  static std::shared_ptr<Slab> Create(size_t bytes);
  ~Slab();
  Slab(const Slab&) = delete;
  Slab& operator=(const Slab&) = delete;

  uint8_t* data() const { return data_; }
  size_t bytes() const { return bytes_; }

  // A run that writes takes the slab alone; runs that read (data columns) share it. False when another use is in the way.
  bool TryWrite();
  bool TryRead();
  void EndWrite();
  void EndRead();
  bool busy_writing() const { return users_.load(std::memory_order_acquire) < 0; }
  bool busy() const { return users_.load(std::memory_order_acquire) != 0; }

 private:
  Slab(uint8_t* data, size_t bytes) : data_(data), bytes_(bytes) {}
  uint8_t* data_;
  size_t bytes_;
  std::atomic<int32_t> users_{0};  // -1: one writer; n > 0: readers
};

}  // namespace ridgeline
