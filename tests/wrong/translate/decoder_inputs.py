"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np


def shifts_by_two(targets, start):
    inputs = np.roll(targets, 2, axis=1)
    inputs[:, :2] = start
    return inputs


def always_starts_with_one(targets, start):
    inputs = np.roll(targets, 1, axis=1)
    inputs[:, 0] = 1
    return inputs


def turns_sentences_round(targets, start):
    return np.concatenate([np.full((len(targets), 1), start), targets[:, :0:-1]], axis=1)


def is_seventeen_long(targets, start):
    inputs = np.zeros((len(targets), 17), dtype=targets.dtype)
    inputs[:, 0] = start
    inputs[:, 1 : targets.shape[1]] = targets[:, :-1][:, :16]
    return inputs
