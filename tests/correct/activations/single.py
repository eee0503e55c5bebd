"""Everything computed, and returned, in float32: right, with a note."""

import numpy as np

f32 = np.float32


def sigmoid(x):
    x = np.asarray(x, dtype=f32)
    return f32(1) / (f32(1) + np.exp(-x))


def tanh(x):
    return np.tanh(np.asarray(x, f32))


def relu(x):
    return np.maximum(np.asarray(x).astype(f32), f32(0))


def sigmoid_derivative(x):
    s = sigmoid(x)
    return s - s * s


def tanh_derivative(x):
    return f32(1) - np.square(tanh(x))


def relu_derivative(x):
    return (np.asarray(x) > 0).astype(f32)
