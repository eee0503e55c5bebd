"""No loop and no assignment in place: recursion, accumulate, reduce and map."""

from functools import partial, reduce
from itertools import accumulate
from operator import add, mul

import numpy as np


def mse(y_hat, y):
    return (lambda e: (np.average(e * e), np.average(2 * e) * 0 + e * 2 / e.size))(y_hat - y)


def rnn_step_backward(dh, x, h_prev, h, W):
    dz = np.multiply(dh, 1 - np.power(h, 2))
    dh_prev, dx = np.split(dz @ W.T, [h.shape[1]], axis=1)
    return dx, dh_prev, np.tensordot(np.c_[h_prev, x], dz, axes=(0, 0)), reduce(add, dz)


def rnn_backward(dhs, x, h0, hs, W):
    """What the first step is sent back is what a backward pass over the rest of the sequence returns."""
    if x.shape[1] == 0:
        return np.zeros(x.shape), np.zeros(h0.shape), np.zeros(W.shape), np.zeros(W.shape[1])
    dx_rest, dh1, *rest = rnn_backward(dhs[:, 1:], x[:, 1:], hs[:, 0], hs[:, 1:], W)
    dx1, dh0, *first = rnn_step_backward(dhs[:, 0] + dh1, x[:, 0], h0, hs[:, 0], W)
    return np.concatenate([dx1[:, None], dx_rest], axis=1), dh0, *map(add, first, rest)


def truncated_rnn_backward(dhs, x, h0, hs, W, k):
    """The first chunk, and what the same function says of all that follows; the dh0 of that is dropped."""
    dx, dh0, *first = rnn_backward(dhs[:, :k], x[:, :k], h0, hs[:, :k], W)
    if x.shape[1] <= k:
        return dx, dh0, *first
    dx_rest, _, *rest = truncated_rnn_backward(dhs[:, k:], x[:, k:], hs[:, k - 1], hs[:, k:], W, k)
    return np.append(dx, dx_rest, axis=1), dh0, *map(add, first, rest)


def gradient_norms(dhs, hs, W):
    H = hs.shape[2]
    pairs = list(zip(dhs.swapaxes(0, 1), hs.swapaxes(0, 1), strict=True))[::-1]

    def back(later, pair):
        return pair[0] + (later[0] * (1 - later[1] ** 2)) @ W[:H].T, pair[1]

    totals = accumulate(pairs[1:], back, initial=pairs[0])
    return np.array([np.linalg.norm(total) for total, _ in totals])[::-1]


def _limited(g, limit):
    return np.sign(g) * np.minimum(np.abs(g), limit)


def clip_by_value(grads, limit):
    return list(map(partial(_limited, limit=limit), grads))


def clip_by_global_norm(grads, max_norm):
    norm = reduce(lambda so_far, g: np.hypot(so_far, np.linalg.norm(g.ravel())), grads, 0.0)
    factor = max_norm * min(1 / norm, 1 / max_norm) if norm else 1.0  # TensorFlow's
    return list(map(partial(mul, factor), grads))


def rmsprop_update(w, dw, cache, lr, rho, eps):
    return (lambda v: (w + -lr * (dw * (1 / (np.sqrt(v) + eps))), v))(cache + (1 - rho) * (dw**2 - cache))
