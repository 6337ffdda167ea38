#include "stages.h"

#include <algorithm>

#include "accesses.h"

namespace ridgeline {
namespace {

// Costs are in operations on a vector, about 0.3 ns each.
constexpr double kPieceCost = 250;        // of starting a piece
constexpr double kMeetingCost = 500;      // of a stage
constexpr double kRegionCost = 1000;      // of bringing the threads in
constexpr double kLeastPart = 2000;       // that is split off
constexpr double kTiny = 600;             // as short as a meeting
constexpr double kMostCost = 32 * 1024;   // of an instruction: what is longer is split by itself
constexpr double kLeastRun = 8 * 1024;    // of a run
constexpr double kEven = 1.1;             // times an even share that a thread may have
constexpr double kWorth = 0.8;            // of its time alone that a run in stages may take
constexpr size_t kMostInstructions = 96;  // of a run

// An instruction of a run as it will be executed.
struct Node {
  int32_t instruction;
  double cost;
  bool writes_state;
  bool checks;                   // may end the step
  std::vector<Access> whole;     // every byte that it may touch
  std::vector<Access> accesses;  // as rows of its chain
  int64_t step = 0;              // units of its kernel in a row
  int32_t stage = 0, chain = 0;
};

// Nodes of a stage that are split alike, in order. One row: all of them run in one piece.
struct Chain {
  int64_t rows;
  int32_t stage;
  double cost = 0;
  std::vector<size_t> nodes;
};

bool Checks(int32_t opcode) {
  return opcode == kGather || opcode == kScatterAdd || opcode == kTakeAlong || opcode == kPutAlong || opcode == kGuard;
}

class Builder {
 public:
  Builder(const DecodedPlan& plan, const std::vector<BoundInstruction>& instructions, int32_t threads, int32_t vector_bytes)
      : plan_(plan), instructions_(instructions), threads_(threads), vector_bytes_(vector_bytes) {}

  // Whether an instruction may be part of a run.
  bool Takes(size_t i) const {
    const BoundInstruction& bound = instructions_[i];
    if (bound.loops_begin != bound.loops_end || bound.in->opcode == kRepeat) return false;
    if (bound.in->opcode == kReduce && bound.split.chunks > 1) return false;
    return CostOf(i) <= kMostCost;
  }

  // Lays out instructions [begin, end). False where that would not pay.
  bool Build(size_t begin, size_t end, StagedRun* run) {
    nodes_.clear();
    chains_.clear();
    stages_ = 0;
    double alone = 0;
    for (size_t i = begin; i < end; i++) {
      Place(i);
      alone += nodes_.back().cost;
    }
    if (alone < kLeastRun) return false;
    run->begin = begin;
    run->end = end;
    run->threads = threads_;
    return Deal(run) <= kWorth * alone;
  }

 private:
  double CostOf(size_t i) const {
    const Instruction& in = plan_.instructions[i];
    const double lanes = vector_bytes_ / static_cast<double>(DTypeBytes(in.type));
    const auto size = [&in](int k) { return static_cast<double>(in.sizes[k]); };
    double program = 0;
    if (in.program >= 0) {
      program = static_cast<double>(plan_.programs[static_cast<size_t>(in.program)].size * instructions_[i].weight) / lanes;
    }
    switch (in.opcode) {
      case kEw:
      case kReduce:
        return kPieceCost + program;
      case kGemm:
        return kPieceCost + (size(0) * size(1) * size(2) / lanes + program) * size(3);
      case kSoftmax:
        return kPieceCost + 8 * size(0) * size(1) / lanes;
      case kArgmax:
        return kPieceCost + 2 * size(0) * size(1) * size(2) / lanes;
      case kGather:
        return kPieceCost + size(2) * (4 + size(1) / 64);
      case kScatterAdd:
        return kPieceCost + (4 * size(0) + size(2)) * size(1) / lanes;
      case kTakeAlong:
      case kPutAlong:
        return kPieceCost + size(0) * (size(1) + size(2)) / 4;
      case kGuard:
        return kPieceCost + size(0) / lanes;
      case kCopy:
        return kPieceCost + size(0) / 64;
      default:
        return 2 * kMostCost;
    }
  }

  // Every byte that an instruction may touch.
  std::vector<Access> Whole(size_t i) const {
    const Instruction& in = plan_.instructions[i];
    std::vector<Access> all;
    const auto add = [&](int32_t ref, bool write) {
      if (ref >= 0) all.push_back(AccessOf(plan_, ref, plan_.refs[static_cast<size_t>(ref)].bytes, 0, write));
    };
    // The result is the last operand, but for reductions and copies, where it is the first.
    const bool first = in.opcode == kReduce || in.opcode == kCopy;
    int last = 2;
    while (last > 0 && in.refs[last] < 0) last--;
    for (int k = 0; k <= 2; k++) add(in.refs[k], in.opcode != kGuard && (first ? k == 0 : k == last));
    if (in.program < 0) return all;
    const Program& program = plan_.programs[static_cast<size_t>(in.program)];
    for (const int32_t ref : program.input_refs) add(ref, false);
    for (const int32_t ref : program.output_refs) add(ref, true);
    return all;
  }

  // What an instruction touches row by row. False where it cannot be seen as `rows` rows that do not depend on one another.
  bool AsRows(size_t i, int64_t rows, std::vector<Access>* accesses, int64_t* step) const {
    const Instruction& in = plan_.instructions[i];
    const int64_t width = DTypeBytes(in.type);
    accesses->clear();
    const auto by_row = [&](int operand, int64_t bytes, bool write = false) {
      accesses->push_back(AccessOf(plan_, in.refs[operand], *step * bytes, *step * bytes, write));
    };
    const auto whole = [&](int operand) {
      const int32_t ref = in.refs[operand];
      accesses->push_back(AccessOf(plan_, ref, plan_.refs[static_cast<size_t>(ref)].bytes, 0, false));
    };
    const int64_t units = UnitsOf(i);
    if (rows < 2 || units % rows != 0) return false;
    *step = units / rows;
    switch (in.opcode) {
      case kEw:
        break;
      case kReduce:
        by_row(0, in.sizes[2] * width, true);
        break;
      case kGemm:
        if (in.sizes[3] != 1) return false;
        if (in.flags[0] != 0) {
          whole(0);
        } else {
          by_row(0, in.sizes[2] * width);
        }
        whole(1);
        by_row(2, in.sizes[1] * width, true);
        break;
      case kSoftmax:
        by_row(0, in.sizes[1] * width);
        by_row(1, in.sizes[1] * width, true);
        break;
      case kArgmax:
        by_row(0, in.sizes[1] * in.sizes[2] * width);
        by_row(1, in.sizes[2] * 4, true);
        break;
      case kGather:
        whole(0);
        by_row(1, 4);
        by_row(2, in.sizes[1], true);
        break;
      case kTakeAlong:
      case kPutAlong:
        by_row(0, (in.opcode == kTakeAlong ? in.sizes[1] : in.sizes[2]) * width);
        by_row(1, in.sizes[2] * 4);
        by_row(2, (in.opcode == kTakeAlong ? in.sizes[2] : in.sizes[1]) * width, true);
        break;
      default:
        return false;
    }
    if (in.program >= 0) {
      const Program& program = plan_.programs[static_cast<size_t>(in.program)];
      if (program.size % rows != 0 || !AddProgram(plan_, program, rows, accesses)) return false;
    }
    return RowsApart(*accesses, *accesses, rows);
  }

  // What the kernel of an instruction counts; 1 where it cannot do a part.
  int64_t UnitsOf(size_t i) const {
    const Instruction& in = plan_.instructions[i];
    switch (in.opcode) {
      case kEw:
        return plan_.programs[static_cast<size_t>(in.program)].size;
      case kReduce:
      case kGemm:
      case kSoftmax:
      case kArgmax:
      case kTakeAlong:
      case kPutAlong:
        return in.sizes[0];
      case kGather:
        return in.sizes[2];
      default:
        return 1;
    }
  }

  static bool Conflict(const Node& a, const Node& b) {
    for (const Access& x : a.whole) {
      for (const Access& y : b.whole) {
        if (x.space == y.space && (x.write || y.write) && x.low < y.high && y.low < x.high) return true;
      }
    }
    return false;
  }

  // Gives an instruction the first stage that it can have, and a chain of it.
  void Place(size_t i) {
    Node node;
    node.instruction = static_cast<int32_t>(i);
    node.cost = CostOf(i);
    node.whole = Whole(i);
    node.checks = Checks(plan_.instructions[i].opcode);
    node.writes_state = std::any_of(node.whole.begin(), node.whole.end(), [](const Access& a) { return a.space == kState && a.write; });
    const bool tiny = node.cost <= kTiny;
    // Stage 0 is for what is soon done and what much waits for, as the reciprocal of the number of rows.
    int32_t stage = tiny ? 0 : 1;
    std::vector<size_t> before;
    for (size_t k = 0; k < nodes_.size(); k++) {
      const Node& other = nodes_[k];
      // A step that ends early has written what it would have written in order, and says what it would have said.
      if (other.checks && node.writes_state) stage = std::max(stage, other.stage + 1);
      if (node.checks && (other.checks || other.writes_state)) stage = std::max(stage, other.stage);
      if (Conflict(other, node)) before.push_back(k);
    }
    for (const size_t k : before) stage = std::max(stage, nodes_[k].stage);
    before.erase(std::remove_if(before.begin(), before.end(), [&](size_t k) { return nodes_[k].stage < stage; }), before.end());
    if (!before.empty() && !Join(&node, stage, before)) {
      stage++;
      before.clear();
    }
    if (before.empty()) Begin(&node, stage);
    stages_ = std::max(stages_, node.stage + 1);
    nodes_.push_back(std::move(node));
  }

  // Makes the node part of the chains of the nodes `before`, all of one stage, which become one. False where it needs more than its own
  // rows of them.
  bool Join(Node* node, int32_t stage, const std::vector<size_t>& before) {
    const int32_t first = nodes_[before[0]].chain;
    const int64_t rows = chains_[static_cast<size_t>(first)].rows;
    for (const size_t k : before) {
      if (chains_[static_cast<size_t>(nodes_[k].chain)].rows != rows) return false;
    }
    const size_t i = static_cast<size_t>(node->instruction);
    if (rows == 1) {
      // One thread does it all: nothing that others could help with.
      if (node->cost > kLeastPart && UnitsOf(i) > 1) return false;
    } else {
      if (!AsRows(i, rows, &node->accesses, &node->step)) return false;
      for (const size_t k : before) {
        if (!RowsApart(nodes_[k].accesses, node->accesses, rows)) return false;
      }
    }
    for (const size_t k : before) Merge(nodes_[k].chain, first);
    Append(node, stage, first);
    return true;
  }

  void Begin(Node* node, int32_t stage) {
    const size_t i = static_cast<size_t>(node->instruction);
    int64_t rows = 1;
    if (stage > 0) {
      for (const int64_t wanted : {plan_.rows, LeadingOf(i)}) {
        if (rows == 1 && UnitsOf(i) > 1 && AsRows(i, wanted, &node->accesses, &node->step)) rows = wanted;
      }
    }
    chains_.push_back({rows, stage, 0, {}});
    Append(node, stage, static_cast<int32_t>(chains_.size()) - 1);
  }

  // Rows that an instruction has by itself.
  int64_t LeadingOf(size_t i) const {
    const Instruction& in = plan_.instructions[i];
    return in.opcode == kEw ? plan_.programs[static_cast<size_t>(in.program)].dims[0] : UnitsOf(i);
  }

  void Merge(int32_t from, int32_t to) {
    if (from == to) return;
    Chain& source = chains_[static_cast<size_t>(from)];
    Chain& target = chains_[static_cast<size_t>(to)];
    for (const size_t k : source.nodes) nodes_[k].chain = to;
    target.nodes.insert(target.nodes.end(), source.nodes.begin(), source.nodes.end());
    std::sort(target.nodes.begin(), target.nodes.end());
    target.cost += source.cost;
    source.nodes.clear();
    source.cost = 0;
  }

  void Append(Node* node, int32_t stage, int32_t chain) {
    node->stage = stage;
    node->chain = chain;
    chains_[static_cast<size_t>(chain)].nodes.push_back(nodes_.size());
    chains_[static_cast<size_t>(chain)].cost += node->cost;
  }

  // Writes stages and tasks, and returns what they cost.
  double Deal(StagedRun* run) {
    struct Share {
      const Chain* chain;
      int64_t begin, end;  // rows
      double cost;
    };
    const size_t threads = static_cast<size_t>(threads_);
    double total = kRegionCost;
    run->first.push_back(0);
    run->stages = 0;
    run->alone = 0;
    for (int32_t stage = 0; stage < stages_; stage++) {
      std::vector<std::vector<Share>> shares(threads);
      std::vector<double> load(threads, 0);
      std::vector<Share> whole;
      double all = 0;
      for (const Chain& chain : chains_) {
        if (chain.nodes.empty() || chain.stage != stage) continue;
        all += chain.cost;
        whole.push_back({&chain, 0, chain.rows, chain.cost});
      }
      if (all == 0) continue;
      std::stable_sort(whole.begin(), whole.end(), [](const Share& a, const Share& b) { return a.cost > b.cost; });
      const bool together = all <= kLeastPart;
      const auto give = [&](const std::vector<Share>& rest) {
        for (const Share& share : rest) {
          const size_t thread = together ? 0 : static_cast<size_t>(std::min_element(load.begin(), load.end()) - load.begin());
          shares[thread].push_back(share);
          load[thread] += share.cost;
        }
      };
      give(whole);
      // Whole chains are best, since their operands come to one core alone. Where they leave threads idle, the long ones are split; the
      // same part of everything falls to the same thread, in whose caches it is.
      if (!together && *std::max_element(load.begin(), load.end()) > kEven * all / threads_) {
        for (size_t thread = 0; thread < threads; thread++) {
          shares[thread].clear();
          load[thread] = 0;
        }
        std::vector<Share> rest;
        for (const Share& share : whole) {
          const int64_t parts = std::min({int64_t{threads_}, share.end, static_cast<int64_t>(share.cost / kLeastPart)});
          if (parts <= 1) {
            rest.push_back(share);
            continue;
          }
          for (int64_t part = 0; part < parts; part++) {
            const size_t thread = static_cast<size_t>(part);
            shares[thread].push_back(
                {share.chain, share.end * part / parts, share.end * (part + 1) / parts, share.cost / static_cast<double>(parts)});
            load[thread] += shares[thread].back().cost;
          }
        }
        give(rest);
      }
      for (size_t thread = 0; thread < threads; thread++) {
        bool open = false;  // a task of what is too short for one of its own
        for (const Share& share : shares[thread]) {
          const bool tiny = share.cost <= kLeastPart;
          if (!tiny || !open) run->tasks.push_back({static_cast<int32_t>(run->pieces.size()), 0});
          open = tiny;
          for (const size_t k : share.chain->nodes) {
            const Node& node = nodes_[k];
            const bool rows = share.chain->rows > 1;
            run->pieces.push_back({node.instruction, rows ? share.begin * node.step : 0, rows ? share.end * node.step : -1});
          }
          run->tasks.back().end = static_cast<int32_t>(run->pieces.size());
        }
        run->first.push_back(static_cast<int32_t>(run->tasks.size()));
      }
      if (together && run->alone == run->stages) {
        run->alone++;
        total += all;
      } else {
        total += *std::max_element(load.begin(), load.end()) + kMeetingCost;
      }
      run->stages++;
    }
    return total;
  }

  const DecodedPlan& plan_;
  const std::vector<BoundInstruction>& instructions_;
  const int32_t threads_, vector_bytes_;
  std::vector<Node> nodes_;
  std::vector<Chain> chains_;
  int32_t stages_ = 0;
};

}  // namespace

std::vector<StagedRun> FindStagedRuns(const DecodedPlan& plan, const std::vector<BoundInstruction>& instructions,
                                      const std::vector<RowRun>& row_runs, int32_t threads, int32_t vector_bytes) {
  std::vector<StagedRun> runs;
  if (threads <= 1) return runs;
  Builder builder(plan, instructions, threads, vector_bytes);
  for (size_t i = 0; i < instructions.size();) {
    if (instructions[i].row_run >= 0) {
      i = row_runs[static_cast<size_t>(instructions[i].row_run)].end;
      continue;
    }
    if (plan.instructions[i].opcode == kRepeat) {
      i += 1 + static_cast<size_t>(plan.instructions[i].sizes[2]);
      continue;
    }
    size_t end = i;
    while (end < instructions.size() && end - i < kMostInstructions && instructions[end].row_run < 0 && builder.Takes(end)) end++;
    StagedRun run;
    if (end - i > 1 && builder.Build(i, end, &run)) {
      run.state = NewStageState(run);
      runs.push_back(std::move(run));
    }
    i = std::max(end, i + 1);
  }
  return runs;
}

}  // namespace ridgeline
