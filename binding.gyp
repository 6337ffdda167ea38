# One static library per instruction set over the same kernels, each with its own flags; the addon links them and chooses at load.
{
  "includes": ["native/sources.gypi"],
  # sanitized_kernels: the one instruction set whose kernels a build with sanitizers checks. With the checks each takes minutes to compile.
  "variables": { "sanitize%": 0, "sanitized_kernels%": "avx512" },
  "target_defaults": {
    "include_dirs": ["native"],
    "conditions": [
      # nodelete: the pool's threads outlive a worker that loaded the addon by itself.
      ["OS=='linux'", { "ldflags": ["-static-libstdc++", "-static-libgcc", "-Wl,--exclude-libs,ALL", "-Wl,-z,nodelete"] }],
      ["sanitize==1", {
        # -O1: with -O3 the checks make the kernels take minutes to compile.
        "cflags!": ["-O2", "-O3"],
        "cflags": ["-fsanitize=address,undefined", "-fno-omit-frame-pointer", "-g1", "-O1"],
        "cflags_cc!": ["-fno-rtti"],
        "ldflags": ["-fsanitize=address,undefined"],
        "ldflags!": ["-static-libstdc++", "-static-libgcc"]
      }]
    ],
    "xcode_settings": { "CLANG_CXX_LANGUAGE_STANDARD": "c++17", "GCC_SYMBOLS_PRIVATE_EXTERN": "YES", "OTHER_CFLAGS": ["-O3", "-ffp-contract=off"] }
  },
  "targets": [
    # At -O2: what a processor without AVX2 takes is a fifth smaller for it.
    { "target_name": "kernels_baseline", "type": "static_library", "sources": ["<@(baseline_sources)"],
      "cflags!": ["-O3"], "cflags": ["<@(kernel_flags)", "<@(baseline_flags)"],
      "conditions": [["sanitize==1 and sanitized_kernels!='baseline'", { "cflags!": ["-fsanitize=address,undefined"] }]] },
    { "target_name": "kernels_avx2", "type": "static_library", "sources": ["<@(avx2_sources)"], "cflags": ["<@(kernel_flags)"],
      "conditions": [
        ["sanitize==1 and sanitized_kernels!='avx2'", { "cflags!": ["-fsanitize=address,undefined"] }],
        ["target_arch=='x64'", { "cflags": ["<@(avx2_flags)"] }]
      ] },
    { "target_name": "kernels_avx512", "type": "static_library", "sources": ["<@(avx512_sources)"], "cflags": ["<@(kernel_flags)"],
      "conditions": [
        ["sanitize==1 and sanitized_kernels!='avx512'", { "cflags!": ["-fsanitize=address,undefined"] }],
        ["target_arch=='x64'", { "cflags": ["<@(avx512_flags)"] }]
      ] },
    { "target_name": "kernels_avx512_bf16", "type": "static_library", "sources": ["<@(avx512_bf16_sources)"], "cflags": ["<@(kernel_flags)"],
      "conditions": [
        ["sanitize==1 and sanitized_kernels!='avx512'", { "cflags!": ["-fsanitize=address,undefined"] }],
        ["target_arch=='x64'", { "cflags": ["<@(avx512_bf16_flags)"] }]
      ] },
    { "target_name": "kernels_neon", "type": "static_library", "sources": ["<@(neon_sources)"], "cflags": ["<@(kernel_flags)", "<@(neon_flags)"] },
    {
      "target_name": "ridgeline",
      "sources": ["<@(dispatch_sources)", "<@(runtime_sources)", "<@(linear_sources)", "<@(binding_sources)"],
      "dependencies": ["kernels_baseline", "kernels_avx2", "kernels_avx512", "kernels_avx512_bf16", "kernels_neon"],
      "defines": ["RIDGELINE_VERSION=\"<!(node -p \"require('./package.json').version\")\""],
      "cflags": ["-std=c++17", "-O3", "-ffp-contract=off", "-fvisibility=hidden", "-Wall", "-Wextra"],
      "cflags_cc!": ["-std=gnu++17", "-std=gnu++20"]
    }
  ]
}
