"""One step of the cell in parts: a mistake is the right step with one part replaced."""

import numpy as np


def step(x, h_prev, W, b, *, from_h=np.matmul, from_x=np.matmul, bias=1.0, squash=np.tanh):
    """rnn_step; from_h, from_x: what h_prev and x bring, given their rows of W; bias: how often b is added."""
    H = h_prev.shape[1]
    return squash(from_h(h_prev, W[:H]) + from_x(x, W[H:]) + bias * b)


def filled(array, values):
    """The array itself, which now holds these values."""
    array[...] = values
    return array
