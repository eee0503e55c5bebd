"""Checks of `window_dataset`, and the mistakes they recognise (deck 2, "RNNs Keras Input")."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_close, expect_contract, expect_follows, expect_unchanged
from solutions.windowing.reference import make_supervised as windows

name = "window_dataset"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_batches(window_dataset, rng):
    """returns a tf.data.Dataset of batches (X, y), shapes (batch_size, length, F) and (batch_size,), the last one shorter"""
    args = rng.normal(size=(12, 2)), 3, 2, 1, 5
    expect_contract("dataset", window_dataset(*args), expected(*args))


@check(points=2, public=True)
def holds_windows_and_targets_in_order(window_dataset, rng):
    """its batches hold the windows and their targets in time order"""
    expect_answer(window_dataset, expected, rng.normal(size=(12, 3)), 4, 3, 2, 2)


@check(points=1)
def keeps_the_order(window_dataset, rng):
    """asked twice it gives the same batches, the oldest window first, and leaves the data as it was"""
    data = np.cumsum(rng.uniform(0.5, 1.5, size=(23, 2)), axis=0)
    for _ in range(2):
        dataset = window_dataset(data, 2, 3, 0, 4)
        right = expected(data, 2, 3, 0, 4)
        expect_contract("dataset", dataset, right)
        targets = np.concatenate([y for _, y in dataset["batches"]])
        expect(bool(np.all(np.diff(targets) > 0)), "dataset", "the windows come out of time order: nothing may be shuffled here")
        expect_close("dataset", dataset, right)
    expect_unchanged(window_dataset)


@check(points=1)
def takes_any_size(window_dataset, rng):
    """works for one feature, windows of one step, batches of one, and batches larger than the data"""
    for shape, *settings in (((9, 1), 4, 1, 0, 2), ((7, 3), 1, 1, 1, 1), ((10, 2), 3, 4, 1, 50), ((8, 4), 6, 2, 3, 3)):
        expect_answer(window_dataset, expected, rng.normal(size=shape), *settings)


@check(points=1)
def follows_from_your_windows(window_dataset, make_supervised, rng):
    """is right, given what your own make_supervised answers"""
    own = {"supervised": (make_supervised, windows)}
    expect_follows(window_dataset, expected, _over, own, rng.normal(size=(13, 3)), 3, 2, 1, 4)


# ------------------------------------------------------------------------------------------------ mistakes


def expected(data, length, horizon, target, batch_size):
    """The right batches, described."""
    dataset = _over(data, length, horizon, target, batch_size)
    return dataset  # noqa: RET504  the name that students read


def _over(data, length, horizon, target, batch_size, supervised=windows):
    return _batched(*supervised(data, length, horizon, target), batch_size)


def _batched(X, y, size):
    return {"type": "tf.data.Dataset", "batches": [(X[n : n + size], y[n : n + size]) for n in range(0, len(X), size)]}


def drops_the_last_batch(data, length, horizon, target, batch_size):
    """The last windows are missing: drop_remainder throws away a last batch that is not full."""
    dataset = expected(data, length, horizon, target, batch_size)
    return dataset | {"batches": [batch for batch in dataset["batches"] if len(batch[1]) == batch_size]}


def forgets_to_batch(data, length, horizon, target, batch_size):
    """Your dataset yields single windows: .batch(batch_size) puts them together, (B, T, F) is what Keras takes."""
    X, y = windows(data, length, horizon, target)
    return {"type": "tf.data.Dataset", "batches": [(one, np.asarray(number)) for one, number in zip(X, y, strict=True)]}


def yields_no_targets(data, length, horizon, target, batch_size):
    """Your dataset yields windows without targets; fit needs pairs: (X, y)."""
    dataset = expected(data, length, horizon, target, batch_size)
    return dataset | {"batches": [X for X, _ in dataset["batches"]]}


def yields_targets_first(data, length, horizon, target, batch_size):
    """Your dataset yields (y, X); Keras takes the input first: (X, y)."""
    dataset = expected(data, length, horizon, target, batch_size)
    return dataset | {"batches": [(y, X) for X, y in dataset["batches"]]}


def puts_targets_in_columns(data, length, horizon, target, batch_size):
    """Your targets have shape (B, 1); one number per window is (B,)."""
    dataset = expected(data, length, horizon, target, batch_size)
    return dataset | {"batches": [(X, y[:, None]) for X, y in dataset["batches"]]}


def aims_at_every_feature(data, length, horizon, target, batch_size):
    """Your targets are whole rows of the data; only the column `target` is wanted."""
    X, _ = windows(data, length, horizon, target)
    return _batched(X, data[length - 1 + horizon :], batch_size)


def shows_the_target_column_only(data, length, horizon, target, batch_size):
    """Your windows hold the target's column alone; the model sees all features."""
    X, y = windows(data, length, horizon, target)
    return _batched(X[..., target : target + 1], y, batch_size)


def ignores_the_horizon(data, length, horizon, target, batch_size):
    """Your target is always the next step; it is `horizon` steps after the window's last one."""
    return expected(data, length, 1, target, batch_size)


def aims_one_step_late(data, length, horizon, target, batch_size):
    """Your target is one step too far ahead: horizon = 1 is the step right after the window, data[i + length - 1 + horizon]."""
    return expected(data, length, horizon + 1, target, batch_size)


def aims_one_step_early(data, length, horizon, target, batch_size):
    """Your target is one step too early, so with horizon = 1 it is in the window: data[i + length - 1 + horizon]."""
    return expected(data, length, horizon - 1, target, batch_size)


def aims_at_the_start_of_the_window(data, length, horizon, target, batch_size):
    """Your target is the window's first row, as timeseries_dataset_from_array gives it if it gets the data itself as targets."""
    X, y = windows(data, length, horizon, target)
    return _batched(X, np.asarray(data, dtype=float)[: len(y), target], batch_size)


def leaves_no_overlap(data, length, horizon, target, batch_size):
    """Your windows do not overlap: the next one starts one step later, not `length` steps later."""
    X, y = windows(data, length, horizon, target)
    return _batched(X[::length], y[::length], batch_size)


def leaves_out_the_last_window(data, length, horizon, target, batch_size):
    """Your last window is missing: there are N - length - horizon + 1 of them."""
    X, y = windows(data, length, horizon, target)
    return _batched(X[:-1], y[:-1], batch_size)


def puts_time_first(data, length, horizon, target, batch_size):
    """Your batches have shape (T, B, F); Keras takes (B, T, F)."""
    dataset = expected(data, length, horizon, target, batch_size)
    return dataset | {"batches": [(X.swapaxes(0, 1), y) for X, y in dataset["batches"]]}


def flattens_the_windows(data, length, horizon, target, batch_size):
    """Your windows are flat, (B, T * F): a recurrent layer then says "expected ndim=3, found ndim=2"."""
    dataset = expected(data, length, horizon, target, batch_size)
    return dataset | {"batches": [(X.reshape(len(X), -1), y) for X, y in dataset["batches"]]}


def swaps_length_and_batch_size(data, length, horizon, target, batch_size):
    """You use the batch size as the number of time steps, and the other way round."""
    return expected(data, batch_size, horizon, target, length)


def turns_time_round(data, length, horizon, target, batch_size):
    """Your windows run backwards in time; their last row is the newest."""
    X, y = windows(data, length, horizon, target)
    return _batched(X[:, ::-1], y, batch_size)
