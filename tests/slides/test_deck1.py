"""Deck 1 (Dr. Parlett-Pelleriti), page by page: what it says is so, by the references that students' work is held against."""

import numpy as np
import pytest

from solutions.conv1d.reference import avg_pool1d, conv1d, max_pool1d
from solutions.rnn.reference import bidirectional_rnn, rnn_forward, rnn_step, split_weights

FILTERS = [[-1.0, 2, -1], [0.0, 1, 1]]
POOLED = np.array([5.0, 4, 0, 3, 6, 2, 1]).reshape(1, 7, 1)


@pytest.fixture
def rng():
    return np.random.default_rng(1)


def filtered(numbers, taps):
    return conv1d(np.reshape(numbers, (1, -1, 1)), np.reshape(taps, (-1, 1, 1)), np.zeros(1)).ravel().tolist()


def test_feed_forward_does_not_see_time(rng):
    """Feed Forward Model: doesn't consider time-based relationships: a sum over steps answers the same in any order, an RNN does not."""
    x, W, b = rng.normal(size=(1, 6, 2)), rng.normal(size=(5, 3)), rng.normal(size=3)
    turned = x[:, ::-1]
    each = np.tanh(x @ W[3:] + b)
    np.testing.assert_allclose(np.tanh(turned @ W[3:] + b).sum(axis=1), each.sum(axis=1))
    assert np.abs(rnn_forward(turned, np.zeros((1, 3)), W, b)[:, -1] - rnn_forward(x, np.zeros((1, 3)), W, b)[:, -1]).max() > 0.1


def test_1d_convolution_by_hand():
    """1-D Convolutional Layers: the filter -1 2 -1 slides over 1 3 0 1 2."""
    assert filtered([1.0, 3, 0, 1, 2], FILTERS[0]) == [5, -4, 0]


def test_several_filters_side_by_side(rng):
    """1-D Convolutional Layers: each filter gives a row of its own."""
    x = rng.normal(size=(2, 6, 1))
    both = conv1d(x, np.array(FILTERS).T[:, None, :], np.zeros(2))
    for n, taps in enumerate(FILTERS):
        np.testing.assert_allclose(both[..., n], conv1d(x, np.reshape(taps, (3, 1, 1)), np.zeros(1))[..., 0])


def test_max_pooling_by_hand():
    """1-D Max Pooling Layers: 5 4 0 3 6 2 1 becomes 5 4 3 6 6 2, two at a time and one step further each time."""
    assert max_pool1d(POOLED, 2).ravel().tolist() == [5, 4, 3, 6, 6, 2]


def test_average_pooling_by_hand():
    """1-D Average Pooling Layers: 5 4 0 3 6 2 1 becomes 4.5 2 1.5 4.5 4 1.5."""
    assert avg_pool1d(POOLED, 2).ravel().tolist() == [4.5, 2, 1.5, 4.5, 4, 1.5]


def test_filters_assume_translational_invariance(rng):
    """1-D Conv and Pooling: moved input, moved answer."""
    x, kernel, bias = rng.normal(size=(1, 12, 2)), rng.normal(size=(3, 2, 4)), rng.normal(size=4)
    np.testing.assert_allclose(conv1d(np.roll(x, 2, axis=1), kernel, bias)[:, 2:], conv1d(x, kernel, bias)[:, :-2])


def test_pooling_can_interfere_with_sequential_information():
    """1-D Conv and Pooling: two signals that differ in their order pool to the same."""
    one, other = np.array([0.0, 3, 1, 0, 2, 0]).reshape(1, 6, 1), np.array([3.0, 0, 0, 1, 0, 2]).reshape(1, 6, 1)
    assert (one != other).any()
    np.testing.assert_array_equal(max_pool1d(one, 2, 2), max_pool1d(other, 2, 2))


def test_two_notations_of_a_simple_rnn(rng):
    """Simple RNN: tanh(W x + U h + b), and on the next page tanh(W [h, x] + b), are the same step."""
    x, h, W, b = rng.normal(size=(4, 2)), rng.normal(size=(4, 3)), rng.normal(size=(5, 3)), rng.normal(size=3)
    U, V = split_weights(W, 3)
    np.testing.assert_allclose(rnn_step(x, h, W, b), np.tanh(x @ V + h @ U + b))
    for one_x, one_h, row in zip(x, h, rnn_step(x, h, W, b), strict=True):
        np.testing.assert_allclose(np.tanh(W.T @ np.concatenate([one_h, one_x]) + b), row)


def test_unrolled_it_is_one_network(rng):
    """Simple RNN Unrolled: every copy has the same weights, so a step's answer does not depend on when it is taken."""
    x, h, W, b = np.repeat(rng.normal(size=(1, 1, 2)), 5, axis=1), rng.normal(size=(1, 3)), rng.normal(size=(5, 3)), rng.normal(size=3)
    hs = rnn_forward(x, h, W, b)
    np.testing.assert_allclose(rnn_forward(x[:, 2:], hs[:, 1], W, b), hs[:, 2:])


def test_bidirectional_fills_in_the_blank(rng):
    """Bidirectional RNN: at the blank of nine words, words after it count as well."""
    x, zero = rng.normal(size=(1, 9, 2)), np.zeros((1, 3))
    forward, backward = ((rng.normal(size=(5, 3)), rng.normal(size=3)) for _ in range(2))
    later = x.copy()
    later[:, 4] += 1  # jumped
    before, after = (bidirectional_rnn(words, zero, zero, forward, backward)[0, 3] for words in (x, later))
    np.testing.assert_array_equal(before[:3], after[:3])
    assert np.abs(before[3:] - after[3:]).max() > 1e-3
