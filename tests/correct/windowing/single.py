"""Everything computed, and returned, in float32: right, with a note."""

import numpy as np


def make_windows(data, length):
    return np.stack([data[i : i + length] for i in range(len(data) - length + 1)]).astype("float32")


def make_supervised(data, length, horizon, target):
    data = data.astype(np.float32)
    X = make_windows(data[: len(data) - horizon], length)
    return X, data[length + horizon - 1 :, target]


def split_by_time(data, train, val):
    N = len(data)
    n_train = int(N * train)
    n_test = N - int(N * (train + val))
    data = np.float32(data)
    return data[:n_train], data[n_train : N - n_test], data[N - n_test :]


def standardize(train, *others):
    axes = tuple(i for i in range(train.ndim) if i != train.ndim - 1)
    mean, std = train.mean(axes, dtype=np.float32), train.astype(np.float32).std(axes)
    std = np.maximum(std, np.float32(1) * (std == 0))
    return (*(np.float32(part - mean) / std for part in (train, *others)), mean, std)


def prepare(data, length, horizon, target, train, val):
    train, val, test = split_by_time(data, train, val)
    train, val, test, mean, std = standardize(train, val, test)
    X_train, y_train = make_supervised(train, length, horizon, target)
    X_val, y_val = make_supervised(val, length, horizon, target)
    X_test, y_test = make_supervised(test, length, horizon, target)
    return X_train, y_train, X_val, y_val, X_test, y_test, mean, std


def persistence_forecast(X, target):
    return X[:, X.shape[1] - 1, target].astype(np.float32)


def moving_average_forecast(X, target, width):
    return np.mean(X[:, X.shape[1] - width :, target], axis=-1, dtype=np.float32)


def fit_markov_chain(states, n_states):
    counts = np.zeros((n_states, n_states), np.float32)
    np.add.at(counts, (states[:-1], states[1:]), 1)
    counts += (counts.sum(axis=1) == 0)[:, None]
    return counts / counts.sum(axis=1, keepdims=True)
