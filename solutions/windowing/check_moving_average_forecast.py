"""Checks of `moving_average_forecast`, and the mistakes they recognise (deck 4, "Predicting Stock Price")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_unchanged
from solutions.windowing._series import windows
from solutions.windowing.reference import moving_average_forecast as reference

name = "moving_average_forecast"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_one_number_per_window(moving_average_forecast, rng):
    """returns one float64 array of shape (n,)"""
    args = windows(rng), 1, 2
    expect_contract("forecast", moving_average_forecast(*args), reference(*args))


@check(points=1, public=True)
def averages_the_last_values(moving_average_forecast, rng):
    """the forecast is the mean of the target's last `width` values in each window"""
    expect_answer(moving_average_forecast, reference, windows(rng, n=5, L=6, F=3), 1, 4)


@check(points=1)
def takes_any_size(moving_average_forecast, rng):
    """works for widths from 1 to the whole window, one window, one feature, whole numbers, and leaves X as it was"""
    for shape, *settings in (((3, 5, 2), 1, 1), ((4, 3, 2), 0, 3), ((1, 6, 3), 2, 4), ((5, 1, 2), 1, 1), ((90, 7, 1), 0, 5)):
        expect_answer(moving_average_forecast, reference, windows(rng, *shape), *settings)
    expect_answer(moving_average_forecast, reference, rng.integers(-50, 50, size=(40, 7, 3)), 1, 4)
    expect_unchanged(moving_average_forecast)


# ------------------------------------------------------------------------------------------------ mistakes


def averages_the_whole_window(X, target, width):
    """You average the whole window; only its last `width` values count."""
    return X[:, :, target].mean(axis=1)


def averages_the_first_values(X, target, width):
    """You average the first `width` values; the latest stand at the end, X[:, -width:]."""
    return X[:, :width, target].mean(axis=1)


def leaves_out_the_last_value(X, target, width):
    """You leave out the last value: X[:, -width:-1] ends before it, X[:, -width:] does not."""
    return X[:, -width:-1, target].mean(axis=1)


def averages_the_values_before_the_last(X, target, width):
    """Your average ends one value too early; the last value of the window belongs to it."""
    return X[:, -width - 1 : -1, target].mean(axis=1)


def averages_one_value_too_many(X, target, width):
    """You average width + 1 values: take X[:, -width:]."""
    return X[:, -width - 1 :, target].mean(axis=1)


def drops_the_first_values(X, target, width):
    """You leave out the first `width` values and average the rest: the minus is missing in X[:, -width:]."""
    return X[:, width:, target].mean(axis=1)


def takes_the_value_width_steps_back(X, target, width):
    """You take one value, `width` steps from the end; average from there to the end: X[:, -width:]."""
    return X[:, -width, target].copy()


def takes_the_sum(X, target, width):
    """You add the values but do not divide by `width`."""
    return X[:, -width:, target].sum(axis=1)


def divides_by_the_length(X, target, width):
    """You divide by the window's length; divide by `width`, the number of values."""
    return X[:, -width:, target].sum(axis=1) / X.shape[1]


def divides_by_one_less(X, target, width):
    """You divide by width - 1; divide by `width`, the number of values."""
    return X[:, -width:, target].sum(axis=1) / max(width - 1, 1)


def takes_the_median(X, target, width):
    """You take the median; it is the mean that is asked for."""
    return np.median(X[:, -width:, target], axis=1)


def mixes_the_features(X, target, width):
    """You average all features; only the column `target` counts."""
    return X[:, -width:].mean(axis=(1, 2))


def averages_the_first_column(X, target, width):
    """You average the first column; the column is `target`."""
    return X[:, -width:, 0].mean(axis=1)


def averages_the_last_column(X, target, width):
    """You average the last column; the column is `target`."""
    return X[:, -width:, -1].mean(axis=1)


def averages_over_the_windows(X, target, width):
    """You average over the windows (axis 0); average over the time steps of each window, axis 1."""
    return X[:, -width:, target].mean(axis=0)


def averages_everything(X, target, width):
    """You average over all windows together, one number; there is one per window: axis=1."""
    return np.full(len(X), X[:, -width:, target].mean())


def returns_every_feature(X, target, width):
    """You return the means of all features; only the column `target` is wanted, shape (n,)."""
    return X[:, -width:].mean(axis=1)


def makes_a_column(X, target, width):
    """Your forecast has shape (n, 1); one number per window is (n,)."""
    return X[:, -width:, [target]].mean(axis=1)


def repeats_the_last_value(X, target, width):
    """That is persistence: the last value alone. Average the last `width` of them."""
    return X[:, -1, target].astype(float)


def divides_without_remainder(X, target, width):
    """You divide with //, which rounds down: divide with /."""
    return (X[:, -width:, target].sum(axis=1) // width).astype(float)


def swaps_target_and_width(X, target, width):
    """You use target and width in each other's place: the arguments are (X, target, width)."""
    return X[:, -target:, width].mean(axis=1)
