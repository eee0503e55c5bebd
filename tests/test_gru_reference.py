"""The GRU reference is Keras's GRU forward, TensorFlow's gradients backward, and agrees with central differences."""


import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solutions.gru._inputs import sequence_args, step_args, upstream, upstreams
from solutions.gru.reference import (
    gru_backward,
    gru_forward,
    gru_param_count,
    gru_step,
    gru_step_backward,
    gru_to_keras,
)
from tests.shapes import in_many_shapes

sizes = st.fixed_dictionaries({"B": st.integers(1, 6), "D": st.integers(1, 6), "H": st.integers(1, 6)})
shapes = st.fixed_dictionaries({key: st.integers(1, 8 if key == "T" else 5) for key in "BTDH"})
seeds = st.integers(0, 2**32 - 1)


def keras_layer(keras, x, params, reset_after=False):
    """keras.layers.GRU in float64 with these weights; where the reset comes after, the second bias is zero."""
    kernel, recurrent_kernel, bias = gru_to_keras(params)
    layer = keras.layers.GRU(bias.size // 3, return_sequences=True, reset_after=reset_after, dtype="float64")
    layer.build(x.shape)
    layer.set_weights([kernel, recurrent_kernel, np.stack([bias, 0 * bias]) if reset_after else bias])
    return layer


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_forward_is_keras(tensorflow, shape, seed):
    x, h0, params = sequence_args(np.random.default_rng(seed), **shape)
    layer = keras_layer(tensorflow.keras, x, params)
    np.testing.assert_allclose(gru_forward(x, h0, params), layer(x, initial_state=h0), rtol=0, atol=1e-10)
    assert gru_param_count(shape["D"], shape["H"]) == layer.count_params()


@pytest.mark.xdist_group("tensorflow")
def test_reset_after_is_another_cell_unless_it_has_one_unit(tensorflow):
    for units in (1, 2, 4):
        x, h0, params = sequence_args(np.random.default_rng(units), H=units)
        layer = keras_layer(tensorflow.keras, x, params, reset_after=True)
        apart = np.abs(gru_forward(x, h0, params) - layer(x, initial_state=h0)).max()
        assert (apart < 1e-10) == (units == 1)
        assert units == 1 or apart > 0.05
        assert gru_param_count(x.shape[2], units, reset_after=True) == layer.count_params()


@pytest.mark.xdist_group("tensorflow")
def test_the_inner_networks_of_all_cells_are_alike(tensorflow):
    one = gru_param_count(2, 3) // 3
    layers = tensorflow.keras.layers
    for layer, networks in ((layers.SimpleRNN(3), 1), (layers.GRU(3, reset_after=False), 3), (layers.LSTM(3), 4)):
        layer.build((None, 3, 2))
        assert layer.count_params() == networks * one


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_backward_is_tensorflow(tensorflow, shape, seed):
    dhs, x, h0, params = upstreams(rng := np.random.default_rng(seed), *sequence_args(rng, **shape))
    layer, tf = keras_layer(tensorflow.keras, x, params), tensorflow.tf
    inputs = [tf.constant(value) for value in (x, h0)]
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        loss = tf.reduce_sum(dhs * layer(inputs[0], initial_state=inputs[1]))
    theirs = tape.gradient(loss, [*inputs, *layer.trainable_weights])
    *ours, grads = gru_backward(dhs, x, h0, params)
    for our, their in zip((*ours, *gru_to_keras(grads)), theirs, strict=True):  # a turned weight has a turned gradient
        np.testing.assert_allclose(our, their, rtol=0, atol=1e-10)


@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_a_sequence_is_its_steps(shape, seed):
    dhs, x, h0, params = upstreams(rng := np.random.default_rng(seed), *sequence_args(rng, **shape))
    states = [h0]
    for t in range(x.shape[1]):
        states.append(gru_step(x[:, t], states[-1], params))
    np.testing.assert_allclose(gru_forward(x, h0, params), np.stack(states[1:], axis=1), rtol=0, atol=1e-12)
    dx, dh0, grads = gru_backward(dhs, x, h0, params)
    dh, total = np.zeros(h0.shape), dict.fromkeys(params, 0.0)
    for t in reversed(range(x.shape[1])):
        dx_t, dh, part = gru_step_backward(dhs[:, t] + dh, x[:, t], states[t], params)
        np.testing.assert_allclose(dx[:, t], dx_t, rtol=0, atol=1e-12)
        total = {key: total[key] + part[key] for key in total}
    np.testing.assert_allclose(dh0, dh, rtol=0, atol=1e-12)
    for key, gradient in grads.items():
        np.testing.assert_allclose(gradient, total[key], rtol=0, atol=1e-12)


@in_many_shapes
@given(size=sizes, seed=seeds)
def test_step_backward_is_the_slope_of_the_step(size, seed):
    dh, *args = upstream(rng := np.random.default_rng(seed), *step_args(rng, **size))
    agree_with_central_differences(lambda *args: np.sum(dh * gru_step(*args)), gru_step_backward(dh, *args), args)


@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_backward_is_the_slope_of_forward(shape, seed):
    dhs, *args = upstreams(rng := np.random.default_rng(seed), *sequence_args(rng, **shape))
    agree_with_central_differences(lambda *args: np.sum(dhs * gru_forward(*args)), gru_backward(dhs, *args), args)


@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_the_state_stays_between_where_it_was_and_one(shape, seed):
    """Each h_t lies between h_{t-1} and a candidate in (-1, 1): a GRU cannot count."""
    x, h0, params = sequence_args(np.random.default_rng(seed), **shape)
    assert np.all(np.abs(gru_forward(x, 5 * h0, params)) <= np.maximum(np.abs(5 * h0), 1)[:, None])


def agree_with_central_differences(loss, gradients, args, step=1e-5):
    """Each gradient is that of the argument in its place; the last is of params."""
    *gradients, grads = gradients
    x, h, params = args
    for key, gradient in (*enumerate(gradients), *grads.items()):
        value = params[key] if key in params else args[key]
        numeric = np.zeros(value.shape)
        for at in np.ndindex(value.shape):
            kept, losses = value[at], []
            for moved in (kept + step, kept - step):
                value[at] = moved
                losses.append(loss(x, h, params))
            value[at] = kept
            numeric[at] = (losses[0] - losses[1]) / (2 * step)
        np.testing.assert_allclose(gradient, numeric, rtol=1e-7, atol=1e-7)
