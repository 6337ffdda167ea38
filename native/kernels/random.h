// Counter-based random numbers: Philox 4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011).
//
//   key     = { seed[0] ^ stream, seed[1] }
//   counter = { block * 16 + lane, step[0], step[1], 0x52444745 }
//
// Element e of a stream lies in block e / 64. With r = e % 64, lane = r % 16 and word = r / 16: the element's bits are output
// word `word` of that counter. So any vector width up to 16 lanes reads consecutive lanes of one word, and the value of an
// element depends on nothing but its index.
//
//   uniform   (bits >> 8) * 2^-24, in [0, 1), for float32 and float64 alike
//   normal    words (0, 1) and (2, 3) of a lane are Box-Muller pairs: u1 = ((w_even >> 8) + 1) * 2^-24, u2 = (w_odd >> 8) * 2^-24,
//             radius = sqrt(-2 log u1); the even word's element is radius * cos(2 pi u2), the odd word's radius * sin(2 pi u2)
//   bernoulli bits < p * 2^32, compared as integers; p >= 1 always gives 1
//
// lib/ops/random.ts is the reference of all three.
#pragma once
#include "table.h"
#include "trig.h"

namespace ridgeline {
namespace NS {
namespace {

constexpr int kRandomBlock = 64;  // elements of a block: 16 counters of 4 words
constexpr uint32_t kCounterTag = 0x52444745;

struct RandomKey {
  uint32_t key[2];
  uint32_t step[2];
};
RL_INLINE RandomKey MakeRandomKey(const EwTask* task, uint32_t stream) {
  return {{task->seed[0] ^ stream, task->seed[1]}, {task->step[0], task->step[1]}};
}

// 32-bit words held in 64-bit lanes, high halves undefined: the 32 x 32 -> 64 multiplication reads only the low half.
typedef uint64_t Wide __attribute__((vector_size(kVectorBytes)));
constexpr int kWideLanes = kVectorBytes / 8;
RL_INLINE Wide MulLow(Wide a, uint32_t b) {
#if RIDGELINE_SIMD == 2
  return (Wide)_mm512_mul_epu32((__m512i)a, _mm512_set1_epi64(b));
#elif RIDGELINE_SIMD == 1
  return (Wide)_mm256_mul_epu32((__m256i)a, _mm256_set1_epi64x(b));
#elif RIDGELINE_SIMD == 3
  return (Wide)vmull_u32(vmovn_u64((uint64x2_t)a), vdup_n_u32(b));
#elif defined(__SSE2__)
  return (Wide)_mm_mul_epu32((__m128i)a, _mm_set1_epi64x(b));
#else
  return (a & 0xffffffffu) * b;
#endif
}

// Words of the counters of one block: words[w * 16 + lane].
__attribute__((noinline)) void PhiloxBlock(const RandomKey& key, uint32_t block, uint32_t* words) {
  constexpr int kGroup = kWideLanes < 4 ? 2 : 16 / kWideLanes;  // vectors in flight, to hide the multiplier's latency
  Wide lane = {};
  for (int i = 0; i < kWideLanes; i++) lane[i] = static_cast<uint64_t>(i);
  for (int first = 0; first < 16; first += kGroup * kWideLanes) {
    Wide c0[kGroup], c1[kGroup], c2[kGroup], c3[kGroup];
#pragma GCC unroll 8
    for (int g = 0; g < kGroup; g++) {
      c0[g] = lane + (static_cast<uint64_t>(block) * 16 + static_cast<uint64_t>(first + g * kWideLanes));
      c1[g] = Wide{} + key.step[0];
      c2[g] = Wide{} + key.step[1];
      c3[g] = Wide{} + kCounterTag;
    }
    uint32_t k0 = key.key[0], k1 = key.key[1];
    for (int round = 0; round < 10; round++) {
#pragma GCC unroll 8
      for (int g = 0; g < kGroup; g++) {
        const Wide p0 = MulLow(c0[g], 0xD2511F53u), p1 = MulLow(c2[g], 0xCD9E8D57u);
        c0[g] = (p1 >> 32) ^ c1[g] ^ k0;
        c2[g] = (p0 >> 32) ^ c3[g] ^ k1;
        c1[g] = p1;
        c3[g] = p0;
      }
      k0 += 0x9E3779B9u;
      k1 += 0xBB67AE85u;
    }
#pragma GCC unroll 8
    for (int g = 0; g < kGroup; g++) {
      const Wide c[4] = {c0[g], c1[g], c2[g], c3[g]};
      for (int w = 0; w < 4; w++) {
        typedef uint32_t Narrow __attribute__((vector_size(kVectorBytes / 2)));
        const Narrow low = __builtin_convertvector(c[w], Narrow);
        memcpy(words + w * 16 + first + g * kWideLanes, &low, sizeof low);
      }
    }
  }
}

template <typename T>
RL_INLINE void UniformBlock(const uint32_t* words, T* out) {
  for (int i = 0; i < kRandomBlock; i++)
    out[i] = static_cast<T>(static_cast<int32_t>(words[i] >> 8)) * static_cast<T>(5.9604644775390625e-08);
}

template <typename T>
RL_INLINE void NormalBlock(const uint32_t* words, T* out) {
  constexpr T kUnit = static_cast<T>(5.9604644775390625e-08);
  T u1[32], u2[32];
  for (int i = 0; i < 16; i++) {
    u1[i] = static_cast<T>(static_cast<int32_t>((words[i] >> 8) + 1)) * kUnit;
    u2[i] = static_cast<T>(static_cast<int32_t>(words[16 + i] >> 8)) * kUnit;
    u1[16 + i] = static_cast<T>(static_cast<int32_t>((words[32 + i] >> 8) + 1)) * kUnit;
    u2[16 + i] = static_cast<T>(static_cast<int32_t>(words[48 + i] >> 8)) * kUnit;
  }
  for (int i = 0; i < 32; i += kLanes<T>) {
    const Vec<T> radius = Sqrt(Log<T>(Load<T>(u1 + i)) * Set<T>(-2));
    Vec<T> sin, cos;
    SinCosTurns<T>(Load<T>(u2 + i), &sin, &cos);
    T* pair = out + (i / 16) * 32 + i % 16;
    Store<T>(pair, radius * cos);
    Store<T>(pair + 16, radius * sin);
  }
}

// Elements [begin, begin + n) of a stream: whole blocks are written in place, the edges by way of a block of their own.
template <typename T, typename Block>
RL_INLINE void ForEachBlock(const RandomKey& key, int64_t begin, int64_t n, Block block) {
  alignas(64) uint32_t words[kRandomBlock];
  for (int64_t done = 0; done < n;) {
    const int64_t e = begin + done;
    const int64_t skip = e % kRandomBlock;
    const int64_t count = kRandomBlock - skip < n - done ? kRandomBlock - skip : n - done;
    PhiloxBlock(key, static_cast<uint32_t>(e / kRandomBlock), words);
    block(words, skip, count, done);
    done += count;
  }
}

template <typename T>
void FillUniform(const RandomKey& key, int64_t begin, int64_t n, T* out) {
  ForEachBlock<T>(key, begin, n, [out](const uint32_t* words, int64_t skip, int64_t count, int64_t at) {
    if (count == kRandomBlock) return UniformBlock<T>(words, out + at);
    T values[kRandomBlock];
    UniformBlock<T>(words, values);
    memcpy(out + at, values + skip, static_cast<size_t>(count) * sizeof(T));
  });
}

template <typename T>
void FillNormal(const RandomKey& key, int64_t begin, int64_t n, T* out) {
  ForEachBlock<T>(key, begin, n, [out](const uint32_t* words, int64_t skip, int64_t count, int64_t at) {
    if (count == kRandomBlock) return NormalBlock<T>(words, out + at);
    T values[kRandomBlock];
    NormalBlock<T>(words, values);
    memcpy(out + at, values + skip, static_cast<size_t>(count) * sizeof(T));
  });
}

// p: one probability if `uniform`, else one per element. NaN gives 0.
template <typename T>
void FillBernoulli(const RandomKey& key, int64_t begin, int64_t n, const T* p, bool uniform, T* out) {
  if (uniform) {
    const double scaled = static_cast<double>(*p) * 4294967296.0;
    const bool all = scaled >= 4294967296.0;
    const uint32_t threshold = all ? 0xffffffffu : scaled >= 1.0 ? static_cast<uint32_t>(scaled) : 0u;
    ForEachBlock<T>(key, begin, n, [=](const uint32_t* words, int64_t skip, int64_t count, int64_t at) {
      const uint32_t* bits = words + skip;
      T* dst = out + at;
      if (count == kRandomBlock) {
        for (int i = 0; i < kRandomBlock; i++) dst[i] = bits[i] < threshold || all ? static_cast<T>(1) : static_cast<T>(0);
      } else {
        for (int64_t i = 0; i < count; i++) dst[i] = bits[i] < threshold || all ? static_cast<T>(1) : static_cast<T>(0);
      }
    });
    return;
  }
  ForEachBlock<T>(key, begin, n, [=](const uint32_t* words, int64_t skip, int64_t count, int64_t at) {
    // bits < floor(p 2^32) is bits + 1 <= p 2^32, and both sides are exact in double.
    for (int64_t i = 0; i < count; i++) {
      const double scaled = static_cast<double>(p[at + i]) * 4294967296.0;
      out[at + i] = static_cast<double>(words[skip + i]) + 1.0 <= scaled ? static_cast<T>(1) : static_cast<T>(0);
    }
  });
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
