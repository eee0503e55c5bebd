"""The RNN reference is Keras's SimpleRNN, Bidirectional and Dense, and what the slides say of it holds in any shape."""


import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solutions.rnn._inputs import both_ways_args, output_args, sequence_args, step_args
from solutions.rnn.reference import bidirectional_rnn, output_layer, rnn_forward, rnn_step, split_weights
from tests.shapes import in_many_shapes

sizes = st.fixed_dictionaries({"B": st.integers(1, 6), "D": st.integers(1, 6), "H": st.integers(1, 6)})
few = st.integers(1, 5)
shapes = st.fixed_dictionaries({"B": few, "T": st.integers(1, 8), "D": few, "H": few})
seeds = st.integers(0, 2**32 - 1)


def kept(W, b):
    """The weights as Keras keeps them."""
    W_hh, W_xh = split_weights(W, b.size)
    return [W_xh, W_hh, b]


def built(layer, x, *weights):
    layer.build(x.shape)
    layer.set_weights(weights)
    return layer


def close(ours, theirs):
    np.testing.assert_allclose(ours, np.asarray(theirs), rtol=0, atol=1e-10)


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_forward_is_keras(keras, shape, seed):
    x, h0, W, b = sequence_args(np.random.default_rng(seed), **shape)
    layer = built(keras.layers.SimpleRNN(b.size, return_sequences=True, dtype="float64"), x, *kept(W, b))
    hs = rnn_forward(x, h0, W, b)
    close(hs, layer(x, initial_state=h0))
    close(rnn_step(x[:, 0], h0, W, b), layer(x[:, :1], initial_state=h0)[:, 0])
    layer.return_sequences = False
    close(hs[:, -1], layer(x, initial_state=h0))
    D, H = shape["D"], shape["H"]
    assert layer.count_params() == H * (H + D) + H == W.size + b.size


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_both_ways_is_keras(keras, shape, seed):
    x, *states, forward, backward = both_ways_args(np.random.default_rng(seed), **shape)
    cell = keras.layers.SimpleRNN(shape["H"], return_sequences=True, dtype="float64")
    layer = built(keras.layers.Bidirectional(cell, dtype="float64"), x, *kept(*forward), *kept(*backward))
    close(bidirectional_rnn(x, *states, forward, backward), layer(x, initial_state=states))


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_outputs_are_those_of_keras_dense(keras, shape, seed):
    h, W_hy, b_y = output_args(np.random.default_rng(seed), shape["B"], shape["T"], H=shape["H"], O=shape["D"])
    layer = built(keras.layers.Dense(b_y.size, dtype="float64"), h, W_hy, b_y)
    close(output_layer(h, W_hy, b_y), layer(h))
    close(output_layer(h[:, -1], W_hy, b_y), layer(h[:, -1]))


@in_many_shapes
@given(size=sizes, seed=seeds)
def test_the_three_notations_are_equal(size, seed):
    x, h, W, b = step_args(np.random.default_rng(seed), **size)
    W_hh, W_xh = split_weights(W, b.size)
    step = rnn_step(x, h, W, b)
    columns, old = x.T, h.T
    close(step, np.tanh(W_xh.T @ columns + W_hh.T @ old + b[:, None]).T)  # deck 1: W x_t + U h_{t-1} + b
    close(step, np.tanh(W.T @ np.vstack([old, columns]) + b[:, None]).T)  # decks 1 and 2: W [h_{t-1}, x_t] + b
    close(rnn_step(x, h, W, 0 * b), np.tanh(W_hh.T @ old + W_xh.T @ columns).T)  # deck 4, without a bias


@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_unrolled_it_is_the_same_step_again_and_again(shape, seed):
    x, h, W, b = sequence_args(np.random.default_rng(seed), **shape)
    hs = rnn_forward(x, h, W, b)
    for t in range(shape["T"]):
        h = rnn_step(x[:, t], h, W, b)
        close(hs[:, t], h)


@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_each_half_reads_its_own_way(shape, seed):
    x, h0_forward, h0_backward, forward, backward = both_ways_args(np.random.default_rng(seed), **shape)
    H = shape["H"]
    hs = bidirectional_rnn(x, h0_forward, h0_backward, forward, backward)
    for t in range(shape["T"]):
        close(hs[:, t, :H], rnn_forward(x[:, : t + 1], h0_forward, *forward)[:, -1])
        close(hs[:, t, H:], rnn_forward(x[:, t:][:, ::-1], h0_backward, *backward)[:, -1])


@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_answers_are_float64_and_arguments_stay(shape, seed):
    args = both_ways_args(np.random.default_rng(seed), **shape)
    whole = tuple(np.rint(3 * value).astype(int) for value in args[:3])
    kept_back = [value.copy() for value in whole]
    assert bidirectional_rnn(*whole, *args[3:]).dtype == np.float64
    assert all(np.array_equal(now, before) for now, before in zip(whole, kept_back, strict=True))
