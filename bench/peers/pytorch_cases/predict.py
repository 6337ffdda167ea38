"""The model's forward pass without gradients, and the copy of the result into NumPy."""
import torch

from serve import seconds_per_call
from shapes import data

from .network import compiled, network

_kept = {}


def _predict(case):
    key = case['shape'], case['rows']
    if key not in _kept:
        model = network(case).eval()
        outputs = torch.nn.Softmax(-1) if case['loss'] == 'crossentropy' else torch.nn.Identity()
        forward = compiled(lambda x: outputs(model(x)))
        x = torch.from_numpy(data(case, case['rows'])[0])

        def run():
            with torch.inference_mode():
                return forward(x).numpy()

        _kept[key] = run
    return _kept[key]


def check(case):
    return _predict(case)().reshape(-1)[:64].tolist()


def time(case):
    return 1e6 * seconds_per_call(_predict(case), 0.1 if case['rows'] == 1 else 0.3)
