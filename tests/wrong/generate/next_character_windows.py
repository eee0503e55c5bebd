"""Wrong windows that have no name."""

import numpy as np


def sorts_the_text(ids, length):
    n = (len(ids) - 1) // length
    ids = np.sort(ids)
    return ids[: n * length].reshape(n, length), ids[1 : n * length + 1].reshape(n, length)


def starts_at_the_second_character(ids, length):
    n = (len(ids) - 2) // length
    return ids[1 : n * length + 1].reshape(n, length), ids[2 : n * length + 2].reshape(n, length)


def reads_each_window_backwards(ids, length):
    n = (len(ids) - 1) // length
    return ids[: n * length].reshape(n, length)[:, ::-1], ids[1 : n * length + 1].reshape(n, length)[:, ::-1]


def changes_the_text(ids, length):
    n = (len(ids) - 1) // length
    x, y = ids[: n * length].reshape(n, length).copy(), ids[1 : n * length + 1].reshape(n, length).copy()
    ids[0] = 0
    return x, y
