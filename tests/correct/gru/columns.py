"""As the slides write it: one sample is a column, W · [h, x] + b, and everything is turned round at the door."""

import numpy as np


def sigma(x):
    return np.exp(-np.logaddexp(0, -x))


def gru_param_count(input_size, hidden_size, reset_after=False):
    n, m = hidden_size, input_size
    return int(3 * (n * m + n**2 + n * (1 + bool(reset_after))))


def turned(params):
    return {g: params["W_" + g].T for g in "zrh"}, {g: params["b_" + g][:, np.newaxis] for g in "zrh"}


def column_step(x, h, W, b):
    """x (D, B), h (H, B), W[gate] (H, H + D), b[gate] (H, 1)."""
    seen = np.vstack([h, x])
    z, r = (sigma(np.dot(W[g], seen) + b[g]) for g in "zr")
    hidden = np.vstack([r * h, x])
    return seen, hidden, z, r, np.tanh(np.dot(W["h"], hidden) + b["h"])


def gru_step(x, h_prev, params):
    _, _, z, _, candidate = column_step(x.T, h_prev.T, *turned(params))
    return ((1 - z) * h_prev.T + z * candidate).T


def gru_forward(x, h0, params):
    x = np.transpose(x, (1, 2, 0))
    h, W_b = h0.T, turned(params)
    hs = []
    for t in range(len(x)):
        _, _, z, _, candidate = column_step(x[t], h, *W_b)
        h = h - z * h + z * candidate
        hs += [h]
    return np.transpose(hs, (2, 0, 1))


def gru_step_backward(dh, x, h_prev, params):
    H = h_prev.shape[1]
    W, b = turned(params)
    h, d = h_prev.T, dh.T
    seen, hidden, z, r, candidate = column_step(x.T, h, W, b)
    delta = {"h": d * z * (1 - candidate**2)}
    back = W["h"].T @ delta["h"]
    delta["r"] = back[:H] * h * (r - r**2)
    delta["z"] = d * (candidate - h) * (z - z**2)
    gates = W["z"].T @ delta["z"] + W["r"].T @ delta["r"]
    grads = {}
    for g, what in (("h", hidden), ("r", seen), ("z", seen)):
        grads["b_" + g] = delta[g].sum(axis=1)
        grads["W_" + g] = (delta[g] @ what.T).T
    return (back[H:] + gates[H:]).T, (d * (1 - z) + back[:H] * r + gates[:H]).T, grads


def gru_backward(dhs, x, h0, params):
    hs = gru_forward(x, h0, params)
    dx, back, total = [], np.zeros(h0.shape), {}
    for t in reversed(range(x.shape[1])):
        h_prev = hs[:, t - 1] if t > 0 else h0
        dx_t, back, grads = gru_step_backward(dhs[:, t] + back, x[:, t], h_prev, params)
        dx.append(dx_t)
        for key, value in grads.items():
            total[key] = total.get(key, 0) + value
    return np.stack(dx[::-1], axis=1), back, total


def gru_to_keras(params):
    H = params["W_z"].shape[1]
    tall = np.vstack([-params["W_z"].T, params["W_r"].T, params["W_h"].T])
    return tall[:, H:].T, tall[:, :H].T, np.r_[-params["b_z"], params["b_r"], params["b_h"]]
