"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.activations.reference import sigmoid as right

memory = {}
rng = np.random.default_rng(0)


def clips_its_input(x):
    return right(np.clip(x, -5, 5))


def takes_base_two(x):
    return 1 / (1 + 2.0**-x)


def takes_base_ten(x):
    return 1 / (1 + 10.0**-x)


def rounds_e(x):
    return 1 / (1 + 2.7**-x)


def takes_softsign(x):
    return 0.5 + 0.5 * x / (1 + np.abs(x))


def takes_the_arctangent(x):
    return 0.5 + np.arctan(x) / np.pi


def looks_up_in_a_table(x):
    return right(np.round(x, 1))


def rounds_its_answer(x):
    return right(x).round(2)


def leaves_out_zero(x):
    out = np.zeros(np.shape(x))
    out = np.where(x > 0, 1 / (1 + np.exp(-np.maximum(x, 0))), out)
    return np.where(x < 0, 1 - 1 / (1 + np.exp(np.minimum(x, 0))), out)


def mirrors_the_left(x):
    return 1 / (1 + np.exp(-np.abs(x)))


def shifts_by_the_largest(x):
    return np.exp(x - np.max(x, initial=0.0)) / (1 + np.exp(x - np.max(x, initial=0.0)))


def normalises_the_batch(x):
    return right(x - np.mean(x, axis=0))


def is_nan_far_out(x):
    return np.where(np.abs(x) > 900, np.nan, right(x))


def is_half_far_out(x):
    return np.where(np.abs(x) > 300, 0.5, right(x))


def swaps_the_ends_far_out(x):
    return np.where(np.abs(x) > 500, right(-x), right(x))


def takes_tables_only(x):
    rows, columns = x.shape
    return right(x).reshape(rows, columns)


def flattens(x):
    return right(x).ravel()


def transposes(x):
    return right(x).T


def keeps_no_axis_of_one(x):
    return right(x).squeeze()


def adds_an_axis(x):
    return np.atleast_1d(right(x))


def returns_a_list(x):
    return right(x).tolist()


def returns_a_pair(x):
    return right(x), right(-x)


def returns_the_sum(x):
    return right(x).sum()


def works_in_half_precision(x):
    return right(x).astype(np.float16)


def remembers_the_first_call(x):
    return memory.setdefault(np.shape(x), right(x))


def drops_a_number_in_a_hundred(x):
    return right(x) * (rng.random(np.shape(x)) > 0.01)


def forgets_large_batches(x):
    out = np.zeros(np.shape(x))
    out.ravel()[:100] = np.ravel(right(x))[:100]
    return out


def treats_the_last_number_as_a_bias(x):
    return right(x + np.ravel(x)[-1]) if np.size(x) else right(x)


def shrinks_x_after_use(x):
    answer = right(x)
    x *= 0.5
    return answer


def sorts(x):
    return np.sort(right(x), axis=-1) if np.ndim(x) else right(x)


def divides_whole_numbers(x):
    return right(x // 1)


def returns_complex_numbers(x):
    return right(x) + 0j


def returns_text(x):
    return str(right(x))


def halves(x):
    return right(x) / 2


def adds_a_small_number(x):
    return 1 / (1 + np.exp(-x) + 1e-3)


def refuses_empty_arrays(x):
    return right(x) + 0 * np.max(x)
