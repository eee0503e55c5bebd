"""Checks of `cross_entropy`, and the mistakes they recognise (Shannon 1948; Jurafsky and Martin, "N-gram Language Models")."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_close, expect_contract, expect_steady
from solutions.generate._texts import rows
from solutions.generate.reference import cross_entropy as reference

name = "cross_entropy"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise
ANSWER = ("nats", "bits", "perplexity")


def _args(rng, n=9, V=6):
    return rows(rng, n, V), rng.integers(0, V, n)


@check(points=1, public=True)
def returns_three_numbers(cross_entropy, rng):
    """returns three floats: nats, bits, perplexity"""
    args = _args(rng)
    expect_contract(ANSWER, cross_entropy(*args), reference(*args))


@check(points=1, public=True)
def asks_for_the_right_character(cross_entropy, rng):
    """is the mean of minus the logarithm of the probability that the right character got"""
    expect_answer(cross_entropy, reference, *_args(rng))


@check(points=1)
def knows_what_a_guess_costs(cross_entropy, rng):
    """a fair choice among 8 costs 3 bits, which is a perplexity of 8; certainty costs nothing"""
    right = rng.integers(0, 8, 5)
    expect_close(ANSWER, cross_entropy(np.full((5, 8), 0.125), right), (3 * np.log(2), 3.0, 8.0))
    expect_close(ANSWER, cross_entropy(np.eye(8)[right], right), (0.0, 0.0, 1.0))


@check(points=1)
def survives_a_zero(cross_entropy, rng):
    """a probability of 0 counts as 1e-6, others stay as they are, and no argument is changed"""
    probabilities, targets = _args(rng, 12, 5)
    probabilities[3] = np.eye(5)[(targets[3] + 1) % 5]
    probabilities[7] = np.eye(5)[targets[7]] * 0.999 + 0.001 / 5
    finite = np.isfinite(np.asarray(cross_entropy(probabilities, targets), dtype=float))
    expect(bool(np.all(finite)), "nats", "a probability of 0 makes your answer infinite: let nothing count less than 1e-6 (np.maximum)")
    expect_answer(cross_entropy, reference, probabilities, targets)
    expect_steady(cross_entropy, reference, (probabilities, targets), _args(rng, 3, 7))


# ------------------------------------------------------------------------------------------------ mistakes


def _told(nats):
    return nats, nats / np.log(2), np.exp(nats)


def _of_right(probabilities, targets):
    return np.maximum(probabilities[np.arange(len(targets)), targets], 1e-6)


def takes_bits_for_nats(probabilities, targets):
    """Your nats are bits: np.log2 gives bits, np.log gives nats."""
    bits = -np.mean(np.log2(_of_right(probabilities, targets)))
    return bits, bits / np.log(2), np.exp(bits)


def multiplies_by_log_2(probabilities, targets):
    """Your bits are too few: one bit is log(2) = 0.69 nats, so there are MORE bits than nats: divide by log(2)."""
    nats = reference(probabilities, targets)[0]
    return nats, nats * np.log(2), np.exp(nats)


def mixes_the_bases(probabilities, targets):
    """Your perplexity is 2 to the power of nats: it is exp(nats), or 2 ** bits, which is the same."""
    nats, bits, _ = reference(probabilities, targets)
    return nats, bits, 2.0**nats


def mixes_the_bases_the_other_way(probabilities, targets):
    """Your perplexity is exp(bits): it is exp(nats), or 2 ** bits, which is the same."""
    nats, bits, _ = reference(probabilities, targets)
    return nats, bits, np.exp(bits)


def uses_decimal_logarithms(probabilities, targets):
    """Your logarithm has base 10: np.log has base e."""
    return _told(-np.mean(np.log10(_of_right(probabilities, targets))))


def adds_up(probabilities, targets):
    """You add up over the characters; it is the mean, so that long and short texts can be compared."""
    return _told(-np.sum(np.log(_of_right(probabilities, targets))))


def forgets_the_sign(probabilities, targets):
    """Logarithms of probabilities are negative, and a loss is not: mind the minus."""
    return _told(np.mean(np.log(_of_right(probabilities, targets))))


def averages_first(probabilities, targets):
    """You take the logarithm of the mean probability; it is the mean of the logarithms, which punishes each bad surprise."""
    return _told(-np.log(np.mean(_of_right(probabilities, targets))))


def asks_for_the_likeliest(probabilities, targets):
    """You take the largest probability of each row; it is the one of the character that really came, probabilities[i, targets[i]]."""
    return _told(-np.mean(np.log(np.max(probabilities, axis=1))))


def measures_the_entropy(probabilities, targets):
    """You compute the entropy of the rows, which knows nothing of the targets: only the right character's probability counts."""
    return _told(-np.mean(np.sum(probabilities * np.log(np.maximum(probabilities, 1e-6)), axis=1)))


def averages_over_all_characters(probabilities, targets):
    """You divide by the number of all probabilities, n * V; divide by n, the number of characters that came."""
    return _told(-np.sum(np.log(_of_right(probabilities, targets))) / probabilities.size)
