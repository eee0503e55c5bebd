"""Everything computed, and returned, in float32: right, with a note."""

import numpy as np


def single(*arrays):
    return [np.asarray(array, dtype=np.float32) for array in arrays]


def softmax(x):
    (x,) = single(x)
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def causal_mask(T):
    return np.tri(T).astype(bool)


def scaled_dot_product_attention(q, k, v, mask=None):
    q, k, v = single(q, k, v)
    scores = q @ k.swapaxes(-1, -2) / np.float32(np.sqrt(q.shape[-1]))
    weights = softmax(scores if mask is None else np.where(mask, scores, np.float32(-1e9)))
    return weights @ v, weights


def positional_encoding(T, D):
    t = np.arange(T, dtype=np.float32)[:, None]
    even = np.arange(0, D, 2, dtype=np.float32)
    angle = t / np.float32(10000) ** (even / np.float32(D))
    encoding = np.zeros((T, D), np.float32)
    encoding[:, ::2] = np.sin(angle)
    encoding[:, 1::2] = np.cos(angle)[:, : encoding[:, 1::2].shape[1]]
    return encoding


def multi_head_attention(x, W_q, W_k, W_v, W_o, heads, mask=None):
    x, W_q, W_k, W_v, W_o = single(x, W_q, W_k, W_v, W_o)
    B, T, D = x.shape
    q, k, v = ((x @ W).reshape(B, T, heads, D // heads).transpose(0, 2, 1, 3) for W in (W_q, W_k, W_v))
    attended, _ = scaled_dot_product_attention(q, k, v, mask)
    return attended.transpose(0, 2, 1, 3).reshape(B, T, D) @ W_o
