"""Checks of `relu_derivative`, and the mistakes they recognise (deck 3, "ReLU activation function"; deck 4, "ReLU").

Nothing is asked at 0, where ReLU has no slope.
"""

import numpy as np

from autograder.checks import check, expect_close
from solutions.activations import _probes as probes
from solutions.activations._inputs import numbers
from solutions.activations.reference import relu, sigmoid
from solutions.activations.reference import relu_derivative as reference

name = "relu_derivative"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_as_many_numbers(relu_derivative, rng):
    """returns one finite float64 array of the shape of x"""
    probes.form(relu_derivative, reference, rng)


@check(points=1)
def keeps_to_its_argument(relu_derivative, rng):
    """leaves x as it was, and remembers nothing from call to call"""
    probes.no_side_effects(relu_derivative, reference, rng)


@check(points=1)
def is_active_on_one_side(relu_derivative, rng):
    """the slopes at x and at -x sum to 1, and depend on the sign of x only"""
    x = numbers(rng, 2, 4)
    expect_close("the slope at x plus that at -x", relu_derivative(x) + relu_derivative(-x), np.ones((2, 4)))
    expect_close("the slope at 3x", relu_derivative(3 * x), 1.0 * relu_derivative(x))


@check(points=1, public=True)
def follows_the_definition(relu_derivative, rng):
    """is 1 where x is positive and 0 where it is negative"""
    probes.values(relu_derivative, reference, rng)


@check(points=1, public=True)
def takes_any_shape(relu_derivative, rng):
    """works for one number, a row, and a batch of sequences"""
    probes.small_shapes(relu_derivative, reference, rng)


@check(points=1)
def takes_other_shapes_and_large_numbers(relu_derivative, rng):
    """works for other shapes, many numbers, none at all, at 1000, and for whole numbers"""
    probes.far_out(relu_derivative, reference, rng)
    probes.other_shapes(relu_derivative, reference, rng, zeros=False)


# ------------------------------------------------------------------------------------------------ mistakes


def returns_the_relu(x):
    """That is relu(x) itself; its slope is 1 where x is positive, else 0."""
    return relu(x)


def returns_whole_numbers(x):
    """The values are right, but whole numbers: write 1.0 and 0.0, or add .astype(float)."""
    return np.where(x > 0, 1, 0)


def returns_true_and_false(x):
    """You return True and False; make numbers of them: (x > 0).astype(float)."""
    return np.asarray(x > 0)


def writes_into_x(x):
    """The values are right, but they stand in x itself, which belongs to the caller: compute in a new array."""
    x[x > 0] = 1
    x[x <= 0] = 0
    return x


def writes_ones_into_x_only(x):
    """You put ones into x itself and leave the negative numbers: make a new array, with 1.0 where x > 0, else 0.0."""
    x[x > 0] = 1
    return x


def takes_the_sign(x):
    """You have -1 where x is negative, as np.sign has; ReLU is flat there: 0."""
    return np.sign(x) * 1.0


def turns_the_condition(x):
    """You have 1 where x is negative; it is the other way round: 1 where x > 0."""
    return np.where(x < 0, 1.0, 0.0)


def turns_the_sign(x):
    """You have -1 where x is positive; ReLU rises there: 1."""
    return np.where(x > 0, -1.0, 0.0)


def passes_everything(x):
    """You have 1 everywhere (np.any asks once for all, x != 0 is the wrong question); where x is negative the slope is 0."""
    return np.ones(np.shape(x))


def passes_nothing(x):
    """You have 0 everywhere (a constant's slope?); where x is positive ReLU rises, so its slope is 1."""
    return np.zeros(np.shape(x))


def leaks(x):
    """You have 0.01 where x is negative, which is leaky ReLU's slope; here it is 0."""
    return np.where(x > 0, 1.0, 0.01)


def halves(x):
    """You have 0.5 where x is positive; the slope of x is 1."""
    return np.where(x > 0, 0.5, 0.0)


def keeps_the_negative(x):
    """You have 1 where x is positive, but x itself where it is negative; it is 0 there."""
    return np.where(x > 0, 1.0, x)


def stops_at_six(x):
    """That is ReLU6's slope, 0 again from 6 on; ReLU has no upper bound."""
    return np.where((x > 0) & (x < 6), 1.0, 0.0)


def asks_for_more_than_one(x):
    """You ask for x > 1; the corner is at 0: x > 0."""
    return np.where(x > 1, 1.0, 0.0)


def smooths_the_corner(x):
    """That is sigmoid, the slope of softplus; ReLU has a corner: 1 where x > 0, else 0."""
    return sigmoid(x)


def asks_one_question(x):
    """`if x > 0` asks one question of a whole array; number by number it is np.where(x > 0, 1.0, 0.0)."""
    return probes.asked_once(x, 1.0, 0.0)


def asks_one_question_and_counts(x):
    """`if x > 0` asks one question of a whole array, and 1 is no float: np.where(x > 0, 1.0, 0.0) goes number by number."""
    return probes.asked_once(x, 1, 0)
