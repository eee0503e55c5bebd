"""Checks of `build_tagger`, and the mistakes they recognise: an answer per word, from as much of the sentence as the kind can see."""

import re

import numpy as np

from autograder.checks import check, expect, expect_close, expect_contract
from solutions.tag._taggers import KINDS, TAGS, depends, described, moved, reach

name = "build_tagger"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_model(build_tagger):
    """returns a keras.Model"""
    expect_contract("model", build_tagger("LSTM", 6, 30, 5), expected("LSTM", 6, 30, 5))


@check(points=2, public=True)
def answers_every_word(build_tagger):
    """for each of the five kinds it takes (n, length, 3) and answers seven numbers for every word"""
    models = {kind: build_tagger(kind, 9, 30, 4) for kind in KINDS}  # all of them first: together they tell mistakes apart
    for kind, model in models.items():
        expect_close("model", model, expected(kind, 9, 30, 4) | {"layers": model["layers"]})


@check(points=2)
def looks_beside_the_word(build_tagger, rng):
    """Dense sees each word alone, Conv1D three words on either side; both have so many units, and answer logits"""
    _expect_reach(build_tagger, rng, "Dense", "Conv1D")


@check(points=2)
def remembers_and_looks_ahead(build_tagger, rng):
    """SimpleRNN and LSTM see all words so far, Bidirectional the whole sentence; all have so many units, and answer logits"""
    _expect_reach(build_tagger, rng, "SimpleRNN", "LSTM", "Bidirectional")


def _expect_reach(build_tagger, rng, *kinds):
    for kind in kinds:
        length, units = int(rng.integers(9, 12)), int(rng.integers(30, 40))  # so many that no ReLU is shut for all
        model = build_tagger(kind, length, 40, units)
        expect_close("model", model, expected(kind, length, 40, units) | {"layers": model["layers"]})
        layer = rf"{kind}\((\w+\()?(units|filters)={units}\b"
        expect(bool(re.search(layer, model["layers"])), "model", f"there must be a layer of the kind {kind} with `units` units")
        expect("Embedding(" in model["layers"], "model", "the numbers of words are names, not sizes: they need an Embedding")
        expect(model["layers"].endswith(f"Dense(units={TAGS}, activation=linear)"), "model",
               "the last layer must be a Dense of seven units without activation: the loss wants logits")
        answers = np.asarray(build_tagger.predict(moved(rng, length, 40)), dtype=float)
        expect_contract("predictions", answers, np.zeros((1 + 3 * length, length, TAGS)))
        some, every = depends(answers, length)
        may = reach(kind, length)
        expect(not np.any(some & ~may), "predictions", f"in a {kind} an answer depends on a word that it must not see")
        expect(not np.any(may & ~some), "predictions", f"in a {kind} an answer does not depend on a word that it should see")
        expect(bool(np.all(np.diag(every))), "predictions", "one of a word's three numbers does not reach its answer")


# ------------------------------------------------------------------------------------------------ mistakes


def expected(kind, length, vocabulary, units):
    """A right model, described."""
    model = described(kind, length, units)
    return model  # noqa: RET504  the name that students read


def keeps_the_last_word_only(kind, length, vocabulary, units):
    """Your recurrent layers answer once for the whole sentence; an answer per word needs return_sequences=True."""
    return described(kind, length, units, every_word=False)


def reads_one_way(kind, length, vocabulary, units):
    """Your Bidirectional is a plain LSTM: wrap it, Bidirectional(LSTM(units, return_sequences=True))."""
    return described("LSTM" if kind == "Bidirectional" else kind, length, units)


def always_builds_an_lstm(kind, length, vocabulary, units):
    """You build an LSTM whatever the kind."""
    return described("LSTM", length, units)


def halves_the_units(kind, length, vocabulary, units):
    """Your Bidirectional has units / 2 each way; it has `units` each way."""
    return described(kind, length, units, each_way=max(units // 2, 1))


def has_no_output_layer(kind, length, vocabulary, units):
    """The output layer is missing: a Dense(7) after the middle makes seven logits for every word."""
    return described(kind, length, units, output=None)


def takes_a_softmax(kind, length, vocabulary, units):
    """Your model ends in a softmax, and the loss would take another one: logits have no activation."""
    return described(kind, length, units, squash="softmax")


def takes_a_sigmoid(kind, length, vocabulary, units):
    """Your model ends in a sigmoid; logits have no activation."""
    return described(kind, length, units, squash="sigmoid")


def takes_a_relu(kind, length, vocabulary, units):
    """Your model ends in a ReLU; logits may be negative, so they have no activation."""
    return described(kind, length, units, squash="relu")


def answers_one_number(kind, length, vocabulary, units):
    """Your output layer has one unit; it has seven, one for each tag."""
    return described(kind, length, units, output=1)


def answers_as_many_as_types(kind, length, vocabulary, units):
    """Your output layer has three units, one per type; it has seven, one for each tag: O, and a B and an I for each type."""
    return described(kind, length, units, output=3)


def answers_the_whole_vocabulary(kind, length, vocabulary, units):
    """Your output layer has `vocabulary` units; a tag is wanted for each word, not a word: Dense(7)."""
    return described(kind, length, units, output=vocabulary)


def flattens_the_sentence(kind, length, vocabulary, units):
    """A Flatten has no place here: it makes one row of the whole sentence, and there is an answer for each word."""
    return described(kind, length, units, flat=kind == "Dense")


def loses_the_edges(kind, length, vocabulary, units):
    """Your Conv1D answers 6 words too few: at the edges its window does not fit. padding="same" fills up with zeros."""
    return described(kind, length, units, edges=6 if kind == "Conv1D" else 0)


def leaves_the_length_open(kind, length, vocabulary, units):
    """Your input leaves the number of words open; here it is known: keras.Input((length, 3))."""
    return described(kind, length, units, time="None")


def takes_length_for_units(kind, length, vocabulary, units):
    """Your layer has `length` units; the number of words and the number of units have nothing to do with each other."""
    return described(kind, length, length)


def forgets_the_embedding(kind, length, vocabulary, units):
    """Your model takes the numbers of words for sizes; they are names: an Embedding gives each a vector of its own."""
    return described(kind, length, units, embedded=False)
