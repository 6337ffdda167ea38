"""Writes optimizers.json: 20 steps of PyTorch's optimizers (optax's, where PyTorch has none) on a small network in float64, for
test/optimizers/golden.test.ts. Forms of Keras's are in golden_forms.py, Muon and
what evaluates other weights than it trains in golden_averages.py.

Run with a Python that has PyTorch, JAX, Keras and optax (the CPU is enough; the versions used are in the file): python make_optimizers.py
"""

import json
import math
import pathlib
import platform

import jax
import numpy
import optax
import torch

import golden_averages
import golden_forms

jax.config.update("jax_enable_x64", True)
# NAdam keeps its product of momenta in the default type.
torch.set_default_dtype(torch.float64)
STEPS = 20


def table(rows, columns, scale, phase):
    return [[scale * math.sin(phase + 1.7 * i + 0.9 * j * (i + 1)) for j in range(columns)] for i in range(rows)]


# tanh(x hidden + b) out + c, mean over rows of the squared error's sum. The last input is always 0: a gradient that is 0 at every step.
X = [row[:3] + [0.0] for row in table(8, 4, 1.5, 0.3)]
Y = table(8, 2, 1.0, 2.0)
START = {"hidden": table(4, 5, 0.8, 1.0), "hiddenBias": table(1, 5, 0.2, 0.5)[0], "out": table(5, 2, 0.7, 4.0), "outBias": [0.1, -0.3]}


def constant(rate):
    return [rate] * STEPS


def falling(rate):
    return [3 * rate / (1 + 0.5 * k) for k in range(STEPS)]


T = torch.optim
BOTH = ("constant", "falling")
# name, our optimizer and options, PyTorch's class and options, rate, which rates, clipping before the step
CASES = [
    ("plain", "sgd", {}, T.SGD, {}, 0.05, BOTH, None),
    ("momentum", "sgd", {"style": "pytorch", "momentum": 0.9}, T.SGD, {"momentum": 0.9}, 0.02, BOTH, None),
    ("momentum, style keras", "sgd", {"momentum": 0.9}, T.SGD, {"momentum": 0.9}, 0.02, BOTH[:1], None),
    (
        "dampening",
        "sgd",
        {"style": "pytorch", "momentum": 0.9, "dampening": 0.3},
        T.SGD,
        {"momentum": 0.9, "dampening": 0.3},
        0.02,
        BOTH,
        None,
    ),
    (
        "nesterov",
        "sgd",
        {"style": "pytorch", "momentum": 0.8, "nesterov": True},
        T.SGD,
        {"momentum": 0.8, "nesterov": True},
        0.02,
        BOTH,
        None,
    ),
    (
        "nesterov, style keras",
        "sgd",
        {"momentum": 0.8, "nesterov": True},
        T.SGD,
        {"momentum": 0.8, "nesterov": True},
        0.02,
        BOTH[:1],
        None,
    ),
    ("clipValue", "sgd", {"clipValue": 0.2}, T.SGD, {}, 0.05, BOTH, ("value", 0.2)),
    ("globalClipNorm", "sgd", {"globalClipNorm": 0.5}, T.SGD, {}, 0.05, BOTH, ("norm", 0.5)),
    ("adagrad", "adagrad", {}, T.Adagrad, {"eps": 1e-7}, 0.05, BOTH, None),
    (
        "adagrad with a start",
        "adagrad",
        {"initialAccumulator": 0.1, "epsilon": 0.01},
        T.Adagrad,
        {"eps": 0.01, "initial_accumulator_value": 0.1},
        0.05,
        BOTH,
        None,
    ),
    ("adadelta", "adadelta", {}, T.Adadelta, {"rho": 0.95}, 1.0, BOTH, None),
    (
        "adadelta with a large epsilon",
        "adadelta",
        {"rho": 0.8, "epsilon": 0.01},
        T.Adadelta,
        {"rho": 0.8, "eps": 0.01},
        0.5,
        BOTH,
        None,
    ),
    (
        "rmsprop",
        "rmsprop",
        {"rho": 0.99, "epsilon": 1e-8, "epsilonInside": False},
        T.RMSprop,
        {},
        0.01,
        BOTH,
        None,
    ),
    (
        "rmsprop centered",
        "rmsprop",
        {"epsilon": 0.05, "epsilonInside": False, "centered": True},
        T.RMSprop,
        {"alpha": 0.9, "eps": 0.05, "centered": True},
        0.01,
        BOTH,
        None,
    ),
    (
        "rmsprop with momentum",
        "rmsprop",
        {"epsilon": 0.001, "epsilonInside": False, "momentum": 0.6, "centered": True},
        T.RMSprop,
        {"alpha": 0.9, "eps": 0.001, "momentum": 0.6, "centered": True},
        0.01,
        BOTH[:1],
        None,
    ),
    ("adam", "adam", {}, T.Adam, {}, 0.02, BOTH, None),
    (
        "adam with other decays and a large epsilon",
        "adam",
        {"beta1": 0.7, "beta2": 0.9, "epsilon": 0.1},
        T.Adam,
        {"betas": (0.7, 0.9), "eps": 0.1},
        0.02,
        BOTH,
        None,
    ),
    (
        "amsgrad",
        "adam",
        {"beta2": 0.6, "epsilon": 1e-3, "amsgrad": True},
        T.Adam,
        {"betas": (0.9, 0.6), "eps": 1e-3, "amsgrad": True},
        0.02,
        BOTH,
        None,
    ),
    ("adamw", "adamw", {}, T.AdamW, {}, 0.02, BOTH, None),
    (
        "adamw with amsgrad, more decay and clipping",
        "adamw",
        {"beta2": 0.6, "amsgrad": True, "weightDecay": 0.3, "globalClipNorm": 0.5},
        T.AdamW,
        {"betas": (0.9, 0.6), "amsgrad": True, "weight_decay": 0.3},
        0.02,
        BOTH,
        ("norm", 0.5),
    ),
    ("adamax", "adamax", {}, T.Adamax, {}, 0.02, BOTH, None),
    (
        "adamax with other decays and a large epsilon",
        "adamax",
        {"beta1": 0.6, "beta2": 0.8, "epsilon": 0.1},
        T.Adamax,
        {"betas": (0.6, 0.8), "eps": 0.1},
        0.02,
        BOTH,
        None,
    ),
    ("nadam", "nadam", {}, T.NAdam, {}, 0.02, BOTH, None),
    (
        "nadam with other decays",
        "nadam",
        {"beta1": 0.7, "beta2": 0.9, "epsilon": 0.01, "momentumDecay": 0.1},
        T.NAdam,
        {"betas": (0.7, 0.9), "eps": 0.01, "momentum_decay": 0.1},
        0.02,
        BOTH,
        None,
    ),
    ("radam", "radam", {}, T.RAdam, {}, 0.05, BOTH, None),
    (
        "radam with other decays",
        "radam",
        {"beta1": 0.7, "beta2": 0.95, "epsilon": 0.01},
        T.RAdam,
        {"betas": (0.7, 0.95), "eps": 0.01},
        0.05,
        BOTH,
        None,
    ),
    ("rprop", "rprop", {}, T.Rprop, {"lr": 0.01}, 1.0, BOTH[:1], None),
    (
        "rprop with bounds",
        "rprop",
        {"initialStep": 0.04, "etaMinus": 0.3, "etaPlus": 1.7, "smallestStep": 0.02, "largestStep": 0.1},
        T.Rprop,
        {"lr": 0.04, "etas": (0.3, 1.7), "step_sizes": (0.02, 0.1)},
        1.0,
        BOTH[:1],
        None,
    ),
    ("lion", "lion", {}, optax.lion, {}, 0.01, BOTH, None),
    ("lion with decay", "lion", {"beta1": 0.8, "beta2": 0.9, "weightDecay": 0.2}, optax.lion, {"b1": 0.8, "b2": 0.9, "weight_decay": 0.2}, 0.01, BOTH, None),
]


def gradients(values):
    w = {name: torch.tensor(v, dtype=torch.float64, requires_grad=True) for name, v in values.items()}
    x, y = (torch.tensor(v, dtype=torch.float64) for v in (X, Y))
    out = torch.tanh(x @ w["hidden"] + w["hiddenBias"]) @ w["out"] + w["outBias"]
    ((out - y) ** 2).sum(1).mean().backward()
    return {name: v.grad for name, v in w.items()}


def flat(weights):
    return {name: numpy.asarray(w).reshape(-1).tolist() for name, w in weights.items()}


def run_torch(make, options, rates, clip):
    weights = {name: torch.tensor(v, dtype=torch.float64, requires_grad=True) for name, v in START.items()}
    optimizer = make(list(weights.values()), **{"lr": rates[0], **options}, foreach=False)
    trajectory = []
    for rate in rates:
        for name, g in gradients({n: w.tolist() for n, w in weights.items()}).items():
            weights[name].grad = g
        if clip and clip[0] == "value":
            torch.nn.utils.clip_grad_value_(weights.values(), clip[1])
        elif clip:
            torch.nn.utils.clip_grad_norm_(weights.values(), clip[1])
        # Rprop reads lr once, as the size of its first step: that is an option of its own here.
        for group in optimizer.param_groups if "lr" not in options else ():
            group["lr"] = rate
        optimizer.step()
        trajectory.append(flat({n: w.detach() for n, w in weights.items()}))
    return trajectory


def run_optax(make, options, rates):
    weights = {name: jax.numpy.asarray(v, dtype=jax.numpy.float64) for name, v in START.items()}
    # A table in float64: optax hands the schedule its count.
    steps = jax.numpy.asarray(rates, dtype=jax.numpy.float64)
    optimizer = make(learning_rate=lambda count: steps[count], **{"weight_decay": 0.0, **options})
    state = optimizer.init(weights)
    trajectory = []
    for _ in rates:
        found = gradients({n: numpy.asarray(w).tolist() for n, w in weights.items()})
        updates, state = optimizer.update({n: jax.numpy.asarray(g.numpy()) for n, g in found.items()}, state, weights)
        weights = optax.apply_updates(weights, updates)
        trajectory.append(flat(weights))
    return trajectory


cases = []
for name, ours, options, make, theirs, rate, kinds, clip in CASES:
    for kind in kinds:
        rates = constant(rate) if kind == "constant" else falling(rate)
        is_torch = isinstance(make, type)
        trajectory = run_torch(make, theirs, rates, clip) if is_torch else run_optax(make, theirs, rates)
        cases.append(
            {
                "name": f"{name}, {kind} rate",
                "peer": "PyTorch" if is_torch else "optax",
                "optimizer": ours,
                "options": options,
                "learningRates": rates,
                "weights": trajectory,
            }
        )

for more in (golden_forms, golden_averages):
    cases += more.cases(START, gradients, flat, constant, falling)

out = pathlib.Path(__file__).with_name("optimizers.json")
head = {
    "torch": torch.__version__,
    "optax": optax.__version__,
    "keras": golden_forms.keras.__version__,
    "jax": jax.__version__,
    "python": platform.python_version(),
    "x": X,
    "y": Y,
    "start": START,
}
lines = ",\n    ".join(json.dumps(c) for c in cases)
out.write_text(json.dumps(head)[:-1] + ',\n  "cases": [\n    ' + lines + "\n  ]}\n")
print(f"{out.name}: {len(cases)} cases, PyTorch {torch.__version__}, optax {optax.__version__}")
