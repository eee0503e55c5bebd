"""Checks of `bleu`, and the mistakes they recognise (Papineni et al., 2002; smoothing: Lin and Och, 2004)."""

from collections import Counter

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_contract, expect_unchanged
from solutions.translate._inputs import translations
from solutions.translate.reference import bleu as reference

name = "bleu"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_a_number(bleu, rng):
    """returns a float"""
    args = translations(rng, 5)
    expect_contract("score", bleu(*args), reference(*args))


@check(points=2, public=True)
def scores_translations(bleu, rng):
    """is the brevity penalty times the geometric mean of the four precisions, over all sentences"""
    references, candidates = translations(rng, 6)
    expect_answer(bleu, reference, references, candidates)
    expect_answer(bleu, reference, references, [[*words, 99, 98] for words in references])


@check(points=1)
def clips(bleu, rng):
    """a word that is repeated counts as often as it is in the reference"""
    words = rng.permutation(20)[:6].tolist()
    expect_answer(bleu, reference, [words, words], [[words[0]] * 7, words[:4] + words[:4]])


@check(points=1)
def knows_short_and_long(bleu, rng):
    """short candidates pay the brevity penalty, long ones do not; a perfect one scores 1, and one without a right word 0"""
    references, _ = translations(rng, 5)
    for candidates in ([words[:-2] for words in references], [[*words, 99, 98] for words in references], references):
        expect_answer(bleu, reference, references, candidates)
    expect(bleu(references, [[99] * 6 for _ in references]) == 0, "score", "where no word is right the score must be 0")


@check(points=1)
def takes_anything(bleu, rng):
    """works for texts, for sentences of fewer than four words, for empty ones, and for many; its arguments stay as they were"""
    expect_answer(bleu, reference, ["lo brane na fima".split(), ["ka", "lo"]], ["lo brane fima".split(), ["ka"]])
    expect_answer(bleu, reference, [[5, 6, 7, 8], [4, 5, 6]], [[5, 6, 7], []])
    expect_answer(bleu, reference, *translations(rng, 60, words=40))
    expect_unchanged(bleu)


# ------------------------------------------------------------------------------------------------ mistakes


def _grams(words, n):
    return Counter(zip(*(words[i:] for i in range(n)), strict=False))


def _clipped(wanted, found):
    return (wanted & found).total()


def _counts(references, candidates, matching=_clipped, over=1):
    """Matches and n-grams, n from 1 to 4; over: 1 counts the candidates' n-grams, 0 the references'."""
    pairs = [[(_grams(r, n), _grams(c, n)) for r, c in zip(references, candidates, strict=True)] for n in range(1, 5)]
    return np.array([[sum(matching(*pair) for pair in some), sum(pair[over].total() for pair in some)] for some in pairs], float)


def _penalty(references, candidates):
    return float(np.exp(min(0.0, 1 - sum(map(len, references)) / max(sum(map(len, candidates)), 1))))


def _together(counts, penalty, smooth=(0, 1, 1, 1), mean=lambda p: np.exp(np.log(np.maximum(p, 1e-300)).mean())):
    if counts[0, 0] == 0:
        return 0.0
    precisions = (counts[:, 0] + smooth) / np.maximum(counts[:, 1] + smooth, 1e-9)
    return float(penalty * mean(precisions))


def does_not_clip(references, candidates):
    """You count a candidate's n-gram every time it occurs: count it at most as often as its reference has it (clipping)."""
    counts = _counts(references, candidates, lambda wanted, found: sum(k for gram, k in found.items() if gram in wanted))
    return _together(counts, _penalty(references, candidates))


def counts_each_once(references, candidates):
    """You count each n-gram once, as a set: a word that is twice in both counts twice."""
    counts = _counts(references, candidates, lambda wanted, found: len(set(wanted) & set(found)))
    return _together(counts, _penalty(references, candidates))


def has_no_brevity_penalty(references, candidates):
    """The brevity penalty is missing: a candidate of one sure word would score 1."""
    return _together(_counts(references, candidates), 1.0)


def punishes_long_ones(references, candidates):
    """Your brevity penalty is upside down: r is the references' length, c the candidates', and it is exp(1 - r/c) where c < r."""
    return _together(_counts(references, candidates), _penalty(candidates, references))


def rewards_length(references, candidates):
    """Your brevity penalty is larger than 1 for long candidates: where c >= r it is 1."""
    return _together(_counts(references, candidates), float(np.exp(1 - sum(map(len, references)) / sum(map(len, candidates)))))


def punishes_linearly(references, candidates):
    """Your penalty is c/r: it is exp(1 - r/c)."""
    return _together(_counts(references, candidates), min(1.0, sum(map(len, candidates)) / sum(map(len, references))))


def averages_sentences(references, candidates):
    """You score each sentence and average: add up matches and counts over all sentences, and divide once."""
    return float(np.mean([reference([r], [c]) for r, c in zip(references, candidates, strict=True)]))


def averages_precisions(references, candidates):
    """You take the arithmetic mean of the precisions: BLEU takes the geometric one, exp of the mean of logs."""
    return _together(_counts(references, candidates), _penalty(references, candidates), mean=np.mean)


def multiplies_precisions(references, candidates):
    """You multiply the four precisions: the fourth root is missing."""
    return _together(_counts(references, candidates), _penalty(references, candidates), mean=np.prod)


def does_not_smooth(references, candidates):
    """You add no 1 for n > 1: (m + 1) / (c + 1)."""
    return _together(_counts(references, candidates), _penalty(references, candidates), smooth=(0, 0, 0, 0))


def smooths_single_words(references, candidates):
    """You add 1 for single words too: only for n > 1."""
    return _together(_counts(references, candidates), _penalty(references, candidates), smooth=(1, 1, 1, 1))


def divides_by_the_references(references, candidates):
    """You divide by the references' n-grams, which is recall: precision divides by the candidates'."""
    return _together(_counts(references, candidates, over=0), _penalty(references, candidates))


def takes_single_words_only(references, candidates):
    """You count single words only: n is 1, 2, 3 and 4."""
    return _together(_counts(references, candidates)[:1], _penalty(references, candidates), smooth=(0,))


def stops_at_three(references, candidates):
    """You stop at n = 3: range(1, 5) ends at 4."""
    return _together(_counts(references, candidates)[:3], _penalty(references, candidates), smooth=(0, 1, 1))


def is_a_percentage(references, candidates):
    """Your score is out of 100; asked for is a number from 0 to 1."""
    return 100 * reference(references, candidates)
