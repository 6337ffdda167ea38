"""A peer in Python: answers the questions of run.mjs, one JSON line each, through file descriptor 3."""
import importlib
import json
import os
import sys
import time

THREADS = int(os.environ.get('RIDGELINE_BENCH_THREADS', '1'))


class Missing(Exception):
    """What this peer cannot do, in words: its row is left out by name."""


def seconds_per_call(fn, seconds=0.3):
    """Seconds per call of fn, repeated until about `seconds` have passed, after one call that does not count."""
    start = time.perf_counter()
    fn()
    once = time.perf_counter() - start
    calls = max(1, int(seconds / max(once, 1e-7)))
    start = time.perf_counter()
    for _ in range(calls):
        fn()
    return (time.perf_counter() - start) / calls


def serve(version, folder):
    out = os.fdopen(3, 'w')
    for line in sys.stdin:
        q = json.loads(line)
        try:
            if q['question'] == 'ready':
                reply = {'answer': True}
            elif q['question'] == 'version':
                reply = {'answer': version}
            else:
                name = f"{folder}.{q['workload']}"
                try:
                    module = importlib.import_module(name)
                except ModuleNotFoundError as error:
                    if error.name != name:
                        raise
                    raise Missing('takes no part in this') from error
                reply = {'answer': getattr(module, q['question'])(q['case'])}
        except Missing as error:
            reply = {'missing': str(error)}
        except Exception as error:  # The bench names what went wrong and goes on.
            reply = {'error': f'{type(error).__name__}: {str(error).strip().splitlines()[0] if str(error).strip() else ""}'}
        out.write(json.dumps(reply) + '\n')
        out.flush()
