"""Checks of `next_character_windows`, and the mistakes they recognise (deck 0, "RNNs for Sequence Prediction")."""

import numpy as np

from autograder.checks import check, expect_answer, expect_close, expect_contract, expect_steady
from solutions.generate.reference import next_character_windows as reference

name = "next_character_windows"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_inputs_and_targets(next_character_windows, rng):
    """returns two arrays of whole numbers, both of shape (n, length)"""
    ids = rng.integers(0, 30, 23)
    expect_contract(("x", "y"), next_character_windows(ids, 5), reference(ids, 5))


@check(points=1, public=True)
def targets_are_one_character_ahead(next_character_windows, rng):
    """y[i, t] is the character right after x[i, t]"""
    expect_answer(next_character_windows, reference, rng.permutation(23), 4)


@check(points=1)
def windows_share_nothing(next_character_windows, rng):
    """the windows follow each other without gaps, and no character is an input twice"""
    ids = rng.permutation(60)
    x, _ = expect_answer(next_character_windows, reference, ids, 7)
    expect_close("the inputs in a row", np.reshape(x, -1), ids[:56])


@check(points=1)
def uses_what_there_is(next_character_windows, rng):
    """works where the last target is the last character, where one more is missing, and for one window; changes no argument"""
    for N, length in ((21, 4), (20, 4), (22, 4), (8, 7), (9, 1)):
        expect_answer(next_character_windows, reference, rng.permutation(N), length)
    expect_steady(next_character_windows, reference, (rng.permutation(31), 6), (rng.permutation(31), 5))


# ------------------------------------------------------------------------------------------------ mistakes


def _cut(ids, length, shift, n=None, starts=0):
    n = (len(ids) - 1) // length if n is None else n
    at = starts + np.arange(n)[:, None] * length + np.arange(length)
    return ids[at], ids[(at + shift) % len(ids)]


def forgets_to_shift(ids, length):
    """Your targets are the inputs themselves: the network would learn to copy. The target is the NEXT character."""
    return _cut(ids, length, 0)


def looks_two_ahead(ids, length):
    """Your targets are two characters ahead; the next one is one ahead."""
    return _cut(ids, length, 2)


def shifts_backwards(ids, length):
    """Your targets are the characters before; the network shall tell the one after."""
    return _cut(ids, length, -1)


def swaps_inputs_and_targets(ids, length):
    """You return (y, x): the inputs come first."""
    return reference(ids, length)[::-1]


def slides_by_one(ids, length):
    """Your windows overlap: each starts one character after the one before. Here each starts where the last one ended."""
    at = np.arange(len(ids) - length)[:, None] + np.arange(length)
    return ids[at], ids[at + 1]


def slides_by_one_more(ids, length):
    """You leave a character out between two windows: cut length characters, not length + 1, and look one ahead for the targets."""
    at = np.arange(len(ids) // (length + 1))[:, None] * (length + 1) + np.arange(length)
    return ids[at], ids[at + 1]


def shifts_inside_each_window(ids, length):
    """Your targets are shifted inside each window, so that its last target is its own first character (np.roll?)."""
    x, _ = _cut(ids, length, 0)
    return x, np.roll(x, -1, axis=1)


def wraps_round_the_end(ids, length):
    """Your last target is the first character of the text: after the last character nothing comes, so nothing can be learned."""
    return _cut(ids, length, 1, n=len(ids) // length)


def loses_the_last_window(ids, length):
    """Your last window is missing: (N - 1) // length of them have a target everywhere."""
    x, y = reference(ids, length)
    return x[:-1], y[:-1]


def turns_windows_round(ids, length):
    """Your arrays have shape (length, n): one window is one row, batch first."""
    x, y = reference(ids, length)
    return x.T, y.T


def deals_characters_out(ids, length):
    """Your windows hold every n-th character: reshape to (n, length), not to (length, n) turned round."""
    n = (len(ids) - 1) // length
    return ids[: n * length].reshape(length, n).T, ids[1 : n * length + 1].reshape(length, n).T


def has_one_target_per_window(ids, length):
    """You have one target for each window; every step of a window has one, so y has the shape of x."""
    x, y = reference(ids, length)
    return x, y[:, -1]
