#include "row_calls.h"

#include <algorithm>

namespace ridgeline {
namespace {

class Former {
 public:
  Former(const DecodedPlan& plan, const KernelTable* kernels, const std::vector<BoundInstruction>& instructions)
      : plan_(plan), kernels_(kernels), instructions_(instructions) {}

  // As many of the instructions from `begin` on as go together.
  RowCall Form(size_t begin, size_t end) const {
    size_t stop = begin + 1;
    while (stop < end && stop < begin + kMostTogether && MayJoin(begin, stop)) stop++;
    ReduceBox box;
    for (; stop > begin + 1; stop--) {
      const RowCall call = CallOf(begin, stop);
      if (FillBoxOf(kernels_, call, instructions_.data(), &box)) return call;
    }
    return CallOf(begin, begin + 1);
  }

  RowCall CallOf(size_t begin, size_t end) const {
    RowCall call = {begin, end, {}};
    std::vector<int32_t> known;
    for (size_t i = begin; i < end; i++) {
      call.sources.emplace_back();
      for (const int32_t ref : ProgramOf(i).input_refs) {
        const auto at = std::find_if(known.begin(), known.end(), [&](int32_t other) { return SamePlace(ref, other); });
        call.sources.back().push_back(ref < 0 ? -1 : static_cast<int32_t>(at - known.begin()));
        if (ref >= 0 && at == known.end()) known.push_back(ref);
      }
    }
    return call;
  }

 private:
  const Program& ProgramOf(size_t i) const { return plan_.programs[static_cast<size_t>(plan_.instructions[i].program)]; }
  const Ref& RefOf(int32_t number) const { return plan_.refs[static_cast<size_t>(number)]; }
  bool SamePlace(int32_t a, int32_t b) const {
    return a >= 0 && b >= 0 && RefOf(a).space == RefOf(b).space && RefOf(a).offset == RefOf(b).offset;
  }
  bool Overlap(int32_t a, int32_t b) const {
    if (a < 0 || b < 0) return false;
    const Ref &x = RefOf(a), &y = RefOf(b);
    return x.space == y.space && x.offset < y.offset + y.bytes && y.offset < x.offset + x.bytes;
  }

  // Whether reduction `next` may go together with those from `begin` on up to it.
  bool MayJoin(size_t begin, size_t next) const {
    const Instruction& last = plan_.instructions[next];
    for (size_t i = begin; i < next; i++) {
      const Instruction& in = plan_.instructions[i];
      if (in.opcode != kReduce || last.opcode != kReduce || !std::equal(in.sizes, in.sizes + 3, last.sizes)) return false;
      if (Touches(i, next) || Touches(next, i)) return false;
    }
    return true;
  }

  // Whether reduction i writes what reduction j touches. What j reads element by element, as i does, before i writes it there is none of
  // it.
  bool Touches(size_t i, size_t j) const {
    const Program &from = ProgramOf(i), &to = ProgramOf(j);
    std::vector<int32_t> writes = from.output_refs;
    writes.push_back(plan_.instructions[i].refs[0]);
    for (size_t w = 0; w < writes.size(); w++) {
      if (Overlap(writes[w], plan_.instructions[j].refs[0])) return true;
      for (const int32_t ref : to.output_refs) {
        if (Overlap(writes[w], ref)) return true;
      }
      for (size_t k = 0; k < to.inputs.size(); k++) {
        if (!Overlap(writes[w], to.input_refs[k])) continue;
        const bool own = std::any_of(from.input_refs.begin(), from.input_refs.end(), [&](int32_t r) { return SamePlace(r, writes[w]); });
        const bool in_order = to.inputs[k].kind == kEwContiguous && SamePlace(to.input_refs[k], writes[w]);
        if (j > i || !own || !in_order || w + 1 == writes.size()) return true;
      }
    }
    return false;
  }

  const DecodedPlan& plan_;
  const KernelTable* kernels_;
  const std::vector<BoundInstruction>& instructions_;
};

}  // namespace

std::vector<RowCall> FormCalls(const DecodedPlan& plan, const KernelTable* kernels, const std::vector<BoundInstruction>& instructions,
                               size_t begin, size_t end, bool joins) {
  const Former former(plan, kernels, instructions);
  std::vector<RowCall> calls;
  while (begin < end) {
    calls.push_back(joins ? former.Form(begin, end) : former.CallOf(begin, begin + 1));
    begin = calls.back().end;
  }
  return calls;
}

bool FillBoxOf(const KernelTable* kernels, const RowCall& call, const BoundInstruction* instructions, ReduceBox* box) {
  ReducePart parts[kMostTogether];
  for (size_t i = call.begin; i < call.end; i++) parts[i - call.begin] = {&instructions[i].task, call.sources[i - call.begin].data()};
  return kernels->fill_box(parts, static_cast<int32_t>(call.end - call.begin), box);
}

}  // namespace ridgeline
