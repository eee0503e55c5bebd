"""Deck 4 (Gavin Wenzel, Dylan Lai and Hao Zhang), page by page, by the references that students' work is held against."""

import numpy as np
import pytest

from solutions.activations.reference import relu, sigmoid, tanh
from solutions.attention.reference import multi_head_attention, positional_encoding
from solutions.bptt.reference import gradient_norms, mse
from solutions.rnn.reference import output_layer, rnn_forward, rnn_step, split_weights
from solutions.windowing.reference import moving_average_forecast
from tests.lecture import lecture

PRICES = np.array([10.0, 11, 12, 13, 14]).reshape(1, 5, 1)


@pytest.fixture
def rng():
    return np.random.default_rng(4)


@pytest.fixture
def heads(rng):
    """x, and the four matrices of an attention layer."""
    return rng.normal(size=(2, 5, 4)), *(rng.normal(size=(4, 4)) for _ in range(4))


def test_sigmoid(rng):
    """Activation Functions, Sigmoid: the formula; output between 0 and 1."""
    x = rng.normal(size=9)
    np.testing.assert_allclose(sigmoid(x), 1 / (1 + np.e**-x))
    assert np.all((sigmoid(5 * x) > 0) & (sigmoid(5 * x) < 1))


def test_tanh(rng):
    """Activation Functions, Tanh: sinh / cosh and the formula with e^2x; output between -1 and 1, centred at 0."""
    x = rng.normal(size=9)
    np.testing.assert_allclose(tanh(x), np.sinh(x) / np.cosh(x))
    np.testing.assert_allclose(tanh(x), (np.e ** (2 * x) - 1) / (np.e ** (2 * x) + 1))
    np.testing.assert_allclose(tanh(-x), -tanh(x))
    with np.errstate(over="ignore", invalid="ignore"):
        assert np.isnan((np.exp(2000.0) - 1) / (np.exp(2000.0) + 1))  # the page's formula; ours has an answer
    assert tanh(np.array(1000.0)) == 1


def test_relu(rng):
    """Activation Functions, Relu: max(0, x); "always positive" means: never negative."""
    x = rng.normal(size=9)
    assert relu(x).tolist() == [max(0.0, number) for number in x]
    assert relu(np.array(-1.0)) == 0


def test_updating_the_hidden_state(rng):
    """Recurrent Neural Networks: h = tanh(W_hh^T h + W_xh^T x), and the output y = W_hy^T h, for one column."""
    x, h, W, W_hy = rng.normal(size=2), rng.normal(size=3), rng.normal(size=(5, 3)), rng.normal(size=(3, 4))
    W_hh, W_xh = split_weights(W, 3)
    state = rnn_step(x[None], h[None], W, np.zeros(3))
    np.testing.assert_allclose(state[0], np.tanh(W_hh.T @ h + W_xh.T @ x))
    np.testing.assert_allclose(output_layer(state, W_hy, np.zeros(4))[0], W_hy.T @ state[0])


def test_gradient_descent_on_mse(rng):
    """Updating the Model: gradients of a loss such as MSE, and a step against them, make it smaller."""
    y_hat, y = rng.normal(size=(3, 4)), rng.normal(size=(3, 4))
    loss, dy_hat = mse(y_hat, y)
    assert loss == pytest.approx(np.mean((y_hat - y) ** 2))
    assert mse(y_hat - 0.5 * dy_hat, y)[0] < loss


@pytest.mark.xdist_group("tensorflow")
def test_predicting_stock_price():
    """Predicting Stock Price: 10, 11, 12, 13, 14: average and median say 12, the RNN of the lecture says 15."""
    assert moving_average_forecast(PRICES, 0, 5).tolist() == [12]
    assert np.median(PRICES) == 12
    assert "15" in " ".join(lecture("rnn").screen.captions) + lecture("rnn").path.read_text()


def test_unrolling_keeps_weights_and_biases(rng):
    """Recurrent "Unrolling": each unrolled network is the same one; splitting the sequence and handing on the state changes nothing."""
    x, h0, W, b = rng.normal(size=(2, 6, 3)), rng.normal(size=(2, 4)), rng.normal(size=(7, 4)), rng.normal(size=4)
    hs = rnn_forward(x, h0, W, b)
    np.testing.assert_allclose(rnn_forward(x[:, 4:], hs[:, 3], W, b), hs[:, 4:])


@pytest.mark.parametrize(("w", "unrolls", "factor"), [(2.0, 4, 16.0), (0.5, 50, 8.881784197001252e-16)])
def test_exploding_and_vanishing_gradient(w, unrolls, factor):
    """Exploding Gradient Problem: Input x 2^4 = Input x 16; Vanishing Gradient Problem: Input x 0.5^50 (one unit, at rest)."""
    dhs = np.zeros((1, unrolls + 1, 1))
    dhs[:, -1] = 1
    norms = gradient_norms(dhs, np.zeros((1, unrolls + 1, 1)), np.array([[w], [1.0]]))
    assert norms[0] == pytest.approx(factor, rel=1e-12)
    assert norms[-1] == 1


def test_transformers_view_the_entire_set_at_once(heads):
    """Transformers (BERT): every output depends on every input, without a mask."""
    x, *weights = heads
    before = multi_head_attention(x, *weights, 2)
    for t in range(5):
        moved = x.copy()
        moved[:, t] += 1
        assert np.all(np.abs(multi_head_attention(moved, *weights, 2) - before).max(axis=2) > 0)


def test_embedded_position_maintains_order(heads, rng):
    """Transformers (BERT): keeps embedded position so order is still maintained: without it, shuffling shuffles the answer only."""
    x, *weights = heads
    order = np.array([3, 0, 4, 1, 2])
    np.testing.assert_allclose(multi_head_attention(x[:, order], *weights, 2), multi_head_attention(x, *weights, 2)[:, order])
    placed = positional_encoding(5, 4)
    with_order = [multi_head_attention(words + placed, *weights, 2) for words in (x, x[:, order])]
    assert np.abs(with_order[0][:, order] - with_order[1]).max() > 1e-3
