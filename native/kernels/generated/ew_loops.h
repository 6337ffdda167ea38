// Written by scripts/generate-loops.mjs; do not edit. Loops for the elementwise programs of training steps.
#pragma once
// clang-format off
namespace ridgeline {
namespace NS {
namespace {

constexpr int16_t kEwCode0[] = {2, 0, 0, 0, 1, 1, 3, 2, 32, 2, 0, 1, 0, 16, 3, 2, 0, 0};
void EwLoop0(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<16, float>(v0, v0, v0);
      io.Write(q0 + j, v1);
    });
  }
}

constexpr int16_t kEwCode1[] = {3, 2, 0, 0, 1, 0, 2, 1, 4, 2, 34, 3, 0, 1, 0, 33, 4, 2, 3, 0};
void EwLoop1(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<33, float>(x2, v0, x2);
      io.Write(q0 + j, v1);
    });
  }
}

constexpr int16_t kEwCode2[] = {3, 0, 0, 0, 1, 2, 2, 1, 4, 2, 43, 3, 1, 2, 0, 34, 4, 0, 3, 0};
void EwLoop2(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<43, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x0, v0, x0);
      io.Write(q0 + j, v1);
    });
  }
}

constexpr int16_t kEwCode3[] = {3, 0, 0, 2, 1, 0, 2, 1, 4, 2, 34, 3, 1, 0, 0, 33, 4, 2, 3, 0};
void EwLoop3(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<33, float>(x2, v0, x2);
      io.Write(q0 + j, v1);
    });
  }
}

constexpr int16_t kEwCode4[] = {4, 2, 0, 0, 1, 0, 2, 2, 3, 1, 6, 4, 34, 4, 0, 1, 0, 33, 5, 2, 4, 0, 34, 4, 3, 2, 0, 33, 6, 5, 4, 0};
void EwLoop4(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<33, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x2, x3);
      const Vec<float> v3 = Apply<33, float>(v1, v2, v1);
      io.Write(q0 + j, v3);
    });
  }
}

constexpr int16_t kEwCode5[] = {4, 0, 0, 2, 1, 0, 2, 2, 3, 1, 6, 4, 34, 4, 1, 0, 0, 33, 5, 2, 4, 0, 34, 4, 3, 2, 0, 33, 6, 5, 4, 0};
void EwLoop5(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<33, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x2, x3);
      const Vec<float> v3 = Apply<33, float>(v1, v2, v1);
      io.Write(q0 + j, v3);
    });
  }
}

constexpr int16_t kEwCode6[] = {4, 0, 0, 2, 1, 2, 2, 0, 3, 1, 4, 3, 34, 4, 0, 1, 0, 34, 5, 2, 4, 0, 33, 4, 3, 5, 0};
void EwLoop6(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<33, float>(x3, v1, x3);
      io.Write(q0 + j, v2);
    });
  }
}

constexpr int16_t kEwCode7[] = {5, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 1, 6, 4, 36, 5, 0, 1, 0, 37, 6, 5, 2, 0, 34, 5, 3, 6, 0, 33, 6, 4, 5, 0};
void EwLoop7(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<33, float>(x4, v2, x4);
      io.Write(q0 + j, v3);
    });
  }
}

constexpr int16_t kEwCode8[] = {5, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 1, 7, 5, 34, 5, 0, 1, 0, 34, 6, 2, 5, 0, 33, 5, 3, 6, 0, 34, 6, 4, 3, 0, 33, 7, 5, 6, 0};
void EwLoop8(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<33, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<34, float>(x4, x3, x4);
      const Vec<float> v4 = Apply<33, float>(v2, v3, v2);
      io.Write(q0 + j, v4);
    });
  }
}

constexpr int16_t kEwCode9[] = {5, 2, 0, 0, 1, 2, 2, 0, 3, 0, 4, 2, 7, 5, 4, 34, 5, 0, 1, 0, 34, 6, 2, 3, 0, 33, 7, 6, 5, 0, 32, 5, 4, 7, 0};
void EwLoop9(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<32, float>(x4, v2, x4);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v3);
    });
  }
}

constexpr int16_t kEwCode10[] = {5, 0, 0, 2, 1, 2, 2, 0, 3, 0, 4, 2, 7, 5, 4, 34, 5, 1, 0, 0, 34, 6, 2, 3, 0, 33, 7, 6, 5, 0, 32, 5, 4, 7, 0};
void EwLoop10(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<32, float>(x4, v2, x4);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v3);
    });
  }
}

constexpr int16_t kEwCode11[] = {6, 2, 0, 0, 1, 2, 2, 0, 3, 0, 4, 2, 5, 2, 8, 9, 6, 34, 6, 0, 1, 0, 34, 7, 2, 3, 0, 33, 8, 7, 6, 0, 32, 6, 4, 8, 0, 34, 7, 5, 4, 0, 33, 9, 6, 7, 0};
void EwLoop11(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<32, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x4, x5);
      const Vec<float> v5 = Apply<33, float>(v3, v4, v3);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v5);
    });
  }
}

constexpr int16_t kEwCode12[] = {6, 0, 0, 2, 1, 2, 2, 0, 3, 0, 4, 2, 5, 2, 8, 9, 6, 34, 6, 1, 0, 0, 34, 7, 2, 3, 0, 33, 8, 7, 6, 0, 32, 6, 4, 8, 0, 34, 7, 5, 4, 0, 33, 9, 6, 7, 0};
void EwLoop12(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<32, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x4, x5);
      const Vec<float> v5 = Apply<33, float>(v3, v4, v3);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v5);
    });
  }
}

constexpr int16_t kEwCode13[] = {6, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 0, 5, 2, 8, 7, 5, 34, 6, 0, 1, 0, 34, 7, 2, 6, 0, 34, 6, 3, 4, 0, 33, 8, 6, 7, 0, 32, 7, 5, 8, 0};
void EwLoop13(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<33, float>(v2, v1, v2);
      const Vec<float> v4 = Apply<32, float>(x5, v3, x5);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v4);
    });
  }
}

constexpr int16_t kEwCode14[] = {7, 0, 0, 2, 1, 2, 2, 2, 3, 2, 4, 0, 5, 0, 6, 2, 9, 7, 6, 36, 7, 0, 1, 0, 37, 8, 7, 2, 0, 34, 7, 3, 8, 0, 34, 8, 4, 5, 0, 33, 9, 8, 7, 0, 32, 7, 6, 9, 0};
void EwLoop14(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<33, float>(v3, v2, v3);
      const Vec<float> v5 = Apply<32, float>(x6, v4, x6);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v5);
    });
  }
}

constexpr int16_t kEwCode15[] = {7, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 0, 5, 2, 6, 2, 9, 10, 7, 34, 7, 0, 1, 0, 34, 8, 2, 7, 0, 34, 7, 3, 4, 0, 33, 9, 7, 8, 0, 32, 8, 5, 9, 0, 34, 7, 6, 5, 0, 33, 10, 8, 7, 0};
void EwLoop15(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<33, float>(v2, v1, v2);
      const Vec<float> v4 = Apply<32, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<34, float>(x6, x5, x6);
      const Vec<float> v6 = Apply<33, float>(v4, v5, v4);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
    });
  }
}

constexpr int16_t kEwCode16[] = {5, 2, 0, 0, 1, 2, 2, 0, 3, 0, 4, 2, 7, 5, 6, 34, 5, 0, 1, 0, 34, 6, 2, 3, 0, 33, 7, 6, 5, 0, 34, 6, 2, 7, 0, 33, 8, 6, 5, 0, 32, 5, 4, 8, 0};
void EwLoop16(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x2, v2, x2);
      const Vec<float> v4 = Apply<33, float>(v3, v0, v3);
      const Vec<float> v5 = Apply<32, float>(x4, v4, x4);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v5);
    });
  }
}

constexpr int16_t kEwCode17[] = {5, 0, 0, 2, 1, 2, 2, 0, 3, 0, 4, 2, 7, 5, 6, 34, 5, 1, 0, 0, 34, 6, 2, 3, 0, 33, 7, 6, 5, 0, 34, 6, 2, 7, 0, 33, 8, 6, 5, 0, 32, 5, 4, 8, 0};
void EwLoop17(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x2, v2, x2);
      const Vec<float> v4 = Apply<33, float>(v3, v0, v3);
      const Vec<float> v5 = Apply<32, float>(x4, v4, x4);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v5);
    });
  }
}

constexpr int16_t kEwCode18[] = {6, 2, 0, 0, 1, 2, 2, 0, 3, 0, 4, 2, 5, 2, 8, 7, 8, 34, 6, 0, 1, 0, 34, 7, 2, 3, 0, 33, 8, 7, 6, 0, 34, 7, 2, 8, 0, 33, 9, 7, 6, 0, 32, 6, 4, 9, 0, 34, 9, 5, 4, 0, 33, 7, 6, 9, 0};
void EwLoop18(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x2, v2, x2);
      const Vec<float> v4 = Apply<33, float>(v3, v0, v3);
      const Vec<float> v5 = Apply<32, float>(x4, v4, x4);
      const Vec<float> v6 = Apply<34, float>(x5, x4, x5);
      const Vec<float> v7 = Apply<33, float>(v5, v6, v5);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v7);
    });
  }
}

constexpr int16_t kEwCode19[] = {6, 0, 0, 2, 1, 2, 2, 0, 3, 0, 4, 2, 5, 2, 8, 7, 8, 34, 6, 1, 0, 0, 34, 7, 2, 3, 0, 33, 8, 7, 6, 0, 34, 7, 2, 8, 0, 33, 9, 7, 6, 0, 32, 6, 4, 9, 0, 34, 9, 5, 4, 0, 33, 7, 6, 9, 0};
void EwLoop19(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x2, v2, x2);
      const Vec<float> v4 = Apply<33, float>(v3, v0, v3);
      const Vec<float> v5 = Apply<32, float>(x4, v4, x4);
      const Vec<float> v6 = Apply<34, float>(x5, x4, x5);
      const Vec<float> v7 = Apply<33, float>(v5, v6, v5);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v7);
    });
  }
}

constexpr int16_t kEwCode20[] = {6, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 0, 5, 2, 8, 7, 7, 34, 6, 0, 1, 0, 34, 7, 2, 6, 0, 34, 6, 3, 4, 0, 33, 8, 6, 7, 0, 34, 6, 3, 8, 0, 33, 9, 6, 7, 0, 32, 7, 5, 9, 0};
void EwLoop20(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<33, float>(v2, v1, v2);
      const Vec<float> v4 = Apply<34, float>(x3, v3, x3);
      const Vec<float> v5 = Apply<33, float>(v4, v1, v4);
      const Vec<float> v6 = Apply<32, float>(x5, v5, x5);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
    });
  }
}

constexpr int16_t kEwCode21[] = {7, 0, 0, 2, 1, 2, 2, 2, 3, 2, 4, 0, 5, 0, 6, 2, 9, 7, 8, 36, 7, 0, 1, 0, 37, 8, 7, 2, 0, 34, 7, 3, 8, 0, 34, 8, 4, 5, 0, 33, 9, 8, 7, 0, 34, 8, 4, 9, 0, 33, 10, 8, 7, 0, 32, 7, 6, 10, 0};
void EwLoop21(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<33, float>(v3, v2, v3);
      const Vec<float> v5 = Apply<34, float>(x4, v4, x4);
      const Vec<float> v6 = Apply<33, float>(v5, v2, v5);
      const Vec<float> v7 = Apply<32, float>(x6, v6, x6);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v7);
    });
  }
}

constexpr int16_t kEwCode22[] = {7, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 0, 5, 2, 6, 2, 9, 7, 9, 34, 7, 0, 1, 0, 34, 8, 2, 7, 0, 34, 7, 3, 4, 0, 33, 9, 7, 8, 0, 34, 7, 3, 9, 0, 33, 10, 7, 8, 0, 32, 8, 5, 10, 0, 34, 10, 6, 5, 0, 33, 7, 8, 10, 0};
void EwLoop22(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<33, float>(v2, v1, v2);
      const Vec<float> v4 = Apply<34, float>(x3, v3, x3);
      const Vec<float> v5 = Apply<33, float>(v4, v1, v4);
      const Vec<float> v6 = Apply<32, float>(x5, v5, x5);
      const Vec<float> v7 = Apply<34, float>(x6, x5, x6);
      const Vec<float> v8 = Apply<33, float>(v6, v7, v6);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v8);
    });
  }
}

constexpr int16_t kEwCode23[] = {6, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 8, 7, 5, 34, 6, 0, 1, 0, 34, 7, 2, 3, 0, 32, 8, 7, 6, 0, 34, 6, 4, 8, 0, 33, 7, 5, 6, 0};
void EwLoop23(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<33, float>(x5, v3, x5);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v4);
    });
  }
}

constexpr int16_t kEwCode24[] = {6, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 8, 7, 5, 34, 6, 1, 0, 0, 34, 7, 2, 3, 0, 32, 8, 7, 6, 0, 34, 6, 4, 8, 0, 33, 7, 5, 6, 0};
void EwLoop24(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<33, float>(x5, v3, x5);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v4);
    });
  }
}

constexpr int16_t kEwCode25[] = {7, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 2, 9, 10, 7, 34, 7, 0, 1, 0, 34, 8, 2, 3, 0, 32, 9, 8, 7, 0, 34, 7, 4, 9, 0, 33, 8, 5, 7, 0, 34, 7, 6, 5, 0, 33, 10, 8, 7, 0};
void EwLoop25(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<33, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<34, float>(x6, x5, x6);
      const Vec<float> v6 = Apply<33, float>(v4, v5, v4);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
    });
  }
}

constexpr int16_t kEwCode26[] = {7, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 2, 9, 10, 7, 34, 7, 1, 0, 0, 34, 8, 2, 3, 0, 32, 9, 8, 7, 0, 34, 7, 4, 9, 0, 33, 8, 5, 7, 0, 34, 7, 6, 5, 0, 33, 10, 8, 7, 0};
void EwLoop26(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<33, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<34, float>(x6, x5, x6);
      const Vec<float> v6 = Apply<33, float>(v4, v5, v4);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
    });
  }
}

constexpr int16_t kEwCode27[] = {7, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 2, 5, 0, 6, 2, 9, 7, 6, 34, 7, 0, 1, 0, 34, 8, 2, 7, 0, 34, 7, 3, 4, 0, 32, 9, 7, 8, 0, 34, 8, 5, 9, 0, 33, 7, 6, 8, 0};
void EwLoop27(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<32, float>(v2, v1, v2);
      const Vec<float> v4 = Apply<34, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<33, float>(x6, v4, x6);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v5);
    });
  }
}

constexpr int16_t kEwCode28[] = {8, 0, 0, 2, 1, 2, 2, 2, 3, 2, 4, 0, 5, 2, 6, 0, 7, 2, 10, 9, 7, 36, 8, 0, 1, 0, 37, 9, 8, 2, 0, 34, 8, 3, 9, 0, 34, 9, 4, 5, 0, 32, 10, 9, 8, 0, 34, 8, 6, 10, 0, 33, 9, 7, 8, 0};
void EwLoop28(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<32, float>(v3, v2, v3);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<33, float>(x7, v5, x7);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v6);
    });
  }
}

constexpr int16_t kEwCode29[] = {8, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 2, 5, 0, 6, 2, 7, 2, 10, 11, 8, 34, 8, 0, 1, 0, 34, 9, 2, 8, 0, 34, 8, 3, 4, 0, 32, 10, 8, 9, 0, 34, 9, 5, 10, 0, 33, 8, 6, 9, 0, 34, 9, 7, 6, 0, 33, 11, 8, 9, 0};
void EwLoop29(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<32, float>(v2, v1, v2);
      const Vec<float> v4 = Apply<34, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<33, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<34, float>(x7, x6, x7);
      const Vec<float> v7 = Apply<33, float>(v5, v6, v5);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
    });
  }
}

constexpr int16_t kEwCode30[] = {6, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 8, 9, 7, 34, 6, 0, 1, 0, 34, 7, 2, 3, 0, 32, 8, 7, 6, 0, 34, 7, 2, 8, 0, 32, 9, 6, 7, 0, 34, 7, 4, 9, 0, 33, 9, 5, 7, 0};
void EwLoop30(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x2, v2, x2);
      const Vec<float> v4 = Apply<32, float>(v0, v3, v0);
      const Vec<float> v5 = Apply<34, float>(x4, v4, x4);
      const Vec<float> v6 = Apply<33, float>(x5, v5, x5);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
    });
  }
}

constexpr int16_t kEwCode31[] = {6, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 8, 9, 7, 34, 6, 1, 0, 0, 34, 7, 2, 3, 0, 32, 8, 7, 6, 0, 34, 7, 2, 8, 0, 32, 9, 6, 7, 0, 34, 7, 4, 9, 0, 33, 9, 5, 7, 0};
void EwLoop31(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x2, v2, x2);
      const Vec<float> v4 = Apply<32, float>(v0, v3, v0);
      const Vec<float> v5 = Apply<34, float>(x4, v4, x4);
      const Vec<float> v6 = Apply<33, float>(x5, v5, x5);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
    });
  }
}

constexpr int16_t kEwCode32[] = {7, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 2, 9, 7, 9, 34, 7, 0, 1, 0, 34, 8, 2, 3, 0, 32, 9, 8, 7, 0, 34, 8, 2, 9, 0, 32, 10, 7, 8, 0, 34, 8, 4, 10, 0, 33, 10, 5, 8, 0, 34, 8, 6, 5, 0, 33, 7, 10, 8, 0};
void EwLoop32(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x2, v2, x2);
      const Vec<float> v4 = Apply<32, float>(v0, v3, v0);
      const Vec<float> v5 = Apply<34, float>(x4, v4, x4);
      const Vec<float> v6 = Apply<33, float>(x5, v5, x5);
      const Vec<float> v7 = Apply<34, float>(x6, x5, x6);
      const Vec<float> v8 = Apply<33, float>(v6, v7, v6);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v8);
    });
  }
}

constexpr int16_t kEwCode33[] = {7, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 2, 9, 7, 9, 34, 7, 1, 0, 0, 34, 8, 2, 3, 0, 32, 9, 8, 7, 0, 34, 8, 2, 9, 0, 32, 10, 7, 8, 0, 34, 8, 4, 10, 0, 33, 10, 5, 8, 0, 34, 8, 6, 5, 0, 33, 7, 10, 8, 0};
void EwLoop33(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<34, float>(x2, v2, x2);
      const Vec<float> v4 = Apply<32, float>(v0, v3, v0);
      const Vec<float> v5 = Apply<34, float>(x4, v4, x4);
      const Vec<float> v6 = Apply<33, float>(x5, v5, x5);
      const Vec<float> v7 = Apply<34, float>(x6, x5, x6);
      const Vec<float> v8 = Apply<33, float>(v6, v7, v6);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v8);
    });
  }
}

constexpr int16_t kEwCode34[] = {7, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 2, 5, 0, 6, 2, 9, 10, 8, 34, 7, 0, 1, 0, 34, 8, 2, 7, 0, 34, 7, 3, 4, 0, 32, 9, 7, 8, 0, 34, 7, 3, 9, 0, 32, 10, 8, 7, 0, 34, 7, 5, 10, 0, 33, 10, 6, 7, 0};
void EwLoop34(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<32, float>(v2, v1, v2);
      const Vec<float> v4 = Apply<34, float>(x3, v3, x3);
      const Vec<float> v5 = Apply<32, float>(v1, v4, v1);
      const Vec<float> v6 = Apply<34, float>(x5, v5, x5);
      const Vec<float> v7 = Apply<33, float>(x6, v6, x6);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
    });
  }
}

constexpr int16_t kEwCode35[] = {8, 0, 0, 2, 1, 2, 2, 2, 3, 2, 4, 0, 5, 2, 6, 0, 7, 2, 10, 11, 9, 36, 8, 0, 1, 0, 37, 9, 8, 2, 0, 34, 8, 3, 9, 0, 34, 9, 4, 5, 0, 32, 10, 9, 8, 0, 34, 9, 4, 10, 0, 32, 11, 8, 9, 0, 34, 9, 6, 11, 0, 33, 11, 7, 9, 0};
void EwLoop35(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<32, float>(v3, v2, v3);
      const Vec<float> v5 = Apply<34, float>(x4, v4, x4);
      const Vec<float> v6 = Apply<32, float>(v2, v5, v2);
      const Vec<float> v7 = Apply<34, float>(x6, v6, x6);
      const Vec<float> v8 = Apply<33, float>(x7, v7, x7);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v8);
    });
  }
}

constexpr int16_t kEwCode36[] = {8, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 2, 5, 0, 6, 2, 7, 2, 10, 9, 10, 34, 8, 0, 1, 0, 34, 9, 2, 8, 0, 34, 8, 3, 4, 0, 32, 10, 8, 9, 0, 34, 8, 3, 10, 0, 32, 11, 9, 8, 0, 34, 8, 5, 11, 0, 33, 11, 6, 8, 0, 34, 8, 7, 6, 0, 33, 9, 11, 8, 0};
void EwLoop36(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<32, float>(v2, v1, v2);
      const Vec<float> v4 = Apply<34, float>(x3, v3, x3);
      const Vec<float> v5 = Apply<32, float>(v1, v4, v1);
      const Vec<float> v6 = Apply<34, float>(x5, v5, x5);
      const Vec<float> v7 = Apply<33, float>(x6, v6, x6);
      const Vec<float> v8 = Apply<34, float>(x7, x6, x7);
      const Vec<float> v9 = Apply<33, float>(v7, v8, v7);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v9);
    });
  }
}

constexpr int16_t kEwCode37[] = {11, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 3, 13, 11, 12, 13, 34, 11, 0, 1, 0, 34, 12, 2, 3, 0, 32, 13, 11, 12, 0, 34, 12, 4, 5, 0, 18, 11, 3, 0, 0, 34, 14, 6, 11, 0, 32, 11, 12, 14, 0, 34, 14, 7, 13, 0, 8, 12, 11, 0, 0, 34, 15, 12, 8, 0, 32, 12, 15, 9, 0, 35, 15, 14, 12, 0, 33, 12, 10, 15, 0};
void EwLoop37(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<34, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<32, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v12);
    });
  }
}

constexpr int16_t kEwCode38[] = {11, 0, 0, 2, 1, 0, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 3, 13, 11, 12, 13, 34, 11, 1, 2, 0, 34, 12, 3, 0, 0, 32, 13, 11, 12, 0, 34, 12, 4, 5, 0, 18, 11, 0, 0, 0, 34, 14, 6, 11, 0, 32, 11, 12, 14, 0, 34, 14, 7, 13, 0, 8, 12, 11, 0, 0, 34, 15, 12, 8, 0, 32, 12, 15, 9, 0, 35, 15, 14, 12, 0, 33, 12, 10, 15, 0};
void EwLoop38(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<34, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<32, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v12);
    });
  }
}

constexpr int16_t kEwCode39[] = {12, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 2, 11, 3, 14, 12, 15, 15, 34, 12, 0, 1, 0, 34, 13, 2, 3, 0, 32, 14, 12, 13, 0, 34, 13, 4, 5, 0, 18, 12, 3, 0, 0, 34, 15, 6, 12, 0, 32, 12, 13, 15, 0, 34, 15, 7, 14, 0, 8, 13, 12, 0, 0, 34, 16, 13, 8, 0, 32, 13, 16, 9, 0, 35, 16, 15, 13, 0, 33, 13, 10, 16, 0, 34, 16, 11, 10, 0, 33, 15, 13, 16, 0};
void EwLoop39(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<34, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<32, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      const Vec<float> v13 = Apply<34, float>(x11, x10, x11);
      const Vec<float> v14 = Apply<33, float>(v12, v13, v12);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v14);
    });
  }
}

constexpr int16_t kEwCode40[] = {12, 0, 0, 2, 1, 0, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 2, 11, 3, 14, 12, 15, 15, 34, 12, 1, 2, 0, 34, 13, 3, 0, 0, 32, 14, 12, 13, 0, 34, 13, 4, 5, 0, 18, 12, 0, 0, 0, 34, 15, 6, 12, 0, 32, 12, 13, 15, 0, 34, 15, 7, 14, 0, 8, 13, 12, 0, 0, 34, 16, 13, 8, 0, 32, 13, 16, 9, 0, 35, 16, 15, 13, 0, 33, 13, 10, 16, 0, 34, 16, 11, 10, 0, 33, 15, 13, 16, 0};
void EwLoop40(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<34, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<32, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      const Vec<float> v13 = Apply<34, float>(x11, x10, x11);
      const Vec<float> v14 = Apply<33, float>(v12, v13, v12);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v14);
    });
  }
}

constexpr int16_t kEwCode41[] = {12, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 2, 5, 0, 6, 2, 7, 2, 8, 2, 9, 2, 10, 0, 11, 3, 15, 13, 14, 14, 34, 12, 0, 1, 0, 34, 13, 2, 3, 0, 34, 14, 4, 12, 0, 32, 15, 13, 14, 0, 34, 14, 5, 6, 0, 18, 13, 12, 0, 0, 34, 12, 7, 13, 0, 32, 13, 14, 12, 0, 34, 12, 8, 15, 0, 8, 14, 13, 0, 0, 34, 16, 14, 9, 0, 32, 14, 16, 10, 0, 35, 16, 12, 14, 0, 33, 14, 11, 16, 0};
void EwLoop41(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x8, v3, x8);
      const Vec<float> v9 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<34, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<35, float>(v8, v11, v8);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v13);
    });
  }
}

constexpr int16_t kEwCode42[] = {13, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 2, 5, 2, 6, 0, 7, 2, 8, 2, 9, 2, 10, 2, 11, 0, 12, 3, 16, 13, 15, 15, 36, 13, 0, 1, 0, 37, 14, 13, 2, 0, 34, 13, 3, 4, 0, 34, 15, 5, 14, 0, 32, 16, 13, 15, 0, 34, 15, 6, 7, 0, 18, 13, 14, 0, 0, 34, 14, 8, 13, 0, 32, 13, 15, 14, 0, 34, 14, 9, 16, 0, 8, 15, 13, 0, 0, 34, 17, 15, 10, 0, 32, 15, 17, 11, 0, 35, 17, 14, 15, 0, 33, 15, 12, 17, 0};
void EwLoop42(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<34, float>(x5, v1, x5);
      const Vec<float> v4 = Apply<32, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v6 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v7 = Apply<34, float>(x8, v6, x8);
      const Vec<float> v8 = Apply<32, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<34, float>(x9, v4, x9);
      const Vec<float> v10 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v11 = Apply<34, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<32, float>(v11, x11, v11);
      const Vec<float> v13 = Apply<35, float>(v9, v12, v9);
      const Vec<float> v14 = Apply<33, float>(x12, v13, x12);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v8);
      io.Write(q2 + j, v14);
    });
  }
}

constexpr int16_t kEwCode43[] = {13, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 2, 5, 0, 6, 2, 7, 2, 8, 2, 9, 2, 10, 0, 11, 2, 12, 3, 16, 14, 13, 16, 34, 13, 0, 1, 0, 34, 14, 2, 3, 0, 34, 15, 4, 13, 0, 32, 16, 14, 15, 0, 34, 15, 5, 6, 0, 18, 14, 13, 0, 0, 34, 13, 7, 14, 0, 32, 14, 15, 13, 0, 34, 13, 8, 16, 0, 8, 15, 14, 0, 0, 34, 17, 15, 9, 0, 32, 15, 17, 10, 0, 35, 17, 13, 15, 0, 33, 15, 11, 17, 0, 34, 17, 12, 11, 0, 33, 13, 15, 17, 0};
void EwLoop43(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x8, v3, x8);
      const Vec<float> v9 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<34, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<35, float>(v8, v11, v8);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      const Vec<float> v14 = Apply<34, float>(x12, x11, x12);
      const Vec<float> v15 = Apply<33, float>(v13, v14, v13);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v15);
    });
  }
}

constexpr int16_t kEwCode44[] = {12, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 0, 7, 2, 8, 2, 9, 2, 10, 0, 11, 4, 14, 12, 15, 16, 14, 34, 12, 0, 1, 0, 34, 13, 2, 3, 0, 32, 14, 12, 13, 0, 34, 13, 4, 5, 0, 18, 12, 3, 0, 0, 34, 15, 6, 12, 0, 32, 12, 13, 15, 0, 36, 15, 7, 12, 0, 34, 13, 8, 14, 0, 8, 16, 15, 0, 0, 34, 17, 16, 9, 0, 32, 16, 17, 10, 0, 35, 17, 13, 16, 0, 33, 16, 11, 17, 0};
void EwLoop44(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<36, float>(x7, v6, x7);
      const Vec<float> v8 = Apply<34, float>(x8, v2, x8);
      const Vec<float> v9 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<34, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<35, float>(v8, v11, v8);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v7);
      io.Write(q3 + j, v13);
    });
  }
}

constexpr int16_t kEwCode45[] = {12, 0, 0, 2, 1, 0, 2, 2, 3, 2, 4, 0, 5, 2, 6, 0, 7, 2, 8, 2, 9, 2, 10, 0, 11, 4, 14, 12, 15, 16, 14, 34, 12, 1, 2, 0, 34, 13, 3, 0, 0, 32, 14, 12, 13, 0, 34, 13, 4, 5, 0, 18, 12, 0, 0, 0, 34, 15, 6, 12, 0, 32, 12, 13, 15, 0, 36, 15, 7, 12, 0, 34, 13, 8, 14, 0, 8, 16, 15, 0, 0, 34, 17, 16, 9, 0, 32, 16, 17, 10, 0, 35, 17, 13, 16, 0, 33, 16, 11, 17, 0};
void EwLoop45(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<36, float>(x7, v6, x7);
      const Vec<float> v8 = Apply<34, float>(x8, v2, x8);
      const Vec<float> v9 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<34, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<35, float>(v8, v11, v8);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v7);
      io.Write(q3 + j, v13);
    });
  }
}

constexpr int16_t kEwCode46[] = {13, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 0, 7, 2, 8, 2, 9, 2, 10, 0, 11, 2, 12, 4, 15, 13, 16, 14, 16, 34, 13, 0, 1, 0, 34, 14, 2, 3, 0, 32, 15, 13, 14, 0, 34, 14, 4, 5, 0, 18, 13, 3, 0, 0, 34, 16, 6, 13, 0, 32, 13, 14, 16, 0, 36, 16, 7, 13, 0, 34, 14, 8, 15, 0, 8, 17, 16, 0, 0, 34, 18, 17, 9, 0, 32, 17, 18, 10, 0, 35, 18, 14, 17, 0, 33, 17, 11, 18, 0, 34, 18, 12, 11, 0, 33, 14, 17, 18, 0};
void EwLoop46(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<36, float>(x7, v6, x7);
      const Vec<float> v8 = Apply<34, float>(x8, v2, x8);
      const Vec<float> v9 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<34, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<35, float>(v8, v11, v8);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      const Vec<float> v14 = Apply<34, float>(x12, x11, x12);
      const Vec<float> v15 = Apply<33, float>(v13, v14, v13);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v7);
      io.Write(q3 + j, v15);
    });
  }
}

constexpr int16_t kEwCode47[] = {13, 0, 0, 2, 1, 0, 2, 2, 3, 2, 4, 0, 5, 2, 6, 0, 7, 2, 8, 2, 9, 2, 10, 0, 11, 2, 12, 4, 15, 13, 16, 14, 16, 34, 13, 1, 2, 0, 34, 14, 3, 0, 0, 32, 15, 13, 14, 0, 34, 14, 4, 5, 0, 18, 13, 0, 0, 0, 34, 16, 6, 13, 0, 32, 13, 14, 16, 0, 36, 16, 7, 13, 0, 34, 14, 8, 15, 0, 8, 17, 16, 0, 0, 34, 18, 17, 9, 0, 32, 17, 18, 10, 0, 35, 18, 14, 17, 0, 33, 17, 11, 18, 0, 34, 18, 12, 11, 0, 33, 14, 17, 18, 0};
void EwLoop47(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<36, float>(x7, v6, x7);
      const Vec<float> v8 = Apply<34, float>(x8, v2, x8);
      const Vec<float> v9 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<34, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<35, float>(v8, v11, v8);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      const Vec<float> v14 = Apply<34, float>(x12, x11, x12);
      const Vec<float> v15 = Apply<33, float>(v13, v14, v13);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v7);
      io.Write(q3 + j, v15);
    });
  }
}

constexpr int16_t kEwCode48[] = {13, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 2, 5, 0, 6, 2, 7, 0, 8, 2, 9, 2, 10, 2, 11, 0, 12, 4, 16, 14, 13, 17, 15, 34, 13, 0, 1, 0, 34, 14, 2, 3, 0, 34, 15, 4, 13, 0, 32, 16, 14, 15, 0, 34, 15, 5, 6, 0, 18, 14, 13, 0, 0, 34, 13, 7, 14, 0, 32, 14, 15, 13, 0, 36, 13, 8, 14, 0, 34, 15, 9, 16, 0, 8, 17, 13, 0, 0, 34, 18, 17, 10, 0, 32, 17, 18, 11, 0, 35, 18, 15, 17, 0, 33, 17, 12, 18, 0};
void EwLoop48(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p8 = range.in[8] + row * range.in_step[8];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<36, float>(x8, v7, x8);
      const Vec<float> v9 = Apply<34, float>(x9, v3, x9);
      const Vec<float> v10 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v11 = Apply<34, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<32, float>(v11, x11, v11);
      const Vec<float> v13 = Apply<35, float>(v9, v12, v9);
      const Vec<float> v14 = Apply<33, float>(x12, v13, x12);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v8);
      io.Write(q3 + j, v14);
    });
  }
}

constexpr int16_t kEwCode49[] = {14, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 2, 5, 2, 6, 0, 7, 2, 8, 0, 9, 2, 10, 2, 11, 2, 12, 0, 13, 4, 17, 14, 15, 18, 16, 36, 14, 0, 1, 0, 37, 15, 14, 2, 0, 34, 14, 3, 4, 0, 34, 16, 5, 15, 0, 32, 17, 14, 16, 0, 34, 16, 6, 7, 0, 18, 14, 15, 0, 0, 34, 15, 8, 14, 0, 32, 14, 16, 15, 0, 36, 15, 9, 14, 0, 34, 16, 10, 17, 0, 8, 18, 15, 0, 0, 34, 19, 18, 11, 0, 32, 18, 19, 12, 0, 35, 19, 16, 18, 0, 33, 18, 13, 19, 0};
void EwLoop49(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p9 = range.in[9] + row * range.in_step[9];
    const float* p13 = range.in[13] + row * range.in_step[13];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> x13 = io.Read(p13 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<34, float>(x5, v1, x5);
      const Vec<float> v4 = Apply<32, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v6 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v7 = Apply<34, float>(x8, v6, x8);
      const Vec<float> v8 = Apply<32, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<36, float>(x9, v8, x9);
      const Vec<float> v10 = Apply<34, float>(x10, v4, x10);
      const Vec<float> v11 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<34, float>(v11, x11, v11);
      const Vec<float> v13 = Apply<32, float>(v12, x12, v12);
      const Vec<float> v14 = Apply<35, float>(v10, v13, v10);
      const Vec<float> v15 = Apply<33, float>(x13, v14, x13);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v8);
      io.Write(q2 + j, v9);
      io.Write(q3 + j, v15);
    });
  }
}

constexpr int16_t kEwCode50[] = {14, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 2, 5, 0, 6, 2, 7, 0, 8, 2, 9, 2, 10, 2, 11, 0, 12, 2, 13, 4, 17, 15, 14, 16, 17, 34, 14, 0, 1, 0, 34, 15, 2, 3, 0, 34, 16, 4, 14, 0, 32, 17, 15, 16, 0, 34, 16, 5, 6, 0, 18, 15, 14, 0, 0, 34, 14, 7, 15, 0, 32, 15, 16, 14, 0, 36, 14, 8, 15, 0, 34, 16, 9, 17, 0, 8, 18, 14, 0, 0, 34, 19, 18, 10, 0, 32, 18, 19, 11, 0, 35, 19, 16, 18, 0, 33, 18, 12, 19, 0, 34, 19, 13, 12, 0, 33, 16, 18, 19, 0};
void EwLoop50(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p8 = range.in[8] + row * range.in_step[8];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<36, float>(x8, v7, x8);
      const Vec<float> v9 = Apply<34, float>(x9, v3, x9);
      const Vec<float> v10 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v11 = Apply<34, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<32, float>(v11, x11, v11);
      const Vec<float> v13 = Apply<35, float>(v9, v12, v9);
      const Vec<float> v14 = Apply<33, float>(x12, v13, x12);
      const Vec<float> v15 = Apply<34, float>(x13, x12, x13);
      const Vec<float> v16 = Apply<33, float>(v14, v15, v14);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v8);
      io.Write(q3 + j, v16);
    });
  }
}

constexpr int16_t kEwCode51[] = {11, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 3, 13, 11, 12, 13, 34, 11, 0, 1, 0, 34, 12, 2, 3, 0, 32, 13, 11, 12, 0, 34, 12, 4, 5, 0, 18, 11, 3, 0, 0, 34, 14, 6, 11, 0, 32, 11, 12, 14, 0, 34, 14, 7, 13, 0, 34, 12, 11, 8, 0, 32, 15, 12, 9, 0, 8, 12, 15, 0, 0, 35, 15, 14, 12, 0, 33, 12, 10, 15, 0};
void EwLoop51(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<34, float>(v6, x8, v6);
      const Vec<float> v9 = Apply<32, float>(v8, x9, v8);
      const Vec<float> v10 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v12);
    });
  }
}

constexpr int16_t kEwCode52[] = {11, 0, 0, 2, 1, 0, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 3, 13, 11, 12, 13, 34, 11, 1, 2, 0, 34, 12, 3, 0, 0, 32, 13, 11, 12, 0, 34, 12, 4, 5, 0, 18, 11, 0, 0, 0, 34, 14, 6, 11, 0, 32, 11, 12, 14, 0, 34, 14, 7, 13, 0, 34, 12, 11, 8, 0, 32, 15, 12, 9, 0, 8, 12, 15, 0, 0, 35, 15, 14, 12, 0, 33, 12, 10, 15, 0};
void EwLoop52(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<34, float>(v6, x8, v6);
      const Vec<float> v9 = Apply<32, float>(v8, x9, v8);
      const Vec<float> v10 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v12);
    });
  }
}

constexpr int16_t kEwCode53[] = {12, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 2, 11, 3, 14, 12, 15, 15, 34, 12, 0, 1, 0, 34, 13, 2, 3, 0, 32, 14, 12, 13, 0, 34, 13, 4, 5, 0, 18, 12, 3, 0, 0, 34, 15, 6, 12, 0, 32, 12, 13, 15, 0, 34, 15, 7, 14, 0, 34, 13, 12, 8, 0, 32, 16, 13, 9, 0, 8, 13, 16, 0, 0, 35, 16, 15, 13, 0, 33, 13, 10, 16, 0, 34, 16, 11, 10, 0, 33, 15, 13, 16, 0};
void EwLoop53(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<34, float>(v6, x8, v6);
      const Vec<float> v9 = Apply<32, float>(v8, x9, v8);
      const Vec<float> v10 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      const Vec<float> v13 = Apply<34, float>(x11, x10, x11);
      const Vec<float> v14 = Apply<33, float>(v12, v13, v12);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v14);
    });
  }
}

constexpr int16_t kEwCode54[] = {12, 0, 0, 2, 1, 0, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 2, 11, 3, 14, 12, 15, 15, 34, 12, 1, 2, 0, 34, 13, 3, 0, 0, 32, 14, 12, 13, 0, 34, 13, 4, 5, 0, 18, 12, 0, 0, 0, 34, 15, 6, 12, 0, 32, 12, 13, 15, 0, 34, 15, 7, 14, 0, 34, 13, 12, 8, 0, 32, 16, 13, 9, 0, 8, 13, 16, 0, 0, 35, 16, 15, 13, 0, 33, 13, 10, 16, 0, 34, 16, 11, 10, 0, 33, 15, 13, 16, 0};
void EwLoop54(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<34, float>(v6, x8, v6);
      const Vec<float> v9 = Apply<32, float>(v8, x9, v8);
      const Vec<float> v10 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      const Vec<float> v13 = Apply<34, float>(x11, x10, x11);
      const Vec<float> v14 = Apply<33, float>(v12, v13, v12);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v14);
    });
  }
}

constexpr int16_t kEwCode55[] = {12, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 2, 5, 0, 6, 2, 7, 2, 8, 2, 9, 2, 10, 0, 11, 3, 15, 13, 14, 14, 34, 12, 0, 1, 0, 34, 13, 2, 3, 0, 34, 14, 4, 12, 0, 32, 15, 13, 14, 0, 34, 14, 5, 6, 0, 18, 13, 12, 0, 0, 34, 12, 7, 13, 0, 32, 13, 14, 12, 0, 34, 12, 8, 15, 0, 34, 14, 13, 9, 0, 32, 16, 14, 10, 0, 8, 14, 16, 0, 0, 35, 16, 12, 14, 0, 33, 14, 11, 16, 0};
void EwLoop55(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x8, v3, x8);
      const Vec<float> v9 = Apply<34, float>(v7, x9, v7);
      const Vec<float> v10 = Apply<32, float>(v9, x10, v9);
      const Vec<float> v11 = Apply<8, float>(v10, v10, v10);
      const Vec<float> v12 = Apply<35, float>(v8, v11, v8);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v13);
    });
  }
}

constexpr int16_t kEwCode56[] = {13, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 2, 5, 2, 6, 0, 7, 2, 8, 2, 9, 2, 10, 2, 11, 0, 12, 3, 16, 13, 15, 15, 36, 13, 0, 1, 0, 37, 14, 13, 2, 0, 34, 13, 3, 4, 0, 34, 15, 5, 14, 0, 32, 16, 13, 15, 0, 34, 15, 6, 7, 0, 18, 13, 14, 0, 0, 34, 14, 8, 13, 0, 32, 13, 15, 14, 0, 34, 14, 9, 16, 0, 34, 15, 13, 10, 0, 32, 17, 15, 11, 0, 8, 15, 17, 0, 0, 35, 17, 14, 15, 0, 33, 15, 12, 17, 0};
void EwLoop56(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<34, float>(x5, v1, x5);
      const Vec<float> v4 = Apply<32, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v6 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v7 = Apply<34, float>(x8, v6, x8);
      const Vec<float> v8 = Apply<32, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<34, float>(x9, v4, x9);
      const Vec<float> v10 = Apply<34, float>(v8, x10, v8);
      const Vec<float> v11 = Apply<32, float>(v10, x11, v10);
      const Vec<float> v12 = Apply<8, float>(v11, v11, v11);
      const Vec<float> v13 = Apply<35, float>(v9, v12, v9);
      const Vec<float> v14 = Apply<33, float>(x12, v13, x12);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v8);
      io.Write(q2 + j, v14);
    });
  }
}

constexpr int16_t kEwCode57[] = {13, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 2, 5, 0, 6, 2, 7, 2, 8, 2, 9, 2, 10, 0, 11, 2, 12, 3, 16, 14, 13, 16, 34, 13, 0, 1, 0, 34, 14, 2, 3, 0, 34, 15, 4, 13, 0, 32, 16, 14, 15, 0, 34, 15, 5, 6, 0, 18, 14, 13, 0, 0, 34, 13, 7, 14, 0, 32, 14, 15, 13, 0, 34, 13, 8, 16, 0, 34, 15, 14, 9, 0, 32, 17, 15, 10, 0, 8, 15, 17, 0, 0, 35, 17, 13, 15, 0, 33, 15, 11, 17, 0, 34, 17, 12, 11, 0, 33, 13, 15, 17, 0};
void EwLoop57(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x8, v3, x8);
      const Vec<float> v9 = Apply<34, float>(v7, x9, v7);
      const Vec<float> v10 = Apply<32, float>(v9, x10, v9);
      const Vec<float> v11 = Apply<8, float>(v10, v10, v10);
      const Vec<float> v12 = Apply<35, float>(v8, v11, v8);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      const Vec<float> v14 = Apply<34, float>(x12, x11, x12);
      const Vec<float> v15 = Apply<33, float>(v13, v14, v13);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v15);
    });
  }
}

constexpr int16_t kEwCode58[] = {11, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 3, 13, 11, 12, 13, 34, 11, 0, 1, 0, 34, 12, 2, 3, 0, 32, 13, 11, 12, 0, 34, 12, 4, 5, 0, 18, 11, 3, 0, 0, 34, 14, 6, 11, 0, 32, 11, 12, 14, 0, 34, 14, 7, 13, 0, 8, 12, 11, 0, 0, 32, 15, 12, 8, 0, 34, 12, 15, 9, 0, 35, 15, 14, 12, 0, 33, 12, 10, 15, 0};
void EwLoop58(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<32, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<34, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v12);
    });
  }
}

constexpr int16_t kEwCode59[] = {11, 0, 0, 2, 1, 0, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 3, 13, 11, 12, 13, 34, 11, 1, 2, 0, 34, 12, 3, 0, 0, 32, 13, 11, 12, 0, 34, 12, 4, 5, 0, 18, 11, 0, 0, 0, 34, 14, 6, 11, 0, 32, 11, 12, 14, 0, 34, 14, 7, 13, 0, 8, 12, 11, 0, 0, 32, 15, 12, 8, 0, 34, 12, 15, 9, 0, 35, 15, 14, 12, 0, 33, 12, 10, 15, 0};
void EwLoop59(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<32, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<34, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v12);
    });
  }
}

constexpr int16_t kEwCode60[] = {12, 2, 0, 0, 1, 2, 2, 0, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 2, 11, 3, 14, 12, 15, 15, 34, 12, 0, 1, 0, 34, 13, 2, 3, 0, 32, 14, 12, 13, 0, 34, 13, 4, 5, 0, 18, 12, 3, 0, 0, 34, 15, 6, 12, 0, 32, 12, 13, 15, 0, 34, 15, 7, 14, 0, 8, 13, 12, 0, 0, 32, 16, 13, 8, 0, 34, 13, 16, 9, 0, 35, 16, 15, 13, 0, 33, 13, 10, 16, 0, 34, 16, 11, 10, 0, 33, 15, 13, 16, 0};
void EwLoop60(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<32, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<34, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      const Vec<float> v13 = Apply<34, float>(x11, x10, x11);
      const Vec<float> v14 = Apply<33, float>(v12, v13, v12);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v14);
    });
  }
}

constexpr int16_t kEwCode61[] = {12, 0, 0, 2, 1, 0, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 7, 2, 8, 2, 9, 0, 10, 2, 11, 3, 14, 12, 15, 15, 34, 12, 1, 2, 0, 34, 13, 3, 0, 0, 32, 14, 12, 13, 0, 34, 13, 4, 5, 0, 18, 12, 0, 0, 0, 34, 15, 6, 12, 0, 32, 12, 13, 15, 0, 34, 15, 7, 14, 0, 8, 13, 12, 0, 0, 32, 16, 13, 8, 0, 34, 13, 16, 9, 0, 35, 16, 15, 13, 0, 33, 13, 10, 16, 0, 34, 16, 11, 10, 0, 33, 15, 13, 16, 0};
void EwLoop61(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<32, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<34, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<35, float>(v7, v10, v7);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      const Vec<float> v13 = Apply<34, float>(x11, x10, x11);
      const Vec<float> v14 = Apply<33, float>(v12, v13, v12);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v14);
    });
  }
}

constexpr int16_t kEwCode62[] = {12, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 2, 5, 0, 6, 2, 7, 2, 8, 2, 9, 2, 10, 0, 11, 3, 15, 13, 14, 14, 34, 12, 0, 1, 0, 34, 13, 2, 3, 0, 34, 14, 4, 12, 0, 32, 15, 13, 14, 0, 34, 14, 5, 6, 0, 18, 13, 12, 0, 0, 34, 12, 7, 13, 0, 32, 13, 14, 12, 0, 34, 12, 8, 15, 0, 8, 14, 13, 0, 0, 32, 16, 14, 9, 0, 34, 14, 16, 10, 0, 35, 16, 12, 14, 0, 33, 14, 11, 16, 0};
void EwLoop62(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x8, v3, x8);
      const Vec<float> v9 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<32, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<34, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<35, float>(v8, v11, v8);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v13);
    });
  }
}

constexpr int16_t kEwCode63[] = {13, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 2, 5, 2, 6, 0, 7, 2, 8, 2, 9, 2, 10, 2, 11, 0, 12, 3, 16, 13, 15, 15, 36, 13, 0, 1, 0, 37, 14, 13, 2, 0, 34, 13, 3, 4, 0, 34, 15, 5, 14, 0, 32, 16, 13, 15, 0, 34, 15, 6, 7, 0, 18, 13, 14, 0, 0, 34, 14, 8, 13, 0, 32, 13, 15, 14, 0, 34, 14, 9, 16, 0, 8, 15, 13, 0, 0, 32, 17, 15, 10, 0, 34, 15, 17, 11, 0, 35, 17, 14, 15, 0, 33, 15, 12, 17, 0};
void EwLoop63(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<34, float>(x5, v1, x5);
      const Vec<float> v4 = Apply<32, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v6 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v7 = Apply<34, float>(x8, v6, x8);
      const Vec<float> v8 = Apply<32, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<34, float>(x9, v4, x9);
      const Vec<float> v10 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v11 = Apply<32, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<34, float>(v11, x11, v11);
      const Vec<float> v13 = Apply<35, float>(v9, v12, v9);
      const Vec<float> v14 = Apply<33, float>(x12, v13, x12);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v8);
      io.Write(q2 + j, v14);
    });
  }
}

constexpr int16_t kEwCode64[] = {13, 0, 0, 2, 1, 2, 2, 0, 3, 2, 4, 2, 5, 0, 6, 2, 7, 2, 8, 2, 9, 2, 10, 0, 11, 2, 12, 3, 16, 14, 13, 16, 34, 13, 0, 1, 0, 34, 14, 2, 3, 0, 34, 15, 4, 13, 0, 32, 16, 14, 15, 0, 34, 15, 5, 6, 0, 18, 14, 13, 0, 0, 34, 13, 7, 14, 0, 32, 14, 15, 13, 0, 34, 13, 8, 16, 0, 8, 15, 14, 0, 0, 32, 17, 15, 9, 0, 34, 15, 17, 10, 0, 35, 17, 13, 15, 0, 33, 15, 11, 17, 0, 34, 17, 12, 11, 0, 33, 13, 15, 17, 0};
void EwLoop64(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x8, v3, x8);
      const Vec<float> v9 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<32, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<34, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<35, float>(v8, v11, v8);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      const Vec<float> v14 = Apply<34, float>(x12, x11, x12);
      const Vec<float> v15 = Apply<33, float>(v13, v14, v13);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v15);
    });
  }
}

constexpr int16_t kEwCode65[] = {5, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 1, 5, 5, 34, 5, 1, 2, 0, 34, 6, 3, 5, 0, 32, 5, 6, 0, 0, 34, 6, 4, 5, 0, 33, 5, 1, 6, 0};
void EwLoop65(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<33, float>(x1, v3, x1);
      io.Write(q0 + j, v4);
    });
  }
}

constexpr int16_t kEwCode66[] = {2, 0, 0, 2, 1, 1, 2, 3, 8, 2, 0, 0, 0, 36, 3, 2, 1, 0, 35, 2, 1, 3, 0};
void EwLoop66(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> v0 = Apply<8, float>(x0, x0, x0);
      const Vec<float> v1 = Apply<36, float>(v0, x1, v0);
      const Vec<float> v2 = Apply<35, float>(x1, v1, x1);
      io.Write(q0 + j, v2);
    });
  }
}

constexpr int16_t kEwCode67[] = {4, 0, 0, 0, 1, 2, 2, 2, 3, 1, 4, 5, 3, 4, 1, 0, 0, 34, 5, 2, 4, 0, 32, 4, 5, 0, 0, 34, 5, 3, 4, 0, 33, 4, 1, 5, 0};
void EwLoop67(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<33, float>(x1, v3, x1);
      io.Write(q0 + j, v4);
    });
  }
}

constexpr int16_t kEwCode68[] = {7, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 2, 5, 0, 6, 2, 9, 8, 7, 34, 7, 1, 2, 0, 34, 8, 3, 7, 0, 32, 7, 8, 0, 0, 34, 8, 4, 7, 0, 34, 7, 5, 6, 0, 33, 9, 7, 8, 0, 32, 8, 1, 9, 0};
void EwLoop68(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<33, float>(v4, v3, v4);
      const Vec<float> v6 = Apply<32, float>(x1, v5, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v6);
    });
  }
}

constexpr int16_t kEwCode69[] = {6, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 0, 5, 2, 8, 7, 7, 3, 6, 1, 0, 0, 34, 7, 2, 6, 0, 32, 6, 7, 0, 0, 34, 7, 3, 6, 0, 34, 6, 4, 5, 0, 33, 8, 6, 7, 0, 32, 7, 1, 8, 0};
void EwLoop69(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v5 = Apply<33, float>(v4, v3, v4);
      const Vec<float> v6 = Apply<32, float>(x1, v5, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v6);
    });
  }
}

constexpr int16_t kEwCode70[] = {7, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 2, 5, 0, 6, 2, 9, 8, 9, 34, 7, 1, 2, 0, 34, 8, 3, 7, 0, 32, 7, 8, 0, 0, 34, 8, 4, 7, 0, 34, 7, 5, 6, 0, 33, 9, 7, 8, 0, 34, 7, 5, 9, 0, 33, 10, 7, 8, 0, 32, 8, 1, 10, 0};
void EwLoop70(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<33, float>(v4, v3, v4);
      const Vec<float> v6 = Apply<34, float>(x5, v5, x5);
      const Vec<float> v7 = Apply<33, float>(v6, v3, v6);
      const Vec<float> v8 = Apply<32, float>(x1, v7, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v8);
    });
  }
}

constexpr int16_t kEwCode71[] = {6, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 0, 5, 2, 8, 7, 9, 3, 6, 1, 0, 0, 34, 7, 2, 6, 0, 32, 6, 7, 0, 0, 34, 7, 3, 6, 0, 34, 6, 4, 5, 0, 33, 8, 6, 7, 0, 34, 6, 4, 8, 0, 33, 9, 6, 7, 0, 32, 7, 1, 9, 0};
void EwLoop71(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v5 = Apply<33, float>(v4, v3, v4);
      const Vec<float> v6 = Apply<34, float>(x4, v5, x4);
      const Vec<float> v7 = Apply<33, float>(v6, v3, v6);
      const Vec<float> v8 = Apply<32, float>(x1, v7, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v8);
    });
  }
}

constexpr int16_t kEwCode72[] = {8, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 2, 5, 0, 6, 2, 7, 2, 10, 8, 8, 34, 8, 1, 2, 0, 34, 9, 3, 8, 0, 32, 8, 9, 0, 0, 34, 9, 4, 8, 0, 34, 8, 5, 6, 0, 32, 10, 8, 9, 0, 34, 9, 7, 10, 0, 33, 8, 1, 9, 0};
void EwLoop72(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<32, float>(v4, v3, v4);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      const Vec<float> v7 = Apply<33, float>(x1, v6, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v7);
    });
  }
}

constexpr int16_t kEwCode73[] = {7, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 9, 7, 8, 3, 7, 1, 0, 0, 34, 8, 2, 7, 0, 32, 7, 8, 0, 0, 34, 8, 3, 7, 0, 34, 7, 4, 5, 0, 32, 9, 7, 8, 0, 34, 8, 6, 9, 0, 33, 7, 1, 8, 0};
void EwLoop73(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v5 = Apply<32, float>(v4, v3, v4);
      const Vec<float> v6 = Apply<34, float>(x6, v5, x6);
      const Vec<float> v7 = Apply<33, float>(x1, v6, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v7);
    });
  }
}

constexpr int16_t kEwCode74[] = {8, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 2, 5, 0, 6, 2, 7, 2, 10, 11, 10, 34, 8, 1, 2, 0, 34, 9, 3, 8, 0, 32, 8, 9, 0, 0, 34, 9, 4, 8, 0, 34, 8, 5, 6, 0, 32, 10, 8, 9, 0, 34, 8, 5, 10, 0, 32, 11, 9, 8, 0, 34, 8, 7, 11, 0, 33, 11, 1, 8, 0};
void EwLoop74(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<32, float>(v4, v3, v4);
      const Vec<float> v6 = Apply<34, float>(x5, v5, x5);
      const Vec<float> v7 = Apply<32, float>(v3, v6, v3);
      const Vec<float> v8 = Apply<34, float>(x7, v7, x7);
      const Vec<float> v9 = Apply<33, float>(x1, v8, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
    });
  }
}

constexpr int16_t kEwCode75[] = {7, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 9, 10, 10, 3, 7, 1, 0, 0, 34, 8, 2, 7, 0, 32, 7, 8, 0, 0, 34, 8, 3, 7, 0, 34, 7, 4, 5, 0, 32, 9, 7, 8, 0, 34, 7, 4, 9, 0, 32, 10, 8, 7, 0, 34, 7, 6, 10, 0, 33, 10, 1, 7, 0};
void EwLoop75(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v5 = Apply<32, float>(v4, v3, v4);
      const Vec<float> v6 = Apply<34, float>(x4, v5, x4);
      const Vec<float> v7 = Apply<32, float>(v3, v6, v3);
      const Vec<float> v8 = Apply<34, float>(x6, v7, x6);
      const Vec<float> v9 = Apply<33, float>(x1, v8, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
    });
  }
}

constexpr int16_t kEwCode76[] = {13, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 7, 0, 8, 2, 9, 2, 10, 2, 11, 2, 12, 3, 16, 14, 15, 16, 34, 13, 1, 2, 0, 34, 14, 3, 13, 0, 32, 13, 14, 0, 0, 34, 14, 4, 5, 0, 34, 15, 6, 13, 0, 32, 16, 14, 15, 0, 34, 15, 7, 8, 0, 18, 14, 13, 0, 0, 34, 13, 9, 14, 0, 32, 14, 15, 13, 0, 34, 13, 10, 16, 0, 8, 15, 14, 0, 0, 34, 17, 15, 11, 0, 32, 15, 17, 12, 0, 35, 17, 13, 15, 0, 33, 15, 1, 17, 0};
void EwLoop76(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<34, float>(x6, v2, x6);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x7, x8, x7);
      const Vec<float> v7 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v8 = Apply<34, float>(x9, v7, x9);
      const Vec<float> v9 = Apply<32, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<34, float>(x10, v5, x10);
      const Vec<float> v11 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<34, float>(v11, x11, v11);
      const Vec<float> v13 = Apply<32, float>(v12, x12, v12);
      const Vec<float> v14 = Apply<35, float>(v10, v13, v10);
      const Vec<float> v15 = Apply<33, float>(x1, v14, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v15);
    });
  }
}

constexpr int16_t kEwCode77[] = {12, 0, 0, 0, 1, 2, 2, 2, 3, 0, 4, 2, 5, 2, 6, 0, 7, 2, 8, 2, 9, 2, 10, 2, 11, 3, 15, 13, 14, 16, 3, 12, 1, 0, 0, 34, 13, 2, 12, 0, 32, 12, 13, 0, 0, 34, 13, 3, 4, 0, 34, 14, 5, 12, 0, 32, 15, 13, 14, 0, 34, 14, 6, 7, 0, 18, 13, 12, 0, 0, 34, 12, 8, 13, 0, 32, 13, 14, 12, 0, 34, 12, 9, 15, 0, 8, 14, 13, 0, 0, 34, 16, 14, 10, 0, 32, 14, 16, 11, 0, 35, 16, 12, 14, 0, 33, 14, 1, 16, 0};
void EwLoop77(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v4 = Apply<34, float>(x5, v2, x5);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v7 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v8 = Apply<34, float>(x8, v7, x8);
      const Vec<float> v9 = Apply<32, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<34, float>(x9, v5, x9);
      const Vec<float> v11 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<34, float>(v11, x10, v11);
      const Vec<float> v13 = Apply<32, float>(v12, x11, v12);
      const Vec<float> v14 = Apply<35, float>(v10, v13, v10);
      const Vec<float> v15 = Apply<33, float>(x1, v14, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v15);
    });
  }
}

constexpr int16_t kEwCode78[] = {14, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 7, 0, 8, 2, 9, 0, 10, 2, 11, 2, 12, 2, 13, 4, 17, 15, 14, 18, 17, 34, 14, 1, 2, 0, 34, 15, 3, 14, 0, 32, 14, 15, 0, 0, 34, 15, 4, 5, 0, 34, 16, 6, 14, 0, 32, 17, 15, 16, 0, 34, 16, 7, 8, 0, 18, 15, 14, 0, 0, 34, 14, 9, 15, 0, 32, 15, 16, 14, 0, 36, 14, 10, 15, 0, 34, 16, 11, 17, 0, 8, 18, 14, 0, 0, 34, 19, 18, 12, 0, 32, 18, 19, 13, 0, 35, 19, 16, 18, 0, 33, 18, 1, 19, 0};
void EwLoop78(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p8 = range.in[8] + row * range.in_step[8];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<34, float>(x6, v2, x6);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x7, x8, x7);
      const Vec<float> v7 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v8 = Apply<34, float>(x9, v7, x9);
      const Vec<float> v9 = Apply<32, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<36, float>(x10, v9, x10);
      const Vec<float> v11 = Apply<34, float>(x11, v5, x11);
      const Vec<float> v12 = Apply<8, float>(v10, v10, v10);
      const Vec<float> v13 = Apply<34, float>(v12, x12, v12);
      const Vec<float> v14 = Apply<32, float>(v13, x13, v13);
      const Vec<float> v15 = Apply<35, float>(v11, v14, v11);
      const Vec<float> v16 = Apply<33, float>(x1, v15, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v10);
      io.Write(q3 + j, v16);
    });
  }
}

constexpr int16_t kEwCode79[] = {13, 0, 0, 0, 1, 2, 2, 2, 3, 0, 4, 2, 5, 2, 6, 0, 7, 2, 8, 0, 9, 2, 10, 2, 11, 2, 12, 4, 16, 14, 13, 17, 17, 3, 13, 1, 0, 0, 34, 14, 2, 13, 0, 32, 13, 14, 0, 0, 34, 14, 3, 4, 0, 34, 15, 5, 13, 0, 32, 16, 14, 15, 0, 34, 15, 6, 7, 0, 18, 14, 13, 0, 0, 34, 13, 8, 14, 0, 32, 14, 15, 13, 0, 36, 13, 9, 14, 0, 34, 15, 10, 16, 0, 8, 17, 13, 0, 0, 34, 18, 17, 11, 0, 32, 17, 18, 12, 0, 35, 18, 15, 17, 0, 33, 17, 1, 18, 0};
void EwLoop79(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v4 = Apply<34, float>(x5, v2, x5);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v7 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v8 = Apply<34, float>(x8, v7, x8);
      const Vec<float> v9 = Apply<32, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<36, float>(x9, v9, x9);
      const Vec<float> v11 = Apply<34, float>(x10, v5, x10);
      const Vec<float> v12 = Apply<8, float>(v10, v10, v10);
      const Vec<float> v13 = Apply<34, float>(v12, x11, v12);
      const Vec<float> v14 = Apply<32, float>(v13, x12, v13);
      const Vec<float> v15 = Apply<35, float>(v11, v14, v11);
      const Vec<float> v16 = Apply<33, float>(x1, v15, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v10);
      io.Write(q3 + j, v16);
    });
  }
}

constexpr int16_t kEwCode80[] = {13, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 7, 0, 8, 2, 9, 2, 10, 2, 11, 2, 12, 3, 16, 14, 15, 16, 34, 13, 1, 2, 0, 34, 14, 3, 13, 0, 32, 13, 14, 0, 0, 34, 14, 4, 5, 0, 34, 15, 6, 13, 0, 32, 16, 14, 15, 0, 34, 15, 7, 8, 0, 18, 14, 13, 0, 0, 34, 13, 9, 14, 0, 32, 14, 15, 13, 0, 34, 13, 10, 16, 0, 34, 15, 14, 11, 0, 32, 17, 15, 12, 0, 8, 15, 17, 0, 0, 35, 17, 13, 15, 0, 33, 15, 1, 17, 0};
void EwLoop80(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<34, float>(x6, v2, x6);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x7, x8, x7);
      const Vec<float> v7 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v8 = Apply<34, float>(x9, v7, x9);
      const Vec<float> v9 = Apply<32, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<34, float>(x10, v5, x10);
      const Vec<float> v11 = Apply<34, float>(v9, x11, v9);
      const Vec<float> v12 = Apply<32, float>(v11, x12, v11);
      const Vec<float> v13 = Apply<8, float>(v12, v12, v12);
      const Vec<float> v14 = Apply<35, float>(v10, v13, v10);
      const Vec<float> v15 = Apply<33, float>(x1, v14, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v15);
    });
  }
}

constexpr int16_t kEwCode81[] = {12, 0, 0, 0, 1, 2, 2, 2, 3, 0, 4, 2, 5, 2, 6, 0, 7, 2, 8, 2, 9, 2, 10, 2, 11, 3, 15, 13, 14, 16, 3, 12, 1, 0, 0, 34, 13, 2, 12, 0, 32, 12, 13, 0, 0, 34, 13, 3, 4, 0, 34, 14, 5, 12, 0, 32, 15, 13, 14, 0, 34, 14, 6, 7, 0, 18, 13, 12, 0, 0, 34, 12, 8, 13, 0, 32, 13, 14, 12, 0, 34, 12, 9, 15, 0, 34, 14, 13, 10, 0, 32, 16, 14, 11, 0, 8, 14, 16, 0, 0, 35, 16, 12, 14, 0, 33, 14, 1, 16, 0};
void EwLoop81(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v4 = Apply<34, float>(x5, v2, x5);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v7 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v8 = Apply<34, float>(x8, v7, x8);
      const Vec<float> v9 = Apply<32, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<34, float>(x9, v5, x9);
      const Vec<float> v11 = Apply<34, float>(v9, x10, v9);
      const Vec<float> v12 = Apply<32, float>(v11, x11, v11);
      const Vec<float> v13 = Apply<8, float>(v12, v12, v12);
      const Vec<float> v14 = Apply<35, float>(v10, v13, v10);
      const Vec<float> v15 = Apply<33, float>(x1, v14, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v15);
    });
  }
}

constexpr int16_t kEwCode82[] = {13, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 0, 5, 2, 6, 2, 7, 0, 8, 2, 9, 2, 10, 2, 11, 2, 12, 3, 16, 14, 15, 16, 34, 13, 1, 2, 0, 34, 14, 3, 13, 0, 32, 13, 14, 0, 0, 34, 14, 4, 5, 0, 34, 15, 6, 13, 0, 32, 16, 14, 15, 0, 34, 15, 7, 8, 0, 18, 14, 13, 0, 0, 34, 13, 9, 14, 0, 32, 14, 15, 13, 0, 34, 13, 10, 16, 0, 8, 15, 14, 0, 0, 32, 17, 15, 11, 0, 34, 15, 17, 12, 0, 35, 17, 13, 15, 0, 33, 15, 1, 17, 0};
void EwLoop82(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<34, float>(x6, v2, x6);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x7, x8, x7);
      const Vec<float> v7 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v8 = Apply<34, float>(x9, v7, x9);
      const Vec<float> v9 = Apply<32, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<34, float>(x10, v5, x10);
      const Vec<float> v11 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<32, float>(v11, x11, v11);
      const Vec<float> v13 = Apply<34, float>(v12, x12, v12);
      const Vec<float> v14 = Apply<35, float>(v10, v13, v10);
      const Vec<float> v15 = Apply<33, float>(x1, v14, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v15);
    });
  }
}

constexpr int16_t kEwCode83[] = {12, 0, 0, 0, 1, 2, 2, 2, 3, 0, 4, 2, 5, 2, 6, 0, 7, 2, 8, 2, 9, 2, 10, 2, 11, 3, 15, 13, 14, 16, 3, 12, 1, 0, 0, 34, 13, 2, 12, 0, 32, 12, 13, 0, 0, 34, 13, 3, 4, 0, 34, 14, 5, 12, 0, 32, 15, 13, 14, 0, 34, 14, 6, 7, 0, 18, 13, 12, 0, 0, 34, 12, 8, 13, 0, 32, 13, 14, 12, 0, 34, 12, 9, 15, 0, 8, 14, 13, 0, 0, 32, 16, 14, 10, 0, 34, 14, 16, 11, 0, 35, 16, 12, 14, 0, 33, 14, 1, 16, 0};
void EwLoop83(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v4 = Apply<34, float>(x5, v2, x5);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v7 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v8 = Apply<34, float>(x8, v7, x8);
      const Vec<float> v9 = Apply<32, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<34, float>(x9, v5, x9);
      const Vec<float> v11 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<32, float>(v11, x10, v11);
      const Vec<float> v13 = Apply<34, float>(v12, x11, v12);
      const Vec<float> v14 = Apply<35, float>(v10, v13, v10);
      const Vec<float> v15 = Apply<33, float>(x1, v14, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v15);
    });
  }
}

constexpr int16_t kEwCode84[] = {4, 0, 0, 0, 1, 0, 2, 2, 3, 1, 6, 3, 34, 4, 0, 1, 0, 43, 5, 2, 3, 0, 34, 6, 4, 5, 0};
void EwLoop84(const EwRange& range) {
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(v0, v1, v0);
      io.Write(q0 + j, v2);
    });
  }
}

constexpr int16_t kEwCode85[] = {2, 0, 0, 0, 1, 1, 3, 2, 32, 2, 0, 1, 0, 11, 3, 2, 0, 0};
void EwLoop85(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<11, float>(v0, v0, v0);
      io.Write(q0 + j, v1);
    });
  }
}

constexpr int16_t kEwCode86[] = {3, 0, 0, 0, 1, 2, 2, 1, 3, 3, 18, 3, 1, 0, 0, 33, 4, 2, 3, 0, 34, 3, 0, 4, 0};
void EwLoop86(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<18, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<33, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x0, v1, x0);
      io.Write(q0 + j, v2);
    });
  }
}

constexpr int16_t kEwCode87[] = {4, 0, 0, 0, 1, 0, 2, 2, 3, 1, 5, 4, 34, 4, 0, 1, 0, 18, 5, 2, 0, 0, 33, 6, 3, 5, 0, 34, 5, 4, 6, 0};
void EwLoop87(const EwRange& range) {
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<33, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<34, float>(v0, v2, v0);
      io.Write(q0 + j, v3);
    });
  }
}

constexpr int16_t kEwCode88[] = {2, 0, 0, 0, 1, 1, 3, 2, 32, 2, 0, 1, 0, 13, 3, 2, 0, 0};
void EwLoop88(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<13, float>(v0, v0, v0);
      io.Write(q0 + j, v1);
    });
  }
}

constexpr int16_t kEwCode89[] = {3, 0, 0, 2, 1, 0, 2, 1, 3, 3, 33, 3, 1, 2, 0, 34, 4, 2, 3, 0, 34, 3, 0, 4, 0};
void EwLoop89(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<33, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x0, v1, x0);
      io.Write(q0 + j, v2);
    });
  }
}

constexpr int16_t kEwCode90[] = {4, 0, 0, 0, 1, 2, 2, 0, 3, 1, 5, 4, 34, 4, 0, 1, 0, 33, 5, 2, 3, 0, 34, 6, 3, 5, 0, 34, 5, 4, 6, 0};
void EwLoop90(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<33, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<34, float>(v0, v2, v0);
      io.Write(q0 + j, v3);
    });
  }
}

constexpr int16_t kEwCode91[] = {5, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 4, 6, 7, 8, 5, 6, 32, 5, 0, 1, 0, 34, 6, 5, 2, 0, 34, 7, 5, 3, 0, 12, 5, 7, 0, 0, 32, 8, 5, 4, 0, 34, 5, 6, 8, 0};
void EwLoop91(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<12, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<32, float>(v3, x4, v3);
      const Vec<float> v5 = Apply<34, float>(v1, v4, v1);
      io.Write(q0 + j, v1);
      io.Write(q1 + j, v2);
      io.Write(q2 + j, v4);
      io.Write(q3 + j, v5);
    });
  }
}

constexpr int16_t kEwCode92[] = {7, 0, 0, 0, 1, 0, 2, 0, 3, 2, 4, 2, 5, 2, 6, 1, 7, 10, 34, 7, 0, 1, 0, 34, 8, 0, 2, 0, 18, 9, 3, 0, 0, 1, 10, 9, 0, 0, 4, 9, 10, 0, 0, 34, 10, 9, 4, 0, 34, 9, 8, 10, 0, 34, 10, 9, 5, 0, 34, 9, 7, 6, 0, 32, 7, 10, 9, 0};
void EwLoop92(const EwRange& range) {
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x0, x2, x0);
      const Vec<float> v2 = Apply<18, float>(x3, x3, x3);
      const Vec<float> v3 = Apply<1, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<4, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<34, float>(v4, x4, v4);
      const Vec<float> v6 = Apply<34, float>(v1, v5, v1);
      const Vec<float> v7 = Apply<34, float>(v6, x5, v6);
      const Vec<float> v8 = Apply<34, float>(v0, x6, v0);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      io.Write(q0 + j, v9);
    });
  }
}

constexpr int16_t kEwCode93[] = {8, 0, 0, 0, 1, 0, 2, 0, 3, 0, 4, 2, 5, 2, 6, 2, 7, 1, 9, 11, 34, 8, 0, 1, 0, 34, 9, 8, 2, 0, 34, 10, 8, 3, 0, 18, 8, 4, 0, 0, 1, 11, 8, 0, 0, 4, 8, 11, 0, 0, 34, 11, 8, 5, 0, 34, 8, 10, 11, 0, 34, 11, 8, 6, 0, 34, 8, 9, 7, 0, 32, 9, 11, 8, 0};
void EwLoop93(const EwRange& range) {
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<18, float>(x4, x4, x4);
      const Vec<float> v4 = Apply<1, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<4, float>(v4, v4, v4);
      const Vec<float> v6 = Apply<34, float>(v5, x5, v5);
      const Vec<float> v7 = Apply<34, float>(v2, v6, v2);
      const Vec<float> v8 = Apply<34, float>(v7, x6, v7);
      const Vec<float> v9 = Apply<34, float>(v1, x7, v1);
      const Vec<float> v10 = Apply<32, float>(v8, v9, v8);
      io.Write(q0 + j, v10);
    });
  }
}

constexpr int16_t kEwCode94[] = {5, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 1, 5, 6, 32, 5, 0, 1, 0, 34, 6, 5, 2, 0, 34, 7, 5, 3, 0, 12, 5, 7, 0, 0, 32, 7, 5, 4, 0, 34, 5, 6, 7, 0};
void EwLoop94(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<12, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<32, float>(v3, x4, v3);
      const Vec<float> v5 = Apply<34, float>(v1, v4, v1);
      io.Write(q0 + j, v5);
    });
  }
}

constexpr int16_t kEwCode95[] = {2, 0, 0, 0, 1, 3, 2, 3, 4, 3, 32, 2, 0, 1, 0, 13, 3, 2, 0, 0, 34, 4, 2, 3, 0};
void EwLoop95(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<13, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<34, float>(v0, v1, v0);
      io.Write(q0 + j, v0);
      io.Write(q1 + j, v1);
      io.Write(q2 + j, v2);
    });
  }
}

constexpr int16_t kEwCode96[] = {4, 0, 0, 0, 1, 0, 2, 2, 3, 1, 7, 6, 34, 4, 0, 1, 0, 34, 5, 0, 2, 0, 33, 6, 3, 1, 0, 34, 7, 1, 6, 0, 34, 6, 5, 7, 0, 32, 7, 4, 6, 0};
void EwLoop96(const EwRange& range) {
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x0, x2, x0);
      const Vec<float> v2 = Apply<33, float>(x3, x1, x3);
      const Vec<float> v3 = Apply<34, float>(x1, v2, x1);
      const Vec<float> v4 = Apply<34, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<32, float>(v0, v4, v0);
      io.Write(q0 + j, v5);
    });
  }
}

constexpr int16_t kEwCode97[] = {5, 0, 0, 0, 1, 0, 2, 0, 3, 2, 4, 1, 8, 7, 34, 5, 0, 1, 0, 34, 6, 5, 2, 0, 34, 7, 5, 3, 0, 33, 5, 4, 2, 0, 34, 8, 2, 5, 0, 34, 5, 7, 8, 0, 32, 8, 6, 5, 0};
void EwLoop97(const EwRange& range) {
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<33, float>(x4, x2, x4);
      const Vec<float> v4 = Apply<34, float>(x2, v3, x2);
      const Vec<float> v5 = Apply<34, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<32, float>(v1, v5, v1);
      io.Write(q0 + j, v6);
    });
  }
}

constexpr int16_t kEwCode98[] = {2, 0, 0, 0, 1, 1, 4, 3, 32, 2, 0, 1, 0, 13, 3, 2, 0, 0, 34, 4, 2, 3, 0};
void EwLoop98(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<13, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<34, float>(v0, v1, v0);
      io.Write(q0 + j, v2);
    });
  }
}

constexpr int16_t kEwCode99[] = {4, 0, 0, 0, 1, 2, 2, 2, 3, 4, 4, 5, 7, 6, 5, 32, 4, 0, 1, 0, 43, 5, 4, 2, 0, 37, 6, 4, 3, 0, 5, 7, 6, 0, 0, 64, 6, 5, 4, 7};
void EwLoop99(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<37, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<5, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<64, float>(v1, v0, v3);
      io.Write(q0 + j, v0);
      io.Write(q1 + j, v1);
      io.Write(q2 + j, v3);
      io.Write(q3 + j, v4);
    });
  }
}

constexpr int16_t kEwCode100[] = {8, 0, 0, 0, 1, 2, 2, 2, 3, 0, 4, 2, 5, 0, 6, 2, 7, 1, 10, 7, 64, 8, 1, 0, 2, 64, 9, 1, 3, 0, 32, 10, 4, 5, 0, 34, 11, 9, 10, 0, 41, 10, 6, 7, 0, 34, 9, 11, 10, 0, 32, 10, 8, 9, 0};
void EwLoop100(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<64, float>(x1, x0, x2);
      const Vec<float> v1 = Apply<64, float>(x1, x3, x0);
      const Vec<float> v2 = Apply<32, float>(x4, x5, x4);
      const Vec<float> v3 = Apply<34, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<41, float>(x6, x7, x6);
      const Vec<float> v5 = Apply<34, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<32, float>(v0, v5, v0);
      io.Write(q0 + j, v6);
    });
  }
}

constexpr int16_t kEwCode101[] = {9, 0, 0, 0, 1, 0, 2, 2, 3, 2, 4, 0, 5, 2, 6, 0, 7, 2, 8, 1, 9, 8, 34, 9, 0, 1, 0, 64, 10, 2, 9, 3, 64, 11, 2, 4, 9, 32, 9, 5, 6, 0, 34, 12, 11, 9, 0, 41, 9, 7, 8, 0, 34, 11, 12, 9, 0, 32, 9, 10, 11, 0};
void EwLoop101(const EwRange& range) {
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<64, float>(x2, v0, x3);
      const Vec<float> v2 = Apply<64, float>(x2, x4, v0);
      const Vec<float> v3 = Apply<32, float>(x5, x6, x5);
      const Vec<float> v4 = Apply<34, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<41, float>(x7, x8, x7);
      const Vec<float> v6 = Apply<34, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<32, float>(v1, v6, v1);
      io.Write(q0 + j, v7);
    });
  }
}

constexpr int16_t kEwCode102[] = {4, 0, 0, 0, 1, 2, 2, 2, 3, 1, 6, 5, 32, 4, 0, 1, 0, 43, 5, 4, 2, 0, 37, 6, 4, 3, 0, 5, 7, 6, 0, 0, 64, 6, 5, 4, 7};
void EwLoop102(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<37, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<5, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<64, float>(v1, v0, v3);
      io.Write(q0 + j, v4);
    });
  }
}

constexpr int16_t kEwCode103[] = {4, 0, 0, 0, 1, 2, 2, 2, 3, 2, 5, 7, 4, 32, 4, 0, 1, 0, 43, 5, 4, 2, 0, 34, 6, 4, 3, 0, 64, 7, 5, 4, 6};
void EwLoop103(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<64, float>(v1, v0, v2);
      io.Write(q0 + j, v1);
      io.Write(q1 + j, v3);
    });
  }
}

constexpr int16_t kEwCode104[] = {5, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 1, 6, 4, 64, 5, 1, 0, 2, 64, 6, 1, 3, 0, 34, 7, 6, 4, 0, 32, 6, 5, 7, 0};
void EwLoop104(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<64, float>(x1, x0, x2);
      const Vec<float> v1 = Apply<64, float>(x1, x3, x0);
      const Vec<float> v2 = Apply<34, float>(v1, x4, v1);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      io.Write(q0 + j, v3);
    });
  }
}

constexpr int16_t kEwCode105[] = {6, 0, 0, 0, 1, 0, 2, 2, 3, 2, 4, 2, 5, 1, 8, 5, 34, 6, 0, 1, 0, 64, 7, 2, 6, 3, 64, 8, 2, 4, 6, 34, 6, 8, 5, 0, 32, 8, 7, 6, 0};
void EwLoop105(const EwRange& range) {
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<64, float>(x2, v0, x3);
      const Vec<float> v2 = Apply<64, float>(x2, x4, v0);
      const Vec<float> v3 = Apply<34, float>(v2, x5, v2);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      io.Write(q0 + j, v4);
    });
  }
}

constexpr int16_t kEwCode106[] = {4, 0, 0, 0, 1, 2, 2, 2, 3, 1, 7, 4, 32, 4, 0, 1, 0, 43, 5, 4, 2, 0, 34, 6, 4, 3, 0, 64, 7, 5, 4, 6};
void EwLoop106(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<64, float>(v1, v0, v2);
      io.Write(q0 + j, v3);
    });
  }
}

constexpr int16_t kEwCode107[] = {6, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 2, 5, 4, 6, 7, 9, 8, 7, 32, 6, 0, 1, 0, 43, 7, 6, 2, 0, 37, 8, 6, 3, 0, 5, 9, 8, 0, 0, 34, 8, 9, 4, 0, 64, 10, 7, 6, 8, 34, 8, 10, 5, 0};
void EwLoop107(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<37, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<5, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<34, float>(v3, x4, v3);
      const Vec<float> v5 = Apply<64, float>(v1, v0, v4);
      const Vec<float> v6 = Apply<34, float>(v5, x5, v5);
      io.Write(q0 + j, v0);
      io.Write(q1 + j, v1);
      io.Write(q2 + j, v3);
      io.Write(q3 + j, v6);
    });
  }
}

constexpr int16_t kEwCode108[] = {10, 0, 0, 2, 1, 0, 2, 2, 3, 2, 4, 2, 5, 0, 6, 2, 7, 0, 8, 2, 9, 1, 12, 9, 34, 10, 0, 1, 0, 64, 11, 2, 10, 3, 64, 12, 2, 4, 10, 34, 10, 12, 5, 0, 32, 12, 6, 7, 0, 34, 13, 10, 12, 0, 41, 12, 8, 9, 0, 34, 10, 13, 12, 0, 32, 12, 11, 10, 0};
void EwLoop108(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<64, float>(x2, v0, x3);
      const Vec<float> v2 = Apply<64, float>(x2, x4, v0);
      const Vec<float> v3 = Apply<34, float>(v2, x5, v2);
      const Vec<float> v4 = Apply<32, float>(x6, x7, x6);
      const Vec<float> v5 = Apply<34, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<41, float>(x8, x9, x8);
      const Vec<float> v7 = Apply<34, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<32, float>(v1, v7, v1);
      io.Write(q0 + j, v8);
    });
  }
}

constexpr int16_t kEwCode109[] = {11, 0, 0, 0, 1, 2, 2, 0, 3, 2, 4, 2, 5, 2, 6, 0, 7, 2, 8, 0, 9, 2, 10, 1, 13, 10, 34, 11, 0, 1, 0, 34, 12, 11, 2, 0, 64, 11, 3, 12, 4, 64, 13, 3, 5, 12, 34, 12, 13, 6, 0, 32, 13, 7, 8, 0, 34, 14, 12, 13, 0, 41, 13, 9, 10, 0, 34, 12, 14, 13, 0, 32, 13, 11, 12, 0};
void EwLoop109(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<64, float>(x3, v1, x4);
      const Vec<float> v3 = Apply<64, float>(x3, x5, v1);
      const Vec<float> v4 = Apply<34, float>(v3, x6, v3);
      const Vec<float> v5 = Apply<32, float>(x7, x8, x7);
      const Vec<float> v6 = Apply<34, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<41, float>(x9, x10, x9);
      const Vec<float> v8 = Apply<34, float>(v6, v7, v6);
      const Vec<float> v9 = Apply<32, float>(v2, v8, v2);
      io.Write(q0 + j, v9);
    });
  }
}

constexpr int16_t kEwCode110[] = {6, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 2, 5, 1, 8, 7, 32, 6, 0, 1, 0, 43, 7, 6, 2, 0, 37, 8, 6, 3, 0, 5, 9, 8, 0, 0, 34, 8, 9, 4, 0, 64, 9, 7, 6, 8, 34, 8, 9, 5, 0};
void EwLoop110(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<37, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<5, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<34, float>(v3, x4, v3);
      const Vec<float> v5 = Apply<64, float>(v1, v0, v4);
      const Vec<float> v6 = Apply<34, float>(v5, x5, v5);
      io.Write(q0 + j, v6);
    });
  }
}

constexpr int16_t kEwCode111[] = {2, 0, 0, 0, 1, 2, 2, 3, 2, 32, 2, 0, 1, 0, 14, 3, 2, 0, 0};
void EwLoop111(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<14, float>(v0, v0, v0);
      io.Write(q0 + j, v0);
      io.Write(q1 + j, v1);
    });
  }
}

constexpr int16_t kEwCode112[] = {2, 0, 0, 0, 1, 1, 3, 2, 13, 2, 1, 0, 0, 34, 3, 0, 2, 0};
void EwLoop112(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<13, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x0, v0, x0);
      io.Write(q0 + j, v1);
    });
  }
}

constexpr int16_t kEwCode113[] = {3, 0, 0, 0, 1, 0, 2, 1, 5, 3, 34, 3, 0, 1, 0, 13, 4, 2, 0, 0, 34, 5, 3, 4, 0};
void EwLoop113(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<13, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(v0, v1, v0);
      io.Write(q0 + j, v2);
    });
  }
}

constexpr int16_t kEwCode114[] = {2, 0, 0, 0, 1, 1, 3, 2, 32, 2, 0, 1, 0, 14, 3, 2, 0, 0};
void EwLoop114(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<14, float>(v0, v0, v0);
      io.Write(q0 + j, v1);
    });
  }
}

constexpr int16_t kEwCode115[] = {2, 0, 0, 0, 1, 3, 2, 4, 3, 4, 32, 2, 0, 1, 0, 14, 3, 2, 0, 0, 11, 4, 3, 0, 0, 34, 3, 2, 4, 0};
void EwLoop115(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<14, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<11, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<34, float>(v0, v2, v0);
      io.Write(q0 + j, v0);
      io.Write(q1 + j, v2);
      io.Write(q2 + j, v3);
    });
  }
}

constexpr int16_t kEwCode116[] = {4, 0, 0, 0, 1, 0, 2, 2, 3, 1, 7, 8, 34, 4, 0, 1, 0, 34, 5, 0, 2, 0, 18, 6, 1, 0, 0, 33, 7, 3, 6, 0, 34, 6, 5, 7, 0, 13, 7, 2, 0, 0, 34, 5, 6, 7, 0, 32, 7, 4, 5, 0};
void EwLoop116(const EwRange& range) {
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x0, x2, x0);
      const Vec<float> v2 = Apply<18, float>(x1, x1, x1);
      const Vec<float> v3 = Apply<33, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<34, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<13, float>(x2, x2, x2);
      const Vec<float> v6 = Apply<34, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<32, float>(v0, v6, v0);
      io.Write(q0 + j, v7);
    });
  }
}

constexpr int16_t kEwCode117[] = {5, 0, 0, 0, 1, 0, 2, 0, 3, 2, 4, 1, 8, 9, 34, 5, 0, 1, 0, 34, 6, 5, 2, 0, 34, 7, 5, 3, 0, 18, 5, 2, 0, 0, 33, 8, 4, 5, 0, 34, 5, 7, 8, 0, 13, 8, 3, 0, 0, 34, 7, 5, 8, 0, 32, 8, 6, 7, 0};
void EwLoop117(const EwRange& range) {
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v4 = Apply<33, float>(x4, v3, x4);
      const Vec<float> v5 = Apply<34, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<13, float>(x3, x3, x3);
      const Vec<float> v7 = Apply<34, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<32, float>(v1, v7, v1);
      io.Write(q0 + j, v8);
    });
  }
}

constexpr int16_t kEwCode118[] = {2, 0, 0, 0, 1, 1, 3, 4, 32, 2, 0, 1, 0, 14, 3, 2, 0, 0, 11, 4, 3, 0, 0, 34, 3, 2, 4, 0};
void EwLoop118(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<14, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<11, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<34, float>(v0, v2, v0);
      io.Write(q0 + j, v3);
    });
  }
}

constexpr int16_t kEwCode119[] = {6, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 2, 5, 3, 6, 7, 8, 5, 32, 6, 0, 1, 0, 35, 7, 6, 2, 0, 32, 6, 7, 3, 0, 36, 7, 6, 4, 0, 37, 8, 7, 5, 0};
void EwLoop119(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<35, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<32, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<36, float>(v2, x4, v2);
      const Vec<float> v4 = Apply<37, float>(v3, x5, v3);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v3);
      io.Write(q2 + j, v4);
    });
  }
}

constexpr int16_t kEwCode120[] = {6, 0, 0, 0, 1, 2, 2, 0, 3, 2, 4, 2, 5, 1, 6, 5, 41, 6, 1, 2, 0, 34, 7, 0, 6, 0, 43, 6, 3, 4, 0, 34, 8, 7, 6, 0, 35, 6, 8, 5, 0};
void EwLoop120(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<41, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x0, v0, x0);
      const Vec<float> v2 = Apply<43, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<34, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<35, float>(v3, x5, v3);
      io.Write(q0 + j, v4);
    });
  }
}

constexpr int16_t kEwCode121[] = {7, 0, 0, 0, 1, 0, 2, 2, 3, 0, 4, 2, 5, 2, 6, 1, 8, 6, 34, 7, 0, 1, 0, 41, 8, 2, 3, 0, 34, 9, 7, 8, 0, 43, 8, 4, 5, 0, 34, 7, 9, 8, 0, 35, 8, 7, 6, 0};
void EwLoop121(const EwRange& range) {
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<41, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<43, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<34, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<35, float>(v4, x6, v4);
      io.Write(q0 + j, v5);
    });
  }
}

constexpr int16_t kEwCode122[] = {6, 0, 0, 0, 1, 2, 2, 2, 3, 2, 4, 2, 5, 1, 6, 5, 32, 6, 0, 1, 0, 35, 7, 6, 2, 0, 32, 6, 7, 3, 0, 36, 7, 6, 4, 0, 37, 6, 7, 5, 0};
void EwLoop122(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<35, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<32, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<36, float>(v2, x4, v2);
      const Vec<float> v4 = Apply<37, float>(v3, x5, v3);
      io.Write(q0 + j, v4);
    });
  }
}

constexpr int16_t kEwCode123[] = {3, 0, 0, 0, 1, 2, 2, 3, 3, 5, 4, 4, 32, 3, 0, 1, 0, 2, 4, 3, 0, 0, 32, 5, 4, 2, 0, 35, 4, 3, 5, 0};
void EwLoop123(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<2, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<32, float>(v1, x2, v1);
      const Vec<float> v3 = Apply<35, float>(v0, v2, v0);
      io.Write(q0 + j, v0);
      io.Write(q1 + j, v2);
      io.Write(q2 + j, v3);
    });
  }
}

constexpr int16_t kEwCode124[] = {4, 0, 0, 0, 1, 0, 2, 0, 3, 1, 6, 7, 35, 4, 0, 1, 0, 34, 5, 0, 2, 0, 35, 6, 5, 1, 0, 1, 5, 6, 0, 0, 3, 6, 3, 0, 0, 34, 7, 5, 6, 0, 32, 6, 4, 7, 0};
void EwLoop124(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<35, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x0, x2, x0);
      const Vec<float> v2 = Apply<35, float>(v1, x1, v1);
      const Vec<float> v3 = Apply<1, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<3, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<32, float>(v0, v5, v0);
      io.Write(q0 + j, v6);
    });
  }
}

constexpr int16_t kEwCode125[] = {5, 0, 0, 0, 1, 0, 2, 0, 3, 0, 4, 1, 5, 8, 34, 5, 0, 1, 0, 35, 6, 5, 2, 0, 34, 7, 5, 3, 0, 35, 5, 7, 2, 0, 1, 7, 5, 0, 0, 3, 5, 4, 0, 0, 34, 8, 7, 5, 0, 32, 5, 6, 8, 0};
void EwLoop125(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<35, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<35, float>(v2, x2, v2);
      const Vec<float> v4 = Apply<1, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<3, float>(x4, x4, x4);
      const Vec<float> v6 = Apply<34, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<32, float>(v1, v6, v1);
      io.Write(q0 + j, v7);
    });
  }
}

constexpr int16_t kEwCode126[] = {3, 0, 0, 0, 1, 2, 2, 1, 4, 4, 32, 3, 0, 1, 0, 2, 4, 3, 0, 0, 32, 5, 4, 2, 0, 35, 4, 3, 5, 0};
void EwLoop126(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<2, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<32, float>(v1, x2, v1);
      const Vec<float> v3 = Apply<35, float>(v0, v2, v0);
      io.Write(q0 + j, v3);
    });
  }
}

#define RL_ENTRY(i) {&EwLoop##i, kEwCode##i, static_cast<int32_t>(sizeof(kEwCode##i) / sizeof(int16_t))}
constexpr EwLoopEntry kEwLoops[] = {
    RL_ENTRY(0),
    RL_ENTRY(1),
    RL_ENTRY(2),
    RL_ENTRY(3),
    RL_ENTRY(4),
    RL_ENTRY(5),
    RL_ENTRY(6),
    RL_ENTRY(7),
    RL_ENTRY(8),
    RL_ENTRY(9),
    RL_ENTRY(10),
    RL_ENTRY(11),
    RL_ENTRY(12),
    RL_ENTRY(13),
    RL_ENTRY(14),
    RL_ENTRY(15),
    RL_ENTRY(16),
    RL_ENTRY(17),
    RL_ENTRY(18),
    RL_ENTRY(19),
    RL_ENTRY(20),
    RL_ENTRY(21),
    RL_ENTRY(22),
    RL_ENTRY(23),
    RL_ENTRY(24),
    RL_ENTRY(25),
    RL_ENTRY(26),
    RL_ENTRY(27),
    RL_ENTRY(28),
    RL_ENTRY(29),
    RL_ENTRY(30),
    RL_ENTRY(31),
    RL_ENTRY(32),
    RL_ENTRY(33),
    RL_ENTRY(34),
    RL_ENTRY(35),
    RL_ENTRY(36),
    RL_ENTRY(37),
    RL_ENTRY(38),
    RL_ENTRY(39),
    RL_ENTRY(40),
    RL_ENTRY(41),
    RL_ENTRY(42),
    RL_ENTRY(43),
    RL_ENTRY(44),
    RL_ENTRY(45),
    RL_ENTRY(46),
    RL_ENTRY(47),
    RL_ENTRY(48),
    RL_ENTRY(49),
    RL_ENTRY(50),
    RL_ENTRY(51),
    RL_ENTRY(52),
    RL_ENTRY(53),
    RL_ENTRY(54),
    RL_ENTRY(55),
    RL_ENTRY(56),
    RL_ENTRY(57),
    RL_ENTRY(58),
    RL_ENTRY(59),
    RL_ENTRY(60),
    RL_ENTRY(61),
    RL_ENTRY(62),
    RL_ENTRY(63),
    RL_ENTRY(64),
    RL_ENTRY(65),
    RL_ENTRY(66),
    RL_ENTRY(67),
    RL_ENTRY(68),
    RL_ENTRY(69),
    RL_ENTRY(70),
    RL_ENTRY(71),
    RL_ENTRY(72),
    RL_ENTRY(73),
    RL_ENTRY(74),
    RL_ENTRY(75),
    RL_ENTRY(76),
    RL_ENTRY(77),
    RL_ENTRY(78),
    RL_ENTRY(79),
    RL_ENTRY(80),
    RL_ENTRY(81),
    RL_ENTRY(82),
    RL_ENTRY(83),
    RL_ENTRY(84),
    RL_ENTRY(85),
    RL_ENTRY(86),
    RL_ENTRY(87),
    RL_ENTRY(88),
    RL_ENTRY(89),
    RL_ENTRY(90),
    RL_ENTRY(91),
    RL_ENTRY(92),
    RL_ENTRY(93),
    RL_ENTRY(94),
    RL_ENTRY(95),
    RL_ENTRY(96),
    RL_ENTRY(97),
    RL_ENTRY(98),
    RL_ENTRY(99),
    RL_ENTRY(100),
    RL_ENTRY(101),
    RL_ENTRY(102),
    RL_ENTRY(103),
    RL_ENTRY(104),
    RL_ENTRY(105),
    RL_ENTRY(106),
    RL_ENTRY(107),
    RL_ENTRY(108),
    RL_ENTRY(109),
    RL_ENTRY(110),
    RL_ENTRY(111),
    RL_ENTRY(112),
    RL_ENTRY(113),
    RL_ENTRY(114),
    RL_ENTRY(115),
    RL_ENTRY(116),
    RL_ENTRY(117),
    RL_ENTRY(118),
    RL_ENTRY(119),
    RL_ENTRY(120),
    RL_ENTRY(121),
    RL_ENTRY(122),
    RL_ENTRY(123),
    RL_ENTRY(124),
    RL_ENTRY(125),
    RL_ENTRY(126),
};
#undef RL_ENTRY
constexpr int32_t kEwLoopCount = 127;

}  // namespace
}  // namespace NS
}  // namespace ridgeline
