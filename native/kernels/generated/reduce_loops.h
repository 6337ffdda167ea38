// Written by scripts/generate-loops.mjs; do not edit. A loop for each reduction of reduce_codes.h, then one for each code of several.
#pragma once
// clang-format off
namespace ridgeline {
namespace NS {
namespace {

struct ReduceRow0 {
  static constexpr int kReads = 1, kOutputs = 0, kResults = 1;
  const float* p0;
  RL_INLINE ReduceRow0(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    results[0] = x0;
  }
};

struct ReduceRow1 {
  static constexpr int kReads = 2, kOutputs = 1, kResults = 1;
  const float* p0;
  const float* p2;
  const float* r1;
  float* q0;
  Vec<float> x1;
  RL_INLINE ReduceRow1(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    q0 = Out(box, 0, a, b);
    r1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x2 = io.Read(p2 + (kShared & 4 ? j : i));
    const Vec<float> v0 = Apply<4, float>(x0, x0, x0);
    const Vec<float> v1 = Apply<34, float>(v0, x1, v0);
    const Vec<float> v2 = Apply<33, float>(x2, v1, x2);
    io.Write(q0 + i, v2);
    results[0] = v2;
  }
};

struct ReduceRow2 {
  static constexpr int kReads = 1, kOutputs = 0, kResults = 1;
  const float* p0;
  RL_INLINE ReduceRow2(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> v0 = Apply<1, float>(x0, x0, x0);
    results[0] = v0;
  }
};

struct ReduceRow3 {
  static constexpr int kReads = 1, kOutputs = 0, kResults = 1;
  const float* p0;
  RL_INLINE ReduceRow3(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    results[0] = x0;
  }
};

struct ReduceRow4 {
  static constexpr int kReads = 1, kOutputs = 0, kResults = 1;
  const float* p0;
  RL_INLINE ReduceRow4(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> v0 = Apply<18, float>(x0, x0, x0);
    results[0] = v0;
  }
};

struct ReduceRow5 {
  static constexpr int kReads = 2, kOutputs = 2, kResults = 1;
  const float* p0;
  const float* p4;
  float* q0;
  float* q1;
  Vec<float> x1;
  Vec<float> x2;
  Vec<float> x3;
  Vec<float> x5;
  RL_INLINE ReduceRow5(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p4 = In(box, 4, a, b);
    q0 = Out(box, 0, a, b);
    q1 = Out(box, 1, a, b);
    x1 = Set<float>(box.values[1]);
    x2 = Set<float>(box.values[2]);
    x3 = Set<float>(box.values[3]);
    x5 = Set<float>(box.values[5]);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x4 = io.Read(p4 + (kShared & 16 ? j : i));
    const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
    const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
    const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
    const Vec<float> v4 = Apply<34, float>(x5, v0, x5);
    const Vec<float> v5 = Apply<34, float>(x3, v3, x3);
    const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
    const Vec<float> v7 = Apply<18, float>(v6, v6, v6);
    io.Write(q0 + i, v3);
    io.Write(q1 + i, v6);
    results[0] = v7;
  }
};

struct ReduceRow6 {
  static constexpr int kReads = 1, kOutputs = 0, kResults = 1;
  const float* p0;
  RL_INLINE ReduceRow6(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> v0 = Apply<18, float>(x0, x0, x0);
    results[0] = v0;
  }
};

struct ReduceRow7 {
  static constexpr int kReads = 1, kOutputs = 0, kResults = 1;
  const float* p0;
  RL_INLINE ReduceRow7(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> v0 = Apply<2, float>(x0, x0, x0);
    results[0] = v0;
  }
};

struct ReduceRow8 {
  static constexpr int kReads = 1, kOutputs = 0, kResults = 1;
  const float* p0;
  RL_INLINE ReduceRow8(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    results[0] = x0;
  }
};

struct ReduceRow9 {
  static constexpr int kReads = 2, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p1;
  RL_INLINE ReduceRow9(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<18, float>(v0, v0, v0);
    results[0] = v1;
  }
};

struct ReduceRow10 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p1;
  const float* p2;
  RL_INLINE ReduceRow10(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    p2 = In(box, 2, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
    results[0] = v1;
  }
};

struct ReduceRow11 {
  static constexpr int kReads = 1, kOutputs = 0, kResults = 1;
  const float* p0;
  Vec<float> x1;
  RL_INLINE ReduceRow11(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    x1 = Set<float>(box.values[1]);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> v0 = Apply<35, float>(x0, x1, x0);
    results[0] = v0;
  }
};

struct ReduceRow12 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p1;
  const float* p2;
  RL_INLINE ReduceRow12(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    p2 = In(box, 2, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
    results[0] = v1;
  }
};

struct ReduceRow13 {
  static constexpr int kReads = 1, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* r1;
  Vec<float> x1;
  RL_INLINE ReduceRow13(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    r1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<18, float>(v0, v0, v0);
    results[0] = v1;
  }
};

struct ReduceRow14 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p2;
  const float* p3;
  const float* r1;
  Vec<float> x1;
  RL_INLINE ReduceRow14(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    p3 = In(box, 3, a, b);
    r1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> x3 = io.Read(p3 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
    const Vec<float> v2 = Apply<34, float>(v1, v0, v1);
    results[0] = v2;
  }
};

struct ReduceRow15 {
  static constexpr int kReads = 2, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p1;
  RL_INLINE ReduceRow15(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
    results[0] = v0;
  }
};

struct ReduceRow16 {
  static constexpr int kReads = 4, kOutputs = 2, kResults = 1;
  const float* p0;
  const float* p3;
  const float* p4;
  const float* p5;
  const float* r1;
  const float* r2;
  const float* r6;
  const float* r7;
  const float* r8;
  float* q0;
  float* q1;
  Vec<float> x1;
  Vec<float> x2;
  Vec<float> x6;
  Vec<float> x7;
  Vec<float> x8;
  RL_INLINE ReduceRow16(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p3 = In(box, 3, a, b);
    p4 = In(box, 4, a, b);
    p5 = In(box, 5, a, b);
    q0 = Out(box, 0, a, b);
    q1 = Out(box, 1, a, b);
    r1 = In(box, 1, a, b);
    r2 = In(box, 2, a, b);
    r6 = In(box, 6, a, b);
    r7 = In(box, 7, a, b);
    r8 = In(box, 8, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
    x2 = Set<float>(r2[g]);
    x6 = Set<float>(r6[g]);
    x7 = Set<float>(r7[g]);
    x8 = Set<float>(r8[g]);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x3 = io.Read(p3 + (kShared & 8 ? j : i));
    const Vec<float> x4 = io.Read(p4 + (kShared & 16 ? j : i));
    const Vec<float> x5 = io.Read(p5 + (kShared & 32 ? j : i));
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
    const Vec<float> v2 = Apply<34, float>(v1, x3, v1);
    const Vec<float> v3 = Apply<32, float>(v2, x4, v2);
    const Vec<float> v4 = Apply<34, float>(x5, x3, x5);
    const Vec<float> v5 = Apply<34, float>(x5, v1, x5);
    const Vec<float> v6 = Apply<33, float>(v4, x6, v4);
    const Vec<float> v7 = Apply<34, float>(v1, x7, v1);
    const Vec<float> v8 = Apply<33, float>(v6, v7, v6);
    const Vec<float> v9 = Apply<34, float>(x8, v8, x8);
    io.Write(q0 + i, v3);
    io.Write(q1 + i, v9);
    results[0] = v5;
  }
};

struct ReduceRow17 {
  static constexpr int kReads = 2, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p3;
  const float* r1;
  const float* r2;
  Vec<float> x1;
  Vec<float> x2;
  RL_INLINE ReduceRow17(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p3 = In(box, 3, a, b);
    r1 = In(box, 1, a, b);
    r2 = In(box, 2, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
    x2 = Set<float>(r2[g]);
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x3 = io.Read(p3 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
    const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
    results[0] = v2;
  }
};

struct ReduceRow18 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p2;
  const float* p3;
  const float* r1;
  Vec<float> x1;
  RL_INLINE ReduceRow18(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    p3 = In(box, 3, a, b);
    r1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> x3 = io.Read(p3 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
    const Vec<float> v2 = Apply<34, float>(v1, x3, v1);
    results[0] = v2;
  }
};

struct ReduceRow19 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p2;
  const float* p3;
  const float* r1;
  Vec<float> x1;
  RL_INLINE ReduceRow19(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    p3 = In(box, 3, a, b);
    r1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> x3 = io.Read(p3 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
    const Vec<float> v2 = Apply<34, float>(v1, x3, v1);
    results[0] = v2;
  }
};

struct ReduceRow20 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p1;
  const float* p2;
  RL_INLINE ReduceRow20(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    p2 = In(box, 2, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
    results[0] = v1;
  }
};

struct ReduceRow21 {
  static constexpr int kReads = 3, kOutputs = 2, kResults = 1;
  const float* p0;
  const float* p2;
  const float* p3;
  const float* r1;
  const float* r4;
  const float* r5;
  float* q0;
  float* q1;
  Vec<float> x1;
  Vec<float> x4;
  Vec<float> x5;
  RL_INLINE ReduceRow21(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    p3 = In(box, 3, a, b);
    q0 = Out(box, 0, a, b);
    q1 = Out(box, 1, a, b);
    r1 = In(box, 1, a, b);
    r4 = In(box, 4, a, b);
    r5 = In(box, 5, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
    x4 = Set<float>(r4[g]);
    x5 = Set<float>(r5[g]);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x2 = io.Read(p2 + (kShared & 4 ? j : i));
    const Vec<float> x3 = io.Read(p3 + (kShared & 8 ? j : i));
    const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
    const Vec<float> v2 = Apply<34, float>(x3, x2, x3);
    const Vec<float> v3 = Apply<34, float>(x3, v0, x3);
    const Vec<float> v4 = Apply<34, float>(v0, x4, v0);
    const Vec<float> v5 = Apply<33, float>(v2, v4, v2);
    const Vec<float> v6 = Apply<34, float>(x5, v5, x5);
    io.Write(q0 + i, v1);
    io.Write(q1 + i, v6);
    results[0] = v3;
  }
};

struct ReduceRow22 {
  static constexpr int kReads = 4, kOutputs = 1, kResults = 1;
  const float* p0;
  const float* p2;
  const float* p3;
  const float* p4;
  const float* r1;
  const float* r5;
  const float* r6;
  float* q0;
  Vec<float> x1;
  Vec<float> x5;
  Vec<float> x6;
  RL_INLINE ReduceRow22(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    p3 = In(box, 3, a, b);
    p4 = In(box, 4, a, b);
    q0 = Out(box, 0, a, b);
    r1 = In(box, 1, a, b);
    r5 = In(box, 5, a, b);
    r6 = In(box, 6, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
    x5 = Set<float>(r5[g]);
    x6 = Set<float>(r6[g]);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x2 = io.Read(p2 + (kShared & 4 ? j : i));
    const Vec<float> x3 = io.Read(p3 + (kShared & 8 ? j : i));
    const Vec<float> x4 = io.Read(p4 + (kShared & 16 ? j : i));
    const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
    const Vec<float> v2 = Apply<34, float>(v1, x4, v1);
    const Vec<float> v3 = Apply<34, float>(v1, v0, v1);
    const Vec<float> v4 = Apply<34, float>(v0, x5, v0);
    const Vec<float> v5 = Apply<33, float>(v2, v4, v2);
    const Vec<float> v6 = Apply<34, float>(x6, v5, x6);
    io.Write(q0 + i, v6);
    results[0] = v3;
  }
};

struct ReduceRow23 {
  static constexpr int kReads = 2, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p2;
  const float* r1;
  Vec<float> x1;
  RL_INLINE ReduceRow23(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    r1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
    results[0] = v1;
  }
};

struct ReduceRow24 {
  static constexpr int kReads = 1, kOutputs = 1, kResults = 1;
  const float* p1;
  const float* r0;
  float* q0;
  Vec<float> x0;
  RL_INLINE ReduceRow24(const ReduceBox& box, int64_t a, int64_t b) {
    p1 = In(box, 1, a, b);
    q0 = Out(box, 0, a, b);
    r0 = In(box, 0, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x0 = Set<float>(r0[g]);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x1 = io.Read(p1 + (kShared & 2 ? j : i));
    const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
    io.Write(q0 + i, v0);
    results[0] = v0;
  }
};

struct ReduceRow25 {
  static constexpr int kReads = 2, kOutputs = 2, kResults = 1;
  const float* p0;
  const float* p1;
  const float* r2;
  float* q0;
  float* q1;
  Vec<float> x2;
  RL_INLINE ReduceRow25(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    q0 = Out(box, 0, a, b);
    q1 = Out(box, 1, a, b);
    r2 = In(box, 2, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x2 = Set<float>(r2[g]);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x1 = io.Read(p1 + (kShared & 2 ? j : i));
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<18, float>(v0, v0, v0);
    const Vec<float> v2 = Apply<34, float>(x0, v0, x0);
    const Vec<float> v3 = Apply<34, float>(v2, x2, v2);
    io.Write(q0 + i, v0);
    io.Write(q1 + i, v3);
    results[0] = v1;
  }
};

struct ReduceRow26 {
  static constexpr int kReads = 2, kOutputs = 1, kResults = 1;
  const float* p0;
  const float* p4;
  const float* r2;
  const float* r3;
  float* q0;
  Vec<float> x1;
  Vec<float> x2;
  Vec<float> x3;
  RL_INLINE ReduceRow26(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p4 = In(box, 4, a, b);
    q0 = Out(box, 0, a, b);
    r2 = In(box, 2, a, b);
    r3 = In(box, 3, a, b);
    x1 = Set<float>(box.values[1]);
  }
  RL_INLINE void Enter(int64_t g) {
    x2 = Set<float>(r2[g]);
    x3 = Set<float>(r3[g]);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x4 = io.Read(p4 + (kShared & 16 ? j : i));
    const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
    const Vec<float> v2 = Apply<33, float>(v1, x3, v1);
    const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
    io.Write(q0 + i, v3);
    results[0] = v3;
  }
};

struct ReduceRow27 {
  static constexpr int kReads = 2, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p1;
  RL_INLINE ReduceRow27(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<18, float>(v0, v0, v0);
    results[0] = v1;
  }
};

struct ReduceRow28 {
  static constexpr int kReads = 3, kOutputs = 2, kResults = 1;
  const float* p1;
  const float* p2;
  const float* p3;
  const float* r5;
  float* q0;
  float* q1;
  Vec<float> x0;
  Vec<float> x4;
  Vec<float> x5;
  Vec<float> v7;
  RL_INLINE ReduceRow28(const ReduceBox& box, int64_t a, int64_t b) {
    p1 = In(box, 1, a, b);
    p2 = In(box, 2, a, b);
    p3 = In(box, 3, a, b);
    q0 = Out(box, 0, a, b);
    q1 = Out(box, 1, a, b);
    r5 = In(box, 5, a, b);
    x0 = Set<float>(box.values[0]);
    x4 = Set<float>(box.values[4]);
  }
  RL_INLINE void Enter(int64_t g) {
    x5 = Set<float>(r5[g]);
    v7 = Apply<1, float>(x5, x5, x5);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x1 = io.Read(p1 + (kShared & 2 ? j : i));
    const Vec<float> x2 = io.Read(p2 + (kShared & 4 ? j : i));
    const Vec<float> x3 = io.Read(p3 + (kShared & 8 ? j : i));
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<6, float>(v0, v0, v0);
    const Vec<float> v2 = Apply<34, float>(x2, x3, x2);
    const Vec<float> v3 = Apply<33, float>(x4, x2, x4);
    const Vec<float> v4 = Apply<34, float>(v3, v1, v3);
    const Vec<float> v5 = Apply<32, float>(v2, v4, v2);
    const Vec<float> v6 = Apply<1, float>(v5, v5, v5);
    const Vec<float> v8 = Apply<34, float>(v7, v3, v7);
    const Vec<float> v9 = Apply<34, float>(v7, x2, v7);
    const Vec<float> v10 = Apply<35, float>(v8, v0, v8);
    const Vec<float> v11 = Apply<1, float>(v10, v10, v10);
    io.Write(q0 + i, v9);
    io.Write(q1 + i, v11);
    results[0] = v6;
  }
};

struct ReduceRow29 {
  static constexpr int kReads = 4, kOutputs = 1, kResults = 1;
  const float* p0;
  const float* p2;
  const float* p3;
  const float* p5;
  const float* r1;
  const float* r4;
  float* q0;
  Vec<float> x1;
  Vec<float> x4;
  RL_INLINE ReduceRow29(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    p3 = In(box, 3, a, b);
    p5 = In(box, 5, a, b);
    q0 = Out(box, 0, a, b);
    r1 = In(box, 1, a, b);
    r4 = In(box, 4, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
    x4 = Set<float>(r4[g]);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x2 = io.Read(p2 + (kShared & 4 ? j : i));
    const Vec<float> x3 = io.Read(p3 + (kShared & 8 ? j : i));
    const Vec<float> x5 = io.Read(p5 + (kShared & 32 ? j : i));
    const Vec<float> v0 = Apply<4, float>(x0, x0, x0);
    const Vec<float> v1 = Apply<34, float>(v0, x1, v0);
    const Vec<float> v2 = Apply<33, float>(x2, v1, x2);
    const Vec<float> v3 = Apply<33, float>(x3, x4, x3);
    const Vec<float> v4 = Apply<34, float>(x5, v3, x5);
    const Vec<float> v5 = Apply<32, float>(v2, v4, v2);
    io.Write(q0 + i, v5);
    results[0] = v5;
  }
};

struct ReduceRow30 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 1;
  const float* p1;
  const float* p2;
  const float* p3;
  Vec<float> x0;
  Vec<float> x4;
  RL_INLINE ReduceRow30(const ReduceBox& box, int64_t a, int64_t b) {
    p1 = In(box, 1, a, b);
    p2 = In(box, 2, a, b);
    p3 = In(box, 3, a, b);
    x0 = Set<float>(box.values[0]);
    x4 = Set<float>(box.values[4]);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> x3 = io.Read(p3 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<6, float>(v0, v0, v0);
    const Vec<float> v2 = Apply<34, float>(x2, x3, x2);
    const Vec<float> v3 = Apply<33, float>(x4, x2, x4);
    const Vec<float> v4 = Apply<34, float>(v3, v1, v3);
    const Vec<float> v5 = Apply<32, float>(v2, v4, v2);
    const Vec<float> v6 = Apply<1, float>(v5, v5, v5);
    results[0] = v6;
  }
};

struct ReduceRow31 {
  static constexpr int kReads = 2, kOutputs = 1, kResults = 1;
  const float* p0;
  const float* p1;
  const float* r2;
  float* q0;
  Vec<float> x2;
  RL_INLINE ReduceRow31(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    q0 = Out(box, 0, a, b);
    r2 = In(box, 2, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x2 = Set<float>(r2[g]);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x1 = io.Read(p1 + (kShared & 2 ? j : i));
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<2, float>(v0, v0, v0);
    const Vec<float> v2 = Apply<3, float>(v0, v0, v0);
    const Vec<float> v3 = Apply<34, float>(x2, v2, x2);
    io.Write(q0 + i, v3);
    results[0] = v1;
  }
};

struct ReduceRow32 {
  static constexpr int kReads = 2, kOutputs = 1, kResults = 1;
  const float* p0;
  const float* p2;
  const float* r1;
  float* q0;
  Vec<float> x1;
  RL_INLINE ReduceRow32(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    q0 = Out(box, 0, a, b);
    r1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x2 = io.Read(p2 + (kShared & 4 ? j : i));
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
    io.Write(q0 + i, v1);
    results[0] = v1;
  }
};

struct ReduceRow33 {
  static constexpr int kReads = 2, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p1;
  RL_INLINE ReduceRow33(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<2, float>(v0, v0, v0);
    results[0] = v1;
  }
};

struct ReduceRow34 {
  static constexpr int kReads = 2, kOutputs = 1, kResults = 1;
  const float* p0;
  const float* p1;
  const float* r4;
  float* q0;
  Vec<float> x2;
  Vec<float> x3;
  Vec<float> x5;
  Vec<float> x4;
  Vec<float> v8;
  Vec<float> v9;
  Vec<float> v10;
  RL_INLINE ReduceRow34(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    q0 = Out(box, 0, a, b);
    r4 = In(box, 4, a, b);
    x2 = Set<float>(box.values[2]);
    x3 = Set<float>(box.values[3]);
    x5 = Set<float>(box.values[5]);
  }
  RL_INLINE void Enter(int64_t g) {
    x4 = Set<float>(r4[g]);
    v8 = Apply<34, float>(x4, x2, x4);
    v9 = Apply<1, float>(v8, v8, v8);
    v10 = Apply<34, float>(x4, x3, x4);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x1 = io.Read(p1 + (kShared & 2 ? j : i));
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<2, float>(v0, v0, v0);
    const Vec<float> v2 = Apply<37, float>(v1, x2, v1);
    const Vec<float> v3 = Apply<18, float>(v2, v2, v2);
    const Vec<float> v4 = Apply<34, float>(v3, x3, v3);
    const Vec<float> v5 = Apply<33, float>(v1, v2, v1);
    const Vec<float> v6 = Apply<34, float>(x2, v5, x2);
    const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
    const Vec<float> v11 = Apply<34, float>(v2, x5, v2);
    const Vec<float> v12 = Apply<34, float>(v10, v11, v10);
    const Vec<float> v13 = Apply<32, float>(v9, v12, v9);
    const Vec<float> v14 = Apply<41, float>(v1, x2, v1);
    const Vec<float> v15 = Apply<34, float>(v13, v14, v13);
    const Vec<float> v16 = Apply<32, float>(v8, v15, v8);
    const Vec<float> v17 = Apply<3, float>(v0, v0, v0);
    const Vec<float> v18 = Apply<34, float>(v16, v17, v16);
    io.Write(q0 + i, v18);
    results[0] = v7;
  }
};

struct ReduceRow35 {
  static constexpr int kReads = 2, kOutputs = 0, kResults = 1;
  const float* p0;
  const float* p1;
  Vec<float> x2;
  Vec<float> x3;
  RL_INLINE ReduceRow35(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    x2 = Set<float>(box.values[2]);
    x3 = Set<float>(box.values[3]);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<2, float>(v0, v0, v0);
    const Vec<float> v2 = Apply<37, float>(v1, x2, v1);
    const Vec<float> v3 = Apply<18, float>(v2, v2, v2);
    const Vec<float> v4 = Apply<34, float>(v3, x3, v3);
    const Vec<float> v5 = Apply<33, float>(v1, v2, v1);
    const Vec<float> v6 = Apply<34, float>(x2, v5, x2);
    const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
    results[0] = v7;
  }
};

struct JoinedRow0 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 3;
  const float* p0;
  const float* p1;
  const float* p2;
  RL_INLINE JoinedRow0(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    p2 = In(box, 2, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<18, float>(v0, v0, v0);
    const Vec<float> w0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> w1 = Apply<34, float>(x2, w0, x2);
    results[0] = v1;
    results[1] = w1;
    results[2] = x2;
  }
};

struct JoinedRow1 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 2;
  const float* p0;
  const float* p1;
  const float* p2;
  RL_INLINE JoinedRow1(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    p2 = In(box, 2, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> w0 = Apply<33, float>(x1, x2, x1);
    const Vec<float> w1 = Apply<34, float>(w0, x0, w0);
    results[0] = x0;
    results[1] = w1;
  }
};

struct JoinedRow2 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 3;
  const float* p0;
  const float* p2;
  const float* p3;
  const float* r1;
  Vec<float> x1;
  RL_INLINE JoinedRow2(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    p3 = In(box, 3, a, b);
    r1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> x3 = io.Read(p3 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<18, float>(v0, v0, v0);
    const Vec<float> w0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> w1 = Apply<34, float>(x2, x3, x2);
    const Vec<float> w2 = Apply<34, float>(w1, w0, w1);
    const Vec<float> u0 = Apply<34, float>(x2, x3, x2);
    results[0] = v1;
    results[1] = w2;
    results[2] = u0;
  }
};

struct JoinedRow3 {
  static constexpr int kReads = 4, kOutputs = 2, kResults = 2;
  const float* p0;
  const float* p1;
  const float* p4;
  const float* p5;
  const float* r2;
  const float* r3;
  const float* r6;
  const float* r7;
  const float* r8;
  float* q0;
  float* q1;
  Vec<float> x2;
  Vec<float> x3;
  Vec<float> x6;
  Vec<float> x7;
  Vec<float> x8;
  RL_INLINE JoinedRow3(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    p4 = In(box, 4, a, b);
    p5 = In(box, 5, a, b);
    q0 = Out(box, 0, a, b);
    q1 = Out(box, 1, a, b);
    r2 = In(box, 2, a, b);
    r3 = In(box, 3, a, b);
    r6 = In(box, 6, a, b);
    r7 = In(box, 7, a, b);
    r8 = In(box, 8, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x2 = Set<float>(r2[g]);
    x3 = Set<float>(r3[g]);
    x6 = Set<float>(r6[g]);
    x7 = Set<float>(r7[g]);
    x8 = Set<float>(r8[g]);
  }
  template <int kShared = 0, typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results, int64_t below = 0) const {
    const int64_t i = j + below;
    const Vec<float> x0 = io.Read(p0 + (kShared & 1 ? j : i));
    const Vec<float> x1 = io.Read(p1 + (kShared & 2 ? j : i));
    const Vec<float> x4 = io.Read(p4 + (kShared & 16 ? j : i));
    const Vec<float> x5 = io.Read(p5 + (kShared & 32 ? j : i));
    const Vec<float> w0 = Apply<33, float>(x1, x2, x1);
    const Vec<float> w1 = Apply<34, float>(w0, x3, w0);
    const Vec<float> w2 = Apply<34, float>(w1, x4, w1);
    const Vec<float> w3 = Apply<32, float>(w2, x5, w2);
    const Vec<float> w4 = Apply<34, float>(x0, x4, x0);
    const Vec<float> w5 = Apply<34, float>(x0, w1, x0);
    const Vec<float> w6 = Apply<33, float>(w4, x6, w4);
    const Vec<float> w7 = Apply<34, float>(w1, x7, w1);
    const Vec<float> w8 = Apply<33, float>(w6, w7, w6);
    const Vec<float> w9 = Apply<34, float>(x8, w8, x8);
    io.Write(q0 + i, w3);
    io.Write(q1 + i, w9);
    results[0] = x0;
    results[1] = w5;
  }
};

struct JoinedRow4 {
  static constexpr int kReads = 2, kOutputs = 0, kResults = 2;
  const float* p0;
  const float* p1;
  const float* r2;
  const float* r3;
  Vec<float> x2;
  Vec<float> x3;
  RL_INLINE JoinedRow4(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    r2 = In(box, 2, a, b);
    r3 = In(box, 3, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x2 = Set<float>(r2[g]);
    x3 = Set<float>(r3[g]);
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> w0 = Apply<33, float>(x1, x2, x1);
    const Vec<float> w1 = Apply<34, float>(w0, x3, w0);
    const Vec<float> w2 = Apply<34, float>(x0, w1, x0);
    results[0] = x0;
    results[1] = w2;
  }
};

struct JoinedRow5 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 2;
  const float* p0;
  const float* p2;
  const float* p3;
  const float* r1;
  Vec<float> x1;
  RL_INLINE JoinedRow5(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    p3 = In(box, 3, a, b);
    r1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> x3 = io.Read(p3 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
    const Vec<float> v2 = Apply<34, float>(v1, x3, v1);
    const Vec<float> w0 = Apply<34, float>(x3, x2, x3);
    results[0] = v2;
    results[1] = w0;
  }
};

struct JoinedRow6 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 3;
  const float* p0;
  const float* p2;
  const float* p3;
  const float* r1;
  Vec<float> x1;
  RL_INLINE JoinedRow6(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p2 = In(box, 2, a, b);
    p3 = In(box, 3, a, b);
    r1 = In(box, 1, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x1 = Set<float>(r1[g]);
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> x3 = io.Read(p3 + j);
    const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> v1 = Apply<18, float>(v0, v0, v0);
    const Vec<float> w0 = Apply<33, float>(x0, x1, x0);
    const Vec<float> w1 = Apply<34, float>(w0, x2, w0);
    const Vec<float> w2 = Apply<34, float>(w1, x3, w1);
    const Vec<float> u0 = Apply<34, float>(x3, x2, x3);
    results[0] = v1;
    results[1] = w2;
    results[2] = u0;
  }
};

struct JoinedRow7 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 2;
  const float* p0;
  const float* p1;
  const float* p2;
  const float* r3;
  Vec<float> x3;
  RL_INLINE JoinedRow7(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    p2 = In(box, 2, a, b);
    r3 = In(box, 3, a, b);
  }
  RL_INLINE void Enter(int64_t g) {
    x3 = Set<float>(r3[g]);
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
    const Vec<float> w0 = Apply<33, float>(x2, x3, x2);
    const Vec<float> w1 = Apply<34, float>(w0, x1, w0);
    const Vec<float> w2 = Apply<34, float>(w1, x0, w1);
    results[0] = v0;
    results[1] = w2;
  }
};

struct JoinedRow8 {
  static constexpr int kReads = 3, kOutputs = 0, kResults = 2;
  const float* p0;
  const float* p1;
  const float* p2;
  RL_INLINE JoinedRow8(const ReduceBox& box, int64_t a, int64_t b) {
    p0 = In(box, 0, a, b);
    p1 = In(box, 1, a, b);
    p2 = In(box, 2, a, b);
  }
  RL_INLINE void Enter(int64_t) {
  }
  template <typename Io>
  RL_INLINE void At(Io io, int64_t j, Vec<float>* results) const {
    const Vec<float> x0 = io.Read(p0 + j);
    const Vec<float> x1 = io.Read(p1 + j);
    const Vec<float> x2 = io.Read(p2 + j);
    const Vec<float> v0 = Apply<18, float>(x0, x0, x0);
    const Vec<float> w0 = Apply<34, float>(x0, x1, x0);
    const Vec<float> w1 = Apply<34, float>(w0, x2, w0);
    results[0] = v0;
    results[1] = w1;
  }
};

constexpr ReduceLoop kReduceLoops[] = {
    &RowLoop<ReduceRow0, 0>,
    &ColumnLoop<ReduceRow1, 0>,
    &RowLoop<ReduceRow2, 0>,
    &ColumnLoop<ReduceRow3, 0>,
    &RowLoop<ReduceRow4, 0>,
    &RowLoop<ReduceRow5, 0>,
    &ColumnLoop<ReduceRow6, 0>,
    &RowLoop<ReduceRow7, 0>,
    &RowLoop<ReduceRow8, 1>,
    &ColumnLoop<ReduceRow9, 0>,
    &ColumnLoop<ReduceRow10, 0>,
    &RowLoop<ReduceRow11, 0>,
    &ColumnLoop<ReduceRow12, 0>,
    &RowLoop<ReduceRow13, 0>,
    &RowLoop<ReduceRow14, 0>,
    &RowLoop<ReduceRow15, 0>,
    &ColumnLoop<ReduceRow16, 0>,
    &ColumnLoop<ReduceRow17, 0>,
    &RowLoop<ReduceRow18, 0>,
    &RowLoop<ReduceRow19, 0>,
    &RowLoop<ReduceRow20, 0>,
    &ColumnLoop<ReduceRow21, 0>,
    &ColumnLoop<ReduceRow22, 0>,
    &ColumnLoop<ReduceRow23, 0>,
    &RowLoop<ReduceRow24, 0>,
    &RowLoop<ReduceRow25, 0>,
    &ColumnLoop<ReduceRow26, 0>,
    &RowLoop<ReduceRow27, 0>,
    &RowLoop<ReduceRow28, 0>,
    &ColumnLoop<ReduceRow29, 0>,
    &RowLoop<ReduceRow30, 0>,
    &RowLoop<ReduceRow31, 0>,
    &ColumnLoop<ReduceRow32, 0>,
    &RowLoop<ReduceRow33, 0>,
    &RowLoop<ReduceRow34, 0>,
    &RowLoop<ReduceRow35, 0>,
    &ColumnLoop<JoinedRow0, 0>,
    &ColumnLoop<JoinedRow1, 0>,
    &RowLoop<JoinedRow2, 0>,
    &ColumnLoop<JoinedRow3, 0>,
    &ColumnLoop<JoinedRow4, 0>,
    &RowLoop<JoinedRow5, 0>,
    &RowLoop<JoinedRow6, 0>,
    &RowLoop<JoinedRow7, 0>,
    &RowLoop<JoinedRow8, 0>,
};
static_assert(sizeof(kReduceLoops) / sizeof(ReduceLoop) == kReduceLoopCount + kJoinedLoopCount, "codes and loops are written together");

}  // namespace
}  // namespace NS
}  // namespace ridgeline
