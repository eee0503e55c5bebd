"""Inputs that hide no mistake: sizes all different, states and biases nonzero, weights without symmetry."""

import numpy as np


def draw_params(rng, D, H):
    """Weights and biases of a cell with D features and H units."""
    weights = {f"W_{gate}": rng.normal(0, 0.7, (H + D, H)) for gate in "fiCo"}
    return weights | {f"b_{gate}": rng.normal(0, 0.7, H) for gate in "fiCo"}


def step_args(rng, B=3, D=2, H=4, **biases):
    """x, h_prev, c_prev and params of one step; biases: one number for all units of a gate, as b_f=50."""
    params = draw_params(rng, D, H) | {key: np.full(H, float(value)) for key, value in biases.items()}
    return rng.normal(size=(B, D)), rng.normal(size=(B, H)), rng.normal(size=(B, H)), params


def sequence_args(rng, B=2, T=3, D=5, H=4):
    """x, h0, c0 and params of a sequence."""
    return rng.normal(size=(B, T, D)), rng.normal(size=(B, H)), rng.normal(size=(B, H)), draw_params(rng, D, H)


def upstream(rng, x, h_prev, c_prev, params):
    """The arguments of a step backward: dh and dc before those of the step."""
    return rng.normal(size=h_prev.shape), rng.normal(size=c_prev.shape), x, h_prev, c_prev, params


def upstreams(rng, x, h0, c0, params):
    """The arguments of a sequence backward: dhs before those of the sequence."""
    return rng.normal(size=(*x.shape[:2], h0.shape[1])), x, h0, c0, params


def whole_numbers(*args):
    """The same arguments with arrays of an integer type; weights stay as they are."""
    return tuple(arg if isinstance(arg, dict) else np.rint(2 * arg).astype(int) for arg in args)


def saturating(x, h, c, params):
    """Inputs beyond +1000 and -1000 by turns, no weight of the one feature near 0: every gate is driven to both ends."""
    weights = {key: value + 0.3 * np.sign(value) if key.startswith("W") else value for key, value in params.items()}
    ends = np.resize([1, -1], len(x)).reshape(-1, *[1] * (x.ndim - 1))
    return 1000 * ends * (1 + np.abs(x)), h, c, weights


def steep(x, h, c, params):
    """Large inputs, small weights: the answer bends so much that a coarse numerical gradient is wrong."""
    H = h.shape[1]
    weights = {key: np.vstack([value[:H], 0.1 * value[H:]]) if key.startswith("W") else value for key, value in params.items()}
    return 10 * x, h, c, weights


def grown(x, h, c, params):
    """A cell that has counted for long: its tanh saturates, the cell itself must not."""
    return x, h, 30 * c, params
