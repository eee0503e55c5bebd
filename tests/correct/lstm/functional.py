"""No loop and no assignment in place: recursion, accumulate and reduce; a step backward as a product of Jacobians."""

from functools import reduce
from itertools import accumulate, starmap
from operator import mul

import numpy as np


def sigmoid(x):
    return np.where(x < 0, np.exp(np.minimum(x, 0)) / (1 + np.exp(np.minimum(x, 0))), 1 / (1 + np.exp(-np.maximum(x, 0))))


ACTIVATIONS = {"f": sigmoid, "i": sigmoid, "C": np.tanh, "o": sigmoid}


def lstm_param_count(input_size, hidden_size):
    return reduce(mul, (4, hidden_size, hidden_size + input_size + 1))


def gates(x, h, params):
    return {name: act(np.c_[h, x] @ params[f"W_{name}"] + params[f"b_{name}"]) for name, act in ACTIVATIONS.items()}


def lstm_step(x, h_prev, c_prev, params):
    return (lambda v: (lambda c: (v["o"] * np.tanh(c), c))(v["f"] * c_prev + v["i"] * v["C"]))(gates(x, h_prev, params))


def lstm_forward(x, h0, c0, params):
    steps = accumulate(x.swapaxes(0, 1), lambda state, x_t: lstm_step(x_t, *state, params), initial=(h0, c0))
    hs, cs = map(np.array, zip(*list(steps)[1:], strict=True))
    return hs.swapaxes(0, 1), cs.swapaxes(0, 1)


def lstm_step_backward(dh, dc, x, h_prev, c_prev, params):
    v = gates(x, h_prev, params)
    c = v["f"] * c_prev + v["i"] * v["C"]
    jacobian = {  # of (h, c) with respect to each pre-activation and the old cell, unit by unit
        name: (v["o"] * (1 - np.tanh(c) ** 2) * slope, slope)
        for name, slope in {"f": c_prev * v["f"] * (1 - v["f"]), "i": v["C"] * v["i"] * (1 - v["i"]),
                            "C": v["i"] * (1 - v["C"] ** 2), "c": v["f"]}.items()
    } | {"o": (np.tanh(c) * v["o"] * (1 - v["o"]), np.zeros(c.shape))}
    d = {name: dh * to_h + dc * to_c for name, (to_h, to_c) in jacobian.items()}
    grads = {f"W_{n}": np.tensordot(np.c_[h_prev, x], d[n], axes=(0, 0)) for n in v} | {f"b_{n}": d[n].sum(axis=0) for n in v}
    stacked = reduce(np.add, starmap(lambda n, _: d[n] @ params[f"W_{n}"].T, v.items()))
    return stacked[:, h_prev.shape[1]:], stacked[:, :h_prev.shape[1]], d["c"], grads


def lstm_backward(dhs, x, h0, c0, params):
    """What the first step is sent back is what a backward pass over the rest of the sequence returns."""
    if x.shape[1] == 0:
        return np.zeros(x.shape), np.zeros(h0.shape), np.zeros(c0.shape), {key: np.zeros(w.shape) for key, w in params.items()}
    h1, c1 = lstm_step(x[:, 0], h0, c0, params)
    dx_rest, dh1, dc1, rest = lstm_backward(dhs[:, 1:], x[:, 1:], h1, c1, params)
    dx1, dh0, dc0, first = lstm_step_backward(dhs[:, 0] + dh1, dc1, x[:, 0], h0, c0, params)
    return np.concatenate([dx1[:, None], dx_rest], axis=1), dh0, dc0, {key: first[key] + rest[key] for key in params}


def lstm_to_keras(params):
    H = params["W_C"].shape[1]
    pick = [params[f"{kind}_{gate}"] for kind in "Wb" for gate in "ifCo"]
    return np.block([W[H:] for W in pick[:4]]), np.block([W[:H] for W in pick[:4]]), np.block(pick[4:])
