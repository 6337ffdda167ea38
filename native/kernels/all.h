// Every kernel family, and the table of them that a target file exports.
#pragma once
#include "argmax.h"
#include "bf16.h"
#include "columns.h"
#include "elementwise.h"
#include "gemm.h"
#include "index.h"
#include "reduce.h"
#include "softmax.h"
#include "sweep.h"
#include "table.h"
#include "vector.h"

namespace ridgeline {
namespace NS {
namespace {

constexpr KernelTable kKernelTable = {
    RIDGELINE_TARGET_NAME,
    kVectorBytes,
    &FindEwLoop,
    &EwRun<float>,
    &EwRun<double>,
    &FindReduceLoop,
    &Reduce<float>,
    &Reduce<double>,
    &ReduceInto<float>,
    &ReduceInto<double>,
    &FillBox,
    &RunBox,
    &AddToTotals,
    &FillSweep,
    &RunSweep,
    &GemmRun<float>,
    &GemmRun<double>,
    &GemmBf16,
    false,
    &Softmax<float>,
    &Softmax<double>,
    &Argmax<float>,
    &Argmax<double>,
    &GatherRows,
    &ScatterAddRows<float>,
    &ScatterAddRows<double>,
    &TakeAlong<float>,
    &TakeAlong<double>,
    &PutAlongAdd<float>,
    &PutAlongAdd<double>,
    &DotF64,
    &AxpyF64,
    &RotateF64,
    &ColumnsF64,
    &DotsF64,
};

}  // namespace
}  // namespace NS
}  // namespace ridgeline
