"""Everything number by number, as on paper: loops over samples, windows, filters, places and channels."""

import math

import numpy as np


def conv1d(x, kernel, bias, stride=1, padding="valid"):
    B, T, C = x.shape
    K, _, F = kernel.shape
    if padding == "valid":
        before, steps = 0, (T - K) // stride + 1
    elif padding == "causal":
        before, steps = K - 1, (T - 1) // stride + 1
    else:
        steps = math.ceil(T / stride)
        before = max((steps - 1) * stride + K - T, 0) // 2
    y = np.zeros((B, steps, F))
    for b in range(B):
        for t in range(steps):
            for f in range(F):
                total = float(bias[f])
                for k in range(K):
                    at = t * stride + k - before
                    if 0 <= at < T:
                        for c in range(C):
                            total += float(x[b, at, c]) * float(kernel[k, c, f])
                y[b, t, f] = total
    return y


def _pooled(x, size, stride, of):
    B, T, C = x.shape
    steps = (T - size) // stride + 1
    y = np.zeros((B, steps, C))
    for b in range(B):
        for t in range(steps):
            for c in range(C):
                y[b, t, c] = of([float(x[b, t * stride + k, c]) for k in range(size)])
    return y


def max_pool1d(x, size, stride=1):
    return _pooled(x, size, stride, max)


def avg_pool1d(x, size, stride=1):
    return _pooled(x, size, stride, lambda numbers: sum(numbers) / len(numbers))


def conv1d_backward(dy, x, kernel, stride=1):
    dx, dkernel, dbias = np.zeros(x.shape), np.zeros(kernel.shape), np.zeros(kernel.shape[2])
    for b, t, f in np.ndindex(dy.shape):
        dbias[f] += dy[b, t, f]
        for k in range(kernel.shape[0]):
            for c in range(kernel.shape[1]):
                dx[b, t * stride + k, c] += dy[b, t, f] * kernel[k, c, f]
                dkernel[k, c, f] += dy[b, t, f] * x[b, t * stride + k, c]
    return dx, dkernel, dbias


def max_pool1d_backward(dy, x, size, stride=1):
    """The last of tied numbers gets everything."""
    dx = np.zeros(x.shape)
    for b, t, c in np.ndindex(dy.shape):
        best = t * stride
        for at in range(t * stride, t * stride + size):
            if x[b, at, c] >= x[b, best, c]:
                best = at
        dx[b, best, c] += dy[b, t, c]
    return dx
