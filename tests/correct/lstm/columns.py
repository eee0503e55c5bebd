"""As the slides write it: one sample is a column, W · [h, x] + b, and everything is turned round at the door."""

import numpy as np


def sigma(x):
    return np.exp(-np.logaddexp(0, -x))


def lstm_param_count(input_size, hidden_size):
    n, m = hidden_size, input_size
    return int(4 * (n * m + n**2 + n))


def column_step(x, h, C, W, b):
    """x (D, B), h and C (H, B), W[gate] (H, H + D), b[gate] (H, 1)."""
    z = np.vstack([h, x])
    f, i, o = (sigma(np.dot(W[g], z) + b[g]) for g in "fio")
    C_tilde = np.tanh(np.dot(W["C"], z) + b["C"])
    C_t = f * C + i * C_tilde
    return z, f, i, o, C_tilde, C_t


def turned(params):
    return {g: params["W_" + g].T for g in "fiCo"}, {g: params["b_" + g][:, np.newaxis] for g in "fiCo"}


def lstm_step(x, h_prev, c_prev, params):
    _, _, _, o, _, C_t = column_step(x.T, h_prev.T, c_prev.T, *turned(params))
    return (o * np.tanh(C_t)).T, C_t.T


def lstm_forward(x, h0, c0, params):
    x = np.transpose(x, (1, 2, 0))
    h, C, W_b = h0.T, c0.T, turned(params)
    hs, cs = [], []
    for t in range(len(x)):
        _, _, _, o, _, C = column_step(x[t], h, C, *W_b)
        h = o * np.tanh(C)
        hs += [h]
        cs += [C]
    return np.transpose(hs, (2, 0, 1)), np.transpose(cs, (2, 0, 1))


def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    H = h_prev.shape[1]
    W, b = turned(params)
    z, f, i, o, C_tilde, C_t = column_step(x.T, h_prev.T, c_prev.T, W, b)
    T = np.tanh(C_t)
    dC = dc.T + dh.T * o * (1 - T * T)
    delta = {
        "o": dh.T * T * (o - o**2), "f": dC * c_prev.T * (f - f**2), "i": dC * C_tilde * (i - i**2), "C": dC * i * (1 - C_tilde**2),
    }
    dz = W["f"].T @ delta["f"] + W["i"].T @ delta["i"] + W["C"].T @ delta["C"] + W["o"].T @ delta["o"]
    grads = {}
    for g in "oCif":
        grads["b_" + g] = delta[g].sum(axis=1)
        grads["W_" + g] = (delta[g] @ z.T).T
    return dz[H:].T, dz[:H].T, (dC * f).T, grads


def lstm_backward(dhs, x, h0, c0, params):
    hs, cs = lstm_forward(x, h0, c0, params)
    dx = []
    from_h, from_c = np.zeros(h0.shape), np.zeros(h0.shape)
    total = {}
    for t in reversed(range(x.shape[1])):
        h_prev = hs[:, t - 1] if t > 0 else h0
        c_prev = cs[:, t - 1] if t > 0 else c0
        dx_t, from_h, from_c, grads = lstm_step_backward(dhs[:, t] + from_h, from_c, x[:, t], h_prev, c_prev, params)
        dx.append(dx_t)
        for key, value in grads.items():
            total[key] = total.get(key, 0) + value
    return np.stack(dx[::-1], axis=1), from_h, from_c, total


def lstm_to_keras(params):
    H = params["W_f"].shape[1]
    tall = np.vstack([params["W_i"].T, params["W_f"].T, params["W_C"].T, params["W_o"].T])
    bias = np.r_[params["b_i"], params["b_f"], params["b_C"], params["b_o"]]
    return tall[:, H:].T, tall[:, :H].T, bias
