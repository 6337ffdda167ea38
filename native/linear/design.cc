#include "design.h"

#include <algorithm>
#include <cmath>

#include "shifted.h"

namespace ridgeline {
namespace linear {
namespace {

constexpr int64_t kColumnsPerTask = 32;
// Of a vector that columns are added to: they stay in the first cache.
constexpr int64_t kRowsPerTask = 2048;
constexpr int64_t kGramSide = 128, kLeastSide = 8, kBlocksPerThread = 2;
constexpr int64_t kLine = 8;  // numbers
// Below this a product is done before another thread has woken up.
constexpr int64_t kThreadedWork = int64_t{1} << 16;
// A centered column this much shorter than its numbers say is constant, and what is left is rounding.
constexpr double kConstant = 1e-26;

size_t Bytes(int64_t numbers) { return static_cast<size_t>(numbers) * sizeof(double); }

}  // namespace

void Design::SetWeights(const double* weight, int64_t count) {
  root.clear();
  if (weight == nullptr) return;
  double total = 0;
  for (int64_t i = 0; i < count; i++) total += weight[i];
  root.resize(static_cast<size_t>(count));
  for (int64_t i = 0; i < count; i++) root[static_cast<size_t>(i)] = std::sqrt(weight[i] * (static_cast<double>(count) / total));
}

bool Design::Load(const Source& source, bool centered, const double* y, const Context& context, std::vector<double>* products) {
  rows = source.rows;
  columns = source.columns;
  sparse = source.start != nullptr;
  SetWeights(source.weight, rows);
  if (!sparse) return LoadDense(source, centered, y, context, products);
  if (!LoadSparse(source)) return false;
  Measure(centered, y, context, products);
  return true;
}

bool Design::LoadDense(const Source& source, bool centered, const double* y, const Context& context, std::vector<double>* products) {
  stride_ = (rows + kLine - 1) / kLine * kLine;
  memory_ = Slab::Create(Bytes(stride_ * columns));
  if (!memory_) return false;
  values_ = reinterpret_cast<double*>(memory_->data());
  const size_t p = static_cast<size_t>(columns);
  offset.assign(p, 0);
  if (centered) MiddleOfThree(source.x, rows, columns, &offset);
  mean.assign(p, 0);
  products->assign(p, 0);
  std::vector<double> squares(p, 0);
  const ColumnsTask task = {source.x,
                            rows,
                            columns,
                            centered ? offset.data() : nullptr,
                            root.empty() ? nullptr : root.data(),
                            y,
                            values_,
                            stride_,
                            mean.data(),
                            squares.data(),
                            products->data()};
  // Threads take neighbouring columns, whole lines of memory.
  const int64_t width = std::max<int64_t>(kColumnsPerTask, (columns / context.parallel->threads + 7) / 8 * 8);
  ForEach(context, (columns + width - 1) / width,
          [&](int64_t t) { context.kernels->columns_f64(&task, t * width, std::min(columns, (t + 1) * width)); });
  for (const double square : squares) finite &= std::isfinite(square);
  Finish(centered, squares);
  // y is centered up to rounding; the rest is taken off as it is everywhere.
  const double total = centered ? Total(y, context) : 0;
  for (size_t j = 0; j < p; j++) (*products)[j] -= mean[j] * total;
  return true;
}

bool Design::LoadSparse(const Source& source) {
  const int64_t count = source.start[rows];
  memory_ = Slab::Create(Bytes(count));
  positions_ = Slab::Create(static_cast<size_t>(count) * sizeof(int32_t));
  if (!memory_ || !positions_) return false;
  values_ = reinterpret_cast<double*>(memory_->data());
  row_ = reinterpret_cast<int32_t*>(positions_->data());
  start_.assign(static_cast<size_t>(columns) + 1, 0);
  for (int64_t k = 0; k < count; k++) start_[static_cast<size_t>(source.index[k]) + 1]++;
  for (size_t j = 0; j < static_cast<size_t>(columns); j++) start_[j + 1] += start_[j];
  std::vector<int64_t> next(start_.begin(), start_.end() - 1);
  for (int64_t i = 0; i < rows; i++) {
    const double scale = root.empty() ? 1 : root[static_cast<size_t>(i)];
    for (int64_t k = source.start[i]; k < source.start[i + 1]; k++) {
      const int64_t at = next[static_cast<size_t>(source.index[k])]++;
      values_[at] = source.x[k] * scale;
      row_[at] = static_cast<int32_t>(i);
    }
  }
  offset.assign(static_cast<size_t>(columns), 0);
  return true;
}

bool Design::Take(const Design& all, const std::vector<int32_t>& take, const double* weight, bool centered, const double* y,
                  const Context& context, std::vector<double>* products) {
  rows = static_cast<int64_t>(take.size());
  columns = all.columns;
  sparse = all.sparse;
  offset = all.offset;
  SetWeights(weight, rows);
  if (sparse) {
    std::vector<int32_t> place(static_cast<size_t>(all.rows), -1);
    for (size_t i = 0; i < take.size(); i++) place[static_cast<size_t>(take[i])] = static_cast<int32_t>(i);
    const int64_t most = all.start_.back();
    memory_ = Slab::Create(Bytes(most));
    positions_ = Slab::Create(static_cast<size_t>(most) * sizeof(int32_t));
    if (!memory_ || !positions_) return false;
    values_ = reinterpret_cast<double*>(memory_->data());
    row_ = reinterpret_cast<int32_t*>(positions_->data());
    start_.assign(1, 0);
    int64_t at = 0;
    for (size_t j = 0; j < static_cast<size_t>(columns); j++) {
      for (int64_t k = all.start_[j]; k < all.start_[j + 1]; k++) {
        const int32_t i = place[static_cast<size_t>(all.row_[k])];
        if (i < 0) continue;
        values_[at] = all.values_[k] * (root.empty() ? 1 : root[static_cast<size_t>(i)]);
        row_[at++] = i;
      }
      start_.push_back(at);
    }
  } else {
    stride_ = (rows + kLine - 1) / kLine * kLine;
    memory_ = Slab::Create(Bytes(stride_ * columns));
    if (!memory_) return false;
    values_ = reinterpret_cast<double*>(memory_->data());
    for (int64_t j = 0; j < columns; j++) {
      const double* from = all.Column(j);
      double* to = values_ + j * stride_;
      for (size_t i = 0; i < take.size(); i++) to[i] = from[take[i]] * (root.empty() ? 1 : root[i]);
    }
  }
  Measure(centered, y, context, products);
  return true;
}

void Design::Head(const Design& all, int64_t count, bool centered, const double* y, const Context& context, std::vector<double>* products) {
  rows = count;
  columns = all.columns;
  offset = all.offset;
  memory_ = all.memory_;
  values_ = all.values_;
  stride_ = all.stride_;
  Measure(centered, y, context, products);
}

void Design::Measure(bool centered, const double* y, const Context& context, std::vector<double>* products) {
  const size_t p = static_cast<size_t>(columns);
  mean.assign(p, 0);
  products->assign(p, 0);
  std::vector<double> squares(p, 0);
  const double total = centered ? Total(y, context) : 0;
  const std::vector<double> ones(static_cast<size_t>(root.empty() && !sparse ? rows : 0), 1);
  ForEach(context, (columns + kColumnsPerTask - 1) / kColumnsPerTask, [&](int64_t t) {
    for (int64_t j = t * kColumnsPerTask; j < std::min(columns, (t + 1) * kColumnsPerTask); j++) {
      const size_t at = static_cast<size_t>(j);
      const int64_t begin = sparse ? start_[at] : j * stride_, end = sparse ? start_[at + 1] : begin + rows;
      squares[at] = context.kernels->dot_f64(values_ + begin, values_ + begin, end - begin);
      if (sparse) {
        for (int64_t k = begin; k < end; k++) mean[at] += root.empty() ? values_[k] : values_[k] * root[static_cast<size_t>(row_[k])];
      } else {
        mean[at] = Dot(j, root.empty() ? ones.data() : root.data(), context);
      }
      (*products)[at] = Dot(j, y, context) - mean[at] / static_cast<double>(rows) * total;
    }
  });
  Finish(centered, squares);
}

// `mean` holds sums until here.
void Design::Finish(bool centered, const std::vector<double>& squares) {
  const double n = static_cast<double>(rows);
  norm2.resize(squares.size());
  for (size_t j = 0; j < squares.size(); j++) {
    mean[j] = centered ? mean[j] / n : 0;
    const double left = squares[j] - n * mean[j] * mean[j];
    // What a column keeps by rounding alone: of the stored numbers in a sum, or of the given ones when the offset was taken off.
    const double given = std::abs(offset[j]);
    const double rounding = sparse ? 8 * 2.3e-16 * std::sqrt(n) : 1e-15;
    const bool constant = left <= rounding * squares[j] || left <= kConstant * n * given * given;
    norm2[j] = constant && centered ? 0 : left;
  }
}

double Design::Dot(int64_t j, const double* v, const Context& context) const {
  if (!sparse) return context.kernels->dot_f64(Column(j), v, rows);
  double total = 0;
  for (int64_t k = start_[static_cast<size_t>(j)]; k < start_[static_cast<size_t>(j) + 1]; k++) total += values_[k] * v[row_[k]];
  return total;
}

void Design::Add(int64_t j, double a, double* v, const Context& context) const {
  if (!sparse) {
    context.kernels->axpy_f64(a, Column(j), v, rows);
    return;
  }
  for (int64_t k = start_[static_cast<size_t>(j)]; k < start_[static_cast<size_t>(j) + 1]; k++) v[row_[k]] += a * values_[k];
}

void Design::Subtract(const std::vector<int64_t>& list, const double* w, double* v, const Context& context) const {
  if (sparse) {
    for (const int64_t j : list) Add(j, -w[j], v, context);
    return;
  }
  ForEach(context, (rows + kRowsPerTask - 1) / kRowsPerTask, [&](int64_t t) {
    const int64_t begin = t * kRowsPerTask, count = std::min(kRowsPerTask, rows - begin);
    for (const int64_t j : list) context.kernels->axpy_f64(-w[j], Column(j) + begin, v + begin, count);
  });
}

double Design::At(int64_t j, int64_t row) const {
  if (!sparse) return Column(j)[row] + offset[static_cast<size_t>(j)];
  const int32_t *begin = row_ + start_[static_cast<size_t>(j)], *end = row_ + start_[static_cast<size_t>(j) + 1];
  const int32_t* found = std::lower_bound(begin, end, static_cast<int32_t>(row));
  return found != end && *found == row ? values_[found - row_] : 0;
}

double Design::Total(const double* v, const Context& context) const {
  if (!root.empty()) return context.kernels->dot_f64(root.data(), v, rows);
  double total = 0;
  for (int64_t i = 0; i < rows; i++) total += v[i];
  return total;
}

void Design::Center(double* v, const Context& context) const {
  const double m = Total(v, context) / static_cast<double>(rows);
  for (int64_t i = 0; i < rows; i++) v[i] -= root.empty() ? m : m * root[static_cast<size_t>(i)];
}

void Design::Products(const int64_t* list, int64_t count, const double* v, double* out, const Context& context) const {
  const double total = Total(v, context);
  const auto block = [&](int64_t t) {
    for (int64_t k = t * kColumnsPerTask; k < std::min(count, (t + 1) * kColumnsPerTask); k++)
      out[k] = Dot(list[k], v, context) - mean[static_cast<size_t>(list[k])] * total;
  };
  const int64_t tasks = (count + kColumnsPerTask - 1) / kColumnsPerTask;
  if (count * rows < kThreadedWork) {
    for (int64_t t = 0; t < tasks; t++) block(t);
  } else {
    ForEach(context, tasks, block);
  }
}

void Design::Gram(const int64_t* a, int64_t na, const int64_t* b, int64_t nb, int64_t below, double* out, int64_t ldo,
                  const Context& context) const {
  // Few rows, among all threads: what a block computes does not depend on where it ends.
  const int64_t share = (na + kBlocksPerThread * context.parallel->threads - 1) / (kBlocksPerThread * context.parallel->threads);
  const int64_t side = !sparse && context.parallel->threads > 1 ? std::clamp((share + 3) / 4 * 4, kLeastSide, kGramSide) : kGramSide;
  const int64_t tall = (na + side - 1) / side, wide = (nb + kGramSide - 1) / kGramSide;
  ForEach(context, tall * wide, [&](int64_t t) {
    // The longest rows first.
    const int64_t i0 = (tall - 1 - t / wide) * side, i1 = std::min(na, i0 + side), j0 = t % wide * kGramSide,
                  j1 = std::min(nb, j0 + kGramSide);
    if (j0 >= below + i1) return;
    if (sparse) {
      std::vector<double> spread(static_cast<size_t>(rows), 0);
      for (int64_t i = i0; i < i1; i++) {
        const size_t begin = static_cast<size_t>(start_[static_cast<size_t>(a[i])]),
                     end = static_cast<size_t>(start_[static_cast<size_t>(a[i]) + 1]);
        for (size_t k = begin; k < end; k++) spread[static_cast<size_t>(row_[k])] += values_[k];
        for (int64_t j = j0; j < std::min(j1, below + i + 1); j++) out[i * ldo + j] = Dot(b[j], spread.data(), context);
        for (size_t k = begin; k < end; k++) spread[static_cast<size_t>(row_[k])] = 0;
      }
    } else {
      const double *left[kGramSide], *right[kGramSide];
      for (int64_t i = i0; i < i1; i++) left[i - i0] = Column(a[i]);
      for (int64_t j = j0; j < j1; j++) right[j - j0] = Column(b[j]);
      context.kernels->dots_f64(left, i1 - i0, right, j1 - j0, rows, below + i0 - j0, out + i0 * ldo + j0, ldo);
    }
    const double n = static_cast<double>(rows);
    for (int64_t i = i0; i < i1; i++) {
      const double scaled = n * mean[static_cast<size_t>(a[i])];
      for (int64_t j = j0; j < std::min(j1, below + i + 1); j++) out[i * ldo + j] -= scaled * mean[static_cast<size_t>(b[j])];
    }
  });
}

bool Design::GramOfAll(double* out, const Context& context) const {
  if (!sparse) {
    if (!SelfProduct(context, columns, rows, values_, stride_, false, out)) return false;
    for (int64_t i = 0; i < columns; i++)
      context.kernels->axpy_f64(-static_cast<double>(rows) * mean[static_cast<size_t>(i)], mean.data(), out + i * columns, columns);
    return true;
  }
  // The lower triangle in strips, then the upper one from it.
  std::vector<int64_t> all(static_cast<size_t>(columns));
  for (size_t j = 0; j < all.size(); j++) all[j] = static_cast<int64_t>(j);
  const int64_t strips = (columns + kGramSide - 1) / kGramSide;
  ForEach(context, strips * (strips + 1) / 2, [&](int64_t t) {
    int64_t i = 0;
    while ((i + 1) * (i + 2) / 2 <= t) i++;
    const int64_t j = t - i * (i + 1) / 2, i0 = i * kGramSide, j0 = j * kGramSide;
    const int64_t na = std::min(kGramSide, columns - i0), nb = std::min(kGramSide, columns - j0);
    if (context.Stopped()) return;
    Gram(all.data() + i0, na, all.data() + j0, nb, i0 - j0, out + i0 * columns + j0, columns, context);
    for (int64_t a = i0; a < i0 + na; a++) {
      for (int64_t b = j0; b < std::min(j0 + nb, a); b++) out[b * columns + a] = out[a * columns + b];
    }
  });
  return true;
}

double CenterTargets(const double* y, int64_t stride, int64_t rows, const double* weight, bool intercept, std::vector<double>* out) {
  double total = 0, sum = 0;
  for (int64_t i = 0; i < rows; i++) {
    const double s = weight ? weight[i] : 1;
    total += s;
    sum += s * y[i * stride];
  }
  const double mean = intercept ? sum / total : 0;
  out->resize(static_cast<size_t>(rows));
  for (int64_t i = 0; i < rows; i++) {
    const double s = weight ? weight[i] * (static_cast<double>(rows) / total) : 1;
    (*out)[static_cast<size_t>(i)] = (y[i * stride] - mean) * (weight ? std::sqrt(s) : 1);
  }
  return mean;
}

bool GramFits(const double* gram, const Design& design) {
  for (int64_t j = 0; j < design.columns; j++) {
    const double want = design.norm2[static_cast<size_t>(j)], got = gram[j * design.columns + j];
    if (want != 0 && !(std::fabs(got - want) <= 1e-6 * want)) return false;
  }
  return true;
}

}  // namespace linear
}  // namespace ridgeline
