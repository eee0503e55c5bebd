"""The convolution lecture: what its labs say is so, and they see what is wrong."""

import importlib.util
from math import factorial

import numpy as np
import pytest

from tests.lecture import HAS_KERAS, lecture

pytestmark = pytest.mark.xdist_group("tensorflow")


@pytest.fixture
def run():
    return lecture("conv1d")


def test_lab_a_finds_edges_and_peak(run):
    names = run.names
    assert names["places"][2] == names["peak"]
    assert "highest at t = 60: there the signal jumps up, falls and peaks" in run.screen.captions[0]
    assert names["largest"].max() == names["signal"].max() > 3
    assert names["mean"].max() < 2
    assert names["noise"] == pytest.approx(1 / np.sqrt(5), abs=0.15)  # independent noise, averaged over five


def test_lab_a_sees_a_kernel_that_is_turned_round(run):
    right = run.names["conv1d"]
    assert "NOT where" in run.again(0, conv1d=lambda x, kernel, *others: right(x, kernel[::-1], *others)).captions[0]


def test_lab_a_sees_a_wrong_padding(run):
    right = run.names["conv1d"]
    assert "NOT where" in run.again(0, conv1d=lambda x, w, b, stride, padding: right(x, w, b, stride, "causal")).captions[0]


def test_lab_b_shows_two_orders_with_the_same_pooled_numbers(run):
    assert not np.array_equal(run.names["rising"], run.names["falling"])
    for one, other in run.names["pooled"]:
        np.testing.assert_array_equal(one, other)
    assert run.screen.captions[1].startswith("The two signals give the same pooled numbers.")


def test_lab_b_counts_orders(run):
    left_over = run.names["left_over"]
    assert len(run.names["orders"]) == factorial(6) == 720
    for (_, stride), counts in left_over.items():
        assert (counts[0], counts[-1]) == (720, 1)
        assert counts == sorted(counts, reverse=True)
        assert stride == "size" or all(more >= few for more, few in zip(counts, left_over[_, "size"], strict=True))
    assert "of two leaves 182 with stride 1 and 30 with stride 2" in run.screen.captions[1]


def test_lab_b_sees_a_wrong_pooling(run):
    assert "wrong" in run.again(1, max_pool1d=lambda x, size, stride=1: x[:, : x.shape[1] - size + 1 : stride]).captions[0]


def test_lab_c_learns_the_pattern_and_knows_it_elsewhere(run):
    assert run.screen.captions[2].endswith("where it never was: it has learnt.")
    assert run.names["share_right"](*run.names["late"]) > 0.95
    assert np.corrcoef(run.names["kernel"].ravel(), run.names["pattern"])[0, 1] > 0.9
    assert np.abs(run.names["early"][0][:, 15:]).max() < 2  # no pattern was there in training
    assert run.names["kernel"].size + run.names["bias"].size == 6


def test_lab_c_fails_from_the_start_it_proposes_to_try(run):
    again = run.again(2, filters=lambda *rows: np.full((5, 1, 1), 0.1))
    assert "NOT learnt" in again.captions[0]
    assert "filters((0.1, 0.1, 0.1, 0.1, 0.1))" in run.path.read_text()


@pytest.mark.parametrize("scale", [-1.0, 0.0, 1e-3])
def test_lab_c_sees_wrong_gradients(run, scale):
    right = run.names["conv1d_backward"]
    again = run.again(2, conv1d_backward=lambda *args: [scale * part for part in right(*args)])
    assert "NOT learnt" in again.captions[0]


@pytest.mark.skipif(not HAS_KERAS, reason="TensorFlow is not installed")
def test_lab_d_agrees_with_keras(run):
    assert set(run.names["off"]) == {'Conv1D, "valid"', 'Conv1D, "same"', 'Conv1D, "causal"', "MaxPooling1D", "AveragePooling1D"}
    assert max(run.names["off"].values()) < 1e-6
    assert "lie on Keras' (lines) everywhere" in run.screen.captions[3]


@pytest.mark.skipif(not HAS_KERAS, reason="TensorFlow is not installed")
@pytest.mark.parametrize("wrong", [lambda x, size, stride=1: x, lambda x, size, stride=1: x[:, size - 1 :]])
def test_lab_d_names_what_is_wrong(run, wrong):
    assert "do NOT lie on Keras' (lines) for MaxPooling1D:" in run.again(3, max_pool1d=wrong).captions[0]


def test_lab_d_without_tensorflow_says_so(run, capsys, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert run.again(3).figures == []
    assert capsys.readouterr().out == "This lab needs TensorFlow, which is not installed here; on Colab it is.\n"
