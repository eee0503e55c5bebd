"""The attention references are what Keras's layers answer, and keep their promises in any shape."""


import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solutions.attention._inputs import heads_args, looks, scores, some_seen
from solutions.attention.reference import (
    causal_mask,
    multi_head_attention,
    positional_encoding,
    scaled_dot_product_attention,
    softmax,
)
from tests.shapes import in_many_shapes

small = st.integers(1, 5)
seeds = st.integers(0, 2**32 - 1)
several = st.integers(2, 6)  # Keras warns of a softmax over one score, and warnings are errors here
leads = st.lists(st.integers(1, 3), max_size=3)
looking = st.fixed_dictionaries({"lead": leads, "Tq": small, "Tk": small, "d": small, "dv": small})
heading = st.fixed_dictionaries({"B": small, "T": several, "d": small, "heads": st.integers(1, 4)})


def drawn(seed, lead, **sizes):
    """Queries, keys, values and a mask that leaves something to be seen in every row."""
    rng = np.random.default_rng(seed)
    q, k, v = looks(rng, *lead, **sizes)
    shape = (*lead, sizes["Tq"], sizes["Tk"])
    return q, k, v, some_seen(rng, *shape) if sizes["Tk"] > 1 else np.ones(shape, dtype=bool)


def heads_drawn(seed, B, T, d, heads):
    return heads_args(np.random.default_rng(seed), B, T, d * heads, heads)


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(lead=st.lists(small, max_size=3), last=several, seed=seeds, level=st.sampled_from([0.0, 1000.0, -1000.0]))
def test_softmax_is_keras(keras, lead, last, seed, level):
    x = scores(np.random.default_rng(seed), *lead, last) + level
    np.testing.assert_allclose(softmax(x), keras.ops.softmax(x, axis=-1), rtol=0, atol=1e-10)


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=heading, seed=seeds)
def test_multi_head_attention_is_keras(keras, shape, seed):
    x, *weights, heads = heads_drawn(seed, **shape)
    T, D, d = shape["T"], x.shape[-1], shape["d"]
    layer = keras.layers.MultiHeadAttention(heads, key_dim=d, use_bias=False, dtype="float64")
    layer.build(x.shape, x.shape)
    rounded = float(np.float32(d**-0.5)) / d**-0.5  # what Keras makes of the root of d, also in float64: undone here
    kernels = [W.reshape(D, heads, d) for W in (weights[0] / rounded, *weights[1:3])]
    layer.set_weights([*kernels, weights[3].reshape(heads, d, D)])
    assert layer.count_params() == 4 * D**2
    for mask in (None, causal_mask(T), some_seen(np.random.default_rng(seed), T, T)):
        theirs = layer(x, x, attention_mask=None if mask is None else mask[None])
        np.testing.assert_allclose(multi_head_attention(x, *weights, heads, mask), theirs, rtol=0, atol=1e-10)
    ours = multi_head_attention(x, *weights, heads, causal_mask(T))
    np.testing.assert_allclose(ours, layer(x, x, use_causal_mask=True), rtol=0, atol=1e-10)


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=st.tuples(small, small, several, small, small), seed=seeds)
def test_attention_is_keras(keras, shape, seed):
    B, Tq, Tk, d, dv = shape
    q, k, v, mask = drawn(seed, [B], Tq=Tq, Tk=Tk, d=d, dv=dv)
    layer = keras.layers.Attention(score_mode="dot", dtype="float64")  # it knows no root of d, and hides whole keys only
    keys_seen = np.broadcast_to(mask[:, :1], mask.shape)
    theirs = layer([q / d**0.5, v, k], mask=[None, keys_seen[:, 0]], return_attention_scores=True)
    for our, their in zip(scaled_dot_product_attention(q, k, v, keys_seen), theirs, strict=True):
        np.testing.assert_allclose(our, their, rtol=0, atol=1e-10)


@in_many_shapes
@given(shape=looking, seed=seeds)
def test_weights_are_shares_of_what_may_be_seen(shape, seed):
    q, k, v, mask = drawn(seed, **shape)
    output, weights = scaled_dot_product_attention(q, k, v, mask)
    assert output.dtype == weights.dtype == np.float64
    np.testing.assert_allclose(weights.sum(axis=-1), 1, atol=1e-12)
    np.testing.assert_array_equal(weights > 0, mask)
    np.testing.assert_allclose(output, weights @ v, atol=1e-12)
    assert (output <= v.max(axis=-2, keepdims=True) + 1e-12).all()
    assert (output >= v.min(axis=-2, keepdims=True) - 1e-12).all()


@in_many_shapes
@given(shape=looking, seed=seeds)
def test_keys_have_no_order_and_hidden_ones_no_say(shape, seed):
    q, k, v, mask = drawn(seed, **shape)
    output, weights = scaled_dot_product_attention(q, k, v, mask)
    order = np.random.default_rng(seed).permutation(shape["Tk"])
    again = scaled_dot_product_attention(q, k[..., order, :], v[..., order, :], mask[..., order])
    np.testing.assert_allclose(again[0], output, atol=1e-12)
    np.testing.assert_allclose(again[1], weights[..., order], atol=1e-12)
    first_only = np.arange(shape["Tk"]) == 0
    first = scaled_dot_product_attention(q, k, v, first_only)[0]
    np.testing.assert_array_equal(first, np.broadcast_to(v[..., :1, :], output.shape))


@in_many_shapes
@given(shape=heading, seed=seeds)
def test_shuffled_inputs_give_shuffled_outputs(shape, seed):
    x, *others = heads_drawn(seed, **shape)
    order = np.random.default_rng(seed).permutation(shape["T"])
    shuffled = multi_head_attention(x[:, order], *others)
    np.testing.assert_allclose(shuffled, multi_head_attention(x, *others)[:, order], atol=1e-11)


@in_many_shapes
@given(shape=heading, seed=seeds)
def test_under_a_causal_mask_the_past_knows_no_future(shape, seed):
    x, *others = heads_drawn(seed, **shape)
    half = (shape["T"] + 1) // 2
    whole = multi_head_attention(x, *others, causal_mask(shape["T"]))
    np.testing.assert_allclose(whole[:, :half], multi_head_attention(x[:, :half], *others, causal_mask(half)), atol=1e-11)


@in_many_shapes
@given(T=st.integers(1, 40), D=st.integers(1, 20))
def test_positional_encoding_is_the_formula(T, D):
    encoding = positional_encoding(T, D)
    assert encoding.shape == (T, D)
    t, i = np.arange(T)[:, None], np.arange(D) // 2
    angle = t / np.power(10000.0, 2 * i / D)
    np.testing.assert_allclose(encoding, np.where(np.arange(D) % 2, np.cos(angle), np.sin(angle)), atol=1e-12)


def test_a_causal_mask_is_a_triangle():
    for T in range(1, 9):
        mask = causal_mask(T)
        assert mask.dtype == bool
        assert [[s <= t for s in range(T)] for t in range(T)] == mask.tolist()


def test_whole_numbers_become_float64():
    whole = np.arange(24).reshape(2, 3, 4)
    for answer in (softmax(whole), *scaled_dot_product_attention(whole, whole, whole)):
        assert answer.dtype == np.float64
    np.testing.assert_array_equal(softmax(np.array([[1000, -1000], [-1000, -1000]])), [[1, 0], [0.5, 0.5]])


def test_heads_must_divide_the_features():
    *args, _ = heads_args(np.random.default_rng(0), D=6)
    with pytest.raises(ValueError, match="6 features cannot be divided into 4 heads"):
        multi_head_attention(*args, 4)
