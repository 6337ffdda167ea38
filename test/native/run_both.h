// Runs a plan on one thread and on three, and compares the bits.
#pragma once
#include <functional>
#include <random>

#include "check.h"
#include "plan_builder.h"

namespace ridgeline_test {

template <typename T>
inline void Randomize(T* x, size_t n, uint32_t seed) {
  std::mt19937 random(seed);
  for (size_t i = 0; i < n; i++) x[i] = T(double(random() % 20001) / 10000.0 - 1.0);
}

// Runs the builder's plan, whose state is [inputs | results], on 1 and 3 threads over equal states; compares the bits and hands the state
// to `check`.
inline void RunBoth(const char* name, const PlanBuilder& b, const std::function<void(uint8_t*)>& fill,
                    const std::function<void(const uint8_t*)>& check, ModelStatus status = ModelStatus::kDone) {
  std::string error;
  std::shared_ptr<Plan> plan = b.Build(&error);
  CHECK(plan != nullptr, "%s: %s", name, error.c_str());
  if (plan == nullptr) return;
  Fixture one(plan, b.rows), three(plan, b.rows);
  fill(one.state->data());
  fill(three.state->data());
  const bool good = one.Step(1) && three.Step(3);
  CHECK(good, "%s: %s%s", name, one.error.c_str(), three.error.c_str());
  if (!good) return;
  CHECK(one.results[0].status == status && three.results[0].status == status, "%s: status %d and %d", name, int(one.results[0].status),
        int(three.results[0].status));
  CHECK(one.results[0].instruction == three.results[0].instruction && one.results[0].detail == three.results[0].detail,
        "%s: where it ended", name);
  // What a step that ended early left in its outputs is nobody's business.
  const bool same = memcmp(one.state->data(), three.state->data(), plan->state_bytes()) == 0;
  CHECK(same || status != ModelStatus::kDone, "%s: 1 and 3 threads differ", name);
  check(one.state->data());
}

}  // namespace ridgeline_test
