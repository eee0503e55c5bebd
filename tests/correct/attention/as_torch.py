"""Other conventions inside: a mask that is True where hidden, or is added; time first; columns in place of rows."""

import numpy as np


def softmax(x):
    x = np.moveaxis(x, -1, 0).astype(float)
    x = x - x.max(axis=0)
    weights = np.exp(x) / np.exp(x).sum(axis=0)
    return np.moveaxis(weights, 0, -1)


def causal_mask(T):
    hidden = np.triu(np.ones((T, T)), k=1) == 1
    return ~hidden


def scaled_dot_product_attention(q, k, v, mask=None):
    bias = np.zeros(k.shape[-2])
    if mask is not None:
        bias = np.zeros(mask.shape)
        bias[np.logical_not(mask)] = float("-inf")
    columns = k @ np.swapaxes(q, -1, -2) / q.shape[-1] ** 0.5  # keys in rows
    scores = np.swapaxes(columns, -1, -2) + bias
    peak = scores.max(-1)[..., np.newaxis]
    e = np.exp(scores - peak)
    attn = e / e.sum(-1)[..., np.newaxis]
    return np.swapaxes(np.swapaxes(v, -1, -2) @ np.swapaxes(attn, -1, -2), -1, -2), attn


def positional_encoding(T, D):
    pe = np.zeros((T, D + D % 2))
    position = np.arange(T, dtype=float).reshape(-1, 1)
    div_term = np.exp(np.arange(0, D, 2) * (-np.log(10000.0) / D))
    pe[:, 0::2] = np.sin(position * div_term)
    pe[:, 1::2] = np.cos(position * div_term)
    return pe[:, :D]


def multi_head_attention(x, W_q, W_k, W_v, W_o, heads, mask=None):
    batch, length, width = x.shape
    if width % heads:
        raise ValueError
    d = width // heads
    time_first = x.transpose(1, 0, 2).reshape(length * batch, width)
    # (T, B * heads, d) -> (B * heads, T, d)
    q, k, v = ((time_first @ W).reshape(length, batch * heads, d).swapaxes(0, 1) for W in (W_q, W_k, W_v))
    out, _ = scaled_dot_product_attention(q, k, v, mask)
    return (out.swapaxes(0, 1).reshape(length * batch, width) @ W_o).reshape(length, batch, width).swapaxes(0, 1)
