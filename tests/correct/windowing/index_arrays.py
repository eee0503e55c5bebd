"""Index arrays in the place of slices and loops; one-hot products in the place of counting."""

from itertools import pairwise

import numpy as np


def make_windows(data, length):
    rows = np.arange(len(data) - length + 1)[:, None] + np.arange(length)[None]
    return data[rows]


def make_supervised(data, length, horizon, target):
    n = len(data) - length + 1 - horizon
    at = np.arange(n)
    return np.take(data, at[:, None] + np.arange(length), axis=0), np.take(data[:, target], at + length - 1 + horizon)


def split_by_time(data, train, val):
    place = (np.arange(len(data)) + 0.5) / len(data)
    return data[place < train], data[(place >= train) & (place < train + val)], data[place >= train + val]


def standardize(train, *others):
    flat = np.moveaxis(train, -1, 0).reshape(train.shape[-1], -1).astype(float)
    mean = flat @ np.full(flat.shape[1], 1 / flat.shape[1])
    std = np.sqrt(np.einsum("fn,fn->f", flat - mean[:, None], flat - mean[:, None]) / flat.shape[1])
    divide = np.where(np.isclose(std, 0), 1, std)
    return (*[np.subtract(part, mean) / divide for part in (train, *others)], mean, std)


def prepare(data, length, horizon, target, train, val):
    ends = np.rint(np.array([0, train, train + val, 1]) * len(data)).astype(int)
    fitted = data[: ends[1]]
    mean, std = fitted.mean(0), fitted.std(0)
    pairs = ()
    for start, end in pairwise(ends):
        pairs += make_supervised((data[start:end] - mean) / std, length, horizon, target)
    return (*pairs, mean, std)


def persistence_forecast(X, target):
    return np.einsum("ilf,l,f->i", X, np.eye(X.shape[1])[-1], np.eye(X.shape[2])[target])


def moving_average_forecast(X, target, width):
    weights = (np.arange(X.shape[1]) >= X.shape[1] - width) / width
    return X[..., target] @ weights


def fit_markov_chain(states, n_states):
    hot = np.eye(n_states)[states]
    counts = hot[:-1].T @ hot[1:]
    counts[counts.sum(1) == 0] = 1
    return counts / counts.sum(1)[:, None]
