"""The GRU lecture: what its labs say is so, and they see what is wrong."""

import importlib.util
import re

import numpy as np
import pytest

from solutions.gru._cells import cell, reset_after, swapped
from tests.lecture import HAS_KERAS, lecture

pytestmark = pytest.mark.xdist_group("tensorflow")


@pytest.fixture
def run():
    return lecture("gru")


def sequence_of(step):
    """The forward pass of another cell."""
    def forward(x, h0, params):
        states = [h0]
        for t in range(x.shape[1]):
            states.append(step(x[:, t], states[-1], params))
        return np.stack(states[1:], axis=1)

    return forward


def test_lab_a_reads_the_gates(run):
    expected = np.zeros((4, 24))
    expected[0, 5], expected[1, 20], expected[2] = 1, 1, 1
    np.testing.assert_allclose(run.names["gates"], expected, atol=1e-4)
    assert run.screen.captions[0].endswith("unit 2 says 0.95; at all other steps at most 0.00, as it should.")
    assert run.names["hs"][5, 0] == pytest.approx(np.tanh(2 * 0.8), abs=1e-3)


@pytest.mark.parametrize(("part", "other"), [("mix", swapped), ("inner", reset_after), ("candidate", np.sin)])
def test_lab_a_sees_another_cell(run, part, other):
    def wrong(x, h_prev, params):
        return cell(x, h_prev, params, **{part: other})

    assert "NOT right" in run.again(0, gru_step=wrong, gru_forward=sequence_of(wrong)).captions[0]


def test_question_2_with_the_reset_after_unit_2_must_open(run):
    opened = {key: value.copy() for key, value in run.names["pair"].items()}
    opened["W_r"][4] = 0, 20  # ask opens the reset gate of unit 2, and not that of unit 1
    hs = sequence_of(lambda *args: cell(*args, inner=reset_after))(run.names["sequence"], np.zeros((1, 2)), opened)[0]
    np.testing.assert_allclose(hs, run.names["hs"], atol=1e-3)


def test_lab_b_finds_every_entry_right(run):
    assert np.max(run.names["powers"]) < -6
    assert "all are right" in run.screen.captions[1]


@pytest.mark.parametrize("factor", [2.0, 0.0, np.nan])
def test_lab_b_sees_a_wrong_gradient(run, factor):
    def wrong(*args):
        *states, grads = run.names["gru_backward"](*args)
        return *states, grads | {"W_r": grads["W_r"] * factor}

    assert "wrong" in run.again(1, gru_backward=wrong).captions[0]


def test_lab_c_meets_the_slides_numbers(run):
    assert run.names["doubled"] == pytest.approx(2**4, rel=1e-12)
    assert run.names["halved"] == pytest.approx(0.5**50, rel=1e-12)
    assert run.screen.captions[2].endswith("Both check points are met.")


def test_lab_c_orders_the_networks(run):
    rnn, starting, remembering = (run.names[name] for name in ("rnn", "starting", "remembering"))
    for kind in ("GRU", "LSTM"):
        assert 1e4 * rnn[50] < starting[kind][50] < 1e-3
        assert remembering[kind][50] > 0.4


def test_lab_c_computes_the_lstm_as_lstm_backward_does(run):
    lstm = importlib.import_module("solutions.lstm.reference").lstm_backward
    names, units = run.names, 8
    params = {f"b_{n}": np.full(units, float(n == "f")) for n in "fiCo"}
    params |= {key: names["drawn"][key] for key in ("W_f", "W_i", "W_C", "W_o")}
    upstream = np.zeros((*names["noise"].shape[:2], units))
    upstream[:, -1] = 1
    zero = np.zeros((len(upstream), units))
    dx = lstm(upstream, names["noise"], zero, zero, params)[0]
    np.testing.assert_allclose(names["starting"]["LSTM"], names["sizes"](dx), rtol=1e-9)


def test_lab_c_computes_the_rnn_as_a_simple_rnn_does(run):
    """The influence of the last two inputs, from the slides' RNN with the candidate's weights."""
    W, noise = run.names["drawn"]["W_h"], run.names["noise"]
    states = [np.zeros((len(noise), 8))]
    for x_t in noise.swapaxes(0, 1):
        states.append(np.tanh(np.hstack([states[-1], x_t]) @ W))
    last = 1 - states[-1] ** 2
    before = (last @ W[:8].T) * (1 - states[-2] ** 2)
    size = [np.sqrt(np.sum((d @ W[8:].T) ** 2)) for d in (last, before)]
    assert run.names["rnn"][1] == pytest.approx(size[1] / size[0], rel=1e-9)


@pytest.mark.parametrize(("changed", "largest"), [((), 0.78), (("default_rng(2)", "default_rng(7)"), 1.14),
                                                  (("orthogonal = False", "orthogonal = True"), 1.0)])
def test_lab_c_says_what_other_draws_do(run, changed, largest):
    lab = run.labs[2].replace(*changed) if changed else run.labs[2]
    names = dict(run.names)
    exec(compile(lab.split("    figure, panels")[0], "lab C", "exec"), names)
    assert np.abs(np.linalg.eigvals(names["drawn"]["W_h"][:8])).max() == pytest.approx(largest, abs=0.005)
    assert names["remembering"]["GRU"][50] > 0.4
    assert (names["rnn"][50] > names["starting"]["GRU"][50]) == bool(changed)
    assert names["remembering"]["LSTM"][50] > 1


@pytest.mark.parametrize("factor", [0.9, 0.0])
def test_lab_c_sees_a_wrong_gradient(run, factor):
    def wrong(*args):
        dx, dh0, grads = run.names["gru_backward"](*args)
        return dx * factor, dh0 * factor, grads

    with np.errstate(invalid="ignore"):
        assert "NOT right" in run.again(2, gru_backward=wrong).captions[0]


@pytest.mark.skipif(not HAS_KERAS, reason="TensorFlow is not installed")
def test_lab_d_agrees_with_keras(run):
    assert run.names["apart"] < 1e-6
    assert run.names["far"] > 0.3
    assert run.names["counts"] == {"SimpleRNN": 18, "LSTM": 72, "GRU(reset_after=False)": 54, "GRU, the default": 63}
    assert run.screen.captions[3].endswith("All four parameter counts agree.")


@pytest.mark.skipif(not HAS_KERAS, reason="TensorFlow is not installed")
def test_lab_d_sees_what_is_wrong(run):
    def unturned(params):
        return run.names["gru_to_keras"](params | {"W_z": -params["W_z"], "b_z": -params["b_z"]})

    caption = run.again(3, gru_to_keras=unturned, gru_param_count=lambda *args: 54).captions[0]
    assert "do NOT lie on" in caption
    assert caption.endswith("The parameter counts do NOT agree.")


def test_lab_d_without_tensorflow_says_so(run, capsys, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert run.again(3).figures == []
    assert capsys.readouterr().out == "This lab needs TensorFlow, which is not installed here; on Colab it is.\n"


def test_the_table_of_parameters_is_counted(run):
    count = run.names["gru_param_count"]
    one = count(2, 3) // 3
    prose = run.path.read_text().split("## Exercise 1")[1].split("# %%")[0]
    numbers = re.findall(r"^# \| .* \| (\d+) \|$", prose, re.MULTILINE)
    assert [int(n) for n in numbers] == [one, count(2, 3), count(2, 3, True), 4 * one]
