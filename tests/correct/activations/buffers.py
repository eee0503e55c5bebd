"""Work in place, but on own copies; results through out=, transposed and strided on the way."""

import numpy as np


def sigmoid(x):
    out = np.array(x, dtype=np.float64)
    np.clip(out, -500, 500, out=out)
    np.negative(out, out=out)
    np.exp(out, out=out)
    out += 1
    return np.divide(1, out, out=out)


def tanh(x):
    out = np.array(x.T, dtype=float, order="F")
    np.tanh(out, out=out)
    return out.T


def relu(x):
    out = x.astype(float)
    out *= out > 0
    return out


def sigmoid_derivative(x):
    s = sigmoid(x)
    s -= s**2
    return s


def tanh_derivative(x):
    t = np.tanh(np.atleast_1d(x)[..., ::-1])
    return (1 - t * t)[..., ::-1].reshape(np.shape(x))


def relu_derivative(x):
    return np.sign(np.clip(x, 0, None)) * 1.0
