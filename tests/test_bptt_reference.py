"""The BPTT reference has TensorFlow's gradients and slopes, and keeps what truncation and clipping promise."""


import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from solutions.bptt._inputs import draw_grads, forward_args, optimiser_args, total_norm, upstreams
from solutions.bptt.reference import (
    clip_by_global_norm,
    clip_by_value,
    gradient_norms,
    mse,
    rmsprop_update,
    rnn_backward,
    rnn_step_backward,
    run_rnn,
    truncated_rnn_backward,
)
from tests.shapes import in_many_shapes

few = st.integers(1, 5)
shapes = st.fixed_dictionaries({"B": few, "T": st.integers(1, 8), "D": few, "H": few})
seeds = st.integers(0, 2**32 - 1)


def drawn(seed, shape):
    """x, h0, W and b; then dhs and hs that belong to them."""
    rng = np.random.default_rng(seed)
    forward = forward_args(rng, **shape)
    dhs, _, _, hs, _ = upstreams(rng, *forward)
    return forward, dhs, hs


def agree(ours, theirs, atol=1e-10):
    for our, their in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(our, their, rtol=0, atol=atol)


def slopes(loss, *arrays, step=1e-5):
    """The gradient of loss(*arrays) at each array, by central differences."""
    arrays = [array.copy() for array in arrays]
    gradients = [np.zeros(array.shape) for array in arrays]
    for array, gradient in zip(arrays, gradients, strict=True):
        for at in np.ndindex(array.shape):
            kept, losses = array[at], []
            for moved in (kept + step, kept - step):
                array[at] = moved
                losses.append(loss(*arrays))
            array[at] = kept
            gradient[at] = (losses[0] - losses[1]) / (2 * step)
    return gradients


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_backward_is_tensorflow_over_a_keras_layer(tensorflow, shape, seed):
    (x, h0, W, b), dhs, hs = drawn(seed, shape)
    tf, H = tensorflow.tf, shape["H"]
    layer = tensorflow.keras.layers.SimpleRNN(H, return_sequences=True, dtype="float64")
    layer.build(x.shape)
    layer.set_weights([W[H:], W[:H], b])
    inputs = [tf.constant(value) for value in (x, h0)]
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        states = layer(inputs[0], initial_state=inputs[1])
        loss = tf.reduce_sum(dhs * states)
    dx, dh0, kernel, recurrent_kernel, bias = tape.gradient(loss, [*inputs, *layer.trainable_weights])
    agree([hs, *rnn_backward(dhs, x, h0, hs, W)], [states, dx, dh0, np.vstack([recurrent_kernel, kernel]), bias])


def unrolled(tf, x, h0, W, b, cuts=()):
    """Every h_t of a loop written out in TensorFlow; what starts at a cut takes the state before it as given."""
    h, states = h0, []
    for t in range(x.shape[1]):
        h = tf.tanh(tf.concat([tf.stop_gradient(h) if t in cuts else h, x[:, t]], axis=1) @ W + b)
        states.append(h)
    return states


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=shapes, seed=seeds, k=st.integers(1, 9))
def test_truncation_is_stop_gradient_in_a_loop(tensorflow, shape, seed, k):
    arrays, dhs, hs = drawn(seed, shape)
    tf = tensorflow.tf
    x, h0, W, b = inputs = [tf.constant(value) for value in arrays]
    with tf.GradientTape() as tape:
        tape.watch(inputs)
        states = unrolled(tf, x, h0, W, b, cuts=range(k, shape["T"], k))
        loss = sum(tf.reduce_sum(dhs[:, t] * h) for t, h in enumerate(states))
    agree(truncated_rnn_backward(dhs, *arrays[:2], hs, arrays[2], k), tape.gradient(loss, inputs))


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_norms_are_those_of_the_tape(tensorflow, shape, seed):
    arrays, dhs, hs = drawn(seed, shape)
    tf = tensorflow.tf
    with tf.GradientTape() as tape:
        tape.watch(x := tf.constant(arrays[0]))
        states = unrolled(tf, x, *arrays[1:])
        loss = sum(tf.reduce_sum(dhs[:, t] * h) for t, h in enumerate(states))
    totals = np.stack(tape.gradient(loss, states))
    np.testing.assert_allclose(gradient_norms(dhs, hs, arrays[2]), np.sqrt((totals**2).sum(axis=(1, 2))), rtol=0, atol=1e-10)


@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_backward_is_the_slope_of_forward(shape, seed):
    (x, h0, W, b), dhs, hs = drawn(seed, shape)
    numeric = slopes(lambda *args: np.sum(dhs * run_rnn(*args)), x, h0, W, b)
    agree(rnn_backward(dhs, x, h0, hs, W), numeric, atol=1e-7)
    first = slopes(lambda *args: np.sum(dhs[:, :1] * run_rnn(*args)), x[:, :1], h0, W, b)
    dx, *others = rnn_step_backward(dhs[:, 0], x[:, 0], h0, hs[:, 0], W)
    agree((dx[:, None], *others), first, atol=1e-7)


@in_many_shapes
@given(shape=shapes, seed=seeds)
def test_mse_has_the_slope_of_its_loss(shape, seed):
    y_hat, y = np.random.default_rng(seed).normal(size=(2, *shape.values()))
    loss, dy_hat = mse(y_hat, y)
    agree([dy_hat], slopes(lambda value: mse(value, y)[0], y_hat), atol=1e-7)
    assert loss == pytest.approx(sum(e**2 for e in (y_hat - y).flat) / y.size)


@in_many_shapes
@given(shape=shapes, seed=seeds, more=st.integers(0, 3))
def test_one_chunk_is_full_and_chunks_of_one_are_steps(shape, seed, more):
    (x, h0, W, _), dhs, hs = drawn(seed, shape)
    agree(truncated_rnn_backward(dhs, x, h0, hs, W, shape["T"] + more), rnn_backward(dhs, x, h0, hs, W), atol=0)
    before = [h0, *hs.swapaxes(0, 1)[:-1]]
    steps = [rnn_step_backward(dhs[:, t], x[:, t], h, hs[:, t], W) for t, h in enumerate(before)]
    dx, dh0, dW, db = zip(*steps, strict=True)
    agree(truncated_rnn_backward(dhs, x, h0, hs, W, 1), (np.stack(dx, axis=1), dh0[0], sum(dW), sum(db)), atol=1e-12)


@in_many_shapes
@given(shape=shapes, seed=seeds, k=st.integers(1, 9))
def test_chunks_add_up(shape, seed, k):
    """Run chunk by chunk with the state carried on, losses sum to the whole loss, gradients to the truncated ones."""
    (x, h0, W, b), dhs, hs = drawn(seed, shape)
    h, loss, gradients = h0, 0.0, []
    for start in range(0, shape["T"], k):
        here = slice(start, start + k)
        states = run_rnn(x[:, here], h, W, b)
        loss += np.sum(dhs[:, here] * states)
        gradients.append(rnn_backward(dhs[:, here], x[:, here], h, states, W))
        h = states[:, -1]
    assert loss == pytest.approx(np.sum(dhs * hs), rel=1e-12, abs=1e-12)
    dx, dh0, dW, db = zip(*gradients, strict=True)
    agree(truncated_rnn_backward(dhs, x, h0, hs, W, k), (np.concatenate(dx, axis=1), dh0[0], sum(dW), sum(db)), atol=1e-12)


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(seed=seeds, scale=st.sampled_from([0.0, 1e-3, 1.0, 1e6]), limit=st.floats(1e-2, 10))
def test_clipping_is_tensorflow(tensorflow, seed, scale, limit):
    grads = draw_grads(np.random.default_rng(seed), scale)
    agree(clip_by_value(grads, limit), [tensorflow.tf.clip_by_value(g, -limit, limit) for g in grads])
    agree(clip_by_global_norm(grads, limit), tensorflow.tf.clip_by_global_norm(grads, limit)[0])


@in_many_shapes
@given(seed=seeds, scale=st.floats(0, 1e6), most=st.floats(1e-3, 1e3))
def test_clipping_by_norm_shortens_and_does_not_turn(seed, scale, most):
    grads = draw_grads(np.random.default_rng(seed), scale)
    clipped = clip_by_global_norm(grads, most)
    assert total_norm(clipped) == pytest.approx(min(total_norm(grads), most))
    for ours, theirs in zip(clipped, grads, strict=True):
        assert ours is not theirs
        assert total_norm(grads) > most or np.array_equal(ours, theirs)  # short ones: to the last digit
        np.testing.assert_allclose(ours * total_norm(grads), theirs * total_norm(clipped), rtol=1e-9)


@pytest.mark.xdist_group("tensorflow")
@in_many_shapes
@given(seed=seeds, rho=st.floats(0, 0.99))
def test_rmsprop_is_keras_but_for_eps(tensorflow, seed, rho):
    w, dw, cache = optimiser_args(np.random.default_rng(seed))
    keras = tensorflow.keras
    variable = keras.Variable(w, dtype="float64")
    optimiser = keras.optimizers.RMSprop(learning_rate=0.1, rho=rho, epsilon=1e-2)
    optimiser.build([variable])
    velocity, = (v for v in optimiser.variables if v.shape == w.shape)
    velocity.assign(cache)
    optimiser.apply([dw], [variable])
    ours, new = rmsprop_update(w, dw, cache, 0.1, rho, 1e-2)
    np.testing.assert_allclose(new, velocity.numpy(), rtol=0, atol=1e-6)  # Keras rounds rate and rho to float32
    np.testing.assert_allclose(w - 0.1 * dw / np.sqrt(new + 1e-2), variable.numpy(), rtol=0, atol=1e-6)  # eps inside
    np.testing.assert_allclose(w - 0.1 * dw / (np.sqrt(new) + 1e-2), ours, rtol=0, atol=1e-12)  # outside: PyTorch's
    assert np.abs(ours - variable.numpy()).max() > 1e-5


def test_whole_numbers_give_float64():
    whole = np.arange(-3, 3).reshape(2, 3)
    clipped = [*clip_by_value([whole], 2), *clip_by_global_norm([whole], 2), *clip_by_global_norm([whole], 99)]
    answers = [*mse(whole, whole[::-1])[1:], *clipped, *rmsprop_update(whole, whole, whole**2, 1, 0.5, 1)]
    assert {a.dtype for a in answers} == {np.dtype(np.float64)}
