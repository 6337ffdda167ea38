"""Trains a while and prints how much the peak memory grew."""
import json
import os
import re
import sys

import torch

from pytorch_cases.train import Trainer
from shapes import data, make_kernels


def field(name):
    with open('/proc/self/status') as f:
        return int(re.search(rf'^{name}:\s*(\d+) kB', f.read(), re.M)[1]) * 1024


case = json.loads(sys.argv[1])
torch.set_num_threads(int(os.environ['RIDGELINE_BENCH_THREADS']))
x, y = map(torch.from_numpy, data(case, case['rows']))


def train(case):
    trainer = Trainer(case)
    for _ in range(case['epochs']):
        order = torch.randperm(len(y))
        for begin in range(0, len(y), case['batch']):
            rows = order[begin : begin + case['batch']]
            trainer.step(x[rows], y[rows])


# What any training brings along: compiled code, threads.
sizes = case['sizes']
make_kernels(case)
train({**case, 'sizes': [sizes[0], 16, 16, sizes[-1]]})
with open('/proc/self/clear_refs', 'w') as f:
    f.write('5')
before = field('VmRSS')
train(case)
print(json.dumps({'growth': field('VmHWM') - before}))
