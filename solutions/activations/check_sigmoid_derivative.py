"""Checks of `sigmoid_derivative`, and the mistakes they recognise (deck 4, "Sigmoid")."""

import numpy as np

from autograder.checks import check, expect_close, expect_follows
from solutions.activations import _probes as probes
from solutions.activations._inputs import numbers
from solutions.activations.reference import sigmoid as right_sigmoid
from solutions.activations.reference import sigmoid_derivative as reference

name = "sigmoid_derivative"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_as_many_numbers(sigmoid_derivative, rng):
    """returns one finite float64 array of the shape of x"""
    probes.form(sigmoid_derivative, reference, rng)


@check(points=1)
def keeps_to_its_argument(sigmoid_derivative, rng):
    """leaves x as it was, and remembers nothing from call to call"""
    probes.no_side_effects(sigmoid_derivative, reference, rng)


@check(points=1)
def is_even(sigmoid_derivative, rng):
    """is 1/4 at 0, 3/16 at ln 3, and the same at -x as at x"""
    expect_close("the answer at 0 and at ln 3", sigmoid_derivative(np.log([[1.0, 3.0]])), np.array([[0.25, 0.1875]]))
    x = numbers(rng, 2, 4)
    expect_close("the slope at -x", sigmoid_derivative(-x), sigmoid_derivative(x))


@check(points=2, public=True)
def follows_the_definition(sigmoid_derivative, rng):
    """is the slope of sigmoid at every number"""
    probes.values(sigmoid_derivative, reference, rng)


@check(points=1, public=True)
def takes_any_shape(sigmoid_derivative, rng):
    """works for one number, a row, and a batch of sequences"""
    probes.small_shapes(sigmoid_derivative, reference, rng)


@check(points=1)
def takes_other_shapes_and_whole_numbers(sigmoid_derivative, rng):
    """works for other shapes, many numbers, none at all, at 0, and for whole numbers"""
    probes.other_shapes(sigmoid_derivative, reference, rng)


@check(points=1)
def survives_large_numbers(sigmoid_derivative, rng):
    """is 0 at -1000 and at 1000"""
    probes.far_out(sigmoid_derivative, reference, rng)


@check(points=1)
def follows_from_your_sigmoid(sigmoid_derivative, sigmoid, rng):
    """is right, given what your own sigmoid answers"""
    own = {"curve": (sigmoid, right_sigmoid)}
    expect_follows(sigmoid_derivative, reference, _slope, own, numbers(rng, 3, 4))


# ------------------------------------------------------------------------------------------------ mistakes


def _slope(x, curve=right_sigmoid):
    """The right slope, by way of this curve."""
    s = curve(x)
    return s * (1 - s)


def takes_the_input_for_the_output(x):
    """You compute x (1 - x); that is the slope if x is σ's output. Here x is the input: σ(x) (1 - σ(x))."""
    return _slope(x, curve=lambda x: x * 1.0)


def squashes_twice(x):
    """You apply sigmoid twice; once is enough: s = σ(x), then s (1 - s)."""
    return _slope(right_sigmoid(x))


def subtracts_the_input(x):
    """You compute σ(x) (1 - x); the second factor is 1 - σ(x)."""
    return right_sigmoid(x) * (1 - x)


def keeps_x_in_front(x):
    """You compute x (1 - σ(x)); the first factor is σ(x), not x."""
    return x * right_sigmoid(-x)


def multiplies_by_x(x):
    """You multiply by x as well; the slope with respect to x is σ(x) (1 - σ(x)), nothing else."""
    return x * _slope(x)


def returns_the_sigmoid(x):
    """That is σ(x) itself; the slope is σ(x) (1 - σ(x))."""
    return right_sigmoid(x)


def forgets_the_first_factor(x):
    """That is 1 - σ(x), which is also e^{-x} / (1 + e^{-x}) without its square; the slope is σ(x) (1 - σ(x))."""
    return right_sigmoid(-x)


def adds_for_subtracting(x):
    """You have σ(x) (1 + σ(x)); it is 1 minus σ(x)."""
    return right_sigmoid(x) * (1 + right_sigmoid(x))


def turns_the_sign(x):
    """Your slope is negative: σ rises everywhere. It is σ (1 - σ), not σ (σ - 1); the minus of e^{-x} counts twice."""
    return -_slope(x)


def squares_the_sigmoid(x):
    """You compute σ(x)², as u / (1 + u)² without its u = e^{-x}; the slope is σ(x) (1 - σ(x))."""
    return right_sigmoid(x) ** 2


def forgets_the_brackets(x):
    """You answer 0 everywhere: σ(x) * 1 - σ(x) is nothing. Put 1 - σ(x) in brackets: σ(x) * (1 - σ(x))."""
    return right_sigmoid(x) * 1 - right_sigmoid(x)


def takes_the_slope_of_tanh(x):
    """You compute 1 - σ(x)², which is tanh's pattern; sigmoid's is σ(x) (1 - σ(x))."""
    return 1 - right_sigmoid(x) ** 2


def squares_inside(x):
    """You compute σ(x) (1 - σ(x)²); nothing is squared: σ(x) (1 - σ(x))."""
    return right_sigmoid(x) * (1 - right_sigmoid(x) ** 2)


def differentiates_tanh(x):
    """That is the slope of tanh, 1 - tanh(x)²; here it is that of sigmoid."""
    return 1 - np.tanh(x) ** 2


def overflows(x):
    """Right on paper, but at -1000 yours is inf / inf, which is nan: compute s = σ(x), then s (1 - s)."""
    return np.exp(-x) / (1 + np.exp(-x)) ** 2


def overflows_on_the_right(x):
    """Right on paper, but at 1000 e^x is inf, and inf / inf is nan: s = 1 / (1 + np.exp(-x)), then s (1 - s)."""
    return np.exp(x) / (1 + np.exp(x)) ** 2


def cuts_whole_numbers(x):
    """Whole numbers get whole numbers from you, so 0.2 becomes 0: np.zeros_like(x) takes x's type; say dtype=float."""
    return probes.as_whole_numbers(reference, x)


def writes_into_x(x):
    """The values are right, but they stand in x itself, which belongs to the caller: compute in a new array."""
    x[...] = reference(x)
    return x
