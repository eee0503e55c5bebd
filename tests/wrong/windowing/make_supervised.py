"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.windowing.reference import make_supervised as right
from solutions.windowing.reference import make_windows

memory = {}
rng = np.random.default_rng(0)


def shuffles_pairs(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    order = rng.permutation(len(X))
    return X[order], y[order]


def shuffles_the_answers(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X, rng.permutation(y)


def turns_the_answers_round(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X, y[::-1]


def writes_the_answer_into_the_window(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    X = X.copy()
    X[:, -1, target] = y
    return X, y


def appends_the_answer_as_a_feature(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return np.concatenate([X, np.broadcast_to(y[:, None, None], (*X.shape[:2], 1))], axis=2), y


def averages_up_to_the_horizon(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X, np.mean([right(data, length, h, target)[1][: len(y)] for h in range(1, horizon + 1)], axis=0)


def doubles_the_horizon(data, length, horizon, target):
    return right(data, length, 2 * horizon, target)


def stretches_by_the_horizon(data, length, horizon, target):
    X, y = right(data, length, 1, target)
    return X[::horizon], y[::horizon]


def multiplies_length_and_horizon(data, length, horizon, target):
    y = data[length * horizon :, target]
    return make_windows(data, length)[: len(y)], y


def swaps_length_and_horizon(data, length, horizon, target):
    return right(data, horizon, length, target)


def takes_the_next_column(data, length, horizon, target):
    return right(data, length, horizon, (target + 1) % data.shape[1])


def averages_the_features(data, length, horizon, target):
    X, _ = right(data, length, horizon, target)
    return X, data[length - 1 + horizon :].mean(axis=1)


def returns_y_as_a_list(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X, y.tolist()


def returns_a_dict(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return {"X": X, "y": y}


def returns_pairs(data, length, horizon, target):
    return list(zip(*right(data, length, horizon, target), strict=True))


def returns_x_only(data, length, horizon, target):
    return right(data, length, horizon, target)[0]


def returns_whole_numbers(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X, y.astype(int)


def says_up_or_down(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X, (y > X[:, -1, target]).astype(float)


def scales_by_everything(data, length, horizon, target):
    return right((data - data.mean(axis=0)) / (data.std(axis=0) + 1e-9), length, horizon, target)


def transposes_the_windows(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X.transpose(0, 2, 1), y


def puts_time_first(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X.transpose(1, 0, 2), y


def runs_backwards(data, length, horizon, target):
    return right(data[::-1], length, horizon, target)


def turns_the_windows_round(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X[:, ::-1], y


def flattens(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X.reshape(len(X), -1), y


def fills_the_last_answer(data, length, horizon, target):
    y = np.append(data[length - 1 + horizon :, target], np.repeat(data[-1, target], horizon))
    return make_windows(data, length), y


def interpolates(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X, (y + X[:, -1, target]) / 2


def is_right_for_tomorrow_only(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return (X, y) if horizon == 1 else (X * 0, y)


def is_wrong_for_windows_of_one_row(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return (X.squeeze(axis=1), y) if length == 1 else (X, y)


def is_wrong_for_one_pair(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return (X, y) if len(y) > 1 else (X[0], y[0])


def answers_once(data, length, horizon, target):
    return memory.setdefault((data.shape, length, horizon, target), right(data, length, horizon, target))


def clears_what_it_used(data, length, horizon, target):
    X, y = (part.copy() for part in right(data, length, horizon, target))
    data[-horizon:] = 0
    return X, y


def ignores_the_first_windows(data, length, horizon, target):
    X, y = right(data, length, horizon, target)
    return X[1:], y[1:]
