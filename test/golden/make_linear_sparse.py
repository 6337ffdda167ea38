"""Writes linear_sparse.json: lasso, elastic net, their paths and cross-validated forms, and orthogonal matching pursuit by scikit-learn, on diabetes
(standardized), breast cancer (standardized, a subset of its columns whose solution is well determined) and digits (pixels in [0, 1], digit as number).

Run with scikit-learn installed: python test/golden/make_linear_sparse.py
"""
import json
import os
import warnings

import numpy as np
import sklearn
from scipy.sparse import csr_matrix
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits
from sklearn.linear_model import (
    ElasticNet,
    ElasticNetCV,
    Lasso,
    LassoCV,
    OrthogonalMatchingPursuit,
    enet_path,
    lasso_path,
)

warnings.simplefilter("error")
exact = {"tol": 1e-14, "max_iter": 10**6}


def standardized(x):
    spread = x.std(axis=0)
    return (x - x.mean(axis=0)) / np.where(spread > 0, spread, 1)


diabetes = load_diabetes(scaled=False)
cancer = load_breast_cancer()
digits = load_digits()
data = {
    "diabetes": (standardized(diabetes.data), diabetes.target),
    "breast-cancer": (standardized(cancer.data), cancer.target.astype(float)),
    "digits": (digits.data / 16, digits.target.astype(float)),
}


def weights(n):
    return 0.25 + (np.arange(n) * 7 % 5) / 2


def result(fitted, x, y, weight):
    return {
        "coef": fitted.coef_.tolist(),
        "intercept": float(fitted.intercept_),
        "score": float(fitted.score(x, y, sample_weight=weight)),
    }


fits = []
for name, alphas in [("diabetes", [0.1, 5, 40]), ("breast-cancer", [0.003, 0.05]), ("digits", [0.003, 0.05])]:
    x, y = data[name]
    for alpha in alphas:
        for kind, options in [
            ("lasso", {}),
            ("lasso", {"positive": True}),
            ("lasso", {"fit_intercept": False}),
            ("elasticNet", {"l1_ratio": 0.7}),
            ("elasticNet", {"l1_ratio": 0.2, "positive": True}),
        ]:
            for weighted in [False, True]:
                weight = weights(len(y)) if weighted else None
                make = Lasso if kind == "lasso" else ElasticNet
                fitted = make(alpha=alpha, **options, **exact).fit(x, y, sample_weight=weight)
                fits.append(
                    {"data": name, "kind": kind, "alpha": alpha, "weighted": weighted, "options": options, **result(fitted, x, y, weight)}
                )

sparse = []
for alpha in [0.01, 0.1]:
    for intercept in [False, True]:
        x, y = data["digits"]
        fitted = Lasso(alpha=alpha, fit_intercept=intercept, **exact).fit(csr_matrix(x), y)
        sparse.append({"alpha": alpha, "fitIntercept": intercept, **result(fitted, x, y, None)})

paths = []
for name in data:
    x, y = data[name]
    for kind in ["lasso", "enet"]:
        # Without an intercept, as these functions are; and down to where their solutions are still well determined.
        if kind == "lasso":
            alphas, coefs, _ = lasso_path(x, y, eps=1e-2, alphas=12, precompute=False, **exact)
        else:
            alphas, coefs, _ = enet_path(x, y, l1_ratio=0.5, eps=1e-2, alphas=12, precompute=False, **exact)
        paths.append({"data": name, "kind": kind, "alphas": alphas.tolist(), "coefs": coefs.T.tolist()})

crosses = []
for name in ["diabetes", "breast-cancer"]:
    x, y = data[name]
    for weighted in [False, True]:
        weight = weights(len(y)) if weighted else None
        fitted = LassoCV(alphas=20, eps=1e-2, cv=4, precompute=False, **exact).fit(x, y, sample_weight=weight)
        crosses.append(
            {
                "data": name,
                "kind": "lassoCv",
                "weighted": weighted,
                "alpha": float(fitted.alpha_),
                "alphas": fitted.alphas_.tolist(),
                "msePath": fitted.mse_path_.tolist(),
                **result(fitted, x, y, weight),
            }
        )
    fitted = ElasticNetCV(l1_ratio=[0.3, 0.7, 1], alphas=10, eps=1e-2, cv=5, precompute=False, **exact).fit(x, y)
    crosses.append(
        {
            "data": name,
            "kind": "elasticNetCv",
            "weighted": False,
            "alpha": float(fitted.alpha_),
            "l1Ratio": float(fitted.l1_ratio_),
            "alphas": fitted.alphas_.tolist(),
            "msePath": fitted.mse_path_.tolist(),
            **result(fitted, x, y, None),
        }
    )

pursuits = []
for name in data:
    x, y = data[name]
    for options in [{"n_nonzero_coefs": 1}, {"n_nonzero_coefs": 5}, {"n_nonzero_coefs": 8, "fit_intercept": False}, {"tol": float(0.6 * ((y - y.mean()) ** 2).sum())}]:
        for precompute in [False, True]:
            fitted = OrthogonalMatchingPursuit(precompute=precompute, **options).fit(x, y)
            pursuits.append({"data": name, "precompute": precompute, "options": options, **result(fitted, x, y, None)})
x, y = data["digits"]
several = np.stack([y, (y == 3).astype(float), (y % 2).astype(float)], axis=1)
fitted = OrthogonalMatchingPursuit(n_nonzero_coefs=6).fit(x, several)
outputs = {"coef": fitted.coef_.tolist(), "intercept": fitted.intercept_.tolist(), "score": float(fitted.score(x, several))}

golden = {
    "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "fits": fits,
    "sparse": sparse,
    "paths": paths,
    "crosses": crosses,
    "pursuits": pursuits,
    "outputs": outputs,
}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "linear_sparse.json"), "w") as file:
    json.dump(golden, file)
    file.write("\n")
