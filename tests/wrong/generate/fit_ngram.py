"""Wrong n-grams that have no name."""

import numpy as np


def _counts(ids, vocabulary, order):
    counts = np.zeros((vocabulary,) * order)
    np.add.at(counts, tuple(ids[k : len(ids) - order + 1 + k] for k in range(order)), 1.0)
    return counts


def takes_a_softmax(ids, vocabulary, order, alpha):
    powers = np.exp(_counts(ids, vocabulary, order) + alpha)
    return powers / powers.sum(axis=-1, keepdims=True)


def smooths_contexts_it_knows_only(ids, vocabulary, order, alpha):
    counts = _counts(ids, vocabulary, order)
    smoothed = np.where(counts > 0, counts + alpha, alpha / 2)
    return smoothed / smoothed.sum(axis=-1, keepdims=True)


def swaps_the_context(ids, vocabulary, order, alpha):
    smoothed = _counts(ids, vocabulary, order) + alpha
    p = smoothed / smoothed.sum(axis=-1, keepdims=True)
    return np.moveaxis(p, 0, 1) if order > 2 else p


def skips_one(ids, vocabulary, order, alpha):
    smoothed = _counts(ids[::2], vocabulary, order) + alpha
    return smoothed / smoothed.sum(axis=-1, keepdims=True)
