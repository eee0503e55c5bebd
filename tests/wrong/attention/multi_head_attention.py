"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.attention.reference import multi_head_attention as right
from solutions.attention.reference import scaled_dot_product_attention, softmax

memory = {}
rng = np.random.default_rng(0)


def _cut(projected, heads):
    return np.swapaxes(projected.reshape(*projected.shape[:2], heads, -1), 1, 2)


def _joined(attended):
    return np.swapaxes(attended, 1, 2).reshape(attended.shape[0], attended.shape[2], -1)


def always_has_two_heads(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x, W_q, W_k, W_v, W_o, 2 if x.shape[-1] % 2 == 0 else heads, mask)


def shares_queries_between_heads(x, W_q, W_k, W_v, W_o, heads, mask=None):
    d = x.shape[-1] // heads
    return right(x, np.tile(W_q[:, :d], heads), W_k, W_v, W_o, heads, mask)


def shares_keys_and_values_between_heads(x, W_q, W_k, W_v, W_o, heads, mask=None):
    d = x.shape[-1] // heads
    return right(x, W_q, np.tile(W_k[:, :d], heads), np.tile(W_v[:, :d], heads), W_o, heads, mask)


def turns_heads_round_before(x, W_q, W_k, W_v, W_o, heads, mask=None):
    q, k, v = (_cut(x @ W, heads) for W in (W_q, W_k, W_v))
    return _joined(scaled_dot_product_attention(q, k, v[:, ::-1], mask)[0]) @ W_o


def uses_w_o_with_every_head(x, W_q, W_k, W_v, W_o, heads, mask=None):
    q, k, v = (_cut(x @ W, heads) for W in (W_q, W_k, W_v))
    d = x.shape[-1] // heads
    return (scaled_dot_product_attention(q, k, v, mask)[0] @ W_o[:d]).sum(axis=1)


def uses_w_o_first(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x @ W_o, W_q, W_k, W_v, np.eye(len(W_o)), heads, mask)


def transposes_w_q_only(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x, W_q.T, W_k, W_v, W_o, heads, mask)


def transposes_w_v_only(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x, W_q, W_k, W_v.T, W_o, heads, mask)


def mixes_with_w_v(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x, W_q, W_k, W_v, W_v, heads, mask)


def projects_twice(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x, W_q @ W_q, W_k @ W_k, W_v @ W_v, W_o, heads, mask)


def chains_the_projections(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x, W_q, W_q @ W_k, W_q @ W_k @ W_v, W_o, heads, mask)


def leaves_queries_unprojected(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x, np.eye(len(W_q)), W_k, W_v, W_o, heads, mask)


def softmax_over_the_heads(x, W_q, W_k, W_v, W_o, heads, mask=None):
    q, k, v = (_cut(x @ W, heads) for W in (W_q, W_k, W_v))
    scores = q @ np.swapaxes(k, -1, -2) / q.shape[-1] ** 0.5
    scores = scores if mask is None else np.where(mask, scores, -np.inf)
    weights = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True).clip(1e-300)
    return _joined(weights @ v) @ W_o


def softmax_over_the_queries(x, W_q, W_k, W_v, W_o, heads, mask=None):
    q, k, v = (_cut(x @ W, heads) for W in (W_q, W_k, W_v))
    scores = k @ np.swapaxes(q, -1, -2) / q.shape[-1] ** 0.5
    weights = softmax(scores if mask is None else np.where(mask.T, scores, -1e9))
    return _joined(np.swapaxes(weights, -1, -2) @ v) @ W_o


def masks_after_softmax(x, W_q, W_k, W_v, W_o, heads, mask=None):
    q, k, v = (_cut(x @ W, heads) for W in (W_q, W_k, W_v))
    weights = scaled_dot_product_attention(q, k, v)[1] * (1 if mask is None else mask)
    return _joined(weights @ v) @ W_o


def masks_with_zero(x, W_q, W_k, W_v, W_o, heads, mask=None):
    q, k, v = (_cut(x @ W, heads) for W in (W_q, W_k, W_v))
    scores = q @ np.swapaxes(k, -1, -2) / q.shape[-1] ** 0.5
    return _joined(softmax(scores if mask is None else scores * mask) @ v) @ W_o


def masks_the_inputs(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x if mask is None else x * mask[:, :1], W_q, W_k, W_v, W_o, heads)


def replaces_any_mask_by_the_causal_one(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x, W_q, W_k, W_v, W_o, heads, mask if mask is None else np.tri(x.shape[1], dtype=bool))


def uses_the_first_sample_for_all(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return np.repeat(right(x[:1], W_q, W_k, W_v, W_o, heads, mask), len(x), axis=0)


def averages_positions(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x, W_q, W_k, W_v, W_o, heads, mask).mean(axis=1)


def adds_positions(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x + 0.1 * np.arange(x.shape[1])[:, None], W_q, W_k, W_v, W_o, heads, mask)


def normalises_the_output(x, W_q, W_k, W_v, W_o, heads, mask=None):
    y = right(x, W_q, W_k, W_v, W_o, heads, mask)
    return (y - y.mean(axis=-1, keepdims=True)) / (y.std(axis=-1, keepdims=True) + 1e-6)


def ends_in_a_relu(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return np.maximum(right(x, W_q, W_k, W_v, W_o, heads, mask), 0)


def lets_positions_of_a_sample_pass_to_the_next(x, W_q, W_k, W_v, W_o, heads, mask=None):
    q, k, v = (_cut(x @ W, heads) for W in (W_q, W_k, W_v))
    return _joined(scaled_dot_product_attention(q, np.roll(k, 1, axis=0), v, mask)[0]) @ W_o


def runs_samples_into_each_other(x, W_q, W_k, W_v, W_o, heads, mask=None):
    B = len(x)
    seen = np.tile(np.ones((x.shape[1],) * 2, dtype=bool) if mask is None else mask, (B, B))
    return right(x.reshape(1, -1, x.shape[2]), W_q, W_k, W_v, W_o, heads, seen).reshape(x.shape)


def puts_time_first(x, W_q, W_k, W_v, W_o, heads, mask=None):
    y = right(np.swapaxes(x, 0, 1), W_q, W_k, W_v, W_o, heads, None)
    return np.swapaxes(y, 0, 1)


def returns_weights_too(x, W_q, W_k, W_v, W_o, heads, mask=None):
    q, k, v = (_cut(x @ W, heads) for W in (W_q, W_k, W_v))
    return right(x, W_q, W_k, W_v, W_o, heads, mask), scaled_dot_product_attention(q, k, v, mask)[1]


def returns_heads_apart(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return np.stack(np.split(right(x, W_q, W_k, W_v, W_o, heads, mask), heads, axis=-1), axis=1)


def remembers_weights(x, W_q, W_k, W_v, W_o, heads, mask=None):
    return right(x, *memory.setdefault(W_q.shape, (W_q, W_k, W_v, W_o)), heads, mask)


def adds_in_place(x, W_q, W_k, W_v, W_o, heads, mask=None):
    y = right(x, W_q, W_k, W_v, W_o, heads, mask)
    x += y.astype(x.dtype)
    return y


def drops_out(x, W_q, W_k, W_v, W_o, heads, mask=None):
    y = right(x, W_q, W_k, W_v, W_o, heads, mask)
    return y * (rng.random(y.shape) > 0.02)
