"""Everything number by number, as on paper: loops over samples, units and inputs, math instead of NumPy."""

import math

import numpy as np

GATES = "fiCo"


def squash(gate, a):
    if gate == "C":
        return math.tanh(a)
    return 1 / (1 + math.exp(-a)) if a > 0 else math.exp(a) / (1 + math.exp(a))


def lstm_param_count(input_size, hidden_size):
    total = 0
    for _gate in GATES:
        for _unit in range(hidden_size):
            total += hidden_size + input_size + 1
    return total


def gate_values(x, h_prev, params, b, j):
    values = {}
    for gate in GATES:
        a = float(params["b_" + gate][j])
        for k, number in enumerate([*h_prev[b], *x[b]]):
            a += float(number) * float(params["W_" + gate][k, j])
        values[gate] = squash(gate, a)
    return values


def lstm_step(x, h_prev, c_prev, params):
    B, H = h_prev.shape
    h, c = np.zeros((B, H)), np.zeros((B, H))
    for b in range(B):
        for j in range(H):
            v = gate_values(x, h_prev, params, b, j)
            c[b, j] = v["f"] * c_prev[b, j] + v["i"] * v["C"]
            h[b, j] = v["o"] * math.tanh(c[b, j])
    return h, c


def lstm_forward(x, h0, c0, params):
    B, T, _ = x.shape
    hs, cs = np.zeros((B, T, h0.shape[1])), np.zeros((B, T, h0.shape[1]))
    for b in range(B):
        h, c = h0[b : b + 1], c0[b : b + 1]
        for t in range(T):
            h, c = lstm_step(x[b : b + 1, t, :], h, c, params)
            hs[b, t], cs[b, t] = h[0], c[0]
    return hs, cs


def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    (B, D), H = x.shape, h_prev.shape[1]
    dx, dh_prev, dc_prev = np.zeros((B, D)), np.zeros((B, H)), np.zeros((B, H))
    grads = {key: np.zeros(np.shape(value)) for key, value in params.items()}
    for b in range(B):
        hx = [*h_prev[b], *x[b]]
        for j in range(H):
            v = gate_values(x, h_prev, params, b, j)
            tanh_c = math.tanh(v["f"] * c_prev[b, j] + v["i"] * v["C"])
            total = dc[b, j] + dh[b, j] * v["o"] * (1 - tanh_c * tanh_c)
            dc_prev[b, j] = total * v["f"]
            at = {"f": total * c_prev[b, j], "i": total * v["C"], "C": total * v["i"], "o": dh[b, j] * tanh_c}
            for gate in GATES:
                slope = 1 - v[gate] ** 2 if gate == "C" else v[gate] * (1 - v[gate])
                d = at[gate] * slope
                grads["b_" + gate][j] += d
                for k in range(H + D):
                    grads["W_" + gate][k, j] += hx[k] * d
                    if k < H:
                        dh_prev[b, k] += d * params["W_" + gate][k, j]
                    else:
                        dx[b, k - H] += d * params["W_" + gate][k, j]
    return dx, dh_prev, dc_prev, grads


def lstm_backward(dhs, x, h0, c0, params):
    B, T, _ = x.shape
    hs, cs = lstm_forward(x, h0, c0, params)
    dx = np.zeros(x.shape)
    dh0, dc0 = np.zeros(h0.shape), np.zeros(c0.shape)
    grads = {key: np.zeros(np.shape(value)) for key, value in params.items()}
    for b in range(B):
        one = slice(b, b + 1)
        dh, dc = np.zeros_like(h0[one], dtype=float), np.zeros_like(c0[one], dtype=float)
        t = T - 1
        while t >= 0:
            h_prev, c_prev = (h0[one], c0[one]) if t == 0 else (hs[one, t - 1], cs[one, t - 1])
            dx[one, t], dh, dc, part = lstm_step_backward(dhs[one, t] + dh, dc, x[one, t], h_prev, c_prev, params)
            for key in part:
                grads[key] += part[key]
            t -= 1
        dh0[one], dc0[one] = dh, dc
    return dx, dh0, dc0, grads


def lstm_to_keras(params):
    rows, H = params["W_i"].shape
    kernel, recurrent_kernel, bias = np.zeros((rows - H, 4 * H)), np.zeros((H, 4 * H)), np.zeros(4 * H)
    for place, gate in enumerate(["i", "f", "C", "o"]):
        for j in range(H):
            bias[place * H + j] = params["b_" + gate][j]
            for k in range(rows):
                target = recurrent_kernel[k] if k < H else kernel[k - H]
                target[place * H + j] = params["W_" + gate][k, j]
    return kernel, recurrent_kernel, bias
