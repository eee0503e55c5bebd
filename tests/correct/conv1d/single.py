"""In float32 throughout, with arrays gathered by fancy indexes."""

import numpy as np


def gather(x, size, stride):
    """(B, T', size * C), time before channels."""
    starts = np.arange(0, x.shape[1] - size + 1, stride)
    return x[:, starts[:, None] + np.arange(size)].reshape(len(x), len(starts), -1)


def conv1d(x, kernel, bias, stride=1, padding="valid"):
    x, kernel, bias = (np.asarray(value, dtype=np.float32) for value in (x, kernel, bias))
    T, (K, C, F) = x.shape[1], kernel.shape
    extra = {"valid": 0, "causal": K - 1, "same": max(((T - 1) // stride) * stride + K - T, 0)}[padding]
    front = extra // 2 if padding == "same" else extra
    x = np.concatenate([np.zeros((len(x), front, C), x.dtype), x, np.zeros((len(x), extra - front, C), x.dtype)], axis=1)
    return gather(x, K, stride) @ kernel.reshape(K * C, F) + bias


def conv1d_backward(dy, x, kernel, stride=1):
    dy, x, kernel = (np.asarray(value, dtype=np.float32) for value in (dy, x, kernel))
    K, C, F = kernel.shape
    rows = dy.reshape(-1, F)
    dkernel = (gather(x, K, stride).reshape(-1, K * C).T @ rows).reshape(K, C, F)
    pieces = (rows @ kernel.reshape(K * C, F).T).reshape(len(x), -1, K, C)
    dx = np.zeros_like(x)
    for t in range(pieces.shape[1]):
        dx[:, t * stride : t * stride + K] += pieces[:, t]
    return dx, dkernel, rows.sum(axis=0)


def max_pool1d(x, size, stride=1):
    windows = gather(x.astype(np.float32), size, stride)
    return windows.reshape(*windows.shape[:2], size, -1).max(axis=2)


def avg_pool1d(x, size, stride=1):
    windows = gather(x.astype(np.float32), size, stride)
    return windows.reshape(*windows.shape[:2], size, -1).mean(axis=2)


def max_pool1d_backward(dy, x, size, stride=1):
    x, dy, dx = x.astype(np.float32), dy.astype(np.float32), np.zeros(x.shape, np.float32)
    for t in range(dy.shape[1]):
        window = x[:, t * stride : t * stride + size]
        won = window == window.max(axis=1, keepdims=True)
        first = won & (won.cumsum(axis=1) == 1)
        dx[:, t * stride : t * stride + size] += first * dy[:, t : t + 1]
    return dx
