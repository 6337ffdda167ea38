"""Makes assets/digits-images.idx3-ubyte.gz and assets/digits-labels.idx1-ubyte.gz from the digits that scikit-learn ships.

Usage: python3 scripts/make-digits.py        (needs scikit-learn; its file is sklearn/datasets/data/digits.csv.gz)

The data: E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning Repository, 1998,
doi:10.24432/C50P49, CC BY 4.0. scikit-learn ships the 1797 rows of its test part; values are counts of ink in 0..16.
"""

import gzip
import io
import pathlib
import struct

import sklearn.datasets

ASSETS = pathlib.Path(__file__).resolve().parent.parent / "assets"


def write(name, shape, values):
    """One IDX file of unsigned bytes; a fixed gzip time makes the output the same bytes every time."""
    plain = struct.pack(f">BBBB{len(shape)}I", 0, 0, 0x08, len(shape), *shape) + bytes(values)
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=packed, compresslevel=9, mtime=0) as f:
        f.write(plain)
    (ASSETS / name).write_bytes(packed.getvalue())


digits = sklearn.datasets.load_digits()
assert digits.images.shape == (1797, 8, 8) and digits.images.min() == 0 and digits.images.max() == 16
write("digits-images.idx3-ubyte.gz", digits.images.shape, digits.images.astype("uint8").tobytes())
write("digits-labels.idx1-ubyte.gz", digits.target.shape, digits.target.astype("uint8").tobytes())
