"""Checks of `make_windows`, and the mistakes they recognise (deck 2, "RNNs Keras Input")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.windowing._series import series
from solutions.windowing.reference import make_windows as reference

name = "make_windows"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_windows(make_windows, rng):
    """returns one float64 array of shape (N - length + 1, length, F)"""
    args = series(rng, N=8, F=2), 3
    expect_contract("windows", make_windows(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(make_windows, rng):
    """leaves data as it was, and remembers nothing from call to call"""
    expect_steady(make_windows, reference, (series(rng), 4), (series(rng), 4))


@check(points=1)
def moves_on_by_one_row(make_windows, rng):
    """the first window holds the first rows, and each other window begins one row after the one before"""
    data = series(rng, N=11, F=4)
    windows = make_windows(data, 3)
    expect_close("windows[0]", windows[0], data[:3])
    expect_close("windows[1:, 0]", windows[1:, 0], windows[:-1, 1])
    expect_close("windows[-1]", windows[-1], data[-3:])


@check(points=2, public=True)
def holds_every_window(make_windows, rng):
    """windows[i] holds the rows i to i + length - 1"""
    expect_answer(make_windows, reference, series(rng, N=7, F=2), 3)


@check(points=1)
def takes_any_size(make_windows, rng):
    """works for one window, windows of one row, one feature, as many windows as rows in each, and long series"""
    for N, F, length in ((6, 3, 6), (5, 2, 1), (9, 1, 4), (5, 2, 3), (1, 1, 1), (300, 2, 30), (12, 9, 2)):
        expect_answer(make_windows, reference, series(rng, N, F), length)
    expect_answer(make_windows, reference, 1000 * series(rng, 8, 3), 5)


# ------------------------------------------------------------------------------------------------ mistakes


def _rows(data, rows, mode="raise"):
    return np.asarray(data, dtype=float).take(rows, axis=0, mode=mode)


def _starting(data, starts, length, mode="raise"):
    return _rows(data, np.add.outer(starts, np.arange(length)), mode)


def loses_the_last_window(data, length):
    """Your last window is missing: there are N - length + 1, so the loop runs over range(N - length + 1)."""
    return reference(data, length)[:-1]


def loses_the_first_window(data, length):
    """Your first window is missing: it begins with row 0."""
    return reference(data, length)[1:]


def wraps_round(data, length):
    """Your last windows go on with the first rows of the series; a window that does not fit is left out."""
    return _starting(data, np.arange(len(data)), length, "wrap")


def fills_the_end_with_zeros(data, length):
    """Your last windows are filled up with zeros; a window that does not fit is left out."""
    return reference(np.pad(data, ((0, length - 1), (0, 0))), length)


def fills_the_start_with_zeros(data, length):
    """Your first windows begin with zeros; the first window begins with row 0 of the data."""
    return reference(np.pad(data, ((length - 1, 0), (0, 0))), length)


def repeats_the_last_row(data, length):
    """Your last windows are filled up with the last row; a window that does not fit is left out."""
    return _starting(data, np.arange(len(data)), length, "clip")


def leaves_no_overlap(data, length):
    """Your windows do not overlap: each begins one row after the one before, not `length` rows after it."""
    return reference(data, length)[::length]


def skips_every_other_window(data, length):
    """Every other window is missing: each begins one row after the one before."""
    return reference(data, length)[::2]


def skips_every_other_row(data, length):
    """Your windows hold every other row; rows of a window follow each other without a gap."""
    return _starting(data, np.arange(max(len(data) - 2 * length + 2, 0)), 2 * length, "clip")[:, ::2]


def takes_a_row_too_many(data, length):
    """Your windows have length + 1 rows: a slice's end is not part of it, data[i : i + length]."""
    return _starting(data, np.arange(len(data) - length), length + 1)


def takes_a_row_too_few(data, length):
    """Your windows have length - 1 rows: a slice's end is not part of it, data[i : i + length]."""
    return _starting(data, np.arange(len(data) - length + 2), length - 1, "clip")


def puts_features_before_time(data, length):
    """Your windows have shape (N - length + 1, F, length); sliding_window_view puts time last: move it."""
    return reference(data, length).transpose(0, 2, 1)


def puts_time_first(data, length):
    """Your windows have shape (length, N - length + 1, F); the windows are counted by the first axis, as in a batch."""
    return reference(data, length).transpose(1, 0, 2)


def reshapes_the_axes(data, length):
    """You exchange the last two axes by reshape, which shuffles the numbers among them: use transpose or swapaxes."""
    windows = reference(data, length).transpose(0, 2, 1)
    return windows.reshape(windows.shape[0], windows.shape[2], windows.shape[1])


def flattens_the_windows(data, length):
    """Your windows are flat, (N - length + 1, length * F): a recurrent layer wants time and features as two axes."""
    windows = reference(data, length)
    return windows.reshape(len(windows), -1)


def turns_time_round(data, length):
    """Your windows run backwards: within a window the oldest row comes first."""
    return reference(data, length)[:, ::-1]


def puts_the_last_window_first(data, length):
    """Your windows are right but in the opposite order: window 0 begins with row 0."""
    return reference(data, length)[::-1]


def turns_everything_round(data, length):
    """You go through the series from its end: windows and the rows in them both run backwards."""
    return reference(data, length)[::-1, ::-1]


def reverses_the_features(data, length):
    """Your features stand in the opposite order; they keep their columns."""
    return reference(data, length)[:, :, ::-1]


def repeats_the_first_window(data, length):
    """All your windows are the first one: window i begins with row i."""
    return _starting(data, np.zeros(len(data) - length + 1, dtype=int), length)


def repeats_the_last_window(data, length):
    """All your windows are the last one: did you store the same array again and again, and overwrite it?"""
    return _starting(data, np.full(len(data) - length + 1, len(data) - length), length)


def keeps_the_first_feature_only(data, length):
    """Your windows hold the first column only; all features belong to a window."""
    return reference(data, length)[:, :, :1]


def drops_the_features(data, length):
    """Your windows are those of the first column; with all features they have shape (N - length + 1, length, F)."""
    return reference(data, length)[:, :, 0]
