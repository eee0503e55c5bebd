"""One product for all steps, where there can be one; buffers filled in place; views of a padded sequence of states."""

import numpy as np


def mse(y_hat, y):
    dy = (y_hat - y) * (2.0 / np.prod(np.shape(y)))
    return 0.5 * np.vdot(dy, y_hat - y), dy


def rnn_step_backward(dh, x, h_prev, h, W):
    dz = dh - dh * h**2
    back = dz @ W.T
    ones = np.ones((len(x), 1))
    learned = np.hstack([h_prev, x, ones]).T @ dz  # the bias is the weight of a 1
    return back[:, h.shape[1]:], back[:, :h.shape[1]], learned[:-1], learned[-1]


def _all(dhs, x, h0, hs, W, cuts):
    B, T, D = x.shape
    H = h0.shape[1]
    padded = np.empty((B, T + 1, H))
    padded[:, 0], padded[:, 1:] = h0, hs
    slopes = 1 - padded[:, 1:] ** 2
    dz = np.array(dhs, dtype=float)
    W_back = np.ascontiguousarray(W[:H].T)
    for t in range(T - 1, -1, -1):
        if t < T - 1 and t + 1 not in cuts:
            dz[:, t] += dz[:, t + 1] @ W_back
        dz[:, t] *= slopes[:, t]
    flat = dz.reshape(B * T, H)
    dW = np.empty(W.shape)
    dW[:H] = padded[:, :-1].reshape(B * T, H).T @ flat
    dW[H:] = x.reshape(B * T, D).T @ flat
    return (flat @ W[H:].T).reshape(B, T, D), dz[:, 0] @ W_back, dW, flat.sum(0)


def rnn_backward(dhs, x, h0, hs, W):
    return _all(dhs, x, h0, hs, W, ())


def truncated_rnn_backward(dhs, x, h0, hs, W, k):
    return _all(dhs, x, h0, hs, W, range(k, x.shape[1], k))


def gradient_norms(dhs, hs, W):
    T, H = hs.shape[1:]
    dh = np.array(dhs, dtype=float)
    for t in range(T - 2, -1, -1):
        dh[:, t] += np.multiply(dh[:, t + 1], 1 - hs[:, t + 1] ** 2) @ W[:H].T
    return np.linalg.norm(dh.swapaxes(0, 1).reshape(T, -1), axis=1)


def clip_by_value(grads, limit):
    out = [np.array(g, dtype=float) for g in grads]
    for g in out:
        g[g > limit] = limit
        g[g < -limit] = -limit
    return out


def clip_by_global_norm(grads, max_norm):
    flat = np.concatenate([np.ravel(g) for g in grads]).astype(float)
    length = np.sqrt(flat @ flat)
    if length > max_norm:
        flat *= max_norm / (length + 1e-6)  # PyTorch's
    ends = np.cumsum([g.size for g in grads])[:-1]
    return [part.reshape(g.shape) for part, g in zip(np.split(flat, ends), grads, strict=True)]


def rmsprop_update(w, dw, cache, lr, rho, eps):
    cache = np.array(cache, dtype=float)
    cache *= rho
    cache += (1 - rho) * np.multiply(dw, dw)
    w = np.array(w, dtype=float)
    w -= lr * dw / (cache**0.5 + eps)
    return w, cache
