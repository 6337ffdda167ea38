"""Writes clipping.json: gradients clipped by optax.adaptive_grad_clip in float64, for test/optimizers/clipping.test.ts.

Run with a Python that has JAX and optax (the CPU is enough; the versions used are in the file): python make_clipping.py
"""

import json
import math
import pathlib
import platform

import jax
import numpy
import optax

jax.config.update("jax_enable_x64", True)


def values(shape, scale, phase):
    flat = [scale * math.sin(phase + 1.7 * i) * (1 + i % 3) for i in range(math.prod(shape))]
    return numpy.array(flat, dtype="float64").reshape(shape)


cases = []
for name, shape, scale in [("kernel", (4, 3), 1.0), ("bias", (5,), 0.2), ("filters", (3, 3, 2, 4), 0.3), ("zeros", (3, 4), 0.0)]:
    for clipping in [0.01, 0.5]:
        weight, gradient = values(shape, scale, 0.3), values(shape, 0.7, 2.0)
        # One unit with a gradient small enough to be left alone.
        gradient[..., 0] *= 1e-6
        transform = optax.adaptive_grad_clip(clipping)
        clipped, _ = transform.update({"w": gradient}, transform.init({"w": weight}), {"w": weight})
        flat = {"weight": weight, "gradient": gradient, "clipped": numpy.asarray(clipped["w"])}
        cases.append({"name": name, "shape": shape, "clipping": clipping, **{k: v.ravel().tolist() for k, v in flat.items()}})

text = json.dumps({"optax": optax.__version__, "jax": jax.__version__, "python": platform.python_version(), "cases": cases})
pathlib.Path(__file__).with_name("clipping.json").write_text(text + "\n")
