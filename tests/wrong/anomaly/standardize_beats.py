"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.anomaly.reference import standardize_beats as right


def subtracts_the_median(beats):
    return (beats - np.median(beats, axis=1, keepdims=True)) / np.maximum(beats.std(axis=1, keepdims=True), 1e-12)


def standardizes_by_the_first_beat(beats):
    return (beats - beats[0].mean()) / (beats[0].std() or 1.0)


def scales_twice_as_high(beats):
    return 2 * right(beats)


def cuts_peaks(beats):
    return np.clip(right(beats), -1.2, 1.2)


def adds_one_to_the_spread(beats):
    return (beats - beats.mean(axis=1, keepdims=True)) / (beats.std(axis=1, keepdims=True) + 1)


def turns_beats_over(beats):
    return -right(beats)
