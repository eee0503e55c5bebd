"""Wrong in ways that no mistake of the catalogue names; each must lose points."""

import numpy as np

from solutions.attention.reference import scaled_dot_product_attention as right
from solutions.attention.reference import softmax

memory = {}
rng = np.random.default_rng(0)


def _scored(scores, v, mask):
    weights = softmax(scores if mask is None else np.where(mask, scores, -np.inf))
    return weights @ v, weights


def takes_the_best_key_only(q, k, v, mask=None):
    weights = right(q, k, v, mask)[1]
    weights = np.eye(weights.shape[-1])[weights.argmax(axis=-1)]
    return weights @ v, weights


def squashes_each_score_alone(q, k, v, mask=None):
    scores = q @ np.swapaxes(k, -1, -2) / q.shape[-1] ** 0.5
    weights = 1 / (1 + np.exp(-scores)) * (1 if mask is None else mask)
    return weights @ v, weights


def compares_angles(q, k, v, mask=None):
    q = q / np.linalg.norm(q, axis=-1, keepdims=True)
    k = k / np.linalg.norm(k, axis=-1, keepdims=True)
    return _scored(q @ np.swapaxes(k, -1, -2), v, mask)


def compares_distances(q, k, v, mask=None):
    return _scored(-np.square(q[..., :, None, :] - k[..., None, :, :]).sum(axis=-1), v, mask)


def scales_by_a_constant(q, k, v, mask=None):
    return _scored(q @ np.swapaxes(k, -1, -2) / 8, v, mask)


def scales_by_all_sizes(q, k, v, mask=None):
    return _scored(q @ np.swapaxes(k, -1, -2) / q.size**0.5, v, mask)


def takes_the_fourth_root(q, k, v, mask=None):
    return _scored(q @ np.swapaxes(k, -1, -2) / q.shape[-1] ** 0.25, v, mask)


def scales_the_masked_only(q, k, v, mask=None):
    return right(q * (q.shape[-1] ** 0.5 if mask is None else 1), k, v, mask)


def hides_with_minus_ten(q, k, v, mask=None):
    scores = q @ np.swapaxes(k, -1, -2) / q.shape[-1] ** 0.5
    weights = softmax(scores if mask is None else np.where(mask, scores, -10))
    return weights @ v, weights


def subtracts_a_hundred_where_hidden(q, k, v, mask=None):
    scores = q @ np.swapaxes(k, -1, -2) / q.shape[-1] ** 0.5
    weights = softmax(scores if mask is None else scores - 100 * ~mask)
    return weights @ v, weights


def hides_keys_before_the_product(q, k, v, mask=None):
    return right(q, k if mask is None else k * np.broadcast_to(mask, (*q.shape[:-1], k.shape[-2]))[..., 0, :, None], v)


def masks_and_renormalises_the_values(q, k, v, mask=None):
    output, weights = right(q, k, v)
    return (output, weights) if mask is None else (right(q, k, v, mask)[0], weights * mask)


def heeds_the_first_row_of_the_mask(q, k, v, mask=None):
    return right(q, k, v, mask if mask is None or mask.ndim < 2 else np.broadcast_to(mask[..., :1, :], mask.shape))


def heeds_the_first_samples_mask(q, k, v, mask=None):
    return right(q, k, v, mask if mask is None or mask.ndim < 3 else mask[:1])


def takes_square_masks_only(q, k, v, mask=None):
    return right(q, k, v, mask if mask is None or mask.shape[-1] == mask[..., 0].shape[-1] else None)


def takes_the_mask_as_indices(q, k, v, mask=None):
    scores = q @ np.swapaxes(k, -1, -2) / q.shape[-1] ** 0.5
    if mask is not None:
        scores[~mask] = -np.inf
    weights = softmax(scores)
    return weights @ v, weights


def hides_the_diagonal(q, k, v, mask=None):
    return right(q, k, v, ~np.eye(q.shape[-2], k.shape[-2], dtype=bool) if mask is None and k.shape[-2] > 1 else mask)


def uses_the_first_sample_for_all(q, k, v, mask=None):
    return tuple(np.broadcast_to(part[:1], part.shape) for part in right(q, k, v, mask))


def adds_the_queries(q, k, v, mask=None):
    output, weights = right(q, k, v, mask)
    return output + q.mean(axis=-1, keepdims=True), weights


def takes_the_largest_value(q, k, v, mask=None):
    _, weights = right(q, k, v, mask)
    return (weights[..., None] * v[..., None, :, :]).max(axis=-2), weights


def drops_out_weights(q, k, v, mask=None):
    output, weights = right(q, k, v, mask)
    return output, weights * (rng.random(weights.shape) > 0.1)


def returns_the_logarithms(q, k, v, mask=None):
    output, weights = right(q, k, v, mask)
    return output, np.log(weights)


def returns_transposed_weights(q, k, v, mask=None):
    output, weights = right(q, k, v, mask)
    return output, np.swapaxes(weights, -1, -2) + 0 * weights[..., :1, :1]


def remembers_keys(q, k, v, mask=None):
    return right(q, memory.setdefault(k.shape, k), v, mask)


def shuffles_the_mask(q, k, v, mask=None):
    return right(q, k, v, mask if mask is None else mask[..., ::-1])


def returns_a_dict(q, k, v, mask=None):
    return dict(zip(("output", "weights"), right(q, k, v, mask), strict=True))


def writes_into_the_mask(q, k, v, mask=None):
    answer = right(q, k, v, mask)
    if mask is not None:
        mask[...] = True
    return answer
