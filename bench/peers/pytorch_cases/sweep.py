"""Models that differ in their learning rate, one after another: fused Adam, shuffled row numbers, gather, step."""
import time as clock

import torch

from shapes import LEARNING_RATE, data

from .network import compiled, loss_of, network


def run(case, epochs, shuffle):
    """Validation losses."""
    x, y = map(torch.from_numpy, data(case, case['rows']))
    validation = [torch.from_numpy(a) for a in data(case, case['validationRows'])]
    loss_function = loss_of(case)
    batch = case['batch']
    losses = []
    for i in range(case['models']):
        model = network(case)
        optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE * (1 + i / case['models']), fused=True)
        loss = compiled(lambda x, y: loss_function(model(x), y))
        for _ in range(epochs):
            order = torch.randperm(x.shape[0]) if shuffle else torch.arange(x.shape[0])
            for begin in range(0, x.shape[0], batch):
                rows = order[begin : begin + batch]
                optimizer.zero_grad(set_to_none=True)
                loss(x[rows], y[rows]).backward()
                optimizer.step()
        with torch.no_grad():
            loss(x, y)
            losses.append(loss(*validation).item())
    return losses


def check(case):
    return run({**case, 'rows': 4 * case['batch']}, 2, False)


def time(case):
    """Samples per second; of many models an eighth, since each takes as long as the others."""
    models = max(4, case['models'] // 8)
    start = clock.perf_counter()
    run({**case, 'models': models}, case['epochs'], True)
    return models * case['epochs'] * case['rows'] / (clock.perf_counter() - start)
