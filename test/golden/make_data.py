"""Writes the data of golden values that the package does not bring along, as gzipped CSV: a header, the features, then the target.

breast-cancer: Wolberg, Mangasarian, Street and Street, "Breast Cancer Wisconsin (Diagnostic)", UCI Machine Learning Repository, 1995,
doi:10.24432/C5DW2B, CC BY 4.0; 1 is benign.

Run with scikit-learn installed: python test/golden/make_data.py
"""
import gzip
import os

from sklearn.datasets import load_breast_cancer


def write(name, data):
    lines = [",".join([*(f.replace(" ", "_") for f in data.feature_names), "target"])]
    lines += [",".join([*(repr(float(v)) for v in row), repr(target.item())]) for row, target in zip(data.data, data.target)]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", f"{name}.csv.gz")
    with open(path, "wb") as file, gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
        packed.write(("\n".join(lines) + "\n").encode())


write("breast-cancer", load_breast_cancer())
