"""No loop and no assignment in place: accumulate and recursion, and a tanh of its own that cannot overflow."""

from itertools import accumulate

import numpy as np


def tanh(a):
    e = np.exp(-2 * np.abs(a))
    return np.sign(a) * (1 - e) / (1 + e)


def rnn_step(x, h_prev, W, b):
    return tanh(np.c_[h_prev, x, np.ones(len(x))] @ np.r_[W, b[None]])


def split_weights(W, hidden_size):
    return tuple(map(np.vstack, (list(W)[:hidden_size], list(W)[hidden_size:])))


def rnn_forward(x, h0, W, b):
    states = accumulate(np.moveaxis(x, 1, 0), lambda h, x_t: rnn_step(x_t, h, W, b), initial=h0)
    return np.moveaxis(np.array(list(states)[1:]), 0, 1)


def output_layer(h, W_hy, b_y):
    flat = h.reshape(-1, h.shape[-1])
    return np.add(np.matmul(flat, W_hy), b_y).reshape(h.shape[:-1] + b_y.shape)


def bidirectional_rnn(x, h0_forward, h0_backward, forward, backward):
    """What the backward half holds at the first place follows from what it holds at all later ones."""

    def back(rest):
        if rest.shape[1] == 0:
            return h0_backward[:, None]
        later = back(rest[:, 1:])
        return np.concatenate([rnn_step(rest[:, 0], later[:, 0], *backward)[:, None], later], axis=1)

    return np.concatenate([rnn_forward(x, h0_forward, *forward), back(x)[:, :-1]], axis=2)
