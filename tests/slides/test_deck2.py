"""Deck 2, "Recurrent Neural Networks (RNNs)", page by page: what it says is so, by the references that work is held against."""

import numpy as np
import pytest

from solutions.bptt.reference import gradient_norms, rnn_backward
from solutions.gru.reference import gru_param_count, gru_step
from solutions.lstm.reference import lstm_backward, lstm_param_count, lstm_step
from solutions.rnn.reference import output_layer, rnn_forward
from solutions.windowing.reference import make_supervised, make_windows
from tests.slides import column

TEMPERATURES = np.array([[6.0], [9], [7], [8]])  # 25 to 28 November 2022
TABLE = np.array([[6, 92], [9, 85], [7, 88], [8, 91], [6, 89]])


@pytest.fixture
def rng():
    return np.random.default_rng(2)


def test_today_and_tomorrow():
    """Recurrent NN: today's temperature is the input, tomorrow's the target; the last day's is not known yet."""
    X, y = make_supervised(TEMPERATURES, 1, 1, 0)
    assert list(zip(X.ravel().tolist(), y.tolist(), strict=True)) == [(6, 9), (9, 7), (7, 8)]


def test_one_output_every_t_timesteps_or_per_timestep(rng):
    """Recurrent NN - One output every t timesteps, and One output per timestep: the same layer on the last state, or on all."""
    hs, W_hy, b_y = rng.normal(size=(2, 4, 3)), rng.normal(size=(3, 5)), rng.normal(size=5)
    assert output_layer(hs, W_hy, b_y).shape == (2, 4, 5)
    np.testing.assert_allclose(output_layer(hs[:, -1], W_hy, b_y), output_layer(hs, W_hy, b_y)[:, -1])


def test_weights_are_shared_over_time(rng):
    """Recurrent NN - Weights: their number does not depend on the length, and every step adds to their gradient."""
    x, h0, W, b = rng.normal(size=(2, 4, 3)), rng.normal(size=(2, 5)), 0.5 * rng.normal(size=(8, 5)), rng.normal(size=5)
    hs, upstream = rnn_forward(x, h0, W, b), rng.normal(size=(2, 4, 5))
    whole = rnn_backward(upstream, x, h0, hs, W)[2]
    one_step_each = [rnn_backward(upstream * (np.arange(4) == t)[:, None], x, h0, hs, W)[2] for t in range(4)]
    np.testing.assert_allclose(sum(one_step_each), whole)


@pytest.mark.parametrize(("w", "trend"), [(1.5, 1), (0.5, -1)])
def test_gradients_explode_and_vanish(w, trend):
    """Recurrent NN: exploding gradients when w > 1, vanishing when w < 1 (one unit, at rest)."""
    dhs = np.zeros((1, 30, 1))
    dhs[:, -1] = 1
    norms = gradient_norms(dhs, np.zeros((1, 30, 1)), np.array([[w], [1.0]]))
    assert np.all(np.sign(norms[:-1] - norms[1:]) == trend)
    np.testing.assert_allclose(norms[0], w**29)


def test_tanh_keeps_the_state_bounded(rng):
    """Recurrent NN: use tanh: states stay within -1 and 1 whatever comes."""
    hs = rnn_forward(100 * rng.normal(size=(2, 50, 3)), np.zeros((2, 4)), rng.normal(size=(7, 4)), np.zeros(4))
    assert np.abs(hs).max() <= 1


def test_lstm_can_store_for_long():
    """Long Short-Term Memory (LSTM): can store information for long periods: forget gate open, input gate shut."""
    biases = {"b_f": np.array([50.0]), "b_i": np.array([-50.0]), "b_C": np.zeros(1), "b_o": np.zeros(1)}
    params = {f"W_{g}": np.zeros((2, 1)) for g in "fiCo"} | biases
    h, c = np.zeros((1, 1)), np.array([[0.7]])
    for _ in range(1000):
        h, c = lstm_step(np.ones((1, 1)), h, c, params)
    np.testing.assert_allclose(c, 0.7)


def test_three_gates_and_four_inner_networks(rng):
    """LSTM: 1 NN for the forget gate, 2 for the input gate (input and candidate), 1 for the output gate."""
    params = column.cell(rng, "fiCo")
    assert len(params) == 2 * 4
    assert lstm_param_count(2, 3) == sum(array.size for array in params.values())


def test_gates_act_element_by_element(rng):
    """LSTM: sigmoid and tanh are applied element-wise; shutting one unit's output gate leaves the others alone."""
    x, h, c, params = rng.normal(size=(1, 2)), rng.normal(size=(1, 3)), rng.normal(size=(1, 3)), column.cell(rng, "fiCo")
    before = lstm_step(x, h, c, params)[0]
    after = lstm_step(x, h, c, params | {"b_o": params["b_o"] + [0, -100, 0]})[0]
    np.testing.assert_allclose(after, before * [1, 0, 1], atol=1e-12)


def test_gru_equations(rng):
    """Gated Recurrent Unit (GRU): the four equations as printed, without biases, for one column."""
    x, h, params = rng.normal(size=(4, 2)), rng.normal(size=(4, 3)), column.cell(rng, "zrh", bias=0.0)
    np.testing.assert_allclose(gru_step(x, h, params), [column.gru(*one, params) for one in zip(x, h, strict=True)])


def test_gru_gates(rng):
    """Gated Recurrent Unit (GRU): the reset gate decides what to keep in the candidate, the update gate what new to store."""
    x, h, params = rng.normal(size=(4, 2)), rng.normal(size=(4, 3)), column.cell(rng, "zrh")
    shut = np.full(3, -800.0)
    np.testing.assert_allclose(gru_step(x, h, params | {"b_z": shut}), h)  # nothing new is stored
    forgetful, zeroed = params | {"b_r": shut, "b_z": -shut}, params | {"b_z": -shut}
    np.testing.assert_allclose(gru_step(x, h, forgetful), gru_step(x, np.zeros((4, 3)), zeroed))  # the old state is discarded


def test_lstm_does_not_vanish_and_may_explode():
    """RNN vs LSTM vs GRU: the LSTM solves the vanishing gradient, and keeps the exploding one."""
    still, steps = {f"W_{g}": np.zeros((2, 1)) for g in "fiCo"}, 60
    biases = {"b_f": np.array([50.0]), "b_i": np.zeros(1), "b_C": np.zeros(1), "b_o": np.zeros(1)}
    loud = still | {"W_C": np.array([[8.0], [0]]), "W_f": np.zeros((2, 1))}
    dhs = np.zeros((1, steps, 1))
    dhs[:, -1] = 1
    zeros = np.zeros((1, steps, 1)), np.zeros((1, 1)), np.zeros((1, 1))
    kept, blown = (np.abs(lstm_backward(dhs, *zeros, weights | biases)[2]).max() for weights in (still, loud))
    assert kept == pytest.approx(0.5)  # through 60 steps: all of it, but for the output gate
    assert blown > 1e6


@pytest.mark.parametrize(("D", "H"), [(2, 3), (8, 32)])
def test_gru_has_fewer_parameters(D, H):
    """RNN vs LSTM vs GRU: less parameters to train, less memory: three quarters."""
    assert gru_param_count(D, H) < gru_param_count(D, H, True) < lstm_param_count(D, H)


def test_rnns_keras_input():
    """RNNs Keras Input: from shape (5, 2) to (3, 3, 2), number by number."""
    assert make_windows(TABLE, 3).tolist() == [[[6, 92], [9, 85], [7, 88]], [[9, 85], [7, 88], [8, 91]], [[7, 88], [8, 91], [6, 89]]]


@pytest.mark.xdist_group("tensorflow")
@pytest.mark.parametrize("kind", ["SimpleRNN", "LSTM", "GRU"])
def test_keras_takes_windows_and_refuses_the_table(kind, keras):
    """RNNs in Keras, Typical Sklearn Input: "not working for Keras RNNs"."""
    layer = getattr(keras.layers, kind)(4)
    assert layer(make_windows(TABLE, 3).astype("float32")).shape == (3, 4)
    with pytest.raises(ValueError, match="expected ndim=3, found ndim=2"):
        layer(TABLE.astype("float32"))
