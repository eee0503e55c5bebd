"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.attention.reference import causal_mask as right

memory = {}
rng = np.random.default_rng(0)


def hides_itself_but_not_the_first(T):
    mask = np.tri(T, k=-1, dtype=bool)
    mask[0, 0] = True
    return mask


def shows_three_steps_back(T):
    return np.tri(T, dtype=bool) & ~np.tri(T, k=-3, dtype=bool)


def always_shows_the_first(T):
    mask = np.eye(T, dtype=bool)
    mask[:, 0] = True
    return mask


def shows_the_diagonal_twice(T):
    return np.eye(T, dtype=bool) | np.eye(T, k=1, dtype=bool)


def is_a_list(T):
    return [[s <= t for s in range(T)] for t in range(T)]


def is_as_long_as_before(T):
    return memory.setdefault("mask", right(T))


def stops_at_fifty(T):
    mask = right(T)
    mask[50:] = True
    return mask


def is_one_row(T):
    return np.arange(T) < T


def hides_the_last_column(T):
    mask = right(T)
    mask[-1, -1] = False
    return mask


def is_drawn_by_lot(T):
    return rng.random((T, T)) < 0.5


def has_axes_for_batch_and_heads(T):
    return right(T)[None, None]


def is_flat(T):
    return right(T).ravel()


def is_of_objects(T):
    return right(T).astype(object)


def is_what_is_multiplied(T):
    return right(T) / np.arange(1, T + 1)[:, None]


def is_added_with_a_large_number(T):
    return np.where(right(T), 0, -(10**9))


def fails_for_one_position(T):
    return right(T) if T > 1 else np.zeros((1, 1), dtype=bool)


def hides_every_other(T):
    return right(T) & (np.arange(T) % 2 == 0)


def is_hidden_everywhere_but_the_last_row(T):
    mask = np.zeros((T, T), dtype=bool)
    mask[-1] = True
    return mask
