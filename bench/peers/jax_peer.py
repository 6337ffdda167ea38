"""JAX on its CPU backend, everything under jit. Its pool has one thread per core that the process may use."""
import os

from serve import THREADS, serve

os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:THREADS])
os.environ['JAX_PLATFORMS'] = 'cpu'

import jax  # noqa: E402  (it looks at the cores when it is imported)

serve(f'JAX {jax.__version__}, jit', 'jax_cases')
