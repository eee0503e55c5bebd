"""Everything number by number, as on paper: loops over samples, steps, units and inputs, math instead of NumPy."""

import math

import numpy as np


def mse(y_hat, y):
    total, slopes = 0.0, []
    for a, b in zip(y_hat.ravel(), y.ravel(), strict=True):
        total += float(a - b) ** 2
        slopes.append(2 * float(a - b) / y.size)
    return total / y.size, np.array(slopes).reshape(y.shape)


def rnn_step_backward(dh, x, h_prev, h, W):
    (B, H), D = h.shape, x.shape[1]
    dx, dh_prev, dW, db = np.zeros((B, D)), np.zeros((B, H)), np.zeros((H + D, H)), np.zeros(H)
    for b in range(B):
        went_in = [*h_prev[b], *x[b]]
        for j in range(H):
            dz = float(dh[b, j]) * (1 - float(h[b, j]) * float(h[b, j]))
            db[j] += dz
            for i in range(H + D):
                dW[i, j] += went_in[i] * dz
                if i < H:
                    dh_prev[b, i] += dz * W[i, j]
                else:
                    dx[b, i - H] += dz * W[i, j]
    return dx, dh_prev, dW, db


def rnn_backward(dhs, x, h0, hs, W):
    return truncated_rnn_backward(dhs, x, h0, hs, W, x.shape[1])


def truncated_rnn_backward(dhs, x, h0, hs, W, k):
    B, T, D = x.shape
    H = h0.shape[1]
    dx, dh0, dW, db = np.zeros((B, T, D)), np.zeros((B, H)), np.zeros((H + D, H)), np.zeros(H)
    for b in range(B):
        row, coming = slice(b, b + 1), np.zeros((1, H))
        t = T - 1
        while t >= 0:
            before = h0[row] if t == 0 else hs[row, t - 1]
            dx[row, t], coming, part_W, part_b = rnn_step_backward(dhs[row, t] + coming, x[row, t], before, hs[row, t], W)
            dW += part_W
            db += part_b
            if t == 0:
                dh0[row] = coming
            elif t % k == 0:
                coming = np.zeros((1, H))
            t -= 1
    return dx, dh0, dW, db


def gradient_norms(dhs, hs, W):
    B, T, H = hs.shape
    squares = [0.0] * T
    for b in range(B):
        coming = [0.0] * H
        for t in range(T - 1, -1, -1):
            total = [float(dhs[b, t, j]) + coming[j] for j in range(H)]
            squares[t] += sum(g * g for g in total)
            dz = [total[j] * (1 - hs[b, t, j] ** 2) for j in range(H)]
            coming = [sum(dz[j] * W[i, j] for j in range(H)) for i in range(H)]
    return np.array([math.sqrt(s) for s in squares])


def clip_by_value(grads, limit):
    answer = []
    for g in grads:
        flat = [limit if v > limit else -limit if v < -limit else float(v) for v in g.ravel()]
        answer.append(np.array(flat).reshape(g.shape))
    return answer


def clip_by_global_norm(grads, max_norm):
    square = 0.0
    for g in grads:
        for v in g.ravel():
            square += float(v) ** 2
    norm = math.sqrt(square)
    answer = []
    for g in grads:
        if norm > max_norm:
            answer.append(g * max_norm / norm)
        else:
            answer.append(g.astype(float))
    return answer


def rmsprop_update(w, dw, cache, lr, rho, eps):
    new_w, new_cache = np.zeros(w.shape), np.zeros(w.shape)
    for at in np.ndindex(w.shape):
        new_cache[at] = rho * cache[at] + (1 - rho) * dw[at] * dw[at]
        new_w[at] = w[at] - lr / (math.sqrt(new_cache[at]) + eps) * dw[at]
    return new_w, new_cache
