"""The convolution and pooling references are Keras's layers forward and TensorFlow's gradients backward."""


import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from solutions.conv1d._inputs import layer_args, pooled_upstream, signals, upstream
from solutions.conv1d.reference import avg_pool1d, conv1d, conv1d_backward, max_pool1d, max_pool1d_backward
from tests.shapes import in_many_shapes

small = st.integers(1, 5)
layers = st.fixed_dictionaries({"B": small, "T": st.integers(1, 12), "C": small, "K": st.integers(1, 7), "F": small})
pools = st.fixed_dictionaries({"B": small, "T": st.integers(1, 12), "C": small})
strides = st.integers(1, 5)
seeds = st.integers(0, 2**32 - 1)
SLIDE = np.array([1.0, 3, 0, 1, 2]).reshape(1, 5, 1)


def keras_layer(keras, x, kernel, bias, stride, padding):
    """keras.layers.Conv1D in float64 with these filters."""
    layer = keras.layers.Conv1D(kernel.shape[2], len(kernel), strides=stride, padding=padding, dtype="float64")
    layer.build(x.shape)
    layer.set_weights([kernel, bias])
    return layer


@pytest.mark.xdist_group("tensorflow")
@pytest.mark.parametrize("padding", ["valid", "same", "causal"])
@in_many_shapes
@given(shape=layers, stride=strides, seed=seeds)
def test_convolution_is_keras(tensorflow, padding, shape, stride, seed):
    assume(padding != "valid" or shape["K"] <= shape["T"])
    x, kernel, bias = layer_args(np.random.default_rng(seed), **shape)
    theirs = keras_layer(tensorflow.keras, x, kernel, bias, stride, padding)(x)
    np.testing.assert_allclose(conv1d(x, kernel, bias, stride, padding), theirs, rtol=0, atol=1e-10)


@pytest.mark.xdist_group("tensorflow")
@pytest.mark.parametrize(("name", "ours"), [("MaxPooling1D", max_pool1d), ("AveragePooling1D", avg_pool1d)])
@in_many_shapes
@given(shape=pools, size=st.integers(1, 6), stride=strides, seed=seeds)
def test_pooling_is_keras(tensorflow, name, ours, shape, size, stride, seed):
    assume(size <= shape["T"])
    x = signals(np.random.default_rng(seed), **shape)
    layer = getattr(tensorflow.keras.layers, name)
    np.testing.assert_allclose(ours(x, size, stride), layer(size, strides=stride, dtype="float64")(x), rtol=0, atol=1e-10)
    np.testing.assert_allclose(ours(x, size, size), layer(size, dtype="float64")(x), rtol=0, atol=1e-10)  # Keras's default
    np.testing.assert_array_equal(ours(x, size), ours(x, size, 1))  # the slides'


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=layers, stride=strides, seed=seeds)
def test_convolution_backward_is_tensorflow(tensorflow, shape, stride, seed):
    assume(shape["K"] <= shape["T"])
    rng = np.random.default_rng(seed)
    x, kernel, bias = layer_args(rng, **shape)
    dy, *_ = args = upstream(rng, x, kernel, stride)
    layer, tf = keras_layer(tensorflow.keras, x, kernel, bias, stride, "valid"), tensorflow.tf
    x = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        loss = tf.reduce_sum(dy * layer(x))
    theirs = tape.gradient(loss, [x, *layer.trainable_weights])
    for our, their in zip(conv1d_backward(*args), theirs, strict=True):
        np.testing.assert_allclose(our, their, rtol=0, atol=1e-10)


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=pools, size=st.integers(1, 6), stride=strides, seed=seeds)
def test_max_pooling_backward_is_tensorflow(tensorflow, shape, size, stride, seed):
    assume(size <= shape["T"])
    rng = np.random.default_rng(seed)
    dy, x, *_ = args = pooled_upstream(rng, signals(rng, **shape), size, stride)
    tf, x = tensorflow.tf, tensorflow.tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(x)
        loss = tf.reduce_sum(dy * tf.nn.max_pool1d(x, size, stride, "VALID"))
    np.testing.assert_allclose(max_pool1d_backward(*args), tape.gradient(loss, x), rtol=0, atol=1e-10)


@in_many_shapes
@given(shape=layers, stride=strides, seed=seeds)
def test_convolution_backward_is_the_slope_of_the_convolution(shape, stride, seed):
    assume(shape["K"] <= shape["T"])
    rng = np.random.default_rng(seed)
    x, kernel, bias = layer_args(rng, **shape)
    dy, *_ = args = upstream(rng, x, kernel, stride)
    for gradient, value in zip(conv1d_backward(*args), (x, kernel, bias), strict=True):
        numeric = central_differences(lambda: np.sum(dy * conv1d(x, kernel, bias, stride)), value)
        np.testing.assert_allclose(gradient, numeric, rtol=1e-7, atol=1e-7)


@in_many_shapes
@given(shape=pools, size=st.integers(1, 6), stride=strides, seed=seeds)
def test_max_pooling_backward_is_the_slope_of_max_pooling(shape, size, stride, seed):
    assume(size <= shape["T"])
    rng = np.random.default_rng(seed)
    B, T, C = (shape[axis] for axis in "BTC")
    x = rng.permuted(np.arange(B * T * C) - 9.0).reshape(B, T, C)  # no two closer than 1
    dy, *_ = args = pooled_upstream(rng, x, size, stride)
    numeric = central_differences(lambda: np.sum(dy * max_pool1d(x, size, stride)), x)
    np.testing.assert_allclose(max_pool1d_backward(*args), numeric, rtol=1e-7, atol=1e-7)


def central_differences(loss, value, step=1e-5):
    """The slope of loss() with respect to every entry of value, which is moved in place."""
    numeric = np.zeros(value.shape)
    for at in np.ndindex(value.shape):
        kept, losses = value[at], []
        for moved in (kept + step, kept - step):
            value[at] = moved
            losses.append(loss())
        value[at] = kept
        numeric[at] = (losses[0] - losses[1]) / (2 * step)
    return numeric


@pytest.mark.parametrize("padding", ["full", "VALID", "", None])
def test_an_unknown_padding_is_named(padding):
    with pytest.raises(ValueError, match=repr(padding)):
        conv1d(SLIDE, np.ones((3, 1, 1)), np.zeros(1), 1, padding)


@pytest.mark.parametrize("pool", [max_pool1d, avg_pool1d])
def test_windows_longer_than_the_sequence_are_refused(pool):
    with pytest.raises(ValueError, match="window"):
        pool(SLIDE, 6)


def test_whole_numbers_become_floating_point_numbers():
    x, ones = SLIDE.astype(int), np.ones((3, 1, 1), dtype=int)
    answers = (conv1d(x, ones, ones[0, 0]), max_pool1d(x, 2), avg_pool1d(x, 2), *conv1d_backward(ones.reshape(1, 3, 1), x, ones),
               max_pool1d_backward(x[:, :4], x, 2))
    assert {answer.dtype for answer in answers} == {np.dtype(float)}


def test_deck_1_shows_filters_and_not_results():
    """5 0 -5 and -4 1 1 are no answers of -1 2 -1 or 0 1 1 to the slide's input, either way round, whatever the padding."""
    for printed in ([5, 0, -5], [-4, 1, 1]):
        for filter_ in ([-1, 2, -1], [0, 1, 1], [1, 1, 0]):
            full = np.correlate(SLIDE.ravel(), filter_, "full")
            assert not (np.lib.stride_tricks.sliding_window_view(full, 3) == printed).all(axis=1).any()


@in_many_shapes
@given(shape=layers, shift=st.integers(1, 5), seed=seeds)
def test_a_shifted_input_gives_a_shifted_output(shape, shift, seed):
    """Deck 1: "filters assume translational invariance"."""
    assume(shape["K"] + shift <= shape["T"])
    x, kernel, bias = layer_args(np.random.default_rng(seed), **shape)
    np.testing.assert_allclose(conv1d(x[:, shift:], kernel, bias), conv1d(x, kernel, bias)[:, shift:], rtol=0, atol=1e-12)
