"""The LSTM lecture: what its labs say is so, and they see what is wrong."""

import importlib.util
import re

import numpy as np
import pytest

from tests.lecture import HAS_KERAS, lecture

pytestmark = pytest.mark.xdist_group("tensorflow")


@pytest.fixture
def run():
    return lecture("lstm")


def test_lab_a_reads_the_gates(run):
    open_or_shut = np.ones((3, 24)) * [[1], [0], [0]]
    open_or_shut[0, 5], open_or_shut[1, 5], open_or_shut[2, 20] = 0, 1, 1
    np.testing.assert_allclose(run.names["gates"], open_or_shut, atol=1e-4)
    assert run.screen.captions[0].endswith("h shows it there: 0.73.")


def test_lab_b_finds_every_entry_right(run):
    assert np.max(run.names["powers"]) < -6
    assert "all are right" in run.screen.captions[1]


@pytest.mark.parametrize("factor", [2.0, 0.0, np.nan])
def test_lab_b_sees_a_wrong_gradient(run, factor):
    def wrong(*args):
        *states, grads = run.names["lstm_backward"](*args)
        return *states, grads | {"W_i": grads["W_i"] * factor}

    assert "wrong" in run.again(1, lstm_backward=wrong).captions[0]


def test_lab_c_meets_the_slides_numbers(run):
    assert run.names["multiplied"](2, 4) == pytest.approx(2**4, rel=1e-12)
    assert run.names["multiplied"](0.5, 50) == pytest.approx(0.5**50, rel=1e-12)


def test_lab_c_says_how_much_is_remembered(run):
    ratio = float(re.search(r"over \$10\^\{(\d+)\}\$ times more", run.path.read_text())[1])
    assert ratio < np.log10(run.names["remembering"][50] / run.names["forgetting"][50]) < ratio + 2
    for seed, eigenvalue in ((2, 1.03), (5, 1.17)):
        recurrent = run.names["random_params"](np.random.default_rng(seed), 2, 4)["W_C"][:4]
        assert np.abs(np.linalg.eigvals(recurrent)).max() == pytest.approx(eigenvalue, abs=0.005)


@pytest.mark.skipif(not HAS_KERAS, reason="TensorFlow is not installed")
def test_lab_d_agrees_with_keras(run):
    assert run.names["apart"] < 1e-6
    assert run.screen.captions[3].endswith("Keras counts 72 parameters, you 72.")


def test_lab_d_without_tensorflow_says_so(run, capsys, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert run.again(3).figures == []
    assert capsys.readouterr().out == "This lab needs TensorFlow, which is not installed here; on Colab it is.\n"
