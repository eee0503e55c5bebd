"""Everything computed, and returned, in float32: right, with a note."""

import numpy as np


def single(value):
    return {k: single(v) for k, v in value.items()} if isinstance(value, dict) else np.asarray(value, dtype=np.float32)


def sigmoid(x):
    return (np.float32(1) + np.tanh(x / np.float32(2))) / np.float32(2)


def values(x, h_prev, c_prev, params):
    hx = np.concatenate([h_prev, x], axis=1)
    f, i, o = (sigmoid(hx @ params[f"W_{g}"] + params[f"b_{g}"]) for g in "fio")
    g = np.tanh(hx @ params["W_C"] + params["b_C"])
    return hx, f, i, o, g, f * c_prev + i * g


def lstm_step(x, h_prev, c_prev, params):
    *_, o, _, c = values(*map(single, (x, h_prev, c_prev, params)))
    return o * np.tanh(c), c


def lstm_forward(x, h0, c0, params):
    h, c = h0, c0
    hs = np.zeros((*x.shape[:2], h0.shape[1]), np.float32)
    cs = np.zeros_like(hs)
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t], h, c, params)
        hs[:, t], cs[:, t] = h, c
    return hs, cs


def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    dh, dc, x, h_prev, c_prev, params = map(single, (dh, dc, x, h_prev, c_prev, params))
    hx, f, i, o, g, c = values(x, h_prev, c_prev, params)
    dc = dc + dh * o * (1 - np.tanh(c) ** 2)
    da = {"f": dc * c_prev * f * (1 - f), "i": dc * g * i * (1 - i), "C": dc * i * (1 - g**2), "o": dh * np.tanh(c) * o * (1 - o)}
    grads = {f"W_{n}": hx.T @ d for n, d in da.items()} | {f"b_{n}": d.sum(axis=0) for n, d in da.items()}
    dh_prev, dx = np.split(sum(d @ params[f"W_{n}"].T for n, d in da.items()), [h_prev.shape[1]], axis=1)
    return dx, dh_prev, dc * f, grads


def lstm_backward(dhs, x, h0, c0, params):
    hs, cs = lstm_forward(x, h0, c0, params)
    dx, dh, dc = np.zeros(x.shape, np.float32), np.float32(0), np.zeros(c0.shape, np.float32)
    grads = {key: np.zeros(value.shape, np.float32) for key, value in params.items()}
    for t in reversed(range(x.shape[1])):
        before = (hs[:, t - 1], cs[:, t - 1]) if t else (h0, c0)
        dx[:, t], dh, dc, part = lstm_step_backward(dhs[:, t] + dh, dc, x[:, t], *before, params)
        for key in grads:
            grads[key] += part[key]
    return dx, dh, dc, grads


def lstm_to_keras(params):
    params = single(params)
    H = params["b_f"].size
    W, bias = (np.concatenate([params[f"{kind}_{gate}"] for gate in "ifCo"], axis=-1) for kind in "Wb")
    return W[H:], W[:H], bias
