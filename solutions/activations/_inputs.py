"""Inputs that hide no mistake: both signs, small and beyond 6, 0 where it is wanted, whole numbers, 1000."""

import numpy as np


def numbers(rng, *shape, largest=3.0):
    """Numbers with sizes spread from 0.2 to largest on both sides, half of them negative; never 0. One alone is positive."""
    count = int(np.prod(shape))
    places = np.arange(count)  # two by two the sizes grow, one of the two is negative
    sizes = 0.2 + (largest - 0.2) * (places // 2 + rng.random(count)) / max(1, (count + 1) // 2)
    return rng.permutation(sizes * (-1.0) ** places).reshape(shape)


def with_zeros(x):
    """The same numbers with 0 in the first place, and once more at the end."""
    flat = np.concatenate([[0.0], x.ravel()[1:-1], [0.0]])
    return flat.reshape(x.shape)


def whole_numbers(rng, *shape):
    """Whole numbers of both signs from 1 to 5, as integers."""
    return np.rint(np.sign(x := numbers(rng, *shape)) + 4 * x / 3).astype(int)


def large_numbers(rng):
    """-1000 and 1000, and on both sides where e^{2x} overflows but e^x does not, and where both do."""
    sizes = np.concatenate([[1000.0], rng.uniform(400, 700, 2), rng.uniform(720, 999, 2)])
    return rng.permutation(np.concatenate([sizes, -sizes]))
