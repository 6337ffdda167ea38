// A job from its JavaScript object, with what it must keep alive.
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

  // Reads and checks the object, and locks the slabs it names. With `copy`, typed arrays are copied, so that JavaScript may do with them
  // what it likes while the job runs. False with an exception pending.
  bool Read(napi_env env, const std::shared_ptr<Plan>& plan, napi_value object, bool copy);

  // Gives the slabs back; a second call does nothing.
  void Unlock();

  // Copies the outputs of a copied job into the arrays it was given. False with *why when an array has lost its memory; the others are
  // filled all the same.
  bool Deliver(napi_env env, std::string* why);
  // Lets go of the arrays and of the copies, once no thread uses them; needs the environment.
  void Release(napi_env env);

  Job job;

 private:
  bool ReadColumns(napi_env env, const Plan& plan, napi_value list, bool copy);
  bool ReadModel(napi_env env, const Plan& plan, napi_value object, bool copy, ModelRow* row);
  bool ReadOutputs(napi_env env, const Plan& plan, napi_value list, bool copy, ModelRow* row);
  bool Lock(napi_env env, const std::shared_ptr<Slab>& slab, bool write);
  const uint8_t* Keep(napi_value array, const ArrayView& view, bool copy);
  bool Borrowed(napi_env env);

  struct Delivery {
    napi_ref array;
    const uint8_t* data;
    size_t bytes;
  };
  std::vector<std::shared_ptr<Slab>> reading_, writing_;
  std::vector<std::shared_ptr<Slab>> copies_;  // slabs, because they are aligned
  std::vector<Delivery> deliveries_;

  // Memory of JavaScript that a synchronous job uses in place. A getter of the job object may have detached it after it was read.
  struct Loan {
    napi_value array;
    const uint8_t* data;
    size_t bytes;
  };
  std::vector<Loan> loans_;
};

napi_value ResultOf(napi_env env, const std::vector<ModelResult>& results);

}  // namespace ridgeline
