"""Everything number by number, as on paper: loops over samples, steps, units and inputs, math instead of NumPy."""

import math

import numpy as np


def rnn_step(x, h_prev, W, b):
    B, H = h_prev.shape
    h = np.zeros((B, H))
    for sample in range(B):
        for unit in range(H):
            a = float(b[unit])
            for k, number in enumerate([*h_prev[sample], *x[sample]]):
                a += float(number) * float(W[k, unit])
            h[sample, unit] = math.tanh(a)
    return h


def split_weights(W, hidden_size):
    W_hh = np.array([row for i, row in enumerate(W) if i < hidden_size])
    W_xh = np.array([row for i, row in enumerate(W) if i >= hidden_size])
    return W_hh, W_xh


def rnn_forward(x, h0, W, b):
    B, T, _ = x.shape
    hs = np.zeros((B, T, h0.shape[1]))
    for sample in range(B):
        h = h0[sample : sample + 1]
        for t in range(T):
            h = rnn_step(x[sample : sample + 1, t], h, W, b)
            hs[sample, t] = h[0]
    return hs


def output_layer(h, W_hy, b_y):
    y = np.zeros((*h.shape[:-1], W_hy.shape[1]))
    for place in np.ndindex(h.shape[:-1]):
        for o in range(W_hy.shape[1]):
            y[place][o] = b_y[o]
            for unit in range(h.shape[-1]):
                y[place][o] += h[place][unit] * W_hy[unit, o]
    return y


def bidirectional_rnn(x, h0_forward, h0_backward, forward, backward):
    B, T, _ = x.shape
    H = h0_forward.shape[1]
    hs = np.zeros((B, T, 2 * H))
    hs[:, :, :H] = rnn_forward(x, h0_forward, *forward)
    h = h0_backward
    for t in range(T - 1, -1, -1):
        h = rnn_step(x[:, t], h, *backward)
        hs[:, t, H:] = h
    return hs
