"""The activations lecture: what its labs say is so, and they see what is wrong."""

import numpy as np
import pytest

from tests.lecture import lecture

pytestmark = pytest.mark.xdist_group("tensorflow")
CURVES, SLOPES, DEPTH = 1, 2, 3  # labs; the first one only prints


@pytest.fixture
def run():
    return lecture("activations")


def test_the_weather_is_batch_first(run, capsys):
    assert run.again(0).figures == []
    assert capsys.readouterr().out == (
        "x has shape (3, 3, 2), one step (3, 2), its pre-activations (3, 4).\n"
        "The slides' column is our first row: [-6.2, 1.2, 3.2, 9.2] and [-6.2, 1.2, 3.2, 9.2].\n")


def test_lab_a_tells_limits(run):
    assert run.screen.captions[0] == (
        "At x = -1000, 0, 1000 sigmoid is 0, 0.5, 1; tanh is -1, 0, 1; relu is 0, 0, 1000.")


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_lab_a_sees_the_tanh_of_the_slides_fail(run):
    def tanh(x):
        return (np.exp(2 * x) - 1) / (np.exp(2 * x) + 1)

    assert "tanh is -1, 0, nan but SHOULD BE -1, 0, 1" in run.again(CURVES, tanh=tanh).captions[0]


def test_lab_b_measures_every_slope(run):
    assert "measured slope holds" in run.screen.captions[1]
    assert run.names["steepest"]["sigmoid"] == pytest.approx(0.25, abs=1e-3)
    assert run.names["steepest"]["tanh"] == pytest.approx(1, abs=1e-3)
    assert run.names["steepest"]["relu"] == 1
    for f, slope in (("sigmoid", "sigmoid_derivative"), ("tanh", "tanh_derivative")):
        edge = run.names["flat_from"][f]
        assert run.names[slope](edge - 0.06) > 0.05 > run.names[slope](edge)
    assert run.names["flat_from"]["relu"] == np.inf


@pytest.mark.parametrize("wrong", [
    lambda x: x * (1 - x), lambda x: np.full(x.shape, 0.25), lambda x: np.full(x.shape, np.nan), np.zeros_like])
def test_lab_b_sees_a_wrong_slope(run, wrong):
    assert "does NOT hold for sigmoid." in run.again(SLOPES, sigmoid_derivative=wrong).captions[0]


def test_lab_c_meets_the_slides_numbers(run):
    np.testing.assert_allclose(run.names["bound"], 0.25 ** np.arange(51.0), rtol=1e-12)
    assert run.names["left"]["relu"].tolist() == [1.0] * 51  # deck 3: one while calculating the gradient
    assert (run.names["left"]["sigmoid"] <= run.names["bound"]).all()
    assert "agrees with a measured nudge" in run.screen.captions[2]


def test_lab_c_sees_a_wrong_slope(run):
    def wrong(x):
        return 1 - np.tanh(x)

    assert "does NOT agree" in run.again(DEPTH, tanh_derivative=wrong).captions[0]


def test_lab_c_is_the_chain_rule(run):
    for f, slope in run.names["pairs"]:
        for n in (1, 3, 8):
            measured = run.names["measured_influence"](f, n)
            assert run.names["influence"](f, slope)[n] == pytest.approx(measured, abs=1e-7)


def test_relu_from_minus_one_lets_nothing_through(run):
    relu, slope = run.names["relu"], run.names["relu_derivative"]
    assert (relu(np.array([-1.0])).item(), slope(np.array([-1.0])).item()) == (0.0, 0.0)
