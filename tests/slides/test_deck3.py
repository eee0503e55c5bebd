"""Deck 3, "Recurrent Neural Networks" (agenda, training, LSTM steps), page by page, by the references that work is held against."""

import numpy as np
import pytest

from solutions.activations.reference import relu_derivative, tanh_derivative
from solutions.bptt.reference import (
    clip_by_global_norm,
    clip_by_value,
    rmsprop_update,
    rnn_backward,
    truncated_rnn_backward,
)
from solutions.lstm.reference import lstm_step
from solutions.rnn.reference import rnn_forward
from tests.slides import column


@pytest.fixture
def rng():
    return np.random.default_rng(3)


@pytest.fixture
def run(rng):
    """A sequence of 30 steps, its states, and a loss that sees the last one."""
    x, h0, W, b = rng.normal(size=(2, 30, 3)), rng.normal(size=(2, 4)), 0.6 * rng.normal(size=(7, 4)), rng.normal(size=4)
    dhs = np.zeros((2, 30, 4))
    dhs[:, -1] = 1
    return dhs, x, h0, rnn_forward(x, h0, W, b), W


def test_why_not_feedforward(rng):
    """Why Not Feedforward Networks?: what came first does not alter what comes second there; in an RNN it does."""
    first, W = rng.normal(size=(2, 1, 2)), rng.normal(size=(5, 3))
    second = np.repeat(rng.normal(size=(1, 1, 2)), 2, axis=0)
    feedforward = np.tanh(second @ W[3:])
    np.testing.assert_array_equal(feedforward[0], feedforward[1])
    after = rnn_forward(np.concatenate([first, second], axis=1), np.zeros((2, 3)), W, np.zeros(3))[:, 1]
    assert np.abs(after[0] - after[1]).max() > 1e-2


def test_training_goes_back_through_every_time_stamp(run):
    """Training A Recurrent Neural Network: the backpropagation algorithm, applied for every time stamp."""
    dx = rnn_backward(*run)[0]
    assert np.all(np.abs(dx).max(axis=(0, 2)) > 0)


def test_truncated_btt(run):
    """Truncated BTT: a smaller time stamp like 10: the temporal context before it is lost."""
    dx = truncated_rnn_backward(*run, 10)[0]
    assert not dx[:, :20].any()
    np.testing.assert_allclose(dx[:, 20:], rnn_backward(*run)[0][:, 20:])
    for part, whole in zip(truncated_rnn_backward(*run, 30), rnn_backward(*run), strict=True):
        np.testing.assert_allclose(part, whole)


def test_clip_gradients_at_a_threshold():
    """Exploding gradients: clip when it goes higher than a threshold: each number, or the length of all, which keeps the direction."""
    grads = [np.array([30.0, -0.5]), np.array([[40.0]])]
    assert [g.tolist() for g in clip_by_value(grads, 1.0)] == [[1.0, -0.5], [[1.0]]]
    clipped = clip_by_global_norm(grads, 5.0)
    assert np.sqrt(sum((g**2).sum() for g in clipped)) == pytest.approx(5.0)
    np.testing.assert_allclose(clipped[0] / clipped[1][0], grads[0] / grads[1][0])


def test_rmsprop_adjusts_the_learning_rate():
    """RMSprop: to adjust the learning rate (the page prints the sentence about clipping): steps of one size from any gradient."""
    w, caches = np.zeros(2), np.zeros(2)
    for _ in range(200):
        w, caches = rmsprop_update(w, np.array([1000.0, 0.001]), caches, 0.01, 0.9, 1e-12)
    np.testing.assert_allclose(w[0], w[1])
    assert w[0] < 0


def test_relu_gives_output_one_while_calculating_the_gradient():
    """ReLU activation function: the gradient is one where the input is positive, so it does not shrink over steps."""
    a = np.array([0.1, 1.0, 50.0])
    assert np.prod(np.tile(relu_derivative(a), 20)) == 1
    assert np.prod(np.tile(tanh_derivative(a[:2]), 20)) < 1e-7


def test_lstm_steps_one_to_four(rng):
    """Long Short Term Memory Networks, Step-1 to Step-4, with the candidate where c_t is printed and o_t for the theta."""
    x, h, c, params = rng.normal(size=2), rng.normal(size=3), rng.normal(size=3), column.cell(rng, "fiCo")
    f, i, c_tilde, o = (params[f"W_{g}"].T @ column.joined(h, x) + params[f"b_{g}"] for g in "fiCo")
    new = column.sigma(f) * c + column.sigma(i) * np.tanh(c_tilde)
    misprint = column.sigma(f) * c + column.sigma(i) * new
    states = lstm_step(x[None], h[None], c[None], params)
    np.testing.assert_allclose(states[1][0], new)
    np.testing.assert_allclose(states[0][0], column.sigma(o) * np.tanh(new))
    assert np.abs(misprint - new).max() > 1e-2
