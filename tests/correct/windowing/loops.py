"""Everything row by row, with plain loops and lists that become arrays at the end."""

import math
from itertools import pairwise

import numpy as np


def make_windows(data, length):
    windows = []
    for start in range(len(data) - length + 1):
        window = []
        for t in range(start, start + length):
            window.append([float(number) for number in data[t]])
        windows.append(window)
    return np.array(windows)


def make_supervised(data, length, horizon, target):
    X, y = [], []
    start = 0
    while start + length - 1 + horizon < len(data):
        X.append(data[start : start + length])
        y.append(data[start + length - 1 + horizon][target])
        start += 1
    return np.array(X), np.array(y)


def split_by_time(data, train, val):
    n_train, n_val = int(len(data) * train), int(len(data) * val)
    first, second, third = data[:0], data[:0], data[:0]
    for t in range(len(data)):
        row = data[t : t + 1]
        if t < n_train:
            first = np.concatenate([first, row])
        elif t < n_train + n_val:
            second = np.concatenate([second, row])
        else:
            third = np.concatenate([third, row])
    return first, second, third


def standardize(train, *others):
    F = train.shape[-1]
    mean, std = np.zeros(F), np.zeros(F)
    for j in range(F):
        numbers = [float(number) for number in train[..., j].ravel()]
        mean[j] = sum(numbers) / len(numbers)
        std[j] = math.sqrt(sum((number - mean[j]) ** 2 for number in numbers) / len(numbers))
        if std[j] == 0:
            std[j] = 1
    scaled = []
    for part in (train, *others):
        new = np.zeros(part.shape)
        for j in range(F):
            new[..., j] = (part[..., j] - mean[j]) / std[j]
        scaled.append(new)
    return *scaled, mean, std


def prepare(data, length, horizon, target, train, val):
    a, b, c = split_by_time(data, train, val)
    a, b, c, mean, std = standardize(a, b, c)
    out = []
    for part in (a, b, c):
        X, y = make_supervised(part, length, horizon, target)
        out.append(X)
        out.append(y)
    return *out, mean, std


def persistence_forecast(X, target):
    forecast = np.zeros(len(X))
    for i in range(len(X)):
        forecast[i] = X[i][len(X[i]) - 1][target]
    return forecast


def moving_average_forecast(X, target, width):
    forecast = []
    for window in X:
        total = 0.0
        for row in window[len(window) - width :]:
            total += row[target]
        forecast.append(total / width)
    return np.array(forecast)


def fit_markov_chain(states, n_states):
    chain = np.zeros((n_states, n_states))
    for today, tomorrow in pairwise(states):
        chain[today, tomorrow] += 1
    for i in range(n_states):
        total = chain[i].sum()
        for j in range(n_states):
            chain[i, j] = chain[i, j] / total if total else 1 / n_states
    return chain
