#include "margin_loss.h"

#include <algorithm>
#include <limits>

namespace ridgeline {
namespace linear {
namespace {

// A block of rows is read twice, for the scores and for the gradient: the second time from the cache.
constexpr int64_t kBlockBytes = int64_t{192} << 10;
constexpr int64_t kLeastBlock = 16, kMostBlock = 1024;
constexpr int64_t kChunks = 16;
// A chunk's gradient is as long as a row: fewer rows would make adding them up count.
constexpr int64_t kLeastChunkRows = 64;

constexpr int64_t Pad(int64_t count) { return (count + 7) / 8 * 8; }

// A program of the elementwise kernels over one range of rows.
class RowProgram {
 public:
  explicit RowProgram(int64_t count) : count_(count) {}
  int32_t Read(const double* from) { return In(const_cast<double*>(from), kEwContiguous, 0); }
  int32_t Number(double value) { return In(nullptr, kEwImmediate, value); }
  int32_t Op(int32_t op, int32_t a, int32_t b = 0) {
    instrs_[n_instrs_++] = {op, registers_, a, b, 0, 0};
    return registers_++;
  }
  void Write(double* to, int32_t reg) { outputs_[n_outputs_++] = Operand(to, reg, kEwContiguous, 0); }
  EwTask Task() const {
    EwTask task = {};
    task.rank = 1;
    task.n_inputs = n_inputs_;
    task.n_outputs = n_outputs_;
    task.n_instrs = n_instrs_;
    task.n_registers = registers_;
    task.dims[0] = task.size = count_;
    task.inputs = inputs_;
    task.outputs = outputs_;
    task.instrs = instrs_;
    return task;
  }
  double Sum(const KernelTable* kernels, int32_t reg) const {
    const ReduceTask task = {Task(), kReduceSum, reg, 1, count_, 1};
    double sum;
    kernels->reduce_f64(&task, 0, 1, &sum);
    return sum;
  }

 private:
  static EwOperand Operand(double* base, int32_t reg, int32_t kind, double immediate) {
    EwOperand operand = {base, kF64, reg, kind, immediate, {}};
    operand.strides[0] = kind == kEwContiguous ? 1 : 0;
    return operand;
  }
  int32_t In(double* base, int32_t kind, double immediate) {
    inputs_[n_inputs_++] = Operand(base, registers_, kind, immediate);
    return registers_++;
  }

  int64_t count_;
  int32_t registers_ = 0, n_inputs_ = 0, n_outputs_ = 0, n_instrs_ = 0;
  EwOperand inputs_[8], outputs_[2];
  EwInstr instrs_[12];
};

}  // namespace

MarginLoss::MarginLoss(const Context& context, Loss loss, const Samples& samples, int64_t outputs)
    : context_(context), loss_(loss), samples_(samples), outputs_(outputs) {
  const int64_t stored = samples.sparse.start != nullptr ? samples.sparse.start[samples.rows] : samples.rows * samples.columns;
  const int64_t row_bytes =
      std::max<int64_t>(1, stored / std::max<int64_t>(1, samples.rows) + outputs) * static_cast<int64_t>(sizeof(double));
  block_ = std::min(std::max(kLeastBlock, kBlockBytes / row_bytes / 8 * 8), kMostBlock);
  block_ = std::min(block_, Pad(samples.rows));
  // Of sparse rows, too, no more gradients than there are numbers that add to them.
  const int64_t full = samples.sparse.start != nullptr ? stored / std::max<int64_t>(1, samples.columns) : samples.rows;
  chunks_ = std::max<int64_t>(1, std::min({kChunks, samples.rows / kLeastChunkRows, full}));
  threads_ = static_cast<int32_t>(std::max<int64_t>(1, std::min<int64_t>(context.parallel->threads, chunks_)));
  for (int32_t i = 0; i < threads_; i++) serial_.push_back(std::make_unique<ParallelContext>(1));
}

// Of each chunk: gradients of w and b, value, least margin. Of each worker: scores and residuals of a block.
bool MarginLoss::Allocate() {
  const int64_t chunk = Pad(outputs_ * (samples_.columns + 1) + 2), worker = 2 * Pad(block_ * outputs_);
  return workspace_.Allocate(chunks_ * chunk + threads_ * worker);
}

// z holds scores; r becomes the derivative by the score.
double MarginLoss::MarginBlock(int64_t begin, int64_t rows, double* z, double* r, double* least) const {
  const double *t = samples_.targets + begin, *s = samples_.weights + begin;
  for (int64_t i = 0; i < rows; i++) {
    const double margin = t[i] * z[i];
    if (s[i] > 0 && !(margin >= *least)) *least = margin;
  }
  RowProgram program(rows);
  const int32_t target = program.Read(t), weight = program.Read(s), margin = program.Op(kEwMul, target, program.Read(z));
  const int32_t signed_weight = program.Op(kEwMul, target, weight);
  int32_t value;
  if (loss_ == Loss::kLogistic) {
    const int32_t minus = program.Op(kEwNeg, margin);
    value = program.Op(kEwMul, weight, program.Op(kEwSoftplus, minus));
    program.Write(r, program.Op(kEwNeg, program.Op(kEwMul, signed_weight, program.Op(kEwSigmoid, minus))));
  } else {
    const int32_t hinge = program.Op(kEwRelu, program.Op(kEwSub, program.Number(1), margin));
    value = program.Op(kEwMul, weight, program.Op(kEwSquare, hinge));
    program.Write(r, program.Op(kEwMul, program.Number(-2), program.Op(kEwMul, signed_weight, hinge)));
  }
  return program.Sum(context_.kernels, value);
}

// z holds scores [rows, outputs] and becomes the derivatives by them.
double MarginLoss::SoftmaxBlock(int64_t begin, int64_t rows, double* z, double* least) const {
  const int64_t k = outputs_;
  const int32_t* labels = samples_.labels + begin;
  const double* weights = samples_.weights + begin;
  for (int64_t i = 0; i < rows; i++) {
    if (!(weights[i] > 0)) continue;
    const double* scores = z + i * k;
    double other = -std::numeric_limits<double>::infinity();
    for (int64_t c = 0; c < k; c++) {
      if (c != labels[i] && !(scores[c] <= other)) other = scores[c];
    }
    const double margin = scores[labels[i]] - other;
    if (!(margin >= *least)) *least = margin;
  }
  context_.kernels->softmax_f64(z, z, rows, k, 1);
  double value = 0;
  for (int64_t i = 0; i < rows; i++) value -= weights[i] * z[i * k + labels[i]];
  RowProgram program(rows * k);
  program.Write(z, program.Op(kEwExp, program.Read(z)));
  const EwTask task = program.Task();
  context_.kernels->ew_f64(&task, 0, task.size);
  for (int64_t i = 0; i < rows; i++) {
    double* row = z + i * k;
    row[labels[i]] -= 1;
    for (int64_t c = 0; c < k; c++) row[c] *= weights[i];
  }
  return value;
}

bool MarginLoss::Scores(int64_t begin, int64_t rows, double* scores, const Parallel* parallel) const {
  const int64_t p = samples_.columns, k = outputs_;
  for (int64_t i = 0; i < rows * k; i += k) std::copy_n(b_, k, scores + i);
  const SparseRows& x = samples_.sparse;
  if (x.start == nullptr) {
    const GemmTask forward = {rows, k, p, samples_.x + begin * p, p, 0, w_, p, 1, scores, k, 1, 1, nullptr, 0};
    return context_.kernels->gemm_f64(&forward, parallel) == 0;
  }
  for (int64_t i = 0; i < rows; i++) {
    for (int64_t c = 0; c < k; c++) {
      const double* w = w_ + c * p;
      double even = 0, odd = 0;
      int32_t at = x.start[begin + i];
      const int32_t end = x.start[begin + i + 1];
      for (; at + 1 < end; at += 2) {
        even += x.values[at] * w[x.index[at]];
        odd += x.values[at + 1] * w[x.index[at + 1]];
      }
      if (at < end) even += x.values[at] * w[x.index[at]];
      scores[i * k + c] += even + odd;
    }
  }
  return true;
}

bool MarginLoss::Slopes(int64_t begin, int64_t rows, const double* residuals, double* gradient, const Parallel* parallel) const {
  const int64_t p = samples_.columns, k = outputs_;
  const SparseRows& x = samples_.sparse;
  if (x.start == nullptr) {
    const GemmTask backward = {k, p, rows, residuals, k, 1, samples_.x + begin * p, p, 0, gradient, p, 1, 1, nullptr, 0};
    return context_.kernels->gemm_f64(&backward, parallel) == 0;
  }
  for (int64_t i = 0; i < rows; i++) {
    for (int64_t c = 0; c < k; c++) {
      const double r = residuals[i * k + c];
      double* to = gradient + c * p;
      for (int32_t at = x.start[begin + i]; at < x.start[begin + i + 1]; at++) to[x.index[at]] += r * x.values[at];
    }
  }
  return true;
}

bool MarginLoss::Chunk(int64_t chunk, int32_t worker) const {
  const int64_t n = samples_.rows, p = samples_.columns, k = outputs_, chunk_size = Pad(k * (p + 1) + 2);
  double* gradient = workspace_.get() + chunk * chunk_size;
  double* scores = workspace_.get() + chunks_ * chunk_size + worker * 2 * Pad(block_ * k);
  double* residuals = loss_ == Loss::kSoftmax ? scores : scores + Pad(block_ * k);
  const Parallel* parallel = serial_[static_cast<size_t>(worker)]->parallel();
  double value = 0, least = std::numeric_limits<double>::infinity();
  std::fill_n(gradient, k * (p + 1), 0.0);
  double* b_gradient = gradient + k * p;
  const int64_t end = n * (chunk + 1) / chunks_;
  for (int64_t begin = n * chunk / chunks_; begin < end; begin += block_) {
    const int64_t rows = std::min(block_, end - begin);
    if (!Scores(begin, rows, scores, parallel)) return false;
    value += loss_ == Loss::kSoftmax ? SoftmaxBlock(begin, rows, scores, &least) : MarginBlock(begin, rows, scores, residuals, &least);
    if (!Slopes(begin, rows, residuals, gradient, parallel)) return false;
    for (int64_t i = 0; i < rows; i++) {
      for (int64_t c = 0; c < k; c++) b_gradient[c] += residuals[i * k + c];
    }
  }
  gradient[k * (p + 1)] = value;
  gradient[k * (p + 1) + 1] = least;
  return true;
}

void MarginLoss::ChunkTask(void* arg, int64_t chunk, int32_t worker) {
  MarginLoss* self = static_cast<MarginLoss*>(arg);
  if (!self->Chunk(chunk, worker)) self->failed_.store(true, std::memory_order_relaxed);
}

bool MarginLoss::Evaluate(const double* w, const double* b, double* value, double* w_gradient, double* b_gradient, double* least) {
  const int64_t p = samples_.columns, k = outputs_, size = k * (p + 1), stride = Pad(size + 2);
  w_ = w;
  b_ = b;
  ParallelFor(threads_, chunks_, &ChunkTask, this);
  if (failed_.load()) return false;
  double* total = workspace_.get();
  for (int64_t chunk = 1; chunk < chunks_; chunk++) {
    const double* more = total + chunk * stride;
    context_.kernels->axpy_f64(1, more, total, size + 1);
    total[size + 1] = std::min(total[size + 1], more[size + 1]);
  }
  std::copy_n(total, k * p, w_gradient);
  std::copy_n(total + k * p, k, b_gradient);
  *value = total[size];
  *least = total[size + 1];
  return true;
}

}  // namespace linear
}  // namespace ridgeline
