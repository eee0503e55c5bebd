"""Wrong dice that have no name."""

import numpy as np


def turns_u_round(probabilities, u):
    sums = np.cumsum(probabilities, axis=-1)
    return np.minimum((sums <= 1 - u[:, None]).sum(axis=-1), probabilities.shape[-1] - 1)


def throws_its_own_dice(probabilities, u):
    rng = np.random.default_rng(0)
    return np.array([rng.choice(len(row), p=row / row.sum()) for row in probabilities])


def squares_first(probabilities, u):
    sharp = probabilities**2 / (probabilities**2).sum(axis=-1, keepdims=True)
    return np.minimum((np.cumsum(sharp, axis=-1) <= u[:, None]).sum(axis=-1), probabilities.shape[-1] - 1)


def is_nearest(probabilities, u):
    return np.abs(np.cumsum(probabilities, axis=-1) - u[:, None]).argmin(axis=-1)
