"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.activations.reference import sigmoid
from solutions.activations.reference import sigmoid_derivative as right

memory = {}
rng = np.random.default_rng(0)


def is_always_a_quarter(x):
    return np.full(np.shape(x), 0.25)


def takes_a_bell(x):
    return 0.25 * np.exp(-np.asarray(x) ** 2 / 4)


def takes_a_triangle(x):
    return np.maximum(0, 0.25 - np.abs(x) / 16)


def looks_at_neighbours(x):
    return np.gradient(sigmoid(x), axis=-1)


def nudges_far(x):
    return (sigmoid(x + 0.5) - sigmoid(x - 0.5)) / 1.0


def nudges_to_one_side(x):
    return (sigmoid(x + 0.1) - sigmoid(x)) / 0.1


def forgets_to_divide_by_two(x):
    return (sigmoid(x + 1e-4) - sigmoid(x - 1e-4)) / 1e-4


def nudges_too_little(x):
    return (sigmoid(x + 1e-16) - sigmoid(x)) / 1e-16


def adds_the_factors(x):
    return sigmoid(x) + 1 - sigmoid(x)


def doubles(x):
    return 2 * right(x)


def takes_the_second_slope(x):
    return right(x) * (1 - 2 * sigmoid(x))


def takes_the_slope_of_the_doubled(x):
    return right(2 * x)


def takes_the_slope_of_the_logarithm(x):
    return 1 / sigmoid(x) - 1


def divides(x):
    return sigmoid(x) / (1 + np.abs(1 - sigmoid(x)))


def takes_the_square_root(x):
    return np.sqrt(right(x))


def squares(x):
    return right(x) ** 2


def is_zero_on_the_left(x):
    return right(x) * (np.asarray(x) > 0)


def is_zero_at_zero(x):
    return right(x) * (np.asarray(x) != 0)


def is_never_flat(x):
    return np.maximum(right(x), 0.01)


def is_nan_far_out(x):
    return np.where(np.abs(x) > 700, np.nan, right(x))


def is_a_quarter_far_out(x):
    return np.where(np.abs(x) > 300, 0.25, right(x))


def clips_its_input(x):
    return right(np.clip(x, -6, 6))


def takes_the_inner_product(x):
    s = sigmoid(x)
    return s @ (1 - s).T


def makes_a_jacobian(x):
    return np.diag(right(x).ravel())


def sums(x):
    return right(x).sum()


def takes_the_largest(x):
    return right(x).max(initial=0)


def takes_tables_only(x):
    rows, columns = x.shape
    return right(x).reshape(rows, columns)


def flattens(x):
    return right(x).ravel()


def returns_value_and_slope(x):
    return sigmoid(x), right(x)


def returns_a_list(x):
    return right(x).tolist()


def works_in_half_precision(x):
    return right(x).astype(np.float16)


def remembers_the_first_call(x):
    return memory.setdefault(np.shape(x), right(x))


def drops_a_number_in_a_hundred(x):
    return right(x) * (rng.random(np.shape(x)) > 0.01)


def overwrites_x_with_its_sigmoid(x):
    answer = right(x)
    x[...] = 1
    return answer + 1e-3


def cuts_the_sigmoid_of_whole_numbers(x):
    s = sigmoid(x).astype(np.asarray(x).dtype)
    return s * (1.0 - s)


def rounds(x):
    return right(x).round(2)


def divides_by_the_batch(x):
    return right(x) / max(1, len(np.atleast_1d(x)))
