"""Everything computed, and returned, in float32: right, with a note."""

import numpy as np


def single(*values):
    return [np.asarray(value, dtype=np.float32) for value in values]


def rnn_step(x, h_prev, W, b):
    x, h_prev, W, b = single(x, h_prev, W, b)
    return np.tanh(np.concatenate([h_prev, x], axis=1) @ W + b)


def split_weights(W, hidden_size):
    (W,) = single(W)
    return W[:hidden_size], W[hidden_size:]


def rnn_forward(x, h0, W, b):
    hs = np.zeros((*x.shape[:2], len(b)), np.float32)
    for t in range(x.shape[1]):
        h0 = rnn_step(x[:, t], h0, W, b)
        hs[:, t] = h0
    return hs


def output_layer(h, W_hy, b_y):
    h, W_hy, b_y = single(h, W_hy, b_y)
    return h @ W_hy + b_y


def bidirectional_rnn(x, h0_forward, h0_backward, forward, backward):
    back = rnn_forward(x[:, ::-1], h0_backward, *backward)
    return np.concatenate([rnn_forward(x, h0_forward, *forward), back[:, ::-1]], axis=2)
