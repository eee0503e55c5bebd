"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.activations.reference import relu
from solutions.activations.reference import relu_derivative as right

memory = {}
rng = np.random.default_rng(0)


def leaks_a_tenth(x):
    return np.where(x > 0, 1.0, 0.1)


def leaks_downwards(x):
    return np.where(x > 0, 1.0, -0.01)


def is_a_half_everywhere(x):
    return np.full(np.shape(x), 0.5)


def doubles(x):
    return 2 * right(x)


def keeps_x(x):
    return x * 1.0


def squares(x):
    return relu(x) ** 2


def takes_twice_the_relu(x):
    return 2 * relu(x)


def stops_at_one(x):
    return np.clip(x, 0.0, 1.0)


def shifts_the_corner(x):
    return np.where(x > 0.5, 1.0, 0.0)


def shifts_the_corner_left(x):
    return np.where(x > -0.5, 1.0, 0.0)


def draws_a_ramp(x):
    return np.clip(np.asarray(x) / 2 + 0.5, 0, 1)


def steepens_the_sigmoid(x):
    return 1 / (1 + np.exp(np.clip(-5 * np.asarray(x), -500, 500)))


def takes_the_slope_of_elu(x):
    return np.where(x > 0, 1.0, np.exp(np.minimum(x, 0)))


def takes_the_slope_of_the_square(x):
    return np.where(x > 0, 2.0 * x, 0.0)


def looks_at_neighbours(x):
    return np.gradient(relu(x), axis=-1)


def nudges_far(x):
    return (relu(x + 1) - relu(x - 1)) / 2


def makes_negatives_nan(x):
    return np.where(x > 0, 1.0, np.nan)


def divides_without_care(x):
    return x / relu(x)


def is_zero_far_out(x):
    return np.where(np.abs(x) > 100, 0.0, right(x))


def is_zero_from_eight_on(x):
    return np.where(np.abs(x) > 8, 0.0, right(x))


def is_true_if_all(x):
    return np.ones(np.shape(x)) * np.all(np.asarray(x) > 0)


def compares_with_the_mean(x):
    return np.where(x > np.mean(x), 1.0, 0.0) if np.size(x) else right(x)


def compares_with_the_largest(x):
    return np.where(np.asarray(x) == np.max(x, initial=0), 1.0, 0.0)


def counts(x):
    return float(np.sum(np.asarray(x) > 0))


def returns_positions(x):
    return np.argwhere(x > 0) * 1.0


def makes_a_jacobian(x):
    return np.diag(right(x).ravel())


def takes_tables_only(x):
    rows, columns = x.shape
    return right(x).reshape(rows, columns)


def flattens(x):
    return right(x).ravel()


def returns_a_list(x):
    return right(x).tolist()


def remembers_the_first_call(x):
    return memory.setdefault(np.shape(x), right(x))


def drops_out(x):
    return right(x) * (rng.random(np.shape(x)) > 0.01)


def clears_x_after_use(x):
    answer = right(x) * 1.01
    x[...] = 0
    return answer


def takes_the_type_of_x(x):
    return right(x).astype(np.asarray(x).dtype)


def returns_text(x):
    return np.where(x > 0, "1", "0")
