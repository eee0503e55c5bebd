"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np


def counts_from_the_end(hidden, lengths):
    return hidden[np.arange(len(hidden)), -lengths]


def takes_the_largest_real_value(hidden, lengths):
    real = (np.arange(hidden.shape[1]) < lengths[:, None])[..., None]
    return np.where(real, hidden, -1e9).max(axis=1)


def averages_the_last_two(hidden, lengths):
    rows = np.arange(len(hidden))
    return (hidden[rows, lengths - 1] + hidden[rows, np.maximum(lengths - 2, 0)]) / 2


def reads_the_middle_word(hidden, lengths):
    return hidden[np.arange(len(hidden)), (lengths - 1) // 2]


def turns_the_batch_round(hidden, lengths):
    return hidden[np.arange(len(hidden)), lengths - 1][::-1]


def zeroes_short_ones(hidden, lengths):
    full = lengths == hidden.shape[1]
    return np.where(full[:, None], hidden[:, -1], 0.0)


def mends_the_padding_in_place(hidden, lengths):
    for row, length in zip(hidden, lengths, strict=True):
        row[length:] = row[length - 1]
    return hidden[:, -1].copy()
