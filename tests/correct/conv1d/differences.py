"""Gradients by differences, which are exact for what is linear; the largest number by nudging each in turn."""

import numpy as np


def conv1d(x, kernel, bias, stride=1, padding="valid"):
    """A running sum over the places of the window."""
    T, K = x.shape[1], len(kernel)
    n = (T - K) // stride + 1 if padding == "valid" else -(-T // stride)
    left = {"valid": 0, "same": max((n - 1) * stride + K - T, 0) // 2, "causal": K - 1}[padding]
    room = np.zeros((len(x), left + T + K + stride, x.shape[2]))
    room[:, left : left + T] += x
    y = np.zeros((len(x), n, kernel.shape[2])) + bias
    for k in range(K):
        y += room[:, k : k + n * stride : stride] @ kernel[k]
    return y


def max_pool1d(x, size, stride=1):
    y = x[:, : x.shape[1] - size + 1]
    for k in range(1, size):
        y = np.where(x[:, k : k + y.shape[1]] > y, x[:, k : k + y.shape[1]], y)
    return y[:, ::stride]


def avg_pool1d(x, size, stride=1):
    C = x.shape[2]
    return conv1d(x, np.eye(C) * np.full((size, 1, 1), 1 / size), np.zeros(C), stride)


def conv1d_backward(dy, x, kernel, stride=1):
    nothing = np.zeros(kernel.shape[2])

    def slopes(shape, answer):
        gradient = np.zeros(shape)
        for at in np.ndindex(shape):
            one = np.zeros(shape)
            one[at] = 1
            gradient[at] = np.sum(dy * answer(one))
        return gradient

    dx = np.zeros(x.shape)
    for t in range(x.shape[1]):
        for c in range(x.shape[2]):
            one = np.zeros((1, *x.shape[1:]))
            one[0, t, c] = 1
            dx[:, t, c] = np.sum(dy * conv1d(one, kernel, nothing, stride), axis=(1, 2))
    return dx, slopes(kernel.shape, lambda w: conv1d(x, w, nothing, stride)), dy.sum(axis=(0, 1))


def max_pool1d_backward(dy, x, size, stride=1):
    """A number wins if none before it in the window is as large, and none after it larger."""
    dx = np.zeros(x.shape)
    for t in range(dy.shape[1]):
        window = x[:, t * stride : t * stride + size]
        for k in range(size):
            here = window[:, k]
            wins = (window[:, :k] < here[:, None]).all(axis=1) & (window[:, k + 1 :] <= here[:, None]).all(axis=1)
            dx[:, t * stride + k] += wins * dy[:, t]
    return dx
