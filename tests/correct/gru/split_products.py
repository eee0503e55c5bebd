"""Deck 4's form, h @ W_hh + x @ W_xh + b, and the slides' own sigmoid, which overflows with a warning and is right."""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def pre(name, x, h, params):
    W, b = params["W_" + name], params["b_" + name]
    H = W.shape[1]
    W_hh, W_xh = W[:H], W[H:]
    return h @ W_hh + x @ W_xh + b


def gru_param_count(input_size, hidden_size, reset_after=False):
    shapes = [(hidden_size, hidden_size), (input_size, hidden_size), (hidden_size,)] * 3
    if reset_after:
        shapes += [(hidden_size,)] * 3
    return np.sum([np.prod(shape) for shape in shapes])


def gru_step(x, h_prev, params):
    h = np.array(h_prev, dtype="float64")
    z, r = sigmoid(pre("z", x, h, params)), sigmoid(pre("r", x, h, params))
    candidate = np.tanh(pre("h", x, r * h, params))
    h *= 1 - z
    h += z * candidate
    return h


def gru_forward(x, h0, params):
    hs, h = [], h0.copy()
    for t in range(x.shape[1]):
        h = gru_step(x[:, t, :], h, params)
        hs.append(h)
    return np.swapaxes(np.array(hs), 0, 1)


def gru_step_backward(dh, x, h_prev, params):
    z, r = sigmoid(pre("z", x, h_prev, params)), sigmoid(pre("r", x, h_prev, params))
    reset = r * h_prev
    candidate = np.tanh(pre("h", x, reset, params))
    H = h_prev.shape[1]
    dah = dh * z * (1 - candidate**2)
    dreset = dah @ params["W_h"][:H].T
    d = {"z": dh * (candidate - h_prev) * z * (1 - z), "r": dreset * h_prev * r * (1 - r), "h": dah}
    dx, dh_prev, grads = np.zeros(x.shape), dh * (1 - z) + dreset * r, {}
    for name, da in d.items():
        grads["W_" + name] = np.concatenate([(reset if name == "h" else h_prev).T @ da, x.T @ da])
        grads["b_" + name] = np.ones(len(x)) @ da
        dx += da @ params["W_" + name][H:].T
        if name != "h":
            dh_prev += da @ params["W_" + name][:H].T
    return dx, dh_prev, grads


def gru_backward(dhs, x, h0, params):
    states = [h0]
    for t in range(x.shape[1]):
        states.append(gru_step(x[:, t], states[t], params))
    dx, dh, grads = np.zeros(x.shape), np.zeros(h0.shape), {}
    while len(states) > 1:
        states.pop()
        t = len(states) - 1
        dh = dh + dhs[:, t]
        dx[:, t], dh, new = gru_step_backward(dh, x[:, t], states[t], params)
        grads = {key: new[key] + grads.get(key, 0) for key in new}
    return dx, dh, grads


def gru_to_keras(params):
    def rows(part):
        return np.concatenate([part(-params["W_z"]), part(params["W_r"]), part(params["W_h"])], axis=-1)

    def recurrent(W):
        return W[: W.shape[1]]

    def kernel(W):
        return W[W.shape[1] :]

    return rows(kernel), rows(recurrent), np.concatenate([-params["b_z"], params["b_r"], params["b_h"]])
