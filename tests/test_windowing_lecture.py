"""The windowing lecture: what its labs say is so, and they see what leaks."""

import importlib.util

import numpy as np
import pytest

from tests.lecture import HAS_KERAS, lecture

pytestmark = pytest.mark.xdist_group("tensorflow")
needs_keras = pytest.mark.skipif(not HAS_KERAS, reason="TensorFlow is not installed")
NO_KERAS = "This lab needs TensorFlow, which is not installed here; on Colab it is.\n"


@pytest.fixture
def run():
    return lecture("windowing")


def shown(run, capsys, lab, **changed):
    """What a lab prints, and its captions."""
    capsys.readouterr()
    screen = run.again(lab, **changed)
    return capsys.readouterr().out, screen.captions


def test_lab_a_shows_every_window_in_its_part(run):
    sentence = "28 rows make 16 windows of 3 rows with an answer 2 rows later; no window crosses a cut."
    assert run.screen.captions[0] == sentence


def test_lab_a_sees_windows_that_straddle(run):
    names = run.names

    def straddling(data, length, horizon, target, train, val):
        first, second, third = names["split_by_time"](data, train, val)
        scaled, mean, std = names["standardize"](first)
        later = [(part - mean) / std for part in (np.concatenate([first[-length:], second]), third)]
        pairs = [names["make_supervised"](part, length, horizon, target) for part in (scaled, *later)]
        return *(array for pair in pairs for array in pair), mean, std

    assert "3 of them cross a cut: they LEAK." in run.again(0, prepare=straddling).captions[0]


def test_lab_b_scores_the_leaks_better_than_what_is_possible(run):
    assert run.names["shuffled"] < run.names["nothing_changes"] / 2 < run.names["honest"] / 2
    assert run.names["peeking"] < 1e-9
    assert "better than the best that is possible" in run.screen.captions[1]


def test_lab_b_honest_persistence_is_what_nobody_beats(run):
    """A random walk's change over h days has the mean size of a normal number with variance h."""
    assert run.names["nothing_changes"] == pytest.approx(np.sqrt(10 * 2 / np.pi), rel=0.35)


def test_lab_c_compares_the_baselines_in_degrees(run):
    forecasts, truth, chain = run.names["weather_baselines"]()
    data = run.names["weather"]()
    np.testing.assert_allclose(truth, data[-len(truth) :, 0], atol=1e-9)
    np.testing.assert_allclose(forecasts["persistence"], data[-len(truth) - 1 : -1, 0], atol=1e-9)
    three = (data[-len(truth) - 1 : -1, 0] + data[-len(truth) - 2 : -2, 0] + data[-len(truth) - 3 : -3, 0]) / 3
    np.testing.assert_allclose(forecasts["moving average, 3 days"], three, atol=1e-9)
    assert chain.diagonal().min() > 0.5
    assert "each row adds up to 1" in run.screen.captions[2]


@pytest.mark.skipif(not importlib.util.find_spec("statsmodels"), reason="statsmodels is not installed")
def test_arima_sees_only_what_was_before(run):
    data = run.names["weather"]()[:, 0]
    past, future = data[:300], data[300:340]
    changed = future.copy()
    changed[20:] += 30
    before, after = (run.names["arima_forecast"](past, series, 2, 0, 1) for series in (future, changed))
    np.testing.assert_allclose(before[:21], after[:21])
    assert np.abs(before[21:] - after[21:]).max() > 5
    assert np.abs(before[7:] - future[7:]).mean() < 3


def test_without_statsmodels_the_others_are_compared(run, capsys, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    printed, captions = shown(run, capsys, 2)
    assert printed == "ARIMA needs statsmodels, which is not installed here; on Colab it is.\n"
    assert "The best baseline is persistence" in captions[0]


def test_lab_c_sees_a_chain_that_is_turned_round(run, monkeypatch):
    right = run.names["fit_markov_chain"]
    monkeypatch.setitem(run.names, "fit_markov_chain", lambda states, n_states: right(states, n_states).T)
    assert "do NOT add up to 1" in run.again(2).captions[0]


@needs_keras
def test_lab_d_hears_keras_complain(run, capsys):
    printed, _ = shown(run, capsys, 3)
    table, answered = printed.splitlines()
    assert table.startswith("the table, shape (5, 2): Keras complains.")
    assert "expected ndim=3, found ndim=2" in table
    assert answered == "your windows, shape (3, 3, 2): Keras answers, shape (3, 4), 4 units for each window."


@needs_keras
def test_lab_e_beats_persistence_in_degrees(run):
    errors = run.names["errors"]
    assert errors["GRU, 16 units"] < errors["persistence"]
    assert f"(GRU, 16 units) is {errors['GRU, 16 units']:.2f} °C off" in run.screen.captions[3]


@needs_keras
def test_lab_e_tells_when_the_network_is_beaten(run):
    def untrained(kind, length, features, units):
        model = run.names["build_model"](kind, length, features, units)
        model.compile(optimizer=importlib.import_module("keras").optimizers.SGD(0.0), loss="mse")
        return model

    assert "does NOT beat" in run.again(4, build_model=untrained).captions[0]


@pytest.mark.parametrize("lab", [3, 4])
def test_without_tensorflow_the_labs_say_so(run, capsys, monkeypatch, lab):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert shown(run, capsys, lab) == (NO_KERAS, [])
