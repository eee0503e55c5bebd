"""Inputs that the checks of this assignment draw."""

import numpy as np


def padded(rng, B, T, words=30):
    """Target ids, shape (B, T): words from 3 on, then 2, then zeros. Rows differ in length; one is full, with no room for the 2."""
    ids = rng.integers(3, words, size=(B, T))
    lengths = rng.permutation(1 + (T - 1 - np.arange(B)) % T)  # words before the end
    steps = np.arange(T)
    return np.where(steps < lengths[:, None], ids, np.where(steps == lengths[:, None], 2, 0))


def translations(rng, count, words=12, longest=11):
    """References, and candidates that are near them: some words are other ones, some repeat, some are left out, all in lists of ids."""
    references, candidates = [], []
    for _ in range(count):
        reference = rng.integers(3, words, size=rng.integers(6, longest)).tolist()
        candidate = [int(rng.integers(3, words)) if rng.random() < 0.15 else word for word in reference]
        references.append(reference)
        candidates.append(candidate[: len(candidate) - int(rng.integers(0, 3))])
    candidates[0][-1] = candidates[0][-2] = candidates[0][0]
    return references, candidates
