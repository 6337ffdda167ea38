"""The forward pass under jit, and the copy of the result into NumPy."""
import jax
import jax.numpy as jnp
import numpy as np

from serve import seconds_per_call
from shapes import data

from .network import forward, parameters

_kept = {}


def _predict(case):
    key = case['shape'], case['rows']
    if key not in _kept:
        params = parameters(case)
        outputs = jax.nn.softmax if case['loss'] == 'crossentropy' else lambda v: v
        run = jax.jit(lambda p, x: outputs(forward(case, p, x)))
        x = jnp.asarray(data(case, case['rows'])[0])
        _kept[key] = lambda: np.asarray(run(params, x))
    return _kept[key]


def check(case):
    return _predict(case)().reshape(-1)[:64].tolist()


def time(case):
    return 1e6 * seconds_per_call(_predict(case))
