"""NumPy's own one-dimensional correlate and convolve, channel by channel; running sums; a heap of Python lists."""

import numpy as np


def conv1d(x, kernel, bias, stride=1, padding="valid"):
    """All of it first ("full"), then what the padding leaves."""
    (B, T, C), (K, _, F) = x.shape, kernel.shape
    full = np.empty((B, T + K - 1, F))
    for b in range(B):
        for f in range(F):
            full[b, :, f] = bias[f] + sum(np.convolve(x[b, :, c], kernel[::-1, c, f]) for c in range(C))
    if padding == "valid":
        return full[:, K - 1 : T : stride]
    n = -(-T // stride)
    first = 0 if padding == "causal" else K - 1 - max((n - 1) * stride + K - T, 0) // 2
    return full[:, first :: stride][:, :n]


def conv1d_backward(dy, x, kernel, stride=1):
    """dy with zeros between its numbers, convolved with the kernel as it stands."""
    (B, T, C), (K, _, F) = x.shape, kernel.shape
    wide = np.zeros((B, T - K + 1, F))
    wide[:, ::stride] = dy
    dx, dkernel = np.zeros((B, T, C)), np.zeros((K, C, F))
    for b in range(B):
        for f in range(F):
            for c in range(C):
                dx[b, :, c] += np.convolve(wide[b, :, f], kernel[:, c, f])
                dkernel[:, c, f] += np.correlate(x[b, :, c], wide[b, :, f], "valid")
    return dx, dkernel, dy.sum(0).sum(0)


def avg_pool1d(x, size, stride=1):
    total = np.concatenate([np.zeros_like(x[:, :1]), np.cumsum(x, axis=1)], axis=1)
    return ((total[:, size:] - total[:, :-size]) / size)[:, ::stride]


def max_pool1d(x, size, stride=1):
    y = []
    t = 0
    while t + size <= x.shape[1]:
        y.append(np.amax(x[:, t : t + size, :], axis=1))
        t += stride
    return np.stack(y, axis=1)


def max_pool1d_backward(dy, x, size, stride=1):
    dx = np.zeros(x.shape)
    b, t, c = np.indices(dy.shape)
    windows = np.stack([x[:, k : x.shape[1] - size + 1 + k : stride] for k in range(size)])
    np.add.at(dx, (b, t * stride + windows.argmax(axis=0), c), dy)
    return dx
