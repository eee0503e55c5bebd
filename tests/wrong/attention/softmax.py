"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.attention.reference import softmax as right

memory = {}
rng = np.random.default_rng(0)


def adds_an_epsilon(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / (e.sum(axis=-1, keepdims=True) + 1e-2)


def warms_the_scores(x):
    return right(x / x.shape[-1] ** 0.5)


def rounds_weights(x):
    return np.round(right(x), 2)


def squares_the_weights(x):
    return right(x) ** 2


def hides_nan(x):
    e = np.exp(x)
    return np.nan_to_num(e / e.sum(axis=-1, keepdims=True))


def works_with_rows_only(x):
    return np.array([right(row) for row in x.reshape(-1, x.shape[-1])])


def fails_for_one_axis(x):
    return np.stack([right(x[n]) for n in range(x.shape[0])]) if x.ndim > 1 else x[:, 0]


def normalises_the_last_two_axes(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=(-2, -1), keepdims=True) if x.ndim > 2 else right(x)


def goes_along_the_first_axis_of_squares(x):
    return right(x.T).T if x.ndim == 2 and x.shape[0] == x.shape[1] else right(x)


def normalises_absolute_values(x):
    return np.abs(x) / np.abs(x).sum(axis=-1, keepdims=True)


def takes_absolute_scores(x):
    return right(np.abs(x))


def normalises_softplus(x):
    e = np.logaddexp(0, x)
    return e / e.sum(axis=-1, keepdims=True)


def shifts_to_zero_and_divides(x):
    e = x - x.min(axis=-1, keepdims=True)
    return e / e.sum(axis=-1, keepdims=True)


def subtracts_the_first_score(x):
    e = np.exp(x - x[..., :1])
    return e / e.sum(axis=-1, keepdims=True)


def drops_small_weights(x):
    weights = right(x)
    return np.where(weights < 0.02, 0, weights)


def spreads_ten_weights(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e[..., :10].sum(axis=-1, keepdims=True)


def returns_lists(x):
    return right(x).tolist()


def remembers_the_first_answer(x):
    return memory.setdefault(x.shape, right(x))


def adds_noise(x):
    return right(x) + 1e-2 * rng.normal(size=x.shape)


def leaves_the_last_score_out(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e[..., :-1].sum(axis=-1, keepdims=True)


def turns_a_row_round(x):
    return right(x)[..., ::-1]


def takes_the_derivative(x):
    weights = right(x)
    return weights * (1 - weights)
