"""Bags of networks on the digits, a job per thread."""
import warnings

from sklearn.datasets import load_digits
from sklearn.ensemble import BaggingClassifier
from sklearn.neural_network import MLPClassifier

from serve import THREADS, seconds_per_call

# That the epochs are over before the loss has settled is what was asked for.
warnings.filterwarnings('ignore', module='sklearn.neural_network')
_x, _y = load_digits(return_X_y=True)
_x = _x / 16


def _fit(case):
    epochs = case['epochs']
    network = MLPClassifier((64,), alpha=0, batch_size=case['batch'], max_iter=epochs, n_iter_no_change=epochs, tol=0)
    return BaggingClassifier(network, n_estimators=case['members'], n_jobs=THREADS, random_state=1).fit(_x, _y)


def check(case):
    return [_fit(case).score(_x, _y)]


def time(case):
    return 1e3 * seconds_per_call(lambda: _fit(case), 0.5)
