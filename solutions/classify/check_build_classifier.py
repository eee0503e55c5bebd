"""Checks of `build_classifier`, and the mistakes they recognise (decks 1 and 2: one answer per sequence)."""

import re

import numpy as np

from autograder.checks import check, expect, expect_close, expect_contract
from solutions.classify._models import KINDS, RECURRENT, described, moved

name = "build_classifier"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_model(build_classifier):
    """returns a keras.Model"""
    expect_contract("model", build_classifier("GRU", 9, 3, 5, 4), expected("GRU", 9, 3, 5, 4))


@check(points=2, public=True)
def fits_windows_in_and_classes_out(build_classifier):
    """for each of the five kinds it takes windows of shape (length, features) and answers one number per class"""
    models = {kind: build_classifier(kind, 11, 2, 7, 4) for kind in KINDS}  # all of them first: together they tell mistakes apart
    for kind, model in models.items():
        expect_close("model", model, expected(kind, 11, 2, 7, 4) | {"layers": model["layers"]})


@check(points=1)
def answers_probabilities(build_classifier, rng):
    """every row of its answer sums to 1: a softmax, once"""
    for kind in ("Dense", "GRU"):
        layers = _built(build_classifier, kind, 8, 3, 6, 5)
        expect("softmax" in layers.lower(), "model", "the last layer must make probabilities of its numbers: softmax, over the classes")
        predictions = build_classifier.predict(rng.normal(size=(7, 8, 3)))
        expect(bool(np.isfinite(predictions).all() and predictions.min() >= 0), "predictions", "a probability is a number from 0 to 1")
        expect_close("predictions' sums", predictions.sum(axis=-1).astype(float), np.ones(7))


@check(points=2)
def recurrent_kinds_see_every_step(build_classifier, rng):
    """SimpleRNN, LSTM and GRU have so many units, and no step of the window is lost on them"""
    for kind in RECURRENT:
        length, features, units, classes = map(int, rng.permutation([6, 3, 8, 5]))
        layers = _built(build_classifier, kind, length, features, units, classes)
        expect(bool(re.search(rf"{kind}\((\w+\()?units={units}\b", layers)), "model", f"there must be a layer {kind} with `units` units")
        _expect_moved(build_classifier, rng.normal(size=(4, length, features)), 1.0)


@check(points=2)
def dense_and_conv1d_see_in_their_way(build_classifier, rng):
    """Dense sees every step in its place; Conv1D finds a pattern wherever it stands, and does not know where"""
    layers = _built(build_classifier, "Dense", 9, 2, 7, 4)
    expect("units=7" in layers, "model", "the Dense layer in the middle must have `units` units")
    _expect_moved(build_classifier, rng.normal(size=(4, 9, 2)), 1.0)
    layers = _built(build_classifier, "Conv1D", 24, 3, 16, 4)
    expect("filters=16, kernel_size=(5,)" in layers, "model", "there must be a Conv1D with `units` filters over 5 steps")
    x = np.zeros((3, 24, 3))
    bump = 3 * rng.normal(size=(5, 3))
    x[0, 5:10], x[1, 13:18] = bump, bump
    early, late, none = build_classifier.predict(x).astype(float)
    expect(bool(np.any(early != none)), "model", "a part of the window does not reach the answer of your Conv1D")
    expect_close("Conv1D's answer to a later bump", late, early)


def _built(build_classifier, kind, length, features, units, classes):
    """The layers of a model of the right shapes, as text."""
    model = build_classifier(kind, length, features, units, classes)
    expect_close("model", model, expected(kind, length, features, units, classes) | {"layers": model["layers"]})
    return model["layers"]


def _expect_moved(build_classifier, x, by):
    before = build_classifier.predict(x)
    after = build_classifier.predict(moved(x, by)).reshape(-1, *before.shape)
    expect(all(np.any(answer != before) for answer in after), "model", "a step of the window does not reach the answer")


# ------------------------------------------------------------------------------------------------ mistakes


def expected(kind, length, features, units, classes):
    """A right model, described."""
    model = described(kind, length, features, units, classes)
    return model  # noqa: RET504  the name that students read


def answers_logits(kind, length, features, units, classes):
    """Your last layer has no activation, so it answers any numbers (logits); probabilities are wanted: activation="softmax"."""
    return described(kind, length, features, units, classes, squash="linear")


def answers_sigmoids(kind, length, features, units, classes):
    """A sigmoid says yes or no to each class alone; of several classes one is right, and their sum is 1: activation="softmax"."""
    return described(kind, length, features, units, classes, squash="sigmoid")


def answers_relus(kind, length, features, units, classes):
    """Your last layer ends in a ReLU; probabilities are wanted: activation="softmax"."""
    return described(kind, length, features, units, classes, squash="relu")


def answers_one_number(kind, length, features, units, classes):
    """Your output layer has one unit: a number for each class is wanted, Dense(classes)."""
    return described(kind, length, features, units, 1)


def answers_as_many_as_units(kind, length, features, units, classes):
    """The output layer is missing: after the layer of its kind comes a Dense(classes) with a softmax."""
    return described(kind, length, features, units, classes, output=False)


def keeps_every_step(kind, length, features, units, classes):
    """Your recurrent layer has return_sequences=True, so an answer comes for every step: one per window is wanted."""
    return described(kind, length, features, units, classes, every_step=True)


def forgets_to_flatten(kind, length, features, units, classes):
    """Dense acts on each time step alone, so an answer comes for every step: put a Flatten before it."""
    return described(kind, length, features, units, classes, flat=False)


def forgets_to_pool(kind, length, features, units, classes):
    """Conv1D keeps the time axis, so an answer comes for every step: GlobalMaxPooling1D takes each filter's greatest."""
    return described(kind, length, features, units, classes, pooled=None)


def flattens_the_convolution(kind, length, features, units, classes):
    """After Conv1D you flatten, so where a pattern stood still matters: GlobalMaxPooling1D only asks whether it was there."""
    return described(kind, length, features, units, classes, pooled="Flatten()")


def swaps_length_and_features(kind, length, features, units, classes):
    """Your input has shape (features, length); Keras takes (time, features): keras.Input((length, features))."""
    return described(kind, features, length, units, classes)


def takes_length_for_units(kind, length, features, units, classes):
    """Your layer has `length` units; the number of time steps and the number of units have nothing to do with each other."""
    return described(kind, length, features, length, classes)


def takes_classes_for_units(kind, length, features, units, classes):
    """Your layer in the middle has `classes` units: it has `units`, and the output layer one per class."""
    return described(kind, length, features, classes, classes)


def always_builds_an_lstm(kind, length, features, units, classes):
    """You build an LSTM whatever the kind."""
    return described("LSTM", length, features, units, classes)
