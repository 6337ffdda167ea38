"""Trains until enough of the test set are right: images on the device's memory once, fused Adam, no data loader in between."""
import gzip
import json
import os
import sys

import numpy as np
import torch

case = json.loads(sys.argv[1])
torch.set_num_threads(int(os.environ['RIDGELINE_BENCH_THREADS']))


def read(name, header):
    path = os.path.join(case['folder'], name)
    opened = gzip.open(path + '.gz') if os.path.exists(path + '.gz') else open(path, 'rb')
    with opened as f:
        return np.frombuffer(f.read(), np.uint8, offset=header)


def part(name):
    x = torch.from_numpy(read(f'{name}-images-idx3-ubyte', 16).reshape(-1, 784).astype(np.float32)) / 255
    return x, torch.from_numpy(read(f'{name}-labels-idx1-ubyte', 8).astype(np.int64))


x, y = part('train')
test_x, test_y = part('t10k')
layers = []
for inputs, units in zip(case['sizes'], case['sizes'][1:]):
    layers += [torch.nn.Linear(inputs, units), torch.nn.ReLU()]
model = torch.nn.Sequential(*layers[:-1])
loss_function = torch.nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, fused=True)
accuracy, step = 0, 0
while accuracy < case['accuracy'] and step < 20 * len(y) // case['batch']:
    order = torch.randperm(len(y))
    for begin in range(0, len(y), case['batch']):
        rows = order[begin : begin + case['batch']]
        optimizer.zero_grad(set_to_none=True)
        loss_function(model(x[rows]), y[rows]).backward()
        optimizer.step()
        step += 1
        if step % case['every'] == 0:
            with torch.inference_mode():
                accuracy = (model(test_x).argmax(1) == test_y).float().mean().item()
            if accuracy >= case['accuracy']:
                break
print(json.dumps({'accuracy': accuracy}))
