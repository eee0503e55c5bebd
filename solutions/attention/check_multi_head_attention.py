"""Checks of `multi_head_attention`, and the mistakes they recognise (deck 4, "Transformers (BERT)")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_follows, expect_steady
from solutions.attention._attending import attend, attend_with_heads, join, split
from solutions.attention._inputs import heads_args, some_seen, whole_numbers
from solutions.attention.reference import multi_head_attention as reference
from solutions.attention.reference import scaled_dot_product_attention as right_attention

name = "multi_head_attention"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_the_shape_of_x(multi_head_attention, rng):
    """returns a finite float64 array of the shape of x, (B, T, D)"""
    args = heads_args(rng)
    expect_contract("the answer", multi_head_attention(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(multi_head_attention, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(multi_head_attention, reference, (*heads_args(rng), some_seen(rng, 4, 4)), heads_args(rng))


@check(points=1)
def knows_no_order(multi_head_attention, rng):
    """shuffled inputs give the same outputs, shuffled alike"""
    x, *others = heads_args(rng, T=5)
    order = rng.permutation(5)
    expected = reference(x, *others)
    expect_close("the answer", multi_head_attention(x, *others), expected)
    expect_close("the answer to the shuffled inputs", multi_head_attention(x[:, order], *others), expected[:, order])


@check(points=3, public=True)
def attends_with_several_heads(multi_head_attention, rng):
    """each head attends with its own columns, and W_o mixes what they say"""
    expect_answer(multi_head_attention, reference, *heads_args(rng))


@check(points=1, public=True)
def heeds_the_mask(multi_head_attention, rng):
    """what is hidden from a position has no influence on it, in any head"""
    expect_answer(multi_head_attention, reference, *heads_args(rng, B=1), some_seen(rng, 4, 4))


@check(points=1)
def sees_no_future(multi_head_attention, rng):
    """under a causal mask the outputs of the first positions stay as they were, whatever comes later"""
    x, *others = heads_args(rng, T=6)
    longer = np.concatenate([x[:, :3], 9 * x[:, 3:]], axis=1)
    answer = multi_head_attention(longer, *others, np.tri(6, dtype=bool))
    expect_contract("the answer", answer, x)
    expect_close("the answer at the first positions", answer[:, :3], reference(x[:, :3], *others, np.tri(3, dtype=bool)))


@check(points=1)
def takes_any_size(multi_head_attention, rng):
    """works for one sample, one position, one head, one feature a head, many of each, square sizes, and whole numbers"""
    one, square, many = ((1, 5, 6, 2), (3, 1, 4, 2), (2, 3, 4, 1), (2, 5, 3, 3), (2, 3, 1, 1)), (4, 4, 4, 2), (30, 2, 6, 2)
    for size in (*one, square, many, (2, 25, 8, 4)):
        T, args = size[1], heads_args(rng, *size)
        expect_answer(multi_head_attention, reference, *args)
        expect_answer(multi_head_attention, reference, *args, np.tri(T, dtype=bool))
    expect_answer(multi_head_attention, reference, *whole_numbers(*heads_args(rng)))


@check(points=1)
def divides_the_features(multi_head_attention, rng):
    """divides the features evenly among any number of heads that fits"""
    for D, heads in ((8, 4), (8, 1), (6, 6), (9, 3), (10, 5)):
        expect_answer(multi_head_attention, reference, *heads_args(rng, D=D, heads=heads))


@check(points=1)
def survives_large_numbers(multi_head_attention, rng):
    """stays finite and right where scores are large"""
    x, *others = heads_args(rng)
    for size in (1, 1000):
        expect_answer(multi_head_attention, reference, x, *(size * W for W in others[:2]), *others[2:])


@check(points=2)
def follows_from_your_attention(multi_head_attention, scaled_dot_product_attention, rng):
    """is right, given what your own scaled_dot_product_attention answers"""
    own = {"attention": (scaled_dot_product_attention, right_attention)}
    for args in (heads_args(rng), (*heads_args(rng), some_seen(rng, 4, 4))):
        expect_follows(multi_head_attention, reference, attend_with_heads, own, *args)


# ------------------------------------------------------------------------------------------------ mistakes


def _wrong(hint, **parts):
    """The mistake that this hint is for: `attend_with_heads` with some of its parts replaced."""
    def answer(x, W_q, W_k, W_v, W_o, heads, mask=None):
        return attend_with_heads(x, W_q, W_k, W_v, W_o, heads, mask, **parts)

    answer.__doc__ = hint
    return answer


def _unswapped(projected, heads):
    B, T, D = projected.shape
    return projected.reshape(B, heads, T, D // heads)


def _flat(attended):
    B, heads, T, d = attended.shape
    return attended.reshape(B, T, heads * d)


def _spread(projected, heads):
    return np.moveaxis(projected.reshape(*projected.shape[:2], -1, heads), -1, 1)


def _gathered(attended):
    return np.moveaxis(attended, 1, -1).reshape(join(attended).shape)


def _scaled(scale):
    return lambda q, k, v, mask: attend(q, k, v, mask, scale=lambda q, k, v: scale(q))


def _seeing(change):
    """Attention under another mask; change(mask, q) is asked where there is one."""
    return lambda q, k, v, mask: right_attention(q, k, v, mask if mask is None else change(mask, q))


splits_without_a_swap = _wrong(
    "You reshape straight to (B, heads, T, d), which mixes positions: reshape to (B, T, heads, d), then swap the two axes.",
    split=_unswapped)
joins_without_a_swap = _wrong(
    "You join the heads with a reshape alone, which mixes positions: swap the axes back first, then reshape to (B, T, D).",
    join=_flat)
never_swaps = _wrong(
    "You reshape to (B, heads, T, d) and back, which mixes positions: swap axes 1 and 2 after the one, before the other.",
    split=_unswapped, join=_flat)
attends_over_the_heads = _wrong(
    "In your (B, T, heads, d) the heads attend to each other: swap axes 1 and 2, so that positions do.",
    split=lambda projected, heads: projected.reshape(*projected.shape[:2], heads, -1),
    join=lambda attended: attended.reshape(*attended.shape[:2], -1))
interleaves_the_heads = _wrong(
    "Your heads take every so-many-th column; a head owns columns that stand together, n * d up to (n + 1) * d.",
    split=_spread, join=_gathered)
splits_as_interleaved = _wrong(
    "Your heads take every so-many-th column of queries, keys and values: reshape to (B, T, heads, d), heads before d.",
    split=_spread)
joins_as_interleaved = _wrong(
    "You join the heads column by column in turn; they stand side by side, all columns of head 0 first.", join=_gathered)
joins_the_last_head_first = _wrong(
    "You put the heads side by side in reverse: head 0 comes first.", join=lambda attended: join(attended[:, ::-1]))
takes_heads_for_their_size = _wrong(
    "You give each head `heads` columns; heads says how many there are, each has D / heads columns.",
    split=lambda projected, heads: split(projected, projected.shape[-1] // heads))
has_one_head = _wrong(
    "You attend with all D columns at once: cut queries, keys and values into heads first.",
    split=lambda projected, heads: split(projected, 1))
repeats_the_first_head = _wrong(
    "All your heads are the first one: head n has columns n * d up to (n + 1) * d.",
    join=lambda attended: join(np.repeat(attended[:, :1], attended.shape[1], axis=1)))
averages_the_heads = _wrong(
    "You average the heads; they stand side by side, each keeps its columns.",
    join=lambda attended: join(np.broadcast_to(attended.mean(axis=1, keepdims=True), attended.shape)))
shares_the_first_heads_weights = _wrong(
    "All heads use the attention weights of the first: each has its own, from its own queries and keys.",
    attention=lambda q, k, v, mask: (right_attention(q[:, :1], k[:, :1], v, mask)[1] @ v, None))
scales_by_all_features = _wrong(
    "You divide the scores by the root of D; a head compares d = D / heads features: divide by the root of d.",
    attention=_scaled(lambda q: (q.shape[1] * q.shape[-1]) ** -0.5))
scales_by_the_heads = _wrong(
    "You divide the scores by the root of the number of heads: divide by the root of d = D / heads.",
    attention=_scaled(lambda q: q.shape[1] ** -0.5))
forgets_to_scale = _wrong("Your scores lack the division by the root of d = D / heads.", attention=_scaled(lambda q: 1))
divides_by_d = _wrong(
    "You divide the scores by d = D / heads: divide by its root.", attention=_scaled(lambda q: 1 / q.shape[-1]))
overflows = _wrong(
    "The exponential of large scores overflows: subtract the largest of each row first, as your softmax should do.",
    attention=lambda *args: attend(*args, softmax=lambda s: np.exp(s) / np.exp(s).sum(axis=-1, keepdims=True)))
ignores_the_mask = _wrong(
    "Your mask hides nothing: hand it on to the attention of every head.", attention=_seeing(lambda mask, q: None))
masks_the_first_head_only = _wrong(
    "Only your first head heeds the mask: it is the same for all heads.",
    attention=_seeing(lambda mask, q: mask | (np.arange(q.shape[1]) > 0)[:, None, None]))
turns_the_mask_round = _wrong(
    "You hide what is True; here, as in Keras, True means: may be seen.", attention=_seeing(lambda mask, q: ~mask))
transposes_the_mask = _wrong(
    "You transpose the mask: its rows are positions that look, its columns those looked at.",
    attention=_seeing(lambda mask, q: mask.T))
forgets_w_o = _wrong(
    "The heads are right, but W_o is not used: multiply by it what stands side by side.", mix=lambda joined, W_o: joined)
transposes_w_o = _wrong("You transpose W_o; it acts on rows: joined @ W_o.", mix=lambda joined, W_o: joined @ W_o.T)
transposes_the_projections = _wrong(
    "You transpose W_q, W_k and W_v; they act on rows: x @ W_q.", project=lambda x, Q, K, V: (x @ Q.T, x @ K.T, x @ V.T))
transposes_all_weights = _wrong(
    "You transpose all weights; they act on rows: x @ W_q, and W_o on the right as well.",
    project=lambda x, Q, K, V: (x @ Q.T, x @ K.T, x @ V.T), mix=lambda joined, W_o: joined @ W_o.T)
swaps_queries_and_keys = _wrong(
    "Your queries come from W_k, your keys from W_q: swap them.", project=lambda x, Q, K, V: (x @ K, x @ Q, x @ V))
swaps_keys_and_values = _wrong(
    "Your keys come from W_v, your values from W_k: swap them.", project=lambda x, Q, K, V: (x @ Q, x @ V, x @ K))
takes_keys_from_w_q = _wrong(
    "Your keys are the queries again: they are x @ W_k.", project=lambda x, Q, K, V: (x @ Q, x @ Q, x @ V))
takes_values_from_w_k = _wrong(
    "Your values are the keys again: they are x @ W_v.", project=lambda x, Q, K, V: (x @ Q, x @ K, x @ K))
takes_all_from_w_q = _wrong(
    "Queries, keys and values all come from W_q: each has its own weights.", project=lambda x, Q, K, V: (x @ Q,) * 3)
projects_nothing = _wrong(
    "Queries, keys and values are x itself: multiply by W_q, W_k and W_v first.", project=lambda x, Q, K, V: (x, x, x))
leaves_the_values_unprojected = _wrong(
    "Your values are x itself: they are x @ W_v.", project=lambda x, Q, K, V: (x @ Q, x @ K, x))


def always_hides_the_future(x, W_q, W_k, W_v, W_o, heads, mask=None):
    """You hide the future even if no mask is given: None means that all may be seen."""
    return attend_with_heads(x, W_q, W_k, W_v, W_o, heads, np.tri(x.shape[1], dtype=bool) if mask is None else mask)


def adds_x(x, W_q, W_k, W_v, W_o, heads, mask=None):
    """You add x at the end; a Transformer does so around attention, but it is no part of attention itself."""
    return x + attend_with_heads(x, W_q, W_k, W_v, W_o, heads, mask)


def keeps_whole_numbers(x, W_q, W_k, W_v, W_o, heads, mask=None):
    """With whole numbers your answer is cut to whole numbers: zeros_like takes over the dtype. Use a new float array."""
    return attend_with_heads(x, W_q, W_k, W_v, W_o, heads, mask).astype(x.dtype)
