"""Fits of linear models on the data of workloads/linear.mjs."""
import numpy as np
from sklearn.linear_model import ElasticNet, Lasso, LogisticRegression, OrthogonalMatchingPursuit, Ridge, lasso_path

from serve import seconds_per_call


def _hashed(count, salt):
    h = (np.arange(count, dtype=np.uint32) ^ np.uint32(salt * 0x9E3779B9 % 2**32)) * np.uint32(0x85EBCA6B)
    h = (h ^ (h >> 13)) * np.uint32(0xC2B2AE35)
    return (h ^ (h >> 16)) / 2.0**31 - 1


def _data(case):
    rows, columns = case['rows'], case['columns']
    x = (np.sqrt(3) * _hashed(rows * columns, 1)).reshape(rows, columns)
    correlation = case.get('correlation', 0)
    if correlation:
        for j in range(1, columns):
            x[:, j] = correlation * x[:, j - 1] + np.sqrt(1 - correlation**2) * x[:, j]
    step = columns // case.get('nonzeros', columns // 5)
    truth = np.where(np.arange(columns) % step == 0, np.sqrt(3) * _hashed(columns, 2), 0)
    return x, x @ truth + 4 * _hashed(rows, 3)


def _logistic(case, x, y):
    return LogisticRegression(tol=case['tol'], max_iter=1000).fit(x, y > 0).coef_


def _ridge(case, x, y):
    # Its fastest solver for dense data, and what its default chooses.
    return Ridge(alpha=1, solver='cholesky').fit(x, y).coef_


# Lasso and its kin take columns one after another as they are; for others they would have to be copied first.
def _lasso(case, x, y):
    return Lasso(alpha=0.1, tol=case['tol'], precompute=case.get('precompute', False), max_iter=10**5).fit(x, y).coef_


def _elastic_net(case, x, y):
    return ElasticNet(alpha=0.1, tol=case['tol'], max_iter=10**5).fit(x, y).coef_


def _path(case, x, y):
    return lasso_path(x, y, tol=case['tol'], eps=case.get('eps', 1e-3), max_iter=10**5)[1][:, 49]


def _pursuit(case, x, y):
    return OrthogonalMatchingPursuit(n_nonzero_coefs=case['nonzeros']).fit(x, y).coef_


_fits = {'logistic': _logistic, 'ridge': _ridge, 'lasso': _lasso, 'elasticNet': _elastic_net, 'path': _path, 'pursuit': _pursuit}
_kept = {}


def _fit(case):
    key = case['kind'], case['rows'], case['columns']
    if key not in _kept:
        _kept.clear()
        x, y = _data(case)
        _kept[key] = (np.asfortranarray(x) if 'fit' in case else x), y
    return _fits[case.get('fit', case['kind'])](case, *_kept[key])


def check(case):
    return _fit({**case, 'tol': case.get('checkTol', case.get('tol'))}).reshape(-1)[:64].tolist()


def time(case):
    return 1e3 * seconds_per_call(lambda: _fit(case), 0.5)
