"""Deck 4's form, h @ W_hh + x @ W_xh + b, and the slides' own sigmoid, which overflows with a warning and is right."""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def pre(name, x, h, params):
    W, b = params["W_" + name], params["b_" + name]
    H = W.shape[1]
    W_hh, W_xh = W[:H], W[H:]
    return h @ W_hh + x @ W_xh + b


def lstm_param_count(input_size, hidden_size):
    shapes = [(hidden_size, hidden_size), (input_size, hidden_size), (hidden_size,)] * 4
    return np.sum([np.prod(shape) for shape in shapes])


def lstm_step(x, h_prev, c_prev, params):
    x, h_prev, c_prev = np.array(x), np.array(h_prev), np.array(c_prev, dtype="float64")
    c_prev *= sigmoid(pre("f", x, h_prev, params))
    c_prev += sigmoid(pre("i", x, h_prev, params)) * np.tanh(pre("C", x, h_prev, params))
    return sigmoid(pre("o", x, h_prev, params)) * np.tanh(c_prev), c_prev


def lstm_forward(x, h0, c0, params):
    h, c = h0.copy(), c0.copy()
    hs, cs = [], []
    for t in range(x.shape[1]):
        h, c = lstm_step(x[:, t, :], h, c, params)
        hs.append(h)
        cs.append(c)
    return np.swapaxes(np.array(hs), 0, 1), np.swapaxes(np.array(cs), 0, 1)


def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    f, i, o = sigmoid(pre("f", x, h_prev, params)), sigmoid(pre("i", x, h_prev, params)), sigmoid(pre("o", x, h_prev, params))
    g = np.tanh(pre("C", x, h_prev, params))
    c = f * c_prev + i * g
    do = dh * np.tanh(c)
    dc = dc + dh * o * (1 - np.tanh(c) ** 2)
    df, di, dg, dc_prev = dc * c_prev, dc * g, dc * i, dc * f
    d = {"f": df * f * (1 - f), "i": di * i * (1 - i), "C": dg * (1 - g**2), "o": do * o * (1 - o)}
    dx, dh_prev, grads = np.zeros(x.shape), np.zeros(h_prev.shape), {}
    H = h_prev.shape[1]
    for name, da in d.items():
        grads["W_" + name] = np.concatenate([h_prev.T @ da, x.T @ da])
        grads["b_" + name] = np.ones(len(x)) @ da
        dh_prev += da @ params["W_" + name][:H].T
        dx += da @ params["W_" + name][H:].T
    return dx, dh_prev, dc_prev, grads


def lstm_backward(dhs, x, h0, c0, params):
    states = [(h0, c0)]
    for t in range(x.shape[1]):
        states.append(lstm_step(x[:, t], *states[t], params))
    dx, dh, dc, grads = np.zeros(x.shape), np.zeros(h0.shape), np.zeros(c0.shape), {}
    while len(states) > 1:
        states.pop()
        t = len(states) - 1
        dh = dh + dhs[:, t]
        dx[:, t], dh, dc, new = lstm_step_backward(dh, dc, x[:, t], *states[t], params)
        grads = {key: new[key] + grads.get(key, 0) for key in new}
    return dx, dh, dc, grads


def lstm_to_keras(params):
    def rows(part):
        return np.concatenate([part(params["W_" + gate]) for gate in "ifCo"], axis=-1)

    def recurrent(W):
        return W[: W.shape[1]]

    def kernel(W):
        return W[W.shape[1] :]

    return rows(kernel), rows(recurrent), np.concatenate([params["b_" + gate] for gate in "ifCo"])
