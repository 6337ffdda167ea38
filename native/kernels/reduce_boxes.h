// Reductions with compiled loops seen as boxes: axes that every operand walks in even steps, for one reduction or for several that one loop
// does together.
#pragma once
#include "ew_operands.h"
#include "reduce_code.h"

namespace ridgeline {
namespace NS {
namespace {

// The axes of a program's space, innermost first, with a boundary after the first `tail` elements.
struct Axes {
  int count, inside;  // axes within the tail
  int64_t dims[kMaxRank + 1], scale[kMaxRank + 1];
  int from[kMaxRank + 1];
  RL_INLINE void Add(int64_t dim, int axis, int64_t by) {
    dims[count] = dim;
    from[count] = axis;
    scale[count++] = by;
  }
};
RL_INLINE bool SplitAxes(const EwTask* task, int64_t tail, Axes* axes) {
  axes->count = axes->inside = 0;
  int64_t product = 1;
  for (int axis = task->rank - 1; axis >= 0; axis--) {
    const int64_t dim = task->dims[axis];
    if (dim == 1) continue;
    if (axes->inside == 0 && product * dim > tail) {
      const int64_t part = tail / product;
      if (part * product != tail || dim % part != 0) return false;
      if (part > 1) axes->Add(part, axis, 1);
      axes->inside = axes->count;
      axes->Add(dim / part, axis, part);
    } else {
      axes->Add(dim, axis, 1);
      if (product * dim == tail) axes->inside = axes->count;
    }
    product *= dim;
  }
  return axes->inside > 0;
}

RL_INLINE bool IsOneForAll(const EwOperand& input) { return input.kind == kEwSplat || input.kind == kEwImmediate; }

// Whether the reduction's space is a box, and which.
RL_INLINE bool BoxOf(const ReduceTask* task, ReduceBox* box) {
  const EwTask* ew = &task->ew;
  const bool columns = task->inner > 1;
  Axes axes;
  if (ew->size == 0 || !SplitAxes(ew, columns ? task->inner : task->reduced, &axes)) return false;
  const int outside = axes.count - axes.inside;
  if (axes.inside > (columns ? 2 : 1) || outside > (columns ? 1 : 2)) return false;
  // Numbers of the axes a and b, or -1 where they are 1.
  const int b = columns ? (axes.inside == 2 ? 1 : -1) : (outside > 0 ? 1 : -1);
  const int a = columns ? (outside > 0 ? axes.inside : -1) : (outside > 1 ? 2 : -1);
  const auto dim = [&](int axis) { return axis < 0 ? int64_t{1} : axes.dims[axis]; };
  const auto stride = [&](const EwOperand& o, int axis) { return axis < 0 ? int64_t{0} : o.strides[axes.from[axis]] * axes.scale[axis]; };
  box->a = dim(a);
  box->b = dim(b);
  box->c = axes.dims[0];
  box->inputs = ew->n_inputs;
  box->outputs = ew->n_outputs;
  for (int i = 0; i < ew->n_inputs; i++) {
    const EwOperand& input = ew->inputs[i];
    const bool one = IsOneForAll(input);
    box->in[i] = static_cast<const float*>(input.base);
    box->in_a[i] = one ? 0 : stride(input, a);
    box->in_b[i] = one ? 0 : stride(input, b);
    box->in_c[i] = one ? 0 : stride(input, 0);
    box->one[i] = one;
    if (one && (input.kind == kEwImmediate || input.base != nullptr)) box->values[i] = UniformValue<float>(&input);
  }
  for (int k = 0; k < ew->n_outputs; k++) box->out[k] = static_cast<float*>(ew->outputs[k].base);
  return true;
}

// Sees the space of a box as [a, b, c]; false where it is no such space.
RL_INLINE bool SeeAs(bool columns, int64_t a, int64_t b, int64_t c, ReduceBox* box) {
  if (box->a == a && box->b == b && box->c == c) return true;
  const bool splits = columns ? box->a == a && box->b == 1 && box->c == b * c : box->c == c && box->a == 1 && box->b == a * b;
  if (!splits) return false;
  for (int i = 0; i < box->inputs; i++) {
    if (columns) {
      box->in_b[i] = box->in_c[i] * c;
    } else {
      box->in_a[i] = box->in_b[i] * b;
    }
  }
  box->a = a;
  box->b = b;
  box->c = c;
  return true;
}

// The number of the input in the box, which is added to it if it is not there. `known`: what each input there is, and where it comes from.
struct KnownInput {
  const EwOperand* operand;
  int32_t source;
};
RL_INLINE int32_t PlaceInBox(const ReduceBox& own, int32_t i, const EwOperand& input, int32_t source, KnownInput* known, ReduceBox* box) {
  for (int32_t k = 0; k < box->inputs; k++) {
    const EwOperand& other = *known[k].operand;
    if (source != known[k].source || input.kind != other.kind || input.dtype != other.dtype) continue;
    if (input.kind == kEwImmediate && __builtin_memcmp(&input.immediate, &other.immediate, sizeof input.immediate) != 0) continue;
    if (box->in_a[k] == own.in_a[i] && box->in_b[k] == own.in_b[i] && box->in_c[k] == own.in_c[i]) return k;
  }
  const int32_t at = box->inputs++;
  known[at] = {&input, source};
  box->in[at] = own.in[i];
  box->in_a[at] = own.in_a[i];
  box->in_b[at] = own.in_b[i];
  box->in_c[at] = own.in_c[i];
  box->one[at] = own.one[i];
  box->values[at] = own.values[i];
  return at;
}

// Several reductions as one box, and its loop.
RL_INLINE bool JoinBoxes(const ReducePart* parts, int32_t count, ReduceBox* box) {
  if (count > kMostTogether) return false;
  const bool columns = parts[0].task->inner > 1;
  ReduceBox own[kMostTogether];
  int32_t finest = 0, inputs = 0, outputs = 0;
  for (int32_t m = 0; m < count; m++) {
    const ReduceTask& task = *parts[m].task;
    if (task.op != kReduceSum || (task.inner > 1) != columns || !BoxOf(&task, &own[m])) return false;
    if (columns ? own[m].b > own[finest].b : own[m].a > own[finest].a) finest = m;
    inputs += own[m].inputs;
    outputs += own[m].outputs;
  }
  if (inputs > kMaxOperands || outputs > kMaxOperands) return false;
  box->a = own[finest].a;
  box->b = own[finest].b;
  box->c = own[finest].c;
  box->inputs = box->outputs = 0;
  KnownInput known[kMaxOperands];
  int16_t code[2 + kMostTogether * 2 + kMaxOperands];
  int32_t n = 0;
  code[n++] = columns;
  code[n++] = static_cast<int16_t>(count);
  for (int32_t m = 0; m < count; m++) {
    const EwTask& ew = parts[m].task->ew;
    if (!SeeAs(columns, box->a, box->b, box->c, &own[m])) return false;
    code[n++] = static_cast<int16_t>(ew.loop - 1);
    code[n++] = static_cast<int16_t>(ew.n_inputs);
    for (int32_t i = 0; i < ew.n_inputs; i++)
      code[n++] = static_cast<int16_t>(PlaceInBox(own[m], i, ew.inputs[i], parts[m].sources[i], known, box));
    for (int32_t k = 0; k < ew.n_outputs; k++) box->out[box->outputs++] = own[m].out[k];
  }
  for (int32_t l = 0; l < kJoinedLoopCount; l++) {
    const EwCode& joined = kJoinedCodes[l];
    if (joined.length != n || __builtin_memcmp(joined.numbers, code, static_cast<size_t>(n) * sizeof(int16_t)) != 0) continue;
    box->loop = kReduceLoopCount + l + 1;
    return true;
  }
  return false;
}

RL_INLINE bool IsDense(const ReduceBox& box) {
  bool dense = box.b > 1;
  for (int32_t i = 0; i < box.inputs; i++) dense &= box.one[i] || box.in_b[i] == (box.in_c[i] == 0 ? 1 : box.c);
  return dense;
}

bool FillBox(const ReducePart* parts, int32_t count, ReduceBox* box) {
  if (count > 1) {
    if (!JoinBoxes(parts, count, box)) return false;
  } else {
    BoxOf(parts->task, box);
    box->loop = parts->task->ew.loop;
  }
  box->group = 1;
  box->ask = box->ask_second = nullptr;
  box->stream = box->outputs > 0;
  for (int32_t m = 0; m < count; m++) {
    const EwTask& ew = parts[m].task->ew;
    if (ew.asks[0] > 0) {
      box->ask_second = box->ask;
      box->ask = static_cast<const float*>(ew.inputs[ew.asks[0] - 1].base) + ew.ahead;
    }
    box->stream &= ew.n_outputs == 0 || (!ew.keep && ew.size * static_cast<int64_t>(sizeof(float)) >= kStreamBytes);
  }
  for (int32_t k = 0; k < box->outputs; k++) {
    box->stream &= box->c % kLanes<float> == 0 && CanStream(box->out[k]);
    for (int32_t i = 0; i < box->inputs; i++) box->stream &= box->in[i] != box->out[k];
  }
  box->dense = IsDense(*box);
  return true;
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
