"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

memory = {}


def takes_the_next_column(X, target):
    return X[:, -1, (target + 1) % X.shape[2]] * 1.0


def takes_the_column_before(X, target):
    return X[:, -1, target - 1] * 1.0


def takes_the_middle(X, target):
    return X[:, X.shape[1] // 2, target] * 1.0


def takes_the_second(X, target):
    return X[:, min(1, X.shape[1] - 1), target] * 1.0


def takes_the_median(X, target):
    return np.median(X[:, :, target], axis=1)


def takes_the_smallest(X, target):
    return X[:, :, target].min(axis=1)


def averages_the_last_row(X, target):
    return X[:, -1].mean(axis=1)


def averages_the_last_two(X, target):
    return X[:, -2:, target].mean(axis=1)


def halves(X, target):
    return X[:, -1, target] / 2


def turns_the_sign(X, target):
    return -X[:, -1, target]


def turns_the_windows_round(X, target):
    return X[::-1, -1, target] * 1.0


def answers_the_slides(X, target):
    return np.full(len(X), 14.0)


def returns_a_list(X, target):
    return [float(window[-1, target]) for window in X]


def returns_a_tuple(X, target):
    return tuple(X[:, -1, target])


def returns_whole_numbers(X, target):
    return X[:, -1, target].astype(int)


def rounds(X, target):
    return X[:, -1, target].round(1)


def works_in_half_precision(X, target):
    return X[:, -1, target].astype(np.float16)


def returns_one_number(X, target):
    return float(X[-1, -1, target])


def squeezes_one_window(X, target):
    return X[:, -1, target].squeeze() * 1.0


def stops_at_a_hundred(X, target):
    return X[:100, -1, target] * 1.0


def returns_a_row(X, target):
    return X[:, -1, target][None] * 1.0


def clears_the_windows(X, target):
    forecast = X[:, -1, target].copy()
    X[:] = 0
    return forecast


def answers_once(X, target):
    return memory.setdefault("forecast", X[:, -1, target].copy())


def adds_noise(X, target):
    return X[:, -1, target] + np.random.default_rng(0).normal(0, 0.1, len(X))


def decays_to_the_mean(X, target):
    return 0.9 * X[:, -1, target] + 0.1 * X[:, :, target].mean(axis=1)


def clips_below_zero(X, target):
    return np.maximum(X[:, -1, target], 0)


def mixes_in_other_windows(X, target):
    return np.maximum.accumulate(X[:, -1, target])


def gives_up(X, target):
    raise IndexError("too many indices for array")
