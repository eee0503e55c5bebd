"""The reference of `forecast` against Keras itself: parameters are counted as Keras counts them, and the budgets are equal."""

import numpy as np
import pytest

from autograder.assignment import load_assignment
from solutions.forecast import reference as forecast

KINDS = load_assignment("forecast").training["presets"]["full"]["kinds"]
BUDGET = load_assignment("forecast").training["presets"]["full"]["budget"]


def median_loss(y, said):
    return forecast.pinball_loss(y, said, 0.5)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_as_many_parameters_as_its_budget_says(kind):
    pytest.importorskip("keras")
    units = forecast.units_within(BUDGET, kind, 48, 9, 8)
    model = forecast.build_forecaster(kind, 48, 9, units, 8, median_loss)
    assert abs(model.count_params() / BUDGET - 1) < 0.1
    if kind != "Transformer":
        assert model.count_params() == forecast.parameter_count(kind, 48, 9, units, 8)
    assert model.output_shape == (None, 8)


def test_the_loss_trains():
    pytest.importorskip("keras")
    rng = np.random.default_rng(0)
    x = rng.normal(size=(64, 6, 2)).astype("float32")
    y = x[:, -3:, 0] + 5
    model = forecast.build_forecaster("Dense", 6, 2, 8, 3, median_loss)
    losses = model.fit(x, y, epochs=5, verbose=0).history["loss"]
    assert losses[-1] < losses[0]


def test_a_linear_forecast_finds_what_is_linear():
    x = np.random.default_rng(1).normal(size=(300, 5, 2))
    y = x[:, -2:, 0] * 3 + 1
    weights = forecast.least_squares(x, y, penalty=1e-9)
    assert np.allclose(forecast.linear_forecast(x, weights), y)


@pytest.mark.filterwarnings("ignore:Provided `endog` series has been differenced")
def test_arima_is_statsmodels_arima():
    arima = pytest.importorskip("statsmodels.tsa.arima.model").ARIMA
    rng = np.random.default_rng(4)
    shocks, change = rng.normal(size=20_000), np.zeros(20_000)
    for t in range(1, len(change)):
        change[t] = 0.6 * change[t - 1] + shocks[t] + 0.4 * shocks[t - 1]
    series = np.cumsum(change)
    weights = forecast.fit_arima(series, 1, 1)
    theirs = arima(series[:4000], order=(1, 1, 1)).fit(method="innovations_mle")
    assert np.abs(weights - [0, 0.6, 0.4]).max() < 0.03
    assert np.abs(weights[1:] - theirs.params[:2]).max() < 0.05
    windows = np.array([series[start : start + 60] for start in range(5000, 15_000, 1000)])
    ours = forecast.arima_forecast(windows, weights, 1, 1, 5)
    for window, said in zip(windows, ours, strict=True):
        assert np.abs(theirs.apply(window).forecast(5) - said).max() < 0.5
