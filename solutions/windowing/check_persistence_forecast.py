"""Checks of `persistence_forecast`, and the mistakes they recognise (deck 4, "Predicting Stock Price")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_unchanged
from solutions.windowing._series import windows
from solutions.windowing.reference import persistence_forecast as reference

name = "persistence_forecast"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_one_number_per_window(persistence_forecast, rng):
    """returns one float64 array of shape (n,)"""
    args = windows(rng), 1
    expect_contract("forecast", persistence_forecast(*args), reference(*args))


@check(points=1, public=True)
def repeats_the_last_value(persistence_forecast, rng):
    """the forecast is the target's last value in each window"""
    expect_answer(persistence_forecast, reference, windows(rng, n=4, L=5, F=3), 1)


@check(points=1)
def takes_any_size(persistence_forecast, rng):
    """works for one window, windows of one row, one feature, every column and many windows, and leaves X as it was"""
    for n, L, F, target in ((1, 4, 3, 2), (5, 1, 2, 1), (6, 3, 1, 0), (3, 3, 3, 1), (200, 2, 4, 2), (4, 5, 3, 0)):
        expect_answer(persistence_forecast, reference, windows(rng, n, L, F), target)
    expect_unchanged(persistence_forecast)


# ------------------------------------------------------------------------------------------------ mistakes


def takes_the_first_step(X, target):
    """You take the first value of each window; the latest is the last, X[:, -1]."""
    return X[:, 0, target].copy()


def takes_the_last_but_one(X, target):
    """You take the last but one value of each window; the latest is X[:, -1]."""
    return X[:, -2, target].copy()


def takes_the_first_column(X, target):
    """You take the first column; the column is `target`."""
    return X[:, -1, 0].copy()


def takes_the_last_column(X, target):
    """You take the last column; the column is `target`."""
    return X[:, -1, -1].copy()


def swaps_time_and_features(X, target):
    """You index time by target and features by -1: time is the middle axis, features the last, X[:, -1, target]."""
    return X[:, target, -1].copy()


def counts_steps_by_target(X, target):
    """You use `target` as a time step and take its first column: it is a column, X[:, -1, target]."""
    return X[:, target, 0].copy()


def looks_into_the_next_window(X, target):
    """You take the last value of the NEXT window, which is tomorrow's: that is the answer, and no forecast."""
    return np.roll(X[:, -1, target], -1)


def is_a_window_late(X, target):
    """You take the last value of the window before; each window has its own."""
    return np.roll(X[:, -1, target], 1)


def repeats_the_last_window(X, target):
    """Every forecast of yours comes from the last window; each comes from its own."""
    return np.full(len(X), X[-1, -1, target])


def follows_the_last_window(X, target):
    """You return the values of the last window; one number per window is wanted: X[:, -1, target]."""
    return X[-1, :, target].copy()


def returns_every_feature(X, target):
    """You return the last row of each window; only the column `target` is wanted, shape (n,)."""
    return X[:, -1].copy()


def returns_every_step(X, target):
    """You return every value of the target; only the last one is wanted, shape (n,)."""
    return X[:, :, target].copy()


def makes_a_column(X, target):
    """Your forecast has shape (n, 1); one number per window is (n,)."""
    return X[:, -1:, target].copy()


def takes_the_mean(X, target):
    """You take the mean of the window; persistence takes the last value."""
    return X[:, :, target].mean(axis=1)


def goes_on_with_the_trend(X, target):
    """You add the last change again; persistence says that nothing changes."""
    return 2 * X[:, -1, target] - X[:, -2, target] if X.shape[1] > 1 else X[:, -1, target].copy()


def takes_the_largest(X, target):
    """You take the largest value of each window; persistence takes the last one."""
    return X[:, :, target].max(axis=1)
