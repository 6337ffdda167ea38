"""One step of an optimizer over one parameter: the fastest of its fused, foreach and plain forms."""
import numpy as np
import torch

from serve import Missing, seconds_per_call

RATE = 1e-3


def _fresh(case, form):
    i = np.arange(case['elements'], dtype=np.int64)
    shape = case['rows'], case['columns']
    weight = torch.nn.Parameter(torch.from_numpy((1 + (i % 1024) / 2048).astype(np.float32).reshape(shape)))
    weight.grad = torch.from_numpy((((i % 997) - 498.25) / 997).astype(np.float32).reshape(shape))
    kind = getattr(torch.optim, case['torch'], None)
    if kind is None:
        raise Missing(f"this version has no torch.optim.{case['torch']}")
    optimizer = kind([weight], lr=RATE, **case['torchOptions'], **form)
    return weight, optimizer


def _forms(case):
    """A step of each form that this optimizer has."""
    for form in ({'fused': True}, {'foreach': True}, {}):
        try:
            _, optimizer = _fresh(case, form)
            optimizer.step()
            yield optimizer.step
        except (TypeError, RuntimeError):
            continue


_kept = {}


def check(case):
    weight, optimizer = _fresh(case, {})
    before = weight.detach().clone()
    for _ in range(3):
        optimizer.step()
    change = ((weight.detach() - before) / RATE).reshape(-1)
    return [float(change[i * 149_993 % case['elements']]) for i in range(64)]


def time(case):
    key = case['torch'], str(case['torchOptions'])
    if key not in _kept:
        _kept.clear()
        with torch.no_grad():
            _kept[key] = min(_forms(case), key=lambda step: seconds_per_call(step, 0.1))
    with torch.no_grad():
        return 1e3 * seconds_per_call(_kept[key], 0.1)
