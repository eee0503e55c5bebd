"""Checks of `softmax`, and the mistakes they recognise (deck 4, "Transformers (BERT)")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.attention._inputs import far_apart, scores, whole_numbers
from solutions.attention.reference import softmax as reference

name = "softmax"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_the_same_shape(softmax, rng):
    """returns a finite float64 array of the shape of x"""
    x = scores(rng, 3, 4)
    expect_contract("the answer", softmax(x), reference(x))


@check(points=1)
def keeps_to_its_arguments(softmax, rng):
    """leaves its argument as it was, and remembers nothing from call to call"""
    expect_steady(softmax, reference, (scores(rng, 3, 4),), (scores(rng, 3, 4),))


@check(points=1)
def sees_differences_only(softmax, rng):
    """stays the same if a number is added to a row; two scores get the sigmoid of their difference"""
    x = scores(rng, 5, 2)
    first = 1 / (1 + np.exp(x[:, 1] - x[:, 0]))
    for moved in (x, x + rng.normal(0, 9, (5, 1))):
        expect_close("the answer", softmax(moved), np.stack([first, 1 - first], axis=1))


@check(points=2, public=True)
def weighs_each_row(softmax, rng):
    """each row holds e to the power of its scores, divided by their sum"""
    for shape in ((3, 4), (3, 3), (2, 3, 4)):
        expect_answer(softmax, reference, scores(rng, *shape))


@check(points=1)
def takes_any_size(softmax, rng):
    """works for one axis and for many, one score, one row, many rows, and whole numbers"""
    for shape in ((4,), (1,), (3, 1), (1, 3), (5, 5), (2, 3, 4, 5), (3, 3, 3), (2, 1, 2, 1, 3), (60, 40), (2, 500)):
        expect_answer(softmax, reference, scores(rng, *shape))
    for shape in ((4,), (3, 5)):
        expect_answer(softmax, reference, *whole_numbers(scores(rng, *shape)))


@check(points=2)
def survives_large_numbers(softmax, rng):
    """stays finite and right at scores of 1000 and of -1000, of one level in a row or of both"""
    x = np.rint(8 * scores(rng, 4, 3)) / 8
    low = -700.0 - np.arange(4)[:, None]
    levels = np.array([[1000.0], [-1000.0], [0.0], [-1000.0]])
    whole = np.array([[1000, -1000, 0]])
    for large in (x + 1000, x - 1000, x + levels, x + low, (x + levels).T, far_apart(rng, 6, 5), whole):
        expect_answer(softmax, reference, large)


# ------------------------------------------------------------------------------------------------ mistakes


def _weights(x, raised=np.exp, taken=lambda x: x.max(axis=-1, keepdims=True),
             total=lambda e: e.sum(axis=-1, keepdims=True)):
    """The right weights; taken: what is subtracted first; raised: the exponential; total: what is divided by."""
    e = raised(x - taken(x))
    return e / total(e)


def normalises_the_first_axis(x):
    """Your columns add up to 1; it is the last axis that must: sum with axis=-1."""
    return _weights(x, total=lambda e: e.sum(axis=0, keepdims=True), taken=lambda x: x.max(axis=0, keepdims=True))


def sums_the_first_axis(x):
    """You subtract the largest of each row but divide by the sum of a column: both go along the last axis, axis=-1."""
    return _weights(x, total=lambda e: e.sum(axis=0, keepdims=True))


def normalises_axis_1(x):
    """You take axis 1, which is the last one only of two: write axis=-1, so that x may have any number of axes."""
    return _weights(x, taken=lambda x: x.max(axis=1, keepdims=True), total=lambda e: e.sum(axis=1, keepdims=True))


def normalises_everything(x):
    """All numbers together add up to 1; each row must: sum along the last axis, axis=-1, with keepdims=True."""
    return _weights(x, taken=np.max, total=np.sum)


def divides_by_the_sum_of_all(x):
    """You subtract the largest of each row but divide by the sum of all: sum each row, axis=-1, keepdims=True."""
    return _weights(x, total=np.sum)


def forgets_keepdims(x):
    """Without keepdims=True the largest number, or the sum, of a row meets the wrong numbers, or none: keep the axis."""
    return _weights(x, taken=lambda x: x.max(axis=-1), total=lambda e: e.sum(axis=-1))


def sums_without_keepdims(x):
    """Your sum has lost its axis, so that rows are divided by the sums of other rows: sum with keepdims=True."""
    return _weights(x, total=lambda e: e.sum(axis=-1))


def overflows(x):
    """Your exponential overflows at 1000 and all vanish at -1000: subtract the largest number of each row first."""
    return _weights(x, taken=lambda x: 0)


def subtracts_the_largest_of_all(x):
    """You subtract the largest number of the whole array, so that a row far below it becomes 0 / 0: take each row's own."""
    return _weights(x, taken=np.max)


def subtracts_the_largest_of_each_column(x):
    """You subtract the largest of each column; within a row all must lose the same number, the largest of that row."""
    return _weights(x, taken=lambda x: x.max(axis=0, keepdims=True))


def subtracts_the_mean(x):
    """You subtract the mean (or the least) of a row, and the rest still overflows: subtract its largest number."""
    return _weights(x, taken=lambda x: x.mean(axis=-1, keepdims=True))


def divides_by_the_largest(x):
    """You divide the scores by the largest of the row; only a difference leaves the weights as they are: subtract it."""
    return _weights(x / x.max(axis=-1, keepdims=True))


def clips_the_scores(x):
    """You clip large scores, which makes them alike: subtract the largest of the row instead, that changes no weight."""
    return _weights(np.clip(x, -500, 500))


def leaves_out_the_exponential(x):
    """The exponential is missing: negative scores would give negative weights; it is exp(x) / sum of exp(x)."""
    return x / x.sum(axis=-1, keepdims=True)


def returns_the_exponentials(x):
    """You return the exponentials; subtract the largest of the row before, and divide by the sum of the row after."""
    return np.exp(x)


def forgets_to_divide(x):
    """The largest weight of each row is 1: divide the exponentials by the sum of their row (not by the largest of them)."""
    return _weights(x, total=lambda e: 1)


def divides_by_the_count(x):
    """You divide by how many there are, a mean; divide by the sum of the exponentials of the row."""
    return _weights(x, total=lambda e: e.shape[-1])


def divides_by_the_length(x):
    """You divide by the root of the sum of squares; the weights themselves must add up to 1: divide by their sum."""
    return _weights(x, total=lambda e: np.sqrt((e**2).sum(axis=-1, keepdims=True)))


def sums_before_the_exponential(x):
    """You divide by the exponential of the sum; it is the sum of the exponentials."""
    return np.exp(x) / np.exp(x.sum(axis=-1, keepdims=True))


def raises_two(x):
    """You use powers of 2; softmax has e: np.exp."""
    return _weights(x, raised=np.exp2)


def turns_the_sign_round(x):
    """The largest score gets the least weight: it is exp(x), without a minus."""
    return _weights(-x)


def squashes_each_alone(x):
    """That is a sigmoid of each number alone; softmax compares the numbers of a row, which add up to 1."""
    return np.where(x < 0, np.exp(-np.abs(x)), 1) / (1 + np.exp(-np.abs(x)))


def takes_the_largest_only(x):
    """The largest score gets all the weight; softmax is soft: the others get some as well."""
    return (x == x.max(axis=-1, keepdims=True)).astype(float)


def returns_logarithms(x):
    """You return the logarithms of the weights (log-softmax)."""
    shifted = x - x.max(axis=-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))


def keeps_whole_numbers(x):
    """With whole numbers your weights are cut to 0 and 1: zeros_like takes over the dtype. Use a new float array."""
    return _weights(x).astype(x.dtype)


def subtracts_in_place(x):
    """x -= ... changes the caller's array: write x = x - ..., which makes a new one."""
    x -= x.max(axis=-1, keepdims=True)
    return _weights(x)
