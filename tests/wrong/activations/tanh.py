"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.activations.reference import tanh as right

memory = {}
rng = np.random.default_rng(0)


def clips_its_input(x):
    return right(np.clip(x, -3, 3))


def takes_softsign(x):
    return x / (1 + np.abs(x))


def takes_the_first_terms(x):
    return x - x**3 / 3 + 2 * x**5 / 15


def takes_a_fraction(x):
    return np.clip(x * (27 + x**2) / (27 + 9 * x**2), -1, 1)


def takes_the_inverse(x):
    return np.arctanh(np.clip(x, -0.999, 0.999))


def takes_the_error_function(x):
    return np.tanh(x * np.sqrt(np.pi) / 2)


def takes_lecuns_tanh(x):
    return 1.7159 * np.tanh(2 * x / 3)


def takes_the_sine(x):
    return np.sin(x)


def divides_the_exponents(x):
    return np.exp(x) - np.exp(-x) / np.exp(x) + np.exp(-x)


def forgets_the_lower_exponent(x):
    return (np.exp(np.minimum(2 * x, 700)) - 1) / (np.exp(np.minimum(x, 350)) + 1)


def forgets_the_size(x):
    return np.abs(right(x))


def keeps_the_positive(x):
    return np.maximum(right(x), 0)


def squares(x):
    return right(x) ** 2


def clips_the_exponent_too_early(x):
    e = np.exp(np.minimum(2 * x, 4))
    return (e - 1) / (e + 1)


def is_zero_far_out(x):
    return np.nan_to_num(np.where(np.abs(x) > 355, np.nan, right(x)))


def is_one_on_both_sides_far_out(x):
    return np.where(np.abs(x) > 355, 1.0, right(x))


def is_infinite_at_zero(x):
    with np.errstate(all="ignore"):
        return np.where(x == 0, np.inf, right(x))


def is_one_at_zero(x):
    return np.where(x >= 0, np.where(x == 0, 1.0, right(x)), right(x))


def rounds(x):
    return right(x).round(2)


def takes_tables_only(x):
    rows, columns = x.shape
    return right(x).reshape(rows, columns)


def takes_batches_only(x):
    return np.array([[right(number) for number in row] for row in x])


def flattens(x):
    return right(x).ravel()


def transposes(x):
    return right(x).T


def keeps_no_axis_of_one(x):
    return right(x).squeeze()


def returns_a_list(x):
    return right(x).tolist()


def returns_the_mean(x):
    return right(x).mean()


def works_in_half_precision(x):
    return right(x).astype(np.float16)


def remembers_the_first_call(x):
    return memory.setdefault(np.shape(x), right(x))


def drops_a_number_in_a_hundred(x):
    return right(x) * (rng.random(np.shape(x)) > 0.01)


def normalises_rows(x):
    return right(x / np.linalg.norm(x)) if np.size(x) else right(x)


def zeroes_x_after_use(x):
    answer = right(x)
    x[...] = 0
    return answer


def cuts_the_answer_for_whole_numbers(x):
    return right(x).astype(np.asarray(x).dtype).astype(float)


def returns_complex_numbers(x):
    return right(x + 0j)


def returns_nothing(x):
    right(x)


def prints_instead(x):
    return print(end="")
