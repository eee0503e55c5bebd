"""Checks of `tanh_derivative`, and the mistakes they recognise (deck 4, "Tanh")."""

import numpy as np

from autograder.checks import check, expect_close, expect_follows
from solutions.activations import _probes as probes
from solutions.activations._inputs import numbers
from solutions.activations.reference import sigmoid
from solutions.activations.reference import tanh as right_tanh
from solutions.activations.reference import tanh_derivative as reference

name = "tanh_derivative"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_as_many_numbers(tanh_derivative, rng):
    """returns one finite float64 array of the shape of x"""
    probes.form(tanh_derivative, reference, rng)


@check(points=1)
def keeps_to_its_argument(tanh_derivative, rng):
    """leaves x as it was, and remembers nothing from call to call"""
    probes.no_side_effects(tanh_derivative, reference, rng)


@check(points=1)
def is_even(tanh_derivative, rng):
    """is 1 at 0, 0.36 at ln 3, and the same at -x as at x"""
    expect_close("the answer at 0 and at ln 3", tanh_derivative(np.log([[1.0, 3.0]])), np.array([[1.0, 0.36]]))
    x = numbers(rng, 2, 4)
    expect_close("the slope at -x", tanh_derivative(-x), tanh_derivative(x))


@check(points=2, public=True)
def follows_the_definition(tanh_derivative, rng):
    """is the slope of tanh at every number"""
    probes.values(tanh_derivative, reference, rng)


@check(points=1, public=True)
def takes_any_shape(tanh_derivative, rng):
    """works for one number, a row, and a batch of sequences"""
    probes.small_shapes(tanh_derivative, reference, rng)


@check(points=1)
def takes_other_shapes_and_whole_numbers(tanh_derivative, rng):
    """works for other shapes, many numbers, none at all, at 0, and for whole numbers"""
    probes.other_shapes(tanh_derivative, reference, rng)


@check(points=1)
def survives_large_numbers(tanh_derivative, rng):
    """is 0 at -1000 and at 1000"""
    probes.far_out(tanh_derivative, reference, rng)


@check(points=1)
def follows_from_your_tanh(tanh_derivative, tanh, rng):
    """is right, given what your own tanh answers"""
    own = {"curve": (tanh, right_tanh)}
    expect_follows(tanh_derivative, reference, _slope, own, numbers(rng, 3, 4))


# ------------------------------------------------------------------------------------------------ mistakes


def _slope(x, curve=right_tanh):
    """The right slope, by way of this curve."""
    return 1 - curve(x) ** 2


def forgets_the_square(x):
    """You compute 1 - tanh(x); the square is missing: 1 - tanh(x)²."""
    return 1 - np.tanh(x)


def doubles_for_squaring(x):
    """You compute 1 - 2 tanh(x); a square is ** 2, not * 2."""
    return 1 - 2 * np.tanh(x)


def squares_the_input(x):
    """You compute 1 - tanh(x²); the square belongs to the value: 1 - tanh(x) ** 2."""
    return _slope(x, curve=lambda x: np.sqrt(np.tanh(x * x)))


def squares_too_much(x):
    """You compute (1 - tanh(x))²; only the tanh is squared: 1 - tanh(x) ** 2."""
    return (1 - np.tanh(x)) ** 2


def takes_the_input_for_the_output(x):
    """You compute 1 - x²; that is the slope if x is tanh's output. Here x is the input: 1 - tanh(x)²."""
    return _slope(x, curve=lambda x: x * 1.0)


def squashes_twice(x):
    """You apply tanh twice; once is enough: t = tanh(x), then 1 - t²."""
    return _slope(np.tanh(x))


def adds_for_subtracting(x):
    """You compute 1 + tanh(x)²; it is 1 minus the square."""
    return 1 + np.tanh(x) ** 2


def turns_the_sign(x):
    """Your slope is negative: tanh rises everywhere. It is 1 - tanh(x)², not tanh(x)² - 1."""
    return -_slope(x)


def forgets_the_one(x):
    """That is tanh(x)²; the slope is 1 minus that."""
    return np.tanh(x) ** 2


def returns_the_tanh(x):
    """That is tanh(x) itself; the slope is 1 - tanh(x)²."""
    return np.tanh(x)


def multiplies_by_the_rest(x):
    """You compute tanh(x) (1 - tanh(x)), which is sigmoid's pattern; for tanh it is 1 - tanh(x)²."""
    return np.tanh(x) * (1 - np.tanh(x))


def multiplies_by_the_value(x):
    """You compute tanh(x) (1 - tanh(x)²); leave out the factor in front."""
    return np.tanh(x) * _slope(x)


def multiplies_by_x(x):
    """You multiply by x as well; the slope with respect to x is 1 - tanh(x)², nothing else."""
    return x * _slope(x)


def differentiates_sigmoid(x):
    """That is the slope of sigmoid, σ(x) (1 - σ(x)); here it is that of tanh, 1 - tanh(x)²."""
    return sigmoid(x) * sigmoid(-x)


def squares_the_sigmoid(x):
    """You compute 1 - σ(x)²; the curve is tanh: 1 - tanh(x)²."""
    return _slope(x, curve=sigmoid)


def forgets_the_two(x):
    """That is the slope of tanh with e^x in place of e^{2x}: 1 - tanh(x / 2)². It is 1 - tanh(x)²."""
    return _slope(x / 2)


def forgets_to_square_the_cosh(x):
    """That is 1 / cosh(x); the slope is 1 / cosh(x)², which is 1 - tanh(x)²."""
    return 1 / np.cosh(x)


def overflows_like_the_slide(x):
    """Right on paper, but from x = 355 on e^{2x} is inf, and inf / inf is nan: compute t = np.tanh(x), then 1 - t²."""
    return _slope(x, curve=lambda x: (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1))


def overflows_on_the_left(x):
    """Right on paper, but below x = -355 e^{-2x} is inf, and inf / inf is nan: compute t = np.tanh(x), then 1 - t²."""
    return _slope(x, curve=lambda x: (1 - np.exp(-2 * x)) / (1 + np.exp(-2 * x)))


def overflows_on_both_sides(x):
    """Right on paper, but sinh and cosh are both inf at 1000, and inf / inf is nan: compute t = np.tanh(x), then 1 - t²."""
    return _slope(x, curve=lambda x: np.sinh(x) / np.cosh(x))


def cuts_whole_numbers(x):
    """Whole numbers get whole numbers from you, so 0.4 becomes 0: np.zeros_like(x) takes x's type; say dtype=float."""
    return probes.as_whole_numbers(reference, x)


def writes_into_x(x):
    """The values are right, but they stand in x itself, which belongs to the caller: compute in a new array."""
    x[...] = reference(x)
    return x
