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
