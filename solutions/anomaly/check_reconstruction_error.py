"""Checks of `reconstruction_error`, and the mistakes they recognise: one number per beat."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.anomaly.reference import reconstruction_error as reference

name = "reconstruction_error"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _pair(rng, B=5, T=4, F=3):
    x = rng.normal(size=(B, T, F)) + np.arange(B)[:, None, None]
    return x, x + rng.normal(size=(B, T, F)) * rng.uniform(0.5, 2, size=(B, 1, 1)) + 0.3


@check(points=1, public=True)
def returns_one_number_per_beat(reconstruction_error, rng):
    """returns one float64 array of shape (B,)"""
    args = _pair(rng)
    expect_contract("error", reconstruction_error(*args), reference(*args))


@check(points=1, public=True)
def averages_squares(reconstruction_error, rng):
    """each beat's error is the mean of its squared differences, over time steps and features"""
    expect_answer(reconstruction_error, reference, *_pair(rng, 3, 4, 2))


@check(points=1)
def treats_beats_alone(reconstruction_error, rng):
    """a beat's error does not depend on the other beats, and x and x_hat may change places"""
    x, x_hat = _pair(rng, 6, 5, 2)
    expect_close("error", reconstruction_error(x[2:4], x_hat[2:4]), reference(x, x_hat)[2:4])
    expect_close("error", reconstruction_error(x_hat, x), reference(x, x_hat))


@check(points=1)
def takes_any_size(reconstruction_error, rng):
    """works for one beat, one feature, one time step, as many beats as steps, and leaves its arguments as they were"""
    for B, T, F in ((1, 6, 2), (7, 8, 1), (4, 1, 3), (3, 3, 3), (90, 16, 4)):
        expect_answer(reconstruction_error, reference, *_pair(rng, B, T, F))
    expect_steady(reconstruction_error, reference, _pair(rng), _pair(rng))


# ------------------------------------------------------------------------------------------------ mistakes


def _square(x, x_hat):
    return (np.asarray(x, dtype=float) - x_hat) ** 2


def averages_over_the_batch(x, x_hat):
    """You average over the beats (axis 0); each beat has an error of its own: average over the other axes, (1, 2)."""
    return _square(x, x_hat).mean(axis=0)


def returns_one_number(x, x_hat):
    """You average over everything, as the loss does: one number per beat is wanted, axis=(1, 2)."""
    return _square(x, x_hat).mean()


def keeps_the_time_axis(x, x_hat):
    """You average over the features only, and an error per time step comes: average over both axes, (1, 2)."""
    return _square(x, x_hat).mean(axis=-1)


def keeps_the_features(x, x_hat):
    """You average over time only, and an error per feature comes: average over both axes, (1, 2)."""
    return _square(x, x_hat).mean(axis=1)


def adds_up(x, x_hat):
    """You sum the squares; the mean is wanted, which does not grow with the length of a beat."""
    return _square(x, x_hat).sum(axis=(1, 2))


def averages_over_time_and_sums_features(x, x_hat):
    """You sum over the features and average over time: average over both."""
    return _square(x, x_hat).mean(axis=1).sum(axis=1)


def sums_over_time(x, x_hat):
    """You sum over time and average over the features: average over both."""
    return _square(x, x_hat).sum(axis=1).mean(axis=1)


def takes_the_root(x, x_hat):
    """You take the root of the mean; the mean of the squares itself is wanted."""
    return np.sqrt(_square(x, x_hat).mean(axis=(1, 2)))


def takes_absolute_values(x, x_hat):
    """You average absolute differences; square them, so that one large error counts more than many small ones."""
    return np.abs(x - x_hat).mean(axis=(1, 2))


def forgets_the_square(x, x_hat):
    """You average the differences themselves, and errors up and down cancel: square them first."""
    return (x - x_hat).mean(axis=(1, 2))


def squares_the_mean(x, x_hat):
    """You square after averaging, when errors up and down have cancelled already: square first."""
    return (x - x_hat).mean(axis=(1, 2)) ** 2


def halves(x, x_hat):
    """Your error is half of what it should be: the mean of the squares, without the 1/2 of a textbook's loss."""
    return _square(x, x_hat).mean(axis=(1, 2)) / 2


def takes_the_largest(x, x_hat):
    """You take the largest squared difference; the mean is wanted."""
    return _square(x, x_hat).max(axis=(1, 2))


def takes_the_last_step(x, x_hat):
    """You look at the last time step only; all of them belong to the beat."""
    return _square(x, x_hat)[:, -1].mean(axis=1)
