"""Trajectories for optimizers.json of the forms that PyTorch does not have: Keras's momentum and placements of epsilon, an averaged velocity."""

import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy
import optax

keras.config.set_floatx("float64")


def cases(start, gradients, flat, constant, falling):
    found = []

    def add(name, peer, kind, options, rates, trajectory):
        head = {"name": f"{name}, {'constant' if rates[0] == rates[1] else 'falling'} rate", "peer": peer}
        found.append({**head, "optimizer": kind, "options": options, "learningRates": rates, "weights": trajectory})

    def run_keras(make, rates):
        weights = {n: keras.Variable(numpy.asarray(v), dtype="float64") for n, v in start.items()}
        optimizer = make(learning_rate=rates[0])
        optimizer.build(list(weights.values()))
        trajectory = []
        for rate in rates:
            optimizer.learning_rate.assign(rate)
            g = gradients({n: numpy.asarray(w.value).tolist() for n, w in weights.items()})
            optimizer.apply([jax.numpy.asarray(g[n].numpy()) for n in weights], list(weights.values()))
            trajectory.append(flat({n: w.value for n, w in weights.items()}))
        return trajectory

    def run_optax(make, rates):
        table = jax.numpy.asarray(rates)
        optimizer = make(lambda count: table[count])
        weights = {n: jax.numpy.asarray(v, dtype=jax.numpy.float64) for n, v in start.items()}
        state = optimizer.init(weights)
        trajectory = []
        for _ in rates:
            g = gradients({n: numpy.asarray(w).tolist() for n, w in weights.items()})
            updates, state = optimizer.update({n: jax.numpy.asarray(v.numpy()) for n, v in g.items()}, state, weights)
            weights = optax.apply_updates(weights, updates)
            trajectory.append(flat(weights))
        return trajectory

    K = keras.optimizers
    in_keras = [
        ("momentum", "sgd", {"momentum": 0.9}, 0.02, lambda **o: K.SGD(momentum=0.9, **o)),
        ("nesterov", "sgd", {"momentum": 0.8, "nesterov": True}, 0.02, lambda **o: K.SGD(momentum=0.8, nesterov=True, **o)),
        (
            "adagrad, epsilon inside",
            "adagrad",
            {"epsilonInside": True, "epsilon": 0.2, "initialAccumulator": 0.1},
            0.05,
            lambda **o: K.Adagrad(initial_accumulator_value=0.1, epsilon=0.2, **o),
        ),
        ("rmsprop, epsilon inside", "rmsprop", {"epsilon": 0.2}, 0.02, lambda **o: K.RMSprop(rho=0.9, epsilon=0.2, **o)),
        (
            "rmsprop, centered, rate in the velocity",
            "rmsprop",
            {"epsilon": 0.2, "centered": True, "momentum": 0.6},
            0.02,
            lambda **o: K.RMSprop(rho=0.9, epsilon=0.2, centered=True, momentum=0.6, **o),
        ),
        ("adam, epsilon before the correction", "adam", {"epsilon": 0.1, "epsilonHat": True}, 0.02, lambda **o: K.Adam(epsilon=0.1, **o)),
    ]
    in_optax = [
        (
            "averaged velocity",
            "sgd",
            {"momentum": 0.8, "average": True},
            0.05,
            lambda rate: optax.chain(optax.ema(0.8, debias=False), optax.scale_by_learning_rate(rate)),
        ),
        (
            "averaged velocity, nesterov",
            "sgd",
            {"momentum": 0.8, "average": True, "nesterov": True},
            0.05,
            lambda rate: optax.chain(optax.scale(0.2), optax.trace(0.8, nesterov=True), optax.scale_by_learning_rate(rate)),
        ),
        (
            "adam, epsilon inside",
            "adam",
            {"epsilon": 0.1, "epsilonInside": True},
            0.02,
            lambda rate: optax.adam(rate, eps=0.0, eps_root=0.1),
        ),
    ]
    for peer, run, listed in (("Keras", run_keras, in_keras), ("optax", run_optax, in_optax)):
        for name, kind, options, rate, make in listed:
            for rates in (constant(rate), falling(rate)):
                add(name, peer, kind, options, rates, run(make, rates))
    return found
