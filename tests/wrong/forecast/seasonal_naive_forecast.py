"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.forecast.reference import seasonal_naive_forecast as right


def adds_the_trend(X, target, period, horizon):
    return right(X, target, period, horizon) + (X[:, -1:, target] - X[:, -2:-1, target] if X.shape[1] > 1 else 0)


def starts_at_the_last_value(X, target, period, horizon):
    forecast = right(X, target, period, horizon)
    forecast[:, 0] = X[:, -1, target]
    return forecast


def always_takes_eight_rows(X, target, period, horizon):
    return right(X, target, min(8, X.shape[1]), horizon)


def mixes_the_windows(X, target, period, horizon):
    return np.roll(right(X, target, period, horizon), 1, axis=0)


def swaps_period_and_horizon(X, target, period, horizon):
    return right(X, target, min(horizon, X.shape[1]), period)
