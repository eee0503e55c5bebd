"""Inputs that hide no mistake: sizes all different, states and bias nonzero, weights without symmetry."""

import numpy as np

from solutions.bptt.reference import run_rnn


def forward_args(rng, B=2, T=5, D=3, H=4):
    """x, h0, W and b of a sequence."""
    return rng.normal(size=(B, T, D)), rng.normal(size=(B, H)), rng.normal(0, 0.7, (H + D, H)), rng.normal(0, 0.7, H)


def upstreams(rng, x, h0, W, b):
    """The arguments of a sequence backward: dhs, x, h0, hs and W; b is used up by the forward pass."""
    hs = run_rnn(x, h0, W, b)
    return rng.normal(size=hs.shape), x, h0, hs, W


def sequence_args(rng, B=2, T=5, D=3, H=4):
    """dhs, x, h0, hs and W of a sequence."""
    return upstreams(rng, *forward_args(rng, B, T, D, H))


def step_args(rng, B=3, D=2, H=4):
    """dh, x, h_prev, h and W of one step."""
    dhs, x, h0, hs, W = sequence_args(rng, B, 1, D, H)
    return dhs[:, 0], x[:, 0], h0, hs[:, 0], W


def whole_numbers(dh, x, h_prev, h, W):
    """The same arguments with upstream gradients, inputs and first states of an integer type; h and W stay as they are."""
    return *(np.rint(2 * value + np.sign(value)).astype(int) for value in (dh, x, h_prev)), h, W


def extreme(dh, x, h_prev, h, W):
    """Gradients and inputs of 1000, and one unit whose tanh is at its end."""
    end = np.where(np.arange(h.shape[-1]) == 0, np.sign(h), h)
    return 1000 * dh, 1000 * x, h_prev, end, W


def draw_grads(rng, scale=1.0):
    """A list of gradients of ragged shapes; the second is the longest, the last the shortest."""
    directions = [rng.normal(size=shape) for shape in ((4, 3), (3,), (2, 1, 3))]
    return [scale * length / total_norm([g]) * g for length, g in zip((2.0, 3.0, 1.2), directions, strict=True)]


def whole_grads(rng):
    """Gradients of an integer type, none of them 0."""
    return [rng.integers(1, 9, shape) * rng.choice([-1, 1], shape) for shape in ((2, 3), (4,))]


def total_norm(grads):
    """The norm of all gradients together, a float."""
    return float(np.sqrt(sum(np.sum(g**2) for g in grads)))


def optimiser_args(rng, shape=(3, 4)):
    """w, dw and cache; gradients of sizes from 0.02 to 2."""
    size = np.exp(rng.uniform(np.log(0.02), np.log(2.0), shape))
    return rng.normal(size=shape), size * rng.choice([-1.0, 1.0], shape), rng.uniform(0.05, 1.5, shape)
