"""No assignment in place: split and concatenate, complex numbers for the clock, broadcasting for products."""

import numpy as np


def softmax(x):
    return 1 / np.exp(np.minimum(np.asarray(x, float)[..., None, :] - np.asarray(x, float)[..., :, None], 700)).sum(axis=-1)


def causal_mask(T):
    return np.stack([np.arange(T) <= t for t in range(T)])


def scaled_dot_product_attention(q, k, v, mask=True):
    seen = True if mask is None else mask
    scores = (q[..., :, None, :] * k[..., None, :, :]).sum(axis=-1) / np.sqrt(k.shape[-1])
    top = np.max(np.where(seen, scores, -np.inf), axis=-1, keepdims=True)
    raised = np.where(seen, np.exp(np.minimum(scores - top, 0)), 0)
    weights = raised / raised.sum(axis=-1, keepdims=True)
    return (weights[..., None] * v[..., None, :, :]).sum(axis=-2), weights


def positional_encoding(T, D):
    turns = np.exp(1j * np.arange(T)[:, None] / 10000.0 ** (np.arange(0, D, 2) / D))
    return np.stack([turns.imag, turns.real], axis=-1).reshape(T, -1)[:, :D]


def multi_head_attention(x, W_q, W_k, W_v, W_o, heads, mask=None):
    q, k, v = (np.stack(np.split(x @ W, heads, axis=-1)) for W in (W_q, W_k, W_v))
    return np.concatenate(list(scaled_dot_product_attention(q, k, v, mask)[0]), axis=-1) @ W_o
