"""Writes lasso.json: solutions of scikit-learn's Lasso and ElasticNet on one small problem, for the proximal penalties.

Run with scikit-learn installed: python test/golden/make_lasso.py
"""
import json
import os

import numpy as np
import sklearn
from sklearn.linear_model import ElasticNet, Lasso

random = np.random.default_rng(4)
x = random.normal(size=(48, 10)).astype(np.float32)
x[:, 3] = x[:, 2] * 0.7 + x[:, 3] * 0.7
truth = np.array([2, -1.5, 0, 0.8, 0, 0, -0.4, 0, 0, 0.1])
y = (x @ truth + 0.7 + random.normal(size=48) * 0.3).astype(np.float32)

options = {"tol": 1e-14, "max_iter": 10**6}
lasso = []
for alpha in [0.02, 0.1, 0.5]:
    fitted = Lasso(alpha=alpha, **options).fit(x.astype(np.float64), y.astype(np.float64))
    lasso.append({"alpha": alpha, "coef": fitted.coef_.tolist(), "intercept": float(fitted.intercept_)})
elastic_net = []
for alpha, ratio in [(0.2, 0.5), (0.4, 0.8)]:
    fitted = ElasticNet(alpha=alpha, l1_ratio=ratio, **options).fit(x.astype(np.float64), y.astype(np.float64))
    elastic_net.append({"alpha": alpha, "l1Ratio": ratio, "coef": fitted.coef_.tolist(), "intercept": float(fitted.intercept_)})

golden = {
    "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "x": x.tolist(),
    "y": y.tolist(),
    "lasso": lasso,
    "elasticNet": elastic_net,
}
with open(os.path.join(os.path.dirname(__file__), "lasso.json"), "w") as file:
    json.dump(golden, file)
    file.write("\n")
