#include "handles.h"

#include <cmath>
#include <cstring>
#include <new>

#include "../kernels/table.h"

namespace ridgeline {
namespace {

// Random, so that a handle of another addon is refused. With an address of this copy: two versions of the package in one process must not
// take each other's handles, whose layout may differ.
const char kThisCopy = 0;
const uint64_t kCopy = reinterpret_cast<uintptr_t>(&kThisCopy);
const napi_type_tag kSlabTag = {0x5e1b2a7c9d3f4068ull, 0x91c7d04be85a2f36ull ^ kCopy};
const napi_type_tag kQueueTag = {0xc4e85b1f27a9d360ull, 0x2d7b94f0e18c6a53ull ^ kCopy};
const napi_type_tag kPlanTag = {0x7ad0c35f186e4b92ull, 0xb36f9218d7c40ae5ull ^ kCopy};

template <class T>
struct Box {
  std::shared_ptr<T> held;
  int64_t accounted = 0;  // bytes the garbage collector was told of
};

template <class T>
void Finalize(napi_env env, void* data, void*) {
  Box<T>* box = static_cast<Box<T>*>(data);
  int64_t total;
  if (box->accounted != 0) napi_adjust_external_memory(env, -box->accounted, &total);
  delete box;
}

template <class T>
napi_value Wrap(napi_env env, std::shared_ptr<T> held, const napi_type_tag& tag, int64_t bytes) {
  napi_value object;
  Box<T>* box = new (std::nothrow) Box<T>{std::move(held), bytes};
  if (box == nullptr) return Throw(env, "ERR_MEMORY", "out of memory");
  if (napi_create_object(env, &object) != napi_ok || napi_wrap(env, object, box, Finalize<T>, nullptr, nullptr) != napi_ok) {
    delete box;
    return Throw(env, "ERR_INTERNAL", "a handle could not be made");
  }
  napi_type_tag_object(env, object, &tag);
  int64_t total;
  if (bytes != 0) napi_adjust_external_memory(env, bytes, &total);
  return object;
}

template <class T>
Box<T>* Unwrap(napi_env env, napi_value value, const napi_type_tag& tag) {
  napi_valuetype type;
  bool is = false;
  void* data = nullptr;
  if (napi_typeof(env, value, &type) != napi_ok || type != napi_object) return nullptr;
  if (napi_check_object_type_tag(env, value, &tag, &is) != napi_ok || !is) return nullptr;
  if (napi_unwrap(env, value, &data) != napi_ok) return nullptr;
  return static_cast<Box<T>*>(data);
}

bool Range(napi_env env, const char* name, const Slab& slab, int64_t offset, size_t bytes) {
  if (static_cast<uint64_t>(offset) <= slab.bytes() && bytes <= slab.bytes() - static_cast<uint64_t>(offset)) return true;
  Throw(env, "ERR_VALUE",
        std::string(name) + ": " + std::to_string(bytes) + " bytes at " + std::to_string(offset) + " do not lie in a slab of " +
            std::to_string(slab.bytes()));
  return false;
}

constexpr int64_t kMaxOffset = (int64_t{1} << 53) - 1;

}  // namespace

bool IsSlab(napi_env env, napi_value value) { return Unwrap<Slab>(env, value, kSlabTag) != nullptr; }

std::shared_ptr<Slab> SlabOf(napi_env env, napi_value value, const char* name) {
  Box<Slab>* box = Unwrap<Slab>(env, value, kSlabTag);
  if (box != nullptr && box->held != nullptr) return box->held;
  Throw(env, "ERR_VALUE", std::string(name) + (box == nullptr ? ": expected a slab" : ": the slab has been freed"));
  return nullptr;
}

std::shared_ptr<Plan> PlanOf(napi_env env, napi_value value, const char* name) {
  Box<Plan>* box = Unwrap<Plan>(env, value, kPlanTag);
  if (box != nullptr) return box->held;
  Throw(env, "ERR_VALUE", std::string(name) + ": expected a plan");
  return nullptr;
}

std::shared_ptr<WorkQueue> QueueOf(napi_env env, napi_value value, const char* name) {
  Box<WorkQueue>* box = Unwrap<WorkQueue>(env, value, kQueueTag);
  if (box != nullptr) return box->held;
  Throw(env, "ERR_VALUE", std::string(name) + ": expected a queue");
  return nullptr;
}

napi_value CreateSlab(napi_env env, napi_callback_info info) {
  napi_value args[1];
  double bytes;
  if (!Arguments(env, info, 1, args) || !ReadNumber(env, args[0], "createSlab: bytes", &bytes)) return nullptr;
  if (!(bytes >= 0 && bytes == std::floor(bytes)))
    return Throw(env, "ERR_VALUE", "createSlab: expected a non-negative integer for bytes, got " + Text(bytes));
  // Anything above what addresses can hold is refused before it is converted.
  std::shared_ptr<Slab> slab = bytes < 1e15 ? Slab::Create(static_cast<size_t>(bytes)) : nullptr;
  if (slab == nullptr) return Throw(env, "ERR_MEMORY", "createSlab: " + Text(bytes) + " bytes cannot be had");
  return Wrap<Slab>(env, std::move(slab), kSlabTag, static_cast<int64_t>(bytes));
}

napi_value FreeSlab(napi_env env, napi_callback_info info) {
  napi_value args[1];
  if (!Arguments(env, info, 1, args)) return nullptr;
  Box<Slab>* box = Unwrap<Slab>(env, args[0], kSlabTag);
  if (box == nullptr) return Throw(env, "ERR_VALUE", "freeSlab: expected a slab");
  if (box->held == nullptr) return nullptr;
  if (box->held->busy()) return Throw(env, "ERR_BUSY", "freeSlab: a run is using this memory");
  int64_t total;
  napi_adjust_external_memory(env, -box->accounted, &total);
  box->accounted = 0;
  box->held.reset();
  return nullptr;
}

napi_value SlabBytes(napi_env env, napi_callback_info info) {
  napi_value args[1], result;
  if (!Arguments(env, info, 1, args)) return nullptr;
  std::shared_ptr<Slab> slab = SlabOf(env, args[0], "slabBytes");
  if (slab == nullptr) return nullptr;
  napi_create_double(env, static_cast<double>(slab->bytes()), &result);
  return result;
}

napi_value SlabRead(napi_env env, napi_callback_info info) {
  napi_value args[3];
  int64_t offset;
  ArrayView target;
  if (!Arguments(env, info, 3, args)) return nullptr;
  std::shared_ptr<Slab> slab = SlabOf(env, args[0], "slabRead");
  if (slab == nullptr || !ReadInteger(env, args[1], "slabRead: offset", 0, kMaxOffset, &offset) ||
      !ReadArray(env, args[2], "slabRead: target", &target))
    return nullptr;
  if (!Range(env, "slabRead", *slab, offset, target.bytes)) return nullptr;
  if (!slab->TryRead()) return Throw(env, "ERR_BUSY", "slabRead: a run is using this memory");
  if (target.bytes > 0) std::memcpy(target.data, slab->data() + offset, target.bytes);
  slab->EndRead();
  return nullptr;
}

napi_value SlabWrite(napi_env env, napi_callback_info info) {
  napi_value args[3];
  int64_t offset;
  ArrayView source;
  if (!Arguments(env, info, 3, args)) return nullptr;
  std::shared_ptr<Slab> slab = SlabOf(env, args[0], "slabWrite");
  if (slab == nullptr || !ReadInteger(env, args[1], "slabWrite: offset", 0, kMaxOffset, &offset) ||
      !ReadArray(env, args[2], "slabWrite: source", &source))
    return nullptr;
  if (!Range(env, "slabWrite", *slab, offset, source.bytes)) return nullptr;
  if (!slab->TryWrite()) return Throw(env, "ERR_BUSY", "slabWrite: a run is using this memory");
  if (source.bytes > 0) std::memcpy(slab->data() + offset, source.data, source.bytes);
  slab->EndWrite();
  return nullptr;
}

napi_value SlabCopy(napi_env env, napi_callback_info info) {
  napi_value args[5];
  int64_t target_offset, source_offset, bytes;
  if (!Arguments(env, info, 5, args)) return nullptr;
  std::shared_ptr<Slab> target = SlabOf(env, args[0], "slabCopy: target");
  if (target == nullptr || !ReadInteger(env, args[1], "slabCopy: target offset", 0, kMaxOffset, &target_offset)) return nullptr;
  std::shared_ptr<Slab> source = SlabOf(env, args[2], "slabCopy: source");
  if (source == nullptr || !ReadInteger(env, args[3], "slabCopy: source offset", 0, kMaxOffset, &source_offset) ||
      !ReadInteger(env, args[4], "slabCopy: bytes", 0, kMaxOffset, &bytes)) {
    return nullptr;
  }
  const size_t count = static_cast<size_t>(bytes);
  if (!Range(env, "slabCopy", *target, target_offset, count) || !Range(env, "slabCopy", *source, source_offset, count)) return nullptr;
  if (!target->TryWrite()) return Throw(env, "ERR_BUSY", "slabCopy: a run is using the target");
  const bool same = target.get() == source.get();
  if (!same && !source->TryRead()) {
    target->EndWrite();
    return Throw(env, "ERR_BUSY", "slabCopy: a run is using the source");
  }
  std::memmove(target->data() + target_offset, source->data() + source_offset, count);
  if (!same) source->EndRead();
  target->EndWrite();
  return nullptr;
}

napi_value CreatePlan(napi_env env, napi_callback_info info) {
  napi_value args[3];
  ArrayView code, constants, patches;
  if (!Arguments(env, info, 3, args) || !ReadArrayOf(env, args[0], "createPlan: code", napi_float64_array, &code) ||
      !ReadArrayOf(env, args[1], "createPlan: constants", napi_uint8_array, &constants) ||
      !ReadArrayOf(env, args[2], "createPlan: patches", napi_float64_array, &patches)) {
    return nullptr;
  }
  const char* why = nullptr;
  if (SelectKernels(&why) == nullptr) return Throw(env, "ERR_OPTION", why != nullptr ? why : "no kernels fit this processor");
  if (patches.length % 2 != 0) return Throw(env, "ERR_VALUE", "createPlan: expected pairs in patches");
  std::string error;
  std::shared_ptr<Plan> plan = Plan::Create(reinterpret_cast<const double*>(code.data), code.length, constants.data, constants.bytes,
                                            reinterpret_cast<const double*>(patches.data), patches.length / 2, &error);
  if (plan == nullptr) return Throw(env, "ERR_INTERNAL", "createPlan: " + error);
  return Wrap<Plan>(env, std::move(plan), kPlanTag, 0);
}

napi_value CreateQueue(napi_env env, napi_callback_info info) {
  napi_value args[1];
  int64_t threads;
  if (!Arguments(env, info, 1, args) || !ReadInteger(env, args[0], "createQueue: threads", 1, 1024, &threads)) return nullptr;
  return Wrap<WorkQueue>(env, std::make_shared<WorkQueue>(static_cast<int32_t>(threads)), kQueueTag, 0);
}

}  // namespace ridgeline
