"""Everything one number at a time, with plain loops and lists."""

import math

import numpy as np


def time_features(hours):
    hours = np.asarray(hours)
    features = np.zeros((*hours.shape, 4))
    for place in np.ndindex(hours.shape):
        t = float(hours[place])
        features[place] = [math.sin(2 * math.pi * (t % 24) / 24), math.cos(2 * math.pi * (t % 24) / 24),
                           math.sin(2 * math.pi * (t % 8766) / 8766), math.cos(2 * math.pi * (t % 8766) / 8766)]
    return features


def scaled_windows(train, later, target, length, horizon, stride):
    mean = np.array([sum(column) / len(column) for column in train.T.tolist()])
    std = np.array([math.sqrt(sum((x - m) ** 2 for x in column) / len(column)) for column, m in zip(train.T.tolist(), mean, strict=True)])
    results = []
    for table in (train, later):
        X, y = [], []
        start = 0
        while start + length + horizon <= len(table):
            X.append([[(table[t][j] - mean[j]) / std[j] for j in range(len(mean))] for t in range(start, start + length)])
            y.append([(table[start + length + k][target] - mean[target]) / std[target] for k in range(horizon)])
            start += stride
        results.append(np.array(X))
        results.append(np.array(y))
    return results[0], results[1], results[2], results[3], mean, std


def seasonal_naive_forecast(X, target, period, horizon):
    forecast = np.zeros((len(X), horizon))
    for n, window in enumerate(X):
        known = [float(row[target]) for row in window]
        for k in range(horizon):
            known.append(known[-period])
            forecast[n, k] = known[-1]
    return forecast


def relative_error(y, forecast, naive, std):
    off, other, count = 0.0, 0.0, 0
    for row, said, nothing in zip(y, forecast, naive, strict=True):
        for truth, a, b in zip(row, said, nothing, strict=True):
            off += abs(truth - a)
            other += abs(truth - b)
            count += 1
    return off / count * std, off / other


def pinball_loss(y, forecast, quantile):
    from keras import ops

    error = y - forecast
    costs = ops.where(error > 0, quantile * error, (1 - quantile) * -error)
    return ops.sum(costs, axis=1) / y.shape[1]


def parameter_count(kind, length, features, units, outputs):
    if kind == "Dense":
        layer, seen = length * features * units + units, units
    elif kind == "Conv1D":
        layer, seen = 5 * features * units + units, (length // 4) * units
    elif kind == "SimpleRNN":
        layer, seen = units * units + units * features + units, units
    elif kind == "LSTM":
        layer, seen = 4 * (units * units + units * features + units), units
    elif kind == "GRU":
        layer, seen = 3 * (units * units + units * features + 2 * units), units
    elif kind == "Bidirectional":
        layer, seen = 2 * 4 * (units * units + units * features + units), 2 * units
    else:
        raise ValueError(kind)
    return layer + seen * outputs + outputs
