"""By way of logarithms and identities: logaddexp, softplus, expm1, the absolute value; slopes from one another."""

import numpy as np


def softplus(x):
    return np.logaddexp(0.0, x)


def sigmoid(x):
    return np.exp(-softplus(-x))


def tanh(x):
    minus = np.expm1(-2.0 * np.fabs(x))
    return np.copysign(minus / (minus + 2.0), x)


def relu(x):
    return (x + np.abs(x)) / 2


def sigmoid_derivative(x):
    return np.exp(-softplus(x) - softplus(-x))


def tanh_derivative(x):
    return 4 * sigmoid_derivative(2 * x)


def relu_derivative(x):
    return np.heaviside(x, 1.0)
