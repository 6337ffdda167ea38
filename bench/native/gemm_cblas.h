// Products through the C interface that OpenBLAS and BLIS share. Declared here: their headers do not agree on where they lie.
#pragma once
#include <stdint.h>

extern "C" {
void cblas_sgemm(int order, int ta, int tb, int m, int n, int k, float alpha, const float* a, int lda, const float* b, int ldb, float beta,
                 float* c, int ldc);
void cblas_dgemm(int order, int ta, int tb, int m, int n, int k, double alpha, const double* a, int lda, const double* b, int ldb,
                 double beta, double* c, int ldc);
void cblas_ssyrk(int order, int uplo, int trans, int n, int k, float alpha, const float* a, int lda, float beta, float* c, int ldc);
void cblas_dsyrk(int order, int uplo, int trans, int n, int k, double alpha, const double* a, int lda, double beta, double* c, int ldc);
}

namespace {

constexpr int kRowMajor = 101, kNo = 111, kYes = 112, kUpper = 121;

inline bool Gemm(const float* a, const float* b, float* c, int64_t m, int64_t n, int64_t k, bool ta, bool tb) {
  const int im = static_cast<int>(m), in = static_cast<int>(n), ik = static_cast<int>(k);
  cblas_sgemm(kRowMajor, ta ? kYes : kNo, tb ? kYes : kNo, im, in, ik, 1, a, ta ? im : ik, b, tb ? ik : in, 0, c, in);
  return true;
}
inline bool Gemm(const double* a, const double* b, double* c, int64_t m, int64_t n, int64_t k, bool ta, bool tb) {
  const int im = static_cast<int>(m), in = static_cast<int>(n), ik = static_cast<int>(k);
  cblas_dgemm(kRowMajor, ta ? kYes : kNo, tb ? kYes : kNo, im, in, ik, 1, a, ta ? im : ik, b, tb ? ik : in, 0, c, in);
  return true;
}
inline bool GemmBf16(const float*, const float*, float*, int64_t, int64_t, int64_t, bool, bool) { return false; }

// The best form: half of the products, then the other triangle is a copy.
inline void Syrk(const float* a, float* c, int n, int k) { cblas_ssyrk(kRowMajor, kUpper, kYes, n, k, 1, a, n, 0, c, n); }
inline void Syrk(const double* a, double* c, int n, int k) { cblas_dsyrk(kRowMajor, kUpper, kYes, n, k, 1, a, n, 0, c, n); }
template <class T>
bool Gram(const T* a, T* c, int64_t n, int64_t k) {
  Syrk(a, c, static_cast<int>(n), static_cast<int>(k));
  // By blocks, which stay in the cache.
  constexpr int64_t kBlock = 32;
  for (int64_t i0 = 0; i0 < n; i0 += kBlock) {
    for (int64_t j0 = 0; j0 <= i0; j0 += kBlock) {
      for (int64_t i = i0; i < i0 + kBlock && i < n; ++i) {
        for (int64_t j = j0; j < j0 + kBlock && j < i; ++j) c[i * n + j] = c[j * n + i];
      }
    }
  }
  return true;
}

// Libraries with threads of their own need no waking.
struct Awake {
  Awake() {}
};

}  // namespace
