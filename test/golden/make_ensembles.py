"""Golden values of ensembles: scikit-learn's bagging and AdaBoost over ridge and logistic regression, with the rows that each member drew.

python make_ensembles.py > ensembles.json
"""
import json
import sys

import numpy as np
import sklearn
from sklearn.base import BaseEstimator, RegressorMixin
from sklearn.ensemble import AdaBoostClassifier, AdaBoostRegressor, BaggingClassifier, BaggingRegressor
from sklearn.linear_model import LogisticRegression, Ridge

ROWS, FEATURES = 90, 4
i = np.arange(ROWS * FEATURES, dtype=np.float64)
# Exact in JavaScript too: no library's sine.
x = ((i * 7919 + 104729) % 1000 / 500 - 1).reshape(ROWS, FEATURES)
noise = ((np.arange(ROWS) * 6007 + 15485) % 1000 / 500 - 1) * 0.5
value = x @ np.array([1.0, -2.0, 0.5, 0.0]) + noise + x[:, 0] * x[:, 1]
label = (value > 0.4).astype(int) + (value > -0.6).astype(int)

C, ALPHA, MEMBERS = 2.0, 0.7, 5
tight = dict(C=C, tol=1e-10, max_iter=20000)


class Drawn(RegressorMixin, BaseEstimator):
    """Ridge that keeps the rows that AdaBoost.R2 drew for it."""

    def fit(self, x_own, y_own):
        keys = {tuple(row): n for n, row in enumerate(x)}
        self.rows_ = [keys[tuple(row)] for row in x_own]
        self.ridge_ = Ridge(alpha=ALPHA).fit(x_own, y_own)
        return self

    def predict(self, x_own):
        return self.ridge_.predict(x_own)


out = {"versions": {"python": sys.version.split()[0], "numpy": np.__version__, "sklearn": sklearn.__version__}, "C": C, "alpha": ALPHA}
out["x"], out["value"], out["label"] = x.tolist(), value.tolist(), label.tolist()

for name, options in {"plain": {}, "columns": {"max_samples": 0.6, "max_features": 2}, "withoutReplacement": {"max_samples": 0.5, "bootstrap": False}}.items():
    oob = {"oob_score": name == "plain"}
    bag = BaggingClassifier(LogisticRegression(**tight), n_estimators=MEMBERS, random_state=3, **options, **oob).fit(x, label)
    out[f"baggingClassifier/{name}"] = {
        "samples": [rows.tolist() for rows in bag.estimators_samples_],
        "columns": [columns.tolist() for columns in bag.estimators_features_],
        "probabilities": bag.predict_proba(x).tolist(),
        "score": bag.score(x, label),
    }
    regression = BaggingRegressor(Ridge(alpha=ALPHA), n_estimators=MEMBERS, random_state=5, **options, **oob).fit(x, value)
    out[f"baggingRegressor/{name}"] = {
        "samples": [rows.tolist() for rows in regression.estimators_samples_],
        "columns": [columns.tolist() for columns in regression.estimators_features_],
        "values": regression.predict(x).tolist(),
        "score": regression.score(x, value),
    }
    if name == "plain":
        out[f"baggingRegressor/{name}"]["outOfBag"] = regression.oob_prediction_.tolist()
        out[f"baggingRegressor/{name}"]["outOfBagScore"] = regression.oob_score_

# Its weights of rows have sum 1; ours have mean 1.
for name, classes in {"three": label, "two": (label > 0).astype(int)}.items():
    samme = AdaBoostClassifier(LogisticRegression(**{**tight, "C": C * ROWS}), n_estimators=MEMBERS, learning_rate=0.8).fit(x, classes)
    out[f"adaBoostClassifier/{name}"] = {
        "errors": samme.estimator_errors_[: len(samme.estimators_)].tolist(),
        "weights": samme.estimator_weights_[: len(samme.estimators_)].tolist(),
        "predictions": samme.predict(x).tolist(),
        "probabilities": samme.predict_proba(x).tolist(),
    }
for loss in ["linear", "square", "exponential"]:
    r2 = AdaBoostRegressor(Drawn(), n_estimators=MEMBERS, learning_rate=0.9, loss=loss, random_state=7).fit(x, value)
    out[f"adaBoostRegressor/{loss}"] = {
        "samples": [member.rows_ for member in r2.estimators_],
        "errors": r2.estimator_errors_[: len(r2.estimators_)].tolist(),
        "weights": r2.estimator_weights_[: len(r2.estimators_)].tolist(),
        "values": r2.predict(x).tolist(),
    }
json.dump(out, sys.stdout)
print()
