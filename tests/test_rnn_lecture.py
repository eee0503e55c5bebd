"""The RNN lecture: what its labs say is so, and they see what is wrong."""

import importlib.util

import numpy as np
import pytest

from tests.lecture import HAS_KERAS, lecture

pytestmark = pytest.mark.xdist_group("tensorflow")
ORDER, TEMPERATURES, PRICES, BLANK, KERAS = range(5)


@pytest.fixture
def run():
    return lecture("rnn")


def test_a_feed_forward_network_does_not_see_the_order(run):
    assert run.names["answers"] == [1, 24]
    assert np.ptp(run.names["feed_forward"]) < 1e-12
    assert "look at" not in run.screen.captions[ORDER]


def test_lab_a_sees_a_network_that_forgets(run):
    def forgets(x, h0, W, b):
        return run.names["rnn_forward"](x[:, -1:], h0, W, b)

    caption = run.again(ORDER, rnn_forward=forgets).captions[0]
    assert "the recurrent one gives 4, so it forgets: look at rnn_forward." in caption


def test_lab_a_sees_a_step_that_mixes_samples(run):
    def scaled(x, h, W, b):
        return run.names["rnn_step"](x, h, W, b) * np.linspace(0.5, 1, len(x))[:, None]

    caption = run.again(ORDER, rnn_step=scaled).captions[0]
    assert "gives 24 answers, but it must not see the order: look at rnn_step" in caption


def test_four_days_make_three_pairs_and_the_last_target_is_unknown(run):
    assert run.names["today"].ravel().tolist() == [6, 9, 7, 8]
    np.testing.assert_array_equal(run.names["tomorrow"], [9, 7, 8, np.nan])
    assert run.names["known"].tolist() == [True, True, True, False]
    assert run.names["outputs"].shape == (4,)  # one output per step, also where no target is
    assert np.isnan(run.names["over_all"])
    assert run.names["over_known"] < 1e-4
    assert "as fitted; for the 29th the network says 7.9." in run.screen.captions[TEMPERATURES]


def test_the_rnn_says_15_dollars_to_the_cent(run):
    assert run.names["prices"].ravel().tolist() == [10, 11, 12, 13, 14]
    assert abs(run.names["every_day"][-1] - 15) < 0.005
    assert run.names["average"][-1] == run.names["median"][-1] == 12
    assert run.names["says"](0.001) == pytest.approx(15, abs=0.005)  # one output per sequence: the same
    assert run.names["says"](1.0) < 2
    assert "the RNN says 15.00 dollars, right to the cent" in run.screen.captions[PRICES]
    assert "say 12.00 and 12.00." in run.screen.captions[PRICES]


@pytest.mark.parametrize("lab", [TEMPERATURES, PRICES])
@pytest.mark.parametrize("wrong", ["carries_nothing", "reverses_the_answer", "returns_the_states_before"])
def test_labs_b_and_c_see_a_wrong_sequence(run, lab, wrong):
    mistakes = importlib.import_module("solutions.rnn.check_rnn_forward")
    caption = run.again(lab, rnn_forward=getattr(mistakes, wrong)).captions[0]
    assert ("something is wrong" if lab == TEMPERATURES else "which is not 15: look at your functions") in caption


@pytest.mark.parametrize("wrong", ["forgets_the_bias", "squashes_with_tanh", "takes_the_state_before"])
def test_lab_b_sees_wrong_outputs(run, wrong):
    mistakes = importlib.import_module("solutions.rnn.check_output_layer")
    assert "something is wrong" in run.again(TEMPERATURES, output_layer=getattr(mistakes, wrong)).captions[0]


def test_at_the_blank_only_both_ways_sees_what_comes_after(run):
    place = np.arange(9)
    np.testing.assert_array_equal(run.names["forward_only"] > 0, place[:, None] >= place)
    assert (run.names["both_ways"] > 0).all()
    assert run.names["seen"] == [["The", "quick", "brown"], "The quick brown jumped over the lazy dog".split()]
    assert "cannot" not in run.screen.captions[BLANK]


@pytest.mark.parametrize("wrong", ["leaves_the_backward_half_reversed", "reads_forward_twice"])
def test_lab_d_sees_a_half_that_reads_the_wrong_way(run, wrong):
    mistakes = importlib.import_module("solutions.rnn.check_bidirectional_rnn")
    assert "That cannot be right" in run.again(BLANK, bidirectional_rnn=getattr(mistakes, wrong)).captions[0]


@pytest.mark.skipif(not HAS_KERAS, reason="TensorFlow is not installed")
def test_lab_e_agrees_with_keras(run):
    assert max(run.names["apart"]) < 1e-6
    assert "NOT" not in run.screen.captions[KERAS]
    assert run.screen.captions[KERAS].endswith("Keras counts 18 parameters, H (H + D) + H is 18.")


@pytest.mark.skipif(not HAS_KERAS, reason="TensorFlow is not installed")
def test_lab_e_sees_a_cell_that_is_not_keras(run):
    def wrong(*args):
        return run.names["bidirectional_rnn"](*args)[..., ::-1]

    caption = run.again(KERAS, bidirectional_rnn=wrong).captions[0]
    assert "(circles) lie on those of SimpleRNN" in caption
    assert "they do NOT lie on those of Bidirectional" in caption


def test_lab_e_without_tensorflow_says_so(run, capsys, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert run.again(KERAS).figures == []
    assert capsys.readouterr().out == "This lab needs TensorFlow, which is not installed here; on Colab it is.\n"
