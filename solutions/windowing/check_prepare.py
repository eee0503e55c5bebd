"""Checks of `prepare`, and the mistakes they recognise: what leaks where the order is wrong."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_follows, expect_steady
from solutions.windowing._scalers import scaled
from solutions.windowing._series import series, shuffled
from solutions.windowing.reference import make_supervised as right_supervised
from solutions.windowing.reference import prepare as reference
from solutions.windowing.reference import split_by_time as right_split
from solutions.windowing.reference import standardize as right_standardize

name = "prepare"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise
NAMES = ("X_train", "y_train", "X_val", "y_val", "X_test", "y_test", "mean", "std")


@check(points=1, public=True)
def returns_three_pairs_and_the_scaler(prepare, rng):
    """returns X and y of three parts, then mean and std, all float64; windows that would cross a cut are left out"""
    args = series(rng, N=24, F=2), 3, 1, 1, 0.5, 0.25
    expect_contract(NAMES, prepare(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(prepare, rng):
    """leaves data as it was, and answers the same when asked again"""
    expect_steady(prepare, reference, (series(rng, N=32), 3, 2, 1, 0.5, 0.25), (series(rng, N=32), 3, 2, 1, 0.5, 0.25))


@check(points=1)
def knows_nothing_of_the_future(prepare, rng):
    """no change to later rows changes anything that comes from earlier parts"""
    data = series(rng, N=32)
    later, latest = data.copy(), data.copy()
    later[16:] *= -3
    latest[24:] += 100
    first = expect_answer(prepare, reference, data, 2, 3, 0, 0.5, 0.25)
    for changed, untouched in ((later, (0, 1, 6, 7)), (latest, (0, 1, 2, 3, 6, 7))):
        answer = prepare(changed, 2, 3, 0, 0.5, 0.25)
        expect_close(NAMES, answer, reference(changed, 2, 3, 0, 0.5, 0.25))
        expect_close("what comes from earlier parts", [answer[n] for n in untouched], [first[n] for n in untouched])


@check(points=2, public=True)
def prepares_without_a_leak(prepare, rng):
    """splits, then scales by the training part, then windows each part on its own"""
    expect_answer(prepare, reference, series(rng, N=20, F=2), 2, 2, 1, 0.5, 0.25)


@check(points=1)
def takes_any_size(prepare, rng):
    """works for one feature, windows of one row, one pair in a part, far horizons, and long series"""
    for (N, F), *settings in (((16, 1), 2, 2, 0, 0.5, 0.25), ((24, 3), 1, 1, 2, 0.25, 0.5), ((16, 2), 3, 1, 0, 0.5, 0.25),
                              ((400, 3), 12, 24, 1, 0.5, 0.25), ((40, 4), 3, 4, 3, 0.625, 0.2)):
        expect_answer(prepare, reference, series(rng, N, F), *settings)


@check(points=1)
def follows_from_your_functions(prepare, split_by_time, standardize, make_supervised, rng):
    """is right, given what your own split_by_time, standardize and make_supervised answer"""
    own = {"split": (split_by_time, right_split), "fit": (standardize, right_standardize),
           "supervised": (make_supervised, right_supervised)}
    expect_follows(prepare, reference, _over, own, series(rng, N=24, F=3), 3, 1, 1, 0.25, 0.25)


# ------------------------------------------------------------------------------------------------ mistakes


def _over(data, length, horizon, target, train, val, split=right_split, fit=right_standardize, supervised=right_supervised):
    *parts, mean, std = fit(*split(data, train, val))
    return (*(array for part in parts for array in supervised(part, length, horizon, target)), mean, std)


def _from(parts, mean, std, length, horizon, target):
    """Pairs of parts that are scaled already."""
    return (*(array for part in parts for array in right_supervised(part, length, horizon, target)), mean, std)


def _pairs_split(X, y, train, val, mean, std):
    """Pairs that were made before the split."""
    both = zip(right_split(X, train, val), right_split(y, train, val), strict=True)
    return (*(array for pair in both for array in pair), mean, std)


def _scaled_by_train(data, train, val):
    mean, std = right_standardize(right_split(data, train, val)[0])[1:]
    return (data - mean) / std, mean, std


def scales_before_it_splits(data, length, horizon, target, train, val):
    """You scale all rows before you split, so mean and std know the future: split first, and measure the training part."""
    everything, mean, std = right_standardize(data)
    return _from(right_split(everything, train, val), mean, std, length, horizon, target)


def scales_by_training_and_validation(data, length, horizon, target, train, val):
    """Your mean and std are those of the training and validation rows; measure the training rows only."""
    past = right_split(data, train + val, 0)[0]
    mean, std = right_standardize(past)[1:]
    return _from([(part - mean) / std for part in right_split(data, train, val)], mean, std, length, horizon, target)


def scales_each_part_alone(data, length, horizon, target, train, val):
    """Each part is scaled by its own mean and std; all are scaled by the training part's: standardize(*parts), once."""
    parts = [right_standardize(part)[0] for part in right_split(data, train, val)]
    return _from(parts, *right_standardize(right_split(data, train, val)[0])[1:], length, horizon, target)


def windows_before_it_splits(data, length, horizon, target, train, val):
    """You make windows before you split, so some straddle a cut, inputs in one part and rows of the next: split first."""
    everything, mean, std = _scaled_by_train(data, train, val)
    return _pairs_split(*right_supervised(everything, length, horizon, target), train, val, mean, std)


def scales_and_windows_before_it_splits(data, length, horizon, target, train, val):
    """You scale and window everything, then split: the scaler knows the future, and windows straddle the cuts."""
    everything, mean, std = right_standardize(data)
    return _pairs_split(*right_supervised(everything, length, horizon, target), train, val, mean, std)


def lets_windows_reach_into_the_next_part(data, length, horizon, target, train, val):
    """Your windows belong to the part in which they begin, and the last reach into the next: split, then window."""
    everything, mean, std = _scaled_by_train(data, train, val)
    X, y = right_supervised(everything, length, horizon, target)
    a, b = np.cumsum([len(part) for part in right_split(data, train, val)])[:2]
    return X[:a], y[:a], X[a:b], y[a:b], X[b:], y[b:], mean, std


def lets_windows_begin_in_the_part_before(data, length, horizon, target, train, val):
    """Your windows belong to the part where their answer lies, and begin in the one before: window each part on its own."""
    everything, mean, std = _scaled_by_train(data, train, val)
    X, y = right_supervised(everything, length, horizon, target)
    a, b = np.cumsum([len(part) for part in right_split(data, train, val)])[:2] - (length - 1 + horizon)
    return X[:a], y[:a], X[a:b], y[a:b], X[b:], y[b:], mean, std


def borrows_rows_from_the_part_before(data, length, horizon, target, train, val):
    """Your later parts begin with the last `length` rows of the one before, so windows straddle the cut: use each alone."""
    everything, mean, std = _scaled_by_train(data, train, val)
    a, b = np.cumsum([len(part) for part in right_split(data, train, val)])[:2]
    return _from([everything[:a], everything[a - length : b], everything[b - length :]], mean, std, length, horizon, target)


def shuffles_before_it_splits(data, length, horizon, target, train, val):
    """You shuffle the windows and then split, so test windows share rows with training windows: split by time first."""
    everything, mean, std = _scaled_by_train(data, train, val)
    X, y = right_supervised(everything, length, horizon, target)
    order = shuffled(len(X))  # one order of many
    return _pairs_split(X[order], y[order], train, val, mean, std)


def hides_the_answer_in_the_window(data, length, horizon, target, train, val):
    """Your answer is the window's own last value, as for horizon 0, so it is among the inputs: hand the horizon on."""
    return reference(data, length, 0, target, train, val)


def ignores_the_horizon(data, length, horizon, target, train, val):
    """You always forecast the next row: hand the horizon on to make_supervised."""
    return reference(data, length, 1, target, train, val)


def ignores_the_target(data, length, horizon, target, train, val):
    """You always forecast the first column: hand `target` on to make_supervised."""
    return reference(data, length, horizon, 0, train, val)


def swaps_length_and_horizon(data, length, horizon, target, train, val):
    """You use length and horizon in each other's place: make_supervised(part, length, horizon, target)."""
    return reference(data, horizon, length, target, train, val)


def leaves_the_answers_unscaled(data, length, horizon, target, train, val):
    """Your y is in the data's units and X is not; y comes out of the scaled table."""
    *pairs, mean, std = reference(data, length, horizon, target, train, val)
    return (*(part * std[target] + mean[target] if n % 2 else part for n, part in enumerate(pairs)), mean, std)


def leaves_the_windows_unscaled(data, length, horizon, target, train, val):
    """Your X is in the data's units and y is not; both come out of the scaled table."""
    *pairs, mean, std = reference(data, length, horizon, target, train, val)
    return (*(part if n % 2 else part * std + mean for n, part in enumerate(pairs)), mean, std)


def forgets_to_scale(data, length, horizon, target, train, val):
    """You measure mean and std but do not use the scaled parts: make the windows of those."""
    parts = right_split(data, train, val)
    return _from(parts, *right_standardize(parts[0])[1:], length, horizon, target)


def scales_only_the_training_part(data, length, horizon, target, train, val):
    """Only your training part is scaled; the others are scaled too, by its mean and std."""
    first, *others = right_split(data, train, val)
    first, mean, std = right_standardize(first)
    return _from([first, *others], mean, std, length, horizon, target)


def measures_the_windows(data, length, horizon, target, train, val):
    """You measure mean and std on the windows, where some rows count many times: measure the training part's rows."""
    pairs = [right_supervised(part, length, horizon, target) for part in right_split(data, train, val)]
    *X, mean, std = scaled(pairs[0][0], [pair[0] for pair in pairs[1:]])
    y = [(pair[1] - mean[target]) / std[target] for pair in pairs]
    return (*(array for pair in zip(X, y, strict=True) for array in pair), mean, std)


def swaps_validation_and_test(data, length, horizon, target, train, val):
    """You return the test pair before the validation pair: the order is train, validation, test."""
    X_train, y_train, X_val, y_val, X_test, y_test, mean, std = reference(data, length, horizon, target, train, val)
    return X_train, y_train, X_test, y_test, X_val, y_val, mean, std


def returns_windows_before_answers(data, length, horizon, target, train, val):
    """You return all X and then all y; each part's X is followed by its y."""
    *pairs, mean, std = reference(data, length, horizon, target, train, val)
    return (*pairs[::2], *pairs[1::2], mean, std)


def returns_pairs(data, length, horizon, target, train, val):
    """You return each (X, y) as a tuple of its own; eight arrays come back side by side."""
    *pairs, mean, std = reference(data, length, horizon, target, train, val)
    return (*zip(pairs[::2], pairs[1::2], strict=True), mean, std)


def returns_no_scaler(data, length, horizon, target, train, val):
    """mean and std are missing: without them no error can be told in the data's units."""
    return reference(data, length, horizon, target, train, val)[:6]
