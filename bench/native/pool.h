// A pool that spins, so that its own cost is small against the kernels'. Between questions of the bench it sleeps: see Rest.
#pragma once
#include <stdint.h>
#include <stdlib.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "kernels/table.h"

namespace bench {

struct Pool {
  // The slots that table.h names: a shared one, one per worker, two for copies of the operands.
  explicit Pool(int32_t threads) : blocks(static_cast<size_t>(threads) + 3) {
    parallel = {this, threads, Run, Scratch};
    for (int32_t w = 1; w < threads; ++w) {
      workers.emplace_back([this, w] {
        for (int64_t seen = 0;;) {
          while (round.load(std::memory_order_acquire) == seen) {
            if (stop.load(std::memory_order_relaxed)) return;
            if (resting.load(std::memory_order_relaxed)) std::this_thread::sleep_for(std::chrono::microseconds(200));
          }
          ++seen;
          Work(w);
          busy.fetch_sub(1, std::memory_order_release);
        }
      });
    }
  }
  ~Pool() {
    stop = true;
    for (std::thread& t : workers) t.join();
    for (Block& b : blocks) free(b.memory);
  }
  // The workers of a process that waits must leave the cores to those that are measured.
  void Rest(bool on) { resting = on; }
  void Work(int32_t w) {
    for (int64_t t; (t = next.fetch_add(1)) < tasks;) fn(arg, t, w);
  }
  static void Run(void* context, int64_t tasks, void (*fn)(void*, int64_t, int32_t), void* arg) {
    Pool* p = static_cast<Pool*>(context);
    p->tasks = tasks;
    p->fn = fn;
    p->arg = arg;
    p->next = 0;
    p->busy = static_cast<int>(p->workers.size());
    p->round.fetch_add(1, std::memory_order_release);
    p->Work(0);
    while (p->busy.load(std::memory_order_acquire) != 0) {
    }
  }
  static void* Scratch(void* context, int32_t slot, size_t bytes) {
    Block& b = static_cast<Pool*>(context)->blocks[static_cast<size_t>(slot)];
    if (bytes > b.size) {
      free(b.memory);
      b.size = (bytes + 63) / 64 * 64;
      b.memory = aligned_alloc(64, b.size);
    }
    return b.memory;
  }
  ridgeline::Parallel parallel;
  std::vector<std::thread> workers;
  // A line each, as the runtime's: who waits for a round must not take away the line from which the others take tasks.
  alignas(64) std::atomic<int64_t> round{0};
  alignas(64) std::atomic<int64_t> next{0};
  alignas(64) std::atomic<int> busy{0};
  alignas(64) std::atomic<bool> stop{false}, resting{false};
  int64_t tasks = 0;
  void (*fn)(void*, int64_t, int32_t) = nullptr;
  void* arg = nullptr;
  struct Block {
    void* memory = nullptr;
    size_t size = 0;
  };
  std::vector<Block> blocks;
};

}  // namespace bench
