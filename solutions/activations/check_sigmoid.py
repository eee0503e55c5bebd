"""Checks of `sigmoid`, and the mistakes they recognise (deck 4, "Sigmoid")."""

import math

import numpy as np

from autograder.checks import check, expect_close
from solutions.activations import _probes as probes
from solutions.activations._inputs import numbers
from solutions.activations.reference import sigmoid as reference

name = "sigmoid"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_as_many_numbers(sigmoid, rng):
    """returns one finite float64 array of the shape of x"""
    probes.form(sigmoid, reference, rng)


@check(points=1)
def keeps_to_its_argument(sigmoid, rng):
    """leaves x as it was, and remembers nothing from call to call"""
    probes.no_side_effects(sigmoid, reference, rng)


@check(points=1)
def is_symmetric(sigmoid, rng):
    """is 1/2 at 0 and 3/4 at ln 3, and σ(-x) is 1 - σ(x)"""
    expect_close("the answer at 0 and at ln 3", sigmoid(np.log([[1.0, 3.0]])), np.array([[0.5, 0.75]]))
    x = numbers(rng, 2, 4)
    expect_close("σ(-x)", sigmoid(-x), 1 - sigmoid(x))


@check(points=2, public=True)
def follows_the_definition(sigmoid, rng):
    """is 1 / (1 + e^{-x}) for every number"""
    probes.values(sigmoid, reference, rng)


@check(points=1, public=True)
def takes_any_shape(sigmoid, rng):
    """works for one number, a row, and a batch of sequences"""
    probes.small_shapes(sigmoid, reference, rng)


@check(points=1)
def takes_other_shapes_and_whole_numbers(sigmoid, rng):
    """works for other shapes, many numbers, none at all, at 0, and for whole numbers"""
    probes.other_shapes(sigmoid, reference, rng)


@check(points=1)
def survives_large_numbers(sigmoid, rng):
    """is 0 at -1000 and 1 at 1000"""
    probes.far_out(sigmoid, reference, rng)


# ------------------------------------------------------------------------------------------------ mistakes


def forgets_the_minus(x):
    """You have e^x where e^{-x} belongs, which turns the curve round: 1 / (1 + np.exp(-x))."""
    return reference(-x)


def overflows(x):
    """Right on paper, but at 1000 your form is inf / inf, which is nan: 1 / (1 + np.exp(-x)) has no such place."""
    return np.exp(x) / (1 + np.exp(x))


def divides_too_early(x):
    """You compute 1 + e^{-x}: 1 / 1 + a is (1 / 1) + a. Divide, with the denominator in brackets: 1 / (1 + np.exp(-x))."""
    return 1 + np.exp(-x)


def forgets_the_one(x):
    """The 1 in the denominator is missing: 1 / np.exp(-x) is e^x, without a bound; it is 1 / (1 + np.exp(-x))."""
    return np.exp(x)


def subtracts_in_the_denominator(x):
    """Your denominator is 1 - e^{-x}; it is a sum: 1 / (1 + np.exp(-x))."""
    return 1 / (1 - np.exp(-x))


def takes_the_tanh(x):
    """That is tanh, between -1 and 1; a sigmoid lies between 0 and 1."""
    return np.tanh(x)


def forgets_to_halve(x):
    """That is σ(2x): by way of tanh it is (1 + tanh(x / 2)) / 2, with x halved."""
    return reference(2 * x)


def stretches_the_sigmoid(x):
    """That is 2σ(x) - 1, between -1 and 1; a sigmoid lies between 0 and 1: 1 / (1 + np.exp(-x))."""
    return 2 * reference(x) - 1


def returns_the_derivative(x):
    """That is the slope, σ(x) (1 - σ(x)), which comes in exercise 4; here it is σ(x) itself."""
    return reference(x) * reference(-x)


def takes_the_softmax(x):
    """That is a softmax: your numbers share a sum of 1 in each row. Sigmoid looks at each number alone."""
    e = np.exp(x)
    return e / e.sum(axis=-1, keepdims=True)


def takes_the_softmax_of_everything(x):
    """That is a softmax over the whole array, all numbers sum to 1. Sigmoid looks at each number alone."""
    return np.exp(x) / np.exp(x).sum()


def decides(x):
    """You round to 0 or 1; a sigmoid answers with everything in between: 1 / (1 + np.exp(-x))."""
    return (x > 0) * 1.0


def multiplies_by_x(x):
    """That is x times sigmoid, called swish or SiLU; the numerator is 1: 1 / (1 + np.exp(-x))."""
    return x * reference(x)


def draws_straight_lines(x):
    """That is Keras's hard sigmoid, three straight lines; the curve is 1 / (1 + np.exp(-x))."""
    return np.clip(x / 6 + 0.5, 0, 1)


def takes_the_logarithm(x):
    """That is the logarithm of sigmoid; leave it out: 1 / (1 + np.exp(-x))."""
    return -np.logaddexp(0, -x)


def takes_one_number_only(x):
    """math.exp takes one number; for a whole array it is np.exp."""
    return probes.one_by_one(lambda number: 1 / (1 + math.exp(-number)), x)


def cuts_whole_numbers(x):
    """Whole numbers get whole numbers from you, so 0.75 becomes 0: np.zeros_like(x) takes x's type; say dtype=float."""
    return probes.as_whole_numbers(reference, x)


def writes_into_x(x):
    """The values are right, but they stand in x itself, which belongs to the caller: compute in a new array."""
    x[...] = reference(x)
    return x
