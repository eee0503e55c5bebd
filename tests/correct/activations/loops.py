"""Number by number, with math in place of NumPy."""

import math

import numpy as np


def each(function, x):
    return np.array([function(number) for number in x.ravel().tolist()], dtype=float).reshape(x.shape)


def one_sigmoid(a):
    if a < -700:
        return 0.0
    return 1 / (1 + math.exp(-a))


def sigmoid(x):
    return each(one_sigmoid, x)


def tanh(x):
    result = np.zeros(x.shape)
    for at in np.ndindex(x.shape):
        result[at] = math.tanh(x[at])
    return result


def relu(x):
    return each(lambda a: max(0, a), x)


def sigmoid_derivative(x):
    return each(lambda a: one_sigmoid(a) * (1 - one_sigmoid(a)), x)


def tanh_derivative(x):
    return each(lambda a: 1 - math.tanh(a) * math.tanh(a), x)


def relu_derivative(x):
    return each(lambda a: 1 if a > 0 else 0, x)
