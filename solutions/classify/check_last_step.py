"""Checks of `last_step`, and the mistakes they recognise: the last word counts, not the last pad."""

import numpy as np

from autograder.checks import check, expect_answer, expect_contract, expect_steady

name = "last_step"
OK_FORMAT = False  # for stock Otter: these checks are functions that raise


@check(points=1, public=True)
def returns_one_state_each(last_step, rng):
    """returns one state per sequence, shape (B, H)"""
    args = _states(rng, 3, 5, 2)
    expect_contract("state", last_step(*args), expected(*args))


@check(points=2, public=True)
def reads_the_last_real_step(last_step, rng):
    """is the state after the last word, not after the padding"""
    hidden, _ = _states(rng, 4, 6, 3)
    expect_answer(last_step, expected, hidden, np.array([2, 5, 1, 4]))


@check(points=1)
def ignores_what_comes_later(last_step, rng):
    """what the network computed on padding changes nothing"""
    hidden, lengths = _states(rng, 5, 7, 2)
    after = np.arange(7)[:, None] >= lengths[:, None, None]
    expect_answer(last_step, expected, hidden, lengths)
    expect_answer(last_step, expected, np.where(after, 1000.0 * hidden, hidden), lengths)


@check(points=1)
def takes_any_sizes(last_step, rng):
    """works for one sequence, one step, full length, one unit, and leaves its arguments as they were"""
    for B, T, H in ((1, 4, 3), (6, 1, 2), (3, 9, 1), (20, 5, 8)):
        expect_answer(last_step, expected, *_states(rng, B, T, H))
    hidden, lengths = _states(rng, 4, 5, 3)
    expect_steady(last_step, expected, (hidden, lengths), (hidden + 1.0, np.full(4, 5)))


def _states(rng, B, T, H):
    """States and lengths from 1 to T, not all the same where there is a choice."""
    lengths = rng.permutation(np.concatenate([np.arange(B) % T + 1]))
    return rng.normal(size=(B, T, H)) + np.arange(T)[:, None], lengths


# ------------------------------------------------------------------------------------------------ mistakes


def expected(hidden, lengths):
    """The right states."""
    state = hidden[np.arange(len(hidden)), lengths - 1]
    return state  # noqa: RET504  the name that students read


def reads_the_padding(hidden, lengths):
    """You take the last column, hidden[:, -1]: in a short sequence that is padding. Its last word stands at lengths - 1."""
    return hidden[:, -1]


def reads_one_step_late(hidden, lengths):
    """You read one step too far: counted from 0, the last of n words stands at n - 1."""
    return hidden[np.arange(len(hidden)), np.minimum(lengths, hidden.shape[1] - 1)]


def reads_one_step_early(hidden, lengths):
    """You read one step too early: counted from 0, the last of n words stands at n - 1."""
    return hidden[np.arange(len(hidden)), np.maximum(lengths - 2, 0)]


def reads_the_first_step(hidden, lengths):
    """You take the state after the first word; the last word's has seen them all."""
    return hidden[:, 0]


def averages_over_words(hidden, lengths):
    """You average over the words; the state after the last of them is wanted."""
    real = (np.arange(hidden.shape[1]) < lengths[:, None])[..., None]
    return (hidden * real).sum(axis=1) / lengths[:, None]


def averages_over_everything(hidden, lengths):
    """You average over all steps, padding included; the state after the last word is wanted."""
    return hidden.mean(axis=1)


def adds_up_the_words(hidden, lengths):
    """You add up the states of all words: the mask must be 1 at the last word only."""
    real = (np.arange(hidden.shape[1]) < lengths[:, None])[..., None]
    return (hidden * real).sum(axis=1)


def takes_the_greatest(hidden, lengths):
    """You take the greatest value over time; the state after the last word is wanted."""
    return hidden.max(axis=1)


def uses_the_longest(hidden, lengths):
    """You read the same step of every sequence; each has a length of its own."""
    return hidden[:, lengths.max() - 1]


def uses_the_first_length(hidden, lengths):
    """You use the first sequence's length for all; each has its own."""
    return hidden[:, lengths[0] - 1]


def keeps_the_time_axis(hidden, lengths):
    """Your answer still has a time axis, (B, 1, H): take its only step, [:, 0]."""
    return expected(hidden, lengths)[:, None]


def picks_every_pair(hidden, lengths):
    """hidden[:, lengths - 1] pairs every sequence with every length, (B, B, H); each goes with its own."""
    return hidden[:, lengths - 1]
