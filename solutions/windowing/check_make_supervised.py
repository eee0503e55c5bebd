"""Checks of `make_supervised`, and the mistakes they recognise (deck 2, "Recurrent NN": today, tomorrow)."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_follows, expect_steady
from solutions.windowing._series import row_numbers, series
from solutions.windowing.reference import make_supervised as reference
from solutions.windowing.reference import make_windows as right_windows

name = "make_supervised"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_windows_and_answers(make_supervised, rng):
    """returns (X, y), float64 arrays of shapes (n, length, F) and (n,) with n = N - length + 1 - horizon"""
    args = series(rng, N=10), 3, 2, 1
    expect_contract(("X", "y"), make_supervised(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(make_supervised, rng):
    """leaves data as it was, and remembers nothing from call to call"""
    expect_steady(make_supervised, reference, (series(rng, 12), 4, 3, 1), (series(rng, 12), 4, 3, 1))


@check(points=1)
def looks_ahead_from_the_last_row(make_supervised):
    """the answer stands `horizon` rows after the last row of its window, so it is never among the inputs"""
    for horizon in (1, 2, 5):
        X, y = make_supervised(row_numbers(14, 3), 4, horizon, 2)
        expect_close("y - X[:, -1, target]", y - X[:, -1, 2], np.full(11 - horizon, float(horizon)))


@check(points=2, public=True)
def pairs_windows_with_answers(make_supervised, rng):
    """X holds the windows that have an answer, and y[i] is data[i + length - 1 + horizon, target]"""
    expect_answer(make_supervised, reference, series(rng, N=11, F=2), 5, 3, 1)


@check(points=1)
def takes_any_size(make_supervised, rng):
    """works for tomorrow, one feature, windows of one row, one pair, the last column, and long series"""
    for shape, *settings in (((9, 3), 4, 1, 1), ((7, 1), 2, 3, 0), ((6, 4), 1, 1, 2), ((8, 3), 5, 3, 2), ((99, 2), 9, 9, 1)):
        expect_answer(make_supervised, reference, series(rng, *shape), *settings)


@check(points=1)
def follows_from_your_windows(make_supervised, make_windows, rng):
    """is right, given what your own make_windows answers"""
    own = {"windows": (make_windows, right_windows)}
    expect_follows(make_supervised, reference, _over, own, series(rng, N=7, F=4), 4, 1, 2)


# ------------------------------------------------------------------------------------------------ mistakes


def _over(data, length, horizon, target, windows=right_windows):
    y = np.asarray(data, dtype=float)[length - 1 + horizon :, target]
    return windows(data, length)[: len(y)], y


def _all_windows_with(y, data, length):
    """As many windows as there are answers."""
    return right_windows(data, length)[: len(y)], y


def hides_the_answer_in_the_window(data, length, horizon, target):
    """Your answer is the window's own last value, as for horizon 0: it is among the inputs, a leak."""
    return reference(data, length, 0, target)


def looks_a_row_too_far(data, length, horizon, target):
    """Your answer stands one row too late: it is data[i + length - 1 + horizon], right after the window for horizon 1."""
    return reference(data, length, horizon + 1, target)


def looks_a_row_too_near(data, length, horizon, target):
    """Your answer stands one row too early, for horizon 1 inside the window: it is data[i + length - 1 + horizon]."""
    return reference(data, length, horizon - 1, target)


def ignores_the_horizon(data, length, horizon, target):
    """Your answer is always the row right after the window; it stands `horizon` rows after the window's last one."""
    return reference(data, length, 1, target)


def counts_from_the_first_row(data, length, horizon, target):
    """You count the horizon from the window's first row; it counts from the last one, i + length - 1."""
    y = np.asarray(data, dtype=float)[horizon:, target][: max(len(data) - length + 1 - horizon, 0)]
    return _all_windows_with(y, data, length)


def pairs_from_the_first_row(data, length, horizon, target):
    """You count the horizon from the window's first row, so most answers are among the inputs: count from the last row."""
    return _all_windows_with(np.asarray(data, dtype=float)[horizon:, target][: len(data) - length + 1], data, length)


def answers_with_the_first_row(data, length, horizon, target):
    """Your answer is the window's first row; it is data[i + length - 1 + horizon, target]."""
    X, _ = reference(data, length, horizon, target)
    return X, X[:, 0, target].copy()


def wraps_round(data, length, horizon, target):
    """Your last answers come from the start of the series (np.roll?): windows without an answer are left out."""
    y = np.roll(np.asarray(data, dtype=float)[:, target], -(length - 1 + horizon))
    return _all_windows_with(y[: len(data) - length + 1], data, length)


def fills_answers_with_zeros(data, length, horizon, target):
    """Your last answers are zeros: windows without an answer are left out."""
    return right_windows(data, length), np.pad(reference(data, length, horizon, target)[1], (0, horizon))


def marks_missing_answers_with_nan(data, length, horizon, target):
    """Your last answers are nan, as deck 2 prints it: nothing can be learned from them, so leave these windows out."""
    _, y = reference(data, length, horizon, target)
    return right_windows(data, length), np.append(y, np.full(horizon, np.nan))


def keeps_windows_without_answer(data, length, horizon, target):
    """X has more rows than y: the last windows have no answer yet, leave them out."""
    return right_windows(data, length), reference(data, length, horizon, target)[1]


def drops_the_first_windows(data, length, horizon, target):
    """You leave out the first windows, not the last, so each ends with its own answer, a leak: X[i] begins with row i."""
    _, y = reference(data, length, horizon, target)
    windows = right_windows(data, length)
    return windows[len(windows) - len(y) :], y


def stretches_the_windows(data, length, horizon, target):
    """Your windows reach to the row of the answer, so it is among the inputs: they have `length` rows."""
    _, y = reference(data, length, horizon, target)
    return right_windows(data, length + horizon)[: len(y)], y


def loses_the_last_pair(data, length, horizon, target):
    """Your last pair is missing: there are N - length + 1 - horizon."""
    X, y = reference(data, length, horizon, target)
    return X[:-1], y[:-1]


def leaves_no_overlap(data, length, horizon, target):
    """Your windows do not overlap: each begins one row after the one before."""
    X, y = reference(data, length, horizon, target)
    return X[::length], y[::length]


def asks_for_the_past(data, length, horizon, target):
    """Your answer lies before the window; a forecast is of what comes `horizon` rows after its last row."""
    return right_windows(data, length)[horizon:], np.asarray(data, dtype=float)[: len(data) - length + 1 - horizon, target]


def answers_with_every_feature(data, length, horizon, target):
    """Your y holds whole rows; only the column `target` is to be forecast, shape (n,)."""
    X, _ = reference(data, length, horizon, target)
    return X, np.asarray(data, dtype=float)[length - 1 + horizon :]


def answers_with_every_step(data, length, horizon, target):
    """Your y holds every value up to the horizon; only the one that is `horizon` rows ahead is wanted, shape (n,)."""
    X, y = reference(data, length, horizon, target)
    return X, np.stack([reference(data, length, h, target)[1][: len(y)] for h in range(1, horizon + 1)], axis=1)


def forecasts_the_first_column(data, length, horizon, target):
    """Your answers come from the first column; they come from the column `target`."""
    return reference(data, length, horizon, 0)


def forecasts_the_last_column(data, length, horizon, target):
    """Your answers come from the last column; they come from the column `target`."""
    return reference(data, length, horizon, -1)


def makes_a_column_of_y(data, length, horizon, target):
    """Your y has shape (n, 1); one number per window is (n,)."""
    X, y = reference(data, length, horizon, target)
    return X, y[:, None]


def shows_the_target_only(data, length, horizon, target):
    """Your windows hold the target's column alone; the other features may help the forecast and stay in X."""
    X, y = reference(data, length, horizon, target)
    return X[:, :, [target]], y


def takes_the_target_out_of_the_windows(data, length, horizon, target):
    """Your windows lack the target's column; its past values may be used, only its future is the answer."""
    X, y = reference(data, length, horizon, target)
    return np.delete(X, target, axis=2), y


def puts_y_first(data, length, horizon, target):
    """You return (y, X); the order is (X, y)."""
    return reference(data, length, horizon, target)[::-1]


def answers_with_the_change(data, length, horizon, target):
    """Your answer is the change since the window's last row; it is the value itself."""
    X, y = reference(data, length, horizon, target)
    return X, y - X[:, -1, target]
