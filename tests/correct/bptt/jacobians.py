"""By whole Jacobians: a matrix dh_t/dh_{t-1} for every sample, and products of them for every pair of a loss and a step."""

import numpy as np


def mse(y_hat, y):
    return np.var(y_hat - y) + np.mean(y_hat - y) ** 2, np.multiply(y_hat - y, 2) / np.size(y)


def rnn_step_backward(dh, x, h_prev, h, W):
    jacobian = (1 - h**2)[:, :, None] * W.T  # (B, H, H + D): dh_j / d[h_prev, x]_i
    back = np.squeeze(np.asarray(dh)[:, None, :] @ jacobian, axis=1)
    dz = dh * np.diagonal(1 - h[:, :, None] * h[:, None, :], axis1=1, axis2=2)
    dW = sum(np.outer(np.concatenate([a, c]), d) for a, c, d in zip(h_prev, x, dz, strict=True))
    return back[:, h.shape[1]:], back[:, :h.shape[1]], dW, np.add.reduce(dz)


def _totals(dhs, hs, W, k):
    """All of dL/dh_t as a sum over later losses in the same chunk."""
    T, H = hs.shape[1:]
    steps = (1 - hs**2)[..., None] * W[:H].T  # dh_t / dh_{t-1}
    totals = np.zeros(hs.shape)
    for s in range(T):
        row = np.asarray(dhs[:, s], dtype=float)[:, None, :]
        for t in range(s, s // k * k - 1, -1):
            totals[:, t] += row[:, 0]
            row = row @ steps[:, t]
    return totals


def truncated_rnn_backward(dhs, x, h0, hs, W, k):
    before = np.concatenate([h0[:, None], hs[:, :-1]], axis=1)
    totals = _totals(dhs, hs, W, k)
    (B, T, D), H = x.shape, h0.shape[1]
    dx, back, dW, db = rnn_step_backward(*(a.reshape(B * T, -1) for a in (totals, x, before, hs)), W)  # steps as samples
    return dx.reshape(B, T, D), back.reshape(B, T, H)[:, 0], dW, db


def rnn_backward(dhs, x, h0, hs, W):
    return truncated_rnn_backward(dhs, x, h0, hs, W, x.shape[1])


def gradient_norms(dhs, hs, W):
    return np.linalg.norm(_totals(dhs, hs, W, hs.shape[1]), axis=(0, 2))


def clip_by_value(grads, limit):
    return [np.median([np.full(g.shape, -limit), g, np.full(g.shape, limit)], axis=0) for g in grads]


def clip_by_global_norm(grads, max_norm):
    norm = np.sqrt(np.sum([np.vdot(g, g) for g in grads]))
    with np.errstate(all="ignore"):
        return [g * np.fmin(1.0, np.true_divide(max_norm, norm)) for g in grads]


def rmsprop_update(w, dw, cache, lr, rho, eps):
    v = np.average([cache, np.square(dw, dtype=float)], axis=0, weights=[rho, 1 - rho])
    step = np.true_divide(dw, v**0.5 + eps)
    return w - step * lr, v
