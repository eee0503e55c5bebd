"""Everything computed, and returned, in float32: right, with a note."""

import numpy as np


def single(value):
    return {k: single(v) for k, v in value.items()} if isinstance(value, dict) else np.asarray(value, dtype=np.float32)


def sigmoid(x):
    return (np.float32(1) + np.tanh(x / np.float32(2))) / np.float32(2)


def values(x, h_prev, params):
    hx = np.concatenate([h_prev, x], axis=1)
    z, r = (sigmoid(hx @ params[f"W_{g}"] + params[f"b_{g}"]) for g in "zr")
    rhx = np.concatenate([r * h_prev, x], axis=1)
    return hx, z, r, rhx, np.tanh(rhx @ params["W_h"] + params["b_h"])


def gru_step(x, h_prev, params):
    x, h_prev, params = map(single, (x, h_prev, params))
    _, z, _, _, candidate = values(x, h_prev, params)
    return h_prev + z * (candidate - h_prev)


def gru_forward(x, h0, params):
    h, hs = h0, np.zeros((*x.shape[:2], h0.shape[1]), np.float32)
    for t in range(x.shape[1]):
        h = hs[:, t] = gru_step(x[:, t], h, params)
    return hs


def gru_step_backward(dh, x, h_prev, params):
    dh, x, h_prev, params = map(single, (dh, x, h_prev, params))
    H = h_prev.shape[1]
    hx, z, r, rhx, candidate = values(x, h_prev, params)
    d = {"z": dh * (candidate - h_prev) * z * (1 - z), "h": dh * z * (1 - candidate**2)}
    back = d["h"] @ params["W_h"].T
    d["r"] = back[:, :H] * h_prev * r * (1 - r)
    seen = {"z": hx, "r": hx, "h": rhx}
    grads = {f"W_{n}": seen[n].T @ d[n] for n in d} | {f"b_{n}": d[n].sum(axis=0) for n in d}
    gates = d["z"] @ params["W_z"].T + d["r"] @ params["W_r"].T
    return back[:, H:] + gates[:, H:], dh * (1 - z) + back[:, :H] * r + gates[:, :H], grads


def gru_backward(dhs, x, h0, params):
    hs = gru_forward(x, h0, params)
    dx, dh = np.zeros(x.shape, np.float32), np.float32(0)
    grads = {key: np.zeros(value.shape, np.float32) for key, value in params.items()}
    for t in reversed(range(x.shape[1])):
        dx[:, t], dh, part = gru_step_backward(dhs[:, t] + dh, x[:, t], hs[:, t - 1] if t else h0, params)
        for key in grads:
            grads[key] += part[key]
    return dx, dh, grads


def gru_to_keras(params):
    params = single(params)
    H = params["b_z"].size
    W, bias = (np.concatenate([-params[f"{kind}_z"], params[f"{kind}_r"], params[f"{kind}_h"]], axis=-1) for kind in "Wb")
    return W[H:], W[:H], bias
