"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.forecast.reference import time_features as right


def counts_from_noon(hours):
    return right(np.asarray(hours) + 12)


def turns_clockwise(hours):
    return right(-np.asarray(hours))


def rounds(hours):
    return right(hours).round(1)


def returns_angles(hours):
    hours = np.asarray(hours, dtype=float)
    return np.stack([2 * np.pi * (hours % 24) / 24, 2 * np.pi * (hours % 8766) / 8766] * 2, axis=-1)


def works_for_one_axis_only(hours):
    return right(np.ravel(hours))


def adds_the_weekday(hours):
    return np.concatenate([right(hours), np.asarray(hours, dtype=float)[..., None] // 24 % 7], axis=-1)
