// Written by scripts/generate-loops.mjs; do not edit. The reductions of training steps, as the executor knows them, and their runs.
#pragma once
// clang-format off
namespace ridgeline {
namespace NS {
namespace {

constexpr int16_t kReduceCode0[] = {0, 0, 0, 1, 0, 0, 0, 0};
constexpr int16_t kReduceCode1[] = {1, 0, 3, 3, 0, 0, 1, 1, 0, 2, 1, 3, 3, 4, 3, 0, 0, 0, 34, 4, 3, 1, 0, 33, 3, 2, 4, 0};
constexpr int16_t kReduceCode2[] = {0, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0};
constexpr int16_t kReduceCode3[] = {1, 0, 0, 1, 0, 0, 0, 0};
constexpr int16_t kReduceCode4[] = {0, 0, 1, 1, 0, 0, 0, 1, 18, 1, 0, 0, 0};
constexpr int16_t kReduceCode5[] = {0, 0, 6, 6, 0, 0, 2, 1, 2, 2, 2, 3, 0, 4, 2, 5, 2, 9, 7, 8, 34, 6, 0, 1, 0, 34, 7, 2, 6, 0, 34, 8, 3, 4, 0, 32, 9, 7, 8, 0, 34, 8, 5, 6, 0, 34, 6, 3, 9, 0, 32, 7, 8, 6, 0, 18, 6, 7, 0, 0};
constexpr int16_t kReduceCode6[] = {1, 0, 1, 1, 0, 0, 0, 1, 18, 1, 0, 0, 0};
constexpr int16_t kReduceCode7[] = {0, 0, 1, 1, 0, 0, 0, 1, 2, 1, 0, 0, 0};
constexpr int16_t kReduceCode8[] = {0, 1, 0, 1, 0, 0, 0, 0};
constexpr int16_t kReduceCode9[] = {1, 0, 3, 2, 0, 0, 0, 1, 0, 2, 33, 2, 0, 1, 0, 18, 3, 2, 0, 0};
constexpr int16_t kReduceCode10[] = {1, 0, 4, 3, 0, 0, 0, 1, 0, 2, 0, 2, 33, 3, 0, 1, 0, 34, 4, 2, 3, 0};
constexpr int16_t kReduceCode11[] = {0, 0, 2, 2, 0, 0, 2, 1, 0, 1, 35, 2, 0, 1, 0};
constexpr int16_t kReduceCode12[] = {1, 0, 4, 3, 0, 0, 0, 1, 0, 2, 0, 2, 33, 3, 0, 1, 0, 34, 4, 3, 2, 0};
constexpr int16_t kReduceCode13[] = {0, 0, 3, 2, 0, 0, 1, 1, 0, 2, 33, 2, 0, 1, 0, 18, 3, 2, 0, 0};
constexpr int16_t kReduceCode14[] = {0, 0, 6, 4, 0, 0, 1, 1, 0, 2, 0, 3, 0, 3, 33, 4, 0, 1, 0, 34, 5, 2, 3, 0, 34, 6, 5, 4, 0};
constexpr int16_t kReduceCode15[] = {0, 0, 2, 2, 0, 0, 0, 1, 0, 1, 34, 2, 0, 1, 0};
constexpr int16_t kReduceCode16[] = {1, 0, 12, 9, 0, 0, 1, 1, 1, 2, 0, 3, 0, 4, 0, 5, 1, 6, 1, 7, 1, 8, 2, 11, 9, 10, 33, 9, 0, 1, 0, 34, 10, 9, 2, 0, 34, 9, 10, 3, 0, 32, 11, 9, 4, 0, 34, 9, 5, 3, 0, 34, 12, 5, 10, 0, 33, 13, 9, 6, 0, 34, 9, 10, 7, 0, 33, 10, 13, 9, 0, 34, 9, 8, 10, 0};
constexpr int16_t kReduceCode17[] = {1, 0, 4, 4, 0, 0, 1, 1, 1, 2, 0, 3, 0, 3, 33, 4, 0, 1, 0, 34, 5, 4, 2, 0, 34, 4, 3, 5, 0};
constexpr int16_t kReduceCode18[] = {0, 0, 4, 4, 0, 0, 1, 1, 0, 2, 0, 3, 0, 3, 33, 4, 0, 1, 0, 34, 5, 2, 4, 0, 34, 4, 5, 3, 0};
constexpr int16_t kReduceCode19[] = {0, 0, 4, 4, 0, 0, 1, 1, 0, 2, 0, 3, 0, 3, 33, 4, 0, 1, 0, 34, 5, 4, 2, 0, 34, 4, 5, 3, 0};
constexpr int16_t kReduceCode20[] = {0, 0, 4, 3, 0, 0, 0, 1, 0, 2, 0, 2, 34, 3, 0, 1, 0, 34, 4, 3, 2, 0};
constexpr int16_t kReduceCode21[] = {1, 0, 9, 6, 0, 0, 1, 1, 0, 2, 0, 3, 1, 4, 1, 5, 2, 7, 10, 7, 34, 6, 0, 1, 0, 34, 7, 6, 2, 0, 34, 8, 3, 2, 0, 34, 9, 3, 6, 0, 34, 10, 6, 4, 0, 33, 6, 8, 10, 0, 34, 10, 5, 6, 0};
constexpr int16_t kReduceCode22[] = {1, 0, 10, 7, 0, 0, 1, 1, 0, 2, 0, 3, 0, 4, 1, 5, 1, 6, 1, 8, 7, 34, 7, 0, 1, 0, 34, 8, 2, 3, 0, 34, 9, 8, 4, 0, 34, 10, 8, 7, 0, 34, 8, 7, 5, 0, 33, 7, 9, 8, 0, 34, 8, 6, 7, 0};
constexpr int16_t kReduceCode23[] = {1, 0, 4, 3, 0, 0, 1, 1, 0, 2, 0, 2, 34, 3, 0, 1, 0, 34, 4, 2, 3, 0};
constexpr int16_t kReduceCode24[] = {0, 0, 2, 2, 1, 0, 0, 1, 1, 2, 1, 34, 2, 0, 1, 0};
constexpr int16_t kReduceCode25[] = {0, 0, 4, 3, 0, 0, 0, 1, 1, 2, 2, 3, 6, 4, 33, 3, 0, 1, 0, 18, 4, 3, 0, 0, 34, 5, 0, 3, 0, 34, 6, 5, 2, 0};
constexpr int16_t kReduceCode26[] = {1, 0, 6, 5, 0, 0, 2, 1, 1, 2, 1, 3, 0, 4, 1, 6, 4, 34, 5, 0, 1, 0, 34, 6, 2, 5, 0, 33, 5, 6, 3, 0, 34, 6, 4, 5, 0};
constexpr int16_t kReduceCode27[] = {0, 0, 3, 2, 0, 0, 0, 1, 0, 2, 33, 2, 0, 1, 0, 18, 3, 2, 0, 0};
constexpr int16_t kReduceCode28[] = {0, 0, 10, 6, 2, 0, 0, 1, 0, 2, 0, 3, 2, 4, 1, 5, 2, 9, 6, 12, 33, 6, 0, 1, 0, 6, 7, 6, 0, 0, 34, 8, 2, 3, 0, 33, 9, 4, 2, 0, 34, 10, 9, 7, 0, 32, 7, 8, 10, 0, 1, 10, 7, 0, 0, 1, 7, 5, 0, 0, 34, 8, 7, 9, 0, 34, 9, 7, 2, 0, 35, 7, 8, 6, 0, 1, 6, 7, 0, 0};
constexpr int16_t kReduceCode29[] = {1, 0, 7, 6, 0, 0, 1, 1, 0, 2, 0, 3, 1, 4, 0, 5, 1, 7, 6, 4, 6, 0, 0, 0, 34, 7, 6, 1, 0, 33, 6, 2, 7, 0, 33, 7, 3, 4, 0, 34, 8, 5, 7, 0, 32, 7, 6, 8, 0};
constexpr int16_t kReduceCode30[] = {0, 0, 8, 5, 2, 0, 0, 1, 0, 2, 0, 3, 2, 4, 0, 7, 33, 5, 0, 1, 0, 6, 6, 5, 0, 0, 34, 5, 2, 3, 0, 33, 7, 4, 2, 0, 34, 8, 7, 6, 0, 32, 6, 5, 8, 0, 1, 8, 6, 0, 0};
constexpr int16_t kReduceCode31[] = {0, 0, 4, 3, 0, 0, 0, 1, 1, 2, 1, 3, 4, 33, 3, 0, 1, 0, 2, 4, 3, 0, 0, 3, 5, 3, 0, 0, 34, 3, 2, 5, 0};
constexpr int16_t kReduceCode32[] = {1, 0, 4, 3, 0, 0, 1, 1, 0, 2, 1, 4, 2, 33, 3, 0, 1, 0, 34, 4, 2, 3, 0};
constexpr int16_t kReduceCode33[] = {0, 0, 3, 2, 0, 0, 0, 1, 0, 2, 33, 2, 0, 1, 0, 2, 3, 2, 0, 0};
constexpr int16_t kReduceCode34[] = {0, 0, 9, 6, 0, 0, 0, 1, 2, 2, 2, 3, 1, 4, 2, 5, 1, 6, 19, 33, 6, 0, 1, 0, 2, 7, 6, 0, 0, 37, 8, 7, 2, 0, 18, 9, 8, 0, 0, 34, 10, 9, 3, 0, 33, 9, 7, 8, 0, 34, 11, 2, 9, 0, 32, 9, 10, 11, 0, 34, 11, 4, 2, 0, 1, 10, 11, 0, 0, 34, 12, 4, 3, 0, 34, 13, 8, 5, 0, 34, 8, 12, 13, 0, 32, 13, 10, 8, 0, 41, 8, 7, 2, 0, 34, 7, 13, 8, 0, 32, 8, 11, 7, 0, 3, 7, 6, 0, 0, 34, 6, 8, 7, 0};
constexpr int16_t kReduceCode35[] = {0, 0, 6, 4, 0, 0, 0, 1, 2, 2, 2, 3, 0, 8, 33, 4, 0, 1, 0, 2, 5, 4, 0, 0, 37, 4, 5, 2, 0, 18, 6, 4, 0, 0, 34, 7, 6, 3, 0, 33, 6, 5, 4, 0, 34, 4, 2, 6, 0, 32, 6, 7, 4, 0};

#define RL_ENTRY(i) {kReduceCode##i, static_cast<int32_t>(sizeof(kReduceCode##i) / sizeof(int16_t))}
constexpr EwCode kReduceCodes[] = {
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
};
#undef RL_ENTRY
constexpr int32_t kReduceLoopCount = 36;

constexpr int16_t kJoinedCode0[] = {1, 3, 9, 2, 0, 1, 10, 3, 0, 1, 2, 3, 1, 2};
constexpr int16_t kJoinedCode1[] = {1, 2, 3, 1, 0, 12, 3, 1, 2, 0};
constexpr int16_t kJoinedCode2[] = {0, 3, 13, 2, 0, 1, 14, 4, 0, 1, 2, 3, 15, 2, 2, 3};
constexpr int16_t kJoinedCode3[] = {1, 2, 3, 1, 0, 16, 9, 1, 2, 3, 4, 5, 0, 6, 7, 8};
constexpr int16_t kJoinedCode4[] = {1, 2, 3, 1, 0, 17, 4, 1, 2, 3, 0};
constexpr int16_t kJoinedCode5[] = {0, 2, 18, 4, 0, 1, 2, 3, 15, 2, 3, 2};
constexpr int16_t kJoinedCode6[] = {0, 3, 13, 2, 0, 1, 19, 4, 0, 1, 2, 3, 15, 2, 3, 2};
constexpr int16_t kJoinedCode7[] = {0, 2, 15, 2, 0, 1, 19, 4, 2, 3, 1, 0};
constexpr int16_t kJoinedCode8[] = {0, 2, 4, 1, 0, 20, 3, 0, 1, 2};

#define RL_ENTRY(i) {kJoinedCode##i, static_cast<int32_t>(sizeof(kJoinedCode##i) / sizeof(int16_t))}
constexpr EwCode kJoinedCodes[] = {
    RL_ENTRY(0),
    RL_ENTRY(1),
    RL_ENTRY(2),
    RL_ENTRY(3),
    RL_ENTRY(4),
    RL_ENTRY(5),
    RL_ENTRY(6),
    RL_ENTRY(7),
    RL_ENTRY(8),
};
#undef RL_ENTRY
constexpr int32_t kJoinedLoopCount = 9;

constexpr int16_t kSweepCode0[] = {6, 0, 1, 2, 100, 0, 39, 2, 301, 2, 100, 1, 40, 48};
constexpr int16_t kSweepCode1[] = {6, 0, 1, 2, 100, 0, 43, 2, 100, 2, 301, 1, 40, 48};
constexpr int16_t kSweepCode2[] = {3, 0, 45, 2, 301, 1, 22, 4};
constexpr int16_t kSweepCode3[] = {3, 0, 1, 2, 286, 1, 23, 16};

#define RL_ENTRY(i) {kSweepCode##i, static_cast<int32_t>(sizeof(kSweepCode##i) / sizeof(int16_t))}
constexpr EwCode kSweepCodes[] = {
    RL_ENTRY(0),
    RL_ENTRY(1),
    RL_ENTRY(2),
    RL_ENTRY(3),
};
#undef RL_ENTRY
constexpr int32_t kSweepLoopCount = 4;

}  // namespace
}  // namespace NS
}  // namespace ridgeline
