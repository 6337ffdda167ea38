"""A process from its start to its end; the result is that it reached the accuracy."""
import json
import os
import time as clock

from fresh import fresh
from serve import Missing


def time(case):
    if not os.path.isdir(case['folder']):
        raise Missing(f"no data in {case['folder']}")
    start = clock.perf_counter()
    accuracy = fresh('pytorch_cases/learn_process.py', json.dumps(case))['accuracy']
    if accuracy < case['accuracy']:
        raise RuntimeError(f'only {accuracy} of the test set are right')
    return clock.perf_counter() - start


def check(case):
    return [1 if time(case) > 0 else 0]
