"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.forecast.reference import scaled_windows as right


def shuffles_the_windows(train, later, target, length, horizon, stride):
    X, y, *rest = right(train, later, target, length, horizon, stride)
    order = np.random.default_rng(0).permutation(len(X))
    return X[order], y[order], *rest


def lets_the_later_table_borrow_rows(train, later, target, length, horizon, stride):
    return right(train, np.concatenate([train[-length:], later]), target, length, horizon, stride)


def scales_to_0_and_1(train, later, target, length, horizon, stride):
    low, span = train.min(axis=0), np.ptp(train, axis=0)
    X, y, X_later, y_later, *_ = right(train, later, target, length, horizon, stride)
    shift, factor = (train.mean(axis=0) - low) / span, train.std(axis=0) / span
    pairs = [(x * factor + shift, answers * factor[target] + shift[target]) for x, answers in ((X, y), (X_later, y_later))]
    return *pairs[0], *pairs[1], low, span


def turns_the_answers_round(train, later, target, length, horizon, stride):
    X, y, X_later, y_later, mean, std = right(train, later, target, length, horizon, stride)
    return X, y[:, ::-1], X_later, y_later[:, ::-1], mean, std


def removes_the_target_from_the_windows(train, later, target, length, horizon, stride):
    X, y, X_later, y_later, mean, std = right(train, later, target, length, horizon, stride)
    return np.delete(X, target, axis=-1), y, np.delete(X_later, target, axis=-1), y_later, mean, std


def scales_in_place(train, later, target, length, horizon, stride):
    answer = right(train, later, target, length, horizon, stride)
    train -= answer[4]
    return answer
