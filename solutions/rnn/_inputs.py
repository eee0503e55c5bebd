"""Inputs that hide no mistake: sizes all different, states and biases nonzero, weights without symmetry."""

import numpy as np


def draw_weights(rng, D, H):
    """W and b of a cell with D features and H units."""
    return rng.normal(0, 0.7, (H + D, H)), rng.normal(0, 0.7, H)


def step_args(rng, B=3, D=2, H=4):
    """x, h_prev, W and b of one step."""
    return rng.normal(size=(B, D)), rng.uniform(-1, 1, (B, H)), *draw_weights(rng, D, H)


def sequence_args(rng, B=2, T=3, D=5, H=4):
    """x, h0, W and b of a sequence."""
    return rng.normal(size=(B, T, D)), rng.uniform(-1, 1, (B, H)), *draw_weights(rng, D, H)


def both_ways_args(rng, B=2, T=3, D=5, H=4):
    """x, h0_forward, h0_backward, forward and backward."""
    x, h0_forward, *forward = sequence_args(rng, B, T, D, H)
    return x, h0_forward, rng.uniform(-1, 1, (B, H)), tuple(forward), draw_weights(rng, D, H)


def output_args(rng, *shape, H=4, O=3):
    """h of shape (*shape, H), W_hy and b_y."""
    return rng.normal(size=(*shape, H)), rng.normal(size=(H, O)), rng.normal(size=O)


def whole_numbers(x, *states_and_weights, states=1):
    """The same arguments with x and the states after it of an integer type; weights stay as they are."""
    whole = (np.rint(3 * value).astype(int) for value in (x, *states_and_weights[:states]))
    return *whole, *states_and_weights[states:]


def saturating(x, h, W, b):
    """Inputs of 1000 and more, of either sign, for the one feature there is; they drive every tanh to its end.

    No weight of that feature is near 0 or has the sign of h_1's, so that none is right by chance.
    """
    signs = np.resize([1, -1, -1, 1, -1], x.shape)
    return 1000 * signs * (1 + np.abs(x)), h, np.vstack([W[:-1], -np.sign(W[:1]) * (0.3 + np.abs(W[-1:]))]), b
