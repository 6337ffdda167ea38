"""Writes optimizers.json: trajectories of PyTorch's optimizers in float64, for test/optimizers/golden.test.ts.

Run with a Python that has PyTorch (the CPU is enough; the versions used are in the file): python make_optimizers.py
"""

import json
import math
import pathlib
import platform

import torch

STEPS = 10
START = {"a": [1.0, -2.0, 0.5, 0.0], "b": [3.0, -0.25]}
# Elements differ in scale and in period, so that no error of one hides in another; one gradient is always 0, where Adam divides 0 by epsilon.
GRADIENTS = [
    {
        "a": [math.sin(1 + 0.9 * k), 30 * math.cos(0.7 * k) * 0.6**k, 1e-4 * math.sin(3 + 2 * k), 0.0],
        "b": [2.5 - 0.6 * k, math.cos(5 * k) ** 3],
    }
    for k in range(STEPS)
]

CONSTANT = [0.05] * STEPS
FALLING = [0.2 / (1 + 0.5 * k) for k in range(STEPS)]

# name, our optimizer and options, PyTorch's class and options, learning rate of each step, clipping before the step
CASES = [
    ("plain", "sgd", {}, torch.optim.SGD, {}, FALLING, None),
    ("momentum", "sgd", {"style": "pytorch", "momentum": 0.9}, torch.optim.SGD, {"momentum": 0.9}, FALLING, None),
    ("momentum at a constant rate, style keras", "sgd", {"momentum": 0.9}, torch.optim.SGD, {"momentum": 0.9}, CONSTANT, None),
    (
        "dampening",
        "sgd",
        {"style": "pytorch", "momentum": 0.9, "dampening": 0.3},
        torch.optim.SGD,
        {"momentum": 0.9, "dampening": 0.3},
        FALLING,
        None,
    ),
    (
        "nesterov",
        "sgd",
        {"style": "pytorch", "momentum": 0.8, "nesterov": True},
        torch.optim.SGD,
        {"momentum": 0.8, "nesterov": True},
        FALLING,
        None,
    ),
    (
        "nesterov at a constant rate, style keras",
        "sgd",
        {"momentum": 0.8, "nesterov": True},
        torch.optim.SGD,
        {"momentum": 0.8, "nesterov": True},
        CONSTANT,
        None,
    ),
    ("clipValue", "sgd", {"clipValue": 0.7}, torch.optim.SGD, {}, FALLING, ("value", 0.7)),
    ("globalClipNorm", "sgd", {"globalClipNorm": 2.0}, torch.optim.SGD, {}, FALLING, ("norm", 2.0)),
    ("adam", "adam", {}, torch.optim.Adam, {}, CONSTANT, None),
    (
        "adam with other decays and a large epsilon",
        "adam",
        {"beta1": 0.7, "beta2": 0.9, "epsilon": 0.1},
        torch.optim.Adam,
        {"betas": (0.7, 0.9), "eps": 0.1},
        FALLING,
        None,
    ),
    (
        "amsgrad",
        "adam",
        {"beta2": 0.6, "epsilon": 1e-3, "amsgrad": True},
        torch.optim.Adam,
        {"betas": (0.9, 0.6), "eps": 1e-3, "amsgrad": True},
        FALLING,
        None,
    ),
    ("adamw", "adamw", {}, torch.optim.AdamW, {}, FALLING, None),
    (
        "adamw with amsgrad, more decay and clipping",
        "adamw",
        {"beta2": 0.6, "amsgrad": True, "weightDecay": 0.3, "globalClipNorm": 1.5},
        torch.optim.AdamW,
        {"betas": (0.9, 0.6), "amsgrad": True, "weight_decay": 0.3},
        FALLING,
        ("norm", 1.5),
    ),
]

# PyTorch's state by our names. A velocity of style keras has the learning rate inside, and is not compared.
SLOTS = {"velocity": "momentum_buffer", "mean": "exp_avg", "square": "exp_avg_sq", "largest": "max_exp_avg_sq"}


def run(make, torch_options, rates, clip):
    weights = {name: torch.tensor(v, dtype=torch.float64, requires_grad=True) for name, v in START.items()}
    optimizer = make(list(weights.values()), lr=rates[0], foreach=False, **torch_options)
    trajectory = []
    for rate, gradients in zip(rates, GRADIENTS):
        for name, w in weights.items():
            w.grad = torch.tensor(gradients[name], dtype=torch.float64)
        if clip and clip[0] == "value":
            torch.nn.utils.clip_grad_value_(weights.values(), clip[1])
        elif clip:
            torch.nn.utils.clip_grad_norm_(weights.values(), clip[1])
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.step()
        trajectory.append({name: w.tolist() for name, w in weights.items()})
    slots = {}
    for name, w in weights.items():
        state = optimizer.state[w]
        slots[name] = {ours: state[theirs].tolist() for ours, theirs in SLOTS.items() if state.get(theirs) is not None}
    return trajectory, slots


cases = []
for name, ours, options, make, torch_options, rates, clip in CASES:
    trajectory, slots = run(make, torch_options, rates, clip)
    compared = "momentum" not in options or options.get("style") == "pytorch"
    cases.append(
        {
            "name": name,
            "optimizer": ours,
            "options": options,
            "learningRates": rates,
            "weights": trajectory,
            "slots": slots if compared else None,
        }
    )

out = pathlib.Path(__file__).with_name("optimizers.json")
head = {"torch": torch.__version__, "python": platform.python_version(), "start": START, "gradients": GRADIENTS}
lines = ",\n    ".join(json.dumps(c) for c in cases)
out.write_text(json.dumps(head)[:-1] + ',\n  "cases": [\n    ' + lines + "\n  ]}\n")
print(f"{out.name}: {len(cases)} cases, PyTorch {torch.__version__}")
