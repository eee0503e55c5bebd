"""Everything computed, and returned, in float32: right, with a note."""

import numpy as np


def single(*values):
    return [np.asarray(value, dtype=np.float32) for value in values]


def mse(y_hat, y):
    y_hat, y = single(y_hat, y)
    return np.square(y_hat - y).mean(), np.float32(2 / y.size) * (y_hat - y)


def rnn_step_backward(dh, x, h_prev, h, W):
    dh, x, h_prev, h, W = single(dh, x, h_prev, h, W)
    dz = dh * (1 - h**2)
    return dz @ W[h.shape[1]:].T, dz @ W[: h.shape[1]].T, np.hstack([h_prev, x]).T @ dz, dz.sum(0)


def rnn_backward(dhs, x, h0, hs, W):
    dhs, x, h0, hs, W = single(dhs, x, h0, hs, W)
    dx, dh = np.zeros_like(x), np.zeros_like(h0)
    dW, db = np.zeros_like(W), np.zeros(W.shape[1], np.float32)
    for t in reversed(range(x.shape[1])):
        dx[:, t], dh, part_W, part_b = rnn_step_backward(dhs[:, t] + dh, x[:, t], hs[:, t - 1] if t > 0 else h0, hs[:, t], W)
        dW += part_W
        db += part_b
    return dx, dh, dW, db


def truncated_rnn_backward(dhs, x, h0, hs, W, k):
    parts = []
    for s in range(0, x.shape[1], k):
        e = min(s + k, x.shape[1])
        parts.append(rnn_backward(dhs[:, s:e], x[:, s:e], hs[:, s - 1] if s else h0, hs[:, s:e], W))
    dx, dh0, dW, db = zip(*parts, strict=True)
    return np.concatenate(dx, axis=1), dh0[0], sum(dW), sum(db)


def gradient_norms(dhs, hs, W):
    dhs, hs, W = single(dhs, hs, W)
    norms, back = [], np.float32(0)
    for t in reversed(range(hs.shape[1])):
        total = dhs[:, t] + back
        norms.insert(0, np.linalg.norm(total))
        back = (total * (1 - hs[:, t] ** 2)) @ W[: hs.shape[2]].T
    return np.array(norms)


def clip_by_value(grads, limit):
    return [np.clip(g, -limit, limit) for g in single(*grads)]


def clip_by_global_norm(grads, max_norm):
    grads = single(*grads)
    norm = np.sqrt(sum(np.sum(g * g) for g in grads))
    return [g * np.float32(max_norm / norm) if norm > max_norm else g for g in grads]


def rmsprop_update(w, dw, cache, lr, rho, eps):
    w, dw, cache = single(w, dw, cache)
    lr, rho, eps = np.float32(lr), np.float32(rho), np.float32(eps)
    cache = rho * cache + (1 - rho) * dw * dw
    return w - lr * dw / (np.sqrt(cache) + eps), cache
