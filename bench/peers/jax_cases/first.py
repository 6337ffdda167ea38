"""A fresh process: time of the import, or of what follows it up to the end of the first step."""
import json
import sys
import time

case = json.loads(sys.argv[1])
start = time.perf_counter()
import jax  # noqa: E402  (its import is what is measured)

if case['what'] == 'import':
    print(json.dumps({'milliseconds': 1e3 * (time.perf_counter() - start)}))
else:
    from jax_cases.train import Trainer
    from shapes import make_kernels

    jax.devices()
    make_kernels(case)
    start = time.perf_counter()
    loss = float(Trainer(case, case['batch']).run(jax.numpy.arange(case['batch'])[None])[0])
    print(json.dumps({'milliseconds': 1e3 * (time.perf_counter() - start), 'loss': loss}))
