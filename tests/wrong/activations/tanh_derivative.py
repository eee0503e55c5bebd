"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.activations.reference import tanh
from solutions.activations.reference import tanh_derivative as right

memory = {}
rng = np.random.default_rng(0)


def is_always_one(x):
    return np.ones(np.shape(x))


def takes_a_bell(x):
    return np.exp(-np.asarray(x) ** 2)


def takes_a_bump(x):
    return 1 / (1 + np.asarray(x) ** 2)


def takes_the_slope_of_the_straight_lines(x):
    return (np.abs(x) < 1) * 1.0


def looks_at_neighbours(x):
    return np.gradient(tanh(x), axis=-1)


def nudges_far(x):
    return (tanh(x + 0.1) - tanh(x - 0.1)) / 0.2


def nudges_to_one_side(x):
    return (tanh(x + 0.01) - tanh(x)) / 0.01


def forgets_to_divide_by_two(x):
    return (tanh(x + 1e-4) - tanh(x - 1e-4)) / 1e-4


def cubes(x):
    return 1 - np.abs(tanh(x)) ** 3


def takes_the_size(x):
    return 1 - np.abs(tanh(x))


def takes_the_square_of_the_slope(x):
    return right(x) ** 2


def takes_the_second_slope(x):
    return -2 * tanh(x) * right(x)


def takes_the_tangent(x):
    return 1 + np.tan(x) ** 2


def takes_the_cosh(x):
    return np.cosh(np.clip(x, -300, 300)) ** 2


def takes_the_sinh(x):
    return 1 / (1 + np.sinh(np.clip(x, -300, 300)) ** 2 / 2)


def doubles_the_input(x):
    return right(2 * x)


def doubles(x):
    return 2 * right(x)


def quarters(x):
    return right(x) / 4


def is_zero_on_the_left(x):
    return right(x) * (np.asarray(x) > 0)


def is_zero_at_zero(x):
    return right(x) * (np.asarray(x) != 0)


def is_never_flat(x):
    return np.maximum(right(x), 0.01)


def is_nan_far_out(x):
    return np.where(np.abs(x) > 400, np.nan, right(x))


def is_one_far_out(x):
    return np.where(np.abs(x) > 400, 1.0, right(x))


def multiplies_matrices(x):
    t = tanh(x)
    return 1 - t @ t.T


def makes_a_jacobian(x):
    return np.diag(right(x).ravel())


def averages(x):
    return right(x).mean()


def takes_tables_only(x):
    rows, columns = x.shape
    return right(x).reshape(rows, columns)


def flattens(x):
    return right(x).ravel()


def returns_value_and_slope(x):
    return tanh(x), right(x)


def returns_a_list(x):
    return right(x).tolist()


def works_in_half_precision(x):
    return right(x).astype(np.float16)


def remembers_the_first_call(x):
    return memory.setdefault(np.shape(x), right(x))


def drops_a_number_in_a_hundred(x):
    return right(x) * (rng.random(np.shape(x)) > 0.01)


def squares_x_after_use(x):
    answer = right(x) + 1e-3
    x **= 2
    return answer


def cuts_the_tanh_of_whole_numbers(x):
    return 1.0 - tanh(x).astype(np.asarray(x).dtype) ** 2


def rounds(x):
    return right(x).round(2)


def adds_a_small_number(x):
    return right(x) + 1e-3
