"""Writes schedules.json: learning rates by step of PyTorch's lr_scheduler and Keras's schedules, for test/schedules/golden.test.ts;
and what their plateau callbacks make of a series of losses, for test/callbacks/learning-rate.test.ts.

Run with a Python that has PyTorch and Keras (the CPU is enough; the versions used are in the file): python make_schedules.py
"""

import json
import os
import pathlib
import platform

os.environ["KERAS_BACKEND"] = "torch"
import keras
import torch

L = torch.optim.lr_scheduler
K = keras.optimizers.schedules
STEPS = 60


def by_torch(rate, make, steps=STEPS):
    weight = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    # Momentum, which CyclicLR and OneCycleLR would otherwise ask for.
    optimizer = torch.optim.SGD([weight], lr=rate, momentum=0.9)
    scheduler = make(optimizer)
    rates = []
    for _ in range(steps):
        rates.append(float(optimizer.param_groups[0]["lr"]))
        optimizer.step()
        scheduler.step()
    return rates


def by_keras(schedule):
    return [float(schedule(k)) for k in range(STEPS)]


def exponential(o):
    return L.ExponentialLR(o, 0.93)


# our call, PyTorch's with its initial rate
TORCH = [
    ("constant", [0.3], 0.3, lambda o: L.ConstantLR(o, factor=1.0)),
    ("linearDecay", [{"initial": 0.5, "steps": 40}], 0.5, lambda o: L.LinearLR(o, 1.0, 0.01, 40)),
    ("linearDecay", [{"initial": 0.5, "final": 0.2, "steps": 7}], 0.5, lambda o: L.LinearLR(o, 1.0, 0.4, 7)),
    ("exponentialDecay", [{"initial": 0.4, "rate": 0.93}], 0.4, exponential),
    ("stepDecay", [{"initial": 0.4, "every": 9, "factor": 0.5}], 0.4, lambda o: L.StepLR(o, 9, 0.5)),
    (
        "piecewiseConstant",
        [{"boundaries": [5, 20, 33], "values": [0.4, 0.2, 0.1, 0.05]}],
        0.4,
        lambda o: L.MultiStepLR(o, [5, 20, 33], 0.5),
    ),
    ("polynomialDecay", [{"initial": 0.4, "steps": 50, "power": 2}], 0.4, lambda o: L.PolynomialLR(o, 50, 2.0)),
    ("polynomialDecay", [{"initial": 0.4, "steps": 20}], 0.4, lambda o: L.PolynomialLR(o, 20)),
    ("cosineDecay", [{"initial": 0.4, "steps": 60, "final": 0.01}], 0.4, lambda o: L.CosineAnnealingLR(o, 60, 0.01)),
    (
        "cosineDecay",
        [{"initial": 0.4, "steps": 11, "final": 0.02, "restarts": True}],
        0.4,
        lambda o: L.CosineAnnealingWarmRestarts(o, 11, 1, 0.02),
    ),
    (
        "cosineDecay",
        [{"initial": 0.4, "steps": 5, "restarts": {"lengthen": 2}}],
        0.4,
        lambda o: L.CosineAnnealingWarmRestarts(o, 5, 2),
    ),
    (
        "cosineDecay",
        [{"initial": 0.4, "steps": 7, "restarts": {"lengthen": 3}}],
        0.4,
        lambda o: L.CosineAnnealingWarmRestarts(o, 7, 3),
    ),
    ("oneCycle", [{"peak": 0.4, "steps": 60}], 0.4, lambda o: L.OneCycleLR(o, 0.4, total_steps=60)),
    (
        "oneCycle",
        [{"peak": 0.4, "steps": 53, "rise": 0.4, "divide": 10, "finalDivide": 100, "shape": "linear", "threePhases": True}],
        0.4,
        lambda o: L.OneCycleLR(
            o, 0.4, total_steps=53, pct_start=0.4, div_factor=10, final_div_factor=100, anneal_strategy="linear", three_phase=True
        ),
    ),
    ("cyclic", [{"low": 0.1, "high": 0.5, "up": 8}], 0.1, lambda o: L.CyclicLR(o, 0.1, 0.5, 8)),
    (
        "cyclic",
        [{"low": 0.1, "high": 0.5, "up": 6, "down": 11, "mode": "triangular2"}],
        0.1,
        lambda o: L.CyclicLR(o, 0.1, 0.5, 6, 11, "triangular2"),
    ),
    (
        "cyclic",
        [{"low": 0.1, "high": 0.5, "up": 9, "mode": "expRange", "gamma": 0.97}],
        0.1,
        lambda o: L.CyclicLR(o, 0.1, 0.5, 9, mode="exp_range", gamma=0.97),
    ),
    (
        "warmup",
        [10, {"kind": "exponentialDecay", "options": {"initial": 0.4, "rate": 0.93}}, {"from": 0.25}],
        0.4,
        lambda o: L.SequentialLR(o, [L.LinearLR(o, 0.25, 1.0, 10), exponential(o)], [10]),
    ),
    (
        "sequence",
        [
            [
                {"schedule": 0.4, "steps": 12},
                {"schedule": {"kind": "stepDecay", "options": {"initial": 0.4, "every": 4, "factor": 0.7}}, "steps": 20},
                {"schedule": {"kind": "exponentialDecay", "options": {"initial": 0.4, "rate": 0.93}}},
            ]
        ],
        0.4,
        lambda o: L.SequentialLR(o, [L.ConstantLR(o, 1.0), L.StepLR(o, 4, 0.7), exponential(o)], [12, 32]),
    ),
]

KERAS = [
    ("exponentialDecay", [{"initial": 0.4, "rate": 0.5, "steps": 20}], K.ExponentialDecay(0.4, 20, 0.5)),
    ("exponentialDecay", [{"initial": 0.4, "rate": 0.5, "steps": 20, "staircase": True}], K.ExponentialDecay(0.4, 20, 0.5, True)),
    ("inverseTimeDecay", [{"initial": 0.4, "rate": 0.5, "steps": 8}], K.InverseTimeDecay(0.4, 8, 0.5)),
    ("inverseTimeDecay", [{"initial": 0.4, "rate": 0.5, "steps": 8, "staircase": True}], K.InverseTimeDecay(0.4, 8, 0.5, True)),
    (
        "polynomialDecay",
        [{"initial": 0.4, "final": 0.05, "steps": 17, "power": 1.5, "cycle": True}],
        K.PolynomialDecay(0.4, 17, 0.05, 1.5, cycle=True),
    ),
    ("cosineDecay", [{"initial": 0.4, "final": 0.04, "steps": 45}], K.CosineDecay(0.4, 45, 0.1)),
    (
        "warmup",
        [12, {"kind": "cosineDecay", "options": {"initial": 0.4, "steps": 40}}, {"from": 0}],
        K.CosineDecay(0.0, 40, 0.0, warmup_target=0.4, warmup_steps=12),
    ),
    (
        "cosineDecay",
        [{"initial": 0.4, "final": 0.04, "steps": 8, "restarts": {"lengthen": 2, "scale": 0.8}}],
        K.CosineDecayRestarts(0.4, 8, 2.0, 0.8, 0.1),
    ),
]

# OneCycleLR has no steps past its end.
ends = {"oneCycle": lambda args: args[0]["steps"]}
cases = [
    {"peer": "PyTorch", "schedule": name, "arguments": args, "rates": by_torch(rate, make, ends.get(name, lambda _: STEPS)(args))}
    for name, args, rate, make in TORCH
]
cases += [{"peer": "Keras", "schedule": name, "arguments": args, "rates": by_keras(s)} for name, args, s in KERAS]
# A loss that falls, rests, falls a little, rests again.
LOSSES = [1.0, 0.8, 0.6, 0.6, 0.61, 0.6, 0.6, 0.5999, 0.59, 0.58, 0.58, 0.59, 0.58, 0.58, 0.58, 0.58, 0.58, 0.3] + [0.3] * 12
PLATEAUS = [
    {"factor": 0.5, "patience": 3},
    {"factor": 0.1, "patience": 1, "minLearningRate": 1e-3},
    {"factor": 0.5, "patience": 2, "cooldown": 3, "minDelta": 0.005},
]


def plateau_by_keras(o):
    model = keras.Sequential([keras.Input([1]), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.4), "mse")
    callback = keras.callbacks.ReduceLROnPlateau(
        "loss", o["factor"], o["patience"], min_delta=o.get("minDelta", 1e-4), cooldown=o.get("cooldown", 0), min_lr=o.get("minLearningRate", 0)
    )
    callback.set_model(model)
    callback.on_train_begin()
    rates = []
    for epoch, loss in enumerate(LOSSES):
        callback.on_epoch_end(epoch, {"loss": loss})
        rates.append(float(keras.ops.convert_to_numpy(model.optimizer.learning_rate)))
    return rates


def plateau_by_torch(o):
    optimizer = torch.optim.SGD([torch.zeros(1, dtype=torch.float64, requires_grad=True)], lr=0.4)
    # It falls when more epochs than patience were bad.
    scheduler = L.ReduceLROnPlateau(
        optimizer,
        factor=o["factor"],
        patience=o["patience"] - 1,
        threshold=o.get("minDelta", 1e-4),
        threshold_mode="abs",
        cooldown=o.get("cooldown", 0),
        min_lr=o.get("minLearningRate", 0),
    )
    rates = []
    for loss in LOSSES:
        scheduler.step(loss)
        rates.append(optimizer.param_groups[0]["lr"])
    return rates


plateaus = [
    {"peer": peer, "options": o, "rates": make(o)}
    for o in PLATEAUS
    for peer, make in (("Keras", plateau_by_keras), ("PyTorch", plateau_by_torch))
    if peer == "Keras" or "cooldown" not in o
]
out = {
    "versions": {"python": platform.python_version(), "torch": torch.__version__.split("+")[0], "keras": keras.__version__},
    "cases": cases,
    "losses": LOSSES,
    "plateaus": plateaus,
}
path = pathlib.Path(__file__).with_name("schedules.json")
path.write_text(json.dumps(out) + "\n")
