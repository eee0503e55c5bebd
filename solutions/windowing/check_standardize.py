"""Checks of `standardize`, and the mistakes they recognise: nothing but the training part may be measured."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.windowing._scalers import all_rows, scaled
from solutions.windowing._series import series, windows
from solutions.windowing.reference import standardize as reference

name = "standardize"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise
NAMES = ("scaled train", "scaled validation", "scaled test", "mean", "std")


def _parts(rng, F=3):
    data = series(rng, 15, F)
    return data[:8], data[8:11], data[11:]


@check(points=1, public=True)
def returns_parts_and_scaler(standardize, rng):
    """returns all parts scaled, in the order given, then mean and std of shape (F,), all float64"""
    args = _parts(rng, F=2)
    expect_contract(NAMES, standardize(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(standardize, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(standardize, reference, _parts(rng), _parts(rng))


@check(points=1)
def knows_nothing_of_the_others(standardize, rng):
    """the training part gets mean 0 and standard deviation 1, and no other part has a say in mean and std"""
    train, val, test = _parts(rng)
    alone, *_ = standardize(train)
    expect_close("the mean of scaled train", np.mean(alone, axis=0), np.zeros(3))
    expect_close("the standard deviation of scaled train", np.std(alone, axis=0), np.ones(3))
    for others in ((val, test), (100 * val, test - 50), (test,)):
        answer = standardize(train, *others)
        expect_close(("scaled train", "mean", "std"), (answer[0], *answer[-2:]), (alone, *reference(train)[1:]))
        expect_close("the others", tuple(answer[1:-2]), reference(train, *others)[1:-2])


@check(points=2, public=True)
def scales_by_the_training_part(standardize, rng):
    """every part is (part - mean) / std, with mean and std of each feature of the first part"""
    data = series(rng, 9, 2)
    expect_answer(standardize, reference, data[:5], data[5:7], data[7:])


@check(points=1)
def takes_windows_too(standardize, rng):
    """for windows, too, there is one mean and one std per feature, over all windows and time steps"""
    expect_answer(standardize, reference, windows(rng, 6, 4, 3), windows(rng, 2, 4, 3))
    expect_answer(standardize, reference, windows(rng, 3, 5, 2), windows(rng, 4, 5, 2), windows(rng, 1, 5, 2))


@check(points=2)
def takes_any_size(standardize, rng):
    """works for one part, for many parts, one feature, long series, and whole numbers"""
    expect_answer(standardize, reference, series(rng, 7, 2))
    expect_answer(standardize, reference, series(rng, 6, 1), *(series(rng, n, 1) for n in (1, 2, 3, 4)))
    expect_answer(standardize, reference, series(rng, 300, 4), 100 * series(rng, 3, 4))
    expect_answer(standardize, reference, np.rint(10 * series(rng, 9)).astype(int), np.rint(10 * series(rng, 4)).astype(int))


# ------------------------------------------------------------------------------------------------ mistakes


def fits_on_everything(train, *others):
    """Your mean and std are those of all parts together, so the scaler knows the future: measure the first part only."""
    return scaled(train, others, fit=all_rows)


def fits_on_the_last_part(train, *others):
    """Your mean and std are those of the last part; they are measured on the first."""
    return scaled(train, others, fit=lambda train, others: (train, *others)[-1])


def fits_each_part_alone(train, *others):
    """You scale each part by its own mean and std; all are scaled by those of the first part, or they cannot be compared."""
    return (*(scaled(part, ())[0] for part in (train, *others)), *reference(train)[-2:])


def leaves_the_others_as_they_are(train, *others):
    """You scale the first part only; the others are scaled too, by its mean and std."""
    first, mean, std = reference(train)
    return (first, *(part.astype(float) for part in others), mean, std)


def measures_after_scaling(train, *others):
    """You scale train and then measure it again, so mean is 0 and std is 1 for the others: keep the first mean and std."""
    first, _, _ = reference(train)
    return (first, *reference(first, *others)[1:])


def returns_the_first_part_only(train, *others):
    """The other parts do not come back: return all of them, scaled, and then mean and std."""
    return reference(train)


def returns_no_scaler(train, *others):
    """mean and std are missing: without them nobody can undo the scaling."""
    return reference(train, *others)[:-2]


def returns_others_as_a_list(train, *others):
    """The other parts come back in one list; return them one after the other: return (*scaled, mean, std)."""
    first, *rest, mean, std = reference(train, *others)
    return first, rest, mean, std


def puts_the_scaler_first(train, *others):
    """You return mean and std first; they come last."""
    *parts, mean, std = reference(train, *others)
    return (mean, std, *parts)


def swaps_mean_and_std(train, *others):
    """You return std before mean; mean comes first."""
    *parts, mean, std = reference(train, *others)
    return (*parts, std, mean)


def divides_by_the_variance(train, *others):
    """You divide by the variance; divide by its square root, the standard deviation."""
    return scaled(train, others, spread=np.var)


def divides_by_n_minus_one(train, *others):
    """Your std divides by one less than the number of values (ddof=1, as pandas does); np.std divides by their number."""
    return scaled(train, others, spread=lambda rows, axis: np.std(rows, axis=axis, ddof=1))


def forgets_to_centre(train, *others):
    """You divide by std but do not subtract the mean: (part - mean) / std."""
    return scaled(train, others, scale=lambda part, mean, std: part / std)


def forgets_the_brackets(train, *others):
    """Your division comes before the subtraction; brackets are missing: (part - mean) / std."""
    return scaled(train, others, scale=lambda part, mean, std: part - mean / std)


def forgets_to_divide(train, *others):
    """You subtract the mean but do not divide by std: (part - mean) / std."""
    return scaled(train, others, scale=lambda part, mean, std: part - mean)


def multiplies_by_std(train, *others):
    """You multiply by std, as for the way back; here it is (part - mean) / std."""
    return scaled(train, others, scale=lambda part, mean, std: (part - mean) * std)


def adds_the_mean(train, *others):
    """You add the mean; it is subtracted: (part - mean) / std."""
    return scaled(train, others, scale=lambda part, mean, std: (part + mean) / std)


def scales_to_0_and_1(train, *others):
    """You scale to the range from 0 to 1, by minimum and maximum; here it is mean 0 and standard deviation 1."""
    return scaled(train, others, centre=np.min, spread=np.ptp)


def divides_by_the_range(train, *others):
    """You divide by maximum - minimum; divide by the standard deviation."""
    return scaled(train, others, spread=np.ptp)


def uses_median_and_quartiles(train, *others):
    """You subtract the median; it is the mean that is subtracted."""
    return scaled(train, others, centre=np.median)


def mixes_the_features(train, *others):
    """You take one mean and one std over all features; each feature has its own: axis=0 for a table."""
    return scaled(train, others, axes=lambda part: None)


def mixes_the_features_of_a_column_each(train, *others):
    """All features get the same mean and std, those of all numbers together; each feature has its own."""
    mean, std = (np.full(train.shape[-1], number) for number in (train.mean(), train.std()))
    return (*((part - mean) / std for part in (train, *others)), mean, std)


def keeps_time_apart(train, *others):
    """For windows you take a mean for every time step; there is one per feature, over all axes but the last."""
    return scaled(train, others, axes=lambda part: 0)


def writes_into_its_arguments(train, *others):
    """You scale inside the caller's arrays (-= and /=), which changes them: make new ones, (part - mean) / std."""
    answer = reference(train, *others)
    for part, new in zip((train, *others), answer, strict=False):
        part[...] = new
    return answer
