"""Views by strides, running sums, np.split: as one who knows NumPy well would write it."""

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view


def make_windows(data, length):
    data = np.ascontiguousarray(data, dtype=np.float64)
    (N, F), (row, column) = data.shape, data.strides
    return as_strided(data, (N - length + 1, length, F), (row, row, column), writeable=False)


def make_supervised(data, length, horizon, target):
    both = sliding_window_view(np.asarray(data, float), length + horizon, axis=0)
    return both[:, :, :length].swapaxes(1, 2), both[:, target, -1]


def split_by_time(data, train, val):
    first, second, third = np.split(data, [round(len(data) * train), round(len(data) * (train + val))])
    return [first, second, third]


def standardize(train, *others):
    axis = (0, 1)[: train.ndim - 1]
    mean = train.mean(axis, keepdims=True)
    std = np.sqrt(((train - mean) ** 2).mean(axis, keepdims=True))
    std[std == 0] = 1
    return [(part - mean) / std for part in (train, *others)] + [np.squeeze(mean, axis), np.squeeze(std, axis)]


def prepare(data, length, horizon, target, train, val):
    first, *rest = split_by_time(data, train, val)
    *parts, mean, std = standardize(first, *rest)
    (a, b), (c, d), (e, f) = (make_supervised(part, length, horizon, target) for part in parts)
    return a, b, c, d, e, f, mean, std


def persistence_forecast(X, target):
    return np.ascontiguousarray(X.transpose(2, 1, 0)[target, -1])


def moving_average_forecast(X, target, width):
    running = np.cumsum(X[:, ::-1, target].astype(float), axis=1)
    return running[:, width - 1] / width


def fit_markov_chain(states, n_states):
    edges = np.arange(n_states + 1) - 0.5
    counts, *_ = np.histogram2d(states[:-1], states[1:], bins=[edges, edges])
    totals = counts.sum(axis=-1, keepdims=True)
    return np.divide(counts, totals, out=np.full(counts.shape, 1 / n_states), where=totals > 0)
