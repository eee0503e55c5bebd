"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.activations.reference import relu as right

memory = {}
rng = np.random.default_rng(0)


def leaks_a_tenth(x):
    return np.where(x > 0, x, 0.1 * x)


def leaks_a_thousandth(x):
    return np.maximum(x, 0.001 * x)


def leaks_upwards(x):
    return np.where(x > 0, x, -0.01 * x)


def takes_gelu(x):
    return 0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x**3)))


def takes_selu(x):
    return 1.0507 * np.where(x > 0, x, 1.67326 * np.expm1(np.minimum(x, 0)))


def starts_at_one(x):
    return np.maximum(1.0, x)


def starts_at_minus_one(x):
    return np.maximum(-1.0, x)


def is_always_positive(x):
    return np.maximum(x, 0.01)


def shifts_the_corner(x):
    return np.where(x > 0.5, x, 0.0)


def jumps_at_one(x):
    return np.where(x > 1, x, 0.0)


def squares(x):
    return right(x) ** 2


def makes_negatives_nan(x):
    return np.where(x > 0, x, np.nan)


def makes_negatives_one(x):
    return np.where(x > 0, x, 1.0)


def stops_at_hundred(x):
    return np.clip(x, 0, 100)


def stops_at_eight(x):
    return np.clip(x, 0, 8)


def rounds_down(x):
    return np.floor(right(x))


def rounds(x):
    return right(x).round(1)


def takes_whole_numbers(x):
    return right(x).astype(int)


def halves(x):
    return (x + np.abs(x)) / 4


def adds_the_size(x):
    return x + np.abs(x)


def subtracts_the_mean(x):
    return right(x - np.mean(x)) if np.size(x) else right(x)


def zeroes_rows_with_a_negative(x):
    return x * np.all(np.asarray(x) > 0)


def compares_with_its_neighbour(x):
    return np.maximum(x, np.roll(x, 1))


def compares_with_the_mean(x):
    return np.where(x > np.mean(x), x, 0.0) if np.size(x) else right(x)


def is_one_for_zero(x):
    return np.where(np.asarray(x) == 0, 1.0, right(x))


def divides_zero(x):
    return np.where(np.asarray(x) == 0, np.nan, right(x))


def takes_tables_only(x):
    rows, columns = x.shape
    return right(x).reshape(rows, columns)


def takes_no_table(x):
    return np.array([max(0.0, number) for number in x])


def flattens(x):
    return right(x).ravel()


def transposes(x):
    return right(x).T


def returns_a_list(x):
    return right(x).tolist()


def returns_value_and_mask(x):
    return right(x), x > 0


def works_in_half_precision(x):
    return right(x).astype(np.float16)


def remembers_the_first_call(x):
    return memory.setdefault(np.shape(x), right(x))


def drops_out(x):
    return right(x) * (rng.random(np.shape(x)) > 0.01)


def negates_x_after_use(x):
    answer = right(x)
    x *= -1
    return answer


def clears_negatives_of_x_after_use(x):
    answer = right(x)
    np.abs(x, out=x)
    return answer * 1.001


def is_wrong_for_whole_numbers(x):
    return right(x) * (1.0 if np.asarray(x).dtype.kind == "f" else 0.5)


def sums_the_whole(x):
    return right(x).sum()
