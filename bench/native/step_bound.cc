// A training step of a dense network with everything left out but OpenBLAS's matrix products and one fused pass of Adam over the weights:
// what could be reached if activations, losses and memory cost nothing.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include <vector>

#include "gemm_openblas.h"
#include "serve.h"
#include "timing.h"

namespace {

using bench::Question;

// Around `scale`: products of kernels of scale 1 / inputs neither grow nor fade, and what fades to denormal numbers would be slow.
float* Values(int64_t count, double scale = 1) {
  float* p = static_cast<float*>(aligned_alloc(64, (static_cast<size_t>(count) * 4 + 63) / 64 * 64));
  for (int64_t i = 0; i < count; ++i) p[i] = static_cast<float>(scale * (0.5 + 1e-3 * static_cast<double>(i % 1000)));
  return p;
}

struct Layer {
  int64_t inputs, units;
  float *kernel, *gradient, *mean, *square;
};

#if defined(__x86_64__)
__attribute__((target("avx2,fma"), optimize("O3,fast-math")))
#endif
void Adam(Layer* l) {
  const int64_t count = (l->inputs + 1) * l->units;
  for (int64_t i = 0; i < count; ++i) {
    const float g = l->gradient[i];
    l->mean[i] = 0.9f * l->mean[i] + 0.1f * g;
    l->square[i] = 0.999f * l->square[i] + 0.001f * g * g;
    l->kernel[i] -= 1e-9f * l->mean[i] / (sqrtf(l->square[i]) + 1e-8f);
  }
}

struct Network {
  int64_t batch;
  std::vector<Layer> layers;
  std::vector<float*> values;

  explicit Network(const Question& q) : batch(q.Integer("batch", 1)) {
    std::vector<int64_t> sizes;
    for (int i = 0; q.Integer(("size" + std::to_string(i)).c_str(), 0) > 0; ++i) {
      sizes.push_back(q.Integer(("size" + std::to_string(i)).c_str(), 0));
    }
    for (const int64_t size : sizes) values.push_back(Values(batch * size));
    for (size_t i = 0; i + 1 < sizes.size(); ++i) {
      const int64_t count = (sizes[i] + 1) * sizes[i + 1];
      layers.push_back(
          {sizes[i], sizes[i + 1], Values(count, 1.0 / static_cast<double>(sizes[i])), Values(count), Values(count), Values(count)});
    }
  }
  void Step() {
    for (size_t i = 0; i < layers.size(); ++i) {
      Gemm(values[i], layers[i].kernel, values[i + 1], batch, layers[i].units, layers[i].inputs, false, false);
    }
    for (size_t i = layers.size(); i-- > 0;) {
      const Layer& l = layers[i];
      Gemm(values[i], values[i + 1], l.gradient, l.inputs, l.units, batch, true, false);
      if (i > 0) Gemm(values[i + 1], l.kernel, values[i], batch, l.inputs, l.units, false, true);
    }
    for (Layer& l : layers) Adam(&l);
  }
};

std::string Time(const Question& q) {
  Network network(q);
  return bench::Json(static_cast<double>(network.batch) / bench::SecondsPerCall([&] { network.Step(); }, 0.3));
}
// A bound has no result to compare.
std::string Check(const Question&) { return "null"; }

}  // namespace

int main() { return bench::Serve("OpenBLAS products and a fused Adam, nothing else; " + Version(), Check, Time); }
