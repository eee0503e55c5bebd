"""Checks of `fit_ngram`, and the mistakes they recognise (Shannon 1948; Jurafsky and Martin, "N-gram Language Models")."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_close, expect_contract, expect_steady
from solutions.generate._texts import ids
from solutions.generate.reference import fit_ngram as reference

name = "fit_ngram"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_one_axis_per_character(fit_ngram, rng):
    """returns float64 of shape (vocabulary,) * order"""
    text = ids(rng, 40, 4)
    expect_contract("probabilities", fit_ngram(text, 4, 3, 0.5), reference(text, 4, 3, 0.5))


@check(points=2, public=True)
def counts_what_follows(fit_ngram, rng):
    """for order 2: row i holds the smoothed probabilities of what follows character i"""
    expect_answer(fit_ngram, reference, ids(rng, 60, 4), 4, 2, 0.5)


@check(points=1)
def remembers_two_characters(fit_ngram, rng):
    """for order 3: the context is the two characters before, the older one first, and every row sums to 1"""
    text = ids(rng, 90, 5)
    probabilities = expect_answer(fit_ngram, reference, text, 5, 3, 0.1)
    expect_close("the sum of each row", np.sum(probabilities, axis=-1), np.ones((5, 5)))


@check(points=1)
def knows_nothing_without_a_context(fit_ngram, rng):
    """for order 1: how often each character occurs, smoothed"""
    expect_answer(fit_ngram, reference, ids(rng, 50, 6), 6, 1, 0.3)


@check(points=1)
def is_fair_where_nothing_was_seen(fit_ngram, rng):
    """a context that never came has a uniform row; alpha may be large, characters may be missing, and no argument is changed"""
    text = ids(rng, 30, 3)
    probabilities = expect_answer(fit_ngram, reference, text, 5, 2, 0.2)
    expect(bool(np.min(probabilities) > 0), "probabilities", "a probability is 0: smoothing leaves nothing impossible")
    for order, alpha in ((4, 1.0), (2, 25.0), (1, 0.01), (3, 0.4)):
        expect_answer(fit_ngram, reference, text, 4, order, alpha)
    expect_steady(fit_ngram, reference, (text, 3, 2, 0.5), (ids(rng, 30, 3), 3, 3, 0.5))


# ------------------------------------------------------------------------------------------------ mistakes


def _counts(text, vocabulary, order, step=1):
    counts = np.zeros((vocabulary,) * order)
    starts = np.arange(0, len(text) - order + 1, step)
    np.add.at(counts, tuple(text[starts + k] for k in range(order)), 1.0)
    return counts


def _rows(counts):
    return counts / counts.sum(axis=-1, keepdims=True)


def does_not_smooth(ids, vocabulary, order, alpha):
    """You do not smooth: add alpha to every count, or what was never seen is impossible, and 0 / 0 is nan."""
    counts = _counts(ids, vocabulary, order)
    total = counts.sum(axis=-1, keepdims=True)
    return np.where(total > 0, counts / np.maximum(total, 1), 1 / vocabulary)


def adds_one(ids, vocabulary, order, alpha):
    """You add 1 to every count whatever alpha says."""
    return _rows(_counts(ids, vocabulary, order) + 1)


def forgets_alpha_below(ids, vocabulary, order, alpha):
    """Your rows do not add up to 1: alpha is added vocabulary times above, so alpha * vocabulary must be added below."""
    counts = _counts(ids, vocabulary, order)
    return (counts + alpha) / np.maximum(counts.sum(axis=-1, keepdims=True), 1)


def adds_alpha_once_below(ids, vocabulary, order, alpha):
    """Your rows do not add up to 1: add alpha * vocabulary to the total of a row, not alpha."""
    counts = _counts(ids, vocabulary, order)
    return (counts + alpha) / (counts.sum(axis=-1, keepdims=True) + alpha)


def divides_by_everything(ids, vocabulary, order, alpha):
    """Your array as a whole adds up to 1 (how likely is this piece?); each ROW must (what comes after this context?)."""
    counts = _counts(ids, vocabulary, order) + alpha
    return counts / counts.sum() if order > 1 else counts / (counts.sum() + alpha)


def returns_counts(ids, vocabulary, order, alpha):
    """You return counts; divide each row, the last axis, by its sum."""
    return _counts(ids, vocabulary, order) + alpha


def divides_by_the_first_axis(ids, vocabulary, order, alpha):
    """You divide along the first axis; the next character is the last axis: axis=-1 with keepdims=True."""
    counts = _counts(ids, vocabulary, order) + alpha
    return counts / counts.sum(axis=0, keepdims=True) if order > 1 else counts / (counts.sum() + alpha)


def turns_time_round(ids, vocabulary, order, alpha):
    """You read backwards: the first axes are the older characters, the last axis is the one that comes next."""
    return reference(ids[::-1], vocabulary, order, alpha) if order > 1 else reference(ids[1:], vocabulary, order, alpha)


def puts_the_next_character_first(ids, vocabulary, order, alpha):
    """Your first axis is the next character; it is the last one."""
    return np.moveaxis(reference(ids, vocabulary, order, alpha), -1, 0) if order > 1 else reference(ids, vocabulary, order, 2 * alpha)


def takes_order_for_the_context(ids, vocabulary, order, alpha):
    """Your contexts have `order` characters; an n-gram of order n has n characters in all, so n - 1 of context."""
    return reference(ids, vocabulary, order + 1, alpha)


def skips_characters(ids, vocabulary, order, alpha):
    """You cut the text into pieces that share no character; every place starts a piece: they overlap."""
    if order == 1:
        return reference(ids[:-1], vocabulary, order, alpha)
    return _rows(_counts(ids, vocabulary, order, step=order) + alpha)


def loses_the_last_piece(ids, vocabulary, order, alpha):
    """Your last piece is missing: N characters hold N - order + 1 pieces."""
    return reference(ids[:-1], vocabulary, order, alpha)


def joins_the_ends(ids, vocabulary, order, alpha):
    """Your pieces go round from the end of the text to its beginning (np.roll?): nothing follows the last character."""
    return reference(np.append(ids, ids[: max(order - 1, 1)]), vocabulary, order, alpha)


def counts_a_piece_once(ids, vocabulary, order, alpha):
    """Each piece counts only once, however often it comes: counts[i, j] += 1 with arrays does that, np.add.at does not."""
    return _rows(np.minimum(_counts(ids, vocabulary, order), 1) + alpha)
