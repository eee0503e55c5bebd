"""Series that hide no mistake: features of their own size and spread, a trend, no two rows alike, nothing symmetric."""

import numpy as np


def series(rng, N=9, F=3):
    """A table, shape (N, F), whose features differ in mean and spread, and whose end is not like its beginning."""
    size = 1 + np.arange(F)
    return rng.normal(size=(N, F)) * size + 3 * size + np.add.outer(np.arange(N), np.arange(F)) / 4


def row_numbers(N, F=1):
    """A table whose entry says where it stands: row t, column j holds t + j / 10."""
    return np.add.outer(np.arange(float(N)), np.arange(F) / 10)


def windows(rng, n=5, L=4, F=3):
    """Windows, shape (n, L, F), as of n different series."""
    return rng.normal(size=(n, L, F)) * (1 + np.arange(F)) + np.arange(F)


def shuffled(n):
    """The numbers 0 to n - 1 in one order of many, always the same."""
    return np.random.default_rng(0).permutation(n)
