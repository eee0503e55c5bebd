"""As the slides write it: one sample is a column, W · x + U · h + b, and everything is turned round at the door."""

import numpy as np


def rnn_step(x, h_prev, W, b):
    H = len(b)
    U, V = W.T[:, :H], W.T[:, H:]
    h = np.tanh(np.dot(V, x.T) + np.dot(U, h_prev.T) + b.reshape(H, 1))
    return h.T


def split_weights(W, hidden_size):
    left, right = np.hsplit(W.T, [hidden_size])
    return left.T, right.T


def rnn_forward(x, h0, W, b):
    x_columns = x.transpose(1, 2, 0)  # (T, D, B)
    h = h0.T
    out = []
    for x_t in x_columns:
        h = np.tanh(W.T @ np.vstack([h, x_t]) + b[:, np.newaxis])
        out.append(h)
    return np.transpose(out, (2, 0, 1))


def output_layer(h, W_hy, b_y):
    return (W_hy.T @ h[..., None] + b_y[:, None])[..., 0]


def bidirectional_rnn(x, h0_forward, h0_backward, forward, backward):
    T = x.shape[1]
    back = rnn_forward(x[:, range(T - 1, -1, -1)], h0_backward, *backward)
    ahead = rnn_forward(x, h0_forward, *forward)
    return np.dstack([ahead, back[:, range(T - 1, -1, -1)]])
