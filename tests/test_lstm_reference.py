"""The LSTM reference is Keras's LSTM forward, TensorFlow's gradients backward, and agrees with central differences."""


import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solutions.lstm._inputs import sequence_args, step_args, upstream, upstreams
from solutions.lstm.reference import (
    lstm_backward,
    lstm_forward,
    lstm_param_count,
    lstm_step,
    lstm_step_backward,
    lstm_to_keras,
)
from tests.shapes import in_many_shapes

sizes = st.fixed_dictionaries({"B": st.integers(1, 6), "D": st.integers(1, 6), "H": st.integers(1, 6)})
shapes = st.fixed_dictionaries({"B": st.integers(1, 5), "T": st.integers(1, 8), "D": st.integers(1, 5), "H": st.integers(1, 5)})
seeds = st.integers(0, 2**32 - 1)


def keras_layer(keras, x, params):
    """keras.layers.LSTM in float64 with these weights."""
    layer = keras.layers.LSTM(params["b_f"].size, return_sequences=True, dtype="float64")
    layer.build(x.shape)
    layer.set_weights(lstm_to_keras(params))
    return layer


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_forward_is_keras(tensorflow, shape, seed):
    x, h0, c0, params = sequence_args(np.random.default_rng(seed), **shape)
    layer = keras_layer(tensorflow.keras, x, params)
    hs, cs = lstm_forward(x, h0, c0, params)
    np.testing.assert_allclose(hs, layer(x, initial_state=[h0, c0]), rtol=0, atol=1e-10)
    layer.return_sequences, layer.return_state = False, True
    h, _, c = layer(x, initial_state=[h0, c0])
    np.testing.assert_allclose((hs[:, -1], cs[:, -1]), (h, c), rtol=0, atol=1e-10)
    assert lstm_param_count(shape["D"], shape["H"]) == layer.count_params()


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_backward_is_tensorflow(tensorflow, shape, seed):
    dhs, x, h0, c0, params = upstreams(rng := np.random.default_rng(seed), *sequence_args(rng, **shape))
    layer, tf = keras_layer(tensorflow.keras, x, params), tensorflow.tf
    inputs = [tf.constant(value) for value in (x, h0, c0)]
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        loss = tf.reduce_sum(dhs * layer(inputs[0], initial_state=inputs[1:]))
    *theirs, kernel, recurrent_kernel, bias = tape.gradient(loss, [*inputs, *layer.trainable_weights])
    *ours, grads = lstm_backward(dhs, x, h0, c0, params)
    for our, their in zip((*ours, *lstm_to_keras(grads)), (*theirs, kernel, recurrent_kernel, bias), strict=True):
        np.testing.assert_allclose(our, their, rtol=0, atol=1e-10)


@in_many_shapes
@given(size=sizes, seed=seeds)
def test_step_backward_is_the_slope_of_the_step(size, seed):
    dh, dc, *args = upstream(rng := np.random.default_rng(seed), *step_args(rng, **size))

    def loss(*args):
        h, c = lstm_step(*args)
        return np.sum(dh * h + dc * c)

    agree_with_central_differences(loss, lstm_step_backward(dh, dc, *args), args)


@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_backward_is_the_slope_of_forward(shape, seed):
    dhs, *args = upstreams(rng := np.random.default_rng(seed), *sequence_args(rng, **shape))
    agree_with_central_differences(lambda *args: np.sum(dhs * lstm_forward(*args)[0]), lstm_backward(dhs, *args), args)


def agree_with_central_differences(loss, gradients, args, step=1e-5):
    """Each gradient is that of the argument in its place; the last is of params."""
    *gradients, grads = gradients
    x, h, c, params = args
    for key, gradient in (*enumerate(gradients), *grads.items()):
        value = params[key] if key in params else args[key]
        numeric = np.zeros(value.shape)
        for at in np.ndindex(value.shape):
            kept, losses = value[at], []
            for moved in (kept + step, kept - step):
                value[at] = moved
                losses.append(loss(x, h, c, params))
            value[at] = kept
            numeric[at] = (losses[0] - losses[1]) / (2 * step)
        np.testing.assert_allclose(gradient, numeric, rtol=1e-7, atol=1e-7)
