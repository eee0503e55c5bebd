"""Boolean masks: each part of the input gets the form that suits it."""

import numpy as np


def sigmoid(x):
    out = np.empty(x.shape)
    positive = x >= 0
    out[positive] = 1 / (1 + np.exp(-x[positive]))
    e = np.exp(x[~positive])
    out[~positive] = e / (1 + e)
    return out


def tanh(x):
    e = np.exp(-2 * np.abs(x))
    t = (1 - e) / (1 + e)
    return np.where(x < 0, -t, t)


def relu(x):
    out = x.copy()
    out[out < 0] = 0
    return out


def sigmoid_derivative(x):
    e = np.exp(-abs(x))
    return e / (1 + e) ** 2


def tanh_derivative(x):
    e = np.exp(-2 * abs(x))
    return 4 * e / (1 + e) ** 2


def relu_derivative(x):
    slope = np.zeros(x.shape)
    slope[x > 0] = 1
    return slope
