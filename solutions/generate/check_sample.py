"""Checks of `sample`, and the mistakes they recognise (Devroye 1986, inversion)."""

import numpy as np

from autograder.checks import check, expect, expect_answer, expect_close, expect_contract, expect_steady
from solutions.generate.reference import sample as reference

name = "sample"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


def _args(rng, n=12, V=5):
    """Probabilities in 64ths, so that sums are exact, and u in the middle between two of them."""
    cuts = np.sort([rng.choice(np.arange(1, 64), V - 1, replace=False) for _ in range(n)], axis=1)
    probabilities = np.diff(cuts, axis=1, prepend=0, append=64) / 64
    return probabilities, (rng.integers(0, 64, n) + 0.5) / 64


@check(points=1, public=True)
def returns_one_character_per_row(sample, rng):
    """returns whole numbers of shape (n,)"""
    args = _args(rng)
    expect_contract("chosen", sample(*args), reference(*args))


@check(points=1, public=True)
def inverts_the_sum(sample, rng):
    """is the first character at which the probabilities, added up from the left, exceed u"""
    expect_answer(sample, reference, *_args(rng))


@check(points=1)
def comes_as_often_as_it_should(sample, rng):
    """with 64 evenly spaced u, a character of probability 20/64 comes 20 times"""
    probabilities, _ = _args(rng, 1, 7)
    u = rng.permutation(64) / 64 + 1 / 128
    chosen = expect_answer(sample, reference, np.repeat(probabilities, 64, axis=0), u)
    expect_close("how often", np.bincount(chosen, minlength=7) / 64, probabilities[0])


@check(points=1)
def never_chooses_the_impossible(sample, rng):
    """characters of probability 0 never come, not for u = 0 or on a boundary; u just below 1 stays in range; no argument is changed"""
    probabilities = np.array([[0.0, 0.25, 0.0, 0.75], [0.5, 0.0, 0.5, 0.0], [0.0, 0.0, 0.0, 1.0]])
    for u in (0.0, 0.25, 0.5):
        expect_answer(sample, reference, probabilities, np.full(3, u))
    chosen = sample(np.full((2, 10), 0.1), np.full(2, np.nextafter(1.0, 0.0)))
    expect(bool(np.all(np.asarray(chosen) == 9)), "chosen", "where sums end a little below 1, the last character takes the rest")
    expect_steady(sample, reference, _args(rng), _args(rng, 4, 9))


# ------------------------------------------------------------------------------------------------ mistakes


def _below(probabilities, u):
    return (np.cumsum(probabilities, axis=-1) <= np.asarray(u)[:, None]).sum(axis=-1)


def picks_the_likeliest(probabilities, u):
    """You always take the likeliest character (argmax), and u has no say: such a text soon goes round in circles."""
    return probabilities.argmax(axis=-1)


def is_one_late(probabilities, u):
    """You are one character late: count how many sums do NOT exceed u, that is the index, from 0."""
    return np.minimum(_below(probabilities, u) + 1, probabilities.shape[-1] - 1)


def is_one_early(probabilities, u):
    """You are one character early: the first sum that exceeds u is the character's own."""
    return np.maximum(_below(probabilities, u) - 1, 0)


def stops_on_the_boundary(probabilities, u):
    """A sum that EQUALS u does not exceed it: for u = 0 you choose what is impossible. <= in place of <, or side="right"."""
    return np.minimum((np.cumsum(probabilities, axis=-1) < u[:, None]).sum(axis=-1), probabilities.shape[-1] - 1)


def uses_the_first_u_for_all(probabilities, u):
    """Every row has its own u: u[:, None] puts one beside each row."""
    return np.minimum(_below(probabilities, np.full(len(u), u[0])), probabilities.shape[-1] - 1)


def chooses_all_alike(probabilities, u):
    """You choose each character equally often, int(u * V): the probabilities have no say."""
    return (u * probabilities.shape[-1]).astype(int)


def adds_up_the_columns(probabilities, u):
    """You add up down the columns; each row is a distribution of its own: axis=-1."""
    return np.minimum((np.cumsum(probabilities, axis=0) <= u[:, None]).sum(axis=-1), probabilities.shape[-1] - 1)


def does_not_add_up(probabilities, u):
    """You compare u with the probabilities themselves; add them up first: np.cumsum."""
    return np.argmax(probabilities > u[:, None], axis=-1)


def reads_from_the_right(probabilities, u):
    """You add up from the right; from the left, please, so that the same u gives everybody the same text."""
    V = probabilities.shape[-1]
    return np.maximum(V - 1 - _below(probabilities[:, ::-1], u), 0)


def sorts_first(probabilities, u):
    """You sort the probabilities and answer the place in the sorted row; that is not the character."""
    return np.minimum(_below(np.sort(probabilities, axis=-1), u), probabilities.shape[-1] - 1)


def leaves_the_range(probabilities, u):
    """Where the probabilities add up to a little less than 1, u can be larger: never answer more than V - 1."""
    return _below(probabilities, u)


def answers_one_hot(probabilities, u):
    """You answer a row of zeros with a one; answer the character's number."""
    return np.eye(probabilities.shape[-1], dtype=int)[np.minimum(_below(probabilities, u), probabilities.shape[-1] - 1)]
