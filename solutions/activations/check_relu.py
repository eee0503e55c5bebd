"""Checks of `relu`, and the mistakes they recognise (deck 4, "ReLU").

Whole numbers may come back as whole numbers here: `np.maximum(0, x)`, the slide word for word, does that.
"""

import numpy as np

from autograder.checks import check, expect_close
from solutions.activations import _probes as probes
from solutions.activations._inputs import numbers
from solutions.activations.reference import relu as reference

name = "relu"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_as_many_numbers(relu, rng):
    """returns one finite float64 array of the shape of x"""
    probes.form(relu, reference, rng)


@check(points=1)
def keeps_to_its_argument(relu, rng):
    """leaves x as it was, and remembers nothing from call to call"""
    probes.no_side_effects(relu, reference, rng)


@check(points=1)
def splits_x(relu, rng):
    """relu(x) - relu(-x) is x, and twice the input gives twice the output"""
    x = numbers(rng, 2, 4)
    expect_close("relu(x) - relu(-x)", relu(x) - relu(-x), x)
    expect_close("relu(2x)", relu(2 * x), 2 * relu(x))


@check(points=1, public=True)
def follows_the_definition(relu, rng):
    """is max(0, x) for every number"""
    probes.values(relu, reference, rng)


@check(points=1, public=True)
def takes_any_shape(relu, rng):
    """works for one number, a row, and a batch of sequences"""
    probes.small_shapes(relu, reference, rng)


@check(points=1)
def takes_other_shapes_and_large_numbers(relu, rng):
    """works for other shapes, many numbers, none at all, at 0, at 1000, and for whole numbers"""
    probes.far_out(relu, reference, rng)
    probes.other_shapes(relu, reference, rng, floats=False)


# ------------------------------------------------------------------------------------------------ mistakes


def writes_into_x(x):
    """The values are right, but you put the zeros into x itself (x[x < 0] = 0), and it is the caller's: make a new array."""
    x[x < 0] = 0
    return x


def returns_x(x):
    """You return x as it came; what is negative becomes 0: np.maximum(0, x)."""
    return x


def leaks(x):
    """Negative numbers come out as 0.01 times x, which is leaky ReLU; here they become 0."""
    return np.where(x > 0, x, 0.01 * x)


def bends(x):
    """Negative numbers come out as e^x - 1, which is ELU; here they become 0."""
    return np.where(x > 0, x, np.expm1(np.minimum(x, 0)))


def takes_the_size(x):
    """That is the absolute value; negative numbers become 0, not positive: np.maximum(0, x)."""
    return np.abs(x)


def takes_the_minimum(x):
    """You keep what is negative; keep what is positive: the larger of 0 and x, np.maximum(0, x)."""
    return np.minimum(0, x)


def turns_x_round(x):
    """That is max(0, -x): you keep what is negative, without its sign; keep what is positive."""
    return np.maximum(0, -x)


def takes_the_largest_of_a_column(x):
    """np.max(x, 0) is the largest number along axis 0, one for each column; number by number it is np.maximum(x, 0)."""
    return np.max(x, axis=0) if np.ndim(x) else x


def takes_the_largest_of_all(x):
    """One number came: np.max looks for the largest of all; number by number it is np.maximum(0, x)."""
    return np.max(x, initial=0.0)


def asks_one_question(x):
    """max(0, x) and `if x > 0` ask one question of a whole array; number by number it is np.maximum(0, x), or np.where."""
    return probes.asked_once(x, x, 0.0)


def drops_the_negative(x):
    """x[x > 0] holds the positive numbers only, in one row; the negative ones keep their places and become 0."""
    return x[x > 0]


def returns_the_derivative(x):
    """That is the slope, 0 or 1, which comes in exercise 6; positive numbers stay as they are."""
    return np.where(x > 0, 1.0, 0.0)


def smooths_the_corner(x):
    """That is softplus, log(1 + e^x), which is smooth and always positive; ReLU has a corner: np.maximum(0, x)."""
    return np.logaddexp(0, x)


def multiplies_by_the_sigmoid(x):
    """That is x times sigmoid, called swish or SiLU; ReLU has a corner: np.maximum(0, x)."""
    return 0.5 * x * (1 + np.tanh(x / 2))


def stops_at_six(x):
    """That is ReLU6: you cut off at 6 as well; ReLU has no upper bound."""
    return np.clip(x, 0, 6)


def stops_at_one(x):
    """You cut off at 1 as well; ReLU has no upper bound."""
    return np.clip(x, 0, 1)
