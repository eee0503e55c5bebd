"""Checks of `build_language_model`, and the mistakes they recognise (deck 2, "RNNs in Keras"; deck 1, "1-D Convolutional Layers")."""

import re

import numpy as np

from autograder.checks import check, expect, expect_close, expect_contract
from solutions.generate._models import KINDS, described, texts

name = "build_language_model"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_model(build_language_model):
    """returns a keras.Model"""
    expect_contract("model", build_language_model("GRU", 9, 5, 4), expected("GRU", 9, 5, 4))


@check(points=2, public=True)
def answers_for_every_character(build_language_model):
    """for each of the four kinds it takes (length,) characters and answers (length, vocabulary) numbers"""
    for kind, model in {kind: build_language_model(kind, 9, 5, 11) for kind in KINDS}.items():
        expect_close("model", model, expected(kind, 9, 5, 11) | {"layers": model["layers"]})


@check(points=2)
def answers_logits(build_language_model, rng):
    """there is a layer of its kind with `units` units, and the last layer answers logits: any number, no softmax"""
    for kind in KINDS:
        vocabulary, units, length = map(int, rng.permutation([13, 6, 10]))
        model = build_language_model(kind, vocabulary, units, length)
        expect_close("model", model, expected(kind, vocabulary, units, length) | {"layers": model["layers"]})
        expect(bool(re.search(rf"{kind}\((\w+\()?(units|filters)={units}\b", model["layers"])), "model",
               f"there must be a layer of the kind {kind} with `units` units")
        expect(re.findall(r"activation=(\w+)", model["layers"])[-1:] == ["linear"], "model",
               "the last layer must answer logits, as the loss takes a softmax itself (from_logits=True)")


@check(points=2)
def reads_from_left_to_right(build_language_model, rng):
    """each answer depends on the characters up to its own, for recurrent kinds on all of them, and on none that comes later"""
    for kind in KINDS:
        build_language_model(kind, 7, 6, 9)
        before, *after = build_language_model.predict(texts(rng, 7, 9))
        moved = np.max(np.abs(np.array(after) - before), axis=2)  # moved[t, s]: how far character t moves answer s
        later = np.tril(moved, -1)
        expect(not np.any(later > 1e-6), "model", "a character that comes later reaches an answer: the network would look it up, "
               "and have nothing to look up when it writes. A convolution needs padding=\"causal\"")
        reached = np.any(np.triu(moved, 1)[:6] > 0, axis=1) if kind == "Conv1D" else moved[np.triu_indices(9)] > 0
        expect(bool(np.all(reached)), "model", "a character does not reach the answers after it")


# ------------------------------------------------------------------------------------------------ mistakes


def expected(kind, vocabulary, units, length):
    """A right model, described."""
    model = described(kind, vocabulary, units, length)
    return model  # noqa: RET504  the name that students read


def answers_once(kind, vocabulary, units, length):
    """Your recurrent layer answers only at its last step; here every character has a target: return_sequences=True."""
    return described(kind, vocabulary, units, length, every_step=False)


def takes_the_softmax_twice(kind, vocabulary, units, length):
    """Your last layer has a softmax, and the loss takes another one (from_logits=True): leave the activation out."""
    return described(kind, vocabulary, units, length, squash="softmax")


def squashes_with_tanh(kind, vocabulary, units, length):
    """Your last layer has a tanh: logits are any numbers, leave the activation out."""
    return described(kind, vocabulary, units, length, squash="tanh")


def cuts_at_zero(kind, vocabulary, units, length):
    """Your last layer has a ReLU, so nothing can be less likely than logit 0: leave the activation out."""
    return described(kind, vocabulary, units, length, squash="relu")


def squashes_with_a_sigmoid(kind, vocabulary, units, length):
    """Your last layer has a sigmoid: one character comes, not many at once. Leave the activation out; the loss takes a softmax."""
    return described(kind, vocabulary, units, length, squash="sigmoid")


def has_no_output_layer(kind, vocabulary, units, length):
    """The output layer is missing: Dense(vocabulary) makes a logit for each character out of `units` numbers."""
    return described(kind, vocabulary, units, length, output=None)


def answers_as_many_as_units(kind, vocabulary, units, length):
    """Your output layer has `units` units; there is one logit for each character: Dense(vocabulary)."""
    return described(kind, vocabulary, units, length, output="units")


def answers_one_number(kind, vocabulary, units, length):
    """Your output layer has one unit; there is one logit for each character: Dense(vocabulary)."""
    return described(kind, vocabulary, units, length, output="one")


def swaps_vocabulary_and_units(kind, vocabulary, units, length):
    """You swapped vocabulary and units: the layer has `units`, the output one logit for each character of the vocabulary."""
    return described(kind, units, vocabulary, length)


def takes_one_hot_rows(kind, vocabulary, units, length):
    """Your input has a row of numbers for each character; here characters come as whole numbers: Input((length,)), then Embedding."""
    return described(kind, vocabulary, units, length, input_shape=f"(None, {length}, {vocabulary})", embedding=False)


def takes_one_feature(kind, vocabulary, units, length):
    """Your input is one feature per step, so character 20 would be twice character 10: Input((length,)), then Embedding."""
    return described(kind, vocabulary, units, length, input_shape=f"(None, {length}, 1)", embedding=False)


def leaves_the_length_open(kind, vocabulary, units, length):
    """Your input leaves the length open; here it is known: Input((length,))."""
    model = described(kind, vocabulary, units, length, input_shape="(None, None)")
    return model | {"output_shape": f"(None, None, {vocabulary})"}


def always_builds_an_lstm(kind, vocabulary, units, length):
    """You build an LSTM whatever the kind."""
    return described("LSTM", vocabulary, units, length)
