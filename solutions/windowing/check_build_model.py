"""Checks of `build_model`, and the mistakes they recognise (deck 2, "RNNs in Keras"; deck 1, "1-D Convolutional Layers")."""

import re

import numpy as np

from autograder.checks import check, expect, expect_close, expect_contract
from solutions.windowing._models import KINDS, computed, described, moved

name = "build_model"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_model(build_model):
    """returns a keras.Model"""
    expect_contract("model", build_model("GRU", 4, 3, 5), expected("GRU", 4, 3, 5))


@check(points=2, public=True)
def fits_windows_in_and_one_number_out(build_model):
    """for each of the six kinds it takes windows of shape (length, features) and answers one number for each"""
    models = {kind: build_model(kind, 7, 2, 5) for kind in KINDS}  # all of them first: together they tell mistakes apart
    for kind, model in models.items():
        expect_close("model", model, expected(kind, 7, 2, 5) | {"layers": model["layers"]})


@check(points=2)
def dense_and_conv1d_compute(build_model, rng):
    """Dense and Conv1D have so many units (or filters), see the whole window, and answer what their own weights say"""
    _expect_computed(build_model, rng, "Dense", "Conv1D")


@check(points=3)
def recurrent_kinds_compute(build_model, rng):
    """SimpleRNN, LSTM and GRU have so many units, see the whole window, and answer what their own weights say"""
    _expect_computed(build_model, rng, "SimpleRNN", "LSTM", "GRU")


@check(points=1)
def bidirectional_computes(build_model, rng):
    """Bidirectional has so many units each way, sees the whole window, and answers what its own weights say"""
    _expect_computed(build_model, rng, "Bidirectional")


def _expect_computed(build_model, rng, *kinds):
    for kind in kinds:
        length, features, units = map(int, rng.permutation([5, 6, 9]))
        model = build_model(kind, length, features, units)
        expect_close("model", model, expected(kind, length, features, units) | {"layers": model["layers"]})
        layer = rf"{kind}\((\w+\()?(units|filters)={units}\b"
        expect(bool(re.search(layer, model["layers"])), "model", f"there must be a layer of the kind {kind} with `units` units")
        expect(model["layers"].count("units=") + model["layers"].count("filters=") > 1, "model",
               "after the layer of its kind there must be an output layer of one unit")
        expect(re.findall(r"activation=(\w+)", model["layers"])[-1:] == ["linear"], "model",
               "the last layer must not squash its answer: a forecast can be any number")
        x = moved(rng.normal(size=(4, length, features)))
        predictions = build_model.predict(x)
        expect_close("predictions", predictions, computed(build_model.layers(), x, build_model))
        before, *after = predictions.reshape(-1, 4)
        expect(all(np.any(answer != before) for answer in after), "model", "a part of the window does not reach the answer")


# ------------------------------------------------------------------------------------------------ mistakes


def expected(kind, length, features, units):
    """A right model, described."""
    model = described(kind, length, features, units)
    return model  # noqa: RET504  the name that students read


def keeps_every_step(kind, length, features, units):
    """Your recurrent layer has return_sequences=True, so an answer comes for every time step: only the last one is wanted."""
    return described(kind, length, features, units, every_step=True)


def forgets_to_flatten(kind, length, features, units):
    """Dense acts on each time step alone, so an answer comes for every step: put a Flatten before it."""
    return described(kind, length, features, units, flat=("Conv1D",))


def forgets_to_flatten_after_the_convolution(kind, length, features, units):
    """Conv1D keeps the time axis, so an answer comes for every step: put a Flatten before the output layer."""
    return described(kind, length, features, units, flat=("Dense",))


def never_flattens(kind, length, features, units):
    """Dense acts on each time step alone, so an answer comes for every step: Dense and Conv1D need a Flatten on the way."""
    return described(kind, length, features, units, flat=())


def has_no_output_layer(kind, length, features, units):
    """The output layer is missing: a Dense(1) after the layer of its kind turns `units` numbers into one."""
    return described(kind, length, features, units, output=None)


def answers_every_feature(kind, length, features, units):
    """Your output layer has one unit per feature; one number per window is wanted, the target: Dense(1)."""
    return described(kind, length, features, units, output=features)


def answers_every_step(kind, length, features, units):
    """Your output layer has `length` units; one number per window is wanted: Dense(1)."""
    return described(kind, length, features, units, output=length)


def answers_as_many_as_units(kind, length, features, units):
    """Your output layer has `units` units; one number per window is wanted: Dense(1)."""
    return described(kind, length, features, units, output=units)


def swaps_length_and_features(kind, length, features, units):
    """Your input has shape (features, length); Keras takes (time, features): keras.Input((length, features))."""
    return described(kind, features, length, units)


def leaves_the_length_open(kind, length, features, units):
    """Your input leaves the number of time steps open; here it is known: keras.Input((length, features))."""
    return described(kind, None, features, units)


def forgets_the_features(kind, length, features, units):
    """Your input has one feature; it has `features` of them: keras.Input((length, features))."""
    return described(kind, length, 1, units)


def flattens_the_input(kind, length, features, units):
    """Your input is flat, and a recurrent layer then says "expected ndim=3, found ndim=2": keras.Input((length, features))."""
    if kind != "Dense":
        raise ValueError("expected ndim=3, found ndim=2")
    return described(kind, length, features, units, flat=()) | {"input_shape": f"(None, {length * features})", "output_shape": "(None, 1)"}


def squashes_the_answer(kind, length, features, units):
    """Your output layer ends in a sigmoid, so it can only answer numbers between 0 and 1: a forecast has no activation."""
    return described(kind, length, features, units, squash="sigmoid")


def cuts_the_answer_at_zero(kind, length, features, units):
    """Your output layer ends in a ReLU, so it can never answer a number below zero: a forecast has no activation."""
    return described(kind, length, features, units, squash="relu")


def squashes_the_answer_with_tanh(kind, length, features, units):
    """Your output layer ends in a tanh, so it can only answer numbers between -1 and 1: a forecast has no activation."""
    return described(kind, length, features, units, squash="tanh")


def answers_one_always(kind, length, features, units):
    """A softmax over a single unit is always 1: a forecast has no activation."""
    return described(kind, length, features, units, squash="softmax")


def takes_length_for_units(kind, length, features, units):
    """Your layer has `length` units; the number of time steps and the number of units have nothing to do with each other."""
    return described(kind, length, features, length)


def takes_features_for_units(kind, length, features, units):
    """Your layer has `features` units; it is `units` that says how many."""
    return described(kind, length, features, features)


def always_builds_an_lstm(kind, length, features, units):
    """You build an LSTM whatever the kind."""
    return described("LSTM", length, features, units)


def halves_the_units(kind, length, features, units):
    """Each direction of your Bidirectional has half of the units: each has `units`, together they answer twice as many numbers."""
    return described(kind, length, features, units, each_way=units // 2)
