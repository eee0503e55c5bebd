"""The slides' own notation: one sample, a column vector, weights on the left. Independent of every reference."""

import numpy as np


def sigma(a):
    """Deck 4's formula as it is printed."""
    return 1 / (1 + np.exp(-a))


def joined(h_prev, x):
    """[h_{t-1}, x_t] as one column."""
    return np.concatenate([h_prev, x])


def lstm(x, h_prev, c_prev, params):
    """Decks 0, 2 and 3: the six equations, W · [h_{t-1}, x_t] + b with W as wide as the column is long."""
    f, i, c_tilde, o = (params[f"W_{gate}"].T @ joined(h_prev, x) + params[f"b_{gate}"] for gate in "fiCo")
    c = sigma(f) * c_prev + sigma(i) * np.tanh(c_tilde)
    return sigma(o) * np.tanh(c), c


def gru(x, h_prev, params):
    """Deck 2: the four equations, which have no biases."""
    z = sigma(params["W_z"].T @ joined(h_prev, x))
    r = sigma(params["W_r"].T @ joined(h_prev, x))
    h_tilde = np.tanh(params["W_h"].T @ joined(r * h_prev, x))
    return (1 - z) * h_prev + z * h_tilde


def cell(rng, gates, D=2, H=3, bias=0.8):
    """Weights and biases of a cell."""
    return {f"W_{g}": rng.normal(size=(H + D, H)) for g in gates} | {f"b_{g}": bias * rng.normal(size=H) for g in gates}
