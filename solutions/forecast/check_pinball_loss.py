"""Checks of `pinball_loss`, and the mistakes they recognise. Plain NumPy: nothing here imports Keras."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady

name = "pinball_loss"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _args(rng, n=5, H=4, quantile=0.8):
    y = rng.normal(size=(n, H))
    return y, y + rng.normal(size=(n, H)) + 0.3, quantile


@check(points=1, public=True)
def returns_a_number_per_window(pinball_loss, rng):
    """returns one number per window, shape (n,)"""
    args = _args(rng)
    expect_contract("loss", pinball_loss(*args), expected(*args))


@check(points=2, public=True)
def weighs_both_sides(pinball_loss, rng):
    """too low by 1 costs quantile, too high by 1 costs 1 - quantile, and each window has the mean over its answers"""
    expect_answer(pinball_loss, expected, *_args(rng))


@check(points=1)
def is_half_the_absolute_error(pinball_loss, rng):
    """for the quantile 0.5 it is half of the mean absolute error, and 0 for the truth"""
    y, forecast, _ = _args(rng, 6, 3)
    expect_close("loss", pinball_loss(y, forecast, 0.5), np.abs(y - forecast).mean(axis=1) / 2)
    expect_close("loss", pinball_loss(y, y.copy(), 0.3), np.zeros(6))
    expect_close("loss", pinball_loss(y, forecast, 0.3), expected(y, forecast, 0.3))


@check(points=1)
def takes_any_size(pinball_loss, rng):
    """works for one window, one answer, small and large quantiles, and leaves its arguments alone"""
    expect_steady(pinball_loss, expected, _args(rng, quantile=0.25), _args(rng, quantile=0.75))
    for n, H, quantile in ((1, 3, 0.1), (5, 1, 0.9), (300, 8, 0.975)):
        expect_answer(pinball_loss, expected, *_args(rng, n, H, quantile))


# ------------------------------------------------------------------------------------------------ mistakes


def expected(y, forecast, quantile):
    """The loss, in NumPy."""
    loss = _by_element(y, forecast, quantile).mean(axis=-1)
    return loss  # noqa: RET504  the name that students read


def _by_element(y, forecast, quantile):
    error = y - forecast
    return np.maximum(quantile * error, (quantile - 1) * error)


def turns_the_error_round(y, forecast, quantile):
    """Your error is forecast - y, so quantile 0.9 acts like 0.1: it is y - forecast."""
    return expected(forecast, y, quantile)


def takes_the_smaller(y, forecast, quantile):
    """You take the minimum of the two, which is never above 0 and has no lower end: take the maximum."""
    error = y - forecast
    return np.minimum(quantile * error, (quantile - 1) * error).mean(axis=-1)


def forgets_the_sign(y, forecast, quantile):
    """You have 1 - quantile where quantile - 1 belongs, so being too high costs nothing or less."""
    error = y - forecast
    return np.maximum(quantile * error, (1 - quantile) * error).mean(axis=-1)


def cuts_at_zero(y, forecast, quantile):
    """Forecasts that are too high cost nothing in your loss; they cost (quantile - 1) * error."""
    return np.maximum(quantile * (y - forecast), 0).mean(axis=-1)


def weighs_the_absolute_error(y, forecast, quantile):
    """You multiply the absolute error by quantile, the same on both sides; too high costs 1 - quantile."""
    return quantile * np.abs(y - forecast).mean(axis=-1)


def ignores_the_quantile(y, forecast, quantile):
    """You return the absolute error whatever the quantile."""
    return np.abs(y - forecast).mean(axis=-1)


def always_takes_the_median(y, forecast, quantile):
    """You return half of the absolute error whatever the quantile."""
    return np.abs(y - forecast).mean(axis=-1) / 2


def squares(y, forecast, quantile):
    """You square the errors; this loss grows in a straight line on both sides."""
    error = y - forecast
    return np.where(error > 0, quantile, 1 - quantile) * error**2 @ np.full(error.shape[1], 1 / error.shape[1])


def doubles(y, forecast, quantile):
    """Your loss is twice what it should be: too low by 1 costs quantile, once."""
    return 2 * expected(y, forecast, quantile)


def returns_every_answer(y, forecast, quantile):
    """You return a number for every answer; the mean over a window's answers is wanted, axis=-1."""
    return _by_element(y, forecast, quantile)


def returns_one_number(y, forecast, quantile):
    """You return one number for all windows; one per window is wanted, axis=-1."""
    return _by_element(y, forecast, quantile).mean()


def averages_over_windows(y, forecast, quantile):
    """You average over the windows, axis=0; average over each window's answers, axis=-1."""
    return _by_element(y, forecast, quantile).mean(axis=0)


def adds_instead_of_averaging(y, forecast, quantile):
    """You add up a window's answers; take their mean."""
    return _by_element(y, forecast, quantile).sum(axis=-1)


def averages_before_it_weighs(y, forecast, quantile):
    """You average the errors first, so that too high and too low cancel: weigh each error, then take the mean."""
    error = (y - forecast).mean(axis=-1)
    return np.maximum(quantile * error, (quantile - 1) * error)
