"""Comprehensions, zip, deque and Counter; functions that build on each other in another way than the reference."""

from collections import Counter, deque
from functools import partial
from itertools import chain

import numpy as np


def make_windows(data, length):
    seen, windows = deque(maxlen=length), []
    for row in data:
        seen.append(row)
        if len(seen) == length:
            windows.append(np.stack(seen))
    return np.stack(windows)


def make_supervised(data, length, horizon, target):
    answers = data[length - 1 + horizon :, target]
    pairs = [(window, answer) for window, answer in zip(make_windows(data, length), answers, strict=False)]
    X, y = map(np.array, zip(*pairs, strict=True))
    return X, y


def split_by_time(data, train, val):
    N = data.shape[0]
    test = N - int(N * train) - int(N * val)
    return data[: -test - int(N * val)] if test + int(N * val) else data, data[int(N * train) : N - test], data[N - test :]


def standardize(train, *others):
    rows = train.reshape(-1, train.shape[-1])
    mean, std = np.mean(rows, axis=0), np.array([column.std() or 1.0 for column in rows.T])
    scale = np.vectorize(lambda x, m, s: (x - m) / s, otypes=[float])
    return *map(partial(scale, m=mean, s=std), [train, *others]), mean, std


def prepare(data, length, horizon, target, train, val):
    parts = split_by_time(data, train, val)
    mean, std = standardize(parts[0])[1:]
    pairs = [make_supervised((part - mean) / std, length, horizon, target) for part in parts]
    return *chain.from_iterable(pairs), mean, std


def persistence_forecast(X, target):
    return np.array([window[-1, target] for window in X])


def moving_average_forecast(X, target, width):
    return np.array([np.convolve(window[:, target], np.ones(width) / width, "valid")[-1] for window in X])


def fit_markov_chain(states, n_states):
    pairs = Counter(zip(states[:-1].tolist(), states[1:].tolist(), strict=True))
    left = Counter(states[:-1].tolist())
    return np.array([[pairs[i, j] / left[i] if left[i] else 1 / n_states for j in range(n_states)] for i in range(n_states)])
