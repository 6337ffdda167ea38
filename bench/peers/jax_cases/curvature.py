"""A Hessian-vector product as the derivative of the gradient along the vector (forward over reverse), under jit."""
import jax
import jax.numpy as jnp

from serve import seconds_per_call
from shapes import data

from .network import loss, parameters

_kept = {}


def _run(case):
    key = case['what']
    if key not in _kept:
        params = parameters(case)
        x, y = map(jnp.asarray, data(case, case['batch']))
        run = jax.jit(lambda p, v, x, y: jax.jvp(jax.grad(lambda q: loss(case, q, x, y)), (p,), (v,))[1])
        _kept[key] = lambda: jax.block_until_ready(run(params, params, x, y))
    return _kept[key]


def check(case):
    flat = [v.reshape(-1) for pair in _run(case)() for v in pair]
    return [float(v[i * 7919 % v.size]) for v in flat for i in range(8)]


def time(case):
    return 1e3 * seconds_per_call(_run(case))
