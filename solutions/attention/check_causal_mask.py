"""Checks of `causal_mask`, and the mistakes they recognise (deck 4, "Transformers (BERT)")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract
from solutions.attention.reference import causal_mask as reference

name = "causal_mask"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_booleans(causal_mask, rng):
    """returns a boolean array of shape (T, T)"""
    T = int(rng.integers(3, 6))
    expect_contract("the answer", causal_mask(T), reference(T))


@check(points=1, public=True)
def hides_the_future(causal_mask, rng):
    """position t may look at itself and at the past, and at nothing else"""
    expect_answer(causal_mask, reference, int(rng.integers(4, 7)))


@check(points=1)
def takes_any_length(causal_mask, rng):
    """works for one position, for two, for many, and for one length after another"""
    for T in (5, 1, 2, 3, 60, int(rng.integers(7, 30)), 5):
        expect_answer(causal_mask, reference, T)


# ------------------------------------------------------------------------------------------------ mistakes


def hides_itself(T):
    """A position cannot see itself, so that the first one sees nothing at all: include the diagonal, s <= t."""
    return np.tri(T, k=-1, dtype=bool)


def shows_the_next_one(T):
    """Each position sees one step ahead: the last that it may see is itself, s <= t."""
    return np.tri(T, k=1, dtype=bool)


def shows_the_future(T):
    """You hide the past and show the future, the upper triangle: rows look, columns are looked at, s <= t is seen."""
    return np.tri(T, dtype=bool).T


def turns_true_round(T):
    """Your mask is True where hidden, as PyTorch's attention layer has it; here, as in Keras, True means: may be seen."""
    return ~np.tri(T, dtype=bool)


def shows_everything(T):
    """Everything may be seen: hide what comes later than the position that looks."""
    return np.ones((T, T), dtype=bool)


def hides_everything(T):
    """Nothing may be seen: the past and the position itself must be True."""
    return np.zeros((T, T), dtype=bool)


def shows_itself_only(T):
    """Each position sees only itself: it may look at the past too."""
    return np.eye(T, dtype=bool)


def shows_one_step_back_only(T):
    """Each position sees itself and the one before: it may look at all of the past."""
    return np.tri(T, dtype=bool) & ~np.tri(T, k=-2, dtype=bool)


def hides_itself_only(T):
    """Each position sees everything but itself: it is the future that must be hidden, s > t."""
    return ~np.eye(T, dtype=bool)


def stands_along_the_other_diagonal(T):
    """Your triangle stands along the other diagonal: the first position sees 1, the last sees T, from the left."""
    return np.tri(T, dtype=bool)[:, ::-1]


def stands_upside_down(T):
    """Your rows stand in reverse: row 0 is the first position, which sees only itself."""
    return np.tri(T, dtype=bool)[::-1]


def returns_floats(T):
    """The triangle is right, but holds 0.0 and 1.0: make it boolean, dtype=bool."""
    return np.tri(T)


def returns_whole_numbers(T):
    """The triangle is right, but holds 0 and 1: make it boolean, dtype=bool."""
    return np.tri(T, dtype=int)


def returns_what_is_added(T):
    """You return 0 and minus infinity, to be added to scores; asked for are True (seen) and False (hidden)."""
    return np.where(np.tri(T, dtype=bool), 0.0, -np.inf)


def adds_an_axis(T):
    """Your mask has an axis for the batch in front; its shape must be (T, T), which broadcasts to any batch."""
    return np.tri(T, dtype=bool)[None]


def is_one_too_long(T):
    """Your mask is for one position more: T positions make it (T, T)."""
    return np.tri(T + 1, dtype=bool)
