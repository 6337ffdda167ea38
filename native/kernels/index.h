// Gathers and scatters by int32 indices. Every index is checked; the position of the first bad one is returned, -1 if there is none.
#pragma once
#include "simd.h"

namespace ridgeline {
namespace NS {
namespace {

RL_INLINE bool OutOfRange(int32_t index, int64_t limit) {
  return static_cast<uint64_t>(static_cast<int64_t>(index)) >= static_cast<uint64_t>(limit);
}

// Rows of a size known to the compiler.
template <size_t kBytes>
RL_INLINE int64_t GatherFixed(const uint8_t* table, int64_t table_rows, const int32_t* idx, int64_t count, uint8_t* out) {
  for (int64_t i = 0; i < count; i++) {
    if (OutOfRange(idx[i], table_rows)) return i;
    memcpy(out + i * static_cast<int64_t>(kBytes), table + static_cast<int64_t>(idx[i]) * static_cast<int64_t>(kBytes), kBytes);
  }
  return -1;
}

constexpr int64_t kRowsAhead = 4;  // prefetched: the hardware cannot foresee a shuffled index
constexpr size_t kLine = 64, kMostLines = 16;

// Short rows of whole lines: the call of a copy would take as long as the copy.
int64_t GatherLines(const uint8_t* table, int64_t table_rows, size_t row_bytes, const int32_t* idx, int64_t count, uint8_t* out) {
  for (int64_t i = 0; i < count; i++, out += row_bytes) {
    if (OutOfRange(idx[i], table_rows)) return i;
    const bool asks = i + kRowsAhead < count && !OutOfRange(idx[i + kRowsAhead], table_rows);
    const uint8_t* row = table + static_cast<size_t>(idx[i]) * row_bytes;
    const uint8_t* next = asks ? table + static_cast<size_t>(idx[i + kRowsAhead]) * row_bytes : row;
    for (size_t b = 0; b < row_bytes; b += kLine) {
      __builtin_prefetch(next + b);
      memcpy(out + b, row + b, kLine);
    }
  }
  return -1;
}

int64_t GatherRows(const void* table, int64_t table_rows, size_t row_bytes, const int32_t* idx, int64_t count, void* out) {
  const uint8_t* from = static_cast<const uint8_t*>(table);
  uint8_t* to = static_cast<uint8_t*>(out);
  switch (row_bytes) {
    case 1:
      return GatherFixed<1>(from, table_rows, idx, count, to);
    case 4:
      return GatherFixed<4>(from, table_rows, idx, count, to);
    case 8:
      return GatherFixed<8>(from, table_rows, idx, count, to);
    case 16:
      return GatherFixed<16>(from, table_rows, idx, count, to);
    default:
      break;
  }
  if (row_bytes % kLine == 0 && row_bytes > 0 && row_bytes <= kMostLines * kLine) {
    return GatherLines(from, table_rows, row_bytes, idx, count, to);
  }
  for (int64_t i = 0; i < count; i++) {
    if (OutOfRange(idx[i], table_rows)) return i;
    if (i + kRowsAhead < count && !OutOfRange(idx[i + kRowsAhead], table_rows)) {
      const uint8_t* next = from + static_cast<size_t>(idx[i + kRowsAhead]) * row_bytes;
      __builtin_prefetch(next);
      __builtin_prefetch(next + row_bytes - 1);
    }
    if (row_bytes > 0) memcpy(to + static_cast<size_t>(i) * row_bytes, from + static_cast<size_t>(idx[i]) * row_bytes, row_bytes);
  }
  return -1;
}

template <typename T>
int64_t ScatterAddRows(const T* x, const int32_t* idx, int64_t count, int64_t columns, int64_t column_begin, int64_t column_end, T* out,
                       int64_t out_rows) {
  constexpr int64_t kW = kLanes<T>;
  for (int64_t i = 0; i < count; i++) {
    if (OutOfRange(idx[i], out_rows)) return i;
    const T* from = x + i * columns;
    T* to = out + static_cast<int64_t>(idx[i]) * columns;
    int64_t c = column_begin;
    for (; c + kW <= column_end; c += kW) Store<T>(to + c, Load<T>(to + c) + Load<T>(from + c));
    if (c < column_end) StorePartial(to + c, LoadPartial(to + c, column_end - c) + LoadPartial(from + c, column_end - c), column_end - c);
  }
  return -1;
}

template <typename T>
int64_t TakeAlong(const T* x, const int32_t* idx, int64_t rows, int64_t columns, int64_t picks, T* out) {
  for (int64_t r = 0; r < rows; r++) {
    for (int64_t j = 0; j < picks; j++) {
      const int64_t at = r * picks + j;
      if (OutOfRange(idx[at], columns)) return at;
      out[at] = x[r * columns + idx[at]];
    }
  }
  return -1;
}

template <typename T>
int64_t PutAlongAdd(const T* x, const int32_t* idx, int64_t rows, int64_t columns, int64_t picks, T* out) {
  for (int64_t r = 0; r < rows; r++) {
    T* row = out + r * columns;
    if (columns > 0) memset(row, 0, static_cast<size_t>(columns) * sizeof(T));
    for (int64_t j = 0; j < picks; j++) {
      const int64_t at = r * picks + j;
      if (OutOfRange(idx[at], columns)) return at;
      row[idx[at]] += x[at];
    }
  }
  return -1;
}

}  // namespace
}  // namespace NS
}  // namespace ridgeline
