"""Checks of `build_seq2seq`, and the mistakes they recognise (Sutskever et al., 2014; Luong et al., 2015)."""

import re

import numpy as np

from autograder.checks import check, expect, expect_close, expect_contract
from solutions.translate._models import described

name = "build_seq2seq"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise
SIZES = 11, 8, 6  # source_words, target_words, units: more English words than Halvic ones


@check(points=1, public=True)
def returns_a_model(build_seq2seq):
    """returns a keras.Model"""
    expect_contract("model", build_seq2seq(True, *SIZES), expected(True, *SIZES))


@check(points=2, public=True)
def takes_two_sequences(build_seq2seq):
    """takes ids of two sequences of any length, and answers a score for every Halvic word at every step, with attention and without"""
    models = {attention: build_seq2seq(attention, *SIZES) for attention in (False, True)}
    for attention, model in models.items():
        expect_close("model", model, expected(attention, *SIZES) | {"layers": model["layers"]})


@check(points=2)
def sees_all_of_the_source_and_no_future(build_seq2seq, rng):
    """each step sees every English word, what it was shown so far, and nothing that comes later"""
    for attention in (False, True):
        build_seq2seq(attention, *SIZES)
        source, inputs = _others(rng, 5, SIZES[0]), _others(rng, 4, SIZES[1])
        one, other = np.repeat(source[:1], 5, axis=0), np.repeat(inputs[:1], 6, axis=0)
        sources = build_seq2seq.predict((source, other))
        expect(sources.shape == (6, 4, SIZES[1]), "model", "it must answer (B, T, target_words) for ids of shapes (B, S) and (B, T)")
        expect(bool(np.all(np.any(sources[1:] != sources[:1], axis=2))), "model", "a word of the source does not reach every step")
        shown = build_seq2seq.predict((one, inputs))
        moved = np.any(np.abs(shown[1:] - shown[:1]) > 1e-7, axis=2)  # (4, T): which steps see the change of each input
        expect(not moved[np.tri(4, k=-1, dtype=bool)].any(), "model", "a step sees inputs that come after it: they are not written yet")
        expect(bool(moved[~np.tri(4, k=-1, dtype=bool)].all()), "model", "a step does not see what was shown up to it")


@check(points=1)
def has_so_many_units(build_seq2seq):
    """embeddings have a row for every word, and they and the decoder are `units` wide"""
    for attention, *sizes in ((True, 12, 9, 4), (False, 9, 5, 8)):
        model = build_seq2seq(attention, *sizes)
        tables = [layer["weights"][0].shape for layer in build_seq2seq.layers() if layer["kind"] == "Embedding" and layer["weights"]]
        source_words, target_words, units = sizes
        expect(sorted(tables) == sorted([(source_words, units), (target_words, units)]), "model",
               "there must be an Embedding(source_words, units) and an Embedding(target_words, units)")
        decoders = re.findall(r"(?<!\()(?:GRU|RNN|LSTM)\(units=(\d+)", model["layers"])
        expect(str(units) in decoders, "model", "there must be a decoder GRU of `units` units, which runs forwards only")


@check(points=1)
def attends_where_asked(build_seq2seq):
    """the encoder reads both ways, there is attention where it is asked for, none where it is not, and logits come out"""
    for attention in (True, False):
        model = build_seq2seq(attention, *SIZES)
        expect(("Attention(" in model["layers"]) == attention, "model",
               "there must be an Attention layer" if attention else "without attention there must be no Attention layer")
        expect("Bidirectional(" in model["layers"] or "go_backwards" in model["layers"], "model", "the encoder must read both ways")
        expect(re.findall(r"activation=(\w+)", model["layers"])[-1:] == ["linear"], "model",
               "the last layer must have no activation: the loss applies the softmax")


def _others(rng, steps, words):
    """A row of ids, and below it as many rows as steps, each with another word at one of them; the highest id is among them."""
    row = rng.integers(0, words - 1, size=steps)
    rows = np.repeat(row[None], steps + 1, axis=0)
    rows[1 + np.arange(steps), np.arange(steps)] = words - 1
    return rows


# ------------------------------------------------------------------------------------------------ mistakes


def expected(attention, source_words, target_words, units):
    """A right model, described."""
    model = described(attention, target_words, units)
    return model  # noqa: RET504  the name that students read


def _wrong(hint, **settings):
    """The mistake that this hint is for; settings with a call are asked for `units`."""
    def answer(attention, source_words, target_words, units):
        chosen = {key: value(units) if callable(value) else value for key, value in settings.items()}
        return described(attention, target_words, units, **chosen)

    answer.__doc__ = hint
    return answer


def _one_way(units):
    return f"GRU(units={units}, activation=tanh, return_sequences=True)"


answers_once = _wrong("Your decoder gives its last step only: it needs return_sequences=True, a vector for every word.", steps=False)
squashes_twice = _wrong("Your output layer ends in a softmax, and the loss applies another: logits have no activation.", squash="softmax")
cuts_logits_at_zero = _wrong("Your output layer ends in a ReLU; logits may be negative: no activation.", squash="relu")
forgets_the_state = _wrong("Your decoder does not start from the encoder's last states: join both, and pass them as initial_state.",
                           state=False)
reads_one_way = _wrong("Your encoder reads forwards only: put Bidirectional around a GRU of units // 2.", encoder=_one_way, state=False)
sees_the_future = _wrong("Your decoder is bidirectional, so it sees the words it is to guess: only the encoder may read both ways.",
                         decoder="Bidirectional({})")
doubles_the_encoder = _wrong(
    "Each direction of your encoder has `units` units, so state and vectors are twice as wide as the decoder: units // 2 each way.",
    encoder=lambda units: f"Bidirectional(GRU(units={units}, activation=tanh, return_sequences=True))", wide=lambda units: 2 * units)


def never_attends(attention, source_words, target_words, units):
    """You never use attention: where `attention` is True, an Attention layer comes after the decoder."""
    return described(False, target_words, units)


def always_attends(attention, source_words, target_words, units):
    """You always use attention: where `attention` is False there is none."""
    return described(True, target_words, units)


def attends_the_other_way_round(attention, source_words, target_words, units):
    """You use attention where it is not asked for, and none where it is."""
    return described(not attention, target_words, units)


def answers_in_english(attention, source_words, target_words, units):
    """Your output has a score for each English word: Dense(target_words)."""
    return described(attention, target_words, units, last=source_words)


def answers_states(attention, source_words, target_words, units):
    """Your output layer has `units` units: it needs one for every Halvic word, Dense(target_words)."""
    return described(attention, target_words, units, last=units)
