"""Writes normalization.json: values, gradients and running statistics of PyTorch's normalizations in float64, for
test/layers/normalization.test.ts. Images are channels last in the file.

Run with a Python that has PyTorch (the CPU is enough; the versions used are in the file): python make_normalization.py
"""

import json
import math
import pathlib
import platform

import torch
from torch.nn import functional as F
from torch.nn.utils import parametrizations

torch.set_default_dtype(torch.float64)
STEPS = 4


def values(shape, scale, offset, phase):
    count = math.prod(shape)
    return torch.tensor([offset + scale * math.sin(phase + 1.7 * i + 0.013 * i * i) for i in range(count)]).reshape(shape)


def first(x):
    """Channels first, as PyTorch wants them."""
    return x.movedim(-1, 1)


def last(x):
    return x.movedim(1, -1)


def flat(x):
    return x.detach().reshape(-1).tolist()


def case(name, layer, options, shape, forward, weights):
    """forward takes x and the weights, channels last in and out."""
    x = values(shape, 2.0, 0.7, 0.3).requires_grad_()
    upstream = values(shape, 1.0, 0.1, 2.0)
    leaves = {k: v.clone().requires_grad_() for k, v in weights.items()}
    y = forward(x, **leaves)
    y.backward(upstream)
    return {
        "name": name,
        "layer": layer,
        "options": options,
        "shape": list(shape),
        "x": flat(x),
        "upstream": flat(upstream),
        "weights": {k: flat(v) for k, v in weights.items()},
        "y": flat(y),
        "gradients": {"x": flat(x.grad), **{k: flat(v.grad) for k, v in leaves.items()}},
    }


def gain(n):
    return {"gamma": values((n,), 0.5, 1.2, 1.0)}


def gain_and_shift(n):
    return {**gain(n), "beta": values((n,), 0.8, -0.2, 4.0)}


def batch_forward(x, gamma=None, beta=None):
    return last(F.batch_norm(first(x), None, None, gamma, beta, training=True, eps=1e-5))


def group_forward(groups):
    return lambda x, gamma, beta: last(F.group_norm(first(x), groups, gamma, beta, eps=1e-5))


CASES = [
    case("batch, rank 2", "batchNormalization", {}, (7, 5), batch_forward, gain_and_shift(5)),
    case("batch, rank 4", "batchNormalization", {}, (3, 4, 2, 5), batch_forward, gain_and_shift(5)),
    case("batch, no gain", "batchNormalization", {"scale": False}, (7, 5), batch_forward, {"beta": gain_and_shift(5)["beta"]}),
    case("batch, no shift", "batchNormalization", {"center": False}, (7, 5), batch_forward, gain(5)),
    case("batch, neither", "batchNormalization", {"center": False, "scale": False}, (7, 5), batch_forward, {}),
    case(
        "layer, rank 2",
        "layerNormalization",
        {},
        (6, 9),
        lambda x, gamma, beta: F.layer_norm(x, (9,), gamma, beta, eps=1e-5),
        gain_and_shift(9),
    ),
    case(
        "layer, rank 3, epsilon",
        "layerNormalization",
        {"epsilon": 0.01},
        (2, 3, 9),
        lambda x, gamma, beta: F.layer_norm(x, (9,), gamma, beta, eps=0.01),
        gain_and_shift(9),
    ),
    case("group, rank 2", "groupNormalization", {"groups": 3}, (5, 12), group_forward(3), gain_and_shift(12)),
    case("group, rank 4", "groupNormalization", {"groups": 3}, (2, 3, 2, 6), group_forward(3), gain_and_shift(6)),
    case("instance", "groupNormalization", {"groups": 6}, (2, 3, 2, 6), group_forward(6), gain_and_shift(6)),
    case("rms", "rmsNormalization", {}, (6, 9), lambda x, gamma: F.rms_norm(x, (9,), gamma, eps=1e-5), gain(9)),
]


def moving(name, options, shape, momentum):
    """Running statistics after each step, and inference with the last of them. Biased averages are taken from PyTorch's batch variance."""
    n = shape[-1]
    weights = gain_and_shift(n)
    biased = not options.get("unbiasedMoving", False)
    mean, variance = torch.zeros(n), torch.ones(n)
    batches, steps = [], []
    for k in range(STEPS):
        x = values(shape, 2.0 + 0.5 * k, 0.3 * k, 0.2 + k)
        if biased:
            m, v = first(x).transpose(0, 1).reshape(n, -1).mean(1), first(x).transpose(0, 1).reshape(n, -1).var(1, correction=0)
            mean, variance = (1 - momentum) * mean + momentum * m, (1 - momentum) * variance + momentum * v
        else:
            F.batch_norm(first(x), mean, variance, training=True, momentum=momentum)
        batches.append(flat(x))
        steps.append({"movingMean": flat(mean), "movingVariance": flat(variance)})
    x = values(shape, 2.0, 0.7, 0.3)
    y = last(F.batch_norm(first(x), mean, variance, weights["gamma"], weights["beta"], training=False, eps=1e-5))
    return {
        "name": name,
        "options": {**options, "momentum": 1 - momentum},
        "shape": list(shape),
        "batches": batches,
        "steps": steps,
        "weights": {k: flat(v) for k, v in weights.items()},
        "x": flat(x),
        "inference": flat(y),
    }


MOVING = [
    moving("biased, rank 2", {}, (6, 3), 0.25),
    moving("biased, rank 4", {}, (2, 3, 2, 4), 0.25),
    moving("unbiased, rank 2", {"unbiasedMoving": True}, (6, 3), 0.25),
    moving("unbiased, rank 4", {"unbiasedMoving": True}, (2, 3, 2, 4), 0.25),
]


def dense_case(name, how, wrap):
    inputs, units, rows = 4, 3, 5
    kernel = values((inputs, units), 0.9, 0.1, 0.6)
    layer = torch.nn.Linear(inputs, units)
    with torch.no_grad():
        layer.weight.copy_(kernel.T)
        layer.bias.copy_(values((units,), 0.3, 0.0, 1.0))
    x = values((rows, inputs), 1.5, 0.2, 0.3).requires_grad_()
    upstream = values((rows, units), 1.0, 0.1, 2.0)
    result = wrap(layer, x, upstream, kernel)
    return {"name": name, "how": how, "inputs": inputs, "units": units, "rows": rows, "x": flat(x), "upstream": flat(upstream), **result}


def weight_case(layer, x, upstream, kernel):
    parametrizations.weight_norm(layer, dim=0)
    p = layer.parametrizations.weight
    start = flat(p.original0)
    with torch.no_grad():
        p.original0.mul_(1.3).add_(0.1)
    y = layer(x)
    y.backward(upstream)
    return {
        "weights": {"kernel": flat(kernel), "gain": flat(p.original0), "bias": flat(layer.bias)},
        "gainAtStart": start,
        "y": flat(y),
        "gradients": {"x": flat(x.grad), "kernel": flat(p.original1.grad.T), "gain": flat(p.original0.grad), "bias": flat(layer.bias.grad)},
    }


def spectral_case(layer, x, upstream, kernel):
    # The form of the paper's algorithm 1: v from u, then u from v. The parametrization of the same name starts with u.
    torch.nn.utils.spectral_norm(layer, n_power_iterations=1)
    # A start that has not converged, so that an iteration changes it.
    with torch.no_grad():
        layer.weight_u.copy_(F.normalize(values((3,), 1.0, 0.2, 5.0), dim=0))
        layer.weight_v.copy_(F.normalize(values((4,), 1.0, 0.1, 3.0), dim=0))
    start = {"spectralU": flat(layer.weight_u), "spectralV": flat(layer.weight_v)}
    layer.eval()
    inference = flat(layer(x))
    layer.train()
    y = layer(x)
    y.backward(upstream)
    return {
        "weights": {"kernel": flat(kernel), "bias": flat(layer.bias), **start},
        "inference": inference,
        "y": flat(y),
        "updates": {"spectralU": flat(layer.weight_u), "spectralV": flat(layer.weight_v)},
        "gradients": {"x": flat(x.grad), "kernel": flat(layer.weight_orig.grad.T), "bias": flat(layer.bias.grad)},
    }


KERNELS = [
    dense_case("weight normalization", "weight", weight_case),
    dense_case("spectral normalization", "spectral", spectral_case),
]


def convolution_case(name, how):
    """The kernel in use of a convolution, and the gradient of its sum with given weights; [height, width, inputs, units] in the file."""
    shape = (2, 3, 4, 5)
    kernel = values(shape, 0.9, 0.1, 0.6)
    upstream = values(shape, 1.0, 0.1, 2.0)
    layer = torch.nn.Conv2d(4, 5, (2, 3), bias=False)
    with torch.no_grad():
        layer.weight.copy_(kernel.permute(3, 2, 0, 1))
    back = lambda w: flat(w.permute(2, 3, 1, 0))
    if how == "weight":
        parametrizations.weight_norm(layer, dim=0)
        p = layer.parametrizations.weight
        with torch.no_grad():
            p.original0.mul_(1.3).add_(0.1)
        weights = {"gain": flat(p.original0)}
        used = layer.weight
        (used * upstream.permute(3, 2, 0, 1)).sum().backward()
        gradients = {"kernel": back(p.original1.grad), "gain": flat(p.original0.grad)}
    else:
        torch.nn.utils.spectral_norm(layer, n_power_iterations=1)
        with torch.no_grad():
            layer.weight_u.copy_(F.normalize(values((5,), 1.0, 0.2, 5.0), dim=0))
        weights = {"spectralU": flat(layer.weight_u)}
        layer(torch.zeros(1, 4, 2, 3))
        used = layer.weight
        (used * upstream.permute(3, 2, 0, 1)).sum().backward()
        gradients = {"kernel": back(layer.weight_orig.grad)}
    return {
        "name": name,
        "how": how,
        "shape": list(shape),
        "upstream": flat(upstream),
        "weights": {"kernel": flat(kernel), **weights},
        "y": back(used),
        "gradients": gradients,
    }


CONVOLUTIONS = [
    convolution_case("weight normalization", "weight"),
    convolution_case("spectral normalization", "spectral"),
]

versions = {"python": platform.python_version(), "torch": torch.__version__}
out = {"versions": versions, "cases": CASES, "moving": MOVING, "kernels": KERNELS, "convolutions": CONVOLUTIONS}
path = pathlib.Path(__file__).with_name("normalization.json")
path.write_text(json.dumps(out) + "\n")
