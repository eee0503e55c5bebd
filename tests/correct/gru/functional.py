"""No loop and no assignment in place: recursion, accumulate and reduce."""

from functools import reduce
from itertools import accumulate, starmap
from operator import mul

import numpy as np


def sigmoid(x):
    return np.where(x < 0, np.exp(np.minimum(x, 0)) / (1 + np.exp(np.minimum(x, 0))), 1 / (1 + np.exp(-np.maximum(x, 0))))


def gru_param_count(input_size, hidden_size, reset_after=False):
    return reduce(mul, (3, hidden_size, hidden_size + input_size + (2 if reset_after else 1)))


def gates(x, h, params):
    return {name: sigmoid(np.c_[h, x] @ params[f"W_{name}"] + params[f"b_{name}"]) for name in "zr"}


def gru_step(x, h_prev, params):
    return (lambda v: (lambda candidate: h_prev + v["z"] * (candidate - h_prev))(
        np.tanh(np.c_[v["r"] * h_prev, x] @ params["W_h"] + params["b_h"])))(gates(x, h_prev, params))


def gru_forward(x, h0, params):
    states = accumulate(x.swapaxes(0, 1), lambda h, x_t: gru_step(x_t, h, params), initial=h0)
    return np.array(list(states)[1:]).swapaxes(0, 1)


def gru_step_backward(dh, x, h_prev, params):
    H = h_prev.shape[1]
    v = gates(x, h_prev, params)
    seen = {"z": np.c_[h_prev, x], "r": np.c_[h_prev, x], "h": np.c_[v["r"] * h_prev, x]}
    candidate = np.tanh(seen["h"] @ params["W_h"] + params["b_h"])
    at_h = dh * v["z"] * (1 - candidate**2)
    into = at_h @ params["W_h"].T
    slope = {n: gate * (1 - gate) for n, gate in v.items()}
    d = {"z": dh * (candidate - h_prev) * slope["z"], "r": into[:, :H] * h_prev * slope["r"], "h": at_h}
    grads = {f"W_{n}": np.tensordot(seen[n], d[n], axes=(0, 0)) for n in d} | {f"b_{n}": d[n].sum(axis=0) for n in d}
    through_gates = reduce(np.add, starmap(lambda n, _: d[n] @ params[f"W_{n}"].T, v.items()))
    return into[:, H:] + through_gates[:, H:], dh * (1 - v["z"]) + into[:, :H] * v["r"] + through_gates[:, :H], grads


def gru_backward(dhs, x, h0, params):
    """What the first step is sent back is what a backward pass over the rest of the sequence returns."""
    if x.shape[1] == 0:
        return np.zeros(x.shape), np.zeros(h0.shape), {key: np.zeros(w.shape) for key, w in params.items()}
    dx_rest, dh1, rest = gru_backward(dhs[:, 1:], x[:, 1:], gru_step(x[:, 0], h0, params), params)
    dx1, dh0, first = gru_step_backward(dhs[:, 0] + dh1, x[:, 0], h0, params)
    return np.concatenate([dx1[:, None], dx_rest], axis=1), dh0, {key: first[key] + rest[key] for key in params}


def gru_to_keras(params):
    H = params["W_h"].shape[1]
    pick = [sign * params[f"{kind}_{n}"] for kind in "Wb" for n, sign in (("z", -1), ("r", 1), ("h", 1))]
    return np.block([W[H:] for W in pick[:3]]), np.block([W[:H] for W in pick[:3]]), np.block(pick[3:])
