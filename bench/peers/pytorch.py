"""PyTorch: eager, or (RIDGELINE_BENCH_COMPILE=1) with torch.compile."""
import os

import torch

from serve import THREADS, serve

# One pool of threads, of the size that the bench says.
torch.set_num_threads(THREADS)
torch.set_num_interop_threads(1)
COMPILED = os.environ.get('RIDGELINE_BENCH_COMPILE') == '1'
form = 'torch.compile' if COMPILED else 'eager'
serve(f'PyTorch {torch.__version__}, {form}', 'pytorch_cases')
