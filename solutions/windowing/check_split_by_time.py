"""Checks of `split_by_time`, and the mistakes they recognise: no leak by shuffling, no row lost, none twice."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_close, expect_contract, expect_steady
from solutions.windowing._series import row_numbers, series, shuffled
from solutions.windowing.reference import split_by_time as reference

name = "split_by_time"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_three_parts(split_by_time, rng):
    """returns three arrays with so many rows as the fractions say, and all columns"""
    args = series(rng, N=16), 0.5, 0.125
    expect_contract(("first", "second", "third"), split_by_time(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(split_by_time, rng):
    """leaves data as it was, and answers the same when asked again"""
    expect_steady(split_by_time, reference, (series(rng, N=16), 0.375, 0.25), (series(rng, N=16), 0.375, 0.25))


@check(points=2, public=True)
def cuts_twice_in_time_order(split_by_time, rng):
    """the first rows are for training, the next for validation, the latest for testing"""
    expect_answer(split_by_time, reference, series(rng, N=16, F=2), 0.5, 0.125)


@check(points=1)
def loses_no_row(split_by_time):
    """every row is in exactly one part, in time order, whatever the fractions; cuts may be rounded up or down"""
    for N, train, val in ((23, 0.6, 0.25), (20, 0.7, 0.1), (37, 0.55, 0.3), (101, 0.8, 0.1), (7, 0.5, 0.25)):
        data = row_numbers(N, 2)
        parts = split_by_time(data, train, val)
        expect_contract(("first", "second", "third"), tuple(part[:1] for part in parts), (data[:1],) * 3)
        joined = np.concatenate(parts)
        expect_contract("all parts together", joined, data)
        expect(bool(np.all(np.diff(joined[:, 0]) > 0)), "all parts together",
               "the rows come out of time order: shuffled before the split, training rows know the future")
        expect_close("all parts together", joined, data)
        for part, share in zip(parts, (train, val, 1 - train - val), strict=True):
            expect(abs(len(part) - share * N) < 2, "the parts", "a part has too many or too few rows for its fraction")


@check(points=1)
def takes_any_fractions(split_by_time, rng):
    """works without a validation part, for one column, one row, and long series"""
    for N, F, train, val in ((12, 3, 0.75, 0.0), (8, 1, 0.25, 0.5), (1, 2, 1.0, 0.0), (4000, 2, 0.5, 0.125)):
        expect_answer(split_by_time, reference, series(rng, N, F), train, val)


# ------------------------------------------------------------------------------------------------ mistakes


def _cuts(data, train, val):
    first, second, _ = reference(data, train, val)
    return len(first), len(first) + len(second)


def _parts(data, *slices):
    return tuple(data[one] for one in slices)


def shuffles_first(data, train, val):
    """You shuffle before you split: then training rows lie between test rows, and the future leaks into training."""
    return reference(data[shuffled(len(data))], train, val)  # one order of many; others are told by the check


def puts_the_test_part_first(data, train, val):
    """Your training part is the latest and the test part the oldest: learn from the past, test on the future."""
    a, b = _cuts(data, train, val)
    N = len(data)
    return _parts(data, slice(N - a, N), slice(N - b, N - a), slice(0, N - b))


def turns_time_round(data, train, val):
    """Your rows run backwards, the newest first: parts keep the order of the data."""
    return reference(data[::-1], train, val)


def swaps_validation_and_test(data, train, val):
    """You return the test part before the validation part: the order is train, validation, test, as in time."""
    first, second, third = reference(data, train, val)
    return first, third, second


def tests_before_it_validates(data, train, val):
    """Your test part lies between training and validation; the test part is the latest."""
    return reference(data, train, 1 - train - val)


def takes_val_of_the_rest(data, train, val):
    """You take `val` of what the training part leaves; it is a fraction of all rows."""
    return reference(data, train, val * (1 - train))


def reads_val_as_a_place(data, train, val):
    """You make the second cut at N * val; it comes after N * (train + val) rows."""
    a, N = _cuts(data, train, val)[0], len(data)
    return _parts(data, slice(0, a), slice(a, int(N * val)), slice(int(N * val), N))


def starts_every_part_at_the_first_row(data, train, val):
    """All your parts begin with row 0, so they share rows: each part begins where the one before it ends."""
    a, b = _cuts(data, train, val)
    return _parts(data, slice(0, a), slice(0, b - a), slice(0, len(data) - b))


def validates_on_the_training_rows(data, train, val):
    """Your validation part is the end of the training part: its rows come after those, data[a:b]."""
    a, b = _cuts(data, train, val)
    return _parts(data, slice(0, a), slice(a - (b - a), a), slice(b, None))


def trains_on_the_validation_rows(data, train, val):
    """Your training part holds the validation rows as well: it ends where that part begins."""
    a, b = _cuts(data, train, val)
    return _parts(data, slice(0, b), slice(a, b), slice(b, None))


def tests_on_the_validation_rows(data, train, val):
    """Your test part begins with the validation rows; it is what comes after them."""
    a, b = _cuts(data, train, val)
    return _parts(data, slice(0, a), slice(a, b), slice(a, None))


def tests_on_everything(data, train, val):
    """Your test part is the whole series, training rows included; it is what comes after the second cut."""
    a, b = _cuts(data, train, val)
    return _parts(data, slice(0, a), slice(a, b), slice(0, None))


def loses_the_rest(data, train, val):
    """Your test part has only as many rows as the validation part: it is all of the rest, data[b:]."""
    a, b = _cuts(data, train, val)
    return _parts(data, slice(0, a), slice(a, b), slice(b, 2 * b - a))


def loses_a_row_at_each_cut(data, train, val):
    """A row is lost at each cut: a slice's end is not part of it, so the next part begins at the same number."""
    a, b = _cuts(data, train, val)
    return _parts(data, slice(0, a), slice(a + 1, b), slice(b + 1, None))


def shares_a_row_at_each_cut(data, train, val):
    """The row at each cut is in both parts: a slice ends before its second number, where the next part begins."""
    a, b = _cuts(data, train, val)
    return _parts(data, slice(0, a + 1), slice(a, b + 1), slice(b, None))


def loses_the_last_row(data, train, val):
    """The last row is lost: data[b:-1] leaves it out, data[b:] does not."""
    a, b = _cuts(data, train, val)
    return _parts(data, slice(0, a), slice(a, b), slice(b, -1))


def takes_fractions_for_counts(data, train, val):
    """You use the fractions as numbers of rows: multiply by len(data)."""
    return _parts(data, slice(0, int(train)), slice(int(train), int(train + val)), slice(int(train + val), None))


def cuts_the_columns(data, train, val):
    """You cut the features, not the time steps: rows are the first axis."""
    return tuple(part.T for part in reference(data.T, train, val))


def deals_rows_in_turn(data, train, val):
    """You deal the rows out in turn, so each part is spread over all times: parts are contiguous."""
    return data[::3], data[1::3], data[2::3]


def returns_two_parts(data, train, val):
    """You return two parts; there are three: train, validation, test."""
    first, second, third = reference(data, train, val)
    return first, np.concatenate([second, third])


def swaps_the_fractions(data, train, val):
    """You use `train` for the validation part and `val` for the training part: the first fraction is for training."""
    return reference(data, val, train)
