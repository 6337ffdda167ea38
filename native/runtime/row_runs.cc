#include "row_runs.h"

#include <algorithm>

#include "accesses.h"
#include "caches.h"

namespace ridgeline {
namespace {

constexpr int64_t kLeastElements = 256 * 1024;     // of a program that begins a run
constexpr int64_t kLeastSaved = int64_t{4} << 20;  // bytes that are not read from memory again
constexpr int64_t kMostSaved = int64_t{1} << 53;
constexpr int64_t kLeastRows = 64;
constexpr size_t kLookAhead = 8;  // instructions that may name the rows of a run

struct Candidate {
  std::vector<Access> accesses;
  RowPart part;
  int64_t chunk = 0;  // of a sum over the rows
  int64_t panel = 1;
};

// What a block may take: a quarter of the second cache, so that the next one has room beside it.
int64_t BlockBytes() {
  static const int64_t bytes = [] {
    const int64_t l2 = ReadCacheSizes().l2;
    return (l2 > 0 ? l2 : int64_t{1} << 20) / 4;
  }();
  return bytes;
}

class Finder {
 public:
  Finder(const DecodedPlan& plan, const std::vector<BoundInstruction>& instructions) : plan_(plan), instructions_(instructions) {}

  // The run of `rows` rows from `begin` on, and the bytes that it saves.
  int64_t Extend(size_t begin, int64_t rows, RowRun* run) const {
    std::vector<Candidate> members;
    int64_t chunk = 0, panel = 1;
    for (size_t i = begin; i < plan_.instructions.size() && members.size() < kMostParts; i++) {
      Candidate next;
      if (!Read(i, rows, &next)) break;
      if (next.part.columns && ((chunk != 0 && next.chunk != chunk) || next.chunk % next.panel != 0)) break;
      if (std::max(panel, next.panel) % std::min(panel, next.panel) != 0) break;
      if (!RowsApart(next.accesses, next.accesses, rows)) break;
      bool apart = true;
      for (const Candidate& other : members) apart = apart && RowsApart(other.accesses, next.accesses, rows);
      if (!apart) break;
      if (next.part.columns) {
        chunk = next.chunk;
        panel = std::max(panel, next.panel);
      }
      members.push_back(std::move(next));
    }
    if (members.size() < 2) return 0;
    int64_t saved = 0, row_bytes = 0;
    std::vector<Access> seen;
    for (const Candidate& member : members) {
      const size_t before = seen.size();
      for (const Access& access : member.accesses) {
        if (access.pitch == 0) continue;
        const auto known = std::find_if(seen.begin(), seen.end(), [&](const Access& other) {
          return other.space == access.space && other.low == access.low && other.pitch == access.pitch;
        });
        if (known == seen.end()) {
          seen.push_back(access);
        } else if (static_cast<size_t>(known - seen.begin()) < before) {
          if (!access.write) saved = std::min(kMostSaved, saved + (access.high - access.low) * rows);
          known->write = false;
        }
      }
    }
    // Results that nobody reads here need no room.
    for (const Access& access : seen) row_bytes += access.write ? 0 : access.high - access.low;
    // A panel that is larger lies in the third cache, and is still better than memory.
    const int64_t room = BlockBytes();
    if (saved < kLeastSaved || row_bytes > 8 * room / panel) return 0;
    const int64_t block = std::max(panel, room / std::max<int64_t>(1, row_bytes) / panel * panel);
    run->begin = begin;
    run->end = begin + members.size();
    run->rows = rows;
    run->block = block;
    run->chunk = chunk;
    run->totals = 0;
    run->row_bytes = row_bytes;
    run->boxed = false;
    run->parts.clear();
    for (Candidate& member : members) {
      member.part.totals = run->totals;
      if (member.part.columns) run->totals += (rows + chunk - 1) / chunk * SumsOf(begin + run->parts.size());
      run->parts.push_back(member.part);
    }
    return saved;
  }

  // Numbers of rows that a run from `begin` on may have.
  std::vector<int64_t> RowCounts(size_t begin) const {
    std::vector<int64_t> found;
    for (size_t i = begin; i < std::min(plan_.instructions.size(), begin + kLookAhead); i++) {
      const Instruction& in = plan_.instructions[i];
      if (in.opcode != kEw && in.opcode != kReduce) break;
      const int64_t rows = in.opcode == kEw   ? plan_.programs[static_cast<size_t>(in.program)].dims[0]
                           : in.sizes[0] == 1 ? in.sizes[1]
                                              : in.sizes[0];
      if (rows >= kLeastRows && std::find(found.begin(), found.end(), rows) == found.end()) found.push_back(rows);
    }
    return found;
  }

  bool MayBegin(size_t i) const {
    const Instruction& in = plan_.instructions[i];
    return (in.opcode == kEw || in.opcode == kReduce) && plan_.programs[static_cast<size_t>(in.program)].size >= kLeastElements;
  }

 private:
  int64_t SumsOf(size_t i) const { return plan_.instructions[i].sizes[2]; }

  // What instruction i touches, seen as `rows` rows. False where it cannot be.
  bool Read(size_t i, int64_t rows, Candidate* candidate) const {
    const Instruction& in = plan_.instructions[i];
    const BoundInstruction& bound = instructions_[i];
    if ((in.opcode != kEw && in.opcode != kReduce) || bound.loops_begin != bound.loops_end) return false;
    const Program& program = plan_.programs[static_cast<size_t>(in.program)];
    if (program.size == 0 || program.size % rows != 0) return false;
    candidate->part = {false, program.size / rows, 0};
    if (in.opcode == kReduce) {
      const int64_t outer = in.sizes[0], reduced = in.sizes[1], inner = in.sizes[2];
      const int64_t width = DTypeBytes(in.type);
      if (outer % rows == 0 && bound.split.chunks == 1) {
        candidate->part.step = outer / rows;
        const int64_t bytes = outer / rows * inner * width;
        candidate->accesses.push_back(AccessOf(plan_, in.refs[0], bytes, bytes, true));
      } else if (outer == 1 && inner > 1 && reduced % rows == 0 && bound.split.chunks > 1) {
        const int64_t each = reduced / rows, panel = PanelRows(inner, in.type == kF64 ? 128 : 256);
        if (bound.split.rows % each != 0 || panel % each != 0) return false;
        candidate->part = {true, each, 0};
        candidate->chunk = bound.split.rows / each;
        candidate->panel = panel / each;
        candidate->accesses.push_back(AccessOf(plan_, in.refs[0], inner * width, 0, true));
      } else {
        return false;
      }
    }
    return AddProgram(plan_, program, rows, &candidate->accesses);
  }

  const DecodedPlan& plan_;
  const std::vector<BoundInstruction>& instructions_;
};

// Results that a later instruction of the run reads stay in the caches.
void KeepResults(const DecodedPlan& plan, const RowRun& run, std::vector<BoundInstruction>* instructions) {
  const auto place = [&](int32_t ref) -> const Ref& { return plan.refs[static_cast<size_t>(ref)]; };
  for (size_t i = run.begin; i < run.end; i++) {
    const Program& program = plan.programs[static_cast<size_t>(plan.instructions[i].program)];
    for (size_t later = i + 1; later < run.end; later++) {
      const Program& reader = plan.programs[static_cast<size_t>(plan.instructions[later].program)];
      for (const int32_t from : reader.input_refs) {
        for (const int32_t to : program.output_refs) {
          if (from >= 0 && place(from).space == place(to).space && place(from).offset == place(to).offset) {
            (*instructions)[i].task.ew.keep = 1;
          }
        }
      }
    }
  }
}

// What a block of a run of boxes may take of the first cache: there must be room for what all rows share.
constexpr int64_t kBoxBytes = 16 * 1024;

bool MayBox(const DecodedPlan& plan, const RowRun& run, const std::vector<BoundInstruction>& instructions) {
  int sums = 0;
  for (size_t i = run.begin; i < run.end; i++) {
    const Instruction& in = plan.instructions[i];
    if (in.type != kF32 || instructions[i].task.ew.loop == 0) return false;
    const RowPart& part = run.parts[i - run.begin];
    if (!part.columns) continue;
    const int64_t inner = in.sizes[2];
    if (++sums > kMostSums || instructions[i].task.op != kReduceSum || part.step != 1) return false;
    if (inner > kMostColumns || PanelRows(inner, 256) != kPanelRows) return false;
  }
  return true;
}

// Whether what the run's instructions make, other than the results of those that sum over the rows, is scratch that no others touch.
bool OwnsValues(const DecodedPlan& plan, const RowRun& run) {
  std::vector<const Ref*> made, others;
  const auto ref = [&](int32_t number, std::vector<const Ref*>* to) {
    if (number >= 0) to->push_back(&plan.refs[static_cast<size_t>(number)]);
  };
  for (size_t i = 0; i < plan.instructions.size(); i++) {
    const Instruction& in = plan.instructions[i];
    const Program* program = in.program < 0 ? nullptr : &plan.programs[static_cast<size_t>(in.program)];
    if (i >= run.begin && i < run.end) {
      if (run.parts[i - run.begin].columns) continue;
      for (const int32_t number : program->output_refs) ref(number, &made);
      if (in.opcode == kReduce) ref(in.refs[0], &made);
      continue;
    }
    for (const int32_t number : in.refs) ref(number, &others);
    if (program == nullptr) continue;
    for (const int32_t number : program->input_refs) ref(number, &others);
    for (const int32_t number : program->output_refs) ref(number, &others);
  }
  for (const Output& output : plan.outputs) ref(output.ref, &others);
  for (const Ref* mine : made) {
    if (mine->space != kScratch) return false;
    for (const Ref* other : others) {
      const bool apart =
          other->space != kScratch || other->offset >= mine->offset + mine->bytes || mine->offset >= other->offset + other->bytes;
      if (!apart || (other->space == kScratch && other->loop_count > 0)) return false;
    }
  }
  return true;
}

constexpr int64_t kAskedBytes = int64_t{16} << 20;  // of an array that no cache holds
constexpr int64_t kAskedAhead = 2048;               // elements, where an instruction is alone

// Inputs of a program that are read element by element in its order, from memory that no cache holds.
bool MayAsk(const BoundInstruction& bound, const Program& program, size_t input) {
  const bool reduce = bound.in->opcode == kReduce;
  return bound.task.ew.loop > 0 && (reduce || bound.in->opcode == kEw) && program.input_refs[input] >= 0 &&
         program.inputs[input].kind == kEwContiguous && program.size * DTypeBytes(program.inputs[input].dtype) >= kAskedBytes &&
         bound.task.ew.asks[reduce ? 0 : 1] == 0;
}
void AddAsk(BoundInstruction* bound, size_t input, int64_t ahead) {
  EwTask* ew = &bound->task.ew;
  ew->asks[ew->asks[0] == 0 ? 0 : 1] = 1 + static_cast<int32_t>(input);
  ew->ahead = ahead;
}

// An instruction that streams asks for what it reads next, beyond the rows that it works on.
void AskAlone(const DecodedPlan& plan, BoundInstruction* bound) {
  const Program& program = plan.programs[static_cast<size_t>(bound->in->program)];
  const int64_t line = bound->in->opcode == kReduce ? bound->in->sizes[2] : 1;
  for (size_t k = 0; k < program.inputs.size(); k++) {
    if (MayAsk(*bound, program, k)) AddAsk(bound, k, std::max(kAskedAhead, kSummedRows * line));
  }
}

// Each array of a run is asked for a block ahead by one of the calls that read it: of those that find it in the caches, and have not asked
// for another, the one with the most work; where all run row by row, the first, so that they share it out.
void AskForBlocks(const DecodedPlan& plan, const RowRun& run, std::vector<BoundInstruction>* instructions) {
  const auto programOf = [&](size_t i) -> const Program& { return plan.programs[static_cast<size_t>(plan.instructions[i].program)]; };
  const auto place = [&](int32_t ref) -> const Ref& { return plan.refs[static_cast<size_t>(ref)]; };
  const auto same = [&](int32_t a, int32_t b) {
    return a >= 0 && b >= 0 && place(a).space == place(b).space && place(a).offset == place(b).offset;
  };
  std::vector<size_t> call_of;
  for (size_t c = 0; c < run.calls.size(); c++) call_of.insert(call_of.end(), run.calls[c].end - run.calls[c].begin, c);
  std::vector<int> asks(run.calls.size(), 0);
  // Sums over the rows that go together ask for two arrays, every other box for one; an instruction of its own for what it likes.
  const auto full = [&](size_t i) {
    const RowCall& call = run.calls[call_of[i - run.begin]];
    bool both = call.end > call.begin + 1 && run.parts[i - run.begin].columns;
    for (size_t k = call.begin; k < call.end; k++) both = both && programOf(k).outputs.empty();
    return asks[call_of[i - run.begin]] >= (both ? 2 : 1);
  };
  const int64_t ahead = !run.boxed ? run.block : run.calls.size() == 1 ? kSummedRows : 2 * run.block;
  for (size_t i = run.begin; i < run.end; i++) {
    const Program& program = programOf(i);
    for (size_t k = 0; k < program.inputs.size(); k++) {
      const int32_t array = program.input_refs[k];
      bool seen = array < 0;
      for (size_t j = run.begin; j < i; j++) {
        for (const int32_t ref : programOf(j).input_refs) seen = seen || same(ref, array);
      }
      for (size_t j = run.begin; j < run.end; j++) {
        for (const int32_t ref : programOf(j).output_refs) seen = seen || same(ref, array);
      }
      if (seen) continue;
      size_t asker = run.end, input = 0;
      if (MayAsk((*instructions)[i], program, k)) asker = i, input = k;
      for (size_t j = i + 1; j < run.end; j++) {
        for (size_t m = 0; m < programOf(j).inputs.size(); m++) {
          const BoundInstruction& other = (*instructions)[j];
          if (!same(programOf(j).input_refs[m], array) || !MayAsk(other, programOf(j), m) || full(j)) continue;
          if (asker == i && call_of[j - run.begin] == call_of[i - run.begin]) continue;
          if (asker == i || asker == run.end || (!run.boxed && other.weight > (*instructions)[asker].weight)) asker = j, input = m;
        }
      }
      if (asker == run.end || (run.boxed && full(asker))) continue;
      asks[call_of[asker - run.begin]]++;
      AddAsk(&(*instructions)[asker], input, ahead * (program.size / run.rows));
    }
  }
}

}  // namespace

std::vector<RowRun> FindRowRuns(const DecodedPlan& plan, const KernelTable* kernels, std::vector<BoundInstruction>* instructions) {
  std::vector<RowRun> runs;
  for (BoundInstruction& bound : *instructions) bound.task.ew.asks[0] = bound.task.ew.asks[1] = 0;
  const Finder finder(plan, *instructions);
  for (size_t i = 0; i < plan.instructions.size(); i++) {
    const Instruction& in = plan.instructions[i];
    if (in.opcode == kRepeat) i += static_cast<size_t>(in.sizes[2]);
    if (in.opcode == kRepeat || !finder.MayBegin(i)) continue;
    RowRun best, run;
    int64_t most = 0;
    for (const int64_t rows : finder.RowCounts(i)) {
      const int64_t saved = finder.Extend(i, rows, &run);
      if (saved <= most) continue;
      most = saved;
      best = run;
    }
    if (most == 0) {
      AskAlone(plan, &(*instructions)[i]);
      continue;
    }
    KeepResults(plan, best, instructions);
    if (MayBox(plan, best, *instructions)) {
      best.boxed = true;
      best.block = std::clamp<int64_t>(kBoxBytes / std::max<int64_t>(1, best.row_bytes), 1, kPanelRows);
    }
    best.own_values = best.boxed && OwnsValues(plan, best);
    best.calls = FormCalls(plan, kernels, *instructions, best.begin, best.end, best.boxed);
    // One loop for all hands nothing from call to call.
    if (best.boxed && best.calls.size() == 1) best.block = kPanelRows;
    AskForBlocks(plan, best, instructions);
    i = best.end - 1;
    runs.push_back(std::move(best));
  }
  return runs;
}

}  // namespace ridgeline
