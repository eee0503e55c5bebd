"""Gradients without a derivative written down: a tiny imaginary step, exact to the last digits, for one number at a time."""

import numpy as np

TINY = 1e-30


def step(x, h_prev, params):
    hx = np.concatenate([h_prev, x], axis=1)
    z, r = (0.5 + 0.5 * np.tanh((hx @ params[f"W_{g}"] + params[f"b_{g}"]) / 2) for g in "zr")
    return (1 - z) * h_prev + z * np.tanh(np.concatenate([r * h_prev, x], axis=1) @ params["W_h"] + params["b_h"])


def run(x, h, params):
    states = []
    for t in range(x.shape[1]):
        h = step(x[:, t], h, params)
        states.append(h)
    return np.stack(states, axis=1)


def slopes(value, loss_at):
    gradient = np.zeros(value.shape)
    for at in np.ndindex(value.shape):
        moved = value.astype(complex)
        moved[at] += 1j * TINY
        gradient[at] = loss_at(moved).imag / TINY
    return gradient


def gru_step_backward(dh, x, h_prev, params):
    dx = slopes(x, lambda v: np.sum(dh * step(v, h_prev, params)))
    dh_prev = slopes(h_prev, lambda v: np.sum(dh * step(x, v, params)))
    grads = {key: slopes(params[key], lambda v, key=key: np.sum(dh * step(x, h_prev, params | {key: v}))) for key in params}
    return dx, dh_prev, grads


def gru_backward(dhs, x, h0, params):
    dx = slopes(x, lambda v: np.sum(dhs * run(v, h0, params)))
    dh0 = slopes(h0, lambda v: np.sum(dhs * run(x, v, params)))
    grads = {key: slopes(params[key], lambda v, key=key: np.sum(dhs * run(x, h0, params | {key: v}))) for key in params}
    return dx, dh0, grads


def gru_param_count(input_size, hidden_size, reset_after=False):
    return np.int64(3) * hidden_size * (1 + input_size + hidden_size + int(reset_after))
