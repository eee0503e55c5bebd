"""Checks of `time_features`, and the mistakes they recognise: two circles, in hours."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_close, expect_contract, expect_steady
from solutions.forecast.reference import time_features as reference

name = "time_features"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _hours(rng, n=7):
    """Times of two years, none of them at midnight or noon, where a sine is 0."""
    return 24 * rng.integers(1, 700, n) + rng.choice([2, 5, 7, 11, 14, 17, 22], n)


@check(points=1, public=True)
def returns_four_numbers_per_time(time_features, rng):
    """returns one float64 array with four numbers for each time: shape (n, 4) for hours of shape (n,)"""
    hours = _hours(rng)
    expect_contract("features", time_features(hours), reference(hours))


@check(points=2, public=True)
def knows_day_and_year(time_features, rng):
    """the columns are sine and cosine of the day's angle, then sine and cosine of the year's"""
    expect_answer(time_features, reference, _hours(rng))


@check(points=1)
def goes_in_circles(time_features, rng):
    """23 o'clock and 1 o'clock are as near to each other as 11 and 13; after a year all is as before"""
    hours = _hours(rng)
    night, noon = time_features(np.array([23, 25])), time_features(np.array([11, 13]))
    expect_close("the way from 23 to 1 o'clock", np.abs(night[1, :2] - night[0, :2]).sum(), np.abs(noon[1, :2] - noon[0, :2]).sum())
    features, right = time_features(hours), reference(hours)
    expect_close("features", features, right)
    expect_close("the year's columns, a year later", time_features(hours + 8766)[:, 2:], right[:, 2:])
    expect(bool(np.all(np.abs(features) <= 1 + 1e-6)), "features", "a sine or a cosine is between -1 and 1")


@check(points=1)
def takes_any_shape(time_features, rng):
    """works for windows of times (shape (n, L) becomes (n, L, 4)), whole numbers and fractions, and leaves hours as they were"""
    windows = _hours(rng, 5)[:, None] + 3 * np.arange(4)
    expect_steady(time_features, reference, (windows,), (_hours(rng, 3) + 0.5,))
    expect_answer(time_features, reference, _hours(rng, 1).astype(np.int32))


# ------------------------------------------------------------------------------------------------ mistakes


def _columns(hours, *columns):
    hours = np.asarray(hours, dtype=float)
    return np.stack([wave(2 * np.pi * hours / period) for wave, period in columns], axis=-1)


def forgets_two_pi(hours):
    """A full circle is 2π: your angle is hours / 24, which takes more than six days to come round."""
    return np.stack([wave(np.asarray(hours) / period) for period in (24, 8766) for wave in (np.sin, np.cos)], axis=-1)


def goes_half_round(hours):
    """Your angle has π in the place of 2π: a day is half a circle, and midnight is farthest from midnight."""
    return reference(np.asarray(hours) / 2)


def reckons_in_degrees(hours):
    """np.sin takes radians, not degrees: a full circle is 2π, not 360."""
    return np.stack([wave(360 * np.asarray(hours) / period) for period in (24, 8766) for wave in (np.sin, np.cos)], axis=-1)


def puts_the_year_first(hours):
    """Your first two columns are the year's; the day comes first."""
    return reference(hours)[..., [2, 3, 0, 1]]


def puts_cosines_first(hours):
    """Your cosines come before the sines; each pair is sine, cosine."""
    return reference(hours)[..., [1, 0, 3, 2]]


def puts_sines_together(hours):
    """Your columns are sine, sine, cosine, cosine; a pair for the day comes first, then a pair for the year."""
    return reference(hours)[..., [0, 2, 1, 3]]


def takes_half_a_day_for_a_day(hours):
    """Your day has 12 hours, so noon and midnight are the same to the network: it has 24."""
    return _columns(hours, (np.sin, 12), (np.cos, 12), (np.sin, 8766), (np.cos, 8766))


def takes_365_days(hours):
    """Your year has 8760 hours, 365 days; here it has 365.25 of them, 8766 hours, or the seasons drift."""
    return _columns(hours, (np.sin, 24), (np.cos, 24), (np.sin, 8760), (np.cos, 8760))


def takes_days_for_hours(hours):
    """Your year has 365.25 hours: the time is in hours, so it has 8766."""
    return _columns(hours, (np.sin, 24), (np.cos, 24), (np.sin, 365.25), (np.cos, 365.25))


def counts_rows(hours):
    """You divide by the rows of a day (8) and of a year: the argument is in hours, whatever the table's rows are."""
    return _columns(hours, (np.sin, 8), (np.cos, 8), (np.sin, 2922), (np.cos, 2922))


def uses_sines_only(hours):
    """You return sines only: one number cannot tell 9 from 15 o'clock, so each circle needs its cosine too."""
    return reference(hours)[..., [0, 2]]


def leaves_the_year_out(hours):
    """The year is missing: four columns, two for the day and two for the year."""
    return reference(hours)[..., :2]


def puts_features_first(hours):
    """Your features come on the first axis; they belong on the last one, np.stack(..., axis=-1)."""
    return np.moveaxis(reference(hours), -1, 0)


def scales_to_0_and_1(hours):
    """Your columns lie between 0 and 1; a sine and a cosine are between -1 and 1, and that is fine for a network."""
    return (reference(hours) + 1) / 2
