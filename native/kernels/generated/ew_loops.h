// Written by scripts/generate-loops.mjs; do not edit. A loop for each program of ew_codes.h.
#pragma once
// clang-format off
namespace ridgeline {
namespace NS {
namespace {

void EwLoop0(const EwRange& range) {
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

void EwLoop1(const EwRange& range) {
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

void EwLoop2(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v1 = Apply<32, float>(x1, v0, x1);
      const Vec<float> v2 = Apply<34, float>(x2, x0, x2);
      const Vec<float> v3 = Apply<8, float>(v1, v1, v1);
      const Vec<float> v4 = Apply<32, float>(v3, x3, v3);
      const Vec<float> v5 = Apply<35, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<33, float>(x4, v5, x4);
      io.Write(q0 + j, v1);
      io.Write(q1 + j, v6);
    });
  }
}

void EwLoop3(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v1 = Apply<32, float>(x1, v0, x1);
      const Vec<float> v2 = Apply<34, float>(x2, x0, x2);
      const Vec<float> v3 = Apply<8, float>(v1, v1, v1);
      const Vec<float> v4 = Apply<32, float>(v3, x3, v3);
      const Vec<float> v5 = Apply<35, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<33, float>(x4, v5, x4);
      const Vec<float> v7 = Apply<34, float>(x5, x4, x5);
      const Vec<float> v8 = Apply<33, float>(v6, v7, v6);
      io.Write(q0 + j, v1);
      io.Write(q1 + j, v8);
    });
  }
}

void EwLoop4(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<32, float>(x4, x5, x4);
      const Vec<float> v5 = Apply<8, float>(v4, v4, v4);
      const Vec<float> v6 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<34, float>(v8, x2, v8);
      const Vec<float> v10 = Apply<34, float>(x0, x4, x0);
      const Vec<float> v11 = Apply<18, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<34, float>(x3, v11, x3);
      const Vec<float> v13 = Apply<32, float>(v10, v12, v10);
      const Vec<float> v14 = Apply<34, float>(x6, v9, x6);
      const Vec<float> v15 = Apply<33, float>(x7, v14, x7);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v13);
      io.Write(q2 + j, v15);
    });
  }
}

void EwLoop5(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<32, float>(x4, x5, x4);
      const Vec<float> v5 = Apply<8, float>(v4, v4, v4);
      const Vec<float> v6 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<34, float>(v8, x2, v8);
      const Vec<float> v10 = Apply<34, float>(x0, x4, x0);
      const Vec<float> v11 = Apply<18, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<34, float>(x3, v11, x3);
      const Vec<float> v13 = Apply<32, float>(v10, v12, v10);
      const Vec<float> v14 = Apply<34, float>(x6, v9, x6);
      const Vec<float> v15 = Apply<33, float>(x7, v14, x7);
      const Vec<float> v16 = Apply<34, float>(x8, x7, x8);
      const Vec<float> v17 = Apply<33, float>(v15, v16, v15);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v13);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop6(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x4, x2, x4);
      const Vec<float> v5 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<35, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<33, float>(x6, v7, x6);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v8);
    });
  }
}

void EwLoop7(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x4, x2, x4);
      const Vec<float> v5 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<35, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<33, float>(x6, v7, x6);
      const Vec<float> v9 = Apply<34, float>(x7, x6, x7);
      const Vec<float> v10 = Apply<33, float>(v8, v9, v8);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v10);
    });
  }
}

void EwLoop8(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<3, float>(x0, x0, x0);
      const Vec<float> v1 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v2 = Apply<34, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<41, float>(v2, x2, v2);
      const Vec<float> v4 = Apply<43, float>(v2, x3, v2);
      const Vec<float> v5 = Apply<64, float>(v4, x4, x5);
      const Vec<float> v6 = Apply<64, float>(v3, x6, v5);
      const Vec<float> v7 = Apply<34, float>(x7, v6, x7);
      const Vec<float> v8 = Apply<36, float>(v7, x8, v7);
      const Vec<float> v9 = Apply<37, float>(v8, x9, v8);
      const Vec<float> v10 = Apply<64, float>(v3, x10, x0);
      const Vec<float> v11 = Apply<3, float>(v10, v10, v10);
      const Vec<float> v12 = Apply<34, float>(x11, v11, x11);
      const Vec<float> v13 = Apply<34, float>(v12, v9, v12);
      const Vec<float> v14 = Apply<33, float>(x12, v13, x12);
      io.Write(q0 + j, v9);
      io.Write(q1 + j, v10);
      io.Write(q2 + j, v14);
    });
  }
}

void EwLoop9(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<3, float>(x0, x0, x0);
      const Vec<float> v1 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v2 = Apply<34, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<41, float>(v2, x2, v2);
      const Vec<float> v4 = Apply<43, float>(v2, x3, v2);
      const Vec<float> v5 = Apply<64, float>(v4, x4, x5);
      const Vec<float> v6 = Apply<64, float>(v3, x6, v5);
      const Vec<float> v7 = Apply<34, float>(x7, v6, x7);
      const Vec<float> v8 = Apply<36, float>(v7, x8, v7);
      const Vec<float> v9 = Apply<37, float>(v8, x9, v8);
      const Vec<float> v10 = Apply<64, float>(v3, x10, x0);
      const Vec<float> v11 = Apply<3, float>(v10, v10, v10);
      const Vec<float> v12 = Apply<34, float>(x11, v11, x11);
      const Vec<float> v13 = Apply<34, float>(v12, v9, v12);
      const Vec<float> v14 = Apply<33, float>(x12, v13, x12);
      const Vec<float> v15 = Apply<34, float>(x13, x12, x13);
      const Vec<float> v16 = Apply<33, float>(v14, v15, v14);
      io.Write(q0 + j, v9);
      io.Write(q1 + j, v10);
      io.Write(q2 + j, v16);
    });
  }
}

void EwLoop10(const EwRange& range) {
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

void EwLoop11(const EwRange& range) {
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

void EwLoop12(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<2, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<32, float>(v4, x6, v4);
      const Vec<float> v6 = Apply<36, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<35, float>(v7, v6, v7);
      const Vec<float> v9 = Apply<33, float>(x8, v8, x8);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v9);
    });
  }
}

void EwLoop13(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<2, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<32, float>(v4, x6, v4);
      const Vec<float> v6 = Apply<36, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<35, float>(v7, v6, v7);
      const Vec<float> v9 = Apply<33, float>(x8, v8, x8);
      const Vec<float> v10 = Apply<34, float>(x9, x8, x9);
      const Vec<float> v11 = Apply<33, float>(v9, v10, v9);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v11);
    });
  }
}

void EwLoop14(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, x3, x7);
      const Vec<float> v8 = Apply<34, float>(x8, v2, x8);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      const Vec<float> v10 = Apply<34, float>(x9, v9, x9);
      const Vec<float> v11 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v12 = Apply<34, float>(v11, x10, v11);
      const Vec<float> v13 = Apply<32, float>(v12, x11, v12);
      const Vec<float> v14 = Apply<35, float>(v10, v13, v10);
      const Vec<float> v15 = Apply<33, float>(x12, v14, x12);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v15);
    });
  }
}

void EwLoop15(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, x3, x7);
      const Vec<float> v8 = Apply<34, float>(x8, v2, x8);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      const Vec<float> v10 = Apply<34, float>(x9, v9, x9);
      const Vec<float> v11 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v12 = Apply<34, float>(v11, x10, v11);
      const Vec<float> v13 = Apply<32, float>(v12, x11, v12);
      const Vec<float> v14 = Apply<35, float>(v10, v13, v10);
      const Vec<float> v15 = Apply<33, float>(x12, v14, x12);
      const Vec<float> v16 = Apply<34, float>(x13, x12, x13);
      const Vec<float> v17 = Apply<33, float>(v15, v16, v15);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop16(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x11 = io.Read(p11 + j);
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
      const Vec<float> v10 = Apply<35, float>(x9, v9, x9);
      const Vec<float> v11 = Apply<32, float>(x10, v10, x10);
      const Vec<float> v12 = Apply<34, float>(v7, v11, v7);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v13);
    });
  }
}

void EwLoop17(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x11 = io.Read(p11 + j);
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
      const Vec<float> v10 = Apply<35, float>(x9, v9, x9);
      const Vec<float> v11 = Apply<32, float>(x10, v10, x10);
      const Vec<float> v12 = Apply<34, float>(v7, v11, v7);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      const Vec<float> v14 = Apply<34, float>(x12, x11, x12);
      const Vec<float> v15 = Apply<33, float>(v13, v14, v13);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v15);
    });
  }
}

void EwLoop18(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<3, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<34, float>(x4, x1, x4);
      const Vec<float> v5 = Apply<34, float>(x5, x3, x5);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x6, v3, x6);
      const Vec<float> v8 = Apply<33, float>(x7, v7, x7);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v8);
    });
  }
}

void EwLoop19(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<3, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<34, float>(x4, x1, x4);
      const Vec<float> v5 = Apply<34, float>(x5, x3, x5);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x6, v3, x6);
      const Vec<float> v8 = Apply<33, float>(x7, v7, x7);
      const Vec<float> v9 = Apply<34, float>(x8, x7, x8);
      const Vec<float> v10 = Apply<33, float>(v8, v9, v8);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v10);
    });
  }
}

void EwLoop20(const EwRange& range) {
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
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<34, float>(v7, x7, v7);
      const Vec<float> v9 = Apply<32, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<34, float>(x9, v2, x9);
      const Vec<float> v11 = Apply<35, float>(v10, v9, v10);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v12);
    });
  }
}

void EwLoop21(const EwRange& range) {
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
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<34, float>(v7, x7, v7);
      const Vec<float> v9 = Apply<32, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<34, float>(x9, v2, x9);
      const Vec<float> v11 = Apply<35, float>(v10, v9, v10);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      const Vec<float> v13 = Apply<34, float>(x11, x10, x11);
      const Vec<float> v14 = Apply<33, float>(v12, v13, v12);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v14);
    });
  }
}

void EwLoop22(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<8, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<34, float>(v4, x4, v4);
      const Vec<float> v6 = Apply<32, float>(v5, x5, v5);
      const Vec<float> v7 = Apply<35, float>(x2, v6, x2);
      const Vec<float> v8 = Apply<34, float>(x6, v7, x6);
      const Vec<float> v9 = Apply<33, float>(x7, v8, x7);
      const Vec<float> v10 = Apply<34, float>(x8, x9, x8);
      const Vec<float> v11 = Apply<34, float>(x10, v9, x10);
      const Vec<float> v12 = Apply<32, float>(v10, v11, v10);
      const Vec<float> v13 = Apply<34, float>(x11, v9, x11);
      const Vec<float> v14 = Apply<34, float>(x12, v12, x12);
      const Vec<float> v15 = Apply<32, float>(v13, v14, v13);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v12);
      io.Write(q3 + j, v15);
    });
  }
}

void EwLoop23(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p9 = range.in[9] + row * range.in_step[9];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<8, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<34, float>(v4, x4, v4);
      const Vec<float> v6 = Apply<32, float>(v5, x5, v5);
      const Vec<float> v7 = Apply<35, float>(x2, v6, x2);
      const Vec<float> v8 = Apply<34, float>(x6, v7, x6);
      const Vec<float> v9 = Apply<33, float>(x7, v8, x7);
      const Vec<float> v10 = Apply<34, float>(x8, x9, x8);
      const Vec<float> v11 = Apply<33, float>(v9, v10, v9);
      const Vec<float> v12 = Apply<34, float>(x10, x11, x10);
      const Vec<float> v13 = Apply<34, float>(x12, v11, x12);
      const Vec<float> v14 = Apply<32, float>(v12, v13, v12);
      const Vec<float> v15 = Apply<34, float>(x13, v11, x13);
      const Vec<float> v16 = Apply<34, float>(x14, v14, x14);
      const Vec<float> v17 = Apply<32, float>(v15, v16, v15);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v11);
      io.Write(q2 + j, v14);
      io.Write(q3 + j, v17);
    });
  }
}

void EwLoop24(const EwRange& range) {
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

void EwLoop25(const EwRange& range) {
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

void EwLoop26(const EwRange& range) {
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

void EwLoop27(const EwRange& range) {
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

void EwLoop28(const EwRange& range) {
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

void EwLoop29(const EwRange& range) {
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

void EwLoop31(const EwRange& range) {
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

void EwLoop32(const EwRange& range) {
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

void EwLoop33(const EwRange& range) {
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

void EwLoop34(const EwRange& range) {
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

void EwLoop35(const EwRange& range) {
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

void EwLoop36(const EwRange& range) {
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

void EwLoop37(const EwRange& range) {
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

void EwLoop38(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v1 = Apply<32, float>(x1, v0, x1);
      const Vec<float> v2 = Apply<34, float>(x2, x0, x2);
      const Vec<float> v3 = Apply<32, float>(v1, x3, v1);
      const Vec<float> v4 = Apply<8, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<35, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<33, float>(x4, v5, x4);
      io.Write(q0 + j, v1);
      io.Write(q1 + j, v6);
    });
  }
}

void EwLoop39(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v1 = Apply<32, float>(x1, v0, x1);
      const Vec<float> v2 = Apply<34, float>(x2, x0, x2);
      const Vec<float> v3 = Apply<32, float>(v1, x3, v1);
      const Vec<float> v4 = Apply<8, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<35, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<33, float>(x4, v5, x4);
      const Vec<float> v7 = Apply<34, float>(x5, x4, x5);
      const Vec<float> v8 = Apply<33, float>(v6, v7, v6);
      io.Write(q0 + j, v1);
      io.Write(q1 + j, v8);
    });
  }
}

void EwLoop40(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x0, x4, x0);
      const Vec<float> v5 = Apply<34, float>(x3, x2, x3);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x5, x2, x5);
      const Vec<float> v8 = Apply<18, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<33, float>(v3, v8, v3);
      const Vec<float> v10 = Apply<36, float>(v9, x6, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<8, float>(v11, v11, v11);
      const Vec<float> v13 = Apply<35, float>(v7, v12, v7);
      const Vec<float> v14 = Apply<33, float>(x8, v13, x8);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v14);
    });
  }
}

void EwLoop41(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x0, x4, x0);
      const Vec<float> v5 = Apply<34, float>(x3, x2, x3);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x5, x2, x5);
      const Vec<float> v8 = Apply<18, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<33, float>(v3, v8, v3);
      const Vec<float> v10 = Apply<36, float>(v9, x6, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<8, float>(v11, v11, v11);
      const Vec<float> v13 = Apply<35, float>(v7, v12, v7);
      const Vec<float> v14 = Apply<33, float>(x8, v13, x8);
      const Vec<float> v15 = Apply<34, float>(x9, x8, x9);
      const Vec<float> v16 = Apply<33, float>(v14, v15, v14);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v16);
    });
  }
}

void EwLoop42(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x4, x2, x4);
      const Vec<float> v5 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<35, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v9 = Apply<32, float>(v8, v7, v8);
      const Vec<float> v10 = Apply<33, float>(x8, v9, x8);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v10);
    });
  }
}

void EwLoop43(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x4, x2, x4);
      const Vec<float> v5 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<35, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v9 = Apply<32, float>(v8, v7, v8);
      const Vec<float> v10 = Apply<33, float>(x8, v9, x8);
      const Vec<float> v11 = Apply<34, float>(x9, x8, x9);
      const Vec<float> v12 = Apply<33, float>(v10, v11, v10);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v12);
    });
  }
}

void EwLoop44(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p9 = range.in[9] + row * range.in_step[9];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x0, x4, x0);
      const Vec<float> v5 = Apply<34, float>(x3, x2, x3);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x5, x2, x5);
      const Vec<float> v8 = Apply<18, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<33, float>(v3, v8, v3);
      const Vec<float> v10 = Apply<36, float>(v9, x6, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<8, float>(v11, v11, v11);
      const Vec<float> v13 = Apply<35, float>(v7, v12, v7);
      const Vec<float> v14 = Apply<34, float>(x8, x9, x8);
      const Vec<float> v15 = Apply<32, float>(v14, v13, v14);
      const Vec<float> v16 = Apply<33, float>(x10, v15, x10);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v15);
      io.Write(q3 + j, v16);
    });
  }
}

void EwLoop45(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p9 = range.in[9] + row * range.in_step[9];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(x2, x2, x2);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x0, x4, x0);
      const Vec<float> v5 = Apply<34, float>(x3, x2, x3);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x5, x2, x5);
      const Vec<float> v8 = Apply<18, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<33, float>(v3, v8, v3);
      const Vec<float> v10 = Apply<36, float>(v9, x6, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<8, float>(v11, v11, v11);
      const Vec<float> v13 = Apply<35, float>(v7, v12, v7);
      const Vec<float> v14 = Apply<34, float>(x8, x9, x8);
      const Vec<float> v15 = Apply<32, float>(v14, v13, v14);
      const Vec<float> v16 = Apply<33, float>(x10, v15, x10);
      const Vec<float> v17 = Apply<34, float>(x11, x10, x11);
      const Vec<float> v18 = Apply<33, float>(v16, v17, v16);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v15);
      io.Write(q3 + j, v18);
    });
  }
}

void EwLoop46(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<33, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<34, float>(x5, v1, x5);
      const Vec<float> v4 = Apply<32, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<34, float>(x6, v1, x6);
      const Vec<float> v6 = Apply<34, float>(x7, v4, x7);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      io.Write(q0 + j, v1);
      io.Write(q1 + j, v4);
      io.Write(q2 + j, v7);
    });
  }
}

void EwLoop47(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<33, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<33, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<34, float>(x7, v3, x7);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x8, v3, x8);
      const Vec<float> v8 = Apply<34, float>(x9, v6, x9);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v9);
    });
  }
}

template <typename Whole>
void EwLoop48(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<16, float>(v0, v0, v0);
      io.Write(q0 + at, v1);
    };
  });
}

template <typename Whole>
void EwLoop49(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      io.Write(q0 + at, v0);
    };
  });
}

void EwLoop50(const EwRange& range) {
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

void EwLoop51(const EwRange& range) {
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

void EwLoop52(const EwRange& range) {
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

void EwLoop53(const EwRange& range) {
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

void EwLoop54(const EwRange& range) {
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

void EwLoop55(const EwRange& range) {
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

void EwLoop56(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<32, float>(x2, v1, x2);
      const Vec<float> v3 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v4 = Apply<8, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<32, float>(v4, x4, v4);
      const Vec<float> v6 = Apply<35, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<33, float>(x5, v6, x5);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v7);
    });
  }
}

void EwLoop57(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<32, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<34, float>(x4, v1, x4);
      const Vec<float> v5 = Apply<8, float>(v3, v3, v3);
      const Vec<float> v6 = Apply<32, float>(v5, x5, v5);
      const Vec<float> v7 = Apply<35, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<33, float>(x6, v7, x6);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v8);
    });
  }
}

void EwLoop58(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<32, float>(x2, v1, x2);
      const Vec<float> v3 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v4 = Apply<8, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<32, float>(v4, x4, v4);
      const Vec<float> v6 = Apply<35, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<33, float>(x5, v6, x5);
      const Vec<float> v8 = Apply<34, float>(x6, x5, x6);
      const Vec<float> v9 = Apply<33, float>(v7, v8, v7);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v9);
    });
  }
}

void EwLoop59(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<32, float>(x4, x5, x4);
      const Vec<float> v5 = Apply<8, float>(v4, v4, v4);
      const Vec<float> v6 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<34, float>(v8, x0, v8);
      const Vec<float> v10 = Apply<34, float>(x1, x4, x1);
      const Vec<float> v11 = Apply<18, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<34, float>(x3, v11, x3);
      const Vec<float> v13 = Apply<32, float>(v10, v12, v10);
      const Vec<float> v14 = Apply<34, float>(x6, v9, x6);
      const Vec<float> v15 = Apply<33, float>(x7, v14, x7);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v13);
      io.Write(q2 + j, v15);
    });
  }
}

void EwLoop60(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<32, float>(x4, x5, x4);
      const Vec<float> v5 = Apply<8, float>(v4, v4, v4);
      const Vec<float> v6 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<34, float>(v8, x0, v8);
      const Vec<float> v10 = Apply<34, float>(x1, x4, x1);
      const Vec<float> v11 = Apply<18, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<34, float>(x3, v11, x3);
      const Vec<float> v13 = Apply<32, float>(v10, v12, v10);
      const Vec<float> v14 = Apply<34, float>(x6, v9, x6);
      const Vec<float> v15 = Apply<33, float>(x7, v14, x7);
      const Vec<float> v16 = Apply<34, float>(x8, x7, x8);
      const Vec<float> v17 = Apply<33, float>(v15, v16, v15);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v13);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop61(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<32, float>(x5, x6, x5);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<32, float>(v4, x6, v4);
      const Vec<float> v8 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v9 = Apply<35, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<34, float>(v9, v0, v9);
      const Vec<float> v11 = Apply<34, float>(x2, x5, x2);
      const Vec<float> v12 = Apply<18, float>(v10, v10, v10);
      const Vec<float> v13 = Apply<34, float>(x4, v12, x4);
      const Vec<float> v14 = Apply<32, float>(v11, v13, v11);
      const Vec<float> v15 = Apply<34, float>(x7, v10, x7);
      const Vec<float> v16 = Apply<33, float>(x8, v15, x8);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v14);
      io.Write(q2 + j, v16);
    });
  }
}

void EwLoop62(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v4 = Apply<34, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<32, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<32, float>(x6, x7, x6);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<32, float>(v5, x7, v5);
      const Vec<float> v9 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v10 = Apply<35, float>(v7, v9, v7);
      const Vec<float> v11 = Apply<34, float>(v10, v1, v10);
      const Vec<float> v12 = Apply<34, float>(x3, x6, x3);
      const Vec<float> v13 = Apply<18, float>(v11, v11, v11);
      const Vec<float> v14 = Apply<34, float>(x5, v13, x5);
      const Vec<float> v15 = Apply<32, float>(v12, v14, v12);
      const Vec<float> v16 = Apply<34, float>(x8, v11, x8);
      const Vec<float> v17 = Apply<33, float>(x9, v16, x9);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v15);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop63(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<32, float>(x5, x6, x5);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<32, float>(v4, x6, v4);
      const Vec<float> v8 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v9 = Apply<35, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<34, float>(v9, v0, v9);
      const Vec<float> v11 = Apply<34, float>(x2, x5, x2);
      const Vec<float> v12 = Apply<18, float>(v10, v10, v10);
      const Vec<float> v13 = Apply<34, float>(x4, v12, x4);
      const Vec<float> v14 = Apply<32, float>(v11, v13, v11);
      const Vec<float> v15 = Apply<34, float>(x7, v10, x7);
      const Vec<float> v16 = Apply<33, float>(x8, v15, x8);
      const Vec<float> v17 = Apply<34, float>(x9, x8, x9);
      const Vec<float> v18 = Apply<33, float>(v16, v17, v16);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v14);
      io.Write(q2 + j, v18);
    });
  }
}

void EwLoop64(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x4, x0, x4);
      const Vec<float> v5 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<35, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<33, float>(x6, v7, x6);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v8);
    });
  }
}

void EwLoop65(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x4, x0, x4);
      const Vec<float> v5 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<35, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<33, float>(x6, v7, x6);
      const Vec<float> v9 = Apply<34, float>(x7, x6, x7);
      const Vec<float> v10 = Apply<33, float>(v8, v9, v8);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v10);
    });
  }
}

void EwLoop66(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<34, float>(x5, v0, x5);
      const Vec<float> v6 = Apply<32, float>(v4, x6, v4);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<33, float>(x7, v8, x7);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v9);
    });
  }
}

void EwLoop67(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v4 = Apply<34, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<32, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<34, float>(x6, v1, x6);
      const Vec<float> v7 = Apply<32, float>(v5, x7, v5);
      const Vec<float> v8 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v9 = Apply<35, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<33, float>(x8, v9, x8);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v10);
    });
  }
}

void EwLoop68(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<34, float>(x5, v0, x5);
      const Vec<float> v6 = Apply<32, float>(v4, x6, v4);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<33, float>(x7, v8, x7);
      const Vec<float> v10 = Apply<34, float>(x8, x7, x8);
      const Vec<float> v11 = Apply<33, float>(v9, v10, v9);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v11);
    });
  }
}

void EwLoop69(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p8 = range.in[8] + row * range.in_step[8];
    const float* p13 = range.in[13] + row * range.in_step[13];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> x13 = io.Read(p13 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<3, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<3, float>(x2, x2, x2);
      const Vec<float> v3 = Apply<34, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<41, float>(v3, x3, v3);
      const Vec<float> v5 = Apply<43, float>(v3, x4, v3);
      const Vec<float> v6 = Apply<64, float>(v5, x5, x6);
      const Vec<float> v7 = Apply<64, float>(v4, x7, v6);
      const Vec<float> v8 = Apply<34, float>(x8, v7, x8);
      const Vec<float> v9 = Apply<36, float>(v8, x9, v8);
      const Vec<float> v10 = Apply<37, float>(v9, x10, v9);
      const Vec<float> v11 = Apply<64, float>(v4, x11, v0);
      const Vec<float> v12 = Apply<3, float>(v11, v11, v11);
      const Vec<float> v13 = Apply<34, float>(x12, v12, x12);
      const Vec<float> v14 = Apply<34, float>(v13, v10, v13);
      const Vec<float> v15 = Apply<33, float>(x13, v14, x13);
      io.Write(q0 + j, v10);
      io.Write(q1 + j, v11);
      io.Write(q2 + j, v15);
    });
  }
}

void EwLoop70(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p9 = range.in[9] + row * range.in_step[9];
    const float* p14 = range.in[14] + row * range.in_step[14];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> x14 = io.Read(p14 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<3, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<3, float>(x3, x3, x3);
      const Vec<float> v4 = Apply<34, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<41, float>(v4, x4, v4);
      const Vec<float> v6 = Apply<43, float>(v4, x5, v4);
      const Vec<float> v7 = Apply<64, float>(v6, x6, x7);
      const Vec<float> v8 = Apply<64, float>(v5, x8, v7);
      const Vec<float> v9 = Apply<34, float>(x9, v8, x9);
      const Vec<float> v10 = Apply<36, float>(v9, x10, v9);
      const Vec<float> v11 = Apply<37, float>(v10, x11, v10);
      const Vec<float> v12 = Apply<64, float>(v5, x12, v1);
      const Vec<float> v13 = Apply<3, float>(v12, v12, v12);
      const Vec<float> v14 = Apply<34, float>(x13, v13, x13);
      const Vec<float> v15 = Apply<34, float>(v14, v11, v14);
      const Vec<float> v16 = Apply<33, float>(x14, v15, x14);
      io.Write(q0 + j, v11);
      io.Write(q1 + j, v12);
      io.Write(q2 + j, v16);
    });
  }
}

void EwLoop71(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p8 = range.in[8] + row * range.in_step[8];
    const float* p13 = range.in[13] + row * range.in_step[13];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> x13 = io.Read(p13 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<3, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<3, float>(x2, x2, x2);
      const Vec<float> v3 = Apply<34, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<41, float>(v3, x3, v3);
      const Vec<float> v5 = Apply<43, float>(v3, x4, v3);
      const Vec<float> v6 = Apply<64, float>(v5, x5, x6);
      const Vec<float> v7 = Apply<64, float>(v4, x7, v6);
      const Vec<float> v8 = Apply<34, float>(x8, v7, x8);
      const Vec<float> v9 = Apply<36, float>(v8, x9, v8);
      const Vec<float> v10 = Apply<37, float>(v9, x10, v9);
      const Vec<float> v11 = Apply<64, float>(v4, x11, v0);
      const Vec<float> v12 = Apply<3, float>(v11, v11, v11);
      const Vec<float> v13 = Apply<34, float>(x12, v12, x12);
      const Vec<float> v14 = Apply<34, float>(v13, v10, v13);
      const Vec<float> v15 = Apply<33, float>(x13, v14, x13);
      const Vec<float> v16 = Apply<34, float>(x14, x13, x14);
      const Vec<float> v17 = Apply<33, float>(v15, v16, v15);
      io.Write(q0 + j, v10);
      io.Write(q1 + j, v11);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop72(const EwRange& range) {
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

void EwLoop73(const EwRange& range) {
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

void EwLoop74(const EwRange& range) {
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

void EwLoop75(const EwRange& range) {
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

void EwLoop76(const EwRange& range) {
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

void EwLoop77(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
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
      const Vec<float> v15 = Apply<34, float>(x13, x12, x13);
      const Vec<float> v16 = Apply<33, float>(v14, v15, v14);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v8);
      io.Write(q2 + j, v16);
    });
  }
}

void EwLoop78(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<2, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<32, float>(v4, x6, v4);
      const Vec<float> v6 = Apply<36, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<35, float>(v7, v6, v7);
      const Vec<float> v9 = Apply<33, float>(x8, v8, x8);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v9);
    });
  }
}

void EwLoop79(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<2, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<32, float>(v4, x6, v4);
      const Vec<float> v6 = Apply<36, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<35, float>(v7, v6, v7);
      const Vec<float> v9 = Apply<33, float>(x8, v8, x8);
      const Vec<float> v10 = Apply<34, float>(x9, x8, x9);
      const Vec<float> v11 = Apply<33, float>(v9, v10, v9);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v11);
    });
  }
}

void EwLoop80(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<2, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<32, float>(v5, x7, v5);
      const Vec<float> v7 = Apply<36, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x8, v3, x8);
      const Vec<float> v9 = Apply<35, float>(v8, v7, v8);
      const Vec<float> v10 = Apply<33, float>(x9, v9, x9);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v10);
    });
  }
}

void EwLoop81(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<34, float>(x5, v1, x5);
      const Vec<float> v4 = Apply<32, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v6 = Apply<2, float>(v1, v1, v1);
      const Vec<float> v7 = Apply<32, float>(v6, x8, v6);
      const Vec<float> v8 = Apply<36, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<34, float>(x9, v4, x9);
      const Vec<float> v10 = Apply<35, float>(v9, v8, v9);
      const Vec<float> v11 = Apply<33, float>(x10, v10, x10);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v8);
      io.Write(q2 + j, v11);
    });
  }
}

void EwLoop82(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<2, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<32, float>(v5, x7, v5);
      const Vec<float> v7 = Apply<36, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x8, v3, x8);
      const Vec<float> v9 = Apply<35, float>(v8, v7, v8);
      const Vec<float> v10 = Apply<33, float>(x9, v9, x9);
      const Vec<float> v11 = Apply<34, float>(x10, x9, x10);
      const Vec<float> v12 = Apply<33, float>(v10, v11, v10);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v12);
    });
  }
}

void EwLoop83(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, x0, x7);
      const Vec<float> v8 = Apply<34, float>(x8, v2, x8);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      const Vec<float> v10 = Apply<34, float>(x9, v9, x9);
      const Vec<float> v11 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v12 = Apply<34, float>(v11, x10, v11);
      const Vec<float> v13 = Apply<32, float>(v12, x11, v12);
      const Vec<float> v14 = Apply<35, float>(v10, v13, v10);
      const Vec<float> v15 = Apply<33, float>(x12, v14, x12);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v15);
    });
  }
}

void EwLoop84(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, x0, x7);
      const Vec<float> v8 = Apply<34, float>(x8, v2, x8);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      const Vec<float> v10 = Apply<34, float>(x9, v9, x9);
      const Vec<float> v11 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v12 = Apply<34, float>(v11, x10, v11);
      const Vec<float> v13 = Apply<32, float>(v12, x11, v12);
      const Vec<float> v14 = Apply<35, float>(v10, v13, v10);
      const Vec<float> v15 = Apply<33, float>(x12, v14, x12);
      const Vec<float> v16 = Apply<34, float>(x13, x12, x13);
      const Vec<float> v17 = Apply<33, float>(v15, v16, v15);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop85(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p13 = range.in[13] + row * range.in_step[13];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x13 = io.Read(p13 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x8, v0, x8);
      const Vec<float> v9 = Apply<34, float>(x9, v3, x9);
      const Vec<float> v10 = Apply<32, float>(v8, v9, v8);
      const Vec<float> v11 = Apply<34, float>(x10, v10, x10);
      const Vec<float> v12 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v13 = Apply<34, float>(v12, x11, v12);
      const Vec<float> v14 = Apply<32, float>(v13, x12, v13);
      const Vec<float> v15 = Apply<35, float>(v11, v14, v11);
      const Vec<float> v16 = Apply<33, float>(x13, v15, x13);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v16);
    });
  }
}

void EwLoop86(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p14 = range.in[14] + row * range.in_step[14];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x14 = io.Read(p14 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<34, float>(x5, v1, x5);
      const Vec<float> v4 = Apply<32, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v6 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v7 = Apply<34, float>(x8, v6, x8);
      const Vec<float> v8 = Apply<32, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<34, float>(x9, v1, x9);
      const Vec<float> v10 = Apply<34, float>(x10, v4, x10);
      const Vec<float> v11 = Apply<32, float>(v9, v10, v9);
      const Vec<float> v12 = Apply<34, float>(x11, v11, x11);
      const Vec<float> v13 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v14 = Apply<34, float>(v13, x12, v13);
      const Vec<float> v15 = Apply<32, float>(v14, x13, v14);
      const Vec<float> v16 = Apply<35, float>(v12, v15, v12);
      const Vec<float> v17 = Apply<33, float>(x14, v16, x14);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v8);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop87(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p13 = range.in[13] + row * range.in_step[13];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x13 = io.Read(p13 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      const Vec<float> v7 = Apply<32, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x8, v0, x8);
      const Vec<float> v9 = Apply<34, float>(x9, v3, x9);
      const Vec<float> v10 = Apply<32, float>(v8, v9, v8);
      const Vec<float> v11 = Apply<34, float>(x10, v10, x10);
      const Vec<float> v12 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v13 = Apply<34, float>(v12, x11, v12);
      const Vec<float> v14 = Apply<32, float>(v13, x12, v13);
      const Vec<float> v15 = Apply<35, float>(v11, v14, v11);
      const Vec<float> v16 = Apply<33, float>(x13, v15, x13);
      const Vec<float> v17 = Apply<34, float>(x14, x13, x14);
      const Vec<float> v18 = Apply<33, float>(v16, v17, v16);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v18);
    });
  }
}

void EwLoop88(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x11 = io.Read(p11 + j);
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
      const Vec<float> v10 = Apply<35, float>(x9, v9, x9);
      const Vec<float> v11 = Apply<32, float>(x10, v10, x10);
      const Vec<float> v12 = Apply<34, float>(v7, v11, v7);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v13);
    });
  }
}

void EwLoop89(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x11 = io.Read(p11 + j);
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
      const Vec<float> v10 = Apply<35, float>(x9, v9, x9);
      const Vec<float> v11 = Apply<32, float>(x10, v10, x10);
      const Vec<float> v12 = Apply<34, float>(v7, v11, v7);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      const Vec<float> v14 = Apply<34, float>(x12, x11, x12);
      const Vec<float> v15 = Apply<33, float>(v13, v14, v13);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v15);
    });
  }
}

void EwLoop90(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x12 = io.Read(p12 + j);
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
      const Vec<float> v11 = Apply<35, float>(x10, v10, x10);
      const Vec<float> v12 = Apply<32, float>(x11, v11, x11);
      const Vec<float> v13 = Apply<34, float>(v8, v12, v8);
      const Vec<float> v14 = Apply<33, float>(x12, v13, x12);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v14);
    });
  }
}

void EwLoop91(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p13 = range.in[13] + row * range.in_step[13];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x7 = io.Read(p7 + j);
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
      const Vec<float> v9 = Apply<34, float>(x9, v4, x9);
      const Vec<float> v10 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v11 = Apply<32, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<35, float>(x11, v11, x11);
      const Vec<float> v13 = Apply<32, float>(x12, v12, x12);
      const Vec<float> v14 = Apply<34, float>(v9, v13, v9);
      const Vec<float> v15 = Apply<33, float>(x13, v14, x13);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v8);
      io.Write(q2 + j, v15);
    });
  }
}

void EwLoop92(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x12 = io.Read(p12 + j);
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
      const Vec<float> v11 = Apply<35, float>(x10, v10, x10);
      const Vec<float> v12 = Apply<32, float>(x11, v11, x11);
      const Vec<float> v13 = Apply<34, float>(v8, v12, v8);
      const Vec<float> v14 = Apply<33, float>(x12, v13, x12);
      const Vec<float> v15 = Apply<34, float>(x13, x12, x13);
      const Vec<float> v16 = Apply<33, float>(v14, v15, v14);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v16);
    });
  }
}

void EwLoop93(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<3, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<34, float>(x4, x2, x4);
      const Vec<float> v5 = Apply<34, float>(x5, x0, x5);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x6, v3, x6);
      const Vec<float> v8 = Apply<33, float>(x7, v7, x7);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v8);
    });
  }
}

void EwLoop94(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<3, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<34, float>(x4, x2, x4);
      const Vec<float> v5 = Apply<34, float>(x5, x0, x5);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x6, v3, x6);
      const Vec<float> v8 = Apply<33, float>(x7, v7, x7);
      const Vec<float> v9 = Apply<34, float>(x8, x7, x8);
      const Vec<float> v10 = Apply<33, float>(v8, v9, v8);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v10);
    });
  }
}

void EwLoop95(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<3, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<34, float>(x5, x3, x5);
      const Vec<float> v6 = Apply<34, float>(x6, v0, x6);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<34, float>(x7, v4, x7);
      const Vec<float> v9 = Apply<33, float>(x8, v8, x8);
      io.Write(q0 + j, v7);
      io.Write(q1 + j, v9);
    });
  }
}

void EwLoop96(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<34, float>(x5, v1, x5);
      const Vec<float> v4 = Apply<32, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<3, float>(v4, v4, v4);
      const Vec<float> v6 = Apply<34, float>(x6, x4, x6);
      const Vec<float> v7 = Apply<34, float>(x7, v1, x7);
      const Vec<float> v8 = Apply<32, float>(v6, v7, v6);
      const Vec<float> v9 = Apply<34, float>(x8, v5, x8);
      const Vec<float> v10 = Apply<33, float>(x9, v9, x9);
      io.Write(q0 + j, v8);
      io.Write(q1 + j, v10);
    });
  }
}

void EwLoop97(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<3, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<34, float>(x5, x3, x5);
      const Vec<float> v6 = Apply<34, float>(x6, v0, x6);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<34, float>(x7, v4, x7);
      const Vec<float> v9 = Apply<33, float>(x8, v8, x8);
      const Vec<float> v10 = Apply<34, float>(x9, x8, x9);
      const Vec<float> v11 = Apply<33, float>(v9, v10, v9);
      io.Write(q0 + j, v7);
      io.Write(q1 + j, v11);
    });
  }
}

void EwLoop98(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<34, float>(x4, x0, x4);
      const Vec<float> v4 = Apply<34, float>(x2, v2, x2);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v5);
    });
  }
}

void EwLoop99(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> v0 = Apply<35, float>(x0, x1, x0);
      io.Write(q0 + j, v0);
    });
  }
}

void EwLoop100(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      io.Write(q0 + j, v2);
    });
  }
}

void EwLoop101(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<32, float>(v0, x0, v0);
      io.Write(q0 + j, v1);
    });
  }
}

void EwLoop102(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<32, float>(v0, x0, v0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<33, float>(x4, v2, x4);
      io.Write(q0 + j, v3);
    });
  }
}

void EwLoop103(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<32, float>(v0, x0, v0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<33, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x4, x5);
      const Vec<float> v5 = Apply<33, float>(v3, v4, v3);
      io.Write(q0 + j, v5);
    });
  }
}

void EwLoop104(const EwRange& range) {
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
      const Vec<float> v8 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v9 = Apply<34, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<32, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<34, float>(x10, v3, x10);
      const Vec<float> v12 = Apply<35, float>(v11, v10, v11);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v13);
    });
  }
}

void EwLoop105(const EwRange& range) {
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
      const Vec<float> v9 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v10 = Apply<34, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<34, float>(x11, v4, x11);
      const Vec<float> v13 = Apply<35, float>(v12, v11, v12);
      const Vec<float> v14 = Apply<33, float>(x12, v13, x12);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v8);
      io.Write(q2 + j, v14);
    });
  }
}

void EwLoop106(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<32, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<34, float>(x6, v1, x6);
      const Vec<float> v6 = Apply<34, float>(x4, v4, x4);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v7);
    });
  }
}

void EwLoop107(const EwRange& range) {
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
      const Vec<float> v8 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v9 = Apply<34, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<32, float>(v9, x9, v9);
      const Vec<float> v11 = Apply<34, float>(x10, v3, x10);
      const Vec<float> v12 = Apply<35, float>(v11, v10, v11);
      const Vec<float> v13 = Apply<33, float>(x11, v12, x11);
      const Vec<float> v14 = Apply<34, float>(x12, x11, x12);
      const Vec<float> v15 = Apply<33, float>(v13, v14, v13);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v15);
    });
  }
}

void EwLoop108(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<8, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<34, float>(v4, x4, v4);
      const Vec<float> v6 = Apply<32, float>(v5, x5, v5);
      const Vec<float> v7 = Apply<35, float>(x0, v6, x0);
      const Vec<float> v8 = Apply<34, float>(x6, v7, x6);
      const Vec<float> v9 = Apply<33, float>(x7, v8, x7);
      const Vec<float> v10 = Apply<34, float>(x8, x9, x8);
      const Vec<float> v11 = Apply<34, float>(x10, v9, x10);
      const Vec<float> v12 = Apply<32, float>(v10, v11, v10);
      const Vec<float> v13 = Apply<34, float>(x11, v9, x11);
      const Vec<float> v14 = Apply<34, float>(x12, v12, x12);
      const Vec<float> v15 = Apply<32, float>(v13, v14, v13);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v12);
      io.Write(q3 + j, v15);
    });
  }
}

void EwLoop109(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p9 = range.in[9] + row * range.in_step[9];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<8, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<34, float>(v4, x4, v4);
      const Vec<float> v6 = Apply<32, float>(v5, x5, v5);
      const Vec<float> v7 = Apply<35, float>(x0, v6, x0);
      const Vec<float> v8 = Apply<34, float>(x6, v7, x6);
      const Vec<float> v9 = Apply<33, float>(x7, v8, x7);
      const Vec<float> v10 = Apply<34, float>(x8, x9, x8);
      const Vec<float> v11 = Apply<33, float>(v9, v10, v9);
      const Vec<float> v12 = Apply<34, float>(x10, x11, x10);
      const Vec<float> v13 = Apply<34, float>(x12, v11, x12);
      const Vec<float> v14 = Apply<32, float>(v12, v13, v12);
      const Vec<float> v15 = Apply<34, float>(x13, v11, x13);
      const Vec<float> v16 = Apply<34, float>(x14, v14, x14);
      const Vec<float> v17 = Apply<32, float>(v15, v16, v15);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v11);
      io.Write(q2 + j, v14);
      io.Write(q3 + j, v17);
    });
  }
}

void EwLoop110(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p8 = range.in[8] + row * range.in_step[8];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<8, float>(v4, v4, v4);
      const Vec<float> v6 = Apply<34, float>(v5, x5, v5);
      const Vec<float> v7 = Apply<32, float>(v6, x6, v6);
      const Vec<float> v8 = Apply<35, float>(v0, v7, v0);
      const Vec<float> v9 = Apply<34, float>(x7, v8, x7);
      const Vec<float> v10 = Apply<33, float>(x8, v9, x8);
      const Vec<float> v11 = Apply<34, float>(x9, x10, x9);
      const Vec<float> v12 = Apply<34, float>(x11, v10, x11);
      const Vec<float> v13 = Apply<32, float>(v11, v12, v11);
      const Vec<float> v14 = Apply<34, float>(x12, v10, x12);
      const Vec<float> v15 = Apply<34, float>(x13, v13, x13);
      const Vec<float> v16 = Apply<32, float>(v14, v15, v14);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v10);
      io.Write(q2 + j, v13);
      io.Write(q3 + j, v16);
    });
  }
}

void EwLoop111(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p9 = range.in[9] + row * range.in_step[9];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v4 = Apply<34, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<32, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<34, float>(v6, x6, v6);
      const Vec<float> v8 = Apply<32, float>(v7, x7, v7);
      const Vec<float> v9 = Apply<35, float>(v1, v8, v1);
      const Vec<float> v10 = Apply<34, float>(x8, v9, x8);
      const Vec<float> v11 = Apply<33, float>(x9, v10, x9);
      const Vec<float> v12 = Apply<34, float>(x10, x11, x10);
      const Vec<float> v13 = Apply<34, float>(x12, v11, x12);
      const Vec<float> v14 = Apply<32, float>(v12, v13, v12);
      const Vec<float> v15 = Apply<34, float>(x13, v11, x13);
      const Vec<float> v16 = Apply<34, float>(x14, v14, x14);
      const Vec<float> v17 = Apply<32, float>(v15, v16, v15);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v11);
      io.Write(q2 + j, v14);
      io.Write(q3 + j, v17);
    });
  }
}

void EwLoop112(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  const Vec<float> x15 = Set<float>(*range.in[15]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p8 = range.in[8] + row * range.in_step[8];
    const float* p10 = range.in[10] + row * range.in_step[10];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<8, float>(v4, v4, v4);
      const Vec<float> v6 = Apply<34, float>(v5, x5, v5);
      const Vec<float> v7 = Apply<32, float>(v6, x6, v6);
      const Vec<float> v8 = Apply<35, float>(v0, v7, v0);
      const Vec<float> v9 = Apply<34, float>(x7, v8, x7);
      const Vec<float> v10 = Apply<33, float>(x8, v9, x8);
      const Vec<float> v11 = Apply<34, float>(x9, x10, x9);
      const Vec<float> v12 = Apply<33, float>(v10, v11, v10);
      const Vec<float> v13 = Apply<34, float>(x11, x12, x11);
      const Vec<float> v14 = Apply<34, float>(x13, v12, x13);
      const Vec<float> v15 = Apply<32, float>(v13, v14, v13);
      const Vec<float> v16 = Apply<34, float>(x14, v12, x14);
      const Vec<float> v17 = Apply<34, float>(x15, v15, x15);
      const Vec<float> v18 = Apply<32, float>(v16, v17, v16);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v12);
      io.Write(q2 + j, v15);
      io.Write(q3 + j, v18);
    });
  }
}

void EwLoop113(const EwRange& range) {
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

void EwLoop114(const EwRange& range) {
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

void EwLoop115(const EwRange& range) {
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

void EwLoop116(const EwRange& range) {
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

void EwLoop117(const EwRange& range) {
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

void EwLoop118(const EwRange& range) {
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

void EwLoop119(const EwRange& range) {
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

void EwLoop120(const EwRange& range) {
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

void EwLoop121(const EwRange& range) {
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

void EwLoop122(const EwRange& range) {
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

void EwLoop123(const EwRange& range) {
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

void EwLoop124(const EwRange& range) {
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

void EwLoop125(const EwRange& range) {
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

void EwLoop126(const EwRange& range) {
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

void EwLoop127(const EwRange& range) {
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

void EwLoop128(const EwRange& range) {
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

void EwLoop129(const EwRange& range) {
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

void EwLoop130(const EwRange& range) {
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

void EwLoop131(const EwRange& range) {
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

void EwLoop132(const EwRange& range) {
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

void EwLoop133(const EwRange& range) {
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

void EwLoop134(const EwRange& range) {
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

void EwLoop135(const EwRange& range) {
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

void EwLoop136(const EwRange& range) {
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

void EwLoop137(const EwRange& range) {
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

void EwLoop138(const EwRange& range) {
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

void EwLoop139(const EwRange& range) {
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

void EwLoop140(const EwRange& range) {
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

void EwLoop141(const EwRange& range) {
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

void EwLoop142(const EwRange& range) {
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

void EwLoop143(const EwRange& range) {
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

void EwLoop144(const EwRange& range) {
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

void EwLoop145(const EwRange& range) {
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

void EwLoop146(const EwRange& range) {
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

void EwLoop147(const EwRange& range) {
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

void EwLoop148(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<32, float>(x2, v1, x2);
      const Vec<float> v3 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v4 = Apply<32, float>(v2, x4, v2);
      const Vec<float> v5 = Apply<8, float>(v4, v4, v4);
      const Vec<float> v6 = Apply<35, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<33, float>(x5, v6, x5);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v7);
    });
  }
}

void EwLoop149(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<32, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<34, float>(x4, v1, x4);
      const Vec<float> v5 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<35, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<33, float>(x6, v7, x6);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v8);
    });
  }
}

void EwLoop150(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<32, float>(x2, v1, x2);
      const Vec<float> v3 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v4 = Apply<32, float>(v2, x4, v2);
      const Vec<float> v5 = Apply<8, float>(v4, v4, v4);
      const Vec<float> v6 = Apply<35, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<33, float>(x5, v6, x5);
      const Vec<float> v8 = Apply<34, float>(x6, x5, x6);
      const Vec<float> v9 = Apply<33, float>(v7, v8, v7);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v9);
    });
  }
}

void EwLoop151(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x1, x4, x1);
      const Vec<float> v5 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x5, x0, x5);
      const Vec<float> v8 = Apply<18, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<33, float>(v3, v8, v3);
      const Vec<float> v10 = Apply<36, float>(v9, x6, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<8, float>(v11, v11, v11);
      const Vec<float> v13 = Apply<35, float>(v7, v12, v7);
      const Vec<float> v14 = Apply<33, float>(x8, v13, x8);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v14);
    });
  }
}

void EwLoop152(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x1, x4, x1);
      const Vec<float> v5 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x5, x0, x5);
      const Vec<float> v8 = Apply<18, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<33, float>(v3, v8, v3);
      const Vec<float> v10 = Apply<36, float>(v9, x6, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<8, float>(v11, v11, v11);
      const Vec<float> v13 = Apply<35, float>(v7, v12, v7);
      const Vec<float> v14 = Apply<33, float>(x8, v13, x8);
      const Vec<float> v15 = Apply<34, float>(x9, x8, x9);
      const Vec<float> v16 = Apply<33, float>(v14, v15, v14);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v16);
    });
  }
}

void EwLoop153(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<34, float>(x2, x5, x2);
      const Vec<float> v6 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<34, float>(x6, v0, x6);
      const Vec<float> v9 = Apply<18, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<33, float>(v4, v9, v4);
      const Vec<float> v11 = Apply<36, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<32, float>(v11, x8, v11);
      const Vec<float> v13 = Apply<8, float>(v12, v12, v12);
      const Vec<float> v14 = Apply<35, float>(v8, v13, v8);
      const Vec<float> v15 = Apply<33, float>(x9, v14, x9);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v15);
    });
  }
}

void EwLoop154(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v4 = Apply<34, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<32, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<34, float>(x3, x6, x3);
      const Vec<float> v7 = Apply<34, float>(x5, v1, x5);
      const Vec<float> v8 = Apply<32, float>(v6, v7, v6);
      const Vec<float> v9 = Apply<34, float>(x7, v1, x7);
      const Vec<float> v10 = Apply<18, float>(v8, v8, v8);
      const Vec<float> v11 = Apply<33, float>(v5, v10, v5);
      const Vec<float> v12 = Apply<36, float>(v11, x8, v11);
      const Vec<float> v13 = Apply<32, float>(v12, x9, v12);
      const Vec<float> v14 = Apply<8, float>(v13, v13, v13);
      const Vec<float> v15 = Apply<35, float>(v9, v14, v9);
      const Vec<float> v16 = Apply<33, float>(x10, v15, x10);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v8);
      io.Write(q2 + j, v16);
    });
  }
}

void EwLoop155(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<34, float>(x2, x5, x2);
      const Vec<float> v6 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<34, float>(x6, v0, x6);
      const Vec<float> v9 = Apply<18, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<33, float>(v4, v9, v4);
      const Vec<float> v11 = Apply<36, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<32, float>(v11, x8, v11);
      const Vec<float> v13 = Apply<8, float>(v12, v12, v12);
      const Vec<float> v14 = Apply<35, float>(v8, v13, v8);
      const Vec<float> v15 = Apply<33, float>(x9, v14, x9);
      const Vec<float> v16 = Apply<34, float>(x10, x9, x10);
      const Vec<float> v17 = Apply<33, float>(v15, v16, v15);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop156(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x4, x0, x4);
      const Vec<float> v5 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<35, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v9 = Apply<32, float>(v8, v7, v8);
      const Vec<float> v10 = Apply<33, float>(x8, v9, x8);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v10);
    });
  }
}

void EwLoop157(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p8 = range.in[8] + row * range.in_step[8];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x4, x0, x4);
      const Vec<float> v5 = Apply<32, float>(v3, x5, v3);
      const Vec<float> v6 = Apply<8, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<35, float>(v4, v6, v4);
      const Vec<float> v8 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v9 = Apply<32, float>(v8, v7, v8);
      const Vec<float> v10 = Apply<33, float>(x8, v9, x8);
      const Vec<float> v11 = Apply<34, float>(x9, x8, x9);
      const Vec<float> v12 = Apply<33, float>(v10, v11, v10);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v12);
    });
  }
}

void EwLoop158(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p8 = range.in[8] + row * range.in_step[8];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<34, float>(x5, v0, x5);
      const Vec<float> v6 = Apply<32, float>(v4, x6, v4);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<34, float>(x7, x8, x7);
      const Vec<float> v10 = Apply<32, float>(v9, v8, v9);
      const Vec<float> v11 = Apply<33, float>(x9, v10, x9);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v10);
      io.Write(q2 + j, v11);
    });
  }
}

void EwLoop159(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p9 = range.in[9] + row * range.in_step[9];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v4 = Apply<34, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<32, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<34, float>(x6, v1, x6);
      const Vec<float> v7 = Apply<32, float>(v5, x7, v5);
      const Vec<float> v8 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v9 = Apply<35, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<34, float>(x8, x9, x8);
      const Vec<float> v11 = Apply<32, float>(v10, v9, v10);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v11);
      io.Write(q2 + j, v12);
    });
  }
}

void EwLoop160(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p8 = range.in[8] + row * range.in_step[8];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<34, float>(x5, v0, x5);
      const Vec<float> v6 = Apply<32, float>(v4, x6, v4);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<34, float>(x7, x8, x7);
      const Vec<float> v10 = Apply<32, float>(v9, v8, v9);
      const Vec<float> v11 = Apply<33, float>(x9, v10, x9);
      const Vec<float> v12 = Apply<34, float>(x10, x9, x10);
      const Vec<float> v13 = Apply<33, float>(v11, v12, v11);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v10);
      io.Write(q2 + j, v13);
    });
  }
}

void EwLoop161(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p9 = range.in[9] + row * range.in_step[9];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x1, x4, x1);
      const Vec<float> v5 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x5, x0, x5);
      const Vec<float> v8 = Apply<18, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<33, float>(v3, v8, v3);
      const Vec<float> v10 = Apply<36, float>(v9, x6, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<8, float>(v11, v11, v11);
      const Vec<float> v13 = Apply<35, float>(v7, v12, v7);
      const Vec<float> v14 = Apply<34, float>(x8, x9, x8);
      const Vec<float> v15 = Apply<32, float>(v14, v13, v14);
      const Vec<float> v16 = Apply<33, float>(x10, v15, x10);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v15);
      io.Write(q3 + j, v16);
    });
  }
}

void EwLoop162(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p9 = range.in[9] + row * range.in_step[9];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<34, float>(x1, x4, x1);
      const Vec<float> v5 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x5, x0, x5);
      const Vec<float> v8 = Apply<18, float>(v6, v6, v6);
      const Vec<float> v9 = Apply<33, float>(v3, v8, v3);
      const Vec<float> v10 = Apply<36, float>(v9, x6, v9);
      const Vec<float> v11 = Apply<32, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<8, float>(v11, v11, v11);
      const Vec<float> v13 = Apply<35, float>(v7, v12, v7);
      const Vec<float> v14 = Apply<34, float>(x8, x9, x8);
      const Vec<float> v15 = Apply<32, float>(v14, v13, v14);
      const Vec<float> v16 = Apply<33, float>(x10, v15, x10);
      const Vec<float> v17 = Apply<34, float>(x11, x10, x11);
      const Vec<float> v18 = Apply<33, float>(v16, v17, v16);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v15);
      io.Write(q3 + j, v18);
    });
  }
}

void EwLoop163(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<34, float>(x2, x5, x2);
      const Vec<float> v6 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<34, float>(x6, v0, x6);
      const Vec<float> v9 = Apply<18, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<33, float>(v4, v9, v4);
      const Vec<float> v11 = Apply<36, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<32, float>(v11, x8, v11);
      const Vec<float> v13 = Apply<8, float>(v12, v12, v12);
      const Vec<float> v14 = Apply<35, float>(v8, v13, v8);
      const Vec<float> v15 = Apply<34, float>(x9, x10, x9);
      const Vec<float> v16 = Apply<32, float>(v15, v14, v15);
      const Vec<float> v17 = Apply<33, float>(x11, v16, x11);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v16);
      io.Write(q3 + j, v17);
    });
  }
}

void EwLoop164(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p11 = range.in[11] + row * range.in_step[11];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v4 = Apply<34, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<32, float>(v2, v4, v2);
      const Vec<float> v6 = Apply<34, float>(x3, x6, x3);
      const Vec<float> v7 = Apply<34, float>(x5, v1, x5);
      const Vec<float> v8 = Apply<32, float>(v6, v7, v6);
      const Vec<float> v9 = Apply<34, float>(x7, v1, x7);
      const Vec<float> v10 = Apply<18, float>(v8, v8, v8);
      const Vec<float> v11 = Apply<33, float>(v5, v10, v5);
      const Vec<float> v12 = Apply<36, float>(v11, x8, v11);
      const Vec<float> v13 = Apply<32, float>(v12, x9, v12);
      const Vec<float> v14 = Apply<8, float>(v13, v13, v13);
      const Vec<float> v15 = Apply<35, float>(v9, v14, v9);
      const Vec<float> v16 = Apply<34, float>(x10, x11, x10);
      const Vec<float> v17 = Apply<32, float>(v16, v15, v16);
      const Vec<float> v18 = Apply<33, float>(x12, v17, x12);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v8);
      io.Write(q2 + j, v17);
      io.Write(q3 + j, v18);
    });
  }
}

void EwLoop165(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<18, float>(v0, v0, v0);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<32, float>(v1, v3, v1);
      const Vec<float> v5 = Apply<34, float>(x2, x5, x2);
      const Vec<float> v6 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<34, float>(x6, v0, x6);
      const Vec<float> v9 = Apply<18, float>(v7, v7, v7);
      const Vec<float> v10 = Apply<33, float>(v4, v9, v4);
      const Vec<float> v11 = Apply<36, float>(v10, x7, v10);
      const Vec<float> v12 = Apply<32, float>(v11, x8, v11);
      const Vec<float> v13 = Apply<8, float>(v12, v12, v12);
      const Vec<float> v14 = Apply<35, float>(v8, v13, v8);
      const Vec<float> v15 = Apply<34, float>(x9, x10, x9);
      const Vec<float> v16 = Apply<32, float>(v15, v14, v15);
      const Vec<float> v17 = Apply<33, float>(x11, v16, x11);
      const Vec<float> v18 = Apply<34, float>(x12, x11, x12);
      const Vec<float> v19 = Apply<33, float>(v17, v18, v17);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v16);
      io.Write(q3 + j, v19);
    });
  }
}

void EwLoop166(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<33, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<34, float>(x5, v1, x5);
      const Vec<float> v4 = Apply<32, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<34, float>(x6, v1, x6);
      const Vec<float> v6 = Apply<34, float>(x7, v4, x7);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      io.Write(q0 + j, v1);
      io.Write(q1 + j, v4);
      io.Write(q2 + j, v7);
    });
  }
}

void EwLoop167(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<33, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<33, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<34, float>(x7, v3, x7);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x8, v3, x8);
      const Vec<float> v8 = Apply<34, float>(x9, v6, x9);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v9);
    });
  }
}

void EwLoop168(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<33, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<34, float>(x6, v2, x6);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v7 = Apply<34, float>(x8, v5, x8);
      const Vec<float> v8 = Apply<32, float>(v6, v7, v6);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v5);
      io.Write(q2 + j, v8);
    });
  }
}

void EwLoop169(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<36, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<37, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<33, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<34, float>(x7, v3, x7);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<34, float>(x8, v3, x8);
      const Vec<float> v8 = Apply<34, float>(x9, v6, x9);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v9);
    });
  }
}

void EwLoop170(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<33, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<33, float>(v2, v3, v2);
      const Vec<float> v5 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v6 = Apply<34, float>(x8, v4, x8);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<34, float>(x9, v4, x9);
      const Vec<float> v9 = Apply<34, float>(x10, v7, x10);
      const Vec<float> v10 = Apply<32, float>(v8, v9, v8);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v10);
    });
  }
}

void EwLoop171(const EwRange& range) {
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

void EwLoop172(const EwRange& range) {
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

template <typename Whole>
void EwLoop173(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      io.Write(q0 + at, v0);
    };
  });
}

void EwLoop174(const EwRange& range) {
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

void EwLoop175(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<32, float>(x4, v3, x4);
      const Vec<float> v5 = Apply<34, float>(x5, v2, x5);
      const Vec<float> v6 = Apply<8, float>(v4, v4, v4);
      const Vec<float> v7 = Apply<32, float>(v6, x6, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<33, float>(x1, v8, x1);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v9);
    });
  }
}

void EwLoop176(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<32, float>(x3, v3, x3);
      const Vec<float> v5 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v6 = Apply<8, float>(v4, v4, v4);
      const Vec<float> v7 = Apply<32, float>(v6, x5, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<33, float>(x1, v8, x1);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v9);
    });
  }
}

void EwLoop177(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<32, float>(x7, x8, x7);
      const Vec<float> v8 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v9 = Apply<32, float>(v6, x8, v6);
      const Vec<float> v10 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v11 = Apply<35, float>(v8, v10, v8);
      const Vec<float> v12 = Apply<34, float>(v11, v2, v11);
      const Vec<float> v13 = Apply<34, float>(x4, x7, x4);
      const Vec<float> v14 = Apply<18, float>(v12, v12, v12);
      const Vec<float> v15 = Apply<34, float>(x6, v14, x6);
      const Vec<float> v16 = Apply<32, float>(v13, v15, v13);
      const Vec<float> v17 = Apply<34, float>(x9, v12, x9);
      const Vec<float> v18 = Apply<33, float>(x1, v17, x1);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v16);
      io.Write(q2 + j, v18);
    });
  }
}

void EwLoop178(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x5, v4, x5);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<32, float>(x6, x7, x6);
      const Vec<float> v8 = Apply<8, float>(v7, v7, v7);
      const Vec<float> v9 = Apply<32, float>(v6, x7, v6);
      const Vec<float> v10 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v11 = Apply<35, float>(v8, v10, v8);
      const Vec<float> v12 = Apply<34, float>(v11, v2, v11);
      const Vec<float> v13 = Apply<34, float>(x3, x6, x3);
      const Vec<float> v14 = Apply<18, float>(v12, v12, v12);
      const Vec<float> v15 = Apply<34, float>(x5, v14, x5);
      const Vec<float> v16 = Apply<32, float>(v13, v15, v13);
      const Vec<float> v17 = Apply<34, float>(x8, v12, x8);
      const Vec<float> v18 = Apply<33, float>(x1, v17, x1);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v16);
      io.Write(q2 + j, v18);
    });
  }
}

void EwLoop179(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
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
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<32, float>(v6, x8, v6);
      const Vec<float> v9 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v10 = Apply<35, float>(v7, v9, v7);
      const Vec<float> v11 = Apply<33, float>(x1, v10, x1);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v11);
    });
  }
}

void EwLoop180(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x5, v4, x5);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x6, v2, x6);
      const Vec<float> v8 = Apply<32, float>(v6, x7, v6);
      const Vec<float> v9 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v10 = Apply<35, float>(v7, v9, v7);
      const Vec<float> v11 = Apply<33, float>(x1, v10, x1);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v11);
    });
  }
}

void EwLoop181(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<3, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<3, float>(x4, x4, x4);
      const Vec<float> v5 = Apply<34, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<41, float>(v5, x5, v5);
      const Vec<float> v7 = Apply<43, float>(v5, x6, v5);
      const Vec<float> v8 = Apply<64, float>(v7, x7, x8);
      const Vec<float> v9 = Apply<64, float>(v6, x9, v8);
      const Vec<float> v10 = Apply<34, float>(x10, v9, x10);
      const Vec<float> v11 = Apply<36, float>(v10, x11, v10);
      const Vec<float> v12 = Apply<37, float>(v11, x12, v11);
      const Vec<float> v13 = Apply<64, float>(v6, x13, v2);
      const Vec<float> v14 = Apply<3, float>(v13, v13, v13);
      const Vec<float> v15 = Apply<34, float>(x14, v14, x14);
      const Vec<float> v16 = Apply<34, float>(v15, v12, v15);
      const Vec<float> v17 = Apply<33, float>(x1, v16, x1);
      io.Write(q0 + j, v12);
      io.Write(q1 + j, v13);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop182(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<3, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<3, float>(x3, x3, x3);
      const Vec<float> v5 = Apply<34, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<41, float>(v5, x4, v5);
      const Vec<float> v7 = Apply<43, float>(v5, x5, v5);
      const Vec<float> v8 = Apply<64, float>(v7, x6, x7);
      const Vec<float> v9 = Apply<64, float>(v6, x8, v8);
      const Vec<float> v10 = Apply<34, float>(x9, v9, x9);
      const Vec<float> v11 = Apply<36, float>(v10, x10, v10);
      const Vec<float> v12 = Apply<37, float>(v11, x11, v11);
      const Vec<float> v13 = Apply<64, float>(v6, x12, v2);
      const Vec<float> v14 = Apply<3, float>(v13, v13, v13);
      const Vec<float> v15 = Apply<34, float>(x13, v14, x13);
      const Vec<float> v16 = Apply<34, float>(v15, v12, v15);
      const Vec<float> v17 = Apply<33, float>(x1, v16, x1);
      io.Write(q0 + j, v12);
      io.Write(q1 + j, v13);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop183(const EwRange& range) {
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

void EwLoop184(const EwRange& range) {
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

void EwLoop185(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
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
      const Vec<float> v16 = Apply<34, float>(x13, x1, x13);
      const Vec<float> v17 = Apply<33, float>(v15, v16, v15);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop186(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
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
      const Vec<float> v16 = Apply<34, float>(x12, x1, x12);
      const Vec<float> v17 = Apply<33, float>(v15, v16, v15);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop187(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
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
      const Vec<float> v7 = Apply<2, float>(v2, v2, v2);
      const Vec<float> v8 = Apply<32, float>(v7, x9, v7);
      const Vec<float> v9 = Apply<36, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<34, float>(x10, v5, x10);
      const Vec<float> v11 = Apply<35, float>(v10, v9, v10);
      const Vec<float> v12 = Apply<33, float>(x1, v11, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v12);
    });
  }
}

void EwLoop188(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
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
      const Vec<float> v7 = Apply<2, float>(v2, v2, v2);
      const Vec<float> v8 = Apply<32, float>(v7, x8, v7);
      const Vec<float> v9 = Apply<36, float>(v6, v8, v6);
      const Vec<float> v10 = Apply<34, float>(x9, v5, x9);
      const Vec<float> v11 = Apply<35, float>(v10, v9, v10);
      const Vec<float> v12 = Apply<33, float>(x1, v11, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v12);
    });
  }
}

void EwLoop189(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
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
      const Vec<float> v10 = Apply<34, float>(x10, v2, x10);
      const Vec<float> v11 = Apply<34, float>(x11, v5, x11);
      const Vec<float> v12 = Apply<32, float>(v10, v11, v10);
      const Vec<float> v13 = Apply<34, float>(x12, v12, x12);
      const Vec<float> v14 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v15 = Apply<34, float>(v14, x13, v14);
      const Vec<float> v16 = Apply<32, float>(v15, x14, v15);
      const Vec<float> v17 = Apply<35, float>(v13, v16, v13);
      const Vec<float> v18 = Apply<33, float>(x1, v17, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v18);
    });
  }
}

void EwLoop190(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
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
      const Vec<float> v10 = Apply<34, float>(x9, v2, x9);
      const Vec<float> v11 = Apply<34, float>(x10, v5, x10);
      const Vec<float> v12 = Apply<32, float>(v10, v11, v10);
      const Vec<float> v13 = Apply<34, float>(x11, v12, x11);
      const Vec<float> v14 = Apply<8, float>(v9, v9, v9);
      const Vec<float> v15 = Apply<34, float>(v14, x12, v14);
      const Vec<float> v16 = Apply<32, float>(v15, x13, v15);
      const Vec<float> v17 = Apply<35, float>(v13, v16, v13);
      const Vec<float> v18 = Apply<33, float>(x1, v17, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v18);
    });
  }
}

void EwLoop191(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
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
      const Vec<float> v13 = Apply<35, float>(x12, v12, x12);
      const Vec<float> v14 = Apply<32, float>(x13, v13, x13);
      const Vec<float> v15 = Apply<34, float>(v10, v14, v10);
      const Vec<float> v16 = Apply<33, float>(x1, v15, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v16);
    });
  }
}

void EwLoop192(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
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
      const Vec<float> v13 = Apply<35, float>(x11, v12, x11);
      const Vec<float> v14 = Apply<32, float>(x12, v13, x12);
      const Vec<float> v15 = Apply<34, float>(v10, v14, v10);
      const Vec<float> v16 = Apply<33, float>(x1, v15, x1);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v16);
    });
  }
}

void EwLoop193(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
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
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<34, float>(x6, v2, x6);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<3, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<34, float>(x7, x5, x7);
      const Vec<float> v8 = Apply<34, float>(x8, v2, x8);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      const Vec<float> v10 = Apply<34, float>(x9, v6, x9);
      const Vec<float> v11 = Apply<33, float>(x1, v10, x1);
      io.Write(q0 + j, v9);
      io.Write(q1 + j, v11);
    });
  }
}

void EwLoop194(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x0, x3);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      const Vec<float> v3 = Apply<3, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<34, float>(x4, v3, x4);
      const Vec<float> v5 = Apply<33, float>(x5, v4, x5);
      io.Write(q0 + j, v5);
    });
  }
}

void EwLoop195(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<32, float>(v0, v1, v0);
      io.Write(q0 + j, v2);
    });
  }
}

void EwLoop196(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v4 = Apply<34, float>(x5, v2, x5);
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<3, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<34, float>(x6, x4, x6);
      const Vec<float> v8 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      const Vec<float> v10 = Apply<34, float>(x8, v6, x8);
      const Vec<float> v11 = Apply<33, float>(x1, v10, x1);
      io.Write(q0 + j, v9);
      io.Write(q1 + j, v11);
    });
  }
}

void EwLoop197(const EwRange& range) {
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
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v7 = Apply<34, float>(x5, v5, x5);
      const Vec<float> v8 = Apply<32, float>(v6, v7, v6);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v8);
    });
  }
}

void EwLoop198(const EwRange& range) {
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
      const Vec<float> v5 = Apply<32, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x6, v2, x6);
      const Vec<float> v7 = Apply<34, float>(x4, v5, x4);
      const Vec<float> v8 = Apply<32, float>(v6, v7, v6);
      io.Write(q0 + j, v5);
      io.Write(q1 + j, v8);
    });
  }
}

void EwLoop199(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  const Vec<float> x15 = Set<float>(*range.in[15]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<34, float>(v7, x7, v7);
      const Vec<float> v9 = Apply<32, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<35, float>(v2, v9, v2);
      const Vec<float> v11 = Apply<34, float>(x9, v10, x9);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      const Vec<float> v13 = Apply<34, float>(x11, x12, x11);
      const Vec<float> v14 = Apply<34, float>(x13, v12, x13);
      const Vec<float> v15 = Apply<32, float>(v13, v14, v13);
      const Vec<float> v16 = Apply<34, float>(x14, v12, x14);
      const Vec<float> v17 = Apply<34, float>(x15, v15, x15);
      const Vec<float> v18 = Apply<32, float>(v16, v17, v16);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v12);
      io.Write(q2 + j, v15);
      io.Write(q3 + j, v18);
    });
  }
}

void EwLoop200(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<18, float>(x0, x0, x0);
      const Vec<float> v2 = Apply<34, float>(x3, v1, x3);
      const Vec<float> v3 = Apply<32, float>(v0, v2, v0);
      const Vec<float> v4 = Apply<8, float>(v3, v3, v3);
      const Vec<float> v5 = Apply<34, float>(v4, x4, v4);
      const Vec<float> v6 = Apply<32, float>(v5, x5, v5);
      const Vec<float> v7 = Apply<35, float>(x0, v6, x0);
      const Vec<float> v8 = Apply<34, float>(x6, v7, x6);
      const Vec<float> v9 = Apply<33, float>(x7, v8, x7);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v9);
    });
  }
}

template <typename Whole>
void EwLoop201(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p3 = range.in[3] + first * range.in_step[3];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    float* q2 = range.out[2] + first * range.out_step[2];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x3 = io.Read(p3 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(x4, v0, x4);
      const Vec<float> v3 = Apply<32, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, v0, x5);
      const Vec<float> v5 = Apply<34, float>(x6, v3, x6);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      io.Write(q0 + at, v0);
      io.Write(q1 + at, v3);
      io.Write(q2 + at, v6);
    };
  });
}

void EwLoop202(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<34, float>(v7, x7, v7);
      const Vec<float> v9 = Apply<32, float>(v8, x8, v8);
      const Vec<float> v10 = Apply<35, float>(v2, v9, v2);
      const Vec<float> v11 = Apply<34, float>(x9, v10, x9);
      const Vec<float> v12 = Apply<33, float>(x10, v11, x10);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v12);
    });
  }
}

void EwLoop203(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p9 = range.in[9] + row * range.in_step[9];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x5, v4, x5);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<34, float>(v7, x6, v7);
      const Vec<float> v9 = Apply<32, float>(v8, x7, v8);
      const Vec<float> v10 = Apply<35, float>(v2, v9, v2);
      const Vec<float> v11 = Apply<34, float>(x8, v10, x8);
      const Vec<float> v12 = Apply<33, float>(x9, v11, x9);
      const Vec<float> v13 = Apply<34, float>(x10, x11, x10);
      const Vec<float> v14 = Apply<34, float>(x12, v12, x12);
      const Vec<float> v15 = Apply<32, float>(v13, v14, v13);
      const Vec<float> v16 = Apply<34, float>(x13, v12, x13);
      const Vec<float> v17 = Apply<34, float>(x14, v15, x14);
      const Vec<float> v18 = Apply<32, float>(v16, v17, v16);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v12);
      io.Write(q2 + j, v15);
      io.Write(q3 + j, v18);
    });
  }
}

void EwLoop204(const EwRange& range) {
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

void EwLoop205(const EwRange& range) {
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

void EwLoop206(const EwRange& range) {
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

void EwLoop207(const EwRange& range) {
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

void EwLoop208(const EwRange& range) {
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

void EwLoop209(const EwRange& range) {
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

void EwLoop210(const EwRange& range) {
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

void EwLoop211(const EwRange& range) {
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

void EwLoop212(const EwRange& range) {
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

void EwLoop213(const EwRange& range) {
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

void EwLoop214(const EwRange& range) {
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

void EwLoop215(const EwRange& range) {
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

void EwLoop216(const EwRange& range) {
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

void EwLoop217(const EwRange& range) {
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

void EwLoop218(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<32, float>(x4, v3, x4);
      const Vec<float> v5 = Apply<34, float>(x5, v2, x5);
      const Vec<float> v6 = Apply<32, float>(v4, x6, v4);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<33, float>(x1, v8, x1);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v9);
    });
  }
}

void EwLoop219(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<32, float>(x3, v3, x3);
      const Vec<float> v5 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v6 = Apply<32, float>(v4, x5, v4);
      const Vec<float> v7 = Apply<8, float>(v6, v6, v6);
      const Vec<float> v8 = Apply<35, float>(v5, v7, v5);
      const Vec<float> v9 = Apply<33, float>(x1, v8, x1);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v9);
    });
  }
}

void EwLoop220(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x4, x7, x4);
      const Vec<float> v8 = Apply<34, float>(x6, v2, x6);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      const Vec<float> v10 = Apply<34, float>(x8, v2, x8);
      const Vec<float> v11 = Apply<18, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<33, float>(v6, v11, v6);
      const Vec<float> v13 = Apply<36, float>(v12, x9, v12);
      const Vec<float> v14 = Apply<32, float>(v13, x10, v13);
      const Vec<float> v15 = Apply<8, float>(v14, v14, v14);
      const Vec<float> v16 = Apply<35, float>(v10, v15, v10);
      const Vec<float> v17 = Apply<33, float>(x1, v16, x1);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop221(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x5, v4, x5);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x3, x6, x3);
      const Vec<float> v8 = Apply<34, float>(x5, v2, x5);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      const Vec<float> v10 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v11 = Apply<18, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<33, float>(v6, v11, v6);
      const Vec<float> v13 = Apply<36, float>(v12, x8, v12);
      const Vec<float> v14 = Apply<32, float>(v13, x9, v13);
      const Vec<float> v15 = Apply<8, float>(v14, v14, v14);
      const Vec<float> v16 = Apply<35, float>(v10, v15, v10);
      const Vec<float> v17 = Apply<33, float>(x1, v16, x1);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v17);
    });
  }
}

void EwLoop222(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v8 = Apply<32, float>(v6, x8, v6);
      const Vec<float> v9 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v10 = Apply<35, float>(v7, v9, v7);
      const Vec<float> v11 = Apply<34, float>(x9, x10, x9);
      const Vec<float> v12 = Apply<32, float>(v11, v10, v11);
      const Vec<float> v13 = Apply<33, float>(x1, v12, x1);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v12);
      io.Write(q2 + j, v13);
    });
  }
}

void EwLoop223(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p9 = range.in[9] + row * range.in_step[9];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x9 = io.Read(p9 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x5, v4, x5);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x6, v2, x6);
      const Vec<float> v8 = Apply<32, float>(v6, x7, v6);
      const Vec<float> v9 = Apply<8, float>(v8, v8, v8);
      const Vec<float> v10 = Apply<35, float>(v7, v9, v7);
      const Vec<float> v11 = Apply<34, float>(x8, x9, x8);
      const Vec<float> v12 = Apply<32, float>(v11, v10, v11);
      const Vec<float> v13 = Apply<33, float>(x1, v12, x1);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v12);
      io.Write(q2 + j, v13);
    });
  }
}

void EwLoop224(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x12 = io.Read(p12 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, x5, x4);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x6, v4, x6);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x4, x7, x4);
      const Vec<float> v8 = Apply<34, float>(x6, v2, x6);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      const Vec<float> v10 = Apply<34, float>(x8, v2, x8);
      const Vec<float> v11 = Apply<18, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<33, float>(v6, v11, v6);
      const Vec<float> v13 = Apply<36, float>(v12, x9, v12);
      const Vec<float> v14 = Apply<32, float>(v13, x10, v13);
      const Vec<float> v15 = Apply<8, float>(v14, v14, v14);
      const Vec<float> v16 = Apply<35, float>(v10, v15, v10);
      const Vec<float> v17 = Apply<34, float>(x11, x12, x11);
      const Vec<float> v18 = Apply<32, float>(v17, v16, v17);
      const Vec<float> v19 = Apply<33, float>(x1, v18, x1);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v18);
      io.Write(q3 + j, v19);
    });
  }
}

void EwLoop225(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    const float* p11 = range.in[11] + row * range.in_step[11];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x11 = io.Read(p11 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v4 = Apply<18, float>(v2, v2, v2);
      const Vec<float> v5 = Apply<34, float>(x5, v4, x5);
      const Vec<float> v6 = Apply<32, float>(v3, v5, v3);
      const Vec<float> v7 = Apply<34, float>(x3, x6, x3);
      const Vec<float> v8 = Apply<34, float>(x5, v2, x5);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      const Vec<float> v10 = Apply<34, float>(x7, v2, x7);
      const Vec<float> v11 = Apply<18, float>(v9, v9, v9);
      const Vec<float> v12 = Apply<33, float>(v6, v11, v6);
      const Vec<float> v13 = Apply<36, float>(v12, x8, v12);
      const Vec<float> v14 = Apply<32, float>(v13, x9, v13);
      const Vec<float> v15 = Apply<8, float>(v14, v14, v14);
      const Vec<float> v16 = Apply<35, float>(v10, v15, v10);
      const Vec<float> v17 = Apply<34, float>(x10, x11, x10);
      const Vec<float> v18 = Apply<32, float>(v17, v16, v17);
      const Vec<float> v19 = Apply<33, float>(x1, v18, x1);
      io.Write(q0 + j, v6);
      io.Write(q1 + j, v9);
      io.Write(q2 + j, v18);
      io.Write(q3 + j, v19);
    });
  }
}

void EwLoop226(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x10 = Set<float>(*range.in[10]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p7 = range.in[7] + row * range.in_step[7];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<33, float>(x5, v3, x5);
      const Vec<float> v5 = Apply<34, float>(x6, x7, x6);
      const Vec<float> v6 = Apply<34, float>(x8, v4, x8);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<34, float>(x9, v4, x9);
      const Vec<float> v9 = Apply<34, float>(x10, v7, x10);
      const Vec<float> v10 = Apply<32, float>(v8, v9, v8);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v10);
    });
  }
}

void EwLoop227(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, v0, x3);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<33, float>(x5, v3, x5);
      io.Write(q0 + j, v4);
    });
  }
}

void EwLoop228(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<3, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<33, float>(x4, v3, x4);
      const Vec<float> v5 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v6 = Apply<34, float>(x7, v4, x7);
      const Vec<float> v7 = Apply<32, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<34, float>(x8, v4, x8);
      const Vec<float> v9 = Apply<34, float>(x9, v7, x9);
      const Vec<float> v10 = Apply<32, float>(v8, v9, v8);
      io.Write(q0 + j, v4);
      io.Write(q1 + j, v7);
      io.Write(q2 + j, v10);
    });
  }
}

void EwLoop229(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<32, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<34, float>(x7, v3, x7);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v3);
      io.Write(q2 + j, v6);
    });
  }
}

void EwLoop230(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<32, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<34, float>(x7, v3, x7);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v3);
      io.Write(q2 + j, v6);
    });
  }
}

void EwLoop231(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> x12 = io.Read(p12 + j);
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
      const Vec<float> v13 = Apply<34, float>(x11, x12, x11);
      const Vec<float> v14 = Apply<34, float>(x13, v12, x13);
      const Vec<float> v15 = Apply<32, float>(v13, v14, v13);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v12);
      io.Write(q3 + j, v15);
    });
  }
}

void EwLoop232(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> x12 = io.Read(p12 + j);
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
      const Vec<float> v13 = Apply<34, float>(x11, x12, x11);
      const Vec<float> v14 = Apply<34, float>(x13, v12, x13);
      const Vec<float> v15 = Apply<32, float>(v13, v14, v13);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v12);
      io.Write(q3 + j, v15);
    });
  }
}

void EwLoop233(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    const float* p13 = range.in[13] + row * range.in_step[13];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> x13 = io.Read(p13 + j);
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
      const Vec<float> v15 = Apply<34, float>(x12, x13, x12);
      const Vec<float> v16 = Apply<34, float>(x14, v14, x14);
      const Vec<float> v17 = Apply<32, float>(v15, v16, v15);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v14);
      io.Write(q3 + j, v17);
    });
  }
}

void EwLoop234(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x12 = Set<float>(*range.in[12]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    const float* p13 = range.in[13] + row * range.in_step[13];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> x13 = io.Read(p13 + j);
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
      const Vec<float> v15 = Apply<34, float>(x12, x13, x12);
      const Vec<float> v16 = Apply<34, float>(x14, v14, x14);
      const Vec<float> v17 = Apply<32, float>(v15, v16, v15);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v14);
      io.Write(q3 + j, v17);
    });
  }
}

void EwLoop235(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> x12 = io.Read(p12 + j);
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
      const Vec<float> v13 = Apply<34, float>(x11, x12, x11);
      const Vec<float> v14 = Apply<34, float>(x13, v12, x13);
      const Vec<float> v15 = Apply<32, float>(v13, v14, v13);
      const Vec<float> v16 = Apply<64, float>(x14, v15, v12);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v15);
      io.Write(q3 + j, v16);
    });
  }
}

void EwLoop236(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  const Vec<float> x9 = Set<float>(*range.in[9]);
  const Vec<float> x11 = Set<float>(*range.in[11]);
  const Vec<float> x13 = Set<float>(*range.in[13]);
  const Vec<float> x14 = Set<float>(*range.in[14]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    const float* p5 = range.in[5] + row * range.in_step[5];
    const float* p10 = range.in[10] + row * range.in_step[10];
    const float* p12 = range.in[12] + row * range.in_step[12];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x10 = io.Read(p10 + j);
      const Vec<float> x12 = io.Read(p12 + j);
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
      const Vec<float> v13 = Apply<34, float>(x11, x12, x11);
      const Vec<float> v14 = Apply<34, float>(x13, v12, x13);
      const Vec<float> v15 = Apply<32, float>(v13, v14, v13);
      const Vec<float> v16 = Apply<64, float>(x14, v15, v12);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v15);
      io.Write(q3 + j, v16);
    });
  }
}

void EwLoop237(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<32, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<34, float>(x7, v3, x7);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<64, float>(x8, v6, v3);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v7);
    });
  }
}

void EwLoop238(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
  const Vec<float> x8 = Set<float>(*range.in[8]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p3 = range.in[3] + row * range.in_step[3];
    const float* p4 = range.in[4] + row * range.in_step[4];
    const float* p6 = range.in[6] + row * range.in_step[6];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<34, float>(x1, x0, x1);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<33, float>(v1, v0, v1);
      const Vec<float> v3 = Apply<32, float>(x4, v2, x4);
      const Vec<float> v4 = Apply<34, float>(x5, x6, x5);
      const Vec<float> v5 = Apply<34, float>(x7, v3, x7);
      const Vec<float> v6 = Apply<32, float>(v4, v5, v4);
      const Vec<float> v7 = Apply<64, float>(x8, v6, v3);
      io.Write(q0 + j, v2);
      io.Write(q1 + j, v6);
      io.Write(q2 + j, v7);
    });
  }
}

void EwLoop239(const EwRange& range) {
  const Vec<float> x0 = Set<float>(*range.in[0]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p1 = range.in[1] + row * range.in_step[1];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<32, float>(x2, v0, x2);
      io.Write(q0 + j, v1);
    });
  }
}

void EwLoop240(const EwRange& range) {
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

template <typename Whole>
void EwLoop241(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<11, float>(v0, v0, v0);
      io.Write(q0 + at, v1);
    };
  });
}

void EwLoop242(const EwRange& range) {
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

void EwLoop243(const EwRange& range) {
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

template <typename Whole>
void EwLoop244(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<13, float>(v0, v0, v0);
      io.Write(q0 + at, v1);
    };
  });
}

void EwLoop245(const EwRange& range) {
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

void EwLoop246(const EwRange& range) {
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

template <typename Whole>
void EwLoop247(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<20, float>(v0, v0, v0);
      io.Write(q0 + at, v0);
      io.Write(q1 + at, v1);
    };
  });
}

void EwLoop248(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<18, float>(x1, x1, x1);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<4, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<34, float>(v2, x3, v2);
      const Vec<float> v4 = Apply<34, float>(x1, x4, x1);
      const Vec<float> v5 = Apply<12, float>(v4, v4, v4);
      const Vec<float> v6 = Apply<32, float>(v5, x5, v5);
      const Vec<float> v7 = Apply<34, float>(v6, x6, v6);
      const Vec<float> v8 = Apply<34, float>(x1, v3, x1);
      const Vec<float> v9 = Apply<32, float>(v7, v8, v7);
      const Vec<float> v10 = Apply<34, float>(x0, v9, x0);
      io.Write(q0 + j, v10);
    });
  }
}

void EwLoop249(const EwRange& range) {
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  const Vec<float> x7 = Set<float>(*range.in[7]);
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
      const Vec<float> v2 = Apply<34, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<4, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<34, float>(v3, x4, v3);
      const Vec<float> v5 = Apply<34, float>(x2, x5, x2);
      const Vec<float> v6 = Apply<12, float>(v5, v5, v5);
      const Vec<float> v7 = Apply<32, float>(v6, x6, v6);
      const Vec<float> v8 = Apply<34, float>(v7, x7, v7);
      const Vec<float> v9 = Apply<34, float>(x2, v4, x2);
      const Vec<float> v10 = Apply<32, float>(v8, v9, v8);
      const Vec<float> v11 = Apply<34, float>(v0, v10, v0);
      io.Write(q0 + j, v11);
    });
  }
}

template <typename Whole>
void EwLoop250(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<20, float>(v0, v0, v0);
      io.Write(q0 + at, v1);
    };
  });
}

template <typename Whole>
void EwLoop251(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    float* q2 = range.out[2] + first * range.out_step[2];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<13, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<34, float>(v0, v1, v0);
      io.Write(q0 + at, v0);
      io.Write(q1 + at, v1);
      io.Write(q2 + at, v2);
    };
  });
}

void EwLoop252(const EwRange& range) {
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

void EwLoop253(const EwRange& range) {
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

template <typename Whole>
void EwLoop254(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<13, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<34, float>(v0, v1, v0);
      io.Write(q0 + at, v2);
    };
  });
}

template <typename Whole>
void EwLoop255(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    float* q2 = range.out[2] + first * range.out_step[2];
    float* q3 = range.out[3] + first * range.out_step[3];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<37, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<5, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<64, float>(v1, v0, v3);
      io.Write(q0 + at, v0);
      io.Write(q1 + at, v1);
      io.Write(q2 + at, v3);
      io.Write(q3 + at, v4);
    };
  });
}

void EwLoop256(const EwRange& range) {
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

void EwLoop257(const EwRange& range) {
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

template <typename Whole>
void EwLoop258(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<37, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<5, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<64, float>(v1, v0, v3);
      io.Write(q0 + at, v4);
    };
  });
}

template <typename Whole>
void EwLoop259(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<64, float>(v1, v0, v2);
      io.Write(q0 + at, v1);
      io.Write(q1 + at, v3);
    };
  });
}

void EwLoop260(const EwRange& range) {
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

void EwLoop261(const EwRange& range) {
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

template <typename Whole>
void EwLoop262(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<64, float>(v1, v0, v2);
      io.Write(q0 + at, v3);
    };
  });
}

template <typename Whole>
void EwLoop263(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    float* q2 = range.out[2] + first * range.out_step[2];
    float* q3 = range.out[3] + first * range.out_step[3];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<37, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<5, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<34, float>(v3, x4, v3);
      const Vec<float> v5 = Apply<64, float>(v1, v0, v4);
      const Vec<float> v6 = Apply<34, float>(v5, x5, v5);
      io.Write(q0 + at, v0);
      io.Write(q1 + at, v1);
      io.Write(q2 + at, v3);
      io.Write(q3 + at, v6);
    };
  });
}

void EwLoop264(const EwRange& range) {
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

void EwLoop265(const EwRange& range) {
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

template <typename Whole>
void EwLoop266(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<43, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<37, float>(v0, x3, v0);
      const Vec<float> v3 = Apply<5, float>(v2, v2, v2);
      const Vec<float> v4 = Apply<34, float>(v3, x4, v3);
      const Vec<float> v5 = Apply<64, float>(v1, v0, v4);
      const Vec<float> v6 = Apply<34, float>(v5, x5, v5);
      io.Write(q0 + at, v6);
    };
  });
}

template <typename Whole>
void EwLoop267(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<14, float>(v0, v0, v0);
      io.Write(q0 + at, v0);
      io.Write(q1 + at, v1);
    };
  });
}

void EwLoop268(const EwRange& range) {
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

void EwLoop269(const EwRange& range) {
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

template <typename Whole>
void EwLoop270(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<14, float>(v0, v0, v0);
      io.Write(q0 + at, v1);
    };
  });
}

template <typename Whole>
void EwLoop271(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    float* q2 = range.out[2] + first * range.out_step[2];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<14, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<11, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<34, float>(v0, v2, v0);
      io.Write(q0 + at, v0);
      io.Write(q1 + at, v2);
      io.Write(q2 + at, v3);
    };
  });
}

void EwLoop272(const EwRange& range) {
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

void EwLoop273(const EwRange& range) {
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

template <typename Whole>
void EwLoop274(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<14, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<11, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<34, float>(v0, v2, v0);
      io.Write(q0 + at, v3);
    };
  });
}

template <typename Whole>
void EwLoop275(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    float* q2 = range.out[2] + first * range.out_step[2];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<35, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<32, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<36, float>(v2, x4, v2);
      const Vec<float> v4 = Apply<37, float>(v3, x5, v3);
      io.Write(q0 + at, v2);
      io.Write(q1 + at, v3);
      io.Write(q2 + at, v4);
    };
  });
}

void EwLoop276(const EwRange& range) {
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

void EwLoop277(const EwRange& range) {
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

template <typename Whole>
void EwLoop278(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x5 = Set<float>(*range.in[5]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<35, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<32, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<36, float>(v2, x4, v2);
      const Vec<float> v4 = Apply<37, float>(v3, x5, v3);
      io.Write(q0 + at, v4);
    };
  });
}

template <typename Whole>
void EwLoop279(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    float* q2 = range.out[2] + first * range.out_step[2];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<2, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<32, float>(v1, x2, v1);
      const Vec<float> v3 = Apply<35, float>(v0, v2, v0);
      io.Write(q0 + at, v0);
      io.Write(q1 + at, v2);
      io.Write(q2 + at, v3);
    };
  });
}

void EwLoop280(const EwRange& range) {
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

void EwLoop281(const EwRange& range) {
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

template <typename Whole>
void EwLoop282(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<2, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<32, float>(v1, x2, v1);
      const Vec<float> v3 = Apply<35, float>(v0, v2, v0);
      io.Write(q0 + at, v3);
    };
  });
}

void EwLoop283(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      io.Write(q0 + j, v0);
    });
  }
}

void EwLoop284(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, v0, x2);
      const Vec<float> v2 = Apply<32, float>(x1, v1, x1);
      io.Write(q0 + j, v2);
    });
  }
}

void EwLoop285(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p1 = range.in[1] + row * range.in_step[1];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<35, float>(v0, x2, v0);
      io.Write(q0 + j, v1);
    });
  }
}

void EwLoop286(const EwRange& range) {
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
    float* q2 = range.out[2] + row * range.out_step[2];
    float* q3 = range.out[3] + row * range.out_step[3];
    float* q4 = range.out[4] + row * range.out_step[4];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> v0 = Apply<35, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<32, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<8, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<35, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<34, float>(x4, v3, x4);
      const Vec<float> v5 = Apply<35, float>(x5, v2, x5);
      const Vec<float> v6 = Apply<34, float>(x4, x6, x4);
      const Vec<float> v7 = Apply<34, float>(v6, v3, v6);
      const Vec<float> v8 = Apply<35, float>(v7, x7, v7);
      io.Write(q0 + j, v0);
      io.Write(q1 + j, v3);
      io.Write(q2 + j, v4);
      io.Write(q3 + j, v5);
      io.Write(q4 + j, v8);
    });
  }
}

template <typename Whole>
void EwLoop287(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p5 = range.in[5] + first * range.in_step[5];
    const float* p1 = range.in[1];
    const float* p2 = range.in[2];
    const float* p3 = range.in[3];
    const float* p4 = range.in[4];
    const float* p6 = range.in[6];
    const float* p7 = range.in[7];
    const float* p8 = range.in[8];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x5 = io.Read(p5 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> x8 = io.Read(p8 + j);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<32, float>(v2, x4, v2);
      const Vec<float> v4 = Apply<34, float>(x5, x3, x5);
      const Vec<float> v5 = Apply<33, float>(v4, x6, v4);
      const Vec<float> v6 = Apply<34, float>(v1, x7, v1);
      const Vec<float> v7 = Apply<33, float>(v5, v6, v5);
      const Vec<float> v8 = Apply<34, float>(x8, v7, x8);
      io.Write(q0 + at, v3);
      io.Write(q1 + at, v8);
    };
  });
}

void EwLoop288(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> v0 = Apply<35, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<32, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<8, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<35, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<35, float>(x4, v2, x4);
      io.Write(q0 + j, v0);
      io.Write(q1 + j, v3);
      io.Write(q2 + j, v4);
    });
  }
}

template <typename Whole>
void EwLoop289(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    const float* p2 = range.in[2];
    const float* p3 = range.in[3];
    const float* p4 = range.in[4];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<32, float>(v2, x4, v2);
      const Vec<float> v4 = Apply<16, float>(v3, v3, v3);
      io.Write(q0 + at, v4);
    };
  });
}

template <typename Whole>
void EwLoop290(const EwRange& range) {
  const Vec<float> x3 = Set<float>(*range.in[3]);
  ForRows<Whole>(range, [&](int64_t first, int64_t row) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p2 = range.in[2] + first * range.in_step[2];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    float* q2 = range.out[2] + first * range.out_step[2];
    const Vec<float> x4 = Set<float>(range.in[4][row * range.in_step[4]]);
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x2 = io.Read(p2 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<33, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<18, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<34, float>(v1, x3, v1);
      const Vec<float> v4 = Apply<34, float>(x4, v3, x4);
      const Vec<float> v5 = Apply<34, float>(v1, x4, v1);
      io.Write(q0 + at, v2);
      io.Write(q1 + at, v4);
      io.Write(q2 + at, v5);
    };
  });
}

void EwLoop291(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      io.Write(q0 + j, v0);
    });
  }
}

template <typename Whole>
void EwLoop292(const EwRange& range) {
  const Vec<float> x4 = Set<float>(*range.in[4]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1] + first * range.in_step[1];
    const float* p3 = range.in[3] + first * range.in_step[3];
    const float* p2 = range.in[2];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + at);
      const Vec<float> x3 = io.Read(p3 + at);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<33, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<43, float>(x3, x4, x3);
      const Vec<float> v2 = Apply<34, float>(x0, v1, x0);
      const Vec<float> v3 = Apply<34, float>(v0, x0, v0);
      const Vec<float> v4 = Apply<34, float>(v3, v1, v3);
      io.Write(q0 + at, v2);
      io.Write(q1 + at, v4);
    };
  });
}

void EwLoop293(const EwRange& range) {
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
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<35, float>(v1, x3, v1);
      io.Write(q0 + j, v2);
    });
  }
}

template <typename Whole>
void EwLoop294(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p3 = range.in[3] + first * range.in_step[3];
    const float* p1 = range.in[1];
    const float* p2 = range.in[2];
    const float* p4 = range.in[4];
    const float* p5 = range.in[5];
    const float* p6 = range.in[6];
    const float* p7 = range.in[7];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x3 = io.Read(p3 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> x6 = io.Read(p6 + j);
      const Vec<float> x7 = io.Read(p7 + j);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<33, float>(v2, x5, v2);
      const Vec<float> v4 = Apply<34, float>(v1, x6, v1);
      const Vec<float> v5 = Apply<33, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      io.Write(q0 + at, v6);
    };
  });
}

void EwLoop295(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p2 = range.in[2] + row * range.in_step[2];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<8, float>(v0, v0, v0);
      const Vec<float> v2 = Apply<35, float>(x2, v1, x2);
      io.Write(q0 + j, v2);
    });
  }
}

template <typename Whole>
void EwLoop296(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    const float* p2 = range.in[2];
    const float* p3 = range.in[3];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<32, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<16, float>(v2, v2, v2);
      io.Write(q0 + at, v3);
    };
  });
}

template <typename Whole>
void EwLoop297(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p2 = range.in[2] + first * range.in_step[2];
    const float* p1 = range.in[1];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x2 = io.Read(p2 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> v0 = Apply<32, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<33, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<18, float>(v1, v1, v1);
      io.Write(q0 + at, v2);
    };
  });
}

template <typename Whole>
void EwLoop298(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    const float* p2 = range.in[2];
    const float* p3 = range.in[3];
    const float* p4 = range.in[4];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<32, float>(v2, x4, v2);
      io.Write(q0 + at, v3);
    };
  });
}

template <typename Whole>
void EwLoop299(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1];
    const float* p2 = range.in[2];
    const float* p3 = range.in[3];
    float* q0 = range.out[0] + first * range.out_step[0];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + j);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<32, float>(v1, x3, v1);
      io.Write(q0 + at, v2);
    };
  });
}

void EwLoop300(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  const Vec<float> x6 = Set<float>(*range.in[6]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    const float* p5 = range.in[5] + row * range.in_step[5];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    float* q2 = range.out[2] + row * range.out_step[2];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<35, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<32, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<8, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<35, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<35, float>(x4, v2, x4);
      const Vec<float> v5 = Apply<34, float>(x5, v3, x5);
      const Vec<float> v6 = Apply<35, float>(v5, x6, v5);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v4);
      io.Write(q2 + j, v6);
    });
  }
}

void EwLoop301(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  const Vec<float> x4 = Set<float>(*range.in[4]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    float* q0 = range.out[0] + row * range.out_step[0];
    float* q1 = range.out[1] + row * range.out_step[1];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> v0 = Apply<35, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<32, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<8, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<35, float>(x3, v2, x3);
      const Vec<float> v4 = Apply<35, float>(x4, v2, x4);
      io.Write(q0 + j, v3);
      io.Write(q1 + j, v4);
    });
  }
}

template <typename Whole>
void EwLoop302(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t row) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p3 = range.in[3];
    const float* p4 = range.in[4];
    float* q0 = range.out[0] + first * range.out_step[0];
    const Vec<float> x1 = Set<float>(range.in[1][row * range.in_step[1]]);
    const Vec<float> x2 = Set<float>(range.in[2][row * range.in_step[2]]);
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<32, float>(v2, x4, v2);
      const Vec<float> v4 = Apply<16, float>(v3, v3, v3);
      io.Write(q0 + at, v4);
    };
  });
}

template <typename Whole>
void EwLoop303(const EwRange& range) {
  const Vec<float> x4 = Set<float>(*range.in[4]);
  ForRows<Whole>(range, [&](int64_t first, int64_t row) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1] + first * range.in_step[1];
    const float* p3 = range.in[3] + first * range.in_step[3];
    const float* p5 = range.in[5];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    const Vec<float> x2 = Set<float>(range.in[2][row * range.in_step[2]]);
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + at);
      const Vec<float> x3 = io.Read(p3 + at);
      const Vec<float> x5 = io.Read(p5 + j);
      const Vec<float> v0 = Apply<33, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<43, float>(x3, x4, x3);
      const Vec<float> v2 = Apply<34, float>(x0, v1, x0);
      const Vec<float> v3 = Apply<34, float>(x5, v0, x5);
      const Vec<float> v4 = Apply<34, float>(v3, x0, v3);
      const Vec<float> v5 = Apply<34, float>(v4, v1, v4);
      io.Write(q0 + at, v2);
      io.Write(q1 + at, v5);
    };
  });
}

template <typename Whole>
void EwLoop304(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t row) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p3 = range.in[3] + first * range.in_step[3];
    const float* p4 = range.in[4];
    float* q0 = range.out[0] + first * range.out_step[0];
    const Vec<float> x1 = Set<float>(range.in[1][row * range.in_step[1]]);
    const Vec<float> x2 = Set<float>(range.in[2][row * range.in_step[2]]);
    const Vec<float> x5 = Set<float>(range.in[5][row * range.in_step[5]]);
    const Vec<float> x6 = Set<float>(range.in[6][row * range.in_step[6]]);
    const Vec<float> x7 = Set<float>(range.in[7][row * range.in_step[7]]);
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x3 = io.Read(p3 + at);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<33, float>(v2, x5, v2);
      const Vec<float> v4 = Apply<34, float>(v1, x6, v1);
      const Vec<float> v5 = Apply<33, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      io.Write(q0 + at, v6);
    };
  });
}

void EwLoop305(const EwRange& range) {
  const Vec<float> x1 = Set<float>(*range.in[1]);
  const Vec<float> x2 = Set<float>(*range.in[2]);
  const Vec<float> x3 = Set<float>(*range.in[3]);
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> v0 = Apply<35, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<32, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<8, float>(v1, v1, v1);
      const Vec<float> v3 = Apply<35, float>(x3, v2, x3);
      io.Write(q0 + j, v3);
    });
  }
}

template <typename Whole>
void EwLoop306(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t row) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p3 = range.in[3];
    const float* p4 = range.in[4];
    float* q0 = range.out[0] + first * range.out_step[0];
    const Vec<float> x1 = Set<float>(range.in[1][row * range.in_step[1]]);
    const Vec<float> x2 = Set<float>(range.in[2][row * range.in_step[2]]);
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<32, float>(v2, x4, v2);
      io.Write(q0 + at, v3);
    };
  });
}

template <typename Whole>
void EwLoop307(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t row) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p3 = range.in[3] + first * range.in_step[3];
    const float* p4 = range.in[4] + first * range.in_step[4];
    float* q0 = range.out[0] + first * range.out_step[0];
    const Vec<float> x1 = Set<float>(range.in[1][row * range.in_step[1]]);
    const Vec<float> x2 = Set<float>(range.in[2][row * range.in_step[2]]);
    return [=](auto io, int64_t at, int64_t) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x3 = io.Read(p3 + at);
      const Vec<float> x4 = io.Read(p4 + at);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(v1, x3, v1);
      const Vec<float> v3 = Apply<32, float>(v2, x4, v2);
      io.Write(q0 + at, v3);
    };
  });
}

void EwLoop308(const EwRange& range) {
  for (int64_t row = 0; row < range.rows; row++) {
    const float* p0 = range.in[0] + row * range.in_step[0];
    float* q0 = range.out[0] + row * range.out_step[0];
    ForVectors(range.columns, [&](auto io, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + j);
      const Vec<float> v0 = Apply<16, float>(x0, x0, x0);
      io.Write(q0 + j, v0);
    });
  }
}

template <typename Whole>
void EwLoop309(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t row) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p3 = range.in[3] + first * range.in_step[3];
    const float* p4 = range.in[4] + first * range.in_step[4];
    float* q0 = range.out[0] + first * range.out_step[0];
    const Vec<float> x1 = Set<float>(range.in[1][row * range.in_step[1]]);
    const Vec<float> x2 = Set<float>(range.in[2][row * range.in_step[2]]);
    const Vec<float> x5 = Set<float>(range.in[5][row * range.in_step[5]]);
    const Vec<float> x6 = Set<float>(range.in[6][row * range.in_step[6]]);
    const Vec<float> x7 = Set<float>(range.in[7][row * range.in_step[7]]);
    return [=](auto io, int64_t at, int64_t) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x3 = io.Read(p3 + at);
      const Vec<float> x4 = io.Read(p4 + at);
      const Vec<float> v0 = Apply<33, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v3 = Apply<33, float>(v2, x5, v2);
      const Vec<float> v4 = Apply<34, float>(v1, x6, v1);
      const Vec<float> v5 = Apply<33, float>(v3, v4, v3);
      const Vec<float> v6 = Apply<34, float>(x7, v5, x7);
      io.Write(q0 + at, v6);
    };
  });
}

template <typename Whole>
void EwLoop310(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t row) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p2 = range.in[2];
    float* q0 = range.out[0] + first * range.out_step[0];
    const Vec<float> x1 = Set<float>(range.in[1][row * range.in_step[1]]);
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      const Vec<float> v2 = Apply<16, float>(v1, v1, v1);
      io.Write(q0 + at, v2);
    };
  });
}

template <typename Whole>
void EwLoop311(const EwRange& range) {
  const Vec<float> x2 = Set<float>(*range.in[2]);
  ForRows<Whole>(range, [&](int64_t first, int64_t) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p1 = range.in[1] + first * range.in_step[1];
    const float* p3 = range.in[3] + first * range.in_step[3];
    const float* p4 = range.in[4];
    float* q0 = range.out[0] + first * range.out_step[0];
    float* q1 = range.out[1] + first * range.out_step[1];
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x1 = io.Read(p1 + at);
      const Vec<float> x3 = io.Read(p3 + at);
      const Vec<float> x4 = io.Read(p4 + j);
      const Vec<float> v0 = Apply<43, float>(x1, x2, x1);
      const Vec<float> v1 = Apply<34, float>(x3, x4, x3);
      const Vec<float> v2 = Apply<34, float>(v1, x0, v1);
      const Vec<float> v3 = Apply<34, float>(v2, v0, v2);
      io.Write(q0 + at, v0);
      io.Write(q1 + at, v3);
    };
  });
}

template <typename Whole>
void EwLoop312(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t row) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p2 = range.in[2];
    float* q0 = range.out[0] + first * range.out_step[0];
    const Vec<float> x1 = Set<float>(range.in[1][row * range.in_step[1]]);
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x2 = io.Read(p2 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(v0, x2, v0);
      io.Write(q0 + at, v1);
    };
  });
}

template <typename Whole>
void EwLoop313(const EwRange& range) {
  ForRows<Whole>(range, [&](int64_t first, int64_t row) RL_LAMBDA {
    const float* p0 = range.in[0] + first * range.in_step[0];
    const float* p2 = range.in[2] + first * range.in_step[2];
    const float* p3 = range.in[3];
    float* q0 = range.out[0] + first * range.out_step[0];
    const Vec<float> x1 = Set<float>(range.in[1][row * range.in_step[1]]);
    const Vec<float> x4 = Set<float>(range.in[4][row * range.in_step[4]]);
    const Vec<float> x5 = Set<float>(range.in[5][row * range.in_step[5]]);
    return [=](auto io, int64_t at, int64_t j) RL_LAMBDA {
      const Vec<float> x0 = io.Read(p0 + at);
      const Vec<float> x2 = io.Read(p2 + at);
      const Vec<float> x3 = io.Read(p3 + j);
      const Vec<float> v0 = Apply<34, float>(x0, x1, x0);
      const Vec<float> v1 = Apply<34, float>(x2, x3, x2);
      const Vec<float> v2 = Apply<34, float>(v0, x4, v0);
      const Vec<float> v3 = Apply<33, float>(v1, v2, v1);
      const Vec<float> v4 = Apply<34, float>(x5, v3, x5);
      io.Write(q0 + at, v4);
    };
  });
}

constexpr EwLoops kEwLoops[] = {
    {&EwLoop0, nullptr},
    {&EwLoop1, nullptr},
    {&EwLoop2, nullptr},
    {&EwLoop3, nullptr},
    {&EwLoop4, nullptr},
    {&EwLoop5, nullptr},
    {&EwLoop6, nullptr},
    {&EwLoop7, nullptr},
    {&EwLoop8, nullptr},
    {&EwLoop9, nullptr},
    {&EwLoop10, nullptr},
    {&EwLoop11, nullptr},
    {&EwLoop12, nullptr},
    {&EwLoop13, nullptr},
    {&EwLoop14, nullptr},
    {&EwLoop15, nullptr},
    {&EwLoop16, nullptr},
    {&EwLoop17, nullptr},
    {&EwLoop18, nullptr},
    {&EwLoop19, nullptr},
    {&EwLoop20, nullptr},
    {&EwLoop21, nullptr},
    {&EwLoop22, nullptr},
    {&EwLoop23, nullptr},
    {&EwLoop24, nullptr},
    {&EwLoop25, nullptr},
    {&EwLoop26, nullptr},
    {&EwLoop27, nullptr},
    {&EwLoop28, nullptr},
    {&EwLoop29, nullptr},
    {&EwLoop30, nullptr},
    {&EwLoop31, nullptr},
    {&EwLoop32, nullptr},
    {&EwLoop33, nullptr},
    {&EwLoop34, nullptr},
    {&EwLoop35, nullptr},
    {&EwLoop36, nullptr},
    {&EwLoop37, nullptr},
    {&EwLoop38, nullptr},
    {&EwLoop39, nullptr},
    {&EwLoop40, nullptr},
    {&EwLoop41, nullptr},
    {&EwLoop42, nullptr},
    {&EwLoop43, nullptr},
    {&EwLoop44, nullptr},
    {&EwLoop45, nullptr},
    {&EwLoop46, nullptr},
    {&EwLoop47, nullptr},
    {&EwLoop48<EwWhole>, &EwLoop48<EwWholePast>},
    {&EwLoop49<EwWhole>, &EwLoop49<EwWholePast>},
    {&EwLoop50, nullptr},
    {&EwLoop51, nullptr},
    {&EwLoop52, nullptr},
    {&EwLoop53, nullptr},
    {&EwLoop54, nullptr},
    {&EwLoop55, nullptr},
    {&EwLoop56, nullptr},
    {&EwLoop57, nullptr},
    {&EwLoop58, nullptr},
    {&EwLoop59, nullptr},
    {&EwLoop60, nullptr},
    {&EwLoop61, nullptr},
    {&EwLoop62, nullptr},
    {&EwLoop63, nullptr},
    {&EwLoop64, nullptr},
    {&EwLoop65, nullptr},
    {&EwLoop66, nullptr},
    {&EwLoop67, nullptr},
    {&EwLoop68, nullptr},
    {&EwLoop69, nullptr},
    {&EwLoop70, nullptr},
    {&EwLoop71, nullptr},
    {&EwLoop72, nullptr},
    {&EwLoop73, nullptr},
    {&EwLoop74, nullptr},
    {&EwLoop75, nullptr},
    {&EwLoop76, nullptr},
    {&EwLoop77, nullptr},
    {&EwLoop78, nullptr},
    {&EwLoop79, nullptr},
    {&EwLoop80, nullptr},
    {&EwLoop81, nullptr},
    {&EwLoop82, nullptr},
    {&EwLoop83, nullptr},
    {&EwLoop84, nullptr},
    {&EwLoop85, nullptr},
    {&EwLoop86, nullptr},
    {&EwLoop87, nullptr},
    {&EwLoop88, nullptr},
    {&EwLoop89, nullptr},
    {&EwLoop90, nullptr},
    {&EwLoop91, nullptr},
    {&EwLoop92, nullptr},
    {&EwLoop93, nullptr},
    {&EwLoop94, nullptr},
    {&EwLoop95, nullptr},
    {&EwLoop96, nullptr},
    {&EwLoop97, nullptr},
    {&EwLoop98, nullptr},
    {&EwLoop99, nullptr},
    {&EwLoop100, nullptr},
    {&EwLoop101, nullptr},
    {&EwLoop102, nullptr},
    {&EwLoop103, nullptr},
    {&EwLoop104, nullptr},
    {&EwLoop105, nullptr},
    {&EwLoop106, nullptr},
    {&EwLoop107, nullptr},
    {&EwLoop108, nullptr},
    {&EwLoop109, nullptr},
    {&EwLoop110, nullptr},
    {&EwLoop111, nullptr},
    {&EwLoop112, nullptr},
    {&EwLoop113, nullptr},
    {&EwLoop114, nullptr},
    {&EwLoop115, nullptr},
    {&EwLoop116, nullptr},
    {&EwLoop117, nullptr},
    {&EwLoop118, nullptr},
    {&EwLoop119, nullptr},
    {&EwLoop120, nullptr},
    {&EwLoop121, nullptr},
    {&EwLoop122, nullptr},
    {&EwLoop123, nullptr},
    {&EwLoop124, nullptr},
    {&EwLoop125, nullptr},
    {&EwLoop126, nullptr},
    {&EwLoop127, nullptr},
    {&EwLoop128, nullptr},
    {&EwLoop129, nullptr},
    {&EwLoop130, nullptr},
    {&EwLoop131, nullptr},
    {&EwLoop132, nullptr},
    {&EwLoop133, nullptr},
    {&EwLoop134, nullptr},
    {&EwLoop135, nullptr},
    {&EwLoop136, nullptr},
    {&EwLoop137, nullptr},
    {&EwLoop138, nullptr},
    {&EwLoop139, nullptr},
    {&EwLoop140, nullptr},
    {&EwLoop141, nullptr},
    {&EwLoop142, nullptr},
    {&EwLoop143, nullptr},
    {&EwLoop144, nullptr},
    {&EwLoop145, nullptr},
    {&EwLoop146, nullptr},
    {&EwLoop147, nullptr},
    {&EwLoop148, nullptr},
    {&EwLoop149, nullptr},
    {&EwLoop150, nullptr},
    {&EwLoop151, nullptr},
    {&EwLoop152, nullptr},
    {&EwLoop153, nullptr},
    {&EwLoop154, nullptr},
    {&EwLoop155, nullptr},
    {&EwLoop156, nullptr},
    {&EwLoop157, nullptr},
    {&EwLoop158, nullptr},
    {&EwLoop159, nullptr},
    {&EwLoop160, nullptr},
    {&EwLoop161, nullptr},
    {&EwLoop162, nullptr},
    {&EwLoop163, nullptr},
    {&EwLoop164, nullptr},
    {&EwLoop165, nullptr},
    {&EwLoop166, nullptr},
    {&EwLoop167, nullptr},
    {&EwLoop168, nullptr},
    {&EwLoop169, nullptr},
    {&EwLoop170, nullptr},
    {&EwLoop171, nullptr},
    {&EwLoop172, nullptr},
    {&EwLoop173<EwWhole>, &EwLoop173<EwWholePast>},
    {&EwLoop174, nullptr},
    {&EwLoop175, nullptr},
    {&EwLoop176, nullptr},
    {&EwLoop177, nullptr},
    {&EwLoop178, nullptr},
    {&EwLoop179, nullptr},
    {&EwLoop180, nullptr},
    {&EwLoop181, nullptr},
    {&EwLoop182, nullptr},
    {&EwLoop183, nullptr},
    {&EwLoop184, nullptr},
    {&EwLoop185, nullptr},
    {&EwLoop186, nullptr},
    {&EwLoop187, nullptr},
    {&EwLoop188, nullptr},
    {&EwLoop189, nullptr},
    {&EwLoop190, nullptr},
    {&EwLoop191, nullptr},
    {&EwLoop192, nullptr},
    {&EwLoop193, nullptr},
    {&EwLoop194, nullptr},
    {&EwLoop195, nullptr},
    {&EwLoop196, nullptr},
    {&EwLoop197, nullptr},
    {&EwLoop198, nullptr},
    {&EwLoop199, nullptr},
    {&EwLoop200, nullptr},
    {&EwLoop201<EwWhole>, &EwLoop201<EwWholePast>},
    {&EwLoop202, nullptr},
    {&EwLoop203, nullptr},
    {&EwLoop204, nullptr},
    {&EwLoop205, nullptr},
    {&EwLoop206, nullptr},
    {&EwLoop207, nullptr},
    {&EwLoop208, nullptr},
    {&EwLoop209, nullptr},
    {&EwLoop210, nullptr},
    {&EwLoop211, nullptr},
    {&EwLoop212, nullptr},
    {&EwLoop213, nullptr},
    {&EwLoop214, nullptr},
    {&EwLoop215, nullptr},
    {&EwLoop216, nullptr},
    {&EwLoop217, nullptr},
    {&EwLoop218, nullptr},
    {&EwLoop219, nullptr},
    {&EwLoop220, nullptr},
    {&EwLoop221, nullptr},
    {&EwLoop222, nullptr},
    {&EwLoop223, nullptr},
    {&EwLoop224, nullptr},
    {&EwLoop225, nullptr},
    {&EwLoop226, nullptr},
    {&EwLoop227, nullptr},
    {&EwLoop228, nullptr},
    {&EwLoop229, nullptr},
    {&EwLoop230, nullptr},
    {&EwLoop231, nullptr},
    {&EwLoop232, nullptr},
    {&EwLoop233, nullptr},
    {&EwLoop234, nullptr},
    {&EwLoop235, nullptr},
    {&EwLoop236, nullptr},
    {&EwLoop237, nullptr},
    {&EwLoop238, nullptr},
    {&EwLoop239, nullptr},
    {&EwLoop240, nullptr},
    {&EwLoop241<EwWhole>, &EwLoop241<EwWholePast>},
    {&EwLoop242, nullptr},
    {&EwLoop243, nullptr},
    {&EwLoop244<EwWhole>, &EwLoop244<EwWholePast>},
    {&EwLoop245, nullptr},
    {&EwLoop246, nullptr},
    {&EwLoop247<EwWhole>, &EwLoop247<EwWholePast>},
    {&EwLoop248, nullptr},
    {&EwLoop249, nullptr},
    {&EwLoop250<EwWhole>, &EwLoop250<EwWholePast>},
    {&EwLoop251<EwWhole>, &EwLoop251<EwWholePast>},
    {&EwLoop252, nullptr},
    {&EwLoop253, nullptr},
    {&EwLoop254<EwWhole>, &EwLoop254<EwWholePast>},
    {&EwLoop255<EwWhole>, &EwLoop255<EwWholePast>},
    {&EwLoop256, nullptr},
    {&EwLoop257, nullptr},
    {&EwLoop258<EwWhole>, &EwLoop258<EwWholePast>},
    {&EwLoop259<EwWhole>, &EwLoop259<EwWholePast>},
    {&EwLoop260, nullptr},
    {&EwLoop261, nullptr},
    {&EwLoop262<EwWhole>, &EwLoop262<EwWholePast>},
    {&EwLoop263<EwWhole>, &EwLoop263<EwWholePast>},
    {&EwLoop264, nullptr},
    {&EwLoop265, nullptr},
    {&EwLoop266<EwWhole>, &EwLoop266<EwWholePast>},
    {&EwLoop267<EwWhole>, &EwLoop267<EwWholePast>},
    {&EwLoop268, nullptr},
    {&EwLoop269, nullptr},
    {&EwLoop270<EwWhole>, &EwLoop270<EwWholePast>},
    {&EwLoop271<EwWhole>, &EwLoop271<EwWholePast>},
    {&EwLoop272, nullptr},
    {&EwLoop273, nullptr},
    {&EwLoop274<EwWhole>, &EwLoop274<EwWholePast>},
    {&EwLoop275<EwWhole>, &EwLoop275<EwWholePast>},
    {&EwLoop276, nullptr},
    {&EwLoop277, nullptr},
    {&EwLoop278<EwWhole>, &EwLoop278<EwWholePast>},
    {&EwLoop279<EwWhole>, &EwLoop279<EwWholePast>},
    {&EwLoop280, nullptr},
    {&EwLoop281, nullptr},
    {&EwLoop282<EwWhole>, &EwLoop282<EwWholePast>},
    {&EwLoop283, nullptr},
    {&EwLoop284, nullptr},
    {&EwLoop285, nullptr},
    {&EwLoop286, nullptr},
    {&EwLoop287<EwWhole>, &EwLoop287<EwWholePast>},
    {&EwLoop288, nullptr},
    {&EwLoop289<EwWhole>, &EwLoop289<EwWholePast>},
    {&EwLoop290<EwWhole>, &EwLoop290<EwWholePast>},
    {&EwLoop291, nullptr},
    {&EwLoop292<EwWhole>, &EwLoop292<EwWholePast>},
    {&EwLoop293, nullptr},
    {&EwLoop294<EwWhole>, &EwLoop294<EwWholePast>},
    {&EwLoop295, nullptr},
    {&EwLoop296<EwWhole>, &EwLoop296<EwWholePast>},
    {&EwLoop297<EwWhole>, &EwLoop297<EwWholePast>},
    {&EwLoop298<EwWhole>, &EwLoop298<EwWholePast>},
    {&EwLoop299<EwWhole>, &EwLoop299<EwWholePast>},
    {&EwLoop300, nullptr},
    {&EwLoop301, nullptr},
    {&EwLoop302<EwWhole>, &EwLoop302<EwWholePast>},
    {&EwLoop303<EwWhole>, &EwLoop303<EwWholePast>},
    {&EwLoop304<EwWhole>, &EwLoop304<EwWholePast>},
    {&EwLoop305, nullptr},
    {&EwLoop306<EwWhole>, &EwLoop306<EwWholePast>},
    {&EwLoop307<EwWhole>, &EwLoop307<EwWholePast>},
    {&EwLoop308, nullptr},
    {&EwLoop309<EwWhole>, &EwLoop309<EwWholePast>},
    {&EwLoop310<EwWhole>, &EwLoop310<EwWholePast>},
    {&EwLoop311<EwWhole>, &EwLoop311<EwWholePast>},
    {&EwLoop312<EwWhole>, &EwLoop312<EwWholePast>},
    {&EwLoop313<EwWhole>, &EwLoop313<EwWholePast>},
};
static_assert(sizeof(kEwLoops) / sizeof(EwLoops) == kEwLoopCount, "codes and loops are written together");

}  // namespace
}  // namespace NS
}  // namespace ridgeline
