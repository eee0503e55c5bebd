"""Checks of `build_autoencoder`, and the mistakes they recognise."""

import re

import numpy as np

from autograder.checks import check, expect, expect_close, expect_contract
from solutions.anomaly._models import KINDS, RECURRENT, described, moved

name = "build_autoencoder"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_model(build_autoencoder):
    """returns a keras.Model"""
    expect_contract("model", build_autoencoder("GRU", 4, 3, 6, 2), expected("GRU", 4, 3, 6, 2))


@check(points=2, public=True)
def answers_beats_for_beats(build_autoencoder):
    """for each of the five kinds it takes beats of shape (length, features), and answers beats of the same shape"""
    models = {kind: build_autoencoder(kind, 7, 4, 5, 3) for kind in KINDS}  # all of them first: together they tell mistakes apart
    for kind, model in models.items():
        expect_close("model", model, expected(kind, 7, 4, 5, 3) | {"layers": model["layers"]})


@check(points=2)
def has_a_narrow_middle(build_autoencoder, rng):
    """each kind reads with a layer of that kind, `units` wide, squeezes what it read into Dense(code), and goes on from there"""
    for kind in KINDS:
        length, features, units = map(int, rng.permutation([5, 7, 9]))
        code = int(rng.integers(2, 5))
        layers = build_autoencoder(kind, length, features, units, code)["layers"]
        found = re.search(rf"^(.*)\bDense\(units={code}, [^()]*\)(.*)$", layers)
        expect(found is not None, "model", "there must be a Dense layer of `code` units in the middle")
        own = rf"\b{kind}\((\w+\()?(units|filters)={units}\b"
        expect(bool(re.search(own, found[1])), "model", f"before the code there must be a layer of the kind {kind} with `units` units")
        expect(len(re.findall(r"units=|filters=", found[2])) > 1, "model",
               "after the code there must be a layer of `units` units and an output layer")
        again = f"after the code there must be a layer of the kind {kind} with `units` units, too"
        expect(kind not in RECURRENT or bool(re.search(own, found[2])), "model", again)
        expect(re.findall(r"activation=(\w+)", layers)[-1:] == ["linear"], "model",
               "the last layer must not squash its answer: a standardized beat has any values")


@check(points=2)
def sees_the_whole_beat(build_autoencoder, rng):
    """every time step and every feature of a beat reaches what is made of it, and all that is made of it is finite"""
    for kind in KINDS:
        length, features = map(int, rng.permutation([5, 6]))
        model = build_autoencoder(kind, length, features, 8, 4)
        expect_close("model", model, expected(kind, length, features, 8, 4) | {"layers": model["layers"]})
        answers = build_autoencoder.predict(moved(rng.normal(size=(1, length, features))))
        expect(bool(np.isfinite(answers).all()), "model", "its answers must be finite")
        expect(all(np.any(answer != answers[0]) for answer in answers[1:]), "model", "a part of the beat does not reach the answer")


# ------------------------------------------------------------------------------------------------ mistakes


def expected(kind, length, features, units, code):
    """A right model, described."""
    model = described(kind, length, features, units, code)
    return model  # noqa: RET504  the name that students read


def has_no_bottleneck(kind, length, features, units, code):
    """The narrow middle is missing: a Dense(code) between encoder and decoder, or the network may simply copy its input."""
    return described(kind, length, features, units, code, narrow=False)


def takes_units_for_the_code(kind, length, features, units, code):
    """Your middle layer has `units` units; it is `code` that says how many numbers a beat must pass through."""
    return described(kind, length, features, units, units)


def takes_the_code_for_units(kind, length, features, units, code):
    """Your encoder and decoder have `code` units; they have `units`, only the middle is narrow."""
    return described(kind, length, features, code, code)


def stops_at_the_code(kind, length, features, units, code):
    """Your model ends with the code: the decoder, which makes a beat of it again, is missing."""
    return described(kind, length, features, units, code, decoder=False)


def forgets_to_reshape(kind, length, features, units, code):
    """Your Dense kind answers flat beats: end with a Reshape((length, features))."""
    return described(kind, length, features, units, code, shaped=False)


def answers_the_last_step(kind, length, features, units, code):
    """Your decoder answers its last time step only: its recurrent layer needs return_sequences=True."""
    return described(kind, length, features, units, code, every_step=False)


def forgets_to_repeat(kind, length, features, units, code):
    """A recurrent decoder needs a sequence ("expected ndim=3, found ndim=2"): RepeatVector(length) hands it the code at each step."""
    if kind in RECURRENT:
        raise ValueError("expected ndim=3, found ndim=2")
    return described(kind, length, features, units, code)


def answers_one_feature(kind, length, features, units, code):
    """Your output has one feature; a beat has `features` of them."""
    return described(kind, length, features, units, code, output=1)


def swaps_length_and_features(kind, length, features, units, code):
    """Your input has shape (features, length); Keras takes (time, features): keras.Input((length, features))."""
    return described(kind, features, length, units, code)


def squashes_the_answer(kind, length, features, units, code):
    """Your output layer ends in a sigmoid, so it can only answer numbers between 0 and 1: standardized beats go below and above."""
    return described(kind, length, features, units, code, squash="sigmoid")


def squashes_the_answer_with_tanh(kind, length, features, units, code):
    """Your output layer ends in a tanh, so it can only answer numbers between -1 and 1: an R peak is higher. No activation there."""
    return described(kind, length, features, units, code, squash="tanh")


def cuts_the_answer_at_zero(kind, length, features, units, code):
    """Your output layer ends in a ReLU, so it can never answer a number below zero: no activation there."""
    return described(kind, length, features, units, code, squash="relu")


def always_builds_an_lstm(kind, length, features, units, code):
    """You build an LSTM whatever the kind."""
    return described("LSTM", length, features, units, code)
