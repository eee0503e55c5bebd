"""Every layer as one matrix that acts on time: a band matrix for the convolution, a matrix of ones for pooling."""

import numpy as np


def places(T, K, stride, padding="valid"):
    """S[k, t, s] = 1 where place k of window t is step s of the sequence."""
    n, before = (T - K) // stride + 1, 0
    if padding != "valid":
        n = (T + stride - 1) // stride
        before = K - 1 if padding == "causal" else max((n - 1) * stride + K - T, 0) // 2
    at = np.arange(n)[None, :, None] * stride + np.arange(K)[:, None, None] - before
    return (at == np.arange(T)[None, None, :]).astype(float)


def conv1d(x, kernel, bias, stride=1, padding="valid"):
    S = places(x.shape[1], len(kernel), stride, padding)
    return sum(S[k] @ x @ kernel[k] for k in range(len(kernel))) + bias[None, None, :]


def conv1d_backward(dy, x, kernel, stride=1):
    S = places(x.shape[1], len(kernel), stride)
    dx = sum(S[k].T @ dy @ kernel[k].T for k in range(len(kernel)))
    dkernel = np.stack([((S[k] @ x).swapaxes(1, 2) @ dy).sum(axis=0) for k in range(len(kernel))])
    return dx, dkernel, np.ones(dy[..., 0].size) @ dy.reshape(-1, dy.shape[2])


def avg_pool1d(x, size, stride=1):
    return places(x.shape[1], size, stride).mean(axis=0) @ x


def max_pool1d(x, size, stride=1):
    S = places(x.shape[1], size, stride)
    return np.stack([S[k] @ x for k in range(size)]).max(axis=0)


def max_pool1d_backward(dy, x, size, stride=1):
    """By sorting: the last number in order is the winner."""
    S = places(x.shape[1], size, stride)
    seen = np.stack([S[k] @ x for k in range(size)])
    winner = np.argsort(seen, axis=0, kind="stable")[-1]
    return sum(S[k].T @ (dy * (winner == k)) for k in range(size))
