"""Checks of `scaled_dot_product_attention`, and the mistakes they recognise (deck 4, "Transformers (BERT)")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_follows, expect_steady
from solutions.attention._attending import attend
from solutions.attention._inputs import far_apart, looks, some_seen, whole_numbers
from solutions.attention.reference import scaled_dot_product_attention as reference
from solutions.attention.reference import softmax as right_softmax

name = "scaled_dot_product_attention"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_output_and_weights(scaled_dot_product_attention, rng):
    """returns (output, weights), two finite float64 arrays of shapes (..., Tq, dv) and (..., Tq, Tk)"""
    args = looks(rng, 2)
    expect_contract(("output", "weights"), scaled_dot_product_attention(*args), reference(*args))


@check(points=1)
def keeps_to_its_arguments(scaled_dot_product_attention, rng):
    """leaves its arguments as they were, and remembers nothing from call to call"""
    expect_steady(scaled_dot_product_attention, reference, (*looks(rng, 2), some_seen(rng, 2, 3, 4)), looks(rng, 2))


@check(points=1)
def averages_what_fits_alike(scaled_dot_product_attention, rng):
    """takes the mean of all values, or of those that may be seen, if all keys are the same"""
    q, k, v = looks(rng, 2, Tk=6)
    seen = some_seen(rng, 3, 6)
    for args, shares in (((), np.ones((3, 6))), ((seen,), seen)):
        weights = np.broadcast_to(shares / shares.sum(axis=-1, keepdims=True), (2, 3, 6))
        got = scaled_dot_product_attention(q, np.repeat(k[:, :1], 6, axis=1), v, *args)
        expect_close(("output", "weights"), got, (weights @ v, weights))


@check(points=3, public=True)
def weighs_values_by_fit(scaled_dot_product_attention, rng):
    """weights are the softmax of the scaled scores, the output is weights @ v"""
    expect_answer(scaled_dot_product_attention, reference, *looks(rng, 2))
    expect_answer(scaled_dot_product_attention, reference, *looks(rng, 3, Tq=3, Tk=3, d=3, dv=3))


@check(points=2, public=True)
def heeds_the_mask(scaled_dot_product_attention, rng):
    """what is hidden gets no weight, and the rest of the row adds up to 1"""
    expect_answer(scaled_dot_product_attention, reference, *looks(rng, 2, Tq=4, dv=3), some_seen(rng, 4, 4))


@check(points=1)
def broadcasts_the_mask(scaled_dot_product_attention, rng):
    """takes a mask for all queries, for each sample, for all samples alike, and one that hides nothing"""
    for shape in ((4,), (1, 4), (3, 4), (2, 1, 4), (2, 3, 4), (1, 3, 4)):
        expect_answer(scaled_dot_product_attention, reference, *looks(rng, 2), some_seen(rng, *shape))
    expect_answer(scaled_dot_product_attention, reference, *looks(rng, 2), np.ones((3, 4), dtype=bool))


@check(points=1)
def takes_any_size(scaled_dot_product_attention, rng):
    """works for any number of leading axes, one query, one key, one feature, square sizes, many, and whole numbers"""
    shapes = (((), 3, 4, 5, 2), ((2, 3), 3, 4, 5, 2), ((3, 2, 2), 2, 3, 4, 5), ((2,), 1, 4, 3, 2), ((2,), 3, 1, 4, 2),
              ((3,), 2, 4, 1, 1), ((3,), 3, 3, 3, 3), ((1,), 4, 4, 3, 3), ((40,), 2, 3, 7, 2), ((2,), 30, 40, 16, 3))
    for lead, Tq, Tk, d, dv in shapes:
        expect_answer(scaled_dot_product_attention, reference, *looks(rng, *lead, Tq=Tq, Tk=Tk, d=d, dv=dv))
    expect_answer(scaled_dot_product_attention, reference, *looks(rng, 2, 3), some_seen(rng, 3, 4))
    expect_answer(scaled_dot_product_attention, reference, *looks(rng), some_seen(rng, 3, 4))
    expect_answer(scaled_dot_product_attention, reference, *whole_numbers(*looks(rng, 2)), some_seen(rng, 3, 4))


@check(points=1)
def survives_large_numbers(scaled_dot_product_attention, rng):
    """stays finite and right for queries and keys of 1000, and if what is hidden would fit best by far"""
    _, _, v = looks(rng, 2)
    expect_answer(scaled_dot_product_attention, reference, far_apart(rng, 2, 3, 4), far_apart(rng, 2, 4, 4), v)
    q, k, v = looks(rng, 2)
    seen = some_seen(rng, 3, 4)
    k[:, 0], seen[:, 0], seen[:, 1] = 300 * q[:, 0] / np.square(q[:, 0]).sum(axis=-1, keepdims=True) * 5**0.5, False, True
    expect_answer(scaled_dot_product_attention, reference, q, k, v, seen)


@check(points=1)
def follows_from_your_softmax(scaled_dot_product_attention, softmax, rng):
    """is right, given what your own softmax answers"""
    expect_follows(scaled_dot_product_attention, reference, attend, {"softmax": (softmax, right_softmax)}, *looks(rng, 2))


# ------------------------------------------------------------------------------------------------ mistakes


def _wrong(hint, **parts):
    """The mistake that this hint is for: `attend` with some of its parts replaced."""
    def answer(q, k, v, mask=None):
        return attend(q, k, v, mask, **parts)

    answer.__doc__ = hint
    return answer


def _swapped(array):
    return array.swapaxes(-1, -2)


def _scaled_by(size):
    return lambda q, k, v: size(q, k, v) ** -0.5


def _over(before, after):
    """Softmax along an axis that is not the last."""
    return lambda scores: after(right_softmax(before(scores)), scores)


forgets_to_scale = _wrong(
    "Your scores lack the division by the root of d, the number of features of a query: q @ k^T / sqrt(d).",
    scale=lambda q, k, v: 1)
divides_by_d = _wrong(
    "You divide by d, or twice by its root: divide the scores once, by sqrt(d).", scale=lambda q, k, v: 1 / q.shape[-1])
multiplies_by_the_root = _wrong(
    "You multiply by the root of d; the scores are divided by it.", scale=lambda q, k, v: q.shape[-1] ** 0.5)
divides_by_the_root_of_keys = _wrong(
    "You divide by the root of the number of keys; d is the number of features of a query, its last axis.",
    scale=_scaled_by(lambda q, k, v: k.shape[-2]))
divides_by_the_root_of_queries = _wrong(
    "You divide by the root of the number of queries; d is the number of features of a query, its last axis.",
    scale=_scaled_by(lambda q, k, v: q.shape[-2]))
divides_by_the_root_of_value_features = _wrong(
    "You divide by the root of the features of a value; d is the number of features of a query or key.",
    scale=_scaled_by(lambda q, k, v: v.shape[-1]))
divides_by_the_root_of_the_first_axis = _wrong(
    "You take len(q), the first axis, for d; it is the last: q.shape[-1].", scale=_scaled_by(lambda q, k, v: len(q)))
shares_out_the_queries = _wrong(
    "Your softmax goes over the queries, so that columns add up to 1: go over the keys, the last axis of the scores.",
    softmax=_over(_swapped, lambda weights, scores: _swapped(weights)))
shares_out_each_table = _wrong(
    "All weights of a sample add up to 1; each row of them must, the keys of one query: softmax over the last axis.",
    softmax=_over(lambda s: s.reshape(*s.shape[:-2], -1), lambda weights, s: weights.reshape(s.shape)))
shares_out_everything = _wrong(
    "All weights of the batch together add up to 1; each row must, the keys of one query: softmax over the last axis.",
    softmax=_over(np.ravel, lambda weights, s: weights.reshape(s.shape)))
shares_out_the_first_axis = _wrong(
    "Your softmax goes over the first axis; it is the last one of the scores, the keys of one query.",
    softmax=_over(lambda s: np.moveaxis(s, 0, -1), lambda weights, s: np.moveaxis(weights, -1, 0)))
overflows = _wrong(
    "The exponential of large scores overflows: subtract the largest of each row first, as your softmax should do.",
    softmax=lambda s: np.exp(s) / np.exp(s).sum(axis=-1, keepdims=True))
leaves_softmax_out = _wrong(
    "You average with the bare scores: softmax makes them weights, positive and adding up to 1.",
    softmax=lambda s: s, hide=lambda s, mask: np.where(mask, s, 0))
turns_the_mask_round = _wrong(
    "You hide what is True; here, as in Keras, True means: may be seen. (In PyTorch's attention layer it is hidden.)",
    hide=lambda s, mask: np.where(mask, -np.inf, s))
hides_with_the_wrong_sign = _wrong(
    "What is hidden gets all the weight: its score becomes minus infinity, or a very large negative number.",
    hide=lambda s, mask: np.where(mask, s, 1e9))
ignores_the_mask = _wrong(
    "Your mask hides nothing: where it is False the score becomes -np.inf, before softmax.", hide=lambda s, mask: s)
masks_after_softmax = _wrong(
    "You set weights to 0 after softmax, so that the rest no longer adds up to 1: set the scores to -np.inf before it.",
    hide=lambda s, mask: s, after=lambda weights, mask: weights if mask is None else weights * mask)
masks_with_zero = _wrong(
    "Hidden scores become 0 (or -1e-9), but e^0 is 1, so they get weight: make them -np.inf before softmax.",
    hide=lambda s, mask: s * mask)
masks_with_minus_one = _wrong(
    "Hidden scores become -1, and still get weight: make them -np.inf before softmax.",
    hide=lambda s, mask: np.where(mask, s, -1))
adds_the_mask = _wrong(
    "You add the mask to the scores, 1 where seen and 0 where hidden: make hidden scores -np.inf instead.",
    hide=lambda s, mask: s + mask)
swaps_queries_and_keys = _wrong(
    "Your scores are k @ q^T, keys in rows; queries belong in rows: q @ k^T.", fit=lambda q, k: k @ _swapped(q))
forgets_to_transpose = _wrong(
    "Your product lacks the transpose of k: every query meets every key in q @ k^T.", fit=lambda q, k: q @ k)
turns_all_axes = _wrong(
    "k.T turns the leading axes round as well; swap the last two only: np.swapaxes(k, -1, -2).", fit=lambda q, k: q @ k.T)
takes_three_axes_only = _wrong(
    "Your transpose is for three axes only; any number may lead: np.swapaxes(k, -1, -2).",
    fit=lambda q, k: q @ k.transpose(0, 2, 1))
averages_the_keys = _wrong(
    "You average the keys; the output is made of values: weights @ v.", mix=lambda weights, k, v: weights @ k)
transposes_the_weights = _wrong(
    "You transpose the weights before they meet the values: rows are queries, so it is weights @ v.",
    mix=lambda weights, k, v: _swapped(weights) @ v)
divides_the_output_by_the_keys = _wrong(
    "You divide the output by the number of keys; the weights add up to 1 already, so their sum is the average.",
    mix=lambda weights, k, v: weights @ v / k.shape[-2])


def scales_after_softmax(q, k, v, mask=None):
    """You divide the weights by the root of d, so that rows no longer add up to 1: divide the scores, before softmax."""
    return attend(q, k, v, mask, scale=lambda q, k, v: 1, after=lambda weights, mask: weights / q.shape[-1] ** 0.5)


def swaps_keys_and_values(q, k, v, mask=None):
    """You compare queries with values and average keys: compare with the keys, average the values."""
    return attend(q, v, k, mask)


def masks_the_values(q, k, v, mask=None):
    """You hide values, not weights: hidden keys still take their part of a row. Make their scores -np.inf before softmax."""
    return masks_after_softmax(q, k, v, mask)[0], attend(q, k, v)[1]


def transposes_the_mask(q, k, v, mask=None):
    """You transpose the mask; it stands like the scores, rows for queries and columns for keys."""
    return attend(q, k, v, mask if mask is None else mask.T)


def asks_if_the_mask_is_true(q, k, v, mask=None):
    """`if mask:` fails, as an array has no truth of its own: ask `mask is not None`."""
    return attend(q, k, v, mask if mask else None)


def always_hides_the_future(q, k, v, mask=None):
    """You hide the future even if no mask is given: None means that all may be seen."""
    return attend(q, k, v, np.tri(q.shape[-2], k.shape[-2], dtype=bool) if mask is None else mask)


def returns_the_scores(q, k, v, mask=None):
    """The output is right, but with it come the scores (after the mask), not the weights: return what softmax gave."""
    return attend(q, k, v, mask)[0], attend(q, k, v, mask, softmax=lambda s: s, mix=lambda weights, k, v: 0)[1]


def returns_weights_first(q, k, v, mask=None):
    """You return (weights, output); the order is (output, weights)."""
    return attend(q, k, v, mask)[::-1]


def returns_the_output_alone(q, k, v, mask=None):
    """You return the output alone; both are asked for: (output, weights)."""
    return attend(q, k, v, mask)[0]


def keeps_whole_numbers(q, k, v, mask=None):
    """With whole numbers your output is cut to whole numbers: zeros_like takes over the dtype. Use a new float array."""
    output, weights = attend(q, k, v, mask)
    return output.astype(v.dtype), weights


def scales_in_place(q, k, v, mask=None):
    """q /= ... changes the caller's array (and fails for whole numbers): write q = q / ..., which makes a new one."""
    q /= q.shape[-1] ** 0.5
    return attend(q, k, v, mask, scale=lambda q, k, v: 1)
