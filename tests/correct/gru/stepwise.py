"""As most students write it: a loop that calls the step, and everything that is there already."""

import numpy as np


def sigmoid(x):
    e = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, e) / (1.0 + e)


def gru_param_count(input_size, hidden_size, reset_after=False):
    count = 3 * (hidden_size * (hidden_size + input_size) + hidden_size)
    if reset_after:
        count += 3 * hidden_size
    return count


def gru_step(x, h_prev, params):
    stacked = np.hstack((h_prev, x))
    z = sigmoid(np.matmul(stacked, params["W_z"]) + params["b_z"])
    r = sigmoid(np.matmul(stacked, params["W_r"]) + params["b_r"])
    candidate = np.tanh(np.matmul(np.hstack((r * h_prev, x)), params["W_h"]) + params["b_h"])
    return z * candidate + (1 - z) * h_prev


def gru_forward(x, h0, params):
    B, T, _ = x.shape
    hs = np.zeros((B, T, h0.shape[1]))
    h = h0
    for t in range(T):
        h = gru_step(x[:, t, :], h, params)
        hs[:, t, :] = h
    return hs


def gru_step_backward(dh, x, h_prev, params):
    H = h_prev.shape[1]
    stacked = np.hstack((h_prev, x))
    z = sigmoid(stacked @ params["W_z"] + params["b_z"])
    r = sigmoid(stacked @ params["W_r"] + params["b_r"])
    reset = np.hstack((r * h_prev, x))
    candidate = np.tanh(reset @ params["W_h"] + params["b_h"])

    dcandidate = dh * z
    dz = dh * candidate - dh * h_prev
    dh_prev = dh * (1 - z)
    da_h = dcandidate * (1 - candidate**2)
    dreset = da_h @ params["W_h"].T
    dr = dreset[:, :H] * h_prev
    dh_prev = dh_prev + dreset[:, :H] * r
    da_z = dz * z * (1 - z)
    da_r = dr * r * (1 - r)
    dstacked = da_z @ params["W_z"].T + da_r @ params["W_r"].T
    grads = {
        "W_z": stacked.T @ da_z, "b_z": da_z.sum(axis=0),
        "W_r": stacked.T @ da_r, "b_r": da_r.sum(axis=0),
        "W_h": reset.T @ da_h, "b_h": da_h.sum(axis=0),
    }
    return dreset[:, H:] + dstacked[:, H:], dh_prev + dstacked[:, :H], grads


def gru_backward(dhs, x, h0, params):
    hs = gru_forward(x, h0, params)
    dx, dh = np.zeros(x.shape), np.zeros(h0.shape)
    grads = {key: np.zeros(value.shape) for key, value in params.items()}
    for t in range(x.shape[1] - 1, -1, -1):
        h_prev = h0 if t == 0 else hs[:, t - 1]
        dx[:, t], dh, step = gru_step_backward(dhs[:, t] + dh, x[:, t], h_prev, params)
        for key in grads:
            grads[key] += step[key]
    return dx, dh, grads


def gru_to_keras(params):
    turned = params | {"W_z": -params["W_z"], "b_z": -params["b_z"]}
    H = len(params["b_z"])
    kernel = np.hstack([turned[key][H:] for key in ("W_z", "W_r", "W_h")])
    recurrent_kernel = np.hstack([turned[key][:H] for key in ("W_z", "W_r", "W_h")])
    bias = np.hstack([turned[key] for key in ("b_z", "b_r", "b_h")])
    return kernel, recurrent_kernel, bias
