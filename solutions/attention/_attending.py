"""Attention, with one head and with several, in parts: a mistake is the right function with one part replaced."""

import numpy as np

from solutions.attention.reference import scaled_dot_product_attention
from solutions.attention.reference import softmax as right_softmax


def attend(q, k, v, mask=None, *, softmax=right_softmax, fit=lambda q, k: q @ k.swapaxes(-1, -2),
           scale=lambda q, k, v: q.shape[-1] ** -0.5, hide=lambda scores, mask: np.where(mask, scores, -np.inf),
           after=lambda weights, mask: weights, mix=lambda weights, k, v: weights @ v):
    """scaled_dot_product_attention.

    fit: scores before scaling; scale: the factor on them; hide: what a mask does to scores; after: what becomes of the
    weights; mix: the output.
    """
    scores = fit(q, k) * scale(q, k, v)
    weights = after(softmax(scores if mask is None else hide(scores, mask)), mask)
    return mix(weights, k, v), weights


def split(projected, heads):
    """(B, T, D) as (B, heads, T, d)."""
    return projected.reshape(*projected.shape[:2], heads, -1).swapaxes(1, 2)


def join(attended):
    """(B, heads, T, d) as (B, T, D)."""
    B, heads, T, d = attended.shape
    return attended.swapaxes(1, 2).reshape(B, T, heads * d)


def attend_with_heads(x, W_q, W_k, W_v, W_o, heads, mask=None, *, project=lambda x, Q, K, V: (x @ Q, x @ K, x @ V),
                      split=split, join=join, attention=scaled_dot_product_attention, mix=lambda joined, W_o: joined @ W_o):
    """multi_head_attention; project: queries, keys and values; attention: of all heads; mix: what W_o does."""
    if x.shape[-1] % heads:
        raise ValueError("heads does not divide D")
    q, k, v = (split(projected, heads) for projected in project(x, W_q, W_k, W_v))
    attended, _ = attention(q, k, v, mask)
    return mix(join(attended), W_o)
