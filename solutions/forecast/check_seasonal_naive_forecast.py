"""Checks of `seasonal_naive_forecast`, and the mistakes they recognise: a period off by one, or by the horizon."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_unchanged
from solutions.forecast.reference import seasonal_naive_forecast as reference

name = "seasonal_naive_forecast"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _windows(rng, n=4, L=9, F=3):
    return rng.normal(size=(n, L, F)) + 4 * np.arange(F)


@check(points=1, public=True)
def returns_a_row_per_window(seasonal_naive_forecast, rng):
    """returns one float64 array of shape (n, horizon)"""
    args = _windows(rng), 1, 4, 3
    expect_contract("forecast", seasonal_naive_forecast(*args), reference(*args))


@check(points=1, public=True)
def repeats_the_last_period(seasonal_naive_forecast, rng):
    """for each row ahead the forecast is the target's latest value a whole number of periods earlier"""
    expect_answer(seasonal_naive_forecast, reference, _windows(rng), 1, 3, 5)


@check(points=1)
def is_right_where_all_repeats(seasonal_naive_forecast, rng):
    """a series that repeats itself exactly is forecast exactly, over several periods"""
    for period, horizon in ((5, 13), (3, 3), (4, 9)):
        once = rng.normal(size=(period, 2))
        series = np.tile(once, (8, 1))
        X = np.stack([series[start : start + 2 * period + 1] for start in range(3)])
        ahead = np.stack([series[start + 2 * period + 1 :][:horizon, 1] for start in range(3)])
        expect_close("forecast", seasonal_naive_forecast(X, 1, period, horizon), ahead)


@check(points=1)
def takes_any_size(seasonal_naive_forecast, rng):
    """works for horizons below, at and above the period, a period of one row or of the whole window, and leaves X as it was"""
    for n, L, F, target, period, horizon in ((1, 4, 3, 2, 2, 5), (5, 6, 2, 1, 6, 4), (3, 5, 1, 0, 1, 3), (6, 8, 3, 2, 3, 1),
                                             (2, 7, 2, 0, 7, 16), (200, 48, 4, 3, 8, 8)):
        expect_answer(seasonal_naive_forecast, reference, _windows(rng, n, L, F), target, period, horizon)
    expect_answer(seasonal_naive_forecast, reference, rng.integers(0, 9, (3, 5, 2)), 1, 2, 3)
    expect_unchanged(seasonal_naive_forecast)


# ------------------------------------------------------------------------------------------------ mistakes


def _taken(X, target, rows):
    """The target at these rows, kept within the window."""
    X = np.asarray(X, dtype=float)
    return X[:, np.clip(rows, 0, X.shape[1] - 1), target]


def says_that_nothing_changes(X, target, period, horizon):
    """You repeat the last value: that is persistence; here each row ahead looks one period back."""
    return _taken(X, target, np.full(horizon, X.shape[1] - 1))


def takes_the_first_period(X, target, period, horizon):
    """You repeat the window's first period; the latest one is the last, X[:, -period:]."""
    return _taken(X, target, np.arange(horizon) % period)


def takes_the_last_rows(X, target, period, horizon):
    """You return the last `horizon` rows of the window, so you are off wherever horizon and period differ: go back by the period."""
    return _taken(X, target, X.shape[1] - horizon + np.arange(horizon))


def starts_a_row_early(X, target, period, horizon):
    """You are one row too early: the first row ahead is L, and one period before it is L - period, X[:, -period:]."""
    return _taken(X, target, X.shape[1] - 1 - period + np.arange(horizon) % period)


def starts_a_row_late(X, target, period, horizon):
    """You are one row too late: the first row ahead is L, and one period before it is L - period, X[:, -period:]."""
    return _taken(X, target, X.shape[1] - period + (np.arange(horizon) + 1) % period)


def turns_time_round(X, target, period, horizon):
    """Your forecast runs backwards: the last period keeps its order."""
    return _taken(X, target, X.shape[1] - 1 - np.arange(horizon) % period)


def stops_at_the_last_row(X, target, period, horizon):
    """Beyond one period you repeat the last value; begin the period again: the index modulo period."""
    return _taken(X, target, X.shape[1] - period + np.arange(horizon))


def returns_the_whole_period(X, target, period, horizon):
    """You return one period; `horizon` rows are wanted: where that is more, the period begins again."""
    return reference(X, target, period, period)


def averages_the_periods(X, target, period, horizon):
    """You average over all periods in the window; only the latest value one period earlier counts."""
    X = np.asarray(X, dtype=float)[:, :, target]
    L = X.shape[1]
    return np.stack([X[:, L - period + k % period :: -period].mean(axis=1) for k in range(horizon)], axis=1)


def takes_the_mean_of_the_period(X, target, period, horizon):
    """You forecast the last period's mean; each row ahead has its own value, one period earlier."""
    return np.repeat(reference(X, target, period, period).mean(axis=1, keepdims=True), horizon, axis=1)


def takes_the_first_column(X, target, period, horizon):
    """You take the first column; the column is `target`."""
    return reference(X, 0, period, horizon)


def returns_every_column(X, target, period, horizon):
    """You return all columns; only `target` is wanted, shape (n, horizon)."""
    return reference(X, slice(None), period, horizon)
