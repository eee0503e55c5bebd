"""Deck 0, "Recurrent Neural Networks" (AMLI 2021), page by page: what it says is so, by the references that work is held against."""

import importlib.util

import numpy as np
import pytest

from solutions.conv1d.reference import conv1d
from solutions.gru.reference import gru_param_count
from solutions.lstm.reference import lstm_backward, lstm_param_count, lstm_step
from solutions.rnn.reference import rnn_forward, rnn_step
from solutions.windowing.reference import fit_markov_chain
from tests.lecture import lecture
from tests.slides import column


@pytest.fixture
def rng():
    return np.random.default_rng(0)


def test_recurrent_neuron_over_time(rng):
    """Recurrent Neuron Over Time: what it puts out at one step is put in at the next."""
    x, h, W, b = rng.normal(size=(2, 4, 3)), rng.normal(size=(2, 5)), rng.normal(size=(8, 5)), rng.normal(size=5)
    hs = rnn_forward(x, h, W, b)
    for t in range(4):
        h = rnn_step(x[:, t], h, W, b)
        np.testing.assert_allclose(hs[:, t], h)


def test_rnns_have_problems_with_long_term_dependencies(rng):
    """Long Short-Term Memory (LSTM) Neuron: an RNN starts to forget as sequences get longer; the memory gates are the remedy."""
    x, h0 = rng.normal(size=(1, 40, 2)), np.zeros((1, 4))
    W, params = rng.normal(0, 0.4, (6, 4)), {f"W_{g}": rng.normal(0, 0.4, (6, 4)) for g in "fiCo"} | {f"b_{g}": np.zeros(4) for g in "iCo"}
    nudged = x.copy()
    nudged[:, 0] += 1e-3
    felt = np.abs(rnn_forward(nudged, h0, W, np.zeros(4)) - rnn_forward(x, h0, W, np.zeros(4)))[0].max(axis=1)
    upstream = np.zeros((1, 40, 4))
    upstream[:, -1] = 1
    dx = lstm_backward(upstream, x, h0, h0, params | {"b_f": np.full(4, 5.0)})[0]
    assert felt[-1] < 1e-6 * felt[0]
    assert np.abs(dx[0, 0]).max() > 1e-3 * np.abs(dx[0, -1]).max()


def test_lstm_passes_two_states_back(rng):
    """Long Short-Term Memory (LSTM) Neuron: one for the long term, one for the short term."""
    args = rng.normal(size=(2, 2)), rng.normal(size=(2, 3)), rng.normal(size=(2, 3)), column.cell(rng, "fiCo")
    assert [state.shape for state in lstm_step(*args)] == [(2, 3), (2, 3)]


def test_lstm_deconstructed(rng):
    """LSTM Deconstructed: the six equations, as printed for one column, row by row of a batch."""
    x, h, c, params = rng.normal(size=(4, 2)), rng.normal(size=(4, 3)), rng.normal(size=(4, 3)), column.cell(rng, "fiCo")
    rows = [column.lstm(*one, params) for one in zip(x, h, c, strict=True)]
    np.testing.assert_allclose(lstm_step(x, h, c, params), np.swapaxes(rows, 0, 1))


def test_a_zero_closes_the_gate(rng):
    """LSTM Deconstructed: a zero from the activation function closes the gate."""
    x, h, c, params = rng.normal(size=(4, 2)), rng.normal(size=(4, 3)), rng.normal(size=(4, 3)), column.cell(rng, "fiCo")
    shut = np.full(3, -800.0)
    with np.errstate(over="ignore"):
        assert not lstm_step(x, h, c, params | {"b_o": shut})[0].any()  # nothing is shown
        assert not lstm_step(x, h, c, params | {"b_f": shut, "b_i": shut})[1].any()  # nothing kept, nothing let in


@pytest.mark.parametrize(("D", "H"), [(1, 1), (2, 3), (8, 32)])
def test_gru_is_simpler_than_an_lstm(D, H):
    """Gated Recurrent Unit (GRU): simpler: three inner networks where the LSTM has four."""
    assert 4 * gru_param_count(D, H) == 3 * lstm_param_count(D, H)


def test_1d_convolution_is_a_sliding_window(rng):
    """1D Convolutional Net: a sliding window with some kernel size of k: an answer sees its k steps and no other."""
    k, x, kernel, bias = 3, rng.normal(size=(1, 9, 2)), rng.normal(size=(3, 2, 4)), rng.normal(size=4)
    y = conv1d(x, kernel, bias)
    assert y.shape == (1, 9 - k + 1, 4)
    for t in range(7):
        np.testing.assert_allclose(conv1d(x[:, t : t + k], kernel, bias)[:, 0], y[:, t])


def test_markov_chains_as_the_traditional_method():
    """RNNs for Sequence Prediction: Markov chains: rows of probabilities, counted from what followed what."""
    np.testing.assert_allclose(fit_markov_chain(np.array([0, 1, 0, 0, 1]), 2), [[1 / 3, 2 / 3], [1, 0]])


@pytest.mark.xdist_group("tensorflow")
@pytest.mark.skipif(not importlib.util.find_spec("statsmodels"), reason="statsmodels is not installed")
def test_arima_as_the_traditional_method():
    """RNNs for Sequence Prediction: ARIMA, beside the networks in windowing's lab."""
    assert any("ARIMA" in caption for caption in lecture("windowing").screen.captions)
