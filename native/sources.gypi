{
  "variables": {
    "kernel_targets": [
      "baseline",
      "avx2",
      "avx512",
      "avx512_bf16",
      "neon"
    ],
    "kernel_flags": [
      "-std=c++17",
      "-O3",
      "-ffp-contract=off",
      "-fno-math-errno",
      "-fno-trapping-math",
      "-fno-exceptions",
      "-fno-rtti",
      "-fvisibility=hidden",
      "-fPIC",
      "-Wall",
      "-Wextra",
      "-Wno-maybe-uninitialized"
    ],
    "native_test_flags": [
      "-std=c++17",
      "-O2",
      "-ffp-contract=off",
      "-Wall",
      "-Wextra"
    ],
    "native_test_libraries": [
      "-lpthread"
    ],
    "baseline_flags": [
      "-O2"
    ],
    "avx2_flags": [
      "-mavx2",
      "-mfma"
    ],
    "avx512_flags": [
      "-mavx512f",
      "-mavx512dq",
      "-mavx512bw",
      "-mavx512vl",
      "-mavx2",
      "-mfma",
      "-Wno-uninitialized"
    ],
    "avx512_bf16_flags": [
      "-mavx512f",
      "-mavx512dq",
      "-mavx512bw",
      "-mavx512vl",
      "-mavx512bf16",
      "-mavx2",
      "-mfma",
      "-Wno-uninitialized"
    ],
    "neon_flags": [],
    "baseline_sources": [
      "native/targets/baseline.cc"
    ],
    "avx2_sources": [
      "native/targets/avx2.cc"
    ],
    "avx512_sources": [
      "native/targets/avx512.cc"
    ],
    "avx512_bf16_sources": [
      "native/targets/avx512_bf16.cc"
    ],
    "neon_sources": [
      "native/targets/neon.cc"
    ],
    "dispatch_sources": [
      "native/targets/dispatch.cc"
    ],
    "runtime_sources": [
      "native/runtime/slab.cc",
      "native/runtime/caches.cc",
      "native/runtime/cores.cc",
      "native/runtime/thread_pool.cc",
      "native/runtime/program_decode.cc",
      "native/runtime/plan_decode.cc",
      "native/runtime/plan.cc",
      "native/runtime/bind.cc",
      "native/runtime/accesses.cc",
      "native/runtime/row_calls.cc",
      "native/runtime/row_runs.cc",
      "native/runtime/stages.cc",
      "native/runtime/run_compute.cc",
      "native/runtime/run_row_runs.cc",
      "native/runtime/run_stages.cc",
      "native/runtime/run_rows.cc",
      "native/runtime/executor.cc",
      "native/runtime/check_job.cc",
      "native/runtime/job.cc"
    ],
    "linear_sources": [
      "native/linear/affine.cc",
      "native/linear/algorithms.cc",
      "native/linear/center.cc",
      "native/linear/cholesky.cc",
      "native/linear/classifier.cc",
      "native/linear/dense.cc",
      "native/linear/design.cc",
      "native/linear/eigen.cc",
      "native/linear/gram_descent.cc",
      "native/linear/lbfgs.cc",
      "native/linear/least_squares.cc",
      "native/linear/margin_loss.cc",
      "native/linear/neighbors.cc",
      "native/linear/pca.cc",
      "native/linear/penalized_loss.cc",
      "native/linear/pinv.cc",
      "native/linear/polynomial.cc",
      "native/linear/proximal.cc",
      "native/linear/pursuit.cc",
      "native/linear/qr.cc",
      "native/linear/ridge.cc",
      "native/linear/ridge_spectrum.cc",
      "native/linear/scaler.cc",
      "native/linear/shifted.cc",
      "native/linear/sparse_path.cc",
      "native/linear/sparse_solver.cc",
      "native/linear/svd.cc"
    ],
    "binding_sources": [
      "native/binding/args.cc",
      "native/binding/handles.cc",
      "native/binding/job_args.cc",
      "native/binding/prepared.cc",
      "native/binding/run.cc",
      "native/binding/solve.cc",
      "native/binding/work_thread.cc",
      "native/binding/module.cc"
    ]
  }
}
