"""As the slides write it: samples as columns, time first, W_hh and W_xh apart; turned back at the end."""

import numpy as np


def mse(y_hat, y):
    error = np.array(y_hat, dtype=float)
    error -= y
    n = float(len(error.flat))
    return float(np.linalg.norm(error.ravel()) ** 2 / n), error / (n / 2)


def rnn_step_backward(dh, x, h_prev, h, W):
    H = h.shape[1]
    W_hh, W_xh = W[:H].T, W[H:].T
    dz = (dh * (1 - h * h)).T
    return (W_xh.T @ dz).T, (W_hh.T @ dz).T, np.r_[(dz @ h_prev).T, (dz @ x).T], dz.sum(axis=1)


def truncated_rnn_backward(dhs, x, h0, hs, W, k):
    dx, dh, dW, db = [], 0.0 * h0, 0.0 * W, 0.0 * W[0]
    states = [h0, *np.moveaxis(hs, 1, 0)]
    for t in reversed(range(x.shape[1])):
        if (t + 1) % k == 0:
            dh = 0.0 * h0
        d, dh, part_W, part_b = rnn_step_backward(dhs[:, t] + dh, x[:, t], states[t], states[t + 1], W)
        dx.append(d)
        dW, db = dW + part_W, db + part_b
    return np.stack(dx[::-1], axis=1), dh, dW, db


def rnn_backward(dhs, x, h0, hs, W):
    return truncated_rnn_backward(dhs, x, h0, hs, W, 10**9)


def gradient_norms(dhs, hs, W):
    dhs, hs, H = dhs.T.swapaxes(0, 1), hs.T.swapaxes(0, 1), hs.shape[2]  # (T, H, B)
    back, norms = 0 * hs[0], {}
    for t in range(len(hs) - 1, -1, -1):
        total = dhs[t] + back
        norms[t] = (total**2).sum() ** 0.5
        back = W[:H] @ ((1 - hs[t] ** 2) * total)
    return np.array([norms[t] for t in sorted(norms)])


def clip_by_value(grads, limit):
    return [g / np.maximum(1.0, np.abs(g) / limit) for g in grads]


def clip_by_global_norm(grads, max_norm):
    norm = sum(float((g * g).sum()) for g in grads) ** 0.5
    return [g * (1.0 if norm <= max_norm else max_norm / norm) for g in grads]


def rmsprop_update(w, dw, cache, lr, rho, eps):
    cache = dw**2 - rho * (dw**2 - cache)
    return w - dw / ((np.sqrt(cache) + eps) / lr), cache
