"""Computes in Keras's form, where z is what is kept, with the update gate's weights negated; everything in packed arrays."""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def gru_to_keras(params):
    H = params["b_z"].shape[0]
    flipped = dict(params)
    flipped["W_z"], flipped["b_z"] = np.negative(params["W_z"]), 0 - params["b_z"]
    recurrent_kernel, kernel = np.split(np.hstack([flipped[f"W_{n}"] for n in "zrh"]), [H])
    return kernel, recurrent_kernel, np.hstack([flipped[f"b_{n}"] for n in "zrh"])


def gru_param_count(input_size, hidden_size, reset_after=False):
    kernel = np.zeros((input_size, 3 * hidden_size))
    recurrent_kernel = np.zeros((hidden_size, 3 * hidden_size))
    bias = np.zeros((2, 3 * hidden_size)) if reset_after else np.zeros(3 * hidden_size)
    return kernel.size + recurrent_kernel.size + bias.size


def run(from_x, h, recurrent_kernel):
    H = h.shape[1]
    inner = h @ recurrent_kernel[:, : 2 * H]
    keep = sigmoid(from_x[:, :H] + inner[:, :H])
    r = sigmoid(from_x[:, H : 2 * H] + inner[:, H:])
    candidate = np.tanh(from_x[:, 2 * H :] + np.dot(r * h, recurrent_kernel[:, 2 * H :]))
    return keep, r, candidate, keep * h + (1 - keep) * candidate


def gru_step(x, h_prev, params):
    kernel, recurrent_kernel, bias = gru_to_keras(params)
    return run(x @ kernel + bias, h_prev, recurrent_kernel)[3]


def gru_forward(x, h0, params):
    kernel, recurrent_kernel, bias = gru_to_keras(params)
    B, T, D = x.shape
    from_x = (x.reshape(B * T, D) @ kernel + bias).reshape(B, T, -1)
    hs = np.empty((T + 1, *h0.shape))
    hs[0] = h0
    for t in range(T):
        hs[t + 1] = run(from_x[:, t], hs[t], recurrent_kernel)[3]
    return np.moveaxis(hs[1:], 0, 1)


def gru_step_backward(dh, x, h_prev, params):
    kernel, recurrent_kernel, bias = gru_to_keras(params)
    H = h_prev.shape[1]
    keep, r, candidate, _ = run(x @ kernel + bias, h_prev, recurrent_kernel)
    d = np.empty((len(x), 3 * H))
    d[:, 2 * H :] = dh * (1 - keep) * (1 - np.square(candidate))
    to_reset = d[:, 2 * H :] @ recurrent_kernel[:, 2 * H :].T
    d[:, H : 2 * H] = to_reset * h_prev * r * (1 - r)
    d[:, :H] = dh * (h_prev - candidate) * keep * (1 - keep)
    dh_prev = dh * keep + to_reset * r + d[:, : 2 * H] @ recurrent_kernel[:, : 2 * H].T
    dkernel, dbias = x.T @ d, d.sum(0)
    drecurrent = np.hstack([h_prev.T @ d[:, : 2 * H], (r * h_prev).T @ d[:, 2 * H :]])
    grads = {}
    for n, network in enumerate("zrh"):
        columns = slice(n * H, (n + 1) * H)
        sign = -1 if network == "z" else 1
        grads["W_" + network] = sign * np.vstack([drecurrent[:, columns], dkernel[:, columns]])
        grads["b_" + network] = sign * dbias[columns]
    return d @ kernel.T, dh_prev, grads


def gru_backward(dhs, x, h0, params):
    """Keeps every step's gradients of the weights and adds them up at the end."""
    h_prevs = np.concatenate([h0[:, None], gru_forward(x, h0, params)], axis=1)
    dx, dh, parts = np.zeros(x.shape), np.zeros(h0.shape), []
    for t in range(x.shape[1] - 1, -1, -1):
        dx[:, t], dh, grads = gru_step_backward(dh + dhs[:, t], x[:, t], h_prevs[:, t], params)
        parts.append(grads)
    return dx, dh, {key: np.sum([part[key] for part in parts], axis=0) for key in params}
