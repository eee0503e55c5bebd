"""Inputs that hide no mistake: sizes all different, filters without symmetry, many negative numbers, no ties."""

import numpy as np


def layer_args(rng, B=2, T=8, C=3, K=4, F=5):
    """x, kernel and bias of a convolution; the bias is not near 0."""
    bias = rng.normal(size=F)
    return rng.normal(size=(B, T, C)), rng.normal(size=(K, C, F)), bias + np.sign(bias)


def upstream(rng, x, kernel, stride=1):
    """dy, x, kernel and stride: the arguments of a convolution backward."""
    windows = (x.shape[1] - len(kernel)) // stride + 1
    return rng.normal(size=(len(x), windows, kernel.shape[2])), x, kernel, stride


def signals(rng, B=2, T=7, C=3):
    """x for pooling, half of it negative."""
    return rng.normal(size=(B, T, C))


def pooled_upstream(rng, x, size, stride=1):
    """dy, x, size and stride: the arguments of a pooling backward."""
    return rng.normal(size=(len(x), (x.shape[1] - size) // stride + 1, x.shape[2])), x, size, stride


def far_below_zero(x):
    """The same shape, all between -2 and -1 million."""
    return -1e6 - 1e6 / (1 + np.exp(-x))


def whole_numbers(rng, B=3, T=8, C=2):
    """x of an integer type, no two numbers of a channel equal, half of them negative."""
    return rng.permuted(np.tile(np.arange(T) * 5 - 17, (B, C, 1)), axis=2).swapaxes(1, 2)


def tied(rng, B, windows, size, C):
    """x of zeros and ones: most windows have more than one largest number."""
    return rng.integers(0, 2, (B, windows * size, C)).astype(float)
