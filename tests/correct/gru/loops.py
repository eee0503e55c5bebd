"""Everything number by number, as on paper: loops over samples, units and inputs, math instead of NumPy."""

import math

import numpy as np


def sigmoid(a):
    return 1 / (1 + math.exp(-a)) if a > 0 else math.exp(a) / (1 + math.exp(a))


def gru_param_count(input_size, hidden_size, reset_after=False):
    total = 0
    for _network in "zrh":
        for _unit in range(hidden_size):
            total += hidden_size + input_size + 1
            total += 1 if reset_after else 0
    return total


def pre(name, seen, params, j):
    a = float(params["b_" + name][j])
    for k, number in enumerate(seen):
        a += float(number) * float(params["W_" + name][k, j])
    return a


def sample(x, h, params):
    """z, r and the candidate of one sample, lists of H numbers."""
    H = len(h)
    z = [sigmoid(pre("z", [*h, *x], params, j)) for j in range(H)]
    r = [sigmoid(pre("r", [*h, *x], params, j)) for j in range(H)]
    reset = [r[j] * float(h[j]) for j in range(H)]
    return z, r, [math.tanh(pre("h", [*reset, *x], params, j)) for j in range(H)]


def gru_step(x, h_prev, params):
    h = np.zeros(h_prev.shape)
    for b in range(len(x)):
        z, _, candidate = sample(x[b], h_prev[b], params)
        for j in range(len(z)):
            h[b, j] = (1 - z[j]) * h_prev[b, j] + z[j] * candidate[j]
    return h


def gru_forward(x, h0, params):
    B, T, _ = x.shape
    hs = np.zeros((B, T, h0.shape[1]))
    for b in range(B):
        h = h0[b : b + 1]
        for t in range(T):
            h = gru_step(x[b : b + 1, t, :], h, params)
            hs[b, t] = h[0]
    return hs


def gru_step_backward(dh, x, h_prev, params):
    (B, D), H = x.shape, h_prev.shape[1]
    dx, dh_prev = np.zeros((B, D)), np.zeros((B, H))
    grads = {key: np.zeros(np.shape(value)) for key, value in params.items()}
    for b in range(B):
        z, r, candidate = sample(x[b], h_prev[b], params)
        reset = [r[j] * h_prev[b, j] for j in range(H)]
        back = [0.0] * (H + D)
        d = {"z": [0.0] * H, "r": [0.0] * H, "h": [0.0] * H}
        for j in range(H):
            dh_prev[b, j] += dh[b, j] * (1 - z[j])
            d["z"][j] = dh[b, j] * (candidate[j] - h_prev[b, j]) * z[j] * (1 - z[j])
            d["h"][j] = dh[b, j] * z[j] * (1 - candidate[j] ** 2)
            for k in range(H + D):
                back[k] += d["h"][j] * params["W_h"][k, j]
        for j in range(H):
            d["r"][j] = back[j] * h_prev[b, j] * r[j] * (1 - r[j])
            dh_prev[b, j] += back[j] * r[j]
        for k in range(D):
            dx[b, k] += back[H + k]
        for name, seen in (("z", [*h_prev[b], *x[b]]), ("r", [*h_prev[b], *x[b]]), ("h", [*reset, *x[b]])):
            for j in range(H):
                grads["b_" + name][j] += d[name][j]
                for k in range(H + D):
                    grads["W_" + name][k, j] += seen[k] * d[name][j]
                    if name != "h" and k < H:
                        dh_prev[b, k] += d[name][j] * params["W_" + name][k, j]
                    elif name != "h":
                        dx[b, k - H] += d[name][j] * params["W_" + name][k, j]
    return dx, dh_prev, grads


def gru_backward(dhs, x, h0, params):
    B, T, _ = x.shape
    hs = gru_forward(x, h0, params)
    dx, dh0 = np.zeros(x.shape), np.zeros(h0.shape)
    grads = {key: np.zeros(np.shape(value)) for key, value in params.items()}
    for b in range(B):
        one = slice(b, b + 1)
        dh = np.zeros_like(h0[one], dtype=float)
        t = T - 1
        while t >= 0:
            h_prev = h0[one] if t == 0 else hs[one, t - 1]
            dx[one, t], dh, part = gru_step_backward(dhs[one, t] + dh, x[one, t], h_prev, params)
            for key in part:
                grads[key] += part[key]
            t -= 1
        dh0[one] = dh
    return dx, dh0, grads


def gru_to_keras(params):
    rows, H = params["W_r"].shape
    kernel, recurrent_kernel, bias = np.zeros((rows - H, 3 * H)), np.zeros((H, 3 * H)), np.zeros(3 * H)
    for place, name in enumerate(["z", "r", "h"]):
        sign = -1 if name == "z" else 1
        for j in range(H):
            bias[place * H + j] = sign * params["b_" + name][j]
            for k in range(rows):
                target = recurrent_kernel[k] if k < H else kernel[k - H]
                target[place * H + j] = sign * params["W_" + name][k, j]
    return kernel, recurrent_kernel, bias
