"""Strided views and einsum; ties share the gradient of max pooling evenly; tuples come back as lists."""

import numpy as np
from numpy.lib.stride_tricks import as_strided


def views(x, size, stride):
    B, T, C = x.shape
    x = np.ascontiguousarray(x)
    n = (T - size) // stride + 1
    sb, st, sc = x.strides
    return as_strided(x, (B, n, size, C), (sb, st * stride, st, sc), writeable=False)


def conv1d(x, kernel, bias, stride=1, padding="valid"):
    T, K = x.shape[1], kernel.shape[0]
    if padding == "same":
        short = T % stride or stride
        total = max(K - short, 0)
        x = np.pad(x, [(0, 0), (total // 2, (total + 1) // 2), (0, 0)])
    if padding == "causal":
        x = np.pad(x, [(0, 0), (K - 1, 0), (0, 0)])
    return np.einsum("btkc,kcf->btf", views(x, K, stride), kernel, optimize=True) + bias


def max_pool1d(x, size, stride=1):
    return views(x, size, stride).max(2)


def avg_pool1d(x, size, stride=1):
    return np.einsum("btkc->btc", views(x, size, stride)) / size


def conv1d_backward(dy, x, kernel, stride=1):
    pieces = np.einsum("btf,kcf->btkc", dy, kernel)
    dx = np.zeros_like(x, dtype=float)
    for t in range(dy.shape[1]):
        dx[:, stride * t : stride * t + len(kernel)] += pieces[:, t]
    return [dx, np.einsum("btkc,btf->kcf", views(x, len(kernel), stride), dy), np.einsum("btf->f", dy)]


def max_pool1d_backward(dy, x, size, stride=1):
    windows = views(x, size, stride)
    won = windows == windows.max(axis=2, keepdims=True)
    pieces = won / won.sum(axis=2, keepdims=True) * dy[:, :, None]
    dx = np.zeros(x.shape)
    for t in range(dy.shape[1]):
        dx[:, stride * t : stride * t + size] += pieces[:, t]
    return dx
