"""A sequence in parts: a mistake is the right loop with one part replaced."""

import numpy as np

from solutions.rnn.reference import rnn_step, split_weights


def loop(x, h0, W, b, step=rnn_step, carry=lambda h: h, new=lambda h_prev, h: h, order=None):
    """rnn_forward; carry: what the next step is given; new: the state kept; order: the steps that are taken, in order."""
    hs = np.zeros((*x.shape[:2], h0.shape[1]))
    h = h0
    for t in range(x.shape[1]) if order is None else order:
        hs[:, t] = new(h, step(x[:, t], h, W, b))
        h = carry(hs[:, t])
    return hs


def at_once(x, h0, W, b, split=split_weights):
    """rnn_forward with the inputs of all steps multiplied before the loop."""
    W_hh, W_xh = split(W, h0.shape[1])
    hs = x @ W_xh + b
    h = h0
    for t in range(x.shape[1]):
        h = hs[:, t] = np.tanh(hs[:, t] + h @ W_hh)
    return hs
