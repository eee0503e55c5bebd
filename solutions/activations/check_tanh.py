"""Checks of `tanh`, and the mistakes they recognise (deck 4, "Tanh")."""

import math

import numpy as np

from autograder.checks import check, expect_close
from solutions.activations import _probes as probes
from solutions.activations._inputs import numbers
from solutions.activations.reference import sigmoid
from solutions.activations.reference import tanh as reference

name = "tanh"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_as_many_numbers(tanh, rng):
    """returns one finite float64 array of the shape of x"""
    probes.form(tanh, reference, rng)


@check(points=1)
def keeps_to_its_argument(tanh, rng):
    """leaves x as it was, and remembers nothing from call to call"""
    probes.no_side_effects(tanh, reference, rng)


@check(points=1)
def is_odd(tanh, rng):
    """is 0 at 0 and 0.8 at ln 3, and tanh(-x) is -tanh(x)"""
    expect_close("the answer at 0 and at ln 3", tanh(np.log([[1.0, 3.0]])), np.array([[0.0, 0.8]]))
    x = numbers(rng, 2, 4)
    expect_close("tanh(-x)", tanh(-x), 0.0 - tanh(x))


@check(points=2, public=True)
def follows_the_definition(tanh, rng):
    """is (e^{2x} - 1) / (e^{2x} + 1) for every number"""
    probes.values(tanh, reference, rng)


@check(points=1, public=True)
def takes_any_shape(tanh, rng):
    """works for one number, a row, and a batch of sequences"""
    probes.small_shapes(tanh, reference, rng)


@check(points=1)
def takes_other_shapes_and_whole_numbers(tanh, rng):
    """works for other shapes, many numbers, none at all, at 0, and for whole numbers"""
    probes.other_shapes(tanh, reference, rng)


@check(points=1)
def survives_large_numbers(tanh, rng):
    """is -1 at -1000 and 1 at 1000"""
    probes.far_out(tanh, reference, rng)


# ------------------------------------------------------------------------------------------------ mistakes


def overflows_like_the_slide(x):
    """Deck 4's formula: right on paper, but from x = 355 on it is inf / inf, which is nan. Use np.tanh, or 2σ(2x) - 1."""
    return (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1)


def overflows_on_the_left(x):
    """Right on paper, but below x = -355 yours is -inf / inf, which is nan. Use np.tanh, or 2σ(2x) - 1."""
    return (1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x))


def overflows_on_both_sides(x):
    """Right on paper, but sinh and cosh (e^x ± e^{-x}) are inf at 1000, and inf / inf is nan. Use np.tanh, or 2σ(2x) - 1."""
    return np.sinh(x) / np.cosh(x)


def forgets_the_two(x):
    """That is tanh(x / 2), or (e^x - 1) / (e^x + 1), or 2σ(x) - 1: the 2 in front of x is missing, e^{2x} and 2σ(2x) - 1."""
    return np.tanh(x / 2)


def doubles_too_often(x):
    """That is tanh(2x): one doubling of x is enough, e^{2x} in the fraction, or 2σ(2x) - 1."""
    return np.tanh(2 * x)


def loses_the_exponent(x):
    """You compute e² times x; the exponent is all of 2x: np.exp(2 * x)."""
    return (np.exp(2) * x - 1) / (np.exp(2) * x + 1)


def forgets_the_brackets(x):
    """Division comes first, so e^{2x} - 1 / e^{2x} + 1 is something else: put numerator and denominator in brackets."""
    return np.exp(2 * x) - np.exp(-2 * x) + 1


def swaps_the_signs(x):
    """Plus and minus are swapped: e^{2x} - 1 stands above, e^{2x} + 1 below (sinh over cosh, not cosh over sinh)."""
    return np.where(x == 0, np.inf, 1 / np.where(x == 0, 1, np.tanh(x)))


def turns_the_sign(x):
    """You have the curve upside down: tanh(x) has the sign of x."""
    return -np.tanh(x)


def takes_the_sigmoid(x):
    """That is the sigmoid, between 0 and 1; tanh lies between -1 and 1: it is 2σ(2x) - 1."""
    return sigmoid(x)


def forgets_to_move_down(x):
    """That is σ(2x), between 0 and 1: stretch it and move it down, 2σ(2x) - 1."""
    return sigmoid(2 * x)


def forgets_to_subtract_one(x):
    """That is 2σ(2x), between 0 and 2; 1 is still to be subtracted."""
    return 2 * sigmoid(2 * x)


def forgets_to_stretch(x):
    """That is σ(2x) - 1, between -1 and 0; the sigmoid is stretched to twice its height first: 2σ(2x) - 1."""
    return sigmoid(2 * x) - 1


def takes_the_sign(x):
    """That is -1 or 1; tanh answers with everything in between."""
    return np.sign(x) * 1.0


def takes_the_sinh(x):
    """That is sinh, the numerator, without a bound: divide by cosh, or use np.tanh."""
    return np.sinh(x)


def takes_the_tangent(x):
    """That is the tangent of an angle, np.tan; the hyperbolic one is np.tanh."""
    return np.tan(x)


def takes_the_arctangent(x):
    """That is np.arctan, which approaches ±π/2; tanh approaches ±1."""
    return np.arctan(x)


def draws_straight_lines(x):
    """You cut x off at -1 and 1; tanh bends towards them: use np.tanh, or 2σ(2x) - 1."""
    return np.clip(x, -1.0, 1.0)


def returns_the_derivative(x):
    """That is the slope, 1 - tanh(x)², which comes in exercise 5; here it is tanh(x) itself."""
    return 1 - np.tanh(x) ** 2


def takes_one_number_only(x):
    """Functions of module math take one number; for a whole array it is np.tanh, or np.exp."""
    return probes.one_by_one(math.tanh, x)


def cuts_whole_numbers(x):
    """Whole numbers get whole numbers from you, so 0.8 becomes 0: np.zeros_like(x) takes x's type; say dtype=float."""
    return probes.as_whole_numbers(reference, x)


def writes_into_x(x):
    """The values are right, but they stand in x itself, which belongs to the caller: compute in a new array."""
    x[...] = np.tanh(x)
    return x
