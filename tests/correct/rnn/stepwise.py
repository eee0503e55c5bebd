"""As most people write it: the step is called in a loop, states are collected in a list."""

import numpy as np


def rnn_step(x, h_prev, W, b):
    return np.tanh(np.hstack((h_prev, x)).dot(W) + b)


def split_weights(W, hidden_size):
    return np.split(W, [hidden_size])


def rnn_forward(x, h0, W, b):
    h = h0
    states = []
    for t in range(x.shape[1]):
        h = rnn_step(x[:, t, :], h, W, b)
        states.append(h)
    return np.stack(states, axis=1)


def output_layer(h, W_hy, b_y):
    if h.ndim == 2:
        return h @ W_hy + b_y
    outputs = [output_layer(h[:, t], W_hy, b_y) for t in range(h.shape[1])]
    return np.stack(outputs, axis=1)


def bidirectional_rnn(x, h0_forward, h0_backward, forward, backward):
    W_f, b_f = forward
    W_b, b_b = backward
    left = rnn_forward(x, h0_forward, W_f, b_f)
    right = rnn_forward(np.flip(x, axis=1), h0_backward, W_b, b_b)
    return np.concatenate((left, np.flip(right, axis=1)), axis=-1)
