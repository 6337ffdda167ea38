"""The networks of workloads/shapes.mjs as modules."""
import os

import torch

from shapes import kernel

COMPILED = os.environ.get('RIDGELINE_BENCH_COMPILE') == '1'


def compiled(fn):
    """fn, or what torch.compile makes of it: what this process is there to measure."""
    return torch.compile(fn) if COMPILED else fn


def network(case):
    sizes = case['sizes']
    activation = {'tanh': torch.nn.Tanh, 'relu': torch.nn.ReLU}[case['activation']]
    layers = []
    for k, units in enumerate(sizes[1:]):
        linear = torch.nn.Linear(sizes[k], units)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(kernel(k, sizes[k], units).T.copy()))
            linear.bias.zero_()
        layers += [linear] if k == len(sizes) - 2 else [linear, activation()]
    return torch.nn.Sequential(*layers)


def loss_of(case):
    return torch.nn.CrossEntropyLoss() if case['loss'] == 'crossentropy' else torch.nn.MSELoss()
