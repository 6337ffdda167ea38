"""Weights and data of workloads/shapes.mjs: they follow from an index, to the last bit."""
from functools import cache

import numpy as np

LEARNING_RATE = 1e-3


def _value(i):
    return ((i * 0.6180339887498949 + 0.3) % 1) * 2 - 1


@cache
def kernel(k, inputs, units):
    """Kernel [inputs, units] of layer k; made once, so that a peer can have it before its time begins."""
    i = np.arange(inputs * units, dtype=np.float64)
    return (_value(i * 7 + k * 1013) * np.sqrt(3 / inputs)).astype(np.float32).reshape(inputs, units)


def make_kernels(case):
    """All kernels of a network."""
    sizes = case['sizes']
    for k, units in enumerate(sizes[1:]):
        kernel(k, sizes[k], units)


def data(case, rows):
    """Inputs [rows, inputs], and targets: labels [rows] or values [rows, 1]."""
    inputs, outputs = case['sizes'][0], case['sizes'][-1]
    x = _value(np.arange(rows * inputs, dtype=np.float64) * 3 + 1).astype(np.float32).reshape(rows, inputs)
    i = np.arange(rows)
    if case['loss'] == 'crossentropy':
        return x, (i * 7 % outputs).astype(np.int64)
    return x, _value(i.astype(np.float64) * 11 + 5).astype(np.float32).reshape(rows, 1)
