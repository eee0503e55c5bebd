"""What students of `forecast` get, hand in, and are scored on."""

import numpy as np

from autograder.training.form import Form
from datasets import stock, weather

POINTS = 20
METRIC = "mean absolute error as a fraction of persistence's"
BETTER = "lower"
PUBLIC_SEED = 2311
LENGTH, HORIZON = 48, 8  # rows of 3 hours: six days to look at, one day to forecast
TRAIN, VALIDATION = 6 * 2922, 2 * 2922  # rows: six years and two
HIDDEN = 600  # windows, each from a series of its own


def given() -> dict[str, np.ndarray]:
    """The station's first eight years, in tenths, and a share's prices in cents: the same for everybody."""
    table = weather.series(PUBLIC_SEED, TRAIN + VALIDATION)
    return {"weather_train": table[:TRAIN], "weather_val": table[TRAIN:], "prices": stock.prices(PUBLIC_SEED, 3000)}


def hidden(seed: int) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """Windows of six days out of later years, with the hour of each one's first row; the label is the temperature of the day after."""
    hours, table = weather.windows(seed, HIDDEN, LENGTH + HORIZON)
    return {"windows": table[:, :LENGTH], "hours": hours}, {"temperature": table[:, LENGTH:, 0]}


def forms(inputs: dict[str, np.ndarray]) -> dict[str, Form]:
    """The temperature in °C, 3, 6, ... 24 hours after each window."""
    return {"temperature": Form((len(inputs["windows"]), HORIZON), low=-80, high=80)}


def score(predictions: dict[str, np.ndarray], labels: dict[str, np.ndarray], inputs: dict[str, np.ndarray]) -> float:
    """Mean absolute error over that of persistence, all windows and hours together."""
    truth = labels["temperature"] / 10
    error = np.abs(predictions["temperature"].astype(float) - truth).mean()
    persistence = np.abs(inputs["windows"][:, -1:, 0] / 10 - truth).mean()
    return float(error / max(persistence, 1e-9))
