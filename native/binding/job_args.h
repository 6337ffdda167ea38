// A job from its numbers and objects (docs/plan.md, "A job"), with what it must keep alive.
#pragma once
#include <memory>
#include <vector>

#include "../runtime/job.h"
#include "args.h"

namespace ridgeline {

class JobArgs {
 public:
  JobArgs() = default;
  ~JobArgs() { Unlock(); }
  JobArgs(const JobArgs&) = delete;
  JobArgs& operator=(const JobArgs&) = delete;

  // Reads and checks them, and locks the slabs among them. With `copy`, typed arrays are copied, so that JavaScript may do with them what
  // it likes while the job runs. False with an exception pending.
  bool Read(napi_env env, const std::shared_ptr<Plan>& plan, napi_value numbers, napi_value objects, bool copy);

  // Writes how each model ended to the job's last object, or to its copy.
  void Report(const std::vector<ModelResult>& results);

  // Gives the slabs back; a second call does nothing.
  void Unlock();
  // The same, but so that they can be taken once more. Meanwhile they may go: then LockAgain fails with an exception pending.
  void UnlockUntilAgain();
  bool LockAgain(napi_env env);

  // Does every typed array that was read lie in this memory, in place?
  bool BorrowsOnlyFrom(const void* data, size_t bytes) const;

  // Copies the outputs of a copied job into the arrays it was given. False with *why when an array has lost its memory; the others are
  // filled all the same.
  bool Deliver(napi_env env, std::string* why);
  // Lets go of the arrays and of the copies, once no thread uses them; needs the environment.
  void Release(napi_env env);

  Job job;

 private:
  bool Next(napi_env env, napi_value objects, napi_value* out);
  bool Number(napi_env env, const char* name, int64_t low, int64_t high, int64_t* out);
  bool ReadColumns(napi_env env, uint32_t count, napi_value objects, bool copy, std::vector<Column>* columns);
  bool ReadFeatures(napi_env env, int64_t width, napi_value objects, bool copy, ModelRow* row);
  bool ReadModel(napi_env env, const Plan& plan, napi_value objects, bool copy, ModelRow* row);
  bool ReadTarget(napi_env env, napi_value value, const char* name, bool copy, OutputTarget* target);
  bool ReadResults(napi_env env, napi_value objects, bool copy);
  bool Lock(napi_env env, const std::shared_ptr<Slab>& slab, bool write);
  const uint8_t* Keep(napi_env env, napi_value array, const ArrayView& view, bool copy);
  bool Borrowed(napi_env env);

  struct Delivery {
    napi_ref array;
    const uint8_t* data;
    size_t bytes;
  };
  std::vector<double> numbers_;
  size_t next_number_ = 0;
  uint32_t next_object_ = 0;
  double* results_ = nullptr;
  std::vector<std::shared_ptr<Slab>> reading_, writing_;
  std::vector<std::weak_ptr<Slab>> read_later_, written_later_;
  std::vector<std::shared_ptr<Slab>> copies_;  // slabs, because they are aligned
  std::vector<Delivery> deliveries_;

  // Memory of JavaScript that a synchronous job uses in place. A getter among the objects may have detached it after it was read.
  struct Loan {
    napi_value array;
    const uint8_t* data;
    size_t bytes;
  };
  std::vector<Loan> loans_;
};

}  // namespace ridgeline
