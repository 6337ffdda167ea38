"""Writes linear_closed.json: scikit-learn's LinearRegression, Ridge, RidgeCV, PCA, PolynomialFeatures, StandardScaler and KNeighborsClassifier, and
scipy's pinv; and data/diabetes.csv.gz (Efron, Hastie, Johnstone and Tibshirani, "Least angle regression", Annals of Statistics, 2004).

Data are named; rows and columns of cases are given as slices, and targets of several columns are made by `several`, here and in the test alike.

Run with scikit-learn installed, after make_data.py: python test/golden/make_linear_closed.py
"""
import gzip
import json
import os

import numpy as np
import scipy
import scipy.linalg
import sklearn
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits
from sklearn.decomposition import PCA
from sklearn.linear_model import LinearRegression, Ridge, RidgeCV
from sklearn.model_selection import PredefinedSplit
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

folder = os.path.dirname(os.path.abspath(__file__))
diabetes, cancer, digits = load_diabetes(), load_breast_cancer(), load_digits()
lines = [",".join([*diabetes.feature_names, "target"])]
lines += [",".join(repr(float(v)) for v in (*row, target)) for row, target in zip(diabetes.data, diabetes.target)]
with open(os.path.join(folder, "data", "diabetes.csv.gz"), "wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
    packed.write(("\n".join(lines) + "\n").encode())

data = {
    "diabetes": (diabetes.data, diabetes.target),
    "breast-cancer": (cancer.data, cancer.target.astype(float)),
    "digits": (digits.data / 16, digits.target.astype(float)),
}


def several(x, y):
    return np.column_stack([y, x[:, 2] * 100 - y / 2, np.sqrt(y + 1)])


def weights(n):
    return 0.5 + np.arange(n) % 4


def regression(estimator, name, rows=None, targets=1, weighted=False):
    x, y = data[name]
    x, y = x[:rows], y[:rows]
    if targets > 1:
        y = several(x, y)
    fitted = estimator.fit(x, y, sample_weight=weights(len(x)) if weighted else None)
    told = {
        "data": name,
        "rows": len(x),
        "targets": targets,
        "weighted": weighted,
        "coef": fitted.coef_.tolist(),
        "intercept": np.asarray(fitted.intercept_).tolist(),
        "score": fitted.score(x, y),
        "predicted": fitted.predict(x[:3]).tolist(),
    }
    return fitted, told


def ols(options, *args, **kwargs):
    fitted, told = regression(LinearRegression(fit_intercept=options.get("fitIntercept", True), tol=1e-12), *args, **kwargs)
    return {**told, "options": options, "rank": int(fitted.rank_)}


def ridge(options, *args, **kwargs):
    estimator = Ridge(alpha=options["alpha"], fit_intercept=options.get("fitIntercept", True), solver="svd")
    return {**regression(estimator, *args, **kwargs)[1], "options": options}


def ridge_cv(options, *args, **kwargs):
    estimator = RidgeCV(
        alphas=options["alphas"],
        fit_intercept=options.get("fitIntercept", True),
        alpha_per_target=options.get("alphaPerTarget", False),
        store_cv_results=True,
        gcv_mode="svd",
    )
    fitted, told = regression(estimator, *args, **kwargs)
    return {
        **told,
        "options": options,
        "alpha": np.asarray(fitted.alpha_).tolist(),
        "bestScore": np.asarray(fitted.best_score_).tolist(),
        "errors": fitted.cv_results_[:3].tolist(),
    }


def ridge_folds(options, name, *args, **kwargs):
    cv = options["cv"]
    estimator = RidgeCV(
        alphas=options["alphas"],
        fit_intercept=options.get("fitIntercept", True),
        cv=PredefinedSplit(cv) if isinstance(cv, list) else cv,
        scoring={"negMeanSquaredError": "neg_mean_squared_error"}.get(options.get("scoring"), options.get("scoring")),
    )
    fitted, told = regression(estimator, name, *args, **kwargs)
    return {**told, "options": options, "alpha": float(fitted.alpha_), "bestScore": float(fitted.best_score_)}


def pca(options, name, rows=None):
    x = data[name][0][:rows]
    solver = {"covariance": "covariance_eigh"}.get(options.get("solver"), options.get("solver", "auto"))
    fitted = PCA(options.get("nComponents"), whiten=options.get("whiten", False), svd_solver=solver, random_state=0).fit(x)
    z = fitted.transform(x[:3])
    shown = min(fitted.n_components_, 5)
    return {
        "data": name,
        "rows": len(x),
        "options": options,
        "nComponents": int(fitted.n_components_),
        "components": fitted.components_[:shown].tolist(),
        "explainedVariance": fitted.explained_variance_.tolist(),
        "explainedVarianceRatio": fitted.explained_variance_ratio_.tolist(),
        "singularValues": fitted.singular_values_.tolist(),
        "noiseVariance": float(fitted.noise_variance_),
        "transformed": z[:, :shown].tolist(),
        "inverse": fitted.inverse_transform(z).tolist(),
    }


def polynomial(options):
    x = diabetes.data[:4, :3]
    given = {"degree": "degree", "interactionOnly": "interaction_only", "includeBias": "include_bias"}
    fitted = PolynomialFeatures(**{given[k]: v for k, v in options.items()}).fit(x)
    return {
        "options": options,
        "names": fitted.get_feature_names_out().tolist(),
        "powers": fitted.powers_.tolist(),
        "values": fitted.transform(x).tolist(),
    }


def neighbors(options):
    x = StandardScaler().fit_transform(cancer.data)
    y = cancer.target
    fitted = KNeighborsClassifier(options["nNeighbors"], weights=options.get("weights", "uniform"), algorithm="brute").fit(x[:400], y[:400])
    distances, indices = fitted.kneighbors(x[400:420])
    return {
        "options": options,
        "distances": distances.tolist(),
        "indices": indices.tolist(),
        "proba": fitted.predict_proba(x[400:420]).tolist(),
        "predicted": fitted.predict(x[400:]).tolist(),
        "score": fitted.score(x[400:], y[400:]),
    }


def pinv(name, rows, columns, twice=False):
    a = data[name][0][:rows, :columns]
    if twice:
        a = np.column_stack([a, a[:, :2]])
    return {"data": name, "rows": rows, "columns": columns, "twice": twice, "inverse": scipy.linalg.pinv(a).tolist()}


scaler = StandardScaler().fit(digits.data / 16)
golden = {
    "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__, "scipy": scipy.__version__},
    "linearRegression": [
        ols({}, "diabetes"),
        ols({}, "diabetes", weighted=True),
        ols({"fitIntercept": False}, "diabetes"),
        ols({}, "diabetes", targets=3),
        ols({}, "breast-cancer"),
        ols({}, "digits"),
        ols({}, "diabetes", rows=8),
        ols({"fitIntercept": False}, "breast-cancer", rows=20, weighted=True),
    ],
    "ridge": [
        ridge({"alpha": 1}, "diabetes"),
        ridge({"alpha": 0}, "diabetes"),
        ridge({"alpha": 0.3, "fitIntercept": False}, "diabetes", weighted=True),
        ridge({"alpha": [0.1, 1, 10]}, "diabetes", targets=3, weighted=True),
        ridge({"alpha": 2}, "diabetes", targets=3),
        ridge({"alpha": 1e-3}, "breast-cancer"),
        ridge({"alpha": 1}, "digits"),
        ridge({"alpha": 0.5}, "digits", rows=40),
        ridge({"alpha": 0.5, "fitIntercept": False}, "digits", rows=40, weighted=True),
        ridge({"alpha": [0.5, 3, 7]}, "digits", rows=40, targets=3),
    ],
    "ridgeCV": [
        ridge_cv({"alphas": [0.1, 1, 10]}, "diabetes"),
        ridge_cv({"alphas": [0.001, 0.01, 0.1, 1]}, "diabetes", weighted=True),
        ridge_cv({"alphas": [0.001, 0.01, 0.1], "fitIntercept": False}, "diabetes"),
        ridge_cv({"alphas": [0.01, 0.1, 1, 10]}, "diabetes", targets=3),
        ridge_cv({"alphas": [0.001, 0.1, 1, 10], "alphaPerTarget": True}, "diabetes", targets=3, weighted=True),
        ridge_cv({"alphas": [0.01, 1, 100]}, "breast-cancer"),
        ridge_cv({"alphas": [0.1, 1, 10]}, "digits"),
        ridge_cv({"alphas": [0.01, 0.1, 1, 10]}, "digits", rows=40),
        ridge_cv({"alphas": [0.01, 0.1, 1, 10], "fitIntercept": False}, "digits", rows=40, weighted=True),
    ],
    "ridgeFolds": [
        ridge_folds({"alphas": [0.001, 0.01, 0.1, 1], "cv": 5}, "diabetes"),
        ridge_folds({"alphas": [0.001, 0.01, 0.1, 1], "cv": 3, "scoring": "negMeanSquaredError", "fitIntercept": False}, "diabetes", weighted=True),
        ridge_folds({"alphas": [0.01, 0.1, 1, 10], "cv": [i * 7 % 4 for i in range(442)], "scoring": "r2"}, "diabetes", targets=3, weighted=True),
        ridge_folds({"alphas": [0.01, 1, 100], "cv": 10}, "breast-cancer"),
        ridge_folds({"alphas": [0.01, 0.1, 1, 10], "cv": 4, "scoring": "negMeanSquaredError"}, "digits", rows=40),
    ],
    "pca": [
        pca({}, "diabetes"),
        pca({"solver": "full"}, "breast-cancer"),
        pca({"nComponents": 10, "whiten": True, "solver": "full"}, "digits"),
        pca({"nComponents": 0.9, "solver": "full"}, "digits"),
        pca({"nComponents": 8, "solver": "covariance"}, "digits"),
        pca({"nComponents": 8}, "digits", rows=40),
    ],
    "polynomial": [
        polynomial({}),
        polynomial({"degree": 3}),
        polynomial({"degree": 3, "interactionOnly": True}),
        polynomial({"degree": 4, "includeBias": False}),
        polynomial({"degree": 0}),
        polynomial({"degree": 5, "interactionOnly": True, "includeBias": False}),
    ],
    "neighbors": [neighbors({"nNeighbors": 1}), neighbors({"nNeighbors": 5}), neighbors({"nNeighbors": 7, "weights": "distance"})],
    "pinv": [pinv("diabetes", 12, 10), pinv("diabetes", 6, 10), pinv("diabetes", 12, 5, True), pinv("breast-cancer", 40, 30)],
    "scaler": {"mean": scaler.mean_.tolist(), "scale": scaler.scale_.tolist()},
}
with open(os.path.join(folder, "linear_closed.json"), "w") as file:
    json.dump(golden, file)
    file.write("\n")
