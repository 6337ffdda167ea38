"""The networks of workloads/shapes.mjs as pure functions."""
import jax
import jax.numpy as jnp

from shapes import kernel


def parameters(case):
    sizes = case['sizes']
    return [(jnp.asarray(kernel(k, sizes[k], units)), jnp.zeros(units)) for k, units in enumerate(sizes[1:])]


def forward(case, params, x):
    """Logits, or values."""
    activation = {'tanh': jnp.tanh, 'relu': jax.nn.relu}[case['activation']]
    for k, (w, b) in enumerate(params):
        x = x @ w + b
        if k < len(params) - 1:
            x = activation(x)
    return x


def loss(case, params, x, y):
    out = forward(case, params, x)
    if case['loss'] == 'crossentropy':
        return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(out), y[:, None], axis=1))
    return jnp.mean((out - y) ** 2)
