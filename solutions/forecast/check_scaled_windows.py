"""Checks of `scaled_windows`, and the mistakes they recognise: what leaks, and what is one row off."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.forecast.reference import scaled_windows as reference

name = "scaled_windows"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise
NAMES = ("X_train", "y_train", "X_later", "y_later", "mean", "std")


def _tables(rng, N=17, M=15, F=3):
    """Two tables whose columns differ in mean and spread; the later one is higher."""
    size = 1 + np.arange(F)
    return tuple(rng.normal(size=(rows, F)) * size + 5 * size + more for rows, more in ((N, 0), (M, 2.5)))


@check(points=1, public=True)
def returns_two_pairs_and_the_scaler(scaled_windows, rng):
    """returns X and y of both tables, then mean and std, all float64; y has as many columns as the horizon"""
    args = *_tables(rng, 13, 12, 2), 1, 3, 2, 2
    expect_contract(NAMES, scaled_windows(*args), reference(*args))


@check(points=2, public=True)
def cuts_windows_and_answers(scaled_windows, rng):
    """every stride-th window is there, its answers are the rows right after it, and all is scaled by the first table"""
    expect_answer(scaled_windows, reference, *_tables(rng, 13, 12, 2), 1, 3, 2, 2)


@check(points=1)
def knows_nothing_of_the_future(scaled_windows, rng):
    """no change to the later table changes anything that comes from the first one"""
    train, later = _tables(rng)
    first = expect_answer(scaled_windows, reference, train, later, 2, 4, 3, 2)
    answer = scaled_windows(train, 40 - 3 * later, 2, 4, 3, 2)
    expect_close(NAMES, answer, reference(train, 40 - 3 * later, 2, 4, 3, 2))
    expect_close("what comes from the first table", [answer[n] for n in (0, 1, 4, 5)], [first[n] for n in (0, 1, 4, 5)])


@check(points=1)
def keeps_to_its_arguments(scaled_windows, rng):
    """leaves both tables as they were, and remembers nothing from call to call"""
    expect_steady(scaled_windows, reference, (*_tables(rng), 0, 3, 2, 2), (*_tables(rng), 0, 3, 2, 2))


@check(points=1)
def takes_any_size(scaled_windows, rng):
    """works for one column, windows of one row, one answer, strides of one and of more than a window, and long tables"""
    for (N, M, F), *settings in (((9, 8, 1), 0, 3, 2, 1), ((8, 11, 3), 2, 1, 3, 2), ((10, 7, 2), 1, 4, 1, 3), ((30, 40, 3), 1, 2, 3, 7),
                                 ((7, 7, 2), 0, 4, 3, 2), ((600, 200, 4), 3, 48, 8, 5)):
        expect_answer(scaled_windows, reference, *_tables(rng, N, M, F), *settings)


# ------------------------------------------------------------------------------------------------ mistakes


def _pairs(train, later, target, length, horizon, stride, mean, std, *, scale=lambda table, mean, std: (table - mean) / std,
           first=0, joined=False, last=None):
    """The reference in parts. first: rows between the window's end and its first answer; joined: windows before the split."""
    tables = [scale(table, mean, std) for table in (train, later)]
    cut = None
    if joined:
        cut = -(-len(train) // stride)
        tables = [np.concatenate(tables)]
    rows = [sliding_window_view(table, length + max(first, 0) + horizon, axis=0)[::stride].transpose(0, 2, 1)[:last] for table in tables]
    pairs = [(part[:, :length], part[:, length + first : length + first + horizon, target]) for part in rows]
    if cut:
        X, y = pairs[0]
        pairs = [(X[:cut], y[:cut]), (X[cut:], y[cut:])]
    return (*pairs[0], *pairs[1], mean, std)


def _fit(table):
    return table.mean(axis=0), table.std(axis=0)


def scales_by_both_tables(train, later, target, length, horizon, stride):
    """Your mean and std are those of both tables together, so the scaler knows the future: measure the first one only."""
    return _pairs(train, later, target, length, horizon, stride, *_fit(np.concatenate([train, later])))


def scales_each_table_alone(train, later, target, length, horizon, stride):
    """Each table is scaled by its own mean and std; both are scaled by the first one's, or they cannot be compared."""
    X, y = reference(later, later, target, length, horizon, stride)[:2]
    right = reference(train, later, target, length, horizon, stride)
    return (*right[:2], X, y, *right[4:])


def measures_the_windows(train, later, target, length, horizon, stride):
    """You measure mean and std on the windows, where most rows count many times: measure the first table's rows."""
    rows = sliding_window_view(train, length + horizon, axis=0)[::stride].transpose(0, 2, 1)[:, :length]
    return _pairs(train, later, target, length, horizon, stride, *_fit(rows.reshape(-1, train.shape[1])))


def lets_windows_straddle(train, later, target, length, horizon, stride):
    """Your windows are made of both tables joined, so some begin in one and end in the other: window each table on its own."""
    return _pairs(train, later, target, length, horizon, stride, *_fit(train), joined=True)


def hides_the_answer_in_the_window(train, later, target, length, horizon, stride):
    """Your first answer is the window's own last row: answers begin one row after it, at row length, not length - 1."""
    return _pairs(train, later, target, length, horizon, stride, *_fit(train), first=-1)


def begins_a_row_late(train, later, target, length, horizon, stride):
    """Your answers begin one row too late: the first is the row right after the window."""
    return _pairs(train, later, target, length, horizon, stride, *_fit(train), first=1)


def answers_the_last_row_only(train, later, target, length, horizon, stride):
    """You return one answer per window, the last one: all `horizon` rows after the window are wanted, shape (n, horizon)."""
    X, y, X_later, y_later, mean, std = reference(train, later, target, length, horizon, stride)
    return X, y[:, -1], X_later, y_later[:, -1], mean, std


def answers_every_column(train, later, target, length, horizon, stride):
    """Your answers are whole rows; only the column `target` is wanted, shape (n, horizon)."""
    return _pairs(train, later, slice(None), length, horizon, stride, *_fit(train))


def answers_the_first_column(train, later, target, length, horizon, stride):
    """Your answers come from the first column; the column is `target`."""
    return reference(train, later, 0, length, horizon, stride)


def ignores_the_stride(train, later, target, length, horizon, stride):
    """You keep every window; only every stride-th one is wanted."""
    return reference(train, later, target, length, horizon, 1)


def leaves_no_overlap(train, later, target, length, horizon, stride):
    """Your windows begin `length` rows apart; they begin `stride` rows apart, and may overlap."""
    return reference(train, later, target, length, horizon, length)


def loses_the_last_window(train, later, target, length, horizon, stride):
    """Your last window is missing: one fits as long as length + horizon rows are left, there are (N - L - H) // stride + 1."""
    return _pairs(train, later, target, length, horizon, stride, *_fit(train), last=-1)


def leaves_the_answers_unscaled(train, later, target, length, horizon, stride):
    """Your y is in the table's units, and X is scaled: y is a part of the scaled table, too."""
    X, y, X_later, y_later, mean, std = reference(train, later, target, length, horizon, stride)
    return X, y * std[target] + mean[target], X_later, y_later * std[target] + mean[target], mean, std


def leaves_all_unscaled(train, later, target, length, horizon, stride):
    """You return windows in the table's units: (table - mean) / std comes before."""
    return _pairs(train, later, target, length, horizon, stride, *_fit(train), scale=lambda table, mean, std: table)


def divides_by_n_minus_one(train, later, target, length, horizon, stride):
    """Your std divides by one less than the number of rows (ddof=1, as pandas does); np.std divides by their number."""
    return _pairs(train, later, target, length, horizon, stride, train.mean(axis=0), train.std(axis=0, ddof=1))


def mixes_the_columns(train, later, target, length, horizon, stride):
    """You take one mean and one std over all columns; each has its own, axis=0."""
    F = train.shape[1]
    return _pairs(train, later, target, length, horizon, stride, np.full(F, train.mean()), np.full(F, train.std()))


def swaps_length_and_horizon(train, later, target, length, horizon, stride):
    """You use length and horizon in each other's place: windows have `length` rows, answers `horizon`."""
    return reference(train, later, target, horizon, length, stride)


def puts_time_last(train, later, target, length, horizon, stride):
    """Your windows have shape (n, F, L), as sliding_window_view gives them; time comes before columns, (n, L, F)."""
    X, y, X_later, y_later, mean, std = reference(train, later, target, length, horizon, stride)
    return X.transpose(0, 2, 1), y, X_later.transpose(0, 2, 1), y_later, mean, std
