"""Gradients without a derivative written down: a tiny imaginary step, exact to the last digits, for one number at a time."""

import numpy as np

TINY = 1e-30


def loss(dh, dc, x, h_prev, c_prev, params):
    hx = np.concatenate([h_prev, x], axis=1)
    f, i, o = (0.5 + 0.5 * np.tanh((hx @ params[f"W_{g}"] + params[f"b_{g}"]) / 2) for g in "fio")
    c = f * c_prev + i * np.tanh(hx @ params["W_C"] + params["b_C"])
    return np.sum(dh * o * np.tanh(c) + dc * c)


def slopes(value, loss_at):
    gradient = np.zeros(value.shape)
    for at in np.ndindex(value.shape):
        moved = value.astype(complex)
        moved[at] += 1j * TINY
        gradient[at] = loss_at(moved).imag / TINY
    return gradient


def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    dx = slopes(x, lambda v: loss(dh, dc, v, h_prev, c_prev, params))
    dh_prev = slopes(h_prev, lambda v: loss(dh, dc, x, v, c_prev, params))
    dc_prev = slopes(c_prev, lambda v: loss(dh, dc, x, h_prev, v, params))
    grads = {key: slopes(params[key], lambda v, key=key: loss(dh, dc, x, h_prev, c_prev, params | {key: v})) for key in params}
    return dx, dh_prev, dc_prev, grads


def lstm_param_count(input_size, hidden_size):
    return np.int64(4) * hidden_size * (1 + input_size + hidden_size)
