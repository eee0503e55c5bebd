"""Checks of `standardize_beats`, and the mistakes they recognise: each beat is measured by itself."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.anomaly.reference import standardize_beats as reference

name = "standardize_beats"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _beats(rng, n=6, length=5):
    return rng.normal(size=(n, length)) * rng.uniform(0.5, 4, size=(n, 1)) + rng.normal(size=(n, 1)) * 3 + np.arange(length)


@check(points=1, public=True)
def returns_beats(standardize_beats, rng):
    """returns one float64 array of the shape of beats"""
    beats = _beats(rng)
    expect_contract("scaled", standardize_beats(beats), reference(beats))


@check(points=1, public=True)
def scales_each_beat(standardize_beats, rng):
    """every beat gets mean 0 and standard deviation 1, its own"""
    expect_answer(standardize_beats, reference, _beats(rng, 4, 3))


@check(points=1)
def forgets_gain_and_offset(standardize_beats, rng):
    """neither a stronger amplifier nor another zero of one patient's recorder changes any beat; no argument is changed"""
    beats = _beats(rng, 5, 7)
    gain, offset = rng.uniform(2, 5, size=(5, 1)), rng.normal(size=(5, 1))
    expect_close("scaled", standardize_beats(beats * gain + offset), reference(beats))
    expect_steady(standardize_beats, reference, (beats,), (_beats(rng, 5, 7),))


@check(points=1)
def takes_any_beats(standardize_beats, rng):
    """works for one beat, for whole numbers, as many beats as samples, and for a flat beat, which becomes all 0"""
    expect_answer(standardize_beats, reference, _beats(rng, 1, 8))
    expect_answer(standardize_beats, reference, np.rint(25 * _beats(rng, 7, 9)).clip(-127, 127).astype(np.int8))
    expect_answer(standardize_beats, reference, _beats(rng, 5, 5))
    flat = _beats(rng, 4, 6)
    flat[2] = 1.5
    expect_answer(standardize_beats, reference, flat)


# ------------------------------------------------------------------------------------------------ mistakes


def _scaled(beats, centre=np.mean, spread=np.std, axis=1):
    beats = np.asarray(beats, dtype=float)
    keep = axis is not None
    size = spread(beats, axis=axis, keepdims=keep)
    return (beats - centre(beats, axis=axis, keepdims=keep)) / np.where(size == 0, 1.0, size)


def measures_all_beats_together(beats):
    """You take one mean and one std over all beats: each beat has its own, axis=1 with keepdims=True."""
    return _scaled(beats, axis=None)


def measures_each_sample(beats):
    """You take the mean over the beats, for each sample (axis=0): here each beat is measured by itself, axis=1."""
    return _scaled(beats, axis=0)


def forgets_to_divide(beats):
    """You subtract the mean but do not divide by the standard deviation."""
    return beats - beats.mean(axis=1, keepdims=True)


def forgets_to_centre(beats):
    """You divide by the standard deviation but do not subtract the mean first."""
    size = beats.std(axis=1, keepdims=True)
    return beats / np.where(size == 0, 1.0, size)


def divides_by_the_variance(beats):
    """You divide by the variance; divide by its square root, the standard deviation."""
    return _scaled(beats, spread=np.var)


def divides_by_n_minus_one(beats):
    """Your standard deviation divides by one less than the number of samples (ddof=1); np.std divides by their number."""
    return _scaled(beats, spread=lambda b, axis, keepdims: np.std(b, axis=axis, keepdims=keepdims, ddof=1))


def scales_to_0_and_1(beats):
    """You scale by the minimum and the range; here it is the mean and the standard deviation."""
    return _scaled(beats, np.min, np.ptp)


def divides_by_the_largest(beats):
    """You divide by the largest absolute value: here it is (beat - mean) / standard deviation."""
    beats = np.asarray(beats, dtype=float)
    return beats / np.abs(beats).max(axis=1, keepdims=True)


def divides_by_zero(beats):
    """A flat beat has standard deviation 0, and 0 / 0 is nan: use 1 in place of 0."""
    with np.errstate(all="ignore"):
        return (beats - beats.mean(axis=1, keepdims=True)) / beats.std(axis=1, keepdims=True)


def writes_into_beats(beats):
    """You scale inside the caller's array (-= or beats[...] =), which changes it: make a new one."""
    scaled = reference(beats)
    beats[...] = scaled
    return scaled
