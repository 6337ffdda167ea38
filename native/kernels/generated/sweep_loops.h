// Written by scripts/generate-loops.mjs; do not edit. A loop for each run of rows of reduce_codes.h.
#pragma once
// clang-format off
namespace ridgeline {
namespace NS {
namespace {

struct ValuesRow99 {
  static RL_INLINE void Run(const ReduceBox& box, int64_t at, int64_t n) {
    const float* p0 = box.in[0] + at;
    float* q0 = box.out[0] + at;
    const Divisor by_x1(box.values[1]);
    ForVectors(n, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> v0 = by_x1.Of(x0);
      io.Write(q0 + j, v0);
    });
  }
};

struct ValuesRow300 {
  static RL_INLINE void Run(const ReduceBox& box, int64_t at, int64_t n) {
    const float* p0 = box.in[0] + at;
    const float* p5 = box.in[5] + at;
    float* q0 = box.out[0] + at;
    float* q1 = box.out[1] + at;
    float* q2 = box.out[2] + at;
    const Vec<float> x2 = Set<float>(box.values[2]);
    const Vec<float> x3 = Set<float>(box.values[3]);
    const Vec<float> x4 = Set<float>(box.values[4]);
    const Divisor by_x1(box.values[1]);
    const Divisor by_x6(box.values[6]);
    ForVectors(n, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = by_x1.Of(x0);
      const Vec<float> v1 = Apply<32, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<8, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<35, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<35, float>(x4, v2, x4);
      const Vec<float> v5 = Apply<34, float>(x5, v3, x5);
      const Vec<float> v6 = by_x6.Of(v5);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v4);
      io.Write(q2 + j, v6);
    });
  }
};

struct ValuesRow285 {
  static RL_INLINE void Run(const ReduceBox& box, int64_t at, int64_t n) {
    const float* p0 = box.in[0] + at;
    const float* p1 = box.in[1] + at;
    float* q0 = box.out[0] + at;
    const Divisor by_x2(box.values[2]);
    ForVectors(n, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = by_x2.Of(v0);
      io.Write(q0 + j, v1);
    });
  }
};

constexpr SweepLoop kSweepLoops[] = {
    &Sweep<SweepSums<ReduceRow0, AskNothing>, SweepValues<ValuesRow99>, SweepSums<JoinedRow2, AskAhead>, SweepValues<ValuesRow300>, SweepValues<ValuesRow99>, SweepColumns<JoinedRow3, 48>>,
    &Sweep<SweepSums<ReduceRow0, AskNothing>, SweepValues<ValuesRow99>, SweepSums<JoinedRow6, AskAhead>, SweepValues<ValuesRow99>, SweepValues<ValuesRow300>, SweepColumns<JoinedRow3, 48>>,
    &Sweep<SweepSums<JoinedRow8, AskAhead>, SweepValues<ValuesRow300>, SweepColumns<ReduceRow21, 4>>,
    &Sweep<SweepSums<ReduceRow0, AskAhead>, SweepValues<ValuesRow285>, SweepColumns<ReduceRow22, 16>>,
};
static_assert(sizeof(kSweepLoops) / sizeof(SweepLoop) == kSweepLoopCount, "codes and loops are written together");

}  // namespace
}  // namespace NS
}  // namespace ridgeline
