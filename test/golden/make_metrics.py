"""Writes metrics.json: scikit-learn's metrics of made-up predictions of several classes and of two.

Run with scikit-learn installed: python test/golden/make_metrics.py
"""
import json
import os

import numpy as np
import sklearn
from sklearn.metrics import f1_score, precision_score, r2_score, recall_score, roc_auc_score, top_k_accuracy_score

random = np.random.default_rng(9)
rows, classes = 300, 6
labels = random.choice(classes - 1, size=rows, p=[0.4, 0.3, 0.15, 0.1, 0.05])  # the last class never occurs
logits = random.normal(size=(rows, classes)) + 1.5 * np.eye(classes)[labels]
logits[:, -1] -= 3
scores = (np.exp(logits) / np.exp(logits).sum(1, keepdims=True)).astype(np.float32)
weights = random.choice([0.5, 1.0, 2.0], size=rows)
predicted = scores.argmax(1)

several = []
for weight in [None, weights]:
    common = {"sample_weight": weight, "zero_division": 0}
    several.append(
        {
            "weighted": weight is not None,
            "topK": {
                str(k): float(top_k_accuracy_score(labels, scores, k=k, sample_weight=weight, labels=range(classes))) for k in [1, 2, 3]
            },
            **{
                name: {average: float(of(labels, predicted, average=average, **common)) for average in ["macro", "weighted", "micro"]}
                for name, of in [("precision", precision_score), ("recall", recall_score), ("f1", f1_score)]
            },
        }
    )

truth = random.integers(0, 2, size=rows)
odds = 1.2 * random.normal(size=rows) + 1.5 * truth - 1
odds[::7] *= 6  # sure of itself, sometimes wrongly
probabilities = (1 / (1 + np.exp(-odds))).astype(np.float32)
two = []
for weight in [None, weights]:
    hard = probabilities > 0.4
    two.append(
        {
            "weighted": weight is not None,
            "precision": float(precision_score(truth, hard, sample_weight=weight)),
            "recall": float(recall_score(truth, hard, sample_weight=weight)),
            "f1": float(f1_score(truth, hard, sample_weight=weight)),
            "auc": float(roc_auc_score(truth, probabilities, sample_weight=weight)),
        }
    )

values = random.normal(size=rows).astype(np.float32)
guesses = (values + 0.5 * random.normal(size=rows)).astype(np.float32)
golden = {
    "versions": {"scikit-learn": sklearn.__version__, "numpy": np.__version__},
    "weights": weights.tolist(),
    "labels": labels.tolist(),
    "scores": scores.tolist(),
    "several": several,
    "truth": truth.tolist(),
    "probabilities": probabilities.tolist(),
    "threshold": 0.4,
    "two": two,
    "values": values.tolist(),
    "guesses": guesses.tolist(),
    "r2": [float(r2_score(values, guesses)), float(r2_score(values, guesses, sample_weight=weights))],
}
with open(os.path.join(os.path.dirname(__file__), "metrics.json"), "w") as file:
    json.dump(golden, file)
    file.write("\n")
