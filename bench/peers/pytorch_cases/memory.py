"""Measured in a fresh process."""
import json

from fresh import fresh


def check(case):
    return None


def time(case):
    return fresh('pytorch_cases/memory_process.py', json.dumps(case))['growth'] / 1e6
