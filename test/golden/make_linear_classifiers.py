"""Writes linear_classifiers.json: solutions of scikit-learn's LogisticRegression and LinearSVC, for lib/linear.

scikit-learn's LinearSVC also penalizes the intercept, so with one its objective is another, and without one it stops a few digits short of
what is compared here: its cases are solved by Newton's method on max(0, 1 - t z)^2, whose Hessian is that of the rows within the margin, and
without intercept compared with LinearSVC. Every solution is kept only if its own optimality conditions hold.

Run with scikit-learn installed: python test/golden/make_linear_classifiers.py
"""
import json
import os

import numpy as np
import scipy
import sklearn
from scipy.special import log_softmax, softmax
from sklearn.datasets import load_breast_cancer, load_digits, load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC


def standardized(x):
    return (x - x.mean(0)) / x.std(0)


cancer_x, cancer_y = load_breast_cancer(return_X_y=True)
iris_x, iris_y = load_iris(return_X_y=True)
digits_x, digits_y = load_digits(return_X_y=True)
DATA = {
    "cancer": (standardized(cancer_x), cancer_y),
    "cancer5": (standardized(cancer_x)[:, [0, 1, 4, 8, 9]], cancer_y),
    "iris": (iris_x, iris_y),
    "digits": (digits_x / 16, digits_y),
}


def row_weights(name, n):
    return 0.5 + np.arange(n) % 3 if name == "cycle" else np.ones(n)


def class_weights(kind, y, s):
    if kind == "balanced":
        codes = np.unique(y, return_inverse=True)[1]
        counts = np.bincount(codes, s)
        return (s.sum() / (len(counts) * counts))[codes]
    return np.array([kind[str(c)] for c in y]) if kind else np.ones(len(y))


def total_weights(case, y):
    s = row_weights(case.get("weights"), len(y))
    return s * class_weights(case.get("classWeight"), y, s)


def violation(case, x, y, coef, intercept):
    """The largest number in the least subgradient of the mean loss + penalties."""
    s = total_weights(case, y)
    l1 = 0 if "alpha" not in case else case["alpha"] * case.get("l1Ratio", 0)
    l2 = 0 if "alpha" not in case else case["alpha"] * (1 - case.get("l1Ratio", 0))
    classes = np.unique(y)
    worst = 0
    z = x @ coef.T + intercept
    if case["kind"] == "svc":
        t = np.where(y[:, None] == (classes[1:] if len(coef) == 1 else classes), 1, -1)
        r = -2 * t * np.maximum(0, 1 - t * z) * s[:, None]
    elif len(coef) == 1:
        r = (1 / (1 + np.exp(-z[:, 0])) - (y == classes[1])).reshape(-1, 1) * s[:, None]
    else:
        r = (softmax(z, axis=1) - (y[:, None] == classes)) * s[:, None]
    g = (r.T @ x + l2 * coef) / s.sum()
    off = np.where(coef != 0, np.abs(g + l1 / s.sum() * np.sign(coef)), np.maximum(0, np.abs(g) - l1 / s.sum()))
    worst = off.max()
    if case.get("fitIntercept", True):
        worst = max(worst, np.abs(r.sum(0)).max() / s.sum())
    return worst


def logistic(case, x, y):
    l1_ratio = case.get("l1Ratio", 0)
    fit = LogisticRegression(
        C=1 / case["alpha"] if "alpha" in case else np.inf,
        l1_ratio=l1_ratio,
        solver="saga" if l1_ratio > 0 else "newton-cholesky",
        tol=1e-13,
        max_iter=400000 if l1_ratio > 0 else 1000,
        fit_intercept=case.get("fitIntercept", True),
        class_weight={int(k): v for k, v in case["classWeight"].items()} if isinstance(case.get("classWeight"), dict) else case.get("classWeight"),
        random_state=0,
    )
    fit.fit(x, y, sample_weight=row_weights(case.get("weights"), len(y)))
    proba = fit.predict_proba(x)
    return fit.coef_, np.atleast_1d(fit.intercept_), {"proba": proba[::60].tolist(), "score": fit.score(x, y)}


def squared_hinge(x, t, s, alpha, with_intercept):
    """Newton's method with halved steps on sum s max(0, 1 - t z)^2 + alpha/2 |w|^2, the intercept free."""
    one = np.c_[x, np.ones(len(x))] if with_intercept else x
    ridge = np.diag([alpha] * x.shape[1] + [0] * with_intercept)
    value = lambda u: (s * np.maximum(0, 1 - t * (one @ u)) ** 2).sum() + u @ ridge @ u / 2
    u = np.zeros(one.shape[1])
    for _ in range(200):
        h = np.maximum(0, 1 - t * (one @ u))
        gradient = one.T @ (-2 * s * t * h) + ridge @ u
        inside = one[h > 0]
        step = np.linalg.solve(2 * (inside.T * s[h > 0]) @ inside + ridge, gradient)
        scale = 1.0
        while value(u - scale * step) > value(u) and scale > 1e-12:
            scale /= 2
        if scale <= 1e-12:
            break
        u = u - scale * step
    return (u[:-1], u[-1]) if with_intercept else (u, 0.0)


def svc(case, x, y):
    classes = np.unique(y)
    s = total_weights(case, y)
    with_intercept = case.get("fitIntercept", True)
    positive = classes[1:] if len(classes) == 2 else classes
    solved = [squared_hinge(x, np.where(y == c, 1, -1), s, case["alpha"], with_intercept) for c in positive]
    coef, intercept = np.array([w for w, _ in solved]), np.array([b for _, b in solved])
    if not with_intercept:
        peer = LinearSVC(C=1 / case["alpha"], dual=False, tol=1e-14, max_iter=1000000, fit_intercept=False).fit(x, y, sample_weight=s)
        assert np.abs(peer.coef_ - coef).max() < 1e-5 * np.abs(coef).max(), "LinearSVC has another solution"
    z = x @ coef.T + intercept
    predicted = classes[(z[:, 0] > 0).astype(int)] if len(classes) == 2 else classes[z.argmax(1)]
    return coef, intercept, {"decision": z[::60].tolist(), "score": float((predicted == y).mean())}


CASES = [
    {"kind": "logistic", "data": "cancer", "alpha": 1},
    {"kind": "logistic", "data": "cancer", "alpha": 0.01},
    {"kind": "logistic", "data": "cancer", "alpha": 100},
    {"kind": "logistic", "data": "cancer", "alpha": 1, "fitIntercept": False},
    {"kind": "logistic", "data": "cancer", "alpha": 1, "classWeight": "balanced"},
    {"kind": "logistic", "data": "cancer", "alpha": 1, "classWeight": {"0": 2, "1": 0.5}, "weights": "cycle"},
    {"kind": "logistic", "data": "cancer5"},
    {"kind": "logistic", "data": "iris", "alpha": 1},
    {"kind": "logistic", "data": "iris", "alpha": 0.01, "weights": "cycle"},
    {"kind": "logistic", "data": "iris", "alpha": 1, "classWeight": "balanced", "weights": "cycle"},
    {"kind": "logistic", "data": "digits", "alpha": 1},
    {"kind": "logistic", "data": "digits", "alpha": 20, "classWeight": "balanced"},
    {"kind": "logistic", "data": "cancer", "alpha": 1, "l1Ratio": 1},
    {"kind": "logistic", "data": "cancer", "alpha": 20, "l1Ratio": 1, "weights": "cycle"},
    {"kind": "logistic", "data": "cancer", "alpha": 5, "l1Ratio": 0.5},
    {"kind": "logistic", "data": "cancer", "alpha": 5, "l1Ratio": 1, "fitIntercept": False},
    {"kind": "logistic", "data": "iris", "alpha": 1, "l1Ratio": 1},
    {"kind": "logistic", "data": "iris", "alpha": 2, "l1Ratio": 0.3},
    {"kind": "logistic", "data": "digits", "alpha": 20, "l1Ratio": 1},
    {"kind": "svc", "data": "cancer", "alpha": 1},
    {"kind": "svc", "data": "cancer", "alpha": 1, "fitIntercept": False},
    {"kind": "svc", "data": "iris", "alpha": 1, "classWeight": "balanced", "weights": "cycle"},
    {"kind": "svc", "data": "iris", "alpha": 1, "fitIntercept": False},
    {"kind": "svc", "data": "digits", "alpha": 1},
    {"kind": "svc", "data": "digits", "alpha": 1, "fitIntercept": False},
]

results = []
for case in CASES:
    x, y = DATA[case["data"]]
    coef, intercept, more = (logistic if case["kind"] == "logistic" else svc)(case, x, y)
    if len(coef) > 1 and case["kind"] == "logistic":
        intercept = intercept - intercept.mean()
    off = violation(case, x, y, coef, intercept)
    print(case, f"violation {off:.1e}", f"zeros {(coef == 0).sum()} of {coef.size}", flush=True)
    assert off < 1e-9, "not at its minimum"
    results.append({**case, "coef": coef.tolist(), "intercept": intercept.tolist(), **more})

golden = {"versions": {"scikit-learn": sklearn.__version__, "scipy": scipy.__version__, "numpy": np.__version__}, "cases": results}
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "linear_classifiers.json"), "w") as file:
    json.dump(golden, file)
    file.write("\n")
