"""A script in a process of its own, which prints one JSON value as its last line."""
import json
import os
import subprocess
import sys


def fresh(script, *args):
    """The script is relative to this folder."""
    here = os.path.dirname(os.path.abspath(__file__))
    done = subprocess.run(
        [sys.executable, os.path.join(here, script), *args],
        env={**os.environ, 'PYTHONPATH': here},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    return json.loads(done.stdout.strip().splitlines()[-1])
