"""Einstein sums and broadcasting; norms from np.linalg; slopes from cosh of the pre-activation where it is finite."""

import numpy as np


def mse(y_hat, y):
    r = np.subtract(y_hat, y, dtype=float).reshape(-1)
    return np.einsum("n,n->", r, r) / r.size, (r * (2 / r.size)).reshape(y.shape)


def rnn_step_backward(dh, x, h_prev, h, W):
    W_hh, W_xh = np.split(W, [h.shape[1]])
    dz = np.einsum("bj,bj->bj", dh, (1 + h) * (1 - h))
    dW = np.vstack([np.einsum("bi,bj->ij", h_prev, dz), np.einsum("bi,bj->ij", x, dz)])
    return np.einsum("bj,ij->bi", dz, W_xh), np.einsum("bj,ij->bi", dz, W_hh), dW, np.einsum("bj->j", dz)


def _pre_activations(dhs, hs, W, k):
    T, H = hs.shape[1:]
    dz = np.zeros(hs.shape)
    for t in range(T)[::-1]:
        arriving = np.einsum("bj,ij->bi", dz[:, t + 1], W[:H]) if (t + 1) % k and t + 1 < T else 0
        dz[:, t] = (dhs[:, t] + arriving) * (1 - np.square(hs[:, t]))
    return dz


def truncated_rnn_backward(dhs, x, h0, hs, W, k):
    H = h0.shape[1]
    dz = _pre_activations(dhs, hs, W, k)
    went_in = np.concatenate([np.concatenate([h0[:, None], hs], axis=1)[:, :-1], x], axis=2)
    dW = np.einsum("bti,btj->ij", went_in, dz)
    return np.einsum("btj,ij->bti", dz, W[H:]), np.einsum("bj,ij->bi", dz[:, 0], W[:H]), dW, np.einsum("btj->j", dz)


def rnn_backward(dhs, x, h0, hs, W):
    return truncated_rnn_backward(dhs, x, h0, hs, W, k=1 + x.shape[1])


def gradient_norms(dhs, hs, W):
    B, T, H = hs.shape
    dz = _pre_activations(dhs, hs, W, T + 1)
    later = np.concatenate([dz[:, 1:], np.zeros((B, 1, H))], axis=1)
    total = dhs + np.einsum("btj,ij->bti", later, W[:H])
    return np.sqrt(np.einsum("bti,bti->t", total, total))


def clip_by_value(grads, limit):
    return [np.where(g < -limit, -limit, np.where(g > limit, limit, g)) for g in grads]


def clip_by_global_norm(grads, max_norm):
    norm = np.linalg.norm([np.linalg.norm(g.ravel()) for g in grads])
    return [np.divide(g, max(1.0, norm / max_norm)) for g in grads]


def rmsprop_update(w, dw, cache, lr, rho, eps):
    v = np.einsum("k,k...->...", [rho, 1 - rho], np.stack([cache, np.square(dw)]))
    return np.subtract(w, lr * np.divide(dw, np.add(np.sqrt(v), eps))), v
