"""A fresh process: time of the import, or of what follows it up to the end of the first step."""
import json
import os
import sys
import time

case = json.loads(sys.argv[1])
threads = int(os.environ['RIDGELINE_BENCH_THREADS'])
start = time.perf_counter()
import torch  # noqa: E402  (its import is what is measured)

if case['what'] == 'import':
    print(json.dumps({'milliseconds': 1e3 * (time.perf_counter() - start)}))
else:
    from pytorch_cases.train import Trainer
    from shapes import data, make_kernels

    torch.set_num_threads(threads)
    make_kernels(case)
    x, y = map(torch.from_numpy, data(case, case['batch']))
    start = time.perf_counter()
    loss = Trainer(case).step(x, y).item()
    print(json.dumps({'milliseconds': 1e3 * (time.perf_counter() - start), 'loss': loss}))
