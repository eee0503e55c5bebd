"""As tutorials write it: ranges from sequence_length to the end, fractions cut by int, a class for the scaler."""

import numpy as np


class Scaler:
    def fit(self, data):
        data = np.asarray(data).reshape(-1, data.shape[-1])
        self.mean_, self.scale_ = data.mean(axis=0), np.sqrt(data.var(axis=0))
        self.scale_[self.scale_ == 0.0] = 1.0
        return self

    def transform(self, data):
        return (data - self.mean_) / self.scale_


def make_windows(data, length):
    windows = np.empty((len(data) - length + 1, length, data.shape[1]))
    for end in range(length, len(data) + 1):
        windows[end - length] = data[end - length : end]
    return windows


def make_supervised(data, length, horizon, target):
    X, y = [], []
    for i in range(length, len(data) - horizon + 1):
        X.append(data[i - length : i, :])
        y.append(data[i + horizon - 1 : i + horizon, target])
    return np.array(X), np.array(y).reshape(-1)


def split_by_time(data, train, val):
    n = len(data)
    train_end, val_end = int(n * train), int(n * (train + val))
    return data[0:train_end].copy(), data[train_end:val_end].copy(), data[val_end:].copy()


def standardize(train, *others):
    scaler = Scaler().fit(train)
    answer = [scaler.transform(train)]
    for other in others:
        answer.append(scaler.transform(other))
    answer += [scaler.mean_, scaler.scale_]
    return tuple(answer)


def prepare(data, length, horizon, target, train, val):
    train_data, val_data, test_data = split_by_time(data, train, val)
    scaler = Scaler().fit(train_data)
    answer = []
    for part in (train_data, val_data, test_data):
        answer.extend(make_supervised(scaler.transform(part), length, horizon, target))
    return (*answer, scaler.mean_, scaler.scale_)


def persistence_forecast(X, target):
    return moving_average_forecast(X, target, 1)


def moving_average_forecast(X, target, width):
    return np.average(X[:, :, target], axis=1, weights=[0] * (X.shape[1] - width) + [1] * width)


def fit_markov_chain(states, n_states):
    chain = np.full((n_states, n_states), 1.0 / n_states)
    for state in np.unique(states[:-1]):
        followers = states[1:][states[:-1] == state]
        chain[state] = [np.mean(followers == other) for other in range(n_states)]
    return chain
