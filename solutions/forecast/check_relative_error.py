"""Checks of `relative_error`, and the mistakes they recognise: scaled units, other errors, other quotients."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.forecast.reference import relative_error as reference

name = "relative_error"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _args(rng, n=6, H=4, std=7.5):
    """y, forecast, naive, std: neither is unbiased, and the naive one is worse."""
    y = rng.normal(size=(n, H))
    return y, y + 0.6 * rng.normal(size=(n, H)) + 0.2, y + 1.5 * rng.normal(size=(n, H)) + 0.4, std


@check(points=1, public=True)
def returns_two_numbers(relative_error, rng):
    """returns (error, relative), two numbers"""
    args = _args(rng)
    expect_contract(("error", "relative"), relative_error(*args), reference(*args))


@check(points=2, public=True)
def measures_both_ways(relative_error, rng):
    """error is the mean absolute error in the target's units, relative is the same over the naive forecast's"""
    expect_answer(relative_error, reference, *_args(rng))


@check(points=1)
def is_one_for_the_naive_forecast(relative_error, rng):
    """relative is 1 for the naive forecast itself, 0 for the truth, and does not depend on the scale; error does"""
    y, forecast, naive, std = _args(rng)
    expect_close(("error", "relative"), relative_error(y, naive, naive, std), reference(y, naive, naive, std))
    expect_close(("error", "relative"), relative_error(y, y, naive, std), (0.0, 1.0 * 0))
    for scale in (1.0, 0.125, 40.0):
        expect_close(("error", "relative"), relative_error(y, forecast, naive, scale), reference(y, forecast, naive, scale))


@check(points=1)
def takes_any_size(relative_error, rng):
    """works for one window, one answer, many windows, and naive forecasts that are right now and then; leaves its arguments alone"""
    expect_steady(relative_error, reference, _args(rng), _args(rng, std=0.5))
    for n, H in ((1, 3), (5, 1), (400, 8)):
        expect_answer(relative_error, reference, *_args(rng, n, H, 3.25))
    y, forecast, naive, std = _args(rng)
    naive[::2] = y[::2]
    expect_answer(relative_error, reference, y, forecast, naive, std)


# ------------------------------------------------------------------------------------------------ mistakes


def _mean_off(y, forecast):
    return np.mean(np.abs(y - forecast))


def stays_in_scaled_units(y, forecast, naive, std):
    """Your error is in scaled units, which nobody can read: multiply by std."""
    return _mean_off(y, forecast), _mean_off(y, forecast) / _mean_off(y, naive)


def divides_by_std(y, forecast, naive, std):
    """You divide by std; scaling did that, so the way back multiplies."""
    return _mean_off(y, forecast) / std, _mean_off(y, forecast) / _mean_off(y, naive)


def multiplies_by_the_variance(y, forecast, naive, std):
    """You multiply by std twice, or by its square; once is enough."""
    return _mean_off(y, forecast) * std**2, _mean_off(y, forecast) / _mean_off(y, naive)


def compares_units_with_scaled(y, forecast, naive, std):
    """Your quotient has one error in the target's units and the other scaled: both the same way, and std cancels."""
    error = std * _mean_off(y, forecast)
    return error, error / _mean_off(y, naive)


def takes_the_root_of_squares(y, forecast, naive, std):
    """You return root mean squared errors; here it is the mean of absolute errors."""
    off, other = np.sqrt(np.mean((y - forecast) ** 2)), np.sqrt(np.mean((y - naive) ** 2))
    return std * off, off / other


def takes_squares(y, forecast, naive, std):
    """You return mean squared errors; here it is the mean of absolute errors."""
    off, other = np.mean((y - forecast) ** 2), np.mean((y - naive) ** 2)
    return std * off, off / other


def forgets_the_absolute_value(y, forecast, naive, std):
    """Errors above and below cancel in your mean: take the absolute value first, then the mean."""
    return std * np.mean(y - forecast), np.mean(y - forecast) / np.mean(y - naive)


def takes_the_absolute_value_of_the_mean(y, forecast, naive, std):
    """You take the mean first and the absolute value then, so errors cancel: the other way round."""
    off, other = abs(np.mean(y - forecast)), abs(np.mean(y - naive))
    return std * off, off / other


def averages_quotients(y, forecast, naive, std):
    """You average quotients, one per window; divide the two means, or one lucky naive forecast spoils all."""
    off, other = np.abs(y - forecast).mean(axis=1), np.abs(y - naive).mean(axis=1)
    return std * off.mean(), np.mean(off / np.maximum(other, 1e-9))


def averages_quotients_of_single_numbers(y, forecast, naive, std):
    """You average quotients of single errors; divide the two means: where the naive forecast is right, a quotient is infinite."""
    off, other = np.abs(y - forecast), np.abs(y - naive)
    return std * off.mean(), np.mean(off / np.maximum(other, 1e-9))


def turns_the_quotient_round(y, forecast, naive, std):
    """Your quotient is upside down: the forecast's error over the naive one's, so that smaller is better."""
    return std * _mean_off(y, forecast), _mean_off(y, naive) / max(_mean_off(y, forecast), 1e-9)


def returns_the_skill(y, forecast, naive, std):
    """You return the part of the error that is gone, 1 - r; r itself is wanted."""
    return std * _mean_off(y, forecast), 1 - _mean_off(y, forecast) / _mean_off(y, naive)


def returns_per_cent(y, forecast, naive, std):
    """Your fraction is in per cent; 1 stands for as good as the naive forecast."""
    return std * _mean_off(y, forecast), 100 * _mean_off(y, forecast) / _mean_off(y, naive)


def compares_the_forecasts(y, forecast, naive, std):
    """You compare the forecast with the naive one; both are compared with the truth, y."""
    return std * _mean_off(forecast, naive), _mean_off(forecast, naive) / _mean_off(y, naive)


def swaps_the_answers(y, forecast, naive, std):
    """You return the fraction first; the error in units comes first."""
    return _mean_off(y, forecast) / _mean_off(y, naive), std * _mean_off(y, forecast)


def adds_instead_of_averaging(y, forecast, naive, std):
    """Your error is a sum, which grows with the number of windows: take the mean."""
    return std * np.sum(np.abs(y - forecast)), _mean_off(y, forecast) / _mean_off(y, naive)
