"""Checks of `temperature_probabilities`, and the mistakes they recognise (Ackley, Hinton and Sejnowski 1985)."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_close, expect_contract, expect_steady
from solutions.generate.reference import temperature_probabilities as reference

name = "temperature_probabilities"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_one_row_per_context(temperature_probabilities, rng):
    """returns float64 of the shape of logits"""
    logits = rng.normal(size=(3, 5))
    expect_contract("probabilities", temperature_probabilities(logits, 0.7), reference(logits, 0.7))


@check(points=1, public=True)
def divides_the_logits(temperature_probabilities, rng):
    """is the softmax of the logits, divided by the temperature"""
    expect_answer(temperature_probabilities, reference, 2 * rng.normal(size=(4, 6)), 0.5)


@check(points=1)
def cold_is_sure_and_warm_is_fair(temperature_probabilities, rng):
    """rows sum to 1, at 1 it is the plain softmax, a low temperature sharpens and a high one flattens"""
    logits = 2 * rng.normal(size=(5, 7))
    rows = [expect_answer(temperature_probabilities, reference, logits, t) for t in (0.25, 1.0, 4.0)]
    expect_close("the sum of each row", np.sum(rows, axis=-1), np.ones((3, 5)))
    peaks = np.max(rows, axis=-1)
    expect(bool(np.all(np.diff(peaks, axis=0) < 0)), "probabilities", "the likeliest character must be surer the lower the temperature")


@check(points=1)
def survives_large_logits(temperature_probabilities, rng):
    """does not overflow for logits of a thousand or at a very low temperature, and changes no argument"""
    large = rng.permuted(np.tile([1000.0, 998.0, -1000.0, 0.0], (3, 1)), axis=1)
    expect_answer(temperature_probabilities, reference, large, 1.0)
    expect_answer(temperature_probabilities, reference, rng.permuted(np.tile([3.0, 2.5, 1.0], (2, 1)), axis=1), 1e-3)
    expect_steady(temperature_probabilities, reference, (rng.normal(size=(2, 3)), 2.0), (rng.normal(size=(4, 2)), 0.3))


# ------------------------------------------------------------------------------------------------ mistakes


def _softmax(a, axis=-1):
    e = np.exp(a - a.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def multiplies(logits, temperature):
    """You multiply by the temperature, so cold is wild and hot is dull: divide."""
    return _softmax(logits * temperature)


def ignores_the_temperature(logits, temperature):
    """Your answer is the plain softmax whatever the temperature: divide the LOGITS; to divide probabilities changes nothing."""
    return _softmax(logits)


def takes_a_softmax_twice(logits, temperature):
    """You take a softmax, divide by the temperature and take a softmax again: divide the LOGITS, and take one softmax."""
    return _softmax(_softmax(logits) / temperature)


def overflows(logits, temperature):
    """exp(1000) is infinite, and infinity / infinity is nan: subtract each row's largest value first, which changes no answer."""
    with np.errstate(all="ignore"):
        e = np.exp(logits / temperature)
        return e / e.sum(axis=-1, keepdims=True)


def goes_down_the_columns(logits, temperature):
    """Your columns add up to 1; each row must: axis=-1."""
    return _softmax(logits / temperature, axis=0)


def normalises_everything(logits, temperature):
    """All your probabilities together add up to 1; each row must: axis=-1 with keepdims=True."""
    return _softmax(logits.reshape(-1) / temperature).reshape(logits.shape)


def forgets_to_normalise(logits, temperature):
    """Your rows do not add up to 1: divide by their sum."""
    a = logits / temperature
    return np.exp(a - a.max(axis=-1, keepdims=True))


def answers_logarithms(logits, temperature):
    """You return logarithms of probabilities; return the probabilities."""
    a = logits / temperature
    a = a - a.max(axis=-1, keepdims=True)
    return a - np.log(np.exp(a).sum(axis=-1, keepdims=True))


def picks_the_likeliest(logits, temperature):
    """You put 1 at the likeliest character; only at temperature 0 would that be so."""
    return np.eye(logits.shape[-1])[logits.argmax(axis=-1)]


def squashes_each_alone(logits, temperature):
    """You take a sigmoid of each logit; probabilities of a choice come from a softmax."""
    p = 0.5 + 0.5 * np.tanh(logits / temperature / 2)
    return p / p.sum(axis=-1, keepdims=True)
