# Cross-compiles with Debian's g++-aarch64-linux-gnu and runs the tests under qemu-user: NEON on a machine that has none.
# The thread pool's own test is left out there: it forks a process that has threads, which qemu-user cannot.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64 -L /usr/aarch64-linux-gnu)
